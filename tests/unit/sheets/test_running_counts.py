"""Readings of a counter: which numbers go on from one to the next, and which add up."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.running_counts import is_of_counter, is_running_count
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.tables.table import Table
from tests.unit.sheets.cases import TITLE, Case, check, sheet

Rows = list[list[Cell]]
FROM_ZERO, LATER = (0, 3, 6, 16, 34, 46, 57, 146), (21, 43, 52, 95, 146)
GRAZ = Hints(city="graz", activity="project_fair", date=date(2021, 9, 11))


def readings(header: str, numbers: tuple[int, ...], *below: list[Cell], above: str = "", time: str = "Time") -> Rows:
    """The readings of a day, each with its time."""
    return [[above], [], [time, header], *([f"{10 + at}:00", number] for at, number in enumerate(numbers)), *below]


@pytest.mark.parametrize(
    "rows",
    [
        readings("Counter reading", FROM_ZERO, ["Final reading", 146], [], ["Visitors in all:", 146]),
        readings("Visitors", FROM_ZERO),
        readings("Visitors", FROM_ZERO[:-1], ["Closing", 146]),
        readings("Visitors", LATER, [], ["146 visitors in total"]),
        readings("Visitors so far", LATER),
        readings("Stand", FROM_ZERO, ["Endstand", 146], above="Türzähler, wird nicht zurückgesetzt", time="Uhrzeit"),
        readings("Lettura", LATER, ["Lettura finale", 146], above="Contapersone all'ingresso", time="Ora"),
        readings("Tællerstand", LATER, ["Slut", 146], time="Kl."),
        readings("Ένδειξη", LATER, [], ["Επισκέπτες συνολικά: 146"], above="Μετρητής εισόδου", time="Ώρα"),
    ],
    ids=lambda rows: str(rows[2][1]),
)
def test_the_last_reading_is_of_all_people(project: Project, rows: Rows) -> None:
    check(Case("", "head146 ev1 ask0 rej0", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (readings("Visitors", LATER, ["Total", 357]), "head357 ask0"),
        (readings("Visitors", LATER), "head357"),
        (readings("Visitors", (0, 30, 21, 40, 12, 5, 8)), "head116"),
        (readings("Counter", LATER), "head0 q:column!"),
        (readings("People inside", FROM_ZERO), "head0 q:column!"),
    ],
    ids=["total", "no total", "falling", "a counter without a total", "at one time"],
)
def test_other_numbers_do_not_go_on(project: Project, rows: Rows, expected: str) -> None:
    check(Case("", expected, sheet(rows), hints=GRAZ), project)


def test_rows_of_communities_and_genders_divide_people(project: Project) -> None:
    rows: Rows = [
        ["Community", "Gender", "Participants"],
        ["Local", "Female", 1],
        ["Local", "Male", 2],
        ["Syrian", "", 3],
    ]
    reading = read_workbook(Workbook("list.csv", "csv", [sheet(rows)]), project, GRAZ)
    assert [(row.people, row.community, row.gender) for row in reading.headcounts] == [
        (1, "local", "female"), (2, "local", "male"), (3, "syrian", "not_stated"),
    ]  # fmt: skip


def test_numbers_of_days_do_not_go_on(project: Project) -> None:
    days: Rows = [["Date", "Visitors"], *([f"{11 + at}.09.2021", number] for at, number in enumerate(FROM_ZERO))]
    check(Case("days", "head308 ev8", sheet(days), hints=Hints(city="graz", activity="project_fair")), project)


def test_a_line_above_names_the_counter_of_an_unknown_header() -> None:
    grid = sheet(readings("Reading 1", LATER, above="door counter, cumulative"))
    table, column = Table(grid, [2], list(range(3, 8)), range(2), [0, 1]), Column(1, "No. 1", "")
    assert is_running_count(table, [column])
    assert is_of_counter(table, column)


def day_of(label: str, readings: list[int], end: str = "") -> list[list[Cell]]:
    """The readings of a clicker on one day: the day in the first row, how it ended in the last one."""
    last = len(readings) - 1
    return [
        [label if at == 0 else "", f"{11 + at}:00", number, end if at == last else ""]
        for at, number in enumerate(readings)
    ]


@pytest.mark.parametrize(
    ("title", "heads", "end"),
    [
        ("Skill-transfer workshop, Kassel, clicker, not reset during the day", ["Day", "Time", "Reading", "Note"], ""),
        ("Skill-Transfer-Workshop, Kassel, Zähler am Eingang", ["Tag", "Uhrzeit", "Zählerstand", "Notiz"], "Schluss"),
        ("Workshop di scambio di competenze, contapersone", ["Giorno", "Ora", "Lettura", "Note"], "chiusura"),
        ("Skill-transfer workshop, clicker at the entrance", ["Day", "Time", "Reading", "Note"], ""),
    ],
    ids=str,
)
def test_a_counter_set_to_nought_each_day_counts_each_day(
    project: Project, title: str, heads: list[Cell], end: str
) -> None:
    days = [
        *day_of("10 September 2021", [0, 8, 18, 24, 38, 95], end),
        *day_of("11 September 2021", [0, 11, 30, 37, 52, 103], end),
    ]
    reading = read_workbook(
        Workbook("x.xlsx", "xlsx", [sheet([[title], [], heads, *days])]),
        project,
        Hints(activity="skill_transfer_workshop", city="kassel"),
    )
    assert [row.people for row in reading.headcounts] == [95, 103]
    assert [str(reading.events[row.event].date) for row in reading.headcounts] == ["2021-09-10", "2021-09-11"]
    assert not reading.open_questions


def gates(first: str, second: str, *below: list[Cell], above: str = "", falling: bool = False) -> Rows:
    """The readings of two counters, each at its gate."""
    numbers = [(12, 12), (20, 27), (40, 34), (74, 66), (116, 20 if falling else 89)]
    return [
        [above],
        [],
        ["Time", first, second],
        *([f"{10 + at}:00", *pair] for at, pair in enumerate(numbers)),
        *below,
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (gates("Zählerstand Nord", "Zählerstand Süd", [], ["Besucher gesamt", 205]), "head205 ev1 ask0"),
        (gates("Zähler A", "Zähler B", above="Zählerstand läuft durch, nicht zurückgesetzt"), "head205 ev1 ask0"),
        (gates("Contatore porta 1", "Contatore porta 2", ["Totale", 116, 89]), "head205 ev1 ask0"),
        (gates("Counter door A", "Counter door B", [], ["Both doors", 205]), "head205 ev1 ask0"),
        (gates("Tæller nord", "Tæller syd", [], ["I alt", "", 205]), "head205 ev1 ask0"),
        (gates("Μετρητής Α", "Μετρητής Β", [], ["Σύνολο επισκεπτών", 205]), "head205 ev1 ask0"),
        (gates("Counter door A", "Counter door B"), "head0 q:column!"),
        (gates("Counter door A", "Counter door B", falling=True), "head0 q:column!"),
    ],
)
def test_counters_at_several_gates(project: Project, rows: Rows, expected: str) -> None:
    check(Case("gates", expected, sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("guests", "team", "expected"),
    [
        ("Gäste", "Gastgeber", "head20 ev2 ask0"),
        ("Guests", "Hosts", "head20 ev2 ask0"),
        ("Ospiti", "Formatori", "head20 ev2 ask0"),
        ("Gæster", "Undervisere", "head20 ev2 ask0"),
        ("Καλεσμένοι", "Εκπαιδευτές", "head20 ev2 ask0"),
    ],
)
def test_guests_are_all_who_came(project: Project, guests: str, team: str, expected: str) -> None:
    rows: Rows = [["Date", guests, team, "Note"], ["13.6.2021", 8, 1, ""], ["20.6.2021", 12, 2, "barbecue"]]
    hints = Hints(city="graz", activity="skill_transfer_workshop")
    check(Case("guests", expected, sheet(rows), hints=hints), project)


FAIRS = {
    "en": ("LIAISON project fair, Vejle, 21 August 2021", "Hour", "Came in", "Total", "Most at once"),
    "de": ("LIAISON-Projektmesse, Graz, 21. August 2021", "Stunde", "Gekommen", "Summe", "Höchstens gleichzeitig:"),
    "it": ("Fiera del progetto LIAISON, Palermo, 21 agosto 2021", "Ora", "Entrati", "Totale", "Massimo in sala"),
    "da": ("LIAISON-messe, Vejle, 21. august 2021", "Time", "Kommet ind", "I alt", "Flest på én gang"),
    "el": ("Έκθεση του έργου LIAISON, Αθήνα, 21 Αυγούστου 2021", "Ώρα", "Μπήκαν", "Σύνολο", "Ταυτόχρονα το πολύ"),
}


@pytest.mark.parametrize("language", FAIRS)
def test_the_fullest_moment_is_of_people_counted_before(language: str, project: Project) -> None:
    title, hour, came, total, most = FAIRS[language]
    rows: Rows = [[title], [], [hour, came], ["10-11", 34], ["11-12", 58], ["12-13", 71], ["13-14", 40]]
    for below in (
        [[total, 203], [most, 92]],
        [[most, 92]],
        [[], [f"{most} 92"]],
        [[total, 203], [most, 92], ["Max. 12-13", 71]],
    ):
        check(Case(most, "head203 ev1 ask0 rej0", sheet([*rows, *below])), project)
    unknown: Rows = [[total, 203], ["Xyzw", 92]]
    check(Case("unknown", "head203 q:row", sheet([*rows, *unknown])), project)
    stands: Rows = [[title], [], ["Stand", "Visitors"], ["Max", 34], ["Picco", 58], ["Mean", 71], ["Spitze", 40]]
    check(Case("stands", "head203 ev1", sheet(stands)), project)


@pytest.mark.parametrize(
    "header",
    ["Counter reading", "Zählerstand", "Aflæsning af klikker", "Lettura contapersone", "Ένδειξη μετρητή"],
)
@pytest.mark.parametrize("first", [0, 6])
def test_what_a_counter_shows_includes_all_before(project: Project, header: str, first: int) -> None:
    rows: list[list[Cell]] = [["10:00", first], ["11:00", 18], ["12:00", 39], ["14:00", 74]]
    check(Case(header, "head74 ask0", sheet([*TITLE, ["Time", header], *rows])), project)


@pytest.mark.parametrize("header", ["Clicker", "Zähler"])
def test_rising_numbers_of_a_counter_are_asked_about(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [["11:00", 18], ["12:00", 39], ["13:00", 61], ["14:00", 74]]
    check(Case(header, "head0 q:column!", sheet([*TITLE, ["Visitors at the door"], ["Time", header], *rows])), project)
