"""Lines that say of a total how many of its people are listed and how many came beside them ("9 in all: 7 on the list,
2 walk-ins"): two numbers that make the third, of which one is the list. Lines that only say how long the list is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import is_signature
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import normal, people_words, tools, values
from liaison_metrics.sheets.words.names import is_placeholder
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, PeopleStatement, row_statements
from liaison_metrics.sheets.words.presence import says_absent

_NUMBERS = 3
_LABEL_AND_NUMBER = 2
_FEWEST_ADDED = 2
"""Nobody adds up one person."""

_LONGEST_BEGINNING, _LATEST_NUMBER, _NEAR = 4, 6, 3
"""Words with which a sentence begins, before its number, and between that and where the people are from."""

_SHORTEST_WORD = 3
"""Shorter words are marks of absence in a cell, and something else in a line."""

_OF_A_PERSON = ("age", "birth_year", "consent")
"""Meanings of columns in which people have numbers of their own, and a sum may stand below them."""

_ENDS_OF_LABELS = (":", "：", "=")

_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,4}(?![\w%€]|[.,:/-]\d)")
_ANY_NUMBER = re.compile(r"\d+")


def total_of_line(cells: Sequence[Cell], listed: Collection[int]) -> int:
    """Returns the total of a line that divides it into the people *listed* who count and others, 0 if it says nothing
    of the kind, or that the others did not come or are of the team."""
    text = " ".join(text for value in cells if (text := text_of(value)))
    numbers = [int(one) for one in _NUMBER.findall(text)]
    if len(numbers) != _NUMBERS or len(_ANY_NUMBER.findall(text)) != _NUMBERS or find_dates(text):
        return 0
    *parts, whole = sorted(numbers)
    if sum(parts) != whole or whole in listed or min(listed, default=0) not in parts or min(parts) == 0:
        return 0
    words = set(normal(text).split())
    named = bool(words & (values("total") | people_words("people") | tools("sums") | people_words("total")))
    named = named or "=" in text  # "18 on the list + 5 without a signature = 23"
    return whole if named and not speaks_of_others(text) else 0


def added_in_sentence(cells: Sequence[Cell]) -> int:
    """Returns how many people from somewhere a sentence adds to a list ("Besides, 4 came from the language school, who
    did not sign"), 0 if it says nothing of the kind."""
    text = " ".join(text for value in cells if (text := text_of(value)))
    words = normal(text).split()
    begins = any(" ".join(words[:end]) in tools("in_addition") for end in range(1, _LONGEST_BEGINNING + 1))
    numbers = [at for at, word in enumerate(words) if word.isdecimal()] if begins else []
    if len(numbers) != 1 or speaks_of_others(text) or numbers[0] > _LATEST_NUMBER:
        return 0
    behind = [*words[numbers[0] + 1 :], ""]
    nouns = people_words("people") | people_words("minors") | tools("adults") | tools("gender_heading")
    found = bool(tools("from_where") & ({behind[0]} | ({*behind[1 : 1 + _NEAR]} if behind[0] in nouns else set())))
    return int(words[numbers[0]]) if found and not (tools("came") | tools("were_too")).isdisjoint(words) else 0


def stated_in_line(cells: Sequence[Cell], listed: Collection[int]) -> PeopleStatement | None:
    """Returns what a line states of people beside a list of so many: a total with them, or their number."""
    if people := total_of_line(cells, listed):
        return PeopleStatement(people, PRESENT)
    more = added_in_sentence(cells)
    return PeopleStatement(more, "plus", explicit=True) if more else None


def speaks_of_others(text: str) -> bool:
    """Returns whether words are of people who did not come, or of the team."""
    words = {word for word in normal(text).split() if len(word) >= _SHORTEST_WORD} - tools("registered") - tools("not")
    return bool(words & (values("absent") | values("staff") | tools("cancelled") | tools("team")))


def ends_part(table: Table, number: int, known: Collection[int]) -> bool:
    """Returns whether no person stands right below a row. A label with a colon, with a *known* number or with a line
    to sign on, is none."""
    below = table.grid.rows[number + 1] if number + 1 < len(table.grid.rows) else ()
    filled = [value for value in below if text_of(value)]
    stated = number_of(filled[1]) if len(filled) == _LABEL_AND_NUMBER else None
    label = stated is not None and (text_of(filled[0]).endswith(":") or stated in known)
    signed = any(is_signature(text_of(value)) for value in filled[1:])
    return len(filled) <= 1 or label or signed or number + 1 == table.next_header


def counts_people(stated: Sequence[tuple[str, int, int]], listed: int) -> bool:
    """Returns whether a row states nothing but a label for people with their number, and its column. A word that also
    stands for a name ("Participant") may be somebody with an age, unless it ends like a label. A number of people that
    is larger than that of those *listed* may be of others too."""
    (label, people, _at), *more = stated
    named = is_placeholder(label)
    if more or normal(label) in values("also_name") or (named and not label.endswith(_ENDS_OF_LABELS)):
        return False
    said = row_statements([label, people])
    larger = people > listed and not named and any(one.kind == PRESENT for one in said)
    return bool(said) and not larger and all(one.kind in (PRESENT, TOTAL) for one in said)


def _heads_sum(label: str, column: Column) -> bool:
    """Whether a label may stand beside a sum that is in a column of numbers: only where these are no sums themselves,
    and the label ends like one or is for people."""
    if not column.is_numeric:
        return True
    named = is_placeholder(label) and normal(label) not in people_words("people")
    labels = label.endswith(_ENDS_OF_LABELS) or normal(label) in people_words("people")
    return column.meaning in _OF_A_PERSON and labels and not named


def restates_people(
    table: Table,
    columns: Mapping[int, Column],
    line: tuple[int, Sequence[Cell]],
    above: Collection[tuple[int, int]],
) -> bool:
    """Returns whether a row (its position and cells) only states, by a number where people have words, how many people
    stand *above* it, in its part, in the list, in the file: of those present, of all listed, or of the others."""
    row, cells = line
    filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
    numbers = [(at, people) for at, value in filled if (people := number_of(value)) is not None]
    if len(filled) == _LABEL_AND_NUMBER and not numbers:
        told = row_statements([" ".join(text_of(value) for _at, value in filled)])  # "Es waren | 36 Leute da"
        if not told and (first := columns.get(filled[0][0])) and first.meaning == "number":
            told = row_statements([filled[1][1]])  # "Together | 36 people"
        return bool(told) and all(
            one.kind == PRESENT and one.people in {n for pair in above for n in pair} for one in told
        )
    if len(filled) != _LABEL_AND_NUMBER or len(numbers) != 1 or filled[0][0] == numbers[0][0]:
        return False
    at, people = numbers[0]
    column = columns.get(at)
    label = text_of(filled[0][1])
    if column is None or people < _FEWEST_ADDED or not _heads_sum(label, column):
        return False
    there, others = {number for pair in above for number in pair}, {listed - present for present, listed in above}
    of_others = label.endswith(":") or says_absent(normal(label).partition(" ")[0])
    tied = people in (there | others if of_others else there)
    return tied and (column.is_numeric or ends_part(table, row, there | others))
