"""The texts of the report, for coordinators: one for each indicator in the quarter of the report's day."""

from __future__ import annotations

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.errors import LiaisonError
from liaison_metrics.reports.model import Report
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.figures.narrative.report_texts import (
    LONGEST_TEXT,
    keep_report_text,
    placeholder_words,
    report_texts,
)
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note
from liaison_metrics.ui.frame.words import plain


def show(workspace: Workspace, report: Report, actor: Actor) -> None:
    """Shows a field for the text on each indicator in the quarter of the report's day."""
    period = Quarter.of(report.as_of)
    found = report_texts(workspace, period, actor)
    words = _("Texts of {period}: the report on the whole project has them where its last day is in that quarter.")
    st.text(words.format(period=fmt.quarter(period.code)))
    st.text(
        _("Placeholders become the figures of the report: {placeholders}.").format(placeholders=placeholder_words())
    )
    st.text(_("An issued report keeps its texts and figures. Name nobody: whoever gets the report reads them."))
    for one in report.indicators:
        kept = found.get(one.code)
        key = f"{one.code}-{period.code}"
        with st.form(f"report-text-{key}", border=False):
            text = st.text_area(
                f"{one.code} · {plain(one.title)}", kept.text if kept else "", max_chars=LONGEST_TEXT,
                key=f"report-text-field-{key}",
            )  # fmt: skip
            if kept:
                by = _("Written by {name}, {when}").format(
                    name=plain(actor_name(workspace.project, kept.made_by)), when=fmt.date_time(kept.made_at)
                )
                st.caption(by)
            saved = st.form_submit_button(_("Save text"))
        if saved:
            _save(workspace, one.code, period, text, actor)


def _save(workspace: Workspace, code: str, period: Quarter, text: str, actor: Actor) -> None:
    try:
        keep_report_text(workspace, code, period, text, actor)
    except LiaisonError as error:
        html_block(f"report-text-error-{code}", error_note(error))
        return
    watch.wrote()
    flash(_("Text saved.") if text.strip() else _("Text removed."))
    st.rerun()
