"""Reports for publication: nothing small can be seen in them or worked out from them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotPublishable
from liaison_metrics.reports.disclosure_control.suppression import suppress
from liaison_metrics.reports.forms.tidy import indicators
from liaison_metrics.reports.model import Gap, Hidden
from liaison_metrics.reports.publishing import SENSITIVE, for_publication
from liaison_metrics.reports.words import count_of, folded_of
from tests.examples import share_of
from tests.unit.reports.attacker import few_others, own_people, tables, worked_out
from tests.unit.reports.worlds import (
    Crowd,
    Holding,
    Somebody,
    World,
    known_in,
    published_on,
    report_on,
    worlds,
)

thresholds = st.sampled_from([4, 5, 5, 8])


def came(people: int, *events: int) -> list[Somebody]:
    return [Somebody(1, 1, 0, frozenset(events))] * people


SAME_PEOPLE = (came(4, 3) + came(3, 3, 0) + came(1, 0), [Crowd(4, 3, 0, 0), Crowd(4, 0, 0, 2)])
"""Everybody in a city counts for the same indicator, whose own table shows the genders that the city's must hide."""


IN_BOTH = (came(3, 0) + came(1, 0, 2), [Crowd(5, 2, 0, 0)])
"""The one person in two indicators is of the only gender that one of them has; the other's table is left out."""


@given(worlds(), thresholds)
@example(SAME_PEOPLE, 4)
@example(IN_BOTH, 4)
@settings(max_examples=share_of(80))
def test_no_hidden_number_can_be_worked_out(holding: Holding, world: World, threshold: int) -> None:
    published = for_publication(report_on(holding, world), threshold)
    for dimension in SENSITIVE:
        found, hidden = worked_out(published, dimension)
        event(f"hidden {dimension}: {bool(hidden)}")
        assert found == []


NEXT_DOOR = (came(20, 0) + [Somebody(2, 2, 0, frozenset({1}))] * 10 + [Somebody(2, 2, 0, frozenset({0}))] * 2, [])
"""A partner in Graz knows ten of twelve people of a community that everybody sees."""


@given(worlds(), thresholds, st.sampled_from(["graz", "palermo"]))
@example(SAME_PEOPLE, 4, "graz")
@example(NEXT_DOOR, 5, "graz")
@settings(max_examples=share_of(40))
def test_no_partner_can_subtract_its_own_people(holding: Holding, world: World, threshold: int, city: str) -> None:
    known, published = known_in(holding, world, city), published_on(holding, world, threshold)
    exact = report_on(holding, world)
    for dimension in SENSITIVE:
        own = own_people(exact, known, dimension, city)
        assert few_others(exact, published, dimension, own) == []


def test_without_partners_few_people_would_be_left(holding: Holding) -> None:
    known, exact = known_in(holding, NEXT_DOOR, "graz"), report_on(holding, NEXT_DOOR)
    own = own_people(exact, known, "community", "graz")
    assert few_others(exact, for_publication(exact), "community", own)


@given(worlds(), thresholds)
@settings(max_examples=share_of(80))
def test_nothing_small_is_shown(holding: Holding, world: World, threshold: int) -> None:
    exact = report_on(holding, world)
    published = for_publication(exact, threshold)
    for dimension in SENSITIVE:
        before, after = tables(exact, dimension), tables(published, dimension)
        for name, one in after.items():
            true = {line.code: line.people.reached for line in before[name].lines}
            shown = {c: n for line in one.lines for c, n in [(line.code, line.people.reached)] if isinstance(n, int)}
            assert all(true[code] == people >= threshold for code, people in shown.items())
            left = one.total.reached - sum(shown.values())
            hidden = [line for line in one.lines if isinstance(line.people.reached, Hidden)]
            assert bool(left) == bool(hidden)
            shown_lines = [line for line in one.lines if line not in hidden]
            assert all(line.people.identified is Gap.NOT_PUBLISHED for line in shown_lines)


