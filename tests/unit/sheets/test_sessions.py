"""The parts of one day's programme as columns: whoever came to one of them came to the event."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.date_parts import states_several_days
from tests.unit.sheets.cases import PEOPLE, WORKSHOP, Case, check, sheet

DAY: list[list[Cell]] = [["LIAISON Final Conference, Palermo, 29 March 2022"]]
TWO_DAYS: list[list[Cell]] = [["LIAISON Final Conference, Palermo, 29-30 March 2022"]]
MARKS: list[list[Cell]] = [["x", "", "x"], ["", "x", ""], ["x", "x", "x"], ["", "", ""]]


def _rows(marks: list[list[Cell]]) -> list[list[Cell]]:
    return [[name, *row] for name, row in zip(PEOPLE, marks, strict=False)]


CASES = (
    Case(
        "parts of a programme, one of them in no session",
        "att3 nc1 ev1 rej0 date:2022-03-29",
        sheet([*DAY, ["Name", "Opening", "Panel A", "Panel B"], *_rows(MARKS)]),
    ),
    Case(
        "sessions with the hours at which they began",
        "att3 nc1 ev1 rej0",
        sheet([*DAY, ["Name", "Session 1 09:30", "Session 2 11:00", "Session 3 14:00"], *_rows(MARKS)]),
    ),
    Case(
        "numbered sessions that no programme holds together",
        "att0 q:date!",
        sheet([*DAY, ["Name", "Session 1", "Session 2", "Session 3"], *_rows(MARKS)]),
    ),
    Case(
        "a programme of two days",
        "att0 q:date!",
        sheet([*TWO_DAYS, ["Name", "Opening", "Session 1", "Session 2"], *_rows(MARKS)]),
    ),
    Case(
        "half-days divided by names that nobody knows",
        "att3 nc1 ev1 rej0",
        sheet(
            [
                ["Abschlusskonferenz, Graz, 29.03.2022"],
                ["Name", "Vormittag", "", "Nachmittag"],
                ["", "Raum Nord", "Raum Süd", "Großer Saal"],
                *_rows(MARKS),
            ]
        ),
    ),
    Case(
        "sessions under one header that spans them, the other headers repeated",
        "att3 nc1 ev1 rej0",
        sheet(
            [
                ["Τελικό συνέδριο, Αθήνα, 16/03/2022"],
                ["Ονοματεπώνυμο", "Συνεδρίες", "", ""],
                ["Ονοματεπώνυμο", "Έναρξη", "Πάνελ Α", "Πάνελ Β"],
                *_rows(MARKS),
            ]
        ),
    ),
    Case(
        "signatures typed as a word, for each half-day",
        "att3 nc1 ev1 rej0",
        sheet(
            [
                ["Conferenza finale, Palermo, 10 febbraio 2022"],
                ["Cognome e nome", "Mattina", "", "Pomeriggio", ""],
                ["", "Entrata", "Uscita", "Entrata", "Uscita"],
                ["Aldo Neri", "firma", "firma", "firma", "firma"],
                ["Bea Conti", "firma", "firma", "", ""],
                ["Carla Riva", "", "", "firma", "firma"],
                ["Dino Serra", "assente", "", "", ""],
            ]
        ),
    ),
    Case(
        "panels that people chose, beside who came",
        "att2 nc2 ev1 rej0",
        sheet(
            [
                *DAY,
                ["Name", "Panel 1", "Panel 2", "Present"],
                ["Aldo Neri", "x", "", "yes"],
                ["Bea Conti", "", "x", "no"],
                ["Carla Riva", "x", "", "no"],
                ["Dino Serra", "", "x", "yes"],
            ]
        ),
    ),
    Case(
        "a lunch that people booked",
        "att3 nc1 ev1 rej0",
        sheet(
            [
                ["LIAISON slutkonference, Vejle, 25. februar 2022"],
                ["Navn", "Åbning", "Afslutning", "Frokost"],
                *_rows([["x", "x", ""], ["x", "", "x"], ["", "x", ""], ["", "", "x"]]),
            ]
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_parts_of_a_programme(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Palermo, 29 March 2022", False),
        ("29-30 March 2022", True),
        ("28.-29.10.2021", True),
        ("17 e 18 marzo 2022", True),
        ("28.10.2021, 10-12 Uhr", False),
        ("28/03/2022 - 29/03/2022", True),
    ],
)
def test_a_text_states_several_days(text: str, several: bool) -> None:
    assert states_several_days(text) is several


SAID = ("yes", "maybe", "yes", "no", "maybe", "yes")
CAME = (True, True, False, True, False, False)


@pytest.mark.parametrize(
    ("asked", "came", "words"),
    [
        (
            "Deltager du i mødet d. 3. marts 2021?",
            "Fremmødt (udfyldes af sekretariatet)",
            "Ja Nej Ved_ikke_endnu ja nej",
        ),
        ("Kommer du den 3.3.2021?", "Mødte op", "Ja Nej måske x -"),
        ("Kommst du am 3.3.2021?", "Anwesend (vom Büro auszufüllen)", "Ja Nein vielleicht ja nein"),
        ("Nehmen Sie am 3. März 2021 teil?", "war da", "Ja Nein weiß_nicht ja nein"),
        ("Parteciperai all'incontro del 3 marzo 2021?", "Presente (a cura della segreteria)", "Sì No forse sì no"),
        ("Confermi la presenza il 3/3/2021?", "Presenza effettiva", "Sì No non_so_ancora sì no"),
        ("Θα έρθετε στη συνάντηση στις 3/3/2021;", "Παρών/ούσα (από τη γραμματεία)", "Ναι Όχι ίσως ναι όχι"),
        ("Will you attend on 3 March 2021?", "Attended (filled in by the office)", "Yes No maybe yes no"),
        ("Answer for 3 March 2021", "Was there", "Yes No don't_know_yet yes no"),
        ("Tilmelding 3-3-2021", "Fremmøde", "Ja Nej Ja ja nej"),
        ("Will you be there?", "Attended", "Yes No maybe x -"),
        ("Ich nehme am Treffen am 3.3.2021 in Graz teil", "Anwesend (Check-in)", "Ja Nein Ja ja nein"),
        ("Parteciperò all'incontro del 3/3/2021", "Presente (check-in)", "Sì No Sì sì no"),
        ("Jeg deltager i mødet den 3.3.2021", "Mødt", "Ja Nej Ja ja nej"),
        ("Θα έρθω στη συνάντηση στις 3/3/2021", "Παρών/ούσα", "Ναι Όχι Ναι ναι όχι"),
        ("I will attend on 3 March 2021", "Attended", "Yes No Yes yes no"),
    ],
)
@pytest.mark.parametrize("came_first", [False, True])
def test_who_came_counts_and_not_who_announced_it(
    asked: str, came: str, words: str, came_first: bool, project: Project
) -> None:
    yes, no, undecided, there, away = (word.replace("_", " ") for word in words.split())
    told = {"yes": yes, "no": no, "maybe": undecided}
    rows: list[list[Cell]] = [
        [name, told[said], there if c else away] for name, said, c in zip(PEOPLE, SAID, CAME, strict=True)
    ]
    table: list[list[Cell]] = [["Name", asked, came], *rows]
    if came_first:
        table = [[name, c, said] for name, said, c in table]
    title: list[list[Cell]] = [["Intercultural city committee, Palermo, 3 March 2021"], []]
    check(Case(asked, "att3 nc3 ev1 rej0 ask0 date:2021-03-03", sheet([*title, *table])), project)


def test_the_day_of_a_question_is_that_of_those_who_came(project: Project) -> None:
    rows: list[list[Cell]] = [["City committee, Palermo"], ["Name", "Will you come on 3 March 2021?", "Attended"]]
    rows += [[name, said, "yes" if c else "no"] for name, said, c in zip(PEOPLE, SAID, CAME, strict=True)]
    check(Case("day", "att3 ask0 date:2021-03-03", sheet(rows)), project)
    two: list[list[Cell]] = [["City committee, Palermo"]]
    two += [
        ["Name", "Will you come on 3 March 2021?", "Came 3 March", "Will you come on 9 March 2021?", "Came 9 March"]
    ]
    two += [
        [n, said, "yes" if c else "no", "yes", "no" if c else "yes"]
        for n, said, c in zip(PEOPLE, SAID, CAME, strict=True)
    ]
    check(Case("two days", "att6 ev2 ask0 date:2021-03-09", sheet(two)), project)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Day 1 (6 Oct)", "Day 2 (7 Oct)"),
        ("1. Tag (Di, 6. Okt.)", "2. Tag (Mi, 7. Okt.)"),
        ("Giorno 1 (6 ottobre)", "Giorno 2 (7 ottobre)"),
        ("Dag 1 [6. oktober]", "Dag 2 [7. oktober]"),
        ("6 Οκτωβρίου (1η ημέρα)", "7 Οκτωβρίου (2η ημέρα)"),
        ("6 Oct - afternoon", "7 Oct - afternoon"),
    ],
)
def test_a_day_in_brackets_takes_its_year_from_the_title(first: str, second: str, project: Project) -> None:
    marks: list[list[Cell]] = [["yes", "no"], ["no", "yes"], ["yes", "yes"], ["yes", "no"]]
    rows = [[name, *said] for name, said in zip(PEOPLE, marks, strict=False)]
    grid = sheet([[WORKSHOP], ["Vejle, 6-7 October 2020"], [], ["Name", first, second], *rows])
    check(Case(first, "att5 ev2 ask0 date:2020-10-06 date:2020-10-07", grid), project)


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("Final conference, Graz, 25 March 2022", ["Name", "Organisation country", "Tour 26 March", "Badge collected"]),
        ("Abschlusskonferenz, Graz, 25.3.2022", ["Name", "Land des Vereins", "Abendessen 24.3.", "Badge abgeholt"]),
        ("Afslutningskonference, Graz, 25.3.2022", ["Navn", "Foreningens land", "Middag 24/3", "Badge udleveret"]),
        ("Conferenza finale, Graz, 25/3/2022", ["Nome e cognome", "Nazione ente", "Cena 24/3", "Ritirato badge"]),
        ("Τελικό συνέδριο, Graz, 25/3/2022", ["Ονοματεπώνυμο", "Χώρα φορέα", "Δείπνο 24/3", "Παραλαβή κάρτας"]),
    ],
)
def test_a_dinner_on_another_day_is_no_session(title: str, header: list[Cell], project: Project) -> None:
    came = ["x", "x", "", "x", "x", "x"]
    rows: list[list[Cell]] = [[n, "DE", "x" if at % 2 else "", came[at]] for at, n in enumerate(PEOPLE)]
    expected = "att5 nc1 ev1 date:2022-03-25 ask0"
    check(Case(title, expected, sheet([[title], [], header, *rows])), project)


@pytest.mark.parametrize(
    "parts",
    [
        ["9.30 Plenum", "11.00 Workshop A", "11.00 Workshop B", "14.00 Panel"],
        ["9.30 Velkomst", "11.00 Madlavning", "11.00 Cykelværksted", "14.00 Panel"],
        ["Apertura", "Laboratorio A (cucina)", "Laboratorio B (cucito)", "Chiusura"],
        ["Εργαστήριο Α", "Εργαστήριο Β", "Εργαστήριο Γ", "Ολομέλεια"],
        ["9-10 Uhr Begrüßung", "10-12 Uhr Kochen", "10-12 Uhr Nähen", "14-15 Uhr Podium"],
        ["09:30 Plenary", "11:00 Session on housing", "11:00 Cooking", "12:30 Lunch"],
    ],
)
def test_parts_of_a_conference_on_one_day_are_one_event(parts: list[Cell], project: Project) -> None:
    marks = [["x", "x", "", "x"], ["", "", "", ""], ["", "x", "", ""], ["x", "", "x", ""], ["", "", "x", "x"]]
    rows: list[list[Cell]] = [[name, *of] for name, of in zip(PEOPLE, marks, strict=False)]
    title: list[list[Cell]] = [["Final conference LIAISON, Vejle"], ["17 March 2022"], []]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet([*title, ["Name", *parts], *rows])]), project)
    assert [(e.activity, e.city) for e in reading.events] == [("final_conference", "vejle")]
    assert len(reading.attendances) == 4
    assert not reading.questions
