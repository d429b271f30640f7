"""Issued reports, and why figures changed between them."""
