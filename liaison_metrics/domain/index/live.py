"""The index that follows the store: built once from all facts, then brought up to date from what came and went."""

from __future__ import annotations

import threading
from collections.abc import Collection

import numpy as np

from liaison_metrics.domain.facts import Codebooks, Facts
from liaison_metrics.domain.index import building, statements
from liaison_metrics.domain.index.calendar import Calendar
from liaison_metrics.domain.index.state import IndexState
from liaison_metrics.domain.people.decisions import NO_DECISIONS, Decisions
from liaison_metrics.domain.people.names import NameForms, RememberedForms
from liaison_metrics.domain.reach.events import EventBooks

FEW_ROWS = 20_000
"""So many rows may come and go, whatever the size of the index, before it is faster to start from scratch."""

SMALL_PART = 8
"""As few as one in so many may come and go likewise."""


class LiveIndex:
    """The newest state of the index, and the one way to change it.

    Safe to use from many threads: readers take ``state`` and keep it, writers wait for each other. A refresh that
    fails leaves the state as it was.

    *facts* are all that the store holds, *codebooks* those that they are written in (they may grow), *names* gives the
    forms of names by their digests; it is asked, when the index is built or refreshed, only about names that differ on
    one e-mail address or phone number.
    """

    def __init__(
        self, facts: Facts, codebooks: Codebooks, names: NameForms, decisions: Decisions = NO_DECISIONS
    ) -> None:
        calendar = Calendar.of(facts.events, EventBooks())
        rows = calendar.rows(facts.attendances)
        stated = statements.stated(rows, facts.headcounts)
        self._changing = threading.Lock()
        self._state = building.from_scratch(rows, calendar, stated, codebooks, RememberedForms(names), decisions)

    @property
    def state(self) -> IndexState:
        """The newest state."""
        return self._state

    def refresh(self, added: Facts, removed: Collection[int] = (), decisions: Decisions | None = None) -> IndexState:
        """Returns the state after the facts of some uploads came, uploads went, and decisions changed (None: they did
        not). The events of facts that come must be known or among them; facts must not be added twice."""
        with self._changing:
            little = _is_little(self._state, len(added.attendances), removed)
            change = building.after if little else building.again
            self._state = change(self._state, added, removed, decisions)
            return self._state


def _is_little(state: IndexState, coming: int, removed: Collection[int]) -> bool:
    register = state.register
    held = int(np.count_nonzero(register.present))
    changing = coming + len(register.rows_of_uploads(removed))
    return max(changing, register.clutter // SMALL_PART) <= max(FEW_ROWS, held // SMALL_PART)
