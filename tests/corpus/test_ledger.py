"""The ledger of every sheet of the corpus, and of those that the reader once got wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import chain

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.ledger.fates import Fate, Reason
from liaison_metrics.sheets.ledger.ledger import Ledger
from liaison_metrics.sheets.model import Hints, Reading, Workbook
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.remarks import RefusedContent
from liaison_metrics.sheets.words.cells import text_of
from tests.corpus.faults import FOLDER, all_faults
from tests.corpus.made import all_shapes, make
from tests.corpus.measure import SEEDS
from tests.examples import cases

pytestmark = pytest.mark.slow


def made_workbooks(seed: int) -> Iterator[tuple[str, Workbook, Hints]]:
    for name in all_shapes():
        made = make(name, seed)
        args = dict(made.args)
        day = args.pop("date", None)
        hints = Hints(date=date.fromisoformat(day) if day else None, **args)
        yield f"{name} {seed}", open_workbook(made.file, made.data), hints


def faulty_workbooks() -> Iterator[tuple[str, Workbook, Hints]]:
    for fault in all_faults():
        data = (FOLDER / fault.folder / fault.file).read_bytes()
        with suppress(RefusedFile):  # a file that isn't opened has no rows
            yield fault.name, open_workbook(fault.file, data), fault.hints


def read(workbook: Workbook, project: Project, hints: Hints) -> tuple[Reading | None, Ledger]:
    try:
        reading = read_workbook(workbook, project, hints)
    except RefusedContent as refusal:
        return None, refusal.ledger
    return reading, reading.ledger


@pytest.mark.parametrize("seed", cases(SEEDS[:1], SEEDS[1:]))
def test_every_row_has_one_fate(project: Project, seed: int) -> None:
    for name, workbook, hints in chain(made_workbooks(seed), faulty_workbooks() if seed == SEEDS[0] else ()):
        reading, ledger = read(workbook, project, hints)
        filled = [
            (grid.name, number)
            for grid in workbook.grids
            for number, cells in enumerate(grid.rows, start=1)
            if any(text_of(value) for value in cells)
        ]
        assert [(row.sheet, row.row) for row in ledger] == filled, name
        if reading is not None:
            _check_outcomes(name, reading)
            assert not any(row.reason is Reason.NOT_UNDERSTOOD for row in ledger), name
            assert not any(question.kind == "rows" for question in reading.questions), name


def _check_outcomes(name: str, reading: Reading) -> None:
    """Checks that rows that count, and no others, are said to."""
    fates = {(row.sheet, row.row): row.fate for row in reading.ledger}
    people = {(row.sheet, row.row) for row in reading.attendances}
    heads = {(row.sheet, row.row) for row in reading.headcounts} - people
    assert all(fates[place] is Fate.PERSON for place in people), name
    assert all(fates[place] is Fate.HEADS for place in heads), name
    turned = {
        (sheet.name, at + 1) for sheet in reading.ledger.sheets for at in sheet.turned
    }  # each row of such a table is about all of its people
    counting = {place for place, fate in fates.items() if fate in (Fate.PERSON, Fate.HEADS)}
    assert counting - turned == (people | heads) - turned, name
