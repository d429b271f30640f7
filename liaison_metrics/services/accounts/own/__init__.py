"""What the owner of an account manages: the password, and access tokens for other programs."""
