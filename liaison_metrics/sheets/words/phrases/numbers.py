"""Understands numbers of people that are told in words: "about thirty-five", "12 women + 5 children", "30+"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import is_total, number_of
from liaison_metrics.sheets.words.lists import (
    alternatives,
    evidence,
    normal,
    number_words,
    people_words,
    tools,
    values,
    vocabulary_forms,
)
from liaison_metrics.sheets.words.phrases.days.times_of_day import without_time
from liaison_metrics.sheets.words.phrases.found import has_phrase, without_phrases

_THOUSANDS = re.compile(r"(?<=\d)[.,' \xa0](?=\d{3}(?!\d))")
_NUMBERS = re.compile(r"\d+")
_AND = re.compile(r"(?<=[^\W\d_])\s*\+\s*(?=\d)")
"""The sign between two numbers of people ("12 women + 5 children")."""

_AT_LEAST = re.compile(r"^\s*(?:>=|[>≥])\s*(?=\d)|(?<=\d)\+(?=\s|$)|(?<=\d)\s\+$")
"""Signs that a number is the least of what it may be ("30+", "> 80"), like the words "at least"."""

_EVERYBODY = re.compile(rf"[(,]\s*(?=[^()]*(?<!\w){alternatives('everybody')}(?!\w))[^()]*(?:\)|$)", re.I)
"""That everybody was counted ("(all, also those not on the list)")."""

_BUT = re.compile(r"(?<!\w)αλλά(?!\w)", re.I)
"""Greek "but", which without its accent is "others" ("άλλα")."""

_SUM = re.compile(r"^\s*=\s*(?=\d)")  # "= 13 on the day"
_COUNTED = re.compile(r"([^\d:]+?)\s*:\s*(\d{1,4})\s*(?:\(\D*\))?\s*")

_REMARKED = re.compile(r"(\d{1,5})\s*[,;(]\s*[^\W\d][^\d]*")
"""A number with a remark."""

_LIMIT = re.compile(r"\d\s*[-–—+<>≤≥%/]|[-–—+<>≤≥/]\s*\d")
"""Signs of ranges and upper limits: nobody knows how many people these are."""

_LONGEST_TEXT = 120
_MOST_DIGITS = 7
_MOST_WORDS = 3
"""A number in words has at most so many ("thirty and five")."""

_LONGEST_LABEL = 12  # longer labels are sentences

_LONGEST_WHOLE = 3
"""So short words of a list are whole words; longer ones may begin others."""
_TEN, _HUNDRED = 10, 100
_SHORT_WORD = 4  # shorter words begin many others ("Tor", "Torsdag")

_ANYBODY, _TEAM = "anybody", "team"


@lru_cache(maxsize=10_000)
def people_by_kind(text: str) -> int:
    """Returns the people of a text that counts them kind by kind ("18 adults and 7 children") or roughly ("approx.
    50"), without the team; 0 if it says anything else, or may count some of them twice."""
    if len(text) > _LONGEST_TEXT:
        return 0
    if normal(text) in people_words("one"):
        return 1
    text = _AND.sub(" ", _THOUSANDS.sub("", _AT_LEAST.sub("", without_team(text))))
    words = _with_digits(_without_about(normal(text)).split())
    places = [place for place, word in enumerate(words) if word.isdecimal() and len(word) < _MOST_DIGITS]
    if not places or places[0] or _LIMIT.search(text):
        return 0
    if len(words) == 1:
        return int(words[0])
    ends = [*places[1:], len(words)]
    kinds = [_kind_of(words[place + 1 : end]) for place, end in zip(places, ends, strict=True)]
    if "" in kinds or len(set(kinds) - {_TEAM}) != 1 or (_ANYBODY in kinds and kinds.count(_ANYBODY) != 1):
        return 0
    return sum(int(words[place]) for place, kind in zip(places, kinds, strict=True) if kind != _TEAM)


def total_by_kind(text: str) -> int:
    """Returns the people of a total that a text divides ("Total: 9 adults + 3 children"); 0 if it says anything
    else."""
    label, colon, rest = text.partition(":")
    if not colon or len(_NUMBERS.findall(rest)) < 2 or not is_total(label):
        return 0
    whole, *parts = map(int, _NUMBERS.findall(rest))
    if len(parts) > 1 and sum(parts) == whole:
        return whole  # "Total: 9 (women: 6, men: 3)"
    absent = has_phrase(normal(label), values("absent") | values("staff"))
    return 0 if absent else people_by_kind(rest.strip())


def with_but_apart(text: str) -> str:
    """Returns a text with another word in place of one for "but" that looks like one for others."""
    return _BUT.sub("όμως", text)


def with_total_in_full(text: str) -> str:
    """Returns a text with a word for a total in place of its sign, or its abbreviation, which alone may be another word
    (Greek "Συν. παρόντων: 15", unlike "συν 3")."""
    text = _SUM.sub("total ", with_but_apart(text))
    label, dot, rest = text.lstrip().partition(".")
    return f"total {rest}" if dot and normal(label) in tools("abbreviated_total") else text


def without_team(text: str) -> str:
    """Returns a text without the words that say that the team is not among its people ("Participants in all, without
    the organisers: 96")."""
    if not any(map(str.isdigit, text)) or len(text) > _LONGEST_TEXT:
        return text
    found = next((found for found in without_some().finditer(text) if normal(found[1]) in _team_left_out()), None)
    return text if found is None else f"{text[: found.start()]} {text[found.end() :]}".replace(" :", ":")


@cache
def _team_left_out() -> frozenset[str]:
    return values("staff") | tools("staff_heading") | tools("team") | evidence("team_left_out")


@cache
def without_some() -> re.Pattern[str]:
    """Returns the pattern of "without the organisers", with the last word in a group, also in brackets."""
    left_out = alternatives("leaves_out", "evidence")
    return re.compile(rf"\s*[,;(]?\s*(?<!\w){left_out}\.?\s+(?:[^\W\d]{{1,5}}\s+)?([^\W\d]+)(?!\w)\s*\)?", re.I)


@lru_cache(maxsize=10_000)
def counts_everybody(label: str) -> bool:
    """Returns whether a label of any words is of all people who were counted ("Hand counter at the door, visitors in
    total"): it names people or says that these are all, and counting, or what only counts heads ("clicker"), and
    nothing that makes them others ("registered", "so far", "of whom")."""
    words = normal(plain := _EVERYBODY.sub(" ", label)).split()
    if len(words) > _LONGEST_LABEL or any(map(str.isdecimal, words)):
        return False

    def named(kind: str, told: Sequence[str]) -> bool:
        begins = evidence(kind)
        longer = tuple(one for one in begins if len(one) > _LONGEST_WHOLE)
        return any(word in begins or word.startswith(longer) for word in told)

    by_head = named("head_count", words) or (named("counted_in", words) and named("counting_heads", words))
    if tools("registered") & {*normal(label).split()}:
        return False
    everybody = plain != label or any(word in tools("together_with") for word in words)
    by_device = everybody and any(word.startswith(tuple(tools("counters"))) for word in words)
    counted = by_head or by_device or (named("counted_people", words) and named("counting", words))
    heads = tuple(evidence("head_count"))  # German "Klicker" is no click, "at the end of the day" no part of anything
    others = [word for word in without_phrases(words, tools("at_that_moment")) if not word.startswith(heads)]
    return counted and not named("no_count", others)


def labelled_count(text: str) -> int:
    """Returns the people of a text that labels the number of all who were counted, perhaps with when and by whom
    ("Counted in the hall at 3 pm: 31"), 0 if it says anything else."""
    found = _COUNTED.fullmatch(without_time(text)) if ":" in text and len(text) <= _LONGEST_TEXT else None
    return int(found[2]) if found and counts_everybody(found[1]) else 0


@lru_cache(maxsize=5_000)
def number_in_words(form: str) -> int:
    """Returns the number that words in normal form say ("twelve", "thirty five", "funfundzwanzig"), 0 if none."""
    if form in number_words():
        return number_words()[form]
    if not _beside_tens().search(form):
        return 0  # nearly all texts
    for word, number in number_words().items():
        if not 2 * _TEN <= number < _HUNDRED:
            continue
        behind = form.removeprefix(word).strip()
        elided = form.removeprefix(word[:-1])  # "ventuno", "quarantotto"
        before = form.removesuffix(word).strip()
        joined = next((before.removesuffix(w).strip() for w in _words_for_and() if before.endswith(w)), "")
        for rest, whole in ((behind, form), (elided, form), (joined, before)):
            if rest != whole and 0 < (unit := _unit(rest)) < _TEN:
                return number + unit
    return 0


@cache
def _words_for_and() -> tuple[str, ...]:
    return tuple(sorted(people_words("and"), key=lambda word: (-len(word), word)))


@cache
def _beside_tens() -> re.Pattern[str]:
    """Returns a pattern of the texts that begin or end with a round number in words, which may lack its last letter at
    the beginning."""
    tens = [word for word, number in number_words().items() if 2 * _TEN <= number < _HUNDRED]
    return re.compile(rf"^(?:{'|'.join(re.escape(word[:-1]) for word in tens)})|(?:{'|'.join(map(re.escape, tens))})$")


def _unit(form: str) -> int:
    return 1 if form in people_words("one") else number_words().get(form, 0)


def _with_digits(words: Sequence[str]) -> list[str]:
    """Returns words with each number in words as digits, the longest first."""
    found: list[str] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _MOST_WORDS), start, -1):
            if number := number_in_words(" ".join(words[start:end])):
                found.append(str(number))
                start = end
                break
        else:
            found.append(words[start])
            start += 1
    return found


