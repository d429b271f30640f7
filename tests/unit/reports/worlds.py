"""Small made-up projects for reports: people with a community, a gender and a year of birth, and where they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from hypothesis import strategies as st
from sqlalchemy import Connection

from liaison_metrics.domain.facts import AttendanceColumns, EventFact, Facts, HeadcountFact
from liaison_metrics.domain.index import IndexState, LiveIndex
from liaison_metrics.domain.reach.content import Content
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Report
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.workspace.workspace import Workspace
from tests.made_up import mentions_of

EVENTS = (
    EventFact(1, "skill_transfer_workshop", "palermo", date(2021, 3, 1), "one"),
    EventFact(2, "project_fair", "graz", date(2021, 3, 1), "two"),
    EventFact(3, "final_conference", "palermo", date(2022, 3, 24), "three"),
    EventFact(4, "school_lab", "graz", date(2020, 9, 17), ""),
    EventFact(5, "skill_transfer_workshop", "graz", date(2021, 10, 18), "five"),
    EventFact(6, "info_session", "athens", date(2021, 5, 15), "six"),
)


@dataclass(frozen=True)
class Somebody:
    """A person, by numbers of the codebooks, and the events (positions) that the person came to."""

    community: int
    gender: int
    year: int
    events: frozenset[int]


@dataclass(frozen=True)
class Crowd:
    """People whom nobody listed."""

    people: int
    event: int
    community: int
    gender: int


World = tuple[Sequence[Somebody], Sequence[Crowd]]


@st.composite
def worlds(draw: st.DrawFn, most: int = 40) -> World:
    """A few people of communities and genders of which some are rare."""
    events = draw(st.lists(st.sampled_from(range(len(EVENTS))), min_size=1, max_size=5, unique=True))
    somebody = st.builds(
        Somebody,
        community=st.sampled_from([1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 0]),
        gender=st.sampled_from([1, 1, 1, 2, 2, 2, 2, 3, 0]),
        year=st.sampled_from([0, 1950, 1980, 1980, 1990, 2008]),
        events=st.frozensets(st.sampled_from(events), min_size=1, max_size=3),
    )
    crowd = st.builds(
        Crowd,
        people=st.integers(1, 12),
        event=st.sampled_from(events),
        community=st.integers(0, 4),
        gender=st.integers(0, 2),
    )
    size = draw(st.sampled_from([3, 8, most]))
    return draw(st.lists(somebody, max_size=size)), draw(st.lists(crowd, max_size=3))


class Holding(Workspace):
    """A workspace whose figures are those of a world that was put there, not of its store."""

    state: IndexState

    def _current(self, connection: Connection) -> IndexState:
        return self.state


def published_on(workspace: Holding, world: World, threshold: int) -> Report:
    """Returns the report on a world as it is issued, which partners may read too."""
    report_on(workspace, world)
    return make(workspace, None, threshold, actor=COORDINATOR)


def known_in(workspace: Holding, world: World, city: str) -> Report:
    """Returns the exact report on the people of a world at events in a city: what its partner sees."""
    report_on(workspace, world)
    with workspace.snapshot_of(partial(Content.in_cities, cities=[city])):
        return make(workspace, actor=COORDINATOR)


def unknown_in(workspace: Holding, world: World, city: str) -> Report:
    """Returns the exact report on the people of a world who were at no event in a city."""
    report_on(workspace, world)
    with workspace.snapshot_of(partial(Content.without_people_of, cities=[city])):
        return make(workspace, actor=COORDINATOR)


def report_on(workspace: Holding, world: World) -> Report:
    """Returns the exact report on a world."""
    workspace.state = LiveIndex(_facts(*world), workspace.codebooks, lambda names: {}).state
    return make(workspace, actor=COORDINATOR)


def _facts(people: Sequence[Somebody], crowds: Sequence[Crowd]) -> Facts:
    rows = [(number, one, EVENTS[at].id) for number, one in enumerate(people, start=1) for at in sorted(one.events)]
    none = np.zeros(len(rows), dtype=np.int64)

    def column(values: list[int], kind: type[np.generic] = np.int64) -> np.ndarray:
        return np.array(values, dtype=kind)

    attendances = AttendanceColumns(
        id=np.arange(1, len(rows) + 1),
        upload=none + 1,
        event=column([event for _number, _one, event in rows]),
        row=np.arange(1, len(rows) + 1),
        name=column([number for number, _one, _event in rows]),
        email=none,
        phone=none,
        birth=column([number for number, _one, _event in rows]),
        birth_year=column([one.year for _number, one, _event in rows], np.int16),
        community=column([one.community for _number, one, _event in rows], np.int16),
        group=column([1 for _row in rows], np.int16),
        gender=column([one.gender for _number, one, _event in rows], np.int16),
        companions=none.astype(np.int16),
    )
    counted = [HeadcountFact(2, EVENTS[one.event].id, one.people, one.community, 0, one.gender) for one in crowds]
    return Facts(attendances, counted, EVENTS, mentions_of(attendances, counted))
