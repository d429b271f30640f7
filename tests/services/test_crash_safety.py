"""An import that is killed at any instant leaves all of its upload or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.engine import open_store
from tests.conftest import PROJECT_FILE, ROOT
from tests.services.conftest import row, sheet

pytestmark = pytest.mark.slow

PEOPLE = 12_000
IMPORT = """
import sys
from pathlib import Path
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import ImportRun, UploadedFile, run_import
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace

url, project, key, file = sys.argv[1:]
workspace = open_workspace(Settings(database_url=url, project_file=Path(project), secret_key_file=Path(key)))
data = Path(file).read_bytes()
print("begins", flush=True)
run = ImportRun(progress=lambda share, step: print(share, flush=True))
run_import(workspace, UploadedFile("long.csv", data), actor=COORDINATOR, run=run)
print("ended", flush=True)
"""


def test_all_or_nothing(database_url: str, tmp_path: Path) -> None:
    long = tmp_path / "long.csv"
    long.write_bytes(sheet(*(row(f"A{n} B{n}", email=f"p{n}@example.org") for n in range(PEOPLE))))
    whole = _seconds(database_url, tmp_path, long, None)
    assert _people(database_url) == PEOPLE
    outcomes = set()
    for share in (0.05, 0.3, 0.55, 0.7, 0.8, 0.9, 0.96, 1.0):
        _empty(database_url)
        _seconds(database_url, tmp_path, long, whole * share)
        outcomes.add(_people(database_url))
    assert outcomes <= {0, PEOPLE} and 0 in outcomes


def _seconds(url: str, folder: Path, file: Path, until: float | None) -> float:
    """Imports in a process of its own, which is killed after some seconds; returns how long it worked."""
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORT, url, str(PROJECT_FILE), str(folder / "secret.key"), str(file)],
        stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None and process.stdout.readline() == b"begins\n"
    start = time.perf_counter()
    try:
        process.wait(until)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
    return time.perf_counter() - start


def _people(url: str) -> int:
    store = open_store(Settings(database_url=url).url)
    with store.reading() as connection:
        people = int(connection.scalar(text("SELECT count(*) FROM attendance")) or 0)
        forms = int(connection.scalar(text("SELECT count(*) FROM name_form")) or 0)
        standing = int(connection.scalar(text("SELECT count(*) FROM upload WHERE undone_at IS NULL")) or 0)
        revision = int(connection.scalar(text("SELECT revision FROM installation")) or 0)
        changes = int(connection.scalar(text("SELECT max(revision) FROM change")) or 0)
        if connection.dialect.name == "sqlite":
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
    store.close()
    assert revision == changes and forms == people and standing == (1 if people else 0)
    return people


def _empty(url: str) -> None:
    from liaison_metrics.store import uploads as stored

    store = open_store(Settings(database_url=url).url)
    with store.writing() as connection:
        stored.remove_facts(connection, stored.active_uploads(connection))
    store.close()
