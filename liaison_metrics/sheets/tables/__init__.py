"""Finds the tables of a sheet and their header rows."""
