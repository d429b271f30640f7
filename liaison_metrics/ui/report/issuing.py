"""Issuing reports, for coordinators: name one, confirm, and mark an issued one as withdrawn or replaced."""

from __future__ import annotations

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.errors import LiaisonError
from liaison_metrics.reports import issued, pack
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.words import as_of_words
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note
from liaison_metrics.ui.frame.words import plain
from liaison_metrics.ui.report import downloads
from liaison_metrics.ui.report.issued import report_words
from liaison_metrics.ui.report.request import ReportRequest, make_report

_ASKED = "report_to_issue"
"""The report that somebody is about to issue, by its request and the revision of the store, and its name."""


def show(page_request: PageRequest, request: ReportRequest, actor: Actor) -> None:
    """Shows the form that issues the current report, which asks once more, and the one that withdraws a report."""
    with st.container(key="issue"):
        _ask_name(page_request, request, actor)
    with st.expander(_("Withdraw or replace an issued report")):
        _withdraw(page_request.workspace, actor)


def _ask_name(page_request: PageRequest, request: ReportRequest, actor: Actor) -> None:
    # What is confirmed is what was asked about: other fields or a new upload start anew.
    current = (request.key, page_request.revision)
    asked: tuple[object, str] | None = st.session_state.get(_ASKED)
    if asked is not None and asked[0] == current:
        _confirm(page_request.workspace, request, asked[1], actor)
        return
    with st.form("issue-form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(_("Issue report: name"), placeholder=_("Interim report"), max_chars=120, key="issue-name")
        # The key names the report: a click on the button of the report shown before does not issue this one.
        if st.form_submit_button(_("Issue …"), key=f"issue {request.key}"):
            st.session_state[_ASKED] = current, name.strip()
            st.rerun()


def _confirm(workspace: Workspace, request: ReportRequest, name: str, actor: Actor) -> None:
    report = make_report(workspace, request, actor)
    st.markdown(
        _("Issue **{name}**? {scope}, {figures}. It gets a number and its files can’t be changed.").format(
            name=plain(name or _("no name")), scope=as_of_words(report), figures=_figures_words(report)
        )
    )
    with st.container(horizontal=True):
        if st.button(_("Issue report"), type="primary", key="issue-confirm"):
            _issue(workspace, request, name, actor)
        if st.button(_("Cancel"), key="issue-cancel"):
            del st.session_state[_ASKED]
            st.rerun()


def _figures_words(report: Report) -> str:
    if report.threshold is None:
        return _("exact figures, not for publication")
    return _("numbers below {n} hidden").format(n=fmt.number(report.threshold))


def _issue(workspace: Workspace, request: ReportRequest, name: str, actor: Actor) -> None:
    try:
        done = issued.issue(
            workspace, name, lambda: make_report(workspace, request, actor),
            lambda report: downloads.render_files(report, list(pack.FORMS)), actor,
        )  # fmt: skip
    except LiaisonError as error:
        html_block("issue_error", error_note(error))
        return
    del st.session_state[_ASKED]
    watch.wrote()
    flash(
        _("Report {number} “{name}” has been issued and can’t be changed.").format(number=done.number, name=done.name)
    )
    st.rerun()


def _withdraw(workspace: Workspace, actor: Actor) -> None:
    by_number = {one.number: one for one in archive.all_reports(workspace, actor)}
    if not by_number:
        st.text(_("No report has been issued yet."))
        return
    st.text(_("Its files stay as they are. Links and partners’ pages show the latest report that is valid."))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.selectbox(
            _("Report"), list(by_number), format_func=lambda one: report_words(by_number[one]), key="withdraw-one",
            width=320,
        )  # fmt: skip
        chosen = by_number[number]
        if chosen.withdrawn_at:
            if st.button(_("Make it valid again"), key=f"restore-{number}"):
                archive.restore(workspace, number, actor)
                _done(_("Report {number} is valid again.").format(number=number))
            return
        later = [one for one in by_number if one > number and not by_number[one].withdrawn_at]
        other = st.selectbox(
            _("Replaced by"), later, index=None, placeholder=_("no other report"),
            format_func=lambda one: report_words(by_number[one]), key=f"replaced-by-{number}", width=320,
        )  # fmt: skip
        if st.button(_("Withdraw") if other is None else _("Replace"), key=f"withdraw-{number}"):
            archive.withdraw(workspace, number, actor, other)
            _done(_("Report {number} has been withdrawn.").format(number=number))


def _done(words: str) -> None:
    watch.wrote()
    flash(words)
    st.rerun()
