"""A number of people as a sentence tells it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """A number of people as a sentence tells it: a ``total`` of those who were there, ``more`` people than those named
    before, or a ``part`` of them. ``firm``: the words leave no other reading: a sum, or clearly other people.
    ``beside``: the other numbers of the sentence; ``whole``: it says that a total includes those listed."""

    people: int
    kind: Literal["total", "more", "part"]
    firm: bool = True
    beside: tuple[int, ...] = ()
    whole: bool = False

    def fits(self, listed: Collection[int]) -> bool:
        """Returns whether its sentence says that a total includes those *listed*, perhaps with their number, or that of
        the others (*beside*)."""
        return self.whole or any({one, self.people - one} & set(listed) for one in self.beside)

    def without(self, team: int) -> ToldNumber:
        """Returns the number without those of the team whom a total includes."""
        return replace(self, people=self.people - team) if self.kind == "total" and team < self.people else self
