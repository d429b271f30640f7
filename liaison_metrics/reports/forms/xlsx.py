"""A report as a workbook: one sheet for each table, with native charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.reports.forms.promised_sheets import promised_sheets
from liaison_metrics.reports.forms.workbook import Cell, Placed, ReportWorkbook
from liaison_metrics.reports.model import (
    OTHER_LINES,
    Count,
    Figures,
    Gap,
    Hidden,
    Report,
    ReportBreakdown,
    ReportIndicator,
)
from liaison_metrics.reports.words import as_of_words, country_words, format_words, notes, shown
from liaison_metrics.reports.words.narrative import narrative_lines
from liaison_metrics.services.labels import basis_words, funding_words
from liaison_metrics.texts import _

IDENTIFIED, UNIDENTIFIED = "#1F4E79", "#9DC3E6"
"""Dark and light, distinct in greyscale too; the light one is also hatched."""

_CHART_ROWS = 18


def xlsx(report: Report) -> bytes:
    """Returns the report as a workbook, the same bytes for the same report."""
    project = report.project
    title = _("{project}: report as of {day}").format(project=project.acronym, day=report.as_of.isoformat())
    book = ReportWorkbook(title, project.acronym, project.title, report.counting, report.as_of)
    book.made_up = report.made_up
    book.prose(_("Report"), title, list(_front(report)))
    _indicators(book, report)
    for breakdown in report.indicators[0].breakdowns:
        _breakdowns(book, report, breakdown.dimension)
    _basis(book, report)
    _over_time(book, report)
    _cities(book, report)
    _strands(book, report)
    _events(book, report)
    promised_sheets(book, report)
    _narrative(book, report)
    _quality(book, report)
    return book.content()


def _narrative(book: ReportWorkbook, report: Report) -> None:
    rows: list[list[Cell]] = [[one.kind_words, one.label, one.text] for one in narrative_lines(report)]
    book.table(_("Texts and notes"), (_("Kind"), _("About"), _("Text")), rows)


def _front(report: Report) -> Iterator[tuple[str, Cell]]:
    project = report.project
    yield _("Project"), f"{project.acronym} – {project.title}"
    yield _("Project number"), project.number or Gap.NOT_STATED
    yield _("Programme"), project.programme
    yield _("Project period"), f"{project.start.isoformat()} – {project.end.isoformat()}"
    yield _("Report number"), report.number
    yield _("Scope"), as_of_words(report)
    yield _("Partners"), ", ".join(f"{one.name} ({fmt.country(one.country)})" for one in project.partners)
    yield _("Funding"), " ".join(funding_words(project, report.language))
    for number, note in enumerate(notes(report)):
        yield (_("How people are counted") if number == 0 else ""), note


def _indicators(book: ReportWorkbook, report: Report) -> None:
    heads = (
        _("Indicator"), _("Title"), _("Target"), _("Plan to date"), _("Reached"), _("Identified"), _("Unidentified"),
        _("At least"), _("Attendances"), _("Change in 30 days"), _("State"),
        *(_("Also in {indicator}").format(indicator=one.code) for one in report.indicators),
    )  # fmt: skip
    rows = [_indicator_row(report, one) for one in report.indicators]
    placed = book.table(_("Indicators"), heads, rows)
    chart = book.new_chart("column", "stacked")
    _series(chart, placed, (0, 0), ((_("Identified"), 5), (_("Unidentified"), 6)))
    target = book.new_chart("line")
    target.add_series(
        {
            "name": _("Target"),
            "categories": [placed.sheet, placed.first, 0, placed.last, 0],
            "values": [placed.sheet, placed.first, 2, placed.last, 2],
            "line": {"none": True},
            "marker": {"type": "long_dash", "size": 16, "fill": {"color": "#000000"}, "border": {"color": "#000000"}},
        }
    )
    chart.combine(target)
    _finish(chart, _("People reached, against the targets"))
    book.chart(placed, len(rows) + 3, 1, chart, _("Stacked columns: identified and unidentified people, and targets"))


def _indicator_row(report: Report, one: ReportIndicator) -> list[Cell]:
    held = {other.indicator: other.people for other in one.contained}
    return [
        one.code, one.title, one.target, one.plan, *_people(one.people), one.floor, one.attendances,
        one.change_30_days, one.status_words, *(held.get(o.code, Gap.NOT_APPLICABLE) for o in report.indicators),
    ]  # fmt: skip


def _breakdowns(book: ReportWorkbook, report: Report, dimension: str) -> None:
    """Adds a sheet with the breakdowns of all indicators by a dimension, one below the other, and a chart for each."""
    found = [(one, one.by(dimension)) for one in report.indicators]
    heads = (
        _("Indicator"), _("Code"), found[0][1].name, _("Reached"), _("Identified"), _("Unidentified"), _("Share"),
    )  # fmt: skip
    rows: list[list[Cell]] = []
    charts: list[tuple[ReportIndicator, ReportBreakdown, int, int]] = []
    for indicator, breakdown in found:
        if breakdown.lines:
            charts.append((indicator, breakdown, len(rows) + 1, len(rows) + len(breakdown.lines)))
        total = breakdown.total.reached
        for line in breakdown.lines:
            share = _share(line.people.reached, total)
            rows.append([indicator.code, line.code, line.label, *_people(line.people), share])
        rows += _ends(indicator, breakdown)
    placed = book.table(found[0][1].title, heads, rows)
    for number, (indicator, breakdown, first, last) in enumerate(charts):
        chart = book.new_chart("bar", "stacked")
        published = any(line.people.identified is Gap.NOT_PUBLISHED for line in breakdown.lines)
        columns = ((_("Reached"), 3),) if published else ((_("Identified"), 4), (_("Unidentified"), 5))
        _series(chart, Placed(placed.sheet, first, last), (2, 2), columns)
        chart.set_y_axis({"reverse": True})
        words = f"{indicator.code}: {fmt.inside(breakdown.title)}"
        _finish(chart, words)
        book.chart(placed, 1 + number * _CHART_ROWS, len(heads) + 1, chart, words)


def _ends(indicator: ReportIndicator, breakdown: ReportBreakdown) -> Iterator[list[Cell]]:
    """Yields the rows below a breakdown's lines: people in several lines, and the total."""
    if not breakdown.shown:
        left_out: Cell = Gap.NOT_PUBLISHED
        yield [indicator.code, None, None, left_out, left_out, left_out, None]
    if breakdown.dimension in EVENT_DIMENSIONS and isinstance(breakdown.overlap, int):
        words = shown(breakdown.overlap_words)
        yield [indicator.code, "overlap", words, -breakdown.overlap, -breakdown.overlap, 0, None]
    total = breakdown.total
    yield [indicator.code, "total", _("Total"), *_people(total), _share(total.reached, total.reached)]


