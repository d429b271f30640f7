"""The rows of a file that cannot be counted, grouped by what is wrong with them, and those that are not counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.services.intake import FileReport
from liaison_metrics.services.intake.outcome import RepeatedRow
from liaison_metrics.services.uploads import UncountedRow
from liaison_metrics.sheets.model import NotCountedRow, RejectedRow
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, folded, lines_table, titled

MOST = 50
"""Lines that a list in a card shows. A long sheet may have a hundred thousand, too many for a browser."""

_MOST_ROWS = 8
"""Row numbers that a line names."""


class ErrorGroup(NamedTuple):
    """Rows of one sheet with the same value and the same error."""

    sheet: str
    column: str
    value: str
    reason: str
    fix: str
    rows: tuple[int, ...]


def error_groups(rows: Sequence[RejectedRow]) -> list[ErrorGroup]:
    """Returns rejected rows grouped by value and reason, the largest group first."""
    groups: defaultdict[tuple[str, str, str, str, str], list[int]] = defaultdict(list)
    for row in rows:
        groups[row.sheet, row.column, row.value, row.reason, row.fix].append(row.row)
    return [ErrorGroup(*about, tuple(at)) for about, at in sorted(groups.items(), key=lambda one: -len(one[1]))]


def row_numbers(rows: Sequence[int]) -> str:
    """Returns the first of some row numbers in words: "rows 5, 9, 12 …"."""
    shown = ", ".join(map(str, rows[:_MOST_ROWS])) + (" …" if len(rows) > _MOST_ROWS else "")
    return ngettext("row {rows}", "rows {rows}", len(rows)).format(rows=shown)


def rejected_rows(rows: Sequence[RejectedRow], count: int) -> Markup:
    """Returns *count* rejected rows by what is wrong with them: the problem, the value, where, and how to fix it."""
    if not rows:
        return NOTHING
    groups = error_groups(rows)
    heads = (_("Problem"), _("Column"), _("Value"), _("Sheet"), _("Where"), _("How to fix it"))
    cells = [
        (one.reason, one.column, one.value, one.sheet, row_numbers(one.rows), one.fix, fmt.number(len(one.rows)))
        for one in groups[:MOST]
    ]
    words = ngettext("{n} rejected row", "{n} rejected rows", count).format(n=fmt.number(count))
    table = lines_table(_("Rejected rows"), heads, (_("rows"),), cells)
    return titled(words, table + further(len(groups)))


def uncounted_rows(rows: Sequence[NotCountedRow | RepeatedRow | UncountedRow], count: int) -> Markup:
    """Returns the first of *count* rows that were read but not counted, collapsed."""
    if not rows:
        return NOTHING
    heads = (_("Sheet"), _("Row"), _("Column"), _("Why"))
    cells = [(row.sheet, str(row.row), row.column, reason_words(row.reason)) for row in rows[:MOST]]
    table = lines_table(_("Rows not counted"), heads, (), cells)
    return folded(_("Rows not counted ({n})").format(n=fmt.number(count)), table + further(count))


def uncounted_rows_of(report: FileReport) -> Markup:
    """Returns the rows of a file that are not counted: staff, absent people, and repeated rows."""
    rows: list[NotCountedRow | RepeatedRow] = [*report.not_counted, *report.repeats]
    return uncounted_rows(rows, len(rows))


def corrected_cells(corrections: Sequence[Answer]) -> Markup:
    """Returns the cells of a file that somebody corrected; the original stays as it was uploaded."""
    if not corrections:
        return NOTHING
    words = ngettext("{n} corrected cell", "{n} corrected cells", len(corrections)).format(n=len(corrections))
    cells = [(one.value, one.code) for one in corrections[:MOST]]
    table = lines_table(words, (_("Cell"), _("Corrected to")), (), cells)
    return titled(words, table + further(len(corrections)))


def reason_words(reason: str) -> str:
    """Returns why a row is not counted."""
    words = {"staff": _("staff"), "absent": _("absent"), "repeated": _("repeated")}
    return words.get(reason, reason)


def further(count: int) -> Markup:
    """Returns that a list of so many lines is cut off, nothing if it is not."""
    if count <= MOST:
        return NOTHING
    words = _("Showing the first {n} of {all}.").format(n=fmt.number(MOST), all=fmt.number(count))
    return Markup('<p class="muted small">{}</p>').format(words)
