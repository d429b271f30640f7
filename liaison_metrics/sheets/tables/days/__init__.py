"""Days and sessions in headers."""
