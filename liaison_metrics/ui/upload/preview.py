"""The preview table of a sheet: its rows under the meaning of each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.services.intake import FileReport
from liaison_metrics.sheets.model import Cell, Grid, ReadTable, Workbook
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import letter, text_of
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import joined
from liaison_metrics.ui.frame.words import meaning_words
from liaison_metrics.ui.history.results import reason_words
from liaison_metrics.ui.upload import layout
from liaison_metrics.ui.upload.queue import UploadDraft

ROWS = 15
"""Rows shown at once."""

_MOST_COLUMNS = 40
_LONGEST_CELL = 60
_SHORT = 30
_ABOVE = 3  # rows shown above a header row far down


def show(draft: UploadDraft, report: FileReport, workbook: Workbook) -> None:
    """Shows one sheet of a file, fields to choose another sheet and other rows, and the layout form."""
    key = f"draft-{draft.number}"
    names = [grid.name for grid in workbook.grids]
    listed = [table.sheet for table in report.tables if table.columns]
    tools = st.container(horizontal=True, vertical_alignment="bottom")
    name = names[0]
    if len(names) > 1:
        first_listed = names.index(listed[0]) if listed else 0
        name = tools.selectbox(_("Sheet"), names, first_listed, key=f"{key}-sheet", width=280)
    grid = next(one for one in workbook.grids if one.name == name)
    tables = [table for table in report.tables if table.sheet == name]
    first = 1
    if len(grid.rows) > ROWS:
        first = tools.number_input(
            _("Show from row"), 1, len(grid.rows), _first_of(tables), ROWS, key=f"{key}-from-{name}", width=160
        )
    html_block(f"{key}-grid", _rows_table(grid, tables, _row_remarks(report, tables, name), first))
    if st.toggle(_("Adjust columns"), not listed, key=f"{key}-change"):
        layout.layout_form(draft, grid, tables, alone=len(names) == 1)


def _first_of(tables: Sequence[ReadTable]) -> int:
    heads = [table.header_row for table in tables if table.header_row]
    return max(1, heads[0] - _ABOVE) if heads and heads[0] >= ROWS - _ABOVE else 1


def _row_remarks(report: FileReport, tables: Sequence[ReadTable], sheet: str) -> dict[int, str]:
    """Returns the remarks on rows, by row number."""
    heads = [table.header_row for table in tables if table.header_row]
    remarks = dict.fromkeys(range(1, min(heads)), _("event details")) if heads else {}
    remarks |= {row: why for table in tables for row, why in table.left_out}
    remarks |= {row.row: reason_words(row.reason.value) for row in report.not_counted if row.sheet == sheet}
    remarks |= {row.row: reason_words(row.reason) for row in report.repeats if row.sheet == sheet}
    remarks |= {row.row: _("rejected") for row in report.rejected if row.sheet == sheet}
    return remarks | dict.fromkeys(heads, _("header row"))


def _rows_table(grid: Grid, tables: Sequence[ReadTable], remarks: Mapping[int, str], first: int) -> Markup:
    last = min(first + ROWS - 1, len(grid.rows))
    shown = [(number, grid.rows[number - 1]) for number in range(first, last + 1)]
    width = min(_MOST_COLUMNS, max((len(cells) for _number, cells in shown), default=0))
    table = _table_at(tables, last)
    meanings = {column.at: column.meaning for column in table.columns} if table else {}
    heads = joined(
        Markup('<th scope="col"><span class="muted">{}</span><br><span class="{}">{}</span></th>').format(
            letter(at),
            "strong" if meanings.get(at, "") not in ("", UNUSED) else "muted",
            meaning_words(meanings.get(at, "")),
        )
        for at in range(width)
    )
    rows = joined(_row(number, cells[:width], width, remarks.get(number, "")) for number, cells in shown)
    caption = _("{sheet}: rows {first} to {last} of {all}").format(
        sheet=grid.name, first=fmt.number(first), last=fmt.number(last), all=fmt.number(len(grid.rows))
    )
    return Markup(
        '<div class="scroll" tabindex="0" role="group" aria-label="{}"><table class="wide"><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(caption, caption, _("Row"), _("Row type"), heads, rows)


def _table_at(tables: Sequence[ReadTable], last: int) -> ReadTable | None:
    started = [table for table in tables if table.columns and table.header_row <= last]
    return started[-1] if started else None


def _row(number: int, cells: Sequence[Cell], width: int, remark: str) -> Markup:
    texts = [text_of(value) for value in cells] + [""] * (width - len(cells))
    columns = (
        Markup('<td class="{}">{}</td>').format(
            "nowrap" if len(text) < _SHORT else "text",
            text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…",
        )
        for text in texts
    )
    remark = remark if any(texts) else ""
    kind = "rejected" if remark == _("rejected") else "chosen" if remark else ""
    wide = "nowrap" if len(remark) < _SHORT else "text"
    return Markup('<tr class="{}"><th scope="row" class="n muted">{}</th><td class="muted {}">{}</td>{}</tr>').format(
        kind, number, wide, remark, joined(columns)
    )
