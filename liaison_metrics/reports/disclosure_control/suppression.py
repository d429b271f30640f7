"""Cell suppression: which lines a published report hides so that nobody can work out a small number.

Everything here concerns one dimension (community, gender or age) of one report. A *table* gives the people of an
indicator, a city, a strand or an event for each code. The table of the broadest indicator, which holds everybody,
suppresses the fewest codes. The other indicators suppress these and further ones (see ``parts``); the tables of cities,
strands and events suppress all of them and further ones, the same in all tables of a kind.

A code that the broadest table suppresses is **suppressed** in all tables, so everything published about the dimension
is a function of data in which these codes are merged into one. Two people with different suppressed codes can swap
places in any table without changing anything that is published. What a reader knows about the suppressed lines is their
sum and, for each line of the broadest table, at most a range: 1 to the threshold − 1 if it is small, the threshold or
more otherwise.

Proof that each of these numbers stays unknown. Let whole numbers lie in ranges ``low < high`` with a known sum that is
neither the least nor the greatest possible, and let there be two or more. Then each can take two values. Take any of
them. If it is above its low and another is below its high, one unit can move from it to the other. If it is below its
high and another is above its low, one unit can move to it. If neither is possible, then either it and all others are at
their lows, or it and all others are at their highs, and the sum would be the least or the greatest. In a smaller table,
two people can swap if one of them is in it and the other is not. If no two such people have different codes, the
suppressed people of the table are all there are, and its numbers are those of the broadest table.

Some readers know some people: a partner sees its own cities exactly, and can subtract them from what is published. The
proof then has to hold for the people whom it does not know, so their tables are views too, and the ranges are those of
the people that are left.

The proof covers what all tables suppress. Tables of cities, strands and events can suppress codes that an indicator's
table shows, which then restricts who can swap: see ``disclosure``.

Readers may know this program. The number of suppressed codes must therefore reveal no more than the codes themselves.
What is suppressed beyond the necessary follows from what is published: which lines are small, which of the remaining
lines is the smallest, and the sum of the suppressed lines. If that is not enough, the dimension is not published at
all: suppressing more would reveal that it was not enough. Among equal numbers the first code is taken, not all of them:
all would reveal that they are equal.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

Table = Mapping[str, int]
"""People by code. A missing code has nobody."""

LEAST_THRESHOLD = 4
"""Under a threshold of 3, small numbers are 1 or 2, and an even or odd sum can reveal which."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """The suppressed codes, and which of them are below the threshold in the broadest table. What is published does not
    tell these apart.

    If ``possible`` is false, nothing about the dimension can be published in these tables.
    """

    codes: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    possible: bool = True

    def merged(self, table: Table) -> dict[str, int]:
        """Returns what a reader can know of a table: the shown codes, and all others together under ""."""
        known = {code: people for code, people in table.items() if code not in self.codes}
        return known | {"": sum(table.get(code, 0) for code in self.codes)}

    def with_codes(self, codes: Iterable[str]) -> Suppression:
        """Returns a suppression of further codes too."""
        return replace(self, codes=self.codes.union(codes))


IMPOSSIBLE = Suppression(possible=False)


def suppress(broadest: Table, views: Sequence[Table], threshold: int, known: Sequence[Table] = ()) -> Suppression:
    """Returns what to suppress so that no number from 1 to *threshold* − 1 in any view can be worked out.

    *views* are all tables and their differences; *broadest* is the table that contains all others; *known* are the
    people of it whom some readers know, a table for each of them. Besides the codes
    that are small somewhere, one more is suppressed if all of them are small or there is only one, and then the
    smallest others until the suppressed people of no view are few.
    """
    needed = _small(Suppression(), views, threshold)
    if not needed:
        return Suppression()
    found = Suppression(needed, frozenset(code for code in needed if broadest[code] < threshold))
    others = _by_size(broadest, found)
    while others and (len(found.codes) == 1 or found.codes == found.small or not is_safe(found, views, threshold)):
        found = found.with_codes([others.pop(0)])
    if not others:
        return IMPOSSIBLE
    ranges = _known_ranges(found, broadest, needed, others[0], threshold)
    people = {code: broadest[code] for code in found.codes}
    return found if all(_stays_unknown(people, ranges, part) for part in ({}, *known)) else IMPOSSIBLE


def suppress_more(known: Suppression, broadest: Table, views: Sequence[Table], threshold: int) -> Suppression:
    """Returns what to suppress in finer tables, whose *views* may be small for codes that *known* does not suppress.

    If all codes would have to be suppressed, nothing is left to publish.
    """
    found = known.with_codes(_small(known, views, threshold) - {""})
    others = _by_size(broadest, found)
    while others and (len(found.codes) == 1 or not is_safe(found, views, threshold)):
        found = found.with_codes([others.pop(0)])
    return found if others and found.possible else IMPOSSIBLE


def is_safe(suppression: Suppression, views: Iterable[Table], threshold: int) -> bool:
    """Returns whether nothing that a reader can know of these tables is a small number."""
    return not _small(suppression, views, threshold)


def difference(whole: Table, part: Table) -> dict[str, int]:
    """Returns the people of a table who are not in *part*, which must lie within it."""
    return {code: people - part.get(code, 0) for code, people in whole.items()}


def differences(
    whole: Table, parts: Sequence[tuple[str, Table]], disjoint: Mapping[str, set[str]]
) -> Iterator[dict[str, int]]:
    """Yields the differences between a table and each combination of parts that share nobody.

    *parts* are tables by name; *disjoint* gives for each name the parts that share nobody with it.
    """
    for number, (name, part) in enumerate(parts):
        left = difference(whole, part)
        yield left
        yield from differences(left, [other for other in parts[number + 1 :] if other[0] in disjoint[name]], disjoint)


def _small(suppression: Suppression, views: Iterable[Table], threshold: int) -> frozenset[str]:
    """Returns the codes (or "" for the suppressed ones together) whose number in some view is known and small."""
    return frozenset(
        code for view in views for code, people in suppression.merged(view).items() if 0 < people < threshold
    )


def _by_size(broadest: Table, suppression: Suppression) -> list[str]:
    """Returns the codes that are not suppressed, the smallest first."""
    return sorted(broadest.keys() - suppression.codes, key=lambda code: (broadest[code], code))


def _known_ranges(
    suppression: Suppression, broadest: Table, needed: frozenset[str], smallest_shown: str, threshold: int
) -> dict[str, tuple[int, float]]:
    """Returns what every reader knows of each suppressed line of the broadest table: its least and greatest number.

    A reader also knows that lines suppressed without need are no larger than the smallest line that is shown.
    """

    def known_range(code: str) -> tuple[int, float]:
        if code in suppression.small:
            return 1, threshold - 1
        return threshold, math.inf if code in needed else broadest[smallest_shown] - (code > smallest_shown)

    return {code: known_range(code) for code in suppression.codes}


def _stays_unknown(people: Table, ranges: Mapping[str, tuple[int, float]], known: Table) -> bool:
    """Returns whether the proof holds for the people of the suppressed lines whom a reader does not know: their ranges
    leave more than one value to each line.

    If the reader's own people fill a line, nobody else is in it. If only one line is left, the reader knows its number;
    it is the sum of all suppressed lines, which is not small.
    """
    total = sum(number - known.get(code, 0) for code, number in people.items())
    left = [
        (max(0, low - own), high - own) for code, (low, high) in ranges.items() if high > (own := known.get(code, 0))
    ]
    if known and (total == 0 or len(left) == 1):
        return True
    least, most = sum(low for low, _high in left), sum(high for _low, high in left)
    return all(low < high for low, high in left) and least < total < most
