"""The forecast: what it must do on histories whose continuation is plain."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.reach.forecast import FEWEST_EVENTS, HELD, EventToCome, ForecastBasis, PastEvent, PastEvents

START, END = date(2021, 1, 1), date(2021, 12, 31)
WORKSHOP, FAIR = "skill_transfer_workshop", "project_fair"


def day(number: int) -> date:
    return START + timedelta(days=number)


def steady(count: int = 10, people: int = 20, new: int = 10) -> PastEvents:
    return PastEvents(tuple(PastEvent(day(7 * at), WORKSHOP, people, new) for at in range(count)))


def coming(count: int, activity: str = WORKSHOP, expected: int = 0) -> list[EventToCome]:
    return [EventToCome(day(200 + at), activity, expected) for at in range(count)]


def test_equal_events_go_on_as_before_and_some_are_not_held() -> None:
    found = steady().by_plan(coming(10))
    assert (found.basis, found.events) == (ForecastBasis.PLAN, 10)
    assert found.middle == 100 + round(HELD * 100)
    assert 100 <= found.low < found.middle < found.high


def test_only_new_people_count() -> None:
    assert steady(people=20, new=0).by_plan(coming(10)).high == 0
    assert steady(people=40, new=10).by_plan(coming(10)).middle == steady().by_plan(coming(10)).middle


def test_a_share_that_falls_goes_on_falling() -> None:
    shares = (20, 18, 14, 10, 7, 5, 4, 3)
    falling = PastEvents(tuple(PastEvent(day(at), WORKSHOP, 20, new) for at, new in enumerate(shares)))
    level = PastEvents(tuple(PastEvent(day(at), WORKSHOP, 20, 10) for at in range(8)))
    assert falling.by_plan(coming(10)).middle - falling.reached < level.by_plan(coming(10)).middle - level.reached
    assert falling.events_needed(400, WORKSHOP) is None
    assert level.events_needed(40, WORKSHOP) == 4


def test_a_kind_that_was_never_held_brings_the_people_who_are_expected() -> None:
    assert steady().by_plan(coming(1, FAIR, 200)).middle == 100 + round(HELD * 100)
    assert steady().by_plan(coming(1, FAIR)).middle == steady().by_plan(coming(1)).middle


def test_without_a_plan_events_go_on_at_their_pace() -> None:
    history = steady(count=20)
    found = history.by_pace(day(140), END)
    assert found.basis is ForecastBasis.PACE
    assert 224 / 7 - 4 < found.events < 224 / 7 + 4
    assert found.low < history.reached + 10 * found.events < found.high
    assert history.by_pace(END, END).high == history.reached


def test_the_range_is_wider_the_more_past_events_differ() -> None:
    uneven = PastEvents(tuple(PastEvent(day(7 * at), WORKSHOP, 20, (2, 18)[at % 2]) for at in range(10)))
    even, wild = steady().by_plan(coming(10)), uneven.by_plan(coming(10))
    assert wild.high - wild.low > even.high - even.low


def test_now_says_what_an_event_brings() -> None:
    found = steady().now(WORKSHOP)
    assert (round(found.people), round(found.new)) == (20, 10)


def test_few_events_give_no_forecast() -> None:
    with pytest.raises(ValueError, match="needs 5 events"):
        steady(FEWEST_EVENTS - 1)


past_events = st.lists(
    st.tuples(st.integers(1, 300), st.floats(0, 1), st.sampled_from([WORKSHOP, FAIR])), min_size=FEWEST_EVENTS
)


@given(past_events, st.integers(0, 40), st.integers(0, 500))
@settings(max_examples=100)
def test_the_range_is_around_the_middle_and_nobody_is_lost(events, count, expected) -> None:
    past = [PastEvent(day(at), what, people, round(people * share)) for at, (people, share, what) in enumerate(events)]
    history = PastEvents(tuple(past))
    for found in (history.by_plan(coming(count, FAIR, expected)), history.by_pace(day(len(past)), END)):
        assert history.reached <= found.low <= found.middle <= found.high
