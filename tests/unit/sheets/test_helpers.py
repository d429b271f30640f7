"""Who assists those who lead an event, where the team works, what remarks say of it, and letters for genders."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.titles.helpers import assists_staff, works_at_post
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from tests.unit.sheets.cases import Case, check, register, sheet


@pytest.mark.parametrize(
    "role",
    ["βοηθός εκπαιδεύτριας", "Assistenz des Trainers", "trainer's assistant", "assistente del formatore",
     "assistent for underviseren", "Assistenztrainerin", "underviserassistent"],
)  # fmt: skip
def test_who_assists_the_team_is_of_it(role: str, project: Project) -> None:
    assert assists_staff(role)
    assert vocabulary_of(project).is_staff(role)


@pytest.mark.parametrize(
    "role",
    ["βοηθός μάγειρα", "Assistentin der Geschäftsführung", "assistente sociale", "assistent"],
)
def test_other_assistants(role: str, project: Project) -> None:
    assert not assists_staff(role)
    assert not vocabulary_of(project).is_staff(role)


@pytest.mark.parametrize("role", ["Facilitatore tavolo 2", "Facilitator bord 2", "Συντονιστής τραπεζιού 2"])
def test_who_leads_a_table_is_of_the_team(role: str, project: Project) -> None:
    assert vocabulary_of(project).is_staff(role)


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("operatrice sportello", "att5 nc1 ask0"),
        ("Moderation Tisch 2", "att5 nc1 ask0"),
        ("interpreter at the desk", "att5 nc1 ask0"),
        ("tolk ved skranken", "att5 nc1 ask0"),
        ("διερμηνέας στην υποδοχή", "att5 nc1 ask0"),
        ("fa anche da interprete per la sorella", "att6 nc0 ask0"),
        ("interpreter for her sister", "att6 nc0 ask0"),
        ("διερμηνέας για τη μητέρα της", "att6 nc0 ask0"),
        ("interpreter for the group in the morning", "q:role ask1"),
    ],
)
def test_remarks(remark: str, expected: str, project: Project) -> None:
    assert works_at_post(remark) == ("nc1" in expected)
    check(Case(remark, expected, sheet(register("Notes", ["", "", remark, "", "", ""]))), project)


@pytest.mark.parametrize("letters", ["PD", "GB", "MJ", "DH", "ΚΑ"])
def test_letters_for_genders_that_explain_each_other(letters: str, project: Project) -> None:
    marks: list[Cell] = [letters[at] for at in (0, 1, 1, 0, 1, 0)]
    check(Case(letters, "att6 ask0", sheet(register("Gender", marks))), project)


@pytest.mark.parametrize(
    ("participant", "role"),
    [
        ("Participant", "Registration"),
        ("Partecipante", "Responsabile tavolo 2"),
        ("Teilnehmerin", "Tischmoderation 1"),
        ("Deltager", "Bordvært 3"),
        ("Συμμετέχουσα", "Υπεύθυνη τραπεζιού 2"),
        ("Participant", "Photographer"),
        ("Teilnehmerin", "Kinderbetreuung"),
    ],
)
def test_who_serves_an_event_of_participants(participant: str, role: str, project: Project) -> None:
    rows: list[Cell] = [participant] * 5
    check(Case(role, "att5 nc1 ask0", sheet(register("Role", [*rows, role]))), project)
    others: list[Cell] = ["Nurse", "Teacher", "Pupil", "Parent", "Cook"]
    check(Case(role, "att6 nc0", sheet(register("Role", [*others, role]))), project)


@pytest.mark.parametrize(
    "remark",
    ["har barn med, tælles ikke", "with her child, not counted", "con bambino, non conta", "mit Kind, zählt nicht"],
)
def test_whom_somebody_brought_may_not_count(remark: str, project: Project) -> None:
    check(Case(remark, "att6 head0 nc0 ask0", sheet(register("Notes", ["", "", remark, "", "", ""]))), project)
    check(
        Case("team", "att5 head0 nc1", sheet(register("Notes", ["", "", remark.split(", ")[1], "", "", ""]))), project
    )
