"""Lines around a table that name people behind a word for what they do ("Trainers: Ms Beck, Mr Ott")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal

_SAME_WORD = 0.6
_SHORTEST_STEM = 4
"""Two words begin alike with so many letters, and with this share of the shorter one ("Docenti", "docente")."""

_MOST_NAMED = 6
"""A line that names more people is a list."""

_LONGEST_LABEL = 4

_BETWEEN_LABELS = re.compile(r"\s*[;|]\s*|\s{3,}")


def labels_of_people(lines: Sequence[Sequence[Cell]], family_names: Sequence[set[str]]) -> list[str]:
    """Returns the labels of the lines that name all people of these family names (in words as normal)."""
    if not 0 < len(family_names) <= _MOST_NAMED or not all(family_names):
        return []
    return [label for label, named in _labelled(lines) if all(words & named for words in family_names)]


def is_same_word(label: str, role: str) -> bool:
    """Returns whether two words for what people do begin alike ("Ausbilder", "Ausbilder/in")."""
    one, other = (normal(text).partition(" ")[0] for text in (label, role))
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return alike >= max(_SHORTEST_STEM, _SAME_WORD * min(len(one), len(other)))


def _labelled(lines: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, set[str]]]:
    """Yields the labels of lines, and the words of the names behind them."""
    for cells in lines:
        whole = " ".join(text for value in cells if (text := text_of(value)))
        for part in _BETWEEN_LABELS.split(whole):
            label, colon, names = part.partition(":")
            if colon and 0 < len(normal(label).split()) <= _LONGEST_LABEL:
                yield label.strip(), set(normal(names).split())
