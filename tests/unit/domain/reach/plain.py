"""The figures of counting.md in the plainest words, over lists of people: what the fast ones must agree with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from liaison_metrics.domain.facts import Codebooks, EventFact, HeadcountFact
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.scope import PERSON_DIMENSIONS, Scope
from tests.unit.domain.people import oracle
from tests.unit.domain.people.made_up import EVENTS, Stated

Codes = Mapping[str, str]


@dataclass(frozen=True)
class People:
    """Somebody (or several, unidentified, of one kind) and the events they were at."""

    events: frozenset[int]
    codes: Codes
    number: int = 1


class Plain:
    """All the people of some rows and headcounts, each once."""

    def __init__(self, rows: Sequence[Stated], headcounts: Sequence[HeadcountFact], books: Codebooks) -> None:
        self.books = books
        self.identified = [self._person([(at, rows[at]) for at in sorted(who)]) for who in oracle.persons(rows)]
        self.unidentified = self._unidentified(rows, headcounts)

    def _person(self, rows: Sequence[tuple[int, Stated]]) -> People:
        latest = sorted(rows, key=lambda one: (EVENTS[one[1].event].date, one[1].upload, one[0]), reverse=True)

        def said(what: str) -> int:
            return next((value for _at, row in latest if (value := getattr(row, what))), 0)

        codes = self._codes(said("community"), said("group"), said("gender"), said("year"), EVENTS[latest[0][1].event])
        return People(frozenset(row.event for _at, row in rows), codes)

    def _codes(self, community: int, group: int, gender: int, born: int, event: EventFact) -> Codes:
        age = event.date.year - born
        bands = ((18, "under_18"), (25, "18_24"), (35, "25_34"), (50, "35_49"), (65, "50_64"), (999, "65_plus"))
        return {
            "community": self.books.community.code(community),
            "group": self.books.group.code(group),
            "gender": self.books.gender.code(gender),
            "age_band": next(code for end, code in bands if age < end) if born and age >= 0 else "not_stated",
        }

    def _unidentified(self, rows: Sequence[Stated], headcounts: Sequence[HeadcountFact]) -> list[People]:
        stated: Counter[tuple] = Counter()
        for row in rows:
            if not (oracle.name(row) or oracle.email(row) or oracle.phone(row)):
                stated[("row", row.event, row.community, row.group, row.gender, row.year), row.upload] += 1
        for fact in headcounts:
            kind = ("headcount", fact.event, fact.community, fact.group, fact.gender, 0)
            stated[kind, fact.upload] += fact.people
        most: dict[tuple, int] = {}
        for (kind, _upload), people in stated.items():
            most[kind] = max(people, most.get(kind, 0))
        return [
            People(frozenset([event]), self._codes(*words, EVENTS[event]), people)
            for (_what, event, *words), people in most.items()
        ]

    def counting(self, project: Project, indicator: Indicator | None, scope: Scope) -> Counting:
        """Returns who counts at which of their events."""
        activities = project.activities_of(indicator) if indicator else project.activities
        left_out = indicator.groups_left_out if indicator else ()

        def event_counts(event: EventFact) -> bool:
            return (
                event.activity in activities
                and scope.city in (None, event.city)
                and scope.activity in (None, event.activity)
                and scope.month in (None, f"{event.date:%Y-%m}")
                and (scope.until is None or event.date <= scope.until)
            )

        def counted(everyone: Sequence[People]) -> list[People]:
            found = []
            for one in everyone:
                wanted = all(getattr(scope, d) in (None, one.codes[d]) for d in PERSON_DIMENSIONS)
                events = frozenset(event for event in one.events if event_counts(EVENTS[event]))
                if wanted and one.codes["group"] not in left_out and events and one.number:
                    found.append(People(events, one.codes, one.number))
            return found

        return Counting(counted(self.identified), counted(self.unidentified))


@dataclass(frozen=True)
class Counting:
    """Who counts for one question."""

    identified: list[People]
    unidentified: list[People]

    def where(self, fits: Callable[[People, EventFact], bool]) -> Counting:
        """Returns those who count at an event that fits."""
        return Counting(
            [one for one in self.identified if any(fits(one, EVENTS[event]) for event in one.events)],
            [one for one in self.unidentified if any(fits(one, EVENTS[event]) for event in one.events)],
        )

    def with_code(self, dimension: str, code: str) -> Counting:
        """Returns those who have a code, themselves or by an event."""
        return self.where(lambda one, event: code_of(one, event, dimension) == code)

    def codes(self, dimension: str) -> set[str]:
        """Returns the codes that anybody has."""
        everyone = self.identified + self.unidentified
        return {code_of(one, EVENTS[event], dimension) for one in everyone for event in one.events}

    def figures(self) -> tuple[int, int]:
        """Returns how many are identified and how many are not."""
        return len(self.identified), sum(one.number for one in self.unidentified)

    def attendances(self) -> int:
        return sum(len(one.events) for one in self.identified) + self.figures()[1]

    def largest_event(self) -> int:
        return max((sum(self.at(event).figures()) for event in EVENTS), default=0)

    def at(self, event: int) -> Counting:
        return self.where(lambda one, there: there.id == event)


def code_of(one: People, event: EventFact, dimension: str) -> str:
    if dimension in PERSON_DIMENSIONS:
        return one.codes[dimension]
    return f"{event.date:%Y-%m}" if dimension == "month" else getattr(event, dimension)
