"""The history is looked up where it lies: only the uploads that are shown are read."""

from __future__ import annotations

import pytest

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, actor_of
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import row, sheet

VIFIN = actor_of("vifin")


@pytest.fixture
def brought(workspace: Workspace) -> Workspace:
    for number in range(1, 7):
        name = ("Fair_100%.csv", "fair-1000.csv", "Ünal.csv")[number % 3]
        actor = VIFIN if number == 5 else COORDINATOR
        rows = [row(f"A{number} B", city="Vejle"), *([row("C D", date="2021-02-30")] if number == 2 else [])]
        import_file(workspace, f"{number} {name}", sheet(*rows), actor=actor)
    uploads.undo(workspace, 4)
    return workspace


def numbers(workspace: Workspace, most: int = 10, **asked: str) -> list[int]:
    found = uploads.history(workspace, most, **asked)  # type: ignore[arg-type]
    assert found.total >= len(found.latest)
    return [one.id for one in found.latest]


def test_the_latest_are_read_and_all_are_counted(brought: Workspace) -> None:
    found = uploads.history(brought, 2)
    assert (found.total, [one.id for one in found.latest], dict(found.followers)) == (6, [6, 5], {})
    assert found.latest == uploads.latest(brought, 2)
    assert uploads.uploaders(brought) == [COORDINATOR.code, "vifin"]


def test_by_party_and_state(brought: Workspace) -> None:
    assert numbers(brought, made_by="vifin") == [5]
    assert numbers(brought, state="stands") == [6, 5, 3, 2, 1]
    assert numbers(brought, state="undone") == [4]
    assert numbers(brought, state="rejected") == [2]
    assert numbers(brought, state="questions") == []
    assert numbers(brought, made_by="vifin", state="undone") == []


def test_by_words_of_the_name_or_the_number(brought: Workspace) -> None:
    assert numbers(brought, words="FAIR") == [6, 4, 3, 1]
    assert numbers(brought, words="100%") == [6, 3], "what a database takes for a pattern is a letter here"
    assert numbers(brought, words=" Ünal ") == [5, 2]
    assert numbers(brought, words="2") == [2]
    assert numbers(brought, words="fair", state="undone") == [4]
    for nothing in ("no such file", "9" * 40, "²", "'; --"):
        assert numbers(brought, words=nothing) == []
