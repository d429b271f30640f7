"""What the values of a column look like: the share of each kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import (
    amount_of,
    is_class,
    is_email,
    is_name_like,
    is_not_stated,
    is_phone,
    is_tally,
    number_of,
    starts_total_row,
    text_of,
)
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.lists import alternatives, evidence, normal, tools, values
from liaison_metrics.sheets.words.names import (
    are_initials,
    listed_names,
    name_and_address,
    without_number,
    without_others,
)
from liaison_metrics.sheets.words.people import counts_with_additional
from liaison_metrics.sheets.words.phrases.absence import begins_as_called_off, tells_absence
from liaison_metrics.sheets.words.phrases.ages import is_range_of_ages, names_kind_of_people
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.numbers import number_in_words
from liaison_metrics.sheets.words.phrases.prose.counted_people import people_beside_others
from liaison_metrics.sheets.words.phrases.prose.expected import counts_nobody_there
from liaison_metrics.sheets.words.phrases.remarks.outcomes import tells_outcome
from liaison_metrics.sheets.words.phrases.titles.moments import tells_way
from liaison_metrics.sheets.words.presence import (
    is_absence_mark,
    led_by_answer,
    says_duration,
    says_movement,
    says_present,
    says_time,
)
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
_OF_PRESENCE = ("present", "absent")
_ROUGH = re.compile(r"^(?:[^\W\d]+\.?\s*)?[~<>≈]?\s*\d{1,5}\s*(?:\+|[-–]\s*\d{1,5})?\s*(?:[^\W\d]+)?$")
"""A number of people, exact or approximate ("about 30", "200+", "20-25")."""

_AT = rf"\d[ T,]+(?:{alternatives('before_time')}\s+)?"
_CLOCK = re.compile(rf"{_AT}\d{{1,2}}[.:]\d{{2}}[.:]\d{{2}}")

_LONGEST_TRANSPORT = 30
"""A longer text is a sentence."""

_UNPLANNED = re.compile(rf"{_AT}\d{{1,2}}[.:](?!\d[05](?:[.:]00)?(?!\d|[.:]\d))\d{{2}}")
"""A date with a time that nobody plans, such as 10:07 or 10:30:12: when somebody clicked, not when an event began."""

_PART = re.compile(r"(?:[1-9]|1[0-2])\.(?:[1-9]|1[0-2])")
"""The part of a course, such as module 2.3. It may as well be a day in either order."""

_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year alone."""

_MOST_LABELS = 40
"""A sheet of numbers has no more labels; looking at all words of long lists for what they count takes time."""

_LONGEST_ORDINAL = 10
"""A year of a course ("II A", "secondo", "2°") is shorter, and has one digit at most; a year of birth has more."""


def value_shares(sample: Sequence[Cell], vocabulary: Vocabulary, period: tuple[date, date]) -> dict[str, float]:
    """Returns the share of a column's values that look like each kind."""
    told = [value for value in sample if not is_not_stated(text_of(value))]
    stated = [v for v in told if not (isinstance(v, str) and starts_total_row(text_of(v)))] or told or sample
    counts: Counter[str] = Counter()
    few = len(stated) <= _MOST_LABELS
    for (_type, value), times in Counter((type(value), value) for value in stated).items():
        text = text_of(value)
        for kinds in (_forms(value, text), _days(value, text, period), _words(text), _meanings(text, vocabulary)):
            for kind, looks in kinds:
                counts[kind] += times * looks
        counts["of nobody"] += times * (few and isinstance(value, str) and counts_nobody_there(text))
    return {kind: count / len(stated) for kind, count in counts.items()} if stated else {}


def _forms(value: Cell, text: str) -> Iterator[tuple[str, int]]:
    """Yields the kinds of values that are known by their form, and whether a value is of each."""
    lasting = says_duration(text)
    several = len(listed_names(str(value))) > 1
    yield "email", is_email(text) or bool(name_and_address(text)[1])
    yield "phone", is_phone(text)
    told = number_of(value) is not None or bool(number_in_words(normal(text)))
    yield "number", told and not lasting and not _names_day(value, text)
    yield "several names", several
    yield "name", several or is_name_like(without_others(without_number(text)))
    yield "initials", are_initials(text)
    yield "tally", is_tally(text)
    yield "amount", amount_of(value) is not None
    yield "rough", isinstance(value, str) and not lasting and _is_rough_count(text)
    yield "small", len(text) < 3 and text.isdecimal()
    yield "letter", len(text.rstrip(".")) == 1 and text[0].isalpha()
    yield "ordinal", len(text) < _LONGEST_ORDINAL and sum(map(str.isdecimal, text)) < 2
    yield "part of course", _PART.fullmatch(text) is not None
    yield "year", _YEAR.fullmatch(text) is not None
    yield "class", is_class(text)
    yield "ages", is_range_of_ages(text)


