"""Lines around a list that say how many of its people came ("3 of the 5 invited came", "Presenti n. 3 su 5")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from liaison_metrics.sheets.checks.evidence import CheckedTable
from liaison_metrics.sheets.words.lists import normal, people_words, tools, values
from liaison_metrics.sheets.words.people import PRESENT, PeopleStatement
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import phrases_in

_TWO_NUMBERS = re.compile(
    r"\D*?(?<![\d.,:/-])(\d{1,3})(?:\s[^\d:;.,]{0,30}\s|\s?/\s?)(\d{1,3})(?![.,:/-]?\d|\s*[%€$])\D*"
)
_LONGEST_LINE = 12
"""So many words may a line have: longer ones tell other things too."""

_SHORTEST_WORD = 3
"""Shorter words for presence mean something else within a line."""


def some_of_all(table: CheckedTable) -> Iterator[tuple[int, PeopleStatement]]:
    """Yields the rows around a list that say that fewer came than the list has, and state how many these are."""
    listed = len(table.fates.counted) + len(table.fates.not_counted)
    for row in (*table.lines_above(), *table.lost, *table.lines_below()):
        line = " ".join(table.texts(row))
        found = _TWO_NUMBERS.fullmatch(line) if row not in table.fates.heads else None
        numbers = sorted((int(found[1]), int(found[2]))) if found else [0, 0]
        if 0 < numbers[0] < numbers[1] == listed and _tells_who_came(normal(line).split()):
            yield row, PeopleStatement(numbers[0], PRESENT)


def _tells_who_came(words: list[str]) -> bool:
    came = (values("present") | people_words("present")) - tools("yes")  # "Yes to the recording: 9 of 11"
    said = [word for word in words if len(word) >= _SHORTEST_WORD]
    coming = any(word in came or speaks_of_coming(word) for word in said)
    coming = coming or bool(phrases_in(" ".join(words), {one for one in came if " " in one}))  # "til stede"
    aside = tools("of_whom") | tools("parts_of_day")  # "6, of whom 4 came in the morning too"
    told = (coming or words[-1] in came) and aside.isdisjoint(words)
    return told and len(words) <= _LONGEST_LINE
