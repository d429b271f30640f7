"""Marks and columns that say who was there."""
