"""What must always hold (counting.md) of made-up sheets that come, come again and go: on real stores, from bytes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.reach.scope import DIMENSIONS, EVENT_DIMENSIONS
from liaison_metrics.exports import files as written
from liaison_metrics.exports.indicators_json import indicators_as_json
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, import_file, preview_import
from liaison_metrics.services.workspace.workspace import Workspace
from tests.examples import share_of
from tests.services.conftest import Fresh, row, sheet
from tests.services.figures import TABLES, all_exports, all_figures, lines
from tests.services.worlds import Sheet, files, sheets, worlds

pytestmark = pytest.mark.slow

Step = tuple[str, int]

some = settings(
    max_examples=share_of(24),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
few = settings(some, max_examples=share_of(12))


def bring(workspace: Workspace, brought: dict[str, bytes]) -> list[int]:
    """Imports files in their order; returns the uploads' numbers."""
    return [import_file(workspace, file, data, actor=COORDINATOR).upload or 0 for file, data in brought.items()]


def shuffled(brought: dict[str, bytes], chance) -> dict[str, bytes]:
    return {file: brought[file] for file in chance.sample(sorted(brought), len(brought))}


def again(workspace: Workspace) -> Workspace:
    """The same store as a program sees it that starts now."""
    return Workspace(workspace.settings, workspace.project, workspace.store)


def empty(workspace: Workspace) -> None:
    """Undoes whatever stands: for the next example on the same store."""
    for one in uploads.latest(workspace, undone=False, actor=COORDINATOR):
        uploads.undo(workspace, one.id, COORDINATOR)


# ---- 1 order, 2 undo, 3 again ---------------------------------------------------------------------


@given(worlds(), st.randoms(use_true_random=False))
@some
def test_the_order_of_uploads_does_not_matter(fresh: Fresh, world: list[Sheet], chance) -> None:
    one, other = fresh(), fresh()
    bring(one, files(world))
    bring(other, shuffled(files(world), chance))
    assert all_figures(one) == all_figures(other)


@given(worlds(), sheets())
@some
def test_undo_leaves_every_figure_and_export_as_it_was(fresh: Fresh, world: list[Sheet], another: Sheet) -> None:
    workspace = fresh()
    bring(workspace, files(world))
    before = all_figures(workspace), all_exports(workspace)
    report = import_file(workspace, "another.csv", another.data, actor=COORDINATOR)
    assert report.upload is not None
    if report.status is not FileStatus.ALREADY_IMPORTED:
        uploads.undo(workspace, report.upload, COORDINATOR)
    assert (all_figures(workspace), all_exports(workspace)) == before
    assert all_exports(again(workspace)) == before[1]


@given(worlds())
@some
def test_the_same_files_again_change_nothing(fresh: Fresh, world: list[Sheet]) -> None:
    workspace = fresh()
    numbers = bring(workspace, files(world))
    before, revision = all_exports(workspace), workspace.revision()
    for number, one in zip(numbers, world, strict=True):
        report = import_file(workspace, "under another name.csv", one.data, actor=COORDINATOR)
        assert (report.status, report.upload) == (FileStatus.ALREADY_IMPORTED, number)
        assert report.already_known == report.attendances + report.headcount_rows
    assert (all_exports(workspace), workspace.revision()) == (before, revision)


@given(worlds(most=2), sheets(), st.data())
@some
def test_a_longer_version_counts_no_one_twice(
    fresh: Fresh, world: list[Sheet], longer: Sheet, data: st.DataObject
) -> None:
    rows = data.draw(st.integers(min(1, len(longer.rows)), len(longer.rows)))
    told = data.draw(st.integers(0 if rows else 1, len(longer.headcounts)))
    one, other = fresh(), fresh()
    bring(one, files(world))
    import_file(one, "list.csv", longer.first(rows, told), actor=COORDINATOR)
    import_file(one, "list.csv", longer.data, actor=COORDINATOR)
    bring(other, files(world) | {"list.csv": longer.data})
    assert all_figures(one) == all_figures(other)


deeds = ("bring", "bring", "undo", "redo", "look")
steps = st.lists(st.tuples(st.sampled_from(deeds), st.integers(0, 3)), min_size=5, max_size=12)


