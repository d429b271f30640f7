"""Whether hidden numbers in finer tables stay unknown, although the indicators' own tables show more.

Tables of cities, strands and events can suppress codes that the indicators' tables show. A reader then knows for
instance how many men an indicator has, and if everybody in a city belongs to that indicator and to no other, the hidden
number of men in the city as well.

A hidden number stays unknown if two people can swap their codes and nothing that is published changes: one is in the
table, the other is not, their codes differ and are both suppressed, and both count for the same indicators. Such people
are looked for in *blocks*: the people of one indicator who are in no other but the broadest, and the people of the
broadest who are in no other at all. A report does not say exactly who is in a block, so all numbers here are lower
bounds: people who are certainly in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liaison_metrics.reports.suppression import Suppression, Table, difference

OTHERS = ""
"""The block of people who are in no indicator but the broadest."""


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
        self, broadest: Table, others: Mapping[str, Table], shared: Mapping[tuple[str, str], int], known: Suppression
    ) -> None:
        """*others* are the tables that lie within the *broadest*, *shared* says how many people at most two of them
        have in common, and *known* is what all of these tables suppress."""
        self._broadest, self._others, self._shared, self._known = broadest, others, shared, known
        elsewhere = {code: sum(table.get(code, 0) for table in others.values()) for code in broadest}
        self._blocks = {name: self._only_in(name, table) for name, table in others.items()}
        self._blocks[OTHERS] = {code: max(0, people - elsewhere[code]) for code, people in broadest.items()}

    def keep_unknown(self, suppression: Suppression, tables: Iterable[FinerTable]) -> bool:
        """Returns whether every number that *suppression* hides in finer tables can have more than one value."""
        if suppression.codes == self._known.codes:
            return True
        return all(
            any(self._can_swap(table, code, other) for other in suppression.codes - {code})
            for table in tables
            if any(table.people.get(code) for code in suppression.codes)
            for code in suppression.codes
        )

    def _can_swap(self, table: FinerTable, code: str, other: str) -> bool:
        """Returns whether somebody in the table and somebody outside can certainly swap two codes."""
        if {code, other} <= self._known.codes:  # the indicators' tables merge both: it does not matter who is in which
            inside = table.people
            outside = difference(self._broadest, inside)
            return bool((inside.get(code) and outside.get(other)) or (inside.get(other) and outside.get(code)))
        return any(
            self._inside(table, block, first) > 0 and self._outside(table, block, second) > 0
            for block in self._blocks
            for first, second in ((code, other), (other, code))
        )

    def _inside(self, table: FinerTable, block: str, code: str) -> int:
        """Returns at least how many people with a code are in the table and in the block."""
        missing = self._broadest.get(code, 0) - table.people.get(code, 0)
        found = self._blocks[block].get(code, 0) - missing
        if block in table.within:
            found = max(found, table.within[block].get(code, 0) - self._in_others(block, code))
        return found

    def _outside(self, table: FinerTable, block: str, code: str) -> int:
        """Returns at least how many people with a code are in the block but not in the table."""
        elsewhere = max((part.get(code, 0) for name, part in table.within.items() if name != block), default=0)
        in_table = table.people.get(code, 0) - (elsewhere if block == OTHERS else 0)
        return self._blocks[block].get(code, 0) - in_table

    def _only_in(self, name: str, table: Table) -> dict[str, int]:
        return {code: max(0, people - self._in_others(name, code)) for code, people in table.items()}

    def _in_others(self, name: str, code: str) -> int:
        """Returns at most how many people of an indicator with a code are in further ones."""
        own = self._others[name].get(code, 0)
        return sum(
            min(self._shared[name, other], own, table.get(code, 0))
            for other, table in self._others.items()
            if other != name
        )
