"""Events: list, correct, merge, plan."""
