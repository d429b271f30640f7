"""The cards and forms of Committees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind, today
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events.work_plan.committees.committees import (
    CityCommittee,
    CommitteeGroup,
    CommitteeMeeting,
)
from liaison_metrics.services.events.work_plan.committees.importing import add_members, read_members
from liaison_metrics.services.events.work_plan.committees.members import (
    CommitteeMember,
    change_members,
    set_up_committee,
)
from liaison_metrics.services.labels import label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, folded, joined, note, table_of
from liaison_metrics.ui.work_plan.editing import (
    ListForm,
    SheetImport,
    choice_column,
    day_of,
    edit_list,
    import_form,
    own_cities,
)


def committees_line(committees: Sequence[CityCommittee]) -> str:
    """Returns how many committees are set up, and how many have all groups."""
    whole = sum(not one.missing for one in committees)
    return _("{n} of {all} set up · {whole} with all groups").format(
        n=fmt.number(sum(one.set_up is not None for one in committees)), all=fmt.number(len(committees)),
        whole=fmt.number(whole),
    )  # fmt: skip


def committees_cards(
    project: Project, committees: Sequence[CityCommittee], members: Sequence[CommitteeMember] | None
) -> Markup:
    """Returns a card for each committee; *members* are those of all of them, None for whoever may not see them."""
    cards = joined(_card(project, one, _own(members, one.city)) for one in committees)
    told = NOTHING if members is not None else note(_("Who the members are is for the project’s partners."), "info")
    return Markup('<div class="stack">{}<div class="pair">{}</div></div>').format(told, cards)


def _own(members: Sequence[CommitteeMember] | None, city: str) -> list[CommitteeMember] | None:
    return None if members is None else [one for one in members if one.city == city]


def _card(project: Project, one: CityCommittee, members: Sequence[CommitteeMember] | None) -> Markup:
    city = label(project, "city", one.city)
    set_up = _("set up on {day}").format(day=fmt.day(one.set_up)) if one.set_up else _("not set up yet")
    return Markup(
        '<section class="card" aria-label="{}" data-at="committee-{}"><div class="row"><h2>{}</h2><span class="{}">{}'
        "</span></div>{}{}{}{}</section>"
    ).format(
        city, one.city, city, "" if one.set_up else "late", set_up, _missing(project, one), _groups(project, one),
        _meetings(project, one), _members(project, members),
    )  # fmt: skip


def _missing(project: Project, one: CityCommittee) -> Markup:
    promised = len(one.present) + len(one.missing)
    if not one.missing:
        words = _("All {n} groups have a member.").format(n=fmt.number(promised))
        return Markup('<p class="good hint">✓ {}</p>').format(words)
    names = fmt.names([fmt.noun(label(project, "group", code)) for code in one.missing])
    words = _("Still missing: {groups}.").format(groups=names)
    return Markup('<p class="late hint">▲ {}</p>').format(words)


def _groups(project: Project, one: CityCommittee) -> Markup:
    sees = any(group.came is not None for group in one.groups)
    figures = (_("members"), *((HeadCell(_("came to meetings"), "apart"),) if sees else ()))
    rows = joined(_group(project, group) for group in one.groups)
    name = _("{city}: members by group").format(city=label(project, "city", one.city))
    return table_of(name, (_("Group"),), figures, rows, "compact")


def _group(project: Project, group: CommitteeGroup) -> Markup:
    came = NOTHING if group.came is None else Markup('<td class="n apart">{}</td>').format(fmt.number(group.came))
    return Markup('<tr><th scope="row" class="text">{}</th><td class="n lead{}">{}</td>{}</tr>').format(
        label(project, "group", group.code), " late" if group.promised and not group.members else "",
        fmt.number(group.members), came,
    )  # fmt: skip


def _meetings(project: Project, one: CityCommittee) -> Markup:
    if not one.meetings:
        return Markup('<p class="muted hint">{}</p>').format(_("No meeting held yet: no attendance sheet states one."))
    count = ngettext("{n} meeting held", "{n} meetings held", len(one.meetings)).format(n=fmt.number(len(one.meetings)))
    items = joined(Markup("<li>{}</li>").format(_meeting(meeting)) for meeting in one.meetings)
    last = _("the last on {day}").format(day=fmt.day(one.meetings[-1].date))
    return folded(f"{count}, {last}", Markup('<ul class="small">{}</ul>').format(items))


def _meeting(meeting: CommitteeMeeting) -> Markup:
    day: str | Markup = fmt.day(meeting.date)
    if meeting.event:
        link = Markup('<a data-go href="events?event={}" data-at="meeting-{}">{}</a>')
        day = link.format(meeting.event, meeting.event, day)
    if meeting.people is None:
        return Markup("{}").format(day)
    people = ngettext("{n} person", "{n} people", meeting.people).format(n=fmt.number(meeting.people))
    return Markup("{} · {}").format(day, people)


def _members(project: Project, members: Sequence[CommitteeMember] | None) -> Markup:
    if not members:
        return NOTHING
    items = joined(
        Markup("<li>{}</li>").format(" · ".join((one.name, label(project, "group", one.group), *_time(one))))
        for one in members
    )
    words = ngettext("{n} line in the list", "{n} lines in the list", len(members)).format(n=fmt.number(len(members)))
    return folded(words, Markup('<ul class="small">{}</ul>').format(items))


def _time(member: CommitteeMember) -> tuple[str, ...]:
    since = _("since {day}").format(day=fmt.day(member.since)) if member.since else ""
    until = _("until {day}").format(day=fmt.day(member.until)) if member.until else ""
    return tuple(filter(None, (since, until)))


def committee_forms(workspace: Workspace, actor: Actor, members: Sequence[CommitteeMember]) -> None:
    """Shows the forms that change the committees of the actor's cities: set up, members, and a sheet of members."""
    project = workspace.project
    cities = own_cities(project, Action.COMMITTEE_CHANGE, actor)
    if not cities:
        return
    own = [one for one in members if one.city in cities]
    form = _member_form(project, cities)
    with st.expander(_("Change members")):
        edit_list(form, ((one.number, replace(one, number=0)) for one in own), partial(_save, workspace, actor))
    with st.expander(_("Import members from a sheet")):
        needs = _("The sheet needs the columns organisation (or name) and group. City, since and until are optional.")
        sheet: SheetImport[CommitteeMember] = SheetImport(
            lambda file, data, city: read_members(workspace, file, data, city, actor),
            lambda rows: add_members(workspace, rows, actor), needs,
        )  # fmt: skip
        import_form(form, project, cities, sheet)
    with st.expander(_("Say when a committee was set up")):
        _set_up(workspace, actor, cities)


