"""The receipt about a forgotten person: what was done, in plain words and numbers, without a name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from liaison_metrics import format as fmt
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.labels import label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records import forgotten as stored
from liaison_metrics.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt: its number, when it was made, and its text. ``digest`` stands in the audit record."""

    number: int
    made_at: datetime
    text: str

    @property
    def digest(self) -> str:
        """The digest of the text. Whoever has the receipt can compare it with the audit record."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def file(self) -> str:
        """The name of the receipt's file."""
        return f"receipt-{self.number:04}.txt"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done: the attendances without identifiers, their events and uploads, the files that were blacked out
    with their rows, the files that read differently now, the words changed elsewhere (answers, remarks), and the
    evidence files of their events, each with the day and the city (code) of the event: nobody can search them."""

    attendances: int
    events: int
    uploads: tuple[int, ...]
    files: tuple[tuple[int, int], ...]
    read_differently: tuple[int, ...]
    lost: tuple[int, ...]
    words: int
    waiting: int
    to_look_at: tuple[tuple[int, date, str], ...] = ()


def receipt_text(workspace: Workspace, number: int, made_at: datetime, done: Forgotten) -> str:
    """Returns the text of a receipt."""
    project = workspace.project
    lines = [
        _("Receipt no. {number}: personal data deleted").format(number=number),
        _("Project: {acronym}, {title}").format(acronym=project.acronym, title=project.title),
        _("Date: {when}").format(when=f"{made_at:%Y-%m-%d %H:%M} UTC"),
        "",
        _("What was done"),
        "- " + ngettext(
            "{n} attendance has no name, e-mail address, phone number or birth date any more.",
            "{n} attendances have no name, e-mail address, phone number or birth date any more.", done.attendances,
        ).format(n=fmt.number(done.attendances)),
        "- " + _("They count on under a random number that leads to nobody, so no figure changed."),
        *("- " + line for line in _file_lines(done)),
        "- " + _("Name forms, saved answers, remarks and waiting sheets no longer hold the person’s details."),
        "",
        *_evidence_lines(workspace, done),
        _("What stays"),
        "- " + _("A keyed digest recognises the person in files that are uploaded later, and removes them again."),
        *("- " + line for line in _backup_lines(workspace)),
        "- " + _("Copies outside this program: the partner’s own sheet, and files that somebody downloaded."),
        "",
    ]  # fmt: skip
    return "\n".join(lines)


def _file_lines(done: Forgotten) -> list[str]:
    """Returns what happened to the kept files, one line each."""
    lines = [
        ngettext(
            "Upload {number}: {n} row was blacked out in the kept file.",
            "Upload {number}: {n} rows were blacked out in the kept file.", rows,
        ).format(number=number, n=fmt.number(rows))
        for number, rows in done.files
    ]  # fmt: skip
    lines += [
        _("Upload {number}: the kept file reads differently now. If you undo this upload, upload a file again.").format(
            number=number
        )
        for number in done.read_differently
    ]
    lines += [_("Upload {number}: no file is kept.").format(number=number) for number in done.lost]
    return lines


def _evidence_lines(workspace: Workspace, done: Forgotten) -> list[str]:
    """Returns which evidence files somebody has to look at, nothing where there is none."""
    if not done.to_look_at:
        return []
    lines = [
        _("- Evidence file {number}, event of {day} in {city}").format(
            number=number, day=day.isoformat(), city=label(workspace.project, "city", city)
        )
        for number, day, city in done.to_look_at
    ]
    heading = _("What somebody must look at by hand")
    why = _("Photos and documents cannot be searched. Remove those that name or show the person, on the event’s page:")
    return [heading, why, *lines, ""]


def _backup_lines(workspace: Workspace) -> list[str]:
    settings = workspace.settings
    if settings.backup_folder is None:
        return [_("Backups that you made before still hold the data, encrypted. Delete them, or restore none of them.")]
    days = -(-settings.backup_hours * settings.backup_copies // 24)
    return [
        ngettext(
            "Scheduled backups from before hold the data, encrypted, for {n} day at most.",
            "Scheduled backups from before hold the data, encrypted, for {n} days at most.",
            days,
        ).format(n=days),
        _("Backups that you made yourself hold them until you delete them."),
    ]


@requires(Action.PERSON_FORGET)
def receipts(workspace: Workspace, actor: Actor) -> list[Receipt]:
    """Returns the receipts, the latest first. Raises NotAllowed."""
    check(actor, Action.PERSON_FORGET)
    encryption = Encryption(workspace.secret)
    with workspace.store.reading() as connection:
        rows = stored.read_forgotten(connection)
    return [Receipt(row["id"], row["made_at"], encryption.decrypt(row["receipt"])) for row in reversed(rows)]
