"""Data protection: what is kept, how long, who can see it; for coordinators, what participants may ask for."""

from liaison_metrics.services.uploads.personal_data.retention import retention
from liaison_metrics.texts import _
from liaison_metrics.ui.accounts.data_protection import overview, rights
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request

page_request = current_request()
workspace, reader = page_request.workspace, page_request.actor
found = retention(workspace, reader)
html_block("head", page_head(_("Data protection"), _("What is kept about participants, how long, and who can see it.")))
show_flash()
html_block("retention", overview.retention_note(found))
actor = ask_actor(workspace.project) if reader.is_coordinator else None
coordinator = actor if actor is not None and actor.is_coordinator else None
if coordinator:
    rights.show_purge(workspace, found, coordinator)
html_block("overview", overview.overview_card(workspace.project, found))
if found.deleted_at:
    html_block("gone", overview.what_is_gone(found))
elif coordinator:
    rights.show_rights(workspace, coordinator)
if coordinator:
    rights.show_receipts(workspace, coordinator)
overview.show_documents(workspace.project)
