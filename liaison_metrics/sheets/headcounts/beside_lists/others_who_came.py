"""Reads lines below a list that add people of whom they say that they were there, or only that they left no name ("+ 3
neighbours who stayed with us", "2 more listened for an hour, did not want to write their names")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.sheets.headcounts.beside_lists.equations import speaks_of_others
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import (
    additional_words,
    alternatives,
    evidence,
    normal,
    number_words,
    people_words,
    tools,
    topics,
    values,
)
from liaison_metrics.sheets.words.people import BESIDE_LIST, PeopleStatement
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count, speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.phrases.others import names_people

_PLUS = "|".join(sorted(re.escape(word) for word, code in additional_words().items() if code == "plus"))
_LEAD = re.compile(rf"\W*?(?:(\+)|({alternatives('and', 'people')}|{_PLUS})\s)?\s*([^\W_]+),?\s+(?=[^\W\d])", re.I)
"""What adds people to those above, and how many."""

_MOST_CELLS = 3
_MOST_PEOPLE = 60
_FEWEST_WORDS = 4
_MOST_BEFORE, _MOST_WORDS = 4, 12
"""Words before the number that a line adds, and of the whole line: longer ones tell more."""

_NEAR = 3
"""A word that denies stands so many words before what it denies at most."""


def others_who_came(cells: Sequence[Cell]) -> PeopleStatement | None:
    """Returns the people whom a line adds to a list if it says that they were there, or, behind a word that adds them,
    that they gave no name; None if it says anything else."""
    filled = [(at, value) for at, value in enumerate(cells) if value not in (None, "")]
    if not 0 < len(filled) <= _MOST_CELLS or not all(isinstance(value, str) for _at, value in filled):
        return None
    text = ", ".join(text_of(value) for _at, value in filled)
    at = filled[0][0]
    said = text_of(filled[0][1])  # what stands beside it may be about somebody else
    if more := _from_elsewhere(normal(said if any(map(str.isdigit, said)) else text).split()):
        return PeopleStatement(more, "not_registered", (at, at), explicit=True)
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
    return PeopleStatement(people, "not_registered", (at, at), explicit=True)


def _from_elsewhere(words: Sequence[str]) -> int:
    """Returns how many more people words add that are on no list, or come from somewhere ("another 5 arrived later, not
    on the list", "as well as 3 guests from the house next door"), 0 if they say anything else."""
    places = [at for at, word in enumerate(words[: _MOST_BEFORE + 1]) if _number(word)]
    if len(places) != 1 or sum(map(str.isdecimal, words)) > 1 or len(words) > _MOST_WORDS:
        return 0
    at = places[0]
    before, behind, people = words[:at], words[at + 1 :], _number(words[at])
    unlisted = {phrase for phrase, code in additional_words().items() if code in BESIDE_LIST}
    plain = without_phrases(behind, unlisted)
    if not 0 < people <= _MOST_PEOPLE or not behind or _stayed_away(plain) or speaks_of_others(" ".join(plain)):
        return 0
    adding = {phrase for phrase, code in additional_words().items() if code in ("plus", "others")}
    adding |= tools("in_addition") | people_words("and")
    rest = without_phrases(before, adding)
    adds = rest != list(before) or behind[0] in adding
    if not adds or any(word in topics() for word in (*before, *behind)) or not people_words("fillers").issuperset(rest):
        return 0
    noun = next((at for at in (0, 1) if names_people(" ".join(behind[at : at + 1]))), None)
    somewhere = noun is not None and not tools("of_which_group").isdisjoint(behind[noun + 1 : noun + 2])
    came = noun is not None or any(map(speaks_of_coming, behind))
    return people if somewhere or (came and plain != behind) else 0


def _number(word: str) -> int:
    form = normal(word)
    return int(form) if form.isdecimal() else number_words().get(form, 0)


def _stayed_away(words: Sequence[str]) -> bool:
    """Whether words say that people did not come, want to come, or are of the team."""
    said = f" {' '.join(words)} "
    phrases = tools("stayed_away") | evidence("wants_to_come") | tools("registered")
    return says_who_does_not_count(" ".join(words)) or any(f" {phrase} " in said for phrase in phrases)
