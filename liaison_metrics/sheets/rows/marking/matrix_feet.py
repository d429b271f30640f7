"""Rows at the foot of a session matrix that list nobody: numbers at each session, which divide the marks above or are
of the team, and what is noted of each session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.sessions import session_columns
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.marks import MarkReader, SessionSums, label_beside_marks
from liaison_metrics.sheets.rows.marking.numbered_rows import rows_in_sequence
from liaison_metrics.sheets.tables.days.own_names import NamesInRow
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.presence import says_absent, says_present, tells_reason

_QUESTION = ("?", ";", "\u037e")
"""Signs behind a question; the last two are Greek."""

_SEVERAL = 2
"""So many rows divide the marks above, at so many sessions; at one, numbers may tie by chance."""


class MatrixFoot:
    """Knows the rows under the last person of a session matrix that have nothing but a label and numbers, where people
    have marks that are no numbers; or a label and other texts than people have. The rows ``in_sequence`` with those
    around them, by their numbers, are none of these, whatever their marks add up to."""

    def __init__(
        self, table: Table, columns: Sequence[Column], data: Sequence[int], marks: MarkReader, sums: SessionSums
    ) -> None:
        """*sums* are those of the people read so far."""
        self._table, self._sessions, self._sums = table, (sessions := session_columns(columns)), sums
        self.in_sequence = rows_in_sequence(table, columns, data) if sessions else set[int]()
        tail = list(takewhile(self._states_numbers, reversed(data)))[::-1] if sessions else []
        people = data[: len(data) - len(tail)] if tail else []
        texts = {(row, c.at): text for row in people for c in sessions if (text := c.text(table.grid.rows[row]))}
        self._texts = texts
        marked = [(row, at) for (row, at), text in texts.items() if marks.present(text)]
        team = {row for row in people if any(map(_is_of_team, table.own_cells(row)))}
        self._marked = [Counter(at for _row, at in marked), Counter(at for row, at in marked if row not in team)]
        self._reasons = {} if any(map(str.isdecimal, texts.values())) else dict(self._lines(tail))
        self._reasons |= dict.fromkeys(self._about_sessions(data), Reason.OF_SESSIONS)

    def reason_of(self, row: int) -> Reason | None:
        """Returns what a row (counted from 0) is if it is such a line, or states the marks above it, else None."""
        if not self._sessions or row in self.in_sequence:
            return None
        cells = self._table.grid.rows[row][: self._table.columns.stop]
        return Reason.ADDS_UP if self._sums.restated_in(cells, self._sessions) else self._reasons.get(row)

    def _label(self, row: int) -> str:
        cells = self._table.grid.rows[row][: self._table.columns.stop]
        return label_beside_marks(cells, {c.at for c in self._sessions}) or ""

    def _states_numbers(self, row: int) -> bool:
        texts = [text for c in self._sessions if (text := c.text(self._table.grid.rows[row]))]
        return bool(texts) and all(map(str.isdecimal, texts)) and bool(self._label(row))

    def _about_sessions(self, data: Sequence[int]) -> Iterator[int]:
        """Yields the last rows that say something of each session, in other texts than the people's marks: behind a
        question or a label for it ("Quorum reached?"), or with the names of people who are listed ("Chair")."""
        rows = self._table.grid.rows
        said = {row: {text.casefold() for c in self._sessions if (text := c.text(rows[row]))} for row in data}
        tail = list(takewhile(lambda row: said[row] and self._label(row), reversed(data))) if self._sessions else []
        while tail and len(tail) >= len(data) - len(tail):
            tail.pop()
        for row in tail:
            people = [other for other in data if other not in tail]
            if any(said[row] & said[other] for other in people):
                continue
            label = self._label(row)
            named = [NamesInRow(self._table.own_cells(other)) for other in people]
            texts = [text for c in self._sessions if (text := c.text(rows[row]))]
            others = not any(_names_one_of(text, [NamesInRow([label])]) for text in texts)
            if tells_of_session(label) or (others and all(_names_one_of(text, named) for text in texts)):
                yield row

    def _lines(self, tail: Sequence[int]) -> Iterator[tuple[int, Reason]]:
        divided = self._dividing(tail)
        for row in tail:
            if row in divided or self._is_below_sums(row, tail):
                yield row, Reason.ADDS_UP
            elif _is_of_team(self._label(row)):
                yield row, Reason.NO_PERSON

    def _is_below_sums(self, row: int, tail: Sequence[int]) -> bool:
        """Whether a row has the number of those with one mark at each of several sessions, or says that its numbers are
        of some, and stands under one that sums up the marks."""
        sums = any(
            len(marked) >= _SEVERAL and all(self._sum([one], at) == n for at, n in marked.items())
            for one in tail if one < row for marked in self._marked
        )  # fmt: skip
        some = not tools("of_whom").isdisjoint(normal(self._label(row)).split())
        return sums and (some or any(self._has_numbers_of(mark, row) for mark in set(self._texts.values())))

    def _has_numbers_of(self, mark: str, row: int) -> bool:
        marked = Counter(at for (_row, at), text in self._texts.items() if text == mark)
        return all(self._sum([row], c.at) == marked[c.at] for c in self._sessions)

    def _dividing(self, tail: Sequence[int]) -> Collection[int]:
        """Returns the rows that together are as many as the marks above, at each session."""
        for start in range(len(tail)):
            for end in range(len(tail), start + _SEVERAL - 1, -1):
                run = tail[start:end]
                for marked in self._marked:
                    if len(marked) >= _SEVERAL and all(self._sum(run, at) == number for at, number in marked.items()):
                        return run
        return ()

    def _sum(self, rows: Sequence[int], at: int) -> int:
        columns = [column for column in self._sessions if column.at == at]
        return sum(int(c.text(self._table.grid.rows[row]) or 0) for row in rows for c in columns)


def _is_of_team(value: Cell) -> bool:
    words = {*(form := normal(text_of(value))).split()}
    return form in values("staff") or bool(
        words & (values("staff") | tools("staff_heading") | tools("leads_lessons")) - values("also_name")
    )


def tells_of_session(label: str) -> bool:
    """Returns whether a label asks something of a meeting, or is a word for what is noted of one ("Quorum")."""
    form = normal(label)
    asks = label.rstrip().endswith(_QUESTION)
    return asks or f"{form} ".startswith(tuple(f"{word} " for word in tools("noted_of_sessions")))


def _names_one_of(text: str, named: Sequence[NamesInRow]) -> bool:
    """Whether a text is the initials of one of the people in capitals, or the name."""
    if says_present(text) or says_absent(text) or tells_reason(text):
        return False
    words = normal(text).split()
    initials = len(text) > 1 and text.isupper()
    if not initials and not (len(words) > 1 and not text.islower()):
        return False
    return any(names.have_initials(text) if initials else names.hold(words) for names in named)
