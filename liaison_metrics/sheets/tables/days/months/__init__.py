"""Days whose month stands in another place: above their numbers, or in the name of the sheet."""
