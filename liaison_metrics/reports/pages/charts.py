"""The parts of charts as SVG, the same in every form.

All bars start at zero. Identified people are solid and unidentified people hatched; if a bar does not divide them, it
has a colour of its own. A target is a tick or a line, the plan a triangle or a dashed line; white edges set them off
from dark bars. A drawing is the inside of an SVG that takes its colours from CSS classes: a page defines them once
(``styles``), a stand-alone file includes them (``svg``).
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_metrics.reports.model import Figures
from liaison_metrics.reports.pages.colours import Palette
from liaison_metrics.reports.pages.document import Bar, Drawing, Key, Mark
from liaison_metrics.services.labels import identified_words, unidentified_words

FONT = "Source Sans Pro"
BAR = (200, 9)
MARK = (16, 9)

HATCH = (
    '<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="hatching" width="1.7" height="5"/></pattern>'
)
"""The hatching. All drawings on a page share this definition."""

_MARKS = {
    "identified": '<rect class="identified" width="16" height="9"/>',
    "unidentified": '<rect class="unidentified" x=".3" y=".3" width="15.4" height="8.4"/>',
    "together": '<rect class="together" width="16" height="9"/>',
    "target": '<rect class="tick" x="7" width="2" height="9"/>',
    "plan": '<path class="plan" d="M8 .5l5 8h-10z"/>',
    "plan_line": '<line class="planline" x1="0" x2="16" y1="4.5" y2="4.5"/>',
}


def styles(palette: Palette) -> str:
    """Returns the CSS rules for the colours of drawings."""
    fills = {
        "identified": palette.identified, "hatching": palette.identified, "together": palette.together,
        "track": palette.track, "tick": palette.ink, "plan": palette.plan,
    }  # fmt: skip
    return "".join(f".{name}{{fill:{colour}}}" for name, colour in fills.items()) + (
        f".unidentified{{fill:url(#hatch);stroke:{palette.unidentified};stroke-width:.6}}"
        f".gridline{{stroke:{palette.line}}}.axis{{stroke:{palette.muted};stroke-width:.8}}"
        f".outline{{fill:none;stroke:{palette.identified};stroke-width:1.6}}"
        f".targetline{{stroke:{palette.ink};stroke-width:1.6}}"
        f".planline{{stroke:{palette.plan};stroke-width:1.4;stroke-dasharray:5 3.5}}"
        f".tickedge{{fill:{palette.paper}}}.lineedge{{stroke:{palette.paper};stroke-width:3.6}}"
        f".said{{fill:{palette.ink};font-size:11px}}.quiet{{fill:{palette.muted};font-size:10px}}"
        f".due{{fill:{palette.plan};font-size:11px}}.now{{fill:{palette.ink};font-size:11px;font-weight:600}}"
        f".halo{{stroke:{palette.paper};stroke-width:3;paint-order:stroke;stroke-linejoin:round}}"
        ".bare{stroke:none}.middle{text-anchor:middle}.end{text-anchor:end}"
    )


def svg(drawing: Drawing, palette: Palette) -> str:
    """Returns the drawing as a complete SVG file."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}"><style>text{{font-family:"{FONT}"}}{styles(palette)}</style>'
        f"<defs>{HATCH}</defs>{drawing.body}</svg>"
    )


def bar_of(people: Figures, full: int) -> Bar:
    """Returns a bar whose full length stands for *full* people."""
    if isinstance(people.identified, int) and isinstance(people.unidentified, int):
        return Bar(people.identified / full, people.unidentified / full)
    return Bar(together=people.reached / full) if isinstance(people.reached, int) else Bar()


def bar(lengths: Bar) -> Drawing:
    """Returns a bar for a table. It has no text alternative, because the numbers stand beside it."""
    width, height = BAR
    return Drawing(width, height, "".join(segments(lengths, width, 0, height)), "")


def mark(kind: Mark) -> Drawing:
    """Returns the symbol that a legend explains."""
    return Drawing(*MARK, _MARKS[kind], "")


def segments(lengths: Bar, width: float, y: float, height: float) -> Iterator[str]:
    """Yields the parts of a bar from left to right. Parts without people are left out; one person stays visible."""
    x = 0.0
    for name in ("identified", "together", "unidentified"):
        length = getattr(lengths, name) * width
        if length > 0:
            yield f'<rect class="{name}" x="{x:.2f}" y="{y}" width="{max(length, 0.7):.2f}" height="{height}"/>'
        x += length


def people_legend() -> tuple[Key, ...]:
    """Returns the legend for identified and unidentified people."""
    return Key("identified", identified_words()), Key("unidentified", unidentified_words())