def walk(workspace: Workspace, world: Sequence[Sheet], steps: Sequence[Step]) -> dict[str, bytes]:
    """Brings, undoes and brings back as the steps say; returns the files that stand. Whenever somebody looks, the
    index that followed what came and went since is that of a program that starts now."""
    standing: dict[int, int] = {}
    undone: dict[int, int] = {}
    for what, number in steps:
        place = number % len(world)
        if what == "bring":
            standing[place] = (
                import_file(workspace, f"sheet_{place}.csv", world[place].data, actor=COORDINATOR).upload or 0
            )
        elif what == "undo" and place in standing:
            undone[place] = standing.pop(place)
            uploads.undo(workspace, undone[place], COORDINATOR)
        elif what == "redo" and undone.get(place, standing.get(place)) != standing.get(place):
            standing[place] = uploads.redo(workspace, undone[place], COORDINATOR).upload or 0
        elif what == "look":
            assert all_exports(workspace) == all_exports(again(workspace))
    assert all_exports(workspace) == all_exports(again(workspace))
    assert {one.id for one in uploads.latest(workspace, undone=False, actor=COORDINATOR)} == set(standing.values())
    return {f"sheet_{place}.csv": world[place].data for place in standing}


@given(worlds(), steps, st.randoms(use_true_random=False))
@some
def test_what_stands_is_all_that_counts(fresh: Fresh, world: list[Sheet], steps: list[Step], chance) -> None:
    travelled, straight = fresh(), fresh()
    bring(straight, shuffled(walk(travelled, world, steps), chance))
    assert all_figures(travelled) == all_figures(straight)


def test_who_is_one_person_follows_what_comes_and_goes(fresh: Fresh) -> None:
    workspace = fresh()
    first = sheet(row("Maria Rossi", email="maria@example.org"), row("Maria Rossi", date="2021-05-05", born="1990"))
    contest = sheet(row("Maria Rossi", date="2021-05-06", email="other@example.org"))
    import_file(workspace, "first.csv", first, actor=COORDINATOR)
    assert workspace.index().people == 1, "nothing speaks against it"
    number = import_file(workspace, "contest.csv", contest, actor=COORDINATOR).upload
    assert workspace.index().people == again(workspace).index().people == 3, "whose birth it is cannot be told"
    uploads.undo(workspace, number or 0, COORDINATOR)
    assert workspace.index().people == again(workspace).index().people == 1


@given(worlds(), steps, st.randoms(use_true_random=False))
@few
def test_both_databases_say_the_same(
    workspace: Workspace, fresh: Fresh, world: list[Sheet], steps: list[Step], chance
) -> None:
    empty(workspace)
    straight = fresh()
    bring(straight, shuffled(walk(workspace, world, steps), chance))
    assert all_figures(workspace) == all_figures(straight)


# ---- 4 adds up, 5 bounds, 6 no row lost, 8 one figure ---------------------------------------------


@given(worlds())
@some
def test_it_adds_up_and_keeps_its_bounds(fresh: Fresh, world: list[Sheet]) -> None:
    workspace = fresh()
    bring(workspace, files(world))
    for figure in figures.indicators(workspace, actor=COORDINATOR):
        total = figure.reach
        assert total.floor <= total.reached <= total.attendances
        for dimension in DIMENSIONS:
            found = figures.breakdown(workspace, figure.code, dimension, actor=COORDINATOR)
            assert found.total == total
            assert sum(line.reached for line in found.lines) - found.overlap == total.reached
            assert found.overlap >= 0 if dimension in EVENT_DIMENSIONS else found.overlap == 0
            assert sum(line.unidentified for line in found.lines) == total.unidentified
        points = figures.curve(workspace, figure.code, actor=COORDINATOR)
        assert [point.day for point in points] == sorted({point.day for point in points})
        assert all(a.reached <= b.reached for a, b in pairwise(points))
        assert (points[-1].reached if points else 0) == total.reached
        at_events = figures.events(workspace, figure.code, actor=COORDINATOR)
        assert sum(event.attendances for event in at_events) == total.attendances
        assert max((event.attendances for event in at_events), default=0) == total.largest_event
        lines = figures.attendances(workspace, figure.code, actor=COORDINATOR)
        assert len({line.person for line in lines if line.person}) == total.identified


