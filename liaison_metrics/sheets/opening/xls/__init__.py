"""Weighs an old Excel file before it is read."""
