"""Audit: for coordinators: who did what, when, on what."""

from liaison_metrics.services.accounts import managing
from liaison_metrics.services.workspace.audit.reading import entries, recorded_accounts
from liaison_metrics.texts import _
from liaison_metrics.ui.accounts import audit
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request

workspace = current_request().workspace
html_block("head", page_head(_("Audit"), _("Who did what, when and on what. Nobody can change this record unnoticed.")))
actor = ask_actor(workspace.project)
if actor is not None:
    acted = recorded_accounts(workspace, actor)
    emails = {one.number: one.email for one in managing.all_accounts(workspace, actor)}
    wanted = audit.ask_filter(acted, emails)
    audit.offer_file(workspace, actor, wanted)
    total, lines = entries(workspace, actor, wanted, audit.MOST_LINES)
    html_block("audit", audit.audit_card(workspace.project, total, lines, emails))
