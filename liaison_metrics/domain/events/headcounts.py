"""How many people were at an event, and what is known of those whom nobody identified (counting.md, "Headcounts").

The people of an event are max(stated total, listed + additional). Unlisted people are those that the stated total has
beyond the listed and the additional ones; they never add to a list by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from liaison_metrics.domain.events.statements import (
    KINDS,
    Additional,
    EventStatement,
    PeopleKind,
    additional_people,
    breakdown,
    largest,
)

UNDIVIDED: Sequence[Mapping[int, int]] = ({},) * len(KINDS)
"""The people of each code of each kind where nobody asks how the people divide."""


@dataclass(frozen=True, slots=True)
class ListedPeople:
    """People whom sheets list at one event: ``people`` in all, and by each of ``KINDS`` those of each code."""

    people: int
    by: Sequence[Mapping[int, int]] = UNDIVIDED


@dataclass(frozen=True, slots=True)
class EventCount:
    """The people of one event. ``listed`` + ``additional`` + ``unlisted`` are all of them; ``stated`` is the largest
    number that one sheet gives."""

    listed: int
    stated: int = 0
    additional: int = 0
    unlisted: int = 0

    @property
    def people(self) -> int:
        """All people of the event."""
        return self.listed + self.additional + self.unlisted


@dataclass(frozen=True, slots=True)
class EventEvidence:
    """All that sheets state of one event beside the identified people: who is listed, what is stated in numbers, and
    the people whom listed ones brought along (``companions``)."""

    listed: ListedPeople
    statements: Sequence[EventStatement] = ()
    companions: Counter[PeopleKind] = field(default_factory=Counter)
    add_up: bool = False

    def additional(self) -> list[Additional]:
        """Returns all additional people, companions included."""
        found = additional_people(self.statements, self.add_up)
        return [*found, Additional("companions", self.companions)] if self.companions else found


def count(evidence: EventEvidence) -> EventCount:
    """Returns the people of one event by itself."""
    stated = largest(evidence.statements)
    additional = sum(one.people.total() for one in evidence.additional())
    listed = evidence.listed.people
    return EventCount(listed, stated, additional, max(0, stated - listed - additional))


def count_together(evidence: Mapping[int, EventEvidence]) -> dict[int, EventCount]:
    """Returns the people of events, by their ids, that one number may cover: the stated total is the largest sum that
    one file states for them; the listed and additional people are added event by event."""
    alone = {event: count(one) for event, one in evidence.items()}
    sums: dict[int, dict[int, int]] = {}
    for event, one in evidence.items():
        for statement in one.statements:
            of_upload = sums.setdefault(statement.upload, {})
            of_upload[event] = max(of_upload.get(event, 0), statement.stated)
    order = sorted(evidence)
    best = max(sums.values(), key=lambda stated: (sum(stated.values()), [stated.get(e, 0) for e in order]), default={})
    present = sum(one.listed + one.additional for one in alone.values())
    unlisted = max(0, sum(best.values()) - present)
    wanted = {e: max(0, best.get(e, 0) - alone[e].listed - alone[e].additional) for e in order}
    shares = scaled(wanted, unlisted)
    return {
        event: EventCount(one.listed, one.stated, one.additional, shares.get(event, 0)) for event, one in alone.items()
    }


def scaled(wanted: Mapping[int, int], people: int) -> dict[int, int]:
    """Returns numbers of at most *people* in all, in proportion to the wanted ones, by largest remainder; of equal
    remainders the smaller key gets more. Wanted numbers that fit stay as they are."""
    total = sum(wanted.values())
    if total <= people:
        return {key: number for key, number in wanted.items() if number}
    shares = {key: number * people // total for key, number in wanted.items()}
    rest = people - sum(shares.values())
    by_remainder = sorted(wanted, key=lambda key: (-(wanted[key] * people % total), key))
    for key in by_remainder[:rest]:
        shares[key] += 1
    return {key: number for key, number in shares.items() if number}


def unlisted_by_kind(
    evidence: EventEvidence, unlisted: int, left_out_groups: Collection[int] = ()
) -> Counter[PeopleKind]:
    """Returns the additional and *unlisted* people of an event by community, group, gender and age band together.

    Each kind by itself is as counting.md says. How the kinds go together is what the sheets state where they do;
    otherwise people of *left_out_groups* come off those without a community first.
    """
    additional = evidence.additional()
    people = unlisted + sum(one.people.total() for one in additional)
    if not people:
        return Counter()
    margins: list[Counter[int]] = []
    dividing: list[EventStatement] = []
    for position in range(len(KINDS)):
        margin, statement = _margin(evidence, additional, position, people)
        margins.append(margin)
        if statement and statement not in dividing:
            dividing.append(statement)
    stated = [row for one in additional for row in sorted(one.people.items())]
    stated += [row for statement in dividing for row in sorted(statement.rows)]
    return _joint(margins, stated, left_out_groups)


def _margin(
    evidence: EventEvidence, additional: Sequence[Additional], position: int, people: int
) -> tuple[Counter[int], EventStatement | None]:
    """Returns how many of the additional and unlisted people have each code of a kind, and the statement that says so
    of the unlisted ones."""
    own: Counter[int] = Counter()
    for one in additional:
        for kind, number in one.people.items():
            own[kind[position]] += number
    named = Counter({code: number for code, number in own.items() if code > 0})
    by_code, statement = breakdown(evidence.statements, position)
    listed = evidence.listed.by[position]
    wanted = {code: max(0, number - listed.get(code, 0) - named[code]) for code, number in by_code.items()}
    margin = named + Counter(scaled(wanted, people - named.total()))
    margin[0] = people - margin.total()
    return margin, statement


def _joint(
    margins: Sequence[Counter[int]], stated: Sequence[tuple[PeopleKind, int]], left_out_groups: Collection[int]
) -> Counter[PeopleKind]:
    """Returns people of kinds that have these margins: first those of whom sheets state several kinds together, then
    the others in a fixed order."""
    left = [_in_order(margin, position, left_out_groups) for position, margin in enumerate(margins)]
    found: Counter[PeopleKind] = Counter()
    for kind, people in stated:
        if sum(code > 0 for code in kind) > 1:
            _take(left, [max(code, 0) or None for code in kind], people, found)
    _take(left, [None] * len(left), sum(left[0].values()), found)
    return found


def _take(left: Sequence[dict[int, int]], kind: Sequence[int | None], people: int, found: Counter[PeopleKind]) -> None:
    """Moves up to so many people of a kind from what is left to *found*; None is any code, the first that is left."""
    while people > 0:
        codes = [code if code is not None else next(iter(one), None) for one, code in zip(left, kind, strict=True)]
        fits = min(
            [people, *(one.get(code, 0) if code is not None else 0 for one, code in zip(left, codes, strict=True))]
        )
        if not fits:
            return
        found[PeopleKind(*(code or 0 for code in codes))] += fits
        people -= fits
        for one, code in zip(left, codes, strict=True):
            one[code or 0] -= fits
            if not one[code or 0]:
                del one[code or 0]


def _in_order(margin: Counter[int], position: int, left_out_groups: Collection[int]) -> dict[int, int]:
    """Returns the codes of a kind and their people, in the order in which they are matched: of groups first the ones
    that are left out, of other kinds first those that are not stated."""
    is_group = KINDS[position] == "group"

    def order(code: int) -> tuple[bool, bool, int]:
        first = code in left_out_groups if is_group else code == 0
        return not first, code == 0, code

    return {code: margin[code] for code in sorted(margin, key=order) if margin[code] > 0}
