"""``python -m tests.fuzz NUMBER [FIRST]``: reads NUMBER damaged files in two processes, which may crash or hang.

Failures are kept in the folder ``fuzz_failures``, with the number that reproduces them.
"""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from liaison_metrics.services.workspace.project_file import load_project
from tests.conftest import PROJECT_FILE
from tests.fuzz.mutations import mutant
from tests.fuzz.trial import trial

KEPT = Path("fuzz_failures")
MOST_MEMORY = 2_500_000_000
MOST_SECONDS = 20
AT_ONCE = 500


def main() -> None:
    """Runs the number of trials given on the command line and prints their outcomes."""
    if sys.argv[1] == "--work":
        work(int(sys.argv[2]), int(sys.argv[3]))
        return
    number, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with ThreadPoolExecutor(2) as pool:
        outcomes = sum(pool.map(supervise, range(first, first + number, AT_ONCE)), Counter())
    print(dict(outcomes))
    sys.exit(set(outcomes) > {"read", "refused"})


def work(number: int, end: int) -> None:
    """Reads the files with these numbers and prints each number, then its outcome. A hang ends the process."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    project = load_project(PROJECT_FILE)
    for each in range(number, end):
        signal.alarm(MOST_SECONDS)
        print(each, end=" ", flush=True)
        try:
            print(trial(*mutant(each), project), flush=True)
        except BaseException as problem:
            place = traceback.extract_tb(problem.__traceback__)[-1]
            print(f"{type(problem).__name__}:{Path(place.filename).name}:{place.lineno} {problem}"[:200], flush=True)


def supervise(number: int) -> Counter[str]:
    """Runs a process on the files from this number on, restarted after each crash. Returns the outcomes."""
    outcomes: Counter[str] = Counter()
    end = number + AT_ONCE
    while number < end:
        command = [sys.executable, "-m", "tests.fuzz", "--work", str(number), str(end)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            said, _space, outcome = line.partition(" ")
            number = int(said) + 1
            outcome = outcome or f"ended by {done.returncode}"
            outcomes[outcome.partition(" ")[0]] += 1
            if outcome not in ("read", "refused"):
                keep(number - 1, outcome)
        if not done.stdout:
            raise RuntimeError(done.stderr)
    return outcomes


def keep(number: int, outcome: str) -> None:
    """Saves the file with this number."""
    KEPT.mkdir(exist_ok=True)
    name, data = mutant(number)
    (KEPT / f"{number}_{name}").write_bytes(data)
    print(number, name, outcome, flush=True)


if __name__ == "__main__":
    main()
