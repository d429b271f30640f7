"""Every form of a report, opened with another library, says what ``indicators --format json`` says."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.exports.indicators_json import indicators_as_json
from liaison_metrics.reports.forms.iati import iati
from liaison_metrics.reports.forms.tidy import csv_files
from liaison_metrics.reports.forms.xlsx import xlsx
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Gap, Report
from liaison_metrics.reports.publishing import SENSITIVE, for_publication
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from tests.bench.stores import fill
from tests.bench.world import made_up
from tests.conftest import PROJECT_FILE
from tests.made_up import WORLD, sheet
from tests.services.figures import lines
from tests.unit.reports.ruleset import broken

RENDERERS: dict[str, Callable[[Report], bytes]] = {
    "xlsx": xlsx, "iati": iati, "csv": lambda report: b"".join(csv_files(report).values()),
}  # fmt: skip


@pytest.fixture(scope="module", params=["empty", "small", "larger"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """An empty project, a small made-up one, and one of some thousand attendances."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    settings = Settings(database_url=f"sqlite:///{folder / 'liaison.db'}", project_file=PROJECT_FILE)
    workspace = open_workspace(settings)
    if request.param == "small":
        sheets = WORLD | {"rare.csv": sheet("2021-06-01", "Kassel", range(70, 73), community="Somali", title="=1+1")}
        for name, data in sheets.items():
            import_file(workspace, name, data, Options(), actor=COORDINATOR)
    elif request.param == "larger":
        workspace.close()
        fill(settings, made_up(workspace.project, attendances=4000, people=900, events=90))
        workspace = open_workspace(settings)
    yield workspace
    workspace.close()


def said(workspace: Workspace) -> dict[str, Any]:
    """What the command line's JSON says, by indicator."""
    told = json.loads(json.dumps(indicators_as_json(workspace, actor=COORDINATOR)))
    return {one["code"]: one for one in told["indicators"]}


def csv_rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_what_figures_rest_on_adds_up_to_them(world: Workspace) -> None:
    exact = make(world, actor=COORDINATOR)
    for report in (exact, for_publication(exact)):
        table = openpyxl.load_workbook(io.BytesIO(xlsx(report)))["How people are known"]
        heads, *rows = [row for row in table.iter_rows(values_only=True) if any(row)]
        told = said(world)
        columns = [(code, at) for at, code in enumerate(heads) if code in told]
        assert len(columns) == len(told)
        for code, at in columns:
            numbers = [int(str(row[at])) for row in rows if row[at] is not None]
            assert sum(numbers[:3]) == told[code]["identified"]
            assert sum(numbers[:6]) == numbers[6] == told[code]["reached"]


def test_csv_says_the_same(world: Workspace) -> None:
    rows = csv_rows(csv_files(make(world, actor=COORDINATOR))["indicators"])
    for code, told in said(world).items():
        own = [row for row in rows if row["indicator"] == code]
        total = next(row for row in own if row["breakdown"] == "total")
        for name in ("reached", "identified", "unidentified", "target"):
            assert int(total[name]) == told[name]
        for dimension in ("city", "community"):
            lines = {row["code"]: int(row["reached"]) for row in own if row["breakdown"] == dimension}
            assert {line: people for line, people in lines.items() if people} == told[f"by_{dimension}"]
        overlap = {row["code"]: int(row["reached"]) for row in own if row["breakdown"] == "overlap"}
        assert overlap["city"] == told["overlap"]


def test_xlsx_says_the_same(world: Workspace, before_the_end: date) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(make(world, actor=COORDINATOR))))
    heads, *rows = book["Indicators"].iter_rows(values_only=True)
    figures = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    for code, told in said(world).items():
        found = figures[code]
        names = {"Target": "target", "Reached": "reached", "Identified": "identified", "Unidentified": "unidentified"}
        names |= {"At least": "floor", "Attendances": "attendances", "Plan to date": "plan"}
        assert {name: found[name] for name in names} == {name: told[key] for name, key in names.items()}
        for name, key in (("By city", "by_city"), ("By community", "by_community")):
            lines = [row for row in book[name].iter_rows(min_row=2, values_only=True) if row[0] == code]
            assert {row[1]: row[3] for row in lines if row[3] and row[1] not in ("overlap", "total")} == told[key]
            assert [row[3] for row in lines if row[1] == "total"] == [told["reached"]]
        between = [
            row[3] for row in book["By city"].iter_rows(min_row=2, values_only=True) if row[:2] == (code, "overlap")
        ]
        assert between == [-told["overlap"]]


