"""Comparing issued reports, for coordinators: two with each other, or one with today."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.report.comparison import comparison_card
from liaison_metrics.ui.report.issued import report_words


def show(page_request: PageRequest, actor: Actor) -> None:
    """Shows the choice of two reports, and why figures changed from one to the other."""
    workspace = page_request.workspace
    by_number = {one.number: one for one in archive.all_reports(workspace, actor)}
    if not by_number:
        html_block("compared", note(_("Issue a report first. Then you can see what has changed since.")))
        return

    def words(number: int) -> str:
        return report_words(by_number[number])

    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.selectbox(_("Issued report"), list(by_number), format_func=words, key="compare-one", width=320)
        others = [one.number for one in by_number.values() if one.city == by_number[number].city]
        other = st.selectbox(
            _("Compare with"), [one for one in others if one != number], index=None, placeholder=_("today"),
            format_func=words, key=f"compare-other-{number}", width=320,
        )  # fmt: skip
    # The earlier report first, so that the comparison runs forward in time.
    before, after = (other, number) if other is not None and other < number else (number, other)

    def render() -> Markup:
        steps = archive.compare(workspace, before, after, actor=actor)
        return comparison_card(by_number[before], by_number[after] if after is not None else None, steps)

    html_block("compared", cached_by_store(("compared", before, after), page_request, render))
