"""Numbers, days and addresses as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.ui.frame.filters import Filters, read_filters


def test_numbers_and_shares() -> None:
    assert (fmt.number(2000), fmt.number(-3)) == ("2,000", "−3")
    assert (fmt.change(41), fmt.change(0), fmt.change(-2)) == ("+41", "±0", "−2")
    assert [fmt.share(1, 4), fmt.share(1, 1000), fmt.share(0, 5), fmt.share(0, 0)] == ["25 %", "<1 %", "0 %", ""]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, "just now"), (125, "2 min ago"), (3700, "1 h ago"), (90000, "1 day ago"), (200000, "2 days ago")],
)
def test_how_long_ago(seconds: int, words: str) -> None:
    now = datetime(2022, 2, 14, 12, tzinfo=UTC)
    assert fmt.ago(now - timedelta(seconds=seconds), now) == words
    assert fmt.ago(now - timedelta(days=30), now) == "15 Jan 2022"


def test_an_address_and_its_question_are_the_same(project: Project) -> None:
    address = {"indicator": "IND3", "city": "graz", "month": "2021-03", "as_of": "2022-02-14", "rows": "gender"}
    filters = read_filters(project, address)
    assert filters.scope.city == "graz"
    assert filters.scope.until == date(2022, 2, 14)
    told = dict(pair.split("=") for pair in filters.query().split("&"))
    assert read_filters(project, told) == filters
    assert told == address


def test_what_goes_without_saying_is_left_out(project: Project) -> None:
    assert read_filters(project, {}).link == "?"
    assert read_filters(project, {}).query(whole=True) == "indicator=IND1"


def test_rows_and_columns_are_never_the_same(project: Project) -> None:
    assert read_filters(project, {"rows": "city"}).columns == ""


def test_choosing_another_city_leaves_the_event(project: Project) -> None:
    filters: Filters = read_filters(project, {"city": "graz", "event": "7"})
    assert filters.choosing(city="vejle").link == "?city=vejle"
    assert filters.choosing(city="").link == "?"
