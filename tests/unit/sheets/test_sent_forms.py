"""Forms that people sent at the door, on one day or several."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet


def forms(question: str, answers: list[str], days: list[str]) -> list[list[Cell]]:
    """A form that six people sent, with a time, what they were asked and their names."""
    rows = zip(PEOPLE, answers, days, strict=True)
    sent: list[list[Cell]] = [[f"{day} 10:1{at}:11", said, name] for at, (name, said, day) in enumerate(rows)]
    return [["Timestamp", question, "Full name"], *sent]


TWO_DAYS = ["05/02/2022"] * 3 + ["19/02/2022"] * 3
AT = Hints(city="palermo", activity="skill_transfer_workshop")


@pytest.mark.parametrize(
    ("question", "days", "expected"),
    [
        ("Which workshop are you at today?", TWO_DAYS, "att6 ev2 ask0"),
        ("An welchem Workshop nehmen Sie heute teil?", TWO_DAYS, "att6 ev2 ask0"),
        ("A quale laboratorio partecipi oggi?", TWO_DAYS, "att6 ev2 ask0"),
        ("Hvilken workshop er du til i dag?", TWO_DAYS, "att6 ev2 ask0"),
        ("Σε ποιο εργαστήριο είστε σήμερα;", TWO_DAYS, "att6 ev2 ask0"),
        ("Which workshop are you at today?", ["05/02/2022"] * 5 + ["19/02/2022"], "q:date!"),
        ("Which workshop did you attend?", TWO_DAYS, "q:date!"),
        ("Which workshop are you at today?", ["05/02/2022", "19/02/2022"] * 3, "q:date!"),
    ],
)
def test_forms_sent_at_the_door_on_several_days(
    question: str, days: list[str], expected: str, project: Project
) -> None:
    rows = forms(question, ["Pottery"] * 3 + ["Photo"] * 3, days)
    check(Case("forms", expected, sheet(rows), hints=AT), project)
