"""Sheets of which a careful reader has nothing to ask: forms of the day, counts of people, lists beside the list."""

from __future__ import annotations

from datetime import datetime

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, WORKSHOP, Case, check, register, sheet
from tests.unit.sheets.grids import Rows, read

EVENT = Hints(activity="skill_transfer_workshop", city="palermo")


def form(stamp: str, question: str, days: tuple[int, ...] = (9,)) -> Rows:
    """Answers to a form, sent on these days of October 2021."""
    header: list[Cell] = [stamp, "Name", question]
    sent = [datetime(2021, 10, days[at % len(days)], 16, 8 + at, 21 + at) for at in range(len(PEOPLE))]
    return [header, *([when, name, 4] for when, name in zip(sent, PEOPLE, strict=True))]


@pytest.mark.parametrize(
    ("stamp", "question"),
    [
        ("Informazioni cronologiche", "Quanto ti è piaciuto il laboratorio di oggi?"),
        ("Χρονική σήμανση", "Πώς σας φάνηκε το σημερινό εργαστήριο;"),
        ("Zeitstempel", "Wie hat Ihnen der heutige Workshop gefallen?"),
        ("Tidsstempel", "Hvad syntes du om dagens workshop?"),
        ("Timestamp", "How did you like today's workshop?"),
        ("Timestamp", "What will you take home this evening?"),
    ],
)
def test_a_form_about_today_was_sent_on_the_day_of_the_event(project: Project, stamp: str, question: str) -> None:
    reading = read(project, form(stamp, question), hints=EVENT)
    assert (len(reading.attendances), reading.open_questions) == (6, [])
    assert {event.date.isoformat() for event in reading.events} == {"2021-10-09"}


@pytest.mark.parametrize(
    ("question", "days"), [("How did you hear of us?", (9,)), ("Did you like today's lab?", (9, 9, 9, 9, 9, 12))]
)
def test_other_forms_leave_the_day_open(project: Project, question: str, days: tuple[int, ...]) -> None:
    reading = read(project, form("Timestamp", question, days), hints=EVENT)
    assert [one.kind for one in reading.open_questions] == ["date"]


