"""People whom a sheet puts beside its list or its total, and totals that exceed a list."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Reading, headcount_of
from liaison_metrics.sheets.words.people import PRESENT, additional_code, statements_among, statements_of
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import Rows, read

LIST: list[list[Cell]] = [["Full name", "E-mail"], *([name, f"p{n}@example.org"] for n, name in enumerate(PEOPLE))]
EVENT: list[Cell] = [date(2021, 3, 3), "Palermo", "LIAISON fair"]
HEAD: list[Cell] = ["Date", "City", "Activity"]


def stated(reading: Reading) -> list[tuple[int, str]]:
    """Returns each headcount's people with their code of additional people."""
    return [(row.people, row.additional) for row in reading.headcounts]


def below(*rows: list[Cell]) -> Rows:
    """Returns a titled list of six people with rows below it."""
    return [*TITLE, *LIST, *rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Walk-ins: 5", (5, "walk_ins")),
        ("Si sono aggiunti 3 alunni della 3D, non in elenco", (3, "not_registered")),
        ("Dazu kamen noch 3 Schüler aus der 3D", (3, "plus")),
        ("2 elever fra 3b kom til, ikke på listen", (2, "not_registered")),
        ("arrivati sul momento: 7", (7, "walk_ins")),
        ("30 Teilnehmende und 5 spontan gekommen", (30, "", 5, "walk_ins")),
        ("Not on the list: 4", (4, "not_registered")),
        ("nicht angemeldet: 4", (4, "not_registered")),
        ("non iscritti 4", (4, "not_registered")),
        ("Ingressi senza registrazione (contati alla porta): 7", (7, "not_registered")),
        ("in più, passanti non iscritti: 5", (5, "walk_ins")),
        ("Entrati senza prenotazione: 6", (6, "not_registered")),
        ("ohne Anmeldung gekommen: 6", (6, "not_registered")),
        ("weitere Gäste, die nicht unterschreiben wollten: 3", (3, "not_registered")),
        ("Uden for listen (kom uden tilmelding): 4", (4, "not_registered")),
        ("Kom uden at være tilmeldt: 4", (4, "not_registered")),
        ("Ήρθαν χωρίς να δηλώσουν συμμετοχή: 4", (4, "not_registered")),
        ("Turned up without registering: 4", (4, "not_registered")),
        ("ikke tilmeldte: 2", (2, "not_registered")),
        ("χωρίς εγγραφή: 3", (3, "not_registered")),
        ("There were also 4 people who had not registered", (4, "not_registered")),
        ("weitere Teilnehmende: 3", (3, "others")),
        ("altri partecipanti: 3", (3, "others")),
        ("andre deltagere 4", (4, "others")),
        ("άλλοι: 4", (4, "others")),
        ("Derudover 25 børn, som ikke er registreret", (25, "not_registered")),
        ("Besides 25 children who are not registered", (25, "not_registered")),
        ("Außerdem 25 Kinder, die nicht registriert sind", (25, "not_registered")),
        ("Oltre a 25 bambini che non sono iscritti", (25, "not_registered")),
        ("Επιπλέον 25 παιδιά που δεν έχουν εγγραφεί", (25, "not_registered")),
        ("plus 3 walk-ins who did not leave a name", (3, "walk_ins")),
        ("dazu 4 Kinder, die nicht mitgezählt wurden", (4, "children")),
        ("più 3 ospiti che hanno solo ascoltato", (3, "guests")),
        ("plus 3", (3, "plus")),
        ("+ 3", (3, "plus")),
        ("and 3 more", (3, "plus")),
        ("zzgl. 3", (3, "plus")),
        ("più 3", (3, "plus")),
        ("samt 3", (3, "plus")),
        ("και άλλοι 3", (3, "plus")),
        ("plus three", (3, "plus")),
        ("+ 3 children", (3, "children")),
        ("Nachzügler: 2", (2, "late")),
        ("5 guests", (5, "guests")),
        ("+ altri 6 senza nome", (6, "not_registered")),
        ("+ weitere 5 Personen", (5, "others")),
        ("+ ca. 4 weitere", (4, "others")),
        ("og 7 andre uden navn", (7, "not_registered")),
        ("+ άλλα 3 άτομα", (3, "others")),
        ("30 participants, plus 5 walk-ins", (30, "", 5, "walk_ins")),
        ("Insgesamt: 30 Personen", (30, "")),
        ("N. partecipanti: 1.200", (1200, "")),
        ("Σύνολο συμμετεχόντων: 12", (12, "")),
        ("Anwesend: 30", (30, "")),
        ("Total: 30", (30, "total")),
        ("Total: 9 adults + 3 children", (12, "total")),
        ("Insgesamt: 9 Erwachsene + 3 Kinder", (12, "total")),
        ("Totale: 9 adulti e 3 bambini", (12, "total")),
        ("Samlet: 9 voksne + 3 børn", (12, "total")),
        ("Σύνολο: 9 ενήλικες + 3 παιδιά", (12, "total")),
        ("Ikke skrevet på listen (kom uanmeldt): 5", (5, "not_registered")),
        ("of which 5 walk-ins", (5, "part")),
        ("davon nicht angemeldet: 5", (5, "part")),
        ("di cui 5 non iscritti", (5, "part")),
        ("heraf 5 uanmeldte", (5, "part")),
        ("εκ των οποίων 5 παιδιά", (5, "part")),
    ],
)
def test_statements_in_words(text: str, expected: tuple[object, ...]) -> None:
    assert tuple(part for one in statements_of(text) for part in (one.people, one.kind)) == expected


