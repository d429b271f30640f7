"""Statements: partners state each quarter that their sheets are complete; the coordinator accepts or returns it."""

import streamlit as st
from markupsafe import Markup

from liaison_metrics.services.uploads.statements.stating import later_corrections, statements
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.history.statements import Changes, statement_forms, statements_cards

request = current_request()
workspace, project, reader = request.workspace, request.workspace.project, request.actor
found = cached_by_store("statements", request, lambda: statements(workspace, reader))


def changes() -> Changes:
    accepted = [(one.partner, one.period) for one in found if one.is_compared]
    return {one: later_corrections(workspace, *one, reader) for one in accepted}


def cards() -> Markup:
    return statements_cards(project, found, cached_by_store("statement_changes", request, changes), chosen)


chosen = st.query_params.get("partner", ""), st.query_params.get("period", "")
words = _(
    "After each quarter, partners state that their sheets are complete. Later changes are listed person by person."
)
html_block("head", page_head(_("Statements"), words))
show_flash()
actor = ask_actor(project)
with st.container():
    if actor is not None:
        statement_forms(workspace, actor, found, chosen)
html_block("statements", cached_by_store(("statement_cards", *chosen), request, cards))
