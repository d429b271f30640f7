"""The study's mapping and the skills of all cities, or of one: all of it, or what everybody may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows, check, requires
from liaison_metrics.services.events.work_plan.skills.communities import (
    MappedCommunity,
    communities,
    largest_first,
    without_texts,
)
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillMatch, SkillSide
from liaison_metrics.services.events.work_plan.skills.skills import SkillCounts, skill_counts, skills, teachers
from liaison_metrics.services.labels import label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class CityLists:
    """Communities and numbers of skills; ``skills`` and who could teach whom (``teachers``) are None where they are not
    to be read, because they can name people."""

    communities: Sequence[MappedCommunity] = ()
    counts: Sequence[SkillCounts] = ()
    skills: Sequence[Skill] | None = None
    teachers: Sequence[SkillMatch] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no community is mapped and no skill is recorded."""
        return not self.communities and not any(one.offered or one.sought for one in self.counts)


@requires(Action.MAPPING_READ)
def city_lists(workspace: Workspace, actor: Actor, city: str | None = None) -> CityLists:
    """Returns the communities and skills of a city (code; None: of all), as far as the actor may read them. Who could
    teach whom are those who seek a skill in the city, and those who offer it anywhere. Raises NotAllowed."""
    check(actor, Action.MAPPING_READ)
    partner = allows(actor, Action.SKILL_READ)
    with workspace.snapshot():
        return CityLists(
            [one for one in communities(workspace, actor) if city in (None, one.city)],
            [one for one in skill_counts(workspace, actor) if city in (None, one.city)],
            [one for one in skills(workspace, actor) if city in (None, one.city)] if partner else None,
            [one for one in teachers(workspace, actor) if city in (None, one.sought.city)] if partner else None,
        )


def for_everybody(lists: CityLists, least: int) -> CityLists:
    """Returns the lists without what can name people, and without the sizes of communities of fewer people than
    *least*."""
    shown = [without_texts(one, least) for one in lists.communities]
    cities = list(dict.fromkeys(one.city for one in shown))
    return replace(lists, communities=largest_first(shown, cities), skills=None, teachers=None)


def holder_words(project: Project, one: Skill) -> str:
    """Returns who offers or seeks a skill, and where."""
    who = label(project, "community", one.community) if one.community else one.organisation
    return f"{who}, {label(project, 'city', one.city)}"


def offering_words(project: Project, one: SkillMatch) -> str:
    """Returns who offers the skill of a match, and how they write it where they write it otherwise."""
    also = "" if one.same_spelling else _("written “{word}”").format(word=one.offered.skill)
    return " · ".join(filter(None, (holder_words(project, one.offered), also)))


def where_words(one: SkillMatch) -> str:
    """Returns whether both of a match are in one city."""
    return _("same city") if one.same_city else _("another city")


def side_words(side: str) -> str:
    """Returns whether a skill is offered or sought."""
    return _("offered") if side == SkillSide.OFFERED else _("sought")
