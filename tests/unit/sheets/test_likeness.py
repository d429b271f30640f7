"""Words that are also somebody's name never decide about a row alone: also not in lists of one or two columns, where
rows look like much else."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from liaison_metrics.sheets.words.lists import values
from tests.unit.sheets.cases import PEOPLE
from tests.unit.sheets.grids import Rows, read

WORDS = sorted(word.capitalize() for word in values("also_name"))
LISTS: dict[str, tuple[list[Cell], list[list[Cell]], list[list[Cell]]]] = {
    "one column": (["Name"], [[name] for name in PEOPLE], [["{} Pichler"], ["Maria {}"]]),
    "a community": (["Name", "Community"], [[name, "Syrian"] for name in PEOPLE], [["{} Pichler", "Syrian"]]),
    "a phone": (["Name", "Phone"], [[name, "+43 664 1234567"] for name in PEOPLE], [["{} Pichler", "+43 664 7654321"]]),
    "two names": (
        ["First name", "Last name"],
        [list(name.split(maxsplit=1)) for name in PEOPLE],
        [["{}", "Pichler"], ["Maria", "{}"]],
    ),
    "marks": (["Name", "13.9.2021", "20.9.2021"], [[name, "x", "x"] for name in PEOPLE], [["{} Pichler", "x", "x"]]),
}


def rows_of(layout: str, words: list[str]) -> Rows:
    header, people, shapes = LISTS[layout]
    named = [[str(cell).format(word) for cell in shape] for word in words for shape in shapes]
    return [["Skill-transfer workshop, Graz, 12 May 2021"], [], header, *people, *named]


@pytest.mark.parametrize("layout", LISTS)
def test_who_is_called_so_counts(project: Project, layout: str) -> None:
    rows = rows_of(layout, WORDS)
    reading = read(project, rows)
    assert {row.row for row in reading.attendances} == set(range(4, len(rows) + 1))


@pytest.mark.parametrize(
    ("layout", "row", "reason"),
    [
        ("a community", ["Total", "6"], Reason.ADDS_UP),
        ("two names", ["Suma", "6"], Reason.ADDS_UP),
        ("two names", ["Firma", "Data"], Reason.SIGNATURE),
        ("two names", ["Firma", ""], Reason.SIGNATURE),
        ("one column", ["Stempel"], Reason.SIGNATURE),
        ("two names", ["Luogo e data", "Firma"], Reason.SIGNATURE),
    ],
)
def test_with_more_evidence_such_a_word_decides(project: Project, layout: str, row: list[Cell], reason: Reason) -> None:
    reading = read(project, [*rows_of(layout, []), row])
    assert len(reading.attendances) == len(PEOPLE)
    assert reading.ledger is not None
    assert [row.reason for row in reading.ledger][-1] is reason


def test_a_name_heads_no_absent_people() -> None:
    assert section_reason("Krank Maria") is None
    assert section_reason("Krank gemeldet") is not None
