"""Sets documents with Typst, each in a process of its own: as PDF and as pictures. No browser, no network is needed.

What people wrote reaches Typst as data, never as markup, so that no title can be mistaken for an instruction.
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

PIXELS_PER_INCH = 192
"""Twice a screen's, where an inch has 96 pixels."""

_FOLDER = Path(__file__).parent
_fonts = fonts()

_CONTROL = re.compile(
    r"(?P<backslash>\\\\)|\\u00[01][0-9a-f]|\\[bf]|[\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""Characters that control and are not seen, as JSON writes them; a backslash that stands for itself is passed over."""

_UNUSUAL = re.compile(r"[^\x00-\u024f\u0370-\u04ff\u2010-\u2027\u2190-\u27bf]")
"""What stands neither in the letters of the project's languages nor in the signs of the reports."""

_PROBE = b"""#set document(title: "-")
#set text(font: ("Source Sans Pro", "DejaVu Sans Mono"))
#for letter in sys.inputs.letters.clusters() [#box(letter) #box(strong(letter)) ]"""


def pdf(document: Document) -> bytes:
    """Returns the document as a tagged PDF that keeps the rules of PDF/UA-1, with its fonts within."""
    told = _frame(document) | {"sections": [_section(one) for one in document.sections]}
    [made] = _compile("report.typ", told, format="pdf", pdf_standards=["ua-1"])
    return made


def pngs(document: Document, pictures: Sequence[tuple[str, Sequence[Block]]], note: str) -> list[bytes]:
    """Returns the document's page and then each picture, by its title and blocks, with the note under it."""
    told = _frame(document) | {
        "sections": [_section(one) for one in document.sections],
        "pictures": [{"title": title, "blocks": _blocks(blocks)} for title, blocks in pictures],
        "note": note,
    }
    return _compile("pictures.typ", told, format="png", ppi=PIXELS_PER_INCH)


def _compile(template: str, told: Mapping[str, Any], **how: Any) -> list[bytes]:
    """Returns the file, or the files of several pages, that Typst makes of the template and the data."""
    said = _drawable(json.dumps({**told, "colours": _colours()}, ensure_ascii=False))
    how["input"] = str(_FOLDER / template)
    made, refusal = _pressed(said, how)
    if "could not be displayed" in refusal:
        # Letters that can each be drawn can still be refused together, such as a sign around a digit.
        made, refusal = _pressed(_UNUSUAL.sub(lambda found: _in_latin(found[0]), said), how)
    if refusal:
        raise NotTypeset(
            _("The pages of the report could not be made."),
            hint=_("The machine may be short of memory: try again, or report on one city or an earlier day."),
        ) from RuntimeError(refusal)
    return made


def _pressed(said: str, how: Mapping[str, Any]) -> tuple[list[bytes], str]:
    """Returns the files that a press of its own makes, or why there are none."""
    # "-P": this folder's modules have names that those of the language have as well.
    press = [sys.executable, "-P", str(_FOLDER / "typesetting_process.py"), json.dumps(how)]
    done = subprocess.run(press, input=said.encode(), capture_output=True, check=False)
    if done.returncode:
        return [], done.stderr.decode(errors="replace") or f"exit status {done.returncode}"
    out, files = io.BytesIO(done.stdout), []
    while length := out.read(LENGTH):
        files.append(out.read(int.from_bytes(length, "big")))
    return files, ""


def _drawable(said: str) -> str:
    """Returns JSON with every letter that the fonts lack written in Latin ones, and without control characters: Typst
    refuses to make a PDF/UA with what cannot be drawn."""
    said = _CONTROL.sub(lambda found: found["backslash"] or " ", unicodedata.normalize("NFC", said))
    lacking = _undrawable("".join(sorted(letter for letter in set(said) if not letter.isascii())))
    return said.translate({ord(letter): _in_latin(letter) for letter in lacking}) if lacking else said


def _in_latin(letter: str) -> str:
    """Returns a letter in Latin ones, as JSON writes them."""
    return json.dumps(anyascii(letter))[1:-1]


@lru_cache(maxsize=4096)
def _undrawable(letters: str) -> frozenset[str]:
    """Returns those letters that no font has: Typst is asked for all at once, then for halves of them."""
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


def _frame(document: Document) -> dict[str, Any]:
    """Returns what stands around all pages."""
    names = ("language", "title", "author", "day", "running", "marking", "counting", "page")
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
    """Returns what the templates need of a block."""
    match block:
        case DocumentTable():
            rows = [{"kind": row.kind, "cells": [_cell(one) for one in row.cells]} for row in block.rows]
            return {"title": block.title, "note": block.note, "rows": rows, "columns": list(map(asdict, block.columns))}
        case DocumentChart():
            return {"title": block.title, "drawing": _drawing(block.drawing)}
        case Card():
            names = ("code", "title", "reached", "of_target", "shape", "state", "news", "lines")
            return {"drawing": _drawing(block.drawing), **{name: getattr(block, name) for name in names}}
        case FactList():
            return {"rows": [(name, [_cell(one) for one in cells]) for name, cells in block.rows]}
        case Prose():
            return {"style": block.kind, "paragraphs": block.paragraphs}
        case Legend():
            return {"keys": [(_drawing(mark(key.mark)), key.words) for key in block.keys]}
        case Beside():
            return {"left": _blocks(block.left), "right": _blocks(block.right)}
        case Funding():
            return {"words": block.words, "emblem": _drawing(emblem())}
    return asdict(block)


def _cell(cell: Cell) -> str | dict[str, Any]:
    match cell:
        case Quiet():
            return {"quiet": cell.words}
        case Shaded():
            ground, ink = PAPER.ground(cell.share)
            return {"shaded": cell.words, "ground": ground, "ink": ink}
        case Bar():
            return _drawing(bar(cell))
    return cell


def _drawing(drawing: Drawing) -> dict[str, Any]:
    return {"svg": svg(drawing, PAPER), "width": drawing.width, "words": drawing.words}
