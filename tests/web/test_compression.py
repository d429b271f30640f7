"""Files of the pages are sent compressed, once compressed, and to those alone who understand it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from liaison_metrics.web.guards import compression
from liaison_metrics.web.guards.compression import CompressedFiles

SCRIPT = b"const answer = 42;\n" * 500
asked: list[str] = []


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    asked.append(name)
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    kind = "font/woff2" if name.endswith(".woff2") else "application/javascript"
    body = b"short" if name == "short.js" else SCRIPT
    return Response(body, 404 if name == "none.js" else 200, {"etag": '"1"', "content-type": kind})


APP = Starlette(routes=[Route("/{folder}/js/{name}", _file)], middleware=[Middleware(CompressedFiles)])


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(compression, "_kept", {})
    asked.clear()
    yield TestClient(APP)


def get(program: TestClient, path: str, **headers: str) -> httpx.Response:
    return program.get(path, headers={"accept-encoding": "gzip, br", **headers})


def test_a_file_is_compressed_once(program: TestClient) -> None:
    for _ in range(2):
        answer = get(program, "/static/js/main.js")
        assert answer.content == SCRIPT, "as the browser reads it"
        assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "accept-encoding"
        assert int(answer.headers["content-length"]) == len(gzip.compress(SCRIPT)) < len(SCRIPT) / 10
        assert answer.headers["etag"] == 'W/"1"' and answer.headers["content-type"] == "application/javascript"
    assert asked == ["main.js"], "the second time from memory"


@pytest.mark.parametrize(
    "headers", [{"accept-encoding": "identity"}, {"range": "bytes=0-9"}, {"if-none-match": '"1"'}],
    ids=["not understood", "a part", "had already"],
)  # fmt: skip
def test_who_asks_otherwise_gets_it_as_it_is(program: TestClient, headers: dict[str, str]) -> None:
    get(program, "/static/js/main.js")
    assert "content-encoding" not in get(program, "/static/js/main.js", **headers).headers


@pytest.mark.parametrize(
    "path", ["/static/js/a.woff2", "/static/js/short.js", "/static/js/none.js", "/export/js/main.js"]
)
def test_the_rest_stays_as_it_is(program: TestClient, path: str) -> None:
    answer = get(program, path)
    assert "content-encoding" not in answer.headers and not compression._kept


def test_no_more_is_kept_than_memory_allows(program: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "MOST_KEPT", 10)
    assert get(program, "/static/js/main.js").content == SCRIPT
    assert not compression._kept
