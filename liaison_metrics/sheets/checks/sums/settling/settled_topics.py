"""Settles whether a list that looks like one for another purpose has people who were there: it tells those who came
from those who did not, or the sheet states so many participants that it makes no difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances, checked_tables
from liaison_metrics.sheets.checks.rows.told_blanks import has_time, people_told_absent
from liaison_metrics.sheets.checks.sums.settling.marks_and_roles import settled_by_totals
from liaison_metrics.sheets.checks.topics.questions import topic_asked
from liaison_metrics.sheets.checks.topics.topic_words import MONEY
from liaison_metrics.sheets.model import Grid, NotCountedReason, Question, Reading
from liaison_metrics.sheets.words.answers import ATTENDANCE, Answer
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.pasted_lines import says_stayed_away

_OF_THE_PAST = frozenset({MONEY, "invoices", "evaluation", "consent", "keys"})
"""Topics of what people got, signed or said at an event. Those who registered or are invited may all stay away."""

_MOST_QUESTIONS = 3
"""Each question is another reading."""

_MOST_ROWS = 3_000
"""The rows of a file that is read again in no time."""

_FEWEST_TIMED = 3
"""Fewer times stand by chance with those who count."""


def settled_by_sheets(
    reading: Reading, grids: Sequence[Grid], known: Circumstances, read_again: Callable[[Sequence[Answer]], Reading]
) -> list[Question]:
    """Returns the questions that sheets answer themselves, each with its preset: about their topics, then about their
    marks and roles. *read_again* returns what the file counts for with answers."""
    topics = _settled_topics(reading, grids, known, read_again)
    given = [Answer.to(question, question.preset) for question in topics]
    shown = read_again(given) if given else reading
    return [*topics, *settled_by_totals(shown, grids, lambda more: read_again([*given, *more]))]


def _settled_topics(
    reading: Reading, grids: Sequence[Grid], known: Circumstances, read_again: Callable[[Sequence[Answer]], Reading]
) -> list[Question]:
    """Returns the questions about the topics of sheets that the sheets answer themselves, each with its preset."""
    asked = {one: topic for one in reading.questions if (topic := topic_asked(one))}
    if not 0 < len(asked) <= _MOST_QUESTIONS or sum(len(grid.rows) for grid in grids) > _MOST_ROWS:
        return []
    settled = []
    for question, topic in asked.items():
        other = read_again([Answer.to(question, ATTENDANCE)])
        tables = [table for table in checked_tables(other, grids) if table.sheet == question.sheet]
        clear = bool(tables) and not _leaves_doubts(reading, other)
        told = any(next(people_told_absent(table, known), None) for table in tables)
        if clear and (told or all(_tells_who_came(table, other, topic) for table in tables)):
            settled.append(replace(question, preset=ATTENDANCE))
    return settled


def _leaves_doubts(reading: Reading, other: Reading) -> bool:
    """Whether another reading asks or rejects what the first one does not."""
    known = {(one.kind, one.value, one.sheet) for one in reading.questions}
    asked = {(one.kind, one.value, one.sheet) for one in other.open_questions}
    return not asked <= known or len(other.rejected) > len(reading.rejected)


def _tells_who_came(table: CheckedTable, reading: Reading, topic: str) -> bool:
    """Whether a list tells those who came from those who did not, or the sheet states so many participants that the
    people of the list change nothing."""
    if not table.counted or len(table.events) != 1:
        return False
    absent = [row for row in table.rows if table.fates.not_counted.get(row) is NotCountedReason.ABSENT]
    past = topic in _OF_THE_PAST
    if past and (_states_more(table, reading) or any(map(says_stayed_away, _texts(table, absent)))):
        return True
    day = reading.events[next(iter(table.events))].date
    columns = range(len(table.grid.rows[table.counted[0] - 1]))
    return bool(absent) and any(_times_who_came(table, absent, at, day) for at in columns)


def _states_more(table: CheckedTable, reading: Reading) -> bool:
    """Whether the sheet states as many people of the event as the list has, or more."""
    stated = (one for one in reading.headcounts if one.sheet == table.sheet and one.event in table.events)
    return any(not one.additional and one.people >= len(table.attendances) for one in stated)


def _texts(table: CheckedTable, rows: Sequence[int]) -> list[str]:
    return [text for row in rows for text in table.texts(row)]


def _times_who_came(table: CheckedTable, absent: Sequence[int], at: int, day: date) -> bool:
    """Whether a column has a time of day for exactly those who count, and with a date only that of the event, and no
    words for the others: a wish, too, may be written there."""
    came = [table.cell(row, at) for row in table.counted]
    timed = len(came) >= _FEWEST_TIMED and all(has_time(value, day) for value in came)
    return timed and not any(normal(table.text(row, at)) for row in absent)
