"""Statements that the sheets of a quarter are complete: made, accepted, returned, and what changed later."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events.owed.finding import OwedKind, owed, owed_words
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.retention import preview_purge
from liaison_metrics.services.uploads.statements.corrections import CorrectionKind, PeriodCorrection
from liaison_metrics.services.uploads.statements.stating import (
    Statement,
    StatementState,
    accept_statement,
    later_corrections,
    make_statement,
    return_statement,
    statements,
)
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.narrative.statements import STATEMENT
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

COMPASS, VIFIN, SPRING = partner("compass"), partner("vifin"), Quarter(2021, 2)
ANA, CEM, EVA = (
    row(name, email=f"{name.split()[0].lower()}@example.org") for name in ("Ana Korba", "Cem Halost", "Eva Lang")
)
OTHER_QUARTER = row("Ana Korba", date="2021-08-04", title="Late")


def spring(workspace: Workspace) -> Statement:
    """The statement on the spring of 2021 about the sheets of compass."""
    return next(one for one in statements(workspace, COORDINATOR) if (one.partner, one.period) == ("compass", SPRING))


def accepted(workspace: Workspace, *rows: str) -> int:
    """Imports a sheet, states and accepts the quarter; returns the upload."""
    upload = import_file(workspace, "list.csv", sheet(*rows), actor=COMPASS).upload
    make_statement(workspace, "compass", SPRING, COMPASS)
    accept_statement(workspace, "compass", SPRING, COORDINATOR)
    return upload or 0


def changes(workspace: Workspace) -> list[tuple[str, int]]:
    """What changed since, as kinds and numbers of people."""
    return [(one.kind.value, one.people) for one in later_corrections(workspace, "compass", SPRING, COMPASS)]


def test_a_statement_is_made_returned_made_again_and_accepted(fresh: Fresh) -> None:
    workspace = fresh()
    assert spring(workspace).state is StatementState.MISSING
    make_statement(workspace, "compass", SPRING, COMPASS)
    assert (spring(workspace).state, spring(workspace).made_by) == (StatementState.STATED, "compass")
    return_statement(workspace, "compass", SPRING, " The fair is missing. ", COORDINATOR)
    back = spring(workspace)
    assert (back.state, back.comment, back.decided_by) == (
        StatementState.RETURNED, "The fair is missing.", "coordinator",
    )  # fmt: skip
    make_statement(workspace, "compass", SPRING, COMPASS)
    assert spring(workspace).comment == "" and spring(workspace).decided_at is None
    accept_statement(workspace, "compass", SPRING, COORDINATOR)
    assert spring(workspace).state is StatementState.ACCEPTED and spring(workspace).is_compared
    return_statement(workspace, "compass", SPRING, "A sheet was found", COORDINATOR)
    assert spring(workspace).state is StatementState.RETURNED and not spring(workspace).is_compared


def test_what_cannot_be_stated_or_decided_is_refused(fresh: Fresh) -> None:
    workspace = fresh()
    for code, period in (("compass", Quarter(2035, 1)), ("compass", Quarter(2019, 1)), ("nobody", SPRING)):
        with pytest.raises(WrongEntry):
            make_statement(workspace, code, period, COORDINATOR)
    for decide in (accept_statement, lambda *args: return_statement(*args[:-1], "x", args[-1])):
        with pytest.raises(WrongEntry, match="no statement on Q2 2021"):
            decide(workspace, "compass", SPRING, COORDINATOR)
    make_statement(workspace, "compass", SPRING, COMPASS)
    with pytest.raises(WrongEntry, match="already"):
        make_statement(workspace, "compass", SPRING, COMPASS)
    with pytest.raises(WrongEntry, match="empty"):
        return_statement(workspace, "compass", SPRING, " ", COORDINATOR)
    for act in (lambda: make_statement(workspace, "compass", SPRING, VIFIN),
                lambda: accept_statement(workspace, "compass", SPRING, COMPASS),
                lambda: return_statement(workspace, "compass", SPRING, "x", FUNDER)):  # fmt: skip
        with pytest.raises(NotAllowed):
            act()
    assert {one.partner for one in statements(workspace, VIFIN)} == {"vifin"} and statements(workspace, FUNDER) == []


def test_a_quarter_is_stated_once_it_ended(fresh: Fresh) -> None:
    workspace = fresh()
    assert SPRING not in {one.period for one in statements(workspace, COORDINATOR, date(2021, 6, 30))}
    assert statements(workspace, COORDINATOR, date(2021, 7, 1))[0].period == SPRING


def test_later_changes_are_told_person_by_person(fresh: Fresh) -> None:
    workspace = fresh()
    upload = accepted(workspace, ANA, CEM, OTHER_QUARTER)
    assert changes(workspace) == []
    import_file(workspace, "more.csv", sheet(EVA, row("Eva Lang", date="2021-09-01", title="Fall")), actor=COMPASS)
    (new,) = later_corrections(workspace, "compass", SPRING, COMPASS)
    assert (new.kind, new.date, new.city, new.upload) == (CorrectionKind.ADDED, date(2021, 5, 4), "graz", upload + 1)
    assert new.person.startswith("P-") and "Eva" not in repr(new)
    uploads.undo(workspace, upload, COORDINATOR)
    assert sorted(changes(workspace)) == [("added", 1), ("removed", 1), ("removed", 1)]
    gone = [
        one for one in later_corrections(workspace, "compass", SPRING, COMPASS) if one.kind is CorrectionKind.REMOVED
    ]
    assert {(one.person, one.upload) for one in gone} == {("", upload)}
    uploads.redo(workspace, upload, COORDINATOR)
    assert changes(workspace) == [("added", 1)], "who came back is known again"


def test_a_corrected_sheet_changes_only_whom_it_changes(fresh: Fresh) -> None:
    workspace = fresh()
    upload = accepted(workspace, ANA, CEM)
    named = row("Anna Korba", email="ana@example.org", community="Somali")
    import_file(workspace, "list.csv", sheet(named, EVA), Options(replaces=upload), actor=COMPASS)
    assert sorted(changes(workspace)) == [("added", 1), ("removed", 1)], "Cem went, Eva came, Ana stayed"


def test_people_of_one_name_are_told_apart_by_their_addresses(fresh: Fresh) -> None:
    workspace = fresh()
    upload = accepted(workspace, row("Ana Korba", email="one@example.org"), row("Ana Korba", email="two@example.org"))
    import_file(
        workspace, "list.csv", sheet(row("Ana Korba", email="two@example.org")), Options(replaces=upload), actor=COMPASS
    )
    assert changes(workspace) == [("removed", 1)]


def test_people_whom_nobody_identified_are_told_as_a_number(fresh: Fresh) -> None:
    workspace = fresh()
    upload = accepted(workspace, ANA, row(""), row("", gender="Male"))
    import_file(workspace, "list.csv", sheet(ANA, row("")), Options(replaces=upload), actor=COMPASS)
    (found,) = later_corrections(workspace, "compass", SPRING, COMPASS)
    assert found == PeriodCorrection(
        CorrectionKind.REMOVED, "skill_transfer_workshop", "graz", date(2021, 5, 4), people=1
    )


def test_a_forgotten_person_leaves_no_digest_and_is_no_correction(fresh: Fresh) -> None:
    workspace = fresh()
    accepted(workspace, ANA, CEM)
    forget(workspace, TypedPerson(name="Ana Korba", email="ana@example.org"), COORDINATOR)
    assert changes(workspace) == []
    again = import_file(workspace, "again.csv", sheet(ANA, EVA), actor=COMPASS)
    assert again.upload and changes(workspace) == [("added", 1)]


def test_what_is_kept_is_encrypted(fresh: Fresh) -> None:
    workspace = fresh()
    accepted(workspace, ANA)
    return_statement(workspace, "compass", SPRING, "Quendelberg", COORDINATOR)
    make_statement(workspace, "compass", SPRING, COMPASS)
    accept_statement(workspace, "compass", SPRING, COORDINATOR)
    with workspace.store.reading() as connection:
        raw = connection.exec_driver_sql("SELECT comment, accepted FROM statement").one()
    assert STATEMENT.c.accepted is not None and "graz" not in raw.accepted and "2021-05-04" not in raw.accepted
    assert preview_purge(workspace, COORDINATOR) is not None


def test_a_quarter_without_a_statement_is_owed_where_the_project_asks_for_it(fresh: Fresh) -> None:
    workspace = fresh()
    assert owed(workspace, COMPASS) == []
    workspace.project = workspace.project.model_copy(update={"quarterly_statements": True})
    (first, *_rest) = owed(workspace, COMPASS, as_of=date(2021, 7, 10))
    assert (first.kind, first.partner, owed_words(first.kind, 1)) == (
        OwedKind.STATEMENT, "compass", "statement that the sheets are complete",
    )  # fmt: skip
    spring = owed(workspace, COMPASS, as_of=date(2021, 7, 10))[-1]
    assert (spring.code, spring.title, spring.days) == ("2021-Q2", "Q2 2021", 10)
    make_statement(workspace, "compass", SPRING, COMPASS)
    assert spring.code not in {one.code for one in owed(workspace, COMPASS)}
    return_statement(workspace, "compass", SPRING, "The fair is missing", COORDINATOR)
    assert spring.code in {one.code for one in owed(workspace, COMPASS)}
