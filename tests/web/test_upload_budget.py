"""Files that exceed the memory for waiting files are refused before they are read."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from liaison_metrics.ui.upload.queue.budget import MOST_BYTES, MOST_BYTES_OF_ALL
from liaison_metrics.web.guards import upload_budget
from liaison_metrics.web.guards.upload_budget import UploadBudget, has_room


def test_one_visit_and_all_together_have_a_limit() -> None:
    assert has_room({}, "me", MOST_BYTES) and not has_room({}, "me", MOST_BYTES + 1)
    assert has_room({"me": 5}, "me", MOST_BYTES - 5) and not has_room({"me": 6}, "me", MOST_BYTES - 5)
    others = {str(n): MOST_BYTES for n in range(MOST_BYTES_OF_ALL // MOST_BYTES)}
    left = MOST_BYTES_OF_ALL - sum(others.values())
    assert has_room(others, "me", left) and not has_room(others, "me", left + 1)


def status(length: str, path: str = "/_stcore/upload_file/me/1", method: str = "PUT", encoding: str = "") -> int:
    answers: list[int] = []

    async def app(_scope: Any, _receive: Any, _send: Any) -> None:
        answers.append(204)

    async def receive() -> dict[str, Any]:
        raise AssertionError("the body is read")

    async def send(message: Any) -> None:
        answers.append(message.get("status", 0))

    headers = [(b"content-length", length.encode())] if length else []
    headers += [(b"transfer-encoding", encoding.encode())] if encoding else []
    scope = {"type": "http", "method": method, "path": path, "headers": headers}
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, UploadBudget(app)(scope, receive, send)).result(10)  # type: ignore[arg-type]
    return answers[0]


@pytest.mark.parametrize(("length", "expected"), [("10", 204), ("11", 413), ("", 411), ("-1", 411)])
def test_a_file_without_room_is_not_read(length: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_budget, "received", lambda: {"me": MOST_BYTES - 10})
    assert status(length) == expected
    assert status(length, method="DELETE") == 204 and status("99", path="/live/revision") == 204


def test_a_file_in_chunks_is_as_long_as_its_sender_wants() -> None:
    assert status("10", encoding="chunked") == 411, "whatever length stands beside it"
