"""Who acts in tests."""

from __future__ import annotations

from liaison_metrics.services.access.actors import Actor, partner_actor
from liaison_metrics.services.workspace.project_file import load_project
from tests.conftest import PROJECT_FILE


def partner(code: str) -> Actor:
    """Returns the partner with that code, with its cities, without an account."""
    return partner_actor(load_project(PROJECT_FILE), code)
