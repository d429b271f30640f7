"""The figures of the first page from DuckDB, with tables in memory and SQL as good as we could make it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.project import Indicator, Project

Figures = list[tuple[int, ...] | dict[str, int] | list[tuple[int, int]]]
"""For each indicator: totals, people by community, people by city, and people by the end of each day."""


def in_duckdb(index: IndexState, project: Project) -> Callable[[], Figures]:
    """Returns what asks DuckDB for the figures of the first page, on tables in memory made from the index."""
    connection = duckdb.connect()
    events = index.content.events
    attendance = _attendance_table(index)
    people = index.content.unidentified
    at = index.content.place_of_unidentified
    unidentified = pd.DataFrame(
        {
            "event": events.id[at].astype(np.int32),
            "day": events.day[at],
            "activity": pd.Categorical.from_codes(events.activity[at], list(events.words("activity"))),
            "city": pd.Categorical.from_codes(events.city[at], list(events.words("city"))),
            "community": pd.Categorical.from_codes(people.community, list(index.content.person_words["community"])),
            "grp": pd.Categorical.from_codes(people.group, list(index.content.person_words["group"])),
            "people": people.people.astype(np.int32),
        }
    )
    for name, frame in (("attendance", attendance), ("unidentified", unidentified)):
        connection.register("frame", frame)
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")
        connection.unregister("frame")
    return lambda: [figure for one in project.indicators for figure in _of_indicator(connection, project, one)]


def _attendance_table(index: IndexState) -> pd.DataFrame:
    register, events = index.register, index.content.events
    there = np.flatnonzero(register.persons.part != NOBODY)
    persons = register.persons.part[there]
    places = index.calendar.places(register.log.rows.event[there])
    pairs = np.unique(places.astype(np.int64) << 32 | persons)
    place, person = pairs >> 32, (pairs & 0xFFFFFFFF).astype(np.int32)
    traits, words = index.traits.at(person), index.content.person_words
    return pd.DataFrame(
        {
            "event": events.id[place].astype(np.int32),
            "person": person,
            "day": events.day[place],
            "activity": pd.Categorical.from_codes(events.activity[place], list(events.words("activity"))),
            "city": pd.Categorical.from_codes(events.city[place], list(events.words("city"))),
            "community": pd.Categorical.from_codes(traits.community, list(words["community"])),
            "grp": pd.Categorical.from_codes(traits.group, list(words["group"])),
        }
    )


def _of_indicator(connection: duckdb.DuckDBPyConnection, project: Project, indicator: Indicator) -> Figures:
    where = _condition(project, indicator)

    def ask(query: str) -> list[Any]:
        return connection.execute(query).fetchall()

    # One pass over the people gives the total, by community and over time.
    by_person = ask(
        "SELECT community, NULL, day, count(*)"
        " FROM (SELECT person, any_value(community) AS community, min(day) AS day"
        f" FROM attendance WHERE {where} GROUP BY person) GROUP BY GROUPING SETS ((community), (day), ())"
    )
    by_city = ask(f"SELECT NULL, city, NULL, count(DISTINCT person) FROM attendance WHERE {where} GROUP BY city")
    unidentified = ask(
        f"SELECT community, city, day, sum(people)::INTEGER FROM unidentified WHERE {where}"
        " GROUP BY GROUPING SETS ((community), (city), (day), ())"
    )
    attendances, largest, days = ask(
        "SELECT sum(people)::INTEGER, max(people)::INTEGER, list(DISTINCT day)"
        " FROM (SELECT event, any_value(day) AS day, sum(people) AS people FROM ("
        f" SELECT event, any_value(day) AS day, count(*) AS people FROM attendance WHERE {where} GROUP BY event"
        f" UNION ALL SELECT event, day, people FROM unidentified WHERE {where}) GROUP BY event)"
    )[0]
    communities, cities = Counter[str](), Counter[str]()
    new_people: Counter[int] = Counter(dict.fromkeys(days, 0))
    for community, city, day, people in [*by_person, *by_city, *unidentified]:
        for counts, code in ((communities, community), (cities, city), (new_people, day)):
            if code is not None:
                counts[code] += people
    totals = [rows[0][-1] for rows in ([r for r in some if r[:3] == (None,) * 3] for some in (by_person, unidentified))]
    curve = accumulate(new_people[day] for day in sorted(new_people))
    over_time = list(zip(sorted(new_people), curve, strict=True))
    return [(*totals, attendances, largest), dict(communities), dict(cities), over_time]


def _condition(project: Project, indicator: Indicator) -> str:
    def some(codes: Sequence[str]) -> str:
        return ", ".join(f"'{code}'" for code in codes)

    conditions = ["true"]
    if indicator.activities != "all":
        conditions.append(f"activity IN ({some(project.activities_of(indicator))})")
    if indicator.groups_left_out:
        conditions.append(f"grp NOT IN ({some(indicator.groups_left_out)})")
    return " AND ".join(conditions)
