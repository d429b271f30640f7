"""Sheets that the reader once got wrong, by their kind, one file for each. It gets them right."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from liaison_metrics.domain.project import Project
from tests.corpus.faults import FOLDER, FOLDERS, Fault, Outcome, all_faults, outcome_of


@pytest.mark.parametrize("fault", all_faults(), ids=lambda fault: fault.name)
def test_the_reader_is_right(fault: Fault, project: Project) -> None:
    outcome, said = outcome_of(fault, project)
    assert outcome is Outcome.RIGHT, said


def test_every_file_has_its_truth() -> None:
    files = {f"{folder}/{path.name}" for folder in FOLDERS for path in (FOLDER / folder).iterdir()}
    assert files - {f"{folder}/truth.json" for folder in FOLDERS} == {fault.name for fault in all_faults()}


@pytest.mark.parametrize("seed", ["1", "4"])
def test_the_order_of_sets_changes_no_reading(seed: str) -> None:
    command = [sys.executable, "-m", "tests.corpus.faults"]
    said = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    outcomes = [line.split()[0] for line in said.stdout.splitlines()[: len(all_faults())]]
    assert set(outcomes) == {Outcome.RIGHT}, said.stdout
