"""What people said of a sheet: of its words, of its columns, of what it does not say itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, read_date
from liaison_metrics.sheets.words.lists import normal, tools

WORDS = frozenset(kind.value for kind in VocabularyKind)
"""Kinds of answers that say what a word of the vocabulary is."""

LAYOUT = frozenset({"column", "header_row", "sheet"})
"""Kinds of answers that say how a sheet is laid out."""

LEFT_OUT = "left_out"
"""The code of a sheet that is not to be read."""

UNUSED = "unused"
"""The meaning of a column that is not to be used."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that a person said. ``kind`` is that of a question, with the word as written as ``value`` ("" for what
    a sheet does not say) and what it means as ``code``: a code of the project, ``not_stated``, a day in ISO form, a
    ``DateOrder``, "present" or "absent", "rows". Or it is one of ``LAYOUT``: a "column" (by its header, or its letter
    where it has none) has a meaning; a sheet's "header_row" has a number; a "sheet" is ``LEFT_OUT``.

    ``sheet`` is set where the answer holds for one sheet of the file alone.
    """

    kind: str
    value: str
    code: str
    sheet: str = ""


AnswerLookup = Callable[[str], Iterable[Answer]]
"""Gives the answers for a file, by the signature of its headers."""


class Answers:
    """Answers, found by what they are about; of two about the same the later one holds, and one without a code takes
    the earlier back."""

    def __init__(self, given: Iterable[Answer] = ()) -> None:
        codes = {(answer.kind, _key(answer.value), answer.sheet): answer.code for answer in given}
        self._codes = {about: code for about, code in codes.items() if code}

    def __bool__(self) -> bool:
        return bool(self._codes)

    def code(self, kind: str, value: str, sheet: str = "") -> str | None:
        """Returns what was said of a word of a sheet, None where nothing was."""
        if not self._codes:
            return None
        found = self._codes.get((kind, _key(value), sheet))
        return self._codes.get((kind, _key(value), "")) if found is None else found

    def words(self, kind: VocabularyKind) -> dict[str, str]:
        """Returns the codes of the words of a kind, by their normal forms."""
        return {value: code for (asked, value, _sheet), code in self._codes.items() if asked == kind.value and value}

    def header_row(self, sheet: str) -> int | None:
        """Returns the number of the row that heads a sheet's table, as a person sees it."""
        code = self.code("header_row", "", sheet)
        return int(code) if code and code.isdigit() else None

    def excludes_sheet(self, sheet: str) -> bool:
        """Returns whether a sheet is not to be read."""
        return self.code("sheet", sheet) == LEFT_OUT

    def order(self) -> DateOrder | None:
        """Returns in which order the file writes day and month, where somebody said so."""
        codes = [code for (kind, _value, _sheet), code in self._codes.items() if kind == "date_order"]
        return DateOrder(codes[-1]) if codes else None

    def day(self, kind: str, value: str, sheet: str = "") -> StatedDate | None:
        """Returns the day that was said to be meant."""
        code = self.code(kind, value, sheet)
        try:
            day = date.fromisoformat(code or "")
        except ValueError:
            return None
        return StatedDate(day=day, year=day.year)

    def mark(self, text: str) -> bool | None:
        """Returns whether a mark means that somebody was there, None where nobody said."""
        code = self.code("present", text)
        return None if code is None else code == "present"


def signature_of(headers: Iterable[str]) -> str:
    """Returns what sheets of one shape share: a digest of their headers, whatever the order, without days; "" for a
    file without headers."""
    forms = {normal(text) for text in headers if read_date(text) is None}
    forms -= tools("rejection")  # corrected rows are of the shape that they came in
    kept = sorted(form for form in forms if form and not any(c.isdigit() for c in form))
    return hashlib.blake2b("|".join(kept).encode(), digest_size=12).hexdigest() if kept else ""


def _key(value: str) -> str:
    return normal(value) or value.strip()
