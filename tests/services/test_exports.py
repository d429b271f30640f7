"""A table that is too long to be held is handed over in parts: the same bytes, of one state, by any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import TooManyLines
from liaison_metrics.exports import files, frames
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import row, sheet

PEOPLE = [row(f"P{number} Q{number}", title="=1+1" if number % 2 else "Bread", city="Graz") for number in range(20)]


@pytest.fixture
def long(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(figures, "AT_A_TIME", 3)
    import_file(workspace, "people.csv", sheet(*PEOPLE), actor=COORDINATOR)
    return workspace


def whole(workspace: Workspace, scope: Scope | None = None) -> bytes:
    return frames.write("attendances", frames.lines(workspace, "attendances", None, scope), "csv")


def test_the_parts_are_the_whole(long: Workspace) -> None:
    for scope in (None, Scope(until=long.project.start), Scope(city="graz")):
        lines = frames.lines(long, "attendances", None, scope)
        for form in ("csv", "json"):
            parts = list(frames.in_parts(long, "attendances", form, scope=scope))
            assert b"".join(parts) == frames.write("attendances", lines, form)
            assert len(parts) == (8 if lines else 1)
    assert b"".join(frames.in_parts(long, "events", "json")) == frames.write(
        "events", frames.lines(long, "events"), "json"
    )


def test_parts_are_of_one_state_and_hold_nobody_to_it(long: Workspace) -> None:
    before = whole(long)
    parts = frames.in_parts(long, "attendances", "csv")
    begun = [next(parts), next(parts)]
    uploads.undo(long, 1, COORDINATOR)
    import_file(long, "other.csv", sheet(row("Somebody Else", city="Vejle")), actor=COORDINATOR)
    assert len(frames.lines(long, "attendances")) == 1, "whoever asks anew sees what is new"
    with ThreadPoolExecutor(1) as pool:
        begun += pool.submit(list[bytes], parts).result()
    assert b"".join(begun) == before


def test_a_workbook_that_cannot_hold_a_table_is_refused(long: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LINES_OF_A_SHEET", 21)
    assert next(frames.in_parts(long, "attendances", "xlsx")).startswith(b"PK")
    monkeypatch.setattr(files, "LINES_OF_A_SHEET", 20)
    with pytest.raises(TooManyLines, match="room for 19 lines"):
        next(frames.in_parts(long, "attendances", "xlsx"))


def test_parts_that_nobody_takes_give_their_connection_back(long: Workspace) -> None:
    for _turn in range(40):
        next(iterator := frames.in_parts(long, "attendances", "csv"))
        next(iterator)
        iterator.close()  # type: ignore[attr-defined]
    assert len(frames.lines(long, "attendances")) == 20
