"""The meaning of a header: known words in five languages, also inside a question or misspelt."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from liaison_metrics.sheets.words.lists import (
    activity_stems,
    alternatives,
    evidence,
    headers,
    normal,
    people_words,
    tools,
    values,
)
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.similar import SimilarWords
from liaison_metrics.sheets.words.phrases.titles.asked import asks_about_earlier_visits

NAMES = ("name", "given_name", "family_name")
"""Meanings of columns that hold names."""

PERSONAL = frozenset({*NAMES, "email", "phone"})
"""Meanings of columns that identify a person."""

IDENTIFYING = PERSONAL - {"phone"} | {"people"}
"""Meanings of columns without which a table counts nobody, or everybody as unidentified."""

EVENT = frozenset({"date", "city", "activity", "title"})
"""Meanings of columns that identify a row's event."""

_SHORTEST_WORD_FOR_PRESENCE = 5
"""Shorter words for presence mean something else in a title."""


class Manner(StrEnum):
    """How a header says its meaning, the clearest first: it is a known word, or excludes any use; a part of it is one;
    its first word is; it is one typo away; a phrase in it is known; it is two typos away."""

    WORD = "word"
    PART = "part"
    FIRST = "first"
    TYPO = "typo"
    PHRASE = "phrase"
    TYPOS = "typos"


_LONGEST_HEADER = 200
_LINK = re.compile(f" (?:{'|'.join(sorted(tools('links')))}) ")
_LED = frozenset({"date", "birth_date", "city", "people", "activity"})
"""Meanings that a first word alone can give. A birth date has its own headers."""

_MENTIONED = frozenset({"title", "activity", "session", "present"})
"""Meanings that a phrase only gives if it makes up most of the header: "How did you hear about the event?" mentions an
event, and its answers are no titles."""

_LEAST_SHARE = 0.5
"""The share of the header's letters that such a phrase needs. In questions of forms it has about a quarter, in headers
such as "Title of our event" more than half."""

_LONGEST_DATE_HEADER = 6  # longer headers are questions

_LONG_WORD = 8
"""In words of this length, two slips may be one typist's."""

_CLOCK = re.compile(r"(?<![\d.:/])\d{1,2}[:.]\d{2}(?![\d.:/])(?:\s*[-–—]\s*\d{1,2}[:.]\d{2})?")
"""When a session began, and perhaps ended."""

_DURATION = re.compile(rf"\d{{1,3}}(?:[.,:]\d{{1,2}})?\s*(?:h\b|{alternatives('hours')})", re.I)
"""Time that somebody was there ("1 h 32 min"): a value."""

_SHORTEST_ABBREVIATION = 3  # fewer letters ("No.") begin too many words

_NOISE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[*:]+\s*$|^\s*\d+\s*[.)]\s+")


def meaning_of(text: str) -> str:
    """Returns a header's meaning ("name", "date", "community" … as in the word lists), "" if unknown."""
    return header_meaning(text)[0]


@lru_cache(maxsize=20_000)
def header_meaning(text: str) -> tuple[str, Manner]:
    """Returns a header's meaning, "" if unknown, and how the header says it."""
    if not text or len(text) > _LONGEST_HEADER:
        return "", Manner.WORD
    form = normal(text)
    known = headers()
    if form in tools("joined") or form in tools("rejection"):
        return "joined" if form in tools("joined") else "notes", Manner.WORD
    if form in known:
        return known[form], Manner.WORD
    if normal(_NOISE.sub(" ", text)) in tools("visit_reasons"):
        return "", Manner.WORD  # only what stands below says what these are
    if re.search(r"@|https?:", text) or _DURATION.match(text):
        return "", Manner.WORD
    if (dated := _by_date_of(form)) is not None:
        return dated, Manner.PART
    first, _space, rest = form.partition(" ")
    if first in tools("whose") | tools("divided_by") and rest in known and "/" not in text:
        return known[rest], Manner.WORD
    if _is_certificate(form) and known.get(first) == "name":
        return "name", Manner.FIRST  # "Name on certificate"
    if is_about_others(form) or _is_certificate(form) or counts_something_else(form) or is_of_companions(form):
        return "unused", Manner.WORD
    meaning, manner = _by_its_words(text, form)
    return "people" if meaning == "present" and text.lstrip().startswith("+") else meaning, manner  # "+ came along"


def _by_its_words(text: str, form: str) -> tuple[str, Manner]:
    """Returns the meaning of a header that is no known word as a whole, and how it says it."""
    manner, meaning = Manner.PART, _by_part(text)
    if not meaning:
        manner, meaning = Manner.FIRST, _by_first(form)
    if not meaning:
        manner, meaning = Manner.TYPO, _by_slip(form, 1)
    if not meaning:
        manner, meaning = Manner.PHRASE, _by_phrase(form)
    if not meaning:
        manner, meaning = Manner.TYPOS, _by_slip(form)
    if not meaning and text.rstrip().endswith("."):
        manner, meaning = Manner.PART, _by_abbreviation(form)
    return "unused" if meaning in ("present", "given_name") and asks_about_earlier_visits(form) else meaning, manner


