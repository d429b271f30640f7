"""Sheets named after a month, with the year in a title that stands on another sheet."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import only_school_year, year_at_school, years_in
from liaison_metrics.sheets.words.dates import StatedDate
from liaison_metrics.sheets.words.lists import month_words
from liaison_metrics.sheets.words.phrases.days.names import month_of

_FIRST_ROWS = 8
"""A title stands so near the top of a sheet."""


def month_of_sheet(grid: Grid, grids: Sequence[Grid]) -> str:
    """Returns the month after which a sheet is named with the only year, or that of the only school year, which the
    titles of all sheets state ("Oktober 2021"); "" if it isn't named so, or they state several."""
    month = month_of(grid.name) if grid.name.isalpha() else 0
    if not month:
        return ""
    texts = [text_of(value) for one in grids for cells in one.rows[:_FIRST_ROWS] for value in cells]
    if school := only_school_year(texts):
        year = year_at_school(StatedDate(pair=(1, month), day_first=True), None, school)
    else:
        years = set().union(*map(years_in, texts)) if texts else set()
        year = years.pop() if len(years) == 1 else 0
    return f"{min(word for word, number in month_words().items() if number == month)} {year}" if year else ""
