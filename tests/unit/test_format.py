"""Numbers, shares and times as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from liaison_metrics import format as fmt


def test_numbers_and_shares() -> None:
    assert (fmt.number(2000), fmt.number(-3)) == ("2,000", "−3")
    assert (fmt.change(41), fmt.change(0), fmt.change(-2)) == ("+41", "±0", "−2")
    assert [fmt.share(1, 4), fmt.share(1, 1000), fmt.share(0, 5), fmt.share(0, 0)] == ["25%", "<1%", "0%", ""]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, "just now"), (125, "2 min ago"), (3700, "1 h ago"), (90000, "1 day ago"), (200000, "2 days ago")],
)
def test_how_long_ago(seconds: int, words: str) -> None:
    now = datetime(2022, 2, 14, 12, tzinfo=UTC)
    assert fmt.ago(now - timedelta(seconds=seconds), now) == words
    assert fmt.ago(now - timedelta(days=30), now) == "15 Jan 2022"