@given(worlds())
@settings(max_examples=share_of(40))
def test_totals_and_places_stay_exact(holding: Holding, world: World) -> None:
    exact = report_on(holding, world)
    published = for_publication(exact)
    for before, after in zip(exact.indicators, published.indicators, strict=True):
        assert (before.people, before.floor, before.contained) == (after.people, after.floor, after.contained)
        for dimension in ("city", "activity", "month", "group"):
            assert before.by(dimension) == after.by(dimension)
    assert [one.people for one in exact.events] == [one.people for one in published.events]


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), min_size=1),
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9)),
    st.sampled_from([4, 5, 6]),
)
@settings(max_examples=share_of(100))
def test_the_ranges_of_suppressed_lines_leave_each_more_than_one_number(
    whole: dict[str, int], part: dict[str, int], threshold: int
) -> None:
    part = {code: min(people, whole[code]) for code, people in part.items() if code in whole}
    rest = {code: people - part.get(code, 0) for code, people in whole.items()}
    found = suppress(whole, [whole, part, rest], threshold)
    if not found.possible or not found.codes:
        return
    people = sum(whole[code] for code in found.codes)
    codes = sorted(found.codes)
    allowed = [range(1, threshold) if code in found.small else range(threshold, people + 1) for code in codes]
    worlds = [one for one in product(*allowed[:-1]) if people - sum(one) in allowed[-1]]
    for at in range(len(codes) - 1):
        assert len({one[at] for one in worlds}) > 1
    assert len({sum(one) for one in worlds}) > 1


def test_a_rare_community_is_hidden_with_the_next_smallest(holding: Holding) -> None:
    people = [Somebody(1, 1, 1980, frozenset({0}))] * 20 + [Somebody(2, 2, 1980, frozenset({0}))] * 12
    people += [Somebody(3, 2, 1980, frozenset({0, 2}))] * 2 + [Somebody(4, 2, 1980, frozenset({0}))] * 6
    published = for_publication(report_on(holding, (people, [Crowd(7, 2, 4, 0)])))
    lines = {line.code: line.people.reached for line in published.indicator("IND3").by("community").lines}
    assert lines == {"local": 20, "muslim": 12, "others": 13}


def test_a_community_is_hidden_only_where_it_is_small(holding: Holding) -> None:
    people = [Somebody(1, 1, 1980, frozenset({0, 2}))] * 30 + [Somebody(2, 2, 1980, frozenset({0}))] * 30
    people += [Somebody(2, 2, 1980, frozenset({2}))] * 3 + [Somebody(1, 2, 1980, frozenset({3}))] * 25
    people += [Somebody(3, 2, 1980, frozenset({0}))] * 20
    published = for_publication(report_on(holding, (people, [])))
    found = {one.code: {line.code: line for line in one.by("community").lines} for one in published.indicators}
    reached = {code: {line.code: line.people.reached for line in lines.values()} for code, lines in found.items()}
    assert reached["IND3"] == {"local": 55, "muslim": 33, "bangladeshi": 20}
    assert reached["IND1"] == {"bangladeshi": 20, "others": 60}
    assert reached["IND2"] == {"others": 33}
    assert found["IND2"]["others"].label == "other communities (2)"
    assert published.indicator("IND2").by("community").reached("muslim") == Hidden()


def test_what_is_folded_adds_up_and_never_looks_like_nobody(holding: Holding) -> None:
    people = [Somebody(1, 1, 1980, frozenset({0}))] * 20 + [Somebody(2, 2, 1980, frozenset({0}))] * 12
    people += [Somebody(3, 2, 1980, frozenset({0}))] * 2 + [Somebody(4, 2, 1980, frozenset({0}))] * 6
    published = for_publication(report_on(holding, (people, [])))
    found = published.indicator("IND1").by("community")
    assert sum(line.people.reached for line in found.lines) == found.total.reached == 40
    assert [found.reached(code) for code in ("bangladeshi", "senegalese", "ahmadi")] == [Hidden(), Hidden(), 0]
    rows = indicators(published).query("indicator == 'IND1' and code == 'others'")
    assert rows[["label", "reached", "mark"]].values.tolist() == [["other communities (2)", 8, "folded_2"]]
    assert count_of("8", "folded_2") == 8 and folded_of("folded_2") == 2
    assert count_of("", "below_5") == Hidden(5) and folded_of("below_5") == 0  # an older report


def test_one_community_alone_is_left_out_where_it_is_small(holding: Holding) -> None:
    published = for_publication(report_on(holding, ([Somebody(1, 1, 0, frozenset({0}))] * 3, [])))
    broken_down = published.indicator("IND1").by("community")
    assert (broken_down.shown, broken_down.lines, broken_down.total.reached) == (False, (), 3)
    assert {one.code: one.people for one in published.quality.shares}["community"] is Gap.NOT_PUBLISHED


@pytest.mark.parametrize("threshold", [0, 1, 2, 3])
def test_a_threshold_that_hides_nothing_is_refused(holding: Holding, threshold: int) -> None:
    with pytest.raises(NotPublishable):
        for_publication(report_on(holding, ([], [])), threshold)


def test_a_report_on_one_community_is_refused(holding: Holding) -> None:
    exact = report_on(holding, ([], []))
    with pytest.raises(NotPublishable):
        for_publication(replace(exact, scope=Scope(community="local")))
    with pytest.raises(NotPublishable):
        for_publication(for_publication(exact))
