"""The indicator cards: people reached, target, plan, and how many people are confirmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.expected import Status
from liaison_metrics.services.events.checks import HeldBack
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.services.figures.forecasts import IndicatorForecast
from liaison_metrics.services.labels import also_counted_words, confirmed_words, plan_words, scope_words, status_words
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import NOTHING, bar, download_links, help_mark, joined

MIDDLE = 50
"""Percent of the bar up to which the target's words stand right of its tick: beyond, they would not fit there."""

_SIGNS = {
    Status.NOT_HELD_YET: ("○", "muted"), Status.SECURED: ("✔", "good"), Status.REACHED: ("●", "good"),
    Status.ON_PLAN: ("●", "good"), Status.BEHIND_PLAN: ("▼", "late"),
}  # fmt: skip
"""The symbol of each status, and its CSS class."""


def indicator_cards(
    project: Project,
    filters: Filters,
    figures: Sequence[IndicatorFigure],
    more: Mapping[str, Markup] = MappingProxyType({}),
) -> Markup:
    """Returns the cards of all indicators side by side; a click selects one. *more* is what a card says beside its
    figure, by indicator."""
    cards = (_card(project, filters, one, more.get(one.code, NOTHING)) for one in figures)
    return Markup('<div class="cards">{}</div>').format(joined(cards))


def card_remarks(
    filters: Filters, held_back: Sequence[HeldBack], forecasts: Sequence[IndicatorForecast]
) -> defaultdict[str, Markup]:
    """Returns by indicator which people events to check hold back, and the forecast."""
    more = defaultdict[str, Markup](Markup)
    for held in held_back:
        more[held.indicator] += _held_back(held) if held.people > 0 else NOTHING
    for one in forecasts:
        more[one.code] += _forecast(filters, one)
    return more


def _held_back(held_back: HeldBack) -> Markup:
    people = ngettext("{n} more person", "{n} more people", held_back.people)
    pairs = ngettext("{n} pair of events is different", "{n} pairs of events are different", held_back.pairs)
    words = _("Up to {people}, if {pairs}").format(
        people=people.format(n=fmt.number(held_back.people)), pairs=pairs.format(n=fmt.number(held_back.pairs))
    )
    return Markup('<br><a data-go class="above" href="events?" data-at="checks-{}">{}</a>').format(
        held_back.indicator, words
    )


def _forecast(filters: Filters, found: IndicatorForecast) -> Markup:
    shown = found.plan or found.pace
    if shown is None:
        return NOTHING
    words = _("Forecast: {low} to {high} on {day}").format(
        low=fmt.number(shown.low), high=fmt.number(shown.high), day=fmt.day(found.end)
    )
    return Markup('<br><a data-go class="above" href="forecast?{}" data-at="forecast-{}">{}</a>').format(
        filters.carried, found.code, words
    )


def _card(project: Project, filters: Filters, figure: IndicatorFigure, more: Markup) -> Markup:
    current = figure.code == filters.indicator
    this = filters.showing(indicator=figure.code)
    return Markup(
        '<section class="card indicator{}" aria-label="{}"><h2><span class="code">{}</span>'
        '<a data-go="indicator" href="{}" data-at="card-{}"{}>{}</a></h2>'
        '<p class="reached"><b data-figure="{}" data-moved="{}">{}</b> {}</p>{}{}'
        '<p class="muted small">{}{}{}{}</p>{}</section>'
    ).format(
        " current" if current else "",
        figure.code,
        figure.code,
        this.link,
        figure.code,
        Markup(' aria-current="true"') if current else NOTHING,
        figure.title,
        figure.code,
        _("{change} just now"),
        fmt.number(figure.reach.reached),
        _("of {target}").format(target=fmt.number(figure.target)),
        _state(project, filters, figure),
        _gauge(filters, figure),
        confirmed_words(figure.reach.floor),
        help_mark("at_least", figure.code),
        _overlap_text(project, figure),
        more,
        download_links(this, figure.code, picture="indicator"),
    )


