"""The Upload page: drop, read, answer, preview, import."""
