"""Planned events: several at once, and the page of one."""
