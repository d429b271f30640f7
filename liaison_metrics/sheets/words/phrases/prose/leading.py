"""Phrases by which a remark says that somebody led the event or lessons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.phrases.titles.helpers import assists
from liaison_metrics.sheets.words.presence import without_other_ending

_LONGEST_TASK = 4
"""Words of a remark that only says what somebody does there ("teacher of the choir")."""

_BEGINNING = 5
"""Letters by which forms of one word are known."""

_LARGEST_GROUP = 15
"""A group that somebody moderates and others observe is small; in a larger one, an observer is a guest."""

_SHARED_WORDS = 2
"""Words that on average at least so many people share say as what they came; posts are said of one person each."""

_SHORTEST_HEAD = 5
"""A shorter word may end another by chance."""

_SHORTEST_PLACE = 4
"""A shorter stem of a word for an event begins other words."""

_LARGEST_PART = 0.2
"""Among so many people, several leaders are no group of their own that takes part."""


@lru_cache(maxsize=10_000)
def leads_lessons(text: str) -> bool:
    """Returns whether a text says that somebody leads lessons, and at most which, and not that it is at a school."""
    words = normal(text).split()
    starts = (" ".join(words[:end]) for end in range(1, len(words) + 1))
    if not 0 < len(words) <= _LONGEST_TASK or _is_at_school(words[1:]):
        return False
    if any(start in tools("leads_lessons") for start in starts) or _ends_as_leader(words):
        return True
    return assists(text, tools("leads_lessons"))


def _is_at_school(words: Iterable[str]) -> bool:
    return any(word.startswith(tuple(tools("of_school"))) for word in words)


def _ends_as_leader(words: list[str]) -> bool:
    """Whether words name somebody by what they teach ("dance teacher", "Tanzlehrerin"), and not at a school."""
    if _is_at_school(words):
        return False
    ended = words[-1].endswith(tuple(tools("leader_endings")))
    return ended or (len(words) > 1 and words[-1] in tools("leads_lessons"))


def who_teaches(roles: Mapping[str, int], most: int) -> frozenset[str]:
    """Returns the words for those who lead a course, *most* of them, among people who are all its learners, or a group
    of children; *roles* say how many people have each word. Among pupils, teachers may have come with them."""
    for leads, led in ((leads_lessons, "of_course"), (_leads_group, "of_group")):
        found = frozenset(filter(leads, roles))
        others = [text for text in roles if text not in found]
        if found and others and all(_is_in(one, led) or (led == "of_group" and _ends_as_child(one)) for one in others):
            children = not any(_is_in(one, "of_course") for one in others)
            if _are_few(found, roles, most) or (led == "of_group" and children and _are_small_part(found, roles)):
                return found
    return frozenset()


def is_led(text: str) -> bool:
    """Returns whether words name somebody of a group of children."""
    return _is_in(text, "of_group") or _ends_as_child(text)


def _ends_as_child(text: str) -> bool:
    """Whether words name somebody of a group of children by a longer word for it ("Seniorspejder", "junior scout")."""
    *_before, last = normal(text).split() or [""]
    words = tools("of_group") - tools("of_course")
    return last in words or any(last.endswith(one) for one in words if len(one) >= _SHORTEST_HEAD)


def who_leads_register(roles: Mapping[str, int], most: int) -> frozenset[str]:
    """Returns the words for those who lead the lessons of a register, *most* of them, in which the others share words
    for what they do there ("dancer"), which are none for pupils or guests."""
    found = frozenset(filter(leads_lessons, roles))
    others = {text: times for text, times in roles.items() if text not in found}
    known = any(normal(text) in values("participant") - tools("of_course") for text in others)
    few = sum(roles[text] for text in found) <= most
    return found if few and are_shared(others) and not known else frozenset()


def who_leads_meeting(said: Mapping[str, str], most: int) -> frozenset[str]:
    """Returns the names beside which stands that they lead the lessons, *most* of them, where nobody's says as what
    they take part; *said* is what stands beside each name. A speaker may be a guest."""
    speakers = tools("default_roles") | tools("speakers")
    found = frozenset(text for text, aside in said.items() if leads_lessons(aside) and normal(aside) not in speakers)
    others = any(normal(aside) in values("participant") for text, aside in said.items() if text not in found)
    return found if len(found) <= most and not others else frozenset()


def are_shared(texts: Mapping[str, int]) -> bool:
    """Returns whether texts are words that several people share each; *texts* say how many people have each."""
    return bool(texts) and sum(texts.values()) >= _SHARED_WORDS * len(texts)


def observers_of_group(roles: Mapping[str, int], is_staff: Callable[[str], bool | None], most: int) -> frozenset[str]:
    """Returns the words for the observers, *most* of them, of a small group whose people are all called the same and
    which somebody of the team leads: they take no part."""
    if sum(roles.values()) > _LARGEST_GROUP:
        return frozenset()
    led = {text for text in roles if is_staff(text)}
    found = frozenset(text for text in roles if normal(text.partition("(")[0]) in tools("observing")) - led
    others = {normal(text)[:_BEGINNING] for text in roles if text not in found and is_staff(text) is False}
    few = sum(roles[text] for text in found) <= most
    return found if few and led and len(others) == 1 else frozenset()


def _are_few(found: Iterable[str], roles: Mapping[str, int], most: int) -> bool:
    """Whether at most so many people lead, or lead in each of several ways ("trainer", "head of course") and are a
    small part of all. Words that begin alike say the same ("Lehrer", "Lehrerin")."""
    ways: dict[str, int] = {}
    for text in found:
        way = normal(text)[:_BEGINNING]
        ways[way] = ways.get(way, 0) + roles[text]
    leading = sum(ways.values())
    return leading <= most or (max(ways.values()) <= most and leading <= _LARGEST_PART * sum(roles.values()))


def _are_small_part(found: Iterable[str], roles: Mapping[str, int]) -> bool:
    """Whether those who lead a group of children are as few among them as they are where each has some of them."""
    return sum(roles[text] for text in found) <= _LARGEST_PART * sum(roles.values())


def _leads_group(text: str) -> bool:
    return _is_in(text, "leads_group")


def _is_in(text: str, words: str) -> bool:
    return not tools(words).isdisjoint((normal(text), normal(without_other_ending(text))))


def leads_event(text: str) -> bool:
    """Returns whether a remark says that somebody led the event ("leads the session", "Leitung Kochabend"). Of a phrase
    that ends with an article, the next word tells what somebody leads ("leitet den Sportverein" is none)."""
    words = f" {normal(text)} "
    places = tuple(sorted(stem for stem in tools("work_places") if len(stem) >= _SHORTEST_PLACE))
    for phrase in tools("leads_event"):
        _before, found, behind = words.partition(f" {phrase} ")
        open_ = phrase.split()[-1] in tools("articles_behind_verbs")
        if found and (not open_ or not behind.split() or behind.startswith((*places, *tools("led_parts")))):
            return True
    return False
