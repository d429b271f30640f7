"""Cell suppression in the tables of indicators whose people all count towards the broadest one too.

Such a *part* hides the codes that the larger tables hide, and its own, which the larger tables show: a community of 30
is published although 3 of them came to the conference. Within a part, the codes that the larger tables hide are one
*item*, and each other code is an item. A reader knows how many people of each item there are in the larger tables, so
the part's number tells how many are not in it; either can be small. An item is hidden if its number in the part, or
beside it, is small for any reader. One more item is hidden, the *spare*: that which is hidden anyway, or else the first
that can go up or down without becoming small, by the size of the broadest table and then by code. Both orders are
published, so the choice tells nothing.

Proof that no number can be worked out, even if the reader were told which items are small and which one is the spare.
The *span* of an item is how far its number can move while it stays small for somebody, or stays small for nobody. Take
any numbers within the spans of the hidden items, with the same sum. The same items are small, the same one is the first
spare, and the same is published: nothing else of the choice depends on the part. There are two or more items with a
span, and the sum is neither the least nor the greatest that the spans allow. By the argument in ``suppression`` each of
them can take two values. Every small item must have a span. Spans and sum are the same for all these numbers, so the
check passes for all of them or for none. This holds for each reader alone, with what that reader knows.

The numbers move by people who swap codes: one leaves the part's item and one joins it, which leaves the larger tables
as they are. If an indicator lies across the part, both must be in it or neither. An item can therefore go up only as
long as there is certainly somebody to join on either side; across two, the table of a part with small numbers is not
published. Codes that the larger tables hide can swap within their item
(see ``suppression``); tables decided later hide them too.

If there is no spare, or the check fails, nothing but the total of the part is published. Its numbers stay unknown if
somebody in it can swap with somebody beside it; if not, nothing of the dimension is published in any table, and a
report without any number of a code tells nothing about codes. Hiding further items instead would tell that the first
were not enough. Choosing the spare with the fewest people in the part would hide less, but would tell that the part's
other numbers are greater: that is why no optimum over the hidden numbers is sought.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_metrics.reports.disclosure_control.suppression import IMPOSSIBLE, Suppression, Table, difference

_HIDDEN = ""
"""The item of all codes that the larger tables hide."""

_Span = tuple[int, int]
"""By how many people a number can move, down (0 or less) and up."""

_FIXED: _Span = (0, 0)


@dataclass(frozen=True, slots=True)
class PartTables:
    """The tables that concern a ``part``, as one reader has them: those of its ``holders``, which hold all of its
    people, the broadest first, and those of published indicators that lie ``across``: some of the part's people are in
    them and some are not."""

    part: Table
    holders: tuple[Table, ...]
    across: tuple[Table, ...] = ()

    def merged(self, known: Suppression) -> PartTables:
        """Returns the tables with the suppressed codes as one."""
        return PartTables(
            known.merged(self.part), tuple(map(known.merged, self.holders)), tuple(map(known.merged, self.across))
        )

    def people(self, item: str) -> int:
        """Returns the people of an item in the part."""
        return self.part.get(item, 0)

    def beside(self, item: str) -> list[int]:
        """Returns how many people of an item are in each of the holders, but not in the part."""
        return [holder.get(item, 0) - self.people(item) for holder in self.holders]

    def room(self, item: str) -> int:
        """Returns how many more people of an item there can be in the part while on either side of the indicators
        across somebody is left who could join. Below 0, somebody may be missing already."""
        if len(self.across) > 1:  # how many people are in both, by code, is not published
            return -1
        everybody = self.holders[0].get(item, 0)
        sides = (side for one in self.across for side in (one.get(item, 0), everybody - one.get(item, 0)))
        return min(*self.beside(item), everybody, *(side - 1 - self.people(item) for side in sides))

    def can_join(self, joining: str, leaving: str) -> bool:
        """Returns whether somebody of an item can certainly join the part for somebody of another who leaves it."""
        if self.people(leaving) <= 0 or min(self.beside(joining)) <= 0 or len(self.across) > 1:
            return False
        for across in self.across:
            sides = [across, difference(self.holders[0], across)]
            left = [side.get(joining, 0) > self.people(joining) for side in sides]
            fewer, more = sorted((0, 1), key=lambda at: sides[at].get(leaving, 0))
            leaves = self.people(leaving) > sides[fewer].get(leaving, 0)  # they do not all fit on the other side
            if not all(left) and not (leaves and left[more]):
                return False
        return True


def suppress_part(known: Suppression, readers: Sequence[PartTables], threshold: int) -> Suppression:
    """Returns what to suppress in the table of a part, beside what the larger tables suppress (*known*).

    *readers* have the same tables: the first of all people, the others of those whom a partner does not know. If it is
    not possible, nothing but the total can be published, and that only if ``can_be_left_out``.
    """
    items = _Items([one.merged(known) for one in readers], threshold)
    everybody = items.readers[0].holders[0]
    order = sorted(everybody, key=lambda item: (item != _HIDDEN, everybody[item], item))
    if not known.codes:
        order.remove(_HIDDEN)
    small = [item for item in order if items.is_small(item)]
    if not small:
        return known
    spare = next((item for item in order if item not in small and items.can_move(item)), None)
    if spare is None or not items.stay_unknown([*small, spare]):
        return IMPOSSIBLE
    found = known.with_codes({*small, spare} - {_HIDDEN})
    return IMPOSSIBLE if found.codes >= readers[0].holders[0].keys() else found


def can_be_left_out(readers: Sequence[PartTables], threshold: int) -> bool:
    """Returns whether small numbers in a part stay unknown if nothing but its total is published."""
    items = _Items(readers, threshold)
    return all(
        any(one.can_join(code, other) or one.can_join(other, code) for other in one.holders[0] if other != code)
        for one in readers
        for code in one.holders[0]
        if items.is_small_for(one, code)
    )


@dataclass(frozen=True, slots=True)
class _Items:
    """The items of a part, for each of its readers."""

    readers: Sequence[PartTables]
    threshold: int

    def is_small(self, item: str, more: int = 0) -> bool:
        """Returns whether a number is small for any reader, with *more* people in the part."""
        return any(self.is_small_for(one, item, more) for one in self.readers)

    def is_small_for(self, reader: PartTables, item: str, more: int = 0) -> bool:
        """Returns whether a number is small for a reader, in the part or beside it."""
        return self._any_small((reader.people(item) + more, *(people - more for people in reader.beside(item))))

    def can_move(self, item: str) -> bool:
        """Returns whether a number has a span for all readers."""
        return all(self._span(one, item) != _FIXED for one in self.readers)

    def stay_unknown(self, hidden: Sequence[str]) -> bool:
        """Returns whether the proof holds for the hidden items, and their sums are not small, for all readers."""
        return all(self._stay_unknown(one, hidden) for one in self.readers)

    def _stay_unknown(self, reader: PartTables, hidden: Sequence[str]) -> bool:
        spans = {item: self._span(reader, item) for item in hidden}
        if any(span == _FIXED and self.is_small_for(reader, item) for item, span in spans.items()):
            return False
        beside = zip(*map(reader.beside, hidden), strict=True)
        if self._any_small((sum(map(reader.people, hidden)), *map(sum, beside))):
            return False
        moving = [span for span in spans.values() if span != _FIXED]
        return len(moving) > 1 and any(down < 0 for down, _up in moving) and any(up > 0 for _down, up in moving)

    def _span(self, reader: PartTables, item: str) -> _Span:
        small, people, room = self.is_small(item), reader.people(item), reader.room(item)
        if people < 0 or room < 0:
            return _FIXED
        down = up = 0
        while -down < people and self.is_small(item, down - 1) == small:
            down -= 1
        while up < room and self.is_small(item, up + 1) == small:
            up += 1
        return down, up

    def _any_small(self, numbers: Sequence[int]) -> bool:
        return any(0 < number < self.threshold for number in numbers)
