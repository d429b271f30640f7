"""Remarks in free words about unnamed people who came along, and those that look alike."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.words.phrases.remarks.people_along import party_told
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

ALONG = {
    "two cousins came along": 2, "and 2 more people with him": 2, "brought both her daughters": 2,
    "plus one": 1,
    "mother-in-law came too": 1, "was here with her parents": 2, "3 more came with him": 3,
    "und zwei Freundinnen": 2,
    "brachte beide Töchter mit": 2, "Oma und Opa waren auch mit": 2,
    "inkl. 1 Begleitung, nicht eingetragen": 1,
    "c'erano pure i nonni (2) con lei": 2, "con tre compagne di classe non iscritte": 3,
    "kom m. sine trillinger": 3,
    "far, mor og lillebror var også med": 3, "naboen kom også med": 1, "με τα δίδυμα": 2,
    "συνοδεία τριών συναδέλφων": 3,
    "μαζί ο άντρας της και η πεθερά της": 2,
}  # fmt: skip

OTHERS = [
    "lives with her mother", "hat 4 Kinder", "vive con due figli", "with the help of her daughter",
    "brought 2 cakes",
    "will bring a friend next time", "did not come with her husband", "har to børn", "με το λεωφορείο",
    "beide Tage dabei",
    "schwanger, mit Zwillingen", "Mann kommt aus Syrien", "parents agreed", "hat Kind dabei, zählt nicht",
]  # fmt: skip


@pytest.mark.parametrize("remark", ALONG)
def test_a_remark_in_free_words_says_who_came_along(remark: str) -> None:
    assert party_told(remark) == ALONG[remark]


@pytest.mark.parametrize("remark", OTHERS)
def test_a_remark_that_looks_alike_adds_nobody(remark: str) -> None:
    assert party_told(remark) == 0


def test_those_who_came_along_count(project: Project) -> None:
    rows = [[name, "two cousins came along" if name == PEOPLE[1] else ""] for name in PEOPLE]
    check(Case("along", f"att{len(PEOPLE)} head2 rej0 ask0", sheet([*TITLE, ["Name", "Remarks"], *rows])), project)
