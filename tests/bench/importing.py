"""Import of a long register, from reading to commit, against the least that any program would have to do: pandas reads
the CSV, and one Core ``executemany`` inserts as many rows and columns."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, create_engine, insert

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.store.tables import AttendanceTable
from tests.bench.row import Row
from tests.conftest import PROJECT_FILE

ROWS = 100_000
TIMES = 4.0
MOST_MEMORY_MB = 600


def make_register(path: Path, rows: int = ROWS) -> None:
    """Writes a register of *rows* attendances of a third as many made-up people."""
    chance = random.Random(7)
    syllables = ["ba", "den", "kor", "lim", "mar", "nou", "ral", "sel", "tar", "vin", "zor", "hal", "ost", "ulm"]
    people = [
        (
            " ".join("".join(chance.choices(syllables, k=3)).title() for _ in range(2)),
            f"p{number}@example.org",
            f"{chance.randint(1940, 2008)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            chance.choice(["Female", "Male", "Non-binary"]),
            chance.choice(["Local", "Syrian", "Turkish", "Bosnian", "Somali"]),
        )
        for number in range(rows // 3)
    ]
    with path.open("w", encoding="utf-8") as file:
        file.write("Date,City,Activity,Event,Full name,Email,Date of birth,Gender,Community,Organisation type\n")
        for number in range(rows):
            day = f"2021-{number % 12 + 1:02}-{number // 12 % 28 + 1:02}"
            event = f"{day},Graz,Skill-transfer workshop,Workshop {number % 336}"
            file.write(f"{event},{','.join(chance.choice(people))},Community member\n")


def measure() -> list[Row]:
    """Returns how long the import takes as a multiple of the alternative, and its peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "register.csv"
        make_register(register)
        ours, theirs = [], []
        memory = 0.0
        for turn in range(3):
            theirs.append(_alternative(register, Path(folder) / f"plain{turn}.db"))
            seconds, megabytes = _in_a_process(register, Path(folder) / f"ours{turn}.db")
            ours.append(seconds)
            memory = max(memory, megabytes)
    ratio = sorted(ours)[1] / sorted(theirs)[1]
    what = f"import of a {ROWS:,}-row register: {sorted(ours)[1]:.2f} s against {sorted(theirs)[1]:.2f} s"
    return [
        Row(what, f"{ratio:.2f} ×", f"≤ {TIMES:.0f} × pandas.read_csv + Core executemany", ratio <= TIMES),
        Row("peak memory of that import", f"{memory:.0f} MB", f"< {MOST_MEMORY_MB} MB", memory < MOST_MEMORY_MB),
    ]


def _alternative(register: Path, database: Path) -> float:
    engine = create_engine(f"sqlite:///{database}")
    kinds = {"BIGINT": BigInteger, "INTEGER": Integer}
    columns = AttendanceTable.__table__.columns  # type: ignore[attr-defined]
    made = [Column(c.name, kinds.get(str(c.type), String), primary_key=c.primary_key) for c in columns]
    table = Table("attendance", MetaData(), *made)
    table.create(engine)
    start = time.perf_counter()
    frame = pd.read_csv(register)
    texts = [c.name for c in made if isinstance(c.type, String)]
    numbers = [c.name for c in made if not isinstance(c.type, String)]
    values = frame.astype(str).to_dict("list")
    some = list(values.values())
    rows = [
        {name: some[position % len(some)][n] for position, name in enumerate(texts)} | dict.fromkeys(numbers, n + 1)
        for n in range(len(frame))
    ]
    with engine.begin() as connection:
        connection.execute(insert(table), rows)
    return time.perf_counter() - start


def _in_a_process(register: Path, database: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.importing", str(register), str(database)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def _peak_megabytes() -> float:
    """Returns this process's own peak. Where the system tells only ``ru_maxrss``, that can be its parent's peak."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Imports one register into one new store and prints seconds and peak megabytes."""
    register, database = Path(sys.argv[1]), sys.argv[2]
    workspace = open_workspace(Settings(database_url=f"sqlite:///{database}", project_file=PROJECT_FILE))
    start = time.perf_counter()
    report = import_file(workspace, register.name, register.read_bytes(), actor=COORDINATOR)
    seconds = time.perf_counter() - start
    assert report.rows_read == ROWS and not report.rejected, report.status
    print(seconds, _peak_megabytes())


if __name__ == "__main__":
    main()
