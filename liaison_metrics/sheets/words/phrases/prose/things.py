"""Tells numbers of things, hours and money, and those of the team, from numbers of the people who came."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import evidence, header_starts, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import has_phrase, phrases_in
from liaison_metrics.sheets.words.presence import names_people

_SCALE = re.compile(r"\d\s*[-–/]\s*\d|[€$£²]|\b(?:EUR|DKK|kr)\b")
"""A scale or a currency beside what is rated or paid ("Rating (1-5)")."""

_SHORTEST_END = 6
"""Shorter words end others by chance ("Interessen")."""


@lru_cache(maxsize=10_000)
def is_of_things(header: str) -> bool:
    """Returns whether a header is of things that people got or used, of hours or of money ("Flyers", "Cups of coffee",
    "Personalstunden"), and names no people."""
    form = f" {normal(header)} "
    given = phrases_in(form, evidence("given_out"))
    for phrase in given:
        form = form.replace(f" {phrase} ", " ")
    words = form.split()
    if any(map(names_people, words)):
        return False
    return bool(given) or any(word in words_of_counts() or word.endswith(_ends()) for word in words)


@lru_cache(maxsize=10_000)
def is_of_nobody(header: str) -> bool:
    """Returns whether a header in a log of events is of another number than of people ("Average age", "Rating (1-5)",
    "WP"), or says that people were counted elsewhere than at the event ("Website visitors", "Last year")."""
    words = normal(header).split()
    if header_starts(header, "counted_elsewhere") or has_phrase(" ".join(words), evidence("counted_elsewhere")):
        return True
    people = people_words("people") | values("participant")
    if not people.isdisjoint(words) or any(map(speaks_of_coming, words)):
        return is_share(header)
    scale = _SCALE.search(header) is not None
    return scale or is_share(header) or header_starts(header, "numbers_of_nobody")


@lru_cache(maxsize=10_000)
def is_share(header: str) -> bool:
    """Returns whether a header is of a share of people and not of their number ("Women %", "Frauenanteil")."""
    form = normal(header)
    return "%" in header or any(part in form for part in evidence("shares_of_people"))


@lru_cache(maxsize=10_000)
def is_of_team(header: str) -> bool:
    """Returns whether a header is of those on duty at an event ("Volunteers on shift")."""
    team = tools("team") | values("staff") | evidence("helpers") | tools("staff_heading")
    return not team.isdisjoint(normal(header).split())


@lru_cache(maxsize=10_000)
def counts_proxies(label: str) -> bool:
    """Returns whether a label is of votes or proxies, perhaps beside those who came ("Units (in person + proxies)")."""
    return has_phrase(normal(label), tools("proxies"))


@lru_cache(maxsize=10_000)
def is_of_team_alone(activity: str) -> bool:
    """Returns whether the name of an activity says that nobody but the team was there ("Staff meeting")."""
    return has_phrase(normal(activity), evidence("team_meetings"))


@cache
def words_for_things() -> frozenset[str]:
    """Returns the words for things, money and hours."""
    return tools("foreign") | evidence("no_things") | evidence("lesson_hours")


def speak_of_things(texts: Iterable[str]) -> bool:
    """Returns whether lines, or a sheet's name, speak of money, hours or things ("Budget 2021", "Volunteer hours"), and
    of no people."""
    words = {word for text in texts for word in normal(text).split()}
    things = words_for_things() | tools("pay_sheets") | tools("goods_sheets")
    return not words.isdisjoint(things) and not any(map(names_people, words))


@cache
def words_of_counts() -> frozenset[str]:
    """Returns the words that numbers of things, money and hours are labelled with. In sentences and beside people, some
    of them mean something else."""
    return words_for_things() | evidence("counted_things")


@cache
def _ends() -> tuple[str, ...]:
    """Returns the words with which compound words for things end."""
    return tuple(sorted(word for word in words_of_counts() if len(word) >= _SHORTEST_END and " " not in word))
