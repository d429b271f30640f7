"""The commands about the rights of participants. What identifies a person comes from standard input alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from liaison_metrics.cli.commands import app
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import open_workspace
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet

ANA = "ana@example.org\n\n\n\n"


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path}/liaison.db")
    monkeypatch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
    rows = (row("Ana Korba", email="ana@example.org"), row("Cem Halost", email="cem@example.org"))
    import_file(open_workspace(), "one.csv", sheet(*rows), actor=COORDINATOR)


def call(*arguments: str, typed: str) -> Result:
    return CliRunner().invoke(app, arguments, input=typed, catch_exceptions=True)


def test_forget_shows_what_is_found_and_writes_a_receipt(tmp_path: Path) -> None:
    found = call("people", "forget", "--dry-run", typed=ANA)
    assert found.exit_code == 0 and "1 attendance, 1 event, 1 upload, 1 row in files" in found.output
    receipt = tmp_path / "receipt.txt"
    done = call("people", "forget", "--yes", "-o", str(receipt), typed=ANA)
    assert done.exit_code == 0, done.output
    assert "Receipt no. 1" in receipt.read_text(encoding="utf-8")
    for said in (found.output, done.output, receipt.read_text(encoding="utf-8")):
        assert "ana" not in said.lower().replace("an answer", "")
    assert call("people", "forget", "--yes", typed=ANA).exit_code != 0, "gone"


def test_a_birth_date_is_not_repeated() -> None:
    wrong = call("people", "forget", typed="\n\nAna Korba\n3.4.1990\n")
    assert wrong.exit_code == 2 and "3.4.1990" not in wrong.output and "Korba" not in wrong.output


def test_access_writes_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    file = tmp_path / "ana.html"
    done = call("people", "access", "-o", str(file), typed=ANA)
    assert done.exit_code == 0 and "1 attendance is in" in done.output and "Korba" not in done.output
    assert "Ana Korba" in file.read_text(encoding="utf-8") and file.stat().st_mode & 0o077 == 0
    assert call("people", "access", "-o", str(tmp_path / "ana.doc"), typed=ANA).exit_code == 2


def test_retention_is_shown_and_nothing_is_deleted_too_early() -> None:
    shown = call("retention", "show", typed="")
    assert shown.exit_code == 0 and "5 years after the final payment" in shown.output and "originals: 1" in shown.output
    assert "attendances: 2" in call("retention", "purge", "--dry-run", typed="").output
    assert call("retention", "purge", "--yes", typed="").exit_code != 0
    assert "originals: 1" in call("retention", "show", typed="").output
