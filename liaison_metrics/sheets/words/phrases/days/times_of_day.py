"""Times of day within labels for numbers of people ("People in the room at 7 pm: 22")."""

from __future__ import annotations

import re

_AT_TIME = re.compile(
    r"(?:(?<!\w)(?:at|kl\.?|um|alle|ore|ad?|στις|h)\s*)?(?<![\d:.])"
    r"(?:\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}(?=\s*(?:uhr|am|pm|[ap]\.m)))(?:\s*(?:uhr|am|pm|[ap]\.m\.?)(?!\w))?"
    r"|(?<!\w)(?:at|kl\.?|um|alle|ore|στις)\s+\d{1,2}(?!\d)",
    re.I,
)

_LABEL = re.compile(r"^(.{3,60}?)((?:\s*[=–]\s*|\s*:\s+|(?<!\d):)\d{1,4}(?![\d:.]).*)$")
"""A label and the number behind it, with what follows."""


def without_time(label: str) -> str:
    """Returns a label without the time of day at which people were counted ("Counted in the hall at 3 pm")."""
    return _AT_TIME.sub(" ", label)


def without_time_in_label(text: str) -> str:
    """Returns a text without the time of day in the label before its number ("In the room at 7 pm: 22"), unless the
    label says nothing else."""
    found = _LABEL.match(text) if any(map(str.isdigit, text)) else None
    label = without_time(found[1]) if found else ""
    return f"{label.rstrip()}{found[2]}" if found and any(map(str.isalpha, label)) else text
