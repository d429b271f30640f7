"""Evidence against a single word: what the row looks like, what the values are, what stands beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import islice

import openpyxl
import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_sheet, read_workbook
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))
COMMUNITY = ("Syrian", "local", "Turkish", "local")


def given(expected: str, header: list[str], *rows: list[Cell]) -> Case:
    """A list without a title; the person gives the event."""
    return Case(header[-1], expected, sheet([[*header], *rows]), hints=GIVEN)


def with_column(expected: str, header: str, *values: Cell) -> Case:
    """A list of people with given names, family names and one more column."""
    names = (name.split() for name in PEOPLE)
    return given(expected, ["First name", "Last name", header], *([*n, v] for n, v in zip(names, values, strict=False)))


MENTIONS = [
    with_column("att3 named3 ev1", "How did you hear about the event?", "friend", "poster", "mail"),
    with_column("att3 ev1", "Wie haben Sie von diesem Workshop erfahren?", "Freunde", "Plakat", "Post"),
    with_column("att3 ev1", "Cosa ti aspetti da questo corso di formazione?", "lavoro", "amici", "niente"),
    with_column("att3 ev1", "Hvad forventer du dig af arrangementet i dag?", "venner", "viden", "intet"),
    with_column("att3 ev1", "Έχετε ξαναέρθει σε εργαστήριο του έργου μας;", "ναι", "όχι", "όχι"),
    with_column("att3 ev1 nc0", "Have you attended a workshop before?", "Yes", "No", "No"),
]

TITLES = [
    with_column("att3 ev1", "Title", "Mr", "Ms", "Dr"),
    with_column("att3 ev1", "Titel", "Herr", "Frau", "Dr."),
    with_column("att3 ev1", "Titolo", "Dott.ssa", "Sig.", "Sig.ra"),
    with_column("att3 ev1", "Title", "Teacher", "Nurse", "Cook"),
    given(
        "att3 ev2", ["Date", "Title", "Name"],
        ["2021-05-04", "Bread", "Aldo Neri"],
        ["2021-05-04", "Bread", "Bea Conti"],
        ["2021-05-05", "Maps", "Carla Riva"],
    ),
]  # fmt: skip

YES_AND_NO = [
    with_column("att4 named4 nc0", "Name may be published", "yes", "no", "no", "yes"),
    with_column("att4 named4 nc0", "Name darf veröffentlicht werden", "Ja", "Nein", "Ja", "Ja"),
    with_column("att4 named4 nc0", "Show on participant list", "Yes", "No", "Yes", "Yes"),
    with_column("att4 named4 nc0", "Nome visibile ai partecipanti", "Sì", "No", "No", "Sì"),
    with_column("att4 nc0", "Attestato di partecipazione", "Sì", "No", "Sì", "Sì"),
    with_column("att4 nc0", "Teilnahmebestätigung gewünscht", "Ja", "Nein", "Ja", "Ja"),
    with_column("att4 nc0", "Certificate of attendance wanted", "Yes", "No", "Yes", "Yes"),
    with_column("att4 nc0", "Βεβαίωση παρακολούθησης", "ναι", "όχι", "ναι", "ναι"),
    with_column("att2 nc2", "Attendance", "Yes", "No", "Yes", "No"),
    with_column("att2 nc2", "Partecipazione", "Sì", "No", "Sì", "No"),
]

TOWNS = [
    given("att2 ev1 city:graz", ["Name", "Straße", "PLZ", "Ort"],
          ["Aldo Neri", "Weg 1", "8010", "Leibnitz"], ["Bea Conti", "Weg 2", "34117", "Kassel"]),
    given("att2 ev1 city:graz", ["Nome e cognome", "Via", "CAP", "Città"],
          ["Aldo Neri", "via Po 1", "90100", "Palermo"], ["Bea Conti", "via Po 2", "90100", "Monreale"]),
    given("att2 ev1 city:graz", ["Navn", "Adresse", "Postnr", "By"],
          ["Aldo Neri", "Vej 1", "7100", "Vejle"], ["Bea Conti", "Vej 2", "7000", "Fredericia"]),
    given("att2 ev2", ["Name", "City"], ["Aldo Neri", "Graz"], ["Bea Conti", "Kassel"]),
]  # fmt: skip

KINDS_OF_PEOPLE = [
    with_column("att2 nc1", "Type", "STAFF", "GUEST", "GUEST"),
    with_column("att2 nc1", "Typ", "Trainer", "Gast", "Gast"),
    with_column("att2 nc1", "Tipologia", "formatrice", "ospite", "ospite"),
    with_column("att3 nc0", "Rolle in der Organisation", "Leitung", "Koordinatorin", "Leitung"),
    with_column("att3 nc0", "Ruolo nell'associazione", "coordinatore", "coordinatrice", "coordinatore"),
    with_column("att3 nc0", "Role in your organisation", "coordinator", "trainer", "coordinator"),
]


def people(*names: str) -> Case:
    """A titled list of four people of these names, each with an address and a community."""
    rows: list[list[Cell]] = [
        [name, f"p{number}@example.org", community]
        for number, (name, community) in enumerate(zip(names, COMMUNITY, strict=True))
    ]
    return Case(names[0], "att4 named4", sheet([*TITLE, ["Name", "E-mail", "Community"], *rows]))


NAMES = [
    people("Suma Roy", "Géza Horváth", "Gezim Rama", "Lucia Somma"),
    people("Suma", "Firmani Paolo", "Tim Stempel", "Ola Total"),
    people("mara88", "Mara Testa 2B", "LENA P-[QX20417]", "Ole Krag"),
]

TWO_COLUMNS = Case(
    "two columns", "att3 named3",
    sheet([*TITLE, ["Name", "Community"], ["Stempel Tim", "local"], ["Gezim Rama", "Albanian"], ["Suma Roy", "local"]]),
)  # fmt: skip


def section(expected: str, heading: str) -> Case:
    """Two participants, a heading, and two people more."""
    rows: list[list[Cell]] = [[name, f"p{at}@example.org"] for at, name in enumerate(PEOPLE[:4])]
    return Case(heading, expected, sheet([*TITLE, ["Name", "E-mail"], *rows[:2], ["", ""], [heading, ""], *rows[2:]]))


SECTIONS = [
    *(section("att2 nc2", text) for text in ("Staff", "CESIE STAFF", "Staff di progetto", "Projektteam", "Unser Team")),
    *(
        section("att2 nc2", text)
        for text in ("Medarbejdere", "Προσωπικό έργου", "Trainers", "Apologies:", "Entschuldigt")
    ),
    *(section("att4 nc0", text) for text in ("Participants", "Teilnehmende", "Trainer: Anna Nardi", "12 June 2021")),
]

NO_PEOPLE = [
    ["Totale", "", "4"], ["Summe", "4", ""], ["Suma", "", "4"], ["Unterschrift: ______", "", ""],
    ["Luogo e data", "", ""], ["Gez. Moser", "", ""], ["Subtotal Kassel", "", 4], ["Firma del docente", "", ""],
]  # fmt: skip


@pytest.mark.parametrize(
    "case",
    [*MENTIONS, *TITLES, *YES_AND_NO, *TOWNS, *KINDS_OF_PEOPLE, *NAMES, *SECTIONS, TWO_COLUMNS],
    ids=lambda case: case.name,
)
def test_a_word_alone_does_not_decide(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize("last", NO_PEOPLE, ids=lambda row: str(row[0]))
def test_totals_and_signatures_are_nobody(last: list[Cell], project: Project) -> None:
    rows: list[list[Cell]] = [[name, f"p{at}@example.org", COMMUNITY[at]] for at, name in enumerate(PEOPLE[:4])]
    check(Case("", "att4 rej0", sheet([*TITLE, ["Name", "E-mail", "Community"], *rows, last])), project)


@pytest.mark.parametrize(
    "error", ["#REF!", "#BEZUG!", "#RIF!", "#VALORE!", "#NAVN?", "#ΤΙΜΗ!", "#DIV/0!", "#N/A", "Err:502"]
)
def test_an_error_of_the_spreadsheet_is_no_name(error: str, project: Project) -> None:
    rows: list[list[Cell]] = [[error, "local"], [error, "local"], ["Aldo Neri", "local"]]
    check(Case("", "att3 named1", sheet([*TITLE, ["Name", "Community"], *rows])), project)


FOREIGN = [
    given("att0 head0 q:sheet!", ["Name", "Price", "Stock"], ["Folding table", 20, 4], ["Projector lamp", 99, 2]),
    given("att0 head0 q:sheet!", ["Nachname", "Vorname", "Gehalt"], ["Neri", "Aldo", 2000], ["Conti", "Bea", 2100]),
    given("att0 head0 q:sheet!", ["Nome e cognome", "Voto"], ["Aldo Neri", 7], ["Bea Conti", 8]),
    given("att0 head0 q:sheet!", ["Navn", "E-mail", "Faktura", "Beløb"], ["Aldo Neri", "a@example.org", "F1", 200]),
    given("refused", ["Rechnungsnummer", "Lieferant", "Betrag"], ["R1", "Papier Berg", 200], ["R2", "Saal Wald", 90]),
    given("refused", ["Fornitore", "Importo"], ["Carta Bianchi", 200], ["Sala Verdi", 90]),
    given("refused", ["Datum", "von", "bis", "Pause", "total"],
          ["2021-05-17", 10, 14, 0, 4], ["2021-05-18", 12, 20, 0, 8]),
    given("refused", ["Προμηθευτής", "Ποσό"], ["Χαρτικά Α", 200], ["Αίθουσα Β", 90]),
    given("head0 q:column!", ["Date", "City", "Zorb"], ["2021-05-17", "Graz", 20], ["2021-05-18", "Graz", 40]),
    given("att2 head0", ["Name", "E-mail", "Community", "Price"], ["Aldo Neri", "a@example.org", "local", 5],
          ["Bea Conti", "b@example.org", "local", 5]),
    given("head30", ["Community", "People", "Cost"], ["Syrian", 20, 300], ["local", 10, 100]),
]  # fmt: skip


@pytest.mark.parametrize("case", FOREIGN, ids=lambda case: str(case.first.rows[0]))
def test_another_kind_of_table_is_asked_about_or_left_out(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("people", "expected"), [(44320, "head0 rej1 q:headcount"), (2001, "head0 q:headcount"), (1990, "head1990")]
)
def test_an_impossible_headcount_is_asked_about(people: int, expected: str, project: Project) -> None:
    check(
        Case(
            "",
            expected,
            sheet([["Date", "City", "Activity", "People"], ["2021-05-04", "Graz", "Project fair", people]]),
        ),
        project,
    )


def test_thousands_of_unknown_words_are_one_question(project: Project) -> None:
    letters = "abcdefghijklmnopqr"
    names = (f"Anna {one}{two} {three}rossi" for one in letters for two in letters for three in letters)
    rows: list[list[Cell]] = [[name, f"Planet{n}x"] for n, name in enumerate(islice(names, 5_000))]
    case = Case("", "q:column", sheet([*TITLE, ["Name", "Community"], *rows]))
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [case.first]), project)
    assert [question.kind for question in reading.questions] == ["column"]
    assert reading.questions[0].suggestions == ("unused", "community")


PRESENCE = [
    with_column("att2 nc2", "Checked in at", "10:01", "10:02", "", ""),
    with_column("att0 q:sheet", "RSVP", "yes", "yes", "no", "no"),
    with_column("att0 q:sheet", "Nimmst du teil?", "Ja", "Nein", "Ja"),
    with_column("att0 q:sheet", "Parteciperai?", "Sì", "No", "Sì"),
    with_column("att2 nc2", "Registration status", "confirmed", "confirmed", "cancelled", "waiting list"),
    with_column("att2 nc1", "Ordrestatus", "Aktiv", "Annulleret", "Aktiv"),
    with_column("att2 nc1", "Stato ordine", "attivo", "annullato", "attivo"),
    with_column("att2 nc2", "Cancelled", "no", "no", "yes", "yes"),
    with_column("att2 nc1", "Abgesagt", "", "x", ""),
    with_column("att2 nc1", "Absent", "", "ill", ""),
    with_column("att0 q:sheet", "Angemeldet", "ja", "nein", "ja"),
    with_column("att3 nc0", "Newsletter", "yes", "no", "no"),
    with_column("att2 nc1", "Notes", "", "cancelled on 14/10 (ill)", "vegetarian"),
    with_column("att2 nc1", "Anmerkung", "", "hat am 22.10. abgesagt", "isst kein Fleisch"),
    with_column("att2 nc1", "Note", "", "non è venuto per malattia", "arriva alle 10"),
    with_column("att3 nc0 q:present", "Notes", "", "cancelled the dinner", ""),
]

DATES = [
    with_column("att3 ev1 date:2021-05-04", "Eintrittsdatum", "11.04.2021", "13.04.2021", "13.04.2021"),
    with_column("att3 ev1 date:2021-05-04", "Købstidspunkt", "2021-04-11", "2021-04-13", "2021-04-13"),
    with_column("att3 ev1 date:2021-05-04", "Member since", "2021-04-11", "2021-04-13", "2021-04-13"),
    with_column("att3 ev2", "Date", "2021-04-11", "2021-04-13", "2021-04-13"),
    Case("as of", "att1 date:2021-05-04",
         sheet([["List of attendees, as of October 3, 2021"], ["Name", "E-mail"], ["Aldo Neri", "a@example.org"]]),
         hints=GIVEN),
    Case("next", "att1 date:2021-05-04", sheet([
        ["Workshop am 4. Mai 2021"], ["Nächstes Treffen: 15. Juni 2021"], [], ["Name", "E-mail"],
        ["Aldo Neri", "a@example.org"],
    ]), hints=Hints("skill_transfer_workshop", "graz")),
    Case("hours", "att3 nc0", sheet([["Nome", "04/05/2021", "14/05/2021"], ["Aldo Neri", "4,00", "0,00"],
                                     ["Bea Conti", "3,50", "4,00"]]), hints=GIVEN),
]  # fmt: skip

TEAMS: list[list[Cell]] = [
    ["Name", "Erster Beitritt", "Dauer", "E-Mail", "Rolle"],
    ["Aldo Neri", "14.05.2021 17:00:00", "1 h", "a@example.org", "Referent"],
    ["Bea Conti", "14.05.2021 17:00:00", "1 h", "b@example.org", "Organisator"],
]
WITHOUT_JOINING: list[list[Cell]] = [["Name", "Rolle"], ["Aldo Neri", "Referent"], ["Bea Conti", "Gast"]]


def tabs(expected: str, first: str, second: str, *, hidden: bool = False) -> Case:
    """A workbook with one person on each of two sheets."""
    grids = [sheet([["Name", "E-mail"], [name, f"{name[0]}@example.org"]], tab)
             for name, tab in zip(PEOPLE, (first, second), strict=False)]  # fmt: skip
    return Case(second, expected, grids[0], replace(grids[1], hidden=hidden), hints=GIVEN)


SHEETS = [
    *(tabs("att1 nc1", "List", name) for name in ("Absent", "Assenti", "Warteliste", "Staff", "Projektteam")),
    *(tabs("att2 nc0", "List", name) for name in ("Staff training", "Group A", "Tabelle2")),
    tabs("att2 nc0", "Team", "Staff"),
    tabs("att1 ask1", "List", "Registered"),
    tabs("att1 nc1", "Attended", "Registered"),
    tabs("att1 nc0", "List", "Old list", hidden=True),
    Case("two names", "att1 rej1", sheet([["Name", "E-mail"], ["Aldo Neri\nBea Conti", "a@example.org"],
                                          ["Carla Riva", "c@example.org"]]), hints=GIVEN),
    Case("one name on two lines", "att2 rej0", sheet([["Name", "E-mail"], ["Aldo\nNeri", "a@example.org"],
                                                      ["Carla Riva", "c@example.org"]]), hints=GIVEN),
    Case("half-days", "att2 nc1 rej0", sheet([
        ["Nr", "Nome", "Cognome", "Firma", ""], ["Nr", "Nome", "Cognome", "mattina", "pomeriggio"],
        [1, "Aldo", "Neri", "F.to", "F.to"], [2, "Bea", "Conti", "", "F.to"], [3, "Carla", "Riva", "", ""],
    ]), hints=GIVEN),
    Case("Referent", "att1 nc1", sheet(TEAMS), hints=GIVEN),
    Case("Referent without joining", "att1 nc1", sheet(WITHOUT_JOINING), hints=GIVEN),
    Case("buyer", "att2 named2", sheet([
        ["Buyer name", "Buyer email", "Ticket holder"], ["Ugo Berg", "u@example.org", "Aldo Neri"],
        ["Ugo Berg", "u@example.org", "Bea Conti"],
    ]), hints=GIVEN),
    Case("noughts", "att1 rej0", sheet([["Nr", "Name", "E-mail"], [1, "Aldo Neri", "a@example.org"], [2, 0, 0],
                                        [3, 0, 0], [4, 0, 0]]), hints=GIVEN),
    Case("rooms", "att2", sheet([["Name", "Meeting room"], ["Aldo Neri", "A"], ["Bea Conti", "B"]]), hints=GIVEN),
    Case("unknown city", "att1 rej1 q:city", sheet([["Name", "City"], ["Aldo Neri", "Graz"], ["Bea Conti", "Vjle"]]),
         hints=GIVEN),
    Case("only an unknown city", "att0 q:city", sheet([["Name", "City"], ["Aldo Neri", "Vjle"]]), hints=GIVEN),
    Case("births", "att2", sheet([["Name", "Date of birth"], ["Aldo Neri", "1/1/1990"], ["Bea Conti", "12/25/1985"]]),
         hints=GIVEN),
]  # fmt: skip

NAMELESS: list[list[Cell]] = [
    [name, "Student"] for name in ("Albers, Mara", "Berg, Jonas", "Gast, Rosa", "Land, Tom", "Note, Eva", "Haas, Paul")
]
JUNE = [["Workshop: sewing, Graz, June 2021"], [], ["Nr", "Name", "Community"], [1, "Aldo Neri", "local"]]

AROUND = [
    Case("header words as names", "att6 ev1", sheet(NAMELESS), hints=GIVEN),
    Case("partner", "att1 city:athens", sheet([
        ["Four Elements"], ["Skill-transfer workshop"], ["28/01/2022"], ["Name", "Community"], ["Aldo Neri", "local"],
    ])),
    Case("partner and option", "att1 city:graz",
         sheet([["Four Elements"], ["Name", "Community"], ["Aldo Neri", "local"]]), hints=GIVEN),
    Case("day as sheet name", "att1 date:2021-06-07", sheet(JUNE, "7 June"), hints=Hints("skill_transfer_workshop")),
    Case("Tag als Blattname", "att1 date:2021-06-14", sheet(JUNE, "14. Juni"), hints=Hints("skill_transfer_workshop")),
]  # fmt: skip


@pytest.mark.parametrize("case", [*AROUND, *PRESENCE, *DATES, *SHEETS], ids=lambda case: case.name)
def test_who_was_there_and_when(case: Case, project: Project) -> None:
    check(case, project)


def workbook(name: str, email: str) -> bytes:
    """A workbook as a program writes it that doesn't calculate."""
    book = openpyxl.Workbook()
    for row in (["Nr", "Name", "E-mail"], ["=1+0", name, email], ["=1+1", name, email]):
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_names_that_are_formulas_without_results_are_refused(project: Project) -> None:
    with pytest.raises(RefusedFile, match="formulas"):
        read_sheet("x.xlsx", workbook('="Aldo"', "=B2"), project, GIVEN)
    assert len(read_sheet("x.xlsx", workbook("Aldo Neri", "=B2"), project, GIVEN).attendances) == 2
