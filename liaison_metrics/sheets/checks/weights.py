"""Weighs questions by the people whose figure depends on the answer, and puts the weightiest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.ledger.fates import Fate
from liaison_metrics.sheets.model import Question, Reading

_PEOPLE = (Fate.PERSON, Fate.QUESTION, Fate.REJECTED)
"""Rows that are people, or would be with another answer."""


def weighed(questions: Sequence[Question], reading: Reading) -> list[Question]:
    """Returns questions with the people whose figure depends on each, the weightiest first, and of equal ones those
    that everything waits for."""
    heads = _heads(reading, {question.sheet for question in questions}) if questions else {}
    found = [one if one.people else replace(one, people=_people(one, reading, heads)) for one in questions]
    return sorted(found, key=lambda question: (-question.people, not question.blocking))


def _heads(reading: Reading, sheets: set[str]) -> dict[str, Counter[int]]:
    """Returns how many people the headcounts of each row state, by sheet."""
    heads: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in reading.headcounts:
        if row.sheet in sheets:
            heads[row.sheet][row.row] = max(row.people, heads[row.sheet][row.row])
    return heads


def _people(question: Question, reading: Reading, heads: dict[str, Counter[int]]) -> int:
    """Returns the people of a question's rows, or of the whole sheet. A row of a list is one person."""
    own = heads.get(question.sheet, Counter())
    if question.rows and not question.blocking:
        return sum(own[row] or 1 for row in set(question.rows))
    ledger = reading.ledger.of_sheet(question.sheet)
    fates = ledger.fates() if ledger else Counter()
    return sum(fates[fate] for fate in _PEOPLE) + own.total()
