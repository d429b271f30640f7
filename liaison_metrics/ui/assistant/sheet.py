"""The sheet as it was read: its rows with each column's meaning over them, and the form that changes how it is read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.intake import FileReport
from liaison_metrics.sheets.answers import LEFT_OUT, UNUSED, Answer
from liaison_metrics.sheets.cells import text_of
from liaison_metrics.sheets.columns import letter
from liaison_metrics.sheets.model import Cell, Grid, ReadTable, Workbook
from liaison_metrics.texts import _
from liaison_metrics.ui.assistant.drafts import Draft
from liaison_metrics.ui.assistant.words import meaning_words, meanings
from liaison_metrics.ui.board import board
from liaison_metrics.ui.parts import joined
from liaison_metrics.ui.uploaded import reason_words

ROWS = 15
"""Rows that are shown at once."""

_MOST_COLUMNS = 40
_LONGEST_CELL = 60
_SHORT = 30


def draw(draft: Draft, report: FileReport) -> None:
    """Draws one sheet of a file, the way to the others and to its further rows, and what can be said about it."""
    workbook = draft.workbook
    if workbook is None:
        return
    names = [grid.name for grid in workbook.grids]
    key = f"draft-{draft.number}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = names[0]
        if len(names) > 1:
            name = st.selectbox(_("Sheet"), names, key=f"{key}-sheet")
        grid = next(one for one in workbook.grids if one.name == name)
        pages = max(1, -(-len(grid.rows) // ROWS))
        first = 1
        if pages > 1:
            page = st.number_input(
                _("Rows, {n} at a time").format(n=ROWS), 1, pages, _page_of_header(report, name), key=f"{key}-page"
            )
            first = (int(page) - 1) * ROWS + 1
    board(f"{key}-grid", _grid(grid, [t for t in report.tables if t.sheet == name], _told(report, name), first))
    with st.expander(_("Change how this sheet is read")):
        _form(draft, report, workbook, grid)


def _page_of_header(report: FileReport, sheet: str) -> int:
    rows = [table.header_row for table in report.tables if table.sheet == sheet and table.header_row]
    return (rows[0] - 1) // ROWS + 1 if rows else 1


def _told(report: FileReport, sheet: str) -> dict[int, str]:
    """Returns what is said of single rows, by their numbers."""
    tables = [table for table in report.tables if table.sheet == sheet]
    begun = [table.header_row for table in tables if table.header_row]
    told = dict.fromkeys(range(1, min(begun)), _("about the event")) if begun else {}
    told |= {row: why for table in tables for row, why in table.left_out}
    told |= {row.row: reason_words(row.reason.value) for row in report.not_counted if row.sheet == sheet}
    told |= {row.row: _("rejected") for row in report.rejected if row.sheet == sheet}
    return told | dict.fromkeys(begun, _("headers"))


def _grid(grid: Grid, tables: Sequence[ReadTable], told: dict[int, str], first: int) -> Markup:
    shown = [(number, grid.rows[number - 1]) for number in range(first, min(first + ROWS, len(grid.rows) + 1))]
    width = min(_MOST_COLUMNS, max((len(cells) for _number, cells in shown), default=0))
    table = _table_at(tables, first)
    meant = {column.at: column.meaning for column in table.columns} if table else {}
    heads = joined(
        Markup('<th scope="col"><span class="muted">{}</span><br><span class="{}">{}</span></th>').format(
            letter(at), "strong" if meant.get(at, "") not in ("", UNUSED) else "muted", _meant(meant, at)
        )
        for at in range(width)
    )
    rows = joined(_row(number, cells[:width], width, told.get(number, "")) for number, cells in shown)
    last = shown[-1][0] if shown else 0
    caption = _("{sheet}: rows {first} to {last} of {all}").format(
        sheet=grid.name, first=fmt.number(first), last=fmt.number(last), all=fmt.number(len(grid.rows))
    )
    return Markup(
        '<div class="scroll" tabindex="0" role="group" aria-label="{}"><table class="wide"><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(caption, caption, _("Row"), _("Read as"), heads, rows)


def _table_at(tables: Sequence[ReadTable], first: int) -> ReadTable | None:
    started = [table for table in tables if table.columns and table.header_row < first + ROWS]
    return started[-1] if started else None


def _meant(meant: dict[int, str], at: int) -> str:
    return meaning_words(meant[at]) if meant.get(at) else _("not used")


def _row(number: int, cells: Sequence[Cell], width: int, mark: str) -> Markup:
    texts = [text_of(value) for value in cells] + [""] * (width - len(cells))
    drawn = (
        Markup('<td class="{}">{}</td>').format(
            "nowrap" if len(text) < _SHORT else "text",
            text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…",
        )
        for text in texts
    )
    kind = "rejected" if mark == _("rejected") else "chosen" if mark and any(texts) else ""
    said = mark if any(texts) else ""
    return Markup('<tr class="{}"><th scope="row" class="n muted">{}</th><td class="muted">{}</td>{}</tr>').format(
        kind, number, said, joined(drawn)
    )


def _form(draft: Draft, report: FileReport, workbook: Workbook, grid: Grid) -> None:
    tables = [table for table in report.tables if table.sheet == grid.name and table.columns]
    offered = meanings()
    key = f"draft-{draft.number}-{grid.name}"
    with st.form(f"{key}-layout", border=False):
        left_out = _said(draft, report, "sheet", grid.name) == LEFT_OUT
        leave = len(workbook.grids) > 1 and st.checkbox(_("Leave this sheet out"), left_out, key=f"{key}-out")
        row = st.number_input(
            _("Row of the headers"), 1, max(1, len(grid.rows)), tables[0].header_row if tables else 1,
            help=_("The row with words such as Name, E-mail, Community."), key=f"{key}-row",
        )  # fmt: skip
        chosen: dict[str, str] = {}
        columns = {column.header or letter(column.at): column.meaning for table in tables for column in table.columns}
        places = st.columns(3)
        for position, (header, meaning) in enumerate(list(columns.items())[:_MOST_COLUMNS]):
            now = meaning if meaning in offered else UNUSED
            words = header if len(header) <= _LONGEST_CELL else header[:_LONGEST_CELL] + "…"
            chosen[header] = places[position % 3].selectbox(
                words, list(offered), list(offered).index(now), format_func=offered.__getitem__,
                key=f"{key}-column-{position}-{now}",
            )  # fmt: skip
        if st.form_submit_button(_("Read it like this")):
            draft.say(_changes(grid.name, columns, chosen, tables, int(row), left_out=left_out, leave=bool(leave)))
            st.rerun()


def _changes(
    sheet: str,
    columns: dict[str, str],
    chosen: dict[str, str],
    tables: Sequence[ReadTable],
    row: int,
    *,
    left_out: bool,
    leave: bool,
) -> list[Answer]:
    offered = meanings()
    changed = [
        Answer("column", header, meaning)
        for header, meaning in chosen.items()
        if meaning != (columns[header] if columns[header] in offered else UNUSED)
    ]
    if row != (tables[0].header_row if tables else 1):
        changed = [Answer("header_row", "", str(row), sheet)]
    if leave != left_out:
        changed.append(Answer("sheet", sheet, LEFT_OUT if leave else ""))
    return changed


def _said(draft: Draft, report: FileReport, kind: str, value: str) -> str:
    said = [a.code for a in (*report.recalled, *draft.options.answers) if (a.kind, a.value) == (kind, value)]
    return said[-1] if said else ""
