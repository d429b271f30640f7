"""Importing deliverables from a sheet: each line is shown with what becomes of it, then all are changed, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import LiaisonError, Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.events.work_plan.deliverables import (
    DeliverableEntry,
    check_change,
    check_entry,
    read_entries,
)
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.tables.lists.deliverable_lists import DeliverableLine, read_deliverable_list
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.sheets.words.lists import deliverable_states, normal
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class ReadDeliverable:
    """A line of a list: its row, the deliverable as it will be (None: the line is wrong), and whether that differs from
    before. ``column`` and ``why`` (message and hint) say what is wrong."""

    row: int
    entry: DeliverableEntry | None
    changed: bool = False
    column: str = ""
    why: tuple[str, str] = ("", "")


@requires(Action.WORK_PLAN_READ)
def read_list(workspace: Workspace, file: str, data: bytes, actor: Actor) -> list[ReadDeliverable]:
    """Returns what becomes of each line of a list of deliverables; nothing is stored. What the list does not say stays
    as it is. Raises RefusedFile, and NotAllowed."""
    check(actor, Action.WORK_PLAN_READ)
    with workspace.snapshot() as (_index, connection):
        standing = read_entries(connection, workspace.project)
    return list(_read(workspace.project, read_deliverable_list(file, data), standing, actor))


def _read(
    project: Project, lines: list[DeliverableLine], standing: Mapping[str, DeliverableEntry], actor: Actor
) -> Iterator[ReadDeliverable]:
    seen: set[str] = set()
    for line in lines:
        try:
            before = standing[_code(project, line)]
            if before.code in seen:
                raise _wrong(line, "code", _("{code} stands twice.").format(code=before.code), _("Keep one line."))
            seen.add(before.code)
            entry = _entry(project, line, before)
            check_entry(project, entry)
            check_change(before, entry, actor)
        except LiaisonError as error:
            column = error.place.column
            yield ReadDeliverable(line.row, None, column=column, why=(error.message, error.hint))
        else:
            yield ReadDeliverable(line.row, entry, entry != before)


def _code(project: Project, line: DeliverableLine) -> str:
    code, title = line.text("code"), line.text("title")
    for one in project.deliverables:
        titles = [normal(words) for _language, words in one.titles]
        if normal(one.code) in (normal(code), normal(title)) or (not code and normal(title) in titles):
            return one.code
    codes = ", ".join(one.code for one in project.deliverables)
    column = "code" if code or "title" not in line.cells else "title"
    raise _wrong(
        line, column, _("There is no deliverable “{code}”.").format(code=code or title),
        _("Codes are: {codes}.").format(codes=codes),
    )  # fmt: skip


def _entry(project: Project, line: DeliverableLine, before: DeliverableEntry) -> DeliverableEntry:
    return replace(
        before,
        owner=_owner(project, line) if line.text("owner") else before.owner,
        due=_due(line) if line.text("due") else before.due,
        state=_state(line) if line.text("state") else before.state,
        link=line.text("link") or before.link,
    )


def _owner(project: Project, line: DeliverableLine) -> str:
    stated = normal(line.text("owner"))
    for partner in project.partners:
        if stated in (normal(partner.code), normal(partner.name)):
            return partner.code
    names = ", ".join(partner.name for partner in project.partners)
    message = _("There is no partner “{code}”.").format(code=line.text("owner"))
    raise _wrong(line, "owner", message, _("Partners are: {names}.").format(names=names))


def _due(line: DeliverableLine) -> date:
    stated = read_date(line.cells["due"], serials=True)
    day = stated.in_order(DateOrder.DAY_FIRST) if stated else None
    if day is None:
        message = _("“{text}” is no date.").format(text=line.text("due"))
        raise _wrong(line, "due", message, _("Write it as 2021-12-31 or 31.12.2021."))
    return day


def _state(line: DeliverableLine) -> WorkState:
    stated = normal(line.text("state"))
    code = deliverable_states().get(stated) or stated.replace(" ", "_")
    if code not in set(WorkState):
        message = _("“{text}” is no state.").format(text=line.text("state"))
        raise _wrong(line, "state", message, _("States are: not started, in work, in review, published."))
    return WorkState(code)


def _wrong(line: DeliverableLine, column: str, message: str, hint: str) -> WrongEntry:
    return WrongEntry(message, hint=hint, place=Place(row=line.row, column=line.headers.get(column, column)))
