"""Stating that the sheets of a quarter are complete, accepting and returning such statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.periods import Quarter, quarters
from liaison_metrics.domain.project import Project, today
from liaison_metrics.errors import WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.figures.narrative.notes import checked_text
from liaison_metrics.services.uploads.statements.corrections import PeriodCorrection, corrections
from liaison_metrics.services.uploads.statements.holdings import as_text, from_text, holdings
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.narrative import statements as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LONGEST_COMMENT = 1000
"""Characters: what is missing of a quarter, not a letter."""


class StatementState(StrEnum):
    """How far a statement is."""

    MISSING = "missing"
    """The quarter ended, and nobody stated anything."""

    STATED = "stated"
    """The partner stated that its sheets are complete."""

    ACCEPTED = "accepted"
    """The coordinator accepted it."""

    RETURNED = "returned"
    """The coordinator returned it with a comment: something is missing."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of a partner (code) on a quarter: who made and who decided it (actors' codes), and when (None: not
    yet). ``is_compared`` says that later changes can be told: what was accepted is kept."""

    partner: str
    period: Quarter
    state: StatementState
    comment: str = ""
    made_by: str = ""
    made_at: datetime | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    is_compared: bool = False


@requires(Action.STATEMENT_READ)
def statements(workspace: Workspace, actor: Actor, day: date | None = None) -> list[Statement]:
    """Returns the statements of the quarters that ended before a day (default: today), with those that are missing: the
    latest quarter first, the partners in the order of the project file, as far as the actor may see them."""
    project = workspace.project
    with workspace.store.reading() as connection:
        kept = {(row["partner"], row["period"]): _statement(row) for row in stored.read_statements(connection)}
    partners = [code for code in stating_partners(project) if _may_read(actor, code)]
    return [
        kept.get((code, period.code)) or Statement(code, period, StatementState.MISSING)
        for period in reversed(ended_quarters(project, day or today()))
        for code in partners
    ]


@requires(Action.STATEMENT_READ)
def later_corrections(workspace: Workspace, partner: str, period: Quarter, actor: Actor) -> list[PeriodCorrection]:
    """Returns what changed of a quarter since the statement of a partner (code) on it was accepted. Nobody is named.
    Nothing where it is not accepted, or where what was accepted is not kept any more. Raises NotAllowed."""
    check(actor, Action.STATEMENT_READ, Resource.owed(partner))
    with workspace.snapshot() as (index, connection):
        row = stored.read_statement(connection, partner, period.code)
        text = Encryption(workspace.secret).decrypt(row["accepted"]) if row else ""
        if not text:
            return []
        now = holdings(index, workspace.project, partner, period, workspace.people_secret)
    return corrections(from_text(text), now)


@requires(Action.STATEMENT_MAKE)
def make_statement(workspace: Workspace, partner: str, period: Quarter, actor: Actor) -> None:
    """States that the sheets of a partner (code) of a quarter are complete.

    Raises WrongEntry for a quarter that has not ended or is not of the project, a partner without cities, or one that
    was stated already, and NotAllowed.
    """
    check(actor, Action.STATEMENT_MAKE, Resource.owed(partner))
    _check_period(workspace.project, partner, period)
    with workspace.store.writing() as connection:
        before = _state(stored.read_statement(connection, partner, period.code))
        if before in (StatementState.STATED, StatementState.ACCEPTED):
            raise WrongEntry(
                _("The sheets of {period} are stated to be complete already.").format(period=fmt.quarter(period.code)),
                hint=_("Ask the coordinator to return the statement if something is missing."),
            )
        stored.keep_statement(connection, partner, period.code, StatementState.STATED.value, actor.code)
        _record(connection, workspace, actor, (AuditAction.STATEMENT_MAKE, partner, period, before))


@requires(Action.STATEMENT_DECIDE)
def accept_statement(workspace: Workspace, partner: str, period: Quarter, actor: Actor) -> None:
    """Accepts the statement of a partner (code) on a quarter, and keeps what its sheets hold of it now.

    Raises WrongEntry where there is no statement to accept, and NotAllowed.
    """
    check(actor, Action.STATEMENT_DECIDE)
    with workspace.snapshot() as (index, connection):
        _to_decide(connection, partner, period, (StatementState.STATED,))
        held = as_text(holdings(index, workspace.project, partner, period, workspace.people_secret))
    with workspace.store.writing() as connection:
        row = _to_decide(connection, partner, period, (StatementState.STATED,))
        decision = {
            "state": StatementState.ACCEPTED.value, "comment": "", "decided_by": actor.code,
            "accepted": Encryption(workspace.secret).encrypt(held),
        }  # fmt: skip
        stored.decide_statement(connection, row["id"], decision)
        _record(connection, workspace, actor, (AuditAction.STATEMENT_ACCEPT, partner, period, _state(row)))


@requires(Action.STATEMENT_DECIDE)
def return_statement(workspace: Workspace, partner: str, period: Quarter, comment: str, actor: Actor) -> None:
    """Returns the statement of a partner (code) on a quarter, also an accepted one, with a comment.

    Raises WrongEntry for an empty or too long comment or where there is no statement to return, and NotAllowed.
    """
    check(actor, Action.STATEMENT_DECIDE)
    words = checked_text(comment, LONGEST_COMMENT)
    with workspace.store.writing() as connection:
        row = _to_decide(connection, partner, period, (StatementState.STATED, StatementState.ACCEPTED))
        decision = {
            "state": StatementState.RETURNED.value, "comment": words, "decided_by": actor.code, "accepted": "",
        }  # fmt: skip
        stored.decide_statement(connection, row["id"], decision)
        _record(connection, workspace, actor, (AuditAction.STATEMENT_RETURN, partner, period, _state(row)))


def state_words(state: StatementState) -> str:
    """Returns how far a statement is, in words."""
    return {
        StatementState.MISSING: _("no statement yet"), StatementState.STATED: _("stated, to be accepted"),
        StatementState.ACCEPTED: _("accepted"), StatementState.RETURNED: _("returned"),
    }[state]  # fmt: skip


def ended_quarters(project: Project, day: date) -> list[Quarter]:
    """Returns the quarters of the project that ended before a day, the earliest first. The last ends with the
    project."""
    return [one for one in quarters(project.start, project.end) if min(one.last, project.end) < day]


def stating_partners(project: Project) -> list[str]:
    """Returns the partners (codes) that have cities, and so sheets."""
    with_cities = {city.partner for city in project.cities}
    return [one.code for one in project.partners if one.code in with_cities]


def _check_period(project: Project, partner: str, period: Quarter) -> None:
    if partner not in stating_partners(project):
        raise WrongEntry(_("This partner has no city, and so no sheets."), hint=_("Choose another partner."))
    if period not in ended_quarters(project, today()):
        raise WrongEntry(
            _("{period} has not ended, or is not part of the project.").format(period=fmt.quarter(period.code)),
            hint=_("Choose a quarter that has ended."),
        )


def _to_decide(connection: Connection, partner: str, period: Quarter, states: Sequence[StatementState]) -> Row:
    row = stored.read_statement(connection, partner, period.code)
    if row is None or row["state"] not in states:
        raise WrongEntry(
            _("There is no statement on {period} to decide.").format(period=fmt.quarter(period.code)),
            hint=_("Reload the page. Somebody may have decided it."),
        )
    return row


def _record(
    connection: Connection, workspace: Workspace, actor: Actor, done: tuple[AuditAction, str, Quarter, StatementState]
) -> None:
    action, partner, period, before = done
    entry = AuditEntry(action, AuditKind.STATEMENT, f"{partner} {period.code}", before={"state": before.value})
    record(connection, workspace, actor, entry)


def _state(row: Row | None) -> StatementState:
    return StatementState(row["state"]) if row else StatementState.MISSING


def _statement(row: Row) -> Statement:
    period = Quarter.read(row["period"])
    assert period is not None
    return Statement(
        row["partner"], period, _state(row), row["comment"], row["made_by"], row["made_at"], row["decided_by"],
        row["decided_at"], bool(row["accepted"]),
    )  # fmt: skip


def _may_read(actor: Actor, partner: str) -> bool:
    return allows(actor, Action.STATEMENT_READ, Resource.owed(partner))
