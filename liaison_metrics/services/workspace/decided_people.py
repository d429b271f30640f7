"""Decisions about persons, applied to the rows that the index has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import numpy as np
from sqlalchemy import Connection

from liaison_metrics.domain.events.decisions import EventKey, key_of
from liaison_metrics.domain.facts import EventFact, Facts
from liaison_metrics.domain.index import IndexChange, IndexState
from liaison_metrics.domain.people.decisions import DecidedRows, Decisions, PersonDecision
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.person_decisions import read_person_decisions


class DecidedPeople:
    """The decisions in force, and which rows they are about in a state of the index."""

    def __init__(self) -> None:
        self.decisions: list[PersonDecision] = []

    def read(self, connection: Connection, secret: bytes, at: datetime | None = None) -> None:
        """Reads the decisions that are in force now, or were *at* a time. *secret* is the store's key."""
        found = read_person_decisions(connection, Encryption(secret), at)
        self.decisions = [decision for decision, _row in found]

    def among(self, facts: Facts) -> Decisions:
        """Returns the decisions as pairs of attendances among some facts."""
        rows = DecidedRows(self.decisions)
        rows.add(facts.attendances, keys_of_events(facts.events))
        return rows.decisions()

    def in_change(self, state: IndexState, change: IndexChange, extra: Iterable[PersonDecision] = ()) -> IndexChange:
        """Returns a change with the decisions, and *extra* ones, as pairs of the attendances that the state has after
        it."""
        decisions = [*self.decisions, *extra]
        if not decisions and not (state.register.decisions.must_link or state.register.decisions.cannot_link):
            return change
        register = state.register
        staying = register.present.copy()
        staying[register.rows_of_uploads(change.removed)] = False
        rows = DecidedRows(decisions)
        events = keys_of_events(state.calendar.sources.facts.values())
        rows.add(register.log.rows.take(np.flatnonzero(staying)).stated(), events)
        rows.add(change.added.attendances, events | keys_of_events(change.added.events))
        decided = replace(rows.decisions(), contested=register.decisions.contested)
        return replace(change, people=decided)


def keys_of_events(facts: Iterable[EventFact]) -> dict[int, EventKey]:
    """Returns the keys of source events by their ids."""
    return {fact.id: key_of(fact) for fact in facts}
