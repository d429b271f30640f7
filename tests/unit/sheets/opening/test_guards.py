"""What would fill the memory or never end is refused in a sentence or read, within seconds and bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.opening.limits import LONGEST_CELL
from liaison_metrics.sheets.opening.xls.compound import stream_of, with_stream
from tests.conftest import ROOT
from tests.corpus.files import Sheet, workbook
from tests.fuzz.seeds import packed, parts_of
from tests.unit.sheets.opening.bombs import BOMBS, TABLE, changed, row_of, table_rows

pytestmark = pytest.mark.slow

READ = {
    "a sheet that claims all rows and columns", "a long kind of file", "room for many tables", "many marks",
    "room for many small tables", "a sheet that claims four billion rows", "one strange letter after a long word",
    "a long line of strange letters",
}  # fmt: skip
MOST_SECONDS = 5
MOST_MEGABYTES = 500


def test_bombs() -> None:
    command = [sys.executable, "-m", "tests.unit.sheets.opening.bombs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=120)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, *_rest in results] == list(BOMBS), done.stderr[-500:]
    assert {name for name, outcome, *_rest in results if outcome == "1"} == READ
    assert all(outcome == "1" or outcome.endswith(".") for _name, outcome, *_rest in results)
    assert max(seconds for *_rest, seconds, _megabytes in results) < MOST_SECONDS
    assert max(megabytes for *_rest, megabytes in results) < MOST_MEGABYTES


def cells(data: bytes) -> list[list[object]]:
    return [list(row) for row in open_workbook("list.bin", data).grids[0].rows]


@pytest.mark.parametrize("megabytes", [0, 1, 20])
def test_a_compound_file_gives_back_what_was_put_in(megabytes: int) -> None:
    content = bytes(range(256)) * 4096 * megabytes + b"end"
    assert stream_of(with_stream("Workbook", content), "Book", "Workbook").rstrip(b"\0") == content


def test_empty_cells_in_the_millions_are_no_weight() -> None:
    assert cells(table_rows(1, row_of(1_048_576, '<table:table-cell table:number-columns-repeated="16384"/>'))) == TABLE


def test_a_file_that_is_two_workbooks_is_read_as_the_one_that_was_weighed() -> None:
    both = [*parts_of(workbook([Sheet("S", [["another"]])], "xlsx")), *parts_of(workbook([Sheet("S", TABLE)], "ods"))]
    assert cells(packed(both)) == TABLE


def test_a_template_and_a_workbook_without_a_list_of_parts_are_sheets() -> None:
    assert cells(changed("ods", "mimetype", lambda kind: kind + b"-template")) == TABLE
    parts = parts_of(workbook([Sheet("S", TABLE)], "ods"))
    assert cells(packed([part for part in parts if "manifest" not in part[0]])) == TABLE


def test_junk_before_and_after_a_workbook_does_no_harm() -> None:
    assert cells(workbook([Sheet("S", TABLE)], "xlsx") + b"\n" * 500) == TABLE


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_endless_texts_are_cut(ending: str) -> None:
    assert cells(workbook([Sheet("S", [["x" * 30_000]])], ending)) == [["x" * LONGEST_CELL]]
