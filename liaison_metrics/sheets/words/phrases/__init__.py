"""What phrases say: ages, numbers in words, workshops by their topic, and misspelt words."""
