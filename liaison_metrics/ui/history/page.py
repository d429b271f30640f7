"""The content of History: all uploads, their details, undo and redo, and the original files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.services.uploads import History, State, UploadSummary
from liaison_metrics.texts import _, ngettext, pgettext
from liaison_metrics.ui import address
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, Head, HeadCell, joined, more_lines, table_of
from liaison_metrics.ui.history import rejected, results, undo


def confirm_undo(request: PageRequest, upload: UploadSummary, actor: Actor | None) -> None:
    """Shows what undoing the upload in the address would remove, and undoes it on confirmation."""
    with st.container(border=True, key="undo_card"):
        if undo.confirm(request, upload, actor, "history") is not None:
            _close_dialog()


def show_detail(request: PageRequest, upload: UploadSummary, actor: Actor | None) -> None:
    """Shows one upload: its rows with remarks, its facts, and the actions that the actor may take."""
    workspace = request.workspace
    remarks = uploads.remarks(workspace, upload.id, rejected.MOST, actor=request.actor)
    html_block("remarks", results.remarks_card(workspace.project, upload, remarks))
    html_block("kept", _facts_card(request, upload, uploads.fetches(workspace, upload.id, request.actor)))
    if actor is None:
        return
    resource = Resource.upload(upload.made_by)
    with st.container(horizontal=True):
        may_redo = upload.undone_at and allows(actor, Action.UPLOAD_REDO, resource)
        if may_redo and st.button(_("Redo upload"), key=f"redo-{upload.id}"):
            with st.spinner(_("Reading the original file again")):
                back = undo.redo(workspace, upload, actor, "history")
            if back:
                _close_dialog()
        if allows(actor, Action.ORIGINAL_DOWNLOAD, resource) and uploads.keeps_original(workspace, upload.id, actor):
            st.download_button(
                _("Download original"),
                lambda: uploads.original(workspace, upload.id, actor)[1],
                upload.file,
                help=_("Contains names; downloads are logged."),
                key=f"original-{upload.id}",
            )


def _close_dialog() -> None:
    address.drop("undo")
    st.rerun()


def _facts_card(request: PageRequest, upload: UploadSummary, fetches: Sequence[tuple[str, datetime]]) -> Markup:
    project = request.workspace.project
    facts = [
        (_("upload"), fmt.number(upload.id)),
        (_("uploaded by"), actor_name(project, upload.made_by)),
        (_("when"), fmt.date_time(upload.imported_at)),
        (_("checksum (SHA-256)"), upload.checksum),
    ]
    if upload.replaces:
        facts.append((_("replaces upload"), fmt.number(upload.replaces)))
    if upload.undone_at:
        facts.append((_("undone"), fmt.date_time(upload.undone_at)))
    if uploads.keeps_original(request.workspace, upload.id, request.actor):
        downloads = [f"{actor_name(project, who)}, {fmt.date_time(when)}" for who, when in fetches]
        opened = _("opened by {who}").format(who=fmt.clauses(downloads)) if downloads else _("never opened")
        facts.append((_("original"), opened))
    else:
        facts.append((_("original"), _("not kept: uploaded before originals were stored")))
    return Markup('<section class="card"><table class="wide"><tbody>{}</tbody></table></section>').format(
        joined(
            Markup('<tr><th scope="row" class="muted">{}</th><td class="text">{}</td></tr>').format(*f) for f in facts
        )
    )


def show_list(request: PageRequest, uploaders: Sequence[str], actor: Actor | None) -> None:
    """Shows the latest uploads, with filters for uploader, state and file name."""
    project, filters = request.workspace.project, request.filters
    states: dict[State, str] = {
        "active": _("active"),
        "undone": _("undone"),
        "rejected": _("with rejected rows"),
        "questions": _("with unanswered questions"),
    }
    with st.container(horizontal=True):
        words = st.text_input(_("File"), placeholder=_("Name or number"), key="history-words", width=280)
        who = st.selectbox(
            _("Uploaded by"), uploaders, index=None, placeholder=pgettext("persons", "All"),
            key="history-who", format_func=lambda code: actor_name(project, code), width=280,
        )  # fmt: skip
        state = st.selectbox(
            _("State"), list(states), index=None, placeholder=pgettext("states", "All"), key="history-state",
            format_func=states.__getitem__, width=280,
        )  # fmt: skip
    choice = uploads.UploadChoice(who, state, words)
    history = uploads.history(request.workspace, filters.lines, choice, actor=request.actor)
    html_block("uploads", _card(project, filters, history, actor))


def _card(project: Project, filters: Filters, history: History, actor: Actor | None) -> Markup:
    heading = ngettext("{n} upload", "{n} uploads", history.total).format(n=fmt.number(history.total))
    heads = (_("File"), _("Undo"), HeadCell(_("Uploaded by"), "apart"), _("When"), _("City"), _("State"))
    figures: list[Head] = [
        _("attendances"),
        *(
            HeadCell(words, "apart")
            for words in (_("headcount"), _("not counted"), _("already known"), _("rejected"), _("unanswered"))
        ),
    ]
    rows = joined(_line(project, one, actor, history.followers.get(one.id)) for one in history.latest)
    table = table_of(heading, heads, figures, rows, "compact") if history.total else _no_upload()
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2 data-says>{}</h2></div>{}{}</section>'
    ).format(heading, heading, table, more_lines(filters, history.total))


def _no_upload() -> Markup:
    return Markup('<p class="muted">{}</p>').format(_("No uploads match."))


def _redo_link(one: UploadSummary) -> Markup:
    """Returns the link to where an undone upload can be redone."""
    if not one.undone_at:
        return NOTHING
    return Markup('<a data-go href="?upload={}" data-at="redo-{}" data-to="upload" aria-label="{}">{}</a>').format(
        one.id, one.id, _("Redo {file}").format(file=one.file), _("Redo")
    )


def _line(project: Project, one: UploadSummary, actor: Actor | None, follower: int | None) -> Markup:
    words, kind = results.state_words(one)
    about = [_("upload {number}").format(number=one.id)]
    if one.replaces:
        about.append(_("replaces upload {number}").format(number=one.replaces))
    if one.undone_at and follower:
        about.append(_("replaced by upload {number}").format(number=follower))
    cities = ", ".join(label(project, "city", code) for code in one.cities)
    others = (*results.figures_of(one)[1:], one.questions)
    counted = "muted" if one.undone_at else ""  # nothing of it counts
    return Markup(
        '<tr><th scope="row" class="file"><a data-go href="?upload={}" data-at="upload-{}" data-to="upload">{}</a>'
        '<span class="wide-only"><br><span class="muted">{}</span></span></th><td>{}</td><td class="apart">{}</td>'
        '<td class="nowrap" title="{}">{}</td><td>{}</td>'
        '<td class="nowrap {}">{}</td>{}{}</tr>'
    ).format(
        one.id, one.id, one.file, " · ".join(about), _redo_link(one) or results.undo_link(one, actor),
        actor_name(project, one.made_by), fmt.date_time(one.imported_at), fmt.ago(one.imported_at), cities,
        kind, words, results.people_cell(one, counted),
        joined(Markup('<td class="n apart {}">{}</td>').format(counted, fmt.number(n)) for n in others),
    )  # fmt: skip
