"""README, CONTRIBUTING and docs/ say what is true: settings, commands, pages, links, files and make targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from liaison_metrics.cli.commands import app
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.web.routes import routes
from tests.conftest import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
README = DOCUMENTS[0].read_text(encoding="utf-8")

document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def code_in(text: str) -> list[str]:
    """The lines of code blocks, and the code within the text."""
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [line for block in blocks for line in block.splitlines()] + spans


def section(heading: str) -> str:
    """The part of README under a heading."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"README has no section “{heading}”"
    return found[1]


def first_column(heading: str) -> list[str]:
    """The first cells of the table in a section of README, without its head."""
    rows = [line.split("|")[1].strip() for line in section(heading).splitlines() if line.startswith("|")]
    return [re.sub(r"[`*]", "", cell) for cell in rows[2:]]


def commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[str]:
    """All commands that do something, as their words."""
    if hasattr(command, "commands"):
        if command.invoke_without_command:
            yield " ".join(words)
        for name, each in command.commands.items():
            yield from commands(each, (*words, name))
    else:
        yield " ".join(words)


COMMANDS = set(commands(typer.main.get_command(app)))


def test_every_setting_is_in_the_readme_and_no_other() -> None:
    prefix = Settings.model_config["env_prefix"]
    settings = {f"{prefix}{name}".upper() for name in Settings.model_fields}
    assert set(first_column("Settings")) == settings
    named = {name for path in DOCUMENTS for name in re.findall(rf"{prefix}[A-Z_]+", path.read_text(encoding="utf-8"))}
    assert named <= {*settings, "LIAISON_LANGUAGE"}, "that one is of the command line alone, read before any setting"


def test_every_command_is_in_the_readme_and_no_other() -> None:
    assert set(first_column("The command line")) == COMMANDS


@document
def test_every_command_named_exists(path: Path) -> None:
    groups = {command.split()[0] for command in COMMANDS if " " in command}
    for code in code_in(path.read_text(encoding="utf-8")):
        for first, second in re.findall(r"(?:^|/|\s)liaison-metrics ([a-z][a-z-]*)(?: ([a-z]+))?", code):
            named = f"{first} {second}" if first in groups and second else first
            assert named in COMMANDS, code


def test_every_page_is_in_the_readme_and_no_other() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "liaison_metrics" / "ui").rglob("*.py"))
    pages = dict(re.findall(r'st\.Page\(\s*"pages/(\w+)\.py",\s*title=_\("([^"]+)"\)', source))
    assert set(pages) == {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert set(first_column("The pages")) == set(pages.values())


def test_every_label_named_is_on_a_page() -> None:
    """Words in italics are those of a button, a field or a figure."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "liaison_metrics").rglob("*.py")).lower()
    labels = re.findall(r"(?<![*\w])\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)", README)
    assert [label for label in labels if " ".join(label.split()).lower() not in source] == []


def test_every_link_named_exists() -> None:
    known = {route.path for route in routes()}
    named = set(re.findall(r"(/(?:export|picture)/[\w.]+|/template\.xlsx)", README))
    assert named and named <= known


@document
def test_every_file_named_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tops = "|".join(re.escape(top.name) for top in ROOT.iterdir() if top.is_dir())
    for code in code_in(text):
        for named in re.findall(rf"(?:^|(?<=[\s(=]))((?:{tops})/[\w./-]+)", code):
            placeholder = re.search(r"[A-Z]{4,}", named)
            made_later = named.startswith((".venv/", "data/liaison.db", "data/secret.key"))
            assert placeholder or made_later or (ROOT / named).exists(), named
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (path.parent / link).exists(), link


def test_every_test_that_security_names_exists() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    assert named and len(named) == text.count("::")
    missing = [one for file, one in named if f"def {one}(" not in (ROOT / file).read_text(encoding="utf-8")]
    assert missing == []


@document
def test_every_make_target_named_exists(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for code in code_in(path.read_text(encoding="utf-8")):
        assert set(re.findall(r"(?:^|\s)make ([a-z][a-z-]*)", code)) <= targets, code


def test_every_make_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [line for line in re.findall(r"^[a-z-]+:.*", makefile, re.MULTILINE) if "## " not in line] == []
