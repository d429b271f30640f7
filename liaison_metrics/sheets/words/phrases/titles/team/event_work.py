"""Words for what those who hold an event do there ("Kursassistenz", "responsabile del laboratorio", "sound and light"),
told by the parts of words: who does something, and for what."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.found import has_phrase, without_phrases

_SHORTEST_STEM = 4
"""A shorter stem may begin any word, so it must be the whole word."""

_SHORTEST_HEAD = 6
"""A shorter word may end another by chance."""

_SHORTEST_PRESENCE = 6
"""Shorter words for presence mean other things as well."""

_NAME = 2
"""Words of a family name and a given name."""

_SMALL_WORD = 2
"""Letters of articles and prepositions that no list needs."""

_MOST_WORDS = 9
_LINKS = ("", "s", "e", "en", "n")
"""What stands between the two parts of a compound ("Veranstaltungsleitung")."""

_ENDINGS = re.compile(
    r"(?<=\w)[:*/·(](?=in(?:nen)?\b|r\b|n\b|s\b|es\b|trici\b|ce\b)|(?<=\w)/-?(?=in|a\b|e\b|i\b|ce\b)", re.I
)
"""The sign before the ending for another gender ("Referent:innen", "formatore/trice")."""


_BETWEEN_PARTS = re.compile(r"[,;(]|\s[–—-]\s")
"""What stands between the parts of what is said of one person."""


@lru_cache(maxsize=20_000)
def works_at_event(text: str) -> bool:
    """Returns whether a text says nothing but that somebody works for an event or those who hold it: by a word that is
    enough ("photographer"), or by who does something and for what ("responsabile del laboratorio")."""
    return _tells_of_work(text, _known())


@lru_cache(maxsize=20_000)
def heads_those_at_work(text: str) -> bool:
    """Returns whether a line over people says that they work for the event. A word that is also said of a sheet, or of
    those who came ("Registration"), is not enough."""
    if any(map(str.isdecimal, normal(text).split())):
        return False  # "Team 3" is a group
    may_be_name = len(text.split()) == _NAME and text.istitle()
    return _tells_of_work(text, _known() - tools("said_of_sheets"), joined=not may_be_name)


@lru_cache(maxsize=20_000)
def is_role_of_team(role: str) -> bool:
    """Returns whether a role in any of its parts says that somebody works for the event or those who hold it ("Field
    worker (partner org.)", "volontaria in servizio")."""
    if takes_part(role):
        return False
    if works_at_event(role) or normal(role).endswith(tuple(f" {phrase}" for phrase in tools("said_of_team"))):
        return True
    _first, *asides = (part.strip(" )") for part in _BETWEEN_PARTS.split(role))
    told = tools("said_of_team") | tools("of_project")
    return any(normal(aside) in told or works_at_event(aside) for aside in asides)


@lru_cache(maxsize=20_000)
def labels_those_at_work(label: str) -> bool:
    """Returns whether a label of minutes is of somebody who works for the meeting, or leads or records it ("Redige il
    verbale", "Chairwoman of the meeting"); by whom something was done, if it isn't of those who took part ("Photos
    by")."""
    if _tells_of_work(label, _known(), more="meeting_roles"):
        return True
    words = normal(label).split()
    others = any(_begins(word, kind) for word in words for kind in ("takes_part", "not_those_there", "represents"))
    return len(words) > 1 and words[-1] in tools("done_by") and not others and not heads_those_there(label)


@lru_cache(maxsize=20_000)
def heads_those_there(label: str) -> bool:
    """Returns whether a label of minutes is of those who were there ("Round the table", "Es nahmen teil"), and not of
    those who were asked or stayed away."""
    words = normal(_ENDINGS.sub("", label)).split()
    denied = tools("not") | tools("not_those_there")
    if not 0 < len(words) <= _MOST_WORDS or not denied.isdisjoint(words):
        return False
    form = " ".join(words)
    there = values("present") | people_words("present")
    said = form in values("participant") or any(len(word) >= _SHORTEST_PRESENCE and word in there for word in words)
    return said or has_phrase(form, tools("those_there"))


@lru_cache(maxsize=20_000)
def takes_part(role: str) -> bool:
    """Returns whether a role says that somebody takes part, whatever their profession ("Lehrerin (zu Gast)", "teacher
    with her class")."""
    return has_phrase(normal(role), tools("takes_part_words"))


def only_works_at_event(role: str) -> bool:
    """Returns whether a role with a word for participants in it says that somebody works for the event ("registrazione
    ospiti")."""
    return works_at_event(role) and normal(role) not in values("participant") | tools("came_as")


@lru_cache(maxsize=20_000)
def lives_as(role: str) -> bool:
    """Returns whether a role says what somebody is in life, who leads no event by that: a post, a trade, a relative
    ("parroco", "Pfarrgemeinderat", "farmer from the valley")."""
    form = f"{normal(role)} "
    first = form.split(" ")[0]
    ends = tuple(word for word in tools("lives_as") if len(word) >= _SHORTEST_HEAD)
    known = any(form.startswith(f"{phrase} ") for phrase in tools("lives_as"))
    return known or first.endswith(ends) or normal(role).endswith(ends)


def told_work(text: str, known: frozenset[str], more: str, *, joined: bool = True) -> bool:
    """Returns whether a text says nothing but that somebody works for an event, as ``works_at_event``: also by other
    phrases that are *known*, and by *more* stems that are enough, with light verbs, languages and parts of an event
    around them. *joined*: a word for who works and one for what they do say so together."""
    every = _known() | known
    light, tongues = tools("team_light_verbs") | tools("led_parts"), tuple(sorted(tools("tongues")))
    plain = " ".join(one for one in normal(text).split() if one not in light and not one.startswith(tongues))
    return any(_tells_of_work(one, every, joined=joined, more=more) for one in (text, plain))


def _tells_of_work(text: str, known: frozenset[str], *, joined: bool = True, more: str = "") -> bool:
    """*joined*: a word for who works and one for what they do say so together. *more*: another list of stems that are
    enough."""
    words = normal(_ENDINGS.sub("", text)).split()
    if not 0 < len(words) <= _MOST_WORDS or has_phrase(" ".join(words), tools("own_devices")):
        return False
    found: set[str] = set()
    rest = without_phrases(words, known, found)
    does: set[str] = set()
    for_what: set[str] = set()
    for word in rest:
        if _begins(word, "takes_part"):
            return False
        if (
            (more and _begins(word, more))
            or _joins_both(word)
            or (_begins(word, "work_here") and word not in tools("said_of_sheets") - known)
        ):
            found.add(word)
            continue
        does |= {word} if _begins(word, "workers") else set()
        for_what |= {word} if _begins(word, "work_places") else set()
        if word not in does | for_what and not _is_small(word):
            return False
    return bool(found) or bool(joined and does and for_what and len(does | for_what) > 1)


def _is_small(word: str) -> bool:
    return len(word) <= _SMALL_WORD or word.isdecimal() or word in tools("around_work")


@cache
def _known() -> frozenset[str]:
    """Returns the phrases that say who is of the team, without those that are also names."""
    known = values("staff") | tools("staff_heading") | tools("team") | tools("serving") | tools("organising")
    return known - values("also_name")


def _begins(word: str, kind: str) -> bool:
    """Whether a word begins with a stem of a list; with a short one, if it is that."""
    exact, stems = _stems(kind)
    return word in exact or word.startswith(stems)


@cache
def _stems(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = tools(kind)
    return words, tuple(sorted(word for word in words if len(word) >= _SHORTEST_STEM))


@lru_cache(maxsize=20_000)
def _joins_both(word: str) -> bool:
    """Whether one word says for what somebody works, and who does it ("Kursleitung", "kursusassistent")."""
    workers = tuple(tools("workers") | tools("work_here"))
    heads = (place for place in tools("work_places") if len(place) >= _SHORTEST_STEM - 1 and word.startswith(place))
    return any(
        word[len(place) :].startswith(link) and word[len(place) + len(link) :].startswith(workers)
        for place in heads
        for link in _LINKS
    )
