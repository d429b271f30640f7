"""Codes that a line of the sheet explains ("pres. = present; del. = absent, sent somebody"): the cells get the words
that the codes stand for, so that all later passes read words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.codes.legend_lines import (
    codes_by_label,
    explained_pairs,
    with_keys_in_cells,
    with_legend_beside,
)
from liaison_metrics.sheets.tables.text_lines import first_words_say_present
from liaison_metrics.sheets.words.cells import is_not_stated, text_of
from liaison_metrics.sheets.words.date_parts import day_stated, is_part_of_a_day
from liaison_metrics.sheets.words.headers import NAMES, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.presence import says_absent, says_present, says_whether_came, without_other_ending
from liaison_metrics.sheets.words.vocabulary import Vocabulary

FEWEST_CODES = 2
MOSTLY = 0.8
"""From this share of its cells on, a column holds codes."""

LOOKED_AT = 400
"""So many rows of a list show whether a column holds codes."""

KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP, VocabularyKind.ROLE,
         VocabularyKind.ACTIVITY, VocabularyKind.CITY)  # fmt: skip
"""What codes may stand for, besides presence."""

_FIRST_ROWS = 300
"""A longer list has its legend near its beginning."""

_LONGEST_KEY = 3
"""Codes that have a row each, with what they mean beside them, are short: "N", "/", "exc"."""

_MOST_IN_KEY = 10
"""More rows are people."""

_PART = re.compile(r"\s*[/(,;–—]\s*|\s-\s")
"""Where the meaning of a code goes on in other words ("present/was there", "absent, sent an excuse")."""

_BRACKETS = re.compile(r"\s*\([^()]*\)$")
"""What a legend adds to the meaning of a code ("facilitator (not counted)")."""

_MARK = "x"
_SIGNS, WORDS = ("✗", "✓"), ("absent", "present")
"""Marks for absence and presence: under a day, and under other headers, where signs may say something else."""

HEADLESS = "did not attend", "attended throughout"
"""The same in a column without a header: words that head no column."""


def spell_out_legend(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with words in place of the codes that its own lines explain."""
    words: dict[str, str] = {}
    lines: set[int] = set()
    grid = with_keys_in_cells(with_legend_beside(grid, _FIRST_ROWS), _FIRST_ROWS)
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        pairs = list(explained_pairs(cells))
        words |= dict(pairs)
        lines |= {row} if pairs else set()
    key = _key_of(grid)
    words = {one.code: one.meaning for one in key} | words
    lines |= {one.row for one in key if one.alone}
    grid = _with_headed_codes(grid, words, lines, vocabulary)
    blank = _means_present(grid, lines)
    if len(words) < (1 if blank else FEWEST_CODES):
        return grid
    if blank:
        return _marked_as_present(grid, {code: _plain(said) for code, said in words.items()})
    every, labelled = words, codes_by_label(grid.rows[row] for row in lines)
    of_key = {place for one in key for place in (one.at, one.at + 1) if not one.alone}
    for at in set(range(max(map(len, grid.rows[:LOOKED_AT]), default=0))) - of_key:
        told = [
            text for row, cells in enumerate(grid.rows[:LOOKED_AT])
            if at < len(cells) and row not in lines and (text := text_of(cells[at]))
        ]  # fmt: skip
        words = every | next((found for text in told if (found := labelled.get(normal(text)))), {})
        plain = {code: _plain(said) for code, said in words.items()}
        first = next((place for place, text in enumerate(told) if text in words), len(told))
        known = sum(text in words for text in told)
        understood = any(is_understood(text, words[text], vocabulary) for text in {*told} & words.keys())
        headed = first > 0 or _tell_who_came(plain[text] for text in told if text in plain)
        if headed and understood and known >= max(FEWEST_CODES, MOSTLY * len(told[first:])):
            signs = (_SIGNS if _is_day(told[first - 1]) else WORDS) if first else HEADLESS
            marks = {code: signs[says_present(said)] for code, said in plain.items() if _is_mark(said)}
            rows = [row for row in range(len(grid.rows)) if row not in lines]
            grid = with_words(_with_key_as_lines(grid, key), at, rows, marks if marks.keys() & told else words)
    return grid


