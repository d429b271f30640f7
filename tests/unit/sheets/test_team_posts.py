"""Words for the team among posts in organisations."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import PEOPLE, TITLE, sheet
from tests.unit.sheets.grids import read


def counted(project: Project, headers: tuple[str, str], said: list[tuple[str, str]]) -> int:
    """Returns how many people of a committee's list count."""
    rows: list[list[Cell]] = [[name, *cells] for name, cells in zip(PEOPLE, said, strict=False)]
    lines = [*TITLE, ["Name", *headers], *rows]
    return len(read_workbook(Workbook("list.xlsx", "xlsx", [sheet(lines)]), project, Hints()).attendances)


@pytest.mark.parametrize(
    ("headers", "others", "of_team"),
    [
        (("Funktion", "Organisation"), ("Obmann", "Caritas"), ("Moderation", "Compass GmbH")),
        (("Funzione", "Ente"), ("presidente", "Arci"), ("facilitatrice", "CESIE")),
        (("Ιδιότητα", "Φορέας"), ("μέλος", "Δήμος"), ("συντονίστρια", "Four Elements")),
        (("Function", "Organisation"), ("delegate", "Town hall"), ("project manager", "Compass")),
        (("Stilling", "Organisation"), ("formand", "KIF"), ("koordinator", "VIFIN")),
        (("Funktion", "Organisation"), ("Presse", "HNA"), ("Veranstaltungsteam", "Agentur M&F")),
        (("Function", "Organisation"), ("guest", "Town hall"), ("event team", "Smith & Co")),
    ],
)
def test_people_of_a_partner_and_the_event_team_do_not_count(
    project: Project, headers: tuple[str, str], others: tuple[str, str], of_team: tuple[str, str]
) -> None:
    elsewhere = ("Imam" if headers[0] == "Funktion" else others[0], "Zebra")
    assert counted(project, headers, [others, elsewhere, others, others, others, of_team]) == 5


@pytest.mark.parametrize(
    ("headers", "others", "other"),
    [
        (("Funktion", "Verein"), ("Obmann", "Sportverein"), ("Trainerin", "Turnverein")),
        (("Funzione", "Ente"), ("presidente", "Arci"), ("coordinatrice", "Caritas")),
        (("Function", "Organisation"), ("chair", "Town hall"), ("project manager", "Red Cross")),
        (("Function", "Organisation"), ("delegate", "Compass"), ("director", "Compass")),
    ],
)
def test_posts_in_other_organisations_count(
    project: Project, headers: tuple[str, str], others: tuple[str, str], other: tuple[str, str]
) -> None:
    assert counted(project, headers, [others, ("member", "Zebra"), others, others, others, other]) == 6


@pytest.mark.parametrize(
    ("header", "other", "leads"),
    [
        ("A che titolo", "partecipante", "tirocinante del Comune (organizzazione)"),
        ("in che veste", "partecipante", "maestra del coro (conduce)"),
        ("nimmt teil als", "Teilnehmerin", "Chormeisterin (leitet)"),
        ("i hvilken egenskab", "deltager", "kommunens praktikant (underviser)"),
        ("συμμετέχει ως", "συμμετέχουσα", "κυρία της χορωδίας (διδάσκει)"),
        ("here as", "participant", "choir lady (leads)"),
    ],
)
def test_who_leads_the_event_by_brackets_behind_a_role(project: Project, header: str, other: str, leads: str) -> None:
    said = [(other, ""), (other, ""), (leads, ""), (other, ""), (other, ""), (other, "")]
    assert counted(project, (header, "Zorb"), said) == 5


@pytest.mark.parametrize(("activity", "people"), [("final_conference", 5), ("skill_transfer_workshop", 4)])
@pytest.mark.parametrize("header", ["Rolle", "Ticketart"])
def test_who_speaks_at_a_conference_takes_part(activity: str, people: int, header: str, project: Project) -> None:
    roles = ["Gast", "Gast", "Referent/in", "Crew", "Gast", "Gast"]
    rows: list[list[Cell]] = [["Name", header], *([*row] for row in zip(PEOPLE, roles, strict=True))]
    hints = Hints(activity=activity, city="kassel", date=date(2021, 3, 3))
    assert len(read(project, rows, hints=hints).attendances) == people


