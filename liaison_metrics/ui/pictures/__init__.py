"""Figures as PNG pictures."""
