"""The template: filled in with words of its own lists it reads back in every language; untouched it counts nobody."""

from __future__ import annotations

import io
from datetime import date
from itertools import zip_longest

import openpyxl
import pytest

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, import_file
from liaison_metrics.services.intake.workbooks.template import LANGUAGES, headers, template
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Reading
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.words.headers import meaning_of

PEOPLE = ("Bruno Conti", "Chiara Dahl", "Dario Elis")


def opened(project: Project, language: str) -> tuple[str, openpyxl.Workbook]:
    name, data = template(project, language)
    return name, openpyxl.load_workbook(io.BytesIO(data))


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write(page: object, row: int, language: str, **cells: object) -> None:
    places = {cell.value: cell.column for cell in page[1]}  # type: ignore[index]
    for meaning, value in cells.items():
        page.cell(row, places[headers(language)[meaning]], value)  # type: ignore[attr-defined]


def choices(book: openpyxl.Workbook, header: str) -> list[str]:
    """The words that a column offers, as its validation list says."""
    page = book.worksheets[0]
    letter = next(cell.column_letter for cell in page[1] if cell.value == header)
    rule = next(one for one in page.data_validations.dataValidation if str(one.sqref).startswith(f"{letter}2:"))
    sheet, cells = rule.formula1.lstrip("=").replace("$", "").split("!")
    return [cell.value for (cell,) in book[sheet.strip("'")][cells]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_people_filled_in_read_back_exactly(project: Project, language: str) -> None:
    name, book = opened(project, language)
    page = book.worksheets[0]
    label = project.label
    for row, (person, community) in enumerate(zip(PEOPLE, ("syrian", "local", "not_stated"), strict=True), start=3):
        write(
            page, row, language, date=date(2021, 3, row), city=label(VocabularyKind.CITY, "graz", language),
            activity=label(VocabularyKind.ACTIVITY, "project_fair", language), title="Fair", name=person,
            email=f"p{row}@example.org", phone="0664 123456", birth_year=1980 + row,
            gender=label(VocabularyKind.GENDER, "female", language),
            community=label(VocabularyKind.COMMUNITY, community, language),
            group=label(VocabularyKind.GROUP, "community_member", language),
            role=label(VocabularyKind.ROLE, "participant", language),
        )  # fmt: skip
    staff = label(VocabularyKind.ROLE, "staff", language)
    write(
        page, 6, language, date=date(2021, 3, 3), city="Graz", activity="Info-session", name="Edda Fabbri", role=staff
    )
    reading = read_sheet(name, saved(book), project)
    assert not reading.questions and not reading.rejected and not reading.headcounts
    assert [(e.activity, e.city, e.date, e.title) for e in reading.events] == [
        ("project_fair", "graz", date(2021, 3, row), "Fair") for row in (3, 4, 5)
    ]
    assert [(a.name, a.email, a.phone, a.birth_year, a.community, a.group, a.gender) for a in reading.attendances] == [
        (person, f"p{row}@example.org", "0664 123456", 1980 + row, community, "community_member", "female")
        for row, person, community in zip((3, 4, 5), PEOPLE, ("syrian", "local", None), strict=True)
    ]
    assert [row.row for row in reading.not_counted] == [6]
    assert _left_out(reading) == [(2, "example"), (2, "example")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_its_lists_is_understood(project: Project, language: str) -> None:
    name, book = opened(project, language)
    page = book.worksheets[0]
    lists = {
        kind: choices(book, headers(language)[kind.value]) for kind in VocabularyKind if kind is not VocabularyKind.ROLE
    }
    for row, words in enumerate(zip_longest(*lists.values()), start=3):
        said = {kind.value: word or lists[kind][0] for kind, word in zip(lists, words, strict=True)}
        write(page, row, language, date=date(2021, 3, 3), name=f"Person {'abcdefghijklmnopqrstuvwxyz'[row]}", **said)
    reading = read_sheet(name, saved(book), project)
    assert not reading.questions and not reading.rejected
    assert {event.activity for event in reading.events} == set(project.codes(VocabularyKind.ACTIVITY))
    assert {event.city for event in reading.events} == set(project.codes(VocabularyKind.CITY))
    for kind in (VocabularyKind.COMMUNITY, VocabularyKind.GROUP, VocabularyKind.GENDER):
        found = {getattr(row, kind.value) or NOT_STATED for row in reading.attendances}
        assert found == set(project.codes(kind)) | ({NOT_STATED} & found)
    roles = choices(book, headers(language)["role"])
    assert roles == [project.label(VocabularyKind.ROLE, code, language) for code in ("participant", "staff")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headcounts_filled_in_read_back(project: Project, language: str) -> None:
    name, book = opened(project, language)
    page = book.worksheets[1]
    for row, (community, people) in enumerate((("syrian", 12), ("local", 30)), start=3):
        write(
            page, row, language, date=date(2021, 6, 1), city=project.label(VocabularyKind.CITY, "vejle", language),
            activity=project.label(VocabularyKind.ACTIVITY, "school_lab", language), title="Lab",
            community=project.label(VocabularyKind.COMMUNITY, community, language),
            gender=project.label(VocabularyKind.GENDER, "male", language), people=people,
        )  # fmt: skip
    reading = read_sheet(name, saved(book), project)
    assert [(h.community, h.gender, h.people) for h in reading.headcounts] == [
        ("syrian", "male", 12), ("local", "male", 30),
    ]  # fmt: skip
    assert not reading.questions and not reading.rejected and not reading.attendances
    assert [(e.activity, e.city, e.date, e.title) for e in reading.events] == [
        ("school_lab", "vejle", date(2021, 6, 1), "Lab")
    ]


def test_a_headcount_includes_the_people_on_the_list(project: Project, workspace: Workspace) -> None:
    name, book = opened(project, "en")
    event = {"date": date(2021, 6, 1), "city": "Vejle", "activity": "Skill-transfer workshop", "title": "Cooking"}
    for row, person in enumerate(PEOPLE[:2], start=3):
        write(book.worksheets[0], row, "en", name=person, **event)
    write(book.worksheets[1], 3, "en", people=5, **event)
    report = import_file(workspace, name, saved(book), actor=COORDINATOR)
    (counted,) = report.events
    assert (counted.count.listed, counted.count.unlisted, counted.count.people) == (2, 3, 5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_untouched_it_counts_nobody_and_says_so(project: Project, language: str, workspace: Workspace) -> None:
    report = import_file(workspace, *template(project, language), actor=COORDINATOR)
    assert (report.status, report.rows_read, report.questions) == (FileStatus.REFUSED, 0, [])
    assert report.message == "This file lists nobody."
    assert report.hint == "Write one person per row under the headers. Examples, totals and notes are not counted."
    assert [reason for table in report.tables for _row, reason in table.left_out if reason == "example"] == [
        "example"
    ] * 2


def test_who_writes_over_the_example_counts(project: Project) -> None:
    name, book = opened(project, "de")
    write(book.worksheets[0], 2, "de", name="Bruno Conti")
    write(book.worksheets[1], 2, "de", community="Somalisch", people=7)
    reading = read_sheet(name, saved(book), project)
    assert [row.name for row in reading.attendances] == ["Bruno Conti"]
    assert [row.people for row in reading.headcounts] == [7] and not reading.rejected


def test_its_headers_are_words_of_the_reader() -> None:
    for language in LANGUAGES:
        found = {meaning: meaning_of(header) for meaning, header in headers(language).items()}
        assert found == {meaning: meaning for meaning in found}


def _left_out(reading: Reading) -> list[tuple[int, str]]:
    return [(row, why) for table in reading.tables for row, why in table.left_out if why == "example"]
