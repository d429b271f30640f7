"""Minutes and forms: people under or beside the word that they were there, codes with a legend, days in sections."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Reading
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import read

MORE = ("Gino Verdi", "Ida Holm")

WORDS = [
    ("Present", "Apologies"),
    ("Anwesend", "Entschuldigt"),
    ("Presenti", "Assenti giustificati"),
    ("Til stede", "Afbud"),
    ("Παρόντες", "Απόντες"),
]


def figures(reading: Reading) -> tuple[int, int, list[str]]:
    """Returns how many people count, how many don't, and the questions."""
    return len(reading.attendances), len(reading.not_counted), [question.text for question in reading.questions]


@pytest.mark.parametrize(("present", "absent"), WORDS)
@pytest.mark.parametrize("again", [True, False])
def test_people_below_the_word_that_they_were_there(
    project: Project, present: str, absent: str, *, again: bool
) -> None:
    rows: list[list[Cell]] = [[present, "für"], *([name, "Verein"] for name in PEOPLE), ["", ""]]
    rows += [[absent, "für" if again else ""], *([name, "Verein"] for name in MORE)]
    assert figures(read(project, [*TITLE, *rows, [], ["Minutes: office", ""]])) == (6, 2, [])


LEADERS = [
    ("Chair:", "Present:", "Agenda items"),
    ("Presiede:", "Presenti:", "Punti all'ordine del giorno"),
    ("Sitzungsleitung:", "Anwesend:", "Punkte der Tagesordnung"),
    ("Mødeleder:", "Til stede:", "Punkter på dagsordenen"),
    ("Συντονίζει:", "Παρόντες:", "Θέματα ημερήσιας διάταξης"),
]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("leads", "present", "agenda"), LEADERS)
def test_whoever_leads_a_meeting_does_not_count(
    leads: str, present: str, agenda: str, project: Project, *, first: bool
) -> None:
    there: list[list[Cell]] = [[present], *([f"{at}) {name}"] for at, name in enumerate(PEOPLE, 1)), []]
    leader: list[list[Cell]] = [[f"{leads} Ida Holm"], []]
    points: list[list[Cell]] = [[agenda], ["Α. Budget"], ["Β. Room Plan"]]
    rows = [*leader, *there] if first else [*there, *leader]
    assert figures(read(project, [*TITLE, *rows, *points])) == (6, 1, [])


@pytest.mark.parametrize(
    ("present", "absent", "agenda"),
    [
        ("Anwesend:", "Ließen sich entschuldigen:", "TOP 1: Raumkonzept Lendplatz\nTOP 2: Budget Planung"),
        ("Present:", "Missing:", "Agenda:\n- Room Plan\n- Budget Review"),
        ("Deltagere:", "Meldte fra:", "Pkt. 1: Ny Lokaleplan\nPkt. 2: Næste Møde"),
        ("Presenti:", "Si sono scusati:", "O.d.g.:\n- Piano Sale\n- Varie Eventuali"),
        ("Παρόντες:", "Ακύρωσαν:", "Θέμα 1: Σχέδιο Αιθουσών\nΘέμα 2: Άλλα Θέματα"),
    ],
)
def test_points_of_an_agenda_are_no_people(project: Project, present: str, absent: str, agenda: str) -> None:
    people: list[list[Cell]] = [[present], *([f"- {name}"] for name in PEOPLE), []]
    away: list[list[Cell]] = [[absent], *([f"- {name}"] for name in MORE), []]
    points: list[list[Cell]] = [[line] for line in agenda.split("\n")]
    for rows in ([*people, *away, *points], [*points, [], *people, *away]):
        assert figures(read(project, [*TITLE, *rows])) == (6, 2, [])


def test_goods_below_such_a_word_are_no_people(project: Project) -> None:
    goods: list[list[Cell]] = [["Present", "for"], ["Blue paint", "kitchen"], ["White paper", "office"]]
    with pytest.raises(Exception, match="No attendance table"):
        read(project, [*TITLE, *goods])


