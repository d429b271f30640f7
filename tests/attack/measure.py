"""Measuring the attack on a made-up store, from its file alone and with what earlier versions showed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from liaison_metrics.services.workspace.workspace import Workspace
from tests.attack import views
from tests.attack.names import Result, attack
from tests.attack.world import World, bring

MOST_READ = 0.01
"""The share of the other names that may be read from the file alone."""


def results(workspace: Workspace, path: Path, world: World, known: int) -> dict[str, Result]:
    """Returns what is read of a store at *path* after the world was uploaded to *workspace*, by what is seen of it."""
    bring(workspace, world)
    some = set(np.random.default_rng(7).choice(len(world.people), known, replace=False).tolist())
    whose = views.truth(workspace, world)
    seen = {
        "the file alone": views.of_the_file(path),
        "digests and order readable": views.with_digests(workspace),
        "forms of names readable as well": views.with_forms(workspace),
    }
    return {what: attack(view, world, some, whose) for what, view in seen.items()}
