"""Marks and words for presence and absence."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import alternatives, headers, normal, tools, values

PRESENT_SIGNS = frozenset("✓✔√☑✅xX+●•■×✕✖ΧχХх")
"""Ticks, dots and crosses, also the Greek and Cyrillic letters that look like a cross."""


ABSENT_SIGNS = frozenset("✗✘❌☐○–—-0/")


LONGEST_INITIALS = 3
"""Somebody may sign with so many letters; "excused" is no signature."""


_POINTS = re.compile(r"\s*\(\d+\s*/\s*\d+\)$")
"""Points that learning platforms add to a mark ("P (2/2)")."""


_TIME_THERE = re.compile(rf"(\d{{1,3}}(?:[.,]\d+)?)\s*{alternatives('hours')}", re.I)
"""Time spent at the event ("3 h")."""


_TIME = re.compile(
    rf"(?:[^\W\d]{{2,6}}\.?\s+)?\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\s*(?:h|[^\W\d]{{3}}|{alternatives('half_day')}))?"
    r"(?:\s*[-–—]\s*(?:\d{1,2}[:.h]\d{2})?)?",
    re.I,
)
"""A time of day, or two ("17:05", "kl. 17.05", "5:05 pm", "16:00-18:30")."""


_LEADING_WORD = re.compile(r"([^\W\d_]+)\s*(?:[,;:.!(]|\s[-–—]\s)")
"""The word that leads an answer, with a sign behind it."""


def says_time(text: str) -> bool:
    """Returns whether a text is a time of day, as people note when they came."""
    return any(c.isdigit() for c in text) and _TIME.fullmatch(text) is not None


def says_present(text: str) -> bool:
    """Returns whether a mark or word means that the person was there."""
    if text[:1].isdigit() and (time := _TIME_THERE.fullmatch(text)):
        return any(digit in "123456789" for digit in time[1])
    return text in PRESENT_SIGNS or normal(_POINTS.sub("", text)) in values("present")


def says_signed(text: str) -> bool:
    """Returns whether somebody typed that a person signed ("firma", "Unterschrift")."""
    return headers().get(normal(text)) == "signature"


def is_signed(text: str) -> bool:
    """Returns whether a cell of a column for signatures says that the person signed: any text but a dash, a cross for
    absence, "no" or a word for absence. A drawn signature is a picture, which no cell holds."""
    form = normal(text)
    if not text or ABSENT_SIGNS.issuperset(text) or form in tools("no"):
        return False
    return len(form) <= LONGEST_INITIALS or form not in values("absent")


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


def led_by_answer(text: str) -> bool | None:
    """Returns whether an answer that goes on to say more is led by a yes ("Yes, I was there") or by a no ("Όχι,
    αρρώστησα"), None if by neither."""
    lead = _LEADING_WORD.match(text)
    word = normal(lead[1]) if lead else ""
    return False if word in tools("no") else True if word and word in values("present") else None


def says_whether_came(text: str) -> bool | None:
    """Returns whether an answer in words says that the person was there, None if it says nothing clear: by the yes or
    no that leads it, or by its first words."""
    led = led_by_answer(text)
    if led is not None:
        return led
    words = normal(text).split()
    starts = [" ".join(words[:end]) for end in range(len(words), 1, -1)]
    if any(start in values("absent") or start in tools("stayed_away") for start in starts):
        return False
    return True if any(start in values("present") for start in starts) else None
