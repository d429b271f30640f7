"""Checks of the numbers that a sheet states of its people."""
