"""Where the activity, the day and the year of an event stand: in labels, cells side by side, tickets, letterheads."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet
from tests.unit.sheets.grids import read

Rows = list[list[Cell]]
GRAZ = Hints(city="graz")


def named(above: Rows, head: list[Cell], *cells: list[Cell]) -> Rows:
    """Lines above a list of six people, with more cells beside each."""
    rows = cells or [[]] * len(PEOPLE)
    return [*above, head, *([name, *more] for name, more in zip(PEOPLE, rows, strict=True))]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([["OEP-kursus: Frivillige på tværs"], ["Kursusdato: 13.03.2021"], []], "att6 ev1 ask0"),
        ([["Corso OEP: gestire un'associazione"], ["Data: 13/03/2021"], []], "att6 ev1 ask0"),
        ([["OEP-dag for foreninger, 13.3.2021"], []], "att6 ev1 ask0"),
        ([["Κύκλος OEP για συλλόγους, 13/3/2021"], []], "att6 ev1 ask0"),
        ([["OEP day, 13 March 2021"], []], "att6 ev1 ask0"),
        ([["Oep Hansen, 13 March 2021"], []], "q:activity!"),
        ([["OEP training day", "Date:", "23/01/2021"]], "att6 ev1 ask0 date:2021-01-23"),
        ([["Infoabend Wohnen", "Datum", "23.01.2021"]], "att6 ev1 ask0 date:2021-01-23"),
        ([["Fiera LIAISON", "", "Data:", date(2021, 1, 23)]], "att6 ev1 ask0 date:2021-01-23"),
        ([["Village Fair Committee"], ["LIAISON fair – visitors' book"], ["12 September 2021"]], "att6 ev1 ask0"),
        ([["Comitato Fiera del Mediterraneo"], ["Fiera LIAISON, 12 settembre 2021"]], "att6 ev1 ask0"),
        ([["Interkulturelles Stadtkomitee"], ["Infoveranstaltung Wohnen, 12.9.2021"]], "att6 ev1 ask0"),
        ([["Interkulturelles Stadtkomitee"], ["Infoveranstaltung Wohnen"], ["12.9.2021"]], "q:activity!"),
    ],
)
def test_lines_above_state_the_event(above: Rows, expected: str, project: Project) -> None:
    rows = named(above, ["Name", "Role", "Attended", "Town"], *[["Participant", "Y", ""]] * 6)
    check(Case("above", expected, sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    "line",
    [
        "Anno 2021 · sede: via Maqueda, Palermo", "Jahr 2021 – Ort: Lendplatz", "År 2021, sted: Vejle",
        "Έτος 2021 · χώρος: Δημαρχείο", "2021 | venue: town hall",
    ],
)  # fmt: skip
def test_a_year_before_a_label_is_of_the_days_below(line: str, project: Project) -> None:
    rows = named([["OEP training"], [line], []], ["Name", "12/3", "19/3"], *[["x", "x"]] * 6)
    check(Case("year", "att12 ev2 ask0 date:2021-03-12", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("Beginn", datetime(2021, 7, 3, 11), "att6 ev1 ask0 date:2021-07-03"),
        ("Start", "2021-07-03 11:00:00", "att6 ev1 ask0 date:2021-07-03"),
        ("Inizio", "23/07/2021 11:00:00", "att6 ev1 ask0 date:2021-07-23"),
        ("Έναρξη", "3/7/2021 11:00", "att6 ev1 ask0 date:2021-07-03"),
        ("Starttidspunkt", "03.07.2021 11:00:00", "att6 ev1 ask0 date:2021-07-03"),
        ("Start time", "2021-07-03 11:07:21", "q:date!"),
    ],
)
def test_when_the_event_of_each_row_began(header: str, value: Cell, expected: str, project: Project) -> None:
    rows = named([], ["Contact name", "Event", header], *[["LIAISON fair", value]] * 6)
    check(Case("began", expected, sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("header", "kinds", "expected"),
    [
        ("Ticketart", ["Abschlusskonferenz – frei", "Abschlusskonferenz – Presse"], "att4 nc2 ask0"),
        ("Tipo biglietto", ["Conferenza finale – gratuito", "Conferenza finale – soci"], "att4 nc2 ask0"),
        ("Ticket type", ["Final conference, free entry"] * 2, "att4 nc2 ask0"),
        ("Billettype", ["Afslutningskonference", "Afslutningskonference, studerende"], "att4 nc2 ask0"),
        ("Ticket type", ["Final conference", "LIAISON fair"], "q:activity!"),
        ("Ticket type", ["free", "reduced"], "q:activity!"),
    ],
)
def test_tickets_name_the_activity(header: str, kinds: list[str], expected: str, project: Project) -> None:
    rows: Rows = [
        [900 + at, "Ugo Berg", name, kinds[at % 2], "yes" if at < 4 else "no"] for at, name in enumerate(PEOPLE)
    ]
    head: list[Cell] = ["Ticket no.", "Buyer", "Name on ticket", header, "Checked in"]
    hints = Hints(city="graz", date=date(2022, 3, 17))
    check(Case("tickets", expected, sheet([head, *rows]), hints=hints), project)


@pytest.mark.parametrize(
    "header",
    ["Name auf dem Ticket", "Nome sul biglietto", "Name on the ticket", "Navn på billetten", "Όνομα στο εισιτήριο"],
)
def test_the_name_on_a_ticket_is_who_came(header: str, project: Project) -> None:
    rows: Rows = [[900 + at, name, "yes"] for at, name in enumerate(PEOPLE)]
    hints = Hints("final_conference", "graz", date(2022, 3, 17))
    check(Case("holder", "att6 named6 ask0", sheet([["Ticket", header, "Checked in"], *rows]), hints=hints), project)


@pytest.mark.parametrize(
    ("head", "last", "expected"),
    [
        (["Frauen", "Männer"], ["6 Frauen", "5 Männer"], "att11 gen:female=6 gen:male=5 ask0"),
        (["Donne", "Uomini"], [], "att11 gen:female=6 gen:male=5 ask0"),
        (["Kvinder", "Mænd"], [6, 5], "att11 gen:female=6 gen:male=5 ask0"),
        (["Γυναίκες", "Άνδρες"], [], "att11 gen:female=6 gen:male=5 ask0"),
        (["Syrian", "Afghan"], ["= 6", "= 5"], "att11 com:syrian=6 com:afghan=5 ask0"),
    ],
)
def test_names_in_a_column_for_each_gender(head: list[Cell], last: list[Cell], expected: str, project: Project) -> None:
    beside = ("Mira Gast", "Till Winter", "Ugo Berg", "Ivo Falk", "Ole Holm", "")
    pairs: Rows = [list(pair) for pair in zip(PEOPLE, beside, strict=True)]
    rows = [["Skill-transfer workshop, 18.10.2020"], [], head, *pairs, *([last] if last else [])]
    check(Case("columns", f"{expected} ev1", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Ανακεφαλαίωση", ["Κοινότητα", "Άτομα"]), ("", ["Gemeinschaft", "Personen"]),
        ("Riepilogo", ["Genere", "Persone"]), ("Sammenfatning", ["Køn", "Personer"]),
        ("Summary", ["Community", "People"]),
    ],
)  # fmt: skip
def test_a_summary_below_a_list_is_of_its_event(title: str, head: list[Cell], project: Project) -> None:
    genders = head[0] in ("Genere", "Køn")
    words = ("female", "male") if genders else ("syrian", "local")
    above: Rows = [["LIAISON fair, 15/6/2021"], []]
    rows = named(above, ["Name", "Gender" if genders else "Community"], *[[words[at % 2]] for at in range(6)])
    below: Rows = [[], [title], head, [words[0], 3], [words[1], 3]]
    check(Case("summary", "att6 ev1 ask0", sheet([*rows, *below]), hints=GRAZ), project)


@pytest.mark.parametrize("head", ["Kind", "Bambino/a", "Barn", "Παιδί", "Child", "Zorb"])
def test_children_with_the_initial_of_their_name(head: str, project: Project) -> None:
    names = ("Sepp A.", "Mirsad B.", "Halil C.", "Arta D.", "Tarek E.", "Ernst F.")
    rows: Rows = [[name, "5a" if at < 3 else "5b", "ok"] for at, name in enumerate(names)]
    above: Rows = [["School lab: fire brigade"], ["Graz, 23.11.2021"], [head, "Klasse", "Consent of parents"]]
    check(Case("children", "att6 ev1 ask0", sheet([*above, *rows]), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("present", "head", "absent"),
    [
        ("PRESENT", ["Name", "Represents"], "APOLOGIES"), ("ANWESEND", ["Name", "Vertritt"], "ENTSCHULDIGT"),
        ("PRESENTI", ["Nome", "Rappresenta"], "ASSENTI"), ("TIL STEDE", ["Navn", "Repræsenterer"], "AFBUD"),
        ("ΠΑΡΟΝΤΕΣ", ["Όνομα", "Εκπροσωπεί"], "ΑΠΟΝΤΕΣ"),
    ],
)  # fmt: skip
def test_blocks_of_minutes(present: str, head: list[Cell], absent: str, project: Project) -> None:
    came: Rows = [[name, "Youth centre"] for name in ("Art Stone", "Faith O'Connor", "Mona Riva", "Simon Bishop")]
    away: Rows = [["Faith Green", "Police"], ["Clara Hill", "Police"]]
    above: Rows = [["City committee, Graz, 26.11.2020"], [], [present], head]
    rows = [*above, *came, [], [absent], head, *away]
    check(Case("minutes", "att4 nc2 ev1 ask0", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    "header", ["Trainee", "Corsista", "Kursteilnehmer", "Kursist", "Εκπαιδευόμενος"],
)  # fmt: skip
def test_weeks_with_their_days_over_trainees(header: str, project: Project) -> None:
    rows: Rows = [[name, 1, 0 if at else 1, 2 if not at else 1] for at, name in enumerate(PEOPLE)]
    head: list[Cell] = [header, "Week 1\n(4 Mar 2021)", "Week 2\n(11 Mar 2021)", "Sessions attended"]
    check(
        Case(
            "weeks",
            "att7 ev2 ask0 date:2021-03-04 date:2021-03-11",
            sheet([["Skill-transfer workshop"], [], head, *rows]),
            hints=GRAZ,
        ),
        project,
    )


def test_a_register_at_the_entrance(project: Project) -> None:
    times = ("10:01", "10:09", "10:18", "10:27", "10:36", "10:41")
    rows: Rows = [[time, name] for time, name in zip(times, PEOPLE, strict=True)]
    for title, header in (("PRENOTAZIONI – Fiera LIAISON", "Ora"), ("Anmeldungen LIAISON-Messe", "Uhrzeit")):
        above: Rows = [[title], ["Graz, 23.6.2021"], [], [header, "Name"]]
        check(Case(title, "att6 ev1 ask0", sheet([*above, *rows]), hints=GRAZ), project)


def test_a_name_with_a_small_letter_is_no_heading(project: Project) -> None:
    rows: Rows = [["Olive Baker", 3, "lovely"], ["rubel Bianchi", 2, "loud"], ["Siobhan cook", "", ""],
                  ["Mark Holt", 1, "ok"], ["Ivy Noor", 1, ""], ["Lotte King", "", "see you"],
                  ["Ann Ware", "", ""]]  # fmt: skip
    above: Rows = [["LIAISON fair, 12 September 2021"], [], ["Name", "Came with (others)", "Comment"]]
    check(Case("small", "att7 head7 ask0", sheet([*above, *rows]), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Data e luogo:", "27.01.2022 - Palermo, Villa Zorb"),
        ("Datum/Ort:", "27.01.2022, Palermo, Rathaus"),
        ("Date:", "27.01.2022, Palermo"),
        ("Ημερομηνία:", "27/01/2022, Παλέρμο"),
        ("Dato:", "27.01.2022 i Palermo"),
    ],
)
def test_a_line_for_the_day_states_the_city_too(label: str, value: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Info session", ""], [label, value], [], ["Name", "Community"]]
    rows += [[name, "Syrian"] for name in PEOPLE]
    check(Case(label, "att6 ev1 ask0 city:palermo date:2022-01-27", sheet(rows)), project)


@pytest.mark.parametrize(
    "line",
    [
        "Maßnahme: OEP-Schulung für Vereine, Graz",
        "Attività: formazione OEP a Graz",
        "OEP-kursus – sted: Graz",
        "Formazione OEP – sede: Graz",
        "Activity: OEP training, Graz",
    ],
)
def test_a_line_with_a_label_states_activity_and_city(line: str, project: Project) -> None:
    rows: Rows = [[line], ["Name", date(2021, 5, 4), date(2021, 5, 11)], *([name, "x", "x"] for name in PEOPLE)]
    check(Case("line", "att12 ev2 ask0 city:graz", sheet(rows)), project)


def test_the_city_of_the_organiser_holds_where_nothing_else_says_it(project: Project) -> None:
    rows: Rows = [["OEP-Schulung"], ["Veranstalter: Stadt Kassel"], ["Name", date(2021, 5, 4), date(2021, 5, 11)]]
    rows += [[name, "x", "x"] for name in PEOPLE]
    check(Case("organiser", "att12 ask0 city:kassel", sheet(rows)), project)
    check(Case("said", "att12 ask0 city:graz", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize("label", ["Attendance sheet", "Foglio presenze", "Fremmødeliste", "Anwesenheitsliste"])
def test_the_school_beside_the_title_of_a_list_tells_the_city(label: str, project: Project) -> None:
    rows: list[list[Cell]] = [[label, "Adult school Palermo 1"], ["Info session"], ["Date", "2022-01-27"], []]
    rows += [["Name", "Community"], *([name, "Syrian"] for name in PEOPLE)]
    check(Case(label, "att6 ev1 ask0 city:palermo date:2022-01-27", sheet(rows)), project)


@pytest.mark.parametrize(
    "rows",
    [
        [["Presenze", "Laboratorio scolastico: pane"], ["Palermo", "mer. 2021-11-24, 3ª e 4ª ora"]],
        [["List of participants", "School lab: bread"], ["Palermo, town hall", "Wed 24/11/2021"]],
        [["Fremmøde – Skolelaboratorium: »Hvem bor her?«"], ["24.11.2021 – Vestergade 15, Palermo"]],
        [["Evento", "Laboratorio scolastico „ricamo“"], ["Dove:", "Palermo, via Roma 15"], ["Quando:", "24/11/2021"]],
        [
            ["Dove", "Palermo – Biblioteca di quartiere"],
            ["Docente: Ugo Ferri", ""],
            ["Laboratorio scolastico, 24/11/2021"],
        ],
        [["Partner:", "Verein Brücke"], ["Schullabor"], ["Palermo, Hauptstraße 15, 2021-11-24 (ab 16.30 Uhr)"]],
        [["Schullabor, Raum 12 Palermo, 2021-11-24, 3.–6. Stunde"]],
        [["Fremmøde", "Tidspunkt: kl. 17-19"], ["Skolelaboratorium"], ["Palermo, lokale 12"], [date(2021, 11, 24)]],
    ],
)
def test_events_are_told_in_many_ways(rows: Rows, project: Project) -> None:
    list_of_people: Rows = [[], ["Name", "Community"], *([name, "Syrian"] for name in PEOPLE)]
    expected = "att6 ev1 ask0 city:palermo date:2021-11-24"
    check(Case("told", expected, sheet([*rows, *list_of_people])), project)


@pytest.mark.parametrize("label", ["Group A", "Gruppe A", "Gruppo A", "Hold A", "Α ομάδα"])
def test_the_day_beside_the_name_of_a_group(label: str, project: Project) -> None:
    rows = named([["Info session"], [label, "", datetime(2021, 3, 13)], []], ["Name", "Country"], *[["Syria"]] * 6)
    check(Case(label, "att6 ev1 ask0 date:2021-03-13", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize("label", ["Attività:", "Aktivität", "Aktivitet:", "Δραστηριότητα:", "Course"])
def test_year_in_the_labelled_name_of_the_event(label: str, project: Project) -> None:
    rows: Rows = [[label, "OEP 2021"], ["City:", "Graz"], [], ["Name", "3.5.", "10.5."]]
    rows += [[name, "x", "x"] for name in PEOPLE]
    check(Case(label, "att12 ev2 ask0 date:2021-05-03", sheet(rows)), project)


@pytest.mark.parametrize(
    "line",
    [
        "Tidspunkt: 8. december 2021 kl. 8.00–10.30",
        "Tid: 8. december 2021",
        "Zeit: 8. Dezember 2021, 8-10 Uhr",
        "Time: 8 December 2021",
        "Orario: mercoledì 8/12/2021, 9-11",
        "Ώρα: 8 Δεκεμβρίου 2021, 9.00",
    ],
)
def test_a_label_for_the_time_may_state_the_day(line: str, project: Project) -> None:
    rows: Rows = [["Ellen Bach", "07:43"], ["Bo Dam", None], ["Ida Holm", "07:45"], ["Hatice Kaya", "07:50"]]
    reading = read(project, [["Vejle"], ["Stakeholder forum", line], ["Name", "Arrived"], *rows])
    assert [str(event.date) for event in reading.events] == ["2021-12-08"]
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (3, 1, [])


@pytest.mark.parametrize(
    "title",
    ["Organisational Empowerment Programme training: campaigning basics",
     "Organisational Empowerment Programme training: the focus group as a method"],
)  # fmt: skip
def test_what_stands_before_a_colon_is_the_event(title: str, project: Project) -> None:
    rows = named([[title], ["Day", "Saturday 27 February 2021"], []], ["Name"])
    assert [one.activity for one in read(project, rows, hints=GRAZ).events] == ["oep_training"]


@pytest.mark.parametrize(
    "title",
    ["Tagesworkshop „Ehrenamt macht Schule“", "Workshop «Volontari a scuola»", 'Workshop "Frivillige i skolen"'],
)
def test_a_topic_in_quotation_marks_is_no_activity(title: str, project: Project) -> None:
    hints = Hints(activity="skill_transfer_workshop", city="graz", date=date(2021, 7, 3))
    reading = read(project, named([[title], []], ["Name"]), hints=hints)
    assert [one.activity for one in reading.events] == ["skill_transfer_workshop"]


@pytest.mark.parametrize(
    "title", ["Projekt LIAISON, Standort Graz: Veranstaltungen", "Project office Graz: what we did"]
)
def test_a_city_before_a_colon_is_that_of_the_events(title: str, project: Project) -> None:
    rows: Rows = [[title], [], ["Datum", "Art der Veranstaltung", "wo", "Teilnehmendenzahl"]]
    rows += [
        ["04.02.2021", "Informationsveranstaltung", "Haus Zorb", 27],
        ["25.02.2021", "Fokusgruppe", "Kulturzentrum", 9],
    ]
    reading = read(project, rows)
    assert ([one.city for one in reading.events], reading.questions) == (["graz", "graz"], [])