def _save(workspace: Workspace, actor: Actor, changes: Any) -> None:
    change_members(workspace, changes, actor)


def _member_form(project: Project, cities: Sequence[str]) -> ListForm[CommitteeMember]:
    columns: Mapping[str, Any] = {
        "name": st.column_config.TextColumn(_("Organisation or name"), max_chars=200, width="large"),
        "group": choice_column(project, _("Group"), VocabularyKind.GROUP),
        "city": choice_column(project, _("City"), VocabularyKind.CITY, cities),
        "since": st.column_config.DateColumn(_("Since"), format=fmt.date_field()),
        "until": st.column_config.DateColumn(_("Until"), format=fmt.date_field()),
    }
    return ListForm(
        "members", columns,
        lambda one: {"name": one.name, "group": one.group, "city": one.city, "since": one.since, "until": one.until},
        lambda cells: _member(cities, cells),
        lambda one: (one.name, label(project, "group", one.group), label(project, "city", one.city), *_time(one)),
    )  # fmt: skip


def _member(cities: Sequence[str], cells: Mapping[str, Any]) -> CommitteeMember:
    only = cities[0] if len(cities) == 1 else ""
    return CommitteeMember(
        cells["city"] or only, cells["group"] or "", cells["name"] or "", day_of(cells["since"]), day_of(cells["until"])
    )


def _set_up(workspace: Workspace, actor: Actor, cities: Sequence[str]) -> None:
    project = workspace.project
    with st.form("set-up", border=False):
        city = st.selectbox(
            _("City"), cities, index=0 if len(cities) == 1 else None, key="set-up-city",
            format_func=lambda code: label(project, "city", code), placeholder=_("Choose …"),
        )  # fmt: skip
        day = st.date_input(_("Set up on"), None, project.start, today(), format=fmt.date_field(), key="set-up-day")
        submitted = st.form_submit_button(_("Save"), type="primary")
    if submitted and city:
        run(lambda: set_up_committee(workspace, city, day, actor), _("Saved."))
