"""Marks and words for presence and absence."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from liaison_metrics.sheets.words.headers import PERSONAL
from liaison_metrics.sheets.words.lists import alternatives, evidence, headers, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.absence import (
    OTHER_ENDING,
    abbreviates_absence,
    begins_as_called_off,
    leads_with_absence,
    speaks_of_coming,
    tells_absence,
)
from liaison_metrics.sheets.words.phrases.found import has_phrase, phrases_in
from liaison_metrics.sheets.words.phrases.numbers import names_entrance, without_of_whom

PRESENT_SIGNS = frozenset("✓✔√☑✅xX+●•■×✕✖ΧχХх👍👌🙋💚🟢🙂😀😊")
"""Ticks, dots and crosses, also the Greek and Cyrillic letters that look like a cross."""

ABSENT_SIGNS = frozenset("✗✘❌☐○–—-÷0/👎🔴🚫🙁")

_ABSENCE_ALONE = frozenset("✗✘❌☐")
"""Those that are never written for anything else: a dash may say that nothing was noted."""

DASHES = frozenset("–—-")
"""Where nobody has a mark, a dash may say that somebody was absent, or that nothing was noted."""

OF_ONE_PERSON = PERSONAL | {"community", "residence", "group", "gender", "age", "birth_date", "birth_year", "consent"}
"""Meanings of columns that say something of a person. Whatever their headers ask ("Where do you come from?"), it is not
whether somebody will come."""

_COLOURED = "\ufe0f"
"""Behind a sign: to be drawn in colour."""

LONGEST_INITIALS = 3
"""Somebody may sign with so many letters; "excused" is no signature."""

_POINTS = re.compile(r"\s*\(\d+\s*/\s*\d+\)$")
"""Points that learning platforms add to a mark ("P (2/2)")."""

_LETTER_AND_POINTS = re.compile(r"([^\W\d_])\s*\((\d+)\s*/\s*(\d+)\)")
_LATE, _EXCUSED = frozenset("lrvκ"), frozenset("egδ")
"""Letters with which learning platforms mark who came late, or stayed away with an excuse: both get some points."""

_TIME_THERE = re.compile(rf"(\d{{1,3}}(?:[.,]\d+)?)\s*{alternatives('hours')}", re.I)
"""Time spent at the event ("3 h")."""

_TIME = re.compile(
    rf"(?:[^\W\d]{{2,6}}\.?\s+)?\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\s*(?:h|[^\W\d]{{3}}|{alternatives('half_day')}))?"
    r"(?:\s*[-–—]\s*(?:\d{1,2}[:.h]\d{2})?)?",
    re.I,
)
"""A time of day, or two ("17:05", "kl. 17.05", "5:05 pm", "16:00-18:30")."""

_SHORTEST_MOVEMENT, _LONGEST_MOVEMENT, _MOST_WORDS_OF_MOVEMENT = 4, 40, 5
"""Letters of a word for coming or going that may stand among others, letters and words of such a text."""

_SHORTEST_ABSENCE = 5
"""Shorter words for absence among others may be parts of a name."""

_LEADING_WORD = re.compile(r"([^\W\d_]+)\s*(?:[,;:.!(]|\s[-–—]\s)")
"""The word that leads an answer, with a sign behind it."""

_BRACKETS = re.compile(r"\([^)]*\)")
_LONGEST_REASON = 5
"""Words of a note that only says why somebody was absent ("on holiday until Monday")."""

_LONGEST_NOT = 2
"""Letters of an abbreviated "not" ("n. erschienen")."""

_SHORTEST_WORD = 5
"""Shorter words for presence begin other lines too."""

_PARTICLES = frozenset(("out", "up"))
"""Words of "handed out", which name no badge."""


def without_other_ending(text: str) -> str:
    """Returns a text without the endings for another gender ("assente giustificato/a")."""
    return OTHER_ENDING.sub("", text) if "/" in text or "(" in text or "·" in text else text


def says_time(text: str) -> bool:
    """Returns whether a text is a time of day, as people note when they came."""
    return any(c.isdigit() for c in text) and _TIME.fullmatch(text) is not None


def says_duration(text: str) -> bool:
    """Returns whether a text is a length of time with its unit ("3 h", "46 min")."""
    return text[:1].isdigit() and _TIME_THERE.fullmatch(text) is not None


def _says_by_points(text: str) -> bool | None:
    """Returns whether a learning platform's mark ("L (1/2)") says that somebody was there: all points, or some for
    coming late; None if it says nothing, or is no such mark."""
    found = _LETTER_AND_POINTS.fullmatch(text) if text.endswith(")") else None
    if found is None:
        return None
    letter, points, most = normal(found[1]), int(found[2]), int(found[3])
    if points in (0, most):
        return points > 0
    return True if letter in _LATE else False if letter in _EXCUSED else None


def says_present(text: str) -> bool:
    """Returns whether a mark or word means that the person was there."""
    if (by_points := _says_by_points(text)) is not None:
        return by_points
    if text[:1].isdigit() and (time := _TIME_THERE.fullmatch(text)):
        return any(digit in "123456789" for digit in time[1])
    return text.rstrip(_COLOURED) in PRESENT_SIGNS or normal(_POINTS.sub("", text)) in values("present")


def says_signed(text: str) -> bool:
    """Returns whether somebody typed that a person signed ("firma", "Unterschrift")."""
    return headers().get(normal(text)) == "signature"


def is_signed(text: str) -> bool:
    """Returns whether a cell of a column for signatures says that the person signed: any text but a dash, a cross for
    absence, "no" or a word for absence. A drawn signature is a picture, which no cell holds."""
    return (
        bool(text) and not ABSENT_SIGNS.issuperset(text) and normal(text) not in tools("no") and not is_unsigned(text)
    )


def is_unsigned(text: str) -> bool:
    """Returns whether a text where others sign says that the person was absent, perhaps how or why ("assente
    giustificato/a", "abwesend (entsch.)"), or that nobody signed. A word that is also a name doesn't say it beside
    others, nor does one behind an initial."""
    form = normal(without_other_ending(text))
    if len(form) <= LONGEST_INITIALS or form in values("absent") or _denies_in_short(text):
        return len(form) > LONGEST_INITIALS
    if form in tools("unsigned") or form in tools("stayed_away") or (" " in form and tells_absence(text)):
        return True
    first, *more = form.split()
    words = [word for word in (first, *more) if len(word) >= _SHORTEST_ABSENCE]
    return (
        bool(more)
        and len(first) > 1
        and any(word in values("absent") - values("also_name") - tools("registered") for word in words)
    )


def is_absence_mark(text: str) -> bool:
    """Returns whether a text is only ever written as a mark of absence."""
    if says_duration(text):
        return not says_present(text)
    return text in _ABSENCE_ALONE or normal(without_other_ending(_POINTS.sub("", text))) in values("absent")


def says_absent(text: str) -> bool:
    """Returns whether a mark or word means that the person wasn't there."""
    if (by_points := _says_by_points(text)) is not None:
        return not by_points
    form = normal(without_other_ending(_POINTS.sub("", text)))
    if says_duration(text):
        return not says_present(text)
    known = text.rstrip(_COLOURED) in ABSENT_SIGNS or form in values("absent") or _denies_in_short(text)
    either = "/" in text and all(normal(part) in values("absent") for part in text.split("/"))  # "απών/απούσα"
    return known or either or abbreviates_absence(text) or (" " in form and _denies(text, form))


def _denies_in_short(text: str) -> bool:
    """Whether words say that somebody was absent with the "not" abbreviated ("n. erschienen", "δ. ήρθε")."""
    short, point, rest = text.partition(".")
    if not (point and 0 < len(short) <= _LONGEST_NOT and rest.strip()[:1].islower()):  # "N. Da" is a name
        return False
    return any(f"{one} {normal(rest)}" in values("absent") for one in tools("not") if one.startswith(normal(short)))


def _denies(text: str, form: str) -> bool:
    """Whether words hold a "not" ("non è venuta"). One that is also a name is none where all words have capitals, as
    those of names have ("Mai Nowak")."""
    denied = set(form.split()) & tools("not")
    written_as_name = all(word[:1].isupper() for word in text.split())
    return bool(denied - values("also_name") if written_as_name else denied)


def heads_absence(header: str) -> bool:
    """Returns whether a header says that whatever stands below it is of somebody's absence ("Absent", "Reason for
    absence", "Abwesend (Grund)"): all its words do, also several ("Απών/Απούσα", "No-show / cancelled"), or abbreviated
    ones ("Assente giust.")."""
    form = normal(_BRACKETS.sub(" ", without_other_ending(header))) or normal(header)
    if form in tools("absence_header") or abbreviates_absence(header.strip()):
        return True
    others = words_beside_absence(form)
    return others != form.split() and all(word in tools("around_absence_header") for word in others)


def words_beside_absence(form: str) -> list[str]:
    """Returns the words of a header in normal form that aren't of absence."""
    words = f" {form} "
    for phrase in phrases_in(words, tools("absence_header")):
        words = words.replace(f" {phrase} ", " ")
    return words.split()


@lru_cache(maxsize=20_000)
def counts_who_came(header: str) -> bool:
    """Returns whether a header is of those who came, and not of some of them ("Actually attended", "Gäste Eingang")."""
    if without_of_whom(header) != header and _says_there(normal(without_of_whom(header))):
        return True
    words = f" {normal(without_of_whom(header))} ".replace("  ", " ")  # two are left where a phrase stood
    for phrase in phrases_in(words, tools("who_came")):
        words = words.replace(f" {phrase} ", "  ")
    others = words.split()
    known = tools("around_came") | tools("around_who_came") | _single("came_that_day")
    badges = bool((tools("badge_words") - _PARTICLES) & set(others) and tools("handed_out") & set(others))
    if badges:
        known |= tools("badge_words") | tools("handed_out")
    people = [word for word in others if names_people(word)]
    that_day = has_phrase(words, tools("came_that_day"))
    came = badges or "  " in words or (bool(people) and (that_day or names_entrance(header)))
    return came and all(word in known or word in people or names_entrance(word) for word in others)


def _says_there(form: str) -> bool:
    """Whether words in normal form only say that people were there ("da", "here today")."""
    around = tools("around_came") | tools("around_who_came") | _single("of_today")
    today = tuple(tools("of_today"))
    there = [w for w in form.split() if w in tools("came") or not (w in around or w.startswith(today))]
    return bool(there) and all(word in tools("came") or word in _came() for word in there)


@cache
def _single(kind: str) -> frozenset[str]:
    return frozenset(word for phrase in tools(kind) for word in phrase.split())


@lru_cache(maxsize=10_000)
def names_people(word: str) -> bool:
    """Returns whether a word in normal form is for people who may take part ("Schüler", "guests", "παιδιά")."""
    known = people_words("people") | values("participant") | tools("accompanying_people")
    return word in known or headers().get(word) == "people"


@cache
def _came() -> frozenset[str]:
    return frozenset(word for word in values("present") if len(word) >= _SHORTEST_WORD)


def tells_reason(text: str) -> bool:
    """Returns whether a text in the place of a mark only says why somebody was absent ("dentist", "Urlaub"): it speaks
    of no coming, and of no time, which may be the one at which the person came."""
    words = normal(text).split()
    if not 0 < len(words) <= _LONGEST_REASON or any(map(str.isdigit, text)):
        return False
    if any(speaks_of_coming(word) or word in _came() for word in words):
        return False
    starts = [" ".join(words[at:]) for at in range(len(words))]
    off = starts[0] in tools("day_off") and text[:1].islower()  # "Fri" is a day
    return off or any(start.startswith(tuple(tools("absence_reasons"))) for start in starts)


def calls_off_for_reason(text: str) -> bool:
    """Returns whether a remark begins by saying that something was called off, and then only says why somebody stayed
    away, no day ("cancelled due to illness", "annullata per malattia"): so it isn't about a dinner."""
    words = normal(text).split()
    return begins_as_called_off(words) and tells_reason(text)


def led_by_answer(text: str) -> bool | None:
    """Returns whether an answer that goes on to say more is led by a yes ("Yes, I was there") or by a no ("Όχι,
    αρρώστησα"), None if by neither."""
    lead = _LEADING_WORD.match(text)
    word = normal(lead[1]) if lead else ""
    return False if word in tools("no") else True if word and word in values("present") else None


def says_whether_came(text: str) -> bool | None:
    """Returns whether an answer in words says that the person was there, None if it says nothing clear: by the yes or
    no that leads it, or by its first words."""
    led = False if leads_with_absence(text) else led_by_answer(text)
    if led is not None:
        return led
    words = normal(text).split()
    starts = [" ".join(words[:end]) for end in range(len(words), 1, -1)]
    if begins_as_called_off(words) or any(
        start in values("absent") or start in tools("stayed_away") for start in starts
    ):
        return False
    return not says_absent(text) if any(start in values("present") for start in starts) else None


@lru_cache(maxsize=1_000)
def wants_to_come(text: str) -> bool:
    """Returns whether a header or title lets people say that they want to come ("I would like to register", "Are you
    coming on Friday?"). Who is asked about today is there."""
    said = f" {normal(text)} "
    today = has_phrase(said, tools("of_today"))
    return not today and not _is_about_another_wish(text) and has_phrase(said, evidence("wants_to_come"))


def names_registration(header: str) -> bool:
    """Returns whether a header is about the registration, perhaps its day ("Registered on")."""
    registers = any(word.startswith(tuple(evidence("registering"))) for word in normal(header).split())
    return registers and not _is_about_another_wish(header)


def _is_about_another_wish(text: str) -> bool:
    """Whether a text is about something else that people may want: a newsletter, to be told, to help, a certificate."""
    return any(word.startswith(tuple(evidence("other_wishes"))) for word in normal(text).split())


@lru_cache(maxsize=10_000)
def says_movement(text: str, kind: str) -> bool:
    """Returns whether a text is what a log says of somebody's coming or going (*kind*: "comings" or "goings"): a word
    for it, perhaps among a few others ("Left the meeting")."""
    if len(text) > _LONGEST_MOVEMENT:
        return False
    known, words = tools(kind), normal(text).split()
    told = any(len(word) >= _SHORTEST_MOVEMENT and word in known for word in words)
    return " ".join(words) in known or (told and len(words) <= _MOST_WORDS_OF_MOVEMENT)
