"""Sign-in sheets for planned events."""
