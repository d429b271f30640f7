"""Questions of forms about whether somebody came ("Did you come to the workshop?", "Warst du am Samstag dabei?")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from liaison_metrics.sheets.words.cells import without_brackets
from liaison_metrics.sheets.words.lists import headers, normal, tools, values, weekday_words, words_of_events
from liaison_metrics.sheets.words.phrases.found import has_phrase, phrases_in

_LONGEST = 16
"""Words of such a question."""

_LONG = 5
"""A word of an event may be the last part of a longer one if it has as many letters ("Nähworkshop")."""

_LONGEST_ENDING = 3
"""Letters that an article may add to a word ("infoaftenen")."""

_QUOTED = re.compile(r"[\"“„«»”][^\"“”„«»]*[\"“”«»]")

_NUMBERED = re.compile(r"\s*[^\W\d]{0,2}\s?\d{1,2}[a-z]?\s*(?:[.):]|\s[-–—]\s)\s*(?=[^\W\d])")
"""What numbers a question of a form ("Q1.", "3)"). A longer word may number days or workshops."""


@lru_cache(maxsize=20_000)
def asks_if_came(header: str) -> bool:
    """Returns whether a header asks if somebody came to the event of the sheet, perhaps with what it was about, and
    nothing else: a word for having come, or one for having been behind which stands the place or the event."""
    words = _words(header)
    if not may_ask_if_came(header):
        return False
    came = _came(words)
    known = tools("around_came") | tools("around_asked") | tools("asked_past") | came
    events = [at for at, word in enumerate(words) if at and word not in came and _names_event(word)]
    if not (came or any(_is_at_event(words, at) for at in events)):
        return False
    unknown = [at for at, w in enumerate(words) if w not in known and not _tells_day(w) and at not in events]
    addressed = bool(tools("asked_you") & set(words[:2])) and not tools("asked_lessons") & set(words)
    return not unknown or (addressed and bool(events) and _are_topic(words, events, unknown))


def _are_topic(words: list[str], events: list[int], unknown: list[int]) -> bool:
    """Whether the unknown words say what an event was about: one word right before it, and those behind it after a
    word such as "about", or one alone."""
    before = [at for at in unknown if at < events[0]]
    behind = [at for at in unknown if at > events[0]]
    led = [at for at in events if words[at + 1 : at + 2] and words[at + 1] in tools("about_topic")]
    about = not behind or any(at < behind[0] for at in led) or (not before and behind == [events[-1] + 1])
    return about and before in ([], [events[0] - 1])


@lru_cache(maxsize=20_000)
def asks_to_mark_coming(header: str) -> bool:
    """Returns whether a header asks people for a mark when they arrive, or who are there ("Put an X when you come")."""
    said = f" {' '.join(_words(header))} "
    phrase = next(iter(phrases_in(said, tools("mark_on_coming"))), "")
    rest = said.replace(f" {phrase} ", " ").split() if phrase else []
    return not tools("mark_words").isdisjoint(rest) and (tools("mark_words") | tools("around_mark")).issuperset(rest)


@lru_cache(maxsize=20_000)
def may_ask_if_came(header: str) -> bool:
    """Returns whether a header may ask so: it begins as a question about the past does, has a word for coming or for
    an event, and speaks of no other time and of no manner of coming."""
    words = _words(header)
    if not 1 < len(words) <= _LONGEST or words[0] not in tools("asked_past") | _first_of_came():
        return False
    if tells_other_time(header):
        return False
    return bool(_came(words)) or any(map(_names_event, words[1:]))


def tells_other_time(header: str) -> bool:
    """Returns whether a header speaks of another time than that of the event, or of the manner of coming."""
    said = f" {' '.join(_words(header))} "
    return has_phrase(said, tools("other_times"))


@lru_cache(maxsize=20_000)
def asks_about_earlier_visits(header: str) -> bool:
    """Returns whether a header asks if somebody had been there before ("Have you been here before?", "Schon mal dabei
    gewesen?"): the answers say nothing of this time. A time or a day says until when ("Came before 10:00")."""
    said = f" {normal(header)} "
    earlier = said.rstrip().endswith(tuple(f" {word}" for word in tools("before_this")))
    return (earlier or has_phrase(said, tools("earlier_visits"))) and not any(map(str.isdigit, said))


@cache
def _first_of_came() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in tools("asked_came"))


def _came(words: list[str]) -> frozenset[str]:
    """Returns the words of a question that are for having come."""
    said = f" {' '.join(words)} "
    phrases = {word for phrase in tools("asked_came") if f" {phrase} " in said for word in phrase.split()}
    long = {word for word in words if len(word) > _LONG and word in values("present")}
    known = {word for word in words if word in tools("came") or headers().get(word) == "present"}
    return frozenset(phrases | ((long | known) - tools("around_asked")))  # "der" is an article, too


def _words(header: str) -> list[str]:
    """Returns the words of a header without those in brackets and between quotation marks, and without its number."""
    numbered = _NUMBERED.match(header)
    return normal(_QUOTED.sub(" ", without_brackets(header[numbered.end() :] if numbered else header))).split()


def _is_at_event(words: list[str], event: int) -> bool:
    """Whether a word for having been leads to an event or its place, by a word such as "at"."""
    return words[0] in tools("asked_was") and words[event - 1] in tools("at_event")


def _names_event(word: str) -> bool:
    plain = words_of_events() - tools("around_came") - tools("around_asked") - tools("about_topic")
    known = word in plain | tools("event_places")
    cuts = range(max(_LONG, len(word) - _LONGEST_ENDING), len(word) + 1)
    return known or any(word[:end].endswith(_long_words()) for end in cuts)


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(word for word in words_of_events() if len(word) >= _LONG and word.isalpha())


def _tells_day(word: str) -> bool:
    """Whether a word is a number or a day of the week ("onsdags")."""
    ends = range(max(1, len(word) - _LONGEST_ENDING), len(word) + 1)
    return word.isdigit() or (len(word) > _LONG and any(word[:end] in weekday_words() for end in ends))
