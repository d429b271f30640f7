"""The ledger of a file: every row that is not empty, once, with what became of it.

It takes one byte a row, so that the ledger of a long register costs nothing that anybody would notice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from liaison_metrics.sheets.ledger.fates import Fate, Reason

REASONS = tuple(Reason)
CODE_OF = {reason: code for code, reason in enumerate(REASONS, start=1)}
"""The byte of each reason; 0 is a row without any. A smaller byte is a stronger reason."""

_FILLED = bytes([0] + [1] * 255)


class IncompleteLedger(ValueError):
    """A row that is not empty has no fate, or an empty row has one."""


class RowFate(NamedTuple):
    """What became of one row. ``row`` is the number that a person sees in the file."""

    sheet: str
    row: int
    reason: Reason

    @property
    def fate(self) -> Fate:
        """What became of the row."""
        return self.reason.fate


@dataclass(frozen=True, slots=True)
class SheetLedger:
    """The rows of one sheet: ``codes`` has one byte for each, ``filled`` a 1 for each row that is not empty.

    ``turned`` are the rows, counted from 0, of a table on its side, in which a column is a person. Each of these rows
    says something about all of its people, so each has the strongest fate among them.

    Raises IncompleteLedger unless exactly the rows that are not empty have a fate.
    """

    name: str
    codes: bytes
    filled: bytes = field(repr=False)
    turned: range = range(0)

    def __post_init__(self) -> None:
        if self.codes.translate(_FILLED) != self.filled:
            raise IncompleteLedger(f"{self.name}: rows with a fate are not the rows that are filled")

    def reason_of(self, row: int) -> Reason | None:
        """Returns the reason of the row with a number, None for an empty row."""
        code = self.codes[row - 1] if 1 <= row <= len(self.codes) else 0
        return REASONS[code - 1] if code else None

    def fates(self, rows: range | None = None) -> Counter[Fate]:
        """Returns how many rows have each fate, of all rows or of those at positions counted from 0."""
        codes = self.codes if rows is None else self.codes[rows.start : rows.stop]
        counted: Counter[Fate] = Counter()
        for code, number in Counter(codes).items():
            if code:
                counted[REASONS[code - 1].fate] += number
        return counted

    def with_reasons(self, reasons: Mapping[int, Reason]) -> SheetLedger:
        """Returns this ledger with other reasons for some rows, by row number."""
        codes = bytearray(self.codes)
        for row, reason in reasons.items():
            rows = self.turned if row - 1 in self.turned else range(row - 1, row)
            for at in rows:
                codes[at] = CODE_OF[reason] if codes[at] else 0
        return replace(self, codes=bytes(codes))


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows of a file that are not empty, sheet by sheet, in the order of the file."""

    sheets: tuple[SheetLedger, ...] = ()

    def __iter__(self) -> Iterator[RowFate]:
        for sheet in self.sheets:
            for row, code in enumerate(sheet.codes, start=1):
                if code:
                    yield RowFate(sheet.name, row, REASONS[code - 1])

    def __len__(self) -> int:
        return sum(sum(sheet.filled) for sheet in self.sheets)

    def fates(self) -> Counter[Fate]:
        """Returns how many rows have each fate."""
        return sum((sheet.fates() for sheet in self.sheets), Counter())

    def of_sheet(self, name: str) -> SheetLedger | None:
        """Returns the ledger of the sheet with a name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

    def with_reasons(self, reasons: Mapping[str, Mapping[int, Reason]]) -> Ledger:
        """Returns this ledger with other reasons for some rows, by sheet and row number."""
        return Ledger(tuple(one.with_reasons(reasons.get(one.name, {})) for one in self.sheets))
