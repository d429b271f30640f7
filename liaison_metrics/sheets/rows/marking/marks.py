"""Attendance marks beside a name, with the sheet's own legend if it has one, rows that add them up, and signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.session_marks import explained_marks
from liaison_metrics.sheets.model import AttendanceRow, Cell
from liaison_metrics.sheets.rows.thresholds import LONGEST_LABEL
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import mark_key, without_brackets_around
from liaison_metrics.sheets.words.answers import Answers
from liaison_metrics.sheets.words.cells import is_email, is_not_stated, is_total, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.absence import says_called_off, speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.phrases.titles.moments import tells_time_there, tells_way
from liaison_metrics.sheets.words.presence import (
    LONGEST_INITIALS,
    is_signed,
    is_unsigned,
    led_by_answer,
    says_absent,
    says_present,
    says_signed,
    says_time,
    says_whether_came,
    tells_reason,
)

_NO_TIME = re.compile(r"0+(?:[.,:]0+)?")
"""No hours or minutes ("0,00", "0.0", "0:00")."""

_FEWEST_MARKED = 3
"""Fewer marks in a column are about as many as a number that somebody has there, such as hours."""

_TICKED = 0.6
"""Share of a column of ticks that are marks."""

_SHORTEST_WORD = 4
"""Shorter texts are initials."""

_SEVERAL_SESSIONS = 3
"""At fewer sessions, other people may by chance be as many as the marks."""

_NEAR_SUM = 0.2
"""A number that differs from the marks above it by at most this share of them is their sum with a mistake."""


class MarkReader:
    """Knows what the marks in one table mean."""

    def __init__(self, table: Table, sessions: Sequence[Column], answers: Answers) -> None:
        self._answers = answers
        self._legend = explained_marks(table, sessions) if sessions else {}
        rows = [table.grid.rows[number] for number in table.rows] if sessions else []
        texts = {c.text(cells) for cells in rows for c in sessions}
        self._presence_is_marked = any(says_present(text) for text in texts)

    def present(self, text: str) -> bool:
        """Returns whether a mark means that the person was there."""
        said = self._defined_meaning(text)
        if said is not None or self.is_unexplained(text):
            return bool(said)
        came = says_present(text) or led_by_answer(text) is True or tells_way(text)
        return came or says_time(text) or says_signed(text) or _is_number_or_day(text)

    def absent(self, text: str, *, signed: bool = False) -> bool:
        """Returns whether a mark means that the person wasn't there. Where people sign, letters are somebody's
        initials."""
        if signed and not any(map(str.isalnum, text)):
            return not says_present(text)
        if signed:
            return is_unsigned(text) or (len(text) > LONGEST_INITIALS and says_absent(text))
        said = self._defined_meaning(text)
        if said is not None:
            return not said
        if self.is_unexplained(text):
            return False
        if normal(text) == "a" and not self._presence_is_marked:
            return False  # "absent" or "anwesend": the table doesn't tell
        if is_doubt(text):
            return False
        if says_called_off(text):  # nobody was there
            return True
        stated = self._presence_is_marked and tells_reason(text)
        stated = stated or led_by_answer(text) is False
        return stated or says_absent(text) or is_not_stated(text) or _NO_TIME.fullmatch(text) is not None

    def is_unexplained(self, text: str) -> bool:
        """Returns whether a mark stands in brackets ("(x)") where the sheet only explains the one without them."""
        plain = without_brackets_around(text)
        return bool(plain) and mark_key(text) not in self._legend and mark_key(plain) in self._legend

    def _defined_meaning(self, text: str) -> bool | None:
        said = self._answers.mark(text)
        return self._legend.get(mark_key(text)) if said is None else said


def is_doubt(text: str) -> bool:
    """Returns whether somebody put a question mark in the place of a mark."""
    return "?" in text and not any(map(str.isalnum, text))


def needs_explanation(text: str, person: Sequence[Cell]) -> bool:
    """Returns whether a text where others have marks may say that somebody was absent or was there: a question mark, or
    words that are no mark, no name, no time and no way of coming. *person* are the cells that say who it is."""
    words, own = normal(text).split(), {word for value in person for word in normal(text_of(value)).split()}
    if is_doubt(text):
        return True
    if len(normal(text)) < _SHORTEST_WORD or any(map(str.isdigit, text)) or own & set(words):
        return False
    if says_present(text) or says_absent(text) or says_whether_came(text) is not None or tells_reason(text):
        return False
    came = tools("by_screen") | {word for word in values("present") if len(word) >= _SHORTEST_WORD}
    if says_present(text.split()[0]) or came.intersection(words) or tells_how_there(text):
        return False
    return not any(map(speaks_of_coming, words))


def tells_how_there(text: str) -> bool:
    """Returns whether a text in the place of a mark only says how or when somebody was there ("via Zoom"), or begins
    with what the person did ("spoke through an interpreter")."""
    words = normal(text).split()
    did = any(" ".join(words[:end]) in tools("did_there") for end in (1, 2))
    return did or tells_way(text) or tells_time_there(text)


def _is_number_or_day(text: str) -> bool:
    return text.replace(".", "").replace(",", "").isdigit() or read_date(text) is not None


_HOURS = re.compile(r"\d{1,3}(?:[.,:]\d{1,2})?")


class SessionSums:
    """Counts the marks of each session, and recognises the row that states how many there are."""

    def __init__(self) -> None:
        self._everybody: Counter[int] = Counter()
        self._counted: Counter[int] = Counter()
        self._numbers: set[str] = set()
        self._people = 0

    def add(self, sessions: Iterable[int], *, counts: bool) -> None:
        """Adds a person's marks. *counts* is false for people who don't count, such as trainers."""
        marked = list(sessions)
        self._people += 1
        self._everybody.update(marked)
        self._counted.update(marked if counts else ())

    def adds_up(self, marks: Sequence[tuple[Column, str]], label: str, beside: Mapping[str, int]) -> bool:
        """Returns whether a row of marks beside a label states sums: of everybody's marks or of those who count, also
        with the people *beside* the list at each session, of those without a mark, shares, or any numbers behind
        a label about people who were there."""
        if marks and all(text.endswith("%") for _column, text in marks):
            return True
        if self._are_others(marks, label) or (tells_hours(label) and all(_HOURS.fullmatch(text) for _c, text in marks)):
            return True
        if not any(text.isdecimal() and text.lstrip("0") not in ("", "1") for _column, text in marks):
            return False
        for sums in (self._everybody, self._counted):
            people = {column.at: sums[column.at] for column, _text in marks}
            for more in ({}, beside):
                tying = all(text == str(people[c.at] + more.get(c.header, 0)) for c, text in marks)
                if tying and not self._is_usual(marks, label):
                    return True
        if not all(text.isdecimal() for _column, text in marks):
            return False
        near = all(_is_near(int(text), self._everybody[column.at]) for column, text in marks)
        if (near and not self._numbers) or is_about_people(label):
            return True
        self._numbers.update(text for _column, text in marks)  # hours, say
        return False

    def restated_in(self, cells: Sequence[Cell], sessions: Sequence[Column]) -> bool:
        """Returns whether a row states the marks above it, whatever people its label names ("Guests 10, 8, 10"): at
        each of several sessions, or at one behind a word for a sum or for coming; with such a word, also nearly as
        many."""
        told = [(self._everybody[c.at], self._counted[c.at], c.text(cells)) for c in sessions]
        told = [one for one in told if any(one)]
        if not told or not all(text.isdecimal() for *_sums, text in told) or all(int(one[-1]) < 2 for one in told):
            return False
        label = label_beside_marks(cells, {column.at for column in sessions})
        sums = bool(label) and (is_total(label or "") or sums_up_kind(label or ""))
        tying = any(all(one[kind] == int(one[-1]) for one in told) for kind in (0, 1))
        near = all(_is_near(int(text), marked) for marked, _counted, text in told)
        return bool(label) and ((tying and (sums or len(told) >= _SEVERAL_SESSIONS)) or (near and sums))

    def _are_others(self, marks: Sequence[tuple[Column, str]], label: str) -> bool:
        """Whether numbers beside a word for absence are of the people without a mark, or all are of all people."""
        everybody = self._people > 1 and not self._numbers and {text for _column, text in marks} == {str(self._people)}
        absent = {c.at: str(self._people - self._everybody[c.at]) for c, _text in marks}
        words = {normal(label), *normal(label).split()}
        away = says_absent(label) or bool(words & (values("absent") | tools("absence_header")))
        unmarked = away and all(text == absent[c.at] for c, text in marks)
        return bool(marks) and (everybody or unmarked)

    def _is_usual(self, marks: Sequence[tuple[Column, str]], label: str) -> bool:
        """Whether other people have such numbers, hours say, and the label isn't about people who were there."""
        return self._numbers.issuperset(text for _column, text in marks) and not is_about_people(label)


