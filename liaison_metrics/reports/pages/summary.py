"""The summary page: each indicator's progress, by city and community, and how people are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from liaison_metrics import format as fmt
from liaison_metrics.domain.reach.expected import Status
from liaison_metrics.domain.reach.scope import EVERYTHING
from liaison_metrics.reports.model import OTHER_LINES, Figures, Gap, Line, Report, ReportBreakdown, ReportIndicator
from liaison_metrics.reports.pages.document import (
    Beside,
    Block,
    Card,
    DocumentTable,
    FactList,
    Funding,
    Legend,
    Prose,
    Section,
)
from liaison_metrics.reports.pages.gauge import gauge, gauge_legend
from liaison_metrics.reports.pages.tables import labels_of, side_by_side
from liaison_metrics.reports.words import as_of_words, notes, shown
from liaison_metrics.services.labels import (
    also_counted_words,
    confirmed_words,
    final_words,
    funding_words,
    other_lines_words,
    recent_words,
)
from liaison_metrics.texts import _, ngettext

News = Literal["good", "late", ""]

_STATES: Mapping[Status, tuple[str, News]] = {
    Status.SECURED: ("✔", "good"),
    Status.REACHED: ("●", "good"),
    Status.ON_PLAN: ("●", "good"),
    Status.BEHIND_PLAN: ("▼", "late"),
    Status.NOT_HELD_YET: ("○", ""),
}
"""The shape and the kind of news for each status."""

_NO_STATE: tuple[str, News] = ("", "")
"""A part of the project cannot be early or late: the target applies to the whole project."""

_MOST_LINES = 14
"""The most lines of a breakdown that fit on a screen of 1280 × 900 pixels with the rest of the summary."""


def title(report: Report) -> str:
    """Returns the title of the report."""
    return _("{project}: people reached by {day}").format(project=subject(report), day=fmt.day(report.as_of))


def subject(report: Report) -> str:
    """Returns the project, with the part of it that the report covers, for titles."""
    acronym = report.project.acronym
    return acronym if replace(report.scope, until=None) == EVERYTHING else f"{acronym} · {report.scope_words}"


def number_words(report: Report) -> str:
    """Returns the number of an issued report, or that the report is a draft."""
    if isinstance(report.number, Gap):
        return _("Draft")
    return _("Report no. {number}").format(number=report.number)


def running(report: Report) -> str:
    """Returns the page header: project and scope, last day, and the number of the report."""
    return f"{as_of_words(report)} · {number_words(report)}"


def marking(report: Report) -> str:
    """Returns the warnings that every page must carry; may be empty."""
    warnings = [_("Sample data: made-up people and events")] if report.made_up else []
    if report.threshold is None:
        warnings.append(_("Exact figures, not for publication"))
    return " · ".join(warnings)


def summary(report: Report) -> Section:
    """Returns the summary."""
    period = f"{fmt.day(report.project.start)} – {fmt.day(report.project.end)}"
    about = FactList(
        (
            (_("Project"), (report.project.title,)),
            (_("Period"), (period,)),
            (_("Figures"), (_figures_words(report),)),
            (_("Report"), (number_words(report),)),
        )
    )
    cities, communities = (_across(report, dimension) for dimension in ("city", "community"))
    blocks: tuple[Block, ...] = (
        about,
        *(card(report, one) for one in report.indicators),
        Legend(gauge_legend(report.indicators[0])),
        # A project has fewer cities than communities: the notes stand where the shorter table leaves room.
        Beside((cities, Prose(tuple(notes(report, contained=False)), "small")), (communities,)),
        funding(report),
    )
    return Section("summary", title(report), blocks, one_screen=True)


def card(report: Report, one: ReportIndicator) -> Card:
    """Returns an indicator at a glance."""
    shape, news = _NO_STATE
    if isinstance(one.status, Gap):
        state = _("{share} of the whole project's target").format(share=_share(one))
    else:
        shape, news = _STATES[one.status]
        state = shown(one.status_words)
    return Card(
        code=one.code,
        title=one.title,
        reached=shown(one.people.reached),
        of_target=_("of {target}").format(target=fmt.number(one.target)),
        shape=shape,
        state=state,
        news=news,
        lines=tuple(_lines(report, one)),
        drawing=gauge(report, one),
    )


def funding(report: Report) -> Funding:
    """Returns the funding statement and the disclaimer."""
    return Funding(funding_words(report.project, report.language))


def programme(report: Report) -> str:
    """Returns the programme, with its title if it has one."""
    project = report.project
    return ", ".join(filter(None, [project.programme, project.programme_title]))


def _lines(report: Report, one: ReportIndicator) -> Iterator[str]:
    recent = [recent_words(one.change_30_days, report.as_of)] if isinstance(one.change_30_days, int) else []
    yield " · ".join([confirmed_words(one.floor), *recent])
    if also := also_counted_words((other.indicator, other.people) for other in one.contained):
        yield also


def _figures_words(report: Report) -> str:
    final = [final_words(report.project)] if all(one.is_final for one in report.indicators) else []
    return " · ".join([as_of_words(report), *final])


def _share(one: ReportIndicator) -> str:
    reached = one.people.reached
    return fmt.share(reached, one.target) if isinstance(reached, int) else shown(reached)


def _across(report: Report, dimension: str) -> DocumentTable:
    found = [one.by(dimension) for one in report.indicators]
    codes = [one.code for one in report.indicators]
    return side_by_side(found[0].title, list(zip(codes, _shortened(found), strict=True)))


def _shortened(found: Sequence[ReportBreakdown]) -> Sequence[ReportBreakdown]:
    """Returns breakdowns by one dimension with their last lines merged, so that they fit on the page."""
    codes = list(labels_of(found))
    if len(codes) <= _MOST_LINES:
        return found
    kept = set(codes[: _MOST_LINES - 1])
    others = len(codes) - len(kept)
    label = ngettext("{n} other", "{n} others", others).format(n=fmt.number(others))
    if OTHER_LINES in codes:  # it stands for several lines, whose number can differ between the breakdowns
        label = other_lines_words(found[0].dimension)
    short = []
    for one in found:
        rest = [line for line in one.lines if line.code not in kept]
        people = sum(line.people.reached for line in rest if isinstance(line.people.reached, int))
        folded = tuple(code for line in rest for code in line.folded)
        last = Line(OTHER_LINES, label, Figures(people, Gap.NOT_APPLICABLE, Gap.NOT_APPLICABLE), folded)
        lines = (*(line for line in one.lines if line.code in kept), last)
        short.append(replace(one, lines=lines if one.shown else ()))
    return short
