"""People whom a line of text names one after another, perhaps each with whom they represent: "Anna Neri (Caritas), Ben
Holm", "Anna Neri, Caritas; Ben Holm, Red Cross". The list may go on in the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.sheets.words.cells import begins_with_capital, is_name_like
from liaison_metrics.sheets.words.lists import alternatives, normal, tools
from liaison_metrics.sheets.words.names import is_full_name, is_placeholder

_FEWEST = 2
_MOSTLY_FULL = 0.5
"""From this share of full names on, single words between them are names as well."""

_MOST_WORDS = 5
_LONGEST_PARTICLE = 3
_LONGEST_CLOSING = 6
"""Words of a line that closes a letter."""

_AND = alternatives("and", "people")
_COMMAS = re.compile(rf"\s*,\s*(?![^()]*\))|\s+{_AND}\s+(?![^()]*\))", re.I)
_SEMICOLONS = re.compile(r"\s*[;\n|•]\s*(?![^()]*\))")
_BEHIND = re.compile(r"\s*(?:\(([^()]*)\)|\s[-–—]\s+(\S.*))\s*$")
_BEHIND_COMMA = re.compile(r"\s*,\s*(\S.*)$")
_SEPARATORS = (",", ";")
LABEL = re.compile(r"^[^:：]{3,60}[:：]\s+(?=\S)")
"""A label before the people of a line."""

_LED = re.compile(r"^\s*(?:[-–—•*·]|\d{1,3}\s*[.)])")


def people_listed(text: str) -> list[tuple[str, str]]:
    """Returns the names that a text lists, each with whom the person represents, "" if it doesn't say; none if a part
    of the text is no name, or if it names one person."""
    text = text.strip(" .,;\n")
    apart = len(_SEMICOLONS.split(text)) > 1
    parts = [part for part in (_SEMICOLONS if apart else _COMMAS).split(text) if part]
    people = [_named(part, comma=apart) for part in parts]
    full = sum(is_full_name(name) for name, _whom in people)
    if len(people) < _FEWEST or full < max(1, _MOSTLY_FULL * len(people)):
        return []
    return people if all(is_written_as_name(name) for name, _whom in people) else []


def _named(part: str, *, comma: bool) -> tuple[str, str]:
    """Returns the name that leads a part of a list, and what stands behind it. *comma*: also behind a comma."""
    found = _BEHIND.search(part) or (_BEHIND_COMMA.search(part) if comma else None)
    if found is None:
        return part.strip(), ""
    whom = next(filter(None, found.groups()), "")
    rest = part[: found.start()].strip()
    name, further = _named(rest, comma=comma) if comma and "," in rest else (rest, "")
    return name, f"{further}, {whom}" if further else whom


def is_written_as_name(text: str) -> bool:
    """Returns whether a text may be a name in a list of people, which a capital begins in every longer word."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or not is_name_like(text) or is_placeholder(text):
        return False
    return all(begins_with_capital(word) or not word[:1].islower() or len(word) <= _LONGEST_PARTICLE for word in words)


def closes_letter(text: str) -> bool:
    """Returns whether a line closes a letter ("Best regards", "Thank you all!")."""
    words = [] if _LED.match(text) else normal(text).split()
    return 0 < len(words) <= _LONGEST_CLOSING and any(
        " ".join(words[:end]) in tools("letter_closing") for end in range(1, len(words) + 1)
    )


def mend_broken_names(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the texts of rows, with each name of a list that goes on in the next line in the line where it begins.
    Of a line that only ends such a name, an empty text is left."""
    told = [list(texts) for texts in rows]
    for row in range(len(told) - 1):
        texts, below = told[row], told[row + 1]
        if len(texts) != 1 or len(below) != 1 or _LED.match(below[0]) or LABEL.match(below[0]):
            continue
        if text := texts[0].rstrip():
            told[row], told[row + 1] = _mended(text, below[0].strip())
    return told


def _mended(text: str, below: str) -> tuple[list[str], list[str]]:
    """Returns a line and the one below it, with the last name of the first line whole."""
    listed = LABEL.sub("", text)
    sign = ";" if ";" in listed else ","
    if sign not in listed or text.endswith((*_SEPARATORS, ".")) or below.endswith((":", "：")):
        return [text], [below]
    head, _sign, rest = below.partition(sign)
    if not (sign == ";" or _is_broken(listed)) or not people_listed(f"{listed} {head}"):
        return [text], [below]
    return [f"{text} {head.strip()}"], [rest.strip()]


def _is_broken(listed: str) -> bool:
    """Whether the last of several full names is a single word: its family name stands in the next line."""
    *names, last = (part.strip() for part in listed.split(","))
    return len(last.split()) == 1 and bool(names) and all(is_full_name(_named(name, comma=False)[0]) for name in names)
