"""Badges that were printed, handed out and left over: the people are those to whom one was handed out."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import Case, check, sheet


def _desk(total: str, *heads: str) -> list[list[Cell]]:
    return [
        ["Final conference, Graz, 31 March 2022"],
        [],
        [*heads],
        ["Associations", 40, 33, 7],
        ["Students", 25, 22, 3],
        ["Public bodies", 30, 21, 9],
        [total, 95, 76, 19],
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("Badge-Kategorie", "vorgedruckt", "ausgegeben", "zurück / nicht abgeholt"),
        ("Badge type", "printed", "handed out", "left over"),
        ("Tipo di badge", "stampati", "ritirati", "rimasti"),
        ("Navneskilt", "printet", "udleveret", "ikke afhentet"),
        ("Κατηγορία καρτελάκι", "τυπωμένα", "δόθηκαν", "έμειναν"),
        ("Kategorie", "angemeldet", "gekommen", "nicht erschienen"),
    ],
)
def test_badges_handed_out_are_people(heads: tuple[str, ...], project: Project) -> None:
    check(Case(heads[0], "head76 ev1 ask0", sheet(_desk("total", *heads))), project)


def test_flyers_handed_out_are_no_people(project: Project) -> None:
    rows = _desk("total", "Where", "printed flyers", "handed out", "left over")
    check(Case("flyers", "head0 q:column", sheet(rows)), project)
