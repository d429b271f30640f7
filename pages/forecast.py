"""Forecast: where each target will stand when the project ends."""

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows_somewhere
from liaison_metrics.services.events.planned import planned
from liaison_metrics.services.figures.forecasts import NOTHING_CHANGED, WhatIf, forecast
from liaison_metrics.services.labels import final_words
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import cached, cached_by_store
from liaison_metrics.ui.frame.head import fields, page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, stacked
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.targets.forecast.page import forecast_cards, method_note
from liaison_metrics.ui.targets.forecast.what_if import ask_what_if

request = current_request()
workspace, project, reader = request.workspace, request.workspace.project, request.actor
scope = Scope(city=request.filters.scope.city, until=request.filters.scope.until)
day = project.as_of(scope.until)
words = final_words(project) if project.is_final(day) else _(
    "Where each target will stand on {day}, as known on {today}."
).format(day=fmt.day(project.end), today=fmt.day(day))  # fmt: skip
method = NOTHING if project.is_final(day) else method_note()
head = page_head(_("Forecast"), words, fields(project, request.filters, ("city",)))


def cards(what_if: WhatIf = NOTHING_CHANGED) -> Markup:
    found = [forecast(workspace, one.code, scope, what_if, actor=reader) for one in project.indicators]
    return forecast_cards(project, found, what_if=what_if != NOTHING_CHANGED)


html_block("forecast", cached("forecast", request, lambda: stacked(head, cards(), method)))
if day < project.end and allows_somewhere(reader, Action.EVENT_READ):
    st.subheader(_("What if"))
    every_plan = cached_by_store("planned", request, lambda: planned(workspace, reader))
    coming = [one for one in every_plan if one.held is None and day < one.date <= project.end]
    changed = ask_what_if(project, [one for one in coming if scope.city in (None, one.city)])
    if changed != NOTHING_CHANGED:
        html_block("what_if", cards(changed))
