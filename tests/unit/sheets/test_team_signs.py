"""Signs, tickets and names of devices that tell who is of the team."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, NotCountedReason
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.team_registers import ABOVE, MARKS, read, register


def meeting(host: str, address: str = "") -> list[list[Cell]]:
    """An online meeting's report: its head with the account that held it, and when each person joined."""
    people = [*((name, f"{name[:4].lower()}@example.org") for name in PEOPLE), (host, address)]
    rows = [[name, mail, f"02/24/2021 03:5{at}:18 PM", 85] for at, (name, mail) in enumerate(people)]
    return [["Meeting ID", "Topic", "Start Time", "User Email"],
            ["912", "LIAISON info session Vejle", "02/24/2021 03:50:02 PM", "webinar@example.org"], [],
            ["Name (Original Name)", "User Email", "Join Time", "Duration (Minutes)"], *rows]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Klasse", ("9.a", "9.b", "9.a", "9.b", "9.a", "Facilitator")),
        ("Form", ("9B", "9A", "9B", "9A", "9B", "Trainer")),
        ("Gruppe", ("8a", "8b", "8a", "8b", "8a", "Trainerin (Open House)")),
        ("Classe", ("2A", "2A", "2B", "2B", "2A", "formatrice")),
        ("Τάξη", ("Β1", "Β2", "Β1", "Β2", "Β1", "εκπαιδεύτρια")),
        ("Τάξη / ιδιότητα", ("Β1", "Β2", "Β1", "Β2", "Β1", "ομάδα έργου")),
        ("Notes", ("", "late bus", "", "", "", "trainer")),
        ("Bemærkning", ("", "", "", "", "", "underviser")),
        ("Ruolo", ("", "", "", "", "", "facilitatore")),
        ("Ruolo", ("corsista", "corsista", "corsista", "corsista", "corsista", "docente")),
        ("Role", ("participant", "participant", "participant", "participant", "participant", "teacher")),
        ("Rolle", ("Teilnehmerin", "Teilnehmer", "Teilnehmerin", "Teilnehmer", "Teilnehmer", "Dozentin")),
        ("", ("", "", "", "", "", "Moderatorin")),
    ],
)
def test_who_is_marked_as_the_team_does_not_count(header: str, values: tuple[Cell, ...], project: Project) -> None:
    reading = read(project, register(header, values))
    assert len(reading.attendances) == 10
    assert {row.reason for row in reading.not_counted} == {NotCountedReason.STAFF}
    assert reading.questions == []


