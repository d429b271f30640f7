"""What a shape hands over, and the register of shapes."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module

from tests.corpus import files
from tests.corpus.files import Rows, Sheet
from tests.corpus.truth import Truth
from tests.corpus.world import World


@dataclass(slots=True)
class Made:
    """A file with its truth and the options that its import gets."""

    file: str
    data: bytes
    truth: Truth
    args: dict[str, str] = field(default_factory=dict)


Shape = Callable[[World], Made]
SHAPES: dict[str, Shape] = {}


def shape(function: Shape) -> Shape:
    """Registers a shape under its function's name."""
    assert function.__name__ not in SHAPES
    SHAPES[function.__name__] = function
    return function


def all_shapes() -> dict[str, Shape]:
    """All shapes, after importing the modules that hold them."""
    package = import_module("tests.corpus.shapes")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
        import_module(f"tests.corpus.shapes.{module.name}")
    return SHAPES


def make(name: str, seed: int) -> Made:
    """The file that a shape makes from a seed."""
    return all_shapes()[name](World(f"{name} {seed}"))


ENCODINGS = {
    "en": ("utf-8", "utf-8-sig", "utf-16"),
    "it": ("utf-8", "utf-8-sig", "cp1252"),
    "de": ("cp1252", "utf-8-sig", "iso-8859-15"),
    "da": ("cp1252", "utf-8", "utf-16"),
    "el": ("iso-8859-7", "cp1253", "utf-8-sig"),
}


def text(w: World, stem: str, rows: Rows, truth: Truth, language: str = "en", **args: str) -> Made:
    """A text file in an encoding that holds all of its letters, with a delimiter as the country writes it."""
    delimiter = w.rng.choice(",;\t") if language == "en" else w.rng.choice(";;\t,")
    everything = "".join(str(cell) for row in rows for cell in row)
    fitting = [one for one in ENCODINGS[language] if _holds(one, everything)]
    encoding = w.rng.choice(fitting or ["utf-8"])
    ending = "txt" if delimiter == "\t" else "csv"
    data = files.text_file(rows, encoding, delimiter, w.rng.choice(("\r\n", "\n")))
    return Made(f"{stem}.{ending}", data, truth, args)


def book(w: World, stem: str, sheets: list[Sheet], truth: Truth, ending: str = "", **args: str) -> Made:
    """A workbook in one of the three formats."""
    ending = ending or w.rng.choice(("xlsx", "xlsx", "xls", "ods"))
    return Made(f"{stem}.{ending}", files.workbook(sheets, ending), truth, args)


def anyfile(w: World, stem: str, rows: Rows, truth: Truth, language: str = "en", **args: str) -> Made:
    """A text file or a workbook of one sheet."""
    if w.rng.random() < 0.4:
        return text(w, stem, rows, truth, language, **args)
    name = w.rng.choice(("Sheet1", "Foglio1", "Tabelle1", "Ark1", "Φύλλο1"))
    return book(w, stem, [Sheet(name, rows)], truth, **args)


def _holds(encoding: str, everything: str) -> bool:
    try:
        everything.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
