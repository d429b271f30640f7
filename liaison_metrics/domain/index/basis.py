"""What a figure rests on: how each of its people is known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.events.headcounts import scaled
from liaison_metrics.domain.events.statements import PeopleKind
from liaison_metrics.domain.index.state import IndexState
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.scope import EVERYTHING, PERSON_DIMENSIONS, Scope
from liaison_metrics.domain.reach.selection import Selection, select


@dataclass(frozen=True, slots=True)
class FigureBasis:
    """The people of a figure by how they are known; together they are the people reached.

    Identified: by an e-mail address or phone number (``contact``), else by name and birth date or year (``birth``),
    else by name alone within a city (``name``). Unidentified: ``listed`` without a name, ``unlisted``, ``additional``.
    """

    contact: int
    birth: int
    name: int
    listed: int
    unlisted: int
    additional: int

    @property
    def reached(self) -> int:
        """All of them."""
        return self.contact + self.birth + self.name + self.listed + self.unlisted + self.additional


def figure_basis(
    index: IndexState, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING
) -> FigureBasis:
    """Returns what an indicator's figure within a scope rests on."""
    selection = select(index, project, indicator, scope)
    contact, birth, name = _identified(index, selection)
    listed, unlisted, additional = _unidentified(index, selection)
    return FigureBasis(contact, birth, name, listed, unlisted, additional)


def _identified(index: IndexState, selection: Selection) -> tuple[int, int, int]:
    rows, persons = index.register.log.rows, index.register.persons.part
    there = np.flatnonzero(index.register.present & (persons != NOBODY))
    count = int(persons.max(initial=NOBODY)) + 1
    by_contact, by_birth = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    by_contact[persons[there[(rows.email[there] != 0) | (rows.phone[there] != 0)]]] = True
    born = (rows.birth[there] != 0) | (rows.birth_year[there] != 0)
    by_birth[persons[there[born & (rows.name[there] != 0)]]] = True
    people = np.asarray(selection.identified.to_array(), dtype=np.int64)
    contact = int(by_contact[people].sum())
    birth = int((by_birth[people] & ~by_contact[people]).sum())
    return contact, birth, len(people) - contact - birth


def _unidentified(index: IndexState, selection: Selection) -> tuple[int, int, int]:
    people, at = index.content.unidentified, selection.counted
    columns: list[NDArray[Any]] = [people.event, people.people, *map(people.numbers, PERSON_DIMENSIONS)]
    listed, others = 0, defaultdict[int, int](int)
    for event, number, *kind in zip(*(column[at].tolist() for column in columns), strict=True):
        named_nowhere = min(number, index.counted[event].rows.rows[PeopleKind(*kind)])
        listed += named_nowhere
        others[event] += number - named_nowhere
    unlisted = additional = 0
    for event, number in others.items():
        count = index.counted[event].count
        # Where only some of the event's people count, both kinds count in proportion.
        shares = scaled({0: count.unlisted, 1: count.additional}, number)
        unlisted, additional = unlisted + shares.get(0, 0), additional + shares.get(1, 0)
    return listed, unlisted, additional
