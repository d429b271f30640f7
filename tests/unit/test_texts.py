"""In which language texts are: by what somebody asks for, and never settled before it is known."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from liaison_metrics import texts
from liaison_metrics.texts import wanted, wanted_by
from tests.unit.test_structure import modules


@pytest.mark.usefixtures("translated")
@pytest.mark.parametrize(
    ("choices", "language"),
    [
        (("de",), "de"), (("de-AT",), "de"), (("de_AT.UTF-8",), "de"), (("", None, "it"), "it"),
        (("fr,de;q=0.8,it;q=0.9,en;q=0.1",), "it"), (("el",), ""), (("fr", "de"), "de"), (("de;q=0",), ""),
        (("../de", "x;q=y", ",;"), ""),
    ],
)  # fmt: skip
def test_the_first_language_that_there_is(choices: tuple[str | None, ...], language: str) -> None:
    assert wanted(*choices) == language


@pytest.mark.usefixtures("translated")
@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, ""), ({"LANG": "C"}, ""),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, ""), ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LC_ALL": "it_IT", "LANG": "de_DE"}, "it"), ({"LIAISON_LANGUAGE": "it", "LC_ALL": "de_DE"}, "it"),
        ({"LC_ALL": "C.UTF-8"}, ""),
    ],
)  # fmt: skip
def test_the_language_of_a_process(environment: dict[str, str], language: str) -> None:
    assert wanted_by(environment) == language


@pytest.mark.usefixtures("translated")
def test_a_text_without_a_translation_stays_english() -> None:
    texts.use_language("de")
    assert (texts._("Targets"), texts._("Explore"), texts.ngettext("{n} day", "{n} days", 2)) == (
        "Ziele", "Explore", "{n} days",
    )  # fmt: skip


def evaluated_at_import(tree: ast.AST) -> Iterator[ast.expr]:
    """All calls that run when a module is imported: outside of functions, and in the defaults of their parameters."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            outside = [*node.args.defaults, *filter(None, node.args.kw_defaults), *getattr(node, "decorator_list", [])]
            for part in outside:
                yield from evaluated_at_import(ast.Expression(part))
        else:
            if isinstance(node, ast.Call):
                yield node
            yield from evaluated_at_import(node)


def test_no_text_is_translated_before_the_language_is_known() -> None:
    """The command line alone does so: its modules are imported once the language of the call is known."""
    early = {
        f"{name}:{call.lineno}"
        for name, tree in modules().items()
        if not name.startswith("liaison_metrics.cli.")
        for call in evaluated_at_import(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
    }
    assert early == set()
