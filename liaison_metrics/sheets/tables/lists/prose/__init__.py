"""Lists and events in letters, minutes and messages."""
