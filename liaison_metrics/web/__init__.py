"""The web server beside the pages: routes, and what stands before all of them (middleware)."""
