"""What a file would count for with each answer to a question: the file is read again as if it were answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import (
    AnswerFigures,
    AttendanceRow,
    HeadcountRow,
    NotCountedReason,
    Question,
    Reading,
    headcount_of,
)
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.lists import normal

ReadAgain = Callable[[Sequence[Answer]], Reading]
"""Reads the file once more, with more answers. May raise RefusedFile."""

_ROWS_READ_AGAIN = 20_000
"""Rows that are read again for all answers together. It takes about a second, and longer files show the figures that
the checks know."""

_COUNT_ALIKE = frozenset({"community", "group", "gender", "birth"})
"""Kinds of questions whose answers all count the same people."""

_ONE_FOR_ALL = frozenset({"activity", "city", "date"})
"""Kinds of questions with many answers that count alike, beside the way out."""


_STOPPING = _ONE_FOR_ALL | {"date_order"}
"""Kinds of questions without whose answers the rest of a row is not read."""

_WORDS = frozenset({"activity", "city", "community", "group", "gender", "role", "present"})
"""Kinds of questions about a word of the sheet."""


def with_figures(questions: Sequence[Question], reading: Reading, project: Project, read: ReadAgain) -> list[Question]:
    """Returns questions with the figures of their answers. *reading* is the reading without any of them. Questions that
    have figures keep them."""
    found, rows, size = [], _ROWS_READ_AGAIN, max(1, len(reading.ledger))
    for question in questions:
        codes = _codes_to_try(question, project)
        if question.kind in _COUNT_ALIKE:
            now = figures_of(reading, "")
            found.append(replace(question, figures=tuple(replace(now, code=code) for code in question.codes)))
        elif question.figures or rows < len(codes) * size:
            found.append(question)
        else:
            rows -= len(codes) * size
            others = [_likely_answer(one, project) for one in questions if _stops_too(one, question)]
            tried = {code: _figures_with(question, code, others, read) for code in codes}
            found.append(replace(question, figures=tuple(_of_each_answer(question, tried))))
    return found


def questions_to_come(questions: Sequence[Question], project: Project, read: ReadAgain) -> list[Question]:
    """Returns the questions about words that come up once the open ones about events are answered, so that all can be
    asked in one round: about the communities of rows whose activity is unknown, for instance."""
    stopping = [question for question in questions if question.kind in _STOPPING and not question.preset]
    if not stopping:
        return []
    try:
        reading = read([_likely_answer(question, project) for question in stopping])
    except RefusedFile:
        return []
    asked = {(question.kind, question.value) for question in questions}
    return [one for one in reading.questions if one.kind in _WORDS and one.value and (one.kind, one.value) not in asked]


def figures_of(reading: Reading, code: str) -> AnswerFigures:
    """Returns what a reading counts for: the people of each event, be they listed or stated (counting.md,
    "Headcounts")."""
    listed: defaultdict[int, set[object]] = defaultdict(set)
    for row in reading.attendances:
        listed[row.event].add(_identity(row))
    stated: defaultdict[int, list[HeadcountRow]] = defaultdict(list)
    beside: Counter[int] = Counter()
    for heads in reading.headcounts:
        if heads.additional:
            beside[heads.event] += heads.people
        else:
            stated[heads.event].append(heads)
    events = listed.keys() | stated.keys() | beside.keys()
    people = sum(max(headcount_of(stated[event]), len(listed[event]) + beside[event]) for event in events)
    reasons = {(row.sheet, row.row): row.reason for row in reading.not_counted}
    absent = sum(reason is NotCountedReason.ABSENT for reason in reasons.values())
    return AnswerFigures(code, people, absent, len(reasons) - absent, len(events))


def _identity(row: AttendanceRow) -> object:
    """Returns what tells a person from others of an event: nothing but the row if it doesn't say who it is."""
    if not (row.name or row.email or row.phone):
        return row.sheet, row.row
    return normal(row.name or ""), row.email, row.phone, row.birth or row.birth_year


def _stops_too(other: Question, question: Question) -> bool:
    """Whether another question must be answered before an answer to this one counts anything."""
    stops = other.kind in _STOPPING and other.blocking and other.sheet == question.sheet
    return other is not question and stops


def _likely_answer(question: Question, project: Project) -> Answer:
    return Answer.to(question, _codes_to_try(question, project)[0])


def _codes_to_try(question: Question, project: Project) -> tuple[str, ...]:
    """Returns the answers to read the file with: of those that count alike only one."""
    codes = question.codes
    if question.kind == "date":
        codes = (project.start.isoformat(), *codes)
    elif question.kind in _ONE_FOR_ALL:
        likely = question.suggestions or project.codes(VocabularyKind(question.kind))
        codes = (*likely[:1], question.way_out)
    return tuple(dict.fromkeys(codes))


def _of_each_answer(question: Question, tried: Mapping[str, AnswerFigures]) -> Iterator[AnswerFigures]:
    """Yields the figures of each answer; a day that somebody would enter, and a word that is not suggested, have no
    code."""
    first = next(iter(tried.values()))
    if question.kind == "date" or (question.kind in _ONE_FOR_ALL and not question.suggestions):
        yield replace(first, code="")
    for code in question.codes:
        yield replace(tried.get(code, first), code=code)


def _figures_with(question: Question, code: str, others: Sequence[Answer], read: ReadAgain) -> AnswerFigures:
    try:
        return figures_of(read([*others, Answer.to(question, code)]), code)
    except RefusedFile:
        return AnswerFigures(code, 0, events=0)
