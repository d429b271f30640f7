"""Checks a whole reading against the sheet itself: what the sheet contradicts becomes a question."""
