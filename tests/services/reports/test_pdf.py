"""The report as PDF and pictures, opened with another library: the same numbers, readable by everybody."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from liaison_metrics import format as fmt
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.exports.indicators_json import indicators_as_json
from liaison_metrics.reports.forms import event_sheets as sheets
from liaison_metrics.reports.forms.pdf import pdf
from liaison_metrics.reports.forms.png import png
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import OTHER_LINES, Figures, Line, Report
from liaison_metrics.reports.publishing import for_publication
from liaison_metrics.reports.words import as_of_words
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.texts import speaking
from tests.bench.stores import fill
from tests.bench.world import made_up
from tests.conftest import PROJECT_FILE
from tests.examples import cases
from tests.made_up import WORLD, sheet

pytestmark = pytest.mark.slow

on_one = pytest.mark.parametrize("world", ["small"], indirect=True, scope="module")
"""For tests of what does not depend on the project: each makes a PDF, which takes a second."""

HARD_TITLE = 'a #strong[b] $x$ *c* "d" \\e <f> @g Ελλάδα Київ 中文 বাংলা 😀'


@pytest.fixture(scope="module", params=cases(("small",), ("empty", "larger")))
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A small made-up project; in the whole run also an empty one, which ``test_forms_agree`` reads each time, and one
    of some thousand attendances."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    settings = Settings(database_url=f"sqlite:///{folder / 'liaison.db'}", project_file=PROJECT_FILE)
    workspace = open_workspace(settings)
    if request.param == "small":
        rare = sheet("2021-06-01", "Kassel", range(70, 73), community="Somali")
        for name, data in (WORLD | {"rare.csv": rare}).items():
            import_file(workspace, name, data, Options(), actor=COORDINATOR)
    elif request.param == "larger":
        workspace.close()
        fill(settings, made_up(workspace.project, attendances=4000, people=900, events=90))
        workspace = open_workspace(settings)
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def report(world: Workspace) -> Report:
    return make(world, actor=COORDINATOR)


@pytest.fixture(scope="module")
def opened(report: Report) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(report)))


def words_of(page: Any) -> str:
    """The text of a page in one line."""
    return " ".join(page.extract_text().split())


def objects(opened: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the file: fonts, tags, pages."""
    for number in sorted(opened.xref[0]):
        found = opened.get_object(number)
        if isinstance(found, DictionaryObject):
            yield found


def told(world: Workspace) -> list[dict[str, Any]]:
    return json.loads(json.dumps(indicators_as_json(world, actor=COORDINATOR)))["indicators"]


def line(label: str, people: int) -> str:
    """How a table says a line: the label, identified, unidentified, and last the people reached."""
    return rf"{re.escape(label)} [\d,]+ [\d,]+ {fmt.number(people)} "


def pages_of(opened: PdfReader, code: str, title: str) -> str:
    """The text of the pages of one indicator: from its heading to the next one's."""
    texts = [words_of(page) for page in opened.pages]
    first = next(n for n, text in enumerate(texts) if n > 1 and f"{code} · {title}" in text)
    further = (n for n, text in enumerate(texts) if n > first and ("· Draft" in text) and _begins(text))
    return " ".join(texts[first : next(further)])


def _begins(text: str) -> bool:
    return bool(re.search(r"publication (IND\d ·|Cities )", text))


def test_the_pages_say_what_the_command_line_says(world: Workspace, report: Report, opened: PdfReader) -> None:
    summary = words_of(opened.pages[0])
    for one in told(world):
        pages = pages_of(opened, one["code"], one["title"])
        assert f"{fmt.number(one['reached'])} of {fmt.number(one['target'])}" in summary
        for label in ("Target", "Reached", "Identified", "Unidentified", "Attendances"):
            assert f" {label} {fmt.number(one[label.lower()])} " in pages
        assert f" At least {fmt.number(one['floor'])} " in pages
        for dimension in ("city", "community"):
            for code, people in one[f"by_{dimension}"].items():
                label = next(x.label for x in report.indicator(one["code"]).by(dimension).lines if x.code == code)
                assert re.search(line(label, people), pages), (label, people)
        assert f"in more than one city {fmt.number(-one['overlap'])} {fmt.number(-one['overlap'])} " in pages