def sent_at(header: str, minutes: range, question: str = "Which town do you live in?") -> Rows:
    """Answers of ten people to a form, so many minutes after ten o'clock of one day."""
    names = [f"{given} {family}" for given in ("Aldo", "Bea") for family in ("Neri", "Conti", "Riva", "Serra", "Monti")]
    sent = [datetime(2021, 10, 9, 10 + minute // 60, minute % 60, 7 + at) for at, minute in enumerate(minutes)]
    return [[header, "Name", question], *([when, name, "Zorb"] for when, name in zip(sent, names, strict=True))]


@pytest.mark.parametrize("header", ["Tidsstempel", "Χρονική σήμανση", "Zeitstempel", "Informazioni cronologiche"])
def test_a_form_sent_in_turn_was_sent_at_the_event(project: Project, header: str) -> None:
    reading = read(project, sent_at(header, range(3, 143, 14)), hints=EVENT)
    assert (len(reading.attendances), reading.open_questions) == (10, [])
    assert {event.date.isoformat() for event in reading.events} == {"2021-10-09"}


@pytest.mark.parametrize(
    ("minutes", "question"),
    [
        (range(3, 13), "Which town do you live in?"),
        (range(3, 783, 78), "Which town do you live in?"),
        (range(3, 143, 14), "Will you come?"),
        (range(3, 143, 14), "Day of registration"),
    ],
)
def test_a_form_sent_all_day_or_at_once_or_to_register_leaves_the_day_open(
    project: Project, minutes: range, question: str
) -> None:
    reading = read(project, sent_at("Timestamp", minutes, question), hints=EVENT)
    assert {"date", "sheet"} & {one.kind for one in reading.open_questions}


def stalls(people: str, *others: str) -> list[list[Cell]]:
    """A log of stalls on three days: people, and other numbers beside them."""
    numbers = (28, 38, 18)
    places = ("Piazza Politeama", "Mercato Ballarò", "Foro Italico")
    rows = [[f"2021-10-0{at}", places[at - 1], numbers[at - 1], *[4 + at] * len(others)] for at in (1, 2, 3)]
    return [["Awareness-raising campaign, Palermo"], [], ["Day", "Spot", people, *others], *rows]


@pytest.mark.parametrize(
    "header",
    [
        "People talked to", "People who stopped and talked with us", "Persone che si sono fermate", "Listeners",
        "Personen, mit denen wir gesprochen haben", "Personer vi talte med", "Άτομα που στάθηκαν και μίλησαν μαζί μας",
        "Köpfe", "Teste", "Hoveder", "Κεφάλια", "Heads counted", "Ascoltatori", "Tilskuere", "Zuhörende",
    ],
)  # fmt: skip
def test_a_header_that_names_people_counts_them(project: Project, header: str) -> None:
    check(Case(header, "head84 ev3 rej0 ask0", sheet(stalls(header))), project)


@pytest.mark.parametrize(
    "other",
    [
        "Volunteers at the stall", "Helferinnen am Stand", "Volontari al banchetto", "Frivillige ved boden",
        "Εθελοντές στο περίπτερο", "Buttons", "Aufkleber", "Gadget consegnati", "Balloner", "Αυτοκόλλητα",
        "Answers", "Rückmeldebögen", "Risposte", "Besvarelser", "Απαντήσεις",
    ],
)  # fmt: skip
def test_helpers_and_gifts_beside_people_are_none(project: Project, other: str) -> None:
    check(Case(other, "head84 ev3 ask0", sheet(stalls("Persons", other))), project)


def counter(header: str, above: str, numbers: tuple[int, ...], *last: Cell) -> list[list[Cell]]:
    """The readings of a counter at a fair, hour by hour."""
    rows: list[list[Cell]] = [[f"{10 + at}:00", number] for at, number in enumerate(numbers)]
    return [["LIAISON fair, Graz"], ["Date", "2021-09-25"], [above], [], ["Hour", header], *rows, [*last]]


READINGS = (21, 43, 52, 95, 132)


@pytest.mark.parametrize(
    ("header", "above", "last"),
    [
        ("Counter reading", "cumulative, from 0", ()),
        ("Zählerstand", "", ("Summe", 132)),
        ("Contatore", "valori progressivi", ()),
        ("Tællerstand", "", ("I alt", 132)),
        ("Ένδειξη μετρητή", "Μετρητής χειρός (αθροιστικά)", ("Τελική ένδειξη", 132)),
        ("Visitors", "", ("Total", 132)),
    ],
)
def test_the_last_reading_of_a_counter_counts(
    project: Project, header: str, above: str, last: tuple[Cell, ...]
) -> None:
    check(Case(header, "head132 ev1 ask0", sheet(counter(header, above, READINGS, *last))), project)


@pytest.mark.parametrize(
    ("header", "numbers", "last", "expected"),
    [
        ("Visitors", (21, 43, 52, 95, 132), ("Total", 343), "head343 ask0"),
        ("Visitors", (21, 43, 30, 12, 5), ("Total", 111), "head111 ask0"),
        ("Clicker", (21, 43, 52, 95, 132), (), "head0 q:column!"),
        ("Visitors", (21, 43, 52, 95, 132), (), "head343"),
    ],
)
def test_other_numbers_by_the_hour_add_up(
    project: Project, header: str, numbers: tuple[int, ...], last: tuple[Cell, ...], expected: str
) -> None:
    check(Case(header, expected, sheet(counter(header, "", numbers, *last))), project)


def listed(title: str, *headers: str, people: tuple[str, ...] = PEOPLE) -> list[list[Cell]]:
    """A list under a title with more columns."""
    return [[title], [], ["Name", *headers], *([name, *["x"] * len(headers)] for name in people)]


PRESENT = [[f"{WORKSHOP}, Palermo, 3.3.2021"], *listed("Present", "Organisation")]
AWAY = ("Gino Pace", "Hanna Lind", "Ida Falk", "Jens Holm", "Karin Berg", "Lene Vang", "Mads Krog", "Nora Friis")


@pytest.mark.parametrize(
    ("name", "title", "headers"),
    [
        ("Afbud", "", ("Meldt afbud",)),
        ("Tilmeldte", "Tilmeldte til workshop 3/3 2021", ("Tilmeldt dato",)),
        ("Iscritti", "Iscritti al laboratorio", ("Ente",)),
        ("Anmeldungen", "Angemeldete", ("Organisation",)),
        ("Registered", "Registered for the workshop", ("Organisation",)),
        ("Apologies", "", ("Reason",)),
        ("Helfer", "Helfer und Technik", ("Aufgabe",)),
        ("Hjælpere og teknik", "", ("Opgave",)),
    ],
)
def test_a_list_beside_that_of_those_present_needs_no_question(
    project: Project, name: str, title: str, headers: tuple[str, ...]
) -> None:
    other = listed(title, *headers, people=AWAY)
    case = Case(name, "att6 nc8 ask0", sheet(PRESENT, "Present"), sheet(other if title else other[2:], name))
    check(case, project)


def test_a_plan_of_seats_names_the_same_people_again(project: Project) -> None:
    tables: list[list[Cell]] = [["Table 1", "Table 2"], *([a, b] for a, b in zip(PEOPLE[:3], PEOPLE[3:], strict=True))]
    for name in ("Seating plan", "Sitzplan", "Bordplan"):
        check(Case(name, "att6 ask0", sheet(PRESENT, "Present"), sheet(tables, name)), project)


@pytest.mark.parametrize("header", ["Città", "City", "Stadt", "By", "Πόλη", "Town"])
def test_towns_around_the_city_are_where_people_live(project: Project, header: str) -> None:
    towns = ("Palermo", "Monreale", "Palermo", "Bagheria", "Monreale", "Palermo")
    rows: list[list[Cell]] = [[name, town] for name, town in zip(PEOPLE, towns, strict=True)]
    titled: list[list[Cell]] = [[f"{WORKSHOP}, 3 March 2021"], [], ["Name", header], *rows]
    hints = Hints(city="palermo")
    check(Case(header, "att6 ev1 rej0 ask0 city:palermo", sheet(titled), hints=hints), project)


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("How many children with you", "Children: 5"),
        ("wie viele Kinder mit?", "Kinder: 5"),
        ("Bambini con me", "Bambini: 5"),
        ("Medbragte børn", "Børn: 5"),
        ("Παιδιά μαζί σας", "Παιδιά: 5"),
    ],
)
def test_a_line_with_the_sum_of_those_who_came_along_adds_nobody(project: Project, header: str, line: str) -> None:
    rows: list[list[Cell]] = [[name, more] for name, more in zip(PEOPLE, (2, "", 1, "", 2, ""), strict=True)]
    titled: list[list[Cell]] = [[f"{WORKSHOP}, Graz, 3 March 2021"], [], ["Name", header], *rows, [], [line]]
    check(Case(header, "att6 head5 ask0", sheet(titled)), project)


