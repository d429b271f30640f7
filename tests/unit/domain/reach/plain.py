"""The figures of counting.md in the plainest words, over lists of people: what the fast ones must agree with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from liaison_metrics.domain.events.anonymous import AnonymousRows, counted_rows
from liaison_metrics.domain.events.headcounts import EventEvidence, ListedPeople, count, unlisted_by_kind
from liaison_metrics.domain.events.statements import KINDS, PeopleKind, statements_of
from liaison_metrics.domain.facts import Codebooks, EventFact, HeadcountFact
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.ages import BANDS_BY_NUMBER, band_number
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
    rows: tuple[Stated, ...] = ()


class Plain:
    """All the people of some rows and headcounts, each once. *decided* are sets of rows that are one person's."""

    def __init__(
        self,
        rows: Sequence[Stated],
        headcounts: Sequence[HeadcountFact],
        books: Codebooks,
        decided: Collection[frozenset[int]] = (),
    ) -> None:
        self.books = books
        self.persons = oracle.persons(rows, decided)
        self.identified = [self._person([rows[at] for at in who]) for who in self.persons]
        self.unidentified = self._unidentified(rows, headcounts)

    def _person(self, rows: Sequence[Stated]) -> People:
        latest = max((EVENTS[row.event] for row in rows), key=lambda event: event.date)
        known = (_known(rows, what) for what in ("community", "group", "gender", "year"))
        return People(frozenset(row.event for row in rows), self._codes(*known, latest), 1, tuple(rows))

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
        found = []
        for event in EVENTS.values():
            at = [row for row in rows if row.event == event.id]
            facts = [fact for fact in headcounts if fact.event == event.id]
            people = [one for one in self.identified if event.id in one.events]
            anonymous = anonymous_people(at, people, self.books)
            evidence = EventEvidence(
                ListedPeople(len(people) + len(anonymous.rows), listed_by(people, anonymous.rows, self.books)),
                statements_of(facts),
                Counter(anonymous.companions) + self._companions(at, event.id, rows),
            )
            crowd = unlisted_by_kind(evidence, count(evidence).unlisted, self.books.left_out_groups)
            kinds = Counter(anonymous.rows) + crowd
            found += [People(frozenset([event.id]), codes_of(kind, self.books), n) for kind, n in kinds.items()]
        return found

    def _companions(self, at: Sequence[Stated], event: int, rows: Sequence[Stated]) -> Counter[PeopleKind]:
        """Returns the people whom identified people brought to an event: of each person the largest number."""
        found: Counter[PeopleKind] = Counter()
        for who in self.persons:
            own = [rows[place] for place in who if rows[place].event == event and rows[place].companions]
            if own:
                most = max((row.companions, PeopleKind(row.community, row.group)) for row in own)
                found[most[1]] += most[0]
        return found

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


def _known(rows: Sequence[Stated], what: str) -> int:
    """Returns what the latest day with a statement says: of several values the one stated at most events, then the
    first."""
    stating = [(EVENTS[row.event].date, getattr(row, what), row.event) for row in rows if getattr(row, what)]
    latest = max((day for day, _value, _event in stating), default=None)

    def rank(value: int) -> tuple[int, int]:
        return -len({event for _day, stated, event in stating if stated == value}), value

    return min((value for day, value, _event in stating if day == latest), key=rank, default=0)


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


@dataclass(frozen=True)
class Anonymous:
    """Rows without identifier that count at one event, and the people whom they brought along."""

    rows: list[PeopleKind]
    companions: list[PeopleKind]


def anonymous_people(at: Sequence[Stated], people: Sequence[People], books: Codebooks) -> Anonymous:
    """Returns the rows without identifier that count at an event, from all rows there."""
    year = EVENTS[at[0].event].date.year if at else 0
    nobody = [row for row in at if not (oracle.name(row) or oracle.email(row) or oracle.phone(row))]
    by_upload: dict[int, AnonymousRows] = {}
    for row in nobody:
        kind = PeopleKind(row.community, row.group, row.gender, band_number(row.year, year))
        held = by_upload.setdefault(row.upload, AnonymousRows())
        held.rows[kind] += 1
        held.companions[kind] += row.companions
    found = counted_rows(by_upload, {upload: _named_elsewhere(at, people, upload, books) for upload in by_upload})
    return Anonymous([*found.rows.elements()], [*found.companions.elements()])


def _named_elsewhere(at: Sequence[Stated], people: Sequence[People], upload: int, books: Codebooks) -> Counter[int]:
    found: Counter[int] = Counter()
    for one in people:
        if not any(row in one.rows and row.upload == upload for row in at):
            found[books.community.number(one.codes["community"])] += 1
    return found


def listed_by(people: Sequence[People], anonymous: Sequence[PeopleKind], books: Codebooks) -> list[Counter[int]]:
    """Returns the listed people of each code, kind by kind."""
    numbers = (books.community.number, books.group.number, books.gender.number, BANDS_BY_NUMBER.index)
    return [
        Counter(number(one.codes[name]) for one in people) + Counter(kind[position] for kind in anonymous)
        for position, (name, number) in enumerate(zip(KINDS, numbers, strict=True))
    ]


def codes_of(kind: PeopleKind, books: Codebooks) -> Codes:
    return {
        "community": books.community.code(kind.community),
        "group": books.group.code(kind.group),
        "gender": books.gender.code(kind.gender),
        "age_band": BANDS_BY_NUMBER[kind.age_band],
    }


def code_of(one: People, event: EventFact, dimension: str) -> str:
    if dimension in PERSON_DIMENSIONS:
        return one.codes[dimension]
    return f"{event.date:%Y-%m}" if dimension == "month" else getattr(event, dimension)
