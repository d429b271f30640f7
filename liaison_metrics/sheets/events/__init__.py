"""Which event a table, section or row is about."""
