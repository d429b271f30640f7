"""The index at one moment: what counting works on, and who is behind it down to the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from liaison_metrics.facts import Codebooks, EventFact, Int64s
from liaison_metrics.index.events import Events
from liaison_metrics.index.statements import cell, kinds, telling_upload
from liaison_metrics.people.groups import Positions
from liaison_metrics.people.register import Register
from liaison_metrics.people.resolution import NOBODY
from liaison_metrics.people.rules import Labels
from liaison_metrics.people.traits import Traits
from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.ages import band_code, band_numbers
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.scope import EVERYTHING, Scope
from liaison_metrics.reach.selection import Selection, select
from liaison_metrics.reach.unidentified import Statements


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one event, as the first row (``id``) states it that does.

    ``person`` is the pseudonym, empty where unidentified. The codes are the person's own (see ``Traits``), those of
    the row where unidentified.
    """

    id: int
    event: EventFact
    person: str
    community: str
    group: str
    gender: str
    age_band: str


@dataclass(frozen=True, eq=False)
class IndexState(AttendanceIndex):
    """The index at one moment. It never changes: a page that took one counts the same to its end."""

    register: Register
    traits: Traits
    happened: Events
    statements: Mapping[int, Statements]
    codebooks: Codebooks

    @property
    def people(self) -> int:
        """How many persons were identified."""
        return int(np.count_nonzero(self._first_ids < _NEVER))

    def persons_of(self, event: int) -> list[str]:
        """Returns the pseudonyms of the persons at an event, in order."""
        return sorted(pseudonym(int(self._first_ids[person])) for person in self.attendees.get(event, ()))

    def person_of(self, attendance: int) -> str:
        """Returns the pseudonym of the person whose attendance it is; "" where it is nobody's or not there."""
        at = np.flatnonzero((self.register.log.rows.id == attendance) & self.register.present)
        person = int(self.register.persons.part[at[0]]) if len(at) else NOBODY
        return pseudonym(int(self._first_ids[person])) if person != NOBODY else ""

    def attendances(
        self, project: Project, indicator: Indicator | None = None, scope: Scope = EVERYTHING, event: int | None = None
    ) -> list[Attendance]:
        """Returns the attendances that count for an indicator within a scope, by day, event and id.

        One for each person and event, and the unidentified attendances that the figures count: of several uploads
        that state unidentified people of one kind at one event those of the upload that states the most.
        """
        selection = select(self, project, indicator, scope)
        if event is not None:
            selection = selection.at(place for place, one in enumerate(selection.events) if one.id == event)
        rows = self._rows_of(selection)
        found = [*self._identified(selection, rows), *self._unidentified(selection, rows)]
        return sorted(found, key=lambda one: (one.event.date, one.event.id, one.id))

    @cached_property
    def _first_ids(self) -> Int64s:
        """The smallest attendance id of each person."""
        persons = self.register.persons.part
        there = np.flatnonzero(persons != NOBODY)
        first = np.full(int(persons.max(initial=NOBODY)) + 1, _NEVER)
        np.minimum.at(first, persons[there], self.register.log.rows.id[there])
        return first

    def _rows_of(self, selection: Selection) -> Positions:
        events = np.array([event.id for event in selection.events], dtype=np.int64)
        return np.flatnonzero(np.isin(self.register.log.rows.event, events) & self.register.present)

    def _identified(self, selection: Selection, rows: Positions) -> list[Attendance]:
        log, persons = self.register.log.rows, self.register.persons.part
        rows = rows[persons[rows] != NOBODY]
        if selection.chosen or selection.left_out:
            rows = rows[np.isin(persons[rows], selection.identified.to_array())]
        order = rows[np.lexsort((log.id[rows], persons[rows], log.event[rows]))]
        event, person = log.event[order], persons[order]
        first = np.ones(len(order), dtype=bool)
        first[1:] = (event[1:] != event[:-1]) | (person[1:] != person[:-1])
        found = order[first]
        columns = (log.id[found], log.event[found], self._first_ids[persons[found]])
        lines = zip(*(column.tolist() for column in columns), self._words(persons[found]), strict=True)
        return [
            Attendance(number, self.events[event], pseudonym(least), *words) for number, event, least, words in lines
        ]

    def _words(self, persons: Labels) -> Iterator[tuple[str, str, str, str]]:
        """Yields the codes of each person: community, group, gender and age band."""
        traits, books = self.traits.at(persons), self.codebooks
        bands = band_numbers(traits.birth_year, traits.latest_year)
        columns = (
            (traits.community, books.community.code),
            (traits.group, books.group.code),
            (traits.gender, books.gender.code),
            (bands, band_code),
        )
        return zip(*(map(code, numbers.tolist()) for numbers, code in columns), strict=True)

    def _unidentified(self, selection: Selection, rows: Positions) -> Iterator[Attendance]:
        nobody = self.register.log.rows.take(rows[self.register.persons.part[rows] == NOBODY])
        for number, (event, upload, kind) in zip(nobody.id.tolist(), kinds(nobody), strict=True):
            one = cell(self.events[event], kind, 1, self.codebooks)
            if upload == telling_upload(self.statements[event], kind) and selection.counts(one):
                yield Attendance(number, self.events[event], "", one.community, one.group, one.gender, one.age_band)


_NEVER = np.iinfo(np.int64).max


def pseudonym(first_id: int) -> str:
    """Returns what a person is called: after the smallest id of the person's attendances."""
    return f"P-{first_id:06d}"