@given(sheets(), worlds(most=2))
@some
def test_no_row_is_lost(fresh: Fresh, made: Sheet, before: list[Sheet]) -> None:
    workspace = fresh()
    bring(workspace, files(before))
    dry = preview_import(workspace, "list.csv", made.data, actor=COORDINATOR)
    report = import_file(workspace, "list.csv", made.data, actor=COORDINATOR)
    found = {"upload": 0, "outlook": None}  # which only a dry run gives
    assert dry.as_json() | found == report.as_json() | found
    uncounted = Counter(row.reason.value for row in report.not_counted) + Counter(rejected=len(report.rejected))
    assert report.rows_read == len(made.rows) + len(made.headcounts)
    assert uncounted == made.reasons and report.headcount_rows == len(made.headcounts)
    assert report.rows_read == report.attendances + report.headcount_rows + report.repeated + sum(uncounted.values())
    assert report.already_known <= report.attendances + report.headcount_rows
    assert sum(event.attendances for event in report.events) == report.attendances
    if report.status is not FileStatus.ALREADY_IMPORTED:
        said = uploads.remarks(workspace, report.upload or 0, actor=COORDINATOR)
        assert Counter(row.reason for row in said.uncounted)["repeated"] == report.repeated
        assert len(said.uncounted) == report.repeated + len(report.not_counted)
        places = [(row.sheet, row.row) for row in (*said.uncounted, *said.rejected)]
        assert len(places) == len(set(places)) and all(name and number > 1 for name, number in places)


@given(worlds())
@few
def test_one_figure_everywhere(fresh: Fresh, world: list[Sheet]) -> None:
    workspace = fresh()
    bring(workspace, files(world))
    shown = {figure.code: figure for figure in figures.indicators(workspace, actor=COORDINATOR)}
    for one in indicators_as_json(workspace, actor=COORDINATOR)["indicators"]:
        figure = shown[one["code"]]
        assert (one["reached"], one["floor"], one["target"]) == (
            figure.reach.reached,
            figure.reach.floor,
            figure.target,
        )
        assert (
            sum(one["by_community"].values()) == figure.reach.reached == sum(one["by_city"].values()) - one["overlap"]
        )
    figures_of_all = lines(workspace, "indicators")
    assert {line["indicator"]: line["reached"] for line in figures_of_all if line["breakdown"] == "total"} == {
        code: figure.reach.reached for code, figure in shown.items()
    }
    for table, made in TABLES.items():
        frame = made(workspace, actor=COORDINATOR)
        rows = [list(line.values()) for line in lines(workspace, table)]
        as_csv = list(csv.reader(io.StringIO(written.write(table, frame, "csv").decode("utf-8-sig"))))
        book = openpyxl.load_workbook(io.BytesIO(written.write(table, frame, "xlsx")))
        as_xlsx = list(book.worksheets[0].iter_rows(values_only=True))
        assert pd.read_parquet(io.BytesIO(written.write(table, frame, "parquet"))).astype(frame.dtypes).equals(frame)
        assert as_csv[1:] == [["" if value is None else str(value) for value in row] for row in rows]
        in_cells = [["" if value is None else value for value in row] for row in rows]
        assert [["" if value is None else value for value in row] for row in as_xlsx[1:]] == in_cells


@given(worlds(), st.sampled_from([date(2021, 5, 3), date(2021, 5, 4), date(2021, 12, 1)]))
@few
def test_as_of_a_day_is_the_curve_on_that_day(fresh: Fresh, world: list[Sheet], day: date) -> None:
    workspace = fresh()
    bring(workspace, files(world))
    for code in (indicator.code for indicator in workspace.project.indicators):
        until = figures.indicator(workspace, code, figures.Scope(until=day), actor=COORDINATOR).reach.reached
        assert until == max(
            (p.reached for p in figures.curve(workspace, code, actor=COORDINATOR) if p.day <= day), default=0
        )
