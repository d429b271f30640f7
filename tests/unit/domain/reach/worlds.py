"""Made-up facts of a few uploads, with headcounts and rows that identify nobody."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from liaison_metrics.domain.facts import AttendanceColumns, Codebook, Codebooks, Facts, HeadcountFact
from liaison_metrics.domain.reach.scope import Scope
from tests.made_up import mentions_of
from tests.unit.domain.people.made_up import EVENTS, Stated, columns, worlds

BOOKS = Codebooks(
    Codebook(["local", "syrian"]),
    Codebook(["community_member", "local_authority"]),
    Codebook(["female"]),
    left_out_groups=frozenset([2]),
)

numbers = st.integers(1, 4)
headcounts = st.lists(
    st.builds(
        HeadcountFact,
        upload=numbers,
        event=st.sampled_from(sorted(EVENTS)),
        people=st.integers(0, 5),
        community=st.integers(-1, 2),
        group=st.integers(-1, 2),
        gender=st.integers(0, 1),
        age_band=st.integers(0, 2),
        sheet=st.sampled_from(["", "", "second"]),
        additional=st.sampled_from(["", "", "", "walk_ins", "others"]),
    ),
    max_size=5,
)
rows = worlds(most=16)
scopes = st.builds(
    Scope,
    city=st.sampled_from([None, None, None, "palermo", "graz", "vejle"]),
    community=st.sampled_from([None, None, None, "local", "not_stated"]),
    group=st.sampled_from([None, None, None, "community_member", "local_authority"]),
    gender=st.sampled_from([None, None, None, "female"]),
    age_band=st.sampled_from([None, None, None, "35_49", "not_stated"]),
    activity=st.sampled_from([None, None, None, "skill_transfer_workshop", "interview"]),
    month=st.sampled_from([None, None, None, "2021-03"]),
    until=st.sampled_from([None, None, EVENTS[1].date, EVENTS[5].date]),
)


def facts(rows: Sequence[Stated], headcounts: Sequence[HeadcountFact] = (), ids: Sequence[int] | None = None) -> Facts:
    """Returns rows and headcounts as the store gives them, with their events."""
    events = {row.event for row in rows} | {fact.event for fact in headcounts}
    found = columns(rows, ids)
    return Facts(found, list(headcounts), [EVENTS[number] for number in sorted(events)], mentions_of(found, headcounts))


def together(found: Sequence[Facts]) -> Facts:
    """Returns several facts as one."""
    every = [Facts.none(), *found]
    names = AttendanceColumns.__slots__
    columns = [np.concatenate([getattr(one.attendances, name) for one in every]) for name in names]
    events = {event.id: event for one in every for event in one.events}
    return Facts(
        AttendanceColumns(*columns),
        [fact for one in every for fact in one.headcounts],
        [*events.values()],
        [mention for one in every for mention in one.mentions],
    )
