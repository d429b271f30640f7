"""The pages of a report in order, for PDF and HTML, and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import CityPart, Gap, Hidden, Report, ReportBreakdown, ReportIndicator
from liaison_metrics.reports.pages.charts import people_legend
from liaison_metrics.reports.pages.curve import curve, curve_legend
from liaison_metrics.reports.pages.document import (
    Beside,
    Block,
    Cell,
    Contents,
    Document,
    DocumentChart,
    DocumentColumn,
    DocumentTable,
    FactList,
    Key,
    Legend,
    Points,
    Prose,
    Row,
    Section,
)
from liaison_metrics.reports.pages.gauge import gauge_legend
from liaison_metrics.reports.pages.promised import committees_section, communities_section, objectives_section
from liaison_metrics.reports.pages.summary import card, marking, number_words, programme, running, summary, title
from liaison_metrics.reports.pages.tables import (
    breakdown_table,
    cell,
    event_table,
    legend_of,
    quality_tables,
    side_by_side,
    strand_table,
)
from liaison_metrics.reports.pages.work_plan import work_plan
from liaison_metrics.reports.words import as_of_words, country_words, notes, shown, stated
from liaison_metrics.reports.words.narrative import narrative_lines
from liaison_metrics.services.labels import basis_words
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart or card on its own: the name of its file, its title (empty for a card, which has one) and its blocks."""

    name: str
    title: str
    blocks: tuple[Block, ...]


def document(report: Report) -> Document:
    """Returns the whole report as a document."""
    return report_document(
        report,
        title(report),
        (
            summary(report),
            _about(report),
            *(_indicator(report, one) for one in report.indicators),
            *objectives_section(report),
            *_cities(report),
            Section("strands", _("Strands and countries"), (strand_table(report),), own_page=True),
            *committees_section(report),
            *communities_section(report),
            Section("events", _("Events"), (event_table(report),), own_page=True),
            *((work_plan(report),) if report.activities or report.deliverables else ()),
            *_notes(report),
            Section("counting", _("How people are counted"), _counting(report), own_page=True),
            _quality(report),
        ),
    )


def report_document(report: Report, title: str, sections: tuple[Section, ...]) -> Document:
    """Returns sections as a document with the page header and footer of a report."""
    day = report.as_of
    return Document(
        language=report.language,
        title=title,
        author=report.project.acronym,
        day=(day.year, day.month, day.day),
        running=running(report),
        marking=marking(report),
        counting=report.counting,
        page=_("Page {page} of {pages}"),
        sections=sections,
        others=report.project.in_other_languages(),
    )


def pictures(report: Report) -> Iterator[Picture]:
    """Yields each indicator's card, curve and breakdowns, and the texts and notes if there are any."""
    for one in report.indicators:
        yield card_picture(report, one)
        yield curve_picture(report, one)
        for breakdown in one.breakdowns:
            yield breakdown_picture(one, breakdown)
    if lines := tuple((one.label, (one.text,)) for one in narrative_lines(report)):
        yield Picture("notes", _("Texts and notes"), (FactList(lines),))


def card_picture(report: Report, one: ReportIndicator) -> Picture:
    """Returns an indicator's card with its legend."""
    return Picture(f"{one.code}-card", "", (card(report, one), Legend(gauge_legend(one))))


def curve_picture(report: Report, one: ReportIndicator) -> Picture:
    """Returns an indicator's people over time with the legend."""
    title = _("{indicator}: over time").format(indicator=one.title)
    return Picture(f"{one.code}-over-time", title, (DocumentChart("", curve(report, one)), Legend(curve_legend(one))))


def breakdown_picture(one: ReportIndicator, breakdown: ReportBreakdown) -> Picture:
    """Returns one of an indicator's breakdowns with its legend."""
    table = replace(breakdown_table(breakdown), title="")
    title = f"{one.title}: {fmt.inside(breakdown.title)}"
    return Picture(f"{one.code}-by-{breakdown.dimension.replace('_', '-')}", title, (table, legend_of([table])))


