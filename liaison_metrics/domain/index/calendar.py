"""All events that any fact was ever about: as files state them, and as they count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from liaison_metrics.domain.connected import connected
from liaison_metrics.domain.events.decisions import NO_EVENT_DECISIONS, EventDecisionKind, EventDecisions, key_of
from liaison_metrics.domain.events.grouping import DayEvents, DerivedEvent, EventSource, events_of_day
from liaison_metrics.domain.facts import AttendanceColumns, EventFact, EventMention, Int64s, SheetKey
from liaison_metrics.domain.people.groups import Flags, ordered
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.reach.events import EventBooks, Events, Places

DayKey = tuple[str, str, date]
"""Activity, city and date."""

Mentions = Mapping[SheetKey, bool]
"""The sheets that state an event, each with whether it lists people."""

NOWHERE = -1
"""The place of an event that was not there before."""


@dataclass(frozen=True, slots=True)
class SourceEvents:
    """The events that files state, by id, the sheets that state each, and what people decided about them.

    ``completes`` has the uploads that hold the rejected rows of another, corrected, each with that other one.
    """

    facts: Mapping[int, EventFact]
    mentions: Mapping[int, Mentions]
    decisions: EventDecisions = NO_EVENT_DECISIONS
    completes: Mapping[int, int] = field(default_factory=dict)

    def after(
        self,
        events: Iterable[EventFact],
        mentions: Iterable[EventMention],
        gone: Collection[int],
        decisions: EventDecisions | None,
    ) -> tuple[SourceEvents, set[int]]:
        """Returns the same after events and mentions came, uploads went and decisions changed (None: they did not), and
        the ids of the source events that may count otherwise than before."""
        facts = dict(self.facts)
        changed: set[int] = set()
        for event in events:
            if facts.get(event.id) != event:
                facts[event.id] = event
                changed.add(event.id)
        held = dict(self.mentions)
        completes = {upload: other for upload, other in self.completes.items() if upload not in gone}
        if gone:
            for event_id, sheets in self.mentions.items():
                staying = {sheet: listed for sheet, listed in sheets.items() if sheet[0] not in gone}
                if len(staying) < len(sheets):
                    held[event_id] = staying
                    changed.add(event_id)
        for mention in mentions:
            sheets = dict(held.get(mention.event, {}))
            key = (mention.upload, mention.sheet)
            sheets[key] = sheets.get(key, False) or mention.listed
            held[mention.event] = sheets
            changed.add(mention.event)
            if mention.completes:
                completes[mention.upload] = mention.completes
        if decisions is None:
            decisions = self.decisions
        elif keys := self.decisions.keys_decided_otherwise(decisions):
            changed.update(number for number, fact in facts.items() if key_of(fact) in keys)
        return SourceEvents(facts, held, decisions, completes), changed

    def day_of(self, event: int) -> DayKey:
        """Returns the activity, city and day on which a source event counts."""
        truth, _order = self.decisions.truth(self.facts[event])
        return truth.activity, truth.city, truth.date

    def source(self, event: int) -> EventSource:
        """Returns a source event with its correction and its sheets."""
        fact, sheets = self.facts[event], self.mentions.get(event, {})
        truth, order = self.decisions.truth(fact)
        return EventSource(
            fact, truth, order, frozenset(sheets), frozenset(sheet for sheet, listed in sheets.items() if listed)
        )

    def completed(self, upload: int) -> int:
        """Returns the upload that an upload makes one sheet with: the one whose rejected rows it has, or itself."""
        return self.completes.get(upload, upload)

    def is_listed(self, event: int) -> bool:
        """Returns whether a standing sheet lists people of a source event."""
        return any(self.mentions.get(event, {}).values())


@dataclass(frozen=True, eq=False)
class Calendar:
    """The events as they count, the earliest first, and where to find them by the ids of their source events.

    ``derived`` has each event by its id, ``days`` those of each activity, city and day, ``event_of`` the event's id by
    the id of each source event. ``merged`` says, for source events that list people and are one with others that do,
    under which id their rows stand.
    """

    sources: SourceEvents
    events: Events
    derived: Mapping[int, DerivedEvent]
    days: Mapping[DayKey, DayEvents]
    event_of: Mapping[int, int]
    merged: Mapping[int, int]
    _linked: Mapping[DayKey, Sequence[frozenset[int]]]
    _ids: Int64s
    _standing: Int64s
    _places: Places

    @classmethod
    def of(cls, sources: SourceEvents, books: EventBooks) -> Calendar:
        """Returns the calendar of some source events."""
        empty = SourceEvents({}, {})
        none = np.zeros(0, dtype=np.int64)
        start = cls(empty, Events.of((), books), {}, {}, {}, {}, {}, none, none, none.astype(np.intp))
        return start.changed(sources, set(sources.facts))[0]

    @property
    def together(self) -> list[frozenset[int]]:
        """The sets of events that are counted together: those to be checked, and those that one number covers."""
        return [ids for day in self._linked.values() for ids in day]

    def is_stated(self, event: int) -> bool:
        """Returns whether a sheet that counts states an event, given by its own id."""
        return any(self.sources.mentions.get(source) for source in self.derived[event].sources)

    def changed(self, sources: SourceEvents, touched: Collection[int]) -> tuple[Calendar, Places]:
        """Returns the calendar of source events of which some were *touched*, and where each of its events stood in
        this one (``NOWHERE`` for those that were not there with the same source events)."""
        days_touched = {sources.day_of(event) for event in touched}
        days_touched |= {self.sources.day_of(event) for event in touched if event in self.event_of}
        by_day: dict[DayKey, list[int]] = {day: [] for day in days_touched}
        known = [s for day in days_touched if day in self.days for e in self.days[day].events for s in e.sources]
        for event in {*touched, *known}:
            day = sources.day_of(event)
            if day in by_day:
                by_day[day].append(event)
        fresh = {
            day: events_of_day([sources.source(event) for event in sorted(events)], sources.decisions)
            for day, events in by_day.items()
            if events
        }
        return self._with_days(sources, days_touched, fresh)

    def _with_days(
        self, sources: SourceEvents, touched: Collection[DayKey], fresh: Mapping[DayKey, DayEvents]
    ) -> tuple[Calendar, Places]:
        left = [event for day in touched if day in self.days for event in self.days[day].events]
        came = [event for day in fresh.values() for event in day.events]
        derived = dict(self.derived)
        event_of, merged = dict(self.event_of), dict(self.merged)
        for event in left:
            del derived[event.fact.id]
            for source in event.sources:
                merged.pop(source, None)
        for event in came:
            derived[event.fact.id] = event
            event_of.update(dict.fromkeys(event.sources, event.fact.id))
            listed = [source for source in event.sources if sources.is_listed(source)] if len(event.sources) > 1 else []
            for source in listed[1:]:
                merged[source] = listed[0]
        days, linked = dict(self.days), dict(self._linked)
        for day in touched:
            days.pop(day, None)
            linked.pop(day, None)
        days.update(fresh)
        linked.update(
            (day, _counted_together(events)) for day, events in fresh.items() if events.checks or events.covered
        )
        events, stood = self._events_after(left, came)
        ids, standing = self._standing_after(came)
        places = _places_of(events.id, standing)
        return Calendar(sources, events, derived, days, event_of, merged, linked, ids, standing, places), stood

    def _standing_after(self, came: Sequence[DerivedEvent]) -> tuple[Int64s, Int64s]:
        """Returns the ids of all source events in order, and the id of the event that each is, after some came."""
        sources = np.fromiter((source for event in came for source in event.sources), dtype=np.int64)
        events = np.repeat([event.fact.id for event in came], [len(event.sources) for event in came]).astype(np.int64)
        ids = ordered(np.concatenate((self._ids, sources)))
        standing = np.zeros(len(ids), dtype=np.int64)
        standing[np.searchsorted(ids, self._ids)] = self._standing
        standing[np.searchsorted(ids, sources)] = events
        return ids, standing

    def _events_after(self, left: Sequence[DerivedEvent], came: Sequence[DerivedEvent]) -> tuple[Events, Places]:
        """Returns the events after some left and others came, and where each stood."""
        gone = np.flatnonzero(np.isin(self.events.id, [event.fact.id for event in left]))
        before = {event.fact.id: event for event in left}
        place_of = dict(zip(self.events.id[gone].tolist(), gone.tolist(), strict=True))
        new = Events.of((event.fact for event in came), self.events.books).by_date()
        now = {event.fact.id: event for event in came}
        stood = [
            place_of[number] if number in before and before[number].sources == now[number].sources else NOWHERE
            for number in new.id.tolist()
        ]
        events, at = self.events.changed(gone, new)
        return events, np.insert(np.delete(np.arange(len(self.events)), gone), at, stood)

    def fork(self) -> Calendar:
        """Returns a calendar of the same events whose codebooks can grow without any effect on this one."""
        return replace(self, events=replace(self.events, books=self.events.books.copy()))

    def places(self, ids: Int64s) -> Places:
        """Returns where events stand, by the ids of any of their source events. Raises KeyError for an unknown one."""
        if not len(ids):
            return np.zeros(0, dtype=np.intp)
        if not len(self._ids):
            raise KeyError(int(ids[0]))
        at = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        known: Flags = self._ids[at] == ids
        if not known.all():
            raise KeyError(int(ids[~known][0]))
        return self._places[at]

    def rows(self, attendances: AttendanceColumns) -> Rows:
        """Returns attendances with their events' cities. Raises KeyError for an event that is not known."""
        return Rows.of(
            attendances, self.events.city[self.places(attendances.event)], self.row_events(attendances.event)
        )

    def row_events(self, sources: Int64s) -> Int64s:
        """Returns the ids under which the rows of source events stand."""
        if not self.merged:
            return sources
        stated = np.array(sorted(self.merged), dtype=np.int64)
        standing = np.array([self.merged[source] for source in stated.tolist()], dtype=np.int64)
        at = np.minimum(np.searchsorted(stated, sources), len(stated) - 1)
        return np.where(stated[at] == sources, standing[at], sources)

    def series(self) -> Int64s:
        """Returns the number of each event's series, 0 for those of none. Series that share an event are one."""
        numbers = np.zeros(len(self.events), dtype=np.int64)
        decided = self.sources.decisions.of_kind(EventDecisionKind.SERIES)
        if not decided:
            return numbers
        ids = {key_of(fact): fact.id for fact in self.sources.facts.values() if self.sources.mentions.get(fact.id)}
        for number, decision in enumerate(decided, 1):
            found = [ids[key] for key in decision.keys if key in ids]
            places = self.places(np.array(found, dtype=np.int64))
            shared = np.unique(numbers[places])
            numbers[np.isin(numbers, shared[shared != 0])] = number
            numbers[places] = number
        return numbers


def _places_of(events: Int64s, wanted: Int64s) -> Places:
    """Returns where each wanted id stands among the ids of events. Ids are numbers from 1 that the store gives, so a
    table of all of them is small."""
    table = np.full(int(events.max(initial=0)) + 1, NOWHERE, dtype=np.intp)
    table[events] = np.arange(len(events))
    return table[wanted]


def _counted_together(day: DayEvents) -> Sequence[frozenset[int]]:
    return list(connected([*day.checks, *day.covered]))
