"""Who counts: what says that somebody was absent or of the team, and what looks alike and doesn't."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Reading
from liaison_metrics.sheets.rows.presence import WHO_COUNTS, PresenceRule
from liaison_metrics.sheets.words.presence import heads_absence
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet
from tests.unit.sheets.grids import Rows, read

EXAMPLES = [
    (rule, shown, fires) for rule in WHO_COUNTS for fires in (True, False) for shown in (rule.silent, rule.fires)[fires]
]


def list_with(project: Project, *columns: tuple[str, str, str]) -> Reading:
    """Reads a list with these columns beside the names: what each says of the first five, and of the last."""
    said = [*([usual for _header, usual, _last in columns],) * (len(PEOPLE) - 1), [last for *_others, last in columns]]
    people: Rows = [
        [name, f"p{at}@example.org", *cells] for at, (name, cells) in enumerate(zip(PEOPLE, said, strict=True))
    ]
    above: Rows = [["Skill-transfer workshop, Graz, 12 May 2021"], []]
    return read(project, [*above, ["Name", "E-mail", *(header for header, *_values in columns)], *people])


@pytest.mark.parametrize(("rule", "shown", "fires"), EXAMPLES)
def test_a_rule_leaves_out_its_examples_alone(
    project: Project, rule: PresenceRule, shown: tuple[str, str, str], fires: bool
) -> None:
    reading = list_with(project, shown)
    assert [row.reason for row in reading.not_counted] == ([rule.reason] if fires else [])
    assert len(reading.attendances) + len(reading.not_counted) == len(PEOPLE)


def test_every_rule_has_a_name_and_examples() -> None:
    assert len({rule.name for rule in WHO_COUNTS}) == len(WHO_COUNTS)
    assert all(rule.fires and rule.silent for rule in WHO_COUNTS)


@pytest.mark.parametrize(
    ("header", "text"),
    [
        *(
            ("Firma", text)
            for text in ("assente giustificato/a", "giustificata/o", "ass. giust.", "assente per malattia")
        ),
        *(("Unterschrift", text) for text in ("abwesend (entsch.)", "entschuldigte/r", "entschuldigt abwesend")),
        *(("Underskrift", text) for text in ("afbud (syg)", "lovligt forfald", "fraværende m. afbud")),
        *(("Υπογραφή", text) for text in ("απών/απούσα", "απών/ούσα", "δικαιολογημένα απών")),
        *(("Signature", text) for text in ("absent with apologies", "apologies received", "excused (ill)")),
        *(("Presenza", text) for text in ("assente giustificato/a", "ass. ingiust.", "mancava", "n. venuta")),
        ("Unterschrift", "n. erschienen"),
        *(("Παρουσία", text) for text in ("έλειπε", "έλειψε", "δ. ήρθε")),
        *(("Til stede", text) for text in ("var ikke med", "var væk")),
        *(("Present", text) for text in ("away", "was missing")),
    ],
)
def test_words_of_absence_in_place_of_a_signature(project: Project, header: str, text: str) -> None:
    came = {"Presenza": "presente", "Παρουσία": "ναι", "Til stede": "ja", "Present": "yes"}
    usual = came.get(header, "B. C.")
    assert [row.reason.value for row in list_with(project, (header, usual, text)).not_counted] == ["absent"]


@pytest.mark.parametrize(
    ("header", "usual", "text", "absent"),
    [
        ("Firma", "firmato", "delega scritta", True),
        ("Firma", "firmato", "delega, non presente", True),
        ("Firma", "firmato", f"delega a {PEOPLE[0].split()[-1]}", True),
        ("C'era?", "sì", "delega a Ferrara, non presente", True),
        ("Anwesend", "ja", "Vollmacht an Huber, nicht anwesend", True),
        ("Present", "yes", "proxy to Zacharias Quint - not present", True),
        ("Til stede", "ja", "fuldmagt til Holm, ikke til stede", True),
        ("Παρών", "ναι", "εξουσιοδότηση στον Παππά, απών", True),
        ("Unterschrift", "gez.", "schriftliche Vollmacht", True),
        ("Underskrift", "underskrevet", f"fuldmagt til {PEOPLE[1]}", True),
        ("Υπογραφή", "υπέγραψε", "έδωσε εξουσιοδότηση", True),
        ("Present", "yes", f"proxy to {PEOPLE[0]}", True),
        ("Signature", "signed", "proxy to Zacharias Quint", False),
        ("Firma", "firmato", "delega", False),
    ],
)
def test_who_sent_a_proxy_stayed_away(project: Project, header: str, usual: str, text: str, absent: bool) -> None:
    reading = list_with(project, (header, usual, text))
    assert [row.reason.value for row in reading.not_counted] == ["absent"] * absent
    assert bool(reading.questions) is not absent  # the holder may have come instead


def test_whose_proxy_was_there_counts(project: Project) -> None:
    reading = list_with(project, ("Presenza", "presente", "delega: Zacharias Quint, presente"))
    assert not (reading.not_counted or reading.questions)


@pytest.mark.parametrize("text", ["G. Assenza", "Maria Noe", "AG", "M. Sy", "Fehlig A.", "p.p. Anna Beck"])
def test_signatures_that_only_look_like_words_of_absence(project: Project, text: str) -> None:
    assert not list_with(project, ("Signature", "B. C.", text)).not_counted


@pytest.mark.parametrize(
    ("header", "usual", "text"),
    [
        ("Fravær (skriv kun hvis fraværende)", "", "bedstemors fødselsdag"),
        ("Abwesend (Grund)", "", "Schulwechsel"),
        ("Reason for absence", "", "school trip"),
        ("Motivo dell'assenza", "", "gita di classe"),
        ("Λόγος απουσίας", "", "ταξίδι"),
        ("Anwesend", "x", "Zahnarzt"),
        ("Til stede", "✓", "tandlæge"),
        ("Mødt", "ja", "på ferie"),
        ("Present", "X", "moved away"),
        ("Presenza", "x", "visita medica"),
        ("Παρουσία", "✓", "οδοντίατρος"),
        ("Unterschrift", "x", "Urlaub"),
        ("Status", "durchgeführt", "verschoben auf 29.10."),
        ("Stato", "svolta", "rinviata"),
        ("Status", "gennemført", "udsat til 29.10."),
    ],
)
def test_a_reason_in_place_of_a_mark_says_that_somebody_was_absent(
    project: Project, header: str, usual: str, text: str
) -> None:
    reading = list_with(project, (header, usual, text))
    assert ([row.reason.value for row in reading.not_counted], reading.questions) == (["absent"], [])


@pytest.mark.parametrize(
    ("header", "usual", "text"),
    [
        ("Anwesend", "x", "?"),
        ("Mødt", "ja", "??"),
        ("Present", "x", "grandma's birthday"),
        ("Presenza", "X", "per la sorella"),
        ("Anwesend", "", "-"),
        ("Παρουσία", "", "–"),
    ],
)
def test_a_mark_that_nobody_explains_is_asked_about(project: Project, header: str, usual: str, text: str) -> None:
    reading = list_with(project, (header, usual, text))
    assert [(question.kind, question.value) for question in reading.questions] == [("present", text)]


@pytest.mark.parametrize(
    ("header", "usual", "text"),
    [
        ("Anwesend", "x", "kam später"),
        ("Anwesend", "x", "ab 10 Uhr"),
        ("Present", "x", "until 11:30"),
        ("Til stede", "x", "x (gik tidligt)"),
        ("Presenza", "x", "da remoto"),
        ("Present", "x", "via Zoom"),
        ("Anwesend", "x", "hat teilgenommen"),
        ("Fravær", "", "-"),
        ("Bemerkung", "", "-"),
    ],
)
def test_words_in_place_of_a_mark_that_say_how_somebody_came(
    project: Project, header: str, usual: str, text: str
) -> None:
    reading = list_with(project, (header, usual, text))
    assert (reading.not_counted, reading.questions) == ([], [])


def test_who_cancelled_and_is_marked_as_present_is_asked_about(project: Project) -> None:
    reading = list_with(project, ("Status", "paid", "cancelled"), ("Checked in", "yes", "yes"))
    assert [(question.kind, question.value) for question in reading.questions] == [("present", "cancelled")]
    reading = list_with(project, ("Status", "paid", "cancelled"), ("Checked in", "yes", ""))
    assert (len(reading.not_counted), reading.questions) == (1, [])


CASES = (
    Case(
        "check-in scans of two days, one person scanned on both",
        "att3 nc0 ev2 rej0 date:2021-08-28 date:2021-08-29",
        sheet(
            [
                ["Scan time", "Badge ID", "Name"],
                ["28.08.2021 10:00", "K503", "Aldo Neri"],
                ["28.08.2021 10:09", "K510", "Bea Conti"],
                ["29.08.2021 10:18", "K503", "Aldo Neri"],
            ]
        ),
        hints=Hints(activity="project_fair", city="kassel"),
    ),
    Case(
        "a door log with the crew's badges",
        "att3 nc2 ev1 rej0 date:2022-03-08",
        sheet(
            [
                ["Zeitstempel", "Richtung", "Name", "Badge-Typ"],
                ["2022-03-08 09:05", "IN", "Aldo Neri", "Delegierte"],
                ["2022-03-08 09:07", "IN", "Bea Conti", "Crew"],
                ["2022-03-08 09:09", "IN", "Carla Riva", "Delegierte"],
                ["2022-03-08 17:09", "OUT", "Aldo Neri", "Delegierte"],
                ["2022-03-08 17:10", "OUT", "Bea Conti", "Crew"],
            ]
        ),
        hints=Hints(activity="final_conference", city="graz"),
    ),
    Case(
        "the hour at which people were accredited, empty for one who did not come",
        "att4 nc1 ev1 rej0",
        sheet(register("Accreditato alle ore", ["11:27", "11:04", "", "09:45", "10:10"])),
    ),
    Case(
        "the day and hour of a scan, empty for one who did not come",
        "att4 nc1 ev1 rej0",
        sheet(
            register(
                "Eingecheckt um",
                ["03.03.2021 11:27", "03.03.2021 11:04", "", "03.03.2021 09:45", "03.03.2021 10:10"],
            )
        ),
    ),
    Case("name tags handed out", "att3 nc1 ev1 rej0", sheet(register("Schild ausgegeben", ["ja", "nein", "ja", "ja"]))),
    Case("cards received", "att3 nc1 ev1 rej0", sheet(register("Παραλαβή κάρτας", ["ναι", "όχι", "ναι", "ναι"]))),
    Case(
        "certificates handed out", "att4 nc0 rej0", sheet(register("Zertifikat ausgegeben", ["ja", "ja", "ja", "ja"]))
    ),
    Case(
        "tickets let in and cancelled",
        "att3 nc1 ev1 rej0",
        sheet(register("Status", ["eingelassen", "storniert", "eingelassen", "eingelassen"])),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_who_checked_in(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("header", "usual", "last"),
    [
        ("fehlt", "", "x"), ("Entsch.", "", "x"), ("Missing", "", "x"), ("Afbud", "", "x"), ("Ass.", "", "x"),
        ("Απούσα", "", "x"), ("Minuten", "90", "0"), ("Minutes", "90", "0"), ("Minuti", "90", "0"),
        ("Λεπτά", "90", "0"),
        ("Anwesend", "👍", ""), ("Present", "✔️", ""), ("Presente", "🟢", "🔴"),
    ],
)  # fmt: skip
def test_who_is_marked_absent_does_not_count(header: str, usual: str, last: str, project: Project) -> None:
    reading = list_with(project, (header, usual, last))
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 1, [])


def test_letters_for_presence_that_nobody_explains_are_asked_about(project: Project) -> None:
    people: Rows = [[name, letter] for name, letter in zip(PEOPLE, "MMFMMF", strict=True)]
    reading = read(project, [["Skill-transfer workshop, Vejle, 12 May 2021"], [], ["Navn", "Mødt"], *people])
    assert {question.kind for question in reading.questions} == {"present"}


@pytest.mark.parametrize(("status", "came"), [("bestätigt", "Check-in"), ("confirmed", "Checked in at")])
def test_who_was_never_scanned_did_not_come(project: Project, status: str, came: str) -> None:
    title = "Final conference, Kassel, 25 February 2022"
    scans = ("25.02.2022 09:08", "25.02.2022 09:15", "25.02.2022 10:02", "25.02.2022 09:40", "", "")
    rows: list[list[Cell]] = [[title, name, status, scan] for name, scan in zip(PEOPLE, scans, strict=True)]
    reading = read(project, [["Event", "Name", "Status", came], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, 2, [])


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [
        ("Checket ind", "Ja, 17-03-2021 12:48", "Nej"), ("Check-in", "Sì (17/03/2021 12:48)", "No"),
        ("Checked in?", "Yes - 17 Mar 2021 12:48", "No"), ("Eingecheckt", "Ja 12:48", "Nein"),
        ("Παρουσία", "Ναι, 17/03/2021 12:48", "Όχι"),
    ],
)  # fmt: skip
def test_a_yes_with_its_time_is_no_event_of_another_day(header: str, yes: str, no: str, project: Project) -> None:
    people: Rows = [[at, name, yes if at % 3 else no] for at, name in enumerate(PEOPLE)]
    above: Rows = [["Info-session"], ["Vejle, 17 March 2021"], ["26"], []]
    reading = read(project, [*above, ["Order", "Name", header], *people])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, 2, [])


@pytest.mark.parametrize(
    ("headers", "marks"),
    [
        (("Ente", "Invitato", "Confermato", "Presente", "Delega"), ("sì", "no", "sì (delega)")),
        (("Einrichtung", "Eingeladen", "Zugesagt", "Anwesend", "Vertretung"), ("ja", "nein", "ja (Vertretung)")),
        (("Organisation", "Inviteret", "Bekræftet", "Til stede", "Afløser"), ("ja", "nej", "ja (stedfortræder)")),
        (("Φορέας", "Προσκεκλημένος", "Επιβεβαίωση", "Παρών", "Αναπληρωτής"), ("ναι", "όχι", "ναι (αναπληρωτής)")),
        (("Organisation", "Invited", "Confirmed", "Present", "Represented by"), ("yes", "no", "yes - deputy")),
    ],
)
def test_a_remark_behind_a_yes_leaves_it_one(
    project: Project, headers: tuple[str, ...], marks: tuple[str, str, str]
) -> None:
    yes, no, deputy = marks
    said = zip(PEOPLE, (yes, no, deputy, yes, no, yes), strict=True)
    rows = [["Comune", name, yes, mark, "Ugo Berg" if mark == deputy else ""] for name, mark in said]
    check(Case(deputy, "att4 nc2 rej0 ask0", sheet([*TITLE, list(headers), *rows])), project)


@pytest.mark.parametrize(
    ("present", "absent"),
    [
        ("Παρών/Παρούσα", "Απών/Απούσα"), ("Παρόντες", "Απόντες/Απούσες"), ("Παρών/ούσα", "Απών/-ούσα"),
        ("Presente", "Assente/i"), ("Presenti", "Assenti / giustificati"), ("Venuto/a", "Non venuto/a"),
        ("Anwesend", "Abwesend / entschuldigt"), ("Anwesend", "Fehlt (entschuldigt/unentschuldigt)"),
        ("Til stede", "Fraværende/afbud"), ("Mødt", "Ikke mødt / udeblevet"),
        ("Present", "Absent / excused"), ("Attended", "No-show / cancelled"),
        ("presente", "assente giust."), ("anwesend", "abwesend unentsch."), ("παρών", "απών δικαιολ."),
        ("til stede", "fraværende uden afbud"), ("present", "absent without apologies"),
    ],
)  # fmt: skip
def test_ticks_beside_each_other_for_present_and_absent(project: Project, present: str, absent: str) -> None:
    rows = [[name, *(["", "✓"] if at == 1 else ["✓", ""])] for at, name in enumerate(PEOPLE)]
    check(Case(absent, "att5 nc1 ask0", sheet([*TITLE, ["Full name", present, absent], *rows])), project)


@pytest.mark.parametrize("header", ["Present/Absent", "Παρών/Απών", "Missing documents", "Absence form handed in"])
def test_headers_that_say_more_than_absent(header: str) -> None:
    assert not heads_absence(header)


@pytest.mark.parametrize(
    "headers",
    [
        ("Codice biglietto", "Intestatario", "E-mail", "Acquirente", "Presente"),
        ("Ticketcode", "Name", "E-Mail", "Besteller", "Eingecheckt"),
        ("Billetnummer", "Navn", "E-mail", "Køber", "Mødt"),
        ("Κωδικός εισιτηρίου", "Ονοματεπώνυμο", "E-mail", "Αγοραστής", "Παρών"),
        ("Ticket reference", "Full name", "Email", "Buyer", "Checked in"),
    ],
)
@pytest.mark.parametrize(("yes", "no"), [("x", "-"), ("2021-03-03 10:14", "")])
def test_a_ticket_without_a_name_counts_if_it_was_used(
    project: Project, headers: tuple[str, ...], yes: str, no: str
) -> None:
    marks = (yes, yes, no, yes, no, yes)
    rows: list[list[Cell]] = [
        [f"QX-{at}7", *(["", "", PEOPLE[0]] if at in (1, 2) else [name, f"p{at}@example.org", name]), mark]
        for at, (name, mark) in enumerate(zip(PEOPLE, marks, strict=True))
    ]
    check(Case(headers[0], "att4 named3 ask0", sheet([*TITLE, list(headers), *rows])), project)


def test_a_line_without_a_name_and_without_a_ticket_is_nobody(project: Project) -> None:
    rows: list[list[Cell]] = [[f"QX-{at}7", name, "x"] for at, name in enumerate(PEOPLE)]
    check(Case("", "att6", sheet([*TITLE, ["Ticket", "Full name", "Present"], *rows, ["Total", "", "6"]])), project)


@pytest.mark.parametrize("remark", [
    "meldte afbud samme dag", "sendte afbud", "hat sich abgemeldet", "sent apologies on the day", "called in sick",
    "ha dato forfait", "ha mandato disdetta",
])  # fmt: skip
def test_who_sent_an_excuse_was_absent(remark: str, project: Project) -> None:
    check(Case(remark, "att5 nc1 ask0", sheet(register("Notes", ["", "", "vegetarian", "", "", remark]))), project)


@pytest.mark.parametrize(
    "remark",
    ["afbud pr. sms", "ha disdetto via WhatsApp", "abgesagt per SMS", "excused by phone", "did not come, sent a text"],
)
def test_a_remark_may_say_how_somebody_cancelled(remark: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, remark if at == 2 else ""] for at, name in enumerate(PEOPLE)]
    title: list[list[Cell]] = [["Skill-transfer workshop, Palermo, 3/3/2021"], [], ["Name", "Notes"]]
    check(Case(remark, "att5 nc1 ev1 ask0", sheet([*title, *rows])), project)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Hvad skete der?", ("deltog", "udeblev", "gik før kaffen", "talte ukrainsk via tolk")),
        ("Was war?", ("teilgenommen", "nicht gekommen", "ging vor dem Kaffee", "sprach wenig")),
        ("Com'è andata?", ("ha partecipato", "non è venuta", "andata via prima", "ha parlato poco")),
        ("What happened?", ("took part", "did not come", "left before lunch", "spoke through an interpreter")),
        ("Τι έγινε;", ("συμμετείχε", "δεν ήρθε", "έφυγε πριν το τέλος", "μίλησε με διερμηνέα")),
    ],
)
def test_what_became_of_those_invited(header: str, told: tuple[str, ...], project: Project) -> None:
    came, away, left, spoke = told
    rows: list[list[Cell]] = [
        [name, "local", what] for name, what in zip(PEOPLE, [came, came, away, left, spoke, came], strict=True)
    ]
    title: list[list[Cell]] = [["Focus group, Vejle, 3/3/2021"], [], ["Invited", "Community", header]]
    check(Case(header, "att5 nc1 ev1 ask0", sheet([*title, *rows])), project)


@pytest.mark.parametrize(
    "heading",
    [
        "Came without registration:", "Ohne Ticket gekommen (bar bezahlt):", "Kom uden tilmelding:",
        "Arrivati senza biglietto", "Χωρίς εισιτήριο:",
    ],
)  # fmt: skip
def test_the_marks_of_a_list_say_nothing_of_those_typed_below(heading: str, project: Project) -> None:
    marks: list[Cell] = ["yes", "yes", "", "yes", "yes", ""]
    rows = [*register("Present", marks), [], [heading], ["Gino Verdi", ""], ["Ida Holm", ""]]
    check(Case(heading, "att6 nc2 named6 ask0", sheet(rows)), project)
    rows[-1] = ["Ida Holm", "yes"]
    check(Case(heading, "att5 nc3 named5 ask0", sheet(rows)), project)


@pytest.mark.parametrize(("here", "away"), [("here", "away"), ("present", "ill"), ("παρών", "λείπει")])
def test_short_words_for_who_was_there_under_any_header(here: str, away: str, project: Project) -> None:
    check(Case(here, "att5 nc1 ask0", sheet(register("Register", [here, here, away, here, here, here]))), project)


@pytest.mark.parametrize(
    "remark", ["cambia posto con il compagno", "changes places with her friend", "tauscht mit einer Freundin den Platz"]
)
def test_somebody_in_a_remark_about_something_else_came_with_nobody(remark: str, project: Project) -> None:
    check(Case(remark, "att6 head0 ask0", sheet(register("Note", [remark, "", "", "", "", ""]))), project)


@pytest.mark.parametrize(
    "remark", ["gave the lesson - doesn't count", "ha fatto lezione, non conta", "έκανε το μάθημα - δεν μετράει"]
)
def test_whom_a_remark_says_not_to_count(remark: str, project: Project) -> None:
    check(Case(remark, "att5 nc1 ask0", sheet(register("Note", [remark, "", "", "", "", ""]))), project)


@pytest.mark.parametrize(
    ("header", "here", "away"), [("Π / ΑΠ", "Π", "ΑΠ"), ("P/A", "P", "A"), ("anw/abw", "anw", "abw")]
)
def test_a_header_of_both_marks(header: str, here: str, away: str, project: Project) -> None:
    check(Case(header, "att5 nc1 ask0", sheet(register(header, [here, here, away, here, here, here]))), project)
