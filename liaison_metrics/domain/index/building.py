"""How a state of the index is made: from all rows, or from the state before and what came and went."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from pyroaring import BitMap

from liaison_metrics.domain.facts import Codebooks, Facts, Int16s, Int64s
from liaison_metrics.domain.index import statements
from liaison_metrics.domain.index.calendar import Calendar
from liaison_metrics.domain.index.sets import changed, pairs
from liaison_metrics.domain.index.state import IndexState
from liaison_metrics.domain.people.decisions import Decisions
from liaison_metrics.domain.people.groups import Positions, ordered
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.people.resolved import register
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.people.rules import Labels
from liaison_metrics.domain.people.traits import Days, Traits, traits
from liaison_metrics.domain.reach.ages import BANDS_BY_NUMBER, band_numbers
from liaison_metrics.domain.reach.content import Content
from liaison_metrics.domain.reach.events import Places
from liaison_metrics.domain.reach.scope import PERSON_DIMENSIONS
from liaison_metrics.domain.reach.unidentified import Statements, Unidentified

NO_PAIRS = np.zeros(0, dtype=np.int64)


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
    found = traits(rows, persons, calendar.events.day[places])
    people = np.arange(len(found.community), dtype=np.int32)
    having = {dimension: pairs(_numbers(found, dimension), people) for dimension in PERSON_DIMENSIONS}
    words = _words(codebooks)
    content = Content(
        events=calendar.events,
        attendees=changed([BitMap()] * len(calendar.events), NO_PAIRS, _met(places, persons)),
        members={d: _members({}, words[d], NO_PAIRS, having[d]) for d in PERSON_DIMENSIONS},
        unidentified=_unidentified(calendar, stated),
        person_words=words,
    )
    return IndexState(content, calendar, resolved, found, stated, codebooks)


def after(
    state: IndexState, added: Facts, gone: Collection[int] = (), decisions: Decisions | None = None
) -> IndexState:
    """Returns the state after facts came, uploads went, and decisions changed (None: they did not)."""
    calendar, stood = state.calendar.with_more(added.events)
    came = calendar.rows(added.attendances)
    resolved, moved = state.register.after(came, gone, decisions)
    old = moved[moved < len(state.register.present)]
    before, now = state.register.persons.part[old], resolved.persons.part[moved]
    rows = resolved.log.rows.take(moved)
    places, places_before = calendar.places(rows.event), calendar.places(state.register.log.rows.event[old])
    known = _traits_again(state.traits, rows, now, calendar.events.day[places])
    having = {d: (_having(state.traits, d, before), _having(known, d, now)) for d in PERSON_DIMENSIONS}
    words = _words(state.codebooks)
    told = statements.changed(state.statements, statements.stated(came, added.headcounts), gone)
    unidentified = state.content.unidentified
    untouched = ~np.isin(unidentified.event, np.fromiter(told, dtype=np.int64, count=len(told)))
    content = Content(
        events=calendar.events,
        attendees=changed(_moved(state.content.attendees, stood), _met(places_before, before), _met(places, now)),
        members={d: _members(state.content.members[d], words[d], *having[d]) for d in PERSON_DIMENSIONS},
        unidentified=unidentified.where(untouched).followed_by(_unidentified(calendar, told)),
        person_words=words,
    )
    return IndexState(content, calendar, resolved, known, {**state.statements, **told}, state.codebooks)


def again(
    state: IndexState, added: Facts, gone: Collection[int] = (), decisions: Decisions | None = None
) -> IndexState:
    """Returns what ``after`` does, made from scratch: faster where much came or went, and free of what was left."""
    calendar, _stood = state.calendar.with_more(added.events)
    came = calendar.rows(added.attendances)
    told = statements.changed(state.statements, statements.stated(came, added.headcounts), gone)
    staying = state.register.present.copy()
    staying[state.register.rows_of_uploads(gone)] = False
    rows = state.register.log.rows.take(np.flatnonzero(staying)).followed_by(came)
    stated = {event: uploads for event, uploads in {**state.statements, **told}.items() if uploads}
    decided = state.register.decisions if decisions is None else decisions
    return from_scratch(rows, calendar, stated, state.codebooks, state.register.forms, decided)


def _moved(attendees: Sequence[BitMap], stood: Places) -> list[BitMap]:
    """Returns the sets of events where they stand now; those of new events are empty."""
    every = [*attendees, *[BitMap()] * (len(stood) - len(attendees))]
    return [every[place] for place in stood.tolist()]


def _traits_again(known: Traits, rows: Rows, persons: Labels, days: Days) -> Traits:
    """Returns the traits after those of the persons of some rows, which are all of theirs, changed."""
    people, which = np.unique(persons, return_inverse=True)
    from_nobody = np.int32(NOBODY in people)
    return known.replaced(people[from_nobody:], traits(rows, which.astype(np.int32) - from_nobody, days))


def _members(before: Mapping[str, BitMap], words: Sequence[str], left: Int64s, came: Int64s) -> dict[str, BitMap]:
    """Returns the persons by their codes, after pairs of code and person left and came."""
    sets = changed([before.get(word, BitMap()) for word in words], left, came)
    return {word: people for word, people in zip(words, sets, strict=True) if people}


def _unidentified(calendar: Calendar, stated: Mapping[int, Statements]) -> Unidentified:
    places = calendar.places(np.fromiter(stated, dtype=np.int64, count=len(stated)))
    return Unidentified.of(zip(map(calendar.events.facts.__getitem__, places.tolist()), stated.values(), strict=True))


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