@pytest.mark.parametrize(("present", "absent"), WORDS)
@pytest.mark.parametrize("between", ["; ", ", ", "\n"])
def test_forms_list_people_in_one_cell(project: Project, present: str, absent: str, between: str) -> None:
    def form(day: str, names: tuple[str, ...]) -> list[list[Cell]]:
        people: list[list[Cell]] = [[f"{present}:", between.join(names)], [f"{absent}:", between.join(MORE)]]
        return [["Focus group, Palermo", ""], ["Date:", day], *people, ["Total:", len(names)], ["", ""]]

    reading = read(project, [*form("2021-03-03", PEOPLE), *form("2021-03-10", PEOPLE[:3])])
    assert [row.name for row in reading.attendances] == [*PEOPLE, *PEOPLE[:3]]
    assert [event.date.isoformat() for event in reading.events] == ["2021-03-03", "2021-03-10"]
    assert len(reading.not_counted) == 2
    assert reading.questions == []


def test_a_label_and_people_in_one_cell(project: Project) -> None:
    reading = read(project, [["Focus group, Palermo, 3 March 2021"], [f"Present: {', '.join(PEOPLE)}"]])
    assert [row.name for row in reading.attendances] == list(PEOPLE)


@pytest.mark.parametrize(
    ("heads", "codes", "legend"),
    [
        (("No.", "Delegate", "Body", "Attendance"), "PAE", "P = present; A = absent; E = excused"),
        (("Nr.", "Beirat", "Verein", "Anwesenheit"), "ABE", "A = anwesend; B = abwesend; E = entschuldigt"),
        (("N.", "Componente", "Ente", "Presenza"), "PAG", "P = presente; A = assente; G = assente giustificato"),
        (("Nr.", "Repræsentant", "Forening", "Fremmøde"), "MFA", "M = mødt; F = fraværende; A = afbud"),
        (("Α/Α", "Σύμβουλος", "Φορέας", "Παρουσία"), "ΠΑΔ", "Π = παρών; Α = απών; Δ = δικαιολογημένος"),
    ],
)
def test_codes_of_presence_with_a_legend(project: Project, heads: tuple[str, ...], codes: str, legend: str) -> None:
    marks = [codes[0]] * 4 + [*codes[1:]]
    rows: list[list[Cell]] = [[n, name, "Verein", marks[n - 1]] for n, name in enumerate(PEOPLE, start=1)]
    assert figures(read(project, [*TITLE, [*heads], *rows, [], [legend]])) == (4, 2, [])


@pytest.mark.parametrize(
    "added", ["Added on site", "Vor Ort angemeldet", "Aggiunti in loco", "Tilmeldt på stedet", "Εγγραφές επί τόπου"]
)
def test_people_added_on_the_day_count(project: Project, added: str) -> None:
    def day(title: str, people: int) -> list[list[Cell]]:
        numbered: list[list[Cell]] = [[n, name, "ARCI"] for n, name in enumerate(PEOPLE[:people], start=1)]
        return [[title, "", ""], *numbered, [added, "", ""], [people + 1, "Gino Verdi", "ARCI"]]

    title: list[Cell] = ["Final conference, Palermo, 17 and 18 March 2022"]
    rows = [title, ["No.", "Name", "Body"], *day("First day: 17 March 2022", 4), *day("Second day: 18 March 2022", 2)]
    reading = read(project, rows)
    assert figures(reading) == (8, 0, [])
    assert [sum(row.event == event for row in reading.attendances) for event in (0, 1)] == [5, 3]


def test_tables_side_by_side_may_have_different_lengths(project: Project) -> None:
    heads: list[Cell] = ["No.", "Name", "Body"]
    left: list[list[Cell]] = [[n, name, "ARCI"] for n, name in enumerate(PEOPLE, start=1)]
    right: list[list[Cell]] = [[n, name, "CGIL"] for n, name in enumerate(PEOPLE[:4], start=1)]
    beside = [[*a, "", *b] for a, b in zip(left, [*right, ["", "", ""], ["", "", ""]], strict=True)]
    days: list[Cell] = ["Group A - 5 November 2020", "", "", "", "Group B - 6 November 2020"]
    reading = read(project, [["OEP training, Palermo"], days, [*heads, "", *heads], *beside])
    assert figures(reading) == (10, 0, [])