def _state(project: Project, filters: Filters, figure: IndicatorFigure) -> Markup:
    # Targets are for the whole project, so a part of it is never "behind" or "reached".
    if filters.chosen:
        part = _("{share} of the target, {scope}").format(
            share=fmt.share(figure.reach.reached, figure.target), scope=scope_words(project, filters.chosen)
        )
        return Markup('<p class="muted strong">{}</p>').format(part)
    shape, kind = _SIGNS[figure.status]
    return Markup('<p class="strong {}"><span aria-hidden="true">{}</span> {}</p>').format(
        kind, shape, status_words(figure)
    )


def _gauge(filters: Filters, figure: IndicatorFigure) -> Markup:
    full = gauge_scale(figure)
    label = _("{reached} of {target}: {identified} identified, {unidentified} unidentified").format(
        reached=fmt.number(figure.reach.reached),
        target=fmt.number(figure.target),
        identified=fmt.number(figure.reach.identified),
        unidentified=fmt.number(figure.reach.unidentified),
    )
    plan = words = NOTHING
    if figure.plan is not None and not filters.chosen:
        plan = Markup('<span class="plan" style="left:{:.2f}%"></span>').format(100 * figure.plan / full)
        said = plan_text(figure, filters.as_of)
        words = Markup('<span class="late"><span aria-hidden="true">▲</span> {}</span>{}').format(
            said, help_mark("expected", figure.code)
        )
        label = f"{label}; {said}"
    return Markup(
        '<div><div class="gauge" role="img" aria-label="{}">{}'
        '<span class="target" style="left:{:.2f}%"></span>{}</div><div class="gauge-words">{}</div></div>'
    ).format(
        label, bar(figure.reach.identified, figure.reach.unidentified, full), 100 * figure.target / full, plan,
        _gauge_words(figure, full, words),
    )  # fmt: skip


def _gauge_words(figure: IndicatorFigure, full: float, plan: Markup) -> Markup:
    """Returns the words under the bar: the target's next to its tick, wherever that is, and the plan's on the other
    side."""
    at = 100 * figure.target / full
    words = Markup('<span class="tick"></span>{}').format(_("target {n}").format(n=fmt.number(figure.target)))
    if at > MIDDLE:
        return Markup("<span>{}</span><span>{}</span>").format(plan, words)
    return Markup('<span style="margin-left:{:.2f}%">{}</span><span>{}</span>').format(at, words, plan)


def plan_text(figure: IndicatorFigure, as_of: date | None) -> str:
    """Returns how many people the plan expects by now, or by the requested day; "" for final figures."""
    if figure.plan is None:
        return ""
    if as_of:
        return plan_words(figure.plan, figure.as_of)
    return _("expected by now: {n}").format(n=fmt.number(figure.plan))


def gauge_scale(figure: IndicatorFigure) -> float:
    """Returns how many people the full width of an indicator's bar stands for: slightly above target and reached."""
    return max(figure.target * 1.06, figure.reach.reached * 1.02)


def _overlap_text(project: Project, figure: IndicatorFigure) -> Markup:
    """Returns how many of an indicator's people also count towards the indicators that it includes."""
    own = set(project.activities_of(project.indicator(figure.code)))
    inner = [one.code for one in project.indicators if set(project.activities_of(one)) < own]
    words = also_counted_words((code, figure.contained.get(code, 0)) for code in inner)
    return Markup("<br>{}").format(words) if words else NOTHING


def indicator_choice(project: Project, filters: Filters, beside: Markup = NOTHING) -> Markup:
    """Returns the links that choose the indicator of the tables and charts below, with *beside* next to them."""
    links = (
        Markup('<a data-go="indicator" href="{}" data-at="choice-{}"{}>{} · {}</a>').format(
            filters.showing(indicator=one.code).link,
            one.code,
            Markup(' aria-current="true"') if one.code == filters.indicator else NOTHING,
            one.code,
            fmt.number(one.target),
        )
        for one in project.indicators
    )
    return Markup('<div class="row"><nav class="choice" aria-label="{}">{}</nav>{}</div>').format(
        _("Indicator"), joined(links), beside
    )