def _is_near(stated: int, marked: int) -> bool:
    """Whether a number is about that of the marks above it: a sum with a mistake, or one that leaves out somebody."""
    return marked >= _FEWEST_MARKED and abs(stated - marked) <= max(1, _NEAR_SUM * marked)


def sums_up_kind(label: str) -> bool:
    """Returns whether a label says that a number is of all people of a kind, who may be all people of the list
    ("Children in total", "Anwesende Gäste")."""
    words = normal(label).split()
    sums = any(without_phrases(words, people_words(kind)) != words for kind in ("total", "present"))
    return sums and bool(additional_code(label))


def is_about_people(label: str) -> bool:
    """Returns whether a label only says that a number is of people who were there."""
    words = normal(label).split()
    if not 0 < len(words) <= LONGEST_LABEL:
        return False
    known = people_words("people") | people_words("present") | people_words("total")
    cuts = range(1, len(words))
    parts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in cuts]  # "present", "in total"
    whole = all(word in known or is_total(word) for word in words)
    return whole or any((one in known and is_total(two)) or (two in known and is_total(one)) for one, two in parts)


def tells_hours(label: str) -> bool:
    """Returns whether a label says that numbers are those of hours or lessons ("Guided learning hours delivered"). Of
    its words, only those that are known begin with a capital: "Ore Adeyemi" is somebody."""
    words = [word for word in label.split() if any(map(str.isalpha, word))]
    known = evidence("lesson_hours") | evidence("around_hours") | values("total")
    named = any(not known.issuperset(normal(word).split()) for word in words if word[:1].isupper())
    return not named and not evidence("lesson_hours").isdisjoint(normal(label).split())


