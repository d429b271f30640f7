"""Lists of people who wanted to come: nothing says who came."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.words.presence import names_registration, wants_to_come
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

_DAYS: tuple[Cell, ...] = tuple(date(2021, 2, day) for day in (1, 2, 3, 3, 5, 8))


def listed(expected: str, *columns: tuple[str, tuple[Cell, ...]], title: str = "") -> Case:
    """A titled list of people with further columns, each with its header."""
    rows = [[name, *(values[at] for _header, values in columns)] for at, name in enumerate(PEOPLE)]
    above: list[list[Cell]] = [*TITLE[:-1], [title], []]
    return Case(columns[0][0] + title, expected, sheet([*above, ["Name", *(h for h, _values in columns)], *rows]))


CASES = (
    *(listed("att0 q:sheet!", (header, values)) for header, values in (
        ("Zusage", ("ja", "ja", "nein", "ja", "ja", "ja")),
        ("Rückmeldung", ("zugesagt", "abgesagt", "offen", "zugesagt", "zugesagt", "zugesagt")),
        ("RSVP", ("yes", "no", "maybe", "yes", "yes", "no")),
        ("Coming?", ("yes", "no", "no", "yes", "yes", "no")),
        ("Verrà?", ("sì", "no", "forse", "sì", "sì", "no")),
        ("Adesione", ("sì", "no", "sì", "sì", "sì", "no")),
        ("Kommer", ("ja", "nej", "måske", "ja", "ja", "nej")),
        ("Θα έρθει;", ("ναι", "όχι", "δεν απαντά", "ναι", "ίσως", "ναι")),
        ("Registered on", _DAYS), ("Angemeldet am", _DAYS), ("Data iscrizione", _DAYS), ("Tilmeldingsdato", _DAYS),
        ("Ημερομηνία εγγραφής", _DAYS),
    )),
    listed("att4 nc2", ("Zusage", ("ja", "ja", "ja", "ja", "ja", "nein")),
           ("Anwesend", ("ja", "ja", "nein", "nein", "ja", "ja"))),
    listed("att4 nc2", ("Registered on", _DAYS), ("Attended", ("x", "x", "", "x", "", "x"))),
    listed("att5 nc1", ("Angemeldet am", _DAYS), ("Bemerkung", ("", "", "kam nicht", "", "", ""))),
    listed("att6 nc0", ("Registered on", _DAYS), title="Attendance list"),
    listed("att6 nc0", ("Registered on", _DAYS), title="Attendance list (the next meeting will be in May)"),
    *(listed("att0 q:sheet!", ("Registered on", _DAYS), title=title) for title in (
        "Le presenze saranno rilevate al desk", "Attendance will be taken at the door", "No sign-in sheet yet",
        "Anwesenheit wird am Eingang erfasst", "Fremmøde bliver noteret i døren", "Οι παρουσίες θα ληφθούν στην είσοδο",
    )),
    *(listed("att0 q:sheet!", (order, ("A1", "A2", "A3", "A4", "A5", "A6")), (day, _DAYS)) for order, day in (
        ("Ordine", "Data ordine"), ("Bestellnr.", "Bestelldatum"), ("Ordre", "Ordredato"), ("Order no.", "Order date"),
        ("Αριθμός παραγγελίας", "Ημερομηνία παραγγελίας"),
    )),
    listed("att6", ("Order no.", ("A1", "A2", "A3", "A4", "A5", "A6")), ("Order date", (date(2021, 3, 3),) * 6)),
    listed("att4 nc2", ("Order no.", ("A1", "A2", "A3", "A4", "A5", "A6")), ("Order date", _DAYS),
           ("Checked in", ("yes", "yes", "no", "no", "yes", "yes"))),
    listed("att4 nc2", ("Ήρθε;", ("ναι", "όχι", "όχι", "ναι", "ναι", "ναι"))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("header", "long"),
    [("Tilmeldingstidspunkt", "Varighed"), ("Anmeldezeit", "Dauer"), ("Registration time", "Duration"),
     ("Ora di registrazione", "Durata"), ("Ώρα εγγραφής", "Διάρκεια")],
)  # fmt: skip
def test_a_report_of_a_call_says_who_stayed_how_long(project: Project, header: str, long: str) -> None:
    rows: list[list[Cell]] = [[name, f"03-02-2021 19:0{at}:11", f"{40 - at} min"] for at, name in enumerate(PEOPLE)]
    above: list[list[Cell]] = [["Info session"], ["Start", "03-02-2021 19:00:04"], []]
    hints = Hints("info_session", "vejle")
    check(Case(header, "att6 ask0", sheet([*above, ["Name", header, long], *rows]), None, hints), project)
    alone = [row[:2] for row in rows]
    check(Case(header, "att0 q:sheet!", sheet([*above, ["Name", header], *alone]), None, hints), project)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_registrations(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("title", "head", "away"),
    [
        ("Final conference – registrations and check-in", "Arrival time", "did not come"),
        ("Abschlusskonferenz – Anmeldungen & Einlass", "Uhrzeit Einlass", "-"),
        ("Conferenza finale – iscrizioni e accoglienza", "Ora di arrivo", "non è venuta"),
        ("Afslutningskonference – tilmeldinger og ankomst", "Ankommet kl.", "kom ikke"),
        ("Τελικό συνέδριο – εγγραφές & προσέλευση", "Ώρα προσέλευσης", "δεν ήρθε"),
    ],
)
def test_times_of_arrival_say_who_of_those_registered_came(title: str, head: str, away: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, f"9:{10 + at}", "late"] for at, name in enumerate(PEOPLE)]
    rows[2][1] = away
    at = Hints("final_conference", "graz", date(2022, 3, 24))
    came = sheet([[title], [], ["Name", head, "Notes"], *rows], "Registrations")
    check(Case("arrivals", "att5 nc1 ask0", came, None, at), project)
    slot = sheet([[title], [], ["Name", "Preferred time", "Notes"], *rows], "Registrations")
    check(Case("slots", "att0 q:sheet!", slot, None, at), project)


def days_chosen(title: str, *marks: str) -> list[list[Cell]]:
    """People who marked two days under a title."""
    told = zip(PEOPLE, marks or ("OK", "OK", "OK", "", "OK", "OK"), strict=True)
    return [[title], [], ["Name", "8.6.2021", "10.6.2021"], *([name, mark, "OK"] for name, mark in told)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (days_chosen("https://doodle.com/poll/6k3xq2"), "att0 q:sheet!"),
        (days_chosen("Terminumfrage Stadtkomitee"), "att0 q:sheet!"),
        (days_chosen("Sondaggio: riunione del comitato"), "att0 q:sheet!"),
        (days_chosen("Afstemning om mødedag"), "att0 q:sheet!"),
        (days_chosen("Δημοσκόπηση για τη συνάντηση"), "att0 q:sheet!"),
        (days_chosen("When are you free in June?"), "att0 q:sheet!"),
        (days_chosen("Meeting", "x", "x", "maybe", "", "x", "x"), "att0 q:sheet!"),
        (days_chosen("Treffen", "x", "x", "vielleicht", "", "x", "x"), "att0 q:sheet!"),
        (days_chosen("Attendance list, poll workers' course"), "att11 ev2 ask0"),
        (days_chosen("Committee meetings"), "att11 ev2 ask0"),
    ],
)
def test_polls_of_days(rows: list[list[Cell]], expected: str, project: Project) -> None:
    hints = Hints("committee_meeting", "graz")
    check(Case("poll", expected, sheet(rows), hints=hints), project)


_SENT: tuple[Cell, ...] = tuple(f"{day:02}/02/2021 1{at}:3{at}:0{at}" for at, day in enumerate((1, 13, 3, 3, 15, 8)))


@pytest.mark.parametrize(
    "header",
    [
        "Ich melde mich verbindlich an für", "Anmeldung zu", "Which event are you registering for?",
        "I am signing up for",
        "Mi iscrivo a", "A quale evento vuoi iscriverti?", "Jeg tilmelder mig", "Hvilket arrangement vil du deltage i?",
        "Σε ποια εκδήλωση θέλετε να συμμετάσχετε;", "Δηλώνω συμμετοχή σε",
    ],
)  # fmt: skip
def test_the_event_that_people_sign_up_for_says_nothing_of_who_came(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, "Skill-transfer workshop Palermo, 3.3.2021"] for name in PEOPLE]
    grid = sheet([["Name", header], *rows])
    check(Case(header, "att0 q:sheet!", grid, hints=Hints(city="palermo")), project)
    came = sheet([["Name", header, "Attended"], *([*row, "x"] for row in rows[:-1]), [*rows[-1], ""]])
    check(Case(header, "att5 nc1 ask0", came, hints=Hints(city="palermo")), project)


@pytest.mark.parametrize("header", ["Timestamp", "Zeitstempel", "Informazioni cronologiche", "Tidsstempel"])
def test_forms_sent_on_days_before_the_event_say_nothing_of_who_came(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [[sent, name] for sent, name in zip(_SENT, PEOPLE, strict=True)]
    check(Case(header, "att0 q:sheet!", sheet([*TITLE, [header, "Name"], *rows])), project)
    came: list[list[Cell]] = [[*row, mark] for row, mark in zip(rows, ("x", "x", "x", "", "x", "x"), strict=True)]
    check(Case(header, "att5 nc1 ask0", sheet([*TITLE, [header, "Name", "Present"], *came])), project)
    at_the_event: list[list[Cell]] = [[f"03/03/2021 1{at}:3{at}:0{at}", name] for at, name in enumerate(PEOPLE)]
    check(Case(header, "att6 ask0", sheet([*TITLE, [header, "Name"], *at_the_event])), project)


@pytest.mark.parametrize("header", ["Hvilket møde deltager du i?", "Ich nehme teil an", "Partecipo a"])
def test_forms_sent_at_the_event_that_they_name_say_who_came(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        [f"03-03-2021 17.5{at}.0{at}", name, "Skill-transfer workshop, 3.3.2021"] for at, name in enumerate(PEOPLE)
    ]
    grid = sheet([["Timestamp", "Name", header], *rows])
    check(Case(header, "att6 ask0", grid, hints=Hints(city="palermo")), project)


@pytest.mark.parametrize(
    "wish",
    ["Θέλετε να ενημερώνεστε για τις δράσεις μας;", "Vorrei ricevere informazioni", "Newsletter-Anmeldung",
     "Ich möchte beim nächsten Mal helfen", "I want to volunteer next time", "Vil du modtage nyhedsbrev?"],
)  # fmt: skip
def test_who_wants_something_else_did_not_register(wish: str) -> None:
    assert not wants_to_come(wish) and not names_registration(wish)


@pytest.mark.parametrize(
    ("title", "header", "done", "no_answer", "called_off"),
    [
        ("Interviews", ["Respondent", "City", "Date", "Outcome"], "done", "no answer", "cancelled - covid"),
        ("Interviews", ["Befragte", "Stadt", "Datum", "Ergebnis"], "geführt", "keine Antwort", "abgesagt - Covid"),
        ("Interviste", ["Intervistato", "Città", "Data", "Esito"], "fatta", "nessuna risposta", "annullata - covid"),
        ("Interview", ["Respondent", "By", "Dato", "Resultat"], "gennemført", "intet svar", "aflyst - covid"),
        ("Συνεντεύξεις", ["Ερωτώμενος", "Πόλη", "Ημερομηνία", "Αποτέλεσμα"], "έγινε", "δεν απάντησε", "ακυρώθηκε"),
    ],
)
def test_interviews_without_an_answer_did_not_take_place(
    title: str, header: list[Cell], done: str, no_answer: str, called_off: str, project: Project
) -> None:
    said = [done, done, called_off, f"{done} (tel.)", no_answer]
    rows: list[list[Cell]] = [[f"R0{at}", "Graz", f"{13 + at}.03.2020", text] for at, text in enumerate(said)]
    check(Case(title, "att3 nc2 ev3 ask0", sheet([[title], [], header, *rows])), project)


@pytest.mark.parametrize(
    "header", ["Registrazione audio", "Tonaufnahme", "Audio recording", "Lydoptagelse", "Ηχογράφηση"]
)
def test_a_recording_is_no_registration(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        [f"INT-0{at}", f"{13 + at}.03.2020", "donna", "locale", "sì" if at % 2 else "solo appunti"] for at in range(6)
    ]
    grid = sheet([["Interviste, Palermo"], [], ["ID intervista", "Data", "Genere", "Comunità", header], *rows])
    check(Case(header, "att6 ev6 ask0", grid), project)


@pytest.mark.parametrize("name", ["Registrations", "Anmeldungen", "Tilmeldinger", "Iscrizioni"])
def test_who_checked_in_of_those_registered_was_there(name: str, project: Project) -> None:
    head: list[Cell] = ["Order", "First name", "Last name", "Ticket type", "Attendee status", "Check-in time"]
    rows: list[list[Cell]] = []
    for at, (who, minute) in enumerate(zip(PEOPLE, (10, 14, 50, 0, 41, 5), strict=True)):
        state, time = ("Checked In", f"2021-03-03 09:{minute:02}") if minute else ("Attending", "")
        rows.append([5000 + at, *who.split(), "Speaker" if minute == 50 else "General", state, time])
    check(Case(name, "att5 nc1 ask0", sheet([*TITLE, head, *rows], name)), project)


@pytest.mark.parametrize(
    ("title", "done", "off", "still_open"),
    [
        ("Interviews in Graz", "done", "cancelled", "pending"),
        ("Interviews in Graz", "geführt", "abgesagt", "offen"),
        ("Interviews i Vejle", "gennemført", "aflyst", "planlagt"),
        ("Interviste - Palermo", "effettuata", "annullata", "da fare"),
        ("Συνεντεύξεις στην Αθήνα", "ολοκληρώθηκε", "ακυρώθηκε", "εκκρεμεί"),
    ],
)
def test_an_interview_that_is_still_open_was_not_held(
    title: str, done: str, off: str, still_open: str, project: Project
) -> None:
    told = (done, done, off, done, done, still_open)
    rows: list[list[Cell]] = [
        [n, f"{'ALHPSK'[n]}.{107 + 7 * n}", date(2020, 10, 5 + n) if said != still_open else "", "Syrian", said]
        for n, said in enumerate(told)
    ]
    head: list[Cell] = ["No.", "Pseudonym", "Date", "Community", "Status"]
    check(Case(done, "att4 nc2 rej0 ev4 ask0", sheet([[title], [], head, *rows])), project)


@pytest.mark.parametrize(
    ("title", "parent", "header"),
    [
        ("Project fair", "Parent", "How many of you are coming?"),
        ("Projektmesse", "Elternteil", "Wie viele kommt ihr?"),
        ("Fiera del progetto", "Genitore", "In quanti venite?"),
        ("Tilmelding til messe", "Forælder", "Hvor mange kommer I ca.?"),
        ("Γιορτή", "Γονέας", "Πόσοι θα έρθετε;"),
        ("Anmeldung zur Messe", "Elternteil", "Personen"),
    ],
)
def test_numbers_of_those_who_would_come_are_asked_about(
    project: Project, title: str, parent: str, header: str
) -> None:
    rows: list[list[Cell]] = [["Ida", "1A", name, 1 + at % 4] for at, name in enumerate(PEOPLE)]
    listed_rows = sheet([*TITLE[:-1], [title], [], ["Child", "Class", parent, header], *rows])
    check(Case(header, "att0 head0 q:sheet!", listed_rows), project)


def test_numbers_of_those_who_came_count_beside_those_who_would(project: Project) -> None:
    rows: list[list[Cell]] = [[name, 2, 1 + at % 2] for at, name in enumerate(PEOPLE)]
    headers: list[Cell] = ["Parent", "How many are coming?", "How many came?"]
    check(Case("came", "att6 head3 ask0", sheet([*TITLE, headers, *rows])), project)
