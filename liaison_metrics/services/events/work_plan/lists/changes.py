"""Changing a list: entries are added, changed and removed together, each in a city that the actor may change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Table

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import Place, UnknownLine, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan.city_lists import RowChanges, change_list, read_list
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LONGEST_TEXT = 200
"""Characters of a name, a skill or a source: longer texts are sentences in the wrong place."""


class ListEntry(Protocol):
    """An entry of a list, in a city."""

    @property
    def city(self) -> str:
        """The code of its city."""


Entry = TypeVar("Entry", bound=ListEntry)


@dataclass(frozen=True, slots=True)
class ListChanges(Generic[Entry]):
    """Entries to add, new entries in place of others, given by their numbers, and the numbers of those to remove."""

    added: Sequence[Entry] = ()
    changed: Mapping[int, Entry] = field(default_factory=dict)
    removed: Collection[int] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class ListKind(Generic[Entry]):
    """One of the lists: its table, the action that changes it, how an entry is stored, what is wrong with one, and what
    the audit record counts of a city's entries."""

    table: Table
    action: Action
    audited: AuditAction
    row_of: Callable[[Entry], Row]
    problems: Callable[[Project, Entry], Iterable[WrongEntry]]
    counted: Callable[[Iterable[Row]], Mapping[str, int]]


def apply_changes(
    connection: Connection, workspace: Workspace, kind: ListKind[Any], changes: ListChanges[Any], actor: Actor
) -> None:
    """Makes the changes and records for each city how many entries there were and are.

    Raises WrongEntry for an entry that cannot be, UnknownLine where one to change or remove is gone, and NotAllowed
    where one is in another partner's city.
    """
    entries = [*changes.added, *changes.changed.values()]
    for problem in (one for entry in entries for one in kind.problems(workspace.project, entry)):
        raise problem
    before = {row["id"]: row for row in read_list(connection, kind.table)}
    touched = {*changes.changed, *changes.removed}
    if not touched <= before.keys():
        raise UnknownLine(_("Somebody removed a line that you changed."), hint=_("Reload the page and try again."))
    cities = {entry.city for entry in entries} | {before[number]["city"] for number in touched}
    for city in sorted(cities):
        check(actor, kind.action, Resource.work(city))
    rows = RowChanges(
        [kind.row_of(one) for one in changes.added],
        {number: kind.row_of(one) for number, one in changes.changed.items()},
        changes.removed,
    )
    change_list(connection, kind.table, rows, actor.code)
    after = read_list(connection, kind.table)
    for city in sorted(cities):
        counts = (kind.counted(row for row in found if row["city"] == city) for found in (before.values(), after))
        record(connection, workspace, actor, AuditEntry(kind.audited, AuditKind.CITY, city, *counts))


def text_problem(text: str, column: str, *, needed: bool = False) -> WrongEntry | None:
    """Returns what is wrong with the text of a field, given by the name of its column; None if nothing is."""
    if needed and not text:
        return WrongEntry(
            _("“{column}” is empty.").format(column=column), hint=_("Fill it in."), place=Place(column=column)
        )
    if len(text) > LONGEST_TEXT:
        return WrongEntry(
            _("“{column}” is too long.").format(column=column),
            hint=_("Shorten it to {n} characters.").format(n=LONGEST_TEXT), place=Place(column=column),
        )  # fmt: skip
    return None


def choice_problem(code: str, allowed: Collection[str], column: str) -> WrongEntry | None:
    """Returns that a code is none of those allowed, None if it is one."""
    if code in allowed:
        return None
    return WrongEntry(
        _("“{column}” is missing, or unknown.").format(column=column), hint=_("Choose one from the list."),
        place=Place(column=column),
    )  # fmt: skip


def one_line(text: str) -> str:
    """Returns a text on one line, without spaces around it."""
    return " ".join(text.split())
