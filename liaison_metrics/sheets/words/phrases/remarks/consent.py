"""What a sheet says about consent to data processing, and of people who withhold their name, in five languages."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from liaison_metrics.sheets.words.lists import normal, values

_CROSSES = frozenset("✗✘❌☐")
"""Signs for "no". An "x" ticks a box, so it says yes."""

_FEWEST_WORDS = 2
"""A single word ("anonymous") is a placeholder, or a name."""

_SHORTEST_UNNAMED = 5
"""Shorter words for somebody without a name ("user") mean something else within a remark."""


def is_about_data(header: str) -> bool:
    """Returns whether the header of a column about consent is about data processing, and not about photos alone."""
    words = set(normal(header).split())
    return not (words & _words("other")) or bool(words & _words("personal"))


def refuses(text: str, more: Collection[str] = ()) -> bool:
    """Returns whether a cell says no to data processing. *more* are words of the project for it."""
    form = normal(text)
    return text.strip() in _CROSSES or form in _words("refused") or form in {normal(word) for word in more}


def withholds_name(text: str, form: str) -> bool:
    """Returns whether a cell for a name says that somebody didn't want to give theirs ("(did not want to be named)").
    Beside words for that, it speaks of names, stands in brackets, or begins with a small letter as no name does.
    *form* is the text in normal form."""
    words = form.split()
    if len(words) < _FEWEST_WORDS or values("withheld").isdisjoint(words) or any(map(str.isdigit, text)):
        return False
    aside = text[:1] in "([" and text[-1:] in ")]"
    return aside or text[:1].islower() or not values("of_names").isdisjoint(words)


def gives_no_name(remark: str) -> bool:
    """Returns whether a remark says that somebody gave no name, or wants to stay without one ("prefers to be
    anonymous"). That somebody could not come withholds no name."""
    form = normal(remark)
    words = set(form.split())
    unnamed = any(len(word) >= _SHORTEST_UNNAMED for word in words & values("no_name"))
    told = not values("of_names").isdisjoint(words)
    return form in values("no_name") or unnamed or (told and withholds_name(remark, form))


@cache
def _words(kind: str) -> frozenset[str]:
    lists = tomllib.loads(files(__package__).joinpath("consent.toml").read_text(encoding="utf-8"))[kind]
    return frozenset(normal(word) for words in lists.values() for word in words)
