"""The whole pack of the report by the command line, in seconds: the start of the program, the index from the store, the
report, all its forms side by side, and the archive.

The bars are seconds on a machine that has nothing else to do; the processor's time stands beside what the clock says,
since a busy machine makes one longer and not the other.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.settings import Settings
from tests.bench.row import Row
from tests.bench.stores import fill
from tests.bench.world import made_up
from tests.conftest import PROJECT_FILE, ROOT

SIZES = ((10_000, 3_000, 300, 5.0), (1_000_000, 300_000, 8_000, 30.0))
"""Attendances, people, events, and the seconds that the pack may take."""

TURNS = 3


def measure() -> list[Row]:
    """Returns a row for each size of project."""
    return [_pack(*size) for size in SIZES]


def _pack(attendances: int, people: int, events: int, bar: float) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        world = made_up(load_project(PROJECT_FILE), attendances, people, events)
        fill(Settings(database_url=url, project_file=PROJECT_FILE), world)
        turns = [_written(Path(folder) / "pack.zip", url) for _turn in range(TURNS)]
    clock, processor = map(statistics.median, zip(*turns, strict=True))
    what = f"the report’s whole pack of {attendances:,} attendances, by the command line"
    return Row(what, f"{clock:.1f} s ({processor:.1f} s of processor)", f"< {bar:.0f} s", clock < bar)


def _written(path: Path, url: str) -> tuple[float, float]:
    """Returns the seconds that pass, and those of the processor, until the pack is there."""
    settings = {"LIAISON_DATABASE_URL": url, "LIAISON_PROJECT_FILE": str(PROJECT_FILE), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "liaison_metrics.cli", "report", "-o", str(path)]
    start, before = time.perf_counter(), _processor()
    subprocess.run(command, env={**os.environ, **settings}, check=True, capture_output=True)
    passed = time.perf_counter() - start, _processor() - before
    assert len(zipfile.ZipFile(path).namelist()) > 20
    return passed


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    for line in measure():
        print(line)
