"""Communities and skills: who lives in each city, the skills offered and sought, and who could teach whom."""

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.services.events.work_plan.skills.city_lists import city_lists
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.work_plan import skills as view

request = current_request()
workspace, reader = request.workspace, request.actor
sees_names = allows(reader, Action.SKILL_READ)
lists = city_lists(workspace, reader)
html_block("head", page_head(_("Communities and skills"), view.skills_line(lists)))
show_flash()
html_block("lists", view.skills_cards(workspace.project, lists))
actor = ask_actor(workspace.project) if sees_names else None
if actor is not None:
    view.skills_forms(workspace, actor, lists)
