"""Runs the command line as other programs do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]


def runner(folder: Path, store: str) -> Run:
    """Returns a function that runs a command on a store in a folder."""
    settings = {"LIAISON_DATABASE_URL": f"sqlite:///{folder / store}", "PYTHONPATH": str(ROOT)}

    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from liaison_metrics.cli import main; main()", *arguments],
            cwd=ROOT, env={**os.environ, **settings, **more}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run
