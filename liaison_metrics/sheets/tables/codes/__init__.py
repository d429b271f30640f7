"""Codes that a file explains itself: the cells get the words that they stand for."""