def _with_headed_codes(grid: Grid, words: Mapping[str, str], lines: Collection[int], vocabulary: Vocabulary) -> Grid:
    """Returns a sheet in which a code for the team that is a column's header, and all that stands below it, becomes the
    word for it and marks ("F", as a line says "F = facilitator (not counted)")."""
    for at in range(max(map(len, grid.rows[:LOOKED_AT]), default=0)) if words else ():
        places = [row for row, cells in enumerate(grid.rows) if at < len(cells) and text_of(cells[at])]
        told = [(row, text_of(grid.rows[row][at])) for row in places if row not in lines]
        code = told[-1][1] if told else ""
        said = _BRACKETS.sub("", words.get(code, ""))
        coded = [row for row, text in told if text == code]
        if (
            len(coded) < FEWEST_CODES
            or not vocabulary.is_staff(said)
            or coded != [row for row, _ in told][-len(coded) :]
        ):
            continue
        if coded[0] - 1 not in places and any(is_header_word(text_of(value)) for value in grid.rows[coded[0]]):
            rows = list(grid.rows)
            for row in coded:
                shown = said if row == coded[0] else _MARK
                rows[row] = [*rows[row][:at], shown, *rows[row][at + 1 :]]
            grid = replace(grid, rows=rows)
    return grid


def _with_key_as_lines(grid: Grid, key: Iterable[_KeyRow]) -> Grid:
    """Returns a sheet whose key is written in lines ("N = absent"), so that no row of it is taken for a header or a
    person. Beside the rows of a list it is left out."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    alone = {one.row for one in key if one.alone}
    for one in key:
        above = [at for at, value in enumerate(rows[one.row - 1]) if text_of(value)] if one.row else []
        heads = above == [one.at, one.at + 1] and _heads_key([text_of(rows[one.row - 1][at]) for at in above])
        if heads and one.row in alone and one.row - 1 not in alone:
            rows[one.row - 1] = [f"{one.code} = {one.meaning}"]  # "Code | Meaning" heads the key: a part of it
    for one in key:
        line = [f"{one.code} = {one.meaning}" if one.alone else "", ""]
        rows[one.row] = [*rows[one.row][: one.at], *line, *rows[one.row][one.at + 2 :]]
    return replace(grid, rows=rows)


def _means_present(grid: Grid, lines: Collection[int]) -> bool:
    """Whether a legend says that an empty cell means that somebody was there ("f = absent, empty = present")."""
    texts = [text_of(value) for row in lines for value in grid.rows[row]]
    told = [found for text in texts for part in re.split(r"[,;.|]", text) if (found := re.split(r"\s*[=→]\s*", part))]
    return any(
        len(parts) == 2 and normal(parts[0]) in tools("blank_cell") and first_words_say_present(parts[1])
        for parts in told
    )


def _marked_as_present(grid: Grid, plain: Mapping[str, str]) -> Grid:
    """Returns a register in which the days' empty cells say that somebody was there, and codes of absence that nobody
    was; the same sheet if no row has several days."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    days: list[int] = []
    for row, cells in enumerate(grid.rows[:LOOKED_AT]):
        found = [at for at, value in enumerate(cells) if _is_day(text_of(value))]
        if len(found) >= FEWEST_CODES and any(map(text_of, cells[: found[0]])):
            days = found
            continue
        told = [at for at, value in enumerate(cells) if at not in days and text_of(value)]
        if days and told and told[0] < days[0] and max(days) < len(cells) and not (len(told) == 1 < days[0]):
            marks = {at: plain.get(text_of(cells[at]), "") for at in days}
            signs = {at: _SIGNS[not says_absent(said)] for at, said in marks.items() if said or not text_of(cells[at])}
            rows[row] = [signs.get(at, value) for at, value in enumerate(cells)]
    return replace(grid, rows=rows) if days else grid


def _tell_who_came(meanings: Iterable[str]) -> bool:
    """Whether codes without a header only say that people were there, or that they weren't, and both."""
    different = set(meanings)
    return all(map(_is_mark, different)) and any(map(says_present, different)) and any(map(says_absent, different))


def _is_day(header: str) -> bool:
    return header.rstrip(".").isdecimal() or day_stated(header) is not None or is_part_of_a_day(header)


def _is_mark(said: str) -> bool:
    return says_present(said) or says_absent(said)


def is_understood(code: str, said: str, vocabulary: Vocabulary) -> bool:
    """Returns whether the reader knows what a code means, and didn't know it without the legend: presence, a role,
    a people."""
    plain = _plain(said)
    if _is_mark(plain):
        return any(map(str.isalnum, code)) and code.casefold() != "x"
    if vocabulary.is_staff(plain) is not None and vocabulary.is_staff(code) is None:
        return True
    return any(vocabulary.exact(kind, plain) and not vocabulary.exact(kind, code) for kind in KINDS)


