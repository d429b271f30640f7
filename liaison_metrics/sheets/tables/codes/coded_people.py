"""Lists that have codes in place of names ("FG1-01", "TN 07", "Interview 3"): each code is a person without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import begins_with_capital, is_email, is_name_like, is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.ages import is_range_of_ages
from liaison_metrics.sheets.words.presence import says_absent, says_duration, says_present, says_whether_came
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_CODE = re.compile(r"(#?[^\W\d_][\w /-]*?)[ ._/-]*(\d{1,4})(?:[-_/ ]?([^\W\d_]))?\.?")
"""Letters, perhaps with the number of a group, and the number of a person, perhaps with a letter for the gender."""

_ENDING = re.compile(r"(?<=[^\W\d_]{3})[/(:*_]-?[^\W\d_]{1,5}\)?$")
"""The ending for another gender ("Teilnehmer/in", "Teilnehmer*innen")."""

_SHORTEST_ENDING = 5
"""A shorter word may end others."""

_LONGEST_CODE = 24
_MOST_ROWS = 2_000
_FIRST_COLUMNS = 6
_FIRST_ROWS = 12
"""Headers stand within these."""

_FEWEST_PEOPLE = 3
_MOSTLY = 0.8
"""Share of the rows of a list that have a code, or what describes a person."""

_REPEATED = 0.5
"""Names of which fewer differ are of those who asked or led, not of the people."""

_MOST_GROUPS = 0.34
"""Codes of more groups than a third of the people number something else."""

_NAME, _PLACEHOLDER = "Name", "Person"
_OF_GROUPS = (VocabularyKind.COMMUNITY, VocabularyKind.GROUP)


class _Codes(NamedTuple):
    """A column of codes: where it stands, the rows that have one, and what stands before the numbers."""

    at: int
    rows: Sequence[int]
    stems: frozenset[str]


def without_codes_of_people(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet in which codes for people stand under a header of names, as people without a name. Codes number
    people if a word for one stands in them, or if what stands beside them describes a single person; never beside
    names, or numbers of people."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    for at in range(min(max(map(len, grid.rows), default=0), _FIRST_COLUMNS)):
        codes = _codes_in(grid, at)
        head = _head_above(grid, codes) if codes else None
        if codes and _are_of_people(grid, codes, head, vocabulary):
            return _with_people(grid, codes, head)
    return _with_logged_people(grid, vocabulary)


def _codes_in(grid: Grid, at: int) -> _Codes | None:
    """Returns the codes of a column: all different, and growing within what stands before the numbers."""
    found: dict[int, tuple[str, int]] = {}
    for row, cells in enumerate(grid.rows):
        text = text_of(cells[at]) if at < len(cells) and isinstance(cells[at], str) else ""
        code = _CODE.fullmatch(text) if len(text) <= _LONGEST_CODE else None
        if code and read_date(text) is None:
            found[row] = (normal(code[1]), int(code[2]))
    if len(found) < _FEWEST_PEOPLE:
        return None
    rows, last = list(found), dict[str, int]()
    for stem, number in found.values():
        if number <= last.get(stem, -1):
            return None
        last[stem] = number
    between = [row for row in range(rows[0], rows[-1] + 1) if any(map(text_of, grid.rows[row]))]
    few = len(last) <= max(1.0, _MOST_GROUPS * len(rows))
    return _Codes(at, rows, frozenset(last)) if few and len(rows) >= _MOSTLY * len(between) else None


def _head_above(grid: Grid, codes: _Codes) -> int | None:
    """Returns the row of headers right above the first code, None if there is none."""
    row = codes.rows[0] - 1
    told = [value for value in grid.rows[row] if text_of(value)] if row >= 0 else []
    words = all(isinstance(value, str) and number_of(value) is None and read_date(value) is None for value in told)
    if not told or not words:
        return None
    own = text_of(_cell(grid, row, codes.at))
    known = normal(own) in tools("code_of_person") | values("participant") or meaning_of(own) in PERSONAL | {"people"}
    return row if len(told) > 1 or known else None


def _are_of_people(grid: Grid, codes: _Codes, head: int | None, vocabulary: Vocabulary) -> bool:
    own = text_of(_cell(grid, head, codes.at))
    header, says_person = normal(_ENDING.sub("", own)), not codes.stems.isdisjoint(tools("person_in_code"))
    coded = _heads_codes(header)
    initials = meaning_of(own) == "signature" and coded  # one word for both
    if meaning_of(own) in PERSONAL and header not in values("participant") and not initials:
        return says_person  # other codes are the names that people have there
    described, named = header in values("participant") or meaning_of(own) == "people", False
    described = described or (coded and _log_interviews(grid, codes, head))
    for at in range(max(map(len, (grid.rows[row] for row in codes.rows)))):
        meaning = meaning_of(text_of(_cell(grid, head, at)))
        told = [value for row in codes.rows if text_of(value := _cell(grid, row, at))]
        if at == codes.at or not told or _is_of_interviews(text_of(_cell(grid, head, at)), meaning):
            continue
        texts = [text_of(value) for value in told]
        of_people = all(_tells_origin(text, vocabulary) for text in texts)  # "Community of interviewee"
        meaning = "community" if of_people else meaning
        if meaning in PERSONAL or meaning in ("people", "total") or _are_numbers_of_something(told, meaning):
            return False
        names = sum(is_email(text) or _is_full_name(text, vocabulary) for text in texts)
        named = named or (names >= _MOSTLY * len(texts) and len(set(texts)) > _REPEATED * len(texts))
        least = _MOSTLY * len(codes.rows)
        described = described or sum(_describes_one(text, meaning, vocabulary) for text in texts) >= least
        if coded:
            described = described or sum(_tells_origin(text, vocabulary) for text in texts) >= least
    return not named and (described or says_person)


def _with_logged_people(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a log of interviews with people in place of codes of any kind ("AB1", "7"): one may stand there again on
    another day, if the first interview was put off."""
    for head, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        for at, own in enumerate(cells[:_FIRST_COLUMNS]):
            if not (isinstance(own, str) and _heads_codes(normal(own))) or meaning_of(own) == "people":
                continue
            below = range(head + 1, len(grid.rows))
            told = {row: text for row in below if (text := text_of(_cell(grid, row, at))) and not is_total(text)}
            short = all(len(text) <= _LONGEST_CODE and read_date(text) is None for text in told.values())
            days = {(text, *filter(None, map(read_date, grid.rows[row]))) for row, text in told.items()}
            codes = _Codes(at, list(told), frozenset())
            if not short or len(days) < len(told) or len(told) < _FEWEST_PEOPLE:
                continue
            if _log_interviews(grid, codes, head) and _are_of_people(grid, codes, head, vocabulary):
                return _with_people(grid, codes, head)
    return grid


