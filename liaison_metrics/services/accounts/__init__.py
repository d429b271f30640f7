"""Accounts: inviting people, signing in, sessions and one-time links."""
