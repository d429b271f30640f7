"""Where people come from, and what else they say of themselves that is no word of the project."""
