"""Remembered answers: the saved answers that are reused for later files; each can be removed."""

from liaison_metrics.services.answers import saved
from liaison_metrics.services.answers.asked import asked_questions
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.history import answers as page

workspace = current_request().workspace
html_block(
    "head",
    page_head(_("Remembered answers"), _("Answers you gave before are reused for files with the same columns.")),
)
actor = ask_actor(workspace.project)
if actor is not None:
    page.show_asked(workspace, actor, asked_questions(workspace, actor))
    page.show_unnamed(workspace, actor)
    page.show(workspace, actor, saved.saved_answers(workspace, actor))
