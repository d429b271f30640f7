"""Lines within a list that say who the people below them are."""
