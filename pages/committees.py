"""Committees: each city's committee with its groups, members and meetings."""

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.services.events.work_plan.committees.committees import committees
from liaison_metrics.services.events.work_plan.committees.members import members
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.work_plan import committees as view

request = current_request()
workspace, project, reader = request.workspace, request.workspace.project, request.actor
found = cached_by_store("committees", request, lambda: committees(workspace, reader))
listed = members(workspace, reader) if allows(reader, Action.MEMBER_READ) else None
html_block("head", page_head(_("Committees"), view.committees_line(found)))
show_flash()
html_block("committees", view.committees_cards(project, found, listed))
if listed is not None:
    actor = ask_actor(project)
    if actor is not None:
        view.committee_forms(workspace, actor, listed)
