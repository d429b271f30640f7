"""The layout of the package: small folders and files, names that stand once, no circular imports, tests by name."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "liaison_metrics"
MOST_NAMES = 12
"""A folder with more names is read from end to end to find one."""
MOST_LINES = 320

BEHAVIOURS = {
    "attack": "what whoever has the database alone can read",
    "attacker": "what no role can work out from all that it can fetch",
    "byte_search": "every byte that the program writes",
    "accessibility": "axe and narrow screens, on every page",
    "attacks": "what somebody tries who has the source",
    "concurrency": "many uploads at once",
    "contract": "the command line and its JSON",
    "corpus": "the reader on generated sheets",
    "correction_sequences": "any sequence of uploads and corrections",
    "course_registers": "registers and lists as training providers and associations keep them",
    "crash_safety": "an import killed at any instant",
    "documentation": "README and docs against the program",
    "dependency_audit": "what make audit says with and without its data",
    "error_messages": "the ten mistakes that partners make most",
    "event_logs": "the reader on a year of events with their numbers of people",
    "evidence": "the reader when a word and what stands around it disagree",
    "faults": "the reader on sheets that it once got wrong",
    "forms_agree": "every report form says the same",
    "fuzz": "damaged files",
    "histories": "any history of uploads, decisions, erasure, new keys and backups",
    "invariants": "docs/counting.md, “What must always hold”",
    "journeys": "what a coordinator does, page by page",
    "live_updates": "an upload shows in every open browser",
    "markdown": "text from files is no Markdown, on any page",
    "messages": "every text against the catalogues of all languages",
    "minutes": "people under or beside the word that they were there",
    "indented_minutes": "people of minutes who stand indented below a label",
    "minutes_without_headers": "lines of minutes that no header names",
    "plain_lists": "lists of attendance as people type them",
    "privacy": "no name at rest",
    "pseudo": "every page in a language that nobody speaks",
    "project_page": "every line of the project's public page, on a page of the program",
    "roles": "what each role gets, on every page and at every address",
    "structure": "this file",
    "office_workbooks": "workbooks as offices keep them",
    "partner_habits": "habits that many sheets of partners share",
    "nothing_to_ask": "sheets of which a careful reader has nothing to ask",
    "volunteer_sheets": "logs, registers and lists as volunteers and teachers keep them",
}
"""Test files that are named after a behaviour which no single module owns."""


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package but the migrations, by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if "migrations" not in parts:
            found[".".join(parts).removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def folders() -> list[Path]:
    """The package's folder and all below, except those of the languages and of the migrations, which only grow: whoever
    opens them knows which one."""
    without = ("__pycache__", "languages", "versions")
    below = (path for path in PACKAGE.rglob("*") if path.is_dir() and path.name not in without)
    return [PACKAGE, *sorted(below)]


def imported(name: str, tree: ast.Module) -> Iterator[str]:
    """The modules of the package that a module imports, anywhere in it and also for types alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} has a relative import"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in modules() else str(node.module)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_folder_has_few_names(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir() if path.name not in ("__init__.py", "__pycache__"))
    assert len(names) <= MOST_NAMES, names


def test_a_file_is_short() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {str(path.relative_to(ROOT)): n for path, n in lines.items() if n > MOST_LINES} == {}


def test_a_class_name_stands_once() -> None:
    names = Counter(
        node.name for tree in modules().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_no_two_files_import_each_other() -> None:
    imports = {name: set(imported(name, tree)) for name, tree in modules().items()}
    both = {(a, b) for a, others in imports.items() for b in others if a < b and a in imports.get(b, ())}
    assert sorted(both) == []


def test_test_files_are_named_after_what_they_test() -> None:
    parts = {path.stem for path in (PACKAGE, *PACKAGE.rglob("*.py"), *folders())}
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests").rglob("test_*.py")}
    assert sorted(tests - parts - BEHAVIOURS.keys()) == []
    assert sorted(BEHAVIOURS.keys() - tests) == [], "a behaviour without tests"
