"""Rows that stand for several people: companions as a number, families, parents with their children."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet

Rows = list[list[Cell]]


@pytest.mark.parametrize(
    ("header", "total"),
    [
        ("Companions", ["Total companions", "", 6]),
        ("Begleitpersonen", ["Summe Begleitpersonen: 6"]),
        ("Ledsagere", ["I alt", "", 6]),
        ("Accompagnatori", ["Accompagnatori totali", 6]),
        ("Συνοδοί", ["Σύνολο συνοδών", "", 6]),
        ("børn med", ["børn i alt", "", 6]),
        ("Kinder mit", ["Kinder insgesamt", "", 6]),
        ("Con me ci sono altri … (familiari)", ["Bambini in totale", "", 6]),
        ("People with me", ["Children in total", "", 6]),
        ("Μαζί μου", ["Σύνολο παιδιά", "", 6]),
    ],
)
def test_a_total_of_companions_counts_nobody_again(project: Project, header: str, total: list[Cell]) -> None:
    listed: Rows = [[name, f"+39 333 12345{at}", at] for at, name in enumerate(PEOPLE[:4])]
    rows: Rows = [*TITLE, ["Name", "Phone", header], *listed, total]
    check(Case("companions", "att4 head6 rej0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        (["Vorname", "Handy"], [["Amal + 3", "0660 123451"], ["Emad (+2)", "0660 123452"]], "att2 head5 named2"),
        (["First name", "Surname"], [["Bea", "Conti"], ["Aldo + 1", "Neri"], ["Carla", "Riva"]], "att3 head1"),
        (["who", "country", "mobile"], [["Amal + 3", "Syria"], ["Emad", "Syria"], ["Fadi", "Syria"]], "head3 named3"),
        (["Genitore", "Numero adulti"], [["Bea Conti", 2], ["Aldo Neri", 1], ["Ugo Riva", 2], ["Totale", 5]], "head2"),
        (["Elternteil", "Anzahl Erwachsene"], [["Bea Conti", 2], ["Aldo Neri", 2], ["Carla Riva", 2]], "att3 head3"),
        (["Forælder", "voksne", "børn"], [["Bea Dahl", 1, 2], ["Ib Krog", 2, 0], ["Ea Holm", 1, 1]], "att3 head4"),
        (
            ["Όνομα υπεύθυνου οικογένειας", "Ενήλικες", "Παιδιά", "Άτομα σύνολο"],
            [["Λίνα Κόλα", 2, 1, 3], ["Ζωή Λέκα", 1, 2, 3], ["Φώτης Χότζα", 3, "", 3], ["ΣΥΝΟΛΟ", 6, 3, 9]],
            "att3 head6",
        ),
        (
            ["Wer", "Erwachsene", "Kinder", "Personen"],
            [["Bea Beck", 2, 1, 3], ["Aldo Ott", 2, 2, 4], ["Ugo Rau", 3, "", 3]],
            "att3 head7",
        ),
        (["οικογένεια", "ενήλικες", "παιδιά"], [["Κόλα", 2, 1], ["Λέκα", 1, 3], ["Χότζα", 1, 0]], "att3 head5"),
        (
            ["Contact person", "Adults", "Children", "People in all (with contact)", "Community"],
            [["Bea Conti", 2, 3, 5, "Syrian"], ["Aldo Neri", 1, 1, 2, "Local"], ["Ugo Riva", 2, 4, 6, "Local"]],
            "att3 head10 named3",
        ),
        (
            ["Kontaktperson", "Fællesskab", "I alt inkl. kontaktperson"],
            [["Bea Dahl", "lokal", "to"], ["Ib Krog", "syrisk", "fem"], ["Ea Holm", "lokal", "en"]],
            "att3 head5 named3",
        ),
        (
            ["Referente", "Comunità", "Accompagnatori (oltre al referente)"],
            [["Bea Conti", "locale", "+3"], ["Aldo Neri", "siriana", "+1"], ["Ugo Riva", "locale", ""]],
            "att3 head4 named3",
        ),
        (
            ["Schule", "Ansprechperson", "Schüler"],
            [["MS Kepler", "Bea Beck", 20], ["HLW", "Aldo Ott", 22], ["PTS", "Ugo Rau", 18]],
            "att0 head60",
        ),
        (["Family", "Email", "Persons"], [["Fam. Neri (Bea)", "a@x.it", 3], ["Fam. Neri (Ugo)", "b@x.it", 2]], "head3"),
    ],
)  # fmt: skip
def test_rows_that_stand_for_several_people(project: Project, header: list[Cell], rows: Rows, expected: str) -> None:
    check(Case("several", f"{expected} rej0 nc0", sheet([*TITLE, header, *rows])), project)


def test_numbers_of_grown_ups_at_an_event_are_no_companions(project: Project) -> None:
    rows: Rows = [*TITLE[:2], ["Date", "Adults", "Children"], ["3.3.2021", 20, 10], ["4.3.2021", 22, 5]]
    check(Case("log", "att0 head57 ev2", sheet(rows)), project)


@pytest.mark.parametrize(
    ("title", "name", "header", "foot"),
    [
        ("Laboratorio di scambio di competenze", "Nominativo", "Accompagnatori (n.)",
         "Partecipanti in elenco: {} – accompagnatori: {} – persone in sala: {}"),
        ("Workshop Kompetenztransfer", "Name", "Begleitpersonen (Anzahl)", "Eingetragen {}, Begleitung {}, gesamt {}"),
        ("Færdighedsworkshop", "Navn", "Ledsagere (antal)", "På listen: {} - ledsagere: {} - i alt: {}"),
        ("Εργαστήριο μεταφοράς δεξιοτήτων", "Ονοματεπώνυμο", "Συνοδοί (αρ.)", ""),
        ("Skill-transfer workshop", "Name", "Companions (no.)", "On the list {}, companions {}, in the room {}"),
    ],
)  # fmt: skip
def test_companions_in_each_of_several_lists(project: Project, title: str, name: str, header: str, foot: str) -> None:
    rows: Rows = []
    for number, along in enumerate(([2, "", 1], ["", "", 2], [1, 2, 2]), start=1):
        more = sum(map(int, filter(None, map(str, along))))
        people = zip(PEOPLE[3 - number : 6 - number], along, strict=True)
        rows += [[f"{title} {number}"], [f"{12 + number}.11.2021", "Graz"], ["", name, header]]
        rows += [[at, person, beside] for at, (person, beside) in enumerate(people, start=1)]
        rows += [["", foot.format(3, more, 3 + more)], []]
    check(Case(title, "att9 head10 ev3 rej0 ask0", sheet(rows)), project)


def test_named_companions_in_each_of_several_lists(project: Project) -> None:
    rows: Rows = []
    for number, along in enumerate((["", "Otto Berg", ""], ["Rita Riva", "", "Ina Voss"]), start=1):
        rows += [[f"Workshop Kompetenztransfer {number}"], [f"{12 + number}.11.2021", "Graz"]]
        rows += [["Name", "Handy", "Begleitung"]]
        rows += [[PEOPLE[at], f"0660 12345{at}", beside] for at, beside in enumerate(along)] + [[]]
    check(Case("named", "att9 ev2 rej0", sheet(rows)), project)


@pytest.mark.parametrize(
    "header",
    [
        "Begleitung", "mitgebracht", "Følge", "Con me", "Extra", "Παρέα", "x", "", "Άτομα επιπλέον", "Personen",
        "Total", "Extra people", "Persone in più", "Ekstra personer", "Anzahl", "Bemerkung", "Note", "Participants",
    ],
)  # fmt: skip
def test_numbers_with_a_plus_are_people_who_came_along(project: Project, header: str) -> None:
    people: list[list[Cell]] = [[name, "+2" if at == 1 else "+1" if at == 3 else ""] for at, name in enumerate(PEOPLE)]
    check(Case("plus", "att6 head3 ask0", sheet([*TITLE, ["Full name", header], *people])), project)


@pytest.mark.parametrize(
    "cells",
    [
        ["+1", "+2 Kinder", "", "0"], ["(+1)", "(+2)", "", ""], ["+1 Mann", "+2 (famiglia)", "", "allein"],
        ["+1", "plus 2", "-", "-"], ["+1 άτομο", "+2 παιδιά", "", ""], ["+1 Pers.", "+2 Pers.", "", "nein"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("header", ["Begleitung", "Personen", "x", "Επιπλέον άτομα"])
def test_a_plus_may_have_words_or_brackets(project: Project, header: str, cells: list[Cell]) -> None:
    people: list[list[Cell]] = [[name, value] for name, value in zip(PEOPLE, [*cells, "", ""], strict=True)]
    check(Case(str(cells), "att6 head3 ask0", sheet([*TITLE, ["Full name", header], *people])), project)


@pytest.mark.parametrize(
    "header",
    [
        "Extra people",
        "Weitere Personen",
        "Persone in più",
        "Ekstra",
        "Άλλα άτομα",
        "con quante altre persone è venuta/o",
        "With how many other people did she come?",
        "kam mit wie vielen anderen Personen",
        "Hvor mange andre kom du med?",
        "Με πόσα άλλα άτομα ήρθε;",
    ],
)
def test_numbers_of_further_people_are_beside_the_person(project: Project, header: str) -> None:
    people: list[list[Cell]] = [[name, 2 if at == 1 else 1 if at == 3 else ""] for at, name in enumerate(PEOPLE)]
    check(Case("further", "att6 head3 ask0", sheet([*TITLE, ["Full name", header], *people])), project)


@pytest.mark.parametrize("header", ["Begleitpersonnen", "Zorb", "fik med"])
def test_a_total_tells_what_numbers_beside_people_count(project: Project, header: str) -> None:
    people: list[list[Cell]] = [[name, 2 if at == 1 else 1 if at == 3 else ""] for at, name in enumerate(PEOPLE)]
    last: list[list[Cell]] = [[], ["Personen insgesamt", 9]]
    check(Case("tied", "att6 head3 ask0", sheet([*TITLE, ["Full name", header], *people, *last])), project)


@pytest.mark.parametrize("header", ["Points", "Phone prefix", "How many years in the club?"])
def test_other_numbers_with_a_plus_are_no_people(project: Project, header: str) -> None:
    people: list[list[Cell]] = [[name, "+393"] if at else [name, "+1 yr"] for at, name in enumerate(PEOPLE)]
    check(Case("plus", "att6 head0", sheet([*TITLE, ["Full name", header], *people])), project)


@pytest.mark.parametrize(
    "header",
    ["Figli presenti", "Figli presenti con lei/lui", "Anwesende Kinder", "Børn til stede", "Παιδιά μαζί",
     "Children present", "Familiari presenti"],
)  # fmt: skip
def test_who_is_present_with_somebody_came_along(header: str, project: Project) -> None:
    check(Case(header, "att6 head6 rej0 ask0", sheet(register(header, [1, "", 2, "", 3, ""]))), project)


@pytest.mark.parametrize("header", ["Figli", "Kinder", "Familienmitglieder", "Έφερε μαζί"])
def test_a_few_numbers_of_others_are_asked_about(header: str, project: Project) -> None:
    check(Case(header, "att6 q:column", sheet(register(header, ["", "", 2, "", 3, ""]))), project)


@pytest.mark.parametrize(("code", "people"), [("beside", 5), ("unused", 0)])
def test_the_answer_counts_what_the_question_says(code: str, people: int, project: Project) -> None:
    workbook = Workbook("x.xlsx", "xlsx", [sheet(register("Figli", ["", "", 2, "", 3, ""]))])
    asked = next(one for one in read_workbook(workbook, project).questions if one.kind == "column")
    assert asked.people == 5
    reading = read_workbook(workbook, project, find_answers=lambda _signature: [Answer.to(asked, code)])
    assert sum(heads.people for heads in reading.headcounts) == people and not reading.questions


@pytest.mark.parametrize(
    ("header", "marks"),
    [
        ("Signature", ["AN", "BC +1", "", "DS (+2)"]),
        ("Unterschrift", ["(Unterschr.)", "(Unterschr.) +1", "", "DS +2 Kinder"]),
        ("Firma", ["AN", "BC + 1", "", "DS + 2 figli"]), ("Υπογραφή", ["(υπογρ.)", "(υπογρ.) +1", "", "(υπογρ.) +2"]),

    ],
)  # fmt: skip
def test_a_plus_behind_a_mark_is_of_people_who_came_along(project: Project, header: str, marks: list[Cell]) -> None:
    check(Case(header, "att5 head3 nc1 rej0 ask0", sheet(register(header, [*marks, "EM", "FL"]))), project)


@pytest.mark.parametrize("line", [
    "Where +1, the husband came too.", "Wo +1 steht, kam der Partner mit.", "Hvor der står +1, kom manden med.",
    "Όπου +1 ήρθε μαζί και ο σύζυγος.", "Dove c'è +1 è venuto anche il marito.",
])  # fmt: skip
def test_a_line_that_explains_a_plus_adds_nobody(project: Project, line: str) -> None:
    rows = register("Present", ["x", "x +1", "x", "x +1", "x", "x"])
    check(Case(line, "att6 head2 rej0", sheet([*rows, [], [line]])), project)


@pytest.mark.parametrize("mark", ["x", "✓"])
@pytest.mark.parametrize("header", ["Mødt", "Present", "Anwesend", "Presente", "Παρών"])
def test_a_plus_behind_a_tick_is_of_people_who_came_along(project: Project, header: str, mark: str) -> None:
    marks: list[Cell] = [mark, f"{mark} +1", "", f"{mark}+2", mark, mark]
    check(Case(header, "att5 head3 nc1 rej0 ask0", sheet(register(header, marks))), project)


@pytest.mark.parametrize("mark", ["x +20 min", "x + 15 Min.", "x +km"])
def test_a_plus_of_something_else_is_nobody(project: Project, mark: str) -> None:
    check(Case(mark, "att6 head0", sheet(register("Present", ["x", mark, "x", "x", "x", "x"]))), project)


@pytest.mark.parametrize(("family", "came", "people"), [
    ("Familie", "Erschienen ist", "Personen"), ("Famiglia", "Presente", "Persone"), ("Familie", "Mødt", "Personer"),
    ("Family", "Present", "People"), ("Οικογένεια", "Παρών", "Άτομα"),
])  # fmt: skip
def test_who_came_of_each_family_is_the_person(project: Project, family: str, came: str, people: str) -> None:
    """Two families have the same name."""
    rows: list[list[Cell]] = [[name.split()[1], name, 1 + (at == 2)] for at, name in enumerate(PEOPLE)]
    table: list[list[Cell]] = [[family, came, people], *rows, ["Neri", "Gina Neri", 1], ["Summe", "", 8]]
    case = Case(family, "att7 head1 named7 rej0 ask0", sheet([*TITLE, *table]))
    check(case, project)
    names = [one.name for one in read_workbook(Workbook("x.xlsx", "xlsx", [case.first]), project).attendances]
    assert names[-1] == "Gina Neri"


@pytest.mark.parametrize("header", [
    "Mit wie vielen seid ihr da? (inkl. mir)", "Wie viele seid ihr, dich mitgezählt?",
    "How many are you (incl. yourself)?",
    "How many came with you, including you", "Quanti siete? (me compreso)", "Hvor mange er I (inkl. dig selv)?",
    "Πόσοι είστε συμπεριλαμβανομένου εσάς",
])  # fmt: skip
def test_who_fills_in_a_number_may_be_one_of_it(project: Project, header: str) -> None:
    check(Case(header, "att6 head5 rej0 ask0", sheet(register(header, [1, 3, 1, 4, 1, 1]))), project)


@pytest.mark.parametrize(("header", "away"), [
    ("Adulti venuti", "non sono venuti"), ("Erwachsene gekommen", "nicht gekommen"), ("Voksne fremmødt", "kom ikke"),
    ("Adults who came", "did not come"), ("Παρόντες ενήλικες", "δεν ήρθαν"),
])  # fmt: skip
def test_nobody_came_where_the_number_is_a_nought(project: Project, header: str, away: str) -> None:
    numbers, notes = (1, 2, 0, 1, 3, 0), ("", "", away, "", "", away)
    rows: Rows = [list(row) for row in zip(PEOPLE, numbers, notes, strict=True)]
    check(Case(header, "att4 head3 nc2 rej0 ask0", sheet([*TITLE, ["Full name", header, "Note"], *rows])), project)


@pytest.mark.parametrize("header", ["Adulti venuti", "Erwachsene gekommen", "Adults who came", "Παρόντες ενήλικες"])
def test_a_nought_without_a_remark_leaves_open_who_came(project: Project, header: str) -> None:
    rows: Rows = [list(row) for row in zip(PEOPLE, (1, 2, 0, 1, 3, 0), strict=True)]
    check(Case(header, "head0 rej4", sheet([*TITLE, ["Full name", header], *rows])), project)


@pytest.mark.parametrize(
    ("name", "header", "foot"),
    [
        ("Name", "Brought with them (people)", "5 companions"),
        ("Name", "Brings (people)", "5 companions"),
        ("Name", "bringt mit (Pers.)", "5 Begleitpersonen"),
        ("Nome", "Porta (persone)", "5 accompagnatori"),
        ("Navn", "Medbringer (personer)", "5 ledsagere"),
        ("Όνομα", "Φέρνει (άτομα)", "5 συνοδοί"),
        ("Wer", "Brachte mit (Personen)", "5 Begleitpersonen"),
        ("Chi", "portava con sé (n. persone)", "5 accompagnatori"),
        ("Hvem", "Havde med (antal personer)", "5 ledsagere"),
        ("Ποιος", "Έφερε μαζί (άτομα)", "5 συνοδοί"),
    ],
)
def test_people_whom_somebody_brought(name: str, header: str, foot: str, project: Project) -> None:
    along: list[Cell] = ["", 2, "", 1, "", 2]
    listed: Rows = [[who, "Lend", more] for who, more in zip(PEOPLE, along, strict=True)]
    for below in ([], [["", "", foot]], [["", "", 5]]):
        check(Case(header, "att6 head5 rej0 ask0", sheet([*TITLE, [name, "", header], *listed, *below])), project)


@pytest.mark.parametrize(
    ("headers", "classes", "total"),
    [
        (
            ("No", "Parent", "Child in class", "Present", "Came with them (people)"),
            "1A 2B 3A",
            "In the room with those accompanying:",
        ),
        (
            ("N.", "Genitore", "Classe del figlio", "Presenza", "Con loro (persone)"),
            "1A 2B 3A",
            "In sala con gli accompagnatori:",
        ),
        (
            ("Nr.", "Elternteil", "Klasse des Kindes", "Anwesend", "Mit dabei (Personen)"),
            "1a 2b 3a",
            "Im Raum mit den Begleitpersonen:",
        ),
        (
            ("Nr.", "Forælder", "Barn i klasse", "Til stede", "Havde med (personer)"),
            "1.a 2.b 3.a",
            "I salen med ledsagere:",
        ),
        (
            ("Α/Α", "Γονέας", "Παιδί στην τάξη", "Παρουσία", "Μαζί του/της ήρθαν (άτομα)"),
            "Α΄ Β΄ Στ΄",
            "Στην αίθουσα μαζί με τους συνοδούς:",
        ),
    ],
)
def test_parents_with_those_who_came_along(
    headers: tuple[Cell, ...], classes: str, total: str, project: Project
) -> None:
    along: list[Cell] = ["", 2, "", 1, "", 2]
    rows: Rows = [
        [at + 1, who, classes.split()[at % 3], "—" if at == 4 else "✔", more]
        for at, (who, more) in enumerate(zip(PEOPLE, along, strict=True))
    ]
    for below in ([], [[], ["", total, "", 10]]):
        check(Case(total, "att5 head5 nc1 rej0 ask0", sheet([*TITLE, list(headers), *rows, *below])), project)


@pytest.mark.parametrize("header", ["People", "Personen", "Persone", "Antal personer", "Άτομα"])
def test_a_one_where_most_leave_a_number_of_people_open_is_asked_about(header: str, project: Project) -> None:
    check(Case(header, "att5 head0 rej1", sheet(register(header, ["", 3, "", 1, "", ""]))), project)


@pytest.mark.parametrize(
    "header", ["Quanti figli", "Wie viele Kinder?", "How many children", "Hvor mange børn", "Πόσα παιδιά"]
)
def test_how_many_children_somebody_has_says_not_that_they_came(project: Project, header: str) -> None:
    people: list[list[Cell]] = [[name, number, "x"] for name, number in zip(PEOPLE, (3, 1, 2, 2, 4, 1), strict=True)]
    rows = [*TITLE, ["Full name", header, "Signature"], *people]
    check(Case("children", "att6 head0 q:column", sheet(rows)), project)
    told: list[list[Cell]] = [[], ["we were 10 + me and the interpreter"]]
    check(Case("told", "att6 head10 ask0", sheet([*rows, *told])), project)


@pytest.mark.parametrize("header", ["Plus ones", "Plus one"])
def test_plus_ones_come_along(header: str, project: Project) -> None:
    check(Case(header, "att6 head3 ask0", sheet(register(header, [0, 1, 0, 2, 0, 0]))), project)


@pytest.mark.parametrize("header", ["θέσεις που κράτησαν", "άτομα που κράτησαν", "seats booked", "posti prenotati"])
def test_of_the_places_that_people_kept_those_who_came_count(header: str, project: Project) -> None:
    kept = ((2, 1), (3, 3), (2, 1), (4, 0), (2, 2), (1, 1))
    rows: list[list[Cell]] = [[name, *numbers] for name, numbers in zip(PEOPLE, kept, strict=True)]
    check(Case(header, "att5 head3 nc1 ask0", sheet([*TITLE, ["Name", header, "ήρθαν τελικά"], *rows])), project)


@pytest.mark.parametrize(
    "header",
    ["Personen insgesamt (mit Begleitung)", "Persone in tutto (con accompagnatori)", "People in all (with companions)",
     "Personer i alt (med ledsagere)", "Άτομα συνολικά (με συνοδούς)"],
)  # fmt: skip
def test_a_number_of_all_people_with_companions_includes_the_person(project: Project, header: str) -> None:
    came = zip(PEOPLE, ("yes", "yes", "no", "yes", "yes", "yes"), (1, 2, 4, 1, 3, 1), strict=True)
    rows: Rows = [*TITLE, ["Name", "Present", header], *([name, told, people] for name, told, people in came)]
    check(Case("all", "att5 head3 nc1", sheet(rows)), project)
