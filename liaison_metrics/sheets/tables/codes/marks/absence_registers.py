"""Registers of several days in which only those who were absent have a mark, as schools keep them: whoever has none was
there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.tables.text_lines import legend_of, mark_key
from liaison_metrics.sheets.words.cells import is_total, text_of
from liaison_metrics.sheets.words.date_parts import days_without_year, is_part_of_a_day
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.remarks.marked_people import tells_who_is_marked
from liaison_metrics.sheets.words.presence import DASHES, says_absent, says_present

FIRST_ROWS = 60
"""The header of a register stands so near its top."""

_LONGEST_REGISTER = 400
_FEWEST_PEOPLE, _FEWEST_DAYS = 4, 2

_FEWEST_BLANK = 0.6
"""Fewer empty cells may be of people who weren't there, or of lessons that nobody noted."""

_FEWEST_BLANK_TITLED = 0.3
"""A title that names absence leaves no doubt, but nearly everybody is hardly ever absent."""

_LONGEST_HEADER = 5
"""Words of a header that names a session and its day ("Lesson 1 (3.5.)")."""

_MOST_LATE = 0.1
"""More cells with marks of presence are those of all who were there."""

_LONGEST_MARK = 3
ABSENT, PRESENT = "✗", "✓"


class _Register(NamedTuple):
    """The places of a register: the columns of its days and the rows of its people."""

    days: tuple[int, ...]
    people: tuple[int, ...]


def with_presence_marked(grid: Grid) -> Grid:
    """Returns a sheet in which whoever has no mark on a day has one of presence, if all marks under its days say that
    somebody was absent; the same sheet if some say that somebody was there, or if nothing shows that the last days were
    held."""
    register = _register_of(grid)
    if register is None:
        return grid
    absent = _marks_of_absence(grid, register)
    if not absent:
        return grid
    return with_marks_replaced(
        grid, register.people, register.days, lambda value: ABSENT if absent.get(text_of(value)) else PRESENT
    )


def with_marks_replaced(grid: Grid, people: Sequence[int], days: Sequence[int], mark: Callable[[Cell], Cell]) -> Grid:
    """Returns a sheet in which the cells of the people's rows under the days are what *mark* makes of them."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row in people:
        cells: list[Cell] = [*rows[row], *[None] * (days[-1] + 1 - len(rows[row]))]
        for at in days:
            cells[at] = mark(cells[at])
        rows[row] = cells
    return replace(grid, rows=rows)


def _marks_of_absence(grid: Grid, register: _Register) -> Mapping[str, bool]:
    """Returns the marks under the days, each with whether it says that somebody was absent; none if the register isn't
    one of absences. Of the others, which are fewer, the sheet says that somebody came late."""
    legend: dict[str, bool] = {}
    for row, cells in enumerate(grid.rows):
        if row not in register.people:
            legend |= legend_of(cells)
    columns = [[cell_text(grid, row, at) for row in register.people] for at in register.days]
    told = [text for column in columns for text in column if text]
    blank = 1 - len(told) / (len(register.days) * len(register.people))
    titled = any(_names_absence(text) or tells_who_is_marked(text) is False for text in _texts_above(grid, register))
    if not told or blank < (_FEWEST_BLANK_TITLED if titled else _FEWEST_BLANK) or not any(columns[-1]):
        return {}
    explains_lateness = any(said and not says_present(mark) for mark, said in legend.items())
    found: dict[str, bool] = {}
    for text in told:
        if DASHES.issuperset(text) or text.isdecimal():
            return {}
        said = legend.get(mark_key(text))
        known = said is False or (said is None and says_absent(text) and (titled or normal(text) != "a"))
        late = (said is True and not says_present(text)) or (text == PRESENT and explains_lateness)
        if not (known or late or (titled and said is None and len(text) <= _LONGEST_MARK)):
            return {}
        found[text] = not late
    came_late = sum(not found[text] for text in told)
    return found if came_late <= _MOST_LATE * (len(told) / (1 - blank)) and came_late < len(told) else {}


def _register_of(grid: Grid) -> _Register | None:
    """Returns the only register of a sheet: days in a row, and below it rows that begin like those of people."""
    heads = [(row, days) for row, cells in enumerate(grid.rows[:FIRST_ROWS]) if (days := days_of(cells))]
    if len(heads) != 1 or len(grid.rows) > _LONGEST_REGISTER:
        return None
    head, days = heads[0]
    people = tuple(_people_below(grid, head, days[0]))
    return _Register(days, people) if len(people) >= _FEWEST_PEOPLE else None


def _people_below(grid: Grid, head: int, first: int) -> Iterator[int]:
    """Yields the rows below a header up to the first empty one that have as many texts before the days as most."""
    usual = 0
    for row in range(head + 1, len(grid.rows)):
        told = [text for value in grid.rows[row][:first] if (text := text_of(value))]
        if not told:
            return
        named = [text for text in told if any(map(str.isalpha, text))]
        usual = usual or len(named)
        if is_total(named[0] if named else "") or len(named) < min(usual, 2) or ":" in told[-1] or "=" in told[-1]:
            continue
        if named and not _states_sums(grid, row, first):
            yield row


def _states_sums(grid: Grid, row: int, first: int) -> bool:
    texts = [text for value in grid.rows[row][first:] if (text := text_of(value))]
    return len(texts) > 1 and all(map(str.isdecimal, texts))


def days_of(cells: Sequence[Cell]) -> tuple[int, ...]:
    """Returns the columns of a header that name days behind something else, none if it has fewer than two."""
    found = tuple(at for at, value in enumerate(cells) if _is_day(value))
    beside = [text for value in cells[: found[0]] if (text := text_of(value))] if len(found) >= _FEWEST_DAYS else []
    return found if beside else ()


def _is_day(value: Cell) -> bool:
    text = text_of(value)
    if text.isdecimal():
        return False
    told = len(text.split()) <= _LONGEST_HEADER and len([*find_dates(text), *days_without_year(text)]) == 1
    return told or read_date(value) is not None or is_part_of_a_day(text)


def _texts_above(grid: Grid, register: _Register) -> Iterator[str]:
    yield grid.name
    for cells in grid.rows[: register.people[0]]:
        yield from filter(None, map(text_of, cells))


def _names_absence(text: str) -> bool:
    """Whether a title or a header says that what is noted is absence ("Fehlzeiten", "Fravær i alt")."""
    return any(word in tools("absence_registers") for word in normal(text).split())
