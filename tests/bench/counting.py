"""Counting at size: 1,000,000 attendances of 300,000 people at 8,000 events, in a store on SQLite.

Three things are measured: the index at start against pandas reading the same columns; the figures of the first page
(for each indicator the totals, by community, by city and over time) against DuckDB on a table in memory; and those
figures again after an upload of 200 rows, with all that the index needs to know of it.

The alternative gets every help: the persons are resolved for it, its tables hold what its questions need and nothing
else, and each question is asked in the way that was fastest of several. Both must give the same figures.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import breakdown, curve, reach
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.engine import open_store
from tests.bench.duckdb_figures import Figures, in_duckdb
from tests.bench.row import Row
from tests.bench.stores import bring, fill
from tests.bench.world import World, made_up
from tests.conftest import PROJECT_FILE

ATTENDANCES, PEOPLE, EVENTS = 1_000_000, 300_000, 8_000
UPLOADED = 200
TURNS = 15


def measure(attendances: int = ATTENDANCES, people: int = PEOPLE, events: int = EVENTS) -> list[Row]:
    """Returns the rows about counting."""
    project = load_project(PROJECT_FILE)
    world = made_up(project, attendances, people, events)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        settings = Settings(database_url=url, project_file=PROJECT_FILE)
        fill(settings, world)
        start_row, workspace = _start(settings)
        page_row, page_ms = _page(workspace, project)
        return [page_row, _upload(workspace, world, project, page_ms), start_row]


def page(index: IndexState, project: Project) -> Figures:
    """Returns the figures of the first page, in plain numbers, all counted anew."""
    index.selections.clear()
    found: Figures = []
    for indicator in project.indicators:
        total = reach(index, project, indicator)
        found.append((total.identified, total.unidentified, total.attendances, total.largest_event))
        for dimension in ("community", "city"):
            lines = breakdown(index, project, indicator, dimension).lines
            found.append({line.code: line.reached for line in lines})
        found.append([(point.day.toordinal(), point.reached) for point in curve(index, project, indicator)])
    return found


def _start(settings: Settings) -> tuple[Row, Workspace]:
    ours, theirs = [], []
    for _turn in range(3):
        workspace = open_workspace(settings)
        ours.append(_seconds(workspace.index))
        theirs.append(_seconds(lambda: _read_with_pandas(settings)))
    mine, other = statistics.median(ours), statistics.median(theirs)
    what = f"index from the store at start: {mine:.2f} s against {other:.2f} s"
    return Row(what, f"{mine / other:.2f} ×", "≤ 2 × pandas reading the same columns", mine <= 2 * other), workspace


def _read_with_pandas(settings: Settings) -> None:
    columns = 'id, upload_id, event_id, record, community, "group", gender'
    store = open_store(settings.url)
    with store.reading() as connection:
        pd.read_sql(f"SELECT {columns} FROM attendance", connection)
    store.close()


def _page(workspace: Workspace, project: Project) -> tuple[Row, float]:
    index = workspace.index()
    ask = in_duckdb(index, project)
    assert page(index, project) == ask(), "both must count the same"
    # Turn by turn, so that whatever else the machine does meets both.
    turns = [(_seconds(lambda: page(index, project)), _seconds(ask)) for _turn in range(TURNS)]
    ours, theirs = (1000 * statistics.median(times) for times in zip(*turns, strict=True))
    ratio = ours / theirs
    what = f"all figures of the first page: {ours:.1f} ms against {theirs:.1f} ms"
    bar = "≤ 0.5 × DuckDB in memory, < 50 ms"
    return Row(what, f"{ratio:.2f} ×, {ours:.1f} ms", bar, ratio <= 0.5 and ours < 50), ours


def _upload(workspace: Workspace, world: World, project: Project, page_ms: float) -> Row:
    times = []
    for turn in range(TURNS):
        bring(workspace, world, UPLOADED, turn)
        times.append(1000 * _seconds(lambda: page(workspace.index(), project)))
    after = statistics.median(times)
    what = f"the same after an upload of {UPLOADED} rows, refresh included: {after:.1f} ms"
    return Row(what, f"{after / page_ms:.2f} ×", "≤ 2 × the row above", after <= 2 * page_ms)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    for line in measure():
        print(line)
