"""Each city's committee: when it was set up, which groups are in it and which are missing, and its meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.project import Project, today
from liaison_metrics.domain.promised import Committee
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.events.listing import stated_events
from liaison_metrics.services.events.work_plan.committees.members import CommitteeMember, member_of
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan import city_lists as stored

MEETING = "committee_meeting"
"""The activity whose events are the committees' meetings."""


@dataclass(frozen=True, slots=True)
class CommitteeMeeting:
    """A meeting, and the people who came (None: the actor may not see them). ``event`` is its number, 0 where the actor
    may not open it."""

    date: date
    people: int | None
    event: int


@dataclass(frozen=True, slots=True)
class CommitteeGroup:
    """How many members a committee has of a group, whether the project promised the group, and how many of its people
    came to meetings by the attendance sheets (None: the actor may not see it)."""

    code: str
    members: int
    promised: bool
    came: int | None


@dataclass(frozen=True, slots=True)
class CityCommittee:
    """The committee of a city (code): when it was set up (None: nobody said), its ``groups``, the promised ones first,
    and its ``meetings``, the earliest first."""

    city: str
    set_up: date | None
    groups: tuple[CommitteeGroup, ...]
    meetings: tuple[CommitteeMeeting, ...]

    @property
    def members(self) -> int:
        """How many members there are now."""
        return sum(one.members for one in self.groups)

    @property
    def present(self) -> tuple[str, ...]:
        """The promised groups (codes) that have a member now."""
        return tuple(one.code for one in self.groups if one.promised and one.members)

    @property
    def missing(self) -> tuple[str, ...]:
        """The promised groups (codes) that have no member now."""
        return tuple(one.code for one in self.groups if one.promised and not one.members)


@dataclass(frozen=True, slots=True)
class CommitteeSummary:
    """What a report says of a city's committee: when it was set up (None: nobody said), which promised groups (codes)
    have a member and which do not, and the number of meetings held."""

    city: str
    set_up: date | None
    present: tuple[str, ...]
    missing: tuple[str, ...]
    meetings: int


@requires(Action.COMMITTEE_READ)
def committees(workspace: Workspace, actor: Actor) -> list[CityCommittee]:
    """Returns the committees of the project file, in its order. Everybody sees the numbers of members and the days of
    meetings; people who came are for those who may see these figures. Raises NotAllowed."""
    check(actor, Action.COMMITTEE_READ)
    project = workspace.project
    with workspace.snapshot() as (index, connection):
        set_up, held = stored.read_committees(connection), meetings_held(index, project)
        members = _members_on(connection, today())
        return [
            CityCommittee(
                one.city, set_up.get(one.city), _groups(workspace, one, members, actor),
                _meetings(workspace, held, one.city, actor),
            )
            for one in project.committees
        ]  # fmt: skip


@requires(Action.COMMITTEE_READ)
def committee_summaries(workspace: Workspace, actor: Actor, as_of: date | None = None) -> list[CommitteeSummary]:
    """Returns the committees as they were on a day (today by default), without any person. Raises NotAllowed."""
    check(actor, Action.COMMITTEE_READ)
    project, found = workspace.project, []
    with workspace.snapshot() as (index, connection):
        set_up, meetings = stored.read_committees(connection), meetings_held(index, project, as_of)
        members = _members_on(connection, as_of or today())
    held = Counter(fact.city for fact in meetings)
    for one in project.committees:
        known = {member.group for member in members if member.city == one.city}
        present, missing = (tuple(g for g in one.members if (g in known) is there) for there in (True, False))
        found.append(CommitteeSummary(one.city, set_up.get(one.city), present, missing, held[one.city]))
    return found


def _members_on(connection: Connection, day: date) -> list[CommitteeMember]:
    listed = (member_of(row) for row in stored.read_list(connection, stored.MEMBER))
    return [one for one in listed if one.is_member(day)]


def _groups(
    workspace: Workspace, committee: Committee, members: Iterable[CommitteeMember], actor: Actor
) -> tuple[CommitteeGroup, ...]:
    count = Counter(one.group for one in members if one.city == committee.city)
    came = _came(workspace, committee.city, actor)
    others = sorted((count.keys() | (came or {}).keys()) - set(committee.members))
    return tuple(
        CommitteeGroup(code, count[code], code in committee.members, None if came is None else came.get(code, 0))
        for code in (*committee.members, *others)
    )


def _came(workspace: Workspace, city: str, actor: Actor) -> Mapping[str, int] | None:
    """Returns how many people of each group came to a committee's meetings, each person counted once."""
    if not allows(actor, Action.PROPERTIES_READ, Resource.figures(workspace.project, city)):
        return None
    scope = Scope(city=city, activity=MEETING)
    found = figures.groups(workspace, figures.Grouping(_city_of, ("group",)), None, scope, actor=actor)
    lines = found[city].by.get("group", ()) if city in found else ()
    return {line.code: line.reached for line in lines}


def _city_of(event: EventFact) -> str:
    return event.city


def _meetings(workspace: Workspace, held: Sequence[EventFact], city: str, actor: Actor) -> tuple[CommitteeMeeting, ...]:
    project, people = workspace.project, dict[int, int]()
    sees_people = allows(actor, Action.EXPLORE_READ, Resource.figures(project, city))
    if sees_people:
        scope = Scope(city=city, activity=MEETING)
        found = figures.events(workspace, None, scope, actor=actor)
        people = {one.event.id: one.identified + one.unidentified for one in found}
    opens = allows(actor, Action.EVENT_READ, Resource.event(project, city))
    return tuple(
        CommitteeMeeting(fact.date, people.get(fact.id, 0) if sees_people else None, fact.id if opens else 0)
        for fact in held
        if fact.city == city
    )


def meetings_held(index: IndexState, project: Project, as_of: date | None = None) -> list[EventFact]:
    """Returns the meetings of all committees that sheets state up to a day (None: today), the earliest first."""
    last = project.as_of(as_of)
    return [fact for fact in stated_events(index) if fact.activity == MEETING and fact.date <= last]
