"""Sentences of messages, notes and minutes."""
