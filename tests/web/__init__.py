"""The server beside the pages, without a browser."""
