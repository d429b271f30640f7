"""What each row of a table says: a person, a headcount, or nothing that counts."""
