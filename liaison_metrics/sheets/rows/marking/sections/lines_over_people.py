"""Lines over people who came, in words that nobody listed: they say so, or name a group of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from liaison_metrics.sheets.rows.marking.sections.lines_over_absent import (
    LONGEST_LINE,
    begins_as_away,
    clauses,
    denials,
    expectations,
    is_of_people,
    is_of_registration,
    may_be_a_name,
    small_words,
    speaks_of_being_there,
    tells_they_stayed_away,
    without_denied_registration,
)
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import statements_inside
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.titles.moments import tells_way

_LONGEST_GROUP = 6
"""Words of a line that only names a group of people or where they are from."""

_LEADING = 3
"""Of a line over people who came, one of so many first words or the last says so."""

_TWO = 2
"""A word for people and one that says more of them."""

_LONGEST_NUMBER = 3
"""Letters and digits of the number of a group ("4b", "III")."""

_CLASS = re.compile(r"\d{1,2}\.?\s?[^\W\d_]")
"""A class of a school alone in a line ("5.c", "4b")."""


@lru_cache(maxsize=10_000)
def heads_people_who_came(text: str) -> bool:
    """Returns whether a line says that the people below came, perhaps how, when or from where, or names a group of
    them ("2. Gruppe", "Klasse 4b", "Teilnehmende aus dem Deutschkurs"), and nothing that speaks against it."""
    words = normal(text).split()
    if not 0 < len(words) <= LONGEST_LINE or not any(map(str.isalpha, text)) or _is_sentence(text):
        return False
    parts = [without_denied_registration(part) for part in clauses(text)]
    if _speaks_against(text, [word for part in parts for word in part]):
        return False
    if names_group(text) or continues_list(text):
        return True
    if may_be_a_name(text):
        return False
    return _tells_how_they_came(text, words) or _is_from_somewhere(text) or _names_several(words)


def tells_they_came(text: str) -> bool:
    """Returns whether a line over people who came says so, and does not just name a group of them."""
    return not continues_list(text) and _tells_how_they_came(text, normal(text).split())


def _tells_how_they_came(text: str, words: Sequence[str]) -> bool:
    ends = (*words[:_LEADING], *words[-1:])
    late = {word for phrase in tools("joined_late") for word in phrase.split()[:1]}.intersection(ends)
    came = any(map(speaks_of_being_there, ends)) or (bool(late) and has_phrase(" ".join(words), tools("joined_late")))
    return came or tells_way(text)


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence, or states a number of people ("8 people came", "+ 3 neighbours")."""
    words = normal(text).split()
    counts = any(one.isdigit() and is_of_people(more) for one, more in pairwise(words))
    return counts or text.rstrip().endswith((".", "!", "?")) or text[:1] == "+" or bool(statements_inside(text))


def tells_they_came_unregistered(text: str) -> bool:
    """Returns whether a line says that people came who had not registered ("Not registered but came")."""
    if len(text.split()) > LONGEST_LINE:
        return False
    parts = clauses(text)
    plain = [without_denied_registration(words) for words in parts]
    rest = [word for words in plain for word in words]
    return plain != parts and any(map(speaks_of_being_there, rest)) and not _speaks_against(text, rest)


def tells_registered_came(text: str) -> bool:
    """Returns whether a line is over those who had registered and came ("Registered who came", "Iscritti presenti"),
    and not over those who registered to come."""
    words = normal(text).split()
    if len(words) > LONGEST_LINE or not any(map(is_of_registration, words)):
        return False
    came = [at for at, word in enumerate(words) if speaks_of_being_there(word)]
    meant = any(at and words[at - 1] in tools("before_coming") for at in came)
    rest = [word for word in words if not is_of_registration(word)]
    return bool(came) and not meant and not _speaks_against(text, rest)


def continues_list(text: str) -> bool:
    """Returns whether a line says that the list above it goes on ("Continued from page 1")."""
    return f"{normal(text)} ".startswith(tuple(f"{begin} " for begin in tools("continues")))


