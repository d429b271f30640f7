"""The page Data protection: what is kept, the rights of participants, and the end of the retention time."""
