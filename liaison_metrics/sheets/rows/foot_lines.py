"""The foot of a list: lines under its last person that list nobody, such as who signs for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import is_written_as_name
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.closing.below_sums import lines_below_sum
from liaison_metrics.sheets.rows.closing.cash_lines import amount_lines, cash_lines
from liaison_metrics.sheets.rows.likeness import RowLikeness, is_blank_line
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from liaison_metrics.sheets.rows.row_words import is_also_a_name
from liaison_metrics.sheets.rows.thresholds import FEWEST_IN_LIST, LONGEST_MARK, MOST_SIGNERS
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import is_sentence, is_signature
from liaison_metrics.sheets.words.cells import begins_with_capital, is_email, number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import evidence, headers, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.prose.expected import names_things
from liaison_metrics.sheets.words.phrases.prose.leading import leads_lessons
from liaison_metrics.sheets.words.phrases.prose.things import counts_proxies, words_of_counts
from liaison_metrics.sheets.words.presence import says_present

_LABEL_AND_NUMBER, _WITH_REMARK = 2, 3
_NAME_AND_OFFICE = 2
_SEVERAL = 2

_ROUNDED = 0.06
"""Averages are rounded to a digit behind the point."""

_LONGEST_LABEL = 5
"""Words of a label that says who leads what."""

_SHORTEST_ENDING = 5
"""A shorter word for somebody who leads may end other words."""

_LABEL = re.compile(r"([^\W\d_][^:：]{1,40}?)\s*[:：]\s*(.*)", re.S)


class FootLines:
    """Knows the lines under the last person of a list that list nobody. A row that is filled like the others, or goes
    on with their numbers, is a person."""

    def __init__(self, table: Table, columns: Sequence[Column], data: Sequence[int], likeness: RowLikeness) -> None:
        """*data* are the rows of the table that are not empty."""
        self._table, self._likeness = table, likeness
        self._number = next((column for column in columns if column.meaning == "number"), None)
        self._names = [column for column in columns if column.meaning in NAMES]
        self._marked = [column for column in columns if column.meaning == "session"]
        self._signed_below = self._office_below(data)
        people = islice(filter(self._is_like_people, reversed(data)), FEWEST_IN_LIST)
        last, *others = [*people, data[0] if data else 0]
        tail = [row for row in data if row > last]
        self._reasons: dict[int, Reason] = {}
        if tail and len(others) == FEWEST_IN_LIST:
            self._signed_on = {at for at in table.columns if self._stands_above(last, at, is_blank_line)}
            self._small_words = any(self._stands_above(last, column.at, has_small_words) for column in self._names)
            self._reasons.update(self._lines(tail, last))
        amounts = cash_lines(table, columns, data) | amount_lines(table, columns, data)
        self._reasons.update(dict.fromkeys(amounts, Reason.ACCOUNTS))
        self._reasons.update(dict.fromkeys(lines_below_sum(table, columns, data), Reason.NO_PERSON))
        self._reasons.update(dict.fromkeys(self._signed_below, Reason.SIGNATURE))

    def reason_of(self, row: int) -> Reason | None:
        """Returns what a row (counted from 0) is if it is such a line, None if it isn't."""
        return self._reasons.get(row)

    def _stands_above(self, last: int, at: int, holds: Callable[[str], bool]) -> bool:
        """Whether a condition holds for a cell of a column in a row up to the *last* person."""
        return any(row <= last for row in self._table.rows_where(at, lambda value: holds(text_of(value))))

    def _texts(self, row: int) -> list[tuple[int, str]]:
        cells = self._table.grid.rows[row]
        return [(at, text) for at in self._table.columns if at < len(cells) and (text := text_of(cells[at]))]

    def _office_below(self, data: Sequence[int]) -> list[int]:
        """Returns the last rows of a numbered list if they stand apart and are a single word behind a number that the
        list has had and, right above or below it, a full name without a number ("Karl Neri", "1. Chairman"), where all
        others have names of several words."""
        start = next((at for at in range(len(data) - 1, 0, -1) if data[at] > data[at - 1] + 1), 0)
        block, above = list(data[start:]), data[:start]
        if self._number is None or len(self._names) != 1 or not 0 < len(block) <= _NAME_AND_OFFICE:
            return []
        rows, name = self._table.grid.rows, self._names[0]
        numbered = {row: number for row in data if (number := self._number_of(rows[row])) is not None}
        office = [row for row in block if row in numbered]
        people = [row for row in above if row in numbered]
        if len(office) != 1 or len(people) < FEWEST_IN_LIST or numbered[office[0]] not in map(numbered.get, people):
            return []
        beside = [row for row in (office[0] - 1, office[0] + 1) if row < len(rows) and row not in above]
        signers = [texts[0] for row in beside if len(texts := [*filter(None, map(text_of, rows[row]))]) == 1]
        one_word = len(name.text(rows[office[0]]).split()) == 1
        several = all(len(name.text(rows[row]).split()) > 1 for row in people)
        return block if one_word and several and any(map(_may_sign, signers)) else []

    def _is_like_people(self, row: int) -> bool:
        if row in self._signed_below:
            return False
        cells = self._table.grid.rows[row]
        texts = self._texts(row)
        if self._says_capacity(texts) or self._numbers_a_label(texts) or self._states_averages(texts, row - 1):
            return False
        numbered = self._number and self._number_of(cells) is not None and len(self._texts(row)) > 1
        marked = any((text := column.text(cells)) and not is_blank_line(text) for column in self._marked)
        return bool(numbered or marked or self._likeness.is_similar(cells))

    def _number_of(self, cells: Sequence[Cell]) -> float | None:
        return number_of(self._number.value(cells)) if self._number else None

    def _lines(self, tail: Sequence[int], last: int) -> Iterator[tuple[int, Reason]]:
        """Yields the lines among the rows under the *last* person."""
        before, apart = last, False
        above: int | None = None  # the line under which somebody signs
        for row in tail:
            if not (texts := self._texts(row)):  # what it has stands beside the table's columns
                continue
            apart = apart or row > before + 1 or [at for at, _text in texts] == [self._number and self._number.at]
            before = row
            said = [text for _at, text in texts]
            if self._counts_marks(texts, last) or self._states_averages(texts, last):
                yield row, Reason.ADDS_UP
            elif self._numbers_a_label(texts) or _numbers_things(said):
                yield row, Reason.NO_PERSON
            elif adds_people(said):
                above = None
            elif self._calls_for_signature(texts, apart=apart):
                above = row
                yield row, Reason.SIGNATURE
            elif above is not None and row <= above + MOST_SIGNERS and not any(map(is_email, said)):
                yield row, Reason.SIGNATURE
            elif _counts_team(said) or _counts_things(said) or self._is_note(said, apart=apart):
                yield row, Reason.NO_PERSON

    def _counts_marks(self, texts: Sequence[tuple[int, str]], last: int) -> bool:
        """Whether a row has nothing but a label and, below several columns of marks, how many marks each has up to the
        *last* person ("there", 13, 9: in the morning and in the afternoon)."""
        numbers = {at: number for at, text in texts if (number := number_of(text)) is not None}
        if len(numbers) < _SEVERAL or len(texts) > len(numbers) + 1 or max(numbers.values()) < _SEVERAL:
            return False
        people = [self._table.grid.rows[row] for row in self._table.rows if row <= last]
        marks = {at: [text for cells in people if at < len(cells) and (text := text_of(cells[at]))] for at in numbers}
        return all(sum(map(says_present, marks[at])) == number for at, number in numbers.items())

    def _states_averages(self, texts: Sequence[tuple[int, str]], last: int) -> bool:
        """Whether a row has nothing but a label and, below several columns of numbers, their averages up to the *last*
        person ("Average", 8.6, 16.8)."""
        (_at, label), *stated = texts or [(0, "")]
        numbers = {at: _decimal(text) for at, text in stated}
        if len(numbers) < _SEVERAL or None in numbers.values() or _decimal(label) is not None:
            return False
        if all(float(number or 0).is_integer() for number in numbers.values()):
            return False  # somebody who was there for as many hours as the others
        rows = [self._table.grid.rows[row] for row in self._table.rows if row <= last]
        above = {at: [_decimal(text_of(cells[at])) for cells in rows if at < len(cells)] for at in numbers}
        told = {at: [one for one in found if one is not None] for at, found in above.items()}
        return all(
            len(told[at]) >= FEWEST_IN_LIST and abs(sum(told[at]) / len(told[at]) - (number or 0)) <= _ROUNDED
            for at, number in numbers.items()
        )

    def _calls_for_signature(self, texts: Sequence[tuple[int, str]], *, apart: bool) -> bool:
        """Whether a line is one to sign on, or says who signs in what capacity ("Treasurer: H. Lechner"). Beside a list
        that people sign on lines, such a line alone says nothing."""
        if any(is_blank_line(text) and at not in self._signed_on for at, text in texts):
            return True
        if any(is_signature(text) and not is_also_a_name(text) and not is_blank_line(text) for _at, text in texts):
            return True
        labels = [found for _at, text in texts if (found := _LABEL.fullmatch(text))]
        capacity = any(_is_capacity(label[1]) for label in labels)
        capacity = capacity or self._says_capacity(texts) or (apart and self._names_office(texts))
        return capacity or (apart and bool(labels) and labels[0][0] == texts[0][1] and bool(labels[0][2]))

    def _says_capacity(self, texts: Sequence[tuple[int, str]]) -> bool:
        """Whether a row of a numbered list begins with a capacity in place of the number or name."""
        at = texts[0][0] if self._number and texts else -1
        return at in {column.at for column in (self._number, *self._names) if column} and says_capacity(
            [text for _at, text in texts]
        )

    def _names_office(self, texts: Sequence[tuple[int, str]]) -> bool:
        """Whether a row has nothing but an office behind its article, in place of a name, and who holds it ("The
        chairwoman", "I. Neri")."""
        office = texts[0][1]
        first, _space, rest = normal(office).partition(" ")
        headed = texts[0][0] in {column.at for column in self._names} and first in tools("articles") and bool(rest)
        return headed and len(texts) == _LABEL_AND_NUMBER and says_capacity([text for _at, text in texts])

    def _numbers_a_label(self, texts: Sequence[tuple[int, str]]) -> bool:
        """Whether a number stands in the place of one part of a name, and a label in that of the other ("We were", 13):
        nobody has such a name. A label for people beside the list is one of others."""
        places = {column.at for column in self._names}
        parts = [text for at, text in texts if at in places]
        label, *number = parts if len(places) > 1 and parts else [""]
        return len(number) == 1 and number[0].isdecimal() and not label.isdecimal() and not adds_people([label])

    def _is_note(self, said: Sequence[str], *, apart: bool) -> bool:
        """Whether a line is a sentence, or stands apart and has words that no name of the list has."""
        sentence = len(said) == 1 and is_sentence(said[0])
        return sentence or (apart and has_small_words(said[0]) and not self._small_words)


