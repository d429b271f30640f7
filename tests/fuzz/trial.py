"""Checks that a damaged file is either read with every row accounted for, or refused with a clear message."""

from __future__ import annotations

import time

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.reading import read_sheet
from tests.unit.sheets.grids import accounted

MOST_SECONDS = 10.0


def trial(name: str, data: bytes, project: Project) -> str:
    """Returns "read" or "refused". Raises AssertionError for a wrong outcome, and whatever the reader raises."""
    start = time.process_time()
    try:
        reading = read_sheet(name, data, project)
    except RefusedFile as refusal:
        outcome = "refused"
        assert refusal.message.endswith(".") and name in refusal.message and refusal.hint
    else:
        outcome = "read"
        assert accounted(reading)
        assert all(project.start <= event.date <= project.end for event in reading.events)
    seconds = time.process_time() - start
    assert seconds < MOST_SECONDS, f"{seconds:.1f} s"
    return outcome
