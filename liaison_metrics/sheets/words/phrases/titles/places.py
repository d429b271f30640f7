"""Names of places and firms that hold the word of an activity ("Messe- und Kongresszentrum", "Trade Fair Services
Ltd")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.lists import normal, pattern_words, tools

_PARTS = re.compile(r"[,;:|()–—„“”\"«»]|\s-\s")
"""What stands between an event and its place."""

_SHORTEST_ENDING = 5
"""A compound may end with a longer word ("Messezentrum")."""

Named = tuple[str, set[str]]
"""A text and the codes that it names."""


def without_places(told: Sequence[Named], kind: VocabularyKind) -> list[Named]:
    """Returns the texts without those that only name a place or a firm, where texts name several activities."""
    several = kind is VocabularyKind.ACTIVITY and len(set[str]().union(*(codes for _text, codes in told))) > 1
    return [one for one in told if not (several and names_place(one[0]))] or list(told)


def names_place(text: str) -> bool:
    """Returns whether a text has an activity only as a part of the name of a place or a firm: a plain word such as
    "fair" beside one for a building or a company, and nothing between them that says where it took place."""
    return any(_is_place(normal(part).split()) for part in _PARTS.split(text))


def _is_place(words: Sequence[str]) -> bool:
    activities = [at for at, word in enumerate(words) if word in tools("activity_of_place")]
    places = [at for at, word in enumerate(words) if _is_building(word)]
    if not activities or not places:
        return False
    between = words[min(activities[0], places[0]) : max(activities[-1], places[-1])]
    return tools("at_place").isdisjoint(between)


def _is_building(word: str) -> bool:
    known = tools("buildings") | {normal(word) for word in pattern_words("companies")}
    return word in known or word.endswith(tuple(one for one in known if len(one) >= _SHORTEST_ENDING))
