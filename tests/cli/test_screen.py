"""Helps and errors of a call, in the language of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from liaison_metrics.cli.screen import agreed
from liaison_metrics.texts import speaking
from tests.cli.conftest import runner


def test_a_wrong_call_is_explained_in_the_language(tmp_path: Path) -> None:
    run = runner(tmp_path, "screen.db")
    unknown = run("--language", "de", "upload")
    assert unknown.returncode == 2
    assert "Aufruf: liaison-metrics [OPTIONEN] BEFEHL" in unknown.stderr
    assert "Den Befehl „upload“ gibt es nicht. Meinten Sie uploads?" in unknown.stderr
    assert "„liaison-metrics --help“ zeigt, was es gibt." in unknown.stderr
    assert run("--language", "it", "import").stderr.splitlines()[2] == "Manca PATH…."
    assert "--sample: Skriv 0 eller mere." in run("--language", "da", "audit-pack", "--sample", "-1").stderr
    assert "ID: Γράψτε έναν ακέραιο αριθμό." in run("--language", "el", "uploads", "undo", "x").stderr
    assert run("import", "--city").stderr == "--city needs a value.\n"


def test_the_help_speaks_the_language(tmp_path: Path) -> None:
    run = runner(tmp_path, "screen.db")
    help_text = run("--language", "el", "report", "--help").stdout
    assert "Χρήση:" in help_text and "Επιλογές:" in help_text and "Εντολές:" in help_text
    assert not any(word in help_text for word in ("Usage", "Options", "Commands", "Show this"))
    assert (
        run("report", "list", "--help").stdout.splitlines()[-1].split("--help")[1].strip() == "Show this help and end."
    )
    assert "Commands:" in run().stderr


@pytest.mark.parametrize(
    ("spoken", "typed", "yes"),
    [("de", "Ja", True), ("el", "ν", True), ("it", "y", True), ("da", "nej", False), ("en", "", False)],
)
def test_a_question_is_asked_and_answered_in_the_language(spoken: str, typed: str, yes: bool) -> None:
    program, heard = typer.Typer(), []
    program.command()(lambda: heard.append(agreed("?")))
    with speaking(spoken):
        asked = CliRunner().invoke(program, [], input=f"{typed}\n").output
    assert heard == [yes] and ("[y/N]" in asked) == (spoken == "en")