def _heads_codes(form: str) -> bool:
    """Returns whether a header in normal form is of codes for people or interviews: alone or together ("Interview ID",
    "Interview-Kürzel", "numero intervista")."""
    known = tools("code_of_person")
    if form in known:
        return True
    words = form.split()
    of = [word for word in words if any(one in word for one in tools("interviews"))]
    rest = [word for word in words if word not in of]
    return bool(of and rest) and all(word in known or meaning_of(word) == "number" for word in rest)


def _is_of_interviews(header: str, meaning: str) -> bool:
    """Whether a header is of those who interview the people or lead their group, of how long they talked, or how many
    years they have done something."""
    words = set(normal(header).split())
    led = meaning == "instructor" or not words.isdisjoint(values("staff"))
    lasted = tools("time_there") | evidence("lesson_hours") | evidence("years")
    return led or not words.isdisjoint(lasted) or _names_duration(header)


def _log_interviews(grid: Grid, codes: _Codes, head: int | None) -> bool:
    """Whether a sheet says in its headers or above that it is about interviews, of which most rows have a day, and what
    became of them or how long each was: each was with one person. A plan says neither."""
    lines = grid.rows[: 0 if head is None else head + 1]
    above = [normal(text) for cells in lines for value in cells if (text := text_of(value))]
    if not any(one in text for text in above for one in tools("interviews")):
        return False
    most, dated, told = _MOSTLY * len(codes.rows), False, False
    for at in range(max(map(len, (grid.rows[row] for row in codes.rows)))):
        cells = [_cell(grid, row, at) for row in codes.rows]
        dated = dated or sum(read_date(value) is not None for value in cells) >= most
        texts = [text for value in cells if (text := text_of(value))]
        outcomes = any(map(says_present, texts)) and sum(map(_is_outcome, texts)) >= most
        lasted = len(texts) == len(cells) and _names_duration(text_of(_cell(grid, head, at)))
        told = told or outcomes or lasted
    return dated and told


def _is_outcome(text: str) -> bool:
    return says_present(text) or says_absent(text) or says_whether_came(text) is not None


def _names_duration(header: str) -> bool:
    """Whether a header is of lengths of time ("Minutes recorded", "Gesprächsdauer")."""
    if meaning_of(header) not in ("", "unused"):  # "Comunità"
        return False
    known = evidence("lesson_hours")
    long = tuple(word for word in known if len(word) >= _SHORTEST_ENDING)
    return any(word in known or word.endswith(long) for word in normal(header).split())


def _are_numbers_of_something(told: Sequence[Cell], meaning: str) -> bool:
    """Whether numbers beside codes may count people, or are answers: ages and years of birth are neither."""
    numbers = sum(number_of(value) is not None and not says_duration(text_of(value)) for value in told)
    return numbers >= len(told) / 2 and meaning not in ("age", "birth_year", "birth_date", "number", "date", "phone")


def _describes_one(text: str, meaning: str, vocabulary: Vocabulary) -> bool:
    """Whether a text says of what gender or age one person is."""
    if meaning in ("age", "birth_year", "birth_date"):
        return True
    return vocabulary.exact(VocabularyKind.GENDER, text) is not None or is_range_of_ages(text)


def _tells_origin(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.country(text)) or any(vocabulary.exact(kind, text) for kind in _OF_GROUPS)


def _is_full_name(text: str, vocabulary: Vocabulary) -> bool:
    words = text.split()
    named = 1 < len(words) <= 4 and is_name_like(text) and all(map(begins_with_capital, words))
    return named and not any(vocabulary.inside(kind, text) for kind in VocabularyKind)


def _cell(grid: Grid, row: int | None, at: int) -> Cell:
    cells = grid.rows[row] if row is not None else ()
    return cells[at] if at < len(cells) else None


def _with_people(grid: Grid, codes: _Codes, head: int | None) -> Grid:
    """Returns the sheet with people without a name in place of codes, under a header of names, or as a list without
    headers."""
    rows = [list(cells) for cells in grid.rows]
    for number, row in enumerate(codes.rows, 1):
        rows[row][codes.at] = f"{_PLACEHOLDER} {number}"
    if head is None or sum(bool(text_of(value)) for value in rows[head]) == 1:
        meanings = {at: "name" if at == codes.at else "" for at in range(max(map(len, rows)))}
        return replace(grid, rows=rows, gathered=range(codes.rows[0], len(rows)), pasted=meanings)
    rows[head] += [None] * (codes.at + 1 - len(rows[head]))
    rows[head][codes.at] = _NAME
    return replace(grid, rows=rows)
