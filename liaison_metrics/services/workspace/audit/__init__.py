"""The audit record: who did what, when, on what."""
