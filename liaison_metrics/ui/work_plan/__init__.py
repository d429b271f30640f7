"""The pages of the work plan."""
