"""Giving a person what the project keeps about them: as JSON for programs, as HTML to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.forgotten import Traces
from liaison_metrics.errors import UnknownPerson
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.labels import label
from liaison_metrics.services.uploads.personal_data import files
from liaison_metrics.services.uploads.personal_data.files import KeptFile
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson, found_person
from liaison_metrics.services.uploads.personal_data.planning import places_of
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, language, ngettext


@dataclass(frozen=True, slots=True)
class KeptAttendance:
    """What one row of a kept file says about a person, and where and since when it is kept."""

    date: str
    activity: str
    city: str
    title: str
    name: str
    email: str
    phone: str
    birth: str
    community: str
    group: str
    gender: str
    upload: int
    file: str
    sheet: str
    row: int
    kept_since: str
    counted: bool


@dataclass(frozen=True, slots=True)
class PersonFile:
    """What is kept about a person. ``unreadable`` are the attendances whose file was not kept."""

    made_at: datetime
    project: str
    attendances: tuple[KeptAttendance, ...]
    unreadable: int
    seen_by: tuple[str, ...]
    kept_until: str
    contact: str

    def as_json(self) -> bytes:
        """Returns it for programs."""
        found: dict[str, Any] = asdict(self) | {"made_at": self.made_at.isoformat()}
        return json.dumps(found, ensure_ascii=False, indent=1).encode()

    def as_html(self) -> bytes:
        """Returns it as a page to read or print."""
        return str(_page(self)).encode()


@requires(Action.PERSON_DISCLOSE)
def disclose(workspace: Workspace, typed: TypedPerson, actor: Actor) -> PersonFile:
    """Returns what is kept about a person, and records that somebody asked, without a name.

    Raises UnknownPerson where nobody or several people are meant, and NotAllowed.
    """
    check(actor, Action.PERSON_DISCLOSE)
    person = found_person(workspace, typed)
    if not person.attendances:
        raise UnknownPerson(_("Nobody was found."), hint=_("Try another address, number or spelling."))
    places, nobody_else = places_of(person), Traces("", person.identities)
    found: list[KeptAttendance] = []
    with workspace.store.reading() as connection:
        for row, data in files.kept_uploads(connection, workspace.secret, places, others=False):
            file = files.open_kept(workspace, row, data, None)
            if file and file.reading:
                own = files.own_rows(workspace, file.reading, places[row["id"]], nobody_else)
                found += _attendances(workspace, file, own)
    rule = workspace.project.data_protection
    disclosed = PersonFile(
        datetime.now(UTC), f"{workspace.project.acronym}: {workspace.project.title}",
        tuple(sorted(found, key=lambda one: (one.date, one.upload, one.row))),
        max(0, person.attendances - len(found)),
        (
            _("the coordinator: everything"),
            _("the partner of the city: its own sheets, with names; figures of its cities"),
            _("the funder: figures and published reports, no names"),
        ),
        rule.purge_day.isoformat() if rule.purge_day else
        ngettext(
            "{n} year after the final payment", "{n} years after the final payment", rule.years
        ).format(n=rule.years),
        rule.contact or rule.controller,
    )  # fmt: skip
    after = {"attendances": person.attendances, "uploads": len(person.uploads)}
    record_alone(workspace, actor, AuditEntry(AuditAction.PERSON_DISCLOSE, AuditKind.PERSON, after=after))
    return disclosed


def _attendances(workspace: Workspace, file: KeptFile, own: list[int]) -> Iterator[KeptAttendance]:
    assert file.reading is not None
    project = workspace.project
    for at in own:
        row = file.reading.attendances[at]
        event = file.reading.events[row.event]
        yield KeptAttendance(
            event.date.isoformat(), label(project, "activity", event.activity), label(project, "city", event.city),
            event.title, row.name or "", row.email or "", row.phone or "",
            row.birth.isoformat() if row.birth else str(row.birth_year or ""),
            label(project, "community", row.community) if row.community else "",
            label(project, "group", row.group) if row.group else "",
            label(project, "gender", row.gender) if row.gender else "",
            file.upload["id"], file.upload["file"], row.sheet, row.row,
            file.upload["imported_at"].isoformat(), file.upload["undone_at"] is None,
        )  # fmt: skip


def _page(found: PersonFile) -> Markup:
    heads = (
        _("Date"), _("Activity"), _("City"), _("Event"), _("Name"), _("E-mail"), _("Phone"), _("Born"),
        _("Community"), _("Group"), _("Gender"), _("File"), _("Sheet, row"), _("Kept since"),
    )  # fmt: skip
    rows = (
        (
            one.date, one.activity, one.city, one.title, one.name, one.email, one.phone, one.birth, one.community,
            one.group, one.gender, f"{one.file} ({one.upload})", f"{one.sheet}, {one.row}", one.kept_since[:10],
        )
        for one in found.attendances
    )  # fmt: skip
    cells = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in rows
    )
    notes = [
        _("Kept until: {until}").format(until=found.kept_until),
        *(_("Can be seen by {who}").format(who=who) for who in found.seen_by),
        *([_("Contact: {contact}").format(contact=found.contact)] if found.contact else []),
        *(
            [
                ngettext(
                    "{n} more row, whose file is not kept", "{n} more rows, whose file is not kept", found.unreadable
                ).format(n=found.unreadable)
            ]
            if found.unreadable
            else []
        ),
    ]
    return Markup(
        '<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{{font-family:sans-serif;margin:2rem}}table{{border-collapse:collapse}}"
        "th,td{{border:1px solid #999;padding:.3rem .5rem;text-align:left}}</style>"
        "<h1>{title}</h1><p>{project}, {made}</p><ul>{notes}</ul><table><tr>{heads}</tr>{rows}</table></html>"
    ).format(
        language=language(), title=_("What is kept about you"), project=found.project, made=fmt.day(found.made_at),
        notes=Markup("").join(Markup("<li>{}</li>").format(one) for one in notes),
        heads=Markup("").join(Markup("<th>{}</th>").format(one) for one in heads), rows=cells,
    )  # fmt: skip
