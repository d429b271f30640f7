"""Infers what a column means from its values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import (
    is_class,
    is_email,
    is_name_like,
    is_not_stated,
    is_phone,
    is_total,
    number_of,
    text_of,
)
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import NAMES, is_about_others
from liaison_metrics.sheets.words.lists import headers, normal, tools, values
from liaison_metrics.sheets.words.names import name_and_address, without_number, without_others
from liaison_metrics.sheets.words.people import counts_with_additional
from liaison_metrics.sheets.words.presence import is_absence_mark, says_present
from liaison_metrics.sheets.words.vocabulary import Vocabulary

MAJORITY = 0.6
"""From this share of its values on, a column is taken to hold one kind of value."""

_VOCABULARY_KINDS = {
    "community": VocabularyKind.COMMUNITY,
    "group": VocabularyKind.GROUP,
    "gender": VocabularyKind.GENDER,
    "city": VocabularyKind.CITY,
    "activity": VocabularyKind.ACTIVITY,
}
_ROUGH = re.compile(r"^(?:[^\W\d]+\.?\s*)?[~<>≈]?\s*\d{1,5}\s*(?:\+|[-–]\s*\d{1,5})?\s*(?:[^\W\d]+)?$")
"""A number of people, exact or approximate ("about 30", "200+", "20-25")."""

_NEVER_MARKS = frozenset({*NAMES, "title", "city"})
"""Meanings whose values are never yes and no."""

_CLOCK = re.compile(r"\d[ T,]+\d{1,2}[.:]\d{2}[.:]\d{2}")

_UNPLANNED = re.compile(r"\d[ T,]+\d{1,2}[.:](?!\d[05](?:[.:]00)?(?!\d|[.:]\d))\d{2}")
"""A date with a time that nobody plans, such as 10:07 or 10:30:12: when somebody clicked, not when an event began."""


def value_shares(sample: Sequence[Cell], vocabulary: Vocabulary, period: tuple[date, date]) -> dict[str, float]:
    """Returns the share of a column's values that look like each kind."""
    counts: Counter[str] = Counter()
    told = [value for value in sample if not is_not_stated(text_of(value))]
    stated = [value for value in told if not (isinstance(value, str) and is_total(text_of(value)))] or told or sample
    for value in stated:
        text = text_of(value)
        for kind, looks in (
            ("email", is_email(text) or bool(name_and_address(text)[1])),
            ("phone", is_phone(text)),
            ("number", number_of(value) is not None),
            ("name", is_name_like(without_others(without_number(text)))),
            ("mark", says_present(text) or is_absence_mark(text)),
        ):
            counts[kind] += looks
        if isinstance(value, str) and _are_days(text):
            counts["days"] += 1
            counts["several days"] += len(re.findall(r"[,;]\s*\d", text))
        counts["small"] += len(text) < 3 and text.isdecimal()
        counts["rough"] += isinstance(value, str) and _is_rough_count(text)
        counts["clock"] += _CLOCK.search(text) is not None
        counts["stamp"] += _UNPLANNED.search(text) is not None
        counts["dated"] += isinstance(value, str) and bool(find_dates(text))
        if day := read_date(value):
            counts["date"] += 1
            counts["birth"] += 1900 < (day.day.year if day.day else day.year) < period[0].year - 4
            counts["event date"] += period[0].year <= (day.day.year if day.day else day.year) <= period[1].year
        for name, kind in _VOCABULARY_KINDS.items():
            counts[name] += vocabulary.code(kind, text) is not None
            if kind is VocabularyKind.COMMUNITY and vocabulary.country(text):
                counts[name] += 1
        counts["salutation"] += len(text) < 12 and normal(text) in tools("salutation")
        counts["class"] += is_class(text)
        counts["role"] += vocabulary.is_staff(text) is not None
        counts["presence word"] += len(text) > 4 and normal(text) in values("present") | values("absent")
    return {kind: count / len(stated) for kind, count in counts.items()} if stated else {}


def _is_about_job(header: str) -> bool:
    """Whether a header asks for the person's post in an organisation of their own, not for a role at the event."""
    return bool(set(normal(header).split()) & tools("own_organisation"))


def _asks_who_came(header: str) -> bool:
    """Whether a header asks if somebody came, in a word for it among small words ("Did she/he come?")."""
    words = normal(header).split()
    came = [word for word in words if headers().get(word) == "present" or word in tools("came")]
    return bool(came) and all(word in came or word in tools("around_came") for word in words)


@lru_cache(maxsize=10_000)
def _is_rough_count(text: str) -> bool:
    """Returns whether a text is a number of people that may be approximate, or with others ("30 + 5 walk-ins")."""
    return _ROUGH.search(text) is not None or (text[:1].isdigit() and bool(counts_with_additional(text)))


