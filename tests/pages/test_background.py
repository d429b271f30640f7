"""Background work of the Upload page."""

from __future__ import annotations

import pytest

from liaison_metrics.ui.upload.queue.background import BackgroundWork, ProgressCallback
from tests.conftest import PATIENCE


def test_a_failed_task_does_not_stop_the_queue(caplog: pytest.LogCaptureFixture) -> None:
    done = []

    def fails(_tell: ProgressCallback) -> None:
        raise ValueError("Ana Korba")

    def works(progress: ProgressCallback) -> None:
        progress(0.5, "half")
        done.append(True)

    work = BackgroundWork()
    work.add([("one.csv", fails), ("two.csv", works)])
    assert work.idle.wait(PATIENCE) and done == [True]
    assert "ValueError" in caplog.text and "Korba" not in caplog.text
