"""Totals above a list that say how many of the people it has not."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import PEOPLE, TITLE, Case, check, sheet

OTHERS_CAME = [
    "Number of participants: 8 (2 did not want to sign)",
    "Total participants: 8 (6 on the list)",
    "Participants: 8, of whom 6 signed",
    "Teilnehmende: 8 (2 wollten nicht unterschreiben)",
    "Teilnehmerzahl: 8, davon 6 auf der Liste",
    "Partecipanti: 8 (2 non hanno voluto firmare)",
    "Presenti: 8, di cui 6 in elenco",
    "Deltagere: 8 (2 ønskede ikke at skrive under)",
    "Συμμετέχοντες: 8 (2 δεν θέλησαν να υπογράψουν)",
]
NOBODY_ELSE = [
    "8 participants (2 absent)",
    "Participants: 8 (2 trainers)",
    "Antal deltagere: 8 (2 kom ikke)",
    "Συμμετέχοντες: 8 (2 δεν ήρθαν)",
    "Presenti: 8 (compresi 2 formatori)",
    "Participants: 6 (2 children)",
]
UNKNOWN = ["Participants: 8 (2 zorb)", "Participants: 8 (5 women)"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        *((line, "head8 att6") for line in OTHERS_CAME),
        *((line, "head0 att6") for line in NOBODY_ELSE),
        *((line, "q:total!") for line in UNKNOWN),
    ],
)
def test_a_total_says_how_many_are_not_listed(line: str, expected: str, project: Project) -> None:
    people = [[name, f"33{number}234567"] for number, name in enumerate(PEOPLE)]
    check(Case(line, expected, sheet([*TITLE, [line], [], ["Name", "Phone"], *people])), project)


@pytest.mark.parametrize(
    "line",
    [
        "sowie 2 weitere Personen", "and 2 more people", "e 2 donne che non hanno voluto dare il nome",
        "og 2 kvinder, som ikke ville oplyse navn", "sowie 2 Frauen, die ihren Namen nicht nennen wollten",
    ],
)  # fmt: skip
def test_a_line_below_adds_people_without_names(line: str, project: Project) -> None:
    people = [[name, f"33{number}234567"] for number, name in enumerate(PEOPLE)]
    check(Case(line, "head2 att6", sheet([*TITLE, ["Name", "Phone"], *people, [], [line]])), project)


@pytest.mark.parametrize(
    ("note", "people"),
    [
        ("4 persone non hanno firmato", 21),
        ("4 did not sign", 21),
        ("2 Personen ohne Unterschrift", 21),
        ("plus 4 walk-ins", 25),
        ("4 not registered", 25),
    ],
)
def test_who_did_not_sign_is_among_those_counted(note: str, people: int, project: Project) -> None:
    rows = [["Date", "City", "Activity", "Participants", "Notes"], ["2021-03-03", "Graz", "Info session", 21, note]]
    check(Case(note, f"head{people}", sheet(rows)), project)


@pytest.mark.parametrize(
    ("label", "yes", "no", "headers"),
    [
        ("Walk-ins (no names)", "Y", "N", ("Event", "Date", "Name", "E-mail", "Attended")),
        ("Spontan gekommen (ohne Namen)", "ja", "nein", ("Veranstaltung", "Datum", "Name", "E-Mail", "Anwesend")),
        ("Non iscritti", "sì", "no", ("Evento", "Data", "Nome", "E-mail", "Presente")),
        ("Uanmeldte (uden navn)", "ja", "nej", ("Arrangement", "Dato", "Navn", "E-mail", "Mødt")),
        ("Χωρίς εγγραφή", "Ναι", "Όχι", ("Εκδήλωση", "Ημερομηνία", "Όνομα", "E-mail", "Παρών")),
    ],
)
def test_people_in_addition_stand_where_others_have_a_name(
    project: Project, label: str, yes: str, no: str, headers: tuple[str, ...]
) -> None:
    event: list[Cell] = ["Skill-transfer workshop: Telling stories", "30/06/2021"]
    rows = [[*event, name, "", no if at % 3 else yes] for at, name in enumerate(PEOPLE)]
    grid = sheet([list(headers), *rows, [*event, label, "", 5]])
    check(Case(label, "att2 nc4 head5 ev1 rej0 ask0", grid, hints=Hints(city="graz")), project)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([7, "Walk-ins", "Syrian", 5], "att6 head5"),
        (["", "6 walk-ins (no names)", "", "x"], "att6 head6"),
        (["", "Guests (no names)", "", 4], "att6 head4"),
        ([7, "Walk-in", "Syrian", "x"], "att7 head0"),
        ([7, "N.N.", "Syrian", "x"], "att7 head0"),
    ],
)
def test_a_row_without_a_name_is_one_person_unless_it_states_a_number(
    project: Project, row: list[Cell], expected: str
) -> None:
    people = [[at, name, "Syrian", "x"] for at, name in enumerate(PEOPLE, start=1)]
    check(
        Case(str(row), f"{expected} rej0", sheet([*TITLE, ["No.", "Name", "Community", "Present"], *people, row])),
        project,
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["walk-ins (no names taken)", 5, ""], "att4 head5 nc2"),
        (["others, names not taken", 5, ""], "att4 head5 nc2"),
        (["Laufkundschaft (Namen nicht notiert)", 17, ""], "att4 head17 nc2"),
        (["non iscritti (senza nome)", 5, ""], "att4 head5 nc2"),
        (["drop-in (uden navn)", 5, ""], "att4 head5 nc2"),
        (["χωρίς εγγραφή, χωρίς όνομα", 5, ""], "att4 head5 nc2"),
        (["walk-in (no name)", 17, "✓"], "att5 head0 nc2"),
        (["N.N.", 17, ""], "att4 head0 nc3"),
    ],
)
def test_a_number_of_people_stands_where_others_have_their_age(
    project: Project, row: list[Cell], expected: str
) -> None:
    people = [[name, 14 + at, "✗" if at % 3 == 1 else "✓"] for at, name in enumerate(PEOPLE)]
    check(Case(str(row), f"{expected} rej0", sheet([*TITLE, ["Name", "Age", "Came"], *people, [], row])), project)


@pytest.mark.parametrize(
    "line",
    [
        "Participants in all, without the organisers: 9 (not everybody signed)",
        "Total participants excluding staff: 9",
        "Partecipanti in totale, esclusi gli organizzatori: 9 (non tutti hanno firmato)",
        "Teilnehmende insgesamt, ohne Veranstalter: 9 (nicht alle haben unterschrieben)",
        "Deltagere i alt (uden personale): 9",
        "Συμμετέχοντες συνολικά, χωρίς τους διοργανωτές: 9 (δεν υπέγραψαν όλοι)",
    ],
)
def test_a_total_may_leave_out_the_team(line: str, project: Project) -> None:
    people: list[list[Cell]] = [[name, "participant"] for name in PEOPLE]
    rows = [*TITLE[:3], [line], [], ["Full name", "Role"], *people, ["Ida Holm", "organiser"]]
    check(Case(line, "att6 head9 nc1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    "label",
    [
        "Walk-ins without badge (not on this list)",
        "Others, not on this list",
        "Senza badge (non in elenco)",
        "Ohne Namensschild gekommen (nicht auf der Liste)",
        "Uanmeldte uden skilt (ikke på denne liste)",
        "Χωρίς καρτελάκι (δεν είναι στη λίστα)",
        "Came over the lawn without signing",
        "Venuti dal prato senza firmare",
        "Gekommen über die Wiese, ohne zu unterschreiben",
        "Kom over plænen uden at skrive sig på",
        "Ήρθαν από το γρασίδι χωρίς να υπογράψουν",
    ],
)
@pytest.mark.parametrize("apart", [True, False])
def test_a_label_says_that_people_stand_on_no_list(label: str, project: Project, *, apart: bool) -> None:
    people: list[list[Cell]] = [[name, "Omega", "Y"] for name in PEOPLE]
    gap: list[list[Cell]] = [[]] if apart else []
    head: list[Cell] = ["Full name", "Organisation", "Badge collected"]
    check(Case(label, "att6 head4 ask0", sheet([*TITLE, head, *people, *gap, [label, 4]])), project)


def test_a_number_behind_words_for_others_is_asked_about(project: Project) -> None:
    people: list[list[Cell]] = [[name, "Omega", "Y"] for name in PEOPLE]
    rows = [*TITLE, ["Full name", "Organisation", "Badge collected"], *people, [], ["Walk-ins zorb pluff", 4]]
    check(Case("asked", "q:total!", sheet(rows)), project)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["Kinder gesamt:", 6], "att6 head0 ask0"),
        (["Bambini totali: 6"], "att6 head0 ask0"),
        (["Παιδιά σύνολο", 6], "att6 head0 ask0"),
        (["Børn i alt: 6"], "att6 head0 ask0"),
        (["Guests", 6], "att6 head0 ask0"),
        (["plus children", 6], "att6 head6"),
        (["Walk-ins: 6"], "att6 head6"),
        (["Kinder ohne Namen", 4], "att6 head4"),
    ],
)
def test_a_label_with_as_many_as_are_listed_restates_them(line: list[Cell], expected: str, project: Project) -> None:
    people: list[list[Cell]] = [[name.split()[0], "f"] for name in PEOPLE]
    last: list[list[Cell]] = [[], line, ["Led by: Petra Moser"]]
    check(Case(str(line), expected, sheet([*TITLE, ["First name", "m/f"], *people, *last])), project)


@pytest.mark.parametrize(
    ("total", "remark", "all_counted"),
    [
        (
            "People present in all: 9",
            "(three did not want to write their name)",
            "Counted at the door (everybody, also without an entry)",
        ),
        (
            "Anwesende Personen insgesamt: 9",
            "(drei wollten ihren Namen nicht schreiben)",
            "Beim Einlass gezählt (alle, auch ohne Eintrag)",
        ),
        (
            "Persone presenti in tutto: 9",
            "(tre non hanno voluto scrivere il nome)",
            "Contati all'ingresso (tutti, anche chi non è in lista)",
        ),
        ("Fremmødte i alt: 9", "(tre ville ikke skrive deres navn)", "Talt ved døren (alle, også dem uden navn)"),
        (
            "Παρόντες συνολικά: 9",
            "(τρεις δεν ήθελαν να γράψουν το όνομά τους)",
            "Μετρήθηκαν στην είσοδο (όλοι, και όσοι δεν υπέγραψαν)",
        ),
    ],
)
def test_a_total_of_all_who_were_there(total: str, remark: str, all_counted: str, project: Project) -> None:
    listed: list[list[Cell]] = [[*who.split(" "), "Gries" if at % 2 else "Lend"] for at, who in enumerate(PEOPLE)]
    rows: list[list[Cell]] = [*TITLE, ["First name", "Surname", "Quarter"], *listed]
    for below in ([], [total, "", remark]), ([], [total, remark]), ([total, "", remark],), ([all_counted, "", 9],):
        check(Case(total, "att6 head9 rej0 ask0", sheet([*rows, *below])), project)
    above: list[list[Cell]] = [*TITLE, [f"{all_counted}:", "", "", 9], [], *rows[len(TITLE) :]]
    check(Case(all_counted, "att6 head9 rej0 ask0", sheet(above)), project)


@pytest.mark.parametrize("people", [6, 9])
@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [("Es waren", "{} Leute da"), ("There were", "{} people"), ("Erano presenti", "{} persone"),
     ("Der var", "{} personer"), ("Ήταν", "{} άτομα")],
)  # fmt: skip
def test_a_sentence_in_two_cells_names_nobody(begins: str, goes_on: str, people: int, project: Project) -> None:
    rows: list[list[Cell]] = [
        *TITLE,
        ["No", "Name", "Postcode"],
        *([at, name, "7100"] for at, name in enumerate(PEOPLE, 1)),
    ]
    expected = "att6 head0 ask0" if people == len(PEOPLE) else "att6 head9 ask0"
    check(Case(begins, expected, sheet([*rows, [], [begins, goes_on.format(people)]])), project)


@pytest.mark.parametrize(
    "line", [["Together", "6 people"], ["Alles", "6 Personen"], ["Insieme", "6 persone"], ["Samlet", "6 personer"]]
)
def test_as_many_as_are_listed_in_place_of_a_name_are_these(line: list[Cell], project: Project) -> None:
    people: list[list[Cell]] = [[at, name, "7100"] for at, name in enumerate(PEOPLE, 1)]
    check(Case(str(line), "att6 head0 ask0", sheet([*TITLE, ["No", "Name", "Postcode"], *people, line])), project)


@pytest.mark.parametrize(
    ("header", "mark", "label"),
    [
        ("Turned up?", "Y", "Walk-ins, names not taken"),
        ("Turned up?", "Y", "Others - we didn't write their names"),
        ("Anwesend", "ja", "Spontan gekommen – Namen nicht notiert"),
        ("Presente", "sì", "Senza iscrizione: nomi non presi"),
        ("Mødte op", "ja", "Drop-in, navne ikke noteret"),
        ("Παρών", "ναι", "χωρίς εγγραφή, ονόματα δεν καταγράφηκαν"),
    ],
)
def test_a_label_says_aside_that_nobody_took_names(header: str, mark: str, label: str, project: Project) -> None:
    people = [[name, "Syrian", mark] for name in PEOPLE]
    rows: list[list[Cell]] = [*TITLE, ["Name", "Community", header], *people, [label, "", 5]]
    check(Case(label, "head5 att6 rej0 ask0", sheet(rows)), project)


@pytest.mark.parametrize("number", [4, "4", None])
@pytest.mark.parametrize(
    ("label", "people"),
    [
        ("In addition, not signed:", "4 people"),
        ("Zusätzlich, ohne Unterschrift:", "4 Personen"),
        ("Inoltre, senza firma:", "4 persone"),
        ("Desuden, uden underskrift:", "4 personer"),
        ("Επιπλέον, χωρίς να γραφτούν:", "4 άτομα"),
    ],
)
def test_a_label_under_names_and_numbers_is_nobody(label: str, people: str, number: Cell, project: Project) -> None:
    rows: list[list[Cell]] = [[name, f"0690112345{at}"] for at, name in enumerate(PEOPLE)]
    last: list[Cell] = [label, people if number is None else number]
    check(Case(label, "att6 head4 rej0 ask0", sheet([*TITLE, ["Name", "Phone"], *rows, [], last])), project)
