"""Lines of text about another day than the event's."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import normal, tools

_STATE = re.compile(r"\bstand (?:vom |am |per )?\d|^stand [^\W\d]+ 20\d\d")
"""The day of a list's state ("Stand vom 12.5.", "Stand Mai 2021"). Alone, the word is also a place at a fair."""


def is_about_another_day(text: str) -> bool:
    """Returns whether a line or label is about another day than the event's: the next meeting, a deadline, the state
    of a list."""
    words = f" {normal(text)} "
    return any(f" {phrase} " in words for phrase in tools("another_day"))


def tells_when_made(text: str) -> bool:
    """Returns whether a line is about the sheet: when it was made, who signs it."""
    form = normal(text)
    words = set(form.split()) & tools("not_of_the_event")
    return bool(words - {"stand"}) or (bool(words) and _STATE.search(form) is not None)
