"""Decisions about people, each with a button that undoes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.people import deciding
from liaison_metrics.services.people.decided import Contradiction
from liaison_metrics.services.people.deciding import DecidedPair
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import UndoOf, run
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note

MOST = 50
"""Decisions in the list: those that new sheets contradict, then the latest."""


def undo_of_new(workspace: Workspace, actor: Actor) -> UndoOf:
    """Returns what undoes the decisions that are made from now on."""
    before = {one.number for one in deciding.decisions(workspace, actor)}

    def undo(_result: object) -> Callable[[], object] | None:
        new = [one.number for one in deciding.decisions(workspace, actor) if one.number not in before]
        return partial(deciding.undo, workspace, new, actor) if new else None

    return undo


def show(page_request: PageRequest, actor: Actor | None, decided: Sequence[DecidedPair]) -> None:
    """Shows the decisions in force, with a note where new sheets contradict some."""
    if not decided:
        return
    against = sum(one.contradicted is not None for one in decided)
    if against:
        words = ngettext(
            "New sheets contradict {n} decision. See “Decisions”.",
            "New sheets contradict {n} decisions. See “Decisions”.",
            against,
        )
        html_block("people-against", note(words.format(n=fmt.number(against)), "refused"))
    with st.expander(_("Decisions ({n})").format(n=fmt.number(len(decided)))):
        for one in decided[:MOST]:
            with st.container(horizontal=True, vertical_alignment="center", key=f"person-decision-{one.number}"):
                st.text(_words(page_request.workspace, one))
                if actor is not None and st.button(_("Undo"), type="tertiary", key=f"undo-person-{one.number}"):
                    work = partial(deciding.undo, page_request.workspace, [one.number], actor)
                    run(work, _("Decision undone."))


def _words(workspace: Workspace, one: DecidedPair) -> str:
    what = {
        PersonDecisionKind.SAME: _("Same person"),
        PersonDecisionKind.DIFFERENT: _("Different people"),
        PersonDecisionKind.LATER: _("Later"),
    }[one.kind]
    people = fmt.names(list(dict.fromkeys((*one.a, *one.b)))) or _("no sheet names them now")
    against = {
        None: "",
        Contradiction.BIRTHS: _("A new sheet states another birth date."),
        Contradiction.CONTACT: _("A new sheet states one e-mail address or phone number for both."),
    }[one.contradicted]
    made = _("{who}, {when}").format(who=actor_name(workspace.project, one.made_by), when=fmt.ago(one.made_at))
    return " · ".join(filter(None, (what, people, made, against)))
