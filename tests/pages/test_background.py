"""Background work of the Upload page."""

from __future__ import annotations

import pytest

from liaison_metrics.ui.upload.background import Tell, Work


def test_a_step_that_fails_does_not_stop_the_line(caplog: pytest.LogCaptureFixture) -> None:
    done = []

    def fails(_tell: Tell) -> None:
        raise ValueError("Ana Korba")

    def works(tell: Tell) -> None:
        tell(0.5, "half")
        done.append(True)

    work = Work()
    work.add([("one.csv", fails), ("two.csv", works)])
    assert work.over.wait(5) and done == [True]
    assert "ValueError" in caplog.text and "Korba" not in caplog.text
