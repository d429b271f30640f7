"""Issued reports: frozen with a number, the same bytes for ever, and what has changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from liaison_metrics.errors import NotAllowed, UnknownReport, WrongEntry
from liaison_metrics.reports.model import Report
from liaison_metrics.services import comparison
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import issued as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

Render = Callable[[Report], Mapping[str, bytes]]
"""Gives the files of a report by their names."""


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A report as it was issued. ``threshold`` is None where it is exact; ``digest`` is that of all its files."""

    number: int
    name: str
    made_by: str
    made_at: datetime
    as_of: date
    city: str | None
    threshold: int | None
    uploads: frozenset[int]
    figures: Mapping[str, int]
    digest: str

    @property
    def standing(self) -> comparison.Standing:
        """What it stood on."""
        return comparison.Standing(self.as_of, self.city, self.uploads, self.figures, self.made_at)


def issue(workspace: Workspace, name: str, make: Callable[[], Report], render: Render, actor: Actor) -> IssuedReport:
    """Freezes a report under the next number and returns it. *make* computes it, *render* draws its files.

    Raises NotAllowed for a partner, and where the figures are made up for demonstration, and WrongEntry without a name.
    """
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    if not actor.is_coordinator:
        raise NotAllowed(_("Only the coordinator issues reports."), hint=_("Download the report without issuing it."))
    if workspace.demonstration():
        raise NotAllowed(
            _("A report on made-up data cannot be issued."), hint=_("Bring the first real sheet, then issue it.")
        )
    if not name:
        raise WrongEntry(_("An issued report needs a name."), hint=_("Say what it is: “Interim report”."))
    made_at = datetime.now(UTC)  # what is corrected while the files are drawn comes after it
    with workspace.snapshot() as (_index, connection):
        report = make()
        standing = comparison.now(workspace, report.scope.city, report.as_of)
        number = stored.next_number(connection)
    forms = render(replace(report, number=str(number)))
    with workspace.store.writing() as connection:
        if stored.next_number(connection) != number:  # somebody else was faster
            number = stored.next_number(connection)
            forms = render(replace(report, number=str(number)))
        stored.keep(
            connection,
            number,
            {
                "name": name, "made_by": actor.code, "made_at": made_at, "as_of": report.as_of,
                "city": standing.city or "", "threshold": report.threshold, "uploads": sorted(standing.uploads),
                "figures": dict(standing.reached), "digest": digest(forms),
            },
            forms,
        )  # fmt: skip
        return _issued(stored.read_reports(connection, number)[0])


def digest(forms: Mapping[str, bytes]) -> str:
    """Returns the SHA-256 of all files, with their names, in the order of the names."""
    whole = hashlib.sha256()
    for file in sorted(forms):
        whole.update(f"{file}\n{hashlib.sha256(forms[file]).hexdigest()}\n".encode())
    return whole.hexdigest()


def reports(workspace: Workspace) -> list[IssuedReport]:
    """Returns the issued reports, the latest first."""
    with workspace.store.reading() as connection:
        return [_issued(row) for row in stored.read_reports(connection)]


def files(workspace: Workspace, number: int) -> dict[str, bytes]:
    """Returns the files of an issued report as they were made. Raises UnknownReport."""
    with workspace.store.reading() as connection:
        found = stored.read_forms(connection, number)
    if not found:
        raise UnknownReport(_("There is no issued report {number}.").format(number=number))
    return found


def compare(workspace: Workspace, number: int, other: int | None = None) -> list[comparison.Step]:
    """Returns why the figures of the later of two issued reports, or (None) those of today, are not those of the
    earlier one.

    Raises UnknownReport where there is none, or where the two are about different cities.
    """
    found = {one.number: one for one in reports(workspace)}
    if number not in found or (other is not None and other not in found):
        raise UnknownReport(
            _("There is no issued report {number}.").format(number=other if number in found else number)
        )
    numbers = sorted([number] if other is None else [number, other])
    before = found[numbers[0]].standing
    after = found[numbers[1]].standing if other is not None else comparison.now(workspace, before.city)
    if before.city != after.city:
        raise UnknownReport(
            _("The two reports are about different parts of the project."),
            hint=_("Compare reports about the same city, or about the whole project."),
        )
    return comparison.steps(workspace, before, after)


def _issued(row: Row) -> IssuedReport:
    return IssuedReport(
        row["id"], row["name"], row["made_by"], row["made_at"], row["as_of"], row["city"] or None, row["threshold"],
        frozenset(row["uploads"]), row["figures"], row["digest"],
    )  # fmt: skip
