"""What others get: issued reports and why figures changed between them, share links, access tokens."""
