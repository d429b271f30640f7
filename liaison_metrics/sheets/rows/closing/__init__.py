"""Closes the ledger: what became of each row, and which rows were not read."""
