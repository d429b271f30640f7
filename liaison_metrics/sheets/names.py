"""Names as cells hold them: without what tools and hands add, and told from what is no name."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import normal, values

_ASIDE = re.compile(
    r"\s*[(\[](?:guest|gast|ospite|gæst|ext|extern|external|esterno|host|co-host|unverified|me|ich|io)[)\]]\s*$", re.I
)
_ORIGINAL_NAME = re.compile(r"^(.+?)\s*\(([^()#]{3,})\)\s*(?:#.*)?$")
_OF_WHERE = re.compile(r"(?<=\w{2})\s+[-–—|]\s+\S.*$")
"""What stands after a dash: whom somebody is there for."""

_NUMBERED = re.compile(r"^\s*\d{1,3}\s*[.)]\s*(?=[^\W\d])")
_TWO_PEOPLE = re.compile(
    r"^\s*[^\W\d]+(?:[\s.'-]+[^\W\d]+)+\s*(?:&|\+|;|/|\bund\b|\band\b|\bog\b|\be\b|\bκαι\b)\s*[^\W\d]+(?:[\s.'-]+[^\W\d]+)+\s*$"
)


def without_number(text: str) -> str:
    """Returns a text without the number of its line before it (“3. Maria Rossi”)."""
    return _NUMBERED.sub("", text)


def names_two_people(text: str) -> bool:
    """Returns whether a cell names two people, each with more than one word."""
    return _TWO_PEOPLE.match(text) is not None


def is_placeholder(text: str) -> bool:
    """Returns whether a text stands for somebody whom nobody named (“N.N.”, “Guest 1”, “iPhone”)."""
    form = normal(text)
    return form in values("no_name") or " ".join(w for w in form.split() if not w.isdigit()) in values("no_name")


def real_name(text: str) -> str | None:
    """Returns the name in a cell, None for a placeholder (“Guest 1”, “iPhone”) that names nobody."""
    text = _OF_WHERE.sub("", _ASIDE.sub("", without_number(text))).strip(" ,;")
    if not text:
        return None
    if is_placeholder(text) or not any(c.isalpha() for c in text):
        found = _ORIGINAL_NAME.match(text)
        return real_name(found[2]) if found else None
    found = _ORIGINAL_NAME.match(text)
    if found:
        shown, original = found[1], found[2]
        if normal(shown) in values("no_name") or len(original.split()) > len(shown.split()):
            return real_name(original)
        return shown
    return text
