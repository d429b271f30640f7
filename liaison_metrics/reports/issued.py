"""Issuing a report: it is made and rendered once, then kept unchanged under a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.reports.model import Report
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.issued_reports import archive, comparison
from liaison_metrics.services.issued_reports.archive import IssuedReport
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _

Render = Callable[[Report], Mapping[str, bytes]]
"""Returns the files of a report by name."""


@requires(Action.REPORT_ISSUE)
def issue(workspace: Workspace, name: str, make: Callable[[], Report], render: Render, actor: Actor) -> IssuedReport:
    """Keeps a report under the next number and returns it. *make* computes it, *render* makes its files.

    Raises NotAllowed if the actor may not issue reports or the data are made up, and WrongEntry if the name is empty.
    """
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    check(actor, Action.REPORT_ISSUE)
    if workspace.demonstration():
        raise NotAllowed(_("Sample data can’t be issued."), hint=_("Upload a real sheet first."))
    if not name:
        raise WrongEntry(_("An issued report needs a name."), hint=_("Name it, for example “Interim report”."))
    made_at = datetime.now(UTC)  # before the figures are read, so that later corrections count as made after the report
    with workspace.snapshot():
        report = make()
        basis = comparison.current_basis(workspace, report.scope.city, report.as_of, actor=actor)
    to_issue = archive.ReportToIssue(name, replace(basis, issued_at=made_at), report.threshold)
    return archive.add(workspace, to_issue, lambda number: render(replace(report, number=str(number))), actor)
