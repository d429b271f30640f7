"""The curve of people reached over time: drawn on the server, and interactive."""
