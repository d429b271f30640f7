"""The form that makes an audit pack: of chosen events, or of a random sample."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events.evidence.listing import may_change_evidence
from liaison_metrics.services.events.evidence.packing import MOST_PACKED
from liaison_metrics.services.events.listing import EventSummary
from liaison_metrics.services.labels import event_name, every, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.events.page import event_words
from liaison_metrics.ui.frame.html import html_block

_SAMPLE = 10
"""Events in a sample, unless somebody asks for others: a usual first sample of an auditor."""

_SEEDS = 1_000_000
"""Seeds to suggest: short enough to be read out on the telephone."""


def show(workspace: Workspace, actor: Actor, events: Sequence[EventSummary]) -> None:
    """Shows the form that makes an audit pack of some of these events, to those who may make one."""
    project = workspace.project
    own = {one.number: one for one in events if may_change_evidence(workspace, one.fact.city, actor)}
    if not own:
        return
    with st.expander(_("Audit pack for the funder")):
        st.caption(
            _(
                "One archive with each event’s page, its rows without names, its sheets and evidence, digests and an "
                "index. The sheets hold names: keep it safe. Each pack is recorded."
            )
        )
        chosen = st.multiselect(
            _("Chosen events"), list(own), format_func=lambda number: _words(project, own[number]),
            placeholder=_("None: draw a random sample"), max_selections=MOST_PACKED, key="audit-chosen",
        )  # fmt: skip
        query = [("event", str(number)) for number in chosen] or _sample(project, list(own.values()))
        link = Markup('<p><a href="audit-pack.zip?{}" download data-at="audit-pack">{}</a></p>')
        html_block("audit-pack", link.format(urlencode(query), _("Download the audit pack (ZIP)")))


def _sample(project: Project, events: Sequence[EventSummary]) -> list[tuple[str, str]]:
    """Shows the fields of a random sample; returns its part of the address."""
    if "audit-seed" not in st.session_state:
        st.session_state["audit-seed"] = 1 + secrets.randbelow(_SEEDS)
    cities = [code for code in project.codes(VocabularyKind.CITY) if any(one.fact.city == code for one in events)]
    left, right = st.columns(2)
    with left:
        size = st.number_input(_("Events in the sample"), 1, MOST_PACKED, _SAMPLE, key="audit-size")
        city = _choice(project, _("City"), VocabularyKind.CITY, cities)
    with right:
        seed = st.number_input(
            _("Seed"), 1, step=1, key="audit-seed", help=_("The same seed draws the same events again.")
        )
        activities = project.codes(VocabularyKind.ACTIVITY)
        activity = _choice(project, _("Activity"), VocabularyKind.ACTIVITY, activities)
    chosen = [("city", city or ""), ("activity", activity or "")]
    return [("sample", str(size)), ("seed", str(seed)), *((name, code) for name, code in chosen if code)]


def _choice(project: Project, name: str, kind: VocabularyKind, codes: Sequence[str]) -> str | None:
    return st.selectbox(
        name, codes, index=None, format_func=lambda code: label(project, kind, code), placeholder=every(kind),
        key=f"audit-{kind}",
    )  # fmt: skip


def _words(project: Project, event: EventSummary) -> str:
    return " · ".join((event_name(project, event.fact), *event_words(project, event.fact)))
