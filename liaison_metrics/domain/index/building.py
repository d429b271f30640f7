"""How a state of the index is made: from all rows, or from the state before and what changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from pyroaring import BitMap

from liaison_metrics.domain.events.decisions import EventDecisions
from liaison_metrics.domain.facts import Codebooks, Facts, Int16s, Int64s
from liaison_metrics.domain.index import counts, statements
from liaison_metrics.domain.index.calendar import NOWHERE, Calendar
from liaison_metrics.domain.index.sets import changed, pairs
from liaison_metrics.domain.index.state import IndexState
from liaison_metrics.domain.index.statements import Statements
from liaison_metrics.domain.people.decisions import Decisions
from liaison_metrics.domain.people.groups import Flags, Labels, Positions, ordered
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.people.resolved import ResolvedPeople, register
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.people.traits import Days, Traits, traits
from liaison_metrics.domain.reach.ages import BANDS_BY_NUMBER, band_numbers
from liaison_metrics.domain.reach.content import Content
from liaison_metrics.domain.reach.events import Places
from liaison_metrics.domain.reach.scope import PERSON_DIMENSIONS

NO_PAIRS = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class IndexChange:
    """What changes a state: facts that are ``added``, uploads that are ``removed``, and other decisions about people
    or events (None: the same as before).

    The events of added facts must be known or among them; facts must not be added twice.
    """

    added: Facts = field(default_factory=Facts.none)
    removed: Collection[int] = ()
    people: Decisions | None = None
    events: EventDecisions | None = None


def from_scratch(
    rows: Rows,
    calendar: Calendar,
    stated: Mapping[int, Statements],
    codebooks: Codebooks,
    names: NameForms,
    decisions: Decisions,
) -> IndexState:
    """Returns the state of an index over these rows and statements."""
    resolved = register(rows, names, decisions)
    persons = resolved.persons.part
    places = calendar.places(rows.event)
    found = traits(rows, persons, calendar.events.day[places], codebooks)
    people = np.arange(len(found.community), dtype=np.int32)
    having = {dimension: pairs(_numbers(found, dimension), people) for dimension in PERSON_DIMENSIONS}
    words = _words(codebooks)
    attendees = changed([BitMap()] * len(calendar.events), NO_PAIRS, _met(places, persons))
    snapshot = counts.Snapshot(calendar, stated, resolved, found, attendees)
    counted = counts.counted_events(snapshot, {calendar.event_of[event] for event in stated})
    content = Content(
        events=calendar.events,
        attendees=attendees,
        members={d: _members({}, words[d], NO_PAIRS, having[d]) for d in PERSON_DIMENSIONS},
        unidentified=counts.unidentified(counted, codebooks.left_out_groups),
        person_words=words,
        series=calendar.series(),
    )
    return IndexState(content, calendar, resolved, found, stated, counted, codebooks)


def after(state: IndexState, change: IndexChange) -> IndexState | None:
    """Returns the state after a change, made from the state before; None where rows of the state count at other events
    or cities than before, so that the state must be made anew (see ``again``)."""
    added, gone = change.added, change.removed
    sources, touched = state.calendar.sources.after(added.events, added.mentions, gone, change.events)
    calendar, stood = state.calendar.changed(sources, touched)
    if _rows_move(state.calendar, calendar, touched):
        return None
    came = calendar.rows(added.attendances)
    resolved, moved = state.register.after(came, gone, change.people)
    old = moved[moved < len(state.register.present)]
    before, now = state.register.persons.part[old], resolved.persons.part[moved]
    places = calendar.places(resolved.log.rows.event[moved])
    known = _traits_again(state, resolved.log.rows.take(moved), now, calendar.events.day[places])
    having = {d: (_having(state.traits, d, before), _having(known, d, now)) for d in PERSON_DIMENSIONS}
    words = _words(state.codebooks)
    attendees = _attendees(state, resolved, calendar, stood, moved)
    told = statements.changed(state.statements, statements.stated(came, added.headcounts), gone)
    stated = {**state.statements, **told}
    met = calendar.events.id[places[_is_of_another(state, resolved, moved)]]
    known_otherwise = calendar.events.id[places[_is_known_otherwise(state, resolved, known, moved)]]
    again = _to_count(state, calendar, stood, {calendar.event_of[event] for event in told})
    again |= {*met.tolist(), *_using_traits(state.counted, known_otherwise)}
    snapshot = counts.Snapshot(calendar, stated, resolved, known, attendees)
    counted = counts.counted_events(snapshot, again)
    outdated = {*again, *counted, *_left(state.calendar, stood).tolist()}
    staying = dict(state.counted)
    for event in outdated & staying.keys():
        del staying[event]
    unidentified = state.content.unidentified
    kept = np.isin(unidentified.event, np.fromiter(outdated, dtype=np.int64), invert=True)
    content = Content(
        events=calendar.events,
        attendees=attendees,
        members={d: _members(state.content.members[d], words[d], *having[d]) for d in PERSON_DIMENSIONS},
        unidentified=unidentified.where(kept).followed_by(
            counts.unidentified(counted, state.codebooks.left_out_groups)
        ),
        person_words=words,
        series=calendar.series(),
    )
    return IndexState(content, calendar, resolved, known, stated, staying | counted, state.codebooks)


def again(state: IndexState, change: IndexChange) -> IndexState:
    """Returns what ``after`` does, made from scratch: faster where much changes, and free of what was left."""
    added, gone = change.added, change.removed
    sources, touched = state.calendar.sources.after(added.events, added.mentions, gone, change.events)
    calendar, _stood = state.calendar.changed(sources, touched)
    came = calendar.rows(added.attendances)
    told = statements.changed(state.statements, statements.stated(came, added.headcounts), gone)
    staying = state.register.present.copy()
    staying[state.register.rows_of_uploads(gone)] = False
    rows = _at_events(state.register.log.rows.take(np.flatnonzero(staying)), calendar).followed_by(came)
    stated = {event: uploads for event, uploads in {**state.statements, **told}.items() if uploads}
    decided = state.register.decisions if change.people is None else change.people
    return from_scratch(rows, calendar, stated, state.codebooks, state.register.forms, decided)


def _rows_move(before: Calendar, now: Calendar, touched: Collection[int]) -> bool:
    """Returns whether rows that stand count under another event, on another day or in another city than before."""
    if before.merged != now.merged:
        news = {source for source in before.merged.keys() | now.merged.keys() if source in before.event_of}
        if any(before.merged.get(s, s) != now.merged.get(s, s) and before.sources.is_listed(s) for s in news):
            return True
    known = [event for event in touched if event in before.event_of and before.sources.is_listed(event)]
    return any(before.sources.day_of(event) != now.sources.day_of(event) for event in known)


def _at_events(rows: Rows, calendar: Calendar) -> Rows:
    """Returns rows at the events as which their source events count."""
    return Rows.of(rows.stated(), calendar.events.city[calendar.places(rows.source)], calendar.row_events(rows.source))


def _rows_at(calendar: Calendar, stood: Places, state: IndexState) -> Positions:
    """Returns the standing rows of the events that did not stand before with the same source events."""
    new = calendar.events.id[stood == NOWHERE].tolist()
    listed = [s for event in new for s in calendar.derived[event].sources if state.calendar.sources.is_listed(s)]
    if not listed:
        return np.zeros(0, dtype=np.intp)
    return np.flatnonzero(np.isin(state.register.log.rows.source, listed) & state.register.present)


def _is_of_another(state: IndexState, resolved: ResolvedPeople, moved: Positions) -> Flags:
    """Returns which of the *moved* rows are of another person than before."""
    others = np.ones(len(moved), dtype=bool)
    stood = moved < len(state.register.present)
    old = moved[stood]
    same_person = state.register.persons.part[old] == resolved.persons.part[old]
    others[stood] = ~(same_person & (state.register.present[old] == resolved.present[old]))
    return others


def _is_known_otherwise(state: IndexState, resolved: ResolvedPeople, known: Traits, moved: Positions) -> Flags:
    """Returns which of the *moved* rows are of a person of whom other things are known than before."""
    persons = resolved.persons.part[moved]
    stood = np.flatnonzero((persons != NOBODY) & (persons < len(state.traits.community)))
    otherwise = np.zeros(len(moved), dtype=bool)
    otherwise[stood] = ~state.traits.at(persons[stood]).equals(known.at(persons[stood]))
    return otherwise


def _left(before: Calendar, stood: Places) -> Int64s:
    """Returns the ids of the events before that do not stand with the same source events now."""
    left = np.ones(len(before.events), dtype=bool)
    left[stood[stood != NOWHERE]] = False
    return before.events.id[left]


def _using_traits(counted: Mapping[int, counts.CountedEvent], events: Int64s) -> set[int]:
    """Returns the events among some for whose count it matters what is known of their people."""
    return {event for event in set(events.tolist()) if event in counted and counted[event].uses_traits}


def _to_count(state: IndexState, calendar: Calendar, stood: Places, told: Collection[int]) -> set[int]:
    """Returns the events that may count otherwise whoever was there: those that are told otherwise or made of other
    source events, and those counted together otherwise than before."""
    new = set(calendar.events.id[stood == NOWHERE].tolist())
    before, now = set(state.calendar.together), set(calendar.together)
    regrouped = set[int]().union(*(before ^ now)) & calendar.derived.keys()
    return {*told, *new, *regrouped, *_adding_up_otherwise(state.calendar, calendar)}


def _adding_up_otherwise(before: Calendar, now: Calendar) -> set[int]:
    if before.sources.decisions == now.sources.decisions:
        return set()
    return (counts.adding_up(before) ^ counts.adding_up(now)) & now.derived.keys()


def _attendees(
    state: IndexState, resolved: ResolvedPeople, calendar: Calendar, stood: Places, moved: Positions
) -> list[BitMap]:
    """Returns the persons at each event, after those of the *moved* rows changed. Events that did not stand before with
    the same source events get all their rows."""
    rows = ordered(np.concatenate((moved, _rows_at(calendar, stood, state))))
    old = moved[moved < len(state.register.present)]
    places = calendar.places(resolved.log.rows.event[rows])
    places_before = calendar.places(resolved.log.rows.event[old])
    staying = stood[places_before] != NOWHERE
    nobody = BitMap()  # sets that change are made anew, so new events can share it; NOWHERE finds the last set
    sets = list(map([*state.content.attendees, nobody].__getitem__, stood.tolist()))
    before = _met(places_before[staying], state.register.persons.part[old][staying])
    return changed(sets, before, _met(places, resolved.persons.part[rows]))


def _traits_again(state: IndexState, rows: Rows, persons: Labels, days: Days) -> Traits:
    """Returns the traits of a state after those of the persons of some rows, which are all of theirs, changed."""
    people, which = np.unique(persons, return_inverse=True)
    from_nobody = np.int32(NOBODY in people)
    anew = traits(rows, which.astype(np.int32) - from_nobody, days, state.codebooks)
    return state.traits.replaced(people[from_nobody:], anew)


def _members(before: Mapping[str, BitMap], words: Sequence[str], left: Int64s, came: Int64s) -> dict[str, BitMap]:
    """Returns the persons by their codes, after pairs of code and person left and came."""
    sets = changed([before.get(word, BitMap()) for word in words], left, came)
    return {word: people for word, people in zip(words, sets, strict=True) if people}


def _met(places: Positions, persons: Labels) -> Int64s:
    """Returns the pairs of event and person; rows of nobody meet nobody."""
    there = persons != NOBODY
    return pairs(places[there], persons[there])


def _having(of: Traits, dimension: str, persons: Labels) -> Int64s:
    """Returns the pairs of code and person, for some persons."""
    people = ordered(persons[persons != NOBODY])
    return pairs(_numbers(of.at(people), dimension), people)


def _numbers(of: Traits, dimension: str) -> Int16s:
    """Returns the persons' numbers of a dimension."""
    if dimension == "age_band":
        return band_numbers(of.birth_year, of.latest_year)
    numbers: Int16s = getattr(of, dimension)
    return numbers


def _words(codebooks: Codebooks) -> dict[str, Sequence[str]]:
    """Returns the codes of each dimension of persons by their numbers."""
    books = {"community": codebooks.community, "group": codebooks.group, "gender": codebooks.gender}
    return {"age_band": BANDS_BY_NUMBER} | {dimension: tuple(book.codes) for dimension, book in books.items()}
