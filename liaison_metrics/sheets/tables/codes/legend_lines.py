"""Lines of a sheet that explain its codes, whatever stands between a code and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.tables.text_lines import first_words_say_present, plain_legend
from liaison_metrics.sheets.words.cells import text_of, without_brackets
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.presence import PRESENT_SIGNS

_FEWEST_CODES = 2
_MOST_CODES = 10
"""More cells are those of a list."""

_TICKS = "".join(sign for sign in sorted(PRESENT_SIGNS) if not sign.isalnum() and sign != "+")
_CODE = re.compile(rf"(?:^|(?<=[\s;,(/|:]))([^\W_][^\s=→,;:()|]{{0,7}}|[/+–{_TICKS}-])\s*[=→]\s*")
_CODE_IN_CELL = re.compile(r"([^\s=]{1,3}?)(?:\s*[:–—-]\s*|\s+)([^\W\d_][^=]+)")
_CODE_AND_SIGN = re.compile(r"(\S{1,3}?)\s*(?:[:=→]|\s[–—-]\s)\s*([^\W\d_][^=:→]+)")
_LONGEST_CODE = 3
"""Codes that have a cell each, with what they mean in it or beside it, are short: "N", "/", "exc"."""

_LABEL = re.compile(r"(?:^|[.;|/)])\s*([^:=→.;|]{1,40}?\.?)\s*:(?=[^:=→]{1,20}[=→])")
"""The header of a column before its codes ("Status: P = present, A = absent")."""

_LONGEST = 400
"""Longer cells are texts."""

_AROUND = " \t\n;,|()/."


def with_keys_in_cells(grid: Grid, last: int) -> Grid:
    """Returns a sheet with signs between codes and what they mean in the first rows, up to the *last*, that explain a
    code of presence in each cell, or in each two ("a absent | ex excused"; "a | absent | ex | excused"), or in the only
    cell of each of several rows."""
    keys = {row: pairs for row, cells in enumerate(grid.rows[:last]) if (pairs := _keys_in(cells))}
    keys |= _keys_below_each_other(grid.rows[:last])
    if not keys:
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row, pairs in keys.items():
        rows[row] = [f"{code} = {said}" for code, said in pairs]
    return replace(grid, rows=rows)


def with_legend_beside(grid: Grid, last: int) -> Grid:
    """Returns a sheet in which a legend of a few cells right of a list, one mark in each and perhaps a heading above
    them, is one line beside the header."""
    last = min(last, len(grid.rows))
    width = max((len(cells) for cells in grid.rows[:last]), default=0)
    at = next((c for c in range(width - 1, 1, -1) if any(cell_text(grid, row, c) for row in range(last))), 0)
    told = [row for row in range(last) if cell_text(grid, row, at)] if at else []
    if (
        not _FEWEST_CODES <= len(told) <= _MOST_CODES
        or told[-1] - told[0] >= len(told)
        or told[-1] + 1 >= len(grid.rows)
    ):
        return grid
    texts = [cell_text(grid, row, at) for row in told]
    texts = [_with_plain_sign(text) for text in texts]
    pairs = plain_legend(" ; ".join(texts)) or plain_legend(" ; ".join(texts[1:]))  # the first may be its heading
    above = told[0] - (len(pairs) == len(told))
    if len(pairs) < len(told) - 1 or len(pairs) < _FEWEST_CODES or above < 0:
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row in (above, *told):
        line = "; ".join(f"{mark} = {said}" for mark, said in pairs) if row == above else None
        rows[row] = [*rows[row][:at], *[None] * (at - len(rows[row])), line, *rows[row][at + 1 :]]
    return replace(grid, rows=rows)


def _with_plain_sign(text: str) -> str:
    """Returns a code and what it means without the sign between them ("K: there")."""
    found = _CODE_AND_SIGN.fullmatch(text)
    return f"{found[1]} {found[2]}" if found else text


def _keys_in(cells: Sequence[Cell]) -> list[tuple[str, str]]:
    filled = [value for value in cells if text_of(value)]
    if not _FEWEST_CODES <= len(filled) <= 2 * _MOST_CODES or not all(isinstance(value, str) for value in filled):
        return []
    texts = [text_of(value) for value in filled]
    across = [(code, said) for code, said in zip(texts[::2], texts[1::2], strict=False) if _is_key(code, said)]
    for pairs, whole in (
        (_inside(texts), len(texts)),
        (_inside(texts[1:]), len(texts) - 1),  # the first is "Key"
        (across, len(texts) / 2),
    ):
        told = all(first_words_say_present(without_brackets(said)) is not None for _code, said in pairs)
        if len(pairs) == whole >= _FEWEST_CODES and told and len({code for code, _said in pairs}) == len(pairs):
            return pairs
    return []


def _keys_below_each_other(rows: Sequence[Sequence[Cell]]) -> dict[int, list[tuple[str, str]]]:
    """Returns the codes and meanings of rows that follow each other and have one cell each, by row."""
    found: dict[int, list[tuple[str, str]]] = {}
    block: dict[int, tuple[str, str]] = {}
    for row, cells in enumerate([*rows, ()]):
        texts = [text for value in cells if (text := text_of(value))]
        one = _CODE_IN_CELL.fullmatch(texts[0]) if len(texts) == 1 and "=" not in texts[0] else None
        if (
            one and not (len(one[1]) > 1 and one[1].istitle()) and not any(map(str.isdigit, one[2]))
        ):  # no "12. May 2021"
            block[row] = one[1], one[2]
            continue
        told = all(first_words_say_present(without_brackets(said)) is not None for _code, said in block.values())
        if told and len({code for code, _said in block.values()}) == len(block) >= _FEWEST_CODES:
            found |= {at: [pair] for at, pair in block.items()}
        block = {}
    return found


def _inside(texts: Sequence[str]) -> list[tuple[str, str]]:
    return [(one[1], one[2]) for text in texts if (one := _CODE_IN_CELL.fullmatch(text)) and _is_key(one[1], one[2])]


def _is_key(code: str, said: str) -> bool:
    """Whether a text beside a short one is longer than marks are, and the short one is no name ("Ida – absent")."""
    named = len(code) > 1 and code.istitle()
    return not named and len(code) <= _LONGEST_CODE < sum(map(str.isalpha, said))


def codes_by_label(rows: Iterable[Sequence[Cell]]) -> dict[str, dict[str, str]]:
    """Returns what codes mean under the headers, in normal form, that stand before them: "M" may be one thing as a
    gender and another as a status."""
    found: dict[str, dict[str, str]] = {}
    for cells in rows:
        for value in cells:
            labels = list(_LABEL.finditer(value)) if isinstance(value, str) else []
            ends = [*(one.start() for one in labels[1:]), None]
            for label, end in zip(labels, ends, strict=False):
                told = explained_pairs([str(value)[label.end() : end]])
                found.setdefault(normal(label[1]), {}).update(told)
    return found


def explained_pairs(cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """Yields the codes that a row explains, each with its meaning: up to the next code if a sign stands between, else
    in a line that explains presence alone ("Codes: P present; W withdrawn")."""
    for value in cells:
        if not isinstance(value, str) or len(value) > _LONGEST:
            continue
        if not ("=" in value or "→" in value):
            yield from plain_legend(value)
            continue
        found = list(_CODE.finditer(value))
        ends = [*(one.start(1) for one in found[1:]), len(value)]
        for one, end in zip(found, ends, strict=False):
            meaning = value[one.end() : end].strip(_AROUND)
            meaning += ")" if meaning.count("(") > meaning.count(")") else ""
            if meaning:
                yield one[1], meaning
