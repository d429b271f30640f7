"""Finds the columns of a session matrix, in which a mark says that somebody was at one session, those in which people
said before the session whether they would come, and those of several moments of one event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.arriving import tells_who_came
from liaison_metrics.sheets.columns.session_marks import is_of_absence, read_legend
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import mark_key
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import StatedDate, find_dates
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import evidence, headers, normal, tools, values
from liaison_metrics.sheets.words.phrases.titles.moments import (
    names_moment,
    numbers_moment,
    plain_words,
    tells_of_screen,
    tells_way,
)
from liaison_metrics.sheets.words.presence import (
    counts_who_came,
    heads_absence,
    led_by_answer,
    names_registration,
    says_present,
    wants_to_come,
)

_MOST_ANSWERS = 12
"""A column of answers has at most so many different ones."""

_LONGEST_HEADER = 4
"""In longer headers, words for answers and registrations are of something else."""

_HEADING = re.compile(r"[(:\d]|\s[-–—]")
"""Where a title goes on to say at what event, or when."""

_HALF = 0.5
_DIFFER = 0.8
"""Of names with which people sign, more than this share differ. Doors and buses repeat."""


def session_columns(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns of a session matrix. If some columns are sessions, so is every other column headed by a
    date."""
    if not any(map(_is_session, columns)):
        return []
    dated = [c for c in columns if _is_session(c) or (c.date is not None and c.meaning in ("", "session"))]
    return [c for c in dated if not is_of_absence(c, columns)]


def _is_session(column: Column) -> bool:
    if column.date is not None and column.meaning == "signature":
        return True
    dated = column.date is not None and column.meaning in ("", "session", "present", "title", "date", "people")
    marks = max(column.share("mark"), column.share("session mark"), column.share("number"))
    return dated and (not column.filled or marks >= 0.6)


def leave_out_answers_beforehand(columns: Sequence[Column], table: Table) -> None:
    """Takes the day from columns in which people said whether they would come to a session ("Are you coming on 3
    May?"), if others say who was there: these are of that day then."""
    beforehand = [c for c in columns if c.date is not None and c.filled and _is_answered_beforehand(c, table)]
    came = [c for c in columns if c.filled and c not in beforehand and _tells_who_was_there(c)] if beforehand else []
    if not came:
        return
    days = [column.date for column in beforehand]
    undated = [column for column in came if column.date is None]
    if len(set(days)) == 1 or len(days) == len(undated):
        for at, column in enumerate(undated if len(undated) in (1, len(days)) else ()):
            column.date = days[at]
    for column in beforehand:
        column.date, column.said, column.codes = None, "registered", {}


def leave_out_other_days(columns: Sequence[Column], table: Table) -> None:
    """Leaves out the only column of marks under a day and more words, if another column says who came, and the header
    is of something else ("Dinner 24/3"), or the day is none of those above the list: people booked it."""
    dated = [column for column in columns if column.date is not None and column.share("mark") >= MAJORITY]
    others = [column for column in columns if column not in dated]
    came = (column for column in others if column.said == "present" or tells_who_came(column.header))
    if len(dated) != 1 or not any(column.share("mark") >= MAJORITY for column in came):
        return
    (column,) = dated
    words = [word for word in normal(column.header).split() if word.isalpha()]
    cells = (value for row in table.context_rows for value in table.grid.rows[row])
    above = [pair for value in cells for stated in find_dates(text_of(value)) for pair in _day_and_month(stated)]
    other_day = bool(above) and column.date is not None and not _day_and_month(column.date) & set(above)
    if words and (other_day or any(headers().get(word) == "unused" for word in words)):
        column.date, column.said, column.codes = None, UNUSED, {}


def _day_and_month(stated: StatedDate) -> set[tuple[int, int]]:
    """Returns the numbers of the day and the month of a date, in both orders."""
    pair = (stated.day.day, stated.day.month) if stated.day else stated.pair
    return {pair, pair[::-1]}


