"""``make bench``: speed and memory, all from one run on this machine: ratios against stated alternatives, and seconds
where a person waits for something that no alternative makes."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tests.bench import attacking, counting, forecasting, importing, linkage, live, reporting, rerun


def main() -> None:
    """Prints the table; what misses its bar is printed like the rest."""
    table = Table("what", "measured", "bar", "", box=None, pad_edge=False)
    for part in (attacking, counting, forecasting, importing, rerun, live, reporting, linkage):
        for row in part.measure():
            table.add_row(row.what, row.measured, row.bar, "✓" if row.met else "✗ missed")
    Console(soft_wrap=False, width=150).print(table)


main()
