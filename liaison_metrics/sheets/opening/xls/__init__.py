"""Measures old Excel files (XLS) before they are read."""
