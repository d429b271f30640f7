"""Rules that give points to the meanings of columns."""
