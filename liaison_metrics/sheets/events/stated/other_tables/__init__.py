"""What other tables and sheets of a file state of the event of a table."""
