"""Names that return on other days: people who came several times, or who did something one after the other."""

from __future__ import annotations

from collections.abc import Sequence

_SEVERAL = 3
"""Fewer people a day may be those on duty."""

_MOSTLY = 0.8
"""Share of the days of a log on which several people came, and of its rows that a column fills."""


def are_listed_by_day(days: Sequence[object], names: Sequence[str], beside: Sequence[Sequence[str]]) -> bool:
    """Returns whether people are listed day by day: several on nearly each of several days, and nobody twice on one. A
    day also stands for the rows below it that have none. No column *beside* them has something of its own for
    everybody of a day: a task, an hour or a book is of other lists than those of who came."""
    found: dict[object, list[int]] = {}
    day: object = None
    for row, stated in enumerate(days):
        if stated and stated != day and stated in found:
            return False  # shifts that return look like days ("08-11")
        day = stated or day
        found.setdefault(day, []).append(row)
    groups = list(found.values())
    several = sum(len(rows) >= _SEVERAL for rows in groups)
    if None in found or several < max(2, _MOSTLY * len(groups)) or not _differ_each_day(groups, names):
        return False
    filled = (texts for texts in beside if sum(map(bool, texts)) >= _MOSTLY * len(names))
    return not any(_differ_each_day(groups, texts) and not _number_rows(groups, texts) for texts in filled)


def _differ_each_day(groups: Sequence[Sequence[int]], texts: Sequence[str]) -> bool:
    told = [[texts[row] for row in rows if texts[row]] for rows in groups]
    return all(len(set(one)) == len(one) for one in told)


def _number_rows(groups: Sequence[Sequence[int]], texts: Sequence[str]) -> bool:
    """Whether numbers count the people, all of them or those of each day."""
    plain = [text.rstrip(".)") for text in texts]
    whole = [str(number) for number in range(1, len(plain) + 1)]
    return plain == whole or all([plain[row] for row in rows] == whole[: len(rows)] for rows in groups)
