"""Phrases by which a remark says that somebody led the event or lessons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.titles.helpers import assists
from liaison_metrics.sheets.words.presence import without_other_ending

_LONGEST_TASK = 4
"""Words of a remark that only says what somebody does there ("teacher of the choir")."""

_BEGINNING = 5
"""Letters by which forms of one word are known."""

_LARGEST_GROUP = 15
"""A group that somebody moderates and others observe is small; in a larger one, an observer is a guest."""

_LARGEST_PART = 0.2
"""Among so many people, several leaders are no group of their own that takes part."""


def leads_lessons(text: str) -> bool:
    """Returns whether a text says that somebody leads lessons, and at most which."""
    words = normal(text).split()
    starts = (" ".join(words[:end]) for end in range(1, len(words) + 1))
    if not 0 < len(words) <= _LONGEST_TASK:
        return False
    if any(start in tools("leads_lessons") for start in starts) or _ends_as_leader(words):
        return True
    return assists(text, tools("leads_lessons"))


def _ends_as_leader(words: list[str]) -> bool:
    """Whether words name somebody by what they teach ("dance teacher", "Tanzlehrerin"), and not at a school."""
    if any(word.startswith(tuple(tools("of_school"))) for word in words):
        return False
    ended = words[-1].endswith(tuple(tools("leader_endings")))
    return ended or (len(words) > 1 and words[-1] in tools("leads_lessons"))


def who_teaches(roles: Mapping[str, int], most: int) -> frozenset[str]:
    """Returns the words for those who lead a course, *most* of them, among people who are all its learners, or a group
    of children; *roles* say how many people have each word. Among pupils, teachers may have come with them."""
    for leads, led in ((leads_lessons, "of_course"), (_leads_group, "of_group")):
        found = frozenset(filter(leads, roles))
        others = [text for text in roles if text not in found]
        if found and others and all(_is_in(one, led) for one in others) and _are_few(found, roles, most):
            return found
    return frozenset()


def observes_group(role: str, roles: Mapping[str, int], is_staff: Callable[[str], bool | None], most: int) -> bool:
    """Returns whether a role is that of an observer, *most* of them, of a small group whose people are all called the
    same and which somebody of the team leads: the observer takes no part."""

    def observes(text: str) -> bool:
        return normal(text.partition("(")[0]) in tools("observing")

    led = {text for text in roles if is_staff(text)}
    observers = {text for text in roles if observes(text)} - led
    others = {normal(text)[:_BEGINNING] for text in roles if text not in observers and is_staff(text) is False}
    few = sum(roles[text] for text in observers) <= most and sum(roles.values()) <= _LARGEST_GROUP
    return role in observers and few and bool(led) and len(others) == 1


def _are_few(found: Iterable[str], roles: Mapping[str, int], most: int) -> bool:
    """Whether at most so many people lead, or lead in each of several ways ("trainer", "head of course") and are a
    small part of all. Words that begin alike say the same ("Lehrer", "Lehrerin")."""
    ways: dict[str, int] = {}
    for text in found:
        way = normal(text)[:_BEGINNING]
        ways[way] = ways.get(way, 0) + roles[text]
    leading = sum(ways.values())
    return leading <= most or (max(ways.values()) <= most and leading <= _LARGEST_PART * sum(roles.values()))


def _leads_group(text: str) -> bool:
    return _is_in(text, "leads_group")


def _is_in(text: str, words: str) -> bool:
    return not tools(words).isdisjoint((normal(text), normal(without_other_ending(text))))


def leads_event(text: str) -> bool:
    """Returns whether a remark says that somebody led the event ("leads the session", "Leitung Kochabend")."""
    words = f" {normal(text)} "
    return any(f" {phrase} " in words for phrase in tools("leads_event"))
