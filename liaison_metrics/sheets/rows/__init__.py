"""Reads each row of a table: a person, a headcount, or a row that doesn't count."""
