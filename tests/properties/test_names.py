"""No name vanishes, and no word is stronger than a row: whole lists of names, and the reader's own words as names."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

import pytest
from faker.providers import person

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Grid, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.whole]

ROWS = 300
"""People on one list."""

OTHERS = (
    ("Maria", "Steinbauer"), ("Rana", "Darwish"), ("Edin", "Begić"), ("Horst", "Gruber"), ("Lina", "Haddad"),
    ("Olga", "Pichler"), ("Senad", "Delić"), ("Amra", "Softić"), ("Julia", "Weiß"),
)  # fmt: skip
"""Usual names on every list, so that one with few names is a list too."""

TITLE: list[list[Cell]] = [["Skill-transfer workshop, Graz, 12 May 2021"], []]
LAYOUTS = ("name", "given, family", "family, given")
Name = tuple[str, str]


def listed(layout: str, names: Sequence[Name]) -> Grid:
    """A list of people by their given and family names, from the fourth row on."""
    rows: list[list[Cell]]
    if layout == "name":
        head: list[Cell] = ["No.", "Name", "Community", "Phone"]
        rows = [[at, f"{a} {b}", "Syrian", f"+43 664 {1000000 + at}"] for at, (a, b) in enumerate(names, 1)]
    elif layout == "given, family":
        head = ["No.", "First name", "Last name", "Community"]
        rows = [[at, a, b, "Syrian"] for at, (a, b) in enumerate(names, 1)]
    else:
        head = ["Last name", "First name", "Present"]
        rows = [[b, a, "x"] for a, b in names]
    every = [*TITLE, head, *rows]
    return Grid("Sheet1", [[*row, *[""] * (len(head) - len(row))] for row in every])


def lost(project: Project, layout: str, names: Iterable[Name]) -> list[Name]:
    """Returns the people who are not exactly one named attendance, and of whom nothing is asked or rejected."""
    rest, found = iter(names), []
    while part := list(islice(rest, ROWS)):
        everyone = [*OTHERS, *part]  # a list may begin with an example, so usual names come first
        try:
            reading = read_workbook(Workbook("x.xlsx", "xlsx", [listed(layout, everyone)]), project, Hints())
        except RefusedFile:
            continue
        found += [everyone[row - 4] for row in _lost_rows(reading, len(everyone))]
    return found


def _lost_rows(reading: Reading, people: int) -> Iterator[int]:
    if any(question.blocking for question in reading.questions):
        return
    told = {row.row for row in reading.rejected} | {row for one in reading.questions for row in one.rows}
    named = [row.row for row in reading.attendances if row.name]
    for row in range(4, people + 4):
        if named.count(row) != 1 and row not in told:
            yield row


@cache
def names_of_the_world() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the given and the family names of all languages that Faker knows."""
    given: dict[str, None] = {}
    family: dict[str, None] = {}
    for locale in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{locale.name}").Provider
        for kind, found in (("first_names", given), ("last_names", family)):
            for sex in ("", "_male", "_female", "_nonbinary"):
                names = getattr(provider, kind + sex, ())
                found |= dict.fromkeys(map(str, names if isinstance(names, Iterable) else ()))
    return tuple(given), tuple(family)


@cache
def words_of_the_reader() -> tuple[str, ...]:
    """Returns the single words of the reader's lists, as names are written."""
    folder = ROOT / "liaison_metrics" / "sheets" / "words" / "languages"
    texts = (text for file in sorted(folder.glob("*.toml")) for text in _texts(tomllib.loads(file.read_text("utf-8"))))
    return tuple(dict.fromkeys(text.capitalize() for text in texts if text.isalpha() and len(text) >= 3))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_name_vanishes(project: Project, layout: str) -> None:
    given, family = names_of_the_world()
    assert len(given) > 20_000 and len(family) > 20_000
    turn = slice(
        LAYOUTS.index(layout), None, len(LAYOUTS)
    )  # each name in one layout: all in all take three times as long
    assert lost(project, layout, ((name, "Pichler") for name in given[turn])) == []
    assert lost(project, layout, (("Maria", name) for name in family[turn])) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_is_stronger_than_a_row(project: Project, layout: str) -> None:
    words = words_of_the_reader()
    assert len(words) > 3_000
    assert lost(project, layout, ((word, "Pichler") for word in words)) == []
    assert lost(project, layout, (("Maria", word) for word in words)) == []
