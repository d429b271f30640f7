"""Event sheets: one page for each event, as funding portals request it, and the totals by strand, country, gender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liaison_metrics import format as fmt
from liaison_metrics.reports.forms.typst import typesetting
from liaison_metrics.reports.model import OTHER_LINES, Event, Gap, Report, ReportBreakdown, Text
from liaison_metrics.reports.pages.contents import report_document
from liaison_metrics.reports.pages.document import (
    Beside,
    Block,
    Document,
    DocumentColumn,
    DocumentTable,
    FactList,
    Prose,
    Row,
    Section,
)
from liaison_metrics.reports.pages.summary import funding, subject
from liaison_metrics.reports.pages.tables import cell, strand_table
from liaison_metrics.reports.words import country_words, format_words, notes, shown, survey_words
from liaison_metrics.reports.words.narrative import notes_on
from liaison_metrics.texts import _

MOST_SHEETS = 1000
"""The most events with a sheet of their own. Files with more pages are too large to open and read."""


def event_sheets(report: Report) -> bytes:
    """Returns the totals and then one page for each event, the earliest first, as a tagged PDF/UA-1.

    If there are more than ``MOST_SHEETS`` events, only the latest have a sheet, and the first page says so.
    """
    return typesetting.pdf(sheets(report))


def sheets(report: Report) -> Document:
    """Returns the sheets as a document. Every page says to check the programme's template."""
    events = report.events[-MOST_SHEETS:]
    title = _("{project}: event sheets up to {day}").format(project=subject(report), day=fmt.day(report.as_of))
    sections = (
        Section("totals", title, tuple(_first_page(report, len(events)))),
        *(_sheet(report, one) for one in events),
    )
    document = report_document(report, title, sections)
    warnings = [_("Check against your programme's template"), document.marking]
    return replace(document, marking=" · ".join(filter(None, warnings)))


def _first_page(report: Report, sheets: int) -> Iterator[Block]:
    if sheets < len(report.events):
        yield Prose((_too_many(report, sheets),), "loud")
    yield strand_table(report)
    yield Prose(tuple(notes(report)), "small")
    yield funding(report)


def _too_many(report: Report, sheets: int) -> str:
    return _(
        "This file has sheets for the latest {sheets} of {events} events, starting with event {first}. For the others, "
        "choose an earlier date or a city. The totals include all events."
    ).format(
        sheets=fmt.number(sheets), events=fmt.number(len(report.events)), first=report.events[-sheets].number
    )  # fmt: skip


def _sheet(report: Report, event: Event) -> Section:
    name = event.title if isinstance(event.title, str) else f"{event.activity.label}, {event.city.label}"
    facts: tuple[tuple[str, Text], ...] = (
        (_("Number"), str(event.number)),
        (_("Name"), event.title),
        (_("Type"), event.activity.label),
        (_("Strand"), event.strand.label),
        (_("In person or online"), format_words(event)),
        (_("Venue"), event.text("venue")),
        (_("City"), event.city.label),
        (_("Country"), country_words(event.country)),
        (_("Dates"), fmt.day(event.date)),
        (_("Partner"), event.partner),
        (_("Participants"), shown(event.people.reached)),
        (_("Identified"), shown(event.people.identified)),
        (_("Unidentified"), shown(event.people.unidentified)),
        (_("Signatures"), event.signed if isinstance(event.signed, str) else shown(event.signed)),
        (_("Evidence kept"), event.evidence),
        (_("Organisers"), event.text("organisers")),
        (_("Description"), event.text("description")),
        (_("Programme"), event.text("link")),
        (_("Survey of participants"), survey_words(event)),
        *((_("Note"), text) for text in notes_on(report, event)),
    )
    blocks = (
        FactList(tuple((label, (cell(words),)) for label, words in facts)),
        Beside((_people_by(event.by("gender")), _by_country(event)), (_people_by(event.by("group")),)),
    )
    return Section(f"event-{event.number}", f"{event.number} · {name}", blocks, own_page=True)


def _people_by(breakdown: ReportBreakdown) -> DocumentTable:
    """Returns the participants by one dimension."""
    title = _("Participants {by_dimension}").format(by_dimension=fmt.inside(breakdown.title))
    columns = (DocumentColumn(breakdown.name, "words"), DocumentColumn(_("people")))
    if not breakdown.lines:
        return DocumentTable(
            title, columns, (), _("No people recorded yet.") if breakdown.shown else shown(Gap.NOT_PUBLISHED)
        )
    rows = [Row((line.label, cell(line.people.reached))) for line in breakdown.lines]
    return DocumentTable(title, columns, (*rows, Row((_("Total"), cell(breakdown.total.reached)), "sum")))


def _by_country(event: Event) -> DocumentTable:
    """Returns the participants by the country that they came from."""
    title, found = _("Participants by country"), event.data.countries
    if not found:
        why = Gap.NOT_PUBLISHED if "countries" in event.left_out else Gap.NOT_STATED
        return DocumentTable(title, (), (), shown(why))
    columns = (DocumentColumn(_("Country"), "words"), DocumentColumn(_("people")))
    rows = tuple(
        Row((_("others") if code == OTHER_LINES else fmt.country(code), fmt.number(number))) for code, number in found
    )
    return DocumentTable(title, columns, rows)
