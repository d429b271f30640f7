"""Every figure against the plain words of the rules, and what must always hold of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.facts import HeadcountFact
from liaison_metrics.domain.index import IndexState, LiveIndex
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach import (
    DIMENSIONS,
    EVENT_DIMENSIONS,
    Scope,
    breakdown,
    contained,
    cross,
    curve,
    event_figures,
    event_gains,
    reach,
)
from liaison_metrics.domain.reach.model import Breakdown
from tests.examples import share_of
from tests.unit.domain.people.made_up import EVENTS, Stated, forms
from tests.unit.domain.reach.plain import Counting, Plain, code_of
from tests.unit.domain.reach.worlds import BOOKS, facts, headcounts, rows, scopes

indicators = st.sampled_from([None, "IND1", "IND2", "IND3"])


def index_of(rows: list[Stated], headcounts: list[HeadcountFact] | tuple[()] = ()) -> IndexState:
    return LiveIndex(facts(rows, headcounts), BOOKS, forms).state


def told(project: Project, code: str | None) -> Indicator | None:
    return project.indicator(code) if code else None


def lines(counting: Counting, dimension: str) -> dict[str, tuple[int, int]]:
    found = {code: counting.with_code(dimension, code).figures() for code in counting.codes(dimension)}
    return {code: figures for code, figures in found.items() if sum(figures)}


def as_dict(found: Breakdown) -> dict[str, tuple[int, int]]:
    return {line.code: (line.identified, line.unidentified) for line in found.lines}


@given(rows, headcounts, indicators, scopes)
@settings(max_examples=share_of(250))
def test_reach_and_curve_are_the_plain_ones(project: Project, rows, headcounts, code, scope) -> None:
    index, plain = index_of(rows, headcounts), Plain(rows, headcounts, BOOKS)
    counting = plain.counting(project, told(project, code), scope)
    found = reach(index, project, told(project, code), scope)
    assert (found.identified, found.unidentified) == counting.figures()
    assert found.attendances == counting.attendances()
    assert found.largest_event == counting.largest_event()
    assert found.floor <= found.reached <= found.attendances

    points = curve(index, project, told(project, code), scope)
    days = sorted({EVENTS[e].date for one in counting.identified + counting.unidentified for e in one.events})
    assert [point.day for point in points] == days
    for point in points:
        until = counting.where(lambda _one, event, day=point.day: event.date <= day)
        assert (point.identified, point.unidentified) == until.figures()
    assert not points or points[-1].reached == found.reached

    gains = event_gains(index, project, told(project, code), scope)
    assert sum(one.new for one in gains) == found.reached and all(0 <= one.new <= one.people for one in gains)

    events = event_figures(index, project, told(project, code), scope)
    assert {one.event.id: (one.identified, one.unidentified) for one in events} == {
        event: figures for event in EVENTS if sum(figures := counting.at(event).figures())
    }


@given(rows, headcounts, indicators, scopes, st.sampled_from(DIMENSIONS))
@settings(max_examples=share_of(200))
def test_breakdowns_are_the_plain_ones_and_add_up(project: Project, rows, headcounts, code, scope, dimension) -> None:
    index, plain = index_of(rows, headcounts), Plain(rows, headcounts, BOOKS)
    found = breakdown(index, project, told(project, code), dimension, scope)
    assert as_dict(found) == lines(plain.counting(project, told(project, code), scope), dimension)
    assert found.total == reach(index, project, told(project, code), scope)
    assert sum(line.reached for line in found.lines) - found.overlap == found.total.reached
    assert found.overlap >= 0 if dimension in EVENT_DIMENSIONS else found.overlap == 0
    assert [line.reached for line in found.lines] == sorted((line.reached for line in found.lines), reverse=True)


@given(rows, headcounts, indicators, scopes, st.sampled_from(list(permutations(DIMENSIONS, 2))))
@settings(max_examples=share_of(200))
def test_cross_tables_are_the_plain_ones(project: Project, rows, headcounts, code, scope, dimensions) -> None:
    index, plain = index_of(rows, headcounts), Plain(rows, headcounts, BOOKS)
    found = cross(index, project, told(project, code), *dimensions, scope)
    counting = plain.counting(project, told(project, code), scope)
    assert as_dict(found.rows) == lines(counting, dimensions[0])
    assert as_dict(found.columns) == lines(counting, dimensions[1])
    assert {(cell.row, cell.column): (cell.identified, cell.unidentified) for cell in found.cells} == {
        (row, column): figures
        for row in counting.codes(dimensions[0])
        for column in counting.codes(dimensions[1])
        if sum(figures := _both(counting, dimensions, (row, column)).figures())
    }


def _both(counting: Counting, dimensions: tuple[str, str], codes: tuple[str, str]) -> Counting:
    return counting.where(
        lambda one, event: all(code_of(one, event, d) == code for d, code in zip(dimensions, codes, strict=True))
    )


@given(rows, headcounts, scopes)
@settings(max_examples=share_of(60))
def test_what_is_contained_in_other_indicators(project: Project, rows, headcounts, scope) -> None:
    index = index_of(rows, headcounts)
    one, two, three = project.indicators
    already = contained(index, project, three, [one, two], scope)
    assert already == {i.code: reach(index, project, i, scope).reached for i in (one, two)}
    assert contained(index, project, one, [three], scope)["IND3"] == reach(index, project, one, scope).reached


# ---- by example ----------------------------------------------------------------------------------


def test_a_person_at_two_events_is_one_person_and_two_attendances(project: Project) -> None:
    index = index_of([Stated("Maria Rossi", event=1), Stated("Maria Rossi", event=2), Stated("Luca Verdi", event=2)])
    found = reach(index, project, project.indicator("IND1"))
    assert (found.identified, found.attendances, found.largest_event, found.floor) == (2, 3, 2, 2)


def test_a_person_twice_in_the_sheets_of_one_event_is_one_attendance(project: Project) -> None:
    index = index_of([Stated("Maria Rossi"), Stated("ROSSI, Maria"), Stated("Maria Rossi", upload=2)])
    assert reach(index, project, None).attendances == 1


def test_a_headcount_says_how_many_people_were_there_listed_or_not(project: Project) -> None:
    index = index_of([Stated(), Stated(), Stated("Maria Rossi")], [HeadcountFact(1, 1, 30, 0, 0, 0)])
    found = reach(index, project, None)
    assert (found.identified, found.unidentified, found.reached, found.floor, found.attendances) == (1, 29, 30, 30, 30)


def test_a_headcount_told_again_counts_once_and_a_longer_one_as_far_as_it_goes(project: Project) -> None:
    told = [HeadcountFact(1, 1, 20, 1, 0, 0), HeadcountFact(1, 1, 5, 1, 0, 0), HeadcountFact(2, 1, 30, 1, 0, 0)]
    assert reach(index_of([], told), project, None).unidentified == 30
    assert reach(index_of([], [*told, HeadcountFact(3, 1, 7, 2, 0, 0)]), project, None).unidentified == 30


def test_an_indicator_leaves_out_groups_also_among_the_unidentified(project: Project) -> None:
    rows = [Stated("Maria Rossi", group=2), Stated("Luca Verdi", group=1)]
    index = index_of(rows, [HeadcountFact(1, 1, 10, 0, 2, 0), HeadcountFact(1, 1, 3, 0, 1, 0)])
    one, three = (reach(index, project, project.indicator(code)) for code in ("IND1", "IND3"))
    assert (one.identified, one.unidentified, one.largest_event) == (1, 2, 3)
    assert (three.identified, three.unidentified, three.largest_event) == (2, 11, 13)


def test_who_was_seen_in_two_cities_is_the_overlap(project: Project) -> None:
    rows = [Stated("Maria Rossi", "one@example.org", event=event) for event in (1, 4)]
    found = breakdown(index_of(rows), project, project.indicator("IND3"), "city")
    assert (as_dict(found), found.overlap) == ({"graz": (1, 0), "palermo": (1, 0)}, 1)


def test_what_the_latest_event_says_holds(project: Project) -> None:
    rows = [
        Stated("Maria Rossi", event=1, community=1, gender=1),
        Stated("Maria Rossi", event=3, community=2),
        Stated("Maria Rossi", event=2, community=1),
    ]
    index = index_of(rows)
    assert as_dict(breakdown(index, project, None, "community")) == {"syrian": (1, 0)}
    assert as_dict(breakdown(index, project, None, "gender")) == {"female": (1, 0)}
    assert as_dict(breakdown(index, project, None, "group")) == {"not_stated": (1, 0)}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param([(1, 2), (2, 1)], "local", id="the first in the vocabulary's order"),
        pytest.param([(1, 2), (2, 1), (4, 2)], "syrian", id="what is stated at more events"),
        pytest.param([(1, 2), (1, 2), (2, 1)], "local", id="one event stated twice is one"),
        pytest.param([(1, 1), (4, 1), (5, 2)], "syrian", id="what the latest day says"),
    ],
)
def test_what_statements_of_one_day_say(project: Project, stated: list[tuple[int, int]], expected: str) -> None:
    rows = [
        Stated("Maria Rossi", "maria@example.org", event=event, community=community, upload=upload)
        for upload, (event, community) in enumerate(stated)
    ]
    for order in (rows, rows[::-1]):
        assert as_dict(breakdown(index_of(order), project, None, "community")) == {expected: (1, 0)}


def test_words_that_were_added_later_have_the_order_of_their_codes(project: Project) -> None:
    found = []
    for added in (("roma", "afghan"), ("afghan", "roma")):
        books = replace(BOOKS, community=BOOKS.community.copy())
        rows = [
            Stated("Maria Rossi", event=event, community=books.community.number(code))
            for event, code in zip((1, 2), added, strict=True)
        ]
        found.append(as_dict(breakdown(LiveIndex(facts(rows), books, forms).state, project, None, "community")))
    assert found == [{"afghan": (1, 0)}] * 2


@pytest.mark.parametrize(
    ("born", "band"),
    [(2004, "under_18"), (2003, "18_24"), (1987, "25_34"), (1986, "35_49"), (1957, "50_64"), (1956, "65_plus")],
)
def test_ages_are_those_in_the_year_of_the_latest_event(project: Project, born: int, band: str) -> None:
    found = breakdown(index_of([Stated("Maria Rossi", year=born)]), project, None, "age_band")
    assert as_dict(found) == {band: (1, 0)}


def test_up_to_a_day(project: Project) -> None:
    index = index_of([Stated("Maria Rossi", event=4), Stated("Luca Verdi", event=1)])
    assert reach(index, project, None, Scope(until=date(2020, 12, 31))).reached == 1


def test_an_empty_index_has_figures(project: Project) -> None:
    index = index_of([])
    assert reach(index, project, project.indicator("IND1")).reached == 0
    assert curve(index, project, None) == []
    assert breakdown(index, project, None, "city").lines == ()
    assert cross(index, project, None, "city", "month").cells == ()
    assert event_figures(index, project) == ()
