"""Describes the columns of a table: what each header says, and what the values look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.header_parts import (
    codes_of,
    complete_years,
    date_of,
    gender_beside_age,
    is_scale,
    name_halves_of_day,
    resolve_by_neighbours,
    without_count,
    without_hours,
    without_path,
)
from liaison_metrics.sheets.columns.session_marks import find_session_marks, find_signatures, read_legend
from liaison_metrics.sheets.columns.sessions import (
    find_explained_marks,
    find_moments,
    leave_out_answers_beforehand,
    leave_out_other_days,
    leave_out_registrations,
)
from liaison_metrics.sheets.columns.value_shares import MAJORITY, value_shares
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.lists.prose.logs.people_of_days import are_listed_by_day
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import mark_key
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import begins_with_capital, is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, Manner, counts_something_else, header_meaning
from liaison_metrics.sheets.words.lists import is_country_code, normal, tools
from liaison_metrics.sheets.words.names import without_number
from liaison_metrics.sheets.words.phrases.ages import are_hours
from liaison_metrics.sheets.words.phrases.numbers import is_part, without_of_whom
from liaison_metrics.sheets.words.phrases.titles.coming import without_coming
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_SAMPLE = 300
"""So many values show what a column holds."""

_MOST_SAMPLED = 30_000
_FEWEST_SAMPLED = 20
"""A table of more than 100 columns is sampled more thinly, so that it takes no longer than others."""

_NUMBERED = 50
"""So many row numbers in order are no accident."""

_CODE = re.compile(r"(.*\D)(\d{1,4})")
_BEFORE_TEXT = 5
"""So many numbers in order are those of rows, also above lines of text."""

_FEWEST_CODES = 3
"""Codes and their last number. Fewer in order may be days, one after another."""

_MOSTLY_NAMES = 0.8
_SOME_KINDS = 0.3
"""From this share of known communities, genders or groups on, rows are of kinds of people."""

_FEWEST_TALLIES = 2
"""So many rows whose strokes are as many as a number beside them are no accident."""

_DIFFERENT = 0.9
_FULL = 0.7
"""Names under an unknown header: nearly all values are like names and differ, most are of two to four words."""

_DIVIDING = ("community", "gender", "group")
"""Meanings by whose words numbers of people are divided."""

_SAYS_WHO_CAME = frozenset(("present", "signature", "registered", "joined"))
_ANSWERED = 0.7
"""Of the rows with a name, so many have a yes or a no. Lines below the list may stand under the names."""

_SAYS_NO_WORD = frozenset(("number", "age", "time", "notes"))


def describe_columns(table: Table, vocabulary: Vocabulary, period: tuple[date, date]) -> list[Column]:
    """Returns the columns of a table, still without meanings. *period* is the project period."""
    columns = list(_columns(table, vocabulary, period))
    _use_legend(columns, table)
    _count_people_under_code(columns)
    resolve_by_neighbours(columns)
    without_hours(columns)
    name_halves_of_day(columns)
    complete_years(columns)
    leave_out_answers_beforehand(columns, table)
    leave_out_other_days(columns, table)
    leave_out_registrations(columns, table)
    _count_strokes(columns, table)
    _take_answers_as_presence(columns, table)
    find_session_marks(columns, table)
    find_signatures(columns, table)
    find_moments(columns)
    find_explained_marks(columns, table)
    _find_people_of_days(columns, table, vocabulary)
    return columns


def _find_people_of_days(columns: Sequence[Column], table: Table, vocabulary: Vocabulary) -> None:
    """Takes names that return on other days as those of people if the rows list several on each day, nobody twice."""
    days = [column for column in columns if column.share("date") >= MAJORITY and not column.date]
    named = [c for c in columns if c.said in ("", "unused") and c.share("name") >= _MOSTLY_NAMES and c.filled]
    for column in named if len(days) == 1 else ():
        rows = [cells for cells in map(table.grid.rows.__getitem__, table.rows) if column.text(cells)]
        names = [column.text(cells) for cells in rows]
        full = sum(_is_full_name(text, vocabulary) for text in names) >= _FULL * len(names)
        others = [[one.text(cells) for cells in rows] for one in columns if one not in (column, *days)]
        dated = [read_date(days[0].value(cells)) for cells in rows]
        plain = all(day or not days[0].text(cells) for day, cells in zip(dated, rows, strict=True))
        if full and plain and are_listed_by_day(dated, names, others):
            column.shares |= {"full names": 1.0, "people of days": 1.0}


def _take_answers_as_presence(columns: Sequence[Column], table: Table) -> None:
    """Takes marks under "yes" and "no", side by side under no other header, as who came: in a list of people in which
    nobody has both, nearly everybody one of them, and no other column says it."""
    names = [c for c in columns if c.said in NAMES or (c.said == "people" and c.share("full names"))]  # "TN" over names
    if any(column.said in _SAYS_WHO_CAME for column in columns) or not names:
        return
    most = max(column.filled for column in names)
    for yes, no in pairwise(columns):
        answers = normal(yes.header) in tools("yes") and normal(no.header) in tools("no")
        if not answers or min(yes.share("mark"), no.share("mark")) < MAJORITY or not no.filled:
            continue
        both = any(yes.text(cells) and no.text(cells) for cells in map(table.grid.rows.__getitem__, table.rows))
        if not both and yes.filled + no.filled >= _ANSWERED * most:
            yes.said = no.said = "present"
            yes.manner = no.manner = Manner.WORD


def _columns(table: Table, vocabulary: Vocabulary, period: tuple[date, date]) -> Iterator[Column]:
    """Yields the columns with what their headers say and their values look like."""
    most = min(_SAMPLE, max(_FEWEST_SAMPLED, _MOST_SAMPLED // max(1, len(table.columns))))
    for at in table.columns:
        texts = table.header_texts(at)
        sample = list(islice(table.values(at), most))
        if not texts and not sample:
            continue
        column = Column(at, " ".join(texts), "")
        given = table.known_meanings.get(at, "")
        _read_header(column, texts, given)
        if column.said in PERSONAL:  # formulas that refer to empty cells show 0
            sample = [value for value in sample if text_of(value) != "0"] or sample
        column.filled, column.distinct = len(sample), len({text_of(value) for value in sample})
        rated = is_scale(column.header, sample)
        column.date = date_of(table, at, texts) if given != UNUSED and not rated else None
        column.said = "" if rated and column.said == "session" else column.said
        column.shares = value_shares(sample, vocabulary, period)
        if column.date and column.said == "people" and column.share("mark") >= 1 - MAJORITY:
            column.said, column.manner = "", Manner.WORD  # "21 Jan 2021 15:00 All students" over marks
        if column.said != "age" and are_hours([text for value in sample if (text := text_of(value))[:1].isdigit()]):
            column.shares["ages"] = 0.0
            _take_as_hours(column)
        column.shares["row number"] = float(_are_row_numbers(sample[:_NUMBERED]))
        column.shares["running code"] = float(_are_running_codes(sample[:_NUMBERED]))
        column.shares["one word"] = sum(" " not in text_of(value) for value in sample) / max(1, len(sample))
        column.shares["full names"] = float(_are_full_names(column, sample, vocabulary))
        _read_codes(column, texts, vocabulary)
        yield column


def _take_as_hours(column: Column) -> None:
    """Takes hours one after the other ("10-11", "11-12") as such: a word for a lesson may be that for an hour, and a
    day and a month look alike."""
    if column.said != "date":
        column.shares["date"] = 0.0
    if column.said == "session" or not column.said:
        column.said = "time"


def _count_people_under_code(columns: Sequence[Column]) -> None:
    """Takes numbers under a word for people that is also the code of a country ("TN" for "Teilnehmende") as all people,
    unless another column is of a community."""
    communal = [column for column in columns if column.is_of_community]
    if len(communal) == 1 and (column := communal[0]).is_numeric:
        text = column.header.strip()
        if is_country_code(text) and header_meaning(text)[0] == "people":
            column.said, column.codes, column.country = "people", {}, ""


def _count_strokes(columns: Sequence[Column], table: Table) -> None:
    """Takes the numbers under an unknown header as people if each says how many strokes stand in its row, and rows are
    of kinds of people: what was sold is counted with strokes too."""
    if not any(column.share(kind) >= _SOME_KINDS for column in columns for kind in _DIVIDING):
        return
    strokes = [column for column in columns if column.share("tally") >= MAJORITY]
    tallied = [cells for cells in map(table.grid.rows.__getitem__, table.rows) if any(c.text(cells) for c in strokes)]
    sums = [sum(number_of(column.value(cells)) or 0 for column in strokes) for cells in tallied]
    for column in columns if len(sums) >= _FEWEST_TALLIES else ():
        free = not (column.said or column.date or column.codes) and column not in strokes
        if free and column.header and [number_of(column.value(cells)) for cells in tallied] == sums:
            column.said, column.manner = "people", None


def _use_legend(columns: Sequence[Column], table: Table) -> None:
    """Takes letters under a header of presence as marks if the sheet explains them: "M" and "F" are no genders then."""
    asking = [column for column in columns if column.said == "present" and column.filled]
    legend = read_legend(table) if asking else {}
    for column in asking if legend else ():
        texts = [text_of(value) for value in islice(table.values(column.at), _SAMPLE)]
        explained = sum(mark_key(text) in legend for text in texts) / len(texts)
        if explained >= MAJORITY:
            column.shares |= {"mark": max(explained, column.share("mark")), "gender": 0.0}


def _read_header(column: Column, texts: Sequence[str], known: str) -> None:
    """Sets the meaning that the header says, the lowest row first."""
    said = [(meaning, manner) for text in (*reversed(texts), " ".join(texts))
            for meaning, manner in (header_meaning(text),) if meaning]  # fmt: skip
    if known:
        column.said, column.manner = known, None
    elif said:
        column.said, column.manner = next((one for one in said if one[0] != "unused"), said[0])
    elif any(map(is_total, texts)):
        column.said, column.manner = "total", Manner.PART
    column.partial = any(map(is_part, texts))


def _read_codes(column: Column, texts: Sequence[str], vocabulary: Vocabulary) -> None:
    """Sets what the header says about the people whom numbers under it count."""
    if column.said in _SAYS_NO_WORD or counts_something_else(normal(column.header)):
        return
    named = (
        text for text in texts if column.said not in _DIVIDING or header_meaning(text) != (column.said, Manner.WORD)
    )
    whole = [without_count(without_path(without_of_whom(text))) for text in [*named] or texts]
    column.codes = codes_of(whole, vocabulary) or codes_of([*map(without_coming, whole)], vocabulary)
    if column.is_numeric and not column.codes and (gender := gender_beside_age(whole, vocabulary)):
        column.codes, column.said = {VocabularyKind.GENDER: gender}, ""
    if column.said == "people":
        column.codes.pop(VocabularyKind.GROUP, None)  # "pupils" are people, not a school
        column.said = "" if column.codes.keys() & {VocabularyKind.GENDER, VocabularyKind.COMMUNITY} else "people"
    counts = column.is_numeric or column.share("mark") >= MAJORITY
    if counts and column.said in column.codes and header_meaning(texts[-1]) != (column.said, Manner.WORD):
        column.said = ""  # "Gender" over "Women" and "Men": the numbers, or marks, are of people
    if VocabularyKind.COMMUNITY not in column.codes:
        column.country = next(filter(None, map(vocabulary.country, reversed(whole))), "")


def _are_row_numbers(sample: Sequence[Cell]) -> bool:
    """Whether the values are row numbers: 1, 2, 3 … Text may follow them."""
    numbers = [number_of(value) for value in sample if not is_total(text_of(value))]
    last = max((at for at, number in enumerate(numbers, 1) if number is not None), default=0)
    numbers = numbers[:last] if last >= _BEFORE_TEXT else numbers
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


def _are_running_codes(sample: Sequence[Cell]) -> bool:
    """Whether the values are codes that go on from row to row ("3.2-01", "3.2-02"), whatever else they look like."""
    codes = [_CODE.fullmatch(value) for value in sample if isinstance(value, str)]
    found = [(code[1], int(code[2])) for code in codes if code]
    steps = [(led, number + 1) for led, number in found]
    return len(found) > _FEWEST_CODES and found[1:] == steps[:-1]


def _are_full_names(column: Column, sample: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether the values are two to four words, nearly all different, and no organisations."""
    if column.filled < 2 or column.share("name") < _MOSTLY_NAMES or column.distinct < _DIFFERENT * column.filled:
        return False
    return sum(_is_full_name(text_of(value), vocabulary) for value in sample) >= _FULL * len(sample)


def _is_full_name(text: str, vocabulary: Vocabulary) -> bool:
    words = without_number(text).replace(",", " ").split()
    named = 2 <= len(words) <= 4 and all(begins_with_capital(word) or len(word) <= 3 for word in words)
    return named and not any(
        vocabulary.inside(kind, text) for kind in (VocabularyKind.GROUP, VocabularyKind.ACTIVITY, VocabularyKind.CITY)
    )
