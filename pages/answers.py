"""What was said of sheets and is used again for the next ones; each answer can be taken back."""

from liaison_metrics.services import answers
from liaison_metrics.texts import _
from liaison_metrics.ui import answers as page
from liaison_metrics.ui.frame.actor import ask_party
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import board
from liaison_metrics.ui.frame.shell import question

workspace = question().workspace
board(
    "head",
    page_head(_("Answers"), _("What was said of a sheet holds for the partner’s next one with the same headers.")),
)
party = ask_party(workspace.project, _("Who are you?"))
if party is not None:
    page.draw(workspace, party, answers.remembered(workspace, party))
