"""A stolen store: how many names somebody reads from its file alone who knows 400 of them, and the same attack where
what is encrypted is readable, so that it is seen to work."""

from __future__ import annotations

import tempfile
from pathlib import Path

from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from tests.attack.measure import MOST_READ, results
from tests.attack.world import made_up
from tests.bench.row import Row
from tests.conftest import PROJECT_FILE

PEOPLE, EVENTS, KNOWN = 2000, 150, 400

LEAST_WHERE_READABLE = 0.5
"""The attack that the store was changed for read 56 % of the names."""


def measure() -> list[Row]:
    """Returns a row for each thing that is seen of the store."""
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "store" / "liaison.db", Path(folder) / "secret.key"
        settings = Settings(database_url=f"sqlite:///{path}", project_file=PROJECT_FILE, secret_key_file=key)
        workspace = open_workspace(settings)
        found = results(workspace, path, made_up(PEOPLE, EVENTS), KNOWN)
        workspace.close()
    rows = []
    for what, result in found.items():
        bar, met = {
            "the file alone": (f"≤ {MOST_READ:.0%}", result.share <= MOST_READ),
            "forms of names readable as well": (
                f"the attack works: ≥ {LEAST_WHERE_READABLE:.0%}", result.share >= LEAST_WHERE_READABLE,
            ),
        }.get(what, ("(no bar)", True))  # fmt: skip
        label = f"names read of {result.others} others, {KNOWN} known: {what}"
        part = result.in_part / result.others
        rows.append(Row(label, f"{result.share:.1%}, part {part:.1%}, chance {result.chance:.1%}", bar, met))
    return rows


if __name__ == "__main__":
    for line in measure():
        print(line)
