"""Signs behind names or in place of marks that a line around the list says to be the team's ("* = trainer")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import NAMES

_SIGN = re.compile(r"(?:^|(?<=[\s;,]))\(?([*#°†^]+|[^\W\d_]{1,2})\)?\s*[=:–-]\s*([^\W\d][^,;=]*)")
"""What a line under the list says that a sign means ("* = trainer", "(T) = trainer")."""

_SIGNED = re.compile(r"([*#°†^]+)$|\(([^\W\d_]{1,2})\)$")
"""Such a sign behind a name."""


class TeamSigns:
    """Knows the signs of the team in one list."""

    def __init__(
        self, lines: Iterable[Sequence[Cell]], columns: Sequence[Column], is_team: Callable[[str], bool]
    ) -> None:
        said_of = _SIGN.findall(" ; ".join(text for cells in lines for value in cells if (text := text_of(value))))
        self._signs = {sign.casefold() for sign, words in said_of if is_team(words.strip())}
        self._names = [column for column in columns if column.meaning in NAMES]
        self._days = [column for column in columns if column.date is not None]

    def __bool__(self) -> bool:
        return bool(self._signs)

    def in_row(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a sign of the team stands behind the name or in place of a mark."""
        if not self._signs:
            return False
        behind = (found[1] or found[2] for column in self._names if (found := _SIGNED.search(column.text(cells))))
        marks = (column.text(cells) for column in self._days)
        return any(sign.casefold() in self._signs for sign in (*behind, *marks))
