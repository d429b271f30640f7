"""Reads the people whom sheets state as numbers."""
