"""Phrases by which a remark says that somebody led the event or lessons."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.prose.leading import (
    leads_event,
    leads_lessons,
    observers_of_group,
    who_teaches,
)
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("text", "event", "lessons"),
    [("leads the session", True, False), ("Leitung Kochabend", True, False), ("Aldo Neri", False, False)],
)
def test_who_leads_is_told(text: str, event: bool, lessons: bool) -> None:
    assert (leads_event(text), leads_lessons(text)) == (event, lessons)


@pytest.mark.parametrize(
    "text", ["χοροδιδάσκαλος", "maestro/a", "Tanzlehrerin", "danselærer", "dance teacher", "insegnante di cucito"]
)
def test_who_teaches_a_craft_leads_lessons(text: str) -> None:
    assert leads_lessons(text)


@pytest.mark.parametrize(
    "text",
    [
        "Grundschullehrerin",
        "school teacher",
        "folkeskolelærer",
        "dancer",
        "Bürgermeister",
        "insegnante del liceo",
        "καθηγήτρια Γυμνασίου",
    ],
)
def test_teachers_of_schools_and_others_lead_no_course(text: str) -> None:
    assert not leads_lessons(text)


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ({"allievo/a": 9, "maestro/a": 2}, {"maestro/a"}),
        ({"παιδί": 12, "ομαδάρχης": 1}, {"ομαδάρχης"}),
        ({"Kind": 9, "Betreuerin": 2}, {"Betreuerin"}),
        ({"bambina": 4, "bambino": 5, "animatore": 1}, {"animatore"}),
        ({"barn": 9, "gruppeleder": 1}, {"gruppeleder"}),
        ({"child": 9, "camp counsellor": 1}, {"camp counsellor"}),
        ({"Spejder": 14, "Seniorspejder": 4, "Leder": 3}, {"Leder"}),
        ({"Cub": 9, "junior scout": 6, "Leader": 3}, {"Leader"}),
        ({"Wölfling": 9, "Jungpfadfinder": 6, "Leiter": 2, "Leiterin": 1}, {"Leiter", "Leiterin"}),
        ({"lupetto": 9, "coccinella": 6, "capo scout": 3}, {"capo scout"}),
        ({"giocatore": 14, "allenatore": 2}, {"allenatore"}),
        ({"Spielerin": 9, "Trainerin": 1}, {"Trainerin"}),
        ({"παίκτης": 8, "παίκτρια": 5, "προπονητής": 1, "βοηθός προπονητή": 1}, {"προπονητής", "βοηθός προπονητή"}),
        ({"spiller": 9, "træner": 1}, {"træner"}),
        ({"player": 9, "coach": 2}, {"coach"}),
        ({"player": 3, "coach": 6}, set()),
        ({"Spejder": 4, "Leder": 4}, set()),
        ({"alunno": 9, "docente": 1}, set()),
        ({"participant": 3, "teacher": 3}, set()),
        ({"teacher": 1}, set()),
        ({"TN": 19, "Ausbildner": 2, "Lehrgangsleitung": 1}, {"Ausbildner", "Lehrgangsleitung"}),
        ({"corsista": 16, "docente": 2, "direttrice del corso": 1}, {"docente", "direttrice del corso"}),
        ({"kursist": 20, "instruktør": 2, "kursusansvarlig": 1}, {"instruktør", "kursusansvarlig"}),
        ({"συμμετέχων": 20, "εκπαιδευτής": 2, "υπεύθυνη εργαστηρίου": 1}, {"εκπαιδευτής", "υπεύθυνη εργαστηρίου"}),
        ({"trainee": 20, "instructor": 2, "head of course": 1}, {"instructor", "head of course"}),
        ({"participant": 20, "teacher": 3}, set()),
        ({"TN": 20, "Lehrer": 2, "Lehrerin": 2}, set()),
        ({"TN": 5, "Ausbildner": 2, "Lehrgangsleitung": 1}, set()),
    ],
)
def test_a_few_people_teach_all_others(roles: dict[str, int], found: set[str]) -> None:
    assert who_teaches(roles, 2) == found


STAFF = ("moderatrice", "Moderation", "facilitator", "ordstyrer", "συντονίστρια")
GUESTS = ("partecipante", "Teilnehmer", "Teilnehmerin", "participant", "deltager", "συμμετέχουσα", "speaker")


@pytest.mark.parametrize(
    ("role", "roles", "expected"),
    [
        ("osservatrice (tirocinante)", {"partecipante": 9, "moderatrice": 1}, True),
        ("Beobachter", {"Teilnehmer": 4, "Teilnehmerin": 3, "Moderation": 1}, True),
        ("observer", {"participant": 8, "facilitator": 2, "tea": 1}, True),
        ("observatør", {"deltager": 7, "ordstyrer": 1}, True),
        ("παρατηρήτρια", {"συμμετέχουσα": 6, "συντονίστρια": 1}, True),
        ("observer", {"participant": 8}, False),
        ("observer", {"participant": 40, "facilitator": 2}, False),
        ("observer", {"participant": 8, "speaker": 1, "facilitator": 2}, False),
        ("guest", {"participant": 8, "facilitator": 2}, False),
    ],
)
def test_who_observes_a_small_group_takes_no_part(role: str, roles: dict[str, int], expected: bool) -> None:
    def is_staff(text: str) -> bool | None:
        return True if text in STAFF else False if text in (*GUESTS, role) else None

    assert (role in observers_of_group({**roles, role: 1}, is_staff, 2)) is expected


@pytest.mark.parametrize(
    ("header", "came", "leads"),
    [("Nota", "sì", "facilitatrice"), ("Note", "yes", "facilitator"), ("Anmerkung", "ja", "Moderatorin"),
     ("Bemærkning", "ja", "facilitator"), ("Σημείωση", "ναι", "συντονίστρια")],
)  # fmt: skip
def test_a_remark_says_that_one_person_leads_the_group(header: str, came: str, leads: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, came, leads if name == PEOPLE[-1] else None] for name in PEOPLE]
    check(Case(header, "att5 nc1 ask0", sheet([*TITLE, ["Name", "Present", header], *rows])), project)
