"""Lines of text that each tell of an event."""
