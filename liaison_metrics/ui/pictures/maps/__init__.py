"""The map of the cities, drawn from shapes that the program brings along."""
