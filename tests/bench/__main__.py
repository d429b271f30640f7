"""``make bench``: speed and memory as ratios against stated alternatives, all from one run on this machine."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tests.bench import counting, importing, rerun


def main() -> None:
    """Prints the table; what misses its bar is printed like the rest."""
    table = Table("what", "measured", "bar", "", box=None, pad_edge=False)
    for part in (counting, importing, rerun):
        for row in part.measure():
            table.add_row(row.what, row.measured, row.bar, "✓" if row.met else "✗ missed")
    Console(soft_wrap=False, width=150).print(table)


main()
