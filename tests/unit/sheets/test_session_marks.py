"""Session matrices with other marks than crosses (initials, times, letters of a legend), and headers of two rows."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

GRAZ = Hints("oep_training", "graz")
ONE_DAY = Hints("oep_training", "graz", date(2021, 5, 4))
HALF_DAYS = [
    Case("initials under half-days, headers repeated", "att4 ev2 rej0", sheet([
        ["OEP-Schulung, Graz"],
        ["Name", "Community", "22.11.2021", "", "23.11.2021", ""],
        ["Name", "Community", "Vorm.", "Nachm.", "Vorm.", "Nachm."],
        ["Aldo Neri", "lokal", "AN", "AN", "", "AN"], ["Bea Conti", "syrisch", "BC", "", "", ""],
        ["Carla Riva", "syrisch", "", "", "", "CR"],
    ])),
    Case("headers stand once, half-days in words", "att4 ev2 rej0", sheet([
        ["Formazione OEP, Palermo"],
        ["Cognome e nome", "Comunità", "22/11/2021", "", "23/11/2021", ""],
        ["", "", "mattina", "pomeriggio", "mattina", "pomeriggio"],
        ["Neri Aldo", "locale", "x", "x", "", "x"], ["Conti Bea", "siriana", "x", "", "", ""],
        ["Riva Carla", "siriana", "", "", "", "x"],
    ])),
    Case("days as cells, initials with points", "att3 ev2 rej0", sheet([
        ["OEP training, Kassel"],
        ["No.", "Full name", datetime(2021, 11, 22), None, datetime(2021, 11, 23), None],
        ["No.", "Full name", "am", "pm", "am", "pm"],
        [1, "Aldo Neri", "A.N.", "A.N.", "", ""], [2, "Bea Conti", "B.C.", "", "b.c.", ""],
    ])),
    Case("given and family names under one header", "att3 ev2 rej0", sheet([
        ["OEP-kursus, Vejle 2021"],
        ["Deltager", "", "Fællesskab", "4. maj", "", "5. maj", ""],
        ["Fornavn", "Efternavn", "Fællesskab", "formiddag", "eftermiddag", "formiddag", "eftermiddag"],
        ["Aldo", "Neri", "lokal", "x", "x", "", ""], ["Bea", "Conti", "syrisk", "x", "", "x", ""],
    ])),
    Case("a day of three parts", "att2 ev1 rej0", sheet([
        ["Κατάρτιση OEP, Αθήνα"],
        ["Ονοματεπώνυμο", "Κοινότητα", "10/06/2021", "", ""],
        ["", "", "Πρωί", "Μεσημέρι", "Απόγευμα"],
        ["Νίκος Ράπτης", "Ντόπιοι", "ΝΡ", "ΝΡ", ""], ["Ζωή Λέκκα", "Ντόπιοι", "", "", "ΖΛ"],
    ])),
]  # fmt: skip

HALF_DAYS += [
    Case("days stand over each half", "att3 ev2 rej0", sheet([
        ["Name", "22.11.2021", "22.11.2021", "23.11.2021", "23.11.2021"], ["", "VM", "NM", "VM", "NM"],
        ["Aldo Neri", "AN", "AN", "", ""], ["Bea Conti", "", "BC", "BC", ""],
    ]), hints=GRAZ),
    Case("a header of one row", "att3 ev2 rej0", sheet([
        ["OEP Graz 2021"], ["Name", "22.11. vorm.", "22.11. nachm.", "23.11. vorm.", "23.11. nachm."],
        ["Aldo Neri", "AN", "AN", "", ""], ["Bea Conti", "", "BC", "BC", ""],
    ]), hints=GRAZ),
    Case("ticks and lines to sign on", "att2 nc1 ev1 rej0", sheet([
        ["Ονοματεπώνυμο", "Κοινότητα", "Υπογραφή", ""], ["", "", "Πρωί", "Απόγευμα"],
        ["Νίκος Ράπτης", "Ντόπιοι", "✓", "✓"], ["Ζωή Λέκκα", "Ντόπιοι", "", "✓"], ["Άννα Κου", "Ντόπιοι", "____", "-"],
    ]), hints=ONE_DAY),
    Case("coming and leaving", "att3 nc1 ev2 rej0", sheet([
        ["Nome", "22/11/2021", "", "23/11/2021", ""], ["", "Entrata", "Uscita", "Entrata", "Uscita"],
        ["Aldo Neri", "9:00", "13:00", "", ""], ["Bea Conti", "9:15", "13:00", "9:00", "12:00"],
        ["Carla Riva", "", "", "assente", ""],
    ]), hints=GRAZ),
]  # fmt: skip

MARKS = [
    Case("times of arrival under days", "att3 nc1 ev2 rej0", sheet([
        ["Navn", "Fællesskab", datetime(2021, 9, 2), datetime(2021, 9, 9)],
        ["Aldo Neri", "lokal", "16:55", "17.10"], ["Bea Conti", "syrisk", "afbud", "kl. 17:00"],
        ["Carla Riva", "lokal", "afbud", ""],
    ]), hints=GRAZ),
    Case("times as cells", "att3 ev2 rej0", sheet([
        ["Nome", "Comunità", "02/09/2021", "09/09/2021"],
        ["Aldo Neri", "locale", time(16, 55), time(17, 10)], ["Bea Conti", "locale", "assente", time(17, 0)],
    ]), hints=GRAZ),
    Case("from and to", "att3 ev2 rej0", sheet([
        ["Full name", "2 Sept 2021", "9 Sept 2021"], ["Aldo Neri", "17:00-19:00", "17:05 - 18:30"],
        ["Bea Conti", "excused", "5:10 pm"],
    ]), hints=GRAZ),
    Case("signed with a part of the name", "att4 ev2 rej0", sheet([
        ["Name", "22.11.2021", "23.11.2021"], ["Aldo Neri", "A. Neri", "A. Neri"], ["Bea Conti", "Conti", "-"],
        ["Carla Riva", "", "C.Riva"],
    ]), hints=GRAZ),
    Case("Greek crosses", "att4 nc1 ev2 rej0", sheet([
        ["Χ = παρών/παρούσα, - = απών/απούσα"],
        ["Α/Α", "Ονοματεπώνυμο", "Κοινότητα", "10.06.21", "17.06.21"],
        [1, "Νίκος Ράπτης", "Ντόπιοι", "Χ", "Χ"], [2, "Ζωή Λέκκα", "Ντόπιοι", "Χ", "-"],
        [3, "Μαρία Κοντού", "Αφγανική", "-", "Χ"], [4, "Ιλίρ Λέκα", "Αλβανική", "-", "-"],
    ]), hints=GRAZ),
    Case("signs of a legend", "att3 nc1 ev2 rej0", sheet([
        ["Legende: # = anwesend, * = entschuldigt"],
        ["Name", "4.5.2021", "11.5.2021"], ["Aldo Neri", "#", "#"], ["Bea Conti", "*", "#"], ["Carla Riva", "*", "*"],
    ]), hints=GRAZ),
    Case("letters of a legend below", "att3 nc1 ev2 rej0", sheet([
        ["Nome", "4/5/2021", "11/5/2021"], ["Aldo Neri", "R", "R"], ["Bea Conti", "G", "R"], ["Carla Riva", "G", "G"],
        [], ["R = presente; G = assente giustificato"],
    ]), hints=GRAZ),
    Case("letters that nobody explains are asked about", "q:present", sheet([
        ["Name", "4.5.2021", "11.5.2021"], ["Aldo Neri", "Q", "Q"], ["Bea Conti", "Z", "Q"], ["Carla Riva", "Q", "Z"],
        ["Dino Serra", "Z", "Z"],
    ]), hints=GRAZ),
]  # fmt: skip

YES_OR_NO = [
    Case("presence divided into yes and no", "att2 nc1 rej0", sheet([
        ["Deltager", "", "Fællesskab", "Fremmødt", ""], ["Fornavn", "Efternavn", "Fællesskab", "Ja", "Nej"],
        ["Aldo", "Neri", "lokal", "x", ""], ["Bea", "Conti", "lokal", "", "x"], ["Carla", "Riva", "lokal", "x", ""],
    ]), hints=ONE_DAY),
    Case("no comes first", "att2 nc1 rej0", sheet([
        ["Name", "Community", "Anwesend", ""], ["", "", "Nein", "Ja"],
        ["Aldo Neri", "lokal", "", "x"], ["Bea Conti", "lokal", "x", ""], ["Carla Riva", "lokal", "", "x"],
    ]), hints=ONE_DAY),
    Case("everybody came", "att2 nc0 rej0", sheet([
        ["Cognome", "Nome", "Presenza", ""], ["", "", "Sì", "No"],
        ["Neri", "Aldo", "✓", ""], ["Conti", "Bea", "✓", ""],
    ]), hints=ONE_DAY),
    Case("most did not come", "att1 nc2 rej0", sheet([
        ["Ονοματεπώνυμο", "Κοινότητα", "Παρουσία", ""], ["Ονοματεπώνυμο", "Κοινότητα", "Ναι", "Όχι"],
        ["Νίκος Ράπτης", "Ντόπιοι", "Χ", ""], ["Ζωή Λέκκα", "Ντόπιοι", "", "Χ"], ["Μαρία Κοντού", "Ντόπιοι", "", "Χ"],
    ]), hints=ONE_DAY),
    Case("yes and no under days", "att2 nc0 ev2 rej0", sheet([
        ["Navn", "4. maj 2021", "", "11. maj 2021", ""], ["", "Ja", "Nej", "Ja", "Nej"],
        ["Aldo Neri", "x", "", "", "x"], ["Bea Conti", "", "x", "x", ""],
    ]), hints=GRAZ),
    Case("present, excused, absent", "att1 nc2 rej0", sheet([
        ["No.", "Full name", "Attendance", "", ""], ["", "", "present", "excused", "absent"],
        [1, "Aldo Neri", "x", "", ""], [2, "Bea Conti", "", "x", ""], [3, "Carla Riva", "", "", "x"],
    ]), hints=ONE_DAY),
]  # fmt: skip


@pytest.mark.parametrize("case", [*HALF_DAYS, *MARKS, *YES_OR_NO], ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize("word", ["entfallen", "annullato", "aflyst", "ακυρώθηκε", "no session"])
def test_a_session_that_was_called_off_has_nobody(word: str, project: Project) -> None:
    marks = (("x", "x"), ("x", "-"), ("-", "x"))
    rows: list[list[Cell]] = [[name, one, word, two] for name, (one, two) in zip(PEOPLE, marks, strict=False)]
    head: list[Cell] = ["Name", "4.5.2021", "11.5.2021", "18.5.2021"]
    case = Case(word, "att4 ev2 rej0 ask0", sheet([["OEP-Schulung, Graz"], head, *rows]))
    check(case, project)


@pytest.mark.parametrize(
    "legend",
    [
        "Y = here, N = not here, H = on holiday", "Y = da, N = fehlt, H = Urlaub",
        "Y = presente, N = assente, H = in ferie",
        "Y = til stede, N = fraværende, H = ferie", "Y = παρών, N = απών, H = άδεια",
    ],
)  # fmt: skip
def test_a_legend_may_give_a_reason_for_absence(legend: str, project: Project) -> None:
    marks = (("Y", "H"), ("Y", "Y"), ("N", "Y"))
    rows: list[list[Cell]] = [[name, *told] for name, told in zip(PEOPLE, marks, strict=False)]
    head: list[Cell] = ["Name", "4.5.2021", "18.5.2021"]
    check(Case(legend, "att4 ev2 rej0 ask0", sheet([["OEP-Schulung, Graz"], [legend], head, *rows])), project)


@pytest.mark.parametrize(
    ("header", "came", "stayed"),
    [
        ("VENUTA/O il 4/5/2021?", "sì, in ritardo", "no, ha scritto"),
        ("Anwesend 4.5.2021", "ja, ab 17 Uhr", "nein, krank"),
        ("Present 4 May 2021", "yes, from noon", "no, was ill"),
        ("Fremmødt 4.5.2021", "ja, lidt efter", "nej, syg"),
        ("Παρουσία 4/5/2021", "ναι, λίγο μετά", "όχι, αρρώστησε"),
    ],
)
def test_a_yes_or_no_that_leads_an_answer(header: str, came: str, stayed: str, project: Project) -> None:
    said = [came.split(",")[0]] * 3 + [came, stayed, stayed.split(",")[0]]
    rows: list[list[Cell]] = [[name, "local", text] for name, text in zip(PEOPLE, said, strict=True)]
    check(
        Case(header, "att4 nc2 rej0 ask0", sheet([["Full name", "Community", header], *rows]), hints=ONE_DAY), project
    )


@pytest.mark.parametrize(
    ("place", "city"),
    [
        ("Σεράφειο Δήμου Αθηναίων", "athens"), ("Κέντρο Κοινότητας Δ. Αθηναίων", "athens"),
        ("Grazer Rathaus", "graz"), ("Kasseler Rathaus", "kassel"), ("Vejles rådhus", "vejle"),
    ],
)  # fmt: skip
def test_a_place_named_after_the_people_of_a_city(place: str, city: str, project: Project) -> None:
    rows: list[list[Cell]] = [[f"OEP training, {place}, 4 May 2021"], ["Full name"], *([name] for name in PEOPLE)]
    check(Case(place, f"att6 city:{city} ask0", sheet(rows)), project)


KEYS: dict[str, list[tuple[str, str]]] = {
    "Key": [("P", "present"), ("L", "came late"), ("E", "excused, absent"), ("A", "absent")],
    "Legende": [("A", "anwesend"), ("V", "verspätet"), ("E", "entschuldigt, nicht da"), ("F", "fehlt")],
    "Legenda": [("P", "presente"), ("R", "in ritardo"), ("G", "assente giustificato"), ("A", "assente")],
    "Forklaring": [("T", "til stede"), ("F", "for sent"), ("S", "syg, ikke mødt"), ("U", "udeblevet")],
    "Υπόμνημα": [("Π", "παρών"), ("Κ", "με καθυστέρηση"), ("Δ", "δικαιολογημένη απουσία"), ("Α", "απών")],
}


@pytest.mark.parametrize("heading", KEYS)
@pytest.mark.parametrize("start", [2, 3, 4])
def test_a_key_right_of_a_register_explains_its_letters(heading: str, start: int, project: Project) -> None:
    came, late, excused, away = (code for code, _said in KEYS[heading])
    rows: list[list[Cell]] = [
        ["OEP training, Palermo"], ["September 2021"], [], ["Name", "Community", "6.9.2021", "13.9.2021"],
        ["Aldo Neri", "Syrian", came, excused], ["Bea Conti", "Local", late, came], ["Carla Riva", "Local", came, away],
        ["Dino Serra", "Syrian", away, came], ["Elsa Monti", "Local", came, late],
    ]  # fmt: skip
    rows = [[*row, *[""] * (4 - len(row))] for row in rows]
    for row, key in enumerate([(heading, ""), *KEYS[heading]], start - 1):
        rows[row] += key
    check(Case(heading, "att7 ev2 rej0 ask0", sheet(rows), hints=Hints(activity="oep_training")), project)


@pytest.mark.parametrize(
    "legend",
    [
        ("Legende:", "✓ anwesend", "e entschuldigt", "– fehlt ohne Entschuldigung"),
        ("", "✓ present", "e excused", "– absent"),
        ("Legenda", "✓ = presente", "e = assente giustificato", "– = assente"),
    ],
)
def test_a_legend_beside_the_first_rows(legend: tuple[str, ...], project: Project) -> None:
    marks = (("✓", "e"), ("–", "✓"), ("✓", "✓"), ("e", "✓"), ("✓", "✓"), ("✓", "✓"))
    rows: list[list[Cell]] = [["Name", date(2021, 9, 7), date(2021, 9, 14), "", legend[0]]]
    texts = [*legend[1:], "", "", ""]
    rows += [[name, *own, "", text] for name, own, text in zip(PEOPLE, marks, texts, strict=True)]
    check(Case("legend", "att9 ev2 ask0 rej0", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    "header", ["Namenszug", "Firma all'ingresso", "Sæt din kradse", "Υπ/φή", "Sgd.", "Signed on the day"]
)
def test_family_names_under_a_word_for_signing_are_signatures(header: str, project: Project) -> None:
    signed = [[name, name.split()[-1] if at % 2 else None] for at, name in enumerate(PEOPLE)]
    check(Case(header, "att3 nc3", sheet([*TITLE, ["Name", header], *signed])), project)


@pytest.mark.parametrize(("header", "figures"), [("Zorb", "q:blank"), ("Familienname", "att6")])
def test_family_names_under_other_headers_are_none(header: str, figures: str, project: Project) -> None:
    signed = [[name, name.split()[-1] if at % 2 else None] for at, name in enumerate(PEOPLE)]
    check(Case(header, figures, sheet([*TITLE, ["Name", header], *signed])), project)


@pytest.mark.parametrize("heading", KEYS)
@pytest.mark.parametrize("below", [True, False])
def test_a_key_of_one_line_each_explains_letters(heading: str, below: bool, project: Project) -> None:
    came, late, excused, away = (code for code, _said in KEYS[heading])
    marks = (came, late), (came, excused), (late, came), (away, came), (excused, late), (came, came)
    key: list[list[Cell]] = [[], [heading], *([f"{code}  {said}"] for code, said in KEYS[heading])]
    rows: list[list[Cell]] = [["Name", "6.9.2021", "13.9.2021"]]
    rows += [[name, *own] for name, own in zip(PEOPLE, marks, strict=True)]
    rows = [["OEP training, Palermo"], *(rows + key if below else [*key, [], *rows])]
    check(Case(heading, "att9 ev2 rej0 ask0", sheet(rows), hints=Hints(activity="oep_training")), project)


@pytest.mark.parametrize("heading", KEYS)
def test_a_key_may_stand_behind_a_sentence(heading: str, project: Project) -> None:
    came, late, _excused, away = KEYS[heading]
    line = ", ".join(" ".join(one) for one in (came, late, away))
    marks = (came, late), (came, away), (late, came), (away, came), (away, late), (came, came)
    rows: list[list[Cell]] = [["OEP training, Palermo"], [f"2 x 4 h, E4. {line}"], ["Name", "6.9.2021", "13.9.2021"]]
    rows += [[name, *(code for code, _said in own)] for name, own in zip(PEOPLE, marks, strict=True)]
    check(Case(heading, "att9 ev2 rej0 ask0", sheet(rows), hints=Hints(activity="oep_training")), project)


@pytest.mark.parametrize(
    ("title", "mark", "other"),
    [
        ("Ritiro badge", "ritirato", "non ritirato"),
        ("Badgeausgabe (Badges)", "abgeholt", ""),
        ("Navneskilte", "udleveret", "-"),
        ("Κονκάρδες", "παρέλαβε", ""),
        ("Badges", "picked up", "no"),
    ],
)
def test_whoever_got_a_badge_was_there(title: str, mark: str, other: str, project: Project) -> None:
    marks = ((mark, other), (other, mark), (mark, mark), (mark, other), (mark, mark), (other, other))
    rows: list[list[Cell]] = [[title], [], ["Name", date(2021, 9, 7), date(2021, 9, 14), "Lunch"]]
    rows += [[name, *own, "yes"] for name, own in zip(PEOPLE, marks, strict=True)]
    check(Case(title, "att7 ev2 ask0 rej0", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize("label", ["presenti per giornata", "Anwesende", "Attendance", "παρόντες ανά ημέρα"])
def test_numbers_of_those_present_explain_a_word(label: str, project: Project) -> None:
    marks = (("zorb", ""), ("", "zorb"), ("zorb", "zorb"), ("zorb", ""), ("zorb", "zorb"), ("", ""))
    rows: list[list[Cell]] = [["Name", date(2021, 9, 7), date(2021, 9, 14)]]
    rows += [[name, *own] for name, own in zip(PEOPLE, marks, strict=True)]
    check(Case(label, "att7 ev2 ask0 rej0", sheet([*rows, [label, 4, 3]]), hints=GRAZ), project)
    check(Case(label, "att0", sheet([*rows, [label, 5, 3]]), hints=GRAZ), project)


@pytest.mark.parametrize("mark", ["ritirato", "consegnato", "prenotato"])
def test_other_words_alone_say_nothing_of_who_was_there(mark: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Name", date(2021, 9, 7), date(2021, 9, 14)]]
    rows += [[name, mark, mark] for name in PEOPLE]
    check(Case(mark, "att0", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        (["Code", "Meaning"], "Key"),
        (["Zeichen", "Bedeutung"], "Legende"),
        (["Sigla", "Significato"], "Legenda"),
        (["Kode", "Betydning"], "Forklaring"),
        (["Κωδικός", "Σημασία"], "Υπόμνημα"),
    ],
)
def test_a_key_in_two_columns_may_have_a_header(heading: list[Cell], words: str, project: Project) -> None:
    came, late, excused, away = (code for code, _said in KEYS[words])
    marks = (came, late), (came, excused), (late, came), (away, came), (excused, late), (came, came)
    rows: list[list[Cell]] = [["OEP training, Palermo"], [], ["Name", "6.9.2021", "13.9.2021"]]
    rows += [[name, *own] for name, own in zip(PEOPLE, marks, strict=True)]
    rows += [[], heading, *([*one] for one in KEYS[words])]
    check(Case(words, "att9 ev2 rej0 ask0", sheet(rows), hints=Hints(activity="oep_training")), project)
