"""The emblem of the European Union, as its graphic guide describes it: twelve stars in a circle, the flag 3 to 2."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator

from PIL import Image, ImageDraw

from liaison_metrics.reports.pages.document import Drawing
from liaison_metrics.texts import _

HEIGHT = 40
_BLUE, _GOLD = "#003399", "#ffcc00"
_FINER = 4
"""How much larger a picture is drawn before it is made smaller, so that its edges are smooth."""


def emblem() -> Drawing:
    """Returns the flag. The radius of the circle is a third of its height, that of a star an eighteenth."""
    width = 1.5 * HEIGHT
    corners = (" ".join(f"{a:.2f},{b:.2f}" for a, b in star) for star in _stars())
    stars = "".join(f'<polygon fill="{_GOLD}" points="{points}"/>' for points in corners)
    body = f'<rect width="{width}" height="{HEIGHT}" fill="{_BLUE}"/>{stars}'
    return Drawing(width, HEIGHT, body, _("Flag of the European Union"))


def emblem_png(height: int) -> bytes:
    """Returns the flag as a PNG picture of this height in pixels, for files that hold no drawings."""
    scale = height * _FINER / HEIGHT
    size = round(1.5 * HEIGHT * scale), round(HEIGHT * scale)
    picture = Image.new("RGB", size, _BLUE)
    draw = ImageDraw.Draw(picture)
    for star in _stars():
        draw.polygon([(x * scale, y * scale) for x, y in star], fill=_GOLD)
    file = io.BytesIO()
    picture.resize((size[0] // _FINER, size[1] // _FINER), Image.Resampling.LANCZOS).save(file, "PNG")
    return file.getvalue()


def _stars() -> Iterator[list[tuple[float, float]]]:
    """Yields the corners of the twelve stars, as the hours of a clock."""
    for hour in (hour * math.pi / 6 for hour in range(12)):
        yield _star(0.75 * HEIGHT + HEIGHT / 3 * math.sin(hour), HEIGHT / 2 - HEIGHT / 3 * math.cos(hour))


def _star(x: float, y: float) -> list[tuple[float, float]]:
    """Returns the corners of a five-pointed star with one point up."""
    outer = HEIGHT / 18
    inner = outer * math.sin(math.pi / 10) / math.sin(7 * math.pi / 10)
    return [
        (x + radius * math.sin(step * math.pi / 5), y - radius * math.cos(step * math.pi / 5))
        for step in range(10)
        for radius in [inner if step % 2 else outer]
    ]
