"""Lists of people: where the event is told, in which words the columns are headed, and who does not count."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, NotCountedReason

from .cases import TITLE
from .grids import PEOPLE, events, read

WORKSHOP = ("skill_transfer_workshop", "graz", "2021-03-15")
HEADERS = {
    "en": ("Date", "City", "Activity", "Full name", "E-mail address", "Community"),
    "it": ("Data", "Città", "Attività", "Nome e cognome", "Posta elettronica", "Comunità"),
    "de": ("Datum", "Stadt", "Aktivität", "Vor- und Nachname", "E-Mail-Adresse", "Gemeinschaft"),
    "da": ("Dato", "By", "Aktivitet", "Navn", "E-mail", "Fællesskab"),
    "el": ("Ημερομηνία", "Πόλη", "Δραστηριότητα", "Ονοματεπώνυμο", "Ηλεκτρονικό ταχυδρομείο", "Κοινότητα"),
}
WORDS = {
    "en": ("Skill-transfer workshop", "Tunisian"),
    "it": ("Laboratorio di scambio di competenze", "Tunisina"),
    "de": ("Skill-Transfer-Workshop", "Tunesisch"),
    "da": ("Færdighedsworkshop", "Tunesisk"),
    "el": ("Εργαστήριο μεταφοράς δεξιοτήτων", "Τυνησιακή"),
}
CITY = {"el": "Γκρατς"}


def register(**changed: Cell) -> list[list[Cell]]:
    row = {"Date": "2021-03-15", "City": "Graz", "Activity": "Skill-transfer workshop"}
    return [[*row, "Name", "E-mail", *changed]] + [[*row.values(), *who, *changed.values()] for who in PEOPLE]


@pytest.mark.parametrize("language", HEADERS)
def test_a_plain_register_in_each_language(project: Project, language: str) -> None:
    activity, community = WORDS[language]
    rows = [["15/03/2021", CITY.get(language, "Graz"), activity, *who, community] for who in PEOPLE]
    reading = read(project, [HEADERS[language], *rows])
    assert events(reading) == [(*WORKSHOP, 3)]
    assert {a.community for a in reading.attendances} == {"tunisian"}
    assert [(a.name, a.email) for a in reading.attendances] == list(PEOPLE)
    assert not reading.questions


@pytest.mark.parametrize(
    "above",
    [
        [["Activity:", "Skill-transfer workshop"], ["City:", "Graz"], ["Date:", date(2021, 3, 15)]],
        [["Skill-transfer workshop"], ["Graz, 15 March 2021"]],
        [["Laboratorio di scambio di competenze"], ["Graz, 15 marzo 2021"]],
        [["Skill-Transfer-Workshop – Graz – 15. März 2021"]],
    ],
)
def test_the_event_stands_above_the_list_and_notes_below(project: Project, above: list[list[Cell]]) -> None:
    below: list[list[Cell]] = [[], ["", "Total participants", 3], ["Signature of the trainer: ________"]]
    listed = [[number, *who] for number, who in enumerate(PEOPLE, start=1)]
    reading = read(project, [*above, [], ["No.", "Full name", "E-mail"], *listed, *below])
    assert events(reading) == [(*WORKSHOP, 3)]
    assert not reading.rejected


def test_hints_fill_in_only_what_the_sheet_does_not_say(project: Project) -> None:
    hints = Hints(activity="info_session", city="vejle", date=date(2021, 9, 1))
    assert events(read(project, register(), hints=hints)) == [(*WORKSHOP, 3)]
    bare = [["Name", "E-mail"], *PEOPLE]
    assert events(read(project, bare, hints=hints)) == [("info_session", "vejle", "2021-09-01", 3)]


def test_what_nobody_says_is_asked_and_nothing_is_counted(project: Project) -> None:
    reading = read(project, [["Name", "E-mail"], *PEOPLE])
    asked = {question.kind: question for question in reading.questions}
    assert set(asked) == {"activity", "city", "date"}
    assert all(question.blocking for question in reading.questions)
    assert "graz" in asked["city"].suggestions
    assert not reading.attendances


def test_a_partner_says_the_city(project: Project) -> None:
    hints = Hints(activity="info_session", date=date(2021, 9, 1), partner="vifin")
    assert events(read(project, [["Name", "E-mail"], *PEOPLE], hints=hints)) == [
        ("info_session", "vejle", "2021-09-01", 3)
    ]


def test_given_and_family_names_are_one_name(project: Project) -> None:
    rows = register()
    apart = [[*row[:3], *str(row[3]).split(), row[4]] for row in rows[1:]]
    reading = read(project, [["Date", "City", "Activity", "First name", "Surname", "E-mail"], *apart])
    assert [a.name for a in reading.attendances] == [name for name, _email in PEOPLE]


@pytest.mark.parametrize("header", ["Elev", "Pupil", "Schüler/in", "Alunno/a", "Nome", "Όνομα"])
def test_one_header_over_given_and_family_names(project: Project, header: str) -> None:
    given, family = ["Anna", "Ben", "Anna", "Eva", "Anna"], ["Holm", "Ott", "Lund Nissen", "Holm", "Rau"]
    hints = Hints(activity="school_lab", city="vejle", date=date(2021, 9, 1))
    for first, then in ((given, family), (family, given)):
        rows = [[one, other, "7b"] for one, other in zip(first, then, strict=True)]
        reading = read(project, [[header, "", "Class"], *rows], hints=hints)
        assert {" ".join(sorted((a.name or "").split())) for a in reading.attendances} == {
            " ".join(sorted(f"{one} {other}".split())) for one, other in zip(given, family, strict=True)
        }


def test_staff_and_the_absent_are_kept_and_not_counted(project: Project) -> None:
    rows = register(Role="Participant", Present="yes")
    rows[1][5], rows[2][6] = "Facilitator", "no"
    reading = read(project, rows)
    assert [(row.row, row.reason) for row in reading.not_counted] == [
        (2, NotCountedReason.STAFF),
        (3, NotCountedReason.ABSENT),
    ]
    assert [a.row for a in reading.attendances] == [4]


def test_a_row_of_nothing_but_words_is_no_header(project: Project) -> None:
    rows = register(Event="Bread", Community="Tunisian", Group="Community member", Role="Participant", Present="yes")
    nameless = [*rows[1]]
    nameless[3] = nameless[4] = ""
    reading = read(project, [*rows, nameless, [*rows[1]]])
    assert (reading.rows_read, len(reading.attendances), len(reading.tables)) == (len(PEOPLE) + 2, len(PEOPLE) + 2, 1)
    assert reading.attendances[-2].name is None


def test_an_empty_presence_column_says_nothing(project: Project) -> None:
    assert len(read(project, register(Present="", Signature="")).attendances) == 3


def test_placeholders_name_nobody(project: Project) -> None:
    rows = register()
    rows[1][3:], rows[2][3:] = ["Guest 1", ""], ["N.N.", ""]
    assert [a.name for a in read(project, rows).attendances] == [None, None, "Chiara Dahl"]


@pytest.mark.parametrize(
    ("header", "value", "day", "year"),
    [
        ("Date of birth", "1990-02-01", date(1990, 2, 1), 1990),
        ("Geburtsdatum", "01.02.1990", date(1990, 2, 1), 1990),
        ("Anno di nascita", 1990, None, 1990),
        ("Alder", 31, None, None),
    ],
)
def test_births(project: Project, header: str, value: Cell, day: date | None, year: int | None) -> None:
    assert {(a.birth, a.birth_year) for a in read(project, register(**{header: value})).attendances} == {(day, year)}


@pytest.mark.parametrize(
    ("word", "code"),
    [("Tunisan", "tunisian"), ("muslim comunity", "muslim"), ("Tunisia", "tunisian"), ("senegalesi", "senegalese")],
)
def test_near_words_are_understood(project: Project, word: str, code: str) -> None:
    assert {a.community for a in read(project, register(Community=word)).attendances} == {code}


def test_an_unknown_community_is_asked_about_and_the_person_counts(project: Project) -> None:
    reading = read(project, register(Community="Zorblaxian"))
    assert [a.community for a in reading.attendances] == [None] * 3
    (question,) = reading.questions
    assert (question.kind, question.value, question.rows) == ("community", "Zorblaxian", (2, 3, 4))
    assert not question.blocking


@pytest.mark.parametrize(
    ("at", "value", "asked"),
    [(0, "2021-02-30", []), (0, "2019-05-01", []), (1, "Atlantis", ["city"]), (2, "Qzxwv", ["activity"])],
)
def test_a_row_whose_event_cannot_be_told_is_rejected(project: Project, at: int, value: str, asked: list[str]) -> None:
    rows = register()
    rows[2][at] = value
    reading = read(project, rows)
    (rejected,) = reading.rejected
    assert (rejected.row, rejected.value) == (3, value)
    assert rejected.reason
    assert rejected.fix
    assert [question.kind for question in reading.questions] == asked
    assert len(reading.attendances) == 2


def test_the_period_stands_in_the_reason(project: Project) -> None:
    rows = register()
    rows[2][0] = "2019-05-01"
    (rejected,) = read(project, rows).rejected
    assert project.start.isoformat() in rejected.reason
    assert project.end.isoformat() in rejected.reason


def test_no_person_in_any_question_or_rejection(project: Project) -> None:
    rows = register(Community="Zorblaxian")
    rows[1][1] = "Atlantis"
    reading = read(project, rows)
    said = repr((reading.questions, reading.rejected, reading.tables))
    assert not any(part in said for who in PEOPLE for part in who)


def test_event_data_only_in_the_first_row_of_an_event(project: Project) -> None:
    first = register()
    for row in first[2:]:
        row[:3] = ["", "", ""]
    assert events(read(project, first)) == [(*WORKSHOP, 3)]


def test_a_sheet_an_event_and_one_of_instructions(project: Project) -> None:
    def of(day: date) -> list[list[Cell]]:
        above: list[list[Cell]] = [["Activity", "Info-session"], ["City", "Vejle"], ["Date", day], []]
        return [*above, ["Name", "E-mail", "Community"], *([*who, "Local"] for who in PEOPLE)]

    manual: list[list[Cell]] = [["How to fill in this workbook"], ["Name", "As in the ID"]]
    reading = read(project, manual, of(date(2021, 3, 1)), of(date(2021, 4, 1)))
    days = [day for _activity, _city, day, people in events(reading) if people == 3]
    assert days == ["2021-03-01", "2021-04-01"]


@pytest.mark.parametrize("more", [[], ["+4478191295"]])
def test_who_calls_by_phone_is_somebody(project: Project, more: list[str]) -> None:
    people = [[name, "", 98, "Yes"] for name in ("Aldo Neri", "Bea Conti", "Carla Riva", "+4478191294", *more)]
    rows: list[list[Cell]] = [["Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"], *people]
    rows[1][0] = "Aldo Neri (Host)"
    reading = read(project, [*TITLE, *rows])
    assert (len(reading.attendances), len(reading.not_counted)) == (3 + len(more), 1)


@pytest.mark.parametrize("role", ["Mitorganisator", "Συνοικοδεσπότης", "Co-organizzatore", "Medvært", "Co-host"])
def test_who_hosts_with_others_is_of_the_team(project: Project, role: str) -> None:
    rows: list[list[Cell]] = [["Name", "Role"], *([name, "Teilnehmer"] for name in ("Aldo Neri", "Bea Conti"))]
    reading = read(project, [*TITLE, *rows, ["Ida Holm", role]])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (2, 1, [])
