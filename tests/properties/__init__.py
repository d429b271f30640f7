"""Properties of reading that need no sheets of anybody."""
