"""The same content, said in another way, gives the same figures or a question: columns and rows in any order, other
file formats, the event stated elsewhere, presence marked by other means, unknown words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Grid, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_sheet, read_workbook
from tests.corpus import files
from tests.properties.sheets import OPERATORS, Rows, Sheet, event_of, figures_of, read, with_operators, written
from tests.properties.test_layouts import EXAMPLES, languages, seeds, syllables

layouts = st.sets(st.sampled_from(sorted(OPERATORS)), max_size=4)
few = settings(max_examples=max(1, EXAMPLES // 4), derandomize=True, deadline=None, database=None)
fewer = settings(few, max_examples=max(1, EXAMPLES // 10))
columns = {"email", "phone", "gender", "year of birth", "home town", "photo"}
plain = st.sets(st.sampled_from(sorted(columns)), max_size=3)


def right_or_asks(reading: Reading | None, figures: Collection[tuple[object, int]]) -> bool:
    """Whether a reading gives these figures, asks or is refused."""
    return reading is None or bool(reading.questions or reading.rejected) or figures_of(reading) == dict(figures)


def from_file(name: str, data: bytes, project: Project) -> Reading | None:
    try:
        return read_sheet(name, data, project)
    except RefusedFile:
        return None


@few
@given(layouts, languages, seeds)
def test_columns_rows_and_language_in_any_order(
    project: Project, names: Collection[str], language: str, seed: int
) -> None:
    for more in ("shuffled columns", "shuffled rows", "other language", "blank rows", "empty numbers", "header again"):
        sheet = with_operators(project, language, {*names, more}, seed)
        assert right_or_asks(read(project, sheet.rows()), sheet.figures.items()), more


TEXTS = [(encoding, sign) for encoding in ("utf-8", "utf-8-sig", "utf-16") for sign in (",", ";", "\t")]


@fewer
@given(layouts, languages, seeds)
def test_all_formats_read_the_same(project: Project, names: Collection[str], language: str, seed: int) -> None:
    sheet = with_operators(project, language, set(names), seed)
    rows: files.Rows = [[cell or None for cell in row] for row in sheet.rows()]  # type: ignore[misc]
    made = {f"list.{end}": files.workbook([files.Sheet("Sheet1", rows)], end) for end in ("xlsx", "xls", "ods")}
    text = {f"{at}.csv": files.text_file(rows, *how) for at, how in enumerate(TEXTS)}
    for name, data in (made | text).items():
        assert right_or_asks(from_file(name, data, project), sheet.figures.items()), name


@few
@given(plain, languages, seeds)
def test_a_list_on_its_side(project: Project, names: Collection[str], language: str, seed: int) -> None:
    sheet = with_operators(project, language, {*names, "shuffled columns"}, seed)
    table = [[sheet.headers[c], *(line[c] for line in sheet.people)] for c in sheet.columns]
    rows: Rows = [*sheet.title, [], *table]
    width = max(map(len, rows))
    reading = read(project, [[*row, *[""] * (width - len(row))] for row in rows])
    assert right_or_asks(reading, sheet.figures.items())


@few
@given(plain, languages, seeds)
def test_a_sheet_a_day_is_one_sheet_with_sections(
    project: Project, names: Collection[str], language: str, seed: int
) -> None:
    sheet = with_operators(project, language, {*names, "two days"}, seed)
    head = [sheet.headers[c] for c in sheet.columns]
    grids: list[Grid] = []
    for line in sheet.lines:
        if isinstance(line, list):
            grids.append(Grid(str(line[0]), [[event_of(sheet)], [], head]))
        else:
            grids[-1].rows.append([line.get(c, "") for c in sheet.columns])  # type: ignore[attr-defined]
    one = read(project, sheet.rows())
    apart = read_workbook(Workbook("days.xlsx", "xlsx", grids), project)
    for reading in (one, apart):
        assert right_or_asks(reading, sheet.figures.items())


def _title(sheet: Sheet, what: str) -> str:
    return {
        "activity": sheet.label(VocabularyKind.ACTIVITY, sheet.activity),
        "city": sheet.label(VocabularyKind.CITY, sheet.city),
        "date": written(sheet.days[0], sheet.language),
    }[what]


def _place(sheet: Sheet, what: str, where: str) -> tuple[str, str, Hints]:
    """States a detail of the event somewhere. Returns the name of the sheet and the file, and the options."""
    text, day = _title(sheet, what), sheet.days[0]
    if where == "title":
        sheet.title.append([text])
    elif where == "label":
        sheet.title.append([f"{sheet.word(what)}:", day if what == "date" else text])
    elif where == "column":
        sheet.columns.append(what)
        for line in sheet.people:
            line[what] = day if what == "date" else text
    elif where == "sheet":
        return text, "list", Hints()
    elif where == "file":
        return "Sheet1", f"list {day if what == 'date' else text}", Hints()
    else:
        value = {"activity": sheet.activity, "city": sheet.city}.get(what, day)
        return "Sheet1", "list", Hints(**{what: value})  # type: ignore[arg-type]
    return "Sheet1", "list", Hints()


places = st.sampled_from(("title", "label", "column", "sheet", "file", "option"))


@few
@given(plain, languages, seeds, places, places, places)
def test_a_statement_moved_stays_a_statement(
    project: Project, names: Collection[str], language: str, seed: int, activity: str, city: str, day: str
) -> None:
    sheet = with_operators(project, language, set(names), seed)
    sheet.title.clear()
    hints, named, file = Hints(), "Sheet1", "list"
    for what, where in (("activity", activity), ("city", city), ("date", day)):
        own, own_file, told = _place(sheet, what, where)
        named = own if named == "Sheet1" else named if own == "Sheet1" else f"{named} {own}"
        file = own_file if file == "list" else file if own_file == "list" else f"{file} {own_file}"
        hints = Hints(hints.activity or told.activity, hints.city or told.city, hints.date or told.date)
    book = Workbook(f"{file}.xlsx", "xlsx", [Grid(named[:90], sheet.rows())])
    try:
        reading = read_workbook(book, project, hints)
    except RefusedFile:
        return
    assert right_or_asks(reading, sheet.figures.items())


@few
@given(plain, languages, seeds, st.sampled_from(("label", "title", "option")), st.integers(1, 60))
def test_a_day_that_contradicts_another_asks(
    project: Project, names: Collection[str], language: str, seed: int, where: str, later: int
) -> None:
    sheet = with_operators(project, language, set(names), seed)
    other = sheet.days[0] + timedelta(days=later)
    hints = Hints(date=other) if where == "option" else Hints()
    if where == "label":
        sheet.title.append([f"{sheet.word('date')}:", other])
    elif where == "title":
        sheet.title.append([written(other, language)])
    reading = read(project, sheet.rows(), hints)
    assert reading is None or reading.questions or reading.rejected


Marks = Callable[[Random, str], str]
MEANS: dict[str, Marks] = {
    "tick": lambda chance, name: "x",
    "check": lambda chance, name: "✓",
    "time": lambda chance, name: f"{chance.randint(9, 10)}:{chance.randint(10, 59)}",
    "initials": lambda chance, name: "".join(word[0] for word in name.split()),
    "minutes": lambda chance, name: f"{chance.randint(40, 118)} min",
}
headers = ("present", "sign", "arrived", "Kamolda", "Belimar tar")


@pytest.mark.parametrize("means", sorted(MEANS))
@fewer
@given(plain, languages, seeds, st.sampled_from(headers))
def test_presence_by_any_means_is_the_same(
    project: Project, means: str, names: Collection[str], language: str, seed: int, header: str
) -> None:
    sheet = with_operators(project, language, set(names), seed)
    sheet.columns.append("mark")
    sheet.headers["mark"] = sheet.word(header) if header in ("present", "sign", "arrived") else header
    for line in sheet.people:
        line["mark"] = MEANS[means](sheet.chance, str(line["name"]))
    sheet.insert(sheet.person(mark=""))
    assert right_or_asks(read(project, sheet.rows()), sheet.figures.items())


@few
@given(plain, languages, seeds, syllables)
def test_an_unknown_heading_over_people_asks_and_moves_nobody(
    project: Project, names: Collection[str], language: str, seed: int, parts: list[str]
) -> None:
    sheet = with_operators(project, language, set(names), seed)
    heading = f"{''.join(parts).capitalize()} {parts[0]}{parts[-1]}"
    people = [sheet.person() for _turn in range(2)]
    sheet.foot += [[heading], *([line.get(c, "") for c in sheet.columns] for line in people)]
    reading = read(project, sheet.rows())
    assert reading is None or [question.kind for question in reading.questions] == ["heading"]
    assert reading is None or sum(figures_of(reading).values()) <= sum(sheet.figures.values())


@few
@given(plain, languages, seeds, syllables)
def test_an_unknown_word_of_some_asks_once(
    project: Project, names: Collection[str], language: str, seed: int, parts: list[str]
) -> None:
    sheet = with_operators(project, language, set(names), seed)
    sheet.columns.append("present")
    for at, line in enumerate(sheet.people):
        line["present"] = "".join(parts) if at < 2 else sheet.word("yes")
    reading = read(project, sheet.rows())
    assert reading is None or len(reading.questions) == 1
    assert reading is None or sum(figures_of(reading).values()) <= sum(sheet.figures.values())
