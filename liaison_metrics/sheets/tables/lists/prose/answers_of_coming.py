"""Columns of two answers that say who came ("Were you there on the day?": "Yes I was", "No I wasn't")."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal, spellings
from liaison_metrics.sheets.words.phrases.titles.asked import asks_about_earlier_visits
from liaison_metrics.sheets.words.presence import says_absent, says_present

_FIRST_ROWS = 12
"""Headers stand within these."""

_FEWEST_HEADERS = 2
_FEWEST_PEOPLE = 4
_MOST_ROWS = 2_000
_ANSWERS = 2
_SHORTEST, _BEGINNING = 2, 5
"""Letters of words that only lead an answer, and of those that other words may begin with."""

_LONGEST_PLAIN = 4
"""Letters of a plain yes or no."""

_MARKED = 0.8
"""Share of a column of presence that are marks: the others are remarks."""

_HEADER, _CAME, _STAYED_AWAY = "Attendance", "yes", "no"


def with_answers_of_coming(grid: Grid) -> Grid:
    """Returns a sheet of people in which a column of two answers, of which one denies the other, is one of attendance,
    if its header asks whether they came. A header about another time, or about what was planned, asks nothing of it."""
    if grid.pasted or len(grid.rows) > _MOST_ROWS:
        return grid
    for head, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        told = {at: text for at, value in enumerate(cells) if isinstance(value, str) and (text := value.strip())}
        meanings = {at: meaning_of(text) for at, text in told.items()}
        if len(told) < _FEWEST_HEADERS or PERSONAL.isdisjoint(meanings.values()) or "session" in meanings.values():
            continue
        asked = [at for at, text in told.items() if _asks(text)]
        answered = {at: found for at in asked if (found := _answers(grid.rows[head + 1 :], at))}
        answered = {
            at: found
            for at, found in answered.items()
            if not (_is_of_having(told[at], found) or _is_clear(meanings[at], found))
        }
        if len(answered) != 1 or _is_marked_elsewhere(grid.rows[head + 1 :], meanings, answered):
            return grid
        return _answered(grid, head, answered)
    return grid


def _answered(grid: Grid, head: int, answered: dict[int, dict[str, bool]]) -> Grid:
    rows = [list(cells) for cells in grid.rows]
    for at, came in answered.items():
        rows[head][at] = _HEADER
        for cells in rows[head + 1 :]:
            if at < len(cells) and (said := came.get(text_of(cells[at]))) is not None:
                cells[at] = _CAME if said else _STAYED_AWAY
    return replace(grid, rows=rows)


def _answers(rows: Sequence[Sequence[Cell]], at: int) -> dict[str, bool]:
    """Returns what each of the two answers of a column says, none if it has others, or both say the same."""
    texts = [text for cells in rows if at < len(cells) and (text := text_of(cells[at]))]
    different = sorted(set(texts))
    if len(different) != _ANSWERS or len(texts) < _FEWEST_PEOPLE:
        return {}
    denied = [text for text in different if _denies(text)]
    if len(denied) != 1:
        return {}
    other = next(text for text in different if text not in denied)
    return {other: True, denied[0]: False} if _affirms(other) else {}


@lru_cache(maxsize=5_000)
def _asks(header: str) -> bool:
    return _has("asks", header) and not (_has("other", header) or asks_about_earlier_visits(header))


def _is_of_having(header: str, answers: dict[str, bool]) -> bool:
    """Whether a header only names a ticket, or a form to fill in, and the answers are a plain yes and no: they may say
    who has one, or handed one in."""
    named = (_has("ticket", header) and len(header.split()) == 1) or _has("form", header)
    return named and all(len(one) <= _LONGEST_PLAIN for one in answers)


def _is_marked_elsewhere(
    rows: Sequence[Sequence[Cell]], meanings: Mapping[int, str], answered: Collection[int]
) -> bool:
    """Whether another column, headed by a word for presence, marks some people as there and others not: it decides."""
    for at, meaning in meanings.items():
        if meaning != "present" or at in answered:
            continue
        texts = [text for cells in rows if at < len(cells) and (text := text_of(cells[at]))]
        marks = [text for text in texts if says_present(text) or says_absent(text)]
        if len(marks) >= max(_FEWEST_PEOPLE, _MARKED * len(texts)) and any(map(says_present, marks)):
            return True
    return False


def _is_clear(meaning: str, answers: dict[str, bool]) -> bool:
    """Whether a header and its plain answer are known: then the other is read as any text among marks."""
    return meaning == "present" and any(came and len(text) <= _LONGEST_PLAIN for text, came in answers.items())


def _denies(text: str) -> bool:
    return _has("no", text)


def _affirms(text: str) -> bool:
    return _has("yes", text)


def _has(kind: str, text: str) -> bool:
    """Whether a text has a word of a list: long ones are beginnings of words, others whole words, the shortest in
    front."""
    form = normal(text)
    said = f" {form} "
    for word in _lists()[kind]:
        if len(word) <= _SHORTEST and kind != "asks":
            found = form == word or (word in _lists()["leading"] and form.startswith(f"{word} "))
        else:
            found = (f" {word} " if len(word) < _BEGINNING and kind != "asks" else f" {word}") in said
        if found:
            return True
    return False


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    told = tomllib.loads(files(__package__).joinpath("answers_of_coming.toml").read_text(encoding="utf-8"))
    return {
        kind: tuple(sorted({form for words in lists.values() for word in words for form in spellings(word)}))
        for kind, lists in told.items()
    }
