"""The files and links that prove an event, what is missing of them, and the forms that add and remove them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import EvidenceKind, Project, today
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events.evidence import keeping
from liaison_metrics.services.events.evidence.checking import LARGEST_EVIDENCE, LINK
from liaison_metrics.services.events.evidence.keeping import NewEvidence
from liaison_metrics.services.events.evidence.listing import (
    KeptEvidence,
    LeftEvidence,
    evidence_of_event,
    left_evidence,
    may_change_evidence,
    missing_kinds,
)
from liaison_metrics.services.events.listing import EventSummary
from liaison_metrics.services.labels import actor_name, event_name, evidence_kind
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.events.page import event_words
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, joined, table_of


def show(page_request: PageRequest, event: EventSummary, actor: Actor | None) -> None:
    """Shows what is kept to prove an event and what is missing; to those who may change it, the forms as well."""
    workspace, number = page_request.workspace, event.number
    kept = cached_by_store(
        ("evidence", number), page_request, lambda: evidence_of_event(workspace, number, page_request.actor)
    )
    html_block("evidence", evidence_card(workspace.project, event, kept))
    if actor is None or not may_change_evidence(workspace, event.fact.city, actor):
        return
    with st.container():  # a container of its own, so that changes in it move nothing below
        with st.expander(_("Add evidence")):
            _add(workspace, actor, event, key=f"{number}-{len(kept)}")
        if kept:
            with st.expander(_("Remove evidence")):
                _remove(workspace, actor, kept, key=f"{number}-{len(kept)}")


def show_left(page_request: PageRequest, actor: Actor | None) -> None:
    """Shows the files and links whose event no sheet states any more, nothing without any."""
    workspace = page_request.workspace
    left = cached_by_store("left_evidence", page_request, lambda: left_evidence(workspace, page_request.actor))
    if not left:
        return
    html_block("left-evidence", left_card(workspace.project, left))
    own = [one.kept for one in left if may_change_evidence(workspace, one.fact.city, actor)]
    if actor is not None and own:
        with st.expander(_("Remove evidence without an event")):
            _remove(workspace, actor, own, key=f"left-{len(own)}")


def evidence_card(project: Project, event: EventSummary, kept: Sequence[KeptEvidence]) -> Markup:
    """Returns the list of what is kept to prove an event, and what is missing of what the project file asks for."""
    asked = project.evidence_asked(event.fact.activity)
    missing = missing_kinds(asked, (one.kind for one in kept))
    rows = joined(_line(project, one) for one in kept)
    heads = (_("Kind"), _("File or link"), _("Added by"), _("When"))
    table = table_of(_("Evidence"), heads, (), rows) if kept else NOTHING
    nothing = Markup('<p class="muted">{}</p>').format(_("No file or link has been added yet."))
    pack = Markup('<p class="small"><a href="audit-pack.zip?event={}" download data-at="audit-pack">{}</a></p>').format(
        event.number, _("Audit pack of this event (ZIP)")
    )
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2><span class="{}">{}</span></div>{}{}'
        "</section>"
    ).format(
        _("Evidence"), _("Evidence"), "late strong" if missing else "muted",
        _missing_words(missing, has_passed=event.fact.date < today(), asked=bool(asked)), table or nothing, pack,
    )  # fmt: skip


def _missing_words(missing: Sequence[EvidenceKind], *, has_passed: bool, asked: bool) -> str:
    if not asked:
        return ""
    kinds = fmt.names([evidence_kind(kind) for kind in missing])
    if not missing:
        return _("✔ Complete")
    return (_("▢ Missing: {kinds}") if has_passed else _("▢ Needed after the event: {kinds}")).format(kinds=kinds)


def _line(project: Project, one: KeptEvidence) -> Markup:
    return Markup(
        '<tr><td>{}</td><th scope="row" class="text">{}</th><td>{}</td><td class="nowrap">{}</td></tr>'
    ).format(evidence_kind(one.kind), _opened(one), actor_name(project, one.made_by), fmt.date_time(one.made_at))


def _opened(one: KeptEvidence) -> Markup:
    """Returns the link that opens something; openings are recorded."""
    extra = Markup(' target="_blank" rel="noopener noreferrer"') if one.form == LINK else Markup(" download")
    return Markup('<a href="evidence/{}" data-at="evidence-{}"{}>{}</a>').format(
        one.number, one.number, extra, one.name
    )  # fmt: skip


def left_card(project: Project, left: Sequence[LeftEvidence]) -> Markup:
    """Returns the list of files and links whose event no sheet states any more."""
    heading = ngettext(
        "{n} evidence file without an event", "{n} evidence files without an event", len(left)
    ).format(n=fmt.number(len(left)))  # fmt: skip
    words = _("The sheets of these events were undone. Upload one again, and its evidence stands on its page.")
    rows = joined(
        Markup(
            '<tr><td>{}</td><th scope="row" class="text">{}</th><td class="text">{}</td><td class="text">{}</td></tr>'
        ).format(
            evidence_kind(one.kept.kind), _opened(one.kept), event_name(project, one.fact),
            " · ".join(event_words(project, one.fact)),
        )
        for one in left
    )  # fmt: skip
    heads = (_("Kind"), _("File or link"), _("Event"), _("Day, city and activity"))
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2></div><p class="muted small">{}</p>{}'
        "</section>"
    ).format(heading, heading, words, table_of(heading, heads, (), rows))


def _add(workspace: Workspace, actor: Actor, event: EventSummary, key: str) -> None:
    st.caption(
        _(
            "Encrypted like uploaded sheets; each opening is recorded. Place, time and device are removed from photos, "
            "but not from other files."
        )
    )
    with st.form(f"evidence-{key}", border=False):
        kind = st.selectbox(
            _("Kind of evidence"), list(EvidenceKind), format_func=evidence_kind, index=None,
            placeholder=_("Choose …"), key=f"evidence-kind-{key}",
        )  # fmt: skip
        words = _("File: PDF, JPEG, PNG, Word, Excel, PowerPoint or OpenDocument, up to {n} MB")
        file = st.file_uploader(words.format(n=LARGEST_EVIDENCE // 1_000_000), key=f"evidence-file-{key}")
        link = st.text_input(_("Or a link (https://…)"), key=f"evidence-link-{key}")
        submitted = st.form_submit_button(_("Add evidence"), type="primary")
    if not submitted:
        return
    if kind is None or bool(file) == bool(link.strip()):
        html_block("evidence-wrong", _wrong(_("Choose a kind, and either a file or a link.")))
        return
    new = NewEvidence(kind, file.getvalue(), file.name) if file else NewEvidence(kind, link.encode())
    run(partial(keeping.add, workspace, event.number, new, actor), _("Evidence added."))


def _wrong(words: str) -> Markup:
    return Markup('<div class="note refused" role="alert">{}</div>').format(words)


def _remove(workspace: Workspace, actor: Actor, kept: Sequence[KeptEvidence], key: str) -> None:
    named = {one.number: f"{evidence_kind(one.kind)} · {one.name}" for one in kept}
    file = st.selectbox(
        _("File or link"), list(named), index=None, format_func=named.__getitem__, key=f"evidence-remove-{key}",
        placeholder=_("Choose …"),
    )  # fmt: skip
    sure = st.checkbox(_("Remove it for good. It cannot be brought back."), key=f"evidence-sure-{key}")
    clicked = st.button(_("Remove evidence"), disabled=file is None or not sure, key=f"evidence-remove-now-{key}")
    if clicked and file is not None:
        run(partial(keeping.remove, workspace, file, actor), _("Evidence removed."))
