"""The archive of issued reports: each has a number and keeps its files byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from liaison_metrics.errors import UnknownReport, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows, check, requires
from liaison_metrics.services.issued_reports import comparison
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records import issued as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A report as it was issued. ``threshold`` is None for an exact one; ``digest`` is that of all its files.
    ``withdrawn_at`` is None while it is valid; ``replaced_by`` is the number of the report that replaces it."""

    number: int
    name: str
    made_by: str
    made_at: datetime
    as_of: date
    city: str | None
    threshold: int | None
    uploads: frozenset[int]
    figures: Mapping[str, int]
    counting_rules: int
    digest: str
    withdrawn_at: datetime | None = None
    replaced_by: int | None = None

    @property
    def state_words(self) -> str:
        """Returns whether the report is valid, in words."""
        if self.replaced_by is not None:
            return _("replaced by report {number}").format(number=self.replaced_by)
        return _("withdrawn") if self.withdrawn_at else _("valid")

    @property
    def basis(self) -> comparison.ReportBasis:
        """What the report is based on."""
        return comparison.ReportBasis(
            self.as_of, self.city, self.uploads, self.figures, self.made_at, self.counting_rules
        )


@dataclass(frozen=True, slots=True)
class ReportToIssue:
    """What to store about a report: its name, what it is based on (with the time of issue as ``issued_at``), and the
    suppression threshold (None: exact)."""

    name: str
    basis: comparison.ReportBasis
    threshold: int | None


@requires(Action.REPORT_ISSUE)
def add(
    workspace: Workspace, report: ReportToIssue, render: Callable[[int], Mapping[str, bytes]], actor: Actor
) -> IssuedReport:
    """Stores a report under the next number and returns it. *render* returns its files by name for a number; it is
    called again if another report takes that number meanwhile. Raises NotAllowed."""
    check(actor, Action.REPORT_ISSUE)
    with workspace.store.reading() as connection:
        number = stored.next_number(connection)
    files = render(number)
    with workspace.store.writing() as connection:
        if stored.next_number(connection) != number:
            number = stored.next_number(connection)
            files = render(number)
        basis = report.basis
        stored.keep(
            connection,
            number,
            {
                "name": report.name, "made_by": actor.code, "made_at": basis.issued_at, "as_of": basis.as_of,
                "city": basis.city or "", "threshold": report.threshold, "uploads": sorted(basis.uploads),
                "figures": dict(basis.reached), "counting_rules": basis.counting_rules, "digest": digest(files),
            },
            files,
        )  # fmt: skip
        made = {
            "digest": digest(files), "as_of": basis.as_of.isoformat(), "city": basis.city or "",
            "threshold": report.threshold, "counting_rules": basis.counting_rules,
        }  # fmt: skip
        record(
            connection, workspace, actor, AuditEntry(AuditAction.REPORT_ISSUE, AuditKind.REPORT, number, after=made)
        )  # fmt: skip
        return _issued_report(stored.read_reports(connection, number)[0])


def digest(files: Mapping[str, bytes]) -> str:
    """Returns the SHA-256 of all files and their names, in the order of the names."""
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(f"{file}\n{hashlib.sha256(files[file]).hexdigest()}\n".encode())
    return whole.hexdigest()


@requires(Action.REPORT_ISSUED_READ)
def all_reports(workspace: Workspace, actor: Actor) -> list[IssuedReport]:
    """Returns the issued reports that the actor may see, the latest first."""
    with workspace.store.reading() as connection:
        reports = [_issued_report(row) for row in stored.read_reports(connection)]
    return [one for one in reports if allows(actor, _to_read(one))]


def _to_read(report: IssuedReport) -> Action:
    return Action.REPORT_EXACT if report.threshold is None else Action.REPORT_ISSUED_READ


@requires(Action.REPORT_ISSUED_READ)
def latest_published(workspace: Workspace, actor: Actor) -> IssuedReport | None:
    """Returns the latest report on the whole project that was issued for publication and is not withdrawn."""
    found = all_reports(workspace, actor)
    return next((one for one in found if not (one.threshold is None or one.city or one.withdrawn_at)), None)


