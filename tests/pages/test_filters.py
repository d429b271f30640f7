"""Filters and the address of a page."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.project import Project
from liaison_metrics.ui.frame.filters import Filters, read_filters


def test_filters_survive_the_way_through_the_address(project: Project) -> None:
    address = {"indicator": "IND3", "city": "graz", "month": "2021-03", "as_of": "2022-02-14", "rows": "gender"}
    filters = read_filters(project, address)
    assert filters.scope.city == "graz"
    assert filters.scope.until == date(2022, 2, 14)
    told = dict(pair.split("=") for pair in filters.query().split("&"))
    assert read_filters(project, told) == filters
    assert told == address


def test_defaults_are_left_out_of_the_address(project: Project) -> None:
    assert read_filters(project, {}).link == "?"
    assert read_filters(project, {}).query(whole=True) == "indicator=IND1"


def test_rows_and_columns_are_never_the_same(project: Project) -> None:
    assert read_filters(project, {"rows": "city"}).columns == ""


def test_choosing_another_city_drops_the_event(project: Project) -> None:
    filters: Filters = read_filters(project, {"city": "graz", "event": "7"})
    assert filters.choosing(city="vejle").link == "?city=vejle"
    assert filters.choosing(city="").link == "?"
