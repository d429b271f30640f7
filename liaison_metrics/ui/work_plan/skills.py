"""The cards and forms of Communities and skills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events.work_plan.skills.city_lists import (
    CityLists,
    holder_words,
    offering_words,
    side_words,
    where_words,
)
from liaison_metrics.services.events.work_plan.skills.communities import (
    FIRST_YEAR,
    LARGEST_COMMUNITY,
    MappedCommunity,
    add_communities,
    change_communities,
    read_communities,
)
from liaison_metrics.services.events.work_plan.skills.importing import add_skills, read_skill_rows
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillMatch, SkillSide
from liaison_metrics.services.events.work_plan.skills.skills import SkillCounts, change_skills, workshops
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, joined, note, table_of
from liaison_metrics.ui.work_plan.editing import (
    ListForm,
    SheetImport,
    choice_column,
    edit_list,
    import_form,
    own_cities,
)

MOST_MATCHES = 200
"""Matches that are shown: who reads more looks for one skill."""


def skills_line(lists: CityLists) -> str:
    """Returns the numbers of communities and of skills."""
    found = len(lists.communities)
    return _("{communities} · skills: {offered} offered, {sought} sought").format(
        communities=ngettext("{n} community", "{n} communities", found).format(n=fmt.number(found)),
        offered=fmt.number(sum(one.offered for one in lists.counts)),
        sought=fmt.number(sum(one.sought for one in lists.counts)),
    )


def skills_cards(project: Project, lists: CityLists) -> Markup:
    """Returns the cards of communities, of skills, and of who could teach whom."""
    told = NOTHING
    if lists.skills is None:
        told = note(_("Sources, and who offers and seeks skills, are for the project’s partners."), "info")
    parts = [_communities(project, lists), _counts(project, lists.counts)]
    if lists.skills is not None and lists.teachers is not None:
        parts += [_teachers(project, lists.teachers), _skills(project, lists.skills)]
    return Markup('<div class="stack">{}{}</div>').format(told, joined(parts))


def _section(title: str, body: Markup, aside: str = "") -> Markup:
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2>{}</h2><span>{}</span></div>{}</section>'
    ).format(title, title, aside, body)


def _communities(project: Project, lists: CityLists) -> Markup:
    title = _("Communities in each city")
    if not lists.communities:
        return _section(title, Markup('<p class="muted">{}</p>').format(_("No community is mapped yet.")))
    partners = lists.skills is not None
    heads = (_("City"), _("Community"), *((_("Source"), _("Associations")) if partners else ()))
    rows = joined(_community(project, one, partners=partners) for one in lists.communities)
    return _section(title, table_of(title, heads, (HeadCell(_("year"), "apart"), _("people")), rows, "compact"))


def _community(project: Project, one: MappedCommunity, *, partners: bool) -> Markup:
    texts = joined(Markup('<td class="text">{}</td>').format(text) for text in (one.source, one.associations))
    return Markup(
        '<tr><th scope="row" class="nowrap">{}</th><td class="text">{}</td>{}<td class="n apart">{}</td>'
        '<td class="n lead">{}</td></tr>'
    ).format(
        label(project, "city", one.city), label(project, "community", one.community), texts if partners else NOTHING,
        one.year or "", _size(one),
    )  # fmt: skip


def _size(one: MappedCommunity) -> str | Markup:
    if one.size:
        return fmt.number(one.size)
    return Markup('<span class="muted">{}</span>').format(_("hidden") if one.size_hidden else "–")


def _counts(project: Project, counts: Sequence[SkillCounts]) -> Markup:
    title = _("Skills in each city")
    rows = joined(
        Markup(
            '<tr><th scope="row" class="nowrap">{}</th><td class="n">{}</td><td class="n">{}</td>'
            '<td class="n">{}</td></tr>'
        ).format(label(project, "city", one.city), *map(fmt.number, (one.offered, one.sought, one.matched)))
        for one in counts
    )
    told = Markup('<p class="muted small hint">{}</p>').format(
        _("Sought and found: skills sought that somebody in any of the cities offers.")
    )
    return _section(
        title, told + table_of(title, (_("City"),), (_("Offered"), _("Sought"), _("Sought and found")), rows)
    )


def _teachers(project: Project, found: Sequence[SkillMatch]) -> Markup:
    title = _("Who could teach whom")
    told = Markup('<p class="muted small hint">{}</p>').format(
        _(
            "A skill that one seeks and another offers, in the same city first. The words must be the same; capitals, "
            "accents and punctuation do not matter. Words that are only alike are not matched."
        )
    )
    if not found:
        return _section(title, told + Markup("<p>{}</p>").format(_("No skill sought is offered by the same word yet.")))
    rows = joined(_match(project, one) for one in found[:MOST_MATCHES])
    heads = (_("Skill"), _("Sought by"), _("Offered by"), _("Where"))
    count = ngettext("{n} match", "{n} matches", len(found)).format(n=fmt.number(len(found)))
    return _section(title, told + table_of(title, heads, (), rows, "compact"), count)


def _match(project: Project, one: SkillMatch) -> Markup:
    return Markup(
        '<tr><th scope="row" class="text">{}</th><td class="text">{}</td><td class="text">{}</td>'
        '<td class="nowrap {}">{}</td></tr>'
    ).format(
        one.sought.skill, holder_words(project, one.sought), offering_words(project, one),
        "good" if one.same_city else "", where_words(one),
    )  # fmt: skip


def _skills(project: Project, skills: Sequence[Skill]) -> Markup:
    title = _("Skills offered and sought")
    if not skills:
        return _section(title, Markup('<p class="muted">{}</p>').format(_("No skill is recorded yet.")))
    rows = joined(
        Markup(
            '<tr><th scope="row" class="text">{}</th><td class="text">{}</td><td class="nowrap">{}</td></tr>'
        ).format(one.skill, holder_words(project, one), side_words(one.side))
        for one in sorted(skills, key=lambda one: (fmt.sort_key(one.skill), one.side))
    )
    return _section(title, table_of(title, (_("Skill"), _("By whom"), _("Offered or sought")), (), rows, "compact"))


def skills_forms(workspace: Workspace, actor: Actor, lists: CityLists) -> None:
    """Shows the forms that change communities and skills of the actor's cities, in place and from sheets."""
    project = workspace.project
    cities = own_cities(project, Action.MAPPING_CHANGE, actor)
    if not cities:
        return
    form = _community_form(project, cities)
    with st.expander(_("Change communities")):
        own = [(one.number, replace(one, number=0)) for one in lists.communities if one.city in cities]
        edit_list(form, own, lambda changes: change_communities(workspace, changes, actor))
    with st.expander(_("Import communities from a sheet")):
        needs = _("The sheet needs the column community. City, size, year, source and associations are optional.")
        communities: SheetImport[MappedCommunity] = SheetImport(
            lambda file, data, city: read_communities(workspace, file, data, city, actor),
            lambda rows: add_communities(workspace, rows, actor), needs,
        )  # fmt: skip
        import_form(form, project, cities, communities)
    _skill_forms(workspace, actor, lists.skills or (), cities)


