"""Wordings of remarks, as patterns over texts in normal form.

A wording is words with spaces between them. ``|`` stands between words of which one is enough, ``+`` between words that
belong together, ``*`` for any ending or beginning, ``_`` for up to three words of any kind, ``^`` and ``$`` for the
beginning and the end of the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from liaison_metrics.sheets.words.lists import spellings

_ANY_WORDS = r"(?:\w+ ){0,3}?"


def wordings(phrases: Iterable[str]) -> re.Pattern[str]:
    """Returns a pattern that finds any of some wordings in a text in normal form with a space at both ends."""
    found = sorted({_wording(phrase) for phrase in phrases}, key=lambda one: (-len(one), one))
    return re.compile("|".join(found) or r"(?!)")


def _wording(phrase: str) -> str:
    """Returns a wording as a regular expression. The space behind a word belongs to it."""
    first, *_more = words = phrase.split()
    parts = [_ANY_WORDS if word == "_" else _word(word) for word in words if word != "^"]
    return ("^ " if first == "^" else "(?<= )") + "".join(parts)


def _word(told: str) -> str:
    forms = [form for one in told.split("|") for form in _forms(one)]
    return f"(?:{'|'.join(dict.fromkeys(forms))})"


def _forms(word: str) -> Iterator[str]:
    if word == "$":
        yield "$"
        return
    for form in spellings(word.strip("*").replace("+", " ")):
        yield (r"\w*" if word.startswith("*") else "") + re.escape(form) + (r"\w* " if word.endswith("*") else " ")


@cache
def wording_lists(name: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Returns the lists of wordings of a file of this folder: kind, language, wordings."""
    told = tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return {kind: {of: tuple(words) for of, words in lists.items()} for kind, lists in told.items()}
