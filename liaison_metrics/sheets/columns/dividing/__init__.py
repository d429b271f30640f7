"""Columns of numbers that divide the people of a row, or sum them up."""