def _over_time(book: ReportWorkbook, report: Report) -> None:
    heads = (_("Indicator"), _("Day"), _("Reached"), _("Identified"), _("Unidentified"))
    rows: list[list[Cell]] = []
    charts: list[tuple[ReportIndicator, int, int]] = []
    for one in report.indicators:
        charts.append((one, len(rows) + 1, len(rows) + len(one.curve)))
        rows += [[one.code, point.day, point.reached, point.identified, point.unidentified] for point in one.curve]
    placed = book.table(_("Over time"), heads, rows)
    for number, (one, first, last) in enumerate(charts):
        if last < first:
            continue
        chart = book.new_chart("area", "stacked")
        columns = ((_("Identified"), 3), (_("Unidentified"), 4))
        _series(chart, Placed(placed.sheet, first, last), (1, 1), columns)
        chart.set_x_axis({"date_axis": True, "num_format": "mmm yyyy"})
        words = _("{indicator}: people over time").format(indicator=one.code)
        _finish(chart, words)
        book.chart(placed, 1 + number * _CHART_ROWS, len(heads) + 1, chart, words)


def _cities(book: ReportWorkbook, report: Report) -> None:
    heads = (
        _("City"), _("Country"), _("Partner"), _("Indicator"), _("Breakdown"), _("Line"), _("Events"), _("Attendances"),
        _("Reached"), _("Identified"), _("Unidentified"),
    )  # fmt: skip
    rows: list[list[Cell]] = []
    for city in report.cities:
        for code, part in city.indicators:
            place: list[Cell] = [city.city.label, country_words(city.country), city.partner, code]
            rows.append([*place, _("Total"), None, part.events, part.attendances, *_people(part.people)])
            for breakdown in part.breakdowns:
                rows += [[*place, *line] for line in _part_lines(breakdown, 2)]
    book.table(_("Cities"), heads, rows)


def _strands(book: ReportWorkbook, report: Report) -> None:
    heads = (
        _("Strand"), _("Country"), _("Gender"), _("Events"), _("Attendances"), _("Reached"), _("Identified"),
        _("Unidentified"),
    )  # fmt: skip
    rows: list[list[Cell]] = []
    for one in report.strands:
        strand = one.strand.label if one.strand else _("All strands")
        place: list[Cell] = [strand, _("All countries") if one.country is None else country_words(one.country)]
        rows.append([*place, _("Total"), one.part.events, one.part.attendances, *_people(one.part.people)])
        for breakdown in one.part.breakdowns:
            rows += [[*place, *line[1:]] for line in _part_lines(breakdown, 2)]
    book.table(_("Strands and countries"), heads, rows)


