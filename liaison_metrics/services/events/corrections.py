"""Correcting and merging events. The source event (as the file states it) never changes: a correction is stored beside
it, with who made it and when, and can be undone. Merging two events is a correction too."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from liaison_metrics.domain.events.decisions import EventKey
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index.checks import keys_of
from liaison_metrics.errors import UnknownEvent, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.history import effects_of
from liaison_metrics.services.events.listing import event_number
from liaison_metrics.services.figures.preview import Effect
from liaison_metrics.services.intake.manual_entry import event_problems
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored
from liaison_metrics.texts import _


class EventChanges(TypedDict, total=False):
    """The details of an event that a correction changes."""

    activity: str | None
    city: str | None
    day: date | None
    title: str | None


@requires(Action.EVENT_CORRECT)
def correct(workspace: Workspace, number: int, actor: Actor, **changes: Unpack[EventChanges]) -> tuple[Effect, ...]:
    """Corrects an event beside what files state (None: no change); returns the effect on each indicator. With the
    details of another event, both are merged.

    Raises UnknownEvent, WrongEntry for details that no event can have or that change nothing, and NotAllowed where the
    event is, or would be, in another partner's city.
    """
    title = changes.get("title")
    new = {
        "activity": changes.get("activity"), "city": changes.get("city"), "date": changes.get("day"),
        "title": title and " ".join(title.split()),
    }  # fmt: skip
    given = {name: value for name, value in new.items() if value is not None}

    def write() -> None:
        event, keys = _event(workspace, number)
        corrected = replace(event, **given)  # type: ignore[arg-type]
        for problem in event_problems(workspace.project, corrected):
            raise problem
        for city in (event.city, corrected.city):
            check(actor, Action.EVENT_CORRECT, Resource.event(workspace.project, city))
        if corrected == event:
            raise _unchanged()
        with workspace.store.writing() as connection:
            stored.correct(connection, keys, corrected, actor.code)
            before, after = _recorded(event, corrected), _recorded(corrected, event)
            record(
                connection, workspace, actor,
                AuditEntry(AuditAction.EVENT_CORRECT, AuditKind.EVENT, event.id, before, after),
            )  # fmt: skip

    return effects_of(workspace, write, actor)


@requires(Action.EVENT_MERGE)
def merge(workspace: Workspace, numbers: Collection[int], into: int, actor: Actor) -> tuple[Effect, ...]:
    """Merges events into another, whose details are kept; returns the effect on each indicator.

    Raises UnknownEvent, WrongEntry where they are the same event already, and NotAllowed where one of them is in
    another partner's city.
    """

    def write() -> None:
        kept, own = _event(workspace, into)
        others = [_event(workspace, number) for number in numbers]
        others = [(event, keys) for event, keys in others if keys != own]
        if not others:
            raise _unchanged()
        for event, _keys in [(kept, own), *others]:
            check(actor, Action.EVENT_MERGE, Resource.event(workspace.project, event.city))
        merged = own.union(*(keys for _event, keys in others))
        with workspace.store.writing() as connection:
            stored.correct(connection, merged, kept, actor.code)
            ids = {"events": sorted(event.id for event, _keys in others)}
            record(
                connection, workspace, actor, AuditEntry(AuditAction.EVENT_MERGE, AuditKind.EVENT, kept.id, ids)
            )  # fmt: skip

    return effects_of(workspace, write, actor)


@requires(Action.CORRECTION_UNDO)
def undo(workspace: Workspace, correction: int, actor: Actor) -> tuple[Effect, ...]:
    """Undoes a correction, with those that were made together with it; returns the effect on each indicator.

    Raises UnknownEvent where it does not exist or was undone before, and NotAllowed for somebody else's.
    """

    def write() -> None:
        with workspace.store.writing() as connection:
            active = {row["id"]: row for row in stored.read_corrections(connection) if row["revoked_at"] is None}
            if correction not in active:
                raise UnknownEvent(_("That correction no longer exists."), hint=_("Reload the page."))
            check(actor, Action.CORRECTION_UNDO, Resource.correction(active[correction]["made_by"]))
            stored.revoke_correction(connection, correction)
            undone = AuditEntry(AuditAction.CORRECTION_UNDO, AuditKind.CORRECTION, correction)
            record(connection, workspace, actor, undone)

    return effects_of(workspace, write, actor)


def _event(workspace: Workspace, number: int) -> tuple[EventFact, frozenset[EventKey]]:
    """Returns an event as it counts and the keys of its source events, by the number of any of them."""
    index = workspace.index()
    own = event_number(index, number)
    return index.calendar.derived[own].fact, keys_of(index, own)


def _recorded(event: EventFact, other: EventFact) -> dict[str, object]:
    """Returns what the audit record says about an event. Titles are free text, so it says only that one differs; the
    correction keeps it."""
    place: dict[str, object] = {"activity": event.activity, "city": event.city, "date": event.date.isoformat()}
    return place | ({"title": "another title"} if event.title != other.title else {})


def _unchanged() -> WrongEntry:
    return WrongEntry(_("No change: the event already has these details."), hint=_("Change what is wrong, then save."))
