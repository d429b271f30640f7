"""Opens text files: encoding, delimiter, records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.model import Grid, Workbook
from liaison_metrics.sheets.opening.encodings import decode
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.records import delimiter_of, records
from liaison_metrics.texts import _

_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x19\x1b-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.005

_MOST_ALIGNED = 2_000
"""Lines of a text in which people aligned columns with spaces by hand."""

_PIECE = re.compile(r"\S+(?:\s\S+)*")
"""An aligned cell: words with one space between them."""

_RULE = re.compile(r"[\s=_+|–—-]{4,}")
"""A line drawn under the headers."""

_DRAWN = re.compile(r":?[=_–—-]{2,}:?")
"""The part of it under one header."""

_FEWEST_LINES = 4
"""A header and three rows show that spaces align columns."""

_FEWEST_COLUMNS = 3
"""Two columns without a line under their headers may be a label and what it says, unless the second holds marks."""

_LONGEST_MARK = 3

_LABEL_AND_NUMBER = re.compile(r"\s*(?:(\S.*?)(?:\s*[.…:·_]{2,}|\s*:)?\s)?\s*(\d{1,5})\s*")
"""A line that ends with a number ("10-12 .... 47")."""

_FEWEST_TALLIED = 3
"""Fewer lines with upright strokes may be those of a table that such signs divide."""

_LONGEST_TALLIED = 20_000
"""Letters of a text in which somebody made strokes."""

_NUMBER_BEHIND = re.compile(r"(?:=\s*)?(\d{1,5})\s*$")

_MOST_SUMMED = 200
"""Lines of a text in which sums are looked for: each is compared with the lines above it."""

_FEWEST_PARTS = 3
"""Two numbers may add up to a third by chance."""


def open_text(file: str, data: bytes) -> Workbook:
    """Returns the one grid of a text file. Raises RefusedFile if it isn't text or is too large."""
    text = decode(data).replace("\x00", "")
    if _controls(text) > max(2, _MOST_CONTROLS * len(text)):
        raise RefusedFile(
            _("{file} contains no readable text.").format(file=file),
            hint=_("Upload the attendance sheet as CSV, XLSX, XLS or ODS."),
            place=Place(file=file),
        )
    if not text.strip():
        raise RefusedFile(
            _("{file} is empty.").format(file=file),
            hint=_("Upload the file with the attendances."),
            place=Place(file=file),
        )
    declared = re.match(r"\ufeff?\s*\"?sep=([^\w\s\"]|\t)\"?\r?\n", text)
    if declared:
        text = text[declared.end() :]
    budget = Budget(file)
    counted = _with_counted_strokes(text) if not declared and len(text) <= _LONGEST_TALLIED else None
    delimiter = None if counted else declared.group(1) if declared else delimiter_of(text, budget)
    rows = [[] if _is_rule(row) else row for row in records(counted or text, delimiter, budget)]
    if delimiter is None and len(rows) <= _MOST_ALIGNED:
        rows = _with_summed_lines(_with_aligned_cells(rows))
    return Workbook(file, "csv", [Grid(PurePath(file).stem, rows)])


def _is_rule(row: Sequence[str]) -> bool:
    """Returns whether the cells of a row only draw a line, as below the headers of a table in a text ("|---|:--:|")."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return len(filled) > 1 and all(map(_DRAWN.fullmatch, filled))


def _controls(text: str) -> int:
    return sum(1 for _found in _CONTROLS.finditer(text))


def _with_counted_strokes(text: str) -> str | None:
    """Returns a text in which upright strokes, one for each person, are left out before the number that says how many
    they are ("10-11  ||||| ||  = 7"), or give way to it. None if few lines have strokes, or strokes and another number.
    """
    lines = text.splitlines()
    told = 0
    for at, line in enumerate(lines):
        label, stroke, rest = line.partition("|")
        number = _NUMBER_BEHIND.search(rest)
        strokes = f"{stroke}{rest[: number.start()] if number else rest}".split()
        if stroke and label.strip() and label[-1] in " \t:" and all(set(one) == {"|"} for one in strokes):
            count = sum(map(len, strokes))
            if number and int(number[1]) != count:
                return None
            lines[at] = f"{label.rstrip()}  {count}"
            told += count > 1
        elif stroke:
            return None  # the sign divides cells
    return "\n".join(lines) if told >= _FEWEST_TALLIED else None


def _with_aligned_cells(rows: Sequence[list[str]]) -> list[list[str]]:
    """Returns lines of one cell, of which those that stand together in columns aligned with spaces are divided."""
    found: list[list[str]] = []
    for blank, lines in groupby(rows, key=lambda row: not "".join(row).strip()):
        block = list(lines)
        texts = [row[0] if row else "" for row in block]
        cells = None if blank else _aligned(texts)
        found += block if cells is None else cells
    return found


def _aligned(lines: Sequence[str]) -> list[list[str]] | None:
    """Returns the cells of lines below a header that are divided by several spaces and begin, or end, at the same
    places; None if they are no table. Where all begin where a header does, cells may be empty."""
    ruled = {at for at, line in enumerate(lines) if _RULE.fullmatch(line)}
    pieces = [[] if at in ruled else list(_PIECE.finditer(line.rstrip())) for at, line in enumerate(lines)]
    head, *told = [found for at, found in enumerate(pieces) if at not in ruled] or [[]]
    width = len(head)
    marked = any(len(found) > 1 for found in told) and all(
        len(piece.group()) <= _LONGEST_MARK and not piece.group().isdecimal() for found in told for piece in found[1:]
    )
    if width < (2 if ruled or marked else _FEWEST_COLUMNS) or len(told) + 1 < _FEWEST_LINES:
        return None
    places = {piece.start(): at for at, piece in enumerate(head)}
    several = sum(len(found) > 1 for found in told)
    if 2 * several > len(told) and all(piece.start() in places for found in told for piece in found):
        own = [{places[piece.start()]: piece.group() for piece in found} for found in pieces]
        return [[cells.get(at, "") for at in range(width)] for cells in own]
    if any(len(found) != width for found in told):
        return None
    same = (min(len({f[at].start() for f in told}), len({f[at].end() for f in told})) == 1 for at in range(width))
    return [[piece.group() for piece in found] or [""] for found in pieces] if all(same) else None


def _with_summed_lines(rows: Sequence[list[str]]) -> list[list[str]]:
    """Returns lines of one cell, of which those that end with numbers are divided into a label and its number where the
    last of these adds up the others."""
    divided = list(rows)
    run: list[tuple[int, str, int]] = []
    for at, row in enumerate(rows if len(rows) <= _MOST_SUMMED else ()):
        line = _LABEL_AND_NUMBER.fullmatch(row[0]) if len(row) == 1 else None
        if line is None:
            run = [] if "".join(row).strip() else run
            continue
        label, people = line[1] or "", int(line[2])
        starts = range(len(run) - _FEWEST_PARTS + 1)
        first = next((start for start in starts if 0 < people == sum(one[2] for one in run[start:])), None)
        run.append((at, label, people))
        for part, text, number in run[first:] if first is not None else ():
            divided[part] = [text, str(number)]
    return divided
