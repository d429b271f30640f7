"""Accounts: what coordinators see and change."""
