"""Unnamed people whom remarks beside the people of a list say somebody brought."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.words.lists import is_planned
from liaison_metrics.sheets.words.phrases.others import accompanying_in_remark
from liaison_metrics.sheets.words.phrases.prose.companions import companions_told
from liaison_metrics.sheets.words.phrases.remarks.people_along import party_told

_PLAIN_MORE = re.compile(r"\(?\+\s?([1-9]\d?)\)?")

_UNKNOWN = ("", "unused")
"""Meanings of columns whose words count if they say who came along."""


class BroughtPeople:
    """Knows how many people the remarks of a row say came along, by the row's position."""

    def __init__(self, remarks: Iterable[Sequence[str]], others: Iterable[Sequence[str]]) -> None:
        """*remarks* are the texts of columns of remarks and marks, *others* those of columns that nobody knows: these
        must name the people."""
        self._told = [found for texts in remarks if (found := _said(texts, _told_by_remark))]
        self._told += [found for texts in others if _holds_words(texts) and (found := _said(texts, _told_by_unknown))]

    @property
    def any(self) -> bool:
        """Whether any remark says that somebody came along."""
        return bool(self._told)

    def number(self, position: int) -> int:
        """Returns how many people the remarks of a row say came along."""
        return max((found.get(position, 0) for found in self._told), default=0)


def may_name_companions(column: Column) -> bool:
    """Returns whether the words of a column count if they say who came along, whatever its header is."""
    return column.meaning in _UNKNOWN and not column.is_numeric and not is_planned(column.header)


def _holds_words(texts: Sequence[str]) -> bool:
    """Whether a column holds not only numbers: these are of whatever the header says."""
    return any(any(map(str.isalpha, text)) for text in set(texts))


def _told_by_remark(text: str) -> int:
    return max(accompanying_in_remark(text), party_told(text))


def _told_by_unknown(text: str) -> int:
    """Returns how many people a text of an unknown column adds, also without saying who they are ("+1")."""
    more = _PLAIN_MORE.fullmatch(text)
    return int(more[1]) if more else companions_told(text)


def _said(texts: Sequence[str], read: Callable[[str], int]) -> dict[int, int]:
    known = {text: more for text in set(texts) if (more := read(text))}
    return {at: known[text] for at, text in enumerate(texts) if text in known} if known else {}
