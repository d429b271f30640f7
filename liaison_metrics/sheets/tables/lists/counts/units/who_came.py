"""Which columns of a table of numbers, one row for each family, class, organisation or event, have the people who came:
by the sums that the sheet states first, then by what is left beside the headers that are known."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, permutations

from liaison_metrics.sheets.tables.lists.counts.by_hour.tied_columns import who_came
from liaison_metrics.sheets.words.cells import has_total
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, topics
from liaison_metrics.sheets.words.phrases.numbers import names_counter
from liaison_metrics.sheets.words.phrases.prose.things import is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import Told, tell_apart_who_came, told_by
from liaison_metrics.sheets.words.presence import names_registration

_FEWEST_ROWS = 3
"""Fewer numbers may tie by chance."""

_FEWEST_TOLD = 2
_HOURS = re.compile(r"\s\d")
_LARGEST_FAMILY = 15
"""A household brings hardly more people to an event."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a table by column, with their headers; the columns that its total row sums up; the numbers of
    people that the lines around it state; whether its rows are households; the columns of hours; the places of rows
    that were called *off*; and whether each row is an hour or more of a day."""

    columns: Mapping[int, Sequence[int]]
    headers: Mapping[int, str]
    summed: Set[int]
    stated: Collection[int]
    households: bool = False
    hours: Set[int] = frozenset()
    off: Set[int] = frozenset()
    by_hour: bool = False

    def told(self, at: int) -> Told:
        """Returns of whom a header says that its numbers are; a sum may be of anything."""
        header = _HOURS.split(self.headers.get(at, ""))[0]
        if any(word in topics() for word in normal(header).split()):
            return Told.OTHERS
        return Told.UNKNOWN if has_total(header) and told_by(header) is Told.OTHERS else told_by(header)


def columns_of_who_came(numbers: Numbers) -> tuple[int, ...]:
    """Returns the columns that have everybody who came together, mostly one; none if nothing settles it."""
    free = _free(numbers)
    if numbers.hours or _balance(numbers):
        return proven_column(numbers)
    if proven := proven_column(numbers) or _stated(numbers, free):
        return proven
    wholes = [at for at in free if _is_sum_of_others(numbers, free, at)]
    if wholes:
        return (wholes[0],) if len(wholes) == 1 and _may_be_whole(numbers, wholes[0]) else ()
    only = _only_sum(numbers, free) or _by_counter(numbers) or _but_when_called_off(numbers, free)
    return _known(numbers, free) or only or _left(numbers, free)


def proven_column(numbers: Numbers) -> tuple[int, ...]:
    """Returns the column of which the numbers themselves prove that it has everybody who came, where these would be
    taken for something else: the sum of several hours, what a counter counted since the reading before, or the people
    of households; none if there is no such column."""
    free = _free(numbers)
    if _balance(numbers):
        return ()
    if numbers.hours:
        wholes = [at for at in free if _is_sum_of_others(numbers, [*{*free} | numbers.hours], at)]
        return (wholes[0],) if len(wholes) == 1 and not {*free} - numbers.hours <= {*wholes} else ()
    if (since := _since_reading_before(numbers.columns)) is not None:
        return (since,)
    told = any(numbers.told(at) is not Told.UNKNOWN for at in numbers.columns)
    if told or not numbers.households or max(map(max, numbers.columns.values())) > _LARGEST_FAMILY:
        return ()
    wholes = [at for at in free if has_total(numbers.headers[at]) and _is_sum_of_others(numbers, free, at)]
    return (wholes[0],) if len(wholes) == 1 else _only_sum(numbers, free)


def _free(numbers: Numbers) -> list[int]:
    return [at for at in numbers.columns if numbers.told(at) is not Told.OTHERS]


def _balance(numbers: Numbers) -> bool:
    """Whether one column has those who came in, beside those who went out and those inside."""
    without_last = {at: told[:-1] for at, told in numbers.columns.items()}  # "Peak inside"
    return any(who_came([*columns], columns) is not None for columns in (numbers.columns, without_last))


def _stated(numbers: Numbers, free: Sequence[int]) -> tuple[int, ...]:
    """Returns the one column whose sum is a number of people that the sheet states, or all if their sum is."""
    sums = {at: sum(numbers.columns[at]) for at in free}
    tied = [at for at in free if sums[at] in numbers.stated and sums[at] > max(numbers.columns[at])]
    if tied:
        return (tied[0],) if len(tied) == 1 else ()
    together = len(free) > 1 and sum(sums.values()) in numbers.stated
    return tuple(free) if together and not tell_apart_who_came([numbers.headers.get(at, "") for at in free]) else ()


def _is_sum_of_others(numbers: Numbers, free: Sequence[int], whole: int) -> bool:
    """Whether a column is, in each row, the sum of all others that may be of people."""
    parts = [at for at in free if at != whole]
    rows = [*zip(*(numbers.columns[at] for at in parts), strict=True)]
    several = sum(sum(map(bool, told)) > 1 for told in rows) + int(whole in numbers.summed)
    apart = tell_apart_who_came([numbers.headers.get(at, "") for at in parts])
    return several >= _FEWEST_ROWS and not apart and [*map(sum, rows)] == [*numbers.columns[whole]]


def _may_be_whole(numbers: Numbers, whole: int) -> bool:
    """Whether the sum of others is of all who came: behind these, or under a header that says so. Before them, it may
    be of all who were invited, of whom some stayed away."""
    told = has_total(numbers.headers[whole]) or numbers.told(whole) in (Told.PEOPLE, Told.CAME)
    return told or whole == max(numbers.columns)


def _by_counter(numbers: Numbers) -> tuple[int, ...]:
    """Returns the only column, of what a counter counted hour by hour ("Clicks"), and no readings of it: these never
    fall."""
    if not numbers.by_hour or len(numbers.columns) != 1:
        return ()
    ((at, counted),) = numbers.columns.items()
    falls = any(after < before for before, after in pairwise(counted))
    return (at,) if falls and names_counter(numbers.headers[at]) else ()


def _but_when_called_off(numbers: Numbers, free: Sequence[int]) -> tuple[int, ...]:
    """Returns the only column that has nobody whenever something was called off, and somebody at all other times."""
    if not numbers.off or len(free) != 1:
        return ()
    came = {at for at, number in enumerate(numbers.columns[free[0]]) if number}
    every = {*range(len(numbers.columns[free[0]]))}
    return (free[0],) if came == every - numbers.off and len(came) >= _FEWEST_ROWS else ()


def _known(numbers: Numbers, free: Sequence[int]) -> tuple[int, ...]:
    """Returns the only column whose header says that these people came, if they are some of those of the others."""
    came = [at for at in free if numbers.told(at) is Told.CAME]
    others = [at for at in free if at not in came]
    if len(came) != 1 or len(numbers.columns) == 1:
        return ()
    alone = came[0] in numbers.summed and not numbers.summed & {*others}
    apart = all(_are_some_of(numbers, came[0], at) or (alone and _are_some_of(numbers, at, came[0])) for at in others)
    return (came[0],) if apart else ()


def _only_sum(numbers: Numbers, free: Sequence[int]) -> tuple[int, ...]:
    """Returns the only column that the total row sums up, if it leaves out others of which nothing more is known, or
    that are of people who were expected, or the rows are households or hours."""
    if len(numbers.summed) != 1 or (at := next(iter(numbers.summed))) not in free:
        return ()
    others = [one for one in numbers.columns if one != at]
    if any(numbers.told(one) > Told.UNKNOWN or is_of_things(numbers.headers[one]) for one in others):
        return ()
    of_household = numbers.households and max(numbers.columns[at]) <= _LARGEST_FAMILY
    return (at,) if others or of_household or numbers.by_hour else ()


def _left(numbers: Numbers, free: Sequence[int]) -> tuple[int, ...]:
    """Returns the only column that may be of who came, beside one of those who had registered or were invited: the
    only one left, if its header is of people, or the only one that was summed up, beside some of its people."""
    headers = numbers.headers
    registered = [at for at, text in headers.items() if names_registration(text) or meaning_of(text) == "registered"]
    alone = numbers.summed.isdisjoint(registered)
    named = [at for at in free if alone or numbers.told(at) is not Told.UNKNOWN]
    left = named if len(free) == 1 else [at for at in named if at in numbers.summed]
    if len(left) != 1 or not any(_are_some_of(numbers, left[0], at) for at in registered):
        return ()
    return (left[0],) if all(_are_some_of(numbers, at, left[0]) for at in free if at != left[0]) else ()


def _are_some_of(numbers: Numbers, some: int, every: int) -> bool:
    """Whether no number of a column is larger than that beside it, and several are smaller."""
    pairs = [*zip(numbers.columns[some], numbers.columns[every], strict=True)]
    return all(few <= many for few, many in pairs) and sum(few < many for few, many in pairs) >= _FEWEST_TOLD


def _since_reading_before(columns: Mapping[int, Sequence[int]]) -> int | None:
    """Returns the column of those who came since the reading before, beside the readings of a counter that goes on from
    any number."""
    for more, reading in permutations(columns, 2):
        steps = [after - before for before, after in pairwise(columns[reading])]
        several = sum(map(bool, steps)) >= _FEWEST_ROWS
        if several and steps == [*columns[more][1:]] and columns[more][0] in (0, columns[reading][0]):
            return more
    return None
