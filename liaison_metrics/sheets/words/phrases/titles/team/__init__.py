"""Words for those who hold an event, and for posts that others have."""
