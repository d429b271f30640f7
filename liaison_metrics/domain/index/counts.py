"""The people of each event of which sheets state more than identified people: headcounts, rows without identifier,
companions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from liaison_metrics.domain.events.anonymous import NO_ROWS, CountedRows, counted_rows
from liaison_metrics.domain.events.decisions import EventDecisionKind, key_of
from liaison_metrics.domain.events.headcounts import (
    UNDIVIDED,
    EventCount,
    EventEvidence,
    ListedPeople,
    count,
    count_together,
    unlisted_by_kind,
)
from liaison_metrics.domain.events.statements import EventStatement, PeopleKind, statements_of
from liaison_metrics.domain.index.calendar import Calendar
from liaison_metrics.domain.index.statements import Statements, anonymous_rows
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.people.resolved import ResolvedPeople
from liaison_metrics.domain.people.traits import Traits
from liaison_metrics.domain.reach.ages import band_numbers
from liaison_metrics.domain.reach.unidentified import Unidentified


@dataclass(frozen=True, slots=True)
class CountedEvent:
    """One event with all that sheets state of it: its count, and the rows without identifier that count.

    ``uses_traits`` says that what is known of the identified people (a community, an age) has an effect on it.
    """

    evidence: EventEvidence
    count: EventCount
    rows: CountedRows
    uses_traits: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What counting the people of events looks at: the parts of a state of the index that is being made."""

    calendar: Calendar
    statements: Mapping[int, Statements]
    register: ResolvedPeople
    traits: Traits
    attendees: Sequence[BitMap]


def counted_events(snapshot: Snapshot, events: Collection[int]) -> dict[int, CountedEvent]:
    """Returns the events among *events* (and those that are counted together with them) of which sheets state more
    than identified people, by id."""
    calendar = snapshot.calendar
    groups = calendar.together
    wanted = set(events).union(*(ids for ids in groups if not ids.isdisjoint(events)))
    telling = {event: told for event in sorted(wanted) if (told := _statements(snapshot, event))}
    if not telling:
        return {}
    rows, compared = _counted_rows(snapshot, telling)
    companions = _companions(snapshot, telling)
    add_up = adding_up(calendar)
    statements = {
        event: statements_of([fact for uploads in told for one in uploads.values() for fact in one.headcounts])
        for event, told in telling.items()
    }
    listed = _listed(snapshot, rows, statements)
    evidence = {}
    for event, stated in statements.items():
        counting = rows.get(event, NO_ROWS)
        brought = companions[event] + counting.companions if event in companions else counting.companions
        evidence[event] = EventEvidence(listed[event], stated, brought, event in add_up)
    counts = {event: count(one) for event, one in evidence.items()}
    for ids in groups:
        if not ids.isdisjoint(wanted):
            everyone = {event: evidence.get(event) or _only_listed(snapshot, event) for event in ids}
            counts.update((e, c) for e, c in count_together(everyone).items() if e in evidence)
    return {
        event: CountedEvent(
            one, counts[event], rows.get(event, NO_ROWS), event in compared or one.listed.by is not UNDIVIDED
        )
        for event, one in evidence.items()
    }


def unidentified(events: Mapping[int, CountedEvent], left_out_groups: Collection[int]) -> Unidentified:
    """Returns the unidentified people of events: rows without identifier, additional and unlisted people."""
    return Unidentified.of(
        (event, people, *kind) for event, one in events.items() for kind, people in _crowd(one, left_out_groups).items()
    )


def _crowd(event: CountedEvent, left_out_groups: Collection[int]) -> Counter[PeopleKind]:
    return event.rows.rows + unlisted_by_kind(event.evidence, event.count.unlisted, left_out_groups)


def _statements(snapshot: Snapshot, event: int) -> list[Statements]:
    """Returns what uploads state of an event beside identified people, for each of its source events."""
    sources = snapshot.calendar.derived[event].sources
    return [told for source in sources if (told := snapshot.statements.get(source))]


def _only_listed(snapshot: Snapshot, event: int) -> EventEvidence:
    place = snapshot.calendar.places(np.array([event]))[0]
    return EventEvidence(ListedPeople(len(snapshot.attendees[place])))


def _listed(
    snapshot: Snapshot, rows: Mapping[int, CountedRows], statements: Mapping[int, Sequence[EventStatement]]
) -> dict[int, ListedPeople]:
    """Returns the listed people of events; what kinds they are only where a statement divides the people."""
    places = snapshot.calendar.places(np.fromiter(statements, dtype=np.int64, count=len(statements)))
    identified = {event: snapshot.attendees[place] for event, place in zip(statements, places.tolist(), strict=True)}
    divided = [
        event for event, told in statements.items() if any(any(kind) for one in told for kind, _people in one.rows)
    ]
    kinds = _listed_by_kind(snapshot.traits, {event: identified[event] for event in divided}, rows)
    return {
        event: ListedPeople(len(people) + rows.get(event, NO_ROWS).rows.total(), kinds.get(event, UNDIVIDED))
        for event, people in identified.items()
    }


