"""The emblem of the European Union, as its graphic guide describes it: twelve stars in a circle, the flag 3 to 2."""

from __future__ import annotations

import math

from liaison_metrics.reports.pages.document import Drawing
from liaison_metrics.texts import _

HEIGHT = 40
_BLUE, _GOLD = "#003399", "#ffcc00"


def emblem() -> Drawing:
    """Returns the flag. The radius of the circle is a third of its height, that of a star an eighteenth."""
    width, radius = 1.5 * HEIGHT, HEIGHT / 3
    hours = (hour * math.pi / 6 for hour in range(12))
    stars = (_star(width / 2 + radius * math.sin(hour), HEIGHT / 2 - radius * math.cos(hour)) for hour in hours)
    body = f'<rect width="{width}" height="{HEIGHT}" fill="{_BLUE}"/>{"".join(stars)}'
    return Drawing(width, HEIGHT, body, _("Flag of the European Union"))


def _star(x: float, y: float) -> str:
    """Returns a five-pointed star with one point up."""
    outer = HEIGHT / 18
    inner = outer * math.sin(math.pi / 10) / math.sin(7 * math.pi / 10)
    corners = (
        (x + radius * math.sin(step * math.pi / 5), y - radius * math.cos(step * math.pi / 5))
        for step in range(10)
        for radius in [inner if step % 2 else outer]
    )
    return f'<polygon fill="{_GOLD}" points="{" ".join(f"{a:.2f},{b:.2f}" for a, b in corners)}"/>'
