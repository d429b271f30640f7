"""Tables to take away: which lines, and as which file."""
