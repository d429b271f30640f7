"""The members of committees: organisations or people, encrypted in the store, each with its group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from liaison_metrics.domain.project import Project, VocabularyKind, today
from liaison_metrics.errors import Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.work_plan.lists.changes import (
    ListChanges,
    ListKind,
    apply_changes,
    choice_problem,
    one_line,
    text_problem,
)
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan import city_lists as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class CommitteeMember:
    """A member of a city's committee: its name, its group, and the days of joining and leaving (None: not stated).
    ``number`` is 0 before it is stored."""

    city: str
    group: str
    name: str
    since: date | None = None
    until: date | None = None
    number: int = 0

    def is_member(self, day: date) -> bool:
        """Returns whether this is a member on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@requires(Action.MEMBER_READ)
def members(workspace: Workspace, actor: Actor) -> list[CommitteeMember]:
    """Returns the members of all committees, also those who left, in the order in which they were added. Raises
    NotAllowed."""
    check(actor, Action.MEMBER_READ)
    with workspace.snapshot() as (_index, connection):
        return [member_of(row) for row in stored.read_list(connection, stored.MEMBER)]


@requires(Action.COMMITTEE_CHANGE)
def change_members(workspace: Workspace, changes: ListChanges[CommitteeMember], actor: Actor) -> None:
    """Adds, changes and removes members, all or none.

    Raises WrongEntry for a member that cannot be, UnknownLine for one that is gone, and NotAllowed where one is in
    another partner's city.
    """
    with workspace.store.writing() as connection:
        apply_changes(connection, workspace, MEMBERS, changes, actor)


@requires(Action.COMMITTEE_CHANGE)
def set_up_committee(workspace: Workspace, city: str, day: date | None, actor: Actor) -> None:
    """Sets the day on which the committee of a city was set up (None: not yet).

    Raises WrongEntry for a day that is still to come or a city without a committee, and NotAllowed where it is another
    partner's city.
    """
    check(actor, Action.COMMITTEE_CHANGE, Resource.work(city))
    if wrong := choice_problem(city, [one.city for one in workspace.project.committees], _("City")):
        raise wrong
    if day is not None and day > today():
        raise WrongEntry(
            _("A committee can’t have been set up in the future."), hint=_("Enter the day once it is set up."),
            place=Place(column=_("Set up on")),
        )  # fmt: skip
    with workspace.store.writing() as connection:
        before = stored.read_committees(connection).get(city)
        stored.set_up_committee(connection, city, day, actor.code)
        changed = AuditEntry(
            AuditAction.COMMITTEE_CHANGE, AuditKind.CITY, city, {"set_up": str(before or "")},
            {"set_up": str(day or "")},
        )  # fmt: skip
        record(connection, workspace, actor, changed)


def member_of(row: Row) -> CommitteeMember:
    """Returns a stored member."""
    return CommitteeMember(row["city"], row["group"], row["name"], row["since"], row["until"], row["id"])


def _row_of(member: CommitteeMember) -> Row:
    return {
        "city": member.city, "group": member.group, "name": one_line(member.name), "since": member.since,
        "until": member.until,
    }  # fmt: skip


def member_problems(project: Project, member: CommitteeMember) -> Iterator[WrongEntry]:
    """Yields what is wrong with a member, the field in ``place.column``."""
    found = (
        choice_problem(member.city, project.codes(VocabularyKind.CITY), _("City")),
        choice_problem(member.group, project.codes(VocabularyKind.GROUP), _("Group")),
        text_problem(one_line(member.name), _("Name"), needed=True),
    )
    yield from (one for one in found if one)
    if member.since and member.until and member.until < member.since:
        yield WrongEntry(
            _("“{until}” is before “{since}”.").format(until=_("Until"), since=_("Since")),
            hint=_("Correct one of the two days."), place=Place(column=_("Until")),
        )  # fmt: skip


def _counted(rows: Iterable[Row]) -> dict[str, int]:
    return dict(sorted(Counter(row["group"] for row in rows).items()))


MEMBERS = ListKind(
    stored.MEMBER, Action.COMMITTEE_CHANGE, AuditAction.COMMITTEE_CHANGE, _row_of, member_problems, _counted
)
