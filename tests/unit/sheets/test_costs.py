"""Tables of costs, goods, pay and programmes count nobody by themselves, also under an event's title; numbers of
people beside what an event cost do."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]
PAID = ("Nuccia Tarantino", "Babacar Gueye", "Ilaria Zito")
DAYS = (date(2021, 9, 14), date(2021, 9, 15), date(2021, 9, 16))


def about(title: str, header: str, *rows: tuple[Cell, ...]) -> Rows:
    """A table under the title of an event, with a header in words between bars."""
    return [[title], [], [*header.split("|")], *map(list, rows)]


FAIR = "LIAISON project fair Kassel, 14 September 2021"
OTHER: list[Rows] = [
    about(
        "Costs of the LIAISON project fair in Kassel", "Receipt|Date|Supplier|What for|Number|Amount €",
        ("R1", DAYS[0], "Bakery Thiel", "Pretzels", 120, 113.66), ("R2", DAYS[1], "Hahn Drinks", "Water", 14, 236.78),
        ("R3", DAYS[2], "Copy Shop", "Posters", 60, 166.72), ("", "", "", "Total", "", 517.16),
    ),
    about(
        "Rendiconto conferenza finale LIAISON Palermo 14/09/2021", "Voce|Numero|Costo unitario|Costo totale",
        ("Coffee break", 120, "2,00", "240,00"), ("Cartelline", 100, "1,50", "150,00"),
        ("Interpreti", 2, "9,00", "18,00"),
    ),
    about(
        "Regnskab LIAISON-messe Vejle", "Bilag|Dato|Leverandør|Formål|Antal|Beløb kr.",
        ("1", DAYS[0], "Bager Lund", "boller", 120, "500,00"), ("2", DAYS[1], "Drikke A/S", "vand", 14, "236,00"),
        ("3", DAYS[2], "Tryk ApS", "plakater", 60, "166,72"), ("", "", "", "I alt", "", "902,72"),
    ),
    about(
        "Έξοδα για την Έκθεση LIAISON Αθήνα 14/09/2021", "Ημερομηνία|Σκοπός|Αριθμός|€",
        (DAYS[0], "κουλούρια", 120, "113,66"), (DAYS[1], "νερά", 14, "236,78"), (DAYS[2], "αφίσες", 60, "166,72"),
    ),
    about(
        "Ausgaben LIAISON-Messe Kassel", "Datum|wofür|Anzahl|bezahlt",
        (DAYS[0], "Brezeln", 120, "113,66 €"), (DAYS[1], "Wasser", 14, "236,78 €"), (DAYS[2], "Plakate", 60, "66,72 €"),
    ),
    about(FAIR, "Company|Purpose|Count|EUR", ("Thiel", "Pretzels", 120, 113.66), ("Hahn", "Water", 14, 236.78)),
    about(
        "Hours worked at the " + FAIR, "Name|From|To|Hours|Rate|Pay",
        ("Anna Beck", "09:00", "17:00", 8, 12, 96), ("Ben Ott", "09:00", "13:00", 4, 12, 48),
    ),
    about(
        "Spenden LIAISON-Messe Kassel 14.09.2021", "Name|Betrag|Datum|Zahlungsart",
        ("Anna Beck", 20, DAYS[0], "bar"), ("Ben Ott", 50, DAYS[0], "Überweisung"),
    ),
    about(
        "Programme of the LIAISON final conference, Kassel, 14 September 2021", "Time|Item|Minutes|Who",
        ("09:00", "Welcome", 15, "Anna Beck"), ("09:15", "Keynote", 45, "Ben Ott"), ("10:00", "Panel", 60, "Carl Uhl"),
    ),
    about(
        "LIAISON-Abschlusskonferenz Kassel, 14.09.2021", "Uhrzeit|Was|Name",
        ("9.00", "Begrüßung", "Anna Beck"), ("9.15", "Vortrag", "Ben Ott"), ("10.00", "Ausklang", "Carl Uhl"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("rows", OTHER, ids=lambda rows: str(rows[0][0]))
def test_what_was_paid_or_planned_counts_nobody(project: Project, rows: Rows) -> None:
    try:
        reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="kassel"))
    except RefusedFile:
        return
    assert not reading.attendances
    assert not reading.headcounts
    assert [question.kind for question in reading.open_questions] == ["sheet"]


SOLD: dict[str, str] = {
    "en": "Fern Catering Ltd.||INVOICE/LIAISON project fair, Kassel, 14 September 2021//Item|Unit price EUR|Persons/"
    "Tea|4.5|90/Lunch|19|90/Room hire (flat)|850|",
    "de": "Lieferschein 47/LIAISON-Messe Kassel, 14.09.2021//Artikel|Personen/Kaffee|90/Suppe|60",
    "it": "FATTURA n. 12/Fiera LIAISON, Kassel, 14.09.2021//Descrizione|Persone|Prezzo/Pranzo|90|19/Cena|60|30",
    "da": "Tilbud/LIAISON-messe Kassel, 14-09-2021//Vare|Personer|Pris|I alt/Kaffe|90|45|4050/Frokost|60|100|6000",
    "el": "Δελτίο αποστολής 12/Έκθεση LIAISON, Kassel, 14.09.2021//Είδος|Άτομα/Καφές|90/Μπουφές|60",
    "a price": "LIAISON-Messe Kassel, 14.09.2021//Was|Personen|Preis|Summe/Tee|90|4,50|405,00/Suppe|60|8|480",
    "lines": "Rechnung Nr. 4/LIAISON-Messe Kassel, 14.09.2021/Personen|90/Preis pro Person|19/Gesamt|1710",
}


@pytest.mark.parametrize("text", SOLD.values(), ids=SOLD)
def test_people_on_an_invoice_are_asked_about(project: Project, text: str) -> None:
    rows: Rows = [[_cell(cell) for cell in line.split("|")] for line in text.split("/")]
    reading = read_workbook(
        Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints("project_fair", "kassel", DAYS[0])
    )
    assert not reading.headcounts
    assert [question.kind for question in reading.open_questions] == ["sheet"]


def _cell(text: str) -> Cell:
    return int(text) if text.isdigit() else text or None


PEOPLE_TOO: list[tuple[Rows, int]] = [
    (
        about(
            "LIAISON events", "Datum|Veranstaltung|Ort|Anzahl|Kosten €",
            (DAYS[0], "Projektmesse", "Kassel", 120, 113.66), (DAYS[1], "Infoveranstaltung", "Kassel", 14, 236.78),
        ),
        134,
    ),
    (about(FAIR, "Stand|Besucher|Ausgaben €", ("Info", 120, 3.66), ("Tee", 14, 6.78)), 134),
    (about(FAIR, "Ticket|Price|Visitors|Takings", ("Adult", 5, 80, 400), ("Child", 2, 30, 60)), 110),
    (about("Angebot: Kochkurs, Kassel, 14.09.2021", "Gruppe|Personen", ("Frauen", 12), ("Männer", 5)), 17),
    (about(FAIR, "Ticket type|Price|Checked in", ("Adult", "5,00", 80), ("Child", "0,00", 30)), 110),
    (about(FAIR, "Community|Number|Vouchers €", ("Syrian", 8, "40,00"), ("Afghan", 3, "15,00")), 11),
    *(
        (about(FAIR, head, ("9-12", "Anna, Tom", 120, 90), ("12-15", "Tom", 14, 60)), 134)
        for head in (
            "Shift|On the stall|Visitors spoken to|Leaflets left", "Schicht|Am Stand|Besucher|Flyer übrig",
            "Vagt|Ved boden|Besøgende|Foldere", "Βάρδια|Στο περίπτερο|Επισκέπτες|Φυλλάδια",
        )
    ),
    *(
        (about("Awareness campaign", head, (DAYS[0], "Bebelplatz", 120, 5), (DAYS[1], "Stern", 14, 7)), 134)
        for head in (
            "Datum|Standort|Gespräche (Personen)|Kilometer", "Date|Place|People reached|Kilometres",
            "Data|Luogo|Persone contattate|Chilometri", "Dato|Sted|Besøgende|km",
        )
    ),
    (about(FAIR, "Hour|Number|Temperature", ("10-11", 8, 21.5), ("11-12", 3, 22.5)), 11),
]  # fmt: skip


@pytest.mark.parametrize(
    "head", ["Date|Route|Participants|km", "Datum|Ziel|Besucher|Kilometer", "Shift|Place|People|Hours"]
)
def test_passengers_and_helpers_are_asked_about(project: Project, head: str) -> None:
    rows = about(FAIR, head, (DAYS[0], "Stern", 12, 5), (DAYS[1], "Markt", 14, 7))
    hints = Hints("project_fair", "kassel", DAYS[0])
    check(Case("asked", "att0 head0 q:sheet!", sheet(rows), None, hints), project)


@pytest.mark.parametrize(("rows", "people"), PEOPLE_TOO, ids=lambda one: str(one)[:40])
def test_numbers_of_people_beside_money_count(project: Project, rows: Rows, people: int) -> None:
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="kassel"))
    assert sum(row.people for row in reading.headcounts) == people


def test_who_came_in_and_went_out_is_no_cash_book(project: Project) -> None:
    rows = about(FAIR, "Nome|Entrata|Uscita", ("Anna Neri", "9:00", "12:00"), ("Bea Conti", "9:05", "12:00"))
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="kassel"))
    assert len(reading.attendances) == 2


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Compensi", ["Collaboratore", "Ruolo", "Ore", "€/h", "Lordo"]),
        ("Honorarnoten", ["Name", "Leistung", "Stunden", "Betrag"]),
        ("Αμοιβές", ["Συνεργάτης", "Ώρες", "Μικτά"]),
        ("Travel claims", ["Claimant", "From", "To", "€"]),
        ("Honorarer", ["Navn", "Timer", "I alt"]),
    ],
)
def test_a_sheet_of_payments_beside_lists_needs_no_answer(project: Project, name: str, header: list[str]) -> None:
    people: Rows = [*TITLE, ["Name", "Community"], *([one, "Syrian"] for one in PEOPLE)]
    paid: Rows = [[*header], *([person, *[at * 8] * (len(header) - 1)] for at, person in enumerate(PAID, 1))]
    check(Case(name, "att6 rej0 ask0", sheet(people), sheet(paid, name)), project)


COUNTED: Rows = [["Hour", "Visitors", "Flyers"], ["10-11", 12, 25], ["11-12", 21, 40], ["Total", 33, 65]]
GOODS: dict[str, list[list[Cell]]] = {
    "Material": [["Was", "Anzahl", "Kosten"], ["Flyer A6", 500, 38.5], ["Becher", 150, 17.9]],
    "Bücher": [["Buch", "Stück", "bezahlt"], ["Schritte 3", 12, "ja"], ["Wörterheft", 17, "nein"]],
    "Indkøb": [["Vare", "Antal", "Pris"], ["Kaffe", 12, 480], ["Plakater", 50, 625]],
    "Acquisti": [["Cosa", "Quantità", "Euro"], ["Manifesti", 50, 62], ["Bicchieri", 200, 14]],
    "Books": [["Title of the book", "Number", "Shelf"], ["Words 1", 12, "A"], ["Words 2", 9, "B"]],
    "Υλικά": [["Είδος", "Ποσότητα", "Κόστος"], ["Αφίσες", 50, 62.5], ["Ποτήρια", 200, 14.9]],
}


@pytest.mark.parametrize("name", GOODS)
def test_a_sheet_of_things_beside_a_count_needs_no_answer(project: Project, name: str) -> None:
    check(Case(name, "head33 rej0 ask0", sheet([[FAIR], [], *COUNTED]), sheet(GOODS[name], name)), project)


def test_communities_on_a_sheet_named_after_things_are_people(project: Project) -> None:
    rows: Rows = [["Community", "Number"], ["Syrian", 8], ["Afghan", 3]]
    books = sheet([*TITLE, *rows], "Books")
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet([[FAIR], [], *COUNTED]), books]), project)
    assert sum(row.people for row in reading.headcounts) == 44


def test_a_sheet_of_payments_alone_is_asked_about_or_refused(project: Project) -> None:
    rows: Rows = [["Name", "Leistung", "Stunden", "Betrag €"], *([one, "Leitung", 6, 330] for one in PAID)]
    hints = Hints(activity="skill_transfer_workshop", city="graz", date=DAYS[0])
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows, "Honorare")]), project, hints)
    assert reading.attendances == [] and reading.questions


def test_a_signed_list_named_after_a_claim_counts(project: Project) -> None:
    rows: Rows = [*TITLE, ["Name", "Unterschrift"], *([one, "gez."] for one in PEOPLE)]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows, "Belege")]), project)
    assert (len(reading.attendances), reading.open_questions) == (6, [])


REFUNDS = {
    "Fahrtkostenersatz – Skill-Transfer-Workshop am 12.03.2022": "erhalten (Unterschrift)",
    "Rimborso biglietti – Laboratorio di scambio di competenze del 12/03/2022": "Firma per ricevuta",
    "Travel expenses – skill-transfer workshop, 12 March 2022": "Signed for receipt",
    "Rejserefusion – færdighedsworkshop 12. marts 2022": "Kvittering (underskrift)",
    "Έξοδα μετακίνησης – Εργαστήριο μεταφοράς δεξιοτήτων 12/03/2022": "Υπογραφή παραλαβής",
}


@pytest.mark.parametrize("title", REFUNDS)
@pytest.mark.parametrize("amounts", [[2.8, 5.6, 2.8, 1.4, 1.4], ["2,80 €"] * 5])
def test_participants_who_sign_for_their_fare_were_there(project: Project, title: str, amounts: list[Cell]) -> None:
    head: list[Cell] = ["Nr.", "Name", "Community", "€", REFUNDS[title]]
    rows: Rows = [[at + 1, name, "Syrian", amounts[at], name.split()[-1]] for at, name in enumerate(PEOPLE[:5])]
    total: list[Cell] = ["", "Summe", "", 14.0, ""]
    hints = Hints(city="graz")
    check(
        Case("refunds", "att5 head0 ask0 date:2022-03-12", sheet([[title], [], head, *rows, total]), None, hints),
        project,
    )
    wrong: list[Cell] = ["", "Summe", "", 25.0, ""]
    check(Case("wrong sum", "att5 head0 ask0", sheet([[title], [], head, *rows, wrong]), None, hints), project)


@pytest.mark.parametrize("title", ["Honorare Trainer – Skill-Transfer-Workshop 12.03.2022", "Compensi docenti"])
def test_who_is_paid_for_work_is_asked_about(project: Project, title: str) -> None:
    rows: Rows = [[name, 120.5, "x"] for name in PEOPLE]
    hints = Hints("skill_transfer_workshop", "graz", date(2022, 3, 12))
    check(Case("fees", "att0 q:sheet!", sheet([[title], [], ["Name", "€", "Firma"], *rows]), None, hints), project)


def test_a_sum_of_ages_counts_nobody(project: Project) -> None:
    rows: Rows = [[name, 30] for name in PEOPLE]
    hints = Hints("skill_transfer_workshop", "graz", date(2022, 3, 12))
    check(Case("ages", "att6 head0 ask0", sheet([["Name", "Alter"], *rows, ["Summe", 180]]), None, hints), project)


PLAN: list[Cell] = ["Start", "End", "Item", "Responsible", "Mobile"]


@pytest.mark.parametrize(
    "head", [PLAN, ["Von", "Bis", "Was", "Wer", "Telefon"], ["Ora", "", "", "Responsabile", "Cell."]]
)
def test_a_plan_of_who_does_what_lists_nobody(project: Project, head: list[Cell]) -> None:
    rows: Rows = [
        [f"{8 + at}:00", f"{9 + at}:00", f"Item {at}", name, f"+43 664 387278{at}"] for at, name in enumerate(PEOPLE)
    ]
    hints = Hints("final_conference", "graz", date(2022, 3, 17))
    check(Case("plan", "att0 q:sheet!", sheet([["Run of show"], [], head, *rows]), None, hints), project)
    came: Rows = [[name, f"9:0{at}", f"16:3{at}"] for at, name in enumerate(PEOPLE)]
    check(Case("in and out", "att6 ask0", sheet([["Name", "In", "Out"], *came]), None, hints), project)


@pytest.mark.parametrize("head", ["Visitor", "Visitors", "Besucher", "Visitatore", "Besøgende"])
def test_numbers_of_visitors_in_a_row_count_each_once(project: Project, head: str) -> None:
    rows: Rows = [[at + 1, ["female", "male"][at % 2], "18-29", "Syrian"] for at in range(12)]
    hints = Hints("project_fair", "graz", date(2021, 9, 26))
    grid = sheet([[head, "Gender", "Age group", "Community"], *rows])
    check(Case("visitors", "att12 head0 ask0", grid, None, hints), project)


@pytest.mark.parametrize("head", ["Visitor", "Besucher", "Visitatore", "Besøgende", "Επισκέπτες"])
def test_few_visitors_in_a_row_are_numbered_too(project: Project, head: str) -> None:
    hints = Hints("project_fair", "graz", date(2021, 9, 26))
    rows: Rows = [[at + 1, ["Syrian", "local"][at % 2], ["music", "food", "wood"][at % 3]] for at in range(6)]
    check(Case("six", "att6 head0 ask0", sheet([[head, "Community", "Zorb"], *rows]), None, hints), project)
    check(Case("three", "att0 q:column!", sheet([[head, "Community", "Zorb"], *rows[:3]]), None, hints), project)
    dated: Rows = [[at + 1, date(2021, 9, 20 + at)] for at in range(5)]
    check(Case("a day each", "head15 ask0", sheet([[head, "Date"], *dated]), None, hints), project)
