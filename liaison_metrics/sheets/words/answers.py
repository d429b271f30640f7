"""Answers people gave about a sheet: its words, its columns and its missing details."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.model import Question
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, read_date
from liaison_metrics.sheets.words.lists import normal, tools

LAYOUT = frozenset({"column", "header_row", "sheet"})
"""Kinds of answers about a sheet's layout."""

LEFT_OUT = "left_out"
"""The code for a sheet that is not read, and for rows that don't count because nobody knows the answer about them."""

ATTENDANCE = "attendance"
"""The code for a sheet that lists people who were there, although it looks like another kind of table."""

PERSON = "person"
"""The code for a row that lists a person who was there."""

BESIDE = "beside"
"""The meaning of a column that counts people beside those of the others."""

COUNTED, NOT_COUNTED = "counted", "not_counted"
"""The codes for people who were there although the sheet was read otherwise, and for those who don't count."""

UNUSED = "unused"
"""The meaning of a column that is not used."""

NOBODY = "nobody"
"""The code for a row that lists nobody."""

SHEET_CODE = "sheet_code"
"""The kind of answers about the code of a sign-in sheet: whether the code or the sheet says which event it is."""

CODED_EVENT = "coded_event"
"""The kind of answers that the program gives itself: which event the code of a sign-in sheet stands for."""

LATER = "later"
"""The code for a question about events that somebody will decide on their page."""

_WAYS_OUT = {
    "community": NOT_STATED, "group": NOT_STATED, "gender": NOT_STATED, "birth": NOT_STATED,
    "column": UNUSED, "row": NOBODY, "reason": NOT_COUNTED,
    "same_event": LATER, "additional": LATER, "correction": "keep",
}  # fmt: skip


def way_out(kind: str) -> str:
    """Returns the code for somebody who doesn't know the answer: usually the rows are left out."""
    return _WAYS_OUT.get(kind, LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. ``kind`` is a question's kind, ``value`` the word as written ("" for a missing detail) and ``code``
    its meaning: a project code, ``not_stated``, an ISO date, a ``DateOrder``, "present" or "absent", "rows".

    Or ``kind`` is one of ``LAYOUT``: a "column" (by header, or letter if it has none) has a meaning, a sheet's
    "header_row" has a number, a "sheet" is ``LEFT_OUT``. ``sheet`` is set if the answer applies to one sheet only.
    """

    kind: str
    value: str
    code: str
    sheet: str = ""

    @classmethod
    def to(cls, question: Question, code: str) -> Answer:
        """Returns an answer to a question. It is about one sheet only where the question is about no word."""
        return cls(question.kind, question.value, code, "" if question.value else question.sheet)


def presets(questions: Iterable[Question]) -> list[Answer]:
    """Returns the answers to questions that their presets give."""
    return [Answer.to(one, one.preset) for one in questions]


AnswerLookup = Callable[[str], Iterable[Answer]]
"""Returns the saved answers for a file, by the signature of its headers."""


def no_answers(_signature: str) -> tuple[()]:
    """Returns no saved answers, whatever the headers."""
    return ()


class Answers:
    """Answers by subject. The last answer on a subject applies; one without a code withdraws earlier ones."""

    def __init__(self, given: Iterable[Answer] = ()) -> None:
        given = list(given)
        codes = {(answer.kind, _key(answer.value), answer.sheet): answer.code for answer in given}
        self._codes = {about: code for about, code in codes.items() if code}
        self._rows = {answer.value: answer.code for answer in given if answer.kind == "row"}

    def __bool__(self) -> bool:
        return bool(self._codes)

    def code(self, kind: str, value: str, sheet: str = "") -> str | None:
        """Returns the answer about a word of a sheet, None if there is none."""
        if not self._codes:
            return None
        found = self._codes.get((kind, _key(value), sheet))
        return self._codes.get((kind, _key(value), "")) if found is None else found

    def words(self, kind: VocabularyKind) -> dict[str, str]:
        """Returns the codes of answered words of a kind, by normal form."""
        return {
            value: code
            for (asked, value, _sheet), code in self._codes.items()
            if asked == kind.value and value and code != LEFT_OUT
        }

    def detail(self, kind: str, sheet: str) -> str | None:
        """Returns the answer about something that a sheet doesn't say."""
        code = self.code(kind, "", sheet)
        return None if code == LEFT_OUT else code

    def header_row(self, sheet: str) -> int | None:
        """Returns the number of the sheet's header row as answered."""
        code = self.code("header_row", "", sheet)
        return int(code) if code and code.isdecimal() else None

    def excludes_sheet(self, sheet: str) -> bool:
        """Returns whether the sheet is left out."""
        return self.code("sheet", sheet) == LEFT_OUT

    def confirms_sheet(self, sheet: str) -> bool:
        """Returns whether a person said that the sheet is about attendance."""
        return self.code("sheet", sheet) == ATTENDANCE

    def counts_anyway(self, reason: str, sheet: str) -> bool:
        """Returns whether a person said that those who were read as absent, or as staff, count."""
        return self.code("reason", reason, sheet) == COUNTED

    def rows(self, sheet: str) -> frozenset[int]:
        """Returns the numbers of the sheet's rows that list people, as answered ("Sheet1!17, 23")."""
        told = (value.removeprefix(f"{sheet}!") for value, code in self._rows.items()
                if code == PERSON and value.startswith(f"{sheet}!"))  # fmt: skip
        return frozenset(int(row) for rows in told for row in rows.split(",") if row.strip().isdecimal())

    def order(self) -> DateOrder | None:
        """Returns the file's order of day and month as answered."""
        orders = {order.value for order in DateOrder}
        codes = [code for (kind, _value, _sheet), code in self._codes.items() if kind == "date_order"]
        codes = [code for code in codes if code in orders]
        return DateOrder(codes[-1]) if codes else None

    def day(self, kind: str, value: str, sheet: str = "") -> StatedDate | None:
        """Returns the date as answered."""
        code = self.code(kind, value, sheet)
        try:
            day = date.fromisoformat(code or "")
        except ValueError:
            return None
        return StatedDate(day=day, year=day.year)

    def mark(self, text: str) -> bool | None:
        """Returns whether a mark means present, None if nobody answered."""
        code = self.code("present", text)
        return None if code in (None, LEFT_OUT) else code == "present"


def signature_of(headers: Iterable[str]) -> str:
    """Returns the signature that sheets with the same headers share: a digest of the headers in any order, without
    dates. Returns "" if there are no headers."""
    forms = {normal(text) for text in headers if read_date(text) is None}
    forms -= tools("rejection")  # corrected rows keep the signature of the original file
    kept = sorted(form for form in forms if form and not any(c.isdigit() for c in form))
    return hashlib.blake2b("|".join(kept).encode(), digest_size=12).hexdigest() if kept else ""


def _key(value: str) -> str:
    return normal(value) or value.strip()
