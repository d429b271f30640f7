"""Owed: what each partner has not sent, answered or settled yet; reminders and the weekly digest for coordinators."""

import streamlit as st

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.owed.digest import digest
from liaison_metrics.services.events.owed.finding import owed
from liaison_metrics.services.events.owed.reminding import reminders
from liaison_metrics.texts import _
from liaison_metrics.ui.events.owed import mails, page
from liaison_metrics.ui.frame.cache import cached, cached_by_store
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request

request = current_request()
workspace, project, reader = request.workspace, request.workspace.project, request.actor
items = cached_by_store("owed", request, lambda: owed(workspace, reader))
codes = list(dict.fromkeys(one.partner for one in items))
asked = st.query_params.get("partner", "")
chosen = asked if asked in codes else ""
html_block("head", page_head(_("Owed"), _("What is missing by partner: sheets, answers, corrections and decisions.")))
show_flash()
html_block("partners", page.partner_choice(project, codes, chosen))
if not items:
    html_block("none", page.nothing_owed(planned=bool(planned.planned(workspace, reader))))
by_partner = {}
if allows(reader, Action.REMINDER_SEND):
    by_partner = {one.partner: one for one in reminders(workspace, reader, items)}
for code in [chosen] if chosen else codes:
    own = [one for one in items if one.partner == code]
    html_block(f"owed-{code}", page.partner_card(project, request.filters, code, own))
    if code in by_partner:
        mails.reminder_form(workspace, reader, by_partner[code])
if allows(reader, Action.DIGEST_READ):
    mails.digest_form(workspace, reader, cached("digest", request, lambda: digest(workspace, reader)))
