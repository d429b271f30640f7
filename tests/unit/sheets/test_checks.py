"""The checks of a whole reading: what each asks about, what looks alike and is not asked, and what answers do."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.checks.evidence import checked_tables
from liaison_metrics.sheets.model import Cell, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from tests.corpus.contradictions import Contradiction, all_contradictions, is_healed, outcome_of
from tests.corpus.faults import Outcome
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]
GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))
COMMUNITY = ("Syrian", "Local", "Turkish", "Local", "Bosnian", "Local")
LISTED: Rows = [[*about] for about in zip(PEOPLE, COMMUNITY, strict=True)]
NUMBERED: Rows = [[number, *about] for number, about in enumerate(LISTED, 1)]
LIST: Rows = [["Name", "Community"], *LISTED]
NUMBERED_LIST: Rows = [["No.", "Name", "Community"], *NUMBERED]


def read(project: Project, rows: Rows, hints: Hints = GIVEN, *answers: Answer) -> Reading:
    workbook = Workbook("list.xlsx", "xlsx", [sheet(rows)])
    return read_workbook(workbook, project, hints, lambda _signature: answers)


def with_column(header: str, *values: Cell) -> Rows:
    """A list with one more column."""
    return [["Name", "Community", header], *([*row, value] for row, value in zip(LISTED, values, strict=False))]


def dated(*days: int, title: str = "") -> Rows:
    """A list with a column of dates in May 2021."""
    rows = [[*row, date(2021, 5, day)] for row, day in zip(LISTED, days, strict=True)]
    return [[title], [], ["Name", "Community", "Date"], *rows] if title else [["Name", "Community", "Date"], *rows]


ASKED: list[tuple[str, Rows, str]] = [
    ("a line over people", [*LIST, ["Green hats"], ["Ugo Berg"], ["Vera Lind"]], "heading"),
    ("a line over people, beside numbers", [*NUMBERED_LIST, ["Green hats"], ["", "Ugo Berg", "Local"]], "heading"),
    ("no number", [*NUMBERED_LIST, ["", "Ugo Berg", "Local"]], "row"),
    ("a day as a name", [*LIST[:4], ["Tuesday afternoon"], *LIST[4:]], "row"),
    ("a day as a name among names", [["Name"], *([name] for name in PEOPLE), ["Samstag Nachmittag"]], "row"),
    ("a line as a person", [["Name", "Community", "Age"], *([*row, 30] for row in LISTED), ["Cake and coffee"]], "row"),
    *(
        (
            f"suppliers under “{head[0]}”",
            [head, *([f"Firm {n}", "catering", name, f"0664 12345{n}", 900 + n] for n, name in enumerate(PEOPLE))],
            "sheet",
        )
        for head in (
            ["Supplier", "Service", "Contact name", "Phone", "Quote (€)"],
            ["Ditta", "Servizio", "Referente", "Telefono", "Preventivo (€)"],
            ["Lieferant", "Leistung", "Ansprechpartner", "Telefon", "Angebot (€)"],
            ["Leverandør", "Ydelse", "Kontaktperson", "Telefon", "Tilbud (kr)"],
        )
    ),
    ("a sum as a person", [*LIST, ["Clicked by hand", 7]], "row"),
    ("a total that is too low", [*LIST, [], ["Total participants", 5]], "total"),
    ("a total in words", [*LIST, [], ["5 participants"]], "total"),
    ("ticks", with_column("Wave", "x", "x", "x", "x", "", "x"), "blank"),
    ("ticks for the whole house", with_column("Porta", "x", "", "x", "x", "x", "x"), "blank"),
    ("ticks without a header", with_column("", "x", "x", "", "x", "x", "x"), "blank"),
    ("strokes without a header", with_column("", "/", "/", "", "/", "/", "/"), "blank"),
    ("upright strokes without a header", with_column("", "|", "|", "", "|", "|", "|"), "blank"),
    ("yes and no", with_column("Gesichtet", "ja", "ja", "nein", "ja", "ja", "ja"), "blank"),
    ("times", with_column("Clock", "9:55", "9:58", "", "10:01", "10:02", "10:10"), "blank"),
    ("absence in a remark", with_column("Notes", "", "lay ill in bed", "", "vegan", "", ""), "present"),
    ("absence in German", with_column("Bemerkung", "", "", "Grippe daheim", "", "", ""), "present"),
    ("absence beside a usual word", with_column("Outcome", "fine", "fine", "lay ill in bed", *["fine"] * 3),
     "present"),
    ("the team in a remark", with_column("Notes", "", "", "leads the group as trainer", "", "", ""), "role"),
    ("a host in another column", with_column("Title", "", "", "Organizer", "", "", ""), "role"),
    ("tickets", with_column("Billetter i alt", 1, 2, 1, 1, 3, 1), "column"),
    ("a line that names the absent", [*LIST, [], ["Missing with excuse: Bea Conti"]], "row"),
    *(
        (f"more people: {line}", [*LIST, [line]], "total")
        for line in ("+ 3 from upstairs", "und 3 weitere Personen hinten", "dazu noch 3 vom Haus", "+3 del paese",
                     "+ 3 fra byen", "+ 3 από το χωριό")
    ),
    ("events of few", dated(4, 6, 7, 11, 12, 13), "column"),
    ("a title of another day", dated(4, 4, 4, 4, 4, 4, title="Skill-transfer workshop, Graz, 3 May 2021"), "column"),
    ("another day than said", [["Skill-transfer workshop, Graz, 3 May 2021"], [], *LIST], "day"),
    ("names that repeat", [["Name", "Community"], *(["Aldo", row[1]] for row in [*LISTED, *LISTED])], "column"),
    ("names that are words", [["Name", "Community"], *([word, "Local"] for word in ("Graz", "Vejle", "Kassel"))],
     "column"),
    ("hardly anybody", with_column("Present", "yes", *["no"] * 5) + [[f"{row[0]} Uno", row[1], "no"] for row in LISTED],
     "reason"),
    ("marks at school", [["Name", "Maths", "History"], *([name, 12, 15] for name in PEOPLE)], "sheet"),
    ("points", [["Marks for the presentation"], [], ["Pupil", "Content /10", "Style /10", "Final mark"],
                *([name, 5 + n, 9 - n, 7.3] for n, name in enumerate(PEOPLE))], "sheet"),
    ("an average", [["Schüler", "Deutsch", "Werken", "Schnitt"],
                    *([name, 1 + n % 3, 4 - n % 2, f"{2 + n % 2},5"] for n, name in enumerate(PEOPLE))], "sheet"),
    ("phone numbers", [["Telefonliste Verein 2021"], [], ["Name", "Handy", "Erreichbar"],
                       *([name, f"0664 12345{n}", "abends"] for n, name in enumerate(PEOPLE))], "sheet"),
    ("a board", [["Carica", "Nome", "Cellulare"], *(
        [post, name, f"0664 12345{n}"] for n, (post, name) in
        enumerate(zip(("Presidente", "Tesoriera", "Segretario", "Consigliere"), PEOPLE, strict=False)))], "sheet"),
    ("fees", [["Name", "Fee", "Due"], *([name, 25, "1 June"] for name in PEOPLE)], "sheet"),
    ("expected people", [["Date", "Expected participants"], ["2021-05-12", 30], ["2021-06-12", 12]], "sheet"),
    ("children beside", [["Date", "Visitors", "Little ones"], ["2021-05-12", 30, 8], ["2021-06-12", 12, 3]], "column"),
]  # fmt: skip

NOT_ASKED: list[tuple[str, Rows]] = [
    *((f"a line with a plus: {line}", [*LIST, [], [line]])
      for line in ("+39 091 123456", "+ coffee and cake", "and so on", "+ 3 without names")),
    ("contacts of those who came on a day", [["Contacts, skill-transfer workshop, 4 May 2021"], [], ["Name", "Phone"],
                                             *([name, f"0664 12345{n}"] for n, name in enumerate(PEOPLE))]),
    ("a heading that is understood", [*LIST, ["Staff"], ["Ugo Berg", "Local"]]),
    ("a trainer's line", [*LIST[:4], ["Trainer: Ugo Berg"], *LIST[4:]]),
    ("people with a name only", [*LIST, ["Ugo Berg"], ["Vera Lind"]]),
    ("a list without numbers", [["No.", "Name", "Community"], *(["", *row] for row in LISTED)]),
    ("empty lines with numbers", [*NUMBERED_LIST, [7], [8], [9]]),
    ("a name that is a month", [*LIST, ["April Berg", "Local"], ["Freitag Anna", "Local"]][:8]),
    ("days as names in full rows", [*LIST[:3], ["Sabato Neri", "Local"], ["Obi Sunday", "Local"], *LIST[3:]]),
    ("first names that are days", [["Name", "Community"], *([row[0].split()[0], row[1]] for row in LISTED),
                                   ["Κυριακή", "Local"], ["Domenica", "Local"]]),
    ("days as names among names", [["Name"], *([name] for name in PEOPLE), ["Freitag Anna"], ["Aprile Rosa"]]),
    ("a numbered name that is a day", [["No.", "Name"], *([row[0], row[1]] for row in NUMBERED), [7, "Sabato"]]),
    ("a small word in a name", [*LIST, ["Ludwig van der Berg", "Local"]]),
    ("a total that ties", [*LIST, [], ["Total participants", 6]]),
    ("a total of those who came", [*with_column("Present", "yes", "no", *["yes"] * 4), [], ["Total participants", 5]]),
    ("a total of those listed", [*with_column("Present", "yes", "no", *["yes"] * 4), [], ["Total participants", 6]]),
    ("a total of two pages with half-days",
     [["Name", "Community", "Morning", "Afternoon"], *([*row, "x", ""] for row in LISTED[:3]), [],
      ["Name", "Community", "Morning", "Afternoon"], *([*row, "x", "x"] for row in LISTED[3:]), [],
      ["Total participants", 6]]),
    ("half-days", [["Name", "Community", "Morning", "Afternoon"], *([*row, "x", "x"] for row in LISTED[:3]),
                   [*LISTED[3], "x", ""]]),
    ("a section's number", [["2. Participants"], [], *LIST]),
    ("a total that counts more", [*LIST, [], ["Total participants: 9"]]),
    ("groups", [LIST[0], ["Group A"], *LISTED[:3], ["Group B"], *LISTED[3:]]),
    ("photos", with_column("Photo ok", "x", "x", "", "x", "x", "x")),
    ("food", with_column("Mittagessen", "ja", "nein", "ja", "ja", "ja", "ja")),
    ("few ticks", with_column("VIP", "x", "", "", "", "", "")),
    ("everybody ticked", with_column("Seen", *["x"] * 6)),
    ("a remark about food", with_column("Notes", "", "no nuts", "", "vegan", "", "")),
    ("usual food", with_column("Meal", "meat", "meat", "vegan", "meat", "meat", "meat")),
    ("reasons for coming", with_column("Why", "work", "friends", "sick of being alone", "to learn", "fun", "my son")),
    ("stars", with_column("Number of stars", 3, 4, 5, 3, 4, 5)),
    ("one day", dated(4, 4, 4, 4, 4, 4)),
    ("a title of the same day", dated(4, 4, 4, 4, 4, 4, title="Skill-transfer workshop, Graz, 4 May 2021")),
    ("namesakes", [["Name", "Community"], *LISTED, ["Aldo Neri", "Turkish"]]),
    ("names that are places", [["Name", "Community"], *LISTED, ["Paris Graz", "Local"]]),
    ("language skills", [["Name", "Community", "English"], *([*row, 3] for row in LISTED)]),
    ("jobs", [["Name", "Organisation", "Position"], *([name, "Open House", "Nurse"] for name in PEOPLE)]),
    ("children among the visitors", [["Date", "Visitors", "of whom children"], ["2021-05-04", 30, 8]]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "kind"), [c[1:] for c in ASKED], ids=[c[0] for c in ASKED])
def test_a_contradiction_is_asked(rows: Rows, kind: str, project: Project) -> None:
    reading = read(project, rows)
    assert kind in [question.kind for question in reading.questions]
    parts = len(reading.attendances) + len(reading.headcounts) + len(reading.not_counted) + len(reading.rejected)
    assert reading.rows_read == parts


@pytest.mark.parametrize("rows", [c[1] for c in NOT_ASKED], ids=[c[0] for c in NOT_ASKED])
def test_what_looks_alike_is_not_asked(rows: Rows, project: Project) -> None:
    assert read(project, rows).questions == []


def test_a_question_shows_both_figures_and_holds_back_the_doubtful(project: Project) -> None:
    reading = read(project, [*LIST, ["Green hats"], ["Ugo Berg"], ["Vera Lind"]])
    assert reading.questions[0].text == "“Green hats” stands over 2 people. Who are they? 8 or 6 people."
    assert len(reading.attendances) == 6


@pytest.mark.parametrize(("code", "people", "left"), [("participant", 8, 0), ("staff", 6, 2), ("absent", 6, 2)])
def test_each_answer_leads_to_its_figure(project: Project, code: str, people: int, left: int) -> None:
    answer = Answer("heading", "Green hats", code)
    reading = read(project, [*LIST, ["Green hats"], ["Ugo Berg"], ["Vera Lind"]], GIVEN, answer)
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (people, left, [])


@pytest.mark.parametrize(("code", "people"), [("rows", 6), ("stated", 5)])
def test_a_total_is_right_or_the_rows_are(project: Project, code: str, people: int) -> None:
    reading = read(project, [*LIST, [], ["Total participants", 5]], GIVEN, Answer("total", "5", code))
    assert len(reading.attendances) + sum(row.people for row in reading.headcounts) == people
    assert reading.questions == []


def test_another_day_is_the_event_s_day_once_somebody_says_so(project: Project) -> None:
    rows: Rows = [["Skill-transfer workshop, Graz, 3 May 2021"], [], *LIST]
    assert {event.date.day for event in read(project, rows).events} == {3}
    answer = Answer("day", "Sheet1", "2021-05-04")
    assert {event.date.day for event in read(project, rows, GIVEN, answer).events} == {4}


def test_a_dated_line_begins_another_event_once_somebody_says_so(project: Project) -> None:
    rows: Rows = [["Name", "Email"], *([name, f"p{n}@example.org"] for n, name in enumerate(PEOPLE))]
    line: Rows = [["We met again, the same room and the same hour, on 11 May 2021 and it rained all day", ""]]
    reading = read(project, [*rows[:4], *line, *rows[4:]])
    if any(question.kind == "heading" for question in reading.questions):
        answer = Answer("heading", str(line[0][0]), "event")
        assert len(read(project, [*rows[:4], *line, *rows[4:]], GIVEN, answer).events) == 2


def test_the_weightiest_question_comes_first(project: Project) -> None:
    remarks = [f"{word} at home" for word in ("fever", "flu", "sick", "absent", "missing", "excused")]
    people: Rows = [[f"{name} {part}", "Local", ""] for name in PEOPLE for part in ("Uno", "Due")]
    told: Rows = [[*row, remark] for row, remark in zip(LISTED, remarks, strict=True)]
    rows: Rows = [["Name", "Community", "Notes"], *told, *people, ["Aldo Lind", "Local", "fever at home"]]
    reading = read(project, rows)
    assert reading.questions[0].value == "fever at home" and reading.questions[0].people == 2
    assert {question.people for question in reading.questions[1:]} == {1}
    assert len(reading.attendances) == len(people)


CONTRADICTIONS = all_contradictions()


@pytest.mark.parametrize("one", CONTRADICTIONS, ids=[f"{c.language} {c.name}" for c in CONTRADICTIONS])
def test_no_sheet_is_silently_wrong(one: Contradiction, project: Project) -> None:
    outcome, asked = outcome_of(one, project)
    assert outcome is not Outcome.SILENT
    assert one.family != "-" or (outcome is Outcome.RIGHT and not asked)
    if asked and one.truth:
        assert is_healed(one, project)


def test_every_family_and_language_has_sheets() -> None:
    assert {one.family for one in CONTRADICTIONS} >= set("ABCDEF-")
    assert {one.language for one in CONTRADICTIONS} == {"da", "de", "el", "en", "it"}


def test_two_days_above_a_list_ask_and_the_answer_holds(project: Project) -> None:
    rows: Rows = [["Focus group, Graz, 4 May 2021"], ["Date:", date(2021, 5, 11)], [], *LIST]
    assert [question.kind for question in read(project, rows, Hints()).questions] == ["day"]
    for day in (4, 11):
        answered = read(project, rows, Hints(), Answer("day", "Sheet1", f"2021-05-{day:02}"))
        assert [event.date.day for event in answered.events] == [day] and not answered.questions


def test_each_table_of_a_sheet_has_its_own_rows(project: Project) -> None:
    rows: Rows = []
    for day in range(1, 5):
        rows += [[f"Workshop sewing Graz {day}.6.2021"], ["Name", "Community"], *map(list, LISTED), []]
    grid = sheet(rows)
    reading = read_workbook(Workbook("list.xlsx", "xlsx", [grid]), project)
    tables = list(checked_tables(reading, [grid]))
    assert [list(table.counted) for table in tables] == [list(range(at + 3, at + 9)) for at in (0, 9, 18, 27)]
    for table in tables:
        assert list(table.attendances) == [row for row in reading.attendances if row.row in table.rows]
        assert len(table.events) == 1
    assert [list(table.lines_below()) for table in tables] == [[10], [19], [28], []]
    assert [list(table.lines_above()) for table in tables] == [[1], [], [], []]
    reading.attendances = reading.attendances[:-1]  # as after an answer
    assert len(next(iter(checked_tables(reading, [grid]))).attendances) == len(LISTED)
    assert len(list(checked_tables(reading, [grid]))[-1].attendances) == len(LISTED) - 1


@pytest.mark.parametrize(
    ("children", "other", "asked"),
    [
        ("Antal børn", "År i Danmark", 0),
        ("Number of children", "Years in the country", 0),
        ("Kinder", "Familienstand", 0),
        ("Numero di bambini", "Anni in Italia", 0),
        ("Παιδιά", "Οικογενειακή κατάσταση", 0),
        ("Number of children", "Phone", 1),
    ],
)
def test_how_many_children_people_have(children: str, other: str, asked: int, project: Project) -> None:
    rows: list[list[Cell]] = [[f"D{at}", 30 + at, 2 + at % 4, 3 + 2 * at] for at in range(1, 8)]
    head: list[Cell] = ["Participant", "Age", children, other]
    check(Case(children, f"att7 head0 ask{asked}", sheet([*TITLE, head, *rows])), project)


@pytest.mark.parametrize(
    ("row", "asked", "others"),
    [
        (["zorb in zerb", 2, 3, 2], 1, 0),
        (["zorb in zerb", "", 3, 2], 1, 0),
        (["in più, passanti non iscritti", "", 3, 2], 0, 5),
        (["uden for listen", "", 3, 2], 0, 5),
    ],
)
def test_numbers_below_the_marks_of_sessions(row: list[Cell], asked: int, others: int, project: Project) -> None:
    marks = ("AXX", "XAX", "XXA", "XAX", "XAX")
    people: list[list[Cell]] = [[name, *told] for name, told in zip(PEOPLE, marks, strict=False)]
    head: list[Cell] = ["Name", "02/03/2021", "09/03/2021", "16/03/2021"]
    rows: list[list[Cell]] = [["Skill-transfer workshop, Palermo"], head, *people, ["TOTALE", "4", "2", "4"], row]
    check(Case(str(row[0]), f"att10 head{others} ask{asked}", sheet(rows)), project)


@pytest.mark.parametrize(
    "line",
    [
        ["Ημερομηνία διεξαγωγής: 05/04/2021"], ["Data di svolgimento: 5 aprile 2021"],
        ["Datum der Veranstaltung", "05.04.2021"], ["Afholdt den: 5. april 2021"],
        ["Date of the event", date(2021, 4, 5)],
        ["Palermo, 5 aprile 2021"], ["Veranstaltungsdatum: 12.05.2021"], ["Held on: 6 May 2021"],
    ],
)  # fmt: skip
def test_a_line_below_with_another_day_of_the_event_asks(line: list[Cell], project: Project) -> None:
    check(Case("", "q:day", sheet([["Fiera LIAISON, Palermo, 4 maggio 2021"], [], *LIST, [], line])), project)


@pytest.mark.parametrize(
    "line",
    [
        ["Palermo, 12 maggio 2021"], ["Datum: 12.05.2021"], ["Data e luogo: Palermo, 12/05/2021"],
        ["Printed 5 April 2021"], ["Next meeting: 5 April 2021"], ["Afholdt den: 4. maj 2021"],
        ["Unterschrift, Datum der Unterschrift: 12.05.2021"],
    ],
)  # fmt: skip
def test_a_day_beside_a_signature_or_of_something_else_does_not_ask(line: list[Cell], project: Project) -> None:
    rows = [["Fiera LIAISON, Palermo, 4 maggio 2021"], [], *LIST, [], line]
    check(Case("", "att6 ev1 ask0 date:2021-05-04", sheet(rows)), project)


@pytest.mark.parametrize(
    ("name", "expected"), [("5.4.2021", "q:day"), ("2021-04-05", "q:day"), ("4.5.2021", "ask0"), ("Sheet1", "ask0")]
)
def test_a_sheet_named_after_the_day_with_its_month_exchanged_asks(name: str, expected: str, project: Project) -> None:
    check(Case("", expected, sheet([["Fiera LIAISON, Palermo, 4 maggio 2021"], [], *LIST], name)), project)
