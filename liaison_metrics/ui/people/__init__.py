"""People: pairs who may be one person, side by side, and what was decided about them."""