def _may_sign(text: str) -> bool:
    """Whether a text is a full name, and no heading ("Group B")."""
    return (
        is_written_as_name(text) and section_reason(text) is None and not evidence("groups") & {*normal(text).split()}
    )


def _decimal(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def adds_people(texts: Sequence[str]) -> bool:
    """Returns whether a line may name people who came, or head them: "Guest: Anna Rossi", "Walk-ins", "New today:"."""
    words = {word for text in texts for word in normal(text).split() if len(word) > LONGEST_MARK}
    if words & _capacities() or any(map(labels_leader, texts[:1])):
        return False
    known = people_words("people") | people_words("minors") | tools("companions") | tools("adults") | values("present")
    if words & (known | values("participant")) or (len(texts) == 1 and texts[0].endswith(":")):
        return True
    labels = [text.partition(":")[0] for text in texts]
    return any(additional_code(label) or section_reason(label) is not None for label in labels)


def _numbers_things(texts: Sequence[str]) -> bool:
    """Whether a line only says how many things there were, or people who had been expected ("Budget", 30), or votes and
    proxies, perhaps with those who came."""
    counting = len(texts) == _LABEL_AND_NUMBER and number_of(texts[1]) is not None
    return counting and (names_things(texts[0]) or counts_proxies(texts[0]))


def _counts_team(texts: Sequence[str]) -> bool:
    """Whether a line only says how many of the team there were ("Interpreters hired", 2)."""
    if len(texts) != _LABEL_AND_NUMBER or number_of(texts[1]) is None:
        return False
    words = set(normal(texts[0]).split())
    return bool(words & (_capacities() | tools("staff_heading")) - values("also_name"))


def _counts_things(texts: Sequence[str]) -> bool:
    """Whether a line only says how many there were of some thing ("Chairs", 30), perhaps with a remark, or of votes."""
    remark = len(texts) == _WITH_REMARK and number_of(texts[2]) is None
    if (len(texts) != _LABEL_AND_NUMBER and not remark) or number_of(texts[1]) is None:
        return False
    words = {word for word in normal(texts[0]).split() if len(word) > LONGEST_MARK}
    if counts_proxies(texts[0]):
        return True
    return bool(words) and words <= words_of_counts() - values("also_name")


def _capacities() -> frozenset[str]:
    """Returns the words for those who answer or sign for a list ("treasurer", "course leader")."""
    asked = evidence("on_board") | evidence("names_contact")
    return values("staff") | tools("leads_lessons") | tools("team") | asked


def _is_capacity(label: str) -> bool:
    """Whether a label says as what somebody signs or answers for a list ("Treasurer", "The course leader")."""
    words = normal(label).split()
    return any(" ".join(words[start:]) in _capacities() for start in range(min(2, len(words))))


@lru_cache(maxsize=1_000)
def labels_leader(text: str) -> bool:
    """Returns whether a label is of somebody who leads or serves an event, perhaps with what ("Leitung Labor:",
    "Responsabile del laboratorio:"), also as one word ("Laborleitung:")."""
    words = normal(text).split()
    if not text.endswith(":") or not 0 < len(words) <= _LONGEST_LABEL or is_also_a_name(text):
        return False
    known = _capacities() | tools("staff_heading") | tools("organising") | tools("leads_group") | tools("leads_here")
    starts = [" ".join(words[:end]) for end in range(1, len(words) + 1)]
    ends = tuple(word for word in known if len(word) >= _SHORTEST_ENDING and " " not in word)
    leads = any(start in known or headers().get(start) == "instructor" for start in starts)
    return leads or words[0].endswith(ends) or words[-1] in known or leads_lessons(text.rstrip(" :"))


def says_capacity(texts: Sequence[str]) -> bool:
    """Returns whether a row of a numbered list begins with the capacity in which somebody signs, in place of a number
    or a name ("Kursleitung:", "Umbach", "Thorsten")."""
    first, _space, rest = normal(texts[0]).partition(" ")
    alone = not rest or texts[0].endswith(":") or first in tools("articles")  # "Anna Maestro" is a name
    capacity = alone and not is_also_a_name(texts[0]) and _is_capacity(texts[0].rstrip(" :"))
    return len(texts) > 1 and (capacity or labels_leader(texts[0]))


def _is_of_name(word: str) -> bool:
    return begins_with_capital(word) or normal(word) in evidence("name_particles")


def has_small_words(text: str) -> bool:
    """Returns whether a text has words that no name has: several begin with a small letter."""
    words = [word for word in text.split() if word[0].isalpha()]
    small = [word for word in words if word[0].islower() and not _is_of_name(word)]
    return (bool(small) and len(small) < len(words)) or len(small) > 2
