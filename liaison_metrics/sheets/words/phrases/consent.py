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


@cache
def _words(kind: str) -> frozenset[str]:
    lists = tomllib.loads(files(__package__).joinpath("consent.toml").read_text(encoding="utf-8"))[kind]
    return frozenset(normal(word) for words in lists.values() for word in words)
