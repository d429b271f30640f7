"""Phrases by which a remark says that somebody led the event or lessons."""

from __future__ import annotations

from liaison_metrics.sheets.words.lists import normal, tools

_LONGEST_TASK = 4
"""Words of a remark that only says what somebody does there ("teacher of the choir")."""


def leads_lessons(text: str) -> bool:
    """Returns whether a text says that somebody leads lessons, and at most which."""
    words = normal(text).split()
    starts = (" ".join(words[:end]) for end in range(1, len(words) + 1))
    return 0 < len(words) <= _LONGEST_TASK and any(start in tools("leads_lessons") for start in starts)


def leads_event(text: str) -> bool:
    """Returns whether a remark says that somebody led the event ("leads the session", "Leitung Kochabend")."""
    words = f" {normal(text)} "
    return any(f" {phrase} " in words for phrase in tools("leads_event"))
