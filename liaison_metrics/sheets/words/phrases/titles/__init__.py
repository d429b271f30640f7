"""What titles of events and lists say."""