@pytest.mark.parametrize(
    "text",
    ["Guest 1", "Guests 3", "Teilnehmer 3", "Total hours: 30", "Pages: 3", "Total women: 5", "3 more chairs needed",
     "Maria Rossi", "12.03.2021", "15:30", "30 + 5", "+39 333 1234567", "Total registered: 30", "Total absent: 3",
     "plus 3 guests who cancelled", "plus 2 people who were staff", "Registered but did not come: 4",
     "Nicht angemeldet, weggeschickt: 3", "Registrati ma non venuti: 4"],
)  # fmt: skip
def test_other_texts_state_no_people(text: str) -> None:
    assert statements_of(text) == ()


@pytest.mark.parametrize(
    "text",
    ["+ 1 kollega", "+1 συνοδός", "plus 1 colleague", "+ 1 Begleitperson", "+1 accompagnatrice", "+ 1 søster"],
)
def test_whoever_came_along_is_additional(text: str) -> None:
    assert [(one.people, one.kind) for one in statements_of(text)] == [(1, "plus")]


@pytest.mark.parametrize(
    "label",
    ["Handzähler am Eingang, Besucherinnen und Besucher insgesamt:", "Besucher laut Handzähler",
     "People counted at the door (clicker):", "Contapersone all'ingresso: visitatori in totale",
     "Klikker ved indgangen: besøgende i alt", "Gæster talt ved døren", "Σύνολο επισκεπτών (μετρητής εισόδου):"],
)  # fmt: skip
def test_a_label_of_counted_people_may_say_how_they_were_counted(label: str) -> None:
    (stated,) = statements_among([label, "", 163])
    assert (stated.people, stated.kind, stated.at) == (163, PRESENT, (0, 2))


@pytest.mark.parametrize(
    "label",
    ["Angemeldete Personen insgesamt", "Teilnehmende bisher insgesamt", "Totale iscritti", "Visitors per hour, total",
     "Participants expected in total", "Flyer an Besucher verteilt, gesamt", "Σύνολο εγγεγραμμένων συμμετεχόντων"],
)  # fmt: skip
def test_other_numbers_of_people_are_no_total(label: str) -> None:
    assert [one for one in statements_among([label, 163]) if one.kind == PRESENT] == []


def test_headers_for_additional_people() -> None:
    words = ("Number of walk-ins", "n. non iscritti", "Further participants", "of which walk-ins", "Participants")
    assert [additional_code(word) for word in words] == ["walk_ins", "not_registered", "plus", "", ""]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Walk-ins", 5]], [(5, "walk_ins")]),
        ([["Walk-ins: 5"], ["plus 3 children"]], [(5, "walk_ins"), (3, "children")]),
        ([["30 participants, plus 5 walk-ins"]], [(30, ""), (5, "walk_ins")]),
        ([["Insgesamt: 30 Personen"], ["davon nicht angemeldet: 5"]], [(30, "")]),
        ([[], ["Total participants: 30"]], [(30, "")]),
        ([["Total", 30]], [(30, "")]),
        ([["+ 4 more people, unnamed"]], [(4, "not_registered")]),
        ([["samt 3"], ["Deltagere i alt: 9"]], [(3, "plus")]),
        ([["Total", 6]], []),
        ([["Total participants", 6]], []),
        ([["Total hours", 30]], []),
    ],
)
def test_numbers_below_a_list(project: Project, rows: list[list[Cell]], expected: list[tuple[int, str]]) -> None:
    reading = read(project, below(*rows))
    assert stated(reading) == expected
    assert len(reading.attendances) == len(PEOPLE)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([["Not on the list: 4"]], [(4, "not_registered")]),
        ([["Participants:", 30], ["Not registered:", 5]], [(30, ""), (5, "not_registered")]),
        ([["Presenti: 6"]], []),
    ],
)
def test_labels_above_a_list(project: Project, above: list[list[Cell]], expected: list[tuple[int, str]]) -> None:
    assert stated(read(project, [*TITLE[:3], *above, [], *LIST])) == expected