def _days(value: Cell, text: str, period: tuple[date, date]) -> Iterator[tuple[str, int]]:
    """Yields the kinds of dates and times, and whether a value is of each. A date beside an answer ("Yes, 17/03/2021
    12:48") says when somebody came and is no event's day."""
    answers = led_by_answer(text) is not None
    yield "mark", says_present(text) or is_absence_mark(text) or answers
    yield "time", says_time(text)
    yield "clock", _CLOCK.search(text) is not None
    yield "stamp", _UNPLANNED.search(text) is not None
    yield "earlier year", _YEAR.fullmatch(text) is not None and int(text) < period[0].year
    if isinstance(value, str) and _are_days(text):
        yield "days", True
        yield "several days", len(re.findall(r"[,;]\s*\d", text))
    yield "dated", isinstance(value, str) and not answers and bool(find_dates(text))
    if not answers and (day := read_date(value)):
        year = day.day.year if day.day else day.year
        yield "date", True
        yield "no year", not year
        yield "birth", 1900 < year < period[0].year - 4
        yield "event date", period[0].year <= year <= period[1].year


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Yields the kinds of words that the lists of words know, and whether a value is one of each."""
    long, form = len(text) > 4, normal(text)
    away = long and tells_absence(text)
    yield "salutation", len(text) < 12 and form in tools("salutation")
    yield "transport", _is_transport(text)
    yield "coming", says_movement(text, "comings")
    yield "going", says_movement(text, "goings")
    yield "stayed away", away
    yield "called off", away or begins_as_called_off(form.split())
    outcome = tells_outcome(text)
    yield "held", outcome is True
    yield "not held", outcome is False
    yield "kind of people", names_kind_of_people(form)
    yield "owner", form in evidence("owners")
    yield "employee", form in evidence("employees")
    word = long or form in tools("here_or_away")
    yield "absence word", word and form in values("absent")
    known = word and any(form in values(kind) for kind in _OF_PRESENCE)
    yield "presence word", known
    yield "way of coming", not known and tells_way(text)


def _meanings(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, int]]:
    """Yields the kinds of the project's vocabulary, and whether a value is one of each."""
    for name, kind in _VOCABULARY_KINDS.items():
        found = vocabulary.code(kind, text) is not None
        of_country = kind is VocabularyKind.COMMUNITY and bool(vocabulary.country(text))
        yield name, found + of_country
        if of_country:
            yield "project country", not found
    yield "named activity", " " in text and len(vocabulary.inside(VocabularyKind.ACTIVITY, text)) == 1
    of_community = " " in text and vocabulary.exact(VocabularyKind.COMMUNITY, text)  # "host community"
    staff = None if of_community else vocabulary.is_staff(text)
    yield "lesson", vocabulary.lesson(text) is not None
    yield "role", staff is not None
    yield "staff", bool(staff)


@lru_cache(maxsize=10_000)
def _is_transport(text: str) -> bool:
    """Returns whether a text says how somebody got to a place ("on foot", "bus 5", "mit dem Rad")."""
    form = f" {normal(text)} "
    return len(form) <= _LONGEST_TRANSPORT and has_phrase(form, tools("means_of_transport"))


def _names_day(value: Cell, text: str) -> bool:
    """Whether a text is a day with the name of its month ("3 Nov"): no number of anything."""
    return isinstance(value, str) and any(map(str.isalpha, text)) and read_date(text) is not None


@lru_cache(maxsize=10_000)
def _is_rough_count(text: str) -> bool:
    """Returns whether a text is a number of people that may be approximate, or with others ("30 + 5 walk-ins")."""
    return _ROUGH.search(text) is not None or bool(counts_with_additional(text) or people_beside_others(text))


def _are_days(text: str) -> bool:
    """Whether a text is one or more dates and nothing else."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    return any(c.isdigit() for c in text) and all(map(read_date, parts))


def tells_kinds(column: Column) -> bool:
    """Returns whether a column of ages or genders has another one in each row, or ranges of ages: it divides people."""
    different = column.distinct == column.filled > 1
    return column.meaning in ("age", "gender") and (different or column.share("ages") >= MAJORITY)


def holds_venues(
    column: Column, rows: Sequence[Sequence[Cell]], city: str, vocabulary: Vocabulary, *, of_people: bool
) -> bool:
    """Returns whether a column is of rooms and venues in a *city*, or *of_people* who live in and around it: some of
    its cells name no city, and the others no other one. A header of cities alone heads no venues."""
    if normal(column.header) in tools("city_header") and not of_people:
        return False
    texts = {column.text(cells) for cells in rows} - {""}
    named = {text: vocabulary.inside(VocabularyKind.CITY, text) for text in texts}
    misspelt = (vocabulary.suggestions(VocabularyKind.CITY, text) for text, cities in named.items() if not cities)
    only = all(cities <= {city} for cities in (*named.values(), *map(set, misspelt)))
    return only and not all(named.values())
