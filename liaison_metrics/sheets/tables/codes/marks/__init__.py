"""Marks of who was there whose meaning the rows, sums and lines of the sheet tell."""
