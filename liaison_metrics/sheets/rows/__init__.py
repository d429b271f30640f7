"""Reads the rows of a list: a person at an event, a row that doesn't count, or a row that lists nobody."""
