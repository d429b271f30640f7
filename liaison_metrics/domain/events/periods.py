"""Quarters of the calendar: the periods of which partners state that their sheets are complete, and reports tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_CODE = re.compile(r"(\d{4})-Q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year, from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """Returns the quarter of a day."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def read(cls, code: str) -> Quarter | None:
        """Returns the quarter of a code such as “2021-Q2”, None if it is not one."""
        found = _CODE.fullmatch(code)
        return cls(int(found[1]), int(found[2])) if found else None

    @property
    def code(self) -> str:
        """Returns its code: “2021-Q2”."""
        return f"{self.year}-Q{self.number}"

    @property
    def first(self) -> date:
        """Returns its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Returns its last day."""
        return self.following.first - timedelta(1)

    @property
    def following(self) -> Quarter:
        """Returns the quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)


def quarters(first: date, last: date) -> list[Quarter]:
    """Returns the quarters from that of a day to that of another, the earliest first."""
    found, one = list[Quarter](), Quarter.of(first)
    while one.first <= last:
        found.append(one)
        one = one.following
    return found
