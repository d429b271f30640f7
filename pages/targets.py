"""The first page: how far, on pace or not, where is the gap."""

from liaison_metrics.services import figures, uploads
from liaison_metrics.ui.frame.cache import remembered
from liaison_metrics.ui.frame.chart import show
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import question
from liaison_metrics.ui.targets import page

asked = question()
workspace, filters = asked.workspace, asked.filters


def draw() -> page.TargetsContent:
    code, scope, everything = filters.indicator, filters.scope, filters.beyond(*filters.chosen)
    latest = uploads.latest(workspace, 3, undone=False)
    if not latest:
        return page.draw_empty(workspace.project, filters, figures.as_of(workspace.project, filters.as_of))
    answer = page.TargetsFigures(
        indicators=figures.indicators(workspace, scope),
        whole=figures.indicator(workspace, code, everything),
        communities=figures.breakdown(workspace, code, "community", filters.beyond("community")),
        cities=figures.breakdown(workspace, code, "city", filters.beyond("city")),
        all_cities=figures.breakdown(workspace, code, "city", everything),
        curve=figures.curve(workspace, code, scope),
        latest=latest,
    )
    return page.draw(workspace.project, filters, answer)


drawn = remembered("targets", asked, draw)
html_block("figures", drawn.figures)
if drawn.curve:
    show("curve", drawn.curve, drawn.curve_words)
