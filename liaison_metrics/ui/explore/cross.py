"""An indicator by one or two dimensions: a table that adds up both ways; each number links to its events."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.domain.reach.model import Breakdown, BreakdownLine, Cross, Reach
from liaison_metrics.services.labels import by_dimension, dimension_name, in_more_than_one, label, ordered
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, bar, joined, table_of

EVENTS = "events"
"""The ``data-place`` of the events, for links that lead there."""

LIGHTEST, DARKEST = 7, 50
"""Percent of the colour in cells with fewest and most people. At 50, text has a contrast above 5 in light and dark."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A number in the table; ``row`` and ``column`` are its codes, "" in a margin.

    ``kind`` is "cell", "between" (people counted in several lines) or "sum".
    """

    people: int
    kind: str = "cell"
    row: str = ""
    column: str = ""

    @property
    def text(self) -> str:
        """The formatted number."""
        return fmt.number(self.people)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the table, margins included."""

    label: str
    kind: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class HeatGrid:
    """The table: column headers and rows, margins included."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...] = field(default=())


def cross_heading(filters: Filters) -> str:
    """Returns the heading: By community and city."""
    if not filters.columns or filters.columns == filters.rows:
        return by_dimension(filters.rows)
    return _("{rows} and {columns}").format(
        rows=by_dimension(filters.rows), columns=fmt.noun(dimension_name(filters.columns))
    )


def grid_of(project: Project, cross: Cross) -> HeatGrid:
    """Returns the table, with a line and a column for people counted several times, so that it adds up both ways."""
    rows = ordered(cross.rows.dimension, cross.rows.lines)
    columns = ordered(cross.columns.dimension, cross.columns.lines)
    people = {(cell.row, cell.column): cell.reached for cell in cross.cells}
    several_rows = cross.rows.dimension in EVENT_DIMENSIONS
    several_columns = cross.columns.dimension in EVENT_DIMENSIONS

    def row(name: str, kind: str, code: str, figures: list[int], total: int) -> GridRow:
        cells = [
            GridCell(figure, kind if kind != "line" else "cell", code, line.code)
            for figure, line in zip(figures, columns, strict=True)
        ]
        if several_columns:
            cells.append(GridCell(total - sum(figures), "between", code))
        cells.append(GridCell(total, "between" if kind == "between" else "sum", code))
        return GridRow(name, kind, tuple(cells))

    made = [
        row(
            label(project, cross.rows.dimension, line.code),
            "line",
            line.code,
            [people.get((line.code, column.code), 0) for column in columns],
            line.reached,
        )
        for line in rows
    ]
    if several_rows:
        figures = [c.reached - sum(people.get((line.code, c.code), 0) for line in rows) for c in columns]
        made.append(row(in_more_than_one(cross.rows.dimension), "between", "", figures, -cross.rows.overlap))
    made.append(row(_("Total"), "sum", "", [column.reached for column in columns], cross.total.reached))
    heads = [label(project, cross.columns.dimension, column.code) for column in columns]
    if several_columns:
        heads.append(in_more_than_one(cross.columns.dimension))
    return HeatGrid((*heads, _("Total")), tuple(made))


def cross_table(project: Project, filters: Filters, cross: Cross) -> Markup:
    """Returns the table, the darker a cell the more people; a click on a number filters by it and shows its events
    below."""
    grid = grid_of(project, cross)
    most = max((cell.reached for cell in cross.cells), default=0)
    rows = joined(
        Markup('<tr class="{}"><th scope="row" class="text">{}</th>{}</tr>').format(
            row.kind, row.label,
            joined(
                _cell(filters, f"{row.label}, {column}", cell, most)
                for cell, column in zip(row.cells, grid.columns, strict=True)
            ),
        )
        for row in grid.rows
    )  # fmt: skip
    return table_of(cross_heading(filters), (dimension_name(filters.rows),), grid.columns, rows, "heat")


def _cell(filters: Filters, name: str, cell: GridCell, most: int) -> Markup:
    if cell.kind == "between" or not cell.people:
        return Markup('<td class="n {}">{}</td>').format("between" if cell.kind == "between" else "none", cell.text)
    kept = filters.choosing(**{filters.columns: cell.column, filters.rows: cell.row})
    here = kept.chosen == filters.chosen and bool(cell.row or cell.column)
    inner = cell.kind == "cell"
    return Markup(
        '<td class="n{}{}"{}><a data-go="{} {}" href="{}" data-at="{}-{}" data-to="{}" aria-label="{}"{}>{}</a></td>'
    ).format(
        "" if inner else " sum", " here" if here else "",
        Markup(' style="--shade:{}%"').format(shade(cell.people, most)) if inner else NOTHING,
        filters.rows, filters.columns, kept.link, cell.row or "all", cell.column or "all", EVENTS,
        _("{n}, {place}: show events").format(n=cell.text, place=name),
        Markup(' aria-current="true"') if here else NOTHING, cell.text,
    )  # fmt: skip


def shade(people: int, most: int) -> int:
    """Returns how much of the colour a cell gets, in percent; text stays readable on the darkest."""
    return LIGHTEST + round((DARKEST - LIGHTEST) * people / most)


def single_table(project: Project, filters: Filters, breakdown: Breakdown) -> Markup:
    """Returns one dimension as a table with bars; each number links to its events."""
    dimension, lines = breakdown.dimension, ordered(breakdown.dimension, breakdown.lines)
    full = max((line.reached for line in lines), default=0)
    rows = [
        _single_row(
            filters.choosing(**{dimension: line.code}),
            label(project, dimension, line.code),
            line,
            bar(line.identified, line.unidentified, full),
            here=filters.chosen_in(dimension) == line.code,
        )
        for line in lines
    ]
    if dimension in EVENT_DIMENSIONS:
        twice = fmt.number(-breakdown.overlap)
        rows.append(
            Markup(
                '<tr class="between"><th scope="row" class="text">{}</th><td></td><td class="n between apart">{}</td>'
                '<td class="apart"></td><td class="n between">{}</td></tr>'
            ).format(in_more_than_one(dimension), twice, twice)
        )
    rows.append(_single_row(filters.choosing(**{dimension: ""}), _("Total"), breakdown.total))
    heads = (dimension_name(dimension), HeadCell(Markup('<span class="unseen">{}</span>').format(_("Bar")), "bar-cell"))
    figures = (HeadCell(_("identified"), "apart"), HeadCell(_("unidentified"), "apart"), _("reached"))
    return table_of(cross_heading(filters), heads, figures, joined(rows), "bars")


def _single_row(
    kept: Filters, name: str, line: BreakdownLine | Reach, line_bar: Markup = NOTHING, *, here: bool = False
) -> Markup:
    reached = fmt.number(line.reached)
    return Markup(
        '<tr class="{}"><th scope="row" class="text">{}</th><td class="bar-cell">{}</td><td class="n apart">{}</td>'
        '<td class="n apart">{}</td><td class="n{}"><a data-go="{}" href="{}" data-at="one-{}" data-to="{}"'
        ' aria-label="{}"{}>{}</a></td></tr>'
    ).format(
        "line" if line_bar else "sum", name, line_bar, fmt.number(line.identified), fmt.number(line.unidentified),
        " here" if here else "", kept.rows, kept.link, name, EVENTS,
        _("{n}, {place}: show events").format(n=reached, place=name),
        Markup(' aria-current="true"') if here else NOTHING, reached,
    )  # fmt: skip
