"""Issued reports stay as they are, and what moved since is told step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotAllowed, UnknownReport, WrongEntry
from liaison_metrics.reports import issued
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Report
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.figures import indicators
from liaison_metrics.services.installation import demo
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.issued_reports.comparison import ChangeReason, FigureChange
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import row, sheet

ONE = sheet(row("Ana Korba", email="a@example.org"), row("Bilal Denzor", email="b@example.org"))
TWO = sheet(
    row("Ana Korba", email="a@example.org", title="Second"), row("Cem Halost", email="c@example.org", title="Second")
)
LATE = sheet(row("Dina Marsel", email="d@example.org", date="2022-01-10", title="Late"))


def drawn(report: Report) -> Mapping[str, bytes]:
    figures = ", ".join(f"{one.code} {one.people.reached}" for one in report.indicators)
    return {"report.txt": f"{report.number}: {figures}".encode()}


def issue(workspace: Workspace, name: str = "Interim report", scope: Scope | None = None) -> issued.IssuedReport:
    return issued.issue(workspace, name, lambda: make(workspace, scope, actor=COORDINATOR), drawn, COORDINATOR)


def told(steps: list[FigureChange], indicator: str = "IND1") -> list[tuple[ChangeReason, int]]:
    return [(step.reason, step.change[indicator]) for step in steps]


def test_an_issued_report_stays_as_it_was(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    first = issue(workspace)
    assert archive.files_of(workspace, 1, actor=COORDINATOR) == {"report.txt": b"1: IND1 2, IND2 0, IND3 2"}
    import_file(workspace, "two.csv", TWO, actor=COORDINATOR)
    second = issue(workspace, "Final report")
    uploads.undo(workspace, 1, COORDINATOR)
    assert archive.files_of(workspace, 1, actor=COORDINATOR) == {"report.txt": b"1: IND1 2, IND2 0, IND3 2"}
    assert archive.all_reports(workspace, actor=COORDINATOR) == [second, first]
    assert [archive.digest(archive.files_of(workspace, one.number, actor=COORDINATOR)) for one in (first, second)] == [
        first.digest, second.digest,
    ]  # fmt: skip
    with pytest.raises(UnknownReport):
        archive.files_of(workspace, 3, actor=COORDINATOR)


def test_what_came_since_is_told_down_to_the_rows(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    issue(workspace)
    assert archive.compare(workspace, 1, actor=COORDINATOR) == []
    import_file(workspace, "two.csv", TWO, actor=COORDINATOR)
    import_file(workspace, "again.csv", ONE.replace(b"Bread", b"More bread"), actor=COORDINATOR)
    steps = archive.compare(workspace, 1, actor=COORDINATOR)
    assert told(steps) == [(ChangeReason.UPLOAD, 1), (ChangeReason.UPLOAD, 0)]
    assert [(source.file, source.row) for source in steps[0].rows] == [("two.csv", 3)] and steps[1].rows == ()


def test_a_figure_that_went_down_says_why(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    import_file(workspace, "two.csv", TWO, actor=COORDINATOR)
    issue(workspace)
    uploads.undo(workspace, 2, COORDINATOR)
    steps = archive.compare(workspace, 1, actor=COORDINATOR)
    assert told(steps) == [(ChangeReason.DECISIONS, -1)] and [one.file for one in steps[0].undone] == ["two.csv"]
    uploads.redo(workspace, 2, COORDINATOR)
    assert archive.compare(workspace, 1, actor=COORDINATOR) == []


def test_later_days_are_a_reason_of_their_own(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    import_file(workspace, "late.csv", LATE, actor=COORDINATOR)
    issue(
        workspace,
        scope=Scope(until=indicators(workspace, actor=COORDINATOR)[0].as_of.replace(year=2021, month=12, day=31)),
    )
    assert told(archive.compare(workspace, 1, actor=COORDINATOR)) == [(ChangeReason.LATER_DAY, 1)]


def test_two_issued_reports_are_compared_whatever_happened_afterwards(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    issue(workspace)
    import_file(workspace, "two.csv", TWO, actor=COORDINATOR)
    import_file(workspace, "late.csv", LATE, actor=COORDINATOR)
    issue(workspace)
    uploads.undo(workspace, 2, COORDINATOR)
    steps = archive.compare(workspace, 1, 2, actor=COORDINATOR)
    assert told(steps) == [(ChangeReason.UPLOAD, 1), (ChangeReason.LATER_DECISIONS, 1)]
    assert sum(change for _cause, change in told(steps)) == 2
    with pytest.raises(UnknownReport):
        archive.compare(workspace, 1, 7, actor=COORDINATOR)


def test_reports_about_different_cities_are_not_compared(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    issue(workspace)
    issue(workspace, scope=Scope(city="graz"))
    assert archive.compare(workspace, 2, actor=COORDINATOR) == []
    with pytest.raises(UnknownReport):
        archive.compare(workspace, 1, 2, actor=COORDINATOR)


def test_only_the_coordinator_issues_and_never_on_made_up_data(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed):
        issued.issue(workspace, "x", lambda: make(workspace, actor=COORDINATOR), drawn, partner("compass"))
    demo.fill_with_demonstration(workspace, actor=COORDINATOR)
    with pytest.raises(NotAllowed):
        issue(workspace)
    assert archive.all_reports(workspace, actor=COORDINATOR) == []


def test_a_report_issued_by_somebody_faster_takes_the_next_number(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    numbers: list[str] = []

    def slow(report: Report) -> Mapping[str, bytes]:
        if not numbers:
            numbers.append("other")
            issue(workspace, "faster")
        return drawn(report)

    found = issued.issue(workspace, "slower", lambda: make(workspace, actor=COORDINATOR), slow, COORDINATOR)
    assert found.number == 2 and archive.files_of(workspace, 2, actor=COORDINATOR)["report.txt"].startswith(b"2: ")
    assert replace(found, name="") != found


def test_a_withdrawn_report_is_not_the_latest_any_more(workspace: Workspace) -> None:
    first, second = (_issue_published(workspace, name) for name in ("Interim report", "Final report"))
    archive.withdraw(workspace, second, COORDINATOR)
    assert _latest(workspace) == first
    archive.withdraw(workspace, first, COORDINATOR, replaced_by=None)
    assert _latest(workspace) is None
    archive.restore(workspace, second, COORDINATOR)
    archive.withdraw(workspace, first, COORDINATOR, replaced_by=second)
    assert _latest(workspace) == second
    assert {one.number: one.state_words for one in archive.all_reports(workspace, COORDINATOR)} == {
        first: "replaced by report 2", second: "valid",
    }  # fmt: skip
    assert archive.files_of(workspace, first, COORDINATOR), "its files stay"


def test_only_a_later_valid_report_replaces_another(workspace: Workspace) -> None:
    first, second = (_issue_published(workspace, name) for name in ("Interim report", "Final report"))
    archive.withdraw(workspace, second, COORDINATOR)
    for other in (first, second):
        with pytest.raises(WrongEntry, match=f"Report {other} can’t replace report {first}"):
            archive.withdraw(workspace, first, COORDINATOR, replaced_by=other)
    for change in (archive.withdraw, archive.restore):
        with pytest.raises(UnknownReport, match="no issued report 9"):
            change(workspace, 9, COORDINATOR)


def _latest(workspace: Workspace) -> int | None:
    found = archive.latest_published(workspace, COORDINATOR)
    return found.number if found else None


def _issue_published(workspace: Workspace, name: str) -> int:
    return issued.issue(
        workspace, name, lambda: make(workspace, None, 5, actor=COORDINATOR), drawn, COORDINATOR
    ).number  # fmt: skip
