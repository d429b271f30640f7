"""Importing skills from a sheet."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.events.work_plan.lists.importing import (
    ListReader,
    ReadRow,
    changes_of,
    code_in,
    read_entries,
)
from liaison_metrics.services.events.work_plan.lists.sheets import ListColumns, ListRow, read_rows, word_meaning
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillSide, skill_key
from liaison_metrics.services.events.work_plan.skills.skills import (
    SKILLS,
    change_skills,
    skill_of,
    workshops,
)
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from liaison_metrics.store.records.work_plan import city_lists as stored
from liaison_metrics.texts import _

SKILL_COLUMNS = ListColumns(("skill", "side"), ("skill", "side", "community", "organisation", "city", "event"))


@requires(Action.SKILL_CHANGE)
def read_skill_rows(workspace: Workspace, file: str, data: bytes, city: str, actor: Actor) -> list[ReadRow[Skill]]:
    """Returns what becomes of each row of a sheet of skills; nothing is stored. *city* (code) is that of rows which
    state none. Raises RefusedFile."""
    rows = read_rows(file, data, SKILL_COLUMNS)
    events = {(fact.city, title_key(fact.title)): fact.id for fact in workshops(workspace, actor) if fact.title}
    reader = ListReader(SKILLS, lambda row: _read(workspace.project, row, city, events), _key)
    with workspace.snapshot() as (_index, connection):
        standing = [skill_of(row) for row in stored.read_list(connection, stored.SKILL)]
    return read_entries(workspace.project, rows, reader, standing, actor)


@requires(Action.SKILL_CHANGE)
def add_skills(workspace: Workspace, rows: Sequence[ReadRow[Skill]], actor: Actor) -> int:
    """Adds the new skills of a sheet, all or none; returns how many. Raises WrongEntry if a row is wrong, and
    NotAllowed."""
    changes = changes_of(rows)
    change_skills(workspace, changes, actor)
    return len(changes.added)


def _read(project: Project, row: ListRow, city: str, events: Mapping[tuple[str, str], int]) -> Skill:
    where, side = code_in(project, row, "city", city), word_meaning("side", row.text("side"))
    if not side:
        raise row.wrong("side", _("Write “offered” or “sought”."))
    community, organisation = _holder(project, row)
    event = events.get((where, title_key(row.text("event"))), 0)
    if row.text("event") and not event:
        raise row.wrong("event", _("Write the title of an event of the city, as on Events, or nothing."))
    return Skill(where, SkillSide(side), row.text("skill"), community, organisation, event)


def _holder(project: Project, row: ListRow) -> tuple[str, str]:
    """Returns the community (code) and the organisation of a row. A column for both holds a community where its word is
    exactly one."""
    community, organisation = code_in(project, row, "community"), row.text("organisation")
    if organisation and not community:
        code = vocabulary_of(project).exact(VocabularyKind.COMMUNITY, organisation)
        return (code, "") if code else ("", organisation)
    return community, organisation


def _key(one: Skill) -> Hashable:
    return one.city, one.side, skill_key(one.skill), one.community, normal(one.organisation)
