"""The cards of Forecast: for each indicator the people expected at the end, the interval, and what is still needed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.forecast import FEWEST_EVENTS, Forecast, ForecastBasis
from liaison_metrics.services.figures.forecasts import IndicatorForecast, Needed
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, joined, note


def forecast_cards(project: Project, found: Sequence[IndicatorForecast], *, what_if: bool = False) -> Markup:
    """Returns a card for each indicator; *what_if* names them so that they are told from those of the plan."""
    name = _("{indicator}, what if") if what_if else "{indicator}"
    cards = (_card(project, one, name.format(indicator=one.code)) for one in found)
    return Markup('<div class="cards">{}</div>').format(joined(cards))


def method_note() -> Markup:
    """Returns how the forecast is made, in a few sentences."""
    words = _(
        "People who come again are not new. So the forecast counts the new people of past events, the later ones more, "
        "and carries on how their share fell. A planned event brings as many people as such events did. "
        "In four of five cases the true number lies in the range."
    )
    return Markup('<p class="muted small">{}</p>').format(words)


def _card(project: Project, one: IndicatorForecast, name: str) -> Markup:
    return Markup(
        '<section class="card indicator" aria-label="{}"><h2><span class="code">{}</span> {}</h2>{}{}</section>'
    ).format(name, one.code, one.title, _forecast(one), _needed(project, one))


def _forecast(one: IndicatorForecast) -> Markup:
    shown = one.plan or one.pace
    if shown is None:
        return Markup('<p class="reached"><b>{}</b> {}</p>{}').format(
            fmt.number(one.reached), _("of {target}").format(target=fmt.number(one.target)), note(_none(one), "info")
        )
    other = Markup('<p class="muted small">{}</p>').format(_pace(one.pace)) if one.plan and one.pace else NOTHING
    return Markup(
        '<p class="reached"><b data-forecast="{}">{}</b> {}</p><div><p class="strong {}">{}</p>{}</div>'
        '<div><p class="small">{}</p>{}</div>'
    ).format(
        one.code, fmt.number(shown.middle), _("of {target} at the end").format(target=fmt.number(one.target)),
        *_outlook(shown, one.target), _range_bar(one, shown), _basis(one, shown), other,
    )  # fmt: skip


def _outlook(found: Forecast, target: int) -> tuple[str, str]:
    """Returns the CSS class and the words for how likely the target is."""
    if found.low >= target:
        return "good", _("Very likely to be reached")
    if found.middle >= target:
        return "good", _("Likely to be reached")
    if found.high >= target:
        return "late", _("Likely to be missed")
    return "late", _("Very likely to be missed")


def _range_bar(one: IndicatorForecast, found: Forecast) -> Markup:
    full = max(one.target, found.high) * 1.06
    label_words = _("{reached} people now, {low} to {high} at the end, target {target}").format(
        reached=fmt.number(one.reached), low=fmt.number(found.low), high=fmt.number(found.high),
        target=fmt.number(one.target),
    )  # fmt: skip
    return Markup(
        '<div class="gauge" role="img" aria-label="{}"><div class="bar" aria-hidden="true">'
        '<span class="solid" style="width:{:.2f}%"></span><span class="likely" style="width:{:.2f}%"></span>'
        '<span class="hatched" style="width:{:.2f}%"></span></div>'
        '<span class="target" style="left:{:.2f}%"></span></div>'
    ).format(
        label_words, 100 * one.reached / full, 100 * (found.low - one.reached) / full,
        100 * (found.high - found.low) / full, 100 * one.target / full,
    )  # fmt: skip


def _basis(one: IndicatorForecast, found: Forecast) -> str:
    between = _("Between {low} and {high} on {day}.").format(
        low=fmt.number(found.low), high=fmt.number(found.high), day=fmt.day(one.end)
    )
    now = _("{n} now.").format(n=fmt.number(one.reached))
    if found.basis is ForecastBasis.PACE:
        return f"{now} {between} {_('No events are planned, so it follows the pace of the last nine months.')}"
    events = ngettext("With {n} planned event.", "With {n} planned events.", one.to_come)
    return f"{now} {between} {events.format(n=fmt.number(one.to_come))}"


def _pace(found: Forecast) -> str:
    return _("If events go on as in the last nine months: {middle} ({low} to {high}).").format(
        middle=fmt.number(found.middle), low=fmt.number(found.low), high=fmt.number(found.high)
    )


def _none(one: IndicatorForecast) -> str:
    if one.as_of >= one.end:
        return _("The project has ended: this figure is final.")
    if one.expected:
        events = ngettext("{n} event is planned", "{n} events are planned", one.to_come)
        return ngettext(
            "{events}, with {people} person expected.", "{events}, with {people} people expected.", one.expected
        ).format(events=events.format(n=fmt.number(one.to_come)), people=fmt.number(one.expected))
    if not one.held:
        return _("No event was held yet. A forecast needs {n}.").format(n=fmt.number(FEWEST_EVENTS))
    held = ngettext("{n} event was held", "{n} events were held", one.held).format(n=fmt.number(one.held))
    return _("{held}. A forecast needs {n}.").format(held=held, n=fmt.number(FEWEST_EVENTS))


def _needed(project: Project, one: IndicatorForecast) -> Markup:
    needed = one.needed
    if needed is None:
        return NOTHING
    missing = ngettext(
        "To reach {target} you need {n} more new person.", "To reach {target} you need {n} more new people.",
        needed.people,
    ).format(n=fmt.number(needed.people), target=fmt.number(one.target))  # fmt: skip
    return Markup('<p class="small">{} {}</p>').format(missing, _events_needed(project, needed))


def _events_needed(project: Project, needed: Needed) -> str:
    kind = label(project, "activity", needed.activity)
    brings = _("Of {people} people at a “{kind}”, {new} are new at present").format(
        kind=kind, new=fmt.number(round(needed.now.new)), people=fmt.number(round(needed.now.people))
    )
    if needed.events is None:
        return _("{brings}. More of them alone will not be enough.").format(brings=brings)
    return _("{brings}. Needed: {events} more. Planned: {planned}.").format(
        brings=brings, events=fmt.number(needed.events), planned=fmt.number(needed.planned)
    )
