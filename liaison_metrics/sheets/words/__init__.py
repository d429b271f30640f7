"""Understands single words and cells: headers, values, names, dates, the project's vocabulary."""
