"""Settles questions by the numbers of people that the sheet states, without asking."""
