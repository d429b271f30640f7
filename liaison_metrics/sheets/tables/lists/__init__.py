"""Lists of people and of events that are no tables: pasted lines, names in one cell, lines with labels."""
