"""Decides what each column of a table means."""
