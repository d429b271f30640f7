"""Who acts in tests."""

from __future__ import annotations

from functools import cache

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import Actor, partner_actor
from liaison_metrics.services.workspace.project_file import load_project
from tests.conftest import PROJECT_FILE


def partner(code: str) -> Actor:
    """Returns the partner with that code, with its cities, without an account."""
    return partner_actor(_project(), code)


@cache
def _project() -> Project:
    """The project file, read once for all modules that name partners: to read it takes a tenth of a second."""
    return load_project(PROJECT_FILE)
