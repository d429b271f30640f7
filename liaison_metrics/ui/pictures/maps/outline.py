"""The outline of Europe that the program brings along: see ``europe.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from liaison_metrics.ui.pictures.maps.view import LonLat

Line = tuple[LonLat, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed lines around land (the mainland and islands) and around waters within it, and open lines of borders."""

    land: tuple[Line, ...]
    water: tuple[Line, ...]
    borders: tuple[Line, ...]


@cache
def europe() -> Outline:
    """Returns the outline."""
    parts = tomllib.loads((Path(__file__).parent / "europe.toml").read_text(encoding="utf-8"))
    lines = {
        name: tuple(tuple(LonLat(*point) for point in line) for line in part.values()) for name, part in parts.items()
    }
    return Outline(lines["land"] + lines["islands"], lines["water"], lines["borders"])
