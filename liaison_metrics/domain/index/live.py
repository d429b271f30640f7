"""The index that follows the store: built once from all facts, then updated with what each change added or removed."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import replace

import numpy as np

from liaison_metrics.domain.events.decisions import NO_EVENT_DECISIONS, EventDecisions
from liaison_metrics.domain.facts import Codebooks, Facts
from liaison_metrics.domain.index import building, statements
from liaison_metrics.domain.index.building import IndexChange
from liaison_metrics.domain.index.calendar import Calendar, SourceEvents
from liaison_metrics.domain.index.state import IndexState
from liaison_metrics.domain.people.decisions import NO_DECISIONS, Decisions
from liaison_metrics.domain.people.names import CachedForms, NameForms
from liaison_metrics.domain.people.rows import names_in_cities
from liaison_metrics.domain.reach.events import EventBooks

FEW_ROWS = 20_000
"""A change of up to this many rows is applied to the index of any size; rebuilding would take longer."""

SMALL_PART = 8
"""So is a change of up to one row in this many."""


class LiveIndex:
    """The newest state of the index, and the only way to change it.

    Safe to use from many threads: readers take ``state`` and keep it, writers wait for each other. A refresh that
    fails leaves the state as it was.

    *facts* are all facts of the store, *codebooks* those that they are encoded with (they may grow), *names* returns
    the forms of names by their digests. It is called, when the index is built or refreshed, only for names that share
    an e-mail address or phone number with a different name. *contested* are names that stay contested in the city of
    an attendance, given by its id (see ``domain.forgotten``).
    """

    def __init__(
        self,
        facts: Facts,
        codebooks: Codebooks,
        names: NameForms,
        decisions: Decisions = NO_DECISIONS,
        events: EventDecisions = NO_EVENT_DECISIONS,
        contested: Collection[tuple[int, int]] = (),
    ) -> None:
        sources, _changed = SourceEvents({}, {}, events).after(facts.events, facts.mentions, (), None)
        calendar = Calendar.of(sources, EventBooks())
        rows = calendar.rows(facts.attendances)
        stated = statements.stated(rows, facts.headcounts)
        if contested:
            decisions = replace(decisions, contested=names_in_cities(rows, contested))
        self._changing = threading.Lock()
        self._names = CachedForms(names)
        self._state = building.from_scratch(rows, calendar, stated, codebooks, self._names, decisions)

    @property
    def state(self) -> IndexState:
        """The newest state."""
        return self._state

    def refresh(self, change: IndexChange, names: NameForms | None = None) -> IndexState:
        """Returns the state after a change. *names* is the source of name forms from now on (None: as before)."""
        with self._changing:
            state = self._state
            if names is not None:
                state = replace(state, register=replace(state.register, forms=self._names.reading(names)))
            self._state = _changed(state, change)
            return self._state

    def preview(self, state: IndexState, change: IndexChange, names: NameForms) -> IndexState:
        """Returns what *state*, the newest state of this index or an earlier one, would be after a change. *names* is
        the source of name forms for this preview alone.

        Nothing that this index or its states use is changed: not their memory, not the codebooks of events, not the
        cache of name forms. Needs no lock.
        """
        fork = replace(state, calendar=state.calendar.fork(), register=state.register.fork(self._names.fork(names)))
        return _changed(fork, change)


def _changed(state: IndexState, change: IndexChange) -> IndexState:
    updated = building.after(state, change) if _is_little(state, change) else None
    return updated or building.again(state, change)


def _is_little(state: IndexState, change: IndexChange) -> bool:
    register = state.register
    held = int(np.count_nonzero(register.present))
    changing = len(change.added.attendances) + len(register.rows_of_uploads(change.removed))
    return max(changing, register.clutter // SMALL_PART) <= max(FEW_ROWS, held // SMALL_PART)
