"""Where places on Earth lie in the picture of a map that is fitted to some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import NamedTuple

PARALLELS = (43.0, 62.0)
"""Degrees north at which the projection is true to scale: a third from each end of what the outline shows."""

PADDING = 0.16
"""Of the width and height that the places take: room for circles and labels beside the outermost ones."""

LEAST_SPAN = 0.14
"""In radians, about 900 km: a map of one city still shows its country."""

COVERED = (-25.0, 34.0, 45.0, 72.0)
"""West, south, east and north of what the outline shows, in degrees."""


class LonLat(NamedTuple):
    """A place on Earth, in degrees east and north."""

    longitude: float
    latitude: float


class Spot(NamedTuple):
    """A point in the picture, in pixels from its upper left corner."""

    x: float
    y: float


def is_covered(place: LonLat) -> bool:
    """Returns whether the outline shows the surroundings of a place."""
    west, south, east, north = COVERED
    return west <= place.longitude <= east and south <= place.latitude <= north


@dataclass(frozen=True, slots=True)
class MapView:
    """An equidistant conic projection, moved and scaled so that some places fill a picture."""

    size: tuple[int, int]
    meridian: float
    scale: float
    offset: tuple[float, float]

    @classmethod
    def around(cls, places: Sequence[LonLat], size: tuple[int, int]) -> MapView:
        """Returns the view that shows some places, at least one, in the middle of a picture of that size."""
        longitudes = [place.longitude for place in places]
        meridian = (min(longitudes) + max(longitudes)) / 2
        flat = [_conic(place, meridian) for place in places]
        (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*flat, strict=True))
        width, height = (max(span * (1 + 2 * PADDING), LEAST_SPAN) for span in (right - left, bottom - top))
        scale = min(size[0] / width, size[1] / height)
        offset = (size[0] / 2 - scale * (left + right) / 2, size[1] / 2 - scale * (top + bottom) / 2)
        return cls(size, meridian, scale, offset)

    def spot(self, place: LonLat) -> Spot:
        """Returns where a place lies in the picture, or beyond its edges."""
        x, y = _conic(place, self.meridian)
        return Spot(self.offset[0] + self.scale * x, self.offset[1] + self.scale * y)

    def touches(self, spots: Sequence[Spot]) -> bool:
        """Returns whether the rectangle around some spots is partly within the picture."""
        across, down = [spot.x for spot in spots], [spot.y for spot in spots]
        beside = min(across) >= self.size[0] or max(across) <= 0
        return not (beside or min(down) >= self.size[1] or max(down) <= 0)


def _conic(place: LonLat, meridian: float) -> tuple[float, float]:
    """Returns a place in the plane, in radii of the Earth: x to the east, y to the south."""
    first, second = map(radians, PARALLELS)
    n = (cos(first) - cos(second)) / (second - first)
    apex = cos(first) / n + first
    distance, angle = apex - radians(place.latitude), n * radians(place.longitude - meridian)
    return distance * sin(angle), distance * cos(angle)