def _about(report: Report) -> Section:
    project = report.project
    facts: tuple[tuple[str, tuple[Cell, ...]], ...] = (
        (_("Title"), (project.title,)),
        (_("Project number"), (cell(stated(project.number)),)),
        (_("Programme"), (programme(report),)),
        (_("Field"), (cell(stated(project.field)),)),
        (_("Period"), (f"{fmt.day(project.start)} – {fmt.day(project.end)}",)),
        (_("Partners"), tuple(_partner_words(report))),
        (_("Figures"), (as_of_words(report),)),
        (_("Report"), (number_words(report),)),
    )
    blocks: list[Block] = [Contents(), FactList(facts)]
    if project.objectives and not report.objectives:
        blocks += [Prose((_("Objectives"),), "title"), Points(tuple(one.text for one in project.objectives))]
    return Section("about", _("Contents and project"), tuple(blocks), own_page=True)


def _partner_words(report: Report) -> Iterator[str]:
    for one in report.project.partners:
        words = f"{one.name} ({fmt.country(one.country)})"
        yield _("{partner}, coordinator").format(partner=words) if one.coordinator else words


def _indicator(report: Report, one: ReportIndicator) -> Section:
    tables = [breakdown_table(breakdown) for breakdown in one.breakdowns]
    rows: list[tuple[str, tuple[Cell, ...]]] = [
        (_("Target"), (fmt.number(one.target),)),
        (_("Plan to date"), (cell(one.plan),)),
        (_("State"), (cell(one.status_words),)),
        (_("Reached"), (cell(one.people.reached),)),
        (_("Identified"), (cell(one.people.identified),)),
        (_("Unidentified"), (cell(one.people.unidentified),)),
        (_("At least"), (fmt.number(one.floor),)),
        (_("Attendances"), (fmt.number(one.attendances),)),
        (_("Change in 30 days"), (_change_cell(one),)),
    ]
    for held in one.contained:
        rows.append((_("Also counted in {code}").format(code=held.indicator), (fmt.number(held.people),)))
    chart = DocumentChart(_("Over time"), curve(report, one))
    keys = dict.fromkeys((*curve_legend(one), *legend_of(tables).keys))
    blocks = (card(report, one), Legend(gauge_legend(one)), *_told(report, one), FactList(tuple(rows)), chart)
    return Section(one.code, f"{one.code} · {one.title}", (*blocks, Legend(tuple(keys)), *tables), own_page=True)


def _told(report: Report, one: ReportIndicator) -> Iterator[Block]:
    """Yields the text and the notes on an indicator."""
    for line in narrative_lines(report):
        if (line.about, line.code) == ("indicator", one.code):
            title = f"{line.kind_words}: " if line.is_note else ""
            yield Prose(tuple(f"{title}{line.text}".split("\n\n")))


def _notes(report: Report) -> Iterator[Section]:
    """Yields the section of the notes on months, partners and events, if the report has any."""
    lines = [one for one in narrative_lines(report) if one.about != "indicator"]
    if lines:
        facts = FactList(tuple((one.label, (one.text,)) for one in lines))
        yield Section("notes", _("Notes"), (facts,), own_page=True)


def _change_cell(one: ReportIndicator) -> Cell:
    return cell(one.change_30_days) if isinstance(one.change_30_days, Gap) else fmt.change(one.change_30_days)


def _cities(report: Report) -> Iterator[Section]:
    yield Section("cities", _("Cities"), (Prose((_city_words(),)),), own_page=True)
    for city in report.cities:
        yield Section(f"city-{city.city.code}", city.city.label, tuple(_city(report, city)), level=2)


def _city_words() -> str:
    return _(
        "The people who attended events in each city, each counted once per city. People seen in two cities are in "
        "both, so the cities can add up to more than the project."
    )


