"""Splits a cell that names several people by their names ("Aldo Neri & Bea Conti")."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.cells import is_name_like
from liaison_metrics.sheets.words.lists import alternatives, normal, tools
from liaison_metrics.sheets.words.names import is_placeholder

_AND = alternatives("and", "people")
_JOINED = re.compile(rf"[&+;/\n]|\s{_AND}\s", re.I)
_PARTS = re.compile(rf"\s*[\n;]\s*|\s*,?\s+(?!\w\s){_AND}\s+|\s*[&+]\s*", re.I)
"""What stands between two people. The last one may be without a family name of their own ("Anna & Max Huber")."""

_WHOLE_PARTS = re.compile(rf"\s*/\s*|\s+{_AND}\s+", re.I)
"""What stands between two people only if both have a full name: a single letter joins the parts of one as well ("Costa
e Silva")."""

_COMMA = re.compile(r"\s*,\s*")
_SHORTEST = 2
"""Nobody is called "Co"."""

_MOST = 6
"""More names in a cell are a list of its own."""


def people_named(text: str) -> list[str]:
    """Returns the names of the people whom a cell names one by one, none if it names one person or a family."""
    if not _JOINED.search(text):
        return []
    parts = _listed(_PARTS, text)
    if len(parts) < 2:
        parts = _listed(_WHOLE_PARTS, text)
        return parts if len(parts) > 1 and all(map(_is_full, parts)) else []
    if "\n" in text and not all(map(_is_full, parts)):
        return []  # one name on two lines
    if len(parts) > _MOST or not all(map(_is_name, parts)) or not any(map(_is_full, parts)):
        return []
    family = parts[-1].split()[-1] if len(parts) == 2 and _is_full(parts[-1]) and "," not in text else ""
    return [part if _is_full(part) else f"{part} {family}".strip() for part in parts]


def _listed(between: re.Pattern[str], text: str) -> list[str]:
    """Returns the parts of a text; the first one can be a list itself ("Aldo Neri, Bea Conti and Carla Riva")."""
    parts = [part for part in between.split(text.strip()) if part]
    first = _COMMA.split(parts[0]) if len(parts) > 1 and "\n" not in text else []
    return [*first, *parts[1:]] if len(first) > 1 and all(map(_is_full, (*first, parts[-1]))) else parts


def _is_name(text: str) -> bool:
    words = set(normal(text).split())
    alike = is_name_like(text) and text[:1].isupper() and len(text) > _SHORTEST and not is_placeholder(text)
    return alike and not words & (tools("family") | tools("accompanying_people"))


def _is_full(text: str) -> bool:
    return _is_name(text) and len(text.split()) > 1