def test_xlsx_is_made_for_working(world: Workspace) -> None:
    report = make(world, actor=COORDINATOR)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report)))
    assert book.properties.created.date() == report.as_of
    assert report.project.acronym == book.properties.creator and report.project.acronym in book.properties.title
    for one in book.worksheets[1:]:
        assert (one.freeze_panes, bool(one.auto_filter.ref)) == ("A2", True)
        assert all(cell.data_type != "f" for row in one.iter_rows() for cell in row)
    assert len(book["Events"]["A"]) == len(report.events) + 1
    assert {cell.number_format for row in book["By city"]["D2:F4"] for cell in row} == {"#,##0"}
    assert book["Indicators"]._charts


def test_iati_says_the_same(world: Workspace) -> None:
    root = etree.fromstring(iati(make(world, actor=COORDINATOR)))
    every = root.findall(".//result")
    results = [one for one in every if one.findtext("indicator/title/narrative").startswith("IND")]
    assert {one.get("aggregation-status") for one in root.iter("result", "indicator")} == {"0"}
    for result, told in zip(results, said(world).values(), strict=True):
        actuals = result.findall(".//actual")
        plain = [one for one in actuals if one.find("location") is None and one.find("dimension") is None]
        assert [int(one.get("value")) for one in plain] == ([told["reached"]] if told["attendances"] else [])
        assert [int(one.get("value")) for one in result.iter("target")] == [told["target"]]
        cities = {
            one.find("location").get("ref"): int(one.get("value")) for one in actuals if len(one.findall("location"))
        }
        assert cities == told["by_city"]
        dimensions = [
            (one.find("dimension"), int(one.get("value"))) for one in actuals if len(one.findall("dimension"))
        ]
        assert {d.get("value"): n for d, n in dimensions if d.get("name") == "community"} == told["by_community"]


@pytest.mark.skipif(
    "IATI_SCHEMAS" not in os.environ,
    reason="the environment variable IATI_SCHEMAS does not name the folder with IATI 2.03's official schemas",
)
@pytest.mark.parametrize("city", [None, "graz"])
@pytest.mark.parametrize("publish", [False, True])
def test_iati_keeps_the_official_schema_and_rules(world: Workspace, publish: bool, city: str | None) -> None:
    folder = Path(os.environ["IATI_SCHEMAS"])
    exact = make(world, Scope(city=city), actor=COORDINATOR)
    report = for_publication(exact) if publish else exact
    root = etree.fromstring(iati(report))
    etree.XMLSchema(etree.parse(folder / "iati-activities-schema.xsd")).assertValid(root)
    ruleset = json.loads((folder / "standard-ruleset.json").read_text(encoding="utf-8"))
    assert broken(root.getroottree().getroot(), ruleset) == []


def test_a_part_of_the_project_has_no_target_of_its_own(world: Workspace) -> None:
    report = make(world, Scope(city="graz"), actor=COORDINATOR)
    assert {(one.plan, one.status) for one in report.indicators} == {(Gap.NOT_APPLICABLE, Gap.NOT_APPLICABLE)}
    assert list(etree.fromstring(iati(report)).iter("target")) == []
    assert report.scope_words == "Graz"
    assert [city.city.code for city in report.cities] == ["graz"]


