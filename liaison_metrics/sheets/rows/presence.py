"""Decides which people count as present: no staff, and nobody the sheet marks as absent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.rows.marks import read_legend
from liaison_metrics.sheets.rows.persons import PersonReader
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.presence import says_absent, says_present


class PresenceReader:
    """Decides whether a row of one table counts."""

    def __init__(self, table: Table, columns: Sequence[Column], people: PersonReader, remarks: ReaderRemarks) -> None:
        self.table, self.people, self.remarks, self.vocabulary = table, people, remarks, people.vocabulary
        self._column = people.columns.get("present") or people.columns.get("signature")
        if self._column is None:
            self._column = next((c for c in columns if normal(c.header) in tools("time_there")), None)
        self._notes = people.columns.get("notes")
        self._alike = [
            column
            for column in columns
            if self._column and column.meaning == "present" and _are_days(column, self._column)
        ]
        self._hosts = any(
            normal(text_of(value)) in tools("hosts")
            for row in table.context_rows[-2:]
            for value in table.grid.rows[row]
        )
        self._legend = read_legend(table) if self._column and self._column.meaning == "present" else {}
        self._absence_is_blank = self._is_absence_blank()

    def why_not_counted(self, row: int, position: int) -> NotCountedReason | None:
        """Returns why a row doesn't count, None if it does. Asks about unknown roles and marks."""
        if self.is_staff(row, position):
            return NotCountedReason.STAFF
        if self._notes and self._column is None and self._is_noted_absent(self._mark(self._notes, row)):
            return NotCountedReason.ABSENT
        days = self._alike or ([self._column] if self._column else [])
        return NotCountedReason.ABSENT if days and all(self._is_absent(column, row) for column in days) else None

    def is_staff(self, row: int, position: int) -> bool:
        """Returns whether the row's person is staff."""
        text = self.people.text("role", position)
        if not text or self._hosts:
            return self._hosts or (
                self.people.has_asides and self._is_said_to_be_staff(self.people.remark_beside_name(position))
            )
        staff = self.vocabulary.is_staff(text)
        if staff is None:
            header = self.people.columns["role"].header
            self.remarks.ask("role", text, Place(sheet=self.table.grid.name, row=row, column=header))
        return bool(staff)

    @staticmethod
    def _is_noted_absent(text: str) -> bool:
        """Whether a remark only says that the person was absent. Single letters and signs are ignored."""
        return len(text) > 4 and normal(text) in values("absent")

    def _is_said_to_be_staff(self, remark: str) -> bool:
        """Whether the remark beside a name is exactly a word for staff ("Anna Neri (trainer)")."""
        return normal(remark) in values("staff") or self.vocabulary.exact(VocabularyKind.ROLE, remark) == "staff"

    def _is_absence_blank(self) -> bool:
        """Returns whether an empty cell means absent: the others hold presence marks or signatures."""
        column = self._column
        if column is None or not column.filled:
            return False
        if column.meaning == "signature":
            return column.filled >= 3
        texts = {self._mark(column, row + 1) for row in self.table.rows} - {""}
        return any(says_present(text) and normal(text) not in tools("registered") for text in texts)

    def _mark(self, column: Column, row: int) -> str:
        cells = self.table.grid.rows[row - 1]
        return text_of(cells[column.at]) if column.at < len(cells) else ""

    def _is_absent(self, column: Column, row: int) -> bool:
        text = self._mark(column, row)
        if not text:
            return self._absence_is_blank
        if column.meaning == "signature":
            return False
        form = normal(text)
        said = self.vocabulary.answers.mark(text)
        said = self._legend.get(form) if said is None else said
        if said is not None:
            return not said
        if form in tools("registered"):  # registered only: absent if others were marked as present
            return self._absence_is_blank
        if says_absent(text):
            return True
        letter = len(text) == 1 and text.isalpha() and column.shares.get("mark", 0) >= 0.5
        if says_present(text) or (column.shares.get("name", 0) < 0.5 and not letter):
            return False
        words = set(form.split())
        if words & values("absent"):
            return True
        if not words & values("present") and column.distinct <= 6:
            place = Place(sheet=self.table.grid.name, row=row, column=column.header)
            self.remarks.ask("present", text, place)
        return False


def _are_days(column: Column, other: Column) -> bool:
    """Whether two columns cover several days of the same event ("Attended day 1", "Attended day 2")."""
    return re.sub(r"\d+", "", column.header) == re.sub(r"\d+", "", other.header)
