"""The history of uploads: what stands and what was undone, with the way back and forth, and the originals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics import uploads
from liaison_metrics.effects import Effect
from liaison_metrics.errors import LiaisonError
from liaison_metrics.live import watch
from liaison_metrics.parties import Party
from liaison_metrics.project import Project
from liaison_metrics.texts import _
from liaison_metrics.ui import uploaded
from liaison_metrics.ui.assistant.prospect import effects_list, taken_away
from liaison_metrics.ui.assistant.words import partner_words
from liaison_metrics.ui.board import board
from liaison_metrics.ui.filters import Filters
from liaison_metrics.ui.head import label
from liaison_metrics.ui.parts import NOTHING, error_note, joined, more_lines, table_of
from liaison_metrics.ui.said import say
from liaison_metrics.uploads import UploadSummary
from liaison_metrics.workspace import Workspace


def ask_undo(workspace: Workspace, upload: UploadSummary, party: Party | None) -> None:
    """Says what undoing an upload takes away and does it when that is confirmed."""
    with st.container(border=True, key="undo_card"):
        ahead = uploads.undo_outlook(workspace, upload.id)
        board("undo_question", _undo_question(workspace.project, upload, ahead.effects))
        yes, no, _rest = st.columns([1, 1, 4])
        if party is None:
            yes.caption(_("Say above who you are."))
        elif yes.button(_("Undo it"), type="primary", width="stretch"):
            done = _("{file} is undone; the figures stand as if it had never been brought.").format(file=upload.file)
            _act(lambda: uploads.undo(workspace, upload.id, party), done)
        if no.button(_("Keep it"), width="stretch"):
            _back()


def _undo_question(project: Project, upload: UploadSummary, effects: Sequence[Effect]) -> Markup:
    return Markup('<h2>{}</h2><p class="strong">{}</p>{}<p class="muted small">{}</p>').format(
        _("Undo {file}?").format(file=upload.file),
        taken_away(project, effects),
        effects_list(project, effects),
        _("Other files keep what they say themselves. It can be brought back at any time from the history."),
    )


def detail(workspace: Workspace, upload: UploadSummary, party: Party | None) -> None:
    """Draws one upload: what is kept of it, what was said of its rows, and what can be done with it."""
    board("remarks", uploaded.remarks_card(workspace.project, upload, uploads.remarks(workspace, upload.id)))
    board("kept", _kept(workspace.project, upload, uploads.fetches(workspace, upload.id)))
    if party is None:
        return
    with st.container(horizontal=True):
        if upload.undone_at and party.may_change(upload.made_by) and st.button(_("Bring it back"), key="redo"):
            done = _("{file} is back; every figure is as it was with it.").format(file=upload.file)
            _act(lambda: uploads.redo(workspace, upload.id, party), done)
        if party.is_coordinator:
            st.download_button(
                _("Fetch the original file"),
                lambda: uploads.original(workspace, upload.id, party)[1],
                upload.file,
                help=_("It holds people’s names. That you fetch it is noted."),
                key="original",
            )


def _kept(project: Project, upload: UploadSummary, fetches: Sequence[tuple[str, datetime]]) -> Markup:
    facts = [
        (_("upload"), fmt.number(upload.id)),
        (_("brought by"), partner_words(project, upload.made_by)),
        (_("when"), fmt.moment(upload.imported_at)),
        (_("checksum (SHA-256)"), upload.checksum),
    ]
    if upload.replaces:
        facts.append((_("took the place of upload"), fmt.number(upload.replaces)))
    if upload.undone_at:
        facts.append((_("undone"), fmt.moment(upload.undone_at)))
    opened = [f"{partner_words(project, who)}, {fmt.moment(when)}" for who, when in fetches]
    facts.append((_("original opened by"), "; ".join(opened) if opened else _("nobody")))
    return Markup('<section class="card"><table class="wide"><tbody>{}</tbody></table></section>').format(
        joined(
            Markup('<tr><th scope="row" class="muted">{}</th><td class="text">{}</td></tr>').format(*f) for f in facts
        )
    )


def _act(work: Callable[[], object], done: str) -> None:
    try:
        work()
    except LiaisonError as error:
        board("history-error", error_note(error))
        return
    watch.wrote()
    say(done)
    _back()


def _back() -> None:
    st.query_params.pop("undo", None)
    st.rerun()


def history_card(project: Project, filters: Filters, found: Sequence[UploadSummary], party: Party | None) -> Markup:
    """Returns the list of uploads with who, when, what, and the way back; of a long one, its latest."""
    heading = _("Uploads")
    heads = (_("File"), _("Take back"), _("Brought by"), _("When"), _("City"), _("State"))
    figures = (_("attendances"), _("headcount"), _("not counted"), _("known"), _("rejected"))
    rows = joined(_line(project, one, party) for one in found[: filters.lines])
    return Markup('<section class="card" aria-label="{}">{}{}</section>').format(
        heading, table_of(heading, heads, figures, rows), more_lines(filters, len(found))
    )


def _line(project: Project, one: UploadSummary, party: Party | None) -> Markup:
    words, kind = uploaded.status_words(one.status)
    undo = NOTHING
    if one.undone_at:
        words, kind = _("↩ undone {ago}").format(ago=fmt.ago(one.undone_at)), "muted"
    elif party is None or party.may_change(one.made_by):
        undo = Markup('<a data-go href="?undo={}" data-at="undo-{}" aria-label="{}">{}</a>').format(
            one.id, one.id, _("Undo {file}").format(file=one.file), _("Undo")
        )
    texts = (partner_words(project, one.made_by), fmt.ago(one.imported_at),
             ", ".join(label(project, "city", code) for code in one.cities))  # fmt: skip
    numbers = (one.attendances, one.headcount, one.not_counted + one.repeated, one.already_known, one.rejected)
    return Markup(
        '<tr><th scope="row" class="text"><a data-go href="?upload={}" data-at="upload-{}">{}</a></th><td>{}</td>{}'
        '<td class="{}">{}</td>{}</tr>'
    ).format(
        one.id, one.id, one.file, undo, joined(Markup("<td>{}</td>").format(text) for text in texts), kind, words,
        joined(Markup('<td class="n">{}</td>').format(fmt.number(n)) for n in numbers),
    )  # fmt: skip


def draw_list(workspace: Workspace, filters: Filters, found: Sequence[UploadSummary], party: Party | None) -> None:
    """Draws the uploads, narrowed to a partner or a state where that is chosen."""
    project = workspace.project
    with st.container(horizontal=True):
        who = st.selectbox(
            _("Brought by"), sorted({one.made_by for one in found}), index=None, placeholder=_("all"),
            key="history-who",
            format_func=lambda code: partner_words(project, code),
        )  # fmt: skip
        states = {
            "stands": _("stands"),
            "undone": _("undone"),
            "rejected": _("with rejected rows"),
        }
        state = st.selectbox(
            _("State"), list(states), index=None, placeholder=_("all"), key="history-state",
            format_func=states.__getitem__,
        )  # fmt: skip
    kept = [
        one
        for one in found
        if (not who or one.made_by == who)
        and (state != "stands" or not one.undone_at)
        and (state != "undone" or one.undone_at)
        and (state != "rejected" or one.rejected)
    ]
    board("uploads", history_card(project, filters, kept, party))