@on_one
def test_the_summary_is_one_page_however_many_communities_there_are(report: Report) -> None:
    text = [words_of(page) for page in PdfReader(io.BytesIO(pdf(_with_communities(report, 60)))).pages]
    assert "funded by the European Union" in text[0] and "Contents and project" in text[1]
    assert re.search(r" \d+ others ([\d,]+ ){3}Total ", text[0])
    folded = words_of(PdfReader(io.BytesIO(pdf(_with_communities(report, 60, folded=2)))).pages[0])
    assert re.search(r" other communities ([\d,]+ ){3}Total ", folded)


def _with_communities(report: Report, number: int, folded: int = 0) -> Report:
    """The report with further communities of nobody, and a line for some that are hidden."""
    further = [Line(f"c{n}", f"Community {n}", Figures(0, 0, 0)) for n in range(number)]
    if folded:
        further.append(Line(OTHER_LINES, "", Figures(9, 4, 5), tuple(f"h{n}" for n in range(folded))))
    wide = []
    for one in report.indicators:
        own = (replace(by, lines=(*by.lines, *further)) if by.dimension == "community" else by for by in one.breakdowns)
        wide.append(replace(one, breakdowns=tuple(own)))
    return replace(report, indicators=tuple(wide))


def test_every_page_says_what_it_is(report: Report, opened: PdfReader) -> None:
    for number, page in enumerate(opened.pages, start=1):
        words = words_of(page)
        assert f"{as_of_words(report)} · Draft" in words
        assert report.counting in words
        assert "Exact figures, not for publication" in words
        assert f"Page {number} of {len(opened.pages)}" in words


@on_one
def test_a_page_of_made_up_data_or_of_an_issued_report_says_so(report: Report) -> None:
    made = PdfReader(io.BytesIO(pdf(replace(report, made_up=True, number="7"))))
    for page in made.pages:
        assert "Sample data: made-up people and events" in words_of(page)
        assert "· Report no. 7" in words_of(page)


def test_it_is_tagged_and_has_language_title_and_fonts(opened: PdfReader) -> None:
    root = opened.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert opened.metadata and opened.metadata.title == "LIAISON: people reached by 2 Apr 2022"
    found = list(objects(opened))
    descriptors = [one for one in found if one.get("/Type") == "/FontDescriptor"]
    assert descriptors and all({"/FontFile2", "/FontFile3"} & set(one) for one in descriptors)
    tags = [str(one["/S"]) for one in found if "/P" in one and "/S" in one]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= set(tags)
    assert all(one.get("/Alt") for one in found if one.get("/S") == "/Figure")
    assert next(one.title for one in opened.outline if not isinstance(one, list)) == opened.metadata.title


def test_a_title_in_another_language_is_marked(report: Report) -> None:
    with speaking("de"):
        found = list(objects(PdfReader(io.BytesIO(pdf(replace(report, language="de"))))))
    assert "en" in {one.get("/Lang") for one in found}


def test_a_listener_finds_every_table_by_its_heading(report: Report, opened: PdfReader) -> None:
    tags = list(_tags(opened.trailer["/Root"]["/StructTreeRoot"]))
    levels = [int(name[2:]) for name, _title in tags if re.fullmatch(r"/H\d", name)]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    titles = [title for name, title in tags if name == "/H2"]
    assert titles.count("Over time") == len(report.indicators) and "By city" in titles
    assert "Objectives" in {title for name, title in tags if name in ("/H1", "/H2")}
    before = {above for above, below in pairwise(tags) if below[0] == "/Table"}
    assert before and {name for name, _title in before} <= {"/H1", "/H2", "/H3"}


def _tags(part: Any) -> Iterator[tuple[str, str]]:
    """The names and titles of the tags in reading order, without those that only group others."""
    if "/S" in part and part["/S"] not in ("/Div", "/Document"):
        yield str(part["/S"]), str(part.get("/T", ""))
    below = part.get("/K", [])
    for one in below if isinstance(below, list) else [below]:
        inner = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(inner, DictionaryObject) and "/S" in inner:
            yield from _tags(inner)


