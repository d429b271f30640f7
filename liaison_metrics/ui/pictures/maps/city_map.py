"""The map of the cities: a circle for each, with an area by the people reached there.

It is drawn from shapes that the program brings along, so that nobody's browser asks another server for a map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from liaison_metrics import format as fmt
from liaison_metrics.reports.pages.colours import Palette
from liaison_metrics.ui.pictures.maps.labels import Circle, PlacedLabel, place_labels
from liaison_metrics.ui.pictures.maps.outline import Line, europe
from liaison_metrics.ui.pictures.maps.view import LonLat, MapView, Spot, is_covered

SIZE = (480, 400)
"""Width and height of the map as a file, in pixels."""

FONT = 12.0
"""Pixels."""

_LARGEST = 0.062
"""The radius of the largest circle as a part of the shorter side: labels still find room between circles."""

_SMALLEST = 3.0
"""Pixels: the radius of a circle that stands for few people. A ring of that size stands for nobody."""


@dataclass(frozen=True, slots=True)
class CityPeople:
    """A city on the map: its name, where it is, how many people were reached there, and its code."""

    name: str
    place: LonLat
    people: int
    code: str = ""


def can_be_drawn(cities: Sequence[CityPeople]) -> bool:
    """Returns whether the outline shows the surroundings of all cities, and there is any."""
    return bool(cities) and all(is_covered(city.place) for city in cities)


def map_styles(palette: Palette) -> str:
    """Returns the CSS rules for the colours of maps."""
    return (
        f".sea{{fill:{palette.paper}}}.land{{fill:{palette.track};stroke:{palette.line};stroke-width:1}}"
        f".lake{{fill:{palette.paper};stroke:{palette.line};stroke-width:.6}}"
        f".border{{fill:none;stroke:{palette.paper};stroke-width:1.2;stroke-linejoin:round}}"
        f".city{{fill:{palette.together};fill-opacity:.8;stroke:{palette.paper};stroke-width:1.5}}"
        f".nobody{{fill:{palette.paper};stroke:{palette.ink};stroke-width:1.2}}"
        f".lead{{stroke:{palette.muted};stroke-width:1}}"
        f".place{{fill:{palette.ink};font-size:{FONT:g}px;font-weight:600}}"
    )


def drawn_map(cities: Sequence[CityPeople], size: tuple[int, int] = SIZE) -> str:
    """Returns the inside of the map's SVG. The outline must show the surroundings of all cities."""
    view = MapView.around([city.place for city in cities], size)
    circles = _circles(view, cities)
    labels = place_labels(circles, size, FONT)
    return "".join([*_shapes(view), *_leads(labels), *_marks(cities, circles), *_words(labels)])


def _shapes(view: MapView) -> Iterator[str]:
    shapes = europe()
    yield f'<rect class="sea" width="{view.size[0]}" height="{view.size[1]}"/>'
    for name, lines, end in (("land", shapes.land, "Z"), ("lake", shapes.water, "Z"), ("border", shapes.borders, "")):
        paths = [_path(spots) + end for line in lines if view.touches(spots := _spots(view, line))]
        if paths:
            yield f'<path class="{name}" d="{"".join(paths)}"/>'


def _spots(view: MapView, line: Line) -> list[Spot]:
    return [view.spot(place) for place in line]


def _path(spots: Sequence[Spot]) -> str:
    return "M" + "L".join(f"{spot.x:.0f} {spot.y:.0f}" for spot in spots)


def _circles(view: MapView, cities: Sequence[CityPeople]) -> list[Circle]:
    most, largest = max(city.people for city in cities), _LARGEST * min(view.size)
    return [
        Circle(
            view.spot(city.place),
            max(_SMALLEST, largest * (city.people / most) ** 0.5) if most else _SMALLEST,
            f"{city.name} {fmt.number(city.people)}",
        )
        for city in cities
    ]


def _marks(cities: Sequence[CityPeople], circles: Sequence[Circle]) -> Iterator[str]:
    for city, circle in sorted(zip(cities, circles, strict=True), key=lambda one: -one[1].radius):
        kind = "city" if city.people else "nobody"
        yield f'<circle class="{kind}" cx="{circle.at.x:.1f}" cy="{circle.at.y:.1f}" r="{circle.radius:.1f}"/>'


def _leads(labels: Sequence[PlacedLabel]) -> Iterator[str]:
    for label in labels:
        if label.led:
            (x, y), box = label.circle.at, label.box
            end_x, end_y = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
            yield f'<line class="lead" x1="{x:.1f}" y1="{y:.1f}" x2="{end_x:.1f}" y2="{end_y:.1f}"/>'


def _words(labels: Sequence[PlacedLabel]) -> Iterator[str]:
    for label in labels:
        box = label.box
        # From the edge that is nearer to the circle, since the words are narrower than the room they get.
        x, anchor = {1: (box.left, ""), -1: (box.right, " end"), 0: ((box.left + box.right) / 2, " middle")}[label.side]
        y, words = box.bottom - FONT * 0.32, escape(label.circle.words)
        yield f'<text class="place halo{anchor}" x="{x:.1f}" y="{y:.1f}">{words}</text>'
