"""Logs of events in lines that are alike: each has a day, an activity and one number, in the same order and between any
words ("4 May 2021 => info session => 14", "14 folk through the door for the info session, 4 May 2021")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.prose.logs.told_events import day_as_written
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import LEAD
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import days_without_year, years_in
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import is_planned, normal, tools
from liaison_metrics.sheets.words.phrases.absence import says_called_off, says_who_does_not_count
from liaison_metrics.sheets.words.phrases.days.written_out import written_out
from liaison_metrics.sheets.words.phrases.numbers import number_in_words
from liaison_metrics.sheets.words.phrases.prose.other_numbers import without_other_numbers
from liaison_metrics.sheets.words.phrases.prose.things import words_for_things
from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 400
"""A longer sheet is a register."""

_FEWEST_LINES = 2
_MOST_PEOPLE = 2_000
_LONGEST_LINE = 200
_TIMES = re.compile(r"(?<!\w)[xX×]\s?(?=\d)|(?<=\d)\s?[xX×](?!\w)|(?<!\w)[nN][°ºr]\.?\s?(?=\d)")
_PAIR = re.compile(r"(?<![\d./:-])(\d{1,2})\s?[./]\s?(\d{1,2})\.?(?![\d/]|:\d|\.\d)")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w%€$£]|[.,]\d)")
_AROUND_DAY = re.compile(r"^[^\d]*['’=(\[]|[)\]]+$")
"""What is written at a day ("dell'11/05/2021", "(4.5.2021)")."""

_LABELS = re.compile(r"[=\"]")
_DAY = "\x00"
"""Stands for the day of a line."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line tells: its day as written, its kind of event, how many came, and whether the day stands first."""

    day: str
    activity: str
    people: int
    day_first: bool


def gather_lines_alike(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with a row for each of the events that its lines tell; the same sheet if these lines are not
    alike, if other lines stand among them, or if they may be rows below a header."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    texts = [", ".join(text for value in cells if (text := text_of(value))) for cells in grid.rows]
    told = [row for row, text in enumerate(texts) if text]
    years = {year for text in texts for year in years_in(written_out(text))}
    dated = [row for row in told if len(texts[row]) <= _LONGEST_LINE and _day_in(texts[row], years)]
    if len(dated) < _FEWEST_LINES or any(row not in dated for row in told if dated[0] <= row <= dated[-1]):
        return grid
    if dated[0] != told[0] and any(sum(bool(text_of(value)) for value in grid.rows[row]) > 1 for row in dated):
        return grid
    held = [row for row in dated if not says_called_off(texts[row])]
    lines = [line for row in held if (line := _line(texts[row], years, vocabulary))]
    if len(lines) < max(len(held), _FEWEST_LINES) or not _are_alike(lines):
        return grid
    if _tells_another_sum((texts[row] for row in told if row > dated[-1]), sum(line.people for line in lines)):
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row, line in zip(held, lines, strict=True):
        rows[row] = [line.day, line.people, line.activity]
    used = dict(enumerate(("date", "people", "activity")))
    return replace(grid, rows=rows, gathered=range(dated[0], dated[-1] + 1), pasted=used)


def _tells_another_sum(texts: Iterable[str], people: int) -> bool:
    """Whether a line behind the events says how many they were in all, and says something else."""
    totals = [one.people for text in texts for one in told_numbers(text) if one.kind == "total"]
    return any(total != people for total in totals)


def _are_alike(lines: Sequence[_Line]) -> bool:
    """Whether lines tell of different events, with day and number in the same order."""
    events = {(line.day, line.activity) for line in lines}
    return len(events) == len(lines) and len({line.day_first for line in lines}) == 1


def _line(text: str, years: Collection[int], vocabulary: Vocabulary) -> _Line | None:
    """Returns what a line tells, None if it leaves something open or is about others than those who came."""
    plain = _LABELS.sub(" ", LEAD.sub("", text))
    plain = written_out(plain if _day_in(plain, years) else text)
    day = _day_in(plain, years)
    written = day_as_written(plain) or _written_without_year(plain)
    rest = without_other_numbers(_TIMES.sub(" ", plain.replace(written, f" {_DAY} ", 1)))
    activities = vocabulary.inside(VocabularyKind.ACTIVITY, rest)
    numbers = list(_numbers_in(rest))
    if not written or len(activities) != 1 or len({number for _at, number in numbers}) != 1:
        return None
    at, people = numbers[0]
    form = normal(rest)
    beside = set(normal(rest[at:]).split()[1:3]) | set(normal(rest[:at]).split()[-1:])
    aside = is_planned(form) or not tools("registered").isdisjoint(form.split()) or says_who_does_not_count(form)
    if aside or beside & words_for_things() or not 0 < people <= _MOST_PEOPLE:
        return None
    label = vocabulary.project.label(VocabularyKind.ACTIVITY, activities.pop(), "en")
    return _Line(day, label, people, day_first=rest.index(_DAY) < at)


def _numbers_in(text: str) -> Iterator[tuple[int, int]]:
    """Yields the numbers of a text with their places, in digits or else in words."""
    found = [(match.start(), int(match[0])) for match in _NUMBER.finditer(text)]
    yield from found
    if found:
        return
    tokens = [(match.start(), match[0]) for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)?", text)]
    at = 0
    while at < len(tokens):
        for length in (2, 1):
            number = number_in_words(normal(" ".join(word for _at, word in tokens[at : at + length])))
            if number and at + length <= len(tokens):
                yield tokens[at][0], number
                at += length - 1
                break
        at += 1


def _day_in(text: str, years: Collection[int]) -> str:
    """Returns the only day that a text states, with the only one of the *years* if it has none; "" if there is none, or
    several."""
    dates = {stated.day or (stated.pair, stated.year) for stated in find_dates(text)}
    if dates:
        return _AROUND_DAY.sub("", day_as_written(written_out(text))) if len(dates) == 1 else ""
    pairs = {(int(day), int(month)) for day, month in _PAIR.findall(text)}
    days = {stated.pair for stated in days_without_year(text)} or pairs
    if len(days) != 1 or len(years) != 1:
        return ""
    day, month = days.pop()
    return f"{day}.{month}.{next(iter(years))}"


def _written_without_year(text: str) -> str:
    """Returns the words of a text that state its day without a year."""
    words = text.split()
    runs = ((start, start + length) for length in range(1, 5) for start in range(len(words)))
    found = (" ".join(words[start:end]).strip(",:;") for start, end in runs if end <= len(words))
    return next((one for one in found if days_without_year(one) or _PAIR.fullmatch(one)), "")