def test_a_title_with_walk_ins(project: Project) -> None:
    reading = read(project, [["LIAISON fair, Palermo, 3.3.2021 (plus 5 walk-ins)"], [], *LIST])
    assert stated(reading) == [(5, "walk_ins")]


def test_a_total_of_pages_counts_all_rows_of_the_sheet(project: Project) -> None:
    reading = read(
        project, below(["Total", 6], [], *LIST[:1], ["Zora Kant", "z@example.org"], ["Total participants", 7])
    )
    assert not reading.headcounts and len(reading.attendances) == 7


def test_a_total_of_present_and_absent_people_is_no_statement(project: Project) -> None:
    rows: Rows = [*TITLE, ["Full name", "Present"], ["Aldo Neri", "yes"], ["Bea Conti", "no"], ["Total people", 2]]
    assert not read(project, rows).headcounts


def test_notes_belong_to_the_list_above_them(project: Project) -> None:
    second: list[list[Cell]] = [["City", "Graz"], ["Activity", "School lab"], ["Date", date(2021, 5, 5)], []]
    reading = read(project, below(["Walk-ins: 5"], [], *second, *LIST))
    assert [(reading.events[row.event].city, row.people) for row in reading.headcounts] == [("palermo", 5)]


def test_unnamed_guests_of_a_list_stay_people(project: Project) -> None:
    rows: Rows = [*TITLE, ["Full name", "Age"], ["Aldo Neri", 30], ["Guests", 35], ["Child", 8]]
    reading = read(project, rows)
    assert len(reading.attendances) == 3 and not reading.headcounts


def test_others_under_women_and_men_are_a_part(project: Project) -> None:
    reading = read(project, below([], ["Women", 4], ["Men", 3], ["Others", 2]))
    assert not any(row.additional for row in reading.headcounts)


def test_a_row_for_several_people(project: Project) -> None:
    head: list[Cell] = ["Name", "E-mail", "Number of people"]
    people: list[list[Cell]] = [["Aldo Neri", "a@example.org", 1], ["Bea Conti", "b@example.org", 3]]
    reading = read(project, [*TITLE, head, *people, ["Walk-ins", "", 5]])
    assert stated(reading) == [(2, "companions"), (5, "walk_ins")]
    assert len(reading.attendances) == 2


def test_walk_ins_at_each_session(project: Project) -> None:
    top: list[list[Cell]] = [["Activity", "Skill-transfer workshop"], ["City", "Palermo"], []]
    marks: list[list[Cell]] = [
        ["Full name", "04/10/2021", "18/10/2021"],
        ["Aldo Neri", "x", ""],
        ["Bea Conti", "x", "x"],
    ]
    reading = read(project, [*top, *marks, ["Walk-ins", 3, 5]])
    assert stated(reading) == [(3, "walk_ins"), (5, "walk_ins")]
    assert len({row.event for row in reading.headcounts}) == 2


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[*HEAD, "Participants", "Walk-ins"], [*EVENT, 30, 5]], [(30, ""), (5, "walk_ins")]),
        ([[*HEAD, "Teilnehmende", "nicht angemeldet"], [*EVENT, 30, 5]], [(30, ""), (5, "not_registered")]),
        ([[*HEAD, "Participants", "Others"], [*EVENT, 30, 5]], [(30, ""), (5, "others")]),
        ([[*HEAD, "Pre-registered", "Walk-ins", "Total"], [*EVENT, 25, 5, 30]], [(30, "")]),
        ([[*HEAD, "Participants", "of which walk-ins"], [*EVENT, 30, 5]], [(30, "")]),
        ([[*HEAD, "Local", "Syrian", "Others"], [*EVENT, 20, 5, 2]], [(20, ""), (5, ""), (2, "")]),
        ([[*HEAD, "Participants"], [*EVENT, "30 + 5 walk-ins"]], [(5, "walk_ins"), (30, "")]),
        ([[*HEAD, "Participants"], [*EVENT, 20], ["plus 4 not registered"]], [(20, ""), (4, "not_registered")]),
        ([[*HEAD, "Participants", "Notes"], [*EVENT, 20, "plus 5 walk-ins"]], [(20, ""), (5, "walk_ins")]),
        ([[*HEAD, "Participants", "Notes"], [*EVENT, 20, "of which 5 walk-ins"]], [(20, "")]),
        (
            [
                [*HEAD, "Kind", "Number"],
                [*EVENT, "Participants", 30],
                [*EVENT, "Walk-ins", 5],
                [*EVENT, "davon Frauen", 12],
            ],
            [(30, ""), (5, "walk_ins")],
        ),
        ([*TITLE[:3], ["Participants", 30], ["Not registered", 5]], [(30, ""), (5, "not_registered")]),
        ([["LIAISON fair – Graz, 20.11.2020"], ["30 participants, plus 5 walk-ins"]], [(30, ""), (5, "walk_ins")]),
    ],
)  # fmt: skip
def test_headcounts_with_people_in_addition(project: Project, rows: Rows, expected: list[tuple[int, str]]) -> None:
    assert stated(read(project, rows)) == expected


