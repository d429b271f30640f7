"""The routes beside the pages: downloads and live updates."""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, TypeVar

import httpx
import pandas as pd
import pytest
from starlette.applications import Starlette

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import corrections, listing, planned, series
from liaison_metrics.services.events.planned import STATES
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.uploads import mark_demonstration
from liaison_metrics.web.downloads import PICTURES, TABLES, WHOLE_TABLES
from liaison_metrics.web.guards.middleware import middleware
from liaison_metrics.web.routes import routes
from tests.made_up import log
from tests.pages.conftest import Page, html

Result = TypeVar("Result")


def run(task: Coroutine[Any, Any, Result]) -> Result:
    """Runs a task in its own thread, because the browser tests leave an event loop running in theirs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, task).result(10)


class Client:
    """Requests the routes without a server."""

    def get(self, address: str, host: str = "localhost", params: dict[str, str] | None = None) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=Starlette(routes=routes(), middleware=middleware()))
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.get(address, headers={"Host": host}, params=params)

        return run(ask())


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_a_csv(filled: Workspace, client: Client, name: str) -> None:
    answer = client.get(f"/export/{name}.csv?indicator=IND3&city=graz")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert "attachment" in answer.headers["content-disposition"]
    assert len(list(csv.reader(io.StringIO(answer.text)))) > 1
    assert "example.org" not in answer.text


@pytest.mark.parametrize("name", [*TABLES, *WHOLE_TABLES])
def test_every_table_is_parquet_too(filled: Workspace, client: Client, name: str) -> None:
    asked = "indicator=IND3&city=graz&event=1"
    answer = client.get(f"/export/{name}.parquet?{asked}")
    text = client.get(f"/export/{name}.csv?{asked}").content.decode("utf-8-sig")
    assert answer.headers["content-disposition"].endswith(".parquet")
    found = pd.read_parquet(io.BytesIO(answer.content)).astype(object)
    assert [list(found), *found.where(found.notna(), "").astype(str).values.tolist()] == list(
        csv.reader(io.StringIO(text, newline=""))
    )


NAMES = {
    "export/indicators.csv?": "LIAISON_all-figures_2022-04-02.csv",
    "export/by-city.csv?indicator=IND1&as_of=2021-12-31": "LIAISON_IND1_by-city_2021-12-31.csv",
    "export/by-community.csv?indicator=IND1&city=graz": "LIAISON_IND1_by-community_graz_2022-04-02.csv",
    "export/cross.csv?indicator=IND3&rows=age_band": "LIAISON_IND3_by-age-band-and-city_2022-04-02.csv",
    "export/event_list.csv?": "LIAISON_event-list_2022-04-02.csv",
}


@pytest.mark.parametrize(("address", "name"), NAMES.items())
def test_a_file_is_named_after_what_it_holds(filled: Workspace, client: Client, address: str, name: str) -> None:
    answer = client.get(f"/{address}")
    assert answer.headers["content-disposition"].endswith(f"''{name}")
    assert "sample_data" not in answer.text


def test_made_up_data_are_marked_in_every_table_and_name(filled: Workspace, client: Client) -> None:
    with filled.store.writing() as connection:
        mark_demonstration(connection, True)
    for table in (*TABLES, *WHOLE_TABLES):
        answer = client.get(f"/export/{table}.csv?indicator=IND1&event=1")
        assert answer.headers["content-disposition"].endswith("-demo.csv")
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert rows and {row["sample_data"] for row in rows} == {"made-up"}
    name = client.get("/report-file/indicators.csv?").headers["content-disposition"]
    assert "-demo-indicators.csv" in name


def test_a_table_by_city_is_that_alone(filled: Workspace, client: Client) -> None:
    text = client.get("/export/by-city.csv?indicator=IND1").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    people = [(row["breakdown"], row["code"], int(row["reached"])) for row in rows]
    assert people == [
        ("city", "palermo", 30), ("city", "graz", 20), ("city", "vejle", 12), ("overlap", "city", 22),
        ("total", "", 40),
    ]  # fmt: skip


def test_tables_take_the_filters_of_the_pages(filled: Workspace, client: Client) -> None:
    def rows(table: str, **asked: str) -> list[dict[str, str]]:
        text = client.get(f"/export/{table}.csv", params={"indicator": "IND3", **asked}).content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    for table in ("events", "attendances"):
        assert {row["city"] for row in rows(table)} > {row["city"] for row in rows(table, city="graz")} == {"graz"}
        assert max(row["date"] for row in rows(table, as_of="2021-03-31")) <= "2021-03-31"
        assert {row["activity"] for row in rows(table, activity="project_fair")} == {"project_fair"}
    (one, *_others) = sorted({row["community"] for row in rows("attendances")})
    assert {row["community"] for row in rows("attendances", community=one)} == {one}
    assert {row["indicator"] for row in rows("indicators", indicator="IND1")} == {"IND1"}
    whole, part = (rows("indicators", **asked)[0] for asked in ({}, {"city": "graz", "as_of": "2021-12-31"}))
    assert {row["indicator"] for row in rows("indicators", indicator="")} == {"IND1", "IND2", "IND3"}
    assert int(whole["reached"]) > int(part["reached"]) > 0 and part["as_of"] == "2021-12-31"


@pytest.mark.parametrize("state", [*STATES, ""])
def test_the_list_of_events_is_the_page_s(filled: Workspace, client: Client, page: Page, state: str) -> None:
    import_file(filled, "log.csv", log("Graz", ("2021-03-04", "Spring", 5)), actor=COORDINATOR)
    series.make_series(filled, [one.number for one in listing.all_events(filled, actor=COORDINATOR)[-2:]], COORDINATOR)
    number = next(one.number for one in listing.all_events(filled, actor=COORDINATOR) if one.fact.city == "vejle")
    corrections.correct(filled, number, COORDINATOR, title="Songs")
    planned.plan(filled, EventFact(0, "school_lab", "vejle", date(2022, 3, 1), "Lab"), 60, COORDINATOR)
    drawn = html(page("events", state=state))
    (link,) = re.findall(r'href="(export/event_list\.csv[^"]*)"', drawn)
    text = client.get("/" + link.replace("&amp;", "&")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    shown = planned.matching(
        filled.project, planned.listed(filled, actor=COORDINATOR), planned.EventChoice(state=state)
    )
    states = [one.state.replace("no_sheet", "planned") for one in shown]
    assert [(row["title"], row["state"]) for row in rows] == [
        (one.fact.title, told) for one, told in zip(shown, states, strict=True)
    ]
    assert rows and all(
        f">{row['title']}<" in html(page("events", state=state)) for row in rows if "<" not in row["title"]
    )


def test_a_long_table_is_streamed(filled: Workspace, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = client.get("/export/attendances.csv").content
    monkeypatch.setattr(figures, "AT_A_TIME", 2)
    answer = client.get("/export/attendances.csv")
    assert answer.content == whole and len(whole.splitlines()) > 10
    assert "content-length" not in answer.headers and "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_a_png(filled: Workspace, client: Client, name: str) -> None:
    answer = client.get(f"/picture/{name}.png?indicator=IND1")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_an_empty_store_has_pictures(workspace: Workspace, client: Client) -> None:
    assert all(client.get(f"/picture/{name}.png").status_code == 200 for name in PICTURES)


def test_a_table_by_two_dimensions_adds_up(filled: Workspace, client: Client) -> None:
    lines = list(csv.DictReader(io.StringIO(client.get("/export/cross.csv").content.decode("utf-8-sig"))))
    people = {(line["row"], line["column"]): int(line["reached"]) for line in lines}
    assert people["senegalese", "graz"] == 10
    cities = [n for (row, column), n in people.items() if row == "total" and column not in ("total", "overlap")]
    assert sum(cities) + people["total", "overlap"] == people["total", "total"] == 40


def test_unknown_filters_are_refused(filled: Workspace, client: Client) -> None:
    answer = client.get("/export/indicators.csv?city=atlantis")
    assert answer.status_code == 404
    assert "city" in answer.text


def test_other_host_names_are_refused(filled: Workspace, client: Client) -> None:
    assert client.get("/live/revision", host="evil.example").status_code == 400
    assert client.get("/live/revision").json() == {"revision": filled.revision()}


def test_a_template_in_each_language(filled: Workspace, client: Client) -> None:
    for language in ("de", "el"):
        answer = client.get(f"/template.xlsx?language={language}")
        assert answer.status_code == 200 and answer.content.startswith(b"PK")
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''LIAISON%20")
    assert client.get("/template.xlsx?language=xx").status_code == 404


def test_a_sign_in_sheet_by_link(filled: Workspace, client: Client) -> None:
    number = planned.plan(filled, EventFact(0, "info_session", "graz", date(2021, 5, 4), "Tea"), 0, COORDINATOR)
    for form, begins in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        answer = client.get(f"/sign-in-sheet.{form}?plan={number}&language=it")
        assert answer.status_code == 200 and answer.content.startswith(begins)
        assert "LIAISON%20foglio%20firme%202021-05-04%20Graz" in answer.headers["content-disposition"]
    assert client.get(f"/sign-in-sheet.pdf?plan={number}&language=xx").status_code == 404
    assert client.get("/sign-in-sheet.pdf?plan=tea").status_code == 404
