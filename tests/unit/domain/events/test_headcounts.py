"""How many people were at an event (counting.md, "Headcounts")."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.events.headcounts import (
    EventCount,
    EventEvidence,
    ListedPeople,
    count,
    count_together,
    scaled,
    unlisted_by_kind,
)
from liaison_metrics.domain.events.statements import KINDS, UNKNOWN, statements_of
from liaison_metrics.domain.facts import HeadcountFact

LOCAL, SYRIAN, FEMALE, MALE = 1, 2, 1, 2


def said(people: int, upload: int = 1, sheet: str = "", additional: str = "", **codes: int) -> HeadcountFact:
    words = {"community": 0, "group": 0, "gender": 0, "age_band": 0} | codes
    return HeadcountFact(upload, 1, people, **words, sheet=sheet, additional=additional)


def evidence(listed: int, *facts: HeadcountFact, by: tuple | None = None, **more: object) -> EventEvidence:
    people = ListedPeople(listed, by) if by else ListedPeople(listed)
    return EventEvidence(people, statements_of(facts), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("listed", "facts", "expected"),
    [
        (3, [said(5)], EventCount(3, 5, 0, 2)),
        (25, [said(30)], EventCount(25, 30, 0, 5)),
        (25, [said(20)], EventCount(25, 20, 0, 0)),
        (0, [said(16), said(10, 2, gender=FEMALE), said(6, 2, gender=MALE)], EventCount(0, 16, 0, 16)),
        (0, [said(14), said(16, 2)], EventCount(0, 16, 0, 16)),
        (0, [said(5), said(7), said(4)], EventCount(0, 16, 0, 16)),  # hours: rows without kinds restate nothing
        (25, [said(3, additional="plus")], EventCount(25, 0, 3, 0)),
        (25, [said(30), said(3, 2, additional="walk_ins")], EventCount(25, 30, 3, 2)),
        (25, [said(30), said(5, additional="walk_ins")], EventCount(25, 35, 5, 5)),
        (10, [said(3, 1, additional="walk_ins"), said(5, 2, additional="walk_ins")], EventCount(10, 0, 5, 0)),
        (10, [said(3, 1, additional="walk_ins"), said(5, 2, additional="others")], EventCount(10, 0, 8, 0)),
        (10, [said(5, 1, additional="walk_ins"), said(5, 2, additional="others")], EventCount(10, 0, 5, 0)),
        (10, [said(5, 1, additional="walk_ins"), said(5, 1, additional="others")], EventCount(10, 0, 10, 0)),
    ],
)
def test_the_people_of_an_event(listed: int, facts: list[HeadcountFact], expected: EventCount) -> None:
    assert count(evidence(listed, *facts)) == expected
    assert count(evidence(listed, *reversed(facts))) == expected


def test_the_same_number_in_other_words_adds_up_once_somebody_said_so() -> None:
    facts = [said(5, 1, additional="walk_ins"), said(5, 2, additional="others")]
    assert count(evidence(10, *facts, add_up=True)).additional == 10


def test_one_sheet_that_divides_people_in_two_ways_counts_them_once() -> None:
    facts = [
        said(10, gender=FEMALE), said(6, gender=MALE), said(9, community=SYRIAN), said(4, community=LOCAL),
        said(3, community=UNKNOWN),
    ]  # fmt: skip
    assert count(evidence(0, *facts)).people == 16


def test_two_sheets_of_a_file_divide_the_same_people_or_share_them() -> None:
    log_and_split = [said(16, sheet="log"), said(10, sheet="by", gender=FEMALE), said(6, sheet="by", gender=MALE)]
    assert count(evidence(0, *log_and_split)).people == 16
    women_and_men = [said(10, sheet="women", gender=FEMALE), said(6, sheet="men", gender=MALE)]
    assert count(evidence(0, *women_and_men)).people == 16


def test_each_kind_is_taken_from_the_sheet_that_knows_most() -> None:
    facts = [
        said(16), said(10, 2, gender=FEMALE), said(6, 2, gender=MALE), said(9, 3, community=SYRIAN),
        said(4, 4, community=LOCAL), said(2, 4, community=SYRIAN),
    ]  # fmt: skip
    one = evidence(0, *facts)
    crowd = unlisted_by_kind(one, count(one).unlisted)
    assert by(crowd, "gender") == {FEMALE: 10, MALE: 6}
    assert by(crowd, "community") == {SYRIAN: 9, 0: 7}


def test_listed_people_come_off_the_stated_ones_of_their_kind() -> None:
    facts = [said(12, community=SYRIAN), said(18, community=LOCAL)]
    one = evidence(25, *facts, by=({SYRIAN: 10, LOCAL: 10, 0: 5}, {}, {}, {}))
    crowd = unlisted_by_kind(one, count(one).unlisted)
    # 2 and 8 are missing, 5 people are: 1 and 4.
    assert by(crowd, "community") == {SYRIAN: 1, LOCAL: 4}


def test_left_out_groups_come_off_people_without_a_community_first() -> None:
    facts = [said(10, community=SYRIAN), said(5, community=UNKNOWN), said(5, 2, group=2), said(10, 2, group=1)]
    one = evidence(0, *facts)
    crowd = unlisted_by_kind(one, 15, left_out_groups=[2])
    assert {kind.community for kind in crowd if kind.group == 2} == {0}
    assert by(crowd, "group") == {1: 10, 2: 5}


def by(crowd: Counter, kind: str) -> dict[int, int]:
    found: Counter[int] = Counter()
    for codes, people in crowd.items():
        found[getattr(codes, kind)] += people
    return dict(found)


def test_a_number_that_may_cover_several_events_holds_nobody_twice() -> None:
    events = {1: evidence(10), 2: evidence(12), 3: evidence(0, said(30))}
    found = count_together(events)
    assert sum(one.people for one in found.values()) == 30
    assert found[3].unlisted == 8
    assert count_together({1: evidence(10), 2: evidence(12), 3: evidence(0, said(15))})[3].unlisted == 0


facts = st.lists(
    st.builds(
        said,
        people=st.integers(0, 9),
        upload=st.integers(1, 3),
        sheet=st.sampled_from(["", "b"]),
        additional=st.sampled_from(["", "", "walk_ins"]),
        community=st.integers(-1, 2),
        gender=st.integers(0, 2),
        group=st.integers(0, 2),
        age_band=st.integers(0, 1),
    ),
    max_size=7,
)
margins = st.dictionaries(st.integers(0, 2), st.integers(0, 5))


@given(facts, st.integers(0, 12), st.tuples(margins, margins, margins, margins))
def test_the_bounds_hold(found: list[HeadcountFact], listed: int, by_kind: tuple) -> None:
    one = evidence(listed, *found, by=by_kind)
    counted = count(one)
    assert counted.people == max(counted.stated, counted.listed + counted.additional)
    crowd = unlisted_by_kind(one, counted.unlisted, [2])
    assert crowd.total() == counted.unlisted + counted.additional
    for position, kind in enumerate(KINDS):
        for code, people in by(crowd, kind).items():
            stated = max((one.by(position)[code] for one in statements_of(found)), default=0)
            own = sum(f.people for f in found if f.additional and getattr(f, kind) == code)
            assert code == 0 or people <= stated + own


@given(st.dictionaries(st.integers(0, 5), st.integers(0, 9)), st.integers(0, 30))
def test_scaling_keeps_the_sum_and_never_gives_more_than_wanted(wanted: dict[int, int], people: int) -> None:
    found = scaled(wanted, people)
    assert sum(found.values()) == min(people, sum(wanted.values()))
    assert all(number <= wanted[key] for key, number in found.items())