def test_events_and_their_people_add_up(world: Workspace) -> None:
    report = make(world, actor=COORDINATOR)
    rows = csv_rows(csv_files(report)["events"])
    told = lines(world, "events")
    assert [int(row["attendances"]) for row in rows] == [line["attendances"] for line in told]
    assert [row["date"] for row in rows] == [line["date"] for line in told]
    for event in report.events:
        for breakdown in event.breakdowns:
            assert sum(line.people.reached for line in breakdown.lines) == event.people.reached
    everyone = [one for one in report.strands if one.strand is None and one.country is None]
    assert [one.part.people.reached for one in everyone] == [said(world)["IND3"]["reached"]] * len(everyone)


def test_the_parts_of_cities_are_the_breakdown_by_city(world: Workspace) -> None:
    report = make(world, actor=COORDINATOR)
    for indicator in report.indicators:
        lines = {line.code: line.people for line in indicator.by("city").lines}
        for city in report.cities:
            part = dict(city.indicators)[indicator.code]
            assert part.people == lines[city.city.code]
            for breakdown in part.breakdowns:
                assert sum(line.people.reached for line in breakdown.lines) == part.people.reached


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_report_gives_the_same_bytes(world: Workspace, name: str) -> None:
    for report in (make(world, actor=COORDINATOR), for_publication(make(world, actor=COORDINATOR))):
        assert RENDERERS[name](report) == RENDERERS[name](report)


def test_no_published_form_holds_a_small_number(world: Workspace) -> None:
    report = for_publication(make(world, actor=COORDINATOR))
    for row in csv_rows(csv_files(report)["indicators"]):
        if row["breakdown"] in SENSITIVE:
            assert row["identified"] == row["unidentified"] == ""
            assert (row["reached"] == "") == (row["mark"] == "not_published")
            assert row["mark"].startswith("folded_") == (row["code"] == "others")
            assert not row["reached"] or int(row["reached"]) >= 5
    for actual in etree.fromstring(iati(report)).iter("actual"):
        if (dimension := actual.find("dimension")) is not None and dimension.get("name") in SENSITIVE:
            assert int(actual.get("value")) >= 5
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report)))
    for name in ("By community", "By gender", "By age band"):
        for row in book[name].iter_rows(min_row=2, values_only=True):
            if row[1] not in ("total", None):
                assert not isinstance(row[3], int) or row[3] >= 5
                assert row[4] == row[5] == "not published"


EVIL = (
    '=HYPERLINK("http://a.example","b")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1", "12345", "http://a.example",
    "{=1}",
)  # fmt: skip


def test_what_a_program_would_run_or_reckon_with_stays_words(world: Workspace) -> None:
    """Whatever titles and partners are called: no cell is a formula, a link or a number, in no form."""
    report = make(world, actor=COORDINATOR)
    if not report.events:
        pytest.skip("no events")
    evil = [replace(report.events[0], title=word, partner=word, number=n) for n, word in enumerate(EVIL, start=1)]
    partners = tuple(one.model_copy(update={"name": "=1+1"}) for one in report.project.partners)
    project = report.project.model_copy(update={"partners": partners})
    report = replace(report, events=tuple(evil), project=project)
    with zipfile.ZipFile(io.BytesIO(xlsx(report))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets")}
    assert parts and not any(b"<f>" in part or b"<f " in part or b"<hyperlink" in part for part in parts.values())
    rows = list(openpyxl.load_workbook(io.BytesIO(xlsx(report)))["Events"].iter_rows(min_row=2))
    assert [(row[2].value, row[7].value) for row in rows] == [(word, word) for word in EVIL]
    assert {cell.data_type for row in rows for cell in (row[2], row[7])} == {"s"}
    for row in csv_rows(csv_files(report)["events"]):
        assert not row["title"].startswith(("=", "+", "-", "@", "\t", "＝")) and row["title"].replace("'", "") in EVIL


def test_words_of_sheets_are_never_formulas(world: Workspace) -> None:
    report = make(world, actor=COORDINATOR)
    titles = [event.title for event in report.events]
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report)))
    cells = [row[2] for row in book["Events"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == titles
    assert {cell.data_type for cell in cells} <= {"s"}
    assert all(not row["title"].startswith("=") for row in csv_rows(csv_files(report)["events"]))
