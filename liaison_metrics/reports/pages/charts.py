"""Charts as vectors: how their parts look, wherever they stand.

All start at zero. Identified people are solid, unidentified ones hatched, people who are not told apart have a colour
of their own, and a hidden number is a dashed box that has no length to measure. A target is a tick or a line, the plan
a triangle or dashes, all with a paper-white edge, so that they stand out from the dark bars they may cross. A drawing
is the inside of an SVG whose colours are classes: a page gives them its own (``styles``), a file that stands alone
takes them along (``svg``).
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_metrics.reports.model import Figures, Hidden
from liaison_metrics.reports.pages.colours import Palette
from liaison_metrics.reports.pages.document import Bar, Drawing, Key, Mark
from liaison_metrics.texts import _

FONT = "Source Sans Pro"
BAR = (200, 9)
MARK = (16, 9)

HATCH = (
    '<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="hatching" width="1.7" height="5"/></pattern>'
)
"""The definition that all drawings on one page share."""

_MARKS = {
    "identified": '<rect class="identified" width="16" height="9"/>',
    "unidentified": '<rect class="unidentified" x=".3" y=".3" width="15.4" height="8.4"/>',
    "together": '<rect class="together" width="16" height="9"/>',
    "hidden": '<rect class="hidden" x=".5" y=".5" width="15" height="8"/>',
    "target": '<rect class="tick" x="7" width="2" height="9"/>',
    "plan": '<path class="plan" d="M8 .5l5 8h-10z"/>',
    "plan_line": '<line class="planline" x1="0" x2="16" y1="4.5" y2="4.5"/>',
}


def styles(palette: Palette) -> str:
    """Returns the style rules that give drawings their colours."""
    fills = {
        "identified": palette.identified, "hatching": palette.identified, "together": palette.together,
        "track": palette.track, "tick": palette.ink, "plan": palette.plan,
    }  # fmt: skip
    return "".join(f".{name}{{fill:{colour}}}" for name, colour in fills.items()) + (
        f".unidentified{{fill:url(#hatch);stroke:{palette.unidentified};stroke-width:.6}}"
        f".hidden{{fill:{palette.paper};stroke:{palette.muted};stroke-width:.8;stroke-dasharray:2 1.6}}"
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
    """Returns the drawing as an SVG file of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}"><style>text{{font-family:"{FONT}"}}{styles(palette)}</style>'
        f"<defs>{HATCH}</defs>{drawing.body}</svg>"
    )


def bar_of(people: Figures, full: int) -> Bar:
    """Returns the bar of some people, where *full* people fill its whole length."""
    if isinstance(people.identified, int) and isinstance(people.unidentified, int):
        return Bar(people.identified / full, people.unidentified / full)
    if isinstance(people.reached, int):
        return Bar(together=people.reached / full)
    return Bar(hidden=isinstance(people.reached, Hidden))


def bar(told: Bar) -> Drawing:
    """Returns a bar of a table; the numbers beside it say the same, so it has no words of its own."""
    width, height = BAR
    body = _MARKS["hidden"] if told.hidden else "".join(segments(told, width, 0, height))
    return Drawing(width, height, body, "")


def mark(kind: Mark) -> Drawing:
    """Returns the mark that a legend explains."""
    return Drawing(*MARK, _MARKS[kind], "")


def segments(told: Bar, width: float, y: float, height: float) -> Iterator[str]:
    """Yields the parts of a bar one after the other; nobody has no length, one person can be seen."""
    x = 0.0
    for name in ("identified", "together", "unidentified"):
        long = getattr(told, name) * width
        if long > 0:
            yield f'<rect class="{name}" x="{x:.2f}" y="{y}" width="{max(long, 0.7):.2f}" height="{height}"/>'
        x += long


def people_legend() -> tuple[Key, ...]:
    """Returns the two ways in which people are known."""
    return Key("identified", _("identified, each person once")), Key("unidentified", _("unidentified headcount"))
