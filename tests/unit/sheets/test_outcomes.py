"""What became of meetings that were planned with people, in words of several kinds in one column."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.phrases.remarks.outcomes import tells_outcome

from .cases import sheet

HELD = ("fatta, con traduttrice", "gemacht, mit Dolmetscherin", "gennemført men kort", "έγινε, 45΄", "done, recorded")
NOT_HELD = ("NON VENUTA/O, richiamare", "verschoben auf Juni", "aflyst af hende", "ακυρώθηκε από την ίδια", "not done")


@pytest.mark.parametrize("text", HELD)
def test_knows_what_was_held(text: str) -> None:
    assert tells_outcome(text) is True


@pytest.mark.parametrize("text", NOT_HELD)
def test_knows_what_was_not_held(text: str) -> None:
    assert tells_outcome(text) is False


@pytest.mark.parametrize("text", ["al bar", "50 min", "x", "sehr nett"])
def test_says_nothing_of_other_words(text: str) -> None:
    assert tells_outcome(text) is None


@pytest.mark.parametrize("header", ["com'è andata", "Verlauf", "τι έγινε", ""])
def test_counts_only_the_interviews_that_were_held(project: Project, header: str) -> None:
    people = ("Anna Berg", "Bo Lind", "Carla Dini", "Dora Ek", "Emil Foss")
    said = (*HELD[:3], *NOT_HELD[:2])
    rows: list[list[Cell]] = [["Data", "Nome", header]]
    rows += ([f"{day}.10.2020", name, text] for day, name, text in zip(range(5, 10), people, said, strict=True))
    book = Workbook("x.csv", "csv", [sheet(rows)])
    reading = read_workbook(book, project, Hints(activity="interview", city="palermo"))
    assert [row.name for row in reading.attendances] == list(people[:3])
