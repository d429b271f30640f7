"""Habits that sheets share: bookings and who came, badges, parts of a list, numbers beside the team, exports of
learning platforms."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.words.phrases.titles.coming import heads_present, heads_registered
from liaison_metrics.sheets.words.presence import says_absent, says_present
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet

_TRAINING = Hints(activity="oep_training", city="graz")


def booked(places: str, came: str) -> list[list[Cell]]:
    """A titled list of bookings: for how many people, and how many of them came."""
    numbers = ((1, 1), (2, 2), (3, 1), (1, 0), (4, 4))
    return [*TITLE, ["Name", places, came], *([n, *pair] for n, pair in zip(PEOPLE, numbers, strict=False)),
            ["Total", 11, 8]]  # fmt: skip


def parts(first: str, second: str) -> list[list[Cell]]:
    """A titled sheet with a list of those who had registered and one of those who came."""
    came = ([at, n, ""] for at, n in enumerate(PEOPLE[:4], start=1))
    return [*TITLE, [first], ["No.", "Name", "E-mail"],
            *([at, n, f"{n[:4].lower()}@example.org"] for at, n in enumerate(PEOPLE, start=1)),
            [], [second], ["No.", "Name", "Notes"], *came]  # fmt: skip


def moodle(when: str, late: str, excused: str) -> list[list[Cell]]:
    """An export of a learning platform with one session."""
    marks = ("P (2/2)", "P (2/2)", f"{late} (1/2)", f"{excused} (1/2)", "A (0/2)", "P (2/2)")
    return [["Course", "OEP training"], [], ["Last name", "First name", when, "Points"],
            *([*reversed(n.split()), m, "2 / 2"] for n, m in zip(PEOPLE, marks, strict=True))]  # fmt: skip


CASES = (
    Case("booked and came", "att4 head4 nc1 rej0", sheet(booked("Places booked", "Attended"))),
    Case("booked and came, Danish", "att4 head4 nc1", sheet(booked("Antal bestilte pladser", "Antal mødt"))),
    Case("booked and came, German", "att4 head4 nc1", sheet(booked("Plätze", "Davon gekommen"))),
    Case("an event called off above the next one", "att6 rej0 ev2 date:2021-09-30",
         sheet([["Færdighedsworkshop 1, Vejle, 26. august 2021"], ["Navn", "Telefon"],
                *([n, "+45 82415912"] for n in PEOPLE[:3]), [], ["Færdighedsworkshop 2, Vejle, 23. september 2021"],
                ["AFLYST – underviser syg"], [], ["Færdighedsworkshop 2, Vejle, 30. september 2021"],
                ["Navn", "Telefon"], *([n, "+45 82415913"] for n in PEOPLE[3:])])),
    Case("badges", "att3 nc1", sheet(register("Badge ausgegeben um", ["8:31", "nicht abgeholt", "8:40", "8:57"]))),
    Case("badges, English", "att4 nc1", sheet(register("Badge collected at", ["8:31", "", "8:40", "8:57", "9:14"]))),
    Case("registered and present", "att4 nc6 rej0 ev1", sheet(parts("ISCRITTI al 01/03/2021", "PRESENTI (ore 15)"))),
    Case("registered, German", "att4 nc6 ev1", sheet(parts("Angemeldete (6)", "Anwesende"))),
    Case("registered, Greek", "att4 nc6 ev1", sheet(parts("Εγγεγραμμένοι", "Παρόντες"))),
    Case("volunteers below", "att3 nc3",
         sheet([*TITLE, ["Name", "Country"], *([n, "Italy"] for n in PEOPLE[:3]), [], ["Volontari (non contano)"],
                ["Name", "Hours"], *([n, "10-14"] for n in PEOPLE[3:])])),
    Case("trainers below", "att4 nc2 ev1",
         sheet([*TITLE, ["Name", "03.03.2021"], ["Teilnehmer/innen"], *([n, "x"] for n in PEOPLE[:4]),
                ["Trainer/innen"], *([n, "x"] for n in PEOPLE[4:])])),
    Case("a page with the header again", "att6 rej0 ev1",
         sheet([*TITLE, ["Name", "Phone"], *([n, "+39 333 123456"] for n in PEOPLE[:3]), [],
                ["Vejle Kommune      side 2 af 2"], ["Name", "Phone"], *([n, "+39 333 123457"] for n in PEOPLE[3:])])),
    Case("venues in the city", "head30 ev3 rej0",
         sheet([["Dato", "Aktivitet", "Sted", "Antal deltagere"], ["17-06-2020", "Fokusgruppe", "Vejle Bibliotek", 7],
                ["24-06-2020", "Fokusgruppe", "Spinderihallerne", 9], ["25-09-2021", "LIAISON-messe", "Torvet", 14]]),
         hints=Hints(city="vejle")),
    Case("another city is asked about", "q:city",
         sheet([["Date", "Activity", "City", "Participants"], ["2021-03-03", "Focus group", "Linz", 7],
                ["2021-03-04", "Focus group", "Graz", 9]]), hints=Hints(city="graz")),
    Case("numbers beside the team", "head35 rej0",
         sheet([["Date", "Activity", "Participants"], ["2021-03-17", "Info-session", "26 (incl. 2 staff)"],
                ["2021-04-21", "Info-session", "11 + 1 trainer"]]), hints=Hints(city="kassel")),
    Case("a month beside its first event", "head26 ev2",
         sheet([["Monat", "Datum", "Art", "TN", "w", "m"], ["Januar", "20.01.2021", "OEP-Schulung", 14, 6, 8],
                ["", "", "Summe Januar", 14, 6, 8], ["März", "09.03.2021", "OEP-Schulung", 12, 8, 4]]),
         hints=Hints(city="kassel")),
    Case("Moodle", "att4 nc2 rej0 ev1", sheet(moodle("13 Oct 2020 4.00PM All students", "L", "E")), hints=_TRAINING),
    Case("Moodle, Italian", "att4 nc2 ev1", sheet(moodle("21 gen 2021 15:00 Tutti gli studenti", "R", "G")),
         hints=_TRAINING),
    Case("people behind an empty line", "att3 head3 ev1",
         sheet([["Laboratorio di scambio di competenze, Palermo, 3 marzo 2021"], ["chi c'era:"],
                *([f"{at}) {n}"] for at, n in enumerate(PEOPLE[:3], start=1)), [],
                ["+ altre 3 signore che non hanno lasciato il nome"]])),
    Case("unknown words under a heading", "att4 head1 ev1",
         sheet([["Skill-transfer workshop, Palermo, 3 March 2021"], [], ["Present:"], ["Anna from the school"],
                *([n] for n in PEOPLE[:2]), ["Carla Riva + her sister"]])),
    Case("photos beside signatures", "att5 rej0 nc0",
         sheet([*TITLE, ["Name", "Telefon", "Dürfen wir Bilder machen?", "Unterschrift"],
                *([n, "", "ja" if at else "nein", f"{n[0]}. sig"] for at, n in enumerate(PEOPLE[:5]))])),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_partners_habits(case: Case, project: Project) -> None:
    check(case, project)


def test_headings_of_registered_and_present_people() -> None:
    for line in ("ISCRITTI al 09/11/2020", "Registrations (24)", "Tilmeldte pr. 3. maj", "Anmeldungen – Stand Montag"):
        assert heads_registered(line), line
    for line in ("PRESENTI (appello ore 15.10)", "Anwesende:", "Fremmødte (12)", "Παρόντες"):
        assert heads_present(line), line
    for line in ("Registered trainers meet in Graz on Monday", "Da Silva", "Skill-transfer workshop", ""):
        assert not heads_registered(line) and not heads_present(line), line


def test_points_of_learning_platforms() -> None:
    assert all(map(says_present, ("P (2/2)", "L (1/2)", "R (1/2)")))
    assert all(map(says_absent, ("A (0/2)", "E (1/2)", "G (1/2)")))
    assert not says_present("Z (1/2)") and not says_absent("Z (1/2)")
