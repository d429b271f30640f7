"""An indicator by one or two dimensions: a table that adds up both ways; each number links to its events."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.domain.reach.model import Breakdown, Cross
from liaison_metrics.services.labels import by_dimension, dimension_name, in_more_than_one, label, ordered
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import joined, table_of

EVENTS = "events"
"""The ``data-place`` of the events, for links that lead there."""


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
        """The formatted number; a cell without people is empty."""
        return fmt.number(self.people) if self.people or self.kind != "cell" else ""


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
        rows=by_dimension(filters.rows), columns=dimension_name(filters.columns).lower()
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
    """Returns the table; a click on a number filters by it and shows its events below."""
    grid = grid_of(project, cross)
    rows = joined(
        Markup('<tr class="{}"><th scope="row" class="text">{}</th>{}</tr>').format(
            row.kind, row.label, joined(_cell(filters, row, cell) for cell in row.cells)
        )
        for row in grid.rows
    )
    return table_of(cross_heading(filters), (dimension_name(filters.rows),), grid.columns, rows)


def _cell(filters: Filters, row: GridRow, cell: GridCell) -> Markup:
    if cell.kind == "between" or not cell.people:
        return Markup('<td class="n {}">{}</td>').format("between" if cell.kind == "between" else "", cell.text)
    kept = filters.choosing(**{filters.columns: cell.column, filters.rows: cell.row})
    here = kept.chosen == filters.chosen and bool(cell.row or cell.column)
    return Markup(
        '<td class="n{}{}"><a data-go="{} {}" href="{}" data-at="{}-{}" data-to="{}" aria-label="{}">{}</a></td>'
    ).format(
        " sum" if cell.kind == "sum" or row.kind == "sum" else "",
        " here" if here else "",
        filters.rows,
        filters.columns,
        kept.link,
        cell.row or "all",
        cell.column or "all",
        EVENTS,
        _("{n}, {row}: show events").format(n=cell.text, row=row.label),
        cell.text,
    )


def single_table(project: Project, filters: Filters, breakdown: Breakdown) -> Markup:
    """Returns one dimension as a table; each number links to its events."""
    rows = [
        _single_row(
            filters.choosing(**{breakdown.dimension: line.code}),
            label(project, breakdown.dimension, line.code),
            (line.identified, line.unidentified, line.reached),
            filters.chosen_in(breakdown.dimension) == line.code,
        )
        for line in ordered(breakdown.dimension, breakdown.lines)
    ]
    if breakdown.dimension in EVENT_DIMENSIONS:
        twice = fmt.number(-breakdown.overlap)
        rows.append(
            Markup(
                '<tr class="between"><th scope="row" class="text">{}</th><td class="n between">{}</td><td></td>'
                '<td class="n between">{}</td></tr>'
            ).format(in_more_than_one(breakdown.dimension), twice, twice)
        )
    total = breakdown.total
    sums = (total.identified, total.unidentified, total.reached)
    rows.append(_single_row(filters.choosing(**{breakdown.dimension: ""}), _("Total"), sums, kind="sum"))
    figures = (_("identified"), _("unidentified"), _("reached"))
    return table_of(cross_heading(filters), (dimension_name(breakdown.dimension),), figures, joined(rows))


def _single_row(
    kept: Filters, name: str, figures: tuple[int, int, int], here: bool = False, kind: str = "line"
) -> Markup:
    identified, unidentified, reached = (fmt.number(figure) for figure in figures)
    return Markup(
        '<tr class="{}"><th scope="row" class="text">{}</th><td class="n">{}</td><td class="n">{}</td>'
        '<td class="n sum{}"><a data-go="{}" href="{}" data-at="one-{}" data-to="{}" aria-label="{}">{}</a></td></tr>'
    ).format(
        kind, name, identified, unidentified, " here" if here else "", kept.rows, kept.link, name,
        EVENTS,
        _("{n}, {row}: show events").format(n=reached, row=name), reached,
    )  # fmt: skip
