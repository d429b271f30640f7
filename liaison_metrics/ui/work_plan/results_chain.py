"""The results chain: what serves an objective, from activities over deliverables and indicators, as an SVG picture."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from liaison_metrics.ui.frame.parts import joined

WIDTH = 1000
COLUMNS = ((0, 220), (262, 220), (524, 240), (806, 192))
"""Left edge and width of the columns in pixels: activities, deliverables, indicators, the objective."""

_LETTER, _LINE, _PAD, _GAP, _BAND = 6.1, 15, 8, 8, 26
"""Widths and heights in pixels: a letter of text, a line, the space around a box's text, between boxes and bands."""

STYLES = Markup(
    "<style>.lm .chain{display:block;width:100%;height:auto}"
    ".lm .chain text{font-size:12px;fill:var(--ink)}.lm .chain .head{fill:var(--muted)}"
    ".lm .chain rect{fill:var(--track)}.lm .chain .aim rect{fill:none;stroke:var(--identified);stroke-width:1.6}"
    ".lm .chain path{fill:none;stroke:var(--muted);stroke-width:1.2}.lm .chain .tip{fill:var(--muted);stroke:none}"
    ".lm .chain .state{font-weight:600}.lm .chain a{text-decoration:none}"
    ".lm .chain a text:not(.state){text-decoration:underline}"
    ".lm .chain a text{fill:var(--link)}.lm .chain a .state{fill:var(--ink)}"
    ".lm .chain a:focus-visible rect{stroke:var(--link);stroke-width:2}"
    ".lm .chain-list{display:none}.lm .chain-list ul{margin:.25rem 0 .75rem}.lm .chain-list li{padding:.125rem 0}"
    ".lm .chain-list h2{margin-bottom:.375rem}.lm .chain-list ul+h2{margin-top:1.5rem}"
    "@media (max-width:1100px){.lm .chain-list{display:block}.lm .chain{display:none}}</style>"
)
"""The picture follows the scheme of the page; where it would be too small to read, a list stands in its place."""


@dataclass(frozen=True, slots=True)
class ChainBox:
    """A box: what it is, how far it is ("" for an objective), and the page that it links to ("" for none)."""

    words: str
    state: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """What serves an objective, column by column; a column may be empty."""

    activities: tuple[ChainBox, ...]
    deliverables: tuple[ChainBox, ...]
    indicators: tuple[ChainBox, ...]
    objective: ChainBox

    @property
    def columns(self) -> tuple[tuple[ChainBox, ...], ...]:
        """The columns from left to right."""
        return self.activities, self.deliverables, self.indicators, (self.objective,)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box with its column, its upper edge, and its lines of text."""

    box: ChainBox
    column: int
    top: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return 2 * _PAD + _LINE * (len(self.lines) + bool(self.box.state)) - 3

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def chain_picture(chains: Sequence[Chain], heads: Sequence[str], words: str) -> Markup:
    """Returns the chains of all objectives, one below the other, under the *heads* of the columns; *words* describe the
    picture for screen readers."""
    parts = [
        Markup('<text class="head" x="{}" y="12">{}</text>').format(left, head)
        for (left, _width), head in zip(COLUMNS, heads, strict=True)
    ]
    top = 24.0
    for chain in chains:
        drawn, top = _band(chain, top)
        parts += drawn
    return Markup('<svg class="chain" role="group" aria-label="{}" viewBox="0 0 {} {:.0f}">{}</svg>').format(
        words, WIDTH, top, joined(parts)
    )


def _band(chain: Chain, top: float) -> tuple[list[Markup], float]:
    """Returns the parts of one chain, and where the next one begins."""
    columns = [_stack(boxes, number, top) for number, boxes in enumerate(chain.columns)]
    height = max(column[-1].top + column[-1].height for column in columns if column) - top
    filled = [_centred(column, top, height) for column in columns if column]
    arrows = [_arrows(left, right) for left, right in pairwise(filled)]
    return [*arrows, *(_drawn(one) for column in filled for one in column)], top + height + _BAND


def _stack(boxes: Sequence[ChainBox], column: int, top: float) -> list[_Placed]:
    placed = []
    for box in boxes:
        lines = textwrap.wrap(box.words, int((COLUMNS[column][1] - 2 * _PAD) / _LETTER)) or [""]
        placed.append(_Placed(box, column, top, tuple(lines)))
        top += placed[-1].height + _GAP
    return placed


def _centred(column: Sequence[_Placed], top: float, height: float) -> list[_Placed]:
    last = column[-1]
    shift = (height - (last.top + last.height - top)) / 2
    return [_Placed(one.box, one.column, one.top + shift, one.lines) for one in column]


def _arrows(left: Sequence[_Placed], right: Sequence[_Placed]) -> Markup:
    """Returns the lines from the boxes of one column to those of the next, which meet between them."""
    start = sum(COLUMNS[left[0].column])
    end = COLUMNS[right[0].column][0]
    meet = end - 21
    middles = [one.middle for one in (*left, *right)]
    lines = [f"M{start} {one.middle:.1f}H{meet}" for one in left]
    lines += [f"M{meet} {min(middles):.1f}V{max(middles):.1f}"]
    lines += [f"M{meet} {one.middle:.1f}H{end - 5}" for one in right]
    tips = "".join(f"M{end} {one.middle:.1f}l-7 -4v8z" for one in right)
    return Markup('<path d="{}"/><path class="tip" d="{}"/>').format("".join(lines), tips)


def _drawn(one: _Placed) -> Markup:
    left, width = COLUMNS[one.column]
    kind = "aim" if one.column == len(COLUMNS) - 1 else "box"
    inside = Markup('<rect x="{}" y="{:.1f}" width="{}" height="{:.1f}" rx="4"/>{}').format(
        left, one.top, width, one.height, joined(_texts(one, left + _PAD))
    )
    if one.box.link:
        inside = Markup('<a data-go href="{}">{}</a>').format(one.box.link, inside)
    return Markup('<g class="{}">{}</g>').format(kind, inside)


def _texts(one: _Placed, left: float) -> Iterator[Markup]:
    line = Markup('<text{} x="{}" y="{:.1f}">{}</text>')
    for number, words in enumerate(one.lines, start=1):
        yield line.format("", left, one.top + _PAD - 3 + _LINE * number, words)
    if one.box.state:
        at = one.top + _PAD - 3 + _LINE * (len(one.lines) + 1)
        yield line.format(Markup(' class="state"'), left, at, one.box.state)
