"""The ledger: what became of every row of a file that is not empty."""