@pytest.mark.parametrize("page", ["Page {}/5", "Seite {}/5", "Pagina {} di 5", "Side {} af 5", "Σελίδα {}/5"])
def test_page_lines_among_people_are_no_days_and_head_nobody(project: Project, page: str) -> None:
    pages: list[list[Cell]] = []
    for number, family in enumerate(("Neri", "Conti", "Riva"), start=1):
        people = [[f"{given} {family}", f"Body {number}"] for given in ("Aldo", "Bea", "Carla", "Dino")]
        pages += [["Name", "Body"], *people, [page.format(number), ""]]
    reading = read(project, [*TITLE, *pages])
    assert figures(reading) == (12, 0, [])
    assert len(reading.events) == 1


@pytest.mark.parametrize(
    ("present", "absent", "minutes", "item"),
    [
        ("Present:", "Apologies from:", "Minutes by:", "Item 1"),
        ("Anwesend:", "Entschuldigt haben sich:", "Protokoll:", "TOP 1"),
        ("Til stede:", "Afbud fra:", "Referent:", "1."),
    ],
)
def test_items_of_an_agenda_are_no_people(project: Project, present: str, absent: str, minutes: str, item: str) -> None:
    rows: list[list[Cell]] = [
        [present, ", ".join(PEOPLE)],
        [absent, ", ".join(MORE)],
        [minutes, "Rosa Lund (office)"],
        [],
        [item, "Approval of the minutes of 5 May 2021."],
    ]
    attended, _absent, questions = figures(read(project, [["Focus group, Palermo, 3 March 2021"], *rows]))
    assert (attended, questions) == (6, [])


@pytest.mark.parametrize(
    ("came", "first", "away"),
    [
        ("Who came:", "Grace", "Apologies:"),
        ("Anwesend:", "Senada", "Entschuldigt:"),
        ("Presenti:", "Fatou", "Assenti:"),
        ("Der kom:", "Hodan", "Afbud:"),
        ("Παρόντες:", "Ελένη", "Απόντες:"),
    ],
)
def test_a_first_name_alone_in_a_list_is_a_person(project: Project, came: str, first: str, away: str) -> None:
    rows: list[list[Cell]] = [[came], ["* Aldo Neri"], ["* Bea Conti"], [f"* {first}"], [], [away], ["* Ugo Berg"]]
    reading = read(project, [*TITLE, *rows])
    assert [row.name for row in reading.attendances] == ["Aldo Neri", "Bea Conti", first]
    assert len(reading.not_counted) == 1


@pytest.mark.parametrize("last", ["To do: send photos", "Offen: Fotos schicken", "Da fare: inviare le foto"])
def test_a_line_of_notes_below_people_is_not_asked_about(project: Project, last: str) -> None:
    people: list[list[Cell]] = [[f"- {name}", "Senegal"] for name in PEOPLE]
    reading = read(project, [*TITLE, *people, ["- Gino Verdi: could not come", "ill"], [], [last, "pay the bill"]])
    assert len(reading.attendances) == len(PEOPLE)
    assert reading.questions == []


PARTICLES = ("Sabine von der Heide", "Maria de la Cruz", "Ludwig van der Meer", "Ana dos Santos")


@pytest.mark.parametrize(("present", "absent"), WORDS)
@pytest.mark.parametrize("beside", [True, False])
def test_people_stand_to_the_right_of_the_word_that_they_were_there(
    project: Project, present: str, absent: str, *, beside: bool
) -> None:
    there, away = [*PEOPLE, *PARTICLES], list(MORE)
    rows: list[list[Cell]] = [[present, there[0]], *(["", name] for name in there[1:]), [absent, away[0]]]
    rows += [["", name] for name in away[1:]]
    if not beside:
        rows = [[present], *(["", name] for name in there), [absent], *(["", name] for name in away)]
    assert figures(read(project, [*TITLE, *rows])) == (10, 2, [])


def test_a_place_and_a_day_above_people_name_nobody(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Intercultural City Committee meeting"],
        ["Vejle Town Hall", "20 May 2021"],
        [],
        ["Present:"],
    ]
    rows += [[name, "Arci"] for name in PEOPLE]
    reading = read(project, [*rows, [], ["Plus 2 guests who did not register."]])
    assert [str(event.date) for event in reading.events] == ["2021-05-20"]
    assert (len(reading.attendances), [row.people for row in reading.headcounts]) == (6, [2])