@requires(Action.REPORT_ISSUE)
def withdraw(workspace: Workspace, number: int, actor: Actor, replaced_by: int | None = None) -> None:
    """Marks a report as withdrawn, or as replaced by a later one. Its files stay as they are.

    Raises NotAllowed, UnknownReport, and WrongEntry if the other report is not a later one that is valid itself.
    """
    check(actor, Action.REPORT_ISSUE)
    with workspace.store.writing() as connection:
        _known(connection, number)
        if replaced_by is not None and (replaced_by <= number or _known(connection, replaced_by).withdrawn_at):
            raise WrongEntry(
                _("Report {other} can’t replace report {number}.").format(other=replaced_by, number=number),
                hint=_("Choose a report that was issued later and is not withdrawn."),
            )
        stored.change(
            connection, number,
            {"withdrawn_at": datetime.now(UTC), "withdrawn_by": actor.code, "replaced_by": replaced_by},
        )  # fmt: skip
        entry = AuditEntry(
            AuditAction.REPORT_WITHDRAW, AuditKind.REPORT, number, after={"replaced_by": replaced_by or ""}
        )
        record(connection, workspace, actor, entry)


@requires(Action.REPORT_ISSUE)
def restore(workspace: Workspace, number: int, actor: Actor) -> None:
    """Takes back that a report is withdrawn. Raises NotAllowed and UnknownReport."""
    check(actor, Action.REPORT_ISSUE)
    with workspace.store.writing() as connection:
        before = _known(connection, number).replaced_by
        stored.change(connection, number, {"withdrawn_at": None, "withdrawn_by": "", "replaced_by": None})
        entry = AuditEntry(AuditAction.REPORT_RESTORE, AuditKind.REPORT, number, before={"replaced_by": before or ""})
        record(connection, workspace, actor, entry)


def _known(connection: Connection, number: int) -> IssuedReport:
    for row in stored.read_reports(connection, number):
        return _issued_report(row)
    raise UnknownReport(_("There is no issued report {number}.").format(number=number))


@requires(Action.REPORT_ISSUED_READ)
def files_of(workspace: Workspace, number: int, actor: Actor) -> dict[str, bytes]:
    """Returns the files of an issued report by name. Raises UnknownReport, and NotAllowed for an exact one that the
    actor may not see."""
    with workspace.store.reading() as connection:
        reports = stored.read_reports(connection, number)
        files = stored.read_forms(connection, number)
    for row in reports:
        check(actor, _to_read(_issued_report(row)))
    if not files:
        check(actor, Action.REPORT_ISSUED_READ)
        raise UnknownReport(_("There is no issued report {number}.").format(number=number))
    return files


@requires(Action.REPORT_COMPARE)
def compare(
    workspace: Workspace, number: int, other: int | None = None, *, actor: Actor
) -> list[comparison.FigureChange]:
    """Returns why the figures changed between two issued reports, or between one and today (None).

    Raises NotAllowed, and UnknownReport if there is no such report, or if the two are about different cities.
    """
    check(actor, Action.REPORT_COMPARE)
    reports = {report.number: report for report in all_reports(workspace, actor)}
    if number not in reports or (other is not None and other not in reports):
        raise UnknownReport(
            _("There is no issued report {number}.").format(number=other if number in reports else number)
        )
    numbers = sorted([number] if other is None else [number, other])
    before = reports[numbers[0]].basis
    today = comparison.current_basis(workspace, before.city, actor=actor) if other is None else None
    after = today or reports[numbers[1]].basis
    if before.city != after.city:
        raise UnknownReport(
            _("The two reports are about different parts of the project."),
            hint=_("Compare reports about the same city, or about the whole project."),
        )
    return comparison.explain_changes(workspace, before, after, actor)


def _issued_report(row: Row) -> IssuedReport:
    return IssuedReport(
        row["id"], row["name"], row["made_by"], row["made_at"], row["as_of"], row["city"] or None, row["threshold"],
        frozenset(row["uploads"]), row["figures"], row["counting_rules"], row["digest"],
        row["withdrawn_at"], row["replaced_by"],
    )  # fmt: skip
