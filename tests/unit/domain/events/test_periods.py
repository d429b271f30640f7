"""Quarters of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.events.periods import Quarter, quarters

DAYS = st.dates(date(1990, 1, 1), date(2080, 1, 1))


@given(DAYS)
def test_a_day_is_in_its_quarter_and_in_no_other(day: date) -> None:
    one = Quarter.of(day)
    assert one.first <= day <= one.last
    assert one.following.first == one.last + timedelta(1)
    assert Quarter.read(one.code) == one


@given(DAYS, st.integers(0, 1500))
def test_quarters_follow_each_other(day: date, days: int) -> None:
    found = quarters(day, day + timedelta(days))
    assert found[0] == Quarter.of(day) and found[-1] == Quarter.of(day + timedelta(days))
    assert all(one.following == other for one, other in pairwise(found))


def test_what_is_no_quarter_is_none() -> None:
    assert [Quarter.read(code) for code in ("", "2021", "2021-Q5", "2021-Q0", "x2021-Q1")] == [None] * 5
