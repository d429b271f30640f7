"""Lines below a list whose words say more than a plain total, and whose number is larger than the list: nobody else
reads them ("Total incl. organisers: 17", "Participants without the team: 16, not all signed")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from liaison_metrics.sheets.checks.evidence import CheckedTable
from liaison_metrics.sheets.rows.marking.marks import is_about_people, tells_hours
from liaison_metrics.sheets.words.cells import has_total, is_total, number_of, starts_total_row
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.people import TOTAL, PeopleStatement, statements_among
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.numbers import without_team
from liaison_metrics.sheets.words.phrases.others import are_unnamed

_LINE = re.compile(r"([^\d:]{3,60}?)\s*:?\s*(\d{1,4})(?![\d.,:/-]?\d|\s*[%€$])(?:[\s,;(–—-]+([^\d]*))?")
"""A label, its number, and perhaps more words."""

_MOST_CELLS = 3
_MOST_BEYOND, _SMALL_LIST = 3, 5
"""A number of more than so many times the list, or with so many more, may be of something else."""

_LONGEST_WHOLE = 4
"""Longer beginnings of words may have any ending."""


def larger_totals(table: CheckedTable) -> Iterator[tuple[int, PeopleStatement]]:
    """Yields the rows below people of which nobody counted the number, though it is larger than the list and its label
    is one of a total or of participants."""
    listed = len(table.fates.counted) + len(table.fates.not_counted)
    last, beside = max(table.counted, default=0), sum(one.people for one in table.headcounts if one.additional)
    for row in (*table.lost, *table.lines_below()):
        texts = table.texts(row)
        if row < last or row in table.fates.heads or not 0 < len(texts) <= _MOST_CELLS:
            continue
        found = _LINE.fullmatch(without_team(" ".join(texts)))
        if found is None or statements_among(table.grid.rows[row - 1]) or not _is_of_all(found[1], found[3] or ""):
            continue
        people = int(found[2])
        every = listed + beside
        if people != beside and listed < people <= max(_MOST_BEYOND * every, every + _SMALL_LIST):
            cells = enumerate(table.grid.rows[row - 1])
            at = next((at for at, value in cells if number_of(value) == people), 0)
            yield row, PeopleStatement(people, TOTAL, (at, at))


def _is_of_all(label: str, remark: str) -> bool:
    """Whether a label sums up people, and nothing says that others are meant than those who were there."""
    if not (has_total(label) or is_total(label) or starts_total_row(label) or is_about_people(label)):
        return False
    team = values("staff") | tools("staff_heading") | tools("team") | evidence("team_left_out")
    others = (evidence("no_count") | tools("other_units")) - team - tools("not")
    longer = tuple(one for one in others if len(one) > _LONGEST_WHOLE)
    words = [word for word in normal(f"{label} {remark}").split() if word not in team | tools("not")]
    if tells_hours(label) or any(word in others or word.startswith(longer) for word in words):
        return False
    return are_unnamed(remark) or not says_who_does_not_count(normal(remark))
