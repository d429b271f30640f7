"""The forms of Events: correct, merge, separate, undo, plan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events import checks, corrections, planned
from liaison_metrics.services.events.details import EventDetail
from liaison_metrics.services.events.listing import EventSummary, likely_matches
from liaison_metrics.services.events.planned import PlannedEvent
from liaison_metrics.services.intake.manual_entry import LONGEST_TITLE, MOST_PEOPLE
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import run, undo_of_new
from liaison_metrics.ui.events.decisions import undo_buttons
from liaison_metrics.ui.events.page import event_words
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.frame.words import plain


def event_forms(workspace: Workspace, actor: Actor, detail: EventDetail, others: Sequence[EventSummary]) -> None:
    """Shows the buttons that undo decisions about an event or separate what was joined, and the forms that correct it
    or merge it with another."""
    with st.container():  # a container of its own, so that changes in it move nothing below
        undo_buttons(workspace, actor, [*detail.corrections, *detail.decisions])
    if not allows(actor, Action.EVENT_CORRECT, Resource.event(workspace.project, detail.event.fact.city)):
        st.caption(_("This event is in another partner’s city. Only that partner or the coordinator can change it."))
        return
    with st.container():
        _separate_buttons(workspace, actor, detail)
    # Keep what is typed until the event changes.
    undone = sum(one.revoked_at is not None for one in detail.corrections)
    key = f"{detail.event.number}-{len(detail.corrections)}-{undone}"
    with st.expander(_("Correct this event")):
        _correct(workspace, actor, detail.event, key)
    others = [
        one for one in others if allows(actor, Action.EVENT_MERGE, Resource.event(workspace.project, one.fact.city))
    ]
    if len(others) > 1:
        with st.expander(_("Merge with another event")):
            _merge(workspace, actor, detail.event, others, key)


def _correct(workspace: Workspace, actor: Actor, event: EventSummary, key: str) -> None:
    project, fact = workspace.project, event.fact
    st.caption(
        _("The files stay as they are. Your correction is used instead, also for later uploads of the same event.")
    )
    with st.form(f"correct-{key}", border=False):
        left, right = st.columns(2)
        with left:
            title = st.text_input(_("Title"), fact.title, max_chars=LONGEST_TITLE, key=f"correct-title-{key}")
            day = st.date_input(
                _("Date"), fact.date, project.start, project.end, format=fmt.date_field(), key=f"correct-date-{key}"
            )
        with right:
            activity = _choice(
                project, _("Activity"), VocabularyKind.ACTIVITY, f"correct-activity-{key}", fact.activity
            )
            city = _choice(project, _("City"), VocabularyKind.CITY, f"correct-city-{key}", fact.city)
        submitted = st.form_submit_button(_("Save correction"), type="primary")
    if submitted:
        run(
            lambda: corrections.correct(
                workspace, event.number, actor, activity=activity, city=city, day=day, title=title
            ),
            _("Correction saved."), undo=undo_of_new(workspace, actor),
        )  # fmt: skip


def _choice(project: Project, name: str, kind: VocabularyKind, key: str, chosen: str | None = None) -> str | None:
    codes = project.codes(kind)
    return st.selectbox(
        name,
        codes,
        index=codes.index(chosen) if chosen in codes else None,
        format_func=lambda code: label(project, kind, code),
        placeholder=_("Choose …"),
        key=key,
    )


def _merge(workspace: Workspace, actor: Actor, event: EventSummary, others: Sequence[EventSummary], key: str) -> None:
    ordered = {one.number: one for one in likely_matches(event, others)}

    def words(number: int) -> str:
        other = ordered[number].fact
        return " · ".join((event_name(workspace.project, other), *event_words(workspace.project, other)))

    st.caption(_("Both are merged, with the details of the event you choose. Nobody is counted twice."))
    with st.form(f"join-{key}", border=False):
        into = st.selectbox(
            _("Event to keep"), list(ordered), index=None, format_func=words, key=f"join-into-{key}",
            placeholder=_("Choose the event to keep (likely matches first)"),
        )  # fmt: skip
        submitted = st.form_submit_button(_("Merge events"), type="primary")
    if submitted and into is not None:
        run(
            lambda: corrections.merge(workspace, [event.number], into, actor),
            _("Events merged."),
            undo=undo_of_new(workspace, actor),
        )


def _separate_buttons(workspace: Workspace, actor: Actor, detail: EventDetail) -> None:
    for fact in detail.joined:
        words = _("Separate “{title}”").format(title=plain(event_name(workspace.project, fact)))
        if st.button(words, key=f"separate-{fact.id}"):
            run(
                partial(checks.separate, workspace, fact.id, actor),
                _("Separated. They are two events now."),
                undo=undo_of_new(workspace, actor),
            )


def plan_forms(workspace: Workspace, actor: Actor, planned_events: Sequence[PlannedEvent]) -> None:
    """Shows the form that plans an event, and the one that removes planned events."""
    project = workspace.project
    own = [city.code for city in project.cities if city.code in actor.cities]
    with st.expander(_("Plan an event")):
        st.caption(_("Planned events don’t count until an attendance sheet for them is uploaded."))
        with st.form("plan", border=False, clear_on_submit=False):
            left, right = st.columns(2)
            with left:
                activity = _choice(project, _("Activity"), VocabularyKind.ACTIVITY, "plan-activity")
                day = st.date_input(
                    _("Date"), None, project.start, project.end, format=fmt.date_field(), key="plan-date"
                )  # fmt: skip
                expected = st.number_input(
                    _("Expected participants (optional)"), 1, MOST_PEOPLE, value=None, step=1, key="plan-expected"
                )
            with right:
                city = _choice(project, _("City"), VocabularyKind.CITY, "plan-city", own[0] if len(own) == 1 else None)
                title = st.text_input(_("Title (optional)"), max_chars=LONGEST_TITLE, key="plan-title")
            submitted = st.form_submit_button(_("Add to plan"), type="primary")
        if submitted and activity and city and day:
            event = EventFact(0, activity, city, day, title)
            work = partial(planned.plan, workspace, event, expected or 0, actor)
            run(work, _("Event planned."), undo=lambda number: partial(planned.remove, workspace, number, actor))
        elif submitted:
            html_block("plan-wrong", note(_("Choose activity, city and date."), "refused"))
    removable = {
        one.number: one
        for one in planned_events
        if allows(actor, Action.EVENT_REMOVE, Resource.event(project, one.city))
    }
    if removable:
        with st.expander(_("Remove a planned event")):
            _remove(workspace, actor, removable)


def _remove(workspace: Workspace, actor: Actor, removable: dict[int, PlannedEvent]) -> None:
    def words(number: int) -> str:
        one = removable[number]
        expected = ngettext("{n} expected", "{n} expected", one.expected).format(n=fmt.number(one.expected))
        return " · ".join(
            (event_name(workspace.project, one.fact), *event_words(workspace.project, one.fact), expected)
        )

    number = st.selectbox(
        _("Planned event"), list(removable), index=None, format_func=words, key="remove-plan",
        placeholder=_("Choose …"),
    )  # fmt: skip
    if st.button(_("Remove"), key="remove-plan-now", disabled=number is None) and number is not None:
        again = partial(planned.plan, workspace, removable[number].fact, removable[number].expected, actor)
        run(lambda: planned.remove(workspace, number, actor), _("Planned event removed."), undo=lambda _result: again)
