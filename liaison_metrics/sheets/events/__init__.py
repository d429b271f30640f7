"""Finds the event of each row, from its cells and from the text around its table."""
