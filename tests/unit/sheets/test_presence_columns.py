"""Which columns of a list say who was there, and what a word or a box in them means."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet


@pytest.mark.parametrize(
    ("header", "signed", "others"),
    [
        ("Firma", "firmato", ("non firmato", "non firmata")),
        ("Firma", "sì", ("senza firma", "barrata, non è venuta")),
        ("Unterschrift", "ja", ("nicht unterschrieben", "gestrichen, nicht gekommen")),
        ("Unterschrift", "unterschrieben", ("fehlt", "keine Unterschrift")),
        ("Underskrift", "ja", ("streget ud, kom ikke", "syg")),
        ("Underskrift", "x", ("ikke underskrevet", "meldt afbud")),
        ("Υπογραφή", "ναι", ("δεν υπέγραψε", "διαγράφηκε, δεν ήρθε")),
        ("Signature", "signed", ("not signed", "crossed out")),
        ("Signature", "signed", ("did not turn up", "never came")),
        ("Firma", "firmato", ("non si è fatto vivo", "mai arrivata")),
        ("Unterschrift", "unterschrieben", ("nicht aufgetaucht", "tauchte nicht auf")),
        ("Underskrift", "ja", ("dukkede ikke op", "kom aldrig")),
        ("Υπογραφή", "ναι", ("δεν φάνηκε", "τελικά δεν ήρθε")),
    ],
)
def test_words_in_place_of_signatures(header: str, signed: str, others: tuple[str, ...], project: Project) -> None:
    texts: list[Cell] = [*([signed] * (len(PEOPLE) - len(others))), *others]
    check(Case(header, "att4 nc2 ask0", sheet(register(header, texts))), project)


@pytest.mark.parametrize(
    ("header", "texts"),
    [
        ("Signature", ["AN", "BC", "Syg", "DS", "EM", "FL"]),
        ("Unterschrift", ["ja", "ja", "ja", "ja", "ja", "wollte nicht unterschreiben"]),
        ("Signature", ["A. Neri", "Mai Conti", "No Riva", "Dino Serra", "E. Monti", "Lodi"]),
    ],
)
def test_signatures_that_only_look_like_words(header: str, texts: list[Cell], project: Project) -> None:
    check(Case(header, "att6 nc0 ask0", sheet(register(header, texts))), project)


@pytest.mark.parametrize(
    ("header", "marks", "remarks", "expected"),
    [
        ("da?", "☑☑☐☑☐☑", {2: "krank"}, "att4 nc2 ask0"),
        ("here?", "☑☐☑☑☑☑", {1: "ill"}, "att5 nc1 ask0"),
        ("Zorb", "☑☑☐☑☐☑", {2: "quarantine", 4: "ill"}, "att4 nc2 ask0"),
        ("Check", "✓✓ ✓ ✓", {2: "malata", 4: "assente"}, "att4 nc2 ask0"),
        ("OK", "xx xxx", {2: "syg", 3: "kom for sent"}, "att5 nc1 ask0"),
        ("T-shirt", "x  x x", {2: "ill"}, "att5 nc1"),
        ("Zorb", "x xxx ", {2: "sick", 0: "ill"}, "att4 nc2"),
    ],
)
def test_marks_that_remarks_explain(
    header: str, marks: str, remarks: dict[int, str], expected: str, project: Project
) -> None:
    people = enumerate(zip(PEOPLE, marks, strict=True))
    rows: list[list[Cell]] = [[name, mark.strip(), remarks.get(at, "")] for at, (name, mark) in people]
    check(Case(header, expected, sheet([*TITLE, ["Full name", header, "Notes"], *rows])), project)


@pytest.mark.parametrize(
    ("remark", "mark", "expected"),
    [
        ("hat nur Kreuz gemacht, Name will sie nicht angeben", "", 4),
        ("senza nome", "", 4),
        ("ønsker at være anonym", "", 4),
        ("δεν έδωσε όνομα", "", 4),
        ("did not give a name", "", 4),
        ("", "x", 4),
        ("krank", "", 3),
        ("frei", "", 3),
        ("could not come", "", 3),
        ("", "", 3),
    ],
)
def test_numbered_rows_without_a_name(remark: str, mark: str, expected: int, project: Project) -> None:
    marked = "x" if mark else ""
    people: list[list[Cell]] = [[at, name, marked, ""] for at, name in enumerate(PEOPLE[:3], start=1)]
    header = ["No.", "Name", "Present" if mark else "Phone", "Notes"]
    rows = [*TITLE, header, *people, [4, "", mark, remark], [5, "", "", ""]]
    check(Case(remark, f"att{expected} named3 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    "heading",
    ["Arrivati senza iscrizione:", "Ohne Anmeldung gekommen:", "Kom uden tilmelding", "Χωρίς εγγραφή:"],
)
def test_people_who_came_below_the_list(heading: str, project: Project) -> None:
    head: list[Cell] = ["Name", "Phone", "E-mail", "Outcome", "Notes"]
    people: list[list[Cell]] = [[n, "+39 333 123456", "", "present", "by bus"] for n in PEOPLE[:4]]
    more: list[list[Cell]] = [[n, "", "", "present", ""] for n in PEOPLE[4:]]
    check(Case(heading, "att6 nc0", sheet([*TITLE, head, *people, [], [heading], *more])), project)


@pytest.mark.parametrize(
    ("headers", "signed", "expected"),
    [
        (("Firma entrata", "Firma uscita"), "10 01 11 00 11 10", "att5 nc1"),
        (("Unterschrift Vormittag", "Unterschrift Nachmittag"), "10 01 11 00 11 10", "att5 nc1"),
        (("Underskrift", "Underskrift"), "10 01 11 00 11 10", "att5 nc1"),
        (("Υπογραφή", "Υπογραφή"), "01 10 00 00 11 10", "att4 nc2"),
        (("Firma", "Firma docente"), "11 01 11 01 11 11", "att4 nc2"),
        (("Unterschrift", "Unterschrift Trainerin"), "11 01 11 01 11 11", "att4 nc2"),
    ],
)
def test_several_columns_of_signatures(headers: tuple[str, str], signed: str, expected: str, project: Project) -> None:
    marks = zip(PEOPLE, signed.split(), strict=True)
    rows: list[list[Cell]] = [[name, *(name if one == "1" else "" for one in own)] for name, own in marks]
    check(Case(headers[0], f"{expected} ask0", sheet([*TITLE, ["Full name", *headers], *rows])), project)


@pytest.mark.parametrize(
    "signed",
    [
        ["F.to", "f.to", "", "F.to", "f.to Monti", "f.to Lodi"],
        ["gez.", "gez.", "", "gez. Serra", "gez.", "gez."],
        ["Neri", "Conti", "", "Serra", "Neri", "Neri"],
        ["sgd", "sgd", "", "sgd", "sgd", "sgd"],
        ["underskr.", "underskr.", "", "underskr.", "underskr.", "underskr."],
        ["υπεγρ.", "υπεγρ.", "", "υπεγρ.", "υπεγρ.", "υπεγρ."],
    ],
)
def test_signatures_under_a_word_that_also_means_firm(signed: list[Cell], project: Project) -> None:
    check(Case("Firma", "att5 nc1 ask0", sheet(register("Firma", signed))), project)


@pytest.mark.parametrize(
    "headers",
    [
        ("Firma entrata", "Firma uscita"),
        ("Firma inizio", "Firma fine"),
        ("Firma prima della pausa", "Firma dopo la pausa"),
        ("Signature in", "Signature out"),
        ("Sign-in time", "Sign-out time"),
        ("Morning", "Afternoon"),
        ("Unterschrift Vormittag", "Unterschrift Nachmittag"),
        ("Kommen", "Gehen"),
        ("Underskrift ankomst", "Underskrift afgang"),
        ("Før pausen", "Efter pausen"),
        ("Υπογραφή προσέλευσης", "Υπογραφή αποχώρησης"),
        ("Ώρα προσέλευσης", "Ώρα αποχώρησης"),
        ("Firma", "Firma"),
        ("Firma", ""),
    ],
)
@pytest.mark.parametrize("signs", [("A.N.", "B.C.", "C.R.", "D.S.", "E.M.", "F.L."), ("9:05", "8:58") * 3])
def test_moments_of_one_event(headers: tuple[str, str], signs: tuple[str, ...], project: Project) -> None:
    """Whoever signed, came or went at one of the moments was there, also who forgot to sign out."""
    at_entry, at_exit = [*signs[:4], "", ""], [signs[0], "", *signs[2:5], ""]
    rows = [list(row) for row in zip(PEOPLE, at_entry, at_exit, strict=True)]
    check(Case(" ".join(headers), "att5 nc1 ev1 ask0", sheet([*TITLE, ["Full name", *headers], *rows])), project)


@pytest.mark.parametrize(
    ("over", "headers"),
    [
        ("Firma", ("entrata", "uscita")),
        ("Signature", ("in", "out")),
        ("Unterschrift", ("vor der Pause", "nach der Pause")),
    ],
)
def test_moments_below_one_header(over: str, headers: tuple[str, str], project: Project) -> None:
    head: list[list[Cell]] = [["Full name", over, ""], ["", *headers]]
    signs: list[list[Cell]] = [
        ["A.N.", ""],
        ["B.C.", "B.C."],
        ["C.R.", "C.R."],
        ["", "D.S."],
        ["E.M.", "E.M."],
        ["", ""],
    ]
    rows = [[name, *row] for name, row in zip(PEOPLE, signs, strict=True)]
    check(Case(over, "att5 nc1 ev1 ask0", sheet([*TITLE, *head, *rows])), project)


@pytest.mark.parametrize(
    ("header", "marks", "expected"),
    [
        ("Underskrift / til stede", ["AN", "✓", "CR", "ok", "EM", ""], "att5 nc1 ask0"),
        ("Anwesend", ["x", "BC", "CR", "x", "ME", "LF"], "att6 nc0 ask0"),
        ("Presente", ["x", "BC", "ZZ", "DS", "EM", "x"], "att6 nc0 ask4"),
    ],
)
def test_initials_among_marks(header: str, marks: list[Cell], expected: str, project: Project) -> None:
    check(Case(header, expected, sheet(register(header, marks))), project)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("firma alunno", "att4 nc2 ask0"),
        ("Firma leggibile del discente", "att4 nc2 ask0"),
        ("Unterschrift Kursteilnehmer/in", "att4 nc2 ask0"),
        ("Schülerunterschrift", "att4 nc2 ask0"),
        ("Elevunderskrift", "att4 nc2 ask0"),
        ("Υπογραφή ωφελούμενου", "att4 nc2 ask0"),
        ("Signature of the learner", "att4 nc2 ask0"),
    ],
)
def test_a_header_that_says_whose_signatures_these_are(header: str, expected: str, project: Project) -> None:
    signed: list[Cell] = ["A. Neri", "B. Conti", "", "D. Serra", "", "F. Lodi"]
    check(Case(header, expected, sheet(register(header, signed))), project)


def test_firms_under_a_longer_header(project: Project) -> None:
    firms: list[Cell] = ["Holzbau", "Stadtwerke", "", "Malteser", "", "Caritas"]
    check(Case("firms", "att6 nc0 ask0", sheet(register("Firma bzw. Verein", firms))), project)


@pytest.mark.parametrize(
    ("header", "present", "later", "absent"),
    [
        ("Stato", "presente", "presente (dalle 11)", "assente giustificato"),
        ("Status", "present", "present (from 11)", "absent"),
        ("Status", "anwesend", "anwesend (ab 11 Uhr)", "abwesend"),
        ("Status", "til stede", "til stede (fra kl. 11)", "fraværende"),
        ("Κατάσταση", "παρών", "παρών (από τις 11)", "απών"),
    ],
)
def test_who_came_later_is_present(header: str, present: str, later: str, absent: str, project: Project) -> None:
    texts: list[Cell] = [*([present] * (len(PEOPLE) - 2)), absent, later]
    check(Case(later, "att5 nc1 ask0", sheet(register(header, texts))), project)


@pytest.mark.parametrize(
    ("headers", "waited", "marks"),
    [
        (("Anmeldestatus", "vor Ort"), ("bestätigt", "Warteliste"), ("ja", "nein")),
        (("Registration status", "Attended"), ("confirmed", "waiting list"), ("yes", "no")),
        (("Stato iscrizione", "Presente"), ("confermato", "lista d'attesa"), ("sì", "no")),
        (("Tilmeldingsstatus", "Mødt"), ("bekræftet", "på venteliste"), ("ja", "nej")),
        (("Κατάσταση εγγραφής", "Παρών"), ("επιβεβαιωμένη", "λίστα αναμονής"), ("ναι", "όχι")),
    ],
)
def test_who_waited_for_a_place_and_came_counts(
    headers: tuple[str, str], waited: tuple[str, str], marks: tuple[str, str], project: Project
) -> None:
    states, came = (waited[0], waited[0], waited[0], waited[1], waited[1], waited[0]), (0, 0, 0, 0, 1, 1)
    rows = [[name, state, marks[at]] for name, state, at in zip(PEOPLE, states, came, strict=True)]
    check(Case(waited[1], "att4 nc2 ask0", sheet([*TITLE, ["Name", *headers], *rows])), project)


@pytest.mark.parametrize(
    ("header", "came", "stayed"),
    [
        (["sister", "kids at home", "came or not"], "came", "did not come"),
        (["Schwester", "Kinder zu Hause", "kam oder nicht"], "gekommen", "nicht gekommen"),
        (["søster", "hjemmeboende børn", "kom eller ej"], "kom", "kom ikke"),
        (["αδελφή", "παιδιά στο σπίτι", "ήρθε ή όχι"], "ήρθε", "δεν ήρθε"),
    ],
)
def test_names_beside_words_for_who_came_are_a_list(
    header: list[Cell], came: str, stayed: str, project: Project
) -> None:
    said = [came, stayed, came, came, came, stayed]
    rows = [[name, number, word] for number, (name, word) in enumerate(zip(PEOPLE, said, strict=True))]
    check(Case("who came", "att4 nc2 ask0", sheet([*TITLE, header, *rows])), project)


@pytest.mark.parametrize(
    ("header", "never"),
    [
        ("entered_lobby_at", "never joined"),
        ("seen first", "did not log in"),
        ("Lobby betreten um", "nie beigetreten"),
        ("ingresso in sala d'attesa", "mai entrata"),
        ("gik ind i lobbyen", "loggede aldrig på"),
        ("είσοδος στο λόμπι", "δεν συνδέθηκε ποτέ"),
    ],
)
def test_words_among_times_say_who_never_came(header: str, never: str, project: Project) -> None:
    times: list[Cell] = [f"2021-03-03 14:0{at}" for at in range(4)]
    check(Case(header, "att4 nc2 ask0", sheet(register(header, [*times, never, never]))), project)


@pytest.mark.parametrize(
    ("headers", "never"),
    [
        (("Joined at", "Minutes"), ""),
        (("first seen", "min"), "not once"),
        (("Beigetreten um", "Minuten"), "–"),
        (("Entrata", "Minuti"), ""),
        (("Gik ind", "Minutter"), "ikke set"),
        (("Είσοδος", "Λεπτά"), ""),
    ],
)
def test_who_has_no_time_and_no_minutes_never_came(headers: tuple[str, str], never: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, f"14:0{at}", 20 + at] for at, name in enumerate(PEOPLE)]
    rows[1][1:], rows[3][1:] = [never, ""], [never, ""]
    check(Case(headers[0], "att4 nc2 ask0", sheet([*TITLE, ["Name", *headers], *rows])), project)


@pytest.mark.parametrize(
    ("header", "texts"),
    [
        ("Called by phone", ["10:15", "10:20", "10:40", "11:05", "not reached", "not reached"]),
        ("Bezahlt um", ["10:15", "10:20", "10:40", "11:05", "nein", "nein"]),
        ("Autobus", ["17:10", "17:10", "17:40", "18:00", "–", ""]),
    ],
)
def test_times_of_something_else_say_nothing_of_coming(header: str, texts: list[Cell], project: Project) -> None:
    check(Case(header, "att6 nc0", sheet(register(header, texts))), project)


@pytest.mark.parametrize(
    ("workshops", "legend"),
    [
        (("Health", "Work", "Sport"), "x means: was present"),
        (("Gesundheit", "Arbeit", "Sport"), "Zeichen: x = anwesend, alle anderen kamen nicht"),
        (("Salute", "Lavoro", "Sport"), "Legenda: x = presente"),
        (("Sundhed", "Arbejde", "Idræt"), "x betyder: mødt op"),
        (("Υγεία", "Εργασία", "Αθλητισμός"), "x = παρών"),
    ],
)
def test_marks_under_workshops_that_a_line_explains(workshops: tuple[str, ...], legend: str, project: Project) -> None:
    marks: list[list[Cell]] = [["x", None, None], [None, "x", None], [None, None, None], [None, None, "x"]]
    rows: list[list[Cell]] = [[name, *cells] for name, cells in zip(PEOPLE, marks, strict=False)]
    table: list[list[Cell]] = [*TITLE, ["Name", *workshops], *rows, [], [legend]]
    check(Case("workshops", "att3 nc1 ask0", sheet(table)), project)


@pytest.mark.parametrize(
    ("header", "ways"),
    [
        ("How attended", ("in the room", "via Zoom")), ("Art der Teilnahme", ("im Saal", "per Zoom")),
        ("Modalità presenza", ("in sala", "su Zoom")), ("Deltagelsesform", ("i salen", "på Zoom")),
        ("Τρόπος συμμετοχής", ("στον χώρο", "μέσω Zoom")),
    ],
)  # fmt: skip
def test_who_has_no_way_of_coming_was_absent(header: str, ways: tuple[str, str], project: Project) -> None:
    said: list[Cell] = [ways[0], ways[1], None, ways[0], ways[0]]
    rows: list[list[Cell]] = [[name, way] for name, way in zip(PEOPLE, said, strict=False)]
    check(Case("ways", "att4 nc1 ask0", sheet([*TITLE, ["Name", header], *rows])), project)


@pytest.mark.parametrize(
    ("things", "came", "away"),
    [
        ("Tagungsmappe ausgegeben", "eingecheckt", "no-show"), ("Badge consegnato", "Arrivo", "non venuto"),
        ("Mappe hentet", "Tjekket ind", "udeblevet"), ("Παραλαβή φακέλου", "Άφιξη", "απών"),
        ("Conference bag handed out", "Checked in", "no-show"), ("Badge abgeholt", "Ankunft", None),
    ],
)  # fmt: skip
def test_whoever_came_counts_without_a_badge(things: str, came: str, away: Cell, project: Project) -> None:
    said: list[tuple[Cell, Cell]] = [("x", "08:44"), (None, "08:30"), ("x", "09:09"), ("x", "10:44"), (None, away)]
    rows: list[list[Cell]] = [[name, *cells] for name, cells in zip(PEOPLE, said, strict=False)]
    check(Case("things", "att4 nc1 ask0", sheet([*TITLE, ["Name", things, came], *rows])), project)
