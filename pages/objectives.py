"""Objectives: the results chain of activities, deliverables and indicators that serve each, and how far they are."""

from liaison_metrics.services.events.work_plan.objectives import objectives
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.work_plan.objectives import objectives_card

request = current_request()
workspace, reader = request.workspace, request.actor
found = cached_by_store("objectives", request, lambda: objectives(workspace, reader))
line = _("What serves each objective, and how far it is. Each box opens its page.")
html_block("head", page_head(_("Objectives"), line))
html_block("chain", objectives_card(workspace.project, found, reader))
