"""Editing a list in place: what edited lines change of the entries that were shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from liaison_metrics.services.events.work_plan.committees.members import CommitteeMember
from liaison_metrics.ui.work_plan.editing import changes_between, day_of

A, B = CommitteeMember("graz", "local_authority", "Town"), CommitteeMember("graz", "local_authority", "School board")


def member(cells: Mapping[str, Any]) -> CommitteeMember:
    return CommitteeMember(cells["city"], cells["group"], cells["name"] or "")


def line(number: object, name: object) -> dict[str, object]:
    return {"number": number, "city": "graz", "group": "local_authority", "name": name}


def test_lines_that_stay_change_nothing() -> None:
    assert not changes_between({1: A, 2: B}, [line(1, "Town"), line(2, "School board")], member)


def test_added_changed_and_removed_lines() -> None:
    lines = [line(2, "Town"), line(None, "New"), {"number": None, "city": None, "group": None, "name": float("nan")}]
    found = changes_between({1: A, 2: B}, lines, member)
    assert [one.name for one in found.added] == ["New"]
    assert found.changed == {2: A} and set(found.removed) == {1}


def test_days_of_cells() -> None:
    assert day_of(None) is None and day_of("2020-09-30T00:00:00") == day_of(date(2020, 9, 30)) == date(2020, 9, 30)
