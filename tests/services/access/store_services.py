"""Finds every public function of the program that reads or writes the store, by reading the source."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.conftest import ROOT

PACKAGES = ("services", "reports", "exports")
"""Where services stand. The store itself opens its own transactions only to migrate."""


RECORD = ("liaison_metrics.services.workspace.audit.recording", "record")


@dataclass
class Function:
    """A function or method, with everything that it refers to by name."""

    module: str
    name: str
    writes: bool = False
    reads: bool = False
    refers_to: set[tuple[str, str]] = field(default_factory=set)

    @property
    def is_public(self) -> bool:
        return not any(part.startswith("_") for part in self.name.split("."))


READING = ("reading", "snapshot", "detached_snapshot", "index", "preview", "is_empty", "demonstration")
"""What of a workspace gives what the store holds. Its revision alone tells nothing."""

WORKSPACE = "liaison_metrics.services.workspace."
"""The workspace is what services stand on: it knows nobody who acts."""


def writing_services() -> set[tuple[str, str]]:
    """Returns module and name of every public function that opens ``store.writing()``, directly or through others."""
    return _public(lambda one: one.writes)


def reading_services() -> set[tuple[str, str]]:
    """Returns module and name of every public function that reads a workspace, directly or through others."""
    return {(module, name) for module, name in _public(lambda one: one.reads) if not module.startswith(WORKSPACE)}


def _public(does: Callable[[Function], bool]) -> set[tuple[str, str]]:
    functions = {(one.module, one.name): one for package in PACKAGES for one in _functions(package)}
    callers: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for key, function in functions.items():
        for other in function.refers_to:
            callers.setdefault(other, set()).add(key)
    found = {key for key, function in functions.items() if does(function)}
    waiting = deque(found)
    while waiting:
        for caller in callers.get(waiting.popleft(), set()) - found:
            found.add(caller)
            waiting.append(caller)
    return {key for key in found if functions[key].is_public}


def unrecorded_services() -> set[tuple[str, str]]:
    """Returns module and name of every function that opens ``store.writing()`` itself and reaches no ``record``."""
    functions = {(one.module, one.name): one for package in PACKAGES for one in _functions(package)}

    def reaches_record(key: tuple[str, str]) -> bool:
        seen, waiting = {key}, deque([key])
        while waiting:
            found = functions.get(waiting.popleft())
            for other in found.refers_to - seen if found else ():
                if other == RECORD:
                    return True
                seen.add(other)
                waiting.append(other)
        return False

    return {key for key, function in functions.items() if function.writes and not reaches_record(key)}


def _functions(package: str) -> Iterator[Function]:
    for path in sorted((ROOT / "liaison_metrics" / package).rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = _imported(tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                yield _function(node, module, node.name, names)
            elif isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef):
                        yield _function(part, module, f"{node.name}.{part.name}", names)


def _imported(tree: ast.Module) -> dict[str, str]:
    """Returns what each imported name stands for, as a dotted name."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _function(node: ast.FunctionDef, module: str, name: str, imported: dict[str, str]) -> Function:
    found = Function(module, name)
    own = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute):
            found.writes = found.writes or part.attr == "writing"
            found.reads = found.reads or (part.attr in READING and _is_workspace(part.value))
            if isinstance(part.value, ast.Name) and part.value.id in imported:
                found.refers_to.add((imported[part.value.id], part.attr))
            elif isinstance(part.value, ast.Name) and part.value.id == "self" and "." in name:
                found.refers_to.add((module, f"{name.split('.')[0]}.{part.attr}"))
        elif isinstance(part, ast.Name) and part.id in imported:
            dotted, _dot, last = imported[part.id].rpartition(".")
            found.refers_to.add((dotted, last))
        elif isinstance(part, ast.Name) and part.id not in own:
            found.refers_to.add((module, part.id))
    return found


def _is_workspace(node: ast.expr) -> bool:
    """Returns whether an expression is a workspace or its store, by its name."""
    return ast.unparse(node).removesuffix(".store").rpartition(".")[2] == "workspace"
