"""Scores what the columns of a table can mean, by rules that give points, and chooses."""
