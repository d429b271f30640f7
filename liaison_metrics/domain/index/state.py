"""The index at one moment: what counting works on, and who is behind it down to the row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.events.headcounts import EventCount
from liaison_metrics.domain.events.statements import PeopleKind
from liaison_metrics.domain.facts import Codebooks, Int64s
from liaison_metrics.domain.index.attendances import Attendances, Numbers
from liaison_metrics.domain.index.calendar import Calendar
from liaison_metrics.domain.index.counts import CountedEvent
from liaison_metrics.domain.index.statements import Statements, kinds
from liaison_metrics.domain.people.groups import Positions
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.people.resolved import ResolvedPeople
from liaison_metrics.domain.people.traits import Traits
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.ages import band_numbers
from liaison_metrics.domain.reach.scope import EVERYTHING, PERSON_DIMENSIONS, Scope
from liaison_metrics.domain.reach.selection import AttendanceIndex, Selection, select, union


@dataclass(frozen=True, eq=False)
class IndexState(AttendanceIndex):
    """The index at one moment. It never changes: a page that took one counts the same to its end.

    Beside what counting needs: the events by id, whose each row is, what is known of the persons, what each upload
    states of the unidentified people of each source event (``statements``), and the people of the events of which
    sheets state more than identified people (``counted``, by the event's id).
    """

    calendar: Calendar
    register: ResolvedPeople
    traits: Traits
    statements: Mapping[int, Statements]
    counted: Mapping[int, CountedEvent]
    codebooks: Codebooks

    @property
    def people(self) -> int:
        """How many persons were identified."""
        return len(union(self.content.members["community"].values()))

    def count_of(self, event: int) -> EventCount:
        """Returns the people of an event, by its own id. Raises KeyError for an unknown event."""
        if event in self.counted:
            return self.counted[event].count
        return EventCount(len(self.content.attendees[int(self.calendar.places(np.array([event]))[0])]))

    def people_of(self, upload: int) -> tuple[int, int]:
        """Returns how many identified people an upload states, and how many of them others state as well."""
        there = np.flatnonzero(self.register.present & (self.register.persons.part != NOBODY))
        persons, own = self.register.persons.part[there], self.register.log.rows.upload[there] == upload
        stated = np.unique(persons[own])
        return len(stated), int(np.isin(stated, persons[~own]).sum())

    def rows_of_new_people(self, upload: int, project: Project, scope: Scope = EVERYTHING) -> list[int]:
        """Returns the ids of an upload's rows that count for an indicator within a scope and are nobody's, or those of
        people whom no other upload brings to that indicator there."""
        log, persons = self.register.log.rows, self.register.persons.part
        own = self.register.present & (log.upload == upload)
        people = np.unique(persons[own & (persons != NOBODY)])
        rows = np.flatnonzero(own | (self.register.present & np.isin(persons, people)))
        event = self.content.events.id[self.calendar.places(log.event[rows])]
        person, own = persons[rows], own[rows]
        found: set[int] = set()
        for indicator in project.indicators:
            selection = select(self, project, indicator, scope)
            counted = np.isin(event, self.content.events.id[selection.places])
            counted &= (person == NOBODY) | np.isin(person, selection.identified.to_array())
            known = np.unique(person[counted & ~own])
            found.update(log.id[rows[counted & own & ~np.isin(person, known)]].tolist())
        return sorted(found)

    def attendances(
        self, project: Project, indicator: Indicator | None = None, scope: Scope = EVERYTHING, event: int | None = None
    ) -> Attendances:
        """Returns the attendances that count for an indicator within a scope (and at one event), by day, event, id.

        One for each person and event, and the rows without identifier that the figures count.
        """
        selection = select(self, project, indicator, scope)
        events = self.content.events.id[selection.places]
        chosen = events if event is None else events[events == event]
        sources = [source for one in chosen.tolist() for source in self.calendar.derived[one].sources]
        log = self.register.log.rows
        rows = np.flatnonzero(np.isin(log.source, np.array(sources, dtype=np.int64)))
        rows = rows[self.register.present[rows]]
        columns = zip(self._identified(selection, rows), self._unidentified(selection, rows), strict=True)
        number, place, first, *words = map(np.concatenate, columns)
        books = [self.content.person_words[dimension] for dimension in PERSON_DIMENSIONS]
        return Attendances(self.calendar.events.facts, books, number, place, first, words).in_order()

    @cached_property
    def first_ids(self) -> Int64s:
        """The smallest attendance id of each person."""
        persons = self.register.persons.part
        there = np.flatnonzero(persons != NOBODY)
        first = np.zeros(int(persons.max(initial=NOBODY)) + 1, dtype=np.int64) + np.iinfo(np.int64).max
        np.minimum.at(first, persons[there], self.register.log.rows.id[there])
        return first

    def _identified(self, selection: Selection, rows: Positions) -> list[Numbers]:
        """Returns the columns of the attendances of persons among some rows: id, place, first id, words."""
        log, persons = self.register.log.rows, self.register.persons.part
        rows = rows[np.isin(persons[rows], selection.identified.to_array())]
        order = rows[np.lexsort((log.id[rows], persons[rows], log.event[rows]))]
        event, person = log.event[order], persons[order]
        first = np.ones(len(order), dtype=bool)
        first[1:] = (event[1:] != event[:-1]) | (person[1:] != person[:-1])
        found = order[first]
        traits = self.traits.at(persons[found])
        bands = band_numbers(traits.birth_year, traits.latest_year)
        words = (traits.community, traits.group, traits.gender, bands)
        return [log.id[found], self.calendar.places(log.event[found]), self.first_ids[persons[found]], *words]

    def _unidentified(self, selection: Selection, rows: Positions) -> list[Numbers]:
        """Returns the same columns of the rows without identifier that count."""
        anonymous = self.register.log.rows.take(rows[self.register.persons.part[rows] == NOBODY])
        counting = {*self._counted_kinds(selection)}
        places = self.calendar.places(anonymous.event).tolist()
        left: dict[int, Counter[PeopleKind]] = {}
        found = []
        for number, place, (_source, upload, stated, _more) in zip(
            anonymous.id.tolist(), places, kinds(anonymous), strict=True
        ):
            fact = self.calendar.events.facts[place]
            kind, rows_that_count = stated.people(fact.date.year), self.counted[fact.id].rows
            remaining = left.setdefault(fact.id, rows_that_count.rows.copy())
            if (fact.id, *kind) in counting and upload == rows_that_count.upload and remaining[kind] > 0:
                remaining[kind] -= 1
                found.append((number, place, NOBODY, *kind))
        return list(np.array(found, dtype=np.int64).reshape(-1, 3 + len(PERSON_DIMENSIONS)).T)

    def _counted_kinds(self, selection: Selection) -> Iterator[tuple[int, ...]]:
        """Yields event and numbers (in the order of the dimensions) of the unidentified people who count."""
        people = self.content.unidentified
        columns: list[NDArray[Any]] = [people.event, *map(people.numbers, PERSON_DIMENSIONS)]
        return zip(*(column[selection.unidentified].tolist() for column in columns), strict=True)
