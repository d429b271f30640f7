"""Divides sections into parts about as high as a screen, so that a screenshot of any part shows what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liaison_metrics.reports.pages.document import (
    Beside,
    Block,
    Card,
    Contents,
    DocumentChart,
    DocumentTable,
    FactList,
    Funding,
    Legend,
    Points,
    Prose,
    Section,
)

SCREEN = 640
"""The height of the blocks on one screen, in pixels. Heading and footer included, that fits a laptop screen."""

_LINE, _TWO_LINES, _HEAD, _CARD, _CHART, _LETTERS = 25, 40, 64, 150, 470, 110
_MANY_WORDS = 5
"""In a table with this many text columns, rows often take two lines."""


def screens(section: Section) -> list[list[Block]]:
    """Returns a section's blocks in parts about as high as a screen. Long tables are divided."""
    if section.one_screen:
        return [list(section.blocks)]
    found: list[list[Block]] = [[]]
    used = 0
    for block in (part for one in section.blocks for part in _divided(one)):
        height = _height(block)
        # A legend and the funding statement stay with the block above, however full the screen is.
        if found[-1] and used + height > SCREEN and not isinstance(block, Legend | Funding):
            last = found[-1][-1]
            # A single paragraph before a list introduces it and stays with it.
            introduces = isinstance(last, Prose) and len(last.paragraphs) == 1 and isinstance(block, Points | FactList)
            found.append([found[-1].pop()] if introduces and len(found[-1]) > 1 else [])
            used = 0
        found[-1].append(block)
        used += height
    return found


def _divided(block: Block) -> Iterator[Block]:
    most = (SCREEN - _HEAD) // _row(block) if isinstance(block, DocumentTable) else 0
    if not isinstance(block, DocumentTable) or len(block.rows) <= most:
        yield block
        return
    parts = -(-len(block.rows) // most)
    each = -(-len(block.rows) // parts)
    for number in range(parts):
        rows = block.rows[number * each : (number + 1) * each]
        note = block.note if number == parts - 1 else ""
        yield replace(block, title=f"{block.title} ({number + 1}/{parts})", rows=rows, note=note)


def _height(block: Block) -> int:
    """Returns the approximate height of a block, in pixels."""
    if isinstance(block, DocumentTable):
        return _HEAD + _row(block) * len(block.rows) + _LINE * bool(block.note)
    if isinstance(block, Card):
        return _CARD
    if isinstance(block, DocumentChart):
        return _CHART
    if isinstance(block, FactList):
        return _LINE * sum(len(values) for _thing, values in block.rows)
    if isinstance(block, Prose):
        return _words(block.paragraphs)
    if isinstance(block, Points):
        return _words(block.points)
    if isinstance(block, Beside):
        return max(sum(map(_height, side)) for side in (block.left, block.right))
    return _LINE * (12 if isinstance(block, Contents) else 2)


def _row(table: DocumentTable) -> int:
    return _TWO_LINES if sum(column.kind == "words" for column in table.columns) >= _MANY_WORDS else _LINE


def _words(paragraphs: Sequence[str]) -> int:
    return sum(_LINE * (1 + len(words) // _LETTERS) for words in paragraphs)
