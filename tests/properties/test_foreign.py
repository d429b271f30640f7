"""A table about something else is refused or asked about, never counted: with and without a title and options."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints
from tests.properties.foreign import foreign_tables
from tests.properties.sheets import Rows, read

pytestmark = pytest.mark.slow

EVENT = Hints(activity="skill_transfer_workshop", city="graz", date=date(2021, 5, 12))
TITLE: Rows = [["Skill-transfer workshop, Graz, 12 May 2021"], []]


@pytest.mark.parametrize(
    ("hints", "title"),
    [(Hints(), []), (EVENT, []), (Hints(activity="focus_group", city="graz"), []), (Hints(), TITLE), (EVENT, TITLE)],
    ids=["alone", "options", "two options", "title", "title and options"],
)
def test_a_foreign_table_is_refused_or_asked_about(project: Project, hints: Hints, title: Rows) -> None:
    tables = dict(foreign_tables())
    assert len(tables) >= 32
    counted = []
    for name, rows in tables.items():
        width = max(map(len, rows))
        reading = read(project, [[*row, *[""] * (width - len(row))] for row in [*title, *rows]], hints)
        if reading and (reading.attendances or reading.headcounts) and not reading.questions:
            counted.append(name)
    assert counted == []
