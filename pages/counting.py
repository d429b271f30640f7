"""Counting rules: how people are counted."""

from liaison_metrics.texts import _
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import stacked
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.targets import counting

project = current_request().workspace.project
html_block(
    "rules",
    stacked(
        page_head(_("How people are counted"), _("These rules apply to every page and download.")),
        counting.indicators_table(project),
        counting.rules_article(project),
    ),
)
