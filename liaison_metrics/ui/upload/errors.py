"""The errors in a sheet, grouped by value and reason, with a field that corrects all cells of a group at once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.services.answers.cells import CELL, Place, cell_to_correct, correction, corrections
from liaison_metrics.services.intake import FileReport
from liaison_metrics.sheets.model import Grid, RejectedRow
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.cells import letter
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.html import cell_field, cells_block, html_block
from liaison_metrics.ui.frame.parts import joined, table_of, titled
from liaison_metrics.ui.history.rejected import (
    MOST,
    ErrorGroup,
    error_groups,
    further,
    rejected_rows,
    row_numbers,
    uncounted_rows_of,
)
from liaison_metrics.ui.upload.queue.draft import UploadDraft


def show(draft: UploadDraft, report: FileReport) -> None:
    """Shows the rows with errors and the rows that are not counted, and corrects cells."""
    key = f"draft-{draft.number}"
    places = cells_to_correct(draft, report)
    if not places and report.wrong:
        html_block(f"{key}-rows", rejected_rows(report.wrong, len(report.wrong)))
    elif report.wrong:
        correct_typed(draft, f"{key}-errors", _groups(report.wrong, places))
    if uncounted := uncounted_rows_of(report):
        html_block(f"{key}-uncounted", uncounted)


def cells_to_correct(draft: UploadDraft, report: FileReport) -> dict[tuple[str, int], Place]:
    """Returns the cells for which rows were rejected, by the sheet and the number of the row."""
    grids: dict[str, Grid] = {grid.name: grid for grid in draft.read_workbook.grids} if draft.workbook else {}
    found: dict[tuple[str, int], Place] = {}
    for row in report.wrong:
        place = cell_to_correct(row, report.tables, grids[row.sheet]) if row.sheet in grids else None
        if place is not None:
            found.setdefault((row.sheet, row.row), place)
    return found


def cell_name(place: Place) -> str:
    """Returns the name of a cell: "Sheet1!B5"."""
    sheet, row, at = place
    return f"{sheet}!{letter(at)}{row}"


def correct_typed(draft: UploadDraft, key: str, html: Markup) -> None:
    """Shows a table with fields, and corrects the cells that somebody typed into."""
    typed = cells_block(key, html)
    if typed is not None:
        places = corrections(Answer(CELL, name, typed.text or "-") for name in typed.cells)
        draft.add_answers(correction(place, typed.text) for place in places)
        st.rerun()


def _groups(rows: Sequence[RejectedRow], places: dict[tuple[str, int], Place]) -> Markup:
    groups = error_groups(rows)
    heads = (_("Problem"), _("Correct it here"), _("Column"), _("Sheet"), _("Where"), _("How to fix it"))
    words = ngettext("{n} row has errors", "{n} rows have errors", len(rows)).format(n=fmt.number(len(rows)))
    lines = joined(_group(group, places) for group in groups[:MOST])
    about = _("The file stays as you uploaded it. Press Enter to go to the next error.")
    table = table_of(_("Rows with errors"), heads, (_("rows"),), lines)
    return titled(words, Markup('<p class="muted small">{}</p>').format(about) + table + further(len(groups)))


def _group(group: ErrorGroup, places: dict[tuple[str, int], Place]) -> Markup:
    cells = [places[group.sheet, row] for row in group.rows if (group.sheet, row) in places]
    label = _("{problem} {where}: correct it").format(problem=group.reason, where=row_numbers(group.rows))
    whole = len(cells) == len(group.rows)
    field = cell_field([cell_name(cell) for cell in cells], group.value, label, wrong=True) if whole else group.value
    return Markup(
        '<tr><td class="text">{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class="text">{}</td>'
        '<td class="n">{}</td></tr>'
    ).format(
        group.reason, field, group.column, group.sheet, row_numbers(group.rows), group.fix,
        fmt.number(len(group.rows)),
    )  # fmt: skip
