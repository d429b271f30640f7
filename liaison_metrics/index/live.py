"""The index that follows the store: built once from all facts, then brought up to date from what came and went."""

from __future__ import annotations

import threading
from collections.abc import Collection

from liaison_metrics.facts import Codebook, Codebooks, Facts
from liaison_metrics.index import building, statements
from liaison_metrics.index.events import Events
from liaison_metrics.index.state import IndexState
from liaison_metrics.people.decisions import NO_DECISIONS, Decisions
from liaison_metrics.people.names import NameForms


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
        self._codebooks, self._cities, self._names = codebooks, Codebook(), names
        self._changing = threading.Lock()
        events = Events.of(facts.events, self._cities)
        rows = events.rows(facts.attendances)
        stated = statements.stated(rows, facts.headcounts)
        self._state = building.from_scratch(rows, events, stated, codebooks, names, decisions)

    @property
    def state(self) -> IndexState:
        """The newest state."""
        return self._state

    def refresh(self, added: Facts, removed: Collection[int] = (), decisions: Decisions | None = None) -> IndexState:
        """Returns the state after the facts of some uploads came, uploads went, and decisions changed (None: they did
        not). The events of facts that come must be known or among them; facts must not be added twice."""
        with self._changing:
            before = self._state
            events = before.happened.with_more(added.events, self._cities)
            came = events.rows(added.attendances)
            stated = statements.stated(came, added.headcounts)
            self._state = building.after(before, came, events, stated, removed, decisions)
            return self._state
