"""The pack: HTML says what ``indicators --format json`` says, archives are the same bytes, what is issued stays."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import html as parsing

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.exports.indicators_json import indicators_as_json
from liaison_metrics.reports import issued, pack
from liaison_metrics.reports.forms.html import html
from liaison_metrics.reports.making import make
from liaison_metrics.reports.publishing import for_publication
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from tests.bench.stores import fill
from tests.bench.world import made_up
from tests.conftest import PROJECT_FILE
from tests.examples import cases
from tests.made_up import WORLD, sheet

pytestmark = pytest.mark.slow

RARE = sheet("2021-06-01", "Kassel", range(70, 73), community="Somali", title="<b>&=1+1")
ALL = list(pack.FORMS)


@pytest.fixture(scope="module", params=cases(("small",), ("empty", "larger")))
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder: Path = tmp_path_factory.mktemp(f"pack-{request.param}")
    settings = Settings(database_url=f"sqlite:///{folder / 'liaison.db'}", project_file=PROJECT_FILE)
    workspace = open_workspace(settings)
    if request.param == "small":
        for name, data in (WORLD | {"rare.csv": RARE}).items():
            import_file(workspace, name, data, actor=COORDINATOR)
    elif request.param == "larger":
        workspace.close()
        fill(settings, made_up(workspace.project, attendances=2000, people=500, events=60))
        workspace = open_workspace(settings)
    yield workspace
    workspace.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Workspace]:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'liaison.db'}", project_file=PROJECT_FILE)
    workspace = open_workspace(settings)
    for name in ("graz_sewing.csv", "palermo_fair.csv"):
        import_file(workspace, name, WORLD[name], actor=COORDINATOR)
    yield workspace
    workspace.close()


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def number(text: str) -> int:
    return int(text.replace(",", "").replace("−", "-"))


def table(section: Any, title: str) -> list[tuple[str, list[str]]]:
    """The lines of a table by its title: what each is about, and its cells."""
    found = []
    for one in section.iter("table"):
        if re.sub(r" \(\d+/\d+\)$", "", words(one.find("caption"))) == title:
            found += [[words(cell) for cell in row] for row in one.find("tbody")]
    return [(row[0], row[1:]) for row in found]


def facts(section: Any) -> dict[str, str]:
    return {words(one.find("dt")): words(one.find("dd")) for one in section.findall(".//dl/div")}


def column(lines: Sequence[tuple[str, list[str]]], *, left_out: tuple[str, ...]) -> dict[str, int]:
    return {label: number(cells[-2]) for label, cells in lines if label not in left_out and number(cells[-2])}


def test_html_says_the_same(world: Workspace, before_the_end: date) -> None:
    report = make(world, actor=COORDINATOR)
    page = parsing.fromstring(html(report).decode())
    for told in indicators_as_json(world, actor=COORDINATOR)["indicators"]:
        section = page.get_element_by_id(f"report-{told['code']}")
        said = facts(section)
        names = {"Target": "target", "Reached": "reached", "Identified": "identified", "At least": "floor"}
        names |= {"Unidentified": "unidentified", "Attendances": "attendances", "Plan to date": "plan"}
        assert {name: number(said[name]) for name in names} == {name: told[key] for name, key in names.items()}
        for dimension, title in (("city", "By city"), ("community", "By community")):
            labels = {line.code: line.label for line in report.indicator(told["code"]).by(dimension).lines}
            expected = {labels[code]: people for code, people in told[f"by_{dimension}"].items() if people}
            lines = table(section, title)
            assert column(lines, left_out=("Total", "in more than one city")) == expected
            if dimension == "city":
                sums = dict(lines)
                assert number(sums["in more than one city"][-2]) == -told["overlap"]
                assert number(sums["Total"][-2]) == told["reached"]


def test_html_needs_nothing_beside_it_and_says_everywhere_what_it_is(world: Workspace) -> None:
    report = make(world, Scope(city="graz"), actor=COORDINATOR)
    content = html(report)
    page = parsing.fromstring(content.decode())
    assert not re.search(rb"(src|href)=\"(?!#)|url\((?!#)|@import|<script", content)
    links = {one.get("href")[1:] for one in page.iter("a")}
    assert links <= {one.get("id") for one in page.iter("section")}
    screens = page.find_class("screen")
    assert screens
    for one in screens:
        foot = words(one.find("footer"))
        assert "Graz · events up to" in foot and "Draft" in foot and report.counting in foot
    assert len(table(page.get_element_by_id("report-events"), "Events")) == len(report.events)
    assert b"<b>&=1+1" not in content
    assert html(report) == content


def test_hidden_missing_and_zero_stay_different(small: Workspace) -> None:
    import_file(small, "rare.csv", RARE, actor=COORDINATOR)
    page = parsing.fromstring(html(for_publication(make(small, actor=COORDINATOR))).decode())
    gaps = {words(one) for one in page.find_class("quiet-word")}
    assert "not stated" in gaps
    assert all(gap != "0" for gap in gaps)
    assert "are hidden to protect privacy" in words(page)


def test_the_pack_is_the_same_bytes_for_the_same_report(world: Workspace) -> None:
    report = for_publication(make(world, actor=COORDINATOR))
    files = pack.render(report, ALL)
    assert pack.render(report, ALL) == files
    again = pack.zipped(dict(reversed(files.items())))
    assert pack.zipped(files) == again
    archive = zipfile.ZipFile(io.BytesIO(again))
    assert archive.testzip() is None and archive.namelist() == sorted(files)
    assert all(name.startswith("LIAISON-report-2022-04-02") and "exact" not in name for name in files)
    assert {pack.single(report, form) for form in ALL} <= set(files.values())


def test_made_up_data_are_marked_in_every_name_and_on_every_sheet(small: Workspace) -> None:
    report = replace(for_publication(make(small, actor=COORDINATOR)), made_up=True)
    files = pack.render(report, ["xlsx", "csv", "png"])
    assert all("-demo" in name.rpartition("/")[2] for name in files)
    book = openpyxl.load_workbook(io.BytesIO(next(file for name, file in files.items() if name.endswith(".xlsx"))))
    front, *tables = book.worksheets
    assert "Sample data" in " ".join(str(cell.value) for row in front.iter_rows() for cell in row)
    for one in tables:
        head, *lines = [row[-1] for row in one.iter_rows(values_only=True)]
        marks = {"made-up"} if one.max_row > 1 else set()  # no community is mapped, and no skill is recorded
        assert (head, set(lines) - {None}) == ("sample_data", marks), one.title


def test_an_issued_pack_stays_as_it_was(small: Workspace) -> None:
    done = issued.issue(
        small, "Interim", lambda: make(small, actor=COORDINATOR), lambda report: pack.render(report, ALL), COORDINATOR
    )
    files = archive.files_of(small, done.number, actor=COORDINATOR)
    assert all(name.startswith("LIAISON-report-1-2022-04-02-exact") for name in files)
    assert b"Report no. 1" in files["LIAISON-report-1-2022-04-02-exact.html"]
    import_file(small, "conference.csv", WORLD["conference.csv"], actor=COORDINATOR)
    assert archive.files_of(small, done.number, actor=COORDINATOR) == files
    assert archive.digest(files) == done.digest
    assert pack.render(make(small, actor=COORDINATOR), ALL) != files
