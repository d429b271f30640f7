"""Typesets documents with Typst as PDF and pictures, each in a process of its own, without browser or network.

Text written by people reaches Typst as data, never as markup, so a title cannot be run as an instruction.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from anyascii import anyascii

from liaison_metrics.errors import NotTypeset
from liaison_metrics.reports.forms.typst.typesetting_process import LENGTH, fonts
from liaison_metrics.reports.pages.charts import bar, mark, svg
from liaison_metrics.reports.pages.colours import PAPER
from liaison_metrics.reports.pages.document import (
    Bar,
    Beside,
    Block,
    Card,
    Cell,
    Document,
    DocumentChart,
    DocumentTable,
    Drawing,
    FactList,
    Funding,
    Legend,
    Prose,
    Quiet,
    Section,
    Shaded,
)
from liaison_metrics.reports.pages.emblem import emblem
from liaison_metrics.texts import _

SHORT, MIDDLE, LONG = 14, 24, 40
"""Characters of texts in a table: of short ones, such as dates and cities, which have one line; and for how many a
column of others is made, at least and at most."""

PIXELS_PER_INCH = 192
"""Twice the resolution of a standard screen (96)."""

_FOLDER = Path(__file__).parent
_fonts = fonts()

_CONTROL = re.compile(
    r"(?P<backslash>\\\\)|\\u00[01][0-9a-f]|\\[bf]|[\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""Invisible control characters as JSON writes them. The first group skips escaped backslashes."""

_UNUSUAL = re.compile(r"[^\x00-\u024f\u0370-\u04ff\u2010-\u2027\u2190-\u27bf]")
"""Characters outside the alphabets of the project's languages and the symbols of the reports."""

_PROBE = b"""#set document(title: "-")
#set text(font: ("Source Sans Pro", "DejaVu Sans Mono"))
#for letter in sys.inputs.letters.clusters() [#box(letter) #box(strong(letter)) ]"""


def pdf(document: Document) -> bytes:
    """Returns the document as a tagged PDF/UA-1 with embedded fonts."""
    data = _page_texts(document) | {"sections": [_section(one) for one in document.sections]}
    [file] = typeset("report.typ", data, format="pdf", pdf_standards=["ua-1"])
    return file


def pngs(document: Document, pictures: Sequence[tuple[str, Sequence[Block]]], note: str) -> list[bytes]:
    """Returns the document's page, if it has sections, and then each picture (title and blocks) with the note below."""
    data = _page_texts(document) | {
        "sections": [_section(one) for one in document.sections],
        "pictures": [{"title": title, "blocks": _blocks(blocks)} for title, blocks in pictures],
        "note": note,
    }
    return typeset("pictures.typ", data, format="png", ppi=PIXELS_PER_INCH)


def typeset(template: str, data: Mapping[str, Any], **options: Any) -> list[bytes]:
    """Returns the file, or one file for each page, that Typst makes from the template and the data."""
    text = _only_drawable(json.dumps({**data, "colours": _colours()}, ensure_ascii=False))
    options["input"] = str(_FOLDER / template)
    files, error = _run_typst(text, options)
    if "could not be displayed" in error:
        # Letters can be impossible to combine although each can be drawn, such as a circle around a digit.
        files, error = _run_typst(_UNUSUAL.sub(lambda found: _in_latin(found[0]), text), options)
    if error:
        raise NotTypeset(
            _("The report could not be typeset."),
            hint=_("The computer may be short of memory. Try again, or choose one city or an earlier date."),
        ) from RuntimeError(error)
    return files


def _run_typst(text: str, options: Mapping[str, Any]) -> tuple[list[bytes], str]:
    """Runs Typst in a process of its own. Returns the files, or the error message."""
    # "-P": modules in this folder must not shadow those of the standard library.
    command = [sys.executable, "-P", str(_FOLDER / "typesetting_process.py"), json.dumps(options)]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        return [], done.stderr.decode(errors="replace") or f"exit status {done.returncode}"
    out, files = io.BytesIO(done.stdout), []
    while length := out.read(LENGTH):
        files.append(out.read(int.from_bytes(length, "big")))
    return files, ""