def _listed_by_kind(
    known: Traits, identified: Mapping[int, BitMap], rows: Mapping[int, CountedRows]
) -> dict[int, list[Counter[int]]]:
    """Returns the listed people by the codes of each kind, by event. The columns are read for all events at once."""
    if not identified:
        return {}
    persons = np.concatenate([np.asarray(people.to_array(), dtype=np.int64) for people in identified.values()])
    traits = known.at(persons)
    columns = [
        traits.community.tolist(), traits.group.tolist(), traits.gender.tolist(),
        band_numbers(traits.birth_year, traits.latest_year).tolist(),
    ]  # fmt: skip
    found, start = {}, 0
    for event, people in identified.items():
        end = start + len(people)
        found[event] = [Counter(column[start:end]) for column in columns]
        for kind, number in rows.get(event, NO_ROWS).rows.items():
            for position, by_code in enumerate(found[event]):
                by_code[kind[position]] += number
        start = end
    return found


def adding_up(calendar: Calendar) -> set[int]:
    """Returns the events whose additional people add up because somebody said so."""
    decided = calendar.sources.decisions.of_kind(EventDecisionKind.ADDED_UP)
    keys = {key for decision in decided for key in decision.keys}
    if not keys:
        return set()
    facts = calendar.sources.facts.values()
    return {calendar.event_of[fact.id] for fact in facts if key_of(fact) in keys and fact.id in calendar.event_of}


def _rows_of(snapshot: Snapshot, events: Iterable[int]) -> np.ndarray:
    """Returns the positions of the present rows of some events."""
    sources = [source for event in events for source in snapshot.calendar.derived[event].sources]
    log = snapshot.register.log.rows
    return np.flatnonzero(np.isin(log.source, np.array(sources, dtype=np.int64)) & snapshot.register.present)


def _counted_rows(
    snapshot: Snapshot, telling: Mapping[int, Sequence[Statements]]
) -> tuple[dict[int, CountedRows], Collection[int]]:
    """Returns the rows without identifier that count, by event, and the events where these were compared with the
    people whom other uploads name."""
    years = {event: snapshot.calendar.derived[event].fact.date.year for event in telling}
    completed = snapshot.calendar.sources.completed
    stated = {event: rows for event, told in telling.items() if (rows := anonymous_rows(told, years[event], completed))}
    several = [event for event in stated if len(_listing_uploads(snapshot, event)) > 1]
    elsewhere = _named_elsewhere(snapshot, several) if several else {}
    return {event: counted_rows(rows, elsewhere.get(event, {})) for event, rows in stated.items()}, elsewhere


def _listing_uploads(snapshot: Snapshot, event: int) -> set[int]:
    sources = snapshot.calendar.sources
    return {
        sources.completed(upload)
        for source in snapshot.calendar.derived[event].sources
        for (upload, _sheet), listed in sources.mentions.get(source, {}).items()
        if listed
    }


def _named_elsewhere(snapshot: Snapshot, events: Sequence[int]) -> dict[int, dict[int, Counter[int]]]:
    """Returns, by event and upload, the communities of the people whom only other uploads name there."""
    rows = _rows_of(snapshot, events)
    log, persons = snapshot.register.log.rows, snapshot.register.persons.part[rows]
    named: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    event_of, completed = snapshot.calendar.event_of, snapshot.calendar.sources.completed
    columns = zip(log.source[rows].tolist(), log.upload[rows].tolist(), persons.tolist(), strict=True)
    for source, upload, person in columns:
        if person != NOBODY:
            named[event_of[source]][completed(upload)].add(person)
    community = snapshot.traits.community
    found: dict[int, dict[int, Counter[int]]] = {}
    for event in events:
        everyone = set[int]().union(*named[event].values())
        found[event] = {
            upload: Counter(int(community[person]) for person in everyone - named[event].get(upload, set()))
            for upload in _listing_uploads(snapshot, event)
        }
    return found


def _companions(snapshot: Snapshot, telling: Mapping[int, Sequence[Statements]]) -> dict[int, Counter[PeopleKind]]:
    """Returns the people whom identified people brought along, by event: of each person the largest number."""
    bringing = [e for e, told in telling.items() if any(one.brings_companions for u in told for one in u.values())]
    if not bringing:
        return {}
    rows = _rows_of(snapshot, bringing)
    log, persons = snapshot.register.log.rows, snapshot.register.persons.part
    rows = rows[(log.companions[rows] > 0) & (persons[rows] != NOBODY)]
    most: dict[tuple[int, int], tuple[int, PeopleKind]] = {}
    columns = (log.source, persons, log.companions, log.community, log.group)
    for source, person, people, community, group in zip(*(column[rows].tolist() for column in columns), strict=True):
        key = snapshot.calendar.event_of[source], person
        most[key] = max(most.get(key, (0, PeopleKind())), (people, PeopleKind(community, group)))
    found: defaultdict[int, Counter[PeopleKind]] = defaultdict(Counter)
    for (event, _person), (people, kind) in most.items():
        found[event][kind] += people
    return found
