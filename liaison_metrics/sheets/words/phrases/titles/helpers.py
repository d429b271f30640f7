"""Words for who assists those who lead an event, and for where in it somebody of the team works."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import additional_words, normal, people_words, tools, values, vocabulary_forms
from liaison_metrics.sheets.words.phrases.found import phrases_in, without_phrases
from liaison_metrics.sheets.words.phrases.numbers import without_of_whom
from liaison_metrics.sheets.words.phrases.prose.companions import companions_told

_SHORTEST_STEM = 5
"""So many letters at least are those that the forms of one word share ("trainer", "Trainers")."""

_LONGEST_ENDING = 3
"""Letters in which the forms of one word may differ ("facilitator", "facilitatoren")."""

_LONGEST_LINK = 4
"""An article or preposition between two words has at most so many letters ("assistant of the trainer")."""

_MOST_WORDS = 5

_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BEHIND = re.compile(r"\s*[,;(:]|\s+[-–—]\s")
"""What stands before more words about a label."""

_AROUND = " -–—•*·():"
"""Bullets, brackets and colons around the label of a number."""

_NO_LEADER = "personal"
"""A personal assistant is somebody's who takes part."""


def assists(text: str, leaders: Collection[str]) -> bool:
    """Returns whether a text only says that somebody assists one of the *leaders*, words in normal form, in any form of
    these ("Assistenz des Trainers", "trainer's assistant", "hjælpetræner")."""
    words = normal(text).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    others = [word for word in words if word not in tools("assistants")]
    if len(others) == len(words):
        return any(_is_compound(word, leaders) for word in words)
    long = [word for word in others if len(word) > _LONGEST_LINK]
    return bool(long) and all(any(_is_form_of(word, leader) for leader in leaders) for word in long)


@lru_cache(maxsize=10_000)
def assists_staff(text: str) -> bool:
    """Returns whether a text only says that somebody assists one of the team."""
    return assists(text, _staff())


@lru_cache(maxsize=10_000)
def does_not_count(remark: str) -> bool:
    """Returns whether a remark says that somebody isn't to be counted, or works at a post of the team ("gave the
    lesson, doesn't count"). Somebody whom the person brought is somebody else ("has a child with her, doesn't count").
    """
    form = normal(remark)
    uncounted = phrases_in(form, tools("not_counted"))
    brought = bool(uncounted) and companions_told(form.partition(uncounted[0])[0])
    return works_at_post(remark) or (bool(uncounted) and not brought)


def works_at_post(text: str) -> bool:
    """Returns whether a text only says that somebody of the team works at a desk, a table or the like ("operator,
    registration desk", "Moderation Tisch 2")."""
    words = normal(text).split()
    posts = [word for word in words if word in tools("posts_of_team")]
    of_team = [word for word in words if word in values("staff") or word in _staff()]
    known = len(posts) + len(of_team)
    rest = [word for word in words if word not in posts and word not in of_team]
    links = all(len(word) <= _LONGEST_LINK or word.isdecimal() for word in rest)
    return bool(posts and of_team) and known < _MOST_WORDS and len(rest) < _LONGEST_LINK and links


@lru_cache(maxsize=10_000)
def is_of_team_beside(label: str) -> bool:
    """Returns whether the label of a number is of the team beside those who count ("Staff (not counted)", "Trainers in
    addition to the participants")."""
    head = _BEHIND.split(label.strip(_AROUND))[0]
    words = without_phrases(normal(head).split(), additional_words())
    if counts_team(" ".join(words)):
        return True
    firsts = (at for at in range(1, min(len(words), _MOST_WORDS)) if counts_team(" ".join(words[:at])))
    rest = {word for at in firsts for word in words[at:]}
    return not rest.isdisjoint(people_words("people")) or bool(phrases_in(normal(label), tools("not_counted")))


def says_not_counted(label: str) -> bool:
    """Returns whether the label of a number is of a team that doesn't count ("Trainers (not included)")."""
    return is_of_team_beside(label) and bool(phrases_in(normal(label), tools("not_counted")))


@lru_cache(maxsize=10_000)
def counts_team(label: str) -> bool:
    """Returns whether the label of a number is of the team alone ("- of whom our own staff", "davon Trainer/innen",
    "Volunteer helpers"). Staff of somebody else ("staff of the school") may be participants."""
    asides = {normal(aside) for aside in _ASIDE.findall(label)}
    plain = without_of_whom(_ASIDE.sub(" ", label).strip(_AROUND)) or label
    words = normal(plain).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    groups = frozenset(word for forms in vocabulary_forms()["group"].values() for word in forms)
    team = (values("staff") | tools("staff_heading") | tools("team")) - groups
    links = tools("of_project") | tools("articles") | tools("around_team")
    found: set[str] = set()
    rest = without_phrases(without_phrases(words, team, found), links)
    return (bool(found) and not rest) or bool(asides & team)


@cache
def _staff() -> frozenset[str]:
    known = values("staff") | tools("staff_heading") | tools("facilitators")
    long = (word for word in known if " " not in word and len(word) >= _SHORTEST_STEM)
    return frozenset(word for word in long if not word.startswith(_NO_LEADER))


def _is_form_of(word: str, leader: str) -> bool:
    stem = max(_SHORTEST_STEM, min(len(word), len(leader)) - _LONGEST_ENDING)
    return abs(len(word) - len(leader)) <= _LONGEST_ENDING and word[:stem] == leader[:stem]


def _is_compound(word: str, leaders: Collection[str]) -> bool:
    """Whether one word names both, the one or the other first ("Trainerassistenz", "Hilfstrainer")."""
    helpers, first = tools("assistants"), tools("assisting")
    behind = any(word.endswith(end) and _leads(word[: -len(end)], leaders) for end in helpers)
    return behind or any(word.startswith(one) and word[len(one) :] in leaders for one in first)


def _leads(beginning: str, leaders: Collection[str]) -> bool:
    return beginning in leaders or beginning.removesuffix("s") in leaders


def names_helpers(header: str) -> bool:
    """Returns whether a header is of somebody who helps the people of an event ("Interpreter in the room"): what stands
    below it doesn't say who they are."""
    helps = tuple(tools("of_others_stems"))
    return any(word.startswith(helps) for word in normal(header).split())
