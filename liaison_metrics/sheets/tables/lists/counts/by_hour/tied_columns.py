"""Columns of numbers of people that tie with each other: which of them, or which together, have everybody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, combinations, permutations

_FEWEST_ROWS = 3
"""Fewer numbers may be the sums of others by chance."""

_FEWEST_PARTS = 2
_IN_OUT_INSIDE = 3
_MOST_BALANCED = 5
"""Beside who came, who left and who is inside, a log may say who was inside before."""

_MOST_COLUMNS = 7
"""Of more columns, some may add up to others by chance."""


def columns_of_all(
    numbers: Mapping[int, Sequence[int]], totals: Collection[int], outside: Collection[int]
) -> tuple[int, ...]:
    """Returns the columns whose numbers have everybody together, mostly one: those who came in beside those who left;
    those since the reading before; the sum of others in each row; or those of which one of the *totals* is the sum.
    Columns *outside* have no number in the total, so they may be of something else. None if there are none."""
    columns = without_repeats(numbers)
    if (came := who_came(columns, numbers)) is not None:
        return (came,)
    if (more := _since_reading_before(columns, numbers)) is not None:
        return (more,)
    if not _FEWEST_PARTS <= len(columns) <= _MOST_COLUMNS:
        return ()
    for whole in (columns[-1], columns[0]) if len(columns) > _FEWEST_PARTS else ():
        if _is_sum(whole, [at for at in columns if at != whole], numbers):
            return (whole,)
    counted = [at for at in columns if at not in outside]
    wholes = [at for at in counted if _is_sum(at, [one for one in counted if one != at], numbers)]
    if len(wholes) == 1 and len(counted) > _FEWEST_PARTS:
        return (wholes[0],)
    fitting = list(_parts_of(totals, columns, numbers))
    return fitting[0] if len(fitting) == 1 else ()


def without_repeats(numbers: Mapping[int, Sequence[int]]) -> list[int]:
    """Returns the columns without those whose numbers a later one repeats, as strokes and what they are."""
    again = {at for at in numbers for other in numbers if other > at and numbers[other] == numbers[at]}
    return [at for at in numbers if at not in again]


def _is_sum(whole: int, parts: Sequence[int], numbers: Mapping[int, Sequence[int]]) -> bool:
    rows = [*zip(*(numbers[at] for at in parts), strict=True)]
    several = sum(sum(map(bool, told)) > 1 for told in rows)
    return several >= _FEWEST_ROWS and [*map(sum, rows)] == [*numbers[whole]]


def _parts_of(
    totals: Collection[int], columns: Sequence[int], numbers: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, ...]]:
    """Yields the columns, two or more, whose sum is one of the totals, but of no column alone."""
    sums = {at: sum(numbers[at]) for at in columns}
    beyond = [total for total in totals if total not in sums.values()]
    for size in range(_FEWEST_PARTS, len(columns) + 1):
        for parts in combinations(columns, size):
            if sum(sums[at] for at in parts) in beyond and all(len(numbers[at]) >= _FEWEST_ROWS for at in parts):
                yield parts


def who_came(columns: Sequence[int], numbers: Mapping[int, Sequence[int]]) -> int | None:
    """Returns the column of those who came in, if others say who went out and, so far, who is still inside."""
    if not _IN_OUT_INSIDE <= len(columns) <= _MOST_BALANCED:
        return None
    for at, out, inside in combinations(columns, _IN_OUT_INSIDE):
        if says_who_is_inside(numbers[at], numbers[out], numbers[inside]):
            return at
    return None


def _since_reading_before(columns: Sequence[int], numbers: Mapping[int, Sequence[int]]) -> int | None:
    """Returns the column of those who came since the reading before, if the only other has the readings of a counter,
    which goes on."""
    for at, reading in permutations(columns, 2) if len(columns) == _FEWEST_PARTS else ():
        several = sum(map(bool, numbers[at])) >= _FEWEST_ROWS
        if several and numbers[at] != numbers[reading] and [*accumulate(numbers[at])] == numbers[reading]:
            return at
    return None


def says_who_is_inside(came: Sequence[int], left: Sequence[int], inside: Sequence[int]) -> bool:
    """Returns whether numbers are those of the people inside, after so many came and left hour by hour."""
    still = [gone_in - gone_out for gone_in, gone_out in zip(accumulate(came), accumulate(left), strict=True)]
    return still == list(inside) and len(came) >= _FEWEST_ROWS and any(left)


def leave_who_came(every: Sequence[int], away: Sequence[int], came: Sequence[int]) -> bool:
    """Returns whether numbers are those of all people of a list, of whom so many stayed *away* and the others came."""
    left = [whole - gone for whole, gone in zip(every, away, strict=True)]
    return left == list(came) and len(came) >= _FEWEST_ROWS and any(away)