def _by_abbreviation(form: str) -> str:
    """Returns the meaning of the known headers of one word that an abbreviation begins, if they have only one."""
    if len(form) < _SHORTEST_ABBREVIATION or " " in form:
        return ""
    meanings = {meaning for word, meaning in headers().items() if word.startswith(form) and " " not in word}
    return meanings.pop() if len(meanings) == 1 else ""


def _by_date_of(form: str) -> str | None:
    """Returns the meaning of a header about a date, by what happened then: "unused" if a form was sent or a ticket
    bought, "date" if it names an event; None if it says neither."""
    words = form.split()
    if len(words) > _LONGEST_DATE_HEADER:
        return None
    endings = (end for end in sorted(tools("date_endings")) if words and words[-1] != end)
    last = next((end for end in endings if words[-1].endswith(end)), "")
    what = [*words[:-1], words[-1].removesuffix(last)] if last else words
    dated = last or has_phrase(form, tools("date_words"))  # "ημ νία" has two words
    if form in tools("recorded_alone") or (dated and any(w.startswith(tuple(tools("recorded"))) for w in what)):
        return "unused"
    if not last or len(words) > 1:
        return None
    stems = {stem for _code, stem, others in activity_stems() if not others}
    named = any(headers().get(what[0].removesuffix(joint)) in ("title", "activity") for joint in ("", *tools("joints")))
    return "date" if named or what[0].startswith(tuple(stems)) else None


@lru_cache(maxsize=50_000)
def is_header_word(text: str) -> bool:
    """Returns whether a text is exactly a known header, or one behind a word for dividing ("By community")."""
    first, _space, rest = (form := normal(text)).partition(" ")
    return form in headers() or (first in tools("divided_by") and rest in headers())


@lru_cache(maxsize=50_000)
def is_about_those_present(text: str) -> bool:
    """Returns whether a header or title says that it is about people who were there, or took part ("Anwesende
    Schüler/innen", "Hvem kom?", "Ποιοι ήρθαν")."""
    words = set(normal(text).split())
    return bool(words & _of_those_present()) or any(headers().get(word) in PERSONAL for word in words)


@cache
def _of_those_present() -> frozenset[str]:
    long = {word for word in values("present") if len(word) >= _SHORTEST_WORD_FOR_PRESENCE}
    said = values("participant") | people_words("present") | people_words("people") | tools("asks_who")
    return frozenset(said | evidence("coming") | long)


def is_part_of_header(text: str) -> bool:
    """Returns whether a text divides the header above it: a part of the day, yes or no."""
    form = normal(text)
    is_answer = form in values("present") or form in values("absent")
    return len(form) > 1 and (is_answer or not tools("parts_of_day").isdisjoint(form.split()))


@lru_cache(maxsize=20_000)
def tells_arrival(header: str) -> bool:
    """Returns whether a header is of the times at which people came, or got the badge that they get then, and of
    nothing else: not of the arrival at a hotel, by train, as planned."""
    words, came = normal(header).split(), tuple(tools("arrived"))
    around = tools("date_words") | tools("around_arrival")
    around |= tools("badge_words") if (given := tools("handed_out") & set(words)) else set()
    told = [word for word in words if word.startswith(came) or word in given]
    return bool(told) and all(word in told or word in around for word in words)


def is_of_programme(text: str) -> bool:
    """Returns whether a header is of a part of a conference's programme: it says which, or when it began ("Opening",
    "Panel 2", "Session 1 09:30")."""
    return bool(set(normal(text).split()) & tools("programme")) or _CLOCK.search(text) is not None


def only_names_part_of_programme(text: str) -> bool:
    """Returns whether a header names such a part and nothing else."""
    words = normal(_CLOCK.sub(" ", text)).split()
    known = tools("programme") | tools("part_of_event") | tools("around_part") | tools("parts_of_day")
    return is_of_programme(text) and all(word in known or word.isdigit() or len(word) == 1 for word in words)


def _by_part(text: str) -> str:
    plain = _NOISE.sub(" ", text)
    parts = [*reversed(re.split(r"[/|\n–]", plain))]
    forms = [normal(re.sub(r"^\s*\d+\s*[.)]\s*|\s*\d+\s*$", "", part)) for part in (plain, *parts)]
    said = [headers()[form] for form in forms if form in headers()]
    if set(said[:2]) == {"name", "instructor"}:
        return "name"  # "Participant / trainer name"
    aside = (normal(part) for part in re.findall(r"\(([^)]*)\)", text))
    return next(iter((*said, *(headers()[form] for form in aside if form in headers()))), "")