@pytest.mark.parametrize(
    ("header", "posts", "team_word"),
    [
        ("Mansione", ("Funzionario", "Vicesindaco", "Studentessa", "Bibliotecario"), "Responsabile di progetto"),
        ("Funktion", ("Stadträtin", "Referatsleiter", "Studentin", "Bibliothekar"), "Projektleiterin"),
        ("Funktion", ("Stadträtin", "Referatsleiter", "Lehrerin", "Amtsleitung"), "wiss. Mitarbeiter"),
        ("Function", ("Director", "Deputy mayor", "Student", "Nurse"), "Project manager"),
        ("Stilling", ("Direktør", "Byrådsmedlem", "Studerende", "Forsker"), "Projektleder"),
        ("Ιδιότητα", ("Διευθυντής", "Αντιδήμαρχος", "Φοιτητής", "Νοσηλεύτρια"), "Υπεύθυνη έργου"),
    ],
)
def test_a_post_among_posts_is_none_of_the_team(
    project: Project, header: str, posts: tuple[str, ...], team_word: str
) -> None:
    rows: list[list[Cell]] = [[name, post, "x"] for name, post in zip(PEOPLE, (*posts, team_word), strict=False)]
    reading = read(project, [*TITLE, ["Name", header, "Present"], *rows])
    assert len(reading.attendances) == len(posts) + 1 and not reading.open_questions


def test_a_role_among_participants_stays_one_of_the_team(project: Project) -> None:
    said = ("Teilnehmer", "Teilnehmerin", "Stadträtin", "Teilnehmer", "Projektleiterin")
    rows: list[list[Cell]] = [[name, role] for name, role in zip(PEOPLE, said, strict=False)]
    reading = read(project, [*TITLE, ["Name", "Funktion"], *rows])
    assert len(reading.attendances) == len(said) - 1


@pytest.mark.parametrize(
    ("header", "there", "leads", "of_team"),
    [
        ("Deltog", "Ja", "Ja (mødeleder, facilitator)", True),
        ("anwesend", "x", "x – Moderation", True),
        ("Presente", "sì", "sì, formatrice", True),
        ("Παρών", "Ναι", "Ναι (συντονίστρια)", True),
        ("Attended", "Yes", "Yes - trainer and host", True),
        ("Attended", "Yes", "Yes (online)", False),
        ("Deltog", "Ja", "Ja (kom sent)", False),
        ("Presente", "sì", "sì, dalle 10", False),
    ],
)
def test_a_word_for_the_team_behind_a_yes(project: Project, header: str, there: str, leads: str, of_team: bool) -> None:
    said = [("Zebra", there)] * 5 + [("Kompas", leads)]
    assert counted(project, ("Ente", header), said) == (5 if of_team else 6)


def test_a_word_for_the_team_behind_a_signature(project: Project) -> None:
    said = [("Zebra", f"{name[0]}. {name.split()[-1]}") for name in PEOPLE[:6]]
    assert counted(project, ("Ente", "Firma"), [*said[:5], ("Zebra", "E. Monti (formatrice)")]) == 5


@pytest.mark.parametrize(
    ("header", "group", "other"),
    [
        ("Tipologia", "Organizzazione della società civile", "Associazione di migranti"),
        ("Funktion", "Organisation der Zivilgesellschaft", "Migrantenverein"),
        ("Τύπος", "Οργάνωση της κοινωνίας των πολιτών", "Σύλλογος μεταναστών"),
        ("Type", "Civil society organisation", "Migrant association"),
    ],
)
def test_a_group_of_guests_is_no_word_for_the_team(project: Project, header: str, group: str, other: str) -> None:
    said = [("Zebra", other), ("Zebra", group), ("Zebra", other), ("Zebra", other), ("Zebra", other), ("Zebra", other)]
    assert counted(project, ("Ente", header), said) == 6


@pytest.mark.parametrize(
    ("header", "others", "said", "of_team"),
    [
        ("presa in carico", "appuntamento", "mediatrice, nostra collega", True),
        ("Betreuung", "Termin", "Dolmetscherin, unsere Kollegin", True),
        ("Follow-up", "appointment", "our colleague, mediator", True),
        ("Opfølgning", "aftale", "tolk, vores kollega", True),
        ("Επόμενο βήμα", "ραντεβού", "διερμηνέας, συνάδελφός μας", True),
        ("Follow-up", "appointment", "phone our colleague", False),
        ("Betreuung", "Termin", "unsere Adresse", False),
    ],
)
def test_a_colleague_of_those_who_made_the_list(
    project: Project, header: str, others: str, said: str, of_team: bool
) -> None:
    cells = [("Arabic", others)] * 5 + [("Arabic", said)]
    assert counted(project, ("Language", header), cells) == (5 if of_team else 6)