def _skill_forms(workspace: Workspace, actor: Actor, skills: Sequence[Skill], cities: Sequence[str]) -> None:
    project = workspace.project
    form = _skill_form(project, cities, workshops(workspace, actor))
    with st.expander(_("Change skills")):
        own = [(one.number, replace(one, number=0)) for one in skills if one.city in cities]
        edit_list(form, own, lambda changes: change_skills(workspace, changes, actor))
    with st.expander(_("Import skills from a sheet")):
        needs = _(
            "The sheet needs the columns skill and “offered or sought”, and organisation or community. City and event "
            "are optional."
        )
        sheet: SheetImport[Skill] = SheetImport(
            lambda file, data, city: read_skill_rows(workspace, file, data, city, actor),
            lambda rows: add_skills(workspace, rows, actor), needs,
        )  # fmt: skip
        import_form(form, project, cities, sheet)


def _community_form(project: Project, cities: Sequence[str]) -> ListForm[MappedCommunity]:
    only = cities[0] if len(cities) == 1 else ""
    columns: Mapping[str, Any] = {
        "community": _community_column(project),
        "city": choice_column(project, _("City"), VocabularyKind.CITY, cities),
        "size": st.column_config.NumberColumn(_("Size"), min_value=1, max_value=LARGEST_COMMUNITY, step=1),
        "year": st.column_config.NumberColumn(_("Year"), min_value=FIRST_YEAR, step=1, format="%d"),
        "source": st.column_config.TextColumn(_("Source"), max_chars=200),
        "associations": st.column_config.TextColumn(_("Associations"), max_chars=200),
    }
    return ListForm(
        "communities", columns,
        lambda one: {name: getattr(one, name) or None for name in columns},
        lambda cells: MappedCommunity(
            cells["city"] or only, cells["community"] or "", _whole(cells["size"]), _whole(cells["year"]),
            cells["source"] or "", cells["associations"] or "",
        ),
        lambda one: (
            label(project, "community", one.community), label(project, "city", one.city),
            fmt.number(one.size) if one.size else "", one.source,
        ),
    )  # fmt: skip


def _skill_form(project: Project, cities: Sequence[str], events: Sequence[EventFact]) -> ListForm[Skill]:
    only = cities[0] if len(cities) == 1 else ""
    named = {fact.id: f"{event_name(project, fact)}, {label(project, 'city', fact.city)}" for fact in events}
    columns: Mapping[str, Any] = {
        "skill": st.column_config.TextColumn(_("Skill"), max_chars=200),
        "side": st.column_config.SelectboxColumn(
            _("Offered or sought"), options=list(SkillSide), format_func=lambda side: side_words(str(side))
        ),
        "organisation": st.column_config.TextColumn(_("Organisation"), max_chars=200),
        "community": _community_column(project),
        "city": choice_column(project, _("City"), VocabularyKind.CITY, cities),
        "event": st.column_config.SelectboxColumn(
            _("Recorded at"), options=list(named), format_func=lambda number: named.get(int(number), "")
        ),
    }
    return ListForm(
        "skills", columns,
        lambda one: {name: getattr(one, name) or None for name in columns},
        lambda cells: Skill(
            cells["city"] or only, cells["side"] or "", cells["skill"] or "", cells["community"] or "",
            cells["organisation"] or "", _whole(cells["event"]) or 0,
        ),
        lambda one: (one.skill, side_words(one.side), holder_words(project, one)),
    )  # fmt: skip


def _community_column(project: Project) -> Any:
    codes = [code for code in project.codes(VocabularyKind.COMMUNITY) if code != NOT_STATED]
    return choice_column(project, _("Community"), VocabularyKind.COMMUNITY, codes)


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