def _speaks_against(text: str, words: Sequence[str]) -> bool:
    """Whether a line says that its people may not have come, or are of the team."""
    form = " ".join(words)
    against = denials() | tools("only") | tools("team") | tools("staff_heading") | tools("away") | values("staff")
    if not against.isdisjoint(words) or has_phrase(form, expectations() | tools("cancelled")):
        return True
    registered = any(is_of_registration(word) for word in words)
    doubtful = any(word.startswith(tuple(tools("doubtful_people"))) for word in words)
    posts = any(word.endswith(tuple(tools("ends_of_posts"))) or _is_of_the_team(word) for word in words)
    return registered or doubtful or posts or tells_they_stayed_away(text) or any(map(begins_as_away, words))


@lru_cache(maxsize=10_000)
def _is_of_the_team(word: str) -> bool:
    return word.startswith(tuple(tools("team_begins"))) or word in evidence("helpers") or word in _words_of_posts()


@cache
def _words_of_posts() -> frozenset[str]:
    """Returns the words that stand in phrases for the team only, not also in lines over people who came."""
    told = {word for phrase in values("staff") | tools("staff_heading") for word in phrase.split()}
    others = small_words() | people_words("people") | values("participant") | tools("minors_and_others") | _ordinals()
    return frozenset(word for word in told - others if len(word) > _LONGEST_NUMBER and not _is_group(word))


def names_group(text: str) -> bool:
    """Returns whether a line names a group of people, and perhaps its number or time ("Frauengruppe", "Secondo gruppo",
    "Class 4b", "5.c")."""
    words = normal(text).split()
    if not 0 < len(words) <= _LONGEST_GROUP:
        return False
    if _CLASS.fullmatch(text.strip(" :")):
        return True
    at = next((at for at, word in enumerate(words) if _is_group(word)), None)
    if at is None:
        return False
    before, after = words[:at], words[at + 1 :]
    leads = not before or all(word in _ordinals() or _is_number(word) or word in small_words() for word in before)
    closes = not after or _is_number(after[0]) or after[0] in small_words() or after[0] in tools("parts_of_day")
    return closes and (leads or len(before) <= 2 or any(word in small_words() for word in before))


def _is_group(word: str) -> bool:
    known = evidence("side_by_side") | tools("institution") | tools("groups_of_people")
    return word in known - tools("team") or word.endswith(_ends_of_groups())


@cache
def _ends_of_groups() -> tuple[str, ...]:
    return tuple(tools("ends_of_groups"))


def _is_from_somewhere(text: str) -> bool:
    """Whether a line begins by saying where people are from ("From the partner association"); names begin so, too, but
    have capitals ("Dalla Costa")."""
    first, *rest = text.replace("'", " ").replace("’", " ").split()
    small = any(word[:1].islower() for word in rest) or any(_is_group(normal(word)) for word in rest)
    initials = any(word.count(".") > 1 for word in rest)
    return normal(first) in tools("from_where") and (small or initials) and len(rest) <= _LONGEST_GROUP


def _names_several(words: Sequence[str]) -> bool:
    """Whether the first or last words of a line are for people who take part ("Genitori presenti", "Nye deltagere")."""
    people = [at for at, word in enumerate(words) if is_of_people(word)]
    if not people or len(words) > _LONGEST_GROUP:
        return False
    around = small_words() | _ordinals() | tools("parts_of_day") | tools("around_part")
    unknown = [at for at, word in enumerate(words) if at not in people and word not in around]
    joined = tools("from_where") | tools("around_part")
    behind = [at for at in unknown if at > people[0] and not joined.isdisjoint(words[people[0] + 1 : at])]
    return unknown == behind or len(words) == _TWO


def _is_number(word: str) -> bool:
    return len(word) <= _LONGEST_NUMBER and (any(map(str.isdigit, word)) or len(word) == 1 or set(word) <= {*"iv"})


@cache
def _ordinals() -> frozenset[str]:
    return tools("ordinals_of_groups")
