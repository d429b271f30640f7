"""How files write a person: finding these texts in cells, and blacking them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from liaison_metrics.domain.forgotten import address_of, name_of
from liaison_metrics.domain.people.normal_forms import email_form, name_tokens, phone_form
from liaison_metrics.sheets.model import AttendanceRow, Cell

BLACK = "█████"
"""What stands in place of a text that says something about a forgotten person."""

_DIGITS_OF_A_PHONE = 6
"""Shorter runs of digits are other numbers."""

_WORDS_OF_A_NAME = 2
"""A single word ("Maria") in a cell of somebody else's row is not known to be this person."""

_BIRTH = re.compile(r"(\d{1,2})(\s*[./-]\s*)(\d{1,2})(\s*[./-]\s*)(\d{4})")
_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(3_000, 60_000)
"""Numbers of days in spreadsheets that can be births: 1908 to 2064. Years are smaller."""

_PHONE = re.compile(r"[+\d][\d\s()./\u2010-\u2015-]{5,}\d")


@dataclass(slots=True)
class WrittenPerson:
    """A person as files write them: names (as written), e-mail addresses and phone numbers in normal form, and the
    countries of the events, for national phone numbers."""

    names: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)

    def add(self, row: AttendanceRow, country: str) -> None:
        """Adds what an attendance states."""
        self.countries.add(country)
        if row.name:
            self.names.add(" ".join(row.name.split()))
        if row.email:
            self.emails.add(email_form(row.email))
        if row.phone:
            self.phones.add(phone_form(row.phone, country))
        self.emails.discard("")
        self.phones.discard("")

    @property
    def whole_names(self) -> set[tuple[str, ...]]:
        """The words of each name that has several."""
        return {words for name in self.names if len(words := name_tokens(name)) >= _WORDS_OF_A_NAME}


class Blackout:
    """Blacks out a person's texts. *token* stands for the person: names and addresses become texts that hold it, so
    that a column still looks like what it is, and the rows are still known as one person's."""

    def __init__(self, person: WrittenPerson, token: str) -> None:
        self._person, self._token = person, token
        self._whole = person.whole_names
        self._words = {word for name in person.names for word in name_tokens(name)}
        patterns = [pattern for name in sorted(person.names, key=len, reverse=True) for pattern in _orders(name)]
        self._phrases = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None
        emails = "|".join(map(re.escape, sorted(person.emails, key=len, reverse=True)))
        self._emails = re.compile(emails, re.IGNORECASE) if emails else None

    def text(self, text: str) -> str:
        """Returns a text without the person's whole names, addresses and numbers."""
        if self._emails:
            text = self._emails.sub(address_of(self._token), text)
        if name_tokens(text) in self._whole:
            return name_of(self._token)
        if self._phrases:
            text = self._phrases.sub(name_of(self._token), text)
        return _PHONE.sub(self._phone, text) if self._person.phones else text

    def cell(self, value: Cell) -> Cell:
        """Returns a cell without the person's whole names, addresses and numbers."""
        if isinstance(value, str):
            return self.text(value) if value else value
        if isinstance(value, int | float) and not isinstance(value, bool) and self._person.phones:
            digits = str(int(value)) if value == int(value) else ""
            return BLACK if len(digits) >= _DIGITS_OF_A_PHONE and self._is_phone(digits) else value
        return value

    def own_cell(self, value: Cell, *, whole_given: bool) -> Cell:
        """Returns a cell of the person's own row. There a part of the name (a given name in a column of its own) is
        blacked out too. *whole_given*: another cell of the row holds the token already."""
        changed = self.cell(value)
        if changed != value or not isinstance(value, str):
            return changed
        words = name_tokens(value)
        if words and self._words.issuperset(words):
            first, last = name_of(self._token).split()
            return first if whole_given else last
        return value

    def holds_token(self, text: str) -> bool:
        """Returns whether a text stands for the person."""
        return self._token in text.lower()

    def _phone(self, found: re.Match[str]) -> str:
        return BLACK if self._is_phone(found.group()) else found.group()

    def _is_phone(self, text: str) -> bool:
        return any(phone_form(text, country) in self._person.phones for country in self._person.countries)


def birth_without_day(value: Cell) -> Cell:
    """Returns a date of birth with its year alone. It stays a date that shows in which order day and month stand in the
    sheet: the last day of the year where the day is after the 12th, else the first."""
    if isinstance(value, date):
        month, day = (12, 31) if value.day > 12 else (1, 1)
        return value.replace(month=month, day=day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial_without_day(int(value)) if value in _SERIALS else value
    if not isinstance(value, str) or not value.strip():
        return value
    if value.strip().isdecimal() and int(value) in _SERIALS:
        return str(_serial_without_day(int(value)))
    found = _BIRTH.search(value)
    if found:
        first, second = int(found[1]), int(found[3])
        parts = ("31", "12") if first > 12 else ("12", "31") if second > 12 else ("01", "01")
        return f"{parts[0]}{found[2]}{parts[1]}{found[4]}{found[5]}"
    if iso := re.search(r"(\d{4})-\d{2}-\d{2}", value):
        return f"{iso[1]}-01-01"
    year = re.search(r"\d{4}", value)
    return year.group() if year else BLACK


def _serial_without_day(serial: int) -> int:
    """Returns the number of the first day of the year in which a day is that has this number in a spreadsheet."""
    day = _FIRST_SERIAL + timedelta(serial)
    return (day.replace(month=1, day=1) - _FIRST_SERIAL).days


def _orders(name: str) -> Iterable[str]:
    """Yields patterns of a name of several words, as written and with its last word first."""
    words = [re.escape(word) for word in re.split(r"[\s,;]+", name) if word]
    if len(words) < _WORDS_OF_A_NAME:
        return
    for order in (words, [*words[1:], words[0]], [words[-1], *words[:-1]]):
        yield r"(?<!\w)" + r"[\s,;.]+".join(order) + r"(?!\w)"
