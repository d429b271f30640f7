"""What a table is about, if not about attendance."""
