"""Marks and words for presence and absence."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import normal, tools, values

PRESENT_SIGNS = frozenset("✓✔√☑✅xX+●•■")


ABSENT_SIGNS = frozenset("✗✘❌☐○–—-0/")


_POINTS = re.compile(r"\s*\(\d+\s*/\s*\d+\)$")
"""Points that learning platforms add to a mark ("P (2/2)")."""


_TIME_THERE = re.compile(
    r"(\d{1,3}(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std\.?|stunden?|ore|ora|timer?|min(?:uten|utes|uti|utter)?\.?|ώρες|ώρα|λεπτά)",
    re.I,
)
"""Time spent at the event ("3 h")."""


def says_present(text: str) -> bool:
    """Returns whether a mark or word means that the person was there."""
    if text[:1].isdigit() and (time := _TIME_THERE.fullmatch(text)):
        return any(digit in "123456789" for digit in time[1])
    return text in PRESENT_SIGNS or normal(_POINTS.sub("", text)) in values("present")


def is_absence_mark(text: str) -> bool:
    """Returns whether a text is only ever written as a mark of absence."""
    if text[:1].isdigit() and _TIME_THERE.fullmatch(text):
        return not says_present(text)
    return text == "✗" or normal(_POINTS.sub("", text)) in values("absent")


def says_absent(text: str) -> bool:
    """Returns whether a mark or word means that the person wasn't there."""
    form = normal(_POINTS.sub("", text))
    if text[:1].isdigit() and _TIME_THERE.fullmatch(text):
        return not says_present(text)
    return text in ABSENT_SIGNS or form in values("absent") or (" " in form and bool(set(form.split()) & tools("not")))