def test_charts_are_vectors(opened: PdfReader) -> None:
    assert not any(one.get("/Subtype") == "/Image" for one in objects(opened))


@on_one
def test_titles_may_hold_any_letters(report: Report) -> None:
    hard = replace(report, events=(replace(report.events[0], title=HARD_TITLE), *report.events[1:]))
    for made in (pdf(hard), sheets.event_sheets(hard)):
        words = " ".join(words_of(page) for page in PdfReader(io.BytesIO(made)).pages).replace(" ", "")
        assert 'a#strong[b]$x$*c*"d"\\e<f>@gΕλλάδαКиївZhongWen' in words


@on_one
@pytest.mark.parametrize(
    "title", ["\x00\x01\b\x7f", "\u200bz\u2028", "A\u20dd 1\ufe0f\u20e3", "\u202eevil", "e\u0301\u0323\u035c"]
)
def test_no_title_is_refused(report: Report, title: str) -> None:
    assert sheets.event_sheets(replace(report, events=(replace(report.events[0], title=f"Circle {title}"),)))


def test_what_is_published_keeps_hidden_what_is_hidden(report: Report) -> None:
    if not report.events:
        pytest.skip("nobody to hide")
    published = for_publication(report)
    text = " ".join(words_of(page) for page in PdfReader(io.BytesIO(pdf(published))).pages)
    for one in published.indicators:
        for found in one.by("community").lines:
            if found.folded:
                assert f"other communities ({len(found.folded)}) {fmt.number(found.people.reached)}" in text
    assert "not for publication" not in text
    assert "not stated unknown" in text and "not applicable no such figure is possible" in text


@on_one
def test_a_part_of_the_project_has_no_plan(world: Workspace) -> None:
    opened = PdfReader(io.BytesIO(pdf(make(world, Scope(city="graz"), actor=COORDINATOR))))
    assert opened.metadata and opened.metadata.title == "LIAISON · Graz: people reached by 2 Apr 2022"
    text = words_of(opened.pages[2])
    assert "Plan to date not applicable" in text and "State not applicable" in text


def test_an_event_has_a_sheet(report: Report) -> None:
    made = PdfReader(io.BytesIO(sheets.event_sheets(report)))
    texts = [words_of(page) for page in made.pages]
    assert all("Check against your programme's template" in text for text in texts)
    assert len(texts) == 1 + len(report.events)
    assert "funded by the European Union" in texts[0]
    for event, text in zip(report.events, texts[1:], strict=True):
        assert f" Number {event.number} " in text
        assert f" Participants {event.people.reached} " in text and f" Dates {fmt.day(event.date)} " in text
        assert "In person or online not stated" in text and "Description not stated" in text
        for found in event.by("gender").lines:
            assert f" {found.label} {found.people.reached} " in text
    everybody = next((one.part for one in report.strands if one.strand is one.country is None), None)
    if everybody:
        assert f" {everybody.people.reached:,} {everybody.events} " in texts[0]


@on_one
def test_of_very_many_events_the_latest_have_a_sheet(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_SHEETS", 2)
    made = PdfReader(io.BytesIO(sheets.event_sheets(report)))
    assert len(made.pages) == 3
    assert f"This file has sheets for the latest 2 of {len(report.events)} events" in words_of(made.pages[0])
    assert f" Number {report.events[-1].number} " in words_of(made.pages[2])


def test_pictures_are_twice_a_screens_size(report: Report) -> None:
    found = png(report)
    for one in report.indicators:
        assert {f"{one.code}-card.png", f"{one.code}-over-time.png", f"{one.code}-by-city.png"} <= set(found)
    for picture in found.values():
        with Image.open(io.BytesIO(picture)) as opened:
            points = 170 / 25.4 * 72 + 40
            assert opened.width == pytest.approx(points / 72 * 96 * 2, abs=2)
    assert "summary.png" in found