def with_words(grid: Grid, at: int, rows: Iterable[int], words: Mapping[str, str]) -> Grid:
    """Returns a sheet with words in place of the codes of a column; not of a code that says that nothing is known,
    unless it is explained as a mark for presence or absence."""
    found = list(grid.rows)
    for row in rows:
        cells = found[row]
        code = text_of(cells[at]) if at < len(cells) else ""
        said = words.get(code)
        if said is None:
            continue
        plain = said if said in HEADLESS else _plain(said)
        if not is_not_stated(code) or _is_mark(plain) or plain in _SIGNS:
            found[row] = [*cells[:at], plain, *cells[at + 1 :]]
    return replace(grid, rows=found)


def _plain(said: str) -> str:
    """Returns the meaning of a code without what it adds ("yes, I was there": "yes")."""
    parts = [part for part in _PART.split(without_other_ending(said)) if part]
    comes = any(map(speaks_of_coming, normal(said).split()))
    if comes and (came := says_whether_came(said)) is not None:
        return WORDS[came]
    clear = next(filter(_is_mark, parts), "")
    if clear:
        return clear
    if {*normal(said).split()} & (values("absent") | tools("absence_header")):
        return WORDS[False]  # "medical absence"
    came = says_whether_came(said)
    came = first_words_say_present(said) if came is None else came
    return said if came is None else WORDS[came]


class _KeyRow(NamedTuple):
    """A row of a key: a code, and in the next cell what it means. *alone* says that the row has nothing else."""

    row: int
    at: int
    code: str
    meaning: str
    alone: bool


def _key_of(grid: Grid) -> list[_KeyRow]:
    """Returns the rows of a key that has a row for each code.

    Such rows follow each other and stand apart from the list: below an empty row, a heading alone or nothing, or to the
    right of it, behind an empty cell.
    """
    found: list[_KeyRow] = []
    block: list[_KeyRow] = []
    apart = True
    for row, cells in enumerate([*grid.rows[:_FIRST_ROWS], ()]):
        told = [(at, text) for at, value in enumerate(cells) if (text := text_of(value))]
        one = _key_row(row, told)
        if one and (apart or block or not one.alone) and (not block or one.at == block[-1].at):
            block.append(one)
            continue
        ends = not block or not block[-1].alone or len(told) <= 1
        found += block if len(block) >= FEWEST_CODES and ends else []
        headed = apart and _heads_key([text for _at, text in told])
        block, apart = [], len(told) <= 1 or headed  # "Code | Meaning"
    return found or _key_right_of_list(grid)


def _heads_key(texts: Sequence[str]) -> bool:
    """Whether two texts may head a key ("Code | Meaning"), and are no person with a mark and no header of people."""
    if len(texts) != 2 or any(meaning_of(text) in NAMES for text in texts):
        return False
    return not is_full_name(texts[0]) and not _is_mark(texts[1])


def _key_right_of_list(grid: Grid) -> list[_KeyRow]:
    """Returns the rows of a key of presence that stands in two columns of its own right of a list, also beside its
    header and without an empty column between. Its heading is all else that these columns have."""
    rows = [[*map(text_of, cells)] for cells in grid.rows[:_FIRST_ROWS]]
    at = max((max((at for at, text in enumerate(texts) if text), default=0) for texts in rows), default=0) - 1
    ends = [(row, [*texts[at:], "", ""]) for row, texts in enumerate(rows) if at > 0 and any(texts[at:])]
    pairs = [(row, end[0], end[1]) for row, end in ends]
    told = [(row, code, said) for row, code, said in pairs if code and said and _is_key(code, said)]
    others = [(code, said) for _row, code, said in pairs if not (code and said and _is_key(code, said))]
    marks = sum(_is_mark(_plain(said)) for _row, _code, said in told)
    if not FEWEST_CODES <= len(told) <= _MOST_IN_KEY or marks < max(FEWEST_CODES, MOSTLY * len(told)):
        return []
    follow = told[-1][0] - told[0][0] == len(told) - 1 and len({code for _row, code, _said in told}) == len(told)
    if not follow or len(others) > 1 or any(code and said for code, said in others):
        return []
    return [_KeyRow(row, at, code, said, not any(rows[row][:at])) for row, code, said in told]


def _key_row(row: int, told: Sequence[tuple[int, str]]) -> _KeyRow | None:
    """Returns the row of a key that the last two cells of a row are, None if they are none."""
    if len(told) < 2:
        return None
    (at, code), (beside, meaning) = told[-2:]
    behind_gap = len(told) > 2 and told[-3][0] < at - 1
    if beside != at + 1 or not (len(told) == 2 or behind_gap) or not _is_key(code, meaning):
        return None
    return _KeyRow(row, at, code, meaning, len(told) == 2)


def _is_key(code: str, meaning: str) -> bool:
    return len(code) <= _LONGEST_KEY and " " not in code and sum(map(str.isalpha, meaning)) > _LONGEST_KEY
