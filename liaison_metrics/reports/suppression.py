"""Which lines of a breakdown a published report covers, so that no small number can be worked out from the others.

Everything here is about one dimension (community, gender or age) and one report. A *table* gives for each code the
people of an indicator, a city, a strand or an event. Codes are **covered** for all tables of a kind alike. So all that
is published of the dimension is a function of the data in which the covered codes are one code: two covered people of
different codes can change places in any table, and nothing published changes. What remains known of the covered lines
is their sum, and for each line in the broadest table, which holds everybody, a range: 1 to the threshold − 1 where it
is small, from the threshold on where it is not.

The proof that each of these numbers stays open: let whole numbers lie in ranges ``low < high`` with a known sum that is
neither the least nor the greatest possible, and let there be two or more. Then each can take two values. Take any of
them. If it is above its low and another is below its high, one goes from it to the other; else, if it is below its high
and another is above its low, one comes. If neither can be, either it stands at its low and all others at theirs, or it
and all others stand at their high, and the sum would be the least or the greatest. In a smaller table two people change
places if one of them is in it and the other is not; if there are no such two of different codes, the covered people of
the table are all there are, and its numbers are those of the broadest table.

Readers may know this program. So how many codes are covered must not tell more than the codes themselves: what is
covered beyond what must be follows from what is published (which lines are small, whose number is the least of those
that are left, what the covered ones are together), and where that is not enough, the dimension is left out rather than
covered further, which would tell that it was not enough. Of equal numbers the first code is taken, not all: all would
tell that they are equal.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

Table = Mapping[str, int]
"""People by code; a code that is not there has nobody."""

LEAST_THRESHOLD = 4
"""Below 3 lie only 1 and 2: which of them it is, an even or odd sum can tell."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The codes that are covered, and those of them of which it is said that they are below the threshold.

    Without ``possible`` nothing of the dimension can be published in these tables.
    """

    covered: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    possible: bool = True

    def merged(self, table: Table) -> dict[str, int]:
        """Returns what a reader can know of a table: the codes that are shown, and "" for all others together."""
        known = {code: people for code, people in table.items() if code not in self.covered}
        return known | {"": sum(table.get(code, 0) for code in self.covered)}

    def with_more(self, codes: Iterable[str]) -> Cover:
        """Returns the cover of further codes too."""
        return replace(self, covered=self.covered.union(codes))


IMPOSSIBLE = Cover(possible=False)


def cover(broadest: Table, views: Sequence[Table], threshold: int) -> Cover:
    """Returns what must be covered so that no number from 1 to *threshold* − 1 of any view can be known.

    *views* are all tables and what can be worked out from them by subtraction, *broadest* is the table that holds all
    the others. Beyond the codes that are small somewhere one more is covered where all are small or it is alone, then
    the smallest others until no view's covered people are few.
    """
    needed = _small(Cover(), views, threshold)
    if not needed:
        return Cover()
    found = Cover(needed, frozenset(code for code in needed if broadest[code] < threshold))
    others = _by_size(broadest, found)
    while others and (len(found.covered) == 1 or found.covered == found.small or not safe(found, views, threshold)):
        found = found.with_more([others.pop(0)])
    return found if others and _stays_open(found, broadest, needed, others[0], threshold) else IMPOSSIBLE


def finer(cover: Cover, broadest: Table, views: Sequence[Table], threshold: int) -> Cover:
    """Returns what must be covered in finer tables than those that *cover* is for: their *views* may have small numbers
    of further codes. Where all codes would be covered nothing is left to publish."""
    found = cover.with_more(_small(cover, views, threshold) - {""})
    others = _by_size(broadest, found)
    while others and (len(found.covered) == 1 or not safe(found, views, threshold)):
        found = found.with_more([others.pop(0)])
    return found if others and found.possible else IMPOSSIBLE


def safe(cover: Cover, views: Iterable[Table], threshold: int) -> bool:
    """Returns whether under a cover nothing that a reader can know of these tables is a small number."""
    return not _small(cover, views, threshold)


def rest(whole: Table, part: Table) -> dict[str, int]:
    """Returns the people of a table who are not in another that is a part of it."""
    return {code: people - part.get(code, 0) for code, people in whole.items()}


def rests(whole: Table, parts: Sequence[tuple[str, Table]], apart: Mapping[str, set[str]]) -> Iterator[dict[str, int]]:
    """Yields what is left of a table without each choice of its parts that have nobody in common; ``apart`` has, for
    each part, those that have nobody in common with it."""
    for number, (name, part) in enumerate(parts):
        left = rest(whole, part)
        yield left
        yield from rests(left, [one for one in parts[number + 1 :] if one[0] in apart[name]], apart)


def _small(cover: Cover, views: Iterable[Table], threshold: int) -> frozenset[str]:
    """Returns the codes (or "" for the covered together) of which a view has a small number that a reader can know."""
    return frozenset(code for view in views for code, people in cover.merged(view).items() if 0 < people < threshold)


def _by_size(broadest: Table, cover: Cover) -> list[str]:
    """Returns the codes that are not covered, the smallest first."""
    return sorted(broadest.keys() - cover.covered, key=lambda code: (broadest[code], code))


def _stays_open(cover: Cover, broadest: Table, needed: frozenset[str], least: str, threshold: int) -> bool:
    """Returns whether the proof holds: the ranges that a reader knows leave more than one value to each line.

    Of lines that had not to be covered a reader knows also that they come before the *least* that is shown.
    """

    def known(code: str) -> tuple[int, float]:
        if code in cover.small:
            return 1, threshold - 1
        return threshold, math.inf if code in needed else broadest[least] - (code > least)

    lows, highs = zip(*map(known, cover.covered), strict=True)
    people = sum(broadest[code] for code in cover.covered)
    return all(map(lambda low, high: low < high, lows, highs)) and sum(lows) < people < sum(highs)
