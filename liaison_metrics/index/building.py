"""How a state of the index is made: from all rows, or from the state before and what came and went."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

import numpy as np

from liaison_metrics.facts import Codebooks, Int16s, Int64s
from liaison_metrics.index import statements
from liaison_metrics.index.events import Events
from liaison_metrics.index.sets import changed, pairs, sets_of
from liaison_metrics.index.state import IndexState
from liaison_metrics.people.decisions import Decisions
from liaison_metrics.people.groups import Positions
from liaison_metrics.people.names import NameForms
from liaison_metrics.people.register import register
from liaison_metrics.people.resolution import NOBODY
from liaison_metrics.people.rows import Rows
from liaison_metrics.people.rules import Labels
from liaison_metrics.people.traits import Traits, traits
from liaison_metrics.project import NOT_STATED
from liaison_metrics.reach.ages import AGE_BANDS, band_numbers
from liaison_metrics.reach.scope import PERSON_DIMENSIONS
from liaison_metrics.reach.unidentified import Cell, Statements


def from_scratch(
    rows: Rows,
    events: Events,
    stated: Mapping[int, Statements],
    codebooks: Codebooks,
    names: NameForms,
    decisions: Decisions,
) -> IndexState:
    """Returns the state of an index over these rows and statements."""
    resolved = register(rows, names, decisions)
    persons = resolved.persons.part
    places = events.places(rows.event)
    found = traits(rows, persons, events.day[places])
    people = np.arange(len(found.community), dtype=np.int32)
    return IndexState(
        events=events.facts,
        attendees=dict(sets_of(_met(places, persons), events.ids.tolist())),
        members={
            dimension: dict(sets_of(pairs(_codes(found, dimension), people), _words(dimension, codebooks)))
            for dimension in PERSON_DIMENSIONS
        },
        unidentified=_cells({}, stated, events, codebooks),
        register=resolved,
        traits=found,
        happened=events,
        statements=stated,
        codebooks=codebooks,
    )


def after(
    state: IndexState,
    came: Rows,
    events: Events,
    stated: Mapping[int, Statements],
    gone: Collection[int],
    decisions: Decisions | None,
) -> IndexState:
    """Returns the state after rows and statements came, uploads went, and decisions changed (None: they did not)."""
    resolved, moved = state.register.after(came, gone, decisions)
    old = moved[moved < len(state.register.present)]
    persons_before, persons = state.register.persons.part[old], resolved.persons.part[moved]
    rows = resolved.log.rows.take(moved)
    places = events.places(rows.event)
    places_before = events.places(state.register.log.rows.event[old])
    people, which = np.unique(persons, return_inverse=True)
    found = traits(rows, which.astype(np.int32) - np.int32(NOBODY in people), events.day[places])
    people = people[people != NOBODY]
    known = state.traits.replaced(people, found)
    told = statements.changed(state.statements, stated, gone)
    return IndexState(
        events=events.facts,
        attendees=changed(
            state.attendees, _met(places_before, persons_before), _met(places, persons), events.ids.tolist()
        ),
        members={
            dimension: changed(
                state.members[dimension],
                _having(state.traits, dimension, persons_before),
                _having(known, dimension, people),
                _words(dimension, state.codebooks),
            )
            for dimension in PERSON_DIMENSIONS
        },
        unidentified=_cells(state.unidentified, told, events, state.codebooks),
        register=resolved,
        traits=known,
        happened=events,
        statements=_with(state.statements, told),
        codebooks=state.codebooks,
    )


def _met(places: Positions, persons: Labels) -> Int64s:
    """Returns the pairs of event and person; rows of nobody meet nobody."""
    there = persons != NOBODY
    return pairs(places[there], persons[there])


def _having(of: Traits, dimension: str, persons: Labels) -> Int64s:
    """Returns the pairs of code and person, for some persons."""
    people = np.unique(persons[persons != NOBODY])
    return pairs(_codes(of.at(people), dimension), people)


def _codes(of: Traits, dimension: str) -> Int16s:
    if dimension == "age_band":
        return band_numbers(of.birth_year, of.latest_year)
    codes: Int16s = getattr(of, dimension)
    return codes


def _cells(
    before: Mapping[int, tuple[Cell, ...]], told: Mapping[int, Statements], events: Events, codebooks: Codebooks
) -> dict[int, tuple[Cell, ...]]:
    """Returns the unidentified people by event, after what the uploads state of some events changed."""
    return _with(before, {e: statements.cells(events.facts[e], stated, codebooks) for e, stated in told.items()})


def _words(dimension: str, codebooks: Codebooks) -> Sequence[str]:
    """Returns the codes of a dimension by their numbers."""
    return (NOT_STATED, *AGE_BANDS) if dimension == "age_band" else getattr(codebooks, dimension).codes


Value = TypeVar("Value")


def _with(before: Mapping[int, Value], news: Mapping[int, Value]) -> dict[int, Value]:
    """Returns a mapping with new values; what became empty is left out."""
    return {key: value for key, value in {**before, **news}.items() if value}
