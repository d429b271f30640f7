"""Names in lines that have the family name first and a comma behind it ("Rossi, Maria (Caritas)")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.tables.lists.lines_of_people import is_of_community
from liaison_metrics.sheets.tables.lists.names_in_lines import is_written_as_name
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import LEAD
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST = 3
"""Fewer lines with a comma may be a place and its town."""

_MOST_GIVEN = 2
_FAMILY_FIRST = re.compile(r"\s*([^,;:()\d]+?)\s*,\s*([^,;:()\d]+?)\s*(\([^()]*\)|\s[-–—]\s.+)?[\s.]*")
_LABEL = re.compile(r"([^:：;]{3,60}[:：]\s+)(\S.*)", re.S)


def with_commas_again(grid: Grid) -> Grid:
    """Returns a sheet of text that was divided at commas as it was written, if a space follows each of them: text, and
    no table. Rows divided otherwise leave the sheet as it is."""
    several = [cells for cells in grid.rows if sum(map(bool, map(text_of, cells))) > 1]
    texts = [value for cells in several for value in cells[1:]]
    if len(several) < _FEWEST or not all(isinstance(text, str) and (not text or text[0] == " ") for text in texts):
        return grid
    return replace(grid, rows=[[",".join(map(str, cells))] if cells in several else cells for cells in grid.rows])


def with_given_names_first(rows: Sequence[Sequence[str]], vocabulary: Vocabulary) -> list[Sequence[str]]:
    """Returns the texts of rows with given names before family names, in lines one below the other and in lines of
    several names with semicolons between them."""
    told = [_listed(texts, vocabulary) for texts in rows]
    start = 0
    while start < len(told):
        end = start
        while end < len(told) and len(told[end]) == 1 and _FAMILY_FIRST.fullmatch(LEAD.sub("", told[end][0])):
            end += 1
        if end - start >= _FEWEST:
            leads = [text[: len(text) - len(LEAD.sub("", text))] for (text,) in told[start:end]]
            names = _turned([LEAD.sub("", text) for (text,) in told[start:end]], vocabulary)
            told[start:end] = [[f"{lead}{name}"] for lead, name in zip(leads, names, strict=True)]
        start = end + 1
    return told


def _listed(texts: Sequence[str], vocabulary: Vocabulary) -> Sequence[str]:
    """Returns the texts of a row, with the names turned if it is a line of several with semicolons between them."""
    if len(texts) != 1 or ";" not in texts[0]:
        return texts
    found = _LABEL.fullmatch(texts[0])
    label, names = found.groups() if found else ("", texts[0])
    return [label + "; ".join(_turned([part for part in names.split(";") if part.strip()], vocabulary))]


def _turned(texts: Sequence[str], vocabulary: Vocabulary) -> Sequence[str]:
    """Returns names with the given name first, the texts as they are if they don't all have a family name, most of one
    word, before a comma, and behind it a given name."""
    parts = [found.groups(default="") for text in texts if (found := _FAMILY_FIRST.fullmatch(text))]
    if len(parts) != len(texts) or 2 * sum(" " not in family for family, _given, _aside in parts) <= len(parts):
        return texts
    for family, given, _aside in parts:
        names = is_written_as_name(family) and is_written_as_name(given) and len(given.split()) <= _MOST_GIVEN
        if not names or is_of_community(given, vocabulary):
            return texts
    return [f"{given} {family} {aside}".strip() for family, given, aside in parts]
