"""How people are counted, in words."""

from liaison_metrics.texts import _
from liaison_metrics.ui import rules
from liaison_metrics.ui.board import board
from liaison_metrics.ui.head import page_head
from liaison_metrics.ui.parts import stacked
from liaison_metrics.ui.shell import question

project = question().workspace.project
board(
    "rules",
    stacked(
        page_head(_("How people are counted"), _("The same rules on every page, in every file to take away.")),
        rules.indicators_table(project),
        rules.rules_text(project),
    ),
)
