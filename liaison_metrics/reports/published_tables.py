"""The tables by community, gender and age of the latest issued report, as everybody may see them.

They are read from the files of the report, so they say exactly what was published.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from liaison_metrics.reports.model import Count
from liaison_metrics.reports.publishing import SENSITIVE
from liaison_metrics.reports.words import count_of, folded_of
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.workspace import Workspace

_FILE = "-indicators.csv"
"""How the name of the file with these tables ends."""


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A line of a table: the code of its dimension, and its people or why they are not published. If it stands for
    hidden lines, ``folded`` is their number."""

    code: str
    reached: Count
    folded: int


@dataclass(frozen=True, slots=True)
class PublishedTables:
    """The tables of one indicator in an issued report, by dimension. ``reached`` is the indicator's total there."""

    number: int
    name: str
    as_of: date
    reached: int
    lines: Mapping[str, tuple[PublishedLine, ...]]


@requires(Action.REPORT_ISSUED_READ)
def latest_tables(workspace: Workspace, indicator: str, actor: Actor) -> PublishedTables | None:
    """Returns an indicator's tables in the latest report on the whole project that was issued for publication, None
    where there is none. Raises NotAllowed."""
    for report in archive.all_reports(workspace, actor):
        if report.city is not None or report.threshold is None or report.withdrawn_at:
            continue
        files = archive.files_of(workspace, report.number, actor)
        table = next((content for name, content in files.items() if name.endswith(_FILE)), None)
        if table is not None:
            rows = [row for row in _rows(table) if row["indicator"] == indicator]
            lines = {
                dimension: tuple(
                    PublishedLine(row["code"], count_of(row["reached"], row["mark"]), folded_of(row["mark"]))
                    for row in rows
                    if row["breakdown"] == dimension
                )
                for dimension in SENSITIVE
            }
            reached = next((int(row["reached"]) for row in rows if row["breakdown"] == "total"), 0)
            return PublishedTables(report.number, report.name, report.as_of, reached, lines)
    return None


def _rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
