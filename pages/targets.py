"""Targets, the first page: progress, plan and gap of each indicator."""

from liaison_metrics.services import figures, uploads
from liaison_metrics.services.events import checks
from liaison_metrics.ui.frame.cache import cached
from liaison_metrics.ui.frame.chart import show_chart
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.targets import page

request = current_request()
workspace, filters = request.workspace, request.filters


def content() -> page.TargetsContent:
    code, scope, everything = filters.indicator, filters.scope, filters.beyond(*filters.chosen)
    latest = uploads.latest(workspace, 3, undone=False)
    if not latest:
        return page.empty_content(workspace.project, filters, figures.as_of(workspace.project, filters.as_of))
    answer = page.TargetsFigures(
        indicators=figures.indicators(workspace, scope),
        whole=figures.indicator(workspace, code, everything),
        communities=figures.breakdown(workspace, code, "community", filters.beyond("community")),
        cities=figures.breakdown(workspace, code, "city", filters.beyond("city")),
        all_cities=figures.breakdown(workspace, code, "city", everything),
        curve=figures.curve(workspace, code, scope),
        latest=latest,
        # Of the whole project as it is now: a filtered card shows a part of it.
        held_back=() if filters.chosen or filters.as_of else checks.held_back(workspace),
    )
    return page.targets_content(workspace.project, filters, answer)


targets = cached("targets", request, content)
html_block("figures", targets.figures)
if targets.curve:
    show_chart("curve", targets.curve, targets.curve_words)
