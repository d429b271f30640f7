"""Demonstration data beside sheets: deliverables, committees, communities and skills. No real people are in them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import cycle

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.events.work_plan.committees.members import (
    CommitteeMember,
    change_members,
    set_up_committee,
)
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.pieces import places, set_piece_state
from liaison_metrics.services.events.work_plan.skills.communities import MappedCommunity, change_communities
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillSide
from liaison_metrics.services.events.work_plan.skills.skills import change_skills, workshops
from liaison_metrics.services.events.work_plan.versions import NewSignatory, NewVersion, add_signatory, add_version
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan import made_up

STATES = (WorkState.PUBLISHED, WorkState.IN_REVIEW, WorkState.PUBLISHED, WorkState.IN_WORK)
"""The states of deliverables in turn."""

SKILLS = ("Sewing", "Web pages", "Calligraphy", "Bicycle repair", "Bookkeeping", "Drumming", "Vegetable gardening")
CLUBS = ("Made-up choir", "Made-up library", "Made-up sports club", "Made-up kitchen", "Made-up workshop")
SEED = 20200204


@requires(Action.DEMONSTRATION_ADD)
def add_made_up_work_plan(workspace: Workspace, communities: Mapping[str, Sequence[str]], actor: Actor) -> None:
    """Adds a made-up work plan to a store where nobody has entered one, with these *communities* (codes) of each city
    (code). Raises NotAllowed."""
    check(actor, Action.DEMONSTRATION_ADD)
    with workspace.store.reading() as connection:
        if not made_up.is_empty(connection):
            return
    chance = random.Random(SEED)
    _deliverables(workspace, actor)
    _pieces(workspace, actor)
    _committees(workspace, actor, chance)
    _mapping(workspace, communities, actor, chance)
    _skills(workspace, communities, actor, chance)
    with workspace.store.writing() as connection:
        made_up.mark_all(connection)


def _deliverables(workspace: Workspace, actor: Actor) -> None:
    """Adds the deliverables: due one after the other, the last one signed."""
    project = workspace.project
    listed, partners = project.deliverables, [one.code for one in project.partners]
    step = (project.end - project.start) // (2 * max(1, len(listed)))
    entries = []
    for number, one in enumerate(listed):
        due = project.end - (len(listed) - 1 - number) * step - timedelta(days=14)
        state = STATES[number % len(STATES)]
        link = f"https://example.org/{one.code}" if state is WorkState.PUBLISHED else ""
        entries.append(DeliverableEntry(one.code, partners[number % len(partners)], due, state, link))
    change_deliverables(workspace, entries, actor)
    for entry in entries:
        if entry.due is None or entry.state is WorkState.IN_WORK:
            continue
        text = f"{entry.code}: made up, for the demonstration.\n".encode()
        draft = NewVersion("0.9", entry.due - timedelta(days=60), "For comments", f"{entry.code}-draft.txt", text)
        add_version(workspace, entry.code, draft, actor)
        if entry.state is WorkState.PUBLISHED:
            final = NewVersion("1.0", entry.due - timedelta(days=5), "Final", f"{entry.code}.txt", text)
            add_version(workspace, entry.code, final, actor)
    if entries and (due_last := entries[-1].due):
        for partner in project.partners[:3]:
            signed = NewSignatory(partner.name, "Made-up person", due_last - timedelta(days=3))
            add_signatory(workspace, entries[-1].code, signed, actor)


def _pieces(workspace: Workspace, actor: Actor) -> None:
    """Says how far pieces of work are: all done but the last one."""
    found = places(workspace.project)
    for place in found:
        state = WorkState.IN_WORK if place == found[-1] else WorkState.PUBLISHED
        set_piece_state(workspace, place, state, actor)


def _committees(workspace: Workspace, actor: Actor, chance: random.Random) -> None:
    """Sets up all committees but the last, which lacks a group."""
    project, members = workspace.project, list[CommitteeMember]()
    for number, one in enumerate(project.committees, 1):
        last = number == len(project.committees)
        day = project.start + timedelta(days=chance.randint(60, 150))
        if not last:
            set_up_committee(workspace, one.city, day, actor)
        for group in one.members[: -1 if last else None]:
            kind, city = project.label(VocabularyKind.GROUP, group), project.label(VocabularyKind.CITY, one.city)
            for member in range(1, chance.randint(2, 3)):
                members.append(CommitteeMember(one.city, group, f"Made-up {kind.lower()} {member}, {city}", day))
    change_members(workspace, ListChanges(members), actor)


def _mapping(
    workspace: Workspace, communities: Mapping[str, Sequence[str]], actor: Actor, chance: random.Random
) -> None:
    project, mapped = workspace.project, list[MappedCommunity]()
    known = project.codes(VocabularyKind.COMMUNITY)
    for city, found in communities.items():
        for code in found if city in project.codes(VocabularyKind.CITY) else ():
            if code in known and code != "local":
                name = project.label(VocabularyKind.COMMUNITY, code)
                size = chance.randint(3, 90) * 100
                source, association = "Made-up town statistics", f"Made-up {name} association"
                mapped.append(MappedCommunity(city, code, size, project.start.year, source, association))
    change_communities(workspace, ListChanges(mapped), actor)


def _skills(
    workspace: Workspace, communities: Mapping[str, Sequence[str]], actor: Actor, chance: random.Random
) -> None:
    """Records skills at workshops, in each city some that are offered and some that are sought."""
    project, recorded = workspace.project, list[Skill]()
    known = project.codes(VocabularyKind.COMMUNITY)
    at = {fact.city: fact.id for fact in workshops(workspace, actor) if fact.activity == "skill_transfer_workshop"}
    for city, club in zip(project.codes(VocabularyKind.CITY), cycle(CLUBS), strict=False):
        own = [code for code in communities.get(city, ()) if code in known and code != "local"]
        first, *others = chance.sample(SKILLS, 3)
        for number, skill in enumerate((first, *others, first)):
            side = SkillSide.OFFERED if number % 2 else SkillSide.SOUGHT
            community = chance.choice(own) if own and number < 2 else ""
            organisation = "" if community else club
            recorded.append(Skill(city, side.value, skill, community, organisation, at.get(city, 0)))
    change_skills(workspace, ListChanges(recorded), actor)
