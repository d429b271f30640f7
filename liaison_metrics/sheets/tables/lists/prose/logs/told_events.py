"""Messages and notes whose sentences each tell how many people came on a day ("On 7 March 2022 we were 12, on 10 March
2022 only 9."). They become rows with the day and the number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import month_words, normal
from liaison_metrics.sheets.words.phrases.pasted_lines import has_bullet, is_listed_name, number_of_line
from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 400
"""A longer sheet is a register."""

_MOST_CELLS = 3
"""A comma in a line of a text begins another cell."""

_FEWEST_DAYS = 2
_FEWEST_NAMES = 3
_DAY_ENDS = re.compile(r"\b\d{1,2}\.$")
_COLON = re.compile(r":\s+")
_COLUMNS = ("date", "people", "activity", "title")
_SENTENCE = re.compile(r"(?<=[^\W\d]{2}[.!?;])\s+|(?<=\d[.!?;])\s+(?=[^\W\d_]*[A-ZÄÖÜØÅΑ-Ω])|,\s+|\n+")


@dataclass(slots=True)
class _Told:
    """What one sentence tells of an event: its day as written, how many came, and its words."""

    row: int
    day: str
    people: int
    text: str


def gather_told_events(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with a row for each day of which a text tells how many people came; the same sheet if it tells of
    one day, lists people, or leaves open of which day it tells."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    rows = [[text for value in cells if (text := text_of(value))] for cells in grid.rows]
    if any(len(texts) > _MOST_CELLS for texts in rows) or sum(map(_names_somebody, rows)) >= _FEWEST_NAMES:
        return grid
    if any(len(texts) > 1 and PERSONAL.intersection(map(meaning_of, texts)) for texts in rows):
        return grid  # a header of people
    found = _without_sum(list(_told_in([", ".join(texts) for texts in rows])))
    days = {one.day for one in found}
    if len(days) < _FEWEST_DAYS or len(days) < len(found) or "" in days:
        return grid
    places = _places(found, rows)
    if places is None:
        return grid
    kinds = [vocabulary.inside(VocabularyKind.ACTIVITY, one.text) for one in found]
    named = all(len(kind) == 1 for kind in kinds) and len(set.union(*kinds)) > 1
    told: list[Sequence[Cell]] = [
        [] if min(places) <= row <= max(places) else cells for row, cells in enumerate(grid.rows)
    ]
    for row, one in zip(places, found, strict=True):
        told[row] = [one.day, one.people, one.text] if named else [one.day, one.people]
    used = dict(enumerate(_COLUMNS[: len(told[places[0]])]))
    return replace(grid, rows=told, gathered=range(min(places), max(places) + 1), pasted=used)


def _names_somebody(texts: Sequence[str]) -> bool:
    """Whether a line has nothing but a name."""
    text = number_of_line(texts[0])[1] if len(texts) == 1 else ""
    return is_listed_name(text.lstrip("-–*•· ")) and (has_bullet(texts[0]) or text.istitle())


def _told_in(lines: Sequence[str]) -> Iterator[_Told]:
    """Yields what the sentences of a text tell, each with its day, or with that of the line above it."""
    day = ""
    for row, line in enumerate(lines):
        if not line:
            continue
        for sentence in _with_own_days(line):
            dates = find_dates(sentence)
            day = _day_in(sentence) if dates else day
            numbers = told_numbers(sentence) or (told_numbers(_COLON.sub(" - ", sentence)) if dates else ())
            totals = [one.people for one in numbers if one.kind == "total"]
            more = sum(one.people for one in numbers if one.kind == "more" and one.firm)
            if totals:
                tied = len(totals) > 1 and totals[0] + more == totals[-1]
                together = totals[-1] if tied else totals[0] + more
                yield _Told(row, day if len(totals) == 1 or tied else "", together, sentence)


def _without_sum(found: list[_Told]) -> list[_Told]:
    """Returns what sentences tell, without a last one that names no day and only sums up the others."""
    *others, last = found or [_Told(0, "", 0, "")]
    sums_up = len(others) >= _FEWEST_DAYS and last.people == sum(one.people for one in others)
    return others if sums_up and not find_dates(last.text) else found


def _with_own_days(line: str) -> Iterator[str]:
    """Yields the parts of a line, each of which begins with the sentence that names a day."""
    part = ""
    for piece in _SENTENCE.split(line):
        if _DAY_ENDS.search(part) and month_words().keys() & set(normal(piece).split()[:1]):
            part = f"{part} {piece}"  # "12. Mai"
        elif part and find_dates(part) and find_dates(piece):
            yield part
            part = piece
        else:
            part = f"{part}, {piece}" if part else piece
    yield part


def _day_in(sentence: str) -> str:
    dates = {stated.day for stated in find_dates(sentence)}
    return day_as_written(sentence) if len(dates) == 1 else ""


def day_as_written(sentence: str) -> str:
    """Returns the shortest run of words of a sentence that still states its day."""
    words = sentence.split()
    runs = (
        (start, end) for length in range(1, 7) for start in range(len(words)) if (end := start + length) <= len(words)
    )
    return next((text for start, end in runs if find_dates(text := " ".join(words[start:end]).strip(",.:;"))), "")


def _places(found: Sequence[_Told], rows: Sequence[Sequence[str]]) -> list[int] | None:
    """Returns a row for each event: its own, or an empty one below it where another stands already; None if there are
    too few."""
    places: list[int] = []
    for one in found:
        row = max(one.row, places[-1] + 1 if places else 0)
        if row >= len(rows) or (row != one.row and rows[row]):
            return None
        places.append(row)
    return places
