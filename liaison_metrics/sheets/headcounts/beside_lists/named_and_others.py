"""Reads what lines say of people whom a list does not name ("20 participants (6 did not sign)").

The list itself shows what the second number is: it, or the rest of the total, is as many people as are listed. Others
stand behind a label of their own ("Desk: 14 more people without registration").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.others_who_came import others_who_came
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import EVENT
from liaison_metrics.sheets.words.lists import (
    additional_words,
    alternatives,
    normal,
    people_words,
    tools,
    topics,
    values,
    words_of_additional,
)
from liaison_metrics.sheets.words.names import is_placeholder
from liaison_metrics.sheets.words.people import (
    BESIDE_LIST,
    PRESENT,
    TOTAL,
    WEAK_CODES,
    PeopleStatement,
    additional_code,
    row_statements,
    statements_among,
    statements_of,
)
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.numbers import is_part, may_state_number
from liaison_metrics.sheets.words.phrases.others import are_unnamed
from liaison_metrics.sheets.words.presence import says_present

_REST = re.compile(r"(?<=\d)\s*[(\[,;]|(?<=[^\W\d])\s*[(\[,;:](?=.*\d)|(?<=\d)\s+[-–—]\s")
"""Where a line goes on to say more of its people."""

_NUMBER = re.compile(r"\d{1,4}")
_BEGINS_WITH_AND = re.compile(rf"\W*{alternatives('and', 'people')}\s", re.I)
"""A quick look: hardly any row of a list begins so."""

_PAIR = 2
_LONGEST_LABEL = 3
_MOST_PEOPLE = 999
"""A larger number is of a phone."""

_FEWEST_WORDS = 3
"""A word for "and", a number, and whom it counts."""

_BESIDE_UNNAMED = EVENT | {"number", "time", "community", "group", "gender"}
"""Meanings of columns that describe an event, or several people together."""

_OF_ONE_PERSON = frozenset({"age", "birth_year", "birth_date", "phone", "email", "consent"})

_OF_SEVERAL = frozenset({*BESIDE_LIST, "others"})
"""Codes of labels that are hardly of one child or guest."""

NUMBERS_OF_A_PERSON = frozenset({"number", "age", "birth_year", "birth_date", "phone", "consent"})


_KINDS_OF_PEOPLE = ("children", "guests")
"""Codes of labels that a list can have for its own people, too."""

_FEWEST_RESTATED = 3
"""Any small number is as many as some people."""


@dataclass(frozen=True, slots=True)
class DividedTotal:
    """A total, how many of its people a line tells apart, and in which words."""

    total: PeopleStatement
    part: int
    words: str

    def ties_with(self, listed: Collection[int]) -> bool:
        """Returns whether one of the two parts is as many people as a list has."""
        return bool({self.part, self.total.people - self.part} & set(listed))

    def says_others_came(self, listed: Collection[int]) -> bool:
        """Returns whether the words say which part is listed, or that the other part was there without being so."""
        said, words = f" {self.words} ", self.words.split()
        of_list = not values("of_lists").isdisjoint(words)
        if self.part in listed and of_list and values("withheld").isdisjoint(words):
            return True
        if self.total.people - self.part not in listed:
            return False
        if any(f" {phrase} " in said for phrase, code in additional_words().items() if code in BESIDE_LIST):
            return True
        of_list = of_list or not values("of_names").isdisjoint(words)
        return of_list and not values("withheld").isdisjoint(words)


def divided_totals(cells: Sequence[Cell]) -> Iterator[DividedTotal]:
    """Yields the totals of a row of text of which a part is told apart, also with the label in a cell of its own."""
    if statements_among(cells):
        return
    filled = [(at, text) for at, value in enumerate(cells) if (text := text_of(value))]
    for place, (at, text) in enumerate(filled):
        label = filled[place - 1][1].rstrip(": ") if place and text[:1].isdigit() else ""
        if found := _divided(f"{label}: {text}" if label else text):
            yield replace(found, total=replace(found.total, at=(at, at)))


def explains_others(cells: Sequence[Cell], people: int) -> bool:
    """Returns whether a remark in a row says why so many of its people stand on no list ("2 did not sign"), or why some
    do, without their number ("not everybody signed")."""
    known = values("of_names") | values("of_lists")
    texts = [normal(text_of(value)).split() for value in cells if isinstance(value, str)]
    return any(
        (str(people) in words or not any(map(str.isdecimal, words)))
        and not (values("withheld").isdisjoint(words) or known.isdisjoint(words))
        for words in texts
    )


def unlisted_people(cells: Sequence[Cell], listed: Collection[int]) -> Iterator[PeopleStatement]:
    """Yields what a line states of people who are not on a list of so many, unless it is a plain statement: those whom
    it adds without their names, and a total that includes them."""
    if statements_among(cells):
        return
    yield from unnamed_in_addition(cells)
    for divided in divided_totals(cells):
        if divided.says_others_came(listed):
            yield replace(divided.total, kind=PRESENT)


def unnamed_in_addition(cells: Sequence[Cell]) -> list[PeopleStatement]:
    """Returns the people whom a line below a list adds to it without their names ("and 4 women who did not want to be
    named", "sowie 3 weitere Personen")."""
    first = next((value for value in cells if value not in (None, "")), None)
    if came := others_who_came(cells):
        return [came]
    if not isinstance(first, str) or not _BEGINS_WITH_AND.match(first):
        return []
    filled = [(at, text) for at, value in enumerate(cells) if (text := text_of(value))]
    words = normal(" ".join(text for _at, text in filled)).split()
    if len(words) < _FEWEST_WORDS or words[0] not in people_words("and") or not words[1].isdecimal():
        return []
    withheld = next((place for place, word in enumerate(words) if word in values("withheld")), len(words))
    unnamed = not values("of_names").isdisjoint(words[withheld:])
    nouns = people_words("people") | people_words("minors") | tools("adults") | tools("gender_heading")
    known = nouns | people_words("fillers") | {word for phrase in additional_words() for word in phrase.split()}
    said = words[2:withheld] if not unnamed else words[2:3]
    if nouns.isdisjoint(said) or not known.issuperset(said) or (withheld < len(words) and not unnamed):
        return []
    return [PeopleStatement(int(words[1]), "not_registered", (filled[0][0], filled[0][0]), explicit=True)]


def _divided(text: str) -> DividedTotal | None:
    for cut in _REST.finditer(text):
        head, rest = text[: cut.start()], text[cut.end() :]
        if head.count("(") > head.count(")"):
            continue  # within brackets
        stated, numbers = statements_of(head), _NUMBER.findall(rest)
        if len(stated) != 1 or stated[0].kind not in (PRESENT, TOTAL) or len(numbers) != 1:
            continue
        if 0 < int(numbers[0]) < stated[0].people:
            return DividedTotal(stated[0], int(numbers[0]), normal(_NUMBER.sub(" ", rest)))
    return None


def labelled_statements(cells: Sequence[Cell]) -> list[PeopleStatement]:
    """Returns the people in addition that a row states behind a label of its own, in one cell or in two ("Desk: 14 more
    people without registration"); none if the label says that they didn't come. Two cells may be one sentence about all
    people ("Es waren | 36 Leute da")."""
    filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
    if not filled or len(filled) > 2 or not all(isinstance(value, str) for _at, value in filled):
        return []
    at, text = filled[-1][0], text_of(filled[-1][1])
    whole = row_statements([" ".join(text_of(value) for _at, value in filled)]) if len(filled) > 1 else []
    if whole and all(one.kind == PRESENT for one in whole):
        return [replace(one, at=(at, at)) for one in whole]
    label, _colon, said = text.partition(": ") if len(filled) == 1 else (text_of(filled[0][1]), "", text)
    words = normal(label).split()
    if not 0 < len(words) <= _LONGEST_LABEL or any(map(str.isdigit, label)) or is_part(f"{' '.join(words)} ?"):
        return []
    if says_who_does_not_count(" ".join(words)) or any(word in topics() for word in words):
        return []
    if " ".join(words) in values("total") | people_words("present") | values("present"):  # "Present: 16, some unsigned"
        return []
    stated = statements_of(said)
    return [replace(one, at=(at, at)) for one in stated] if all(one.kind in BESIDE_LIST for one in stated) else []


def people_in_place_of_name(
    cells: Sequence[Cell], columns: Mapping[int, Column], names: Collection[int], table: Table
) -> PeopleStatement | None:
    """Returns the people in addition whom a row of a list states where others have a name ("Walk-ins (no names)"), with
    their number there or where others have a mark; None if it describes somebody, or says that they didn't come.
    *names* are the columns of names. A number where others have an age may be theirs (``_is_no_age``)."""
    names = [at for at in names if at < len(cells) and text_of(cells[at])]
    label = text_of(cells[names[0]]) if len(names) == 1 else ""
    code, told = _said_in_place_of_name(label)
    if not (code or told):  # it names somebody
        return None
    numbers: list[tuple[int, int]] = []
    for at, value in enumerate(cells):
        meaning = columns[at].meaning if at in columns else ""
        if at == names[0] or meaning in _BESIDE_UNNAMED or not text_of(value):
            continue
        people = number_of(value)
        of_one = meaning in _OF_ONE_PERSON and not (code in _OF_SEVERAL and _is_no_age(cells, at, columns, table))
        if people is not None and not of_one:
            numbers.append((at, people))
        elif of_one or not (meaning in ("notes", "unused", "") or says_present(text_of(value))):
            return None
    if told:
        return replace(told[0], at=(names[0], names[0])) if {n for _at, n in numbers} <= {told[0].people, 1} else None
    at, people = numbers[0] if len(numbers) == 1 else (0, 0)
    if code in WEAK_CODES and not (are_unnamed(label) or (at in columns and columns[at].meaning == "present")):
        return None
    return PeopleStatement(people, code, (names[0], at), explicit=True) if people > 1 else None


def _is_no_age(cells: Sequence[Cell], at: int, columns: Mapping[int, Column], table: Table) -> bool:
    """Whether a number of people without names stands where others have an age: it is lower than all ages, or where
    others have a mark for coming, this row has none."""
    people = number_of(cells[at])
    if columns[at].meaning != "age" or people is None:
        return False
    ages = [age for value in table.different_cells(at) if (age := number_of(value)) and value != cells[at]]
    marks = [one for one in columns.values() if one.meaning == "present" and 2 * one.filled > columns[at].filled]
    unmarked = bool(marks) and not any(column.text(cells) for column in marks)
    return bool(ages) and (unmarked or people < min(ages))


def may_be_in_place_of_name(value: Cell) -> bool:
    """Returns whether a cell may state people in addition where others have a name."""
    return any(_said_in_place_of_name(text_of(value)))


@lru_cache(maxsize=1_000)
def _said_in_place_of_name(label: str) -> tuple[str, Sequence[PeopleStatement]]:
    """Returns the code of additional people that a label has, or what it states of them by itself."""
    code = additional_code(label)
    told = statements_of(label) if not code and may_state_number(label) and _may_add(label) else ()
    return code, told if len(told) == 1 and told[0].is_additional and told[0].explicit else ()


def _may_add(label: str) -> bool:
    """Whether a label has a sign or word without which nothing says that people come in addition."""
    return "+" in label or not (words_of_additional() | people_words("and")).isdisjoint(normal(label).split())


def restates_list(statement: PeopleStatement, listed: Collection[int]) -> bool:
    """Returns whether a label that says no "plus" states as many children or guests as are *listed*: they are the list
    ("Children, all in all: 23"). So does one that says no more than when they were there ("13 on the day")."""
    plain = statement.of_moment or (statement.kind in _KINDS_OF_PEOPLE and not statement.explicit)
    return plain and statement.people >= _FEWEST_RESTATED and statement.people in listed


def is_of_unnamed_person(statement: PeopleStatement, cells: Sequence[Cell], columns: Mapping[int, Column]) -> bool:
    """Returns whether a row is of an unnamed person after all: "Child" with an age."""
    label, number = statement.at
    column = columns.get(number)
    beside = label != number and column is not None and column.meaning in NUMBERS_OF_A_PERSON
    people = number_of(cells[number])
    several = text_of(cells[label]).endswith(":") and column is not None and column.meaning != "age"  # "Unsigned: | 4"
    several = several or (column is not None and column.meaning == "phone" and (people or 0) <= _MOST_PEOPLE)
    return beside and not several and people is not None and is_placeholder(text_of(cells[label]))
