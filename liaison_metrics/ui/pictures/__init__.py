"""Figures as pictures: as PNG files, and the map of the cities on Targets."""
