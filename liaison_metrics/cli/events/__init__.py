"""Commands about events: those that may be one, and what partners owe."""
