"""Rows with the times at which people came: nobody notes the times of those who did not."""

from __future__ import annotations

import re
from itertools import pairwise

from liaison_metrics.sheets.checks.evidence import CheckedTable
from liaison_metrics.sheets.rows.marking.online.joins import are_stays

TIME = re.compile(r"(?:\d{4}-\d\d-\d\d )?\d{1,2}[:.]\d{2}(?::\d\d)?(?: ?uhr| ?h)?", re.I)


def noted_when_they_came(table: CheckedTable) -> bool:
    """Returns whether each row has times of coming and going; or is of a visitor without a name and has the time at
    which somebody wrote it down, which go on from row to row."""
    if not table.counted:
        return False
    timed = [one.at for one in table.read.columns if TIME.fullmatch(table.text(table.counted[0], one.at))]
    if any(are_stays((table.text(row, a), table.text(row, b)) for row in table.counted) for a, b in pairwise(timed)):
        return True
    noted = table.columns.get("time")
    if noted is None or any(table.name(row) for row in table.counted):
        return False
    times = [table.text(row, noted.at) for row in table.counted]
    clock = [one.zfill(len("00:00")) for one in times]
    return all(map(TIME.fullmatch, times)) and clock == sorted(clock) and 2 * len(set(clock)) > len(clock)
