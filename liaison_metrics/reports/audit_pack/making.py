"""Makes an audit pack: a ZIP archive, piece by piece, with one file in memory at a time.

The same events, files and seed give the same bytes: the archive states no time of packing.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, today
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotAllowed
from liaison_metrics.exports import files
from liaison_metrics.exports.files import Pipe
from liaison_metrics.exports.made_up import NAME_END
from liaison_metrics.reports.audit_pack.event_page import EventProof, event_document, plain_document, rows_csv
from liaison_metrics.reports.forms.html import document_html
from liaison_metrics.reports.pack import NO_TIME, READABLE
from liaison_metrics.reports.pages.document import (
    Document,
    DocumentColumn,
    DocumentTable,
    FactList,
    Prose,
    Row,
    Section,
)
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.events import details
from liaison_metrics.services.events.evidence.checking import LINK, safe_name
from liaison_metrics.services.events.evidence.listing import evidence_of_events
from liaison_metrics.services.events.evidence.packing import (
    Draw,
    Drawn,
    PackedFiles,
    drawn_events,
    openable_uploads,
    packed_files,
)
from liaison_metrics.services.labels import event_name, every, evidence_kind, label
from liaison_metrics.services.uploads import UploadRemarks
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _

_INDEX = ("path", "event", "what", "bytes", "sha256", "note")
"""The columns of the index of files."""

_EVENTS = ("event", "folder", "id", "activity", "city", "date", "title", "people", "seed", "population")
"""The columns of the table of events."""

_PACKED_ALREADY = ("pdf", "jpg", "png", "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip")
"""Suffixes of files that are compressed already."""


_Line = tuple[str, str, str, int, str, str]
"""A line of the index."""


@dataclass(frozen=True, slots=True)
class AuditPack:
    """An audit pack: the name of its file, and its bytes, piece by piece."""

    name: str
    pieces: Iterator[bytes]


@dataclass(slots=True)
class _Plan:
    """What goes into a pack: pages that are made, and where each file goes."""

    drawn: Drawn
    proofs: list[EventProof]
    pages: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    """By their paths: the number of the event, what they are, their content."""

    places: dict[tuple[str, int], tuple[str, str, str]] = field(default_factory=dict)
    """By the kinds and numbers of files: path, numbers of events, what they are."""

    marking: str = ""


@requires(Action.AUDIT_PACK_MAKE)
def make_audit_pack(workspace: Workspace, draw: Draw, actor: Actor) -> AuditPack:
    """Returns an audit pack of the events that a draw names, and records that it was made.

    Raises UnknownEvent, WrongEntry where no event matches or too many do, and NotAllowed where one is in another
    partner's city.
    """
    with workspace.snapshot():
        drawn = drawn_events(workspace, draw, actor, today())
        made_up = workspace.demonstration()
        plan = _Plan(drawn, _proofs(workspace, drawn, actor), marking=_("Made-up data") if made_up else "")
        _place(workspace, plan, actor)
        wanted = PackedFiles(
            tuple(n for kind, n in plan.places if kind == "upload"),
            tuple(n for kind, n in plan.places if kind == "evidence"),
        )
    contents = packed_files(workspace, drawn, wanted, actor)
    stem = f"{workspace.project.acronym}-audit-pack" + ("" if draw.events else f"-seed-{draw.seed}")
    name = f"{stem}{NAME_END if made_up else ''}.zip"
    return AuditPack(name, _zipped(workspace.project, plan, contents))


def _proofs(workspace: Workspace, drawn: Drawn, actor: Actor) -> list[EventProof]:
    evidence = evidence_of_events(workspace, [fact.id for fact in drawn.facts], actor)
    remarks: dict[int, UploadRemarks] = {}
    found = []
    for number, fact in enumerate(drawn.facts, 1):
        detail = details.find(workspace, fact.id, actor)
        assert detail is not None
        for upload in {one.upload for one in detail.statements} - remarks.keys():
            try:
                remarks[upload] = uploads.remarks(workspace, upload, actor=actor)
            except NotAllowed:
                continue
        scope = Scope(until=workspace.project.end)
        lines = figures.attendances(workspace, None, scope, fact.id, actor=actor)
        own = {one.upload: remarks[one.upload] for one in detail.statements if one.upload in remarks}
        found.append(EventProof(number, detail, evidence[fact.id], lines, own))
    return found


def _place(workspace: Workspace, plan: _Plan, actor: Actor) -> None:
    """Makes the pages, and decides where each file goes: path, events, and what it is."""
    sheets: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    for proof in plan.proofs:
        folder = f"events/{proof.folder}"
        page = event_document(workspace.project, proof, plan.marking)
        number = str(proof.number)
        plan.pages[f"{folder}/event.html"] = number, _("Event page"), document_html(page)
        plan.pages[f"{folder}/rows.csv"] = number, _("Rows"), rows_csv(proof)
        for one in proof.evidence:
            name = f"{one.number}-link.txt" if one.form == LINK else f"{one.number}-{one.name}"
            what = evidence_kind(one.kind)
            plan.places["evidence", one.number] = f"{folder}/evidence/{name}", number, what
        for statement in proof.detail.statements:
            names[statement.upload] = statement.file
            sheets.setdefault(statement.upload, []).append(proof.number)
    plan.pages["events.csv"] = "", _("Events"), _events_csv(plan)
    for upload in openable_uploads(workspace, sorted(sheets), actor):
        events = " ".join(map(str, sorted(set(sheets[upload]))))
        plan.places["upload", upload] = f"sheets/{upload}-{safe_name(names[upload])}", events, _("Attendance sheet")


def _events_csv(plan: _Plan) -> bytes:
    """Returns the events as CSV, with the seed and how many there were to draw from (seed 0: chosen by number)."""
    drawn = plan.drawn
    seed = 0 if drawn.draw.events else drawn.draw.seed
    rows = [
        (
            proof.number, proof.folder, fact.id, fact.activity, fact.city, fact.date.isoformat(), fact.title,
            proof.detail.event.people, seed, drawn.population,
        )
        for proof, fact in zip(plan.proofs, drawn.facts, strict=True)
    ]  # fmt: skip
    return files.write("events", pd.DataFrame(rows, columns=_EVENTS), "csv")


def _zipped(project: Project, plan: _Plan, contents: Iterator[tuple[str, int, bytes | None]]) -> Iterator[bytes]:
    pipe, index = Pipe(), list[_Line]()
    with zipfile.ZipFile(pipe, "w") as archive:

        def add(path: str, content: bytes) -> str:
            member = zipfile.ZipInfo(path, NO_TIME)
            is_packed = path.rpartition(".")[2].lower() in _PACKED_ALREADY
            member.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            member.create_system, member.external_attr = 3, READABLE
            archive.writestr(member, content)
            return hashlib.sha256(content).hexdigest()

        for path, (number, what, content) in sorted(plan.pages.items()):
            index.append((path, number, what, len(content), add(path, content), ""))
            yield pipe.take()
        for kind, file, found in contents:
            path, events, what = plan.places[kind, file]
            if found is None:
                index.append((path, events, what, 0, "", _("not kept, or removed meanwhile")))
            else:
                index.append((path, events, what, len(found), add(path, found), ""))
            yield pipe.take()
        index.sort()
        table = files.write("files", pd.DataFrame(index, columns=_INDEX), "csv")
        page = document_html(_index_page(project, plan, index))
        sums = [(one[0], one[4]) for one in index if one[4]]
        sums += [("index.csv", add("index.csv", table)), ("index.html", add("index.html", page))]
        add("SHA256SUMS", "".join(f"{digest}  {path}\n" for path, digest in sums).encode())
    yield pipe.take()


def _index_page(project: Project, plan: _Plan, index: list[_Line]) -> Document:
    draw, title = plan.drawn.draw, _("{project}: audit pack").format(project=project.acronym)
    chosen = _("chosen by number") if draw.events else _("drawn by lot")
    facts = [(_("Project"), f"{project.acronym}: {project.title}"), (_("Events"), f"{len(plan.proofs)}, {chosen}")]
    if not draw.events:
        facts += [
            (_("Drawn from"), fmt.number(plan.drawn.population)), (_("Seed"), str(draw.seed)),
            (_("City"), label(project, "city", draw.city) if draw.city else every("city")),
            (_("Activity"), label(project, "activity", draw.activity) if draw.activity else every("activity")),
        ]  # fmt: skip
    lot = _(
        "Each event has the SHA-256 digest of five lines: seed, activity, city, date, title in normal form. The events "
        "with the smallest digests were drawn."
    )
    check = _("SHA256SUMS has the digest of each file: check them with “sha256sum -c SHA256SUMS”.")
    blocks = (
        FactList(tuple((name, (words,)) for name, words in facts)),
        Prose((check,) if draw.events else (lot, check), "small"),
        _event_table(project, plan), _file_table(index),
    )  # fmt: skip
    return plain_document(project, title, (Section("index", title, blocks),), plan.marking)


def _event_table(project: Project, plan: _Plan) -> DocumentTable:
    words = (_("Event"), _("Date"), _("City"), _("Activity"), _("Folder"))
    columns = (*(DocumentColumn(one, "words") for one in words), DocumentColumn(_("people")))
    rows = tuple(
        Row((
            f"{proof.number} · {event_name(project, event.fact)}", fmt.day(event.fact.date),
            label(project, "city", event.fact.city), label(project, "activity", event.fact.activity), proof.folder,
            fmt.number(event.people),
        ))
        for proof in plan.proofs
        for event in (proof.detail.event,)
    )  # fmt: skip
    return DocumentTable(_("Events"), columns, rows)


def _file_table(index: list[_Line]) -> DocumentTable:
    words = (_("File"), _("Events"), _("What"), "SHA-256")
    columns = (*(DocumentColumn(one, "words") for one in words), DocumentColumn(_("bytes")))
    rows = tuple(
        Row((path, events, what, digest or note, fmt.number(size))) for path, events, what, size, digest, note in index
    )
    return DocumentTable(_("Files"), columns, rows)
