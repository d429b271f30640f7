"""Where the labels of circles stand, so that none covers another or a circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from liaison_metrics.ui.pictures.maps.view import Spot

LETTER = 0.58
"""The width of a letter as a part of the size of the font. Most letters are narrower, so labels have room."""

LINE = 1.25
"""The height of a line as a part of the size of the font."""

GAP = 4.0
"""Pixels between a circle and its label, and between any two things."""

DISTANCES = (0.0, 14.0, 28.0, 44.0, 64.0)
"""Pixels that a label is moved away from its circle where there is no room beside it. A line then leads to it."""

_DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a label stands, the best first: right, left, above, below, and the corners."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle in the picture, and the words of its label."""

    at: Spot
    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Returns whether two rectangles share a point."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def meets_circle(self, circle: Circle, gap: float = GAP) -> bool:
        """Returns whether the rectangle comes nearer to a circle than a gap."""
        x, y = circle.at
        away = hypot(x - min(max(x, self.left), self.right), y - min(max(y, self.top), self.bottom))
        return away < circle.radius + gap

    def within(self, size: tuple[int, int]) -> bool:
        """Returns whether it is inside a picture of that size."""
        return self.left >= GAP and self.top >= GAP and self.right <= size[0] - GAP and self.bottom <= size[1] - GAP


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """The label of a circle: its rectangle, on which ``side`` of the circle it stands (1: right, -1: left, 0: above or
    below), and whether a line leads to it from the circle."""

    circle: Circle
    box: Box
    side: int
    led: bool


def place_labels(circles: Sequence[Circle], size: tuple[int, int], font: float) -> list[PlacedLabel]:
    """Returns the labels, those of the largest circles first, inside the picture. A label for which there is no room is
    left out: the table beside the map has all figures."""
    placed: list[PlacedLabel] = []
    for circle in sorted(circles, key=lambda one: -one.radius):
        taken = [one.box for one in placed]
        free = (
            one
            for one in _candidates(circle, font)
            if one.box.within(size)
            and not any(one.box.meets(box) for box in taken)
            and not any(one.box.meets_circle(other) for other in circles if other is not circle)
        )
        if found := next(free, None):
            placed.append(found)
    return placed


def _candidates(circle: Circle, font: float) -> Iterator[PlacedLabel]:
    width, height = len(circle.words) * font * LETTER, font * LINE
    for away in DISTANCES:
        for across, down in _DIRECTIONS:
            slanted = 0.72 if across and down else 1.0
            reach = (circle.radius + GAP + away) * slanted
            x, y = circle.at.x + across * reach, circle.at.y + down * reach
            left = x if across > 0 else x - width if across < 0 else x - width / 2
            top = y if down > 0 else y - height if down < 0 else y - height / 2
            yield PlacedLabel(circle, Box(left, top, left + width, top + height), across, led=away > 0)
