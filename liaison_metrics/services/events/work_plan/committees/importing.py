"""Importing the members of committees from a sheet."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.events.work_plan.committees.members import (
    MEMBERS,
    CommitteeMember,
    change_members,
    member_of,
)
from liaison_metrics.services.events.work_plan.lists.importing import (
    ListReader,
    ReadRow,
    changes_of,
    code_in,
    read_entries,
)
from liaison_metrics.services.events.work_plan.lists.sheets import ListColumns, ListRow, read_rows
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.store.records.work_plan import city_lists as stored

MEMBER_COLUMNS = ListColumns(("name", "group"), ("name", "group", "city", "since", "until"))


@requires(Action.COMMITTEE_CHANGE)
def read_members(
    workspace: Workspace, file: str, data: bytes, city: str, actor: Actor
) -> list[ReadRow[CommitteeMember]]:
    """Returns what becomes of each row of a sheet of members; nothing is stored. *city* (code) is that of rows which
    state none. Raises RefusedFile."""
    rows = read_rows(file, data, MEMBER_COLUMNS)
    reader = ListReader(MEMBERS, lambda row: _member(workspace.project, row, city), _key)
    with workspace.snapshot() as (_index, connection):
        standing = [member_of(row) for row in stored.read_list(connection, stored.MEMBER)]
    return read_entries(workspace.project, rows, reader, standing, actor)


@requires(Action.COMMITTEE_CHANGE)
def add_members(workspace: Workspace, rows: Sequence[ReadRow[CommitteeMember]], actor: Actor) -> int:
    """Adds the new members of a sheet, all or none; returns how many. Raises WrongEntry if a row is wrong, and
    NotAllowed."""
    changes = changes_of(rows)
    change_members(workspace, changes, actor)
    return len(changes.added)


def _member(project: Project, row: ListRow, city: str) -> CommitteeMember:
    return CommitteeMember(
        code_in(project, row, "city", city), code_in(project, row, "group"), row.text("name"), row.day("since"),
        row.day("until"),
    )  # fmt: skip


def _key(member: CommitteeMember) -> Hashable:
    return member.city, member.group, normal(member.name)
