"""Tables side by side: under headers that repeat, under days, or as names alone."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook, headcount_of
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import Rows, read

A, B, C, D, E, F = PEOPLE


def workshops(*titles: str) -> Case:
    """Two lists below each other, each under its title with the day in a cell at the end of the line."""
    rows: list[list[Cell]] = [["Skill-transfer workshops"], []]
    for title, people in zip(titles, (PEOPLE[:2], PEOPLE[2:]), strict=True):
        listed = ([at, name, "Syrian", "0316 5550"] for at, name in enumerate(people, 1))
        rows += [[*title.split("|")], ["No.", "Name", "Community", "Phone"], *listed, []]
    return Case(titles[0], "att6 rej0 ev2", sheet(rows), hints=Hints(city="graz"))


CASES = [
    workshops("Workshop 1: Brot|||am 03.05.2021", "Workshop 2: Holz|||am 10.05.2021"),
    workshops("Incontro 1: pane|||del 03/05/2021", "Incontro 2: legno|||del 10/05/2021"),
    workshops("Workshop 1 – bread|||3 May 2021", "Workshop 2 – wood|||10 May 2021"),
    workshops("Workshop 1: Brød|||den 3. maj 2021", "Workshop 2: Træ|||den 10. maj 2021"),
    workshops("Συνάντηση 1: ψωμί|||στις 03/05/2021", "Συνάντηση 2: ξύλο|||στις 10/05/2021"),
    *(
        Case(
            label,
            f"att6 rej0 ev1 city:{city} date:2021-06-17",
            sheet([[title], *map(list, details), [], ["Name", "Signature", "Age"], *([a, "x", 30] for a in PEOPLE)]),
        )
        for label, city, title, details in (
            ("leader below an address, Italian", "palermo", "Incontro informativo", [
                ("Quando", "17 giugno 2021"), ("Dove", "Palermo, via Dante 153"), ("Chi conduce", "Mimmo Neri")]),
            ("minutes below an address, German", "graz", "Infoveranstaltung", [
                ("Wann", "17. Juni 2021"), ("Wo", "Graz, Straße der Republik 3"), ("Protokoll", "E. Huber (Team)")]),
            ("leader below the place, Danish", "vejle", "Informationsmøde", [
                ("Hvornår", "17. juni 2021"), ("Hvor", "Vejle, Nørregade 3"), ("Referent", "E. Lund (medarbejder)")]),
            ("staff below the day, English", "kassel", "Information session, Kassel", [
                ("held on", "17 June 2021"), ("minutes by", "G. Rest (project staff)")]),
            ("leader below an address, Greek", "athens", "Ενημερωτική εκδήλωση", [
                ("Πότε", "17/6/2021"), ("Πού", "Αθήνα, οδός Σταδίου 3"), ("Ποιος οδηγεί", "Νίκος Ρης (εκπαιδευτής)")]),
        )
    ),
    Case(
        "a header of names below the day is a header, few people below it",
        "att6 ev1",
        sheet(
            [
                ["Information session, Graz"], ["Date", "17 June 2021"], ["Organisation", "Name"], ["Zebra", A],
                ["Zebra", B], [], ["Organisation", "Name"], ["Caritas", C], ["Caritas", D], ["Caritas", E],
                ["Zebra", F],
            ]
        ),
    ),
    Case(
        "women and men with numbers, German",
        "att5 ev1 gen:female=3",
        sheet(
            [
                ["Fokusgruppe, Kassel, 17.09.2020"], [], ["FRAUEN", "", "", "MÄNNER"],
                ["Nr.", "Name", "Herkunft", "Nr.", "Name", "Herkunft"],
                [1, A, "lokal", 1, D, "lokal"], [2, B, "lokal", 2, E, "syrisch"], [3, C, "syrisch"],
            ]
        ),
    ),
    Case(
        "two groups of different days, Danish",
        "att5 ev2 date:2021-05-20",
        sheet(
            [
                ["Fokusgruppe, Vejle"], [], ["Hold 1: 13.05.2021", "", "", "Hold 2: 20.05.2021"],
                ["Navn", "Fællesskab", "", "Navn", "Fællesskab"],
                [A, "lokal", "", D, "lokal"], [B, "lokal", "", E, "syrisk"], [C, "syrisk"],
            ]
        ),
    ),
    Case(
        "badges in two columns, those not picked up below, English",
        "att4 nc2 ev1",
        sheet(
            [
                ["Stakeholder forum – Graz – 11.11.2021"], ["Name", "Body", "", "Name", "Body"],
                [A, "Library", "", C, "Choir"], [B, "Town hall", "", D, "Caritas"], ["Not collected"],
                [E, "School", "", F, "Club"],
            ]
        ),
    ),
    Case(
        "badges in three columns with the organisation in the cell",
        "att6 named6 ev1",
        sheet(
            [
                ["Riunione del Comitato Cittadino Interculturale, Palermo, 23/03/2021"], [],
                [f"{A}\nComune", f"{B}\nArci", f"{C}\nCaritas"], [f"{D}\nScuola", f"{E}\nCoro", f"{F}\nCentro"],
            ]
        ),
    ),
    Case(
        "names below days",
        "att7 ev3 date:2021-04-13",
        sheet(
            [
                ["OEP-Schulung, Kassel"], ["06.04.2021", "13.04.2021", "20.04.2021"], [A, A, B], [B, C, D], [C],
            ]
        ),
    ),
    Case(
        "two quarters with numbers",
        "att0 head72 ev4",
        sheet(
            [
                ["Overview of events in Vejle, 2020"], ["First half", "", "", "", "Second half"],
                ["Date", "Activity", "Participants", "", "Date", "Activity", "Participants"],
                ["2020-05-20", "Focus group", 8, "", "2020-10-06", "Info session", 20],
                ["2020-06-22", "Info session", 33, "", "2020-11-19", "Interview", 11],
                ["", "Total", 41, "", "", "Total", 31],
            ]
        ),
    ),
    Case(
        "goods side by side",
        "refused",
        sheet([["Stock"], [], ["Blue paint", "White paper"], ["Green chairs", "Red tables"], ["Old lamps", "Pens"]]),
    ),
]  # fmt: skip


def blocks(title: str, *over: list[str]) -> list[list[Cell]]:
    """A titled sheet with a block of three people under each of these lines and the same header."""
    rows: list[list[Cell]] = [[title], []]
    for number, line in enumerate(over):
        people = PEOPLE[3 * number : 3 * number + 3]
        rows += [[*line], ["Name", "Role", ""], *([name, "Participant", ""] for name in people), []]
    return rows


TOPICS = "Skill-transfer workshops, Kassel, summer term"
UNDER_A_DAY = [
    *(
        Case(f"a day {where} from its topic: {first[-1]}", "att6 ev2 date:2021-06-05 date:2021-06-12",
             sheet(blocks(TOPICS, first, second)))
        for where, first, second in (
            ("two cells", ["Workshop 1: bikes", "", "Saturday, 5 June 2021"], ["Workshop 2", "", "12 June 2021"]),
            ("one cell", ["Bikes", "5 June 2021"], ["Bread", "12 June 2021"]),
            ("with a label", ["Modul 1", "", "Datum: 05.06.2021"], ["Modul 2", "", "Datum: 12.06.2021"]),
            ("far", ["Modulo 1", "", "", "sabato 5 giugno 2021"], ["Modulo 2", "", "", "sabato 12 giugno 2021"]),
            ("in Danish", ["Modul 1", "", "lørdag d. 5. juni 2021"], ["Modul 2", "", "lørdag d. 12. juni 2021"]),
            ("in Greek", ["Ενότητα 1", "", "5 Ιουνίου 2021"], ["Ενότητα 2", "", "12 Ιουνίου 2021"]),
        )
    ),
    Case("a topic and its day over one list", "att3 ev1 nc0 date:2021-06-05",
         sheet(blocks(TOPICS, ["Bikes", "", "5 June 2021"]))),
    Case("a day over marks", "att2 nc1 date:2021-06-05",
         sheet([[TOPICS], [], ["Bikes", "", "5 June 2021"], ["Name", "Gender", ""],
                [A, "male", "x"], [B, "female", "x"], [C, "male", ""]])),
    Case("the title again on page 2", "att6 ev1 date:2021-06-05",
         sheet([["Skill-transfer workshop, Kassel"], ["Datum:", "05.06.2021"], [],
                *([["Nr", "Name"], *([at, name] for at, name in enumerate(PEOPLE[:3], 1)), ["", "Seite 1 von 2"], []]),
                ["Skill-transfer workshop, Kassel"],
                *([["Nr", "Name"], *([at, name] for at, name in enumerate(PEOPLE[3:], 4)), ["", "Seite 2 von 2"]])])),
]  # fmt: skip


@pytest.mark.parametrize("case", UNDER_A_DAY, ids=lambda case: case.name)
def test_lists_under_a_day_that_stands_apart_from_its_topic(project: Project, case: Case) -> None:
    check(case, project)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_tables_side_by_side(project: Project, case: Case) -> None:
    check(case, project)


def page_breaks(header: list[str], again: list[str], rows: list[list[Cell]], expected: str) -> Case:
    """A titled table with its header once more in the middle, as on a printed page."""
    title: list[list[Cell]] = [["Skill-transfer workshop, Kassel, 05.06.2021"], []]
    half = len(rows) // 2
    return Case("|".join(again), expected, sheet([*title, [*header], *rows[:half], [*again], *rows[half:]]))


ROLES: list[list[Cell]] = [[name, f"p{at}@example.org", "Deltager"] for at, name in enumerate(PEOPLE)]
SYRIAN: list[list[Cell]] = [[at, name, "Syrian"] for at, name in enumerate(PEOPLE, 1)]
COUNTS: list[list[Cell]] = [[hour, n] for hour, n in (("10-11", 4), ("11-12", 7), ("12-13", 9), ("13-14", 3))]
AGAIN = [
    page_breaks(["Fulde navn", "E-mail", "Rolle"], ["Fulde navn", "E-mail", "Rolle"], ROLES, "att6 ev1 ask0"),
    page_breaks(["No.", "Name", "Community"], ["NO.", "NAME:", "COMMUNITY"], SYRIAN, "att6 ev1 ask0"),
    page_breaks(["Uhrzeit", "Besucher"], ["Uhrzeit", "Besucher"], COUNTS, "head23 ev1 ask0"),
    page_breaks(["Ora", "Visitatori"], ["Ora", "Visitatori"], COUNTS, "head23 ev1 ask0"),
]


@pytest.mark.parametrize("case", AGAIN, ids=lambda case: case.name)
def test_a_header_stands_again_on_the_next_page(project: Project, case: Case) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("hours", "communities", "words"),
    [
        (("orario", "entrati"), ("comunità", "persone"), ("locale", "senegalese", "nigeriana")),
        (("Uhrzeit", "Gäste"), ("Community", "Personen"), ("lokal", "senegalesisch", "nigerianisch")),
        (("Klokken", "Besøgende"), ("Fællesskab", "Personer"), ("lokal", "syrisk", "afghansk")),
        (("ώρα", "επισκέπτες"), ("κοινότητα", "άτομα"), ("ντόπιοι", "Σύριοι", "Αφγανοί")),
        (("Hour", "Visitors"), ("Gender", "People"), ("women", "men", "other")),
    ],
)
def test_a_second_table_of_the_same_people_below(
    hours: tuple[str, str], communities: tuple[str, str], words: tuple[str, ...], project: Project
) -> None:
    rows: list[list[Cell]] = [["Project fair, Palermo"], ["23 October 2021"], [], [*hours]]
    rows += [["10-12", 19], ["12-14", 31], ["14-16", 12], ["total", 62], [], ["The same people:"], [*communities]]
    rows += [*([word, people] for word, people in zip(words, (38, 17, 7), strict=True)), ["total", 62]]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project)
    assert headcount_of(reading.headcounts) == 62
    assert not reading.rejected and not reading.questions


@pytest.mark.parametrize(
    ("over", "under"),
    [
        (["N.", "Dati", "", "Firma"], ["", "Cognome", "Nome", "(leggibile)"]),
        (["Nr.", "Teilnehmende", "", "Unterschrift"], ["", "Nachname", "Vorname", "(leserlich)"]),
        (["Nr.", "Person", "", "Underskrift"], ["", "Efternavn", "Fornavn", "(blokbogstaver)"]),
        (["Α/Α", "Στοιχεία", "", "Υπογραφή"], ["", "Επώνυμο", "Όνομα", "(ολογράφως)"]),
        (["No.", "Person", "", "Signature"], ["", "Surname", "First name", "(block letters)"]),
        (["No.", "Person", "", "Signature"], ["", "Surname", "First name", ""]),
    ],
)
def test_a_second_row_explains_headers_in_brackets(over: list[Cell], under: list[Cell], project: Project) -> None:
    signed = ("A. N.", "", "C. R.", "D. S.", "", "F. L.")
    people = zip(PEOPLE, signed, strict=True)
    rows: list[list[Cell]] = [[at, *reversed(name.split()), mark] for at, (name, mark) in enumerate(people, start=1)]
    check(Case(str(over[1]), "att4 nc2 rej0 ask0", sheet([*TITLE, over, under, *rows])), project)


@pytest.mark.parametrize(("heads", "first"), [
    (["Μέλος", "Ιδιότητα", "Εκπροσωπεί", "Υπογραφή"], ["Συντονιστής", "κοινότητα", "Α.Ν."]),
    (["Name", "Capacity", "Represents", "Signature"], ["Trainer", "community", "A.N."]),
    (["Nome", "Qualifica", "Ente", "Firma"], ["Relatore", "comune", "A.N."]),
    (["Navn", "Funktion", "Repræsenterer", "Underskrift"], ["Underviser", "kommune", "A.N."]),
])  # fmt: skip
def test_who_is_listed_first_is_no_header(heads: list[Cell], first: list[Cell], project: Project) -> None:
    """What the first person is and represents are words that head columns elsewhere."""
    people: list[list[Cell]] = [[name, "", "", "x.y."] for name in PEOPLE[1:]]
    rows: list[list[Cell]] = [["Committee meeting"], ["Graz", "", "23.06.2021"], [], heads, [A, *first], *people]
    check(Case(str(heads), "ev1 ask0 rej0 date:2021-06-23", sheet(rows)), project)


@pytest.mark.parametrize("title", [
    ("Σχολικό εργαστήριο – 51ο Λύκειο Αθήνας – 25 Νοεμβρίου 2021", "σελ. {n}/2", ["Α/Α", "Ονοματεπώνυμο", "Τμήμα"]),
    ("School lab, Athens, 25 November 2021", "Page {n} of 2", ["No.", "Name", "Class"]),
    ("Schulwerkstatt, Athen, 25. November 2021", "Seite {n}/2", ["Nr.", "Name", "Klasse"]),
    ("Laboratorio scolastico, Atene, 25 novembre 2021", "pag. {n}/2", ["N.", "Nome e cognome", "Classe"]),
    ("Skoleværksted, Athen, 25. november 2021", "side {n}/2", ["Nr.", "Navn", "Klasse"]),
], ids=lambda title: title[0])  # fmt: skip
def test_the_number_of_a_page_beside_a_title_is_no_header(title: tuple[str, str, list[str]], project: Project) -> None:
    text, page, head = title
    rows: list[list[Cell]] = []
    for number in (1, 2):
        rows += [[text, "", "", "", page.format(n=number)], [*head]]
        rows += [[3 * number - 2 + at, name, "B2"] for at, name in enumerate(PEOPLE[3 * number - 3 : 3 * number])]
        rows.append([])
    expected = "att6 ev1 rej0 ask0 city:athens date:2021-11-25"
    check(Case(text, expected, sheet(rows), hints=Hints(activity="school_lab")), project)


@pytest.mark.parametrize(("title", "page", "carried", "head"), [
    ("Stakeholder forum, Athens, 16 November 2021", " – page {n} of 2", "carried over: 3", ["No.", "Name", "Signed"]),
    ("Stakeholder-Forum, Athen, 16. November 2021", " (Seite {n}/2)", "Übertrag: 3", ["Nr.", "Name", "Unterschrift"]),
    ("Forum degli stakeholder, Atene, 16 novembre 2021", ", pag. {n}", "riporto: 3", ["N.", "Nome", "Firma"]),
    ("Interessentforum, Athen, 16. november 2021", " – side {n} af 2", "overført: 3", ["Nr.", "Navn", "Underskrift"]),
], ids=str)  # fmt: skip
def test_pages_of_one_list(title: str, page: str, carried: str, head: list[str], project: Project) -> None:
    """Who is on two pages is one person, and needs no number on the second."""
    again = [["", "NERI Aldo", "sgd"]]
    rows: list[list[Cell]] = []
    for number in (1, 2):
        rows += [[title + page.format(n=number)], [*head]]
        rows += [[3 * number - 2 + at, name, "sgd"] for at, name in enumerate(PEOPLE[3 * number - 3 : 3 * number])]
        rows += [*(again if number == 2 else []), ["", carried, ""], []]
    check(Case(title, "att7 ev1 rej0 ask0", sheet(rows), hints=Hints(activity="stakeholder_forum")), project)


def test_a_community_that_is_called_like_a_place_stands_below_a_header(project: Project) -> None:
    above: Rows = [["Attività", "Sessione informativa"], ["Città", "Palermo"], ["Data", date(2021, 3, 3)], []]
    communities: Rows = [["Per comunità", "n."], ["Locale", 11], ["Bangladese", 7], []]
    genders: Rows = [["Per genere", "n."], ["Donne", 10], ["Uomini", 8]]
    reading = read(project, [*above, *communities, *genders])
    stated = {row.community: row.people for row in reading.headcounts if row.community}
    assert stated == {"local": 11, "bangladeshi": 7}


@pytest.mark.parametrize(
    "head",
    [
        ["", "genitore", "figlio/a in classe", "arrivato"],
        ["", "Elternteil", "Kind in Klasse", "erschienen"],
        ["", "forælder", "barnets klasse", "mødt op"],
        ["", "Γονέας", "Παιδί στην τάξη", "ήρθε"],
        ["", "Volunteer", "crew", "came"],
    ],
)
def test_a_header_over_names_and_marks_is_known_by_the_marks(head: list[Cell], project: Project) -> None:
    people = [[at, name, f"{at}B", "—" if name == C else "✔"] for at, name in enumerate(PEOPLE, 1)]
    title = [["", cells[0], cells[1]] if cells else [] for cells in TITLE]
    check(Case(head[1], "att5 nc1 ev1 ask0", sheet([*title, head, *people])), project)


def test_names_beside_other_words_head_no_list(project: Project) -> None:
    rows: list[list[Cell]] = [[A, "present", "x"], *([name, "zorb", "x"] for name in PEOPLE[1:])]
    check(Case("names", "att6 ask0", sheet([*TITLE, *rows])), project)


@pytest.mark.parametrize(
    "block",
    [
        [["Meeting title", "Info-session for teachers"], ["Start time", "3/3/2021, 4:58:11 PM"]],
        [["Topic", "Info session for partners"], ["Start time", "3/3/2021, 4:58:11 PM"]],
        [["Titolo riunione", "Incontro informativo per insegnanti"], ["Ora di inizio", "03/03/2021, 16:58:11"]],
        [["Thema", "Infoveranstaltung für Lehrer"], ["Startzeit", "03.03.2021, 16:58:11"]],
        [["Mødets titel", "Informationsmøde for lærere"], ["Starttidspunkt", "03-03-2021 16:58:11"]],
        [["Τίτλος συνάντησης", "Ενημερωτική συνάντηση για εκπαιδευτικούς"], ["Ώρα έναρξης", "3/3/2021, 4:58:11 μμ"]],
    ],
)
def test_a_title_for_teachers_is_no_header(block: Rows, project: Project) -> None:
    people = [[name, f"{4 + at}.3.2021 17:01"] for at, name in enumerate(PEOPLE)]
    rows = [["Meeting summary"], *block, [], ["Full name", "Join time"], *people]
    check(Case(block[0][1], "att6 ev1 rej0 ask0", sheet(rows), hints=Hints(city="graz")), project)


@pytest.mark.parametrize(
    ("head", "first"),
    [
        (["Activity", "Participants in the workshop"], "Skill-transfer workshop"),
        (["Attività", "Partecipanti"], "Laboratorio di trasferimento di competenze"),
    ],
)
def test_a_number_of_people_at_workshops_is_a_header(head: list[Cell], first: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Graz, 3.3.2021"], [], head, [first, 12]]
    check(Case(str(head), "head12 ev1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("came", "away"), [("til stede", "fraværende"), ("present", "absent"), ("presente", "assente")]
)
def test_first_person_below_two_header_rows_is_no_header(came: str, away: str, project: Project) -> None:
    rows: Rows = [["Focus group 2021, Graz"], [], ["", "Session 1", "Session 2"], ["Name", "21.08.", "23.08."]]
    rows += [[A, came, came], *([name, came, away] for name in PEOPLE[1:])]
    check(Case(came, "att7 ev2 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("head", "came", "away", "member", "kinds"),
    [
        (
            ["Ente", "Tipologia", "Rappresentante", "Presenza", "Ruolo"], "presente", "assente", "componente",
            ["Organizzazione della società civile", "Associazione di migranti", "Istituzione pubblica"],
        ),
        (
            ["Einrichtung", "Art", "Vertretung durch", "Teilnahme", "Funktion"], "anwesend", "abwesend", "Teilnehmer",
            ["Organisation der Zivilgesellschaft", "Migrantenverein", "Öffentliche Einrichtung"],
        ),
        (
            ["Organisation", "Kind", "Represented by", "Presence", "Role"], "present", "absent", "participant",
            ["Civil society organisation", "Migrant association", "Public institution"],
        ),
    ],
)  # fmt: skip
def test_rows_of_a_list_with_words_of_headers_are_people(
    head: list[Cell], came: str, away: str, member: str, kinds: list[str], project: Project
) -> None:
    marks = (came, came, came, away, came, came)
    people = enumerate(zip(PEOPLE, marks, strict=True))
    rows: Rows = [[f"Zorb {at}", kinds[at % 3], name, mark, member] for at, (name, mark) in people]
    check(Case(head[0], "att5 nc1 ev1 ask0 rej0", sheet([*TITLE, head, *rows])), project)


def test_a_header_over_each_day_without_rows_between_stays_one(project: Project) -> None:
    rows: Rows = []
    for day, people in ((7, PEOPLE[:2]), (14, PEOPLE[2:4]), (21, PEOPLE[4:])):
        rows += [["Name", "Organisation", date(2021, 9, day)], *([name, "Zorb", "x"] for name in people)]
    check(Case("days", "att6 ev3 rej0", sheet(rows), hints=Hints(activity="info_session", city="graz")), project)


@pytest.mark.parametrize(
    ("header", "teacher"),
    [
        (["Navn", "Klasse", "Rolle"], ["lærer", "facilitator"]),
        (["Μαθητής", "Τμήμα", "Ρόλος"], ["καθηγήτρια", "συντονίστρια"]),
        (["Alunno", "Sez.", "Ruolo"], ["docente", "tutor"]),
    ],
)
def test_a_teacher_among_pupils_heads_no_other_table(header: list[Cell], teacher: list[Cell], project: Project) -> None:
    pupils: list[list[Cell]] = [[name, "7.B", ""] for name in PEOPLE[:4]]
    teachers: list[list[Cell]] = [[name, *teacher] for name in PEOPLE[4:]]
    check(Case("teachers", "att4 nc2 ask0", sheet([*TITLE, header, *pupils, *teachers])), project)
    rows = [*TITLE, header, *pupils[:3], *teachers, *pupils[3:]]
    check(Case("teachers", "att4 nc2 ask0", sheet(rows)), project)
