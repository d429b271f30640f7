"""Days as people write them in other ways than dates."""
