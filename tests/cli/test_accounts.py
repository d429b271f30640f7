"""The commands about accounts, and their JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from liaison_metrics.cli.commands import app
from liaison_metrics.errors import UnknownAccount, WrongEntry
from liaison_metrics.services.accounts import links, signing_in
from liaison_metrics.services.accounts.links import LinkPurpose
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.workspace.workspace import open_workspace
from tests.conftest import PROJECT_FILE

PASSWORD = "seven lemons on a tram"


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cheap_hashes: None) -> None:
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path}/liaison.db")
    monkeypatch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
    monkeypatch.setenv("LIAISON_PUBLIC_URL", "https://figures.example.org")


def run(*arguments: str, words: str | None = None) -> Result:
    return CliRunner().invoke(app, ["accounts", *arguments], input=words)


def test_add_prints_a_link_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", "Graz@Example.org", "--role", "partner", "--city", "graz", "--city", "vejle").exit_code == 0
    [listed] = json.loads(run("list", "--json").stdout)["accounts"]
    assert listed == {
        "email": "graz@example.org", "role": "partner", "partner": "compass", "cities": ["graz", "vejle"],
        "state": "invited", "second_factor": False, "passkeys": 0,
    }  # fmt: skip


def test_the_link_is_the_only_result() -> None:
    done = run("add", "funder@example.org", "--role", "funder")
    *_rest, token = done.stdout.split("\n")[0].split("/link/")
    assert done.stdout.startswith("https://figures.example.org/link/")
    assert links.open_link(open_workspace(), token).purpose is LinkPurpose.INVITATION


def test_a_password_from_standard_input_makes_no_link() -> None:
    done = run("add", "funder@example.org", "--role", "funder", "--password-stdin", words=f"{PASSWORD}\n")
    assert done.exit_code == 0 and "/link/" not in done.output
    visit = Visit("127.0.0.1")
    assert signing_in.check_sign_in(open_workspace(), "funder@example.org", PASSWORD, visit).role == "funder"
    assert isinstance(
        run("add", "other@example.org", "--role", "funder", "--password-stdin", words="short\n").exception, WrongEntry
    )


def test_disable() -> None:
    run("add", "funder@example.org", "--role", "funder")
    assert run("disable", "FUNDER@example.org").exit_code == 0
    assert json.loads(run("list", "--json").stdout)["accounts"][0]["state"] == "disabled"
    assert isinstance(run("disable", "nobody@example.org").exception, UnknownAccount)


@pytest.mark.parametrize("wrong", [["--role", "king"], [], ["--role", "partner", "--city", "atlantis"]])
def test_a_wrong_call_is_refused(wrong: list[str]) -> None:
    assert run("add", "x@example.org", *wrong).exit_code == 2
