"""A column of ticks or times whose header tells nothing of it ("✓"), and a line below the list that says as many people
came as have one: the column says who was there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import (
    LabelledNumber,
    counts_of_marks,
    labelled_numbers,
)
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_total, starts_total_row, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import header_starts, normal
from liaison_metrics.sheets.words.people import PRESENT, row_statements
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.prose.expected import names_things
from liaison_metrics.sheets.words.phrases.prose.things import counts_proxies

_FEWEST_MARKED = 3
"""Any smaller number is often as many as have something."""

_LABEL_AND_NUMBER = 2


def column_stated_below(table: Table, columns: Sequence[Column]) -> Column | None:
    """Returns the only column of marks that nothing uses of which a line below the list states how many people have
    one, fewer than all. Under a header in words, which may be of anything, the line must say that these people came."""
    free = [column for column in columns if _says_nothing(column)]
    stated = dict(_lines_below(table)) if free else {}
    if not stated:
        return None
    people = [table.own_cells(row) for row in table.rows if row < min(stated)]
    people = [cells for cells in people if _filled(cells) >= _LABEL_AND_NUMBER]
    marked = counts_of_marks(people)
    told = [one for one in stated.values() if _FEWEST_MARKED <= one.people < len(people)]
    tied = [(column, one) for column in free for one in told if marked.get(column.at) == one.people]
    found = {column.at: column for column, _one in tied}
    same = [at for at, number in marked.items() if any(number == one.people for _column, one in tied)]
    clear = [column for column, one in tied if _is_bare(column) or _says_who_came(one, column.at)]
    return clear[0] if len(found) == len(same) == 1 and clear else None


def _says_nothing(column: Column) -> bool:
    return column.meaning in ("", "unused") and column.date is None and not header_starts(column.header, "other_marks")


def _is_bare(column: Column) -> bool:
    """Whether a header has no words."""
    return not any(map(str.isalnum, column.header))


def _lines_below(table: Table) -> Iterator[tuple[int, LabelledNumber]]:
    """Yields the last rows of a list that have nothing but a label and a number, but for lines of text."""
    for row in reversed(table.rows):
        cells = table.own_cells(row)
        if len(found := labelled_numbers(cells)) == 1:
            if not (names_things(found[0].label) or counts_proxies(found[0].label)):
                yield row, found[0]
        elif _filled(cells) > 1:
            return


def _filled(cells: Sequence[Cell]) -> int:
    return sum(bool(text_of(value)) for value in cells)


def _says_who_came(stated: LabelledNumber, at: int) -> bool:
    """Whether a label says that people came, or gives a total that is not that of the column in which it stands."""
    words = normal(stated.label).split()
    if any(map(speaks_of_coming, words)) or meaning_of(stated.label.rstrip(" :")) == "present":
        return True
    if any(one.kind == PRESENT for one in row_statements([stated.label, stated.people])):
        return True
    return stated.at != at and (is_total(stated.label) or starts_total_row(stated.label))
