"""Targets, the first page: progress, plan and gap of each indicator."""

import streamlit as st
from markupsafe import Markup

from liaison_metrics.reports.published_tables import latest_tables
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows_somewhere
from liaison_metrics.services.events import checks
from liaison_metrics.services.events.owed.partners import partners
from liaison_metrics.services.figures.basis import basis
from liaison_metrics.services.figures.forecasts import forecast
from liaison_metrics.services.figures.narrative.notes import notes
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import cached
from liaison_metrics.ui.frame.chart import PlotlyChart, show_chart
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import stacked
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.pictures.map_card import map_card
from liaison_metrics.ui.report.notes import write_project_notes
from liaison_metrics.ui.report.request import may_report
from liaison_metrics.ui.targets import changes, page
from liaison_metrics.ui.targets.curves.curve import curve_chart
from liaison_metrics.ui.targets.visit import last_visit

INTERACTIVE = "interactive-curve"  # key of the switch between the drawn and the interactive curve

request = current_request()
workspace, filters, actor = request.workspace, request.filters, request.actor


def content() -> page.TargetsContent:
    code, scope, everything = filters.indicator, filters.scope, filters.beyond(*filters.chosen)
    if workspace.is_empty():
        return page.empty_content(workspace.project, request, figures.as_of(workspace.project, filters.as_of))
    communities = published = None
    codes = [one.code for one in workspace.project.indicators]
    to_come = not filters.chosen and figures.as_of(workspace.project, filters.as_of) < workspace.project.end
    if "community" in filters.dimensions:
        communities = figures.breakdown(workspace, code, "community", filters.beyond("community"), actor=actor)
    else:
        published = latest_tables(workspace, code, actor)
    sees_uploads = allows_somewhere(actor, Action.UPLOAD_READ)
    whole = [one for one in ("city", "community") if one in filters.everywhere]
    answer = page.TargetsFigures(
        indicators=figures.indicators(workspace, scope, actor=actor),
        whole=figures.indicator(workspace, code, everything, actor=actor),
        communities=communities,
        cities=figures.breakdown(workspace, code, "city", filters.around("city"), actor=actor),
        all_of=[figures.breakdown(workspace, code, one, everything, actor=actor) for one in whole],
        curve=figures.curve(workspace, code, scope, actor=actor),
        changes=uploads.changes_since(workspace, code, since, scope, actor=actor),
        basis=basis(workspace, code, scope, actor=actor),
        last_visit=visit,
        partners=partners(workspace, actor) if sees_uploads else (),
        latest=next(iter(uploads.latest(workspace, 1, undone=False, actor=actor)), None) if sees_uploads else None,
        published=published,
        summary=may_report(workspace.project, actor, filters.chosen_in("city") or None),
        notes=notes(workspace, actor),
        forecasts=[forecast(workspace, each, scope, actor=actor) for each in codes] if to_come else (),
        # Of the whole project as it is now: a filtered card shows a part of it.
        held_back=() if filters.chosen or filters.as_of else checks.held_back(workspace, actor),
    )
    return page.targets_content(workspace.project, filters, answer)


def chart() -> PlotlyChart:
    code, scope = filters.indicator, filters.scope
    figure, points = (read(workspace, code, scope, actor=actor) for read in (figures.indicator, figures.curve))
    return curve_chart(workspace.project, figure, points, with_target=not filters.chosen)


def map_of_cities() -> Markup:
    cities = figures.breakdown(workspace, filters.indicator, "city", filters.around("city"), actor=actor)
    return map_card(workspace.project, filters, cities)


visit = last_visit(actor)
since = changes.beginning(changes.period_of(filters, visit), visit)
targets = cached(f"targets since {since.isoformat()}", request, content)
interactive = bool(st.session_state.get(INTERACTIVE))
# One block for figures and curve: each block costs time at every run.
html_block("figures", targets.figures if interactive else stacked(targets.figures, targets.curve))
if targets.curve:
    # The library of interactive charts is larger than all the rest: only who asks for one fetches it.
    if interactive:
        show_chart("curve", cached("targets-chart", request, chart), targets.curve_words)
    st.toggle(_("Interactive chart"), key=INTERACTIVE)
    if filters.map:
        html_block("map", cached("targets-map", request, map_of_cities))
    if allows_somewhere(actor, Action.NOTE_CHANGE) and not st.context.is_embedded:
        show_flash()
        write_project_notes(workspace)
