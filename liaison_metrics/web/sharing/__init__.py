"""What is served without signing in or beside the pages: shared pages, and own access tokens."""
