"""The commands about events that may be one, and their JSON: each call is a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, runner
from tests.services.event_sheets import log, people_list

pytestmark = pytest.mark.slow


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A store with one pair of events to check."""
    (tmp_path / "list.csv").write_bytes(people_list("Cooking together", 2))
    (tmp_path / "log.csv").write_bytes(log(("Kochkurs", 5)))
    call = runner(tmp_path, "events.db")
    assert call("import", str(tmp_path / "list.csv")).returncode == 0
    assert call("import", str(tmp_path / "log.csv")).returncode == 1, "a person must say whether they are one event"
    return call


def test_check_lists_the_pairs(run: Run) -> None:
    done = run("events", "check", "--json")
    assert done.returncode == 1, "a pair needs a person"
    same = {"activity": "skill_transfer_workshop", "city": "graz", "date": "2021-05-04"}
    (pair,) = json.loads(done.stdout)["pairs"]
    sides = sorted((pair["a"], pair["b"]), key=lambda one: one["title"])
    assert [side.pop("id") > 0 for side in sides] == [True, True]
    assert sides == [
        {**same, "title": "Cooking together", "listed": 2, "stated": 0},
        {**same, "title": "Kochkurs", "listed": 0, "stated": 5},
    ]
    assert pair["held_back"] == 2
    shown = run("events", "check").stdout
    assert "Kochkurs" in shown and "4 May 2021" in shown and "Graz" in shown and "graz" not in shown


@pytest.mark.parametrize(("command", "people"), [("merge", 5), ("separate", 7)])
def test_a_decision_settles_the_pair(run: Run, command: str, people: int) -> None:
    (pair,) = json.loads(run("events", "check", "--json").stdout)["pairs"]
    ids = str(pair["a"]["id"]), str(pair["b"]["id"])
    done = run("events", command, *ids, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["indicators"][0]["after"] == people
    again = run("events", "check", "--json")
    assert (again.returncode, json.loads(again.stdout)) == (0, {"pairs": []})


def test_unknown_events_are_refused(run: Run) -> None:
    refused = run("events", "merge", "1", "999")
    assert refused.returncode == 2
    assert "999" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_an_import_tells_the_sum_of_each_event_and_what_it_took_as_one(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(people_list("Cooking together", 2))
    (tmp_path / "log.csv").write_bytes(log(("Cooking Together (1)", 5)))
    run = runner(tmp_path, "sums.db")
    first = run("import", str(tmp_path / "list.csv")).stdout
    assert "  4 May 2021 · Graz · Cooking together: 2 listed\n" in first
    tried = run("import", str(tmp_path / "log.csv"), "--dry-run").stdout
    assert "0 people, 0 new to the project, unidentified people: +3" in tried
    second = run("import", str(tmp_path / "log.csv"))
    assert second.returncode == 0
    assert "Cooking Together (1): 2 listed + 3 not listed = 5, stated by this file row 2\n" in second.stdout
    assert "Taken as the same event as “Cooking together”: the titles are nearly the same." in second.stdout
