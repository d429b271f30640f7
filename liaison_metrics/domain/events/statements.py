"""What sheets state of one event in numbers: how many people were there, and how they divide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from liaison_metrics.domain.connected import connected
from liaison_metrics.domain.facts import HeadcountFact, SheetKey

UNKNOWN = -1
"""The number of a code that a sheet gives as unknown: such people are a part of a division, without a code."""


class PeopleKind(NamedTuple):
    """The numbers of the codes of some people. 0 says nothing; ``UNKNOWN`` that a sheet says it does not know."""

    community: int = 0
    group: int = 0
    gender: int = 0
    age_band: int = 0


KINDS = PeopleKind._fields
"""By what a statement can divide people."""


@dataclass(frozen=True, slots=True)
class Additional:
    """People in addition to the listed ones, in one sheet's words: how many of each kind."""

    words: str
    people: Counter[PeopleKind]


@dataclass(frozen=True)
class EventStatement:
    """What one sheet states of one event: numbers of people who were there, and of additional people. Several sheets of
    one file that divide the people between them state it together.

    The rows of a sheet add up, except where they divide the same people in two ways.
    """

    sheets: tuple[SheetKey, ...]
    rows: tuple[tuple[PeopleKind, int], ...]
    additional: tuple[Additional, ...] = ()

    @property
    def upload(self) -> int:
        """The upload that states it."""
        return self.sheets[0][0]

    @cached_property
    def stated(self) -> int:
        """How many people were there, additional ones included where the sheet states both; 0 where it states none."""
        own = _total(self.rows)
        return own + sum(one.people.total() for one in self.additional) if own else 0

    def by(self, position: int) -> Counter[int]:
        """Returns the people of each stated code of one kind, by the kind's position in ``KINDS``."""
        found: Counter[int] = Counter()
        for kind, people in self.rows:
            if kind[position] > 0:
                found[kind[position]] += people
        return found


def _total(rows: Iterable[tuple[PeopleKind, int]]) -> int:
    """Returns how many people some rows of one sheet state together.

    Rows that state kinds in common (a community each) add up. Rows by other kinds (a gender each), and rows by none,
    divide the same people in another way: the largest sum holds. So a longer version of a sheet never states less.
    """
    sums: Counter[frozenset[int]] = Counter()
    for kind, people in rows:
        sums[frozenset(position for position, code in enumerate(kind) if code)] += people
    return largest_division(sums)


def largest_division(sums: Mapping[frozenset[Any], int]) -> int:
    """Returns the largest number of people that one division gives, from the *sums* by the kinds of which the rows
    state a code. Kinds that rows connect make one division; rows without any kind make one of their own."""
    divisions = connected(kinds for kinds in sums if kinds)
    totals = (sum(people for kinds, people in sums.items() if kinds and kinds <= one) for one in divisions)
    return max(sums.get(frozenset(), 0), *totals, 0)


def statements_of(facts: Iterable[HeadcountFact]) -> list[EventStatement]:
    """Returns the statements of one event, one for each sheet.

    The sheets of one file that divide the event's people between them (women in one, men in the other) make one.
    """
    by_sheet: defaultdict[int, dict[str, list[HeadcountFact]]] = defaultdict(dict)
    for fact in facts:
        upload, sheet = fact.sheet_key
        by_sheet[upload].setdefault(sheet, []).append(fact)
    found = []
    for sheets in by_sheet.values():
        parts = [list(rows) for rows in sheets.values()]
        if len(parts) > 1 and _complement(parts):
            parts = [[fact for rows in parts for fact in rows]]
        found += [_statement(rows) for rows in parts]
    return found


def _complement(parts: Sequence[Sequence[HeadcountFact]]) -> bool:
    """Returns whether every row states a code of one kind, and no two sheets state the same one."""
    for kind in KINDS:
        codes = [{getattr(fact, kind) for fact in rows if not fact.additional} for rows in parts]
        if all(of_sheet and 0 not in of_sheet for of_sheet in codes):
            return sum(map(len, codes)) == len(set[int]().union(*codes))
    return False


def _statement(facts: Sequence[HeadcountFact]) -> EventStatement:
    rows, additional = [], defaultdict[str, Counter[PeopleKind]](Counter)
    for fact in facts:
        kind = PeopleKind(fact.community, fact.group, fact.gender, fact.age_band)
        if fact.additional:
            additional[fact.additional][kind] += fact.people
        else:
            rows.append((kind, fact.people))
    sheets = tuple(sorted({fact.sheet_key for fact in facts}))
    return EventStatement(sheets, tuple(rows), tuple(Additional(words, people) for words, people in additional.items()))


def largest(statements: Iterable[EventStatement]) -> int:
    """Returns the largest number of people that one statement gives."""
    return max((statement.stated for statement in statements), default=0)


def breakdown(statements: Iterable[EventStatement], position: int) -> tuple[Counter[int], EventStatement | None]:
    """Returns the people by one kind, from the statement that gives a code to the most people, then the one with the
    most codes, then by the vocabulary's order; and that statement."""

    def rank(found: tuple[Counter[int], EventStatement]) -> tuple[int, int, list[tuple[int, int]]]:
        by_code = found[0]
        # A smaller code comes earlier in the vocabulary, so it ranks higher.
        return by_code.total(), len(by_code), sorted((-code, people) for code, people in by_code.items())[::-1]

    candidates = [(by, one) for one in statements if (by := one.by(position))]
    return max(candidates, key=rank, default=(Counter[int](), None))


def additional_people(statements: Iterable[EventStatement], add_up: bool) -> list[Additional]:
    """Returns the additional people of one event.

    The same words count once across files, with the largest number. Other words add up; where different files state
    the same number in other words, they are taken as the same people unless somebody said otherwise (*add_up*).
    """
    by_upload: defaultdict[int, dict[str, Counter[PeopleKind]]] = defaultdict(dict)
    for statement in statements:
        for one in statement.additional:
            held = by_upload[statement.upload]
            held[one.words] = held.get(one.words, Counter()) + one.people
    found: dict[str, tuple[Counter[PeopleKind], set[int]]] = {}
    for upload, stated in by_upload.items():
        for words, people in stated.items():
            most, uploads = found.get(words, (Counter[PeopleKind](), set[int]()))
            found[words] = max(most, people, key=_amount), uploads | {upload}
    kept: list[str] = []
    for words in sorted(found):
        people, uploads = found[words]
        same = (
            other for other in kept
            if found[other][0].total() == people.total() and found[other][1].isdisjoint(uploads)
        )  # fmt: skip
        if add_up or next(same, None) is None:
            kept.append(words)
    return [Additional(words, found[words][0]) for words in kept]


def _amount(people: Counter[PeopleKind]) -> tuple[int, list[tuple[PeopleKind, int]]]:
    return people.total(), sorted(people.items())
