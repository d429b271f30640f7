"""People in lines with labels, tickets, and columns that need no question or do need one."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .cases import PEOPLE, TITLE, Case, check, register, sheet
from .grids import read

HERE = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))


def lines(*texts: str) -> list[list[Cell]]:
    return [[text] for text in texts]


LABELS = [
    Case("headings between people", "att3 named3 gen:female=2", sheet(lines(
        "Συμμετέχων 1", "Ονοματεπώνυμο: Άννα Παπά", "Φύλο: γυναίκα", "", "Συμμετέχων 2", "Ονοματεπώνυμο: Νίκος Δήμου",
        "Φύλο: άνδρας", "", "Συμμετέχων 3", "Ονοματεπώνυμο: Ελένη Λάμπρου", "Φύλο: γυναίκα",
    )), hints=HERE),
    Case("a line is missing", "att3 com:syrian=1 date:2021-05-04", sheet(lines(
        "Workshop Handwerk Graz", "Datum: 4.5.2021", "", "Name: Anna Berg", "E-Mail: anna@example.org",
        "Herkunft: Syrien", "", "Name: Tom Lund", "Herkunft: Österreich", "", "Name: Ida Krag",
    )), hints=HERE),
    Case("labels and values in two columns", "att3 named3 city:palermo", sheet([
        ["Città", "Palermo"], [], ["Nome", "Aldo"], ["Cognome", "Neri"], ["Telefono", ""], [], ["Nome", "Bea"],
        ["Cognome", "Conti"], ["Telefono", "+39 333 1234567"], [], ["Nome", "Carla"], ["Cognome", "Riva"],
    ]), hints=Hints("skill_transfer_workshop", date=date(2021, 5, 4))),
    Case("the team and the absent", "att1 nc2", sheet(lines(
        "Navn: Bo Holm", "Rolle: underviser", "Til stede: ja", "Navn: Ida Krag", "Rolle: deltager", "Til stede: nej",
        "Navn: Tom Lund", "Rolle: deltager", "Til stede: ja",
    )), hints=HERE),
    Case("contacts on a cover", "refused", sheet(lines(
        "Contact", "Name: Anna Berg", "E-mail: anna@example.org", "Deputy", "Name: Tom Lund", "E-mail: tom@example.org",
    )), hints=HERE),
]  # fmt: skip

TICKETS = [
    Case("each includes the buyer", "att3 head4", sheet(register("Anzahl Karten", [2, 2, 3]))),
    Case("an order has a row for each", "att3 head0 q:column", sheet([
        *TITLE, ["Ordine", "Nome e cognome", "Biglietti"], ["A17", "Aldo Neri", 2], ["A17", "Bea Conti", 2],
        ["B20", "Carla Riva", 1],
    ])),
    Case("which ticket", "att3 head0", sheet(register("Tickets", [1001, 1002, 1003]))),
]  # fmt: skip

ASKED = [
    Case("nobody filled in who came", "att0 rej3 q:blank", sheet(register("Present", ["", "", ""]))),
    Case("a list to sign", "att3 rej0", sheet(register("Signature", ["", "", ""]))),
    Case("why and that", "att2 nc2", sheet(register("Bemerkung", ["krank, nicht da", "", "nicht da (Arbeit)", ""]))),
    Case("ill, but came", "att3 rej1 q:present", sheet(register("Notes", ["was sick, came later", "", "", ""]))),
    Case("hosts are marked", "att3 nc1", sheet(register("Event host", ["no", "yes", "no", "no"]))),
]


@pytest.mark.parametrize("case", [*LABELS, *TICKETS, *ASKED], ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    "rows",
    [
        [
            *TITLE[:2],
            [],
            ["Date", "Participants", "Books shown"],
            *([date(2021, 3, day), 14, day] for day in (3, 9, 17)),
        ],
        [*TITLE[:2], [], ["Date", "Participants", "Under 20"], *([date(2021, 3, day), 19, day] for day in (3, 9, 17))],
        register("Group", ["Under 20", "Over 20", "20-30"]),
        register("Meeting room", ["A", "B", "A"]),
        [*TITLE, ["Name", "Street", "ZIP", "City", "Country"], [PEOPLE[0], "Lane 1", "34117", "Kassel", "Germany"]],
    ],
    ids=["things", "a part of the people", "ages as groups", "rooms", "the country of an address"],
)
def test_no_question_is_needed(rows: list[list[Cell]], project: Project) -> None:
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project)
    assert (reading.questions, reading.rejected) == ([], [])
    assert reading.attendances or reading.headcounts


@pytest.mark.parametrize("of_whom", ["of whom", "davon", "di cui", "heraf", "εκ των οποίων"])
def test_lines_of_an_event_divide_its_people_by_community(of_whom: str, project: Project) -> None:
    told = lines(
        "Activity: Info session", "Date: 4.5.2021", "City: Graz", "Participants in total: 20", f"{of_whom} local: 15",
        f"{of_whom} Afghan: 5", "", "Activity: Focus group", "Date: 5.5.2021", "City: Graz",
        "Participants in total: 12", f"{of_whom} local: 5", f"{of_whom} Syrian: 6",
    )  # fmt: skip
    found = Counter[str | None]()
    for row in read(project, told).headcounts:
        found[row.community] += row.people
    assert sum(found.values()) == 32
    assert (found["local"], found["afghan"], found["syrian"]) == (20, 5, 6)
