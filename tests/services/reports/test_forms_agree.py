"""Every form of the report, opened with another library, says what the command line says in JSON: of an empty project,
of sheets as partners bring them, of a large project; exact and for publication."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser, sync_playwright

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.reports import pack
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.publishing import for_publication
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.sheets.model import Hints
from tests.bench.stores import fill
from tests.bench.world import made_up
from tests.browser.conftest import FLAGS, installed_chromium
from tests.cli.conftest import runner
from tests.conftest import PROJECT_FILE
from tests.corpus import made as corpus
from tests.examples import cases
from tests.made_up import WORLD
from tests.services.reports.readers import READERS, Pack, Told, from_html, tags_and_language

pytestmark = pytest.mark.slow

EVERYTHING = (
    "target", "plan", "status", "reached", "identified", "unidentified", "floor", "attendances", "by_city", "overlap",
    "by_community", "contained",
)  # fmt: skip
OF_TABLES = ("target", "reached", "identified", "unidentified", "by_city", "overlap", "by_community")
CARRIED: Mapping[str, tuple[str, ...]] = {
    "pdf": EVERYTHING, "html": EVERYTHING, "xlsx": EVERYTHING, "csv": OF_TABLES,
    "xml": tuple(key for key in OF_TABLES if key != "overlap"),
}  # fmt: skip
"""All that each form has of what the JSON says; nothing of it may be missing."""

PROJECTS = ("empty", "sheets", "large")
FORMS = [pytest.param(form, marks=[pytest.mark.browser] if form == "html" else []) for form in CARRIED]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the command line says in JSON, and the report in all its forms: exact and for publication."""

    said: Told
    exact: Pack
    published: Pack


def fill_with_sheets(settings: Settings) -> None:
    """Brings sheets in many shapes, as partners have them; where questions stay open, what is known counts."""
    workspace = open_workspace(settings)
    for name in sorted(corpus.all_shapes())[::6]:
        made = corpus.make(name, 1)
        args = {key: date.fromisoformat(said) if key == "date" else said for key, said in made.args.items()}
        import_file(workspace, made.file, made.data, Options(hints=Hints(**args)), actor=COORDINATOR)
    for name, data in WORLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    workspace.close()


def fill_largely(settings: Settings) -> None:
    """Fills a store with ten thousand attendances."""
    workspace = open_workspace(settings)
    workspace.close()
    fill(settings, made_up(workspace.project, attendances=10_000, people=2_500, events=150))