@pytest.mark.parametrize("total", [30, 35])
def test_a_total_may_include_additional_people(project: Project, total: int) -> None:
    rows: list[list[Cell]] = [
        ["Community", "Participants"],
        ["Local", 20],
        ["Syrian", 10],
        ["Walk-ins", 5],
        ["Total", total],
    ]
    reading = read(project, [*TITLE, *rows])
    assert headcount_of(reading.headcounts) == 35
    assert not reading.questions


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["Box office", "14 more people without registration"], [(14, "not_registered")]),
        (["Cassa: altre 14 persone senza iscrizione"], [(14, "not_registered")]),
        (["Tageskasse", "14 weitere Personen ohne Anmeldung"], [(14, "not_registered")]),
        (["Absent:", "3 not registered"], []),
        (["Expected: 14 walk-ins"], []),
        (["of which", "14 walk-ins"], []),
    ],
)
def test_people_behind_a_label_of_their_own(project: Project, row: list[Cell], expected: list[tuple[int, str]]) -> None:
    reading = read(project, below([], row))
    assert stated(reading) == expected
    assert not expected or len(reading.attendances) == 6


def test_a_name_with_a_remark_right_below_others_is_a_person(project: Project) -> None:
    reading = read(project, below(["Gino Verdi", "2 not registered"]))
    assert stated(reading) == []


def test_a_note_below_the_next_table_is_not_about_this_one(project: Project) -> None:
    title: list[Cell] = ["LIAISON fair, Palermo, 20 May 2021"]
    second: Rows = [title, ["Full name", "Gender"], ["Ada Holm", "female"], ["Finn Krog", "male"], ["plus 5 walk-ins"]]
    reading = read(project, below(*second))
    assert [(reading.events[row.event].date.month, row.people) for row in reading.headcounts] == [(5, 5)]


@pytest.mark.parametrize(
    "line",
    [
        "7 children came with them",
        "Mitgebracht wurden 7 Kinder",
        "Sammen med dem kom 7 børn",
        "Con loro sono venuti 7 bambini",
        "Μαζί τους ήρθαν και 7 παιδιά",
        "and 7 people who left no name",
        "- sowie 7 Frauen, deren Namen wir nicht haben.",
    ],
)
def test_who_came_with_the_people_of_a_list(project: Project, line: str) -> None:
    rows = [[name, "Syrian"] for name in PEOPLE]
    reading = read(project, [*TITLE, ["Name", "Community"], *rows, [], [line]])
    assert (len(reading.attendances), [row.people for row in reading.headcounts], reading.questions) == (6, [7], [])


def test_two_lists_side_by_side_share_the_lines_below_them(project: Project) -> None:
    pairs = enumerate(zip(PEOPLE[:3], PEOPLE[3:], strict=True), 1)
    people: Rows = [[at, name, "", at + 4, other] for at, (name, other) in pairs]
    below: Rows = [[4, "", "", 8, ""], [], ["Plus 4 children who are not on the list"], ["Present, with children: 10"]]
    check(Case("side", "att6 head4 ask0", sheet([*TITLE, ["No", "Name", "", "No", "Name"], *people, *below])), project)


