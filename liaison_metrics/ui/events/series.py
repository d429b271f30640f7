"""Series: suggestions, and one of them with its effect and the button to confirm it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events import series
from liaison_metrics.services.events.series import SeriesSuggestion
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import effects_table, run, undo_of_new
from liaison_metrics.ui.events.page import EventsRequest, event_words
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import folded, joined, lines_table, table_of


def card(project: Project, request: EventsRequest, suggestions: Sequence[SeriesSuggestion]) -> Markup:
    """Returns the suggested series, collapsed, each with a link to its effect."""
    count = len(suggestions)
    heading = ngettext("{n} possible series", "{n} possible series", count).format(n=fmt.number(count))
    words = _(
        "Titles that differ only in a number or a date, with headcounts only. If the same people came each time, the "
        "largest event counts instead of the sum."
    )
    rows = joined(_line(project, request, one) for one in suggestions)
    heads = (_("Events"), _("City"), _("From"), _("To"), _("Effect"))
    table = table_of(_("Possible series"), heads, (_("events"), _("people, added up")), rows)
    body = Markup('<p class="muted small text">{}</p>{}').format(words, table)
    return Markup('<section class="card" aria-label="{}">{}</section>').format(
        _("Possible series"), folded(heading, body)
    )


def _line(project: Project, request: EventsRequest, one: SeriesSuggestion) -> Markup:
    first, last = one.events[0], one.events[-1]
    titles = _titles(one)
    return Markup(
        '<tr><th scope="row" class="text">{}</th><td>{}</td><td class="nowrap">{}</td><td class="nowrap">{}</td>'
        '<td><a data-go href="{}" data-at="series-{}" aria-label="{}">{}</a></td><td class="n">{}</td><td class="n">{}'
        "</td></tr>"
    ).format(
        titles, event_words(project, first.fact)[1], fmt.day(first.fact.date), fmt.day(last.fact.date),
        request.with_series(first.number).link, first.number, _("Show the effect for {titles}").format(titles=titles),
        _("Show effect"), fmt.number(len(one.events)), fmt.number(sum(event.count.people for event in one.events)),
    )  # fmt: skip


def _titles(one: SeriesSuggestion) -> str:
    first, last = (_("“{title}”").format(title=event.fact.title) for event in (one.events[0], one.events[-1]))
    return _("{first} to {last}").format(first=first, last=last)


def show(page_request: PageRequest, request: EventsRequest, suggestion: SeriesSuggestion, actor: Actor | None) -> None:
    """Shows the events of a possible series, its effect on each indicator, and the button to confirm it."""
    workspace, project = page_request.workspace, page_request.workspace.project
    html_block("series", _events_card(project, request, suggestion))
    titles = {event.number: event.fact.title for event in suggestion.events}
    chosen = st.multiselect(
        _("The same people came to"), list(titles), default=list(titles), format_func=titles.__getitem__,
        key=f"series-{suggestion.numbers[0]}",
    )  # fmt: skip
    with st.container():
        if len(chosen) < series.LEAST_EVENTS:
            st.caption(_("Choose at least two events."))
            return
        heading = _("Effect of a series")
        effects = cached_by_store(
            ("as_series", *chosen), page_request, lambda: series.preview_series(workspace, chosen, page_request.actor)
        )  # fmt: skip
        table = effects_table(project, [(_("As a series"), effects)])
        html_block(
            "series-effects",
            Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}</section>').format(
                heading, heading, table
            ),
        )
        city = suggestion.events[0].fact.city
        if actor is None:
            st.caption(_("Choose your organisation above to decide."))
        elif not allows(actor, Action.EVENT_DECIDE, Resource.event(project, city)):
            st.caption(_("These events are in another partner’s city. That partner or the coordinator decides."))
        elif st.button(_("The same people came to all of these"), type="primary", key="series-confirm"):
            work = partial(series.make_series, workspace, chosen, actor)
            run(
                work,
                _("Series saved. You can undo it under “Decisions”."),
                leave="series",
                undo=undo_of_new(workspace, actor),
            )


def _events_card(project: Project, request: EventsRequest, one: SeriesSuggestion) -> Markup:
    heading = _("Did the same people come each time?")
    _day, city, activity = event_words(project, one.events[0].fact)
    rows = [(event.fact.title, fmt.day(event.fact.date), fmt.number(event.count.people)) for event in one.events]
    words = _("If so, the event with most people counts, not the sum of all events.")
    table = lines_table(heading, (_("Event"), _("Date")), (_("people"),), rows)
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2>'
        '<a data-go class="small" href="{}" data-at="close">{}</a></div><p>{}<br>{}</p>{}</section>'
    ).format(
        heading, heading, request.with_event(None).link, _("All events"), f"{city} · {activity}", words, table
    )  # fmt: skip