@pytest.mark.parametrize("header", ["Spiller/forælder", "Player/parent", "Spieler/Elternteil", "Παίκτης/γονέας"])
def test_two_words_for_people_head_their_names(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [[name, 2008, "x", "x" if at else ""] for at, name in enumerate((*PEOPLE, "Ulla"))]
    titled: list[list[Cell]] = [[f"{WORKSHOP}, Vejle, 2021"], [], [header, "Born", "24-08-2021", "31-08-2021"], *rows]
    check(Case(header, "att13 named13 ev2 ask0", sheet(titled)), project)


@pytest.mark.parametrize("header", ["Modul", "Module", "Lesson", "Lektion", "Modulo", "Ενότητα"])
def test_the_module_of_a_learner_is_no_day(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [[name, ("2.3", "3.1", "2.4")[at % 3]] for at, name in enumerate(PEOPLE)]
    titled: list[list[Cell]] = [[f"{WORKSHOP}, Vejle, 8 October 2020"], [], ["Name", header], *rows]
    check(Case(header, "att6 ev1 ask0 date:2020-10-08", sheet(titled)), project)


@pytest.mark.parametrize(
    "aside", ["Compass (Moderatorin)", "Arci (facilitatrice)", "Vifin (tolk)", "Melissa (trainer)"]
)
def test_the_team_is_named_behind_an_organisation_in_lines(project: Project, aside: str) -> None:
    people = [f"{at}. {name}, Syrian" for at, name in enumerate(PEOPLE, start=1)]
    lines: list[list[Cell]] = [[line] for line in (*people, f"7. Gudrun Paier, {aside}")]
    titled: list[list[Cell]] = [["Focus group in Graz, 30 September 2020"], [], ["These people were there:"], *lines]
    check(Case(aside, "att6 nc1 ask0", sheet(titled)), project)


def test_a_number_of_a_course_is_no_title(project: Project) -> None:
    for label, number in (("Kurs-Nr.:", "211-4.0713"), ("Course:", "2021/17"), ("Corso:", "12-34")):
        above: list[list[Cell]] = [[label, number], ["Veranstaltung:", f"{WORKSHOP} „Nähen“"], ["Termin:", "13.3.2021"]]
        people: list[list[Cell]] = [[name, "Kassel"] for name in PEOPLE]
        rows = [*above, ["Ort:", "Kassel"], [], ["Name", "Wohnort"], *people]
        check(Case(label, "att6 ev1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("whole", "present"),
    [("Elever i klassen", "Til stede"), ("Kinder in der Klasse", "Da"), ("Alunni della classe", "In aula")],
)
def test_numbers_of_the_class_and_of_those_present_are_no_people(project: Project, whole: str, present: str) -> None:
    rows: list[list[Cell]] = [[name, "p", "x" if at == 2 else "", ""] for at, name in enumerate(PEOPLE)]
    head: list[Cell] = ["Elev", "", "Fraværende", "Årsag"]
    below: list[list[Cell]] = [[], [whole, 6], [present, 5]]
    titled: list[list[Cell]] = [["School lab, Vejle, 9 November 2021"], [], head, *rows, *below]
    check(Case(whole, "att5 nc1 ask0", sheet(titled)), project)


@pytest.mark.parametrize(
    ("title", "header"),
    [("Tilmeldte", "Mødt"), ("Iscritti in loco", "Ente"), ("Registered on site", "Body")],
)
def test_who_registered_on_the_spot_or_is_marked_is_not_left_out(project: Project, title: str, header: str) -> None:
    other = listed(title, header, people=AWAY)
    check(Case(title, "nc0", sheet(PRESENT, "Present"), sheet(other, "List 2")), project)


@pytest.mark.parametrize(
    "role", ["Leader di comunità", "Migrantenverein", "Lokal myndighed", "Επικεφαλής κοινότητας", "Community leader"]
)
def test_a_group_under_a_header_for_roles_is_no_post_of_the_team(project: Project, role: str) -> None:
    roles = [role, "Member", "Member", role, "Member", "Guest"]
    rows: list[list[Cell]] = [[name, told, "present"] for name, told in zip(PEOPLE, roles, strict=True)]
    titled: list[list[Cell]] = [["Committee meeting, Graz, 4 November 2021"], [], ["Name", "Role", "Presence"], *rows]
    check(Case(role, "att6 ask0", sheet(titled)), project)


@pytest.mark.parametrize("short", ["com. senegalese", "comm. senegalese", "Senegal. Gem.", "Senegalesisk foren."])
def test_a_community_with_a_word_cut_short_is_known(project: Project, short: str) -> None:
    cells: list[Cell] = [short, "Syrian", "local", short, "local", "Syrian"]
    rows: list[list[Cell]] = [[name, told] for name, told in zip(PEOPLE, cells, strict=True)]
    titled: list[list[Cell]] = [["Skill-transfer workshop, Graz, 4 November 2021"], [], ["Name", "Community"], *rows]
    check(Case(short, "att6 ask0 com:senegalese=2", sheet(titled)), project)


@pytest.mark.parametrize(
    "legend",
    [
        "✓ present   ✗ absent   L/A leave of absence (not in class)",
        "✓ anwesend   ✗ gefehlt   L/A beurlaubt",
        "✓ presente   ✗ assente   L/A in congedo",
        "✓ mødt   ✗ udeblevet   L/A orlov",
        "✓ παρών   ✗ απών   L/A με άδεια",
    ],
)
def test_a_legend_with_wide_spaces_explains_marks(project: Project, legend: str) -> None:
    days: list[list[Cell]] = [["✓", "✓"], ["✓", "✗"], ["L/A", "✓"], ["✗", "✓"], ["✓", "L/A"], ["✓", "✓"]]
    rows: list[list[Cell]] = [[name, *marks] for name, marks in zip(PEOPLE, days, strict=True)]
    head: list[Cell] = ["Name", "7.9.2021", "14.9.2021"]
    titled: list[list[Cell]] = [["Skill-transfer workshop, Graz"], [], head, *rows, [], [legend]]
    check(Case(legend, "att8 ask0 rej0", sheet(titled)), project)


@pytest.mark.parametrize(
    ("stamp", "question"),
    [
        ("2021/10/14 4:{}:49 PM GMT+2", "Sei qui come..."),
        ("2021/10/14 4:{}:49 μ.μ. EEST", "Είστε εδώ ως:"),
        ("14/10/2021 16:{}:49", "Sie sind hier als"),
        ("2021/10/14 4:{}:49 PM CEST", "You are here as"),
        ("2021-10-14 16:{}:49 UTC", "Du er her som"),
    ],
)
def test_a_form_filled_in_at_the_door_was_sent_on_the_day(project: Project, stamp: str, question: str) -> None:
    rows: Rows = [["Timestamp", "Name", question]]
    rows += [[stamp.format(12 + at), name, "Student"] for at, name in enumerate(PEOPLE)]
    reading = read(project, rows, hints=EVENT)
    assert (len(reading.attendances), reading.open_questions) == (6, [])
    assert {event.date.isoformat() for event in reading.events} == {"2021-10-14"}


@pytest.mark.parametrize(
    "title",
    ["Info session: the City Committee and you", "Infoabend: das Interkulturelle Komitee",
     "Incontro informativo «Comitato Cittadino»",
     "Infomøde: det interkulturelle udvalg"],
)  # fmt: skip
def test_what_stands_behind_a_colon_is_the_topic_of_an_event(project: Project, title: str) -> None:
    rows: Rows = [[title], ["4 November 2021"], [], ["Name"], *([name] for name in PEOPLE)]
    reading = read(project, rows, hints=Hints(city="palermo"))
    assert [event.activity for event in reading.events] == ["info_session"]


@pytest.mark.parametrize(
    "header",
    ["tessera FIGC", "patente", "Mitgliedskarte", "Führerschein", "Spielerpass", "kørekort", "forsikring",
     "δελτίο υγείας", "κάρτα μέλους", "membership card", "driving licence", "insurance", "T-shirt"],
)  # fmt: skip
def test_cards_and_licences_are_no_marks_of_presence(project: Project, header: str) -> None:
    check(Case(header, "att6 ask0 rej0", sheet(register(header, ["yes", "yes", "yes", "yes", "no", "no"]))), project)


def test_what_marks_few_people_of_another_list_says_nothing_of_presence(project: Project) -> None:
    def team(title: str, *marks: str) -> list[list[Cell]]:
        people = zip(PEOPLE, marks, strict=True)
        return [[title], ["No.", "Name", "zorb"], *([at, *one] for at, one in enumerate(people, start=1)), []]

    rows = [*TITLE, *team("Blue", "yes", "yes", "yes", "yes", "no", "yes"), *team("Red", *("no",) * 5, "yes")]
    check(Case("teams", "att12 ask0 rej0", sheet(rows)), project)
    check(Case("team", "ask1", sheet(rows[:-9])), project)


@pytest.mark.parametrize(
    ("contact", "people"),
    [
        ("Kontaktperson", "Antal i alt (inkl. dig selv)"),
        ("Contact person", "People (including yourself)"),
        ("Ansprechperson", "Personen gesamt (inkl. selbst)"),
        ("Referente", "Persone in tutto (compreso il referente)"),
        ("Υπεύθυνος/η οικογένειας", "Άτομα συνολικά (μαζί με τον/την ίδιο/α)"),
    ],
)
def test_contact_persons_among_the_people_counted_were_there(contact: str, people: str, project: Project) -> None:
    rows = [[name, f"06601234{number}", number] for number, name in enumerate(PEOPLE, 1)]
    check(Case("", "att6 head15 ask0", sheet([*TITLE, [contact, "Mobile", people], *rows])), project)


@pytest.mark.parametrize("header", ["Όνομα γονέα", "Parent's name", "Genitore", "Elternteil", "Forælder", "Parent"])
def test_parents_are_people_where_nobody_else_is_named(header: str, project: Project) -> None:
    check(Case("", "att6 named6 ask0", sheet([*TITLE, [header, "Class"], *([name, "3a"] for name in PEOPLE)])), project)


@pytest.mark.parametrize(
    ("header", "statuses", "present"),
    [
        ("Componente", ("componente", "delegato/a"), ("SÌ", "NO")),
        ("Member", ("member", "delegate"), ("YES", "NO")),
        ("Mitglied", ("Mitglied", "Delegierte"), ("JA", "NEIN")),
        ("Medlem", ("medlem", "deltager"), ("JA", "NEJ")),
    ],
)
def test_words_of_headers_that_a_list_repeats_head_no_other_list(
    header: str, statuses: tuple[str, str], present: tuple[str, str], project: Project
) -> None:
    given, family = ([name.split()[part] for name in PEOPLE] for part in (0, 1))
    people = [
        [f"{family[(at + at // 6) % 6]}, {given[at % 6]}", "Caritas", statuses[at // 5 % 2], present[at % 9 == 4], ""]
        for at in range(18)
    ]
    rows = [*TITLE, [header, "Organisation", "Qualifica", "Presente", "Note"], *people]
    check(Case("", "nc2 ev1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("header", "ways"),
    [
        ("Came by", ("bike", "on foot", "bus", "bike", "tram", "on foot")),
        ("Kam mit", ("Rad", "zu Fuß", "Bus", "Rad", "Straßenbahn", "Bus")),
        ("Arrivo", ("a piedi", "bici", "autobus", "a piedi", "treno", "bici")),
        ("Kom med", ("cykel", "bus", "til fods", "cykel", "tog", "bil")),
        ("Προσέλευση", ("με τα πόδια", "λεωφορείο", "ποδήλατο", "μετρό", "ταξί", "λεωφορείο")),
        ("Arrived", ("by car", "by bus", "walked", "by car", "train", "by bus")),
    ],
)
def test_how_people_got_there_says_nothing_of_whether(project: Project, header: str, ways: tuple[Cell, ...]) -> None:
    check(Case(header, "att6 nc0 ask0", sheet(register(header, [*ways]))), project)


@pytest.mark.parametrize(
    "header", ["Hjemmesprog", "Familiensprache", "Lingua d'origine", "Home language", "Μητρική γλώσσα"]
)
@pytest.mark.parametrize("spoken", [("arabisk", "tyrkisk", "dansk"), ("arabo", "turco", "curdo")])
def test_languages_are_no_communities(project: Project, header: str, spoken: tuple[Cell, ...]) -> None:
    check(Case(header, "att6 ask0 com:turkish=0", sheet(register(header, [*spoken, *spoken]))), project)


@pytest.mark.parametrize(
    ("remark", "days"),
    [
        ("krank", ("Mo 01.03.2021", "Di 02.03.2021", "Mi 03.03.2021")),
        ("ill", ("Mon 1 March 2021", "Tue 2 March 2021", "Wed 3 March 2021")),
        ("malata", ("lun 01/03/2021", "mar 02/03/2021", "mer 03/03/2021")),
        ("syg", ("ma. 1.3.2021", "ti. 2.3.2021", "on. 3.3.2021")),
        ("άρρωστη", ("Δευ 1/3/2021", "Τρί 2/3/2021", "Τετ 3/3/2021")),
        ("entschuldigt", ("Mo 01.03.2021", "Di 02.03.2021", "Mi 03.03.2021")),
    ],
)
def test_a_remark_says_why_somebody_has_no_mark_on_one_of_the_days(
    project: Project, remark: str, days: tuple[Cell, ...]
) -> None:
    rows: Rows = [[name, "x", "x", "x", ""] for name in PEOPLE]
    rows[1][2:], rows[3][1:] = ["", "x", remark], ["x", "", "x", remark]
    head: list[Cell] = ["Name", *days, "Notes"]
    check(Case(remark, "att16 ask0", sheet([*TITLE[:2], head, *rows])), project)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            "Contacts",
            [["Useful numbers"], ["Caretaker", "0561 77120"], ["Keys", "ask Ingrid"], ["Town hall", "0561 1"]],
        ),
        ("Numeri utili", [["Nome", "Numero"], ["Portineria", "091 77120"], ["Chiavi", "da Ingrid"]]),
        ("Vigtige numre", [["Navn", "Nummer"], ["Pedel", "75 82 11 09"], ["Nøgle", "spørg Hodan"]]),
        ("Wichtige Nummern", [["Name", "Nummer"], ["Hausmeister", "0561 77120"], ["Schlüssel", "bei Ingrid"]]),
        ("Χρήσιμα τηλέφωνα", [["Όνομα", "Αριθμός"], ["Θυρωρός", "210 7712010"], ["Κλειδιά", "από την Άννα"]]),
        ("kontakt", [["Underviser", "Tlf."], ["Kaj Holm (brød)", "75 00 00 11"]]),
        (
            "Telefoni",
            [["Docente", "Tel."], ["Ugo Valli (pane)", "091 555 0134"], ["Ida Fermi", "091 555 0135"]],
        ),
        ("Useful contacts", [["Name", "Where"], ["Ingrid Lang", "Town hall"], ["Doctor", "Main street"]]),
    ],
)
def test_a_sheet_of_contacts_beside_lists_needs_no_event(name: str, rows: list[list[Cell]], project: Project) -> None:
    first = sheet(register("Community", ["Syrian"] * 6))
    check(Case("contacts", "att6 ev1 rej0 ask0", first, sheet(rows, name)), project)


def test_a_sheet_of_contacts_with_people_s_communities_is_asked_about(project: Project) -> None:
    first, rows = sheet(register("Community", ["Syrian"] * 6)), [["Name", "Community"], ["Ida Holm", "Somali"]]
    check(Case("contacts", "att6 q:date!", first, sheet([*rows, ["Bo Skov", "Local"]], "Contacts")), project)


@pytest.mark.parametrize(
    ("title", "by", "header"),
    [
        ("LIAISON-Messe Kassel, 2. Oktober 2021", "Aussteller", "Besucher am Stand"),
        ("Fiera LIAISON Palermo, 2 ottobre 2021", "Espositore", "Visitatori allo stand"),
        ("LIAISON-messe Vejle, 2. oktober 2021", "Udstiller", "Besøgende ved boden"),
        ("Έκθεση LIAISON Αθήνα, 2 Οκτωβρίου 2021", "Φορέας", "Επισκέπτες στον πάγκο"),
        ("LIAISON fair Graz, 2 October 2021", "Run by", "Visitors at the stall"),
    ],
)
def test_visitors_at_each_stand_add_up(title: str, by: str, header: str, project: Project) -> None:
    rows: Rows = [[1, "Caritas Beratung", 48], [2, "Donne Zorb", 31], [3, "Bike Kitchen", 57]]
    check(Case(header, "att0 head136 ev1 ask0", sheet([[title], [], ["Nr.", by, header], *rows])), project)


def test_what_visitors_have_at_each_stand_is_asked_about(project: Project) -> None:
    rows: Rows = [[1, "Caritas Beratung", 48], [2, "Donne Zorb", 31], [3, "Bike Kitchen", 57]]
    head: Rows = [["LIAISON fair Graz, 2 October 2021"], [], ["Nr.", "Run by", "Visitors' stories at the stall"]]
    check(Case("part of them", "att0 head0 q:column!", sheet([*head, *rows])), project)