@pytest.mark.parametrize(
    "total",
    ["Present in all, with children: 31", "Anwesend insgesamt, mit Kindern: 31", "Totale presenti con bambini: 31",
     "Fremmødte i alt, med børn: 31", "Σύνολο παρόντων με παιδιά: 31"],
)  # fmt: skip
def test_a_total_with_children_is_of_all(total: str) -> None:
    assert [(one.people, one.kind) for one in statements_of(total)] == [(31, PRESENT)]


@pytest.mark.parametrize("lines", [
    ("Function: Skill-transfer workshop (LIAISON), room Delphi", "Expected: 20", "Actual attendance: 17", "Coffee: 25"),
    ("Veranstaltung: Infoabend (LIAISON), Saal 2", "Erwartet: 20", "Tatsächlich anwesend: 17", "Kaffee: 25"),
    ("Evento: sessione informativa", "Previsti: 20", "Presenze effettive: 17", "Caffè: 25"),
    ("Arrangement: Informationsmøde", "Forventet: 20", "Fremmødt: 17", "Kaffe: 25"),
])  # fmt: skip
def test_a_form_of_labels_states_who_was_there(lines: tuple[str, ...], project: Project) -> None:
    reading = read(project, [["Hotel Post, Graz"], ["24.02.2022"], [], *([line] for line in lines)])
    assert [row.people for row in reading.headcounts] == [17] and not reading.questions


@pytest.mark.parametrize(
    "lines",
    [
        ["Checked in   91", "Walk-ins   27", "Total through the door   118"],
        ["Accreditati: 91", "Ingressi senza iscrizione: 27", "TOTALE PRESENZE: 118"],
        ["Προσήλθαν με εγγραφή: 91", "Ήρθαν χωρίς εγγραφή: 27", "Σύνολο επισκεπτών: 118"],
        ["kl. 10-11   91", "kl. 11-12   27", "I alt       118 gæster"],
    ],
)
def test_a_total_in_lines_of_text_includes_those_without_registration(lines: list[str], project: Project) -> None:
    rows: list[list[Cell]] = [["LIAISON fair, Palermo, 2021-03-03"], *([line] for line in lines)]
    assert headcount_of(read(project, rows).headcounts) == 118


@pytest.mark.parametrize(
    "text", ["Attendance 2021", "Anwesende 2021", "Presenti 2021", "Fremmødte 2021", "Παρόντες 2021"]
)
def test_a_year_behind_a_title_counts_nobody(text: str) -> None:
    assert statements_of(text) == ()
    assert statements_of(text.replace(" 2021", ": 2021"))


def test_an_abbreviated_total_is_no_plus() -> None:
    assert [(one.people, one.kind) for one in statements_of("Σύν. παρόντων: 7")] == [(7, PRESENT)]
    assert [(one.people, one.kind) for one in statements_of("συν 7 άτομα")] == [(7, "plus")]


@pytest.mark.parametrize("line", ["= 6 on the day", "6 on the day", "6 presenti sul posto", "on the day: 6"])
def test_as_many_as_the_list_on_the_day_are_the_list(project: Project, line: str) -> None:
    reading = read(project, below([line]))
    assert (len(reading.attendances), stated(reading), reading.questions) == (6, [], [])


def test_others_on_the_day_come_in_addition(project: Project) -> None:
    assert stated(read(project, below(["9 on the day"]))) == [(9, "walk_ins")]
    assert stated(read(project, below(["= 6 walk-ins"]))) == [(6, "walk_ins")]


@pytest.mark.parametrize(
    "line",
    [
        "People in the room at 7 pm: 22 (not everybody signed, I counted heads)",
        "Personen im Raum um 19:30: 22",
        "Persone in sala alle 19: 22 (non tutti hanno firmato)",
        "Personer i lokalet kl. 19: 22 (ikke alle skrev sig på)",
        "Άτομα στην αίθουσα στις 7: 22 (δεν υπέγραψαν όλοι)",
    ],
)
def test_people_counted_at_a_time_of_day(project: Project, line: str) -> None:
    reading = read(project, below([], [line]))
    assert (stated(reading), reading.questions) == ([(22, "")], [])


def test_but_is_no_word_for_others(project: Project) -> None:
    assert stated(read(project, below([], ["6 υπογραφές, αλλά 22 στην αίθουσα"]))) == [(22, "")]
    assert stated(read(project, below([], ["και άλλα 3 άτομα"]))) == [(3, "plus")]