def leave_out_registrations(columns: Sequence[Column], table: Table) -> None:
    """Leaves out columns that say yes or no to whether somebody had registered, in a list whose title or sheet says
    that its people came, whether or not they had."""
    above = [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
    if not any(counts_who_came(_HEADING.split(text)[0]) for text in (table.grid.name, *above)):
        return
    for column in columns:
        answered = all(_is_yes_or_no(text_of(value)) for value in table.different_cells(column.at))
        if column.filled and column.date is None and answered and names_registration(column.header):
            column.said = UNUSED


def _is_yes_or_no(text: str) -> bool:
    return not text or normal(text) in values("present") | tools("no") or led_by_answer(text) is not None


def _is_answered_beforehand(column: Column, table: Table) -> bool:
    if wants_to_come(column.header):
        return True
    different = table.different_cells(column.at)
    if len(different) <= _MOST_ANSWERS and any(normal(text_of(v)) in evidence("undecided") for v in different):
        return True
    words = normal(column.header).split()
    plain = [word for word in words if not word.isdigit()]
    short = len(plain) <= _LONGEST_HEADER and column.share("mark") >= MAJORITY
    return short and (names_registration(" ".join(plain)) or any(word in evidence("acceptance") for word in plain))


def _tells_who_was_there(column: Column) -> bool:
    return column.said == "signature" or (
        (column.said == "present" or column.date is not None) and column.share("mark") >= MAJORITY
    )


def find_moments(columns: Sequence[Column]) -> None:
    """Notes the columns of several moments of one event in a list of names ("Signature at entry", "Signature at exit";
    "Morning", "Afternoon"; "In", "Out"), or of several ways of coming ("In person", "Online"): whoever has something in
    one of them was there. A table with columns about work or money is none of attendance."""
    found = [column for column in columns if _is_of_moment(column, columns)]
    found = found if len(found) > 1 else _columns_of_ways(columns)
    others = [column for column in columns if column not in found]
    if len(found) < 2 or not any(column.said in NAMES for column in others):
        return
    signed = [(one, presence) for one in found if (presence := _words_of_presence(one))]
    named = any(names_moment(plain_words(one.header), presence) for one, presence in signed)
    sessions = not named and all(c.said == "session" and c.share("session mark") >= MAJORITY for c in found)
    work = any(word in tools("foreign") for column in others for word in normal(column.header).split())
    told = any(column.said in ("present", "signature") and not heads_absence(column.header) for column in others)
    if sessions or work or (told and not signed):
        return
    for column in found:
        column.moment = True
        if column.said not in ("joined", "date"):
            marked = column.share("mark") + column.share("time") >= _HALF
            column.said = "present" if marked else "signature"
            column.codes, column.country = {}, ""


def find_explained_marks(columns: Sequence[Column], table: Table) -> None:
    """Notes columns side by side that hold one mark and nothing else, of which a line of the sheet says that it means
    who was there, while no other column says so: the workshops that people chose, say."""
    told = (c.date is not None or c.moment or c.said in ("present", "signature", "joined", "session") for c in columns)
    if any(told):
        return
    only = {c.at: _only_mark(table, c.at) for c in columns if c.filled and c.share("number") <= _HALF}
    legend = read_legend(table)
    found = [c for c in columns if (mark := only.get(c.at)) and (says_present(mark) or legend.get(mark))]
    apart = any(after.at - before.at > 1 for before, after in pairwise(found))
    marks = {only[column.at] for column in found}
    if len(found) < 2 or apart or len(marks) != 1 or not all(map(legend.get, marks)):
        return
    for column in found:
        column.moment, column.said, column.codes, column.country = True, "present", {}, ""


def _only_mark(table: Table, column: int) -> str:
    """Returns the one mark that a column holds beside numbers, "" if it holds none or several."""
    marks: set[str] = set()
    for value in table.different_cells(column):
        if number_of(value) is None and (mark := mark_key(text_of(value))):
            marks.add(mark)
            if len(marks) > 1:
                return ""
    return marks.pop() if marks else ""


def _is_of_moment(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a header says nothing but at which moment of an event people signed, came or went, or is one of several
    that only say that they signed, over marks, times or signatures."""
    if column.date is not None or normal(column.header) in tools("visit_reasons"):
        return False  # "Here for"
    if not (words := plain_words(column.header)):
        return bool(_words_of_presence(_left_of(column, columns))) and _holds_signs(column, signed=False)
    presence = _words_of_presence(column)
    repeated = any(other is not column and plain_words(other.header) == words for other in columns)
    again = presence.issuperset(words) and (repeated or _spans_next(column, columns))
    if not (names_moment(words, presence) or again or (presence and numbers_moment(words, presence))):
        return False
    return not column.filled or _holds_signs(column, signed=bool(presence))


def _columns_of_ways(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns of marks whose headers only say how people were there, in the room or by screen: whoever has
    a mark in one of them was."""
    found = [c for c in columns if c.date is None and tells_way(c.header) and c.share("mark") >= _HALF]
    return found if {tells_of_screen(c.header) for c in found} == {True, False} else []


def _spans_next(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a header spans the column on its right, which has none and holds signatures too."""
    return any(one.at == column.at + 1 and not one.header and _holds_signs(one, signed=False) for one in columns)


def _holds_signs(column: Column, *, signed: bool) -> bool:
    """Whether a column holds marks, times or signatures; any text may be one where the header says that people
    sign."""
    if column.share("mark") + column.share("time") + column.share("initials") >= _HALF:
        return True
    if max(column.share("number"), column.share("date"), column.share("amount")) >= _HALF:
        return False
    return signed or (column.share("name") >= _HALF and column.distinct >= _DIFFER * column.filled)


def _left_of(column: Column, columns: Sequence[Column]) -> Column:
    return next((one for one in columns if one.at == column.at - 1), column)


def _words_of_presence(column: Column) -> set[str]:
    """Returns the words of a header that say that people sign or are there."""
    words = plain_words(column.header)
    said = {word for word in words if headers().get(word) in ("present", "signature")} - tools("moments")
    return said | ({*words} if headers().get(" ".join(words)) == "signature" else set())
