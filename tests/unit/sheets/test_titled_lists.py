"""Lists of things and payments, columns beside the event, and what lines above several lists explain."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, WORKSHOP, Case, check, register, sheet
from tests.unit.sheets.grids import read

MARKS = ["X", "X", "", "X"]
DAYS: list[Cell] = ["2021-03-03", "2021-03-10", "2021-03-17"]


MORE = ("Gino Pace", "Hanna Lind", "Ida Falk", "Jens Holm", "Karin Berg")


def group(name: str, trainer: str, *people: str) -> list[list[Cell]]:
    """A list with a heading, whose first person has the sign of trainers."""
    return [
        [f"Gruppe {name}"],
        ["Name", "Telefon"],
        [f"{trainer} (TR)", ""],
        *([person, f"+39 333 12345{at}"] for at, person in enumerate(people, start=10)),
    ]


def tally(*parts: str) -> list[list[Cell]]:
    """A tally of three days whose last column adds up the first two."""
    rows: list[list[Cell]] = [[day, 3 + at, 2, 5 + at] for at, day in enumerate(DAYS)]
    return [*TITLE[:2], [], ["Date", *parts], *rows]


def things(*header: str) -> list[list[Cell]]:
    """A titled list with a name and two small things beside it."""
    return [*TITLE, [*header], *([name, "1 large", 30] for name in PEOPLE)]


EVENT = Hints(activity="skill_transfer_workshop")
INVOICE = ("Invoice no.", "Description", "Date", "City", "Amount")


def invoices(number: str, *header: str) -> list[list[Cell]]:
    """A list of invoices in a city of the project, whose numbers look like telephone numbers."""
    rows: list[list[Cell]] = [[f"{number}{at}", "Room", f"2021-03-0{at}", "Graz", f"{40 * at},00"] for at in (1, 2, 3)]
    return [[*header], *(row[: len(header)] for row in rows)]


CASES = [
    Case("invoices of a year", "refused", sheet(invoices("2021-00", *INVOICE[:4])), hints=EVENT),
    Case("invoices with amounts", "att0 head0 q:sheet!", sheet(invoices("2021-00", *INVOICE)), hints=EVENT),
    Case("invoices with long numbers", "att0 head0 q:sheet!", sheet(invoices("2021-0000", *INVOICE)), hints=EVENT),
    Case("vouchers", "att0 head0 q:sheet!", sheet(things("Full name", "Food parcel", "Voucher €"))),
    Case("parcels, German", "att0 head0 q:sheet!", sheet(things("Name", "Lebensmittelpaket", "Gutschein"))),
    Case(
        "sizes of shoes", "att0 head0 q:column!",
        sheet([*TITLE, ["Dancer", "Number of shoe size"], *([name, 38] for name in PEOPLE)]),
    ),
    Case(
        "fees paid", "att0 q:sheet!",
        sheet([*TITLE[:3], ["Contributi (X = quota pagata)"], [], ["Nome", "Gen", "Feb"],
               *([name, mark, "X"] for name, mark in zip(PEOPLE, MARKS, strict=False))]),
    ),
    Case("a tally", "head18 att0", sheet([[*row] for row in tally("Women", "Men", "Adults")])),
    Case("children in care", "att3 head0", sheet(register("Children in childcare", [2, 0, 3]))),
    Case("children in care, Danish", "att3 head0", sheet(register("Antal børn i pasning", [2, 0, 3]))),
    Case("cancelled on a day", "att2 nc1", sheet(register("Bemerkung", ["", "storniert am 3.2.", ""]))),
    Case("missing on a day", "att2 rej1 nc0", sheet(register("Bemerkung", ["", "fehlt am 3.2.", ""]))),
    Case("did not travel", "att2 nc1", sheet(register("Bemerkung", ["", "", "nicht angereist"]))),
    Case(
        "signs for several lists", "att8 nc2",
        sheet([[f"{WORKSHOP}, Palermo, 3 March 2021"], ["TR = Trainerin, zählt nicht mit"], [],
               *group("A", *PEOPLE[:5]), [], *group("B", *MORE)]),
    ),
    Case(
        "a list of those who did not come", "att3 nc3",
        sheet([*TITLE, ["Full name", "Phone", "Country"], *([n, "+39 333 12345", "Italy"] for n in PEOPLE[:3])], "In"),
        sheet([[f"{WORKSHOP}, Palermo, 3 March 2021"], ["Bags not handed out – these people did not come"], [],
               ["Full name", "Phone", "Country"], *([n, "+39 333 12346", "Italy"] for n in PEOPLE[3:])], "Bags"),
    ),
    *(
        Case(
            f"two lists of one sheet, {title}", "att3 nc3 ask0",
            sheet([*TITLE, [came], ["Name", "Community", "EUR"], *([n, "Syrian", 4] for n in PEOPLE[:3]),
                   [], [title], ["Name", "Community", "EUR"], *([n, "Syrian", 4] for n in PEOPLE[3:])]),
        )
        for came, title in (
            ("PAID AND CAME", "PAID BUT DID NOT COME"), ("Came, will pay later", "Apologies"),
            ("Bezahlt und da", "Bezahlt, aber nicht gekommen"), ("Ha pagato", "Ha pagato ma non è venuto"),
        )
    ),
    Case(
        "unnamed people under a list", "att6 head3",
        sheet([[f"{WORKSHOP} in Palermo, 3 March 2021"], [""], *([f"- {name}"] for name in PEOPLE),
               ["- sowie 3 Männer ohne Namen"]]),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reads_things_and_people_apart(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("name", "header"),
    [("Volontari", "Postazione"), ("Helferinnen", "Schicht"), ("Frivillige", "Vagt"), ("Volunteers", "Shift")],
)
def test_helpers_and_their_shifts_are_no_participants(name: str, header: str, project: Project) -> None:
    people: list[list[Cell]] = [["Name", "Community"], *([who, "Syrian"] for who in PEOPLE)]
    shifts: list[list[Cell]] = [["Name", header], *([f"Ugo {who}", "morning"] for who in PEOPLE)]
    check(Case(name, "att6 nc6 ev1", sheet([*TITLE, *people], "List"), sheet(shifts, name)), project)


@pytest.mark.parametrize(
    ("registered", "title", "header"),
    [
        ("ISCRITTI (modulo)", "CHI C'ERA (al banco)", "note"), ("Angemeldet", "Wer da war", "Anm."),
        ("Tilmeldte", "Hvem mødte op", "bem."), ("Εγγραφές", "Ποιοι ήρθαν", "σχόλια"),
        ("Registrations", "Who turned up", "remarks"), ("Iscritti", "", "arrivo"), ("Tilmeldte", "", "ankomst"),
        ("Angemeldet", "", "Ankunft"), ("Registered", "", "arrived at"), ("Εγγεγραμμένοι", "", "άφιξη"),
    ],
)  # fmt: skip
def test_registered_people_beside_those_who_came(registered: str, title: str, header: str, project: Project) -> None:
    event = f"{WORKSHOP}, Palermo, 3 March 2021"
    times: list[Cell] = ["9:07", "9:12", "9:31"] if not title else [""] * 3
    came: list[list[Cell]] = [[name, at] for name, at in zip([*PEOPLE[:2], "Ugo Sala"], times, strict=True)]
    first = sheet([[event], [registered], [], ["Name", "E-mail"], *([name, ""] for name in PEOPLE)], "A")
    check(Case(title, "att3 nc6 ev1", first, sheet([[event], [title], [], ["Name", header], *came], "B")), project)


@pytest.mark.parametrize(("registered", "came"), [
    ("iscritti", "chi c'era"), ("Angemeldet", "wer da war"), ("Tilmeldte", "hvem der kom"), ("Registered", "who came"),
    ("Εγγραφές", "ποιοι ήρθαν"),
])  # fmt: skip
def test_who_came_may_stand_behind_the_title(registered: str, came: str, project: Project) -> None:
    """The list of the registered has the day of each form."""
    forms: list[list[Cell]] = [[name, f"1{at}.09.2021"] for at, name in enumerate(PEOPLE)]
    first = sheet([["Moduli"], [], ["Name", "data modulo"], *forms], registered)
    title: list[Cell] = [f"{WORKSHOP}, Palermo, 28.09.2021 – {came}"]
    check(Case(came, "att3 nc6 ev1 ask0", first, sheet([title, [], ["Name"], *([n] for n in PEOPLE[:3])])), project)


def test_registered_people_of_another_event(project: Project) -> None:
    others: list[list[Cell]] = [[f"Ugo {name}", at] for name, at in zip(PEOPLE, ["9:07"] * 6, strict=True)]
    first = sheet([*TITLE, ["Iscritti"], ["Name", "E-mail"], *([name, ""] for name in PEOPLE)], "A")
    second = sheet([[f"{WORKSHOP}, Palermo, 9 March 2021"], [], ["Name", "arrivo"], *others], "B")
    check(Case("another event", "att12 ev2", first, second), project)


@pytest.mark.parametrize(
    ("registrations", "came", "header", "answers", "costs"),
    [
        ("Anmeldungen", "tatsächlich dagewesen", "angemeldet?", ("ja", "nein, spontan"), ("Kosten", "Preis")),
        ("Registrations", "really came", "registered?", ("yes", "no, walked in"), ("Costs", "Price")),
        ("Iscrizioni", "effettivamente venuti", "iscritto?", ("sì", "no"), ("Spese", "Prezzo")),
        ("Tilmeldinger", "mødte faktisk op", "tilmeldt?", ("ja", "nej"), ("Udgifter", "Pris")),
        ("Εγγραφές", "ήρθαν τελικά", "εγγεγραμμένος;", ("ναι", "όχι"), ("Έξοδα", "Τιμή")),
    ],
)  # fmt: skip
def test_who_came_beside_a_list_of_who_registered(
    registrations: str, came: str, header: str, answers: tuple[str, str], costs: tuple[str, str], project: Project
) -> None:
    event = [f"{came.capitalize()} – LIAISON info session, Graz, 2021-10-07"]
    there = sheet(
        [event, [], ["Name", header], *([name, answers[0]] for name in PEOPLE[:4]), [MORE[0], answers[1]]], came
    )
    beforehand = sheet([[registrations], ["Name", "Telefon"], *([name, ""] for name in PEOPLE)], registrations)
    check(Case(came, "att5 nc6 ev1 ask0 rej0", beforehand, there), project)
    paid = sheet([[costs[0]], ["", "No.", costs[1]], ["Pizza", 30, 8.5], ["Bus", 1, 120]], costs[0])
    check(Case(came, "att5 ev1 ask0 rej0", there, paid), project)


def test_who_cancelled_is_asked_about_under_a_title_of_those_who_came(project: Project) -> None:
    event = ["Really came – LIAISON info session, Graz, 2021-10-07"]
    rows = [[name, "yes"] for name in PEOPLE[:5]]
    there = sheet([event, [], ["Name", "Registered?"], *rows, [MORE[0], "cancelled"]], "list")
    check(Case("cancelled", "att5 nc1 ev1", there), project)


@pytest.mark.parametrize("name", ["Mancanti", "Disdette", "Chi non è venuto", "Non si sono presentati"])
def test_a_sheet_is_named_after_those_who_stayed_away(name: str, project: Project) -> None:
    head: list[list[Cell]] = [*TITLE, ["Name", "Community"]]
    came = sheet([*head, *([one, "Syrian"] for one in PEOPLE[:4])], "Lista")
    away = sheet([*head, *([one, "Syrian"] for one in PEOPLE[4:])], name)
    check(Case("away", "att4 nc2 rej0 ask0", came, away), project)


CAME: list[Cell] = ["x", "x", "", "x", "x", ""]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Lunch", "Dietary"), ("Mittagessen", "Menü"), ("Middag", "Bord"), ("Navetta", "Orario"), ("Πούλμαν", "Ώρα"),
        ("Gala dinner seating", "Table"), ("Hotelliste", "Zimmer"), ("Autobus", "Orario"), ("Ξενοδοχείο", "Δωμάτιο"),
        ("Attestati", "ore"), ("Zertifikate", "Nr."), ("Kursusbeviser", "nr"), ("Βεβαιώσεις", "Ώρες"),
        ("Certificates", "hours"),
    ],
)  # fmt: skip
def test_who_eats_or_rides_beside_a_list_did_not_come_for_that(name: str, header: str, project: Project) -> None:
    served: list[list[Cell]] = [["Name", header]]
    served += [[person, "1"] for person in PEOPLE[:4]]
    case = Case(name, "att4 ask0", sheet(register("Present", CAME)), sheet(served, name))
    check(case, project)


def test_people_of_another_list_still_count(project: Project) -> None:
    others: list[list[Cell]] = [["Name", "Menu"]]
    others += [[person, "1"] for person in MORE]
    reading = read(
        project,
        register("Present", CAME),
        others,
        hints=Hints(activity="skill_transfer_workshop", city="palermo", date=date(2021, 3, 3)),
    )
    assert len(reading.attendances) == 4 + len(MORE)


@pytest.mark.parametrize("header", ["Προσκεκλημένος", "Invitato", "Eingeladen", "Inviteret", "Invited"])
def test_who_was_invited_and_signed_was_there(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, [header, "Substitute", "Signature"]]
    rows += [[name, "", "" if at == 2 else "signed"] for at, name in enumerate(PEOPLE)]
    check(Case(header, "att5 nc1 ask0", sheet(rows)), project)


@pytest.mark.parametrize("name", ["Dinner", "Abendessen", "Middag", "Cena", "Δείπνο"])
def test_one_more_at_a_dinner_needs_no_event(name: str, project: Project) -> None:
    served: list[list[Cell]] = [["Name", "Vegetarian"], *([person, ""] for person in (*PEOPLE[:3], "Hans Kok"))]
    check(Case(name, "att4 ask0", sheet(register("Present", CAME)), sheet(served, name)), project)
