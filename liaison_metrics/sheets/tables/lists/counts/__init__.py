"""Numbers of people in lines, boxes and tables: which of them state whom the event had."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import NAMES, meaning_of

NUMBER_OF_PEOPLE = "number of people"
"""The header that such numbers get."""


def heads_list(cells: Sequence[Cell]) -> bool:
    """Returns whether a row is the header of a list of people: several cells, one of them over names."""
    texts = [text for value in cells if (text := text_of(value))]
    return len(texts) > 1 and any(meaning_of(text) in NAMES for text in texts)
