"""A long table is written in chunks: the same bytes, of one state, readable from any thread."""

from __future__ import annotations

import csv
import io
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pyarrow.parquet as pq
import pytest

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import TooManyLines
from liaison_metrics.exports import files, frames
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import row, sheet

PEOPLE = [row(f"P{number} Q{number}", title="=1+1" if number % 2 else "Bread", city="Graz") for number in range(20)]


@pytest.fixture
def long(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(figures, "AT_A_TIME", 3)
    import_file(workspace, "people.csv", sheet(*PEOPLE), actor=COORDINATOR)
    return workspace


@pytest.mark.parametrize("scope", [None, Scope(until=None, city="vejle"), Scope(city="graz")])
def test_the_chunks_are_the_whole(long: Workspace, scope: Scope | None) -> None:
    whole = frames.attendances(long, scope=scope, actor=COORDINATOR)
    for form in ("csv", "json", "parquet"):
        chunks = list(
            files.write_chunks("attendances", frames.attendances_in_chunks(long, scope=scope, actor=COORDINATOR), form)
        )
        assert b"".join(chunks) == files.write("attendances", whole, form)
        if form != "parquet":
            assert len(chunks) == (8 if len(whole) else 1)


def test_chunks_show_one_state_and_block_nobody(long: Workspace) -> None:
    before = files.write("attendances", frames.attendances(long, actor=COORDINATOR), "csv")
    chunks = files.write_chunks("attendances", frames.attendances_in_chunks(long, actor=COORDINATOR), "csv")
    begun = [next(chunks), next(chunks)]
    uploads.undo(long, 1, COORDINATOR)
    import_file(long, "other.csv", sheet(row("Somebody Else", city="Vejle")), actor=COORDINATOR)
    assert len(frames.attendances(long, actor=COORDINATOR)) == 1, "a new query sees the new state"
    with ThreadPoolExecutor(1) as pool:
        begun += pool.submit(list[bytes], chunks).result()
    assert b"".join(begun) == before


def test_parquet_begins_at_once_and_has_large_row_groups(long: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ROWS_OF_A_GROUP", 7)
    chunks = files.write_chunks("attendances", frames.attendances_in_chunks(long, actor=COORDINATOR), "parquet")
    begun = [next(chunks)]
    content = io.BytesIO(b"".join([*begun, *chunks]))
    assert begun[0].startswith(b"PAR1") and len(begun[0]) < 100
    file = pq.ParquetFile(content)
    assert [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)] == [9, 9, 2]
    whole = frames.attendances(long, actor=COORDINATOR)
    assert pd.read_parquet(content).astype(whole.dtypes).equals(whole)
    assert set(whole["title"]) == {"=1+1", "Bread"}, "Parquet runs no formulas: titles stay as they are"


def test_a_workbook_that_cannot_hold_a_table_is_refused(long: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ROWS_OF_A_SHEET", 21)
    assert files.write("attendances", frames.attendances(long, actor=COORDINATOR), "xlsx").startswith(b"PK")
    monkeypatch.setattr(files, "ROWS_OF_A_SHEET", 20)
    with pytest.raises(TooManyLines, match="holds 19 rows"):
        next(files.write_chunks("attendances", frames.attendances_in_chunks(long, actor=COORDINATOR), "xlsx"))


def test_abandoned_chunks_give_their_connection_back(long: Workspace) -> None:
    for _turn in range(40):
        next(
            iterator := files.write_chunks("attendances", frames.attendances_in_chunks(long, actor=COORDINATOR), "csv")
        )
        next(iterator)
        iterator.close()  # type: ignore[attr-defined]
    assert len(frames.attendances(long, actor=COORDINATOR)) == 20


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1", "@x", "＝1", "\t=1", "\r\n=1", "Bread;=cmd|' /C calc'!A0;x", "Bread; =1", "Bread\t=1",
        "Bread\n@x", "Bread\r+1", 'Bread;"=1"', 'Bread;""=1', '"=1', '";=1', "x;;-1", ";=1",
    ],
)  # fmt: skip
def test_no_cell_of_a_csv_is_a_formula_whatever_separates_cells(text: str, separator: str) -> None:
    written = files.write(
        "events", pd.DataFrame({"city": ["graz", "graz"], "title": [text, text], "n": [-5, 7]}), "csv"
    )
    content = written.decode("utf-8-sig")
    for cells in csv.reader(io.StringIO(content, newline=""), delimiter=separator):
        assert not [cell for cell in cells if cell.lstrip(' \r\n"').startswith(tuple("=+@＝＋－＠"))]
        assert not [cell for cell in cells if cell.startswith("-") and cell != "-5"]
    own = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [row["title"].replace("'", "") for row in own] == [text.replace("'", "")] * 2, "nothing else is changed"