def numbers_said(text: str) -> set[int]:
    """Returns the numbers that stand in a text in words."""
    return {int(word) for word in _with_digits(normal(text).split()) if word.isdecimal()}


def _without_about(form: str) -> str:
    """Returns a text in normal form without the words that say that a number is an estimate ("about", "at least")."""
    if _first_words_about().isdisjoint(form.split()):
        return form  # nearly all texts
    for phrase in _about():
        form = f" {form} ".replace(f" {phrase} ", " ").strip()
    return form


@cache
def _about() -> tuple[str, ...]:
    return tuple(sorted(people_words("about"), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _first_words_about() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _about())


def _kind_of(words: Sequence[str]) -> str:
    """Returns by what the nouns behind a number divide people, "" if one of them is unknown."""
    beside = frozenset[str]().union(*map(people_words, ("and", "fillers", "total")))
    nouns = [word for word in words if word not in beside] or list(words)
    told = " ".join(words)
    return next(
        (kind for kind, known in _kinds().items() if nouns and (told in known or all(n in known for n in nouns))), ""
    )


@cache
def _kinds() -> dict[str, frozenset[str]]:
    forms = vocabulary_forms()
    groups = frozenset(word for words in forms["group"].values() for word in words)
    return {
        _ANYBODY: people_words("people") | people_words("present"),
        "age or gender": people_words("minors") | tools("adults") | tools("parts_of_people") | tools("gender_heading"),
        "group": groups,
        "community": frozenset(word for words in forms["community"].values() for word in words),
        _TEAM: values("staff") - groups,
    }


def may_state_number(text: str) -> bool:
    """Returns whether a text has a number, in digits or as a word: others state nothing."""
    return any(map(str.isdigit, text)) or not number_words().keys().isdisjoint(normal(text).split())


def names_counter(text: str) -> bool:
    """Returns whether a text names a device that counts people ("Zählerstand Tor Nord")."""
    return any(word.startswith(tuple(tools("counters"))) for word in normal(text).split())


def counts_at_a_door(text: str) -> bool:
    """Returns whether a text says that somebody counted who came in ("Counted at the door", "Türzählung")."""
    counting = tuple(evidence("counting"))
    words = normal(text).split()
    joined = (word.removeprefix(one) for word in words for one in evidence("entrances") if word.startswith(one))
    counted = any(word.startswith(counting) for word in words)
    return (counted and names_entrance(text)) or any(rest.lstrip("s").startswith(counting) for rest in joined if rest)


def names_entrance(text: str) -> bool:
    """Returns whether a text names a place where people come in ("In through the door", "Nordeingang")."""
    longer = tuple(one for one in evidence("entrances") if len(one) > _SHORT_WORD)
    words = normal(text).split()
    return any(word in evidence("entrances") or word.startswith(longer) or word.endswith(longer) for word in words)


def names_where_counted(text: str) -> bool:
    """Returns whether a text names a counter, or a place where people come in: whoever passed it was counted."""
    return names_counter(text) or names_entrance(text)


@lru_cache(maxsize=10_000)
def without_of_whom(text: str) -> str:
    """Returns a label or header without the words that mark it as a part ("of whom women")."""
    words = text.split()
    return " ".join(words[length_of_whom(words[:-1]) :])  # alone, these words mark nothing


@lru_cache(maxsize=10_000)
def is_part(text: str) -> bool:
    """Returns whether a label or header marks its people as a part of others ("of whom women")."""
    return length_of_whom(text.split()[:-1]) > 0


def length_of_whom(words: Sequence[str]) -> int:
    """Returns how many of the first words mark a part ("of whom"), 0 if they don't."""
    lengths = range(min(3, len(words)), 0, -1)
    return next((length for length in lengths if normal(" ".join(words[:length])) in tools("of_whom")), 0)


def people_of_value(value: Cell) -> int | None:
    """Returns the number of people of a value, also roughly ("about 50") or with a remark ("54, at the door")."""
    if (number := number_of(value)) is not None or not isinstance(value, str):
        return number
    remarked = _REMARKED.fullmatch(value.strip())
    return int(remarked[1]) if remarked else people_by_kind(value) or None
