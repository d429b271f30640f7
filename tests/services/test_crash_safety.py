"""An import that is killed at any instant leaves all of its upload or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_metrics.services.workspace.key_file import read_key_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.tables.fact_encryption import FactEncryption
from tests.conftest import PATIENCE, PROJECT_FILE
from tests.fork_server import forked, has_ended
from tests.services.conftest import row, sheet

pytestmark = pytest.mark.slow

PEOPLE = 2_500
IMPORT = """
import os, signal, sys, threading
from pathlib import Path
from sqlalchemy import Engine, event
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import ImportRun, UploadedFile, run_import
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace

url, project, key, file = sys.argv[1:5]
last, delay = int(sys.argv[5]), float(sys.argv[6])
workspace = open_workspace(Settings(database_url=url, project_file=Path(project), secret_key_file=Path(key)))
data = Path(file).read_bytes()
steps = []

def kill():
    os.kill(os.getpid(), signal.SIGKILL)

def count(step):
    steps.append(step)
    if len(steps) == last:
        threading.Timer(delay, kill).start() if delay else kill()

event.listen(Engine, "before_cursor_execute", lambda *_: count("statement"))
event.listen(Engine, "commit", lambda *_: count("commit"))
run_import(workspace, UploadedFile("long.csv", data), actor=COORDINATOR, run=ImportRun())
print(*steps)
"""
KILLS = 3
WITHIN = 0.01
"""Seconds after a statement began: it may be at work, or done on a fast machine. Either way, all or nothing."""


def test_all_or_nothing(database_url: str, tmp_path: Path) -> None:
    long = tmp_path / "long.csv"
    long.write_bytes(sheet(*(row(f"A{n} B{n}", email=f"p{n}@example.org") for n in range(PEOPLE))))
    steps = _import(database_url, tmp_path, long)
    assert _people(database_url) == PEOPLE and "commit" in steps
    first_commit = steps.index("commit") + 1
    kills = [(1, 0.0), (first_commit, 0.0), (first_commit, WITHIN), (len(steps), 0.0), (0, 0.0)]
    for n in range(KILLS):
        kills.append((1 + n * len(steps) // KILLS, WITHIN))
    outcomes = []
    for last, delay in kills:
        _empty(database_url, tmp_path)
        _import(database_url, tmp_path, long, last, delay)
        outcomes.append(_people(database_url))
    assert set(outcomes) == {0, PEOPLE}, "killed before the first statement, and not at all"


def _import(url: str, folder: Path, file: Path, last: int = 0, delay: float = 0.0) -> list[str]:
    """Imports in a process of its own, which is killed some seconds after it began step *last*; returns the statements
    and commits of a process that is not killed."""
    said = folder / "steps.txt"
    arguments = (url, str(PROJECT_FILE), str(folder / "secret.key"), str(file), str(last), str(delay))
    process = forked(["-c", IMPORT, *arguments], os.environ, said)
    assert has_ended(process, PATIENCE)
    return said.read_text().split()


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


def _empty(url: str, folder: Path) -> None:
    from liaison_metrics.store import uploads as stored

    store = open_store(Settings(database_url=url).url)
    store.encrypt_facts_with(FactEncryption(read_key_file(folder / "secret.key")))
    with store.writing() as connection:
        stored.remove_facts(connection, stored.active_uploads(connection))
    store.close()
