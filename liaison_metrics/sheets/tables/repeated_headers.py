"""Headers that only repeat the one above, as on a further page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from liaison_metrics.sheets.tables.row_profiles import RowProfile
from liaison_metrics.sheets.tables.text_lines import is_page_line

Heads = Sequence[list[int]]


class HeaderFinder(Protocol):
    """What is known of the rows of a sheet in which headers were found."""

    profile: Callable[..., RowProfile]

    def text_start(self, first: int, head: int) -> int:
        """Returns the row where the text that belongs to a header begins."""

    def names_people(self, rows: list[int]) -> bool:
        """Returns whether header rows have a column that identifies people."""


def without_repeats(heads: Heads, finder: HeaderFinder) -> tuple[list[list[int]], list[int]]:
    """Returns the headers that begin a table, and the rows of those that only repeat the header of people above. A line
    of text above a header may be about another event, so it begins a table."""
    kept, again = list(heads[:1]), list[int]()
    for rows in heads[1:]:
        last = kept[-1]
        above = range(finder.text_start(max(again[-1:] + last) + 1, rows[0]), rows[0])
        paged = all(is_page_line(text) for row in above for _at, _kind, text in finder.profile(row).cells)
        same = len(rows) == len(last) == 1 and finder.profile(rows[0]).cells == finder.profile(last[0]).cells
        if same and paged and finder.names_people(rows):
            again.append(rows[0])
        else:
            kept.append(rows)
    return kept, again