@pytest.fixture(scope="module", params=cases(("empty", "sheets"), ("large",)))
def shown(request: pytest.FixtureRequest, project: Project, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    home: Path = tmp_path_factory.mktemp(f"shown-{request.param}")
    settings = Settings(database_url=f"sqlite:///{home / 'liaison.db'}", project_file=PROJECT_FILE)
    {"sheets": fill_with_sheets, "large": fill_largely}.get(request.param, lambda settings: None)(settings)
    told = json.loads(runner(home, "liaison.db")("indicators", "--format", "json").stdout)
    said = {one["code"]: one for one in told["indicators"]}
    kinds = (VocabularyKind.CITY, VocabularyKind.COMMUNITY)
    codes = {project.label(kind, code, "en"): code for kind in kinds for code in project.codes(kind)}
    codes["Not stated"] = "not_stated"
    workspace = open_workspace(settings)
    exact = make(workspace, actor=COORDINATOR)
    packs = (written(one, home / name) for name, one in (("exact", exact), ("published", for_publication(exact))))
    shown = Shown(said, *(Pack(folder, list(said), codes) for folder in packs))
    workspace.close()
    return shown


def written(report: Report, folder: Path) -> Path:
    """The folder with all files of a report."""
    for name, content in pack.render(report, list(pack.FORMS)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_chromium(), args=FLAGS)
        yield browser
        browser.close()


def read(form: str, files: Pack, request: pytest.FixtureRequest) -> Told:
    if form == "html":
        return from_html(files, request.getfixturevalue("chromium"))
    return READERS[form](files)


def expected(form: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """What a form must say of an indicator; open data leave out what nobody has brought yet."""
    keys = CARRIED[form]
    if form == "xml" and not told["attendances"]:
        return {"target": told["target"], "by_city": {}, "by_community": {}}
    return {key: told[key] for key in keys}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(shown: Shown, form: str, request: pytest.FixtureRequest) -> None:
    assert read(form, shown.exact, request) == {code: expected(form, told) for code, told in shown.said.items()}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_published_is_the_same_but_for_what_is_hidden(
    shown: Shown, form: str, request: pytest.FixtureRequest
) -> None:
    tables = READERS["csv"](shown.published)
    for code, told in read(form, shown.published, request).items():
        wanted = expected(form, shown.said[code])
        exact, published = wanted.pop("by_community"), told.pop("by_community")
        assert told == wanted
        assert published == tables[code]["by_community"]
        assert all(people >= 5 for people in published.values())
        assert sum(published.values()) == sum(exact.values())
        published.pop("others", None)
        assert published == {line: exact[line] for line in published}


def test_the_projects_are_what_they_are_meant_to_be(shown: Shown, request: pytest.FixtureRequest) -> None:
    attendances = shown.said["IND3"]["attendances"]
    least = {"empty": 0, "sheets": 100, "large": 5_000}[request.node.callspec.params["shown"]]
    assert attendances == 0 if least == 0 else attendances >= least
    assert least == 0 or (shown.said["IND1"]["by_city"] and shown.said["IND3"]["overlap"] > 0)


def test_event_sheets_add_up_to_the_same(shown: Shown) -> None:
    """A page an event: their participants are all attendances; the last total is everybody."""
    first, *sheets = shown.exact.pages("-event-sheets.pdf")
    numbers = (re.fullmatch(r"Participants ([\d,]+)", line) for page in sheets for line in page)
    participants = [int(found[1].replace(",", "")) for found in numbers if found]
    everybody = shown.said["IND3"]
    assert len(participants) == len(sheets) and sum(participants) == everybody["attendances"]
    last = [line.split() for line in first if line.startswith("All strands all countries ")]
    assert [int(line[-2].replace(",", "")) for line in last] == ([everybody["reached"]] if sheets else [])
    assert [int(line[-1]) for line in last] == ([len(sheets)] if sheets else [])


def test_the_work_plan_is_the_same_in_every_form(shown: Shown) -> None:
    for files in (shown.exact, shown.published):
        with files.file("-work_plan.csv").open(encoding="utf-8-sig", newline="") as text:
            rows = list(csv.DictReader(text))
        assert len(rows) >= 50 and all(row["people"] for row in rows) == (files is shown.exact)
        told = [(row["label"], row["city"], int(row["planned"]), int(row["held"])) for row in rows]
        book = files.book()
        lines = list(book["Work plan"].iter_rows(min_row=2, values_only=True))
        assert [(line[0], files.codes[line[1]], line[2], line[3]) for line in lines] == told
        results = etree.parse(files.file(".xml")).findall(".//result")
        titled = {one.findtext("title/narrative"): one for one in results}
        for label in {row["label"] for row in rows}:
            held = [int(actual.get("value")) for actual in titled[f"Events: {label}"].iter("actual")]
            assert held == [row[3] for row in told if row[0] == label]
        pages = [line for page in files.pages(".pdf") for line in page]
        assert "Activities by city" in pages
        cities = {code: label for label, code in files.codes.items()}
        for label, city, planned, held in told[-6:]:
            assert any(line.startswith(f"{label} {cities[city]} {planned} {held} ") for line in pages)
        assert [line[0] for line in book["Deliverables"].iter_rows(min_row=2, values_only=True)] == [
            code for code in ("D1", "D2", "D3", "D4", "D5") if any(line.startswith(f"{code} ") for line in pages)
        ]


@pytest.mark.parametrize("end", [".pdf", "-event-sheets.pdf"])
def test_pdfs_are_tagged_in_a_language(shown: Shown, end: str) -> None:
    for files in (shown.exact, shown.published):
        language, tagged, tags = tags_and_language(files.file(end))
        assert (language, tagged) == ("en", True)
        some = end == ".pdf" or shown.said["IND3"]["attendances"] > 0
        assert "/H1" in tags and ({"/Table", "/TH", "/TD"} <= tags) == some


def test_pictures_are_of_everything(shown: Shown) -> None:
    (folder,) = (one for one in shown.exact.folder.iterdir() if one.is_dir())
    names = {one.name for one in folder.iterdir()}
    assert "summary.png" in names
    for code in shown.said:
        assert {f"{code}-card.png", f"{code}-over-time.png", f"{code}-by-city.png", f"{code}-by-community.png"} <= names
    assert all(one.read_bytes().startswith(b"\x89PNG") for one in folder.iterdir())


ORDER = {
    "result": ("title", "description", "indicator"),
    "indicator": ("title", "period"),
    "period": ("period-start", "period-end", "target", "actual"),
    "actual": ("location", "dimension", "comment"),
}


def test_open_data_keep_their_order_where_no_schema_is_at_hand(shown: Shown) -> None:
    for files in (shown.exact, shown.published):
        root = etree.parse(files.file(".xml")).getroot()
        for parent, order in ORDER.items():
            for one in root.iter(parent):
                places = [order.index(child.tag) for child in one]
                assert places == sorted(places)
        cities = {one.get("ref") for one in root.iterfind("iati-activity/location")}
        assert {one.get("ref") for one in root.iterfind(".//actual/location")} <= cities
        assert all(re.fullmatch(r"\d+", one.get("value")) for one in root.iter("actual", "target"))
        assert all(one.text for one in root.iter("narrative"))
