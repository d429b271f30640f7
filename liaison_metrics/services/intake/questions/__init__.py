"""The questions about a file: in which order they are asked, and those that only the store or the actor raises."""
