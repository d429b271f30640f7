"""Reads lines below a list that add people of whom they say that they were there, or only that they left no name ("+ 3
neighbours who stayed with us", "2 more listened for an hour, did not want to write their names")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import (
    additional_words,
    alternatives,
    evidence,
    normal,
    number_words,
    tools,
    topics,
    values,
)
from liaison_metrics.sheets.words.people import PeopleStatement
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count

_PLUS = "|".join(sorted(re.escape(word) for word, code in additional_words().items() if code == "plus"))
_LEAD = re.compile(rf"\W*?(?:(\+)|({alternatives('and', 'people')}|{_PLUS})\s)?\s*([^\W_]+)\s+(?=[^\W\d])", re.I)
"""What adds people to those above, and how many."""

_MOST_CELLS = 3
_MOST_PEOPLE = 60
_FEWEST_WORDS = 4
_NEAR = 3
"""A word that denies stands so many words before what it denies at most."""


def others_who_came(cells: Sequence[Cell]) -> PeopleStatement | None:
    """Returns the people whom a line adds to a list if it says that they were there, or, behind a word that adds them,
    that they gave no name; None if it says anything else."""
    filled = [(at, value) for at, value in enumerate(cells) if value not in (None, "")]
    if not 0 < len(filled) <= _MOST_CELLS or not all(isinstance(value, str) for _at, value in filled):
        return None
    text = ", ".join(text_of(value) for _at, value in filled)
    lead = _LEAD.match(text)
    people = _number(lead[3]) if lead else 0
    words = normal(text[lead.end() :]).split() if lead else []
    if not 0 < people <= _MOST_PEOPLE or len(words) < _FEWEST_WORDS - 1 or any(map(str.isdecimal, words)):
        return None
    if any(word in topics() for word in words) or _stayed_away(words):
        return None
    denied = tools("not") | values("withheld")
    came = any(
        word in evidence("stayed_with_us") and denied.isdisjoint(words[max(0, at - _NEAR) : at + 2])
        for at, word in enumerate(words)
    )
    unnamed = not denied.isdisjoint(words) and not values("of_names").isdisjoint(words)
    adds = bool(lead and (lead[1] or lead[2]))
    if not (came and (adds or unnamed)) and not (adds and unnamed):
        return None
    at = filled[0][0]
    return PeopleStatement(people, "not_registered", (at, at), explicit=True)


def _number(word: str) -> int:
    form = normal(word)
    return int(form) if form.isdecimal() else number_words().get(form, 0)


def _stayed_away(words: Sequence[str]) -> bool:
    """Whether words say that people did not come, want to come, or are of the team."""
    said = f" {' '.join(words)} "
    phrases = tools("stayed_away") | evidence("wants_to_come") | tools("registered")
    return says_who_does_not_count(" ".join(words)) or any(f" {phrase} " in said for phrase in phrases)
