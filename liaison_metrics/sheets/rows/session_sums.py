"""Rows of a session matrix that add up the marks above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.words.cells import is_total
from liaison_metrics.sheets.words.lists import normal, people_words

_LONGEST_LABEL = 4
"""A total row's label has at most this many words ("Participants present", "Anwesende Personen gesamt")."""


class SessionSums:
    """Counts the marks of each session, and recognises the row that states how many there are."""

    def __init__(self) -> None:
        self._everybody: Counter[int] = Counter()
        self._counted: Counter[int] = Counter()

    def add(self, sessions: Iterable[int], *, counts: bool) -> None:
        """Adds a person's marks. *counts* is false for people who don't count, such as trainers."""
        marked = list(sessions)
        self._everybody.update(marked)
        self._counted.update(marked if counts else ())

    def adds_up(self, marks: Sequence[tuple[Column, str]], label: str) -> bool:
        """Returns whether a row of marks beside a label states sums: of everybody's marks or of those who count,
        shares, or any numbers beside a label about people who were there."""
        if marks and all(text.endswith("%") for _column, text in marks):
            return True
        if not any(text.isdecimal() and text.lstrip("0") not in ("", "1") for _column, text in marks):
            return False
        for sums in (self._everybody, self._counted):
            if all(text == str(sums[column.at]) for column, text in marks):
                return True
        return all(text.isdecimal() for _column, text in marks) and _is_about_people(label)


def _is_about_people(label: str) -> bool:
    words = normal(label).split()
    if not 0 < len(words) <= _LONGEST_LABEL:
        return False
    known = people_words("people") | people_words("present") | people_words("total")
    return all(word in known or is_total(word) for word in words)