def label_beside_marks(cells: Sequence[Cell], marks: Collection[int]) -> str | None:
    """Returns the only words of a row outside the columns of *marks*, "" if it has none, None if it has several, or an
    e-mail address: such a row describes a person."""
    beside = [text_of(value) for at, value in enumerate(cells) if at not in marks]
    words = [text for text in beside if any(map(str.isalpha, text))]
    return None if len(words) > 1 or any(map(is_email, words)) else "".join(words)


def with_signatures(
    table: Table, columns: Sequence[Column], attendances: Sequence[AttendanceRow]
) -> list[AttendanceRow]:
    """Returns attendances, those of a table with whether their row is signed, where it has a column for signatures. A
    column of a day is about the attendances of that day alone.

    Only what is typed can be read: a signature that was drawn or scanned is a picture. So a column without any mark
    says nothing: the signatures may be on paper.
    """
    signing = [column for column in columns if column.meaning == "signature"]
    rows, sheet = set(table.rows) if signing else set(), table.grid.name

    def signed(one: AttendanceRow) -> bool | None:
        if one.sheet != sheet or one.row - 1 not in rows:
            return None
        own = [column for column in signing if column.date is None or column.header == one.column]
        return any(is_signed(column.text(table.grid.rows[one.row - 1])) for column in own) if own else None

    found = [signed(one) for one in attendances] if signing else []
    if not any(found):
        return list(attendances)
    return [
        one if mark is None else replace(one, signed=mark) for one, mark in zip(attendances, found, strict=True)
    ]  # fmt: skip


def tick_columns(columns: Sequence[Column], kind: VocabularyKind) -> list[Column]:
    """Returns the columns that are headed by a word of a kind and hold ticks."""
    return [c for c in columns if kind in c.codes and c.date is None and c.share("mark") >= _TICKED]


def lists_certificates(table: Table, columns: Sequence[Column], presence: Column | None) -> bool:
    """Returns whether a list is about certificates, and its column of *presence* says who didn't come and what became
    of the others' certificates."""
    found = [text_of(value) for value in table.different_cells(presence.at)] if presence else []
    if any(map(says_present, found)) or not any(values("absent") & {*normal(text).split()} for text in found):
        return False
    above = [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
    words = {word for text in (*above, *(c.header for c in columns)) for word in normal(text).split()}
    return bool(words & tools("certificate"))
