"""Planning several events at once: from pasted cells, a sheet, or a calendar (ICS)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.access.refusals import refusal
from liaison_metrics.services.events.planned import PlannedEvent, planned, recorded
from liaison_metrics.services.intake.manual_entry import MOST_PEOPLE, event_problems
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.events.calendars import read_calendar
from liaison_metrics.sheets.events.plans import PlannedRow, read_plan
from liaison_metrics.sheets.model import Hints
from liaison_metrics.store import events as stored
from liaison_metrics.store.uploads import Row

CALENDAR_SUFFIXES = (".ics", ".ical", ".ifb")
_CALENDAR_BEGINS = b"BEGIN:VCALENDAR"


class LineState(StrEnum):
    """What becomes of a line of a plan."""

    NEW = "new"
    MOVED = "moved"
    """A calendar's event that was planned before, with other details."""

    CANCELLED = "cancelled"
    """A calendar's event that was planned before, and will not take place."""

    KNOWN = "known"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of a plan: its row, the ``event`` (None where it can't be told), how many people are ``expected`` (0: the
    plan doesn't say), and what becomes of it. ``why`` are the message and the hint about a wrong one, ``replaces`` the
    number of the planned event that it moves or cancels, ``key`` by which a calendar knows it again."""

    row: int
    event: EventFact | None
    expected: int
    state: LineState
    why: tuple[str, str] = ("", "")
    replaces: int = 0
    key: str = ""


@requires(Action.EVENT_PLAN)
def read_lines(workspace: Workspace, file: str, data: bytes, hints: Hints, actor: Actor) -> list[PlanLine]:
    """Returns the lines of a plan and what becomes of each; nothing is stored. *hints* give activity and city where the
    plan doesn't. Raises RefusedFile."""
    is_calendar = file.lower().endswith(CALENDAR_SUFFIXES) or data.lstrip()[: len(_CALENDAR_BEGINS)] == _CALENDAR_BEGINS
    read = read_calendar if is_calendar else read_plan
    rows = read(file, data, workspace.project, hints)
    return list(_lines(workspace.project, rows, planned(workspace, actor), actor))


def _lines(
    project: Project, rows: Sequence[PlannedRow], plans: Sequence[PlannedEvent], actor: Actor
) -> Iterator[PlanLine]:
    known = {_place(plan.fact) for plan in plans}
    by_key = {plan.key: plan for plan in plans if plan.key}
    for row in rows:
        if row.event is None:
            yield PlanLine(row.row, None, row.expected, LineState.WRONG, row.why)
            continue
        stated = row.event
        event = EventFact(0, stated.activity, stated.city, stated.date, " ".join(stated.title.split()))
        expected, before = min(row.expected, MOST_PEOPLE), by_key.get(row.key)
        why = next(_problems(project, event, actor), ("", ""))
        if why[0]:
            yield PlanLine(row.row, event, expected, LineState.WRONG, why)
        elif row.cancelled and not before:
            continue
        elif row.cancelled and before:
            yield PlanLine(row.row, event, expected, LineState.CANCELLED, replaces=before.number)
        elif _place(event) in known:
            yield PlanLine(row.row, event, expected, LineState.KNOWN)
        else:
            state = LineState.MOVED if before else LineState.NEW
            expected = expected or (before.expected if before else 0)
            yield PlanLine(row.row, event, expected, state, ("", ""), before.number if before else 0, row.key)
            known.add(_place(event))


def _place(event: EventFact) -> tuple[object, ...]:
    return event.activity, event.city, event.date, title_key(event.title)


def _problems(project: Project, event: EventFact, actor: Actor) -> Iterator[tuple[str, str]]:
    if not allows(actor, Action.EVENT_PLAN, Resource.event(project, event.city)):
        yield refusal(Action.EVENT_PLAN)
    for problem in event_problems(project, event):
        yield problem.message, problem.hint


@requires(Action.EVENT_PLAN)
def add_lines(workspace: Workspace, lines: Sequence[PlanLine], actor: Actor) -> list[int]:
    """Plans the new events of some lines, and moves or removes those that a calendar changed, all or none; returns the
    numbers of the planned events. Raises NotAllowed where one is in another partner's city."""
    used = [one for one in lines if one.event and one.state not in (LineState.KNOWN, LineState.WRONG)]
    for one in used:
        check(actor, Action.EVENT_PLAN, Resource.event(workspace.project, one.event.city))  # type: ignore[union-attr]
    added: list[int] = []
    with workspace.store.writing() as connection:
        standing = {row["id"]: row for row in stored.read_planned(connection)}
        for one in used:
            if one.replaces in standing:
                before = standing[one.replaces]
                check(actor, Action.EVENT_REMOVE, Resource.event(workspace.project, before["city"]))
                stored.remove_planned(connection, one.replaces)
                removed = AuditEntry(
                    AuditAction.EVENT_REMOVE, AuditKind.PLANNED_EVENT, one.replaces, before=recorded(before)
                )
                record(connection, workspace, actor, removed)
            if one.state is not LineState.CANCELLED:
                row = _row(one)
                number = stored.plan(connection, row, actor.code)
                made = AuditEntry(AuditAction.EVENT_PLAN, AuditKind.PLANNED_EVENT, number, after=recorded(row))
                record(connection, workspace, actor, made)
                added.append(number)
    return added


def _row(line: PlanLine) -> Row:
    event = line.event
    assert event is not None
    return {
        "activity": event.activity, "city": event.city, "date": event.date, "title": event.title,
        "expected": line.expected, "key": line.key,
    }  # fmt: skip