@pytest.mark.parametrize(
    "name", ["Furio Lodi (trainer)", "Furio Lodi – Trainer", "Lodi, Furio, trainer", "Trainer: Furio Lodi"]
)
def test_the_team_is_marked_beside_the_name(name: str, project: Project) -> None:
    rows = [[who, *MARKS] for who in (*PEOPLE[:5], name)]
    reading = read(project, [*ABOVE, ["Name", "3/9", "10/9", "17/9"], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (10, 2, [])


@pytest.mark.parametrize(
    ("name", "legend"),
    [("Furio Lodi *", "* = trainer"), ("Furio Lodi*", "*: Trainerin"), ("Furio Lodi (T)", "(T) = trainer")],
)
def test_a_sign_marks_the_team(name: str, legend: str, project: Project) -> None:
    rows = [[who, *MARKS] for who in (*PEOPLE[:5], name)]
    reading = read(project, [*ABOVE, ["Name", "3/9", "10/9", "17/9"], *rows, [], [legend]])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (10, 2, [])


TICKETS = [
    ("Tipo di biglietto", "Staff CESIE", "Ingresso"),
    ("Produkt", "Team-Ausweis (Organisation)", "Teilnahme"),
    ("Ticket type", "Staff pass", "General admission"),
    ("Produkt", "Teamausweis (Organisation)", "Messebesuch kostenlos"),
    ("Ticketart", "Mitarbeiterkarte", "Besuch"),
    ("Billettype", "Crew", "Deltager"),
    ("Billettype", "Personalebillet", "Deltager"),
    ("Τύπος εισιτηρίου", "Προσωπικό", "Γενική είσοδος"),
]


@pytest.mark.parametrize(("header", "team", "other"), TICKETS)
def test_tickets_of_the_team_do_not_count(header: str, team: str, other: str, project: Project) -> None:
    kinds = [team, *[other] * 5]
    rows: list[list[Cell]] = [[kind, name, "yes"] for kind, name in zip(kinds, PEOPLE, strict=True)]
    reading = read(project, [*TITLE, [header, "Name", "Checked in"], *rows])
    assert [row.reason for row in reading.not_counted] == [NotCountedReason.STAFF]
    assert len(reading.attendances) == 5
    assert reading.questions == []


def test_a_ticket_for_a_team_counts(project: Project) -> None:
    rows: list[list[Cell]] = [[kind, name] for kind, name in zip(["Team of 5", *["Single"] * 5], PEOPLE, strict=True)]
    assert read(project, [*TITLE, ["Ticket type", "Name"], *rows]).not_counted == []


def test_a_sign_is_explained_with_whom_the_trainer_works_for(project: Project) -> None:
    rows: list[list[Cell]] = [[f"{name}*" if name == PEOPLE[0] else name, *MARKS] for name in PEOPLE]
    lines: list[list[Cell]] = [*ABOVE, ["* = Open House – trainer"], ["Name", "3/9", "10/9", "17/9"], *rows]
    reading = read(project, lines)
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (10, 2, [])


@pytest.mark.parametrize(
    ("host", "address", "people"),
    [
        ("Rasmus Munk - VIFIN (Host)", "", 6),
        ("Rasmus Munk | VIFIN | vært", "", 6),
        ("Sara Riva - CESIE (organizzatrice)", "", 6),
        ("Uli Beck (VHS – Gastgeber)", "", 6),
        ("Rasmus Munk", "Webinar@example.org", 6),
        ("Rasmus Munk - VIFIN", "", 7),
        ("Rasmus Munk (Host City Vejle)", "rasmus@example.org", 7),
    ],
)
def test_the_host_of_an_online_meeting(project: Project, host: str, address: str, people: int) -> None:
    reading = read(project, meeting(host, address))
    assert (len(reading.attendances), len(reading.not_counted)) == (people, 7 - people)
    assert reading.open_questions == []


@pytest.mark.parametrize(
    ("legend", "code"),
    [
        ("came: y / n     F = facilitator (not to be counted)", "F"),
        ("T = Trainerin (zählt nicht)", "T"),
        ("F = formatore", "F"),
        ("U = underviser", "U"),
        ("Ε = εκπαιδευτής", "Ε"),
    ],
)
def test_a_code_in_a_column_of_its_own_marks_the_team(project: Project, legend: str, code: str) -> None:
    people = [[name, "Arci", code if at == 1 else ""] for at, name in enumerate(PEOPLE)]
    check(
        Case("code", "att5 nc1 ask0", sheet([*TITLE, [legend], [], ["Name", "Organisation", code], *people])), project
    )


@pytest.mark.parametrize(
    ("user", "host"),
    [
        ("Bruger", "Center Nord (vært)"), ("User", "Compass (host)"), ("Utente", "CESIE (organizzatore)"),
        ("Benutzer", "Zebra (Gastgeber)"), ("Χρήστης", "Δήμος (οικοδεσπότης)"),
    ],
)  # fmt: skip
def test_a_host_beside_users_of_an_online_tool_does_not_count(user: str, host: str, project: Project) -> None:
    rows: list[list[Cell]] = [[host, "a@x.example", "18.45", "20.40"]]
    rows += [[name, f"{name[0].lower()}@y.example", "19.00", "20.20"] for name in PEOPLE]
    check(Case(user, "att6 nc1 named6 ask0", sheet([*TITLE, [user, "E-mail", "Ind", "Ud"], *rows])), project)


@pytest.mark.parametrize("label", ["Organizer", "Organizzatore", "Gastgeber", "Arrangør", "Διοργανωτής"])
def test_a_host_named_above_those_who_joined_does_not_count(label: str, project: Project) -> None:
    people: list[list[Cell]] = [[*name.split(), "17:00", "18:20"] for name in PEOPLE]
    joined: list[Cell] = ["First name", "Last name", "Time joined", "Time exited"]
    rows: list[list[Cell]] = [*TITLE[:-1], [label, "Bea Conti"], [], joined, *people]
    check(Case(label, "att5 nc1 ask0", sheet(rows)), project)
