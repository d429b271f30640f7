"""Damaged sheets by the thousand: each is read or refused in a sentence, quickly. ``python -m tests.fuzz 20000``."""
