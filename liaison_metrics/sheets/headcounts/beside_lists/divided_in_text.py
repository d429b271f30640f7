"""Numbers of people by community in lines of text that add up to a stated total: "21 people: 12 Syrians, 9 locals"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid, HeadcountRow, Reading
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.phrases.prose.dividing_lines import (
    CommunityPart,
    DividingLine,
    community_of,
    dividing_line,
)
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_PARTS = 2
_MOST_LINES = 500
"""A longer sheet without a table is no report of one event."""


def divided_total(grid: Grid, vocabulary: Vocabulary) -> tuple[int, int, str] | None:
    """Returns the total that a text states and divides by community, with its row (counted from 1) and its line; None
    if there is none, or several."""
    lines = _lines(grid, vocabulary)
    stated = {number: line for line in reversed(lines) if line.counts_people for number in line.others}
    sums = (sum(part.people for part in parts) for parts in _divisions(lines) if len(parts) >= _FEWEST_PARTS)
    found = {people: stated[people] for people in sums if people in stated}
    if len(found) != 1:
        return None
    people, line = found.popitem()
    return people, line.row + 1, line.text


def divide_by_community(grid: Grid, vocabulary: Vocabulary, reading: Reading, first: int) -> None:
    """Divides the only number of people that a text states, among the headcounts from *first* on, by community if the
    text does so and its numbers add up to it."""
    whole = [at for at in range(first, len(reading.headcounts)) if not reading.headcounts[at].additional]
    if len(whole) != 1 or reading.headcounts[whole[0]].kinds:
        return
    stated = reading.headcounts[whole[0]]
    lines = _lines(grid, vocabulary)
    divided = [(one, stated.people - sum(part.people for part in one)) for one in _divisions(lines)]
    others = {number: line.row for line in reversed(lines) for number in line.others if number != stated.people}
    parts = next((one for one, rest in divided if one and rest == 0), [])
    parts = parts or next(
        ([*one, CommunityPart(others[rest], rest, "")] for one, rest in divided if one and rest in others), []
    )
    if not parts:
        return
    city = reading.events[stated.event].city
    rows = [_headcount(stated, part, community_of(part.words, vocabulary, city)) for part in parts]
    reading.rows_read += len(rows) - 1
    reading.headcounts[whole[0] : whole[0] + 1] = rows


def _headcount(stated: HeadcountRow, part: CommunityPart, community: str) -> HeadcountRow:
    return replace(stated, row=part.row + 1, people=part.people, column=part.words, community=community)


def _divisions(lines: Sequence[DividingLine]) -> Iterator[list[CommunityPart]]:
    """Yields the numbers by community that may divide a total: those of lines one below the other, and of each line."""
    run: list[CommunityPart] = []
    for line in lines:
        if run and (not line.parts or line.others):
            yield run
            run = []
        run = [*run, *line.parts]
    yield from (run, *(line.parts for line in lines if len(line.parts) >= _FEWEST_PARTS))


def _lines(grid: Grid, vocabulary: Vocabulary) -> list[DividingLine]:
    texts = (_joined(cells) for cells in grid.rows[:_MOST_LINES])
    return [dividing_line(row, text, vocabulary) for row, text in enumerate(texts) if text]


def _joined(cells: Sequence[Cell]) -> str:
    return " ".join(text for value in cells if (text := text_of(value)))
