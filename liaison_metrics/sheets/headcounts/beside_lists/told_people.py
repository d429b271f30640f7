"""Compares the numbers of people that sentences tell with the list beside them: the sums say what they mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import dropwhile, takewhile

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.text_lines import is_prose
from liaison_metrics.sheets.words.cells import has_total, text_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.people import MOST_CELLS, PRESENT, PeopleStatement
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.phrases.prose.told import ToldNumber
from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers
from liaison_metrics.sheets.words.phrases.titles.agenda import is_agenda_point

_MOST_CELLS = 3
"""A comma in a line of a text begins another cell. Rows of tables have more, as whole sentences do."""

_FEW_TEXTS = 3
"""Rows with more texts neither are sentences nor state one number with a label and a remark."""

_FEWEST_WORDS = 3
_MOST_BEYOND = 3
"""A sentence that tells of more than so many times the people of a list may speak of another event."""

_SMALL_LIST = 5

_FEWEST_SIGNS = 2
"""A sign of people who came along in so many rows is one that a line below may explain; one may be by chance."""

_SIGN_EXPLAINED = re.compile(r"[^\W\d]\W*(\+\s?\d{1,2})(?!\d)(?:\W+[^\W\d]+){2}")
"""Words around a sign: "Where +1, the husband came too". A line that begins with it adds people."""

_POINT = re.compile(
    r"\s*(?:(?:[^\W\d]+\.?\s+)?\d{1,2}(?:\.\d{1,2})?\s*[.):]\s"
    r"|[A-ZÄÖÜÆØÅΑ-Ω]{2,4}\s?\d{1,2}(?!\d))"
)

_NUMBER_WITH_ASIDE = re.compile(r"\d\s*\(([^()]*\d[^()]*)\)\s*\.?\s*$")
"""A number at the end of a line, with another one in brackets."""

UNNAMED = "plus"
"""The code of people whom a sentence puts beside a list."""


def told_in_row(cells: Sequence[Cell]) -> tuple[ToldNumber, ...]:
    """Returns the numbers of people that a row tells in sentences; none if it is a row of a table, or if the number
    with which it ends includes people who stayed away ("Number of participants: 8 (2 did not come)")."""
    texts = [value for value in cells if value not in (None, "")]
    if not texts or not all(isinstance(value, str) for value in texts):
        return ()
    if len(texts) > _MOST_CELLS and not is_prose(texts):
        return ()
    text = (" " if len(texts) > 1 and is_one_sentence(texts) else ", ").join(map(text_of, texts))
    if len(text.split()) < _FEWEST_WORDS or _includes_absent(text):
        return ()
    told = told_numbers(text)
    return told if any(one.kind != "part" for one in told) else ()


def _includes_absent(text: str) -> bool:
    """Whether brackets behind a number say how many of its people stayed away. Those of the team are told apart."""
    aside = _NUMBER_WITH_ASIDE.search(text)
    words = normal(aside[1]).split() if aside else []
    return says_who_does_not_count(" ".join(without_phrases(words, values("staff") | tools("team"))))


def is_full(cells: Sequence[Cell]) -> bool:
    """Returns whether a row has too many cells to state numbers of people only. Nearly all rows of a long list have."""
    return len(cells) - cells.count(None) - cells.count("") > MOST_CELLS


def has_few_texts(cells: Sequence[Cell]) -> bool:
    """Returns whether a row has so few texts that it may be a sentence, or one number with a label and a remark."""
    return sum(map(bool, map(text_of, cells))) <= _FEW_TEXTS


def is_one_sentence(cells: Sequence[Cell]) -> bool:
    """Returns whether a row has one text, or a label and a text that begins with its number ("Not on the list: | 4
    people")."""
    label, *said = [text_of(value) for value in cells if text_of(value)] or [""]
    few = len(said) == 1 and said[0][:1].isdigit() and any(map(str.isalpha, said[0]))
    return not said or (few and (label.endswith(":") or has_total(label)))


def above_agenda(grid: Grid, rows: Iterable[int], last: int) -> list[int]:
    """Returns the positions of rows without those from the first point of an agenda on that stands below the *last* row
    of a list ("2. Budget", "TOP 1: …"): what minutes tell there is about other people."""
    found = list(rows)
    firsts = ((row, text_of(next(filter(text_of, grid.rows[row]), ""))) for row in found if row > last)
    end = next((row for row, text in firsts if _POINT.match(text) or is_agenda_point(text)), len(grid.rows))
    return [row for row in found if row < end]


def right_above(grid: Grid) -> list[int]:
    """Returns the positions of the lines right above the people of minutes of one meeting ("We were 19, but only these
    signed:"), none for other sheets."""
    if len(grid.parts) != 1:
        return []
    above = dropwhile(lambda row: not any(map(text_of, grid.rows[row])), range(grid.parts[0].start - 1, -1, -1))
    return sorted(takewhile(lambda row: any(map(text_of, grid.rows[row])), above))


def told_beside_list(
    told: Iterable[ToldNumber], listed: Collection[int], known: int = 0, stated: Collection[int] = ()
) -> tuple[ToldNumber, ...] | None:
    """Returns what counts of the numbers told around a list of so many people, beside which *known* others count
    already, and with *stated* totals: those who come in addition, or the total. None if it is not clear how they go
    together."""
    numbers, most = [one for one in told if one.kind != "part"], max(listed, default=0)
    more = [one for one in numbers if one.kind == "more"]
    firm = [one for one in more if one.firm]
    totals = {one.people for one in numbers if one.kind == "total" and (one.firm or one.people > most)}
    if stated and any(total - sum(one.people for one in more) in listed for total in stated):
        return ()  # a total that counts already includes them
    for counted in (more, firm):
        beside = known + sum(one.people for one in counted)
        if counted and any(total - beside in listed for total in totals):
            return tuple(counted)
    if all(total - known in listed for total in totals):
        return tuple(firm) if totals or firm == more else None
    total = min(totals)
    fits = any(one.fits(listed) for one in numbers if one.people == total)
    plausible = most < total and (fits or total <= max(_MOST_BEYOND * most, most + _SMALL_LIST))
    return (
        tuple(one for one in numbers if one.people == total)[:1]
        if len(totals) == 1 and not more and plausible and not known and not stated
        else None
    )


def total_told(told: Iterable[ToldNumber]) -> int:
    """Returns how many people a text without a list says were there, without those whom it adds to them; 0 if it tells
    of several totals that do not go together."""
    numbers = list(told)
    more = sum(one.people for one in numbers if one.kind == "more" and one.firm)
    totals = sorted({one.people for one in numbers if one.kind == "total"})
    tied = len(totals) > 1 and totals[0] + more == totals[-1]
    return totals[0] if len(totals) == 1 or (tied and len(totals) == 2) else 0


def as_statement(told: ToldNumber, at: int = 0) -> PeopleStatement:
    """Returns what a sentence tells as a statement in a column."""
    return PeopleStatement(told.people, PRESENT if told.kind == "total" else UNNAMED, (at, at), explicit=True)


def explains_sign(line: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> bool:
    """Returns whether a line explains a sign of people who came along, such as "+1", that *rows* of the list have:
    those people count in their rows."""
    texts = [text for value in line if (text := text_of(value))]
    found = _SIGN_EXPLAINED.search(texts[0]) if len(texts) == 1 else None
    if found is None:
        return False
    sign = found[1].replace(" ", "")
    return sum(text_of(value).endswith(sign) for cells in rows for value in cells) >= _FEWEST_SIGNS
