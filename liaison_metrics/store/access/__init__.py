"""Who may sign in, and from where."""
