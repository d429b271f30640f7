"""What was said of sheets and is used again for the next ones; each answer can be taken back."""

from liaison_metrics.services import answers
from liaison_metrics.texts import _
from liaison_metrics.ui import answers as page
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request

workspace = current_request().workspace
html_block(
    "head",
    page_head(_("Answers"), _("What was said of a sheet holds for the partner’s next one with the same headers.")),
)
actor = ask_actor(workspace.project, _("Who are you?"))
if actor is not None:
    page.show(workspace, actor, answers.saved_answers(workspace, actor))
