"""Programs in processes of their own, as forks of one that has imported what they need, which takes seconds each time.

``forked`` starts a program; the process that forks reads a JSON object a line and answers with the number of the new
process. It ends with the tests.
"""

from __future__ import annotations

import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent

IMPORTED_ONCE = (
    "pandas", "plotly.graph_objects", "sqlmodel", "argon2", "python_calamine", "pyarrow", "starlette.applications",
    "streamlit.web.cli", "streamlit.web.bootstrap", "streamlit.testing.v1", "uvicorn", "liaison_metrics.web.routes",
    "liaison_metrics.web.guards.middleware", "liaison_metrics.services.installation.schedule",
    "liaison_metrics.services.intake",
)  # fmt: skip


def forked(program: Sequence[str], environment: Mapping[str, str], output: Path) -> int:
    """Starts a program in the project's folder and returns the number of its process.

    *program* are arguments for Python: ``-m`` and a module, ``-c`` and code, or a script, and then its own; *output*
    is the file for all that it prints.
    """
    parent = _parent()
    assert parent.stdin and parent.stdout
    request = {"program": [*program], "environment": dict(environment), "output": str(output)}
    parent.stdin.write(json.dumps(request) + "\n")
    parent.stdin.flush()
    return int(parent.stdout.readline())


def has_ended(process: int, patience: float) -> bool:
    """Waits up to *patience* seconds until a process has ended, and returns whether it has."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


@cache
def _parent() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.fork_server"]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _run(program: list[str], environment: dict[str, str], output: str) -> None:
    """Runs a program in this process, as Python does from its command line."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(file, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(environment)
    if program[0] == "-m":
        sys.argv = program[1:]
        runpy.run_module(program[1], run_name="__main__", alter_sys=True)
    elif program[0] == "-c":
        sys.argv = ["-c", *program[2:]]
        exec(program[1], {"__name__": "__main__"})  # code of the tests themselves
    else:
        sys.argv = program
        runpy.run_path(program[0], run_name="__main__")


def main() -> None:
    """Answers requests until there are no more."""
    for module in IMPORTED_ONCE:
        importlib.import_module(module)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that nothing is left of those that ended
    for line in sys.stdin:
        request: dict[str, Any] = json.loads(line)
        process = os.fork()
        if not process:
            try:
                _run(**request)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(0)
        print(process, flush=True)


if __name__ == "__main__":
    main()
