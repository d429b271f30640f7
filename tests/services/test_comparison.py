"""Whatever comes and goes between two reports: what is told of it adds up to the difference, and names its cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports import issued
from liaison_metrics.reports.making import make
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import corrections, listing
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.issued_reports.archive import IssuedReport
from liaison_metrics.services.issued_reports.comparison import ChangeReason, FigureChange, ReportBasis, current_basis
from liaison_metrics.services.workspace.workspace import Workspace
from tests.examples import share_of
from tests.services.conftest import Fresh, row, sheet
from tests.services.steps import step
from tests.services.worlds import Sheet, worlds

pytestmark = pytest.mark.slow

SCOPES = (
    Scope(), Scope(), Scope(), Scope(until=date(2021, 5, 4)), Scope(until=date(2021, 5, 3)), Scope(city="graz"),
)  # fmt: skip
DEEDS = ("issue", "issue", "bring", "bring", "undo", "redo", "correct", "join", "take back")
histories = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 6), st.integers(0, 6)), min_size=8, max_size=16)

ONE = sheet(row("Ana Korba", email="a@example.org"), row("Bilal Denzor", email="b@example.org"))
TWO = sheet(row("Cem Halost", email="c@example.org", title="Second"), row("Ana Korba", email="a@example.org"))


def issue(workspace: Workspace, scope: Scope | None = None) -> IssuedReport:
    return issued.issue(
        workspace, "x", lambda: make(workspace, scope, actor=COORDINATOR), lambda report: {"x": b"x"}, COORDINATOR
    )


def told(steps: Sequence[FigureChange]) -> list[tuple[ChangeReason, int]]:
    return [(one.reason, one.change["IND1"]) for one in steps]


def check(before: ReportBasis, after: ReportBasis, steps: Sequence[FigureChange]) -> None:
    for code, people in before.reached.items():
        assert sum(one.change[code] for one in steps) == after.reached[code] - people
    for one in steps:
        event(one.reason.value)
        if one.reason is ChangeReason.UPLOAD:
            assert one.upload and {row.upload for row in one.rows} <= {one.upload.id}
            assert max(one.change.values()) <= len(one.rows) + (one.upload.headcount if one.headcounts else 0)
        elif one.reason in (ChangeReason.DECISIONS, ChangeReason.LATER_DECISIONS):
            assert one.undone or one.undone_later or one.corrections, "a figure moved, and nobody says why"
            assert {undone.id for undone in one.undone} <= before.uploads - after.uploads
            assert {lost.id for lost in one.undone_later} <= after.uploads
        else:
            assert (one.reason is ChangeReason.LATER_DAY) == (after.as_of > before.as_of)


@given(worlds(3), histories)
@settings(max_examples=share_of(36), deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_steps_add_up_and_name_their_cause(
    fresh: Fresh, world: list[Sheet], history: list[tuple[str, int, int]]
) -> None:
    workspace = fresh()
    for what, one, other in history:
        if what == "issue":
            issue(workspace, SCOPES[one % len(SCOPES)])
        else:
            step(workspace, world, what, one, other)
    found = sorted(archive.all_reports(workspace, actor=COORDINATOR), key=lambda report: report.number)
    for first, second in combinations(found, 2):
        if first.city == second.city:
            check(first.basis, second.basis, archive.compare(workspace, first.number, second.number, actor=COORDINATOR))
    for one_of_them in found:
        today = current_basis(workspace, one_of_them.city, actor=COORDINATOR)
        check(one_of_them.basis, today, archive.compare(workspace, one_of_them.number, actor=COORDINATOR))


def test_what_was_undone_after_both_reports_explains_neither(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    issue(workspace)
    import_file(workspace, "two.csv", TWO, actor=COORDINATOR)
    issue(workspace)
    uploads.undo(workspace, 1, COORDINATOR)
    steps = archive.compare(workspace, 1, 2, actor=COORDINATOR)
    assert sum(people for _cause, people in told(steps)) == 1
    assert not any(one.undone for one in steps) and [one.file for one in steps[0].undone_later] == ["one.csv"]
    assert (
        archive.compare(workspace, 2, 1, actor=COORDINATOR) == steps
        and archive.compare(workspace, 1, 1, actor=COORDINATOR) == []
    )


def test_an_upload_that_was_undone_and_is_back_is_undone_between(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    issue(workspace)
    uploads.undo(workspace, 1, COORDINATOR)
    issue(workspace)
    uploads.redo(workspace, 1, COORDINATOR)
    assert told(archive.compare(workspace, 1, 2, actor=COORDINATOR)) == [(ChangeReason.DECISIONS, -2)]
    (back,) = archive.compare(workspace, 2, actor=COORDINATOR)
    assert (told([back]), back.restored) == ([(ChangeReason.UPLOAD, 2)], True)
    import_file(workspace, "two.csv", TWO, actor=COORDINATOR)
    assert [one.restored for one in archive.compare(workspace, 2, actor=COORDINATOR)] == [True, False]


def test_a_correction_after_both_reports_moves_neither(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    issue(workspace)
    issue(workspace)
    (held,) = listing.all_events(workspace, actor=COORDINATOR)
    corrections.correct(workspace, held.number, COORDINATOR, activity="info_session")
    assert archive.compare(workspace, 1, 2, actor=COORDINATOR) == []
    (since,) = archive.compare(workspace, 2, actor=COORDINATOR)
    assert (since.reason, since.change["IND1"], since.corrections) == (ChangeReason.DECISIONS, -2, 1)


def test_a_report_up_to_an_earlier_day_says_so(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", ONE, actor=COORDINATOR)
    issue(workspace)
    issue(workspace, Scope(until=date(2021, 4, 1)))
    assert told(archive.compare(workspace, 1, 2, actor=COORDINATOR)) == [(ChangeReason.EARLIER_DAY, -2)]


def test_rows_are_of_those_who_are_new_where_the_report_looks(workspace: Workspace) -> None:
    import_file(
        workspace,
        "one.csv",
        ONE.replace(b"Graz", b"Vejle").replace(b"Skill-transfer workshop", b"School lab"),
        actor=COORDINATOR,
    )
    issue(workspace)
    issue(workspace, Scope(city="graz"))
    import_file(workspace, "two.csv", TWO, actor=COORDINATOR)
    (whole,) = archive.compare(workspace, 1, actor=COORDINATOR)
    (graz,) = archive.compare(workspace, 2, actor=COORDINATOR)
    assert (whole.change["IND1"], whole.change["IND3"], [one.row for one in whole.rows]) == (2, 1, [2, 3])
    assert (graz.change["IND3"], [one.row for one in graz.rows]) == (2, [2, 3])
    import_file(
        workspace, "three.csv", sheet(row("Dina Marsel", email="d@example.org", city="Vejle")), actor=COORDINATOR
    )
    assert [one.rows for one in archive.compare(workspace, 2, actor=COORDINATOR)[1:]] == [()], (
        "of Vejle nothing counts for Graz"
    )
