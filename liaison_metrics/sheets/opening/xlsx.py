"""Measures XLSX workbooks: the rectangle that each sheet's values span, and the shared texts of its cells."""

from __future__ import annotations

import io
import re
import zipfile
from array import array
from collections.abc import Iterable

from liaison_metrics.sheets.opening.archives import Archive
from liaison_metrics.sheets.opening.guards import Budget, too_large
from liaison_metrics.sheets.opening.limits import LARGEST_UNPACKED, MOST_CELLS, MOST_TEXT
from liaison_metrics.sheets.opening.markup import parse, whole_tags

_LEFT_OUT = re.compile(
    r"(^|/)(media|drawings|charts|theme|embeddings|pivotCache|pivotTables|customXml|docProps)/", re.I
)
_TEXTS = re.compile(r"(^|/)sharedStrings\.xml$", re.I)
_PLACES = re.compile(r"(^|/)workbook\.xml(\.rels)?$", re.I)
_PLACE = re.compile(rb"""(?:[:\s]id|\sTarget)\s*=\s*["']([^"']*)""")
_ANY_CELL = re.compile(rb"<(?:[^\s<>/]*:)?c[\s/>]")
_PLAIN_CELL = re.compile(rb'<(?:x:)?c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: (?:s|t|cm|vm|ph)="\w*")* ?(/?)>')
_AFTER_NAME = (b" ", b">", b"/", b"\n", b"\t", b"\r")
_SHARED_TEXT = re.compile(rb't="s"[^<>]*><(?:x:)?v>(\d{1,9})</')
_TEXT_END = re.compile(rb"</(?:[^\s<>/]*:)?si\s*>|<(?:[^\s<>/]*:)?si\s*/>")
_TEXTS_STATED = re.compile(rb"uniqueCount\s*=\s*[\"']\s*\+?(\d+)")
_PIECE = 1 << 20
_UNCOMPUTED = re.compile(
    rb"""<c (?![^<>]*t="str")[^<>]*><f(?:[^<>]*/>|[^<>]*>[^<>]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"""
)
"""A formula whose result isn't stored. An empty text as the result has the type "str"."""


def has_uncomputed(measured: bytes) -> bool:
    """Returns whether cells of a measured workbook are formulas whose results aren't stored, as programs write them
    that don't calculate."""
    with zipfile.ZipFile(io.BytesIO(measured)) as archive:
        for name in archive.namelist():
            if "worksheets/" in name:
                with archive.open(name) as sheet:
                    pieces = whole_tags(iter(lambda: sheet.read(_PIECE), b""))
                    if any(b"<f" in piece and _UNCOMPUTED.search(piece) for piece in pieces):
                        return True
    return False


def measured_xlsx(file: str, data: bytes, budget: Budget) -> bytes:
    """Returns a workbook with only the measured parts.

    Raises RefusedFile if it is too large, ValueError if it is damaged.
    """
    archive = Archive(file, data, budget)
    names = [name for name in archive.names if name.endswith((".xml", ".rels")) and not _LEFT_OUT.search(name)]
    if archive.claimed(names) > LARGEST_UNPACKED:
        raise too_large(file)
    texts = [name for name in names if _TEXTS.search(name)]
    lengths = sum((_lengths(file, archive.pieces(name)) for name in texts), array("L"))
    for name in names:
        if name not in texts:
            budget.span(*(_plain_span(archive.pieces(name)) or _any_span(file, archive.pieces(name))))
            budget.text(_shared_text(archive, name, lengths) if lengths else 0)
    for name in filter(_PLACES.search, names):
        _check_places(b"".join(archive.pieces(name)))
    return archive.only(names)


def _check_places(xml: bytes) -> None:
    """Raises ValueError if a workbook refers to one sheet twice, so that it would be read twice."""
    places = [place.lower().removeprefix(b"/").removeprefix(b"xl/") for place in _PLACE.findall(xml)]
    if len(places) != len(set(places)):
        raise ValueError("one sheet in two places")


def _plain_span(pieces: Iterable[bytes]) -> tuple[int, int] | None:
    """Returns rows and columns up to the last value, None if cells aren't written the usual way."""
    last_row, letters = 0, {b""}
    for piece in whole_tags(pieces):
        cells = _PLAIN_CELL.findall(piece)
        if len(cells) != _number_of_cells(piece):
            return None
        filled = [(column, row) for column, row, empty in cells if not empty]
        letters.update(column for column, _row in filled)
        last_row = max(last_row, max(map(int, {row for _column, row in filled}), default=0))
    return last_row, max(map(_column_number, letters))


def _number_of_cells(xml: bytes) -> int:
    if b":c" in xml:
        return len(_ANY_CELL.findall(xml))
    return sum(xml.count(b"<c" + end) for end in _AFTER_NAME)  # ten times faster


def _any_span(file: str, pieces: Iterable[bytes]) -> tuple[int, int]:
    """Returns the same for cells in any spelling, including those without a reference."""
    row = cells = 0
    at, last = (0, 0), (0, 0)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, cells, at, last
        kind, stated = name.rpartition(":")[2], attributes.get("r")
        if kind == "row":
            row, at = _place(stated)[0] if stated else row + 1, (0, 0)
        elif kind == "c":
            at = _place(stated) if stated else (max(row, 1), at[1] + 1)
            cells += 1
            if cells > MOST_CELLS:
                raise too_large(file)
        elif at[1]:  # any element in a cell may be its value
            last = max(last[0], at[0]), max(last[1], at[1])

    parse(pieces, lambda _parser: start)
    return last


def _place(reference: str) -> tuple[int, int]:
    found = re.fullmatch(r"([A-Za-z]{0,6})(\d{1,9})", reference)
    if not found:
        raise ValueError("reference")
    return int(found[2]), _column_number(found[1].upper().encode())


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _lengths(file: str, pieces: Iterable[bytes]) -> array[int]:
    """Returns the size of each shared text."""
    lengths, before = array("L"), 0
    for number, piece in enumerate(whole_tags(pieces)):
        stated = _TEXTS_STATED.search(piece) if number == 0 else None
        if len(lengths) > MOST_CELLS or (stated and (len(stated[1]) > 9 or int(stated[1]) > MOST_CELLS)):
            raise too_large(file)  # the library allocates as much memory as this number says
        *ended, last = map(len, _TEXT_END.split(piece))
        if ended:
            ended[0], before = ended[0] + before, 0
        lengths.extend(ended)
        before += last
    return lengths


def _shared_text(archive: Archive, name: str, lengths: array[int]) -> int:
    """Returns how much text a sheet's cells take from the shared texts, or slightly more."""
    longest = max(lengths)
    uses = sum(map(_uses, whole_tags(archive.pieces(name))))
    if uses * longest <= MOST_TEXT // 3:
        return uses * longest
    total = 0
    for piece in whole_tags(archive.pieces(name)):
        found = [int(number) for number in _SHARED_TEXT.findall(piece)]
        total += sum(lengths[number] for number in found if number < len(lengths))
        total += longest * (_uses(piece) - len(found))
    return total


def _uses(xml: bytes) -> int:
    return xml.count(b'"s"') + xml.count(b"'s'")
