"""The skills that organisations and communities offer and seek, as recorded at workshops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.events.listing import readable_cities, stated_events
from liaison_metrics.services.events.work_plan.lists.changes import (
    ListChanges,
    ListKind,
    apply_changes,
    choice_problem,
    one_line,
    text_problem,
)
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillMatch, SkillSide, matches
from liaison_metrics.services.workspace.audit.recording import AuditAction
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan import city_lists as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class SkillCounts:
    """How many skills are offered and sought in a city (code), and for how many of those sought somebody offers it."""

    city: str
    offered: int
    sought: int
    matched: int


@requires(Action.SKILL_READ)
def skills(workspace: Workspace, actor: Actor) -> list[Skill]:
    """Returns the skills of all cities, in the order in which they were added. Raises NotAllowed."""
    check(actor, Action.SKILL_READ)
    with workspace.snapshot() as (_index, connection):
        return _skills_of(workspace, stored.read_list(connection, stored.SKILL))


@requires(Action.SKILL_READ)
def teachers(workspace: Workspace, actor: Actor) -> list[SkillMatch]:
    """Returns who could teach whom: for each skill sought those who offer it, in the same city first. Raises
    NotAllowed."""
    return matches(skills(workspace, actor), workspace.project.codes(VocabularyKind.CITY))


@requires(Action.MAPPING_READ)
def skill_counts(workspace: Workspace, actor: Actor) -> list[SkillCounts]:
    """Returns how many skills each city offers and seeks, for everybody: numbers name nobody. Raises NotAllowed."""
    check(actor, Action.MAPPING_READ)
    codes = workspace.project.codes(VocabularyKind.CITY)
    with workspace.snapshot() as (_index, connection):
        found = _skills_of(workspace, stored.read_list(connection, stored.SKILL))
    sides = Counter((one.city, one.side) for one in found)
    matched = Counter(city for city, _number in {(one.sought.city, one.sought.number) for one in matches(found, codes)})
    return [
        SkillCounts(city, sides[city, SkillSide.OFFERED], sides[city, SkillSide.SOUGHT], matched[city])
        for city in codes
    ]


@requires(Action.SKILL_CHANGE)
def change_skills(workspace: Workspace, changes: ListChanges[Skill], actor: Actor) -> None:
    """Adds, changes and removes skills, all or none.

    Raises WrongEntry for one that cannot be, UnknownLine for one that is gone, and NotAllowed where one is in another
    partner's city.
    """
    with workspace.snapshot() as (index, _connection):
        city_of = {fact.id: fact.city for fact in stated_events(index)}
    for one in (*changes.added, *changes.changed.values()):
        if one.event and city_of.get(one.event) != one.city:
            raise WrongEntry(
                _("This event is not in the city."), hint=_("Choose an event of the same city, or none."),
                place=Place(column=_("Event")),
            )  # fmt: skip
    with workspace.store.writing() as connection:
        apply_changes(connection, workspace, SKILLS, changes, actor)


@requires(Action.EVENT_READ)
def workshops(workspace: Workspace, actor: Actor) -> list[EventFact]:
    """Returns the events at which a skill can have been recorded, in the cities whose events the actor may see, the
    latest first."""
    cities = readable_cities(workspace.project, actor)
    with workspace.snapshot() as (index, _connection):
        return [fact for fact in reversed(stated_events(index)) if fact.city in cities]


def _skills_of(workspace: Workspace, rows: Iterable[Row]) -> list[Skill]:
    """Returns stored skills. An event that no sheet states any more is left out."""
    with workspace.snapshot() as (index, _connection):
        stated = {fact.id for fact in stated_events(index)}
        event_of = index.calendar.event_of
    found = ((skill_of(row), event_of.get(row["event_id"] or 0, 0)) for row in rows)
    return [replace(skill, event=event if event in stated else 0) for skill, event in found]


def skill_of(row: Row) -> Skill:
    """Returns a stored skill, with the source event at which it was recorded."""
    return Skill(
        row["city"], row["side"], row["skill"], row["community"], row["organisation"], row["event_id"] or 0, row["id"]
    )


def _row_of(one: Skill) -> Row:
    return {
        "city": one.city, "side": str(one.side), "skill": one_line(one.skill), "community": one.community,
        "organisation": one_line(one.organisation), "event_id": one.event or None,
    }  # fmt: skip


def _problems(project: Project, one: Skill) -> Iterator[WrongEntry]:
    known = [code for code in project.codes(VocabularyKind.COMMUNITY) if code != NOT_STATED]
    found = (
        choice_problem(one.city, project.codes(VocabularyKind.CITY), _("City")),
        choice_problem(one.side, list(SkillSide), _("Offered or sought")),
        text_problem(one_line(one.skill), _("Skill"), needed=True),
        text_problem(one_line(one.organisation), _("Organisation")),
        choice_problem(one.community, ["", *known], _("Community")),
    )
    yield from (problem for problem in found if problem)
    if bool(one.community) == bool(one_line(one.organisation)):
        yield WrongEntry(
            _("A skill is one organisation’s or one community’s."),
            hint=_("Fill in the organisation or the community, not both."), place=Place(column=_("Organisation")),
        )  # fmt: skip


def _counted(rows: Iterable[Row]) -> dict[str, int]:
    return dict(sorted(Counter(row["side"] for row in rows).items()))


SKILLS = ListKind(stored.SKILL, Action.SKILL_CHANGE, AuditAction.SKILL_CHANGE, _row_of, _problems, _counted)
