"""Lists of people that stand beside each other."""
