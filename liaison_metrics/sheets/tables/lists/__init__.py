"""Lists of people that are no tables: pasted lines, names in one cell, lines with labels."""
