"""What a sheet says of its whole event: the code of a sign-in sheet, and what EU programmes ask for."""
