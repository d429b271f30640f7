"""The index that follows the store: built once from all facts, then updated with what each change added or removed."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import replace

import numpy as np

from liaison_metrics.domain.facts import Codebooks, Facts
from liaison_metrics.domain.index import building, statements
from liaison_metrics.domain.index.calendar import Calendar
from liaison_metrics.domain.index.state import IndexState
from liaison_metrics.domain.people.decisions import NO_DECISIONS, Decisions
from liaison_metrics.domain.people.names import CachedForms, NameForms
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
    an e-mail address or phone number with a different name.
    """

    def __init__(
        self, facts: Facts, codebooks: Codebooks, names: NameForms, decisions: Decisions = NO_DECISIONS
    ) -> None:
        calendar = Calendar.of(facts.events, EventBooks())
        rows = calendar.rows(facts.attendances)
        stated = statements.stated(rows, facts.headcounts)
        self._changing = threading.Lock()
        self._names = CachedForms(names)
        self._state = building.from_scratch(rows, calendar, stated, codebooks, self._names, decisions)

    @property
    def state(self) -> IndexState:
        """The newest state."""
        return self._state

    def refresh(
        self,
        added: Facts,
        removed: Collection[int] = (),
        decisions: Decisions | None = None,
        names: NameForms | None = None,
    ) -> IndexState:
        """Returns the state after facts were added, uploads removed and decisions changed (None: unchanged).

        The events of the added facts must be in the index or among the facts; facts must not be added twice. *names*
        is the source of name forms from now on (None: as before).
        """
        with self._changing:
            state = self._state
            if names is not None:
                state = replace(state, register=replace(state.register, forms=self._names.reading(names)))
            self._state = _changed(state, added, removed, decisions)
            return self._state

    def preview(self, state: IndexState, added: Facts, removed: Collection[int], names: NameForms) -> IndexState:
        """Returns what *state*, the newest state of this index or an earlier one, would be after a change. *names* is
        the source of name forms for this preview alone.

        Nothing that this index or its states use is changed: not their memory, not the codebooks of events, not the
        cache of name forms. Needs no lock.
        """
        fork = replace(state, calendar=state.calendar.fork(), register=state.register.fork(self._names.fork(names)))
        return _changed(fork, added, removed, None)


def _changed(state: IndexState, added: Facts, removed: Collection[int], decisions: Decisions | None) -> IndexState:
    little = _is_little(state, len(added.attendances), removed)
    change = building.after if little else building.again
    return change(state, added, removed, decisions)


def _is_little(state: IndexState, coming: int, removed: Collection[int]) -> bool:
    register = state.register
    held = int(np.count_nonzero(register.present))
    changing = coming + len(register.rows_of_uploads(removed))
    return max(changing, register.clutter // SMALL_PART) <= max(FEW_ROWS, held // SMALL_PART)
