"""Decisions about events, each with a button that undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events import checks, corrections
from liaison_metrics.services.events.history import Correction, Decision, decided
from liaison_metrics.services.labels import actor_name, event_name
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.events.page import event_words
from liaison_metrics.ui.events.record import decision_kind, decision_words, quoted
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.words import plain

MOST = 50
"""Decisions in the list, the latest first. Older ones stand on the pages of their events."""


def show(page_request: PageRequest, actor: Actor | None) -> None:
    """Shows the corrections and decisions in use, the latest first."""
    workspace = page_request.workspace
    all_corrections, all_decisions = cached_by_store(
        "decisions", page_request, lambda: decided(workspace, page_request.actor)
    )
    in_use: list[Correction | Decision] = [one for one in all_corrections if one.holds]
    in_use += [one for one in all_decisions if one.revoked_at is None]
    in_use.sort(key=lambda one: one.made_at, reverse=True)
    if not in_use:
        return
    with st.expander(_("Decisions ({n})").format(n=fmt.number(len(in_use)))):
        for one in in_use[:MOST]:
            _line(workspace, actor, one)


def _line(workspace: Workspace, actor: Actor | None, one: Correction | Decision) -> None:
    kind = "decision" if isinstance(one, Decision) else "correction"
    with st.container(horizontal=True, vertical_alignment="center", key=f"{kind}-{one.number}"):
        made = _("{who}, {when}").format(who=actor_name(workspace.project, one.made_by), when=fmt.ago(one.made_at))
        st.text(f"{_words(workspace.project, one)} · {made}")
        if allows(actor, Action.CORRECTION_UNDO, Resource.correction(one.made_by)):
            undo_button(workspace, actor, one, _("Undo"))


def _words(project: Project, one: Correction | Decision) -> str:
    if isinstance(one, Decision):
        return " · ".join((decision_words(one), *event_words(project, one.about)[:2]))
    titles = list(dict.fromkeys(one.events))
    if len(titles) > 1:
        return " · ".join(
            (_("Same event: {events}").format(events=quoted(titles)), *event_words(project, one.truth)[:2])
        )
    return _("Corrected to {event}").format(
        event=" · ".join((quoted([event_name(project, one.truth)]), *event_words(project, one.truth)))
    )


def undo_button(workspace: Workspace, actor: Actor | None, one: Correction | Decision, words: str) -> None:
    """Shows the button that undoes a correction or a decision; the caller has checked that the actor may."""
    service = checks.undo if isinstance(one, Decision) else corrections.undo
    done = _("Decision undone.") if isinstance(one, Decision) else _("Correction undone.")
    kind = "decision" if isinstance(one, Decision) else "correction"
    if actor is not None and st.button(plain(words), type="tertiary", key=f"undo-{kind}-{one.number}"):
        run(partial(service, workspace, one.number, actor), done)


def undo_buttons(workspace: Workspace, actor: Actor, of_event: Sequence[Correction | Decision]) -> None:
    """Shows a button for each correction and decision in use that the actor may undo."""
    active = [
        one
        for one in of_event
        if (one.revoked_at is None if isinstance(one, Decision) else one.holds)
        and allows(actor, Action.CORRECTION_UNDO, Resource.correction(one.made_by))
    ]
    several = len([one for one in active if isinstance(one, Correction)]) > 1
    for one in active:
        if isinstance(one, Decision):
            words = _("Undo the decision “{decision}”").format(decision=decision_kind(one.kind))
        elif several:
            words = _("Undo the correction of {when}").format(when=fmt.date_time(one.made_at))
        else:
            words = _("Undo this correction")
        undo_button(workspace, actor, one, words)
