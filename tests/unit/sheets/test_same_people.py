"""Remarks that a row repeats somebody, and what remarks say of the team and of absence."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import read


@pytest.mark.parametrize(
    ("name", "remark"),
    [
        ("Aldo Nerri", "= Aldo Neri"),
        ("Neri A.", "doppelt, siehe Aldo Neri"),
        ("Aldo Nери", "stessa persona di Aldo Neri"),
        ("A. Neri", "dublet af Aldo Neri"),
        ("Aldo Neri jr", "διπλή εγγραφή: Aldo Neri"),
    ],
)
def test_a_remark_names_who_is_repeated(project: Project, name: str, remark: str) -> None:
    rows = [[person, "Local", ""] for person in PEOPLE] + [[name, "Local", remark]]
    reading = read(project, [*TITLE, ["Name", "Community", "Remarks"], *rows])
    assert [row.name for row in reading.attendances].count("Aldo Neri") == 2
    assert reading.questions == []


@pytest.mark.parametrize("remark", ["friend of Aldo Neri", "with Aldo Neri", "Aldo Neri's sister", ""])
def test_other_remarks_name_nobody_who_is_repeated(project: Project, remark: str) -> None:
    rows = [[person, ""] for person in PEOPLE] + [["Alda Neri", remark]]
    reading = read(project, [*TITLE, ["Name", "Remarks"], *rows])
    assert len({row.name for row in reading.attendances}) == len(PEOPLE) + 1


def remarked(remark: str, header: str = "Remarks") -> list[list[object]]:
    """A titled list with one remark."""
    return [*TITLE, ["Name", "Community", header], *([n, "Local", remark * (n == PEOPLE[0])] for n in PEOPLE)]


REMARKS = [
    *(
        Case(f"the team: {remark}", "att5 nc1", sheet(remarked(remark)))  # type: ignore[arg-type]
        for remark in (
            "teacher, led the workshop", "Leitung Nähabend (Verein)", "ha tenuto il laboratorio", "ledte workshoppen",
            "our trainer", "unsere Trainerin", "la nostra formatrice", "vores underviser",
        )
    ),
    *(
        Case(f"absent: {remark}", "att5 nc1", sheet(remarked(remark)))  # type: ignore[arg-type]
        for remark in (
            "registered, did not come", "sagte ab am gleichen Tag", "aflyste samme dag", "non è venuta in giornata",
        )
    ),
    *(
        Case(f"asked: {remark}", "att5 rej1 q:role", sheet(remarked(remark)))  # type: ignore[arg-type]
        for remark in (
            "employee of the town", "päd. Fachkraft", "dipendente comunale", "ansat i kommunen", "υπάλληλος δήμου",
        )
    ),
    *(
        Case(f"counts: {remark}", "att6", sheet(remarked(remark)))  # type: ignore[arg-type]
        for remark in ("came with her choir", "unemployed", "brought cake", "kam nicht allein", "kom for sent")
    ),
    Case("a word for absence under posts", "att5 nc1", sheet(remarked("registered, did not come", "Function"))),  # type: ignore[arg-type]
    Case(
        "the teacher in place of a yes",
        "att4 nc2",
        sheet([*TITLE, ["Nome", "Iscritto", "Presente"],
               *([n, said, "no" if n == PEOPLE[5] else "sì"]
                 for n, said in zip(PEOPLE, ["sì", "sì", "no", "sì", "insegnante", "sì"], strict=True))]),
    ),
    Case(
        "answers that go on to say why",
        "att4 nc2",
        sheet([*TITLE, ["Name", "Were you there?"],
               *([n, said] for n, said in zip(PEOPLE, ["Yes", "Yes, late", "No, I was ill", "Yes", "No - work", "Yes"],
                 strict=True))]),
    ),
    Case("absence without a header", "att5 nc1", sheet([["Info session, Graz, 3 March 2021"],
         *([n, "Local", "kam nicht" * (n == PEOPLE[1])] for n in PEOPLE)])),
]  # fmt: skip


@pytest.mark.parametrize("case", REMARKS, ids=lambda case: case.name)
def test_remarks_of_the_team_and_of_absence(project: Project, case: Case) -> None:
    check(case, project)


COUNTED = [
    Case(
        "people counted in the hall on a sheet of its own",
        "att6 head41 ev1",
        sheet([["Final conference, Vejle, 10 March 2022"], ["Name", "Community"], *([n, "Local"] for n in PEOPLE)]),
        sheet([["Final conference, Vejle, 10 March 2022"], ["Counted in the hall:", 41]], "Hall"),
    ),
    Case(
        "notes on another sheet are no count",
        "att6 head0",
        sheet([["Final conference, Vejle, 10 March 2022"], ["Name", "Community"], *([n, "Local"] for n in PEOPLE)]),
        sheet([["To do"], ["Chairs:", 41], ["Room", 12]], "Notes"),
    ),
    Case(
        "more people counted than the remarks leave",
        "q:total",
        sheet([*TITLE, ["Name", "Note"], *([n, "did not come" * (n in PEOPLE[:2])] for n in PEOPLE), [],
               ["Present: 6"]]),
    ),
    Case(
        "two workshops of a day with other topics",
        "att5 ev2",
        sheet([["Skill-transfer workshop „Kochen“, Kassel, 25.05.2021"], ["Name", "Herkunft"],
               *([n, "lokal"] for n in PEOPLE[:3])], "A"),
        sheet([["Skill-transfer workshop „Computer“, Kassel, 25.05.2021"], ["Name", "Herkunft"],
               *([n, "lokal"] for n in PEOPLE[3:5])], "B"),
    ),
    Case(
        "two pages of one workshop",
        "att5 ev1",
        sheet([["Skill-transfer workshop «Cucina», Palermo, 25/05/2021"], ["Nome", "Comunità"],
               *([n, "locale"] for n in PEOPLE[:3])], "1"),
        sheet([["Skill-transfer workshop «Cucina», Palermo, 25/05/2021"], ["Nome", "Comunità"],
               *([n, "locale"] for n in PEOPLE[3:5])], "2"),
    ),
    Case(
        "others who are not on the list",
        "att6 head4",
        sheet([*TITLE, ["Nome", "Comunità"], *([n, "locale"] for n in PEOPLE), [],
               ["Altri 4 presenti, non in elenco"]]),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case.name)
def test_people_counted_beside_lists(project: Project, case: Case) -> None:
    check(case, project)
