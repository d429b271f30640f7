"""The tables on the pages of a report. Their lines add up to the total, including people in several lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED
from liaison_metrics.domain.reach import AGE_BANDS
from liaison_metrics.reports.model import (
    OTHER_LINES,
    Count,
    Figures,
    Gap,
    Hidden,
    Report,
    ReportBreakdown,
    StrandPart,
    Text,
)
from liaison_metrics.reports.pages.charts import bar_of, people_legend
from liaison_metrics.reports.pages.document import Bar, Cell, DocumentColumn, DocumentTable, Key, Legend, Quiet, Row
from liaison_metrics.reports.words import country_words, shown
from liaison_metrics.services.labels import other_lines_words
from liaison_metrics.texts import _


def cell(value: Count | Text) -> Cell:
    """Returns a number or text as a cell; text in place of a number is muted."""
    return Quiet(shown(value)) if isinstance(value, Gap | Hidden) else shown(value)


def breakdown_table(breakdown: ReportBreakdown) -> DocumentTable:
    """Returns a breakdown with a bar for each line. If known, identified and unidentified people have columns."""
    divided = not any(line.people.identified is Gap.NOT_PUBLISHED for line in breakdown.lines)
    heads = (_("identified"), _("unidentified")) if divided else ()
    columns = (
        DocumentColumn(breakdown.name, "words"), DocumentColumn("", "bar"), *map(DocumentColumn, heads),
        DocumentColumn(_("reached")),
        DocumentColumn(_("share")),
    )  # fmt: skip
    if not breakdown.lines:
        return DocumentTable(breakdown.title, columns, (), _nothing(breakdown))
    full = max((n for line in breakdown.lines if isinstance(n := line.people.reached, int)), default=0) or 1
    total = breakdown.total.reached
    rows = [
        Row((line.label, bar_of(line.people, full), *_people(line.people, divided), _share(line.people.reached, total)))
        for line in breakdown.lines
    ]
    if isinstance(breakdown.overlap, int):
        twice = fmt.number(-breakdown.overlap)
        apart = (twice, "") if divided else ()
        rows.append(Row((shown(breakdown.overlap_words), Bar(), *apart, twice, ""), "between"))
    rows.append(Row((_("Total"), Bar(), *_people(breakdown.total, divided), _share(total, total)), "sum"))
    note = "" if divided else _("The published tables show totals only.")
    return DocumentTable(breakdown.title, columns, tuple(rows), note)


def side_by_side(title: str, breakdowns: Sequence[tuple[str, ReportBreakdown]]) -> DocumentTable:
    """Returns breakdowns by one dimension side by side, with a column for each."""
    name = breakdowns[0][1].name
    columns = (DocumentColumn(name, "words"), *(DocumentColumn(head) for head, _breakdown in breakdowns))
    found = [one for _head, one in breakdowns]
    labels = labels_of(found)
    if not labels:
        return DocumentTable(title, columns, (), _nothing(found[0]))
    rows = [Row((label, *(cell(one.reached(code)) for one in found))) for code, label in labels.items()]
    if any(isinstance(one.overlap, int) for one in found):
        twice = (fmt.number(-one.overlap) if isinstance(one.overlap, int) else cell(one.overlap) for one in found)
        rows.append(Row((shown(found[0].overlap_words), *twice), "between"))
    rows.append(Row((_("Total"), *(cell(one.total.reached) for one in found)), "sum"))
    return DocumentTable(title, columns, tuple(rows))


def labels_of(breakdowns: Sequence[ReportBreakdown]) -> dict[str, str]:
    """Returns the labels of all lines of breakdowns by one dimension, by their codes. The line for hidden ones comes
    last, without their number if the breakdowns hide different numbers of lines."""
    lines = [line for one in sorted(breakdowns, key=lambda one: -len(one.lines)) for line in one.lines]
    labels = {line.code: line.label for line in lines if line.code != OTHER_LINES}
    dimension = breakdowns[0].dimension if breakdowns else ""
    if dimension == "age_band":  # the longest breakdown need not have all bands
        labels = {code: labels[code] for code in (*AGE_BANDS, NOT_STATED) if code in labels}
    others = {line.label for line in lines if line.code == OTHER_LINES}
    if others:
        labels[OTHER_LINES] = others.pop() if len(others) == 1 else other_lines_words(dimension)
    return labels


def strand_table(report: Report) -> DocumentTable:
    """Returns all participants by strand, country and gender."""
    genders = _genders(report.strands)
    columns = (
        DocumentColumn(_("Strand"), "words"), DocumentColumn(_("Country"), "words"),
        *map(DocumentColumn, genders.values()),
        DocumentColumn(_("People")), DocumentColumn(_("Events")),
    )  # fmt: skip
    rows: list[Row] = []
    for strand in dict.fromkeys(one.strand for one in report.strands):
        own = [one for one in report.strands if one.strand == strand]
        rows += [_strand_row(one, genders) for one in sorted(own, key=_by_country)]
    note = _("People who attended in several strands or countries are in each of them, and once in every total.")
    if report.strands and not genders:
        note = f"{note} {_('By gender: not published.')}"
    return DocumentTable(
        _("By strand, country and gender"), columns, tuple(rows), note if rows else _("No people recorded yet.")
    )


def _by_country(one: StrandPart) -> tuple[bool, tuple[str, ...]]:
    """Returns what the parts of a strand are sorted by: the names of their countries, all countries last."""
    return one.country is None, fmt.sort_key(shown(country_words(one.country))) if one.country else ()


def event_table(report: Report) -> DocumentTable:
    """Returns the list of events."""
    columns = (
        DocumentColumn(_("No.")),
        *(DocumentColumn(head, "words") for head in (_("Date"), _("Title"), _("Type"), _("City"), _("Partner"))),
        DocumentColumn(_("identified")), DocumentColumn(_("unidentified")), DocumentColumn(_("people")),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                str(event.number), fmt.day(event.date), cell(event.title), event.activity.label, event.city.label,
                cell(event.partner), *_people(event.people),
            )
        )
        for event in report.events
    )  # fmt: skip
    return DocumentTable(_("Events"), columns, rows, "" if rows else _("No events yet."))


def quality_tables(report: Report) -> Iterator[DocumentTable]:
    """Yields what happened to the rows of all sheets, and how many people and events have unknown details."""
    sums = report.quality.sums
    kept = (
        (_("attendances of participants"), sums.attendances), (_("headcounts"), sums.headcount_rows),
        (_("repeated: same person at the same event"), sums.repeated), (_("staff or absent"), sums.not_counted),
        (_("already known from an earlier file"), sums.already_known), (_("rejected"), sums.rejected),
    )  # fmt: skip
    rows = [Row((words, fmt.number(count))) for words, count in kept]
    rows.append(Row((_("Rows read"), fmt.number(sums.rows_read)), "sum"))
    yield DocumentTable(
        _("Rows of the sheets"),
        (DocumentColumn(_("Rows"), "words", fitted=True), DocumentColumn(_("rows"))),
        tuple(rows),
    )
    known = tuple(
        Row((share.words, cell(share.people), fmt.number(share.of), _share(share.people, share.of)))
        for share in report.quality.shares
    )
    columns = (
        DocumentColumn(_("What is unknown"), "words", fitted=True),
        DocumentColumn(_("number")),
        DocumentColumn(_("of")),
        DocumentColumn(_("share")),
    )
    note = _("People of {indicator}.").format(indicator=report.quality.broadest)
    yield DocumentTable(_("Missing information"), columns, known, note)


def legend_of(tables: Iterable[DocumentTable]) -> Legend:
    """Returns the legend for the bars in some tables."""
    bars = [one for table in tables for row in table.rows for one in row.cells if isinstance(one, Bar)]
    keys: list[Key] = []
    if any(one.identified or one.unidentified for one in bars):
        keys += people_legend()
    if any(one.together for one in bars):
        keys.append(Key("together", _("people, identified or not")))
    return Legend(tuple(keys))


def _nothing(breakdown: ReportBreakdown) -> str:
    if breakdown.shown:
        return _("No people recorded yet.")
    return _("Not published: this table could reveal small numbers.")


def _people(people: Figures, divided: bool = True) -> tuple[Cell, ...]:
    apart = (cell(people.identified), cell(people.unidentified)) if divided else ()
    return *apart, cell(people.reached)


def _share(part: Count, whole: Count) -> str:
    return fmt.share(part, whole) if isinstance(part, int) and isinstance(whole, int) else ""


def _genders(strands: Iterable[StrandPart]) -> dict[str, str]:
    everybody_first = sorted(strands, key=lambda one: (one.strand is not None, one.country is not None))
    return labels_of([one.part.by("gender") for one in everybody_first])


def _strand_row(one: StrandPart, genders: dict[str, str]) -> Row:
    gender = one.part.by("gender")
    return Row(
        (
            one.strand.label if one.strand else _("All strands"),
            _("all countries") if one.country is None else cell(country_words(one.country)),
            *(cell(gender.reached(code)) for code in genders),
            cell(one.part.people.reached),
            fmt.number(one.part.events),
        ),
        "sum" if one.country is None else "line",
    )
