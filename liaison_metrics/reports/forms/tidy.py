"""A report as CSV: one line a figure, in the columns of the project's exports and one more that says why a number is
not there."""

from __future__ import annotations

from collections.abc import Iterator

from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.exports.files import Line, Value, as_csv
from liaison_metrics.exports.frames import COLUMNS
from liaison_metrics.reports.model import Breakdown, Count, Figures, Gap, Indicator, Report, StrandPart, Text
from liaison_metrics.reports.words import mark
from liaison_metrics.texts import _

INDICATOR_COLUMNS = (*COLUMNS["indicators"], "mark")
EVENT_COLUMNS = ("number", *COLUMNS["events"])
STRAND_COLUMNS = (
    "strand", "country", "breakdown", "code", "label", "reached", "identified", "unidentified", "as_of", "mark",
)  # fmt: skip


def indicators_csv(report: Report) -> bytes:
    """Returns the indicators and their breakdowns; ``mark`` says why *reached* is empty: below_5, hidden,
    not_published …"""
    lines = [line for one in report.indicators for line in _indicator_lines(report, one)]
    return as_csv(INDICATOR_COLUMNS, lines)


def events_csv(report: Report) -> bytes:
    """Returns the events, the earliest first, each with its number in the report."""
    lines: list[Line] = [
        {
            "number": event.number,
            "activity": event.activity.code,
            "city": event.city.code,
            "date": event.date.isoformat(),
            "title": _cell(event.title),
            "partner": _cell(event.partner),
            "attendances": _cell(event.people.reached),
            "identified": _cell(event.people.identified),
            "unidentified": _cell(event.people.unidentified),
        }
        for event in report.events
    ]
    return as_csv(EVENT_COLUMNS, lines)


def strands_csv(report: Report) -> bytes:
    """Returns the people by strand, country and gender; "total" stands where all strands or all countries are meant."""
    return as_csv(STRAND_COLUMNS, [line for one in report.strands for line in _strand_lines(report, one)])


def _indicator_lines(report: Report, indicator: Indicator) -> Iterator[Line]:
    same: dict[str, Value] = {"target": indicator.target, "as_of": report.as_of.isoformat()}
    yield _line({"indicator": indicator.code, **same}, "total", "", indicator.title, indicator.people)
    for breakdown in indicator.breakdowns:
        yield from _breakdown_lines({"indicator": indicator.code, **same}, breakdown)
        if breakdown.dimension in EVENT_DIMENSIONS:
            overlap = Figures(breakdown.overlap, breakdown.overlap, 0)
            words = _("in more than one")
            yield _line({"indicator": indicator.code, **same}, "overlap", breakdown.dimension, words, overlap)


def _strand_lines(report: Report, one: StrandPart) -> Iterator[Line]:
    same: dict[str, Value] = {
        "strand": one.strand.code if one.strand else "total",
        "country": "total" if one.country is None else _cell(one.country),
        "as_of": report.as_of.isoformat(),
    }
    yield _line(same, "total", "", _("Total"), one.part.people)
    for breakdown in one.part.breakdowns:
        yield from _breakdown_lines(same, breakdown)


def _breakdown_lines(same: dict[str, Value], breakdown: Breakdown) -> Iterator[Line]:
    for line in breakdown.lines:
        yield _line(same, breakdown.dimension, line.code, line.label, line.people)
    if not breakdown.shown:
        nothing = Figures(Gap.NOT_PUBLISHED, Gap.NOT_PUBLISHED, Gap.NOT_PUBLISHED)
        yield _line(same, breakdown.dimension, "", breakdown.name, nothing)


def _line(same: dict[str, Value], breakdown: str, code: str, label: str, people: Figures) -> Line:
    return {
        **same,
        "breakdown": breakdown,
        "code": code,
        "label": label,
        "reached": _cell(people.reached),
        "identified": _cell(people.identified),
        "unidentified": _cell(people.unidentified),
        "mark": mark(people.reached),
    }


def _cell(value: Count | Text) -> Value:
    return value if isinstance(value, int | str) else None
