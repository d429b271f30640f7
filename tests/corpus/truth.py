"""What a sheet holds, as its writer knows it, and the figures that follow."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tests.corpus.world import Event, Person, plain

Figure = int | tuple[int, int]
EventKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One person at one event, as far as the sheet says it."""

    event: EventKey
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    birth: str | None = None
    birth_year: int | None = None
    community: str | None = None
    group: str | None = None
    gender: str | None = None

    @property
    def who(self) -> str:
        """The person within the event: the address, or the words of the name; empty where nobody can say."""
        if self.email:
            return self.email.strip().lower()
        return " ".join(sorted(plain(self.name).split())) if self.name else self.phone or ""


@dataclass(frozen=True, slots=True)
class Heads:
    """People at one event whom nobody listed."""

    event: EventKey
    people: int
    community: str | None = None
    group: str | None = None
    gender: str | None = None


def event_key(event: Event) -> EventKey:
    return event.activity, event.city, event.day.isoformat()


@dataclass(slots=True)
class Truth:
    """``not_counted`` and ``rejected``: the numbers that are right (None: any). ``asked``: for each thing that must be
    asked, the kinds of question that do it."""

    seen: list[Seen] = field(default_factory=list)
    heads: list[Heads] = field(default_factory=list)
    not_counted: set[int] | None = field(default_factory=lambda: {0})
    rejected: set[int] | None = field(default_factory=lambda: {0})
    asked: list[set[str]] = field(default_factory=list)

    def saw(self, person: Person, event: Event, fields: tuple[str, ...] | set[str]) -> None:
        """Notes an attendance with what the columns of the sheet say of the person."""
        named = {"name", "given", "family"} & set(fields)
        self.seen.append(
            Seen(
                event_key(event),
                name=person.name if named else None,
                email=person.email if "email" in fields else None,
                phone=person.phone if "phone" in fields else None,
                birth=person.birth.isoformat() if "birth" in fields else None,
                birth_year=person.birth.year if {"birth", "birth_year"} & set(fields) else None,
                community=person.community if {"community", "nationality"} & set(fields) else None,
                group=person.group if "group" in fields else None,
                gender=person.gender if "gender" in fields else None,
            )
        )

    def counted(self, event: Event, people: int, **words: str | None) -> None:
        """Notes a head count."""
        self.heads.append(Heads(event_key(event), people, **words))

    def absent(self, more: int = 1) -> None:
        """Notes people who do not count (absent, staff)."""
        assert self.not_counted is not None
        self.not_counted = {number + more for number in self.not_counted}

    def reject(self, more: int = 1) -> None:
        """Notes rows that must be rejected."""
        assert self.rejected is not None
        self.rejected = {number + more for number in self.rejected}


def distinct(seen: list[Seen]) -> list[Seen]:
    """Each person once an event: the first row; rows that name nobody are all kept."""
    first: dict[tuple[object, str], Seen] = {}
    for number, one in enumerate(seen):
        first.setdefault((one.event, one.who) if one.who else (number, ""), one)
    return list(first.values())


def figures(seen: list[Seen], heads: list[Heads]) -> dict[str, Figure]:
    """The figures of attendances (each person once an event) and head counts; those that are 0 are left out."""
    people = distinct(seen)
    totals: Counter[str] = Counter({"attendances": len(people), "headcount": sum(h.people for h in heads)})
    for one in people:
        for kind in ("community", "group", "gender"):
            totals[f"{kind} {getattr(one, kind)}"] += 1
        for kind in ("name", "email", "phone", "birth", "birth_year"):
            totals[f"stated {kind}"] += getattr(one, kind) is not None
    for head in heads:
        for kind in ("community", "group", "gender"):
            totals[f"{kind} {getattr(head, kind)}"] += head.people
    result: dict[str, Figure] = {key: number for key, number in totals.items() if number and _told(key)}
    for event in {one.event for one in people} | {head.event for head in heads}:
        listed = sum(one.event == event for one in people)
        result["event " + " ".join(event)] = listed, sum(h.people for h in heads if h.event == event)
    return result


def _told(key: str) -> bool:
    return not re.search(r" (None|not_stated)$", key)


def identities(seen: list[Seen]) -> set[tuple[object, ...]]:
    """Who was where with which birth and phone, for comparing person by person."""
    return {
        (one.event, one.who, one.birth, one.birth_year, re.sub(r"\D", "", one.phone or "")[-7:])
        for one in distinct(seen)
    }