@pytest.mark.parametrize(("present", "absent"), WORDS)
@pytest.mark.parametrize("first", [True, False])
def test_absent_people_stand_beside_those_present(project: Project, present: str, absent: str, *, first: bool) -> None:
    away = [*MORE, *[""] * (len(PEOPLE) - len(MORE))]
    pairs = [(present, absent), *zip(PEOPLE, away, strict=True)]
    rows: list[list[Cell]] = [[one, "", other] if first else [other, "", one] for one, other in pairs]
    reading = read(project, [*TITLE, *rows, [], ["Agenda"], ["1. Budget"]])
    assert (len(reading.attendances), [question.text for question in reading.questions]) == (6, [])


def test_marks_under_present_and_absent_are_no_people(project: Project) -> None:
    rows: list[list[Cell]] = [["Name", "Present", "Absent"], *([name, "x", ""] for name in PEOPLE[:4])]
    rows += [[name, "", "x"] for name in PEOPLE[4:]]
    assert figures(read(project, [*TITLE, *rows])) == (4, 2, [])


@pytest.mark.parametrize(("present", "absent"), WORDS)
def test_more_people_may_be_absent_than_present(project: Project, present: str, absent: str) -> None:
    there = [*MORE, *[""] * (len(PEOPLE) - len(MORE))]
    rows: list[list[Cell]] = [
        [present, "", absent],
        *([one, "", away] for one, away in zip(there, PEOPLE, strict=True)),
    ]
    assert figures(read(project, [*TITLE, *rows])) == (2, 4, [])


@pytest.mark.parametrize("along", ["(con la sorella)", "con la sorella", ", with her sister", "(mit Schwester)", "+ 1"])
@pytest.mark.parametrize("lead", ["", "- ", "{}) "])
def test_people_whom_somebody_present_brought(project: Project, along: str, lead: str) -> None:
    lines = [f"{lead.format(at)}{name}{f' {along}' if at == 2 else ''}" for at, name in enumerate(PEOPLE, start=1)]
    reading = read(project, [*TITLE, ["Present:"], *([line] for line in lines), [], ["Apologies:"], ["Gino Verdi"]])
    assert figures(reading) == (6, 1, [])
    assert [row.people for row in reading.headcounts] == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Vi var 9 deltagere i alt, men kun dem her fik skrevet sig på:",
        "We were 9 people in all, but only these signed:",
        "Wir waren insgesamt 9, aber nur diese haben sich eingetragen:",
        "Eravamo 9 partecipanti in tutto, ma solo questi hanno firmato:",
        "Συνολικά ήμασταν 9, υπέγραψαν οι εξής:",
    ],
)
def test_the_line_above_people_tells_how_many_there_were(project: Project, line: str) -> None:
    reading = read(project, [*TITLE, [line], [], *([name] for name in PEOPLE), [], ["Best wishes"], ["Ann"]])
    assert figures(reading) == (6, 0, [])
    assert [(row.people, row.additional) for row in reading.headcounts] == [(9, "")]


@pytest.mark.parametrize(
    ("present", "away"),
    [("Present", "Apologies"), ("Anwesend", "Entschuldigt"), ("Presenti", "Assenti"), ("Til stede", "Afbud")],
)
@pytest.mark.parametrize("name", ["Mai Nowak (City of Kassel)", "Mai Lund", "Nie Wei (AWO)", "Rose Trainer (School)"])
def test_a_name_with_a_word_in_it_ends_no_list(project: Project, present: str, away: str, name: str) -> None:
    others = [f"{one} (School)" for one in PEOPLE]
    lines = [present, *others[:2], name, *others[2:4], "", away, *PEOPLE[4:]]
    rows: list[list[Cell]] = [["Skill-transfer workshop, Palermo, 3 March 2021"], [], *([line] for line in lines)]
    check(Case(name, "att5 nc2 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("- 3 studenti del liceo", 9),
        ("- 3 Schülerinnen vom Gymnasium", 9),
        ("- 2 elever fra skolen", 8),
        ("- due studenti", 8),
        ("- 3 φοιτητές", 9),
        ("- 4 mothers from the school", 10),
        ("- 3 tavoli", 6),
    ],
)
def test_a_line_of_minutes_counts_people_without_names(project: Project, line: str, people: int) -> None:
    rows = [["Present:"], *([f"- {name}"] for name in PEOPLE), [line], [], ["Agenda"], ["1. Budget"]]
    reading = read(project, [*TITLE, *rows])
    together = len(reading.attendances) + sum(row.people for row in reading.headcounts)
    assert (together, reading.open_questions) == (people, [])


