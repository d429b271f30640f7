"""What people decided about an event: corrections, and decisions about several events."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection

from liaison_metrics.domain.events.decisions import EventDecisionKind, EventKey, key_of
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.events.listing import readable_cities
from liaison_metrics.services.figures.preview import Effect
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody said is true of one source event or several, whose titles are ``events``. ``holds`` where nothing
    later was said of at least one of them and it was not undone."""

    number: int
    truth: EventFact
    stated: int
    events: tuple[str, ...]
    made_by: str
    made_at: datetime
    revoked_at: datetime | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about several events: different events, one number for all, a series. ``events`` are their
    titles as files state them, each event's together; ``about`` is the data of the first of them."""

    number: int
    kind: EventDecisionKind
    about: EventFact
    events: tuple[tuple[str, ...], ...]
    made_by: str
    made_at: datetime
    revoked_at: datetime | None


@requires(Action.EVENT_READ)
def decided(workspace: Workspace, actor: Actor) -> tuple[tuple[Correction, ...], tuple[Decision, ...]]:
    """Returns the corrections and the decisions about events in the cities whose events the actor may see, also undone
    ones, the latest first."""
    cities = readable_cities(workspace.project, actor)
    with workspace.snapshot() as (index, connection):
        corrections = (one for one in corrections_of(index, connection) if one.truth.city in cities)
        decisions = (one for one in decisions_of(index, connection) if one.about.city in cities)
        return tuple(corrections), tuple(decisions)


def corrections_of(
    index: IndexState, connection: Connection, keys: Collection[EventKey] | None = None
) -> tuple[Correction, ...]:
    """Returns the corrections that concern some events by their data, as stated or as corrected (None: all), the latest
    first."""
    rows = stored.read_corrections(connection)
    titles = _titles(index)
    latest: dict[EventKey, int] = {}
    for row in rows:
        if row["revoked_at"] is None:
            latest.setdefault(stored.stated_key(row), row["id"])
    found = []
    for _made, together in groupby(rows, key=lambda row: (row["made_at"], row["made_by"])):
        act = list(together)
        first, stated = act[0], list(map(stored.stated_key, act))
        corrected = EventFact(0, *(first[name] for name in ("activity", "city", "date", "title")))
        if keys is not None and set(keys).isdisjoint({key_of(corrected), *stated}):
            continue
        holds = any(latest.get(stored.stated_key(row)) == row["id"] for row in act)
        events = tuple(titles.get(key, key[3]) for key in sorted(stated))
        found.append(
            Correction(
                first["id"], corrected, len(act), events, first["made_by"], first["made_at"], first["revoked_at"],
                holds,
            )
        )  # fmt: skip
    return tuple(found)


def decisions_of(
    index: IndexState, connection: Connection, keys: Collection[EventKey] | None = None
) -> tuple[Decision, ...]:
    """Returns the decisions about several events that concern some source events (None: all), the latest first."""
    titles = _titles(index)
    found = []
    for decision, row in stored.read_decisions(connection):
        if keys is None or not decision.keys.isdisjoint(keys):
            sides = tuple(tuple(titles.get(key, key[3]) for key in sorted(side)) for side in decision.sides)
            about = EventFact(0, *min(decision.sides[0]))
            found.append(
                Decision(row["act"], decision.kind, about, sides, row["made_by"], row["made_at"], row["revoked_at"])
            )
    return tuple(found)


def _titles(index: IndexState) -> dict[EventKey, str]:
    """Returns the titles of source events as files write them."""
    return {key_of(fact): fact.title for fact in index.calendar.sources.facts.values()}


@requires(Action.FIGURES_READ)
def effects_of(workspace: Workspace, act: Callable[[], None], actor: Actor) -> tuple[Effect, ...]:
    """Does something to the store; returns the effect on each indicator. Raises NotAllowed."""
    before = figures.indicators(workspace, actor=actor)
    act()
    after = figures.indicators(workspace, actor=actor)
    return tuple(
        Effect(one.code, one.target, one.reach.reached, now.reach.reached)
        for one, now in zip(before, after, strict=True)
    )
