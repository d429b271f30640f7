"""Which of several columns of people counts those who came."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import TITLE, Case, check, sheet

HEADERS = [
    ("Partecipanti previsti", "Partecipanti effettivi"),
    ("geplante Teilnehmer", "Teilnehmer"),
    ("Forventede deltagere", "Deltagere"),
    ("Αναμενόμενοι συμμετέχοντες", "Συμμετέχοντες"),
    ("Expected participants", "Participants"),
]
TARGETS = [
    ("Mål (deltagere)", "Faktiske deltagere"),
    ("Soll-Teilnehmer", "Ist-Teilnehmer"),
    ("Obiettivo partecipanti", "Partecipanti effettivi"),
    ("Στόχος συμμετεχόντων", "Συμμετέχοντες"),
    ("Target (participants)", "Actual (participants)"),
]


@pytest.mark.parametrize(("planned", "came"), [*HEADERS, *TARGETS])
def test_expected_people_do_not_count(planned: str, came: str, project: Project) -> None:
    rows = [
        ["Date", "Activity", planned, came, "Notes"],
        ["2021-04-09", "Skill-transfer workshop", 20, 17, ""],
        ["2021-04-16", "Skill-transfer workshop", 20, "", "cancelled"],
        ["2021-05-07", "Info session", 15, 12, ""],
    ]
    check(Case(came, "head29 ev2", sheet(rows), hints=Hints(city="palermo")), project)


@pytest.mark.parametrize(("planned", "came"), HEADERS)
def test_expected_people_beside_a_label_do_not_count(planned: str, came: str, project: Project) -> None:
    rows = [["Activity", "Info session"], ["City", "Graz"], ["Date", "3 March 2021"], [planned, "30"], [came, "24"]]
    check(Case(came, "head24 ev1", sheet(rows)), project)


@pytest.mark.parametrize(
    ("head", "rows", "people"),
    [
        (["Lokale", "Antal"], [[1, 10], [2, 11], [3, 12]], 33),
        (["Lokale", "Besøgende"], [["1", 10], ["2", 11], ["3", 12], ["4", 7]], 40),
        (["Lokale", "Emne", "Antal deltagere"], [[1, "Mad", 10], [2, "Musik", 11], [3, "Foto", 12]], 33),
        (["Locali", "Visitatori"], [[1, 10], [2, 11], [3, 12]], 33),
        (["Stand", "Lokale", "Syrere"], [["Mad", 12, 10], ["Musik", 8, 6], ["Foto", 7, 9]], 52),
        (["Lokale", "Syrere"], [[12, 10], [8, 6], [7, 9]], 52),
    ],
)
def test_numbers_of_rooms_are_no_people(
    head: list[Cell], rows: list[list[Cell]], people: int, project: Project
) -> None:
    about: list[list[Cell]] = [["LIAISON fair"], ["Vejle, 3. marts 2021"], []]
    check(Case("rooms", f"head{people} ask0", sheet([*about, head, *rows])), project)


@pytest.mark.parametrize(
    "heads",
    [
        ["Data", "Iniziativa", "Previsti", "Presenti effettivi", "di cui donne"],
        ["Date", "Activity", "Expected", "Really there", "of whom women"],
        ["Datum", "Aktivität", "geplant", "tatsächlich", "davon Frauen"],
        ["Ημερομηνία", "Δράση", "Δήλωσαν συμμετοχή", "Ήρθαν", "εκ των οποίων γυναίκες"],
    ],
    ids=str,
)
def test_the_numbers_before_a_part_are_its_whole(project: Project, heads: list[Cell]) -> None:
    rows: list[list[Cell]] = [[f"1{n}.3.2021", "Focus group", 15, 10 + n, 6] for n in range(3)]
    case = Case("whole", "head33 ask0", sheet([heads, *rows]), None, Hints(city="palermo"))
    check(case, project)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Participants", "Refugees"),
        ("Teilnehmende", "Geflüchtete"),
        ("Συμμετέχοντες", "Πρόσφυγες"),
        ("Participants", "Syrians"),
    ],
)
def test_a_group_beside_all_people_is_a_part_of_them(project: Project, whole: str, part: str) -> None:
    rows: list[list[Cell]] = [[f"1{n}.3.2021", "Focus group", 10 + n, 6] for n in range(3)]
    head: list[Cell] = ["Date", "Activity", whole, part]
    check(Case(part, "head33 ask0", sheet([head, *rows]), None, Hints(city="palermo")), project)


@pytest.mark.parametrize("tally", [["IIII/ IIII/", "IIII/ IIII"], ["IIII IIII II", "IIII/ IIII"]])
def test_strokes_may_be_typed_as_letters(project: Project, tally: list[str]) -> None:
    rows: list[list[Cell]] = [["LIAISON fair, Graz, 18 September 2021, door tally"], [], ["Time", "Tally", "Number"]]
    rows += [["11-12", tally[0], 10], ["12-13", tally[1], 9], ["Total", "", 19]]
    check(Case("tally", "head19 ask0", sheet(rows), None, Hints(city="graz")), project)


@pytest.mark.parametrize(
    "header", ["Talt ind ad døren", "Counted in at the gate", "am Eingang gezählt", "contati al varco"]
)
def test_numbers_counted_at_a_door_are_people(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [["LIAISON fair, 4 September 2021"], [], ["Time", header]]
    rows += [["10.00", 7], ["10.30", 9], ["11.00", 13], ["Total", 29]]
    check(Case("door", "head29 ask0", sheet(rows), None, Hints(city="vejle")), project)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Participants online", "Participants on site"),
        ("Teilnehmer", "Personen"),
        ("Deltagere", "Personer i salen"),
        ("Partecipanti", "Persone"),
    ],
)
def test_two_columns_that_count_people_are_asked_about(first: str, second: str, project: Project) -> None:
    rows = [["Date", "Activity", first, second], ["2021-04-09", "Info session", 20, 17], ["2021-05-07", "Fair", 15, 12]]
    check(Case(first, "q:column ask1", sheet(rows), hints=Hints(city="palermo")), project)


@pytest.mark.parametrize("header", ["Striche", "Stanghette", "Zorb"])
@pytest.mark.parametrize(("day", "people"), [("Termin", "Anzahl"), ("Data", "Presenti"), ("Dato", "Deltagere")])
def test_a_word_that_nobody_knows_between_day_and_number(header: str, day: str, people: str, project: Project) -> None:
    rows = [
        ["Offenes Nähcafé 2021"], ["(Skill-Transfer-Workshop)"], [], [day, header, people],
        ["15.04.21", "||||/ ||", 7], ["20.05.21", "||||/ ||||/", 10],
    ]  # fmt: skip
    check(Case(header, "head17 ev2 ask0", sheet(rows), hints=Hints(city="kassel")), project)


CAME = [
    ("Elever i klassen", "Heraf til stede"),
    ("Alunni in elenco", "Alunni venuti"),
    ("Alunni iscritti", "Alunni il giorno stesso"),
    ("Schüler in der Klasse", "davon anwesend"),
    ("Badges printed", "Badges collected at desk"),
    ("Pupils enrolled", "Pupils on the day"),
    ("Registered", "Actually attended"),
    ("Εγγεγραμμένα παιδιά", "Παιδιά που ήρθαν"),
]


@pytest.mark.parametrize(("first", "second"), CAME)
@pytest.mark.parametrize("turned", [False, True])
def test_those_who_came_count_and_not_those_of_whom_they_are(
    project: Project, first: str, second: str, turned: bool
) -> None:
    numbers = [("2021-04-09", 26, 24), ("2021-05-07", 23, 21), ("2021-05-12", 11, 11)]
    rows: list[list[Cell]] = [["School lab, Vejle"], [], ["Date", first, second, "Led by"]]
    rows += [[day, enrolled, came, "Zorb"] for day, enrolled, came in numbers]
    if turned:
        rows = [[*row[:1], *row[1:3][::-1], *row[3:]] for row in rows]
    check(Case(second, "head56 ev3 ask0", sheet(rows)), project)


@pytest.mark.parametrize("header", ["Παιδιά που ήρθαν", "Bambini presenti", "Anwesende Kinder", "Børn til stede"])
def test_children_who_came_are_the_people_where_nobody_is_named(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [["School lab, Vejle"], [], ["Date", header]]
    rows += [["2021-04-09", 24], ["2021-05-07", 21], ["2021-05-12", 11]]
    check(Case(header, "head56 ev3 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    "header", ["Delegates by sector", "Teilnehmende nach Bereich", "Partecipanti per settore", "Deltagere pr. branche"]
)
def test_kinds_of_people_beside_numbers_are_no_names(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [*TITLE, [header, "Registered", "Present"]]
    rows += [["Companies", 27, 22], ["Migrant Associations", 34, 31], ["Press", 5, 4], ["Total", 66, 57]]
    check(Case(header, "head57 att0 ask0", sheet(rows)), project)


def test_a_few_who_came_on_the_day_may_have_walked_in(project: Project) -> None:
    rows: list[list[Cell]] = [["Info session, Vejle"], [], ["Date", "Participants", "Visitors on the day"]]
    rows += [["2021-04-09", 26, 4], ["2021-05-07", 23, 1]]
    check(Case("walk-ins", "head54 ask0", sheet(rows)), project)


def visits(*header: str) -> list[list[Cell]]:
    """A table of three classes, each with its numbers under some headers: 20, 12, 7 and more."""
    numbers = [[20 + day, 12 + day, 7 + day][: len(header)] for day in range(3)]
    rows: list[list[Cell]] = [[f"2021-09-0{day}", f"{day}a", *few] for day, few in enumerate(numbers, start=6)]
    return [["School labs in Vejle, autumn 2021"], [], ["Date", "Class", *header], *rows]


@pytest.mark.parametrize(
    ("came", "absent"),
    [
        ("Elever der var med", "Fraværende elever"), ("Fremmødte elever", "Tilmeldte elever"),
        ("Anwesende Schüler", "Fehlende Schüler"), ("Schüler, die da waren", "angemeldete Schüler"),
        ("alunni presenti", "alunni assenti"), ("Presenti", "alunni iscritti"),
        ("Μαθητές που ήρθαν", "Απόντες μαθητές"),
        ("Μαθητές παρόντες", "Εγγεγραμμένοι μαθητές"), ("Students attending", "Absent students"),
        ("Women who came", "Women absent"), ("Pupils who came", "Pupils registered"),
    ],
)  # fmt: skip
def test_absent_and_registered_people_do_not_count(came: str, absent: str, project: Project) -> None:
    check(Case(came, "head63 ev3 ask0", sheet(visits(came, absent))), project)
    check(Case(came, "head39 ev3 ask0", sheet(visits(absent, came))), project)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("Iscritti", "Donne presenti", "Uomini presenti"), "head63"), (("Registered", "Attended", "Women"), "head39"),
        (("Frauen", "Männer", "Abwesende Frauen"), "head102"), (("Presenti", "di cui donne", "assenti"), "head63"),
        (("alunni iscritti", "assenti"), "head0 q:column!"),
        (("alunni iscritti", "ragazzi che c'erano"), "head39 ask0"),
    ],
)  # fmt: skip
def test_numbers_beside_those_of_the_registered(header: tuple[str, ...], expected: str, project: Project) -> None:
    check(Case(header[0], expected, sheet(visits(*header))), project)


@pytest.mark.parametrize(
    ("guests", "cost"),
    [
        ("antal gæster", "udgift kr."), ("Anzahl Gäste", "Kosten €"), ("numero ospiti", "spesa"), ("guests", "€"),
        ("Number of guests", "Expenses"),
    ],
)  # fmt: skip
def test_what_guests_cost_counts_nobody(guests: str, cost: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["No", "Event", "Date", guests, cost],
        [1, "Skill-transfer workshop", "2021-04-09", 17, 3800],
        [2, "Info session", "2021-05-07", 12, 0],
    ]
    check(Case(guests, "head29 ev2 ask0", sheet(rows), hints=Hints(city="vejle")), project)


@pytest.mark.parametrize(
    ("hours", "tallied"),
    [
        (["10-12 Uhr", "12-14 Uhr"], "ausgezählt"), (["morning", "afternoon"], "tallied"),
        (["mattina", "pomeriggio"], "zorb"), (["πρωί", "απόγευμα"], "μετρημένοι"),
    ],
)  # fmt: skip
def test_numbers_of_strokes_are_of_people(hours: list[str], tallied: str, project: Project) -> None:
    head: list[list[Cell]] = [["LIAISON fair, Graz, 18 September 2021"], [], ["Who stops by?", *hours, tallied]]
    rows: list[list[Cell]] = [
        ["Syrian", "||||/ ||", "|||", 10],
        ["Local", "||||/", "||||/ |", 11],
        ["Total", "", "", 21],
    ]
    check(Case(tallied, "head21 ev1 ask0", sheet([*head, *rows])), project)


def test_numbers_beside_other_strokes_are_asked_about(project: Project) -> None:
    head: list[list[Cell]] = [["LIAISON fair, Graz, 18 September 2021"], [], ["Who stops by?", "2-4 Uhr", "zorb"]]
    rows: list[list[Cell]] = [["Syrian", "||||/ ||", 5], ["Local", "||||/", 8], ["Turkish", "|||", 9]]
    check(Case("strokes", "head0 q:column", sheet([*head, *rows])), project)


@pytest.mark.parametrize(
    ("headers", "total"),
    [
        (("Class", "Pupils present", "Ill"), "Total"),
        (("Klasse", "Schüler anwesend", "Krank"), "Summe"),
        (("Classe", "Alunni presenti", "Malati"), "Totale"),
        (("Klasse", "Elever mødt", "Syge"), "I alt"),
        (("Τάξη", "Μαθητές που ήρθαν", "Άρρωστοι"), "Σύνολο"),
    ],
)
def test_pupils_who_were_ill_did_not_come(headers: tuple[Cell, ...], total: str, project: Project) -> None:
    rows: list[list[Cell]] = [["5.A", 22, 2], ["5.B", 19, 5], ["6.A", 24, 0], [total, 65, 7]]
    check(Case(total, "att0 head65 rej0 ask0", sheet([*TITLE, list(headers), *rows])), project)


@pytest.mark.parametrize(
    ("planned", "came"),
    [
        ("Παιδιά (πρόβλεψη)", "Παιδιά που συμμετείχαν"), ("Kinder (Prognose)", "Kinder teilgenommen"),
        ("Børn (prognose)", "Børn der deltog"), ("Bambini previsti", "Bambini presenti"),
        ("Children (forecast)", "Children who came"), ("Guests zorb", "Guests who came"),
    ],
)  # fmt: skip
def test_children_who_were_expected_are_not_beside_those_who_came(planned: str, came: str, project: Project) -> None:
    head: list[list[Cell]] = [["School labs in Athens"], [], ["Date", "School", planned, came, "Notes"]]
    rows: list[list[Cell]] = [
        ["2021-11-03", "34th, Y3", 24, 22, ""], ["2021-11-10", "34th, Y4", 25, "", "cancelled"],
        ["2021-11-24", "5th, 2B", 27, 25, ""], ["2021-12-01", "5th, 2C", 20, 20, ""],
    ]  # fmt: skip
    expected = "head67 ev3 rej0 ask0" if "zorb" not in planned else "head67 ev3"
    check(Case(planned, expected, sheet([*head, *rows])), project)


@pytest.mark.parametrize("beside", ["Weitere Kinder", "andere Kinder"])
def test_other_children_are_beside_those_who_came(beside: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Schullabor Graz"], ["Datum", "Kinder teilgenommen", beside], ["2021-11-03", 24, 2], ["2021-11-10", 25, 4],
    ]  # fmt: skip
    check(Case(beside, "head55 ev2 ask0", sheet(rows)), project)


@pytest.mark.parametrize("some", ["Siriani", "Syrians", "Tunesier"])
def test_those_of_one_community_are_a_part_of_all_people(some: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Activity", "Participants", some],
        ["2021-04-09", "Skill-transfer workshop", 14, 5],
        ["2021-05-07", "Info session", 12, 4],
    ]
    check(Case(some, "head26 ev2 ask0", sheet(rows), hints=Hints(city="palermo")), project)


@pytest.mark.parametrize(
    "head",
    [["Participants", "Somalis"], ["Teilnehmer", "Schulen"], ["Deltagere", "Danske"], ["Partecipanti", "Tunisini"]],
)
def test_one_community_or_group_is_a_part_of_all(head: list[Cell], project: Project) -> None:
    about: list[list[Cell]] = [["LIAISON fair"], ["Vejle, 3. marts 2021"], []]
    rows: list[list[Cell]] = [[14, 5], [23, 11], [9, 9]]
    check(Case("a part", "head46 ask0", sheet([*about, head, *rows])), project)


@pytest.mark.parametrize(
    "headers",
    [
        ["Uhrzeit", "Gespräche geführt mit … Leuten", "Flyer verteilt"],
        ["Uhrzeit", "Gespräche mit Besuchern", "Flyer verteilt"],
        ["Hour", "Talked to … people", "Leaflets given out"],
        ["Ora", "Parlato con … persone", "Volantini distribuiti"],
        ["Kl.", "Talt med … mennesker", "Flyers uddelt"],
        ["Ώρα", "Συζητήσεις με ανθρώπους", "Φυλλάδια"],
    ],
)
def test_people_whom_somebody_talked_to_are_counted(headers: list[Cell], project: Project) -> None:
    rows: list[list[Cell]] = [[f"{at}–{at + 1}", 6 + at, 30 * at] for at in range(9, 13)]
    check(Case(headers[1], "head66 ev1", sheet([*TITLE, headers, *rows])), project)


@pytest.mark.parametrize(
    ("listed", "here", "teacher"),
    [
        ("Kinder laut Liste", "davon da", "begleitet von"),
        ("Kinder im Klassenbuch", "davon heute da", "Lehrerin"),
        ("Elever på listen", "heraf her i dag", "lærer"),
        ("Alunni in elenco", "di cui presenti oggi", "docente"),
        ("On the roll", "of whom here", "Teacher"),
        ("Μαθητές στον κατάλογο", "εκ των οποίων εδώ σήμερα", "Εκπαιδευτικός"),
    ],
)
def test_those_who_are_here_count_of_those_on_the_list(listed: str, here: str, teacher: str, project: Project) -> None:
    about: list[list[Cell]] = [["LIAISON school lab"], ["Kassel, 18.11.2021"], []]
    rows: list[list[Cell]] = [["5a", 24, 22, "Ida Holm"], ["5b", 23, 23, "Ben Ott"], ["5d", 25, 21, "Eva Beck"]]
    check(Case(here, "head66 ask0", sheet([*about, ["", listed, here, teacher], *rows])), project)


@pytest.mark.parametrize(
    ("title", "header", "length"),
    [
        ("Interviews in Graz", "Interviewees present", "Length"),
        ("Interviews in Graz", "Anzahl Befragte", "Dauer"),
        ("Interviews i Vejle", "Interviewpersoner til stede", "Varighed"),
        ("Interviste - Palermo", "N. intervistati", "Durata"),
        ("Συνεντεύξεις στην Αθήνα", "Αρ. συνεντευξιαζόμενων", "Διάρκεια"),
    ],
)
def test_an_interview_may_be_with_several_people(title: str, header: str, length: str, project: Project) -> None:
    people = (1, 2, 1, 1, 3, 1)
    rows: list[list[Cell]] = [[f"GZ-0{n}", f"{n + 3}.10.2020", some, f"5{n} min"] for n, some in enumerate(people)]
    check(Case(header, "head9 ev6 ask0", sheet([[title], [], ["Ref", "Date", header, length], *rows])), project)


@pytest.mark.parametrize("volunteers", ["Number of volunteers", "Antal frivillige", "Personal"])
def test_people_on_duty_are_no_sum_of_women_and_men(volunteers: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Activity", "City", "Women", "Men", volunteers],
        [date(2021, 5, 4), "School lab", "Graz", 6, 11, 3],
        [date(2021, 5, 18), "School lab", "Graz", 9, 10, 1],
    ]
    check(Case(volunteers, "head36 ev2 ask0", sheet(rows)), project)


def test_pupils_who_came_are_the_girls_and_boys(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Activity", "City", "Girls", "Boys", "Pupils present"],
        [date(2021, 5, 4), "School lab", "Graz", 11, 12, 23],
        [date(2021, 5, 18), "School lab", "Graz", 12, 13, 25],
    ]
    check(Case("pupils", "head48 ev2 ask0", sheet(rows)), project)