@pytest.mark.parametrize("line", ["* {}, 38 years, {}", "- {} ({}, 38)", "• {}: {}", "{}, {}", "{} – {} – 38"])
@pytest.mark.parametrize(
    ("present", "syrian", "local"),
    [
        ("Participants:", "Syrian", "local"),
        ("Teilnehmende:", "syrisch", "einheimisch"),
        ("Partecipanti:", "siriana", "locale"),
        ("Deltagere:", "syrisk", "lokal"),
        ("Συμμετέχοντες:", "Συριακή", "ντόπιος"),
    ],
)
def test_a_community_behind_each_name(project: Project, line: str, present: str, syrian: str, local: str) -> None:
    said = [syrian, syrian, local, syrian, local, local]
    people: list[list[Cell]] = [[line.format(name, what)] for name, what in zip(PEOPLE, said, strict=True)]
    title: list[list[Cell]] = [["Focus group, Palermo, 3 March 2021"], [], [present]]
    check(Case("aside", "att6 nc0 ask0 com:syrian=3 com:local=3", sheet([*title, *people])), project)


@pytest.mark.parametrize(
    ("trainer", "header", "heads"),
    [
        ("Course leader: Ida Holm", ["Name", "Machine", "brings cloth"], ("Local", "Syrian", "Somali")),
        ("Leitung: Dilek Güven", ["Name", "Maschine Nr.", "bringt Stoff mit"], ("Einheimisch", "Syrisch", "Türkisch")),
        ("Conduce: Ida Gallo", ["Nome", "Macchina", "materiale"], ("Locali", "Senegalesi", "Nigeriani")),
        ("Underviser: Ida Holm", ["Navn", "Maskine", "medbringer stof"], ("Lokale", "Syrere", "Somaliere")),
        ("Εκπαιδεύτρια: Ίντα Γκάλο", ["Όνομα", "Μηχανή", "φέρνει ύφασμα"], ("Ντόπιοι", "Σύριοι", "Αφγανοί")),
    ],
)  # fmt: skip
def test_a_list_with_headers_of_which_one_is_known_is_no_minutes(
    project: Project, trainer: str, header: list[Cell], heads: tuple[str, ...]
) -> None:
    rows: list[list[Cell]] = [["Skill-transfer workshop"], ["Kassel, 6.10.2021"], [trainer], [], header]
    for part, head in enumerate(heads):
        rows += [
            [head],
            *([name, 2 * part + at + 1, ("yes", "no")[at]] for at, name in enumerate(PEOPLE[2 * part :][:2])),
        ]
    check(Case(trainer, "att6 named6 ev1 ask0", sheet([*rows, [], ["Total", 6]])), project)


@pytest.mark.parametrize("lead", ["{})", "({})"])
@pytest.mark.parametrize(
    ("present", "absent", "office"),
    [
        ("PRESENT", "APOLOGIES", "Secretarial support"),
        ("ANWESEND", "ENTSCHULDIGT", "Organisatorische Unterstützung"),
        ("PRESENTI", "ASSENTI", "Supporto di segreteria"),
        ("TIL STEDE", "AFBUD", "Sekretariatsbistand"),
        ("ΠΑΡΟΝΤΕΣ", "ΑΠΟΝΤΕΣ", "Γραμματειακή υποστήριξη του έργου"),
    ],
)
def test_letters_may_lead_the_people_of_minutes(
    lead: str, present: str, absent: str, office: str, project: Project
) -> None:
    """The first of them is long enough for a line that goes on in the next."""
    there = [
        "Beck Anna, the very long name of a club for all people of the town",
        "Ott Ben, Caritas",
        "Rau Carl, parents",
    ]
    rows: list[list[Cell]] = [[present], *([f"{lead.format('abc'[n])} {who}"] for n, who in enumerate(there)), []]
    rows += [[absent], [f"{lead.format('a')} Lind Eva (flu)"], [], [f"{office}: K. Holm"]]
    title: list[list[Cell]] = [["City committee meeting, Palermo"], ["27 January 2022"], []]
    assert figures(read(project, [*title, *rows])) == (3, 2, [])
