"""Pictures of figures, set by Typst: no browser is needed, and what is drawn is said in words and numbers beforehand.

A picture carries all that a reader far from the page needs: what it shows, of which part of the project, up to which
day, and how people are counted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import font_source_sans_pro
import typst

PIXELS_PER_INCH = 144
"""Twice the size of a screen's pixel."""

_TEMPLATE = Path(__file__).with_name("picture.typ")
_fonts = typst.Fonts(include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory])


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around a picture: its title, what it shows, and how people are counted."""

    title: str
    subtitle: str
    note: str


@dataclass(frozen=True, slots=True)
class Gauge:
    """An indicator against its target. Positions are parts of the bar's width, from 0 to 1; ``plan`` may be None."""

    head: Head
    reached: str
    of_target: str
    state: str
    state_kind: str
    identified: float
    unidentified: float
    target: float
    target_words: str
    plan: float | None
    plan_words: str
    lines: tuple[str, ...]
    legend: tuple[str, str]


@dataclass(frozen=True, slots=True)
class BarLine:
    """A line of a table with a bar: parts of the bar's width from 0 to 1, and the cells beside it.

    ``kind`` is "line", "between" (people in several lines) or "sum".
    """

    label: str
    identified: float
    unidentified: float
    cells: tuple[str, ...]
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class Bars:
    """A breakdown: the heads of the columns (the first of the labels) and the lines."""

    head: Head
    columns: tuple[str, ...]
    lines: tuple[BarLine, ...]
    legend: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Curve:
    """People over time. All positions are parts of the chart's width and height from 0 to 1, the origin below left.

    ``plan`` and ``target`` are None where the chart is of a part of the project.
    """

    head: Head
    days: tuple[tuple[float, str], ...]
    people: tuple[tuple[float, str], ...]
    identified: tuple[tuple[float, float], ...]
    reached: tuple[tuple[float, float], ...]
    today: str
    plan: tuple[float, float, str] | None
    target: tuple[float, str] | None
    legend: tuple[str, str]


@dataclass(frozen=True, slots=True)
class PictureCell:
    """A cell of a table of two dimensions; ``shade`` counts from 0 (none) to the number of shades."""

    text: str
    shade: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class PictureTable:
    """A table of two dimensions: the heads of the columns, and for each row its label and cells."""

    head: Head
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[PictureCell, ...]], ...]


Picture = Gauge | Bars | Curve | PictureTable


def png(picture: Picture, colours: Mapping[str, object]) -> bytes:
    """Returns the picture as a PNG in twice a screen's resolution.

    *colours* are ink, muted, line, track, paper, identified, unidentified, plan, good and the list of shades.
    """
    told = {"kind": type(picture).__name__, "colours": colours, **asdict(picture)}
    image = typst.compile(
        _TEMPLATE,
        format="png",
        ppi=PIXELS_PER_INCH,
        font_paths=_fonts,
        sys_inputs={"picture": json.dumps(told)},
    )
    return image if isinstance(image, bytes) else image[0]
