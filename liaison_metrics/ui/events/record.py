"""Corrections of an event and decisions about it, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.decisions import EventDecisionKind
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events.details import EventDetail
from liaison_metrics.services.events.history import Correction, Decision
from liaison_metrics.services.labels import actor_name, event_name
from liaison_metrics.texts import _
from liaison_metrics.ui.events.page import event_words
from liaison_metrics.ui.frame.parts import joined, lines_table, table_of

MOST_TITLES = 4
"""Titles that a line names; a series can have dozens."""


def corrections_card(project: Project, detail: EventDetail) -> Markup:
    """Returns the corrected event beside the source events, and who corrected it when."""
    fact = detail.event.fact
    rows = [_version_row(project, _("Used now"), fact, fact, "sum")]
    rows += [_version_row(project, _("In the file"), stated, fact, "") for stated in detail.event.stated]
    heading = _("Correction and original")
    versions = table_of(heading, (_("Version"), _("Title"), _("Activity"), _("Date"), _("City")), (), joined(rows))
    history = lines_table(
        _("Corrections"),
        (_("By"), _("When"), _("Correction"), _("State")),
        (_("events covered"),),
        [
            (
                actor_name(project, one.made_by), fmt.date_time(one.made_at),
                " · ".join((event_name(project, one.truth), *event_words(project, one.truth))),
                _correction_state(one), fmt.number(one.stated),
            )
            for one in detail.corrections
        ],
    )  # fmt: skip
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2></div>{}<h3>{}</h3>{}</section>'
    ).format(heading, heading, versions, _("Corrections"), history)


def decisions_card(project: Project, detail: EventDetail) -> Markup:
    """Returns what people decided about an event and others, who and when."""
    heading = _("Decisions")
    rows = [
        (
            actor_name(project, one.made_by), fmt.date_time(one.made_at), decision_words(one),
            _("undone {when}").format(when=fmt.date_time(one.revoked_at)) if one.revoked_at else _("in use"),
        )
        for one in detail.decisions
    ]  # fmt: skip
    table = lines_table(heading, (_("By"), _("When"), _("Decision"), _("State")), (), rows)
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}</section>').format(
        heading, heading, table
    )


def decision_words(one: Decision) -> str:
    """Returns a decision in words, with the titles of its events."""
    titles = [side[0] for side in one.events]
    return _("{decision}: {events}").format(decision=decision_kind(one.kind), events=quoted(titles))


def decision_kind(kind: EventDecisionKind) -> str:
    """Returns the label of a kind of decision."""
    return {
        EventDecisionKind.SEPARATE: _("Different events"),
        EventDecisionKind.COVERED: _("The number covers all of these"),
        EventDecisionKind.SERIES: _("Series, the same people came to all of these"),
        EventDecisionKind.ADDED_UP: _("Additional people are different people"),
    }[kind]


def quoted(titles: Sequence[str]) -> str:
    """Returns titles in quotation marks as a list; of many, the first ones and how many more."""
    named = [_("“{title}”").format(title=title) if title else _("Untitled") for title in titles[:MOST_TITLES]]
    more = len(titles) - len(named)
    return fmt.names([*named, _("{n} more").format(n=fmt.number(more))] if more > 0 else named)


def _correction_state(one: Correction) -> str:
    if one.revoked_at:
        return _("undone {when}").format(when=fmt.date_time(one.revoked_at))
    return _("in use") if one.holds else _("replaced")


def _version_row(project: Project, what: str, version: EventFact, current: EventFact, kind: str) -> Markup:
    day, city, activity = event_words(project, version)
    cells = (
        (event_name(project, version), version.title != current.title),
        (activity, version.activity != current.activity),
        (day, version.date != current.date), (city, version.city != current.city),
    )  # fmt: skip
    cells_html = joined(
        Markup('<td class="text">{}</td>').format(Markup("<del>{}</del>").format(word) if wrong else word)
        for word, wrong in cells
    )
    return Markup('<tr class="{}"><th scope="row">{}</th>{}</tr>').format(kind, what, cells_html)
