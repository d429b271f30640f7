"""Sign-in sheets as files: to print, and to fill in on a computer."""
