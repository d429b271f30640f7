"""Statements that the sheets of a quarter are complete, and what changed after they were accepted."""