def _city(report: Report, city: CityPart) -> Iterator[Block]:
    yield FactList(((_("Country"), (cell(country_words(city.country)),)), (_("Partner"), (cell(city.partner),))))
    heads = (_("Indicator"), _("reached"), _("identified"), _("unidentified"), _("attendances"), _("events"))
    rows = []
    for code, part in city.indicators:
        people = (part.people.reached, part.people.identified, part.people.unidentified)
        rows.append(Row((code, *map(cell, people), fmt.number(part.attendances), fmt.number(part.events))))
    columns = (DocumentColumn(heads[0], "words"), *map(DocumentColumn, heads[1:]))
    yield DocumentTable(_("{city}: people reached").format(city=city.city.label), columns, tuple(rows))
    dimensions = [one.dimension for one in city.indicators[0][1].breakdowns]
    tables = []
    for dimension in dimensions:
        found = [(code, part.by(dimension)) for code, part in city.indicators]
        tables.append(side_by_side(f"{city.city.label}: {fmt.inside(found[0][1].title)}", found))
    yield Beside(tuple(tables[:1]), tuple(tables[1:]))


def _counting(report: Report) -> tuple[Block, ...]:
    meanings = (
        (
            _("identified"),
            _("people listed with a name, e-mail address or phone number, each counted once however often they came"),
        ),
        (
            _("unidentified"),
            _(
                "people listed without such details, stated in addition to a list, or stated by a headcount beyond the "
                "list; counted at each event, in a series at its largest event"
            ),
        ),
        (_("reached"), _("identified and unidentified people together")),
        (_("at least"), _("the smallest number of different people that lists and headcounts allow")),
        (_("attendances"), _("every time somebody attended, and all unidentified people")),
        (_("in more than one city"), _("people in several lines of a table; subtracted so that the table adds up")),
        (
            _("plan to date"),
            _(
                "the part of the target expected by the date of the figures: people expected at planned events, the "
                "rest spread evenly over the project; for a target of one event, all of it from the day of the event"
            ),
        ),
    )
    signs = [
        ("0", _("counted: nobody")),
        (shown(Gap.NOT_STATED), _("unknown: the sheets do not state it")),
        (shown(Gap.NOT_APPLICABLE), _("no such figure is possible")),
    ]
    if report.threshold is not None:
        signs += [
            (shown(Hidden()), _("not published: it is or would reveal a small number; added to the line of others")),
            (shown(Gap.NOT_PUBLISHED), _("left out of the published report")),
        ]
    return (
        Prose(tuple(notes(report))),
        FactList(tuple((word, (meaning,)) for word, meaning in meanings)),
        Prose((_("In place of a number:"),)),
        FactList(tuple((sign, (meaning,)) for sign, meaning in signs)),
        Legend(_all_marks(report)),
        _basis_table(report),
    )


def _basis_table(report: Report) -> DocumentTable:
    """Returns how the people of each indicator are known; each column adds up to the figure."""
    known = [(one, one.basis) for one in report.indicators if one.basis is not None]
    columns = (
        DocumentColumn(_("How people are known"), "words"),
        *(DocumentColumn(one.code) for one, _known in known),
    )
    lines = zip(*(basis_words(basis) for _one, basis in known), strict=True)
    rows = [Row((line[0][0], *(fmt.number(people) for _words, people in line))) for line in lines]
    total = Row((_("People reached"), *(fmt.number(basis.reached) for _one, basis in known)), "sum")
    return DocumentTable(_("What the figures rest on"), columns, (*rows, total))


def _all_marks(report: Report) -> tuple[Key, ...]:
    marks = (*people_legend(), Key("target", _("target")), Key("plan", _("plan to date")))
    if report.threshold is None:
        return marks
    return (*marks, Key("together", _("people, identified or not")))


def _quality(report: Report) -> Section:
    sums = report.quality.sums
    facts = FactList(
        (
            (_("Uploads that count"), (fmt.number(sums.uploads),)),
            (_("People in headcounts"), (fmt.number(sums.headcount),)),
            (_("Unanswered questions"), (fmt.number(sums.questions),)),
        )
    )
    whole = Prose((_("All uploads of the whole project so far, regardless of date and scope."),))
    first, second = quality_tables(report)
    return Section("quality", _("Data quality"), (whole, facts, first, second))
