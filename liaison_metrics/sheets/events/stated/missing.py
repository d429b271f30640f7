"""Asking for what a sheet doesn't say of its event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_resolution import EventResolver
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.answers import LEFT_OUT

_ASKED = {
    "activity": Reason.ACTIVITY_ASKED,
    "city": Reason.CITY_ASKED,
    "date": Reason.DATE_ASKED,
    "date_order": Reason.DATE_ORDER_ASKED,
}


def find_missing(
    table: Table, resolver: EventResolver, counted: Sequence[Column], dated: Sequence[Column], *, undated: bool
) -> list[str]:
    """Returns which of "activity", "city" and "date" neither a table says, in its headers of numbers (*counted*) or of
    days (*dated*), cells and headings, nor what stands around it. *undated*: some of its sessions have no day."""
    by_header = {kind.value for column in (counted or dated) for kind in column.codes}
    missing = [k for k in resolver.missing() if not (k == "date" and dated) and k not in by_header]
    if (undated or any(map(resolver.lacks_year, dated))) and "date" not in missing:
        return [*missing, "date"]
    said = resolver.kinds_in_headings([table.grid.rows[row] for row in table.rows]) if missing else set()
    return [kind for kind in missing if kind not in said]


def ask_blocking(
    table: Table, missing: Sequence[str], unknown: Mapping[str, str], ambiguous: str, remarks: ReaderRemarks
) -> bool:
    """Asks for what must be known before a table can count, unless somebody said that nobody knows it: details of the
    event, with the *unknown* words in their place, and the order of day and month of an *ambiguous* date. Returns
    whether anything is missing."""
    sheet, answers = table.grid.name, remarks.vocabulary.answers
    asked = {kind: unknown.get(kind, "") for kind in missing} | ({"date_order": ambiguous} if ambiguous else {})
    nobody_knows = any(answers.code(kind, word, sheet) == LEFT_OUT for kind, word in asked.items())
    for kind, word in asked.items() if not nobody_knows else ():
        remarks.ask(kind, word, Place(sheet=sheet), blocking=True)
    if asked:
        reason = Reason.LEFT_OUT if nobody_knows else _ASKED[next(iter(asked))]
        remarks.entries.of_sheet(sheet).enter_all(table.rows, reason)
    return bool(asked)
