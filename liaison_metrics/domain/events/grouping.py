"""Which source events of one activity, city and day are one event (counting.md, "One event").

A function of what standing sheets state and of people's decisions, never of the order in which they arrived:

1. Source events with the same data, as stated or as corrected, are one, unless a later decision separates them.
2. Events with near titles are one where at least one of each two states only headcounts. Where that would join events
   that one sheet tells apart, or that are not all near each other, none of them is joined.
3. An event without a title is one with the only other event that it can be.
4. What is left of different sheets, one side only headcounts, is to be checked by a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from liaison_metrics.domain.connected import connected
from liaison_metrics.domain.events.decisions import EventDecision, EventDecisionKind, EventDecisions, EventKey, key_of
from liaison_metrics.domain.events.titles import near, numbers_differ, title_key
from liaison_metrics.domain.facts import EventFact, SheetKey


@dataclass(frozen=True, slots=True)
class EventSource:
    """An event as files state it, and as it counts by itself after its correction (``truth``, made at ``order``).

    ``sheets`` are the sheets that state it, ``lists`` those of them that list people.
    """

    stated: EventFact
    truth: EventFact
    order: int
    sheets: frozenset[SheetKey]
    lists: frozenset[SheetKey]


@dataclass(frozen=True, slots=True)
class DerivedEvent:
    """An event as it counts: its data with the smallest id of its source events, and the ids of all of them.

    ``near`` are the titles that were taken as this event's because they are near (rule 2), without its own.
    """

    fact: EventFact
    sources: tuple[int, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayEvents:
    """The events of one activity, city and day. ``checks`` are pairs of ids that a person should look at, ``covered``
    sets of ids that one number covers because a person said so."""

    events: tuple[DerivedEvent, ...]
    checks: tuple[tuple[int, int], ...] = ()
    covered: tuple[frozenset[int], ...] = ()


@dataclass(slots=True)
class _Group:
    """Source events that are one so far."""

    members: list[EventSource]
    near: bool = False

    @property
    def id(self) -> int:
        return min(member.stated.id for member in self.members)

    @property
    def keys(self) -> frozenset[EventKey]:
        return frozenset(key_of(member.stated) for member in self.members)

    @property
    def sheets(self) -> frozenset[SheetKey]:
        return frozenset[SheetKey]().union(*(member.sheets for member in self.members))

    @property
    def has_list(self) -> bool:
        return any(member.lists for member in self.members)

    @property
    def titles(self) -> set[str]:
        return {member.truth.title for member in self.members if title_key(member.truth.title)}


def events_of_day(sources: Sequence[EventSource], decisions: EventDecisions) -> DayEvents:
    """Returns the events that the source events of one activity, city and day are; *sources* count on that day."""
    if len(sources) == 1:
        return DayEvents((_derived(_Group([sources[0]])),))
    relevant = _relevant(sources, decisions)
    stated = _same_data([source for source in sources if source.sheets], relevant)
    unstated = [_Group([source]) for source in sources if not source.sheets]

    def apart(a: _Group, b: _Group) -> bool:
        return not a.sheets.isdisjoint(b.sheets) or _decided(a, b, relevant)

    stated = _join_near(stated, apart)
    stated = _join_untitled(stated, apart)
    covered = _covered(stated, relevant)
    checks = [
        (a.id, b.id) if a.id < b.id else (b.id, a.id)
        for a, b in combinations(stated, 2)
        if _to_check(a, b) and not apart(a, b) and not any({a.id, b.id} <= ids for ids in covered)
    ]
    derived = sorted(map(_derived, [*stated, *unstated]), key=lambda event: event.fact.id)
    return DayEvents(tuple(derived), tuple(sorted(checks)), tuple(ids for ids in covered if len(ids) > 1))


def _covered(groups: Sequence[_Group], decisions: Sequence[EventDecision]) -> list[frozenset[int]]:
    """Returns the ids of events that one number covers, unless a later decision says that two of them are different."""
    found = []
    for decision in decisions:
        if decision.kind is EventDecisionKind.COVERED:
            named = [group for group in groups if not group.keys.isdisjoint(decision.keys)]
            later = [other for other in decisions if other.order > decision.order]
            if not any(_decided(a, b, later) for a, b in combinations(named, 2)):
                found.append(frozenset(group.id for group in named))
    return found


def _relevant(sources: Sequence[EventSource], decisions: EventDecisions) -> list[EventDecision]:
    keys = {key_of(source.stated) for source in sources}
    return [decision for decision in decisions.decisions if not keys.isdisjoint(decision.keys)]


def _same_data(sources: Sequence[EventSource], decisions: Sequence[EventDecision]) -> list[_Group]:
    """Returns the source events by their true data, divided where a later decision separates them."""
    by_key: defaultdict[EventKey, list[EventSource]] = defaultdict(list)
    for source in sorted(sources, key=lambda source: key_of(source.stated)):
        by_key[key_of(source.truth)].append(source)
    return [_Group(part) for members in by_key.values() for part in _separated(members, decisions)]


def _separated(members: list[EventSource], decisions: Sequence[EventDecision]) -> list[list[EventSource]]:
    parts = [members]
    corrected = max(member.order for member in members)
    for decision in decisions:
        if decision.kind is not EventDecisionKind.SEPARATE or decision.order < corrected or len(members) == 1:
            continue
        divided: list[list[EventSource]] = []
        for part in parts:
            sides: defaultdict[int, list[EventSource]] = defaultdict(list)
            for member in part:
                sides[_side(member, decision)].append(member)
            divided += sides.values()
        parts = divided
    return parts


def _side(member: EventSource, decision: EventDecision) -> int:
    """Returns which side of a decision names a source event; what it does not name stays with the first."""
    key = key_of(member.stated)
    return next((number for number, side in enumerate(decision.sides) if key in side), 0)


def _decided(a: _Group, b: _Group, decisions: Iterable[EventDecision]) -> bool:
    """Returns whether somebody said that two groups are different events."""
    for decision in decisions:
        if decision.kind is EventDecisionKind.SEPARATE:
            of_a = {number for number, side in enumerate(decision.sides) if not side.isdisjoint(a.keys)}
            of_b = {number for number, side in enumerate(decision.sides) if not side.isdisjoint(b.keys)}
            if of_a and of_b and of_a != of_b:
                return True
    return False


Apart = Callable[[_Group, _Group], bool]


def _may_be_one(a: _Group, b: _Group) -> bool:
    """Returns whether two events have near titles and one of them only headcounts."""
    return not (a.has_list and b.has_list) and any(near(x, y) for x in a.titles for y in b.titles)


def _join_near(groups: list[_Group], apart: Apart) -> list[_Group]:
    near_pairs = {frozenset((a.id, b.id)) for a, b in combinations(groups, 2) if _may_be_one(a, b) and not apart(a, b)}
    joined = []
    for ids in sorted(connected([*([group.id] for group in groups), *near_pairs]), key=min):
        part = [group for group in groups if group.id in ids]
        whole = all(frozenset((a.id, b.id)) in near_pairs for a, b in combinations(part, 2))
        joined += [_Group([m for group in part for m in group.members], len(part) > 1)] if whole else part
    return joined


def _join_untitled(groups: list[_Group], apart: Apart) -> list[_Group]:
    titled = [group for group in groups if group.titles]
    untitled = [group for group in groups if not group.titles]
    candidates = {group.id: [other for other in titled if not apart(group, other)] for group in untitled}
    joining: defaultdict[int, list[_Group]] = defaultdict(list)
    for group in untitled:
        if len(candidates[group.id]) == 1 and len(untitled) == 1:
            joining[candidates[group.id][0].id].append(group)
    taken = {group.id for joined in joining.values() for group in joined}
    return [
        _Group([*group.members, *(m for other in joining[group.id] for m in other.members)], group.near)
        for group in groups
        if group.id not in taken
    ]


def _to_check(a: _Group, b: _Group) -> bool:
    return not (a.has_list and b.has_list) and not any(numbers_differ(x, y) for x in a.titles for y in b.titles)


def _derived(group: _Group) -> DerivedEvent:
    sources = tuple(sorted(member.stated.id for member in group.members))
    named = max(group.members, key=_naming)
    own = title_key(named.truth.title)
    others = {m.truth.title for m in group.members if group.near and title_key(m.truth.title) not in ("", own)}
    truth = named.truth
    fact = EventFact(sources[0], truth.activity, truth.city, truth.date, truth.title)
    return DerivedEvent(fact, sources, tuple(sorted(others)))


def _naming(source: EventSource) -> tuple[int, bool, bool, int, str]:
    """Orders source events by whose title their event bears: the one corrected last, one that lists people, then the
    longest title."""
    return source.order, bool(source.lists), bool(source.truth.title), len(source.truth.title), source.truth.title
