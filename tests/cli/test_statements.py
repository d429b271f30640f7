"""The command that lists statements."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import runner


def test_statements_are_listed_by_quarter_and_partner(tmp_path: Path) -> None:
    run = runner(tmp_path, "liaison.db")
    listed = run("statements", "--json", "--partner", "compass")
    found = json.loads(listed.stdout)["statements"]
    assert listed.returncode == 1 and found[-1]["period"] == "2020-Q1"
    assert {(one["partner"], one["state"], one["changes"]) for one in found} == {("compass", "missing", 0)}
    assert "no statement yet" in run("statements").stdout
    assert run("statements", "--partner", "nobody").returncode == 2
