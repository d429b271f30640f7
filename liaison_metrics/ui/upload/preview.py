"""The preview table of a sheet: its rows under the meaning of each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.services.answers.cells import Place, corrections
from liaison_metrics.services.intake import FileReport
from liaison_metrics.sheets.ledger.fates import Fate
from liaison_metrics.sheets.ledger.ledger import SheetLedger
from liaison_metrics.sheets.ledger.words import why
from liaison_metrics.sheets.model import ColumnReason, Grid, ReadColumn, ReadTable, Workbook
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import letter, text_of
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.html import cell_field
from liaison_metrics.ui.frame.parts import NOTHING, joined, scrolling
from liaison_metrics.ui.frame.words import meaning_words
from liaison_metrics.ui.upload import errors, layout
from liaison_metrics.ui.upload.account import DATA, AccountPart, account, column_words, fate_words
from liaison_metrics.ui.upload.queue.draft import UploadDraft

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
    table = st.container()
    chosen = _chosen_part(report.ledger.of_sheet(name), f"{key}-part-{name}")
    first, among = 1, chosen.rows if chosen else range(1, len(grid.rows) + 1)
    if len(among) > ROWS:
        start = 1 if chosen else _first_of(tables)
        words = f"{key}-from-{name}-{chosen.words if chosen else ''}"
        first = tools.number_input(_("Show from row"), 1, len(grid.rows), start, ROWS, key=words, width=160)
    shown = list(islice((row for row in among if row >= first), ROWS))
    with table:
        editable = dict.fromkeys(errors.cells_to_correct(draft, report).values(), True)
        editable |= dict.fromkeys(corrections(draft.options.answers), False)
        errors.correct_typed(draft, f"{key}-grid", _rows_table(grid, tables, report, shown, editable))
    if st.toggle(_("Adjust columns"), not listed, key=f"{key}-change"):
        layout.layout_form(draft, grid, tables, alone=len(names) == 1)


def _chosen_part(ledger: SheetLedger | None, key: str) -> AccountPart | None:
    """Shows the account of a sheet's rows. Returns the part whose rows the person wants to see alone."""
    parts = {part.words: part for part in account(ledger)} if ledger else {}
    if not parts:
        return None
    rows = sum(len(part.rows) for part in parts.values())
    words = ngettext("{n} row. Choose a part to see its rows:", "{n} rows. Choose a part to see its rows:", rows)
    chosen = st.pills(words.format(n=fmt.number(rows)), list(parts), key=key)
    return parts[chosen] if chosen else None


def _first_of(tables: Sequence[ReadTable]) -> int:
    heads = [table.header_row for table in tables if table.header_row]
    return max(1, heads[0] - _ABOVE) if heads and heads[0] >= ROWS - _ABOVE else 1


def _rows_table(
    grid: Grid, tables: Sequence[ReadTable], report: FileReport, numbers: Sequence[int], editable: Mapping[Place, bool]
) -> Markup:
    first, last = (numbers[0], numbers[-1]) if numbers else (0, 0)
    shown = [(number, grid.rows[number - 1]) for number in numbers]
    width = min(_MOST_COLUMNS, max((len(cells) for _number, cells in shown), default=0))
    table = _table_at(tables, last)
    columns = {column.at: column for column in table.columns} if table else {}
    heads = joined(_head(at, columns.get(at)) for at in range(width))
    ledger, wrong = report.ledger.of_sheet(grid.name), report.what_is_wrong()
    rows = joined(
        _row(
            number,
            [*map(text_of, cells[:width]), *[""] * (width - len(cells))],
            _Remark.of(ledger, number, wrong.get((grid.name, number), "")),
            {at: is_wrong for (sheet, row, at), is_wrong in editable.items() if (sheet, row) == (grid.name, number)},
        )
        for number, cells in shown
    )
    caption = _("{sheet}: rows {first} to {last} of {all}").format(
        sheet=grid.name, first=fmt.number(first), last=fmt.number(last), all=fmt.number(len(grid.rows))
    )
    drawn = Markup(
        '<table class="wide"><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th>{}</tr>'
        "</thead><tbody>{}</tbody></table>"
    ).format(caption, _("Row"), _("Row type"), heads, rows)
    return scrolling(caption, drawn)


def _head(at: int, column: ReadColumn | None) -> Markup:
    """Returns the head of a column: its letter, its meaning, and what gave it that meaning."""
    meaning, why = column_words(column) if column else (meaning_words(""), "")
    used = column is not None and (column.meaning not in ("", UNUSED) or column.reason is ColumnReason.COUNTED)
    return Markup(
        '<th scope="col" class="long"><span class="muted">{}</span><br><span class="{}">{}</span><br>'
        '<span class="muted">{}</span></th>'
    ).format(letter(at), "strong" if used else "muted", meaning, why)


def _table_at(tables: Sequence[ReadTable], last: int) -> ReadTable | None:
    started = [table for table in tables if table.columns and table.header_row <= last]
    return started[-1] if started else None


class _Remark(NamedTuple):
    """What became of a row, in words, and the CSS class of the row."""

    words: str = ""
    why: str = ""
    kind: str = ""
    sheet: str = ""

    def cell(self, row: int, at: int) -> str:
        """Returns the name of a cell of the row."""
        return errors.cell_name((self.sheet, row, at))

    @classmethod
    def of(cls, ledger: SheetLedger | None, row: int, wrong: str) -> _Remark:
        """Returns the remark on a row. *wrong* is what is wrong with it if it is rejected."""
        reason = ledger.reason_of(row) if ledger else None
        if ledger is None or reason is None:
            return cls()
        if reason.fate is Fate.REJECTED:
            return cls(fate_words(reason.fate), wrong or why(reason), "rejected", ledger.name)
        return cls(fate_words(reason.fate), why(reason), "" if reason.fate in DATA else "chosen", ledger.name)


def _row(number: int, texts: Sequence[str], remark: _Remark, editable: Mapping[int, bool]) -> Markup:
    """Returns a row. *editable* says which of its cells can be corrected, and whether they are wrong."""
    columns = (
        _field(number, at, text, remark, wrong=editable[at])
        if at in editable
        else Markup('<td class="{}">{}</td>').format(
            "nowrap" if len(text) < _SHORT else "text",
            text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…",
        )
        for at, text in enumerate(texts)
    )
    return Markup(
        '<tr class="{}"><th scope="row" class="n muted">{}</th>'
        '<td class="text">{}<br><span class="muted">{}</span></td>{}</tr>'
    ).format(remark.kind, number, remark.words, remark.why, joined(columns))


def _field(number: int, at: int, text: str, remark: _Remark, *, wrong: bool) -> Markup:
    where = _("row {row}, column {column}").format(row=number, column=letter(at))
    label = f"{where}: {remark.why}" if wrong else _("{where}, corrected").format(where=where)
    field = cell_field([remark.cell(number, at)], text, label, wrong=wrong)
    note = NOTHING if wrong else Markup('<br><span class="muted">{}</span>').format(_("corrected"))
    return Markup("<td>{}{}</td>").format(field, note)
