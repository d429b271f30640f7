"""What the passes of the reader say about rows while a file is read. The ledger is made of it at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from liaison_metrics.sheets.ledger.fates import Fate, Reason
from liaison_metrics.sheets.ledger.ledger import CODE_OF, REASONS

_DATA = (Fate.PERSON, Fate.HEADS, Fate.ABSENT, Fate.STAFF, Fate.REJECTED, Fate.QUESTION)


class SheetEntries:
    """What was said about the rows of one sheet. Row numbers start at 1. Of several reasons the strongest holds."""

    def __init__(self, rows: int) -> None:
        self.codes = bytearray(rows)

    def enter(self, row: int, reason: Reason) -> None:
        """Enters a reason for a row."""
        code, before = CODE_OF[reason], self.codes[row - 1]
        if not before or code < before:
            self.codes[row - 1] = code

    def enter_all(self, positions: Iterable[int], reason: Reason) -> None:
        """Enters a reason for the rows at positions counted from 0."""
        for position in positions:
            self.enter(position + 1, reason)

    def of(self, row: int) -> Reason | None:
        """Returns the reason of a row, None if nothing was said about it."""
        code = self.codes[row - 1]
        return REASONS[code - 1] if code else None

    def without_data(self, positions: Sequence[int]) -> tuple[tuple[int, Fate], ...]:
        """Returns, of the rows at positions, the numbers and fates of those that hold no data: totals, headings, notes
        and the like."""
        if not positions:
            return ()
        codes = enumerate(self.codes[positions[0] : positions[-1] + 1], start=positions[0] + 1)
        found = ((row, REASONS[code - 1].fate) for row, code in codes if code)
        return tuple((row, fate) for row, fate in found if fate not in _DATA)

    def without_entry(self) -> Iterator[int]:
        """Yields the positions, from 0, of the rows about which nothing was said."""
        at = self.codes.find(0)
        while at >= 0:
            yield at
            at = self.codes.find(0, at + 1)


class FileEntries:
    """What was said about the rows of a file, by sheet. *sheets* are names and numbers of rows."""

    def __init__(self, sheets: Iterable[tuple[str, int]]) -> None:
        self._sheets: dict[str, SheetEntries] = {}
        for name, rows in sheets:
            self._sheets.setdefault(name, SheetEntries(rows))

    def of_sheet(self, name: str) -> SheetEntries:
        """Returns the entries of a sheet."""
        return self._sheets[name]

    def enter(self, sheet: str, row: int, reason: Reason) -> None:
        """Enters a reason for a row of a sheet."""
        self._sheets[sheet].enter(row, reason)
