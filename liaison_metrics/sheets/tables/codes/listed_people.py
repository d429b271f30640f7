"""A register of several days, and a list of the same people on another sheet, which says more about them: each row of
the register gets what the list says of the person. The list states no event of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.date_parts import day_stated, days_without_year
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import EVENT, NAMES, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.days.names import month_of
from liaison_metrics.sheets.words.presence import says_absent, says_present

_FIRST_ROWS, _LONGEST = 25, 400
"""The headers stand in one of the first rows. Longer sheets are no such registers."""

_FEWEST_DAYS, _FEWEST_PEOPLE = 2, 3
_MOSTLY = 0.8
"""Some join later and are on one of the sheets alone."""

_HALF = 0.5
"""A list of which fewer stand in the register is of other people too."""

_NO_MARKS = frozenset(("number", "phone", "age", "birth_year", "birth_date", "gender", "community", "email"))
"""Meanings of columns of which the letters and numbers are no marks."""

_OF_COMING = EVENT | {"present", "session", "signature", "time", "total", "registered"}


@dataclass(frozen=True, slots=True)
class _People:
    """A sheet of people: the row of its headers, and the columns that identify them."""

    grid: Grid
    head: int
    names: tuple[int, ...]
    number: int | None

    def by_name(self) -> dict[str, Sequence[Cell]]:
        """Returns the rows by their names, none if two people have the same."""
        return self._rows(self.names)

    def by_number(self) -> dict[str, Sequence[Cell]]:
        """Returns the rows by their numbers, none if two people have the same."""
        return {} if self.number is None else self._rows((self.number,))

    def _rows(self, columns: Sequence[int]) -> dict[str, Sequence[Cell]]:
        told = [(key, cells) for cells in self.grid.rows[self.head + 1 :] if (key := _key(cells, columns))]
        rows = dict(told)
        return rows if len(rows) == len(told) else {}


def join_listed_people(grids: Sequence[Grid]) -> list[Grid]:
    """Returns the sheets, a register of several days joined with the list of its people, which is dropped then."""
    found = list(grids)
    people = [one for grid in grids if (one := _people_of(grid))] if len(grids) > 1 else []
    lists = [one for one in people if one.names and _states_no_event(one)]
    for listed in lists:
        registers = [one for one in people if one.grid is not listed.grid and _days_of(one) >= _FEWEST_DAYS]
        joined = [(one, said) for one in registers if (said := _said_of(one, listed))]
        if not joined or len(joined) < len(registers):
            continue
        for register, said in joined:
            at = next(at for at, grid in enumerate(found) if grid.name == register.grid.name)
            found[at] = replace(register.grid, rows=list(_joined(register, listed, said)))
        found = [grid for grid in found if grid.name != listed.grid.name]
        break
    return found


def _people_of(grid: Grid) -> _People | None:
    if not 0 < len(grid.rows) <= _LONGEST:
        return None
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        heads = {at: meaning_of(text) for at, value in enumerate(cells) if (text := text_of(value))}
        names = tuple(at for at, meaning in heads.items() if meaning in NAMES)
        names = names or tuple(at for at, one in heads.items() if one == "people" and _holds_names(grid, row, at))
        number = next((at for at, meaning in heads.items() if meaning == "number"), None)
        if (names or number is not None) and row + 1 < len(grid.rows):
            return _People(grid, row, names, number)
    return None


def _holds_names(grid: Grid, head: int, at: int) -> bool:
    """Whether full names stand below a word for people ("Participants")."""
    texts = [text for cells in grid.rows[head + 1 :] if at < len(cells) and (text := text_of(cells[at]))]
    return len(texts) >= _FEWEST_PEOPLE and sum(map(is_full_name, texts)) >= _MOSTLY * len(texts)


def _days_of(people: _People) -> int:
    """Returns how many days the headers of a sheet state, in two rows perhaps."""
    rows = people.grid.rows[max(people.head - 1, 0) : people.head + 2]
    return max(sum(_has_day(value) for value in cells) for cells in rows)


def _has_day(value: Cell) -> bool:
    text = value if isinstance(value, str) else ""
    return day_stated(value) is not None or any(
        find_dates(line) or days_without_year(line) for line in text.splitlines()
    )


def _states_no_event(people: _People) -> bool:
    """Whether a list has nothing that says who came: no such header or marks, no day above it or in its headers, and no
    day or month in its name."""
    heads = {meaning_of(text) for value in people.grid.rows[people.head] if (text := text_of(value))}
    above = chain.from_iterable((*people.grid.rows[: people.head + 1], [people.grid.name]))
    if heads & _OF_COMING or any(map(_has_day, above)) or any(map(month_of, people.grid.name.split())):
        return False
    width = max(map(len, people.grid.rows))
    return not any(_holds_marks(people, at) for at in range(width) if at not in people.names)


def _holds_marks(people: _People, at: int) -> bool:
    """Whether a column has marks, or numbers under a header that is not known to be of a single person."""
    header = people.grid.rows[people.head][at] if at < len(people.grid.rows[people.head]) else None
    if meaning_of(text_of(header)) in _NO_MARKS:
        return False
    texts = [text for cells in people.grid.rows[people.head + 1 :] if at < len(cells) and (text := text_of(cells[at]))]
    numbers = [number_of(text) for text in texts]
    if numbers == list(range(1, len(numbers) + 1)):
        return False
    said = sum(says_present(text) or says_absent(text) for text in texts) + len(numbers) - numbers.count(None)
    return said >= _HALF * len(texts) > 0


def _said_of(register: _People, listed: _People) -> Mapping[str, Sequence[Cell]]:
    """Returns the rows of a list by the names or numbers of the people in a register, if it has nearly all of them."""
    named = bool(register.names)
    told = register.by_name() if named else register.by_number()
    said = listed.by_name() if named else listed.by_number()
    shared = told.keys() & said.keys()
    if not named:  # the register has no names at all
        whole = len(shared) == len(said)
        return said if whole and len(shared) >= _FEWEST_PEOPLE else {}
    marked = [key for key, cells in told.items() if sum(map(bool, map(text_of, cells))) > len(register.names)]
    known = sum(key in said for key in marked)
    near = known >= _MOSTLY * len(marked) or len(shared) == len(said)
    return said if near and len(shared) >= max(_FEWEST_PEOPLE, _HALF * len(said)) else {}


def _joined(register: _People, listed: _People, said: Mapping[str, Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Yields the rows of a register with the columns of a list that it does not have itself."""
    grid, heads = register.grid, [text_of(value) for value in listed.grid.rows[listed.head]]
    own = {meaning for value in grid.rows[register.head] if (meaning := meaning_of(text_of(value)))} | {"number"}
    kept = [
        at for at, text in enumerate(heads)
        if text and at not in (listed.names if register.names else ()) and (meaning_of(text) or "") not in own
    ]  # fmt: skip
    width = max(map(len, grid.rows))
    by = register.names or (register.number or 0,)
    for row, cells in enumerate(grid.rows):
        more: Sequence[Cell] = ()
        if row == register.head:
            more = listed.grid.rows[listed.head]
        elif row > register.head:
            more = said.get(_key(cells, by), ())
        yield [*cells, *[None] * (width - len(cells)), *(more[at] if at < len(more) else None for at in kept)]


def _key(cells: Sequence[Cell], columns: Sequence[int]) -> str:
    texts = [text_of(cells[at]) for at in columns if at < len(cells)]
    return " ".join(sorted(normal(" ".join(texts)).split())) if all(texts) else ""
