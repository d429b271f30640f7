"""Typesetting with Typst: PDF and PNG."""