def _part_lines(breakdown: ReportBreakdown, empty: int) -> Iterator[list[Cell]]:
    """Yields rows with breakdown, line, empty cells for figures that lines do not have, and people."""
    for line in breakdown.lines:
        yield [breakdown.name, line.label, *[None] * empty, *_people(line.people)]
    if not breakdown.shown:
        yield [breakdown.name, breakdown.name, *[None] * empty, *[Gap.NOT_PUBLISHED] * 3]


def _events(book: ReportWorkbook, report: Report) -> None:
    """Adds one row for each event, with a column for each gender, group and community."""
    columns: dict[tuple[str, str], str] = {}
    for event in report.events:
        for breakdown in event.breakdowns:
            for line in breakdown.lines:
                columns.setdefault((breakdown.dimension, line.code), f"{breakdown.name}: {line.label}")
    order = sorted(columns, key=lambda key: (key[0], key[1] == OTHER_LINES, columns[key]))
    heads = (
        _("Number"), _("Date"), _("Title"), _("Activity"), _("Strand"), _("City"), _("Country"), _("Partner"),
        _("Online or in person"), _("Participants"), _("Identified"), _("Unidentified"),
        *(columns[key] for key in order),
    )  # fmt: skip
    rows: list[list[Cell]] = []
    for event in report.events:
        rows.append(
            [
                event.number, event.date, event.title, event.activity.label, event.strand.label, event.city.label,
                country_words(event.country), event.partner, format_words(event), *_people(event.people),
                *(event.by(dimension).reached(code) for dimension, code in order),
            ]
        )  # fmt: skip
    book.table(_("Events"), heads, rows)


def _basis(book: ReportWorkbook, report: Report) -> None:
    known = [(one.code, one.basis) for one in report.indicators if one.basis is not None]
    lines = zip(*(basis_words(basis) for _code, basis in known), strict=True)
    rows: list[list[Cell]] = [[line[0][0], *(people for _words, people in line)] for line in lines]
    rows.append([_("People reached"), *(basis.reached for _code, basis in known)])
    book.table(_("How people are known"), (_("How people are known"), *(code for code, _basis in known)), rows)


def _quality(book: ReportWorkbook, report: Report) -> None:
    sums = report.quality.sums
    rows: list[list[Cell]] = [
        [_("uploads that count"), sums.uploads, None],
        [_("rows read"), sums.rows_read, None],
        [_("attendances"), sums.attendances, None],
        [_("people in headcounts"), sums.headcount, None],
        [_("rows not counted (staff, absent)"), sums.not_counted, None],
        [_("rows repeated"), sums.repeated, None],
        [_("rows already known"), sums.already_known, None],
        [_("rows rejected"), sums.rejected, None],
        [_("unanswered questions"), sums.questions, None],
    ]
    rows += [[one.words, one.people, _share(one.people, one.of)] for one in report.quality.shares]
    book.table(_("Data quality"), (_("Item"), _("number"), _("Share")), rows)


def _people(people: Figures) -> Sequence[Count]:
    return people.reached, people.identified, people.unidentified


def _share(part: Count, whole: Count) -> Cell:
    """Returns a part as a share of a whole: hidden if the part is, not applicable if the whole is zero."""
    if isinstance(part, Gap | Hidden):
        return part
    return part / whole if isinstance(whole, int) and whole else Gap.NOT_APPLICABLE


def _series(chart: object, placed: Placed, labels: tuple[int, int], columns: Sequence[tuple[str, int]]) -> None:
    """Adds columns of a table to a chart: the first dark and plain, the second light and hatched."""
    looks: tuple[dict[str, object], ...] = (
        {"fill": {"color": IDENTIFIED}},
        {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": IDENTIFIED, "bg_color": UNIDENTIFIED}},
    )
    for (name, column), look in zip(columns, looks, strict=False):
        chart.add_series(  # type: ignore[attr-defined]
            {
                "name": name,
                "categories": [placed.sheet, placed.first, labels[0], placed.last, labels[1]],
                "values": [placed.sheet, placed.first, column, placed.last, column],
                **look,
            }
        )


def _finish(chart: object, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 11}})  # type: ignore[attr-defined]
    chart.set_legend({"position": "bottom"})  # type: ignore[attr-defined]
    chart.set_size({"width": 640, "height": 340})  # type: ignore[attr-defined]
