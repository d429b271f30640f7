"""The end of the retention time: after it, all personal data are deleted and the figures stay.

Each person becomes a random number that leads to nobody. So everybody still counts once, and the aggregates, pages and
issued reports stay. Original files, name forms, answers, remarks, decisions about people, and the names of files and
sheets go.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from liaison_metrics import format as fmt
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.project import today
from liaison_metrics.errors import RetentionError, StoreError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.uploads.personal_data.forgetting import people_of
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records import encrypted_words
from liaison_metrics.store.records import forgotten as stored
from liaison_metrics.texts import _, ngettext

NOTICE_DAYS = 180
"""Days before the end of the retention time from which pages say so: half a year, time for a last report and audit."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long personal data are kept: until which day (None: the final payment is not known), and when they were
    deleted (None: they were not), with how many of what."""

    until: date | None
    years: int
    deleted_at: datetime | None
    deleted: Mapping[str, int]

    @property
    def days_left(self) -> int | None:
        """The days until the data are to be deleted; 0 from that day on, None where it is not known."""
        return max(0, (self.until - today()).days) if self.until else None

    @property
    def is_due(self) -> bool:
        """Whether the data are to be deleted now."""
        return self.deleted_at is None and self.days_left == 0

    @property
    def is_near(self) -> bool:
        """Whether the day comes soon, so that pages say so."""
        return self.deleted_at is None and self.days_left is not None and self.days_left <= NOTICE_DAYS


@requires(Action.DATA_PROTECTION_READ)
def retention(workspace: Workspace, actor: Actor) -> Retention:
    """Returns how long personal data are kept. Raises NotAllowed."""
    check(actor, Action.DATA_PROTECTION_READ)
    with workspace.store.reading() as connection:
        return _retention(connection, workspace)


def retention_words(found: Retention) -> str:
    """Returns in a sentence until when personal data are kept, or when they were deleted."""
    if found.deleted_at is not None:
        return _("All personal data were deleted on {day}. The figures stay.").format(day=fmt.day(found.deleted_at))
    if found.until is None:
        return ngettext(
            "Personal data are kept for {n} year after the final payment.",
            "Personal data are kept for {n} years after the final payment.",
            found.years,
        ).format(n=found.years)
    if found.is_due:
        return _("Personal data were to be kept until {day}. Delete them now.").format(day=fmt.day(found.until))
    return _("Personal data are kept until {day}.").format(day=fmt.day(found.until))


@requires(Action.PERSONAL_DATA_PURGE)
def preview_purge(workspace: Workspace, actor: Actor) -> Mapping[str, int]:
    """Returns how many of what would be deleted. Changes nothing. Raises NotAllowed."""
    check(actor, Action.PERSONAL_DATA_PURGE)
    with workspace.store.reading() as connection:
        return stored.count_personal_data(connection)


@requires(Action.PERSONAL_DATA_PURGE)
def purge(workspace: Workspace, actor: Actor) -> Mapping[str, int]:
    """Deletes all personal data; returns how many of what. No figure changes.

    Raises RetentionError before the day, or where it was done before; NotAllowed.
    """
    check(actor, Action.PERSONAL_DATA_PURGE)
    with workspace.store.writing() as connection:
        _refuse_too_early(_retention(connection, workspace))
        deleted = stored.count_personal_data(connection)
        before = people_of(connection, workspace)
        _remove_identifiers(connection, workspace)
        stored.remove_personal_data(connection)
        encrypted_words.remove_words(connection)
        encrypted_words.number_names(connection)
        if people_of(connection, workspace) != before:
            raise StoreError(_("Figures would change, so nothing was done."), hint=_("Restore a backup and try again."))
        stored.record_purge(connection, actor.code, deleted)
        entry = AuditEntry(AuditAction.PERSONAL_DATA_PURGE, AuditKind.PROJECT, after=deleted)
        record(connection, workspace, actor, entry)
    with suppress(StoreError):  # somebody who reads keeps it a while longer: the next writer empties it
        workspace.store.forget_journal()
    return deleted


def _retention(connection: Connection, workspace: Workspace) -> Retention:
    rule, done = workspace.project.data_protection, stored.read_purge(connection)
    return Retention(rule.purge_day, rule.years, done["made_at"] if done else None, done["deleted"] if done else {})


def _refuse_too_early(found: Retention) -> None:
    if found.deleted_at is not None:
        raise RetentionError(_("The personal data were deleted before."))
    if found.until is None:
        raise RetentionError(
            _("The end of the retention time is not known."),
            hint=_("Write the day of the final payment into the project file: data_protection, final_payment."),
        )
    if not found.is_due:
        raise RetentionError(
            _("Personal data must be kept until {day}.").format(day=fmt.day(found.until)),
            hint=_("Funders can ask for the attendance sheets until then."),
        )


def _remove_identifiers(connection: Connection, workspace: Workspace) -> None:
    """Gives the attendances of each person one random number in place of all identifiers. The year of birth stays, for
    age bands; where rows of one person state several, the one that counts."""
    state = workspace.new_index(connection).state
    rows, persons = state.register.log.rows, state.register.persons.part.tolist()
    numbers: dict[int, int] = {NOBODY: 0}
    instead, years = {}, {}
    for at, person, year in zip(rows.id.tolist(), persons, rows.birth_year.tolist(), strict=True):
        instead[at] = numbers.setdefault(person, secrets.randbits(62) + 1)
        counts = int(state.traits.birth_year[person]) if person != NOBODY else year
        years[at] = year if year in (0, counts) else 0
    stored.remove_identifiers(connection, instead, years)
