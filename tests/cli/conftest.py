"""Runs the command line: in this process where nothing else is asked, as a process of its own where it is."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from liaison_metrics.cli import main
from tests.conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]


def settings(folder: Path, store: str) -> dict[str, str]:
    """Returns the environment variables that name the store."""
    return {"LIAISON_DATABASE_URL": f"sqlite:///{folder / store}", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}


def process(folder: Path, store: str) -> Run:
    """Returns a function that runs a command on a store in a folder, as other programs do."""

    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from liaison_metrics.cli import main; main()", *arguments],
            cwd=ROOT, env={**os.environ, **settings(folder, store), **more},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def runner(folder: Path, store: str) -> Run:
    """Returns a function that does the same within this process: a start of Python takes seconds."""

    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        status: int | str | None = 0
        with (
            patch.dict(os.environ, {**settings(folder, store), **more}),
            patch.object(sys, "argv", ["liaison-metrics", *arguments]),
            patch.object(sys, "stdin", io.StringIO()),
            redirect_stdout(out), redirect_stderr(err),
        ):  # fmt: skip
            try:
                main()
            except SystemExit as end:
                status = end.code
            printed, said = (_text(stream) for stream in (out, err))
        return subprocess.CompletedProcess(["liaison-metrics", *arguments], int(status or 0), printed, said)

    return run


def _text(stream: io.TextIOWrapper) -> str:
    """Returns what was written, with the line ends of a pipe read as text."""
    stream.flush()
    return stream.buffer.getvalue().decode().replace("\r\n", "\n")  # type: ignore[attr-defined]
