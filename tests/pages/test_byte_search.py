"""No name, address or number of any sheet can be read in anything that the program writes: every byte is looked at."""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from babel import Locale

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.exports import files, frames
from liaison_metrics.exports.frames.audit import audit
from liaison_metrics.reports import pack
from liaison_metrics.reports.making import make as make_report
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.installation import demo
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.intake import import_file, importing
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import AttendanceRow, Reading
from tests.conftest import ROOT
from tests.corpus.faults import FOLDER, all_faults
from tests.corpus.made import all_shapes
from tests.corpus.made import make as make_sheet
from tests.corpus.world import Person, World
from tests.made_up import WORLD
from tests.pages.conftest import Page
from tests.pages.needles import Needles, contents
from tests.services.figures import TABLES

LONG_ENOUGH = 6
"""A part of a name is looked for from so many letters on: shorter ones stand in any compressed file by chance."""

DIGITS = 7
"""So many digits at the end of a phone number are looked for: what a country writes before them differs."""

SOME_SHAPES = 8
PAGES = ("", *sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
SOME_PAGES = ("people", "history", "data_protection")


COUNTRIES = {name.casefold() for name in Locale("en").territories.values()}
"""Reports name countries, of which a name may be a part."""


@dataclass
class Told:
    """What the sheets say of people: names, addresses and numbers, and the words that may stand anywhere."""

    names: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)

    def add(self, person: Person | AttendanceRow) -> None:
        self.names.add(person.name or "")
        self.addresses.add(person.email or "")
        self.phones.add(person.phone or "")

    def words(self, elsewhere: set[str]) -> set[str]:
        """What is looked for: whole names in both orders, long and rare parts of them, addresses, digits of numbers."""
        names = {" ".join(name.split()) for name in self.names if len(name) >= LONG_ENOUGH and " " in name.strip()}
        turned = {" ".join(reversed(name.split())) for name in names}
        parts = {part for name in names for part in re.findall(r"[^\W\d_]+", name) if len(part) >= LONG_ENOUGH}
        phones = {re.sub(r"\D", "", phone) for phone in self.phones}
        return {
            *names, *turned,
            *(p for p in parts if p.casefold() not in elsewhere and not any(p.casefold() in one for one in COUNTRIES)),
            *(address for address in self.addresses if "@" in address),
            *(phone[-DIGITS:] for phone in phones if len(phone) >= DIGITS),
        }  # fmt: skip


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Notes whatever made-up sheets say of people: those who count as read, all others as made."""
    found, encode, person = Told(), importing.encode_rows, World.person

    def noted(reading: Reading, *others: object) -> object:
        for row in reading.attendances:
            found.add(row)
        return encode(reading, *others)

    def made(world: World, *arguments: object) -> Person:
        found.add(one := person(world, *arguments))
        return one

    monkeypatch.setattr(importing, "encode_rows", noted)
    monkeypatch.setattr(World, "person", made)
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything is written: the store, what is temporary, and what is made of the store."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "temporary"))
    return tmp_path


def sheets(project: Project, *, every: bool) -> Iterator[tuple[str, bytes]]:
    """The sheets of the tests, or some of each kind of them."""
    step = 1 if every else max(len(all_shapes()) // SOME_SHAPES, 1)
    yield from WORLD.items()
    for name in [*all_shapes()][::step]:
        sheet = make_sheet(name, 1)
        yield sheet.file, sheet.data
    for fault in all_faults()[:: step or 1]:
        yield fault.file, (FOLDER / fault.name).read_bytes()
    for name, text in [*demo._sheets(project)][::step]:
        yield name, text.encode()


def written(workspace: Workspace, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Everything that can be taken away: tables, reports for publication and exact, the record; and a backup."""
    for table, made in TABLES.items():
        for form in ("csv", "xlsx", "json", "parquet"):
            yield f"{table}.{form}", files.write(table, made(workspace, actor=COORDINATOR), form)
    for threshold in (None, 5):
        report = make_report(workspace, threshold=threshold, actor=COORDINATOR)
        yield from pack.render(report, [*pack.FORMS]).items()
    record = audit(entries(workspace, COORDINATOR)[1])
    yield "audit.csv", files.write("audit", record, "csv")
    backup = make_backup(workspace, folder / "backups", COORDINATOR)
    yield backup.path.name, backup.path.read_bytes()


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.whole)], ids=["some", "every"])
def test_no_byte_tells_a_name_an_address_or_a_number(
    workspace: Workspace, page: Page, folder: Path, told: Told, caplog: pytest.LogCaptureFixture, every: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    (folder / "backups").mkdir()
    blank = files.write("events", frames.events(workspace, actor=COORDINATOR), "xlsx")
    imported = []
    for name, data in sheets(workspace.project, every=every):
        with suppress(LiaisonError):  # some of the sheets are refused
            imported.append(import_file(workspace, name, data, actor=COORDINATOR).upload)
    kept = [number for number in imported if number]
    assert len(kept) > (100 if every else 8)
    for name in PAGES if every else SOME_PAGES:
        assert not page(name).exception
    uploads.undo(workspace, kept[0], COORDINATOR)
    taken = dict(written(workspace, folder))
    taken |= {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    taken["log"] = caplog.text.encode()

    words = told.words(_words_of_the_program(workspace))
    in_any_workbook = set().union(*map(Needles(words).found_in, contents(blank)))  # as in the font Estrangelo
    needles = Needles(words - in_any_workbook)
    with workspace.store.reading() as connection:
        originals = [kept_file(connection, workspace.secret, number) for number in kept[:5]]
    assert any(needles.found_in(part) for content in originals for part in contents(content)), "it finds what is there"
    assert {"liaison.db", "liaison.db-wal"} <= {Path(name).name for name in taken}
    found = {name: set().union(*map(needles.found_in, contents(content))) for name, content in taken.items()}
    assert {name: words for name, words in found.items() if words} == {}


def _words_of_the_program(workspace: Workspace) -> set[str]:
    """Words of the program, its project and the titles of events: a name that is one of them may stand anywhere."""
    places = [path for end in ("py", "toml", "typ", "css", "csv") for top in ("liaison_metrics", "data")
              for path in (ROOT / top).rglob(f"*.{end}")]  # fmt: skip
    events = frames.events(workspace, actor=COORDINATOR)["title"].tolist()
    texts = [path.read_text("utf-8") for path in places] + events
    return {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+", text)}
