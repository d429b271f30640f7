"""The team of a list as the lines around it tell: by signs behind names or in place of marks ("* = trainer"), or by
name ("Organizer: Anna Beck")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.titles.team.people_told import explains_team
from liaison_metrics.sheets.words.presence import says_present

_SIGN = re.compile(r"(?:^|(?<=[\s;,]))\(?([*#°†^]+|[^\W\d_]{1,2})\)?\s*[=:–-]\s*([^\W\d][^,;=]*)")
"""What a line under the list says that a sign means ("* = trainer", "(T) = trainer")."""

_STARRED = re.compile(r"^\(?([*#°†^]+)\)?\s*([^\W\d].*)$")
"""A line that says what a star means ("* our people")."""

_SIGNED = re.compile(r"([*#°†^]+)$|\(([^\W\d_]{1,2})\)$")
"""Such a sign behind a name."""


_FEWEST_WORDS = 2
"""Others may have the same first name."""


class TeamSigns:
    """Knows the signs and the names of the team in one list."""

    def __init__(
        self,
        lines: Iterable[Sequence[Cell]],
        columns: Sequence[Column],
        is_team: Callable[[str], bool],
        named: frozenset[tuple[str, ...]] = frozenset(),
    ) -> None:
        """*named* are the people whom a line names as the team."""
        lines = list(lines)
        said_of = _SIGN.findall(" ; ".join(text for cells in lines for value in cells if (text := text_of(value))))
        said_of += [found.groups() for cells in lines for value in cells if (found := _STARRED.match(text_of(value)))]
        self._signs = {
            sign.casefold()
            for sign, words in said_of
            if is_team(words.strip()) or (not says_present(sign) and explains_team(words))
        }
        self._numbers = [column for column in columns if column.meaning == "number" or column.share("row number")]
        self._names = [column for column in columns if column.meaning in NAMES]
        self._days = [column for column in columns if column.date is not None]
        self._presence = [column for column in columns if column.meaning in ("present", "signature")]
        labelled = [name for cells in lines for label, name in _labelled(cells) if _leads(label, is_team)]
        self._named = named.union(words for name in labelled if len(words := _words(name)) >= _FEWEST_WORDS)

    def __bool__(self) -> bool:
        return bool(self._signs or self._named)

    def in_row(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a line names the person as one of the team, or a sign of the team stands behind the name or
        in place of a mark."""
        if self._named and _words(" ".join(column.text(cells) for column in self._names)) in self._named:
            return True
        if not self._signs:
            return False
        behind = (found[1] or found[2] for column in self._names if (found := _SIGNED.search(column.text(cells))))
        marks = [column.text(cells) for column in (*self._days, *self._numbers)]
        marks += [mark for c in self._presence if not says_present(mark := c.text(cells))]  # "x - trainer"
        return any(sign.casefold() in self._signs for sign in (*behind, *marks))


def _labelled(cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """Yields the labels of a line with what stands beside each, in the same cell or in the next."""
    texts = [text for value in cells if (text := text_of(value))]
    for text in texts:
        label, colon, beside = text.partition(":")
        if colon and beside.strip():
            yield label, beside
    yield from pairwise(texts)


def _leads(label: str, is_team: Callable[[str], bool]) -> bool:
    """Whether a label is of whoever holds the event ("Organizer", "Trainer")."""
    plain = label.strip(" :")
    return is_team(plain) or normal(plain) in tools("organising") | tools("hosts") | tools("leads_here")


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(normal(name).split()))