def _only_drawable(text: str) -> str:
    """Returns JSON without control characters, with letters that the fonts lack in Latin script: Typst makes no PDF/UA
    with characters that it cannot draw."""
    text = _CONTROL.sub(lambda found: found["backslash"] or " ", unicodedata.normalize("NFC", text))
    lacking = _undrawable("".join(sorted(letter for letter in set(text) if not letter.isascii())))
    return text.translate({ord(letter): _in_latin(letter) for letter in lacking}) if lacking else text


def _in_latin(letter: str) -> str:
    """Returns a letter in Latin script, escaped for JSON."""
    return json.dumps(anyascii(letter))[1:-1]


@lru_cache(maxsize=4096)
def _undrawable(letters: str) -> frozenset[str]:
    """Returns the letters that no font has, by trying all of them at once and then halves."""
    if not letters:
        return frozenset()
    try:
        typst.compile(_PROBE, format="pdf", font_paths=_fonts, sys_inputs={"letters": letters}, pdf_standards=["ua-1"])
    except typst.TypstError:
        half = len(letters) // 2
        return _undrawable(letters[:half]) | _undrawable(letters[half:]) if half else frozenset(letters)
    return frozenset()


def _colours() -> dict[str, Any]:
    return {**asdict(PAPER), "together": PAPER.together}


def _page_texts(document: Document) -> dict[str, Any]:
    """Returns the texts of page headers and footers, and the metadata."""
    names = ("language", "title", "author", "day", "running", "marking", "counting", "page", "others")
    return {name: getattr(document, name) for name in names}


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "level": section.level,
        "own_page": section.own_page,
        "blocks": _blocks(section.blocks),
    }


def _blocks(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [{"kind": type(one).__name__, **_block(one)} for one in blocks]


def _block(block: Block) -> dict[str, Any]:
    """Returns the data of a block for the templates."""
    match block:
        case DocumentTable():
            rows = [{"kind": row.kind, "cells": [_cell(one) for one in row.cells]} for row in block.rows]
            columns = [
                {**asdict(one), "share": share} for one, share in zip(block.columns, _shares(block), strict=True)
            ]
            return {"title": block.title, "note": block.note, "rows": rows, "columns": columns}
        case DocumentChart():
            return {"title": block.title, "drawing": drawing_data(block.drawing)}
        case Card():
            names = ("code", "title", "reached", "of_target", "shape", "state", "news", "lines")
            return {"drawing": drawing_data(block.drawing), **{name: getattr(block, name) for name in names}}
        case FactList():
            return {"rows": [(name, [_cell(one) for one in cells]) for name, cells in block.rows]}
        case Prose():
            return {"style": block.kind, "paragraphs": block.paragraphs}
        case Legend():
            return {"keys": [(drawing_data(mark(key.mark)), key.words) for key in block.keys]}
        case Beside():
            return {"left": _blocks(block.left), "right": _blocks(block.right)}
        case Funding():
            return {"words": block.words, "emblem": drawing_data(emblem())}
    return asdict(block)


def _shares(table: DocumentTable) -> list[int]:
    """Returns the share of a table's width that each column of words gets, 0 for a column that is as wide as its
    longest text: wider columns of short texts would take the place that long ones need."""
    longest = [
        max(len(words) for words in (column.head, *(_words(row.cells[at]) for row in table.rows)))
        for at, column in enumerate(table.columns)
    ]
    kinds = [
        (column.kind == "words" and not column.fitted, most)
        for column, most in zip(table.columns, longest, strict=True)
    ]
    wide = any(words and most > SHORT for words, most in kinds)
    return [min(max(most, MIDDLE), LONG) if words and (most > SHORT or not wide) else 0 for words, most in kinds]


def _words(cell: Cell) -> str:
    return cell.words if isinstance(cell, Quiet) else cell if isinstance(cell, str) else ""


def _cell(cell: Cell) -> str | dict[str, Any]:
    match cell:
        case Quiet():
            return {"quiet": cell.words}
        case Shaded():
            ground, ink = PAPER.ground(cell.share)
            return {"shaded": cell.words, "ground": ground, "ink": ink}
        case Bar():
            return drawing_data(bar(cell))
    return cell


def drawing_data(drawing: Drawing) -> dict[str, Any]:
    """Returns the data of a drawing for the templates."""
    return {"svg": svg(drawing, PAPER), "width": drawing.width, "words": drawing.words}
