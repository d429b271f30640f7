"""What participants may ask for, and the end of the retention time: find, give out, forget, delete."""
