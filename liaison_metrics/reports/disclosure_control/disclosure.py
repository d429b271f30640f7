"""Whether hidden numbers in finer tables stay unknown, although the indicators' own tables show more.

Tables of cities, strands and events can suppress codes that the indicators' tables show. A reader then knows for
instance how many men an indicator has, and if everybody in a city belongs to that indicator and to no other, the hidden
number of men in the city as well.

A hidden number stays unknown if two people can swap their codes and nothing that is published changes: one is in the
table, the other is not, their codes differ and are both suppressed, and both count for the same indicators among those
that tell the two codes apart. An indicator whose table suppresses both does not. Such people are looked for in
*blocks*: the people of one such indicator who are in no other of them, and the people who are in none of them. A report
does not say exactly who is in a block, so all numbers here are lower bounds: people who are certainly in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liaison_metrics.reports.disclosure_control.suppression import Suppression, Table

OTHERS = ""
"""The block of people who are in no such indicator, and the broadest table, which holds everybody."""


@dataclass(frozen=True, slots=True)
class FinerTable:
    """A published table of a city, a strand or an event.

    ``within`` gives for some indicators a table of people who are in the indicator and in this table.
    """

    people: Table
    within: Mapping[str, Table]


class IndicatorTables:
    """What the tables of the indicators say about who counts for which of them."""

    def __init__(
        self,
        broadest: Table,
        others: Mapping[str, Table],
        shared: Mapping[tuple[str, str], int],
        hidden: Mapping[str, frozenset[str]],
    ) -> None:
        """*others* are the tables that lie within the *broadest*, *shared* says how many people at most two of them
        have in common, and *hidden* gives the codes that each table suppresses, the broadest under ``OTHERS``."""
        self._broadest, self._others, self._shared, self._hidden = broadest, others, shared, hidden

    def keep_unknown(self, suppression: Suppression, tables: Iterable[FinerTable]) -> bool:
        """Returns whether every number that *suppression* hides in finer tables can have more than one value."""
        if all(codes == suppression.codes for codes in self._hidden.values()):
            return True
        return all(
            any(self._can_swap(table, code, other) for other in suppression.codes - {code})
            for table in tables
            if any(table.people.get(code) for code in suppression.codes)
            for code in suppression.codes
        )

    def _can_swap(self, table: FinerTable, code: str, other: str) -> bool:
        """Returns whether somebody in the table and somebody outside can certainly swap two codes."""
        telling = [name for name, codes in self._hidden.items() if name != OTHERS and not {code, other} <= codes]
        blocks = _Blocks(self._broadest, {name: self._others[name] for name in telling}, self._shared)
        return any(
            blocks.inside(table, block, first) > 0 and blocks.outside(table, block, second) > 0
            for block in (*telling, OTHERS)
            for first, second in ((code, other), (other, code))
        )


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The people of the broadest table by the one of some ``others`` that they are in."""

    broadest: Table
    others: Mapping[str, Table]
    shared: Mapping[tuple[str, str], int]

    def inside(self, table: FinerTable, block: str, code: str) -> int:
        """Returns at least how many people with a code are in the table and in the block."""
        missing = self.broadest.get(code, 0) - table.people.get(code, 0)
        found = self._people(block, code) - missing
        if block in self.others and block in table.within:
            found = max(found, table.within[block].get(code, 0) - self._in_further(block, code))
        return found

    def outside(self, table: FinerTable, block: str, code: str) -> int:
        """Returns at least how many people with a code are in the block but not in the table."""
        known = (part.get(code, 0) for name, part in table.within.items() if name in self.others and name != block)
        in_table = table.people.get(code, 0) - (max(known, default=0) if block == OTHERS else 0)
        return self._people(block, code) - in_table

    def _people(self, block: str, code: str) -> int:
        """Returns at least how many people with a code are in the block."""
        if block != OTHERS:
            return max(0, self.others[block].get(code, 0) - self._in_further(block, code))
        elsewhere = sum(table.get(code, 0) for table in self.others.values())
        return max(0, self.broadest.get(code, 0) - elsewhere)

    def _in_further(self, name: str, code: str) -> int:
        """Returns at most how many people of an indicator with a code are in further ones."""
        own = self.others[name].get(code, 0)
        return sum(
            min(self.shared[name, other], own, table.get(code, 0))
            for other, table in self.others.items()
            if other != name
        )