def _are_days(text: str) -> bool:
    """Whether a text is one or more dates and nothing else."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    return any(c.isdigit() for c in text) and all(map(read_date, parts))


def meaning_by_values(column: Column) -> str:
    """Returns a column's meaning after checking its header's meaning against its values."""
    meaning = column.meaning
    if not column.shares:
        return meaning
    if _mostly(column, "email"):
        return "unused" if meaning == "unused" and is_about_others(normal(column.header)) else "email"
    counted = _mostly(column, "mark") or _mostly(column, "number")
    if column.date is not None and (counted or not column.filled or meaning == "signature"):
        return "signature" if meaning == "signature" else ""
    for meanings, speaks_for, other in _OTHER_MEANINGS:
        if meaning in meanings and speaks_for(column):
            return other
    return _kept_meaning(column, meaning)


def _kept_meaning(column: Column, meaning: str) -> str:
    """Returns the meaning of a column whose values don't contradict its header's meaning."""
    if meaning in ("consent", "unused", "signature", "notes", "number", "joined", "residence", "time"):
        return meaning
    if column.date is not None and not meaning:
        return ""
    if meaning in _VOCABULARY_KINDS and meaning != "gender":
        return _vocabulary_meaning(column, meaning)
    if meaning == "organisation":
        return "group if none" if _mostly(column, "group", 0.8) else ""
    named = meaning in ("title", "session", "partner", "project")
    if named and _mostly(column, "activity", 0.9) and column.distinct < 12:
        return "activity or title"
    if meaning in ("birth_date", "birth_year", "date", "role", "present", "gender", "age", "people", "total"):
        return meaning
    if meaning == "email" and not _mostly(column, "email", 0.2):
        return _meaning_without_header(column)
    return meaning or _meaning_without_header(column)


def _mostly(column: Column, kind: str, share: float = MAJORITY) -> bool:
    return column.share(kind) >= share


_OTHER_MEANINGS: tuple[tuple[Collection[str], Callable[[Column], bool], str], ...] = (
    (("title",), lambda c: _mostly(c, "gender", 0.8), "gender"),
    # An answer to a question that mentions the name or the event.
    (_NEVER_MARKS, lambda c: _mostly(c, "mark", 0.8), "unused"),
    # Types of tickets or participants.
    (("activity",), lambda c: _mostly(c, "role", 0.8) and not _mostly(c, "activity", 0.2), "role"),
    (
        ("present",),
        lambda c: _mostly(c, "rough", 0.9) and c.distinct > 2 and not _mostly(c, "mark", 0.5),
        "people",
    ),
    (NAMES, lambda c: _mostly(c, "number"), "unused"),
    (("present",), lambda c: _mostly(c, "activity", 0.9) and not _mostly(c, "presence word", 0.1), "activity"),
    (("session",), lambda c: _mostly(c, "city", 0.9), "city"),
    # "Where from" with countries.
    (("city",), lambda c: _mostly(c, "community", 0.8) and not c.share("city"), "community"),
    (("people",), lambda c: _mostly(c, "mark", 0.8) and not _mostly(c, "number", 0.2), "unused"),
    (("people",), lambda c: _mostly(c, "name", 0.8) and not _mostly(c, "number", 0.2), "name"),
    (
        ("date",),
        lambda c: not (_mostly(c, "date", 0.3) or _mostly(c, "number") or _mostly(c, "dated", 0.5)),
        "",
    ),
    (
        ("present", "session", "activity", "title", ""),
        lambda c: _mostly(c, "days", 0.9) and bool(c.share("several days")),
        "date",
    ),
    (("unused",), lambda c: _mostly(c, "role", 0.8) and c.distinct > 1 and not _is_about_job(c.header), "role"),
    (("",), lambda c: _mostly(c, "mark", 0.9) and _asks_who_came(c.header), "present"),
    (("unused",), lambda c: bool(c.codes or c.country) and _mostly(c, "number"), ""),
    # A school form (grade).
    (("birth_year",), lambda c: _mostly(c, "small", 0.9), ""),
    # "Børn" is a slip away from "born".
    (("birth_date",), lambda c: _mostly(c, "number", 0.9) and _mostly(c, "small", 0.9), ""),
    (("joined",), lambda c: _mostly(c, "mark", 0.8), "present"),
    (("date",), lambda c: _mostly(c, "date", 0.9) and _mostly(c, "birth", 0.9), "birth_date"),
    (("session",), lambda c: _mostly(c, "date"), "date"),
    (("residence",), lambda c: _mostly(c, "city"), "city if none"),
)  # fmt: skip
"""Meanings of headers, what values must look like to speak for another meaning, and that one. The first one applies."""


def _vocabulary_meaning(column: Column, meaning: str) -> str:
    share = column.share(meaning)
    if meaning == "group" and _mostly(column, "class"):
        return ""
    if meaning == "group" and column.share("role") >= max(MAJORITY, share + 0.01):
        return "role"
    if share >= 0.5:
        return meaning
    better = max(_VOCABULARY_KINDS, key=lambda kind: (column.share(kind), kind == meaning))
    if meaning == "community" and better == "city" and column.share("city") >= 0.5:
        return "residence"  # a place of birth, never the event's city
    if column.share(better) >= 0.7 and meaning != "city":
        return better
    if meaning == "city":
        return "city"
    if meaning == "group" and share == 0 and normal(column.header) in tools("capacity"):
        return ""  # offices that people hold elsewhere
    if meaning == "group" and share == 0 and column.distinct > 0.5 * column.filled and column.filled > 3:
        return ""  # names of organisations
    return meaning


def _meaning_without_header(column: Column) -> str:
    """Returns the meaning of a column with an unknown or missing header if its values are clear."""
    for kind, share in (
        ("phone", 0.7),
        ("gender", 0.8),
        ("community", 0.7),
        ("city", 0.8),
        ("activity", 0.7),
        ("group", 0.7),
    ):
        if (
            column.share(kind) >= share
            and column.share("number") < 0.5
            and not (kind == "gender" and column.share("mark") > 0.5)
        ):
            return kind
    if column.share("role") >= 0.6 and column.distinct > 1:
        return "role"
    if column.share("presence word") >= 0.8:
        return "present"
    if column.share("date") >= 0.8 and column.share("clock") >= 0.8:
        return "unused"  # a submission time
    if column.share("date") >= 0.8:
        return "date" if column.share("event date") >= 0.9 * column.share("date") else "birth_date"
    return ""
