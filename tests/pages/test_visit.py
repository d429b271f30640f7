"""The visit before this one, as a browser keeps it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from liaison_metrics.ui.targets.visit import of_browser

NOW = datetime(2022, 3, 1, 12, tzinfo=UTC)


def milliseconds(ago: timedelta) -> int:
    return round((NOW - ago).timestamp() * 1000)


def test_a_browser_keeps_two_times() -> None:
    minute, day = timedelta(minutes=1), timedelta(days=1)
    assert of_browser(f"{milliseconds(day)}.", NOW) == NOW - day
    assert of_browser(f"{milliseconds(day)}.{milliseconds(2 * day)}", NOW) == NOW - day
    assert of_browser(f"{milliseconds(minute)}.{milliseconds(2 * day)}", NOW) == NOW - 2 * day
    assert of_browser(f"{milliseconds(minute)}.", NOW) is None


@pytest.mark.parametrize("cookie", ["", "x", ".", "1e9.1", "9" * 40, "-5.5", "²³", f"{milliseconds(-timedelta(1))}."])
def test_what_is_no_visit_is_none(cookie: str) -> None:
    assert of_browser(cookie, NOW) is None
