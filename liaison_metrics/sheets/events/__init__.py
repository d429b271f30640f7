"""Finds the event of each row."""
