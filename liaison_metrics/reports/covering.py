"""Which lines of a breakdown a published report covers, so that no small number can be worked out from the others.

Everything here is about one dimension (community, gender or age) and one report. A *table* gives for each code the
people of an indicator, a city, a strand or an event. Codes are **covered** for the whole report, in every table alike.
So all that is published of the dimension is a function of the data in which the covered codes are one code: two
covered people of different codes can change places in any table, and nothing published changes. What remains known of
the covered lines is their sum, and for each line in the broadest table, which holds everybody, a range: 1 to the
threshold − 1 where it is small, from the threshold on where it is not.

The proof that each of these numbers stays open: let whole numbers lie in ranges ``low < high`` with a known sum that is
neither the least nor the greatest possible, and let there be two or more. Then each can take two values. Take any of
them. If it is above its low and another is below its high, one goes from it to the other; else, if it is below its high
and another is above its low, one comes. If neither can be, either it stands at its low and all others at theirs, or it
and all others stand at their high, and the sum would be the least or the greatest. In a smaller table two people change
places if one of them is in it and the other is not; if there are no such two of different codes, the covered people of
the table are all there are, and its numbers are those of the broadest table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Table = Mapping[str, int]
"""People by code; a code that is not there has nobody."""

LEAST_THRESHOLD = 3
"""Below 2 lies only 1: covering it would tell it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The codes that are covered, and those of them of which it is said that they are below the threshold.

    Without ``possible`` the dimension cannot be published at all.
    """

    covered: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    possible: bool = True

    def merged(self, table: Table) -> dict[str, int]:
        """Returns what a reader can know of a table: the codes that are shown, and "" for all others together."""
        known = {code: people for code, people in table.items() if code not in self.covered}
        return known | {"": sum(table.get(code, 0) for code in self.covered)}


IMPOSSIBLE = Cover(possible=False)


def cover(broadest: Table, views: Sequence[Table], threshold: int) -> Cover:
    """Returns what must be covered so that no number from 1 to *threshold* − 1 of any view can be known.

    *views* are all tables and what can be worked out from them by subtraction, *broadest* is the table that holds all
    the others. Beyond the codes that are small somewhere, the smallest others are covered until it is enough.
    """
    needed = {code for view in views for code, people in view.items() if 0 < people < threshold}
    small = frozenset(code for code in needed if broadest[code] < threshold)
    added: set[str] = set()
    while needed:
        found = Cover(frozenset(needed | added), small)
        shown = {code: people for code, people in broadest.items() if code not in found.covered}
        if _stays_open(found, broadest, added, shown, threshold) and (not shown or safe(found, views, threshold)):
            return found
        if not shown:
            return IMPOSSIBLE
        least = min(shown.values())
        added |= {code for code, people in shown.items() if people == least}
    return Cover()


def safe(cover: Cover, views: Iterable[Table], threshold: int) -> bool:
    """Returns whether under a cover nothing that a reader can know of these tables is a small number."""
    return all(not 0 < people < threshold for view in views for people in cover.merged(view).values())


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


def _stays_open(cover: Cover, broadest: Table, added: set[str], shown: Table, threshold: int) -> bool:
    """Returns whether the proof holds: the ranges that a reader knows leave more than one value to each line.

    Of lines that were added a reader knows also that they are smaller than all that are shown.
    """
    most_added = min(shown.values(), default=math.inf) - 1
    ranges = [
        (1, threshold - 1) if code in cover.small else (threshold, most_added if code in added else math.inf)
        for code in cover.covered
    ]
    lows, highs = zip(*ranges, strict=True)
    people = sum(broadest[code] for code in cover.covered)
    return len(ranges) > 1 and all(low < high for low, high in ranges) and sum(lows) < people < sum(highs)
