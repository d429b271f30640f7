"""What concerns the store as a whole: the check of its secret key, copying all of it, its read replica."""