def _by_phrase(form: str) -> str:
    """Returns the meaning of the longest known phrase in a header of several words."""
    tokens = form.split()
    if not 2 <= len(tokens) <= 30:
        return ""
    known = headers()
    found: list[tuple[int, str]] = []
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + 6), start, -1):
            phrase = " ".join(tokens[start:end])
            if len(phrase) > 2 and phrase in known and phrase not in values("also_name"):
                found.append((len(phrase), known[phrase]))
                break
    if "consent" in {meaning for _length, meaning in found}:
        return "consent"
    numbered = any(token.isdigit() or len(token) == 1 for token in tokens)  # “Session 2”, unlike “Meeting room”
    stated = [
        (length, meaning)
        for length, meaning in found
        if (length >= _LEAST_SHARE * len(form) or meaning not in _MENTIONED) and (meaning != "session" or numbered)
    ]
    said = max(stated)[1] if stated else ""
    return "" if said == "name" and has_phrase(form, tools("not_counted")) else said  # "Ida Holm (no participant)"


@lru_cache(maxsize=20_000)
def is_of_companions(form: str) -> bool:
    """Returns whether a header in normal form is about people who come along with the person of a row."""
    said = set(form.split())
    known = said & tools("companions") or has_phrase(form, tools("companion_phrases"))
    pairs = (("who_comes_along", "how_they_come"), ("accompanying_people", "brings"))
    return bool(known) or any(said & tools(whom) and said & tools(how) for whom, how in pairs)


def is_of_household(form: str) -> bool:
    """Returns whether a header in normal form is of a column that names one of a family."""
    return form in tools("households") or bool(set(form.split()[:1]) & tools("households"))


def includes_oneself(form: str) -> bool:
    """Returns whether a header in normal form is of a number of people to whom the person of the row belongs."""
    said = [phrase for phrase in tools("including_oneself") if f" {phrase} " in f" {form} "]
    return bool(said) and not any(f" {no} {phrase} " in f" {form} " for no in tools("not") for phrase in said)


def counts_adults(form: str) -> bool:
    """Returns whether a header in normal form is of a number of adults."""
    return bool(set(form.split()) & tools("adults"))


def counts_something_else(form: str) -> bool:
    """Returns whether a header in normal form asks for a number of something else than people ("how many years")."""
    words = form.split()
    places = (at for at, word in enumerate(words) if word in tools("other_units"))
    return any(tools("how_many") & {words[at - 1], " ".join(words[at - 2 : at])} for at in places if at)


@lru_cache(maxsize=20_000)
def is_about_others(form: str) -> bool:
    """Returns whether a header in normal form is about somebody else than the participant: who paid, whom to call; or
    about the country of an organisation."""
    words = set(form.split()) - tools("possessive_links")
    bodies = {word for word in words if headers().get(word) == "organisation" or word in tools("own_organisation")}
    of_body = bool(bodies) and bool(words - bodies) and words - bodies <= tools("country")
    return of_body or has_phrase(form, tools("somebody_else"))


def _is_certificate(form: str) -> bool:
    """Whether a header is about a certificate: who wants a certificate of attendance may not have come."""
    return any(word in tools("certificate") for word in form.split())


def _by_first(form: str) -> str:
    """Returns the meaning of a known first word that the rest only specifies ("date of the focus group")."""
    first, *rest = _LINK.split(form, maxsplit=1)
    meaning = headers().get(first, "") if rest else ""
    return meaning if meaning in _LED else ""


@lru_cache(maxsize=1)
def _words() -> SimilarWords:
    return SimilarWords(word for word in headers() if len(word) > 4)


def _by_slip(form: str, most: int = 2) -> str:
    allowed = min(most, 0 if len(form) < 6 else 1 if len(form) < 10 else 2)
    if not allowed or any(c.isdigit() for c in form):
        return ""
    words = {word: slips for word, slips in _words().within(form, allowed).items() if _differ_by_slips(form, word)}
    nearest = min(words.values(), default=0)
    near = {headers()[word] for word, slips in words.items() if slips == nearest}
    return near.pop() if len(near) == 1 else ""


def _differ_by_slips(form: str, known: str) -> bool:
    """Whether no short word differs in two letters: a meeting room is no meeting role."""
    own, other = form.split(), known.split()
    pairs = zip(own, other, strict=False) if len(own) == len(other) > 1 else ()
    return all(OSA.distance(a, b) <= 1 or min(len(a), len(b)) >= _LONG_WORD for a, b in pairs)
