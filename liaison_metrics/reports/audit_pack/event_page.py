"""The page of one event in an audit pack, and its figures down to the rows of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.exports import files
from liaison_metrics.reports.pages.document import (
    Document,
    DocumentColumn,
    DocumentTable,
    FactList,
    Funding,
    Points,
    Row,
    Section,
)
from liaison_metrics.services.events.details import EventDetail, SheetStatement
from liaison_metrics.services.events.evidence.listing import KeptEvidence, missing_kinds
from liaison_metrics.services.figures import AttendanceLine
from liaison_metrics.services.labels import (
    actor_name,
    counting_sentence,
    event_name,
    evidence_kind,
    funding_words,
    label,
    signed_words,
)
from liaison_metrics.services.labels.event_counts import count_words
from liaison_metrics.services.uploads import UploadRemarks
from liaison_metrics.texts import _, language

ROWS = ("file", "sheet", "row", "column", "fate", "people", "person", "upload")
"""The columns of an event's rows: where each stands, what became of it, and how many people it stands for."""

CellValue = str | int


@dataclass(frozen=True, slots=True)
class EventProof:
    """What proves one event: its details, evidence and attendances, and the remarks on the rows of its uploads, by
    upload."""

    number: int
    detail: EventDetail
    evidence: tuple[KeptEvidence, ...]
    attendances: Sequence[AttendanceLine]
    remarks: dict[int, UploadRemarks]

    @property
    def folder(self) -> str:
        """The name of the event's folder: 03-2021-05-04-graz-project_fair."""
        fact = self.detail.event.fact
        return f"{self.number:02}-{fact.date.isoformat()}-{fact.city}-{fact.activity}"


def event_document(project: Project, proof: EventProof, marking: str) -> Document:
    """Returns the page of an event. *marking* stands on it where its people are made up."""
    fact = proof.detail.event.fact
    title = f"{proof.number} · {event_name(project, fact)}"
    blocks = (_facts(project, proof), _sheets(project, proof), _evidence(project, proof), _decisions(project, proof))
    return plain_document(project, title, (Section("event", title, blocks),), marking)


def plain_document(project: Project, title: str, sections: tuple[Section, ...], marking: str) -> Document:
    """Returns a document of an audit pack, with the funding statement at its end. It bears no day of its own, so that
    the same content gives the same bytes."""
    *others, last = sections
    last = replace(last, blocks=(*last.blocks, Funding(funding_words(project, language()))))
    return Document(
        language=language(), title=title, author=project.acronym,
        day=(project.start.year, project.start.month, project.start.day), running=project.acronym, marking=marking,
        counting=counting_sentence(), page=_("Page {page} of {pages}"), sections=(*others, last),
    )  # fmt: skip


def _facts(project: Project, proof: EventProof) -> FactList:
    event = proof.detail.event
    fact, partners = event.fact, {one.code: one.name for one in project.partners}
    counts = [one.code for one in project.indicators if fact.activity in project.activities_of(one)]
    missing = missing_kinds(project.evidence_asked(fact.activity), (one.kind for one in proof.evidence))
    rows = [
        (_("Name"), event_name(project, fact)),
        (_("Type"), label(project, "activity", fact.activity)),
        (_("City"), label(project, "city", fact.city)),
        (_("Date"), fmt.day(fact.date)),
        (_("Partner"), partners.get(project.city(fact.city).partner, "")),
        (_("Participants"), fmt.number(event.people)),
        (_("Identified"), fmt.number(event.identified)),
        (_("Unidentified"), fmt.number(event.unidentified)),
        (_("Counted as"), count_words(event.count)),
        (_("Signatures"), signed_words(proof.detail.signed) or _("not stated")),
        (_("Counts towards"), fmt.names(counts) if counts else _("no indicator")),
        (_("Missing evidence"), fmt.names([evidence_kind(kind) for kind in missing]) or _("none")),
    ]
    return FactList(tuple((name, (words,)) for name, words in rows))


def _sheets(project: Project, proof: EventProof) -> DocumentTable:
    columns = (
        DocumentColumn(_("File"), "words"), DocumentColumn(_("Uploaded"), "words"),
        DocumentColumn(_("Upload no.")), DocumentColumn(_("people listed")), DocumentColumn(_("headcount")),
    )  # fmt: skip
    rows = tuple(Row(_sheet_cells(project, one)) for one in proof.detail.statements)
    return DocumentTable(_("What each sheet says"), columns, rows)


def _sheet_cells(project: Project, one: SheetStatement) -> tuple[str, ...]:
    place = one.file if one.file.startswith(one.sheet) else f"{one.file} · {one.sheet}"
    uploaded = f"{actor_name(project, one.made_by)}, {fmt.date_time(one.imported_at)}"
    return place, uploaded, str(one.upload), fmt.number(one.listed), fmt.number(one.states)


def _evidence(project: Project, proof: EventProof) -> DocumentTable:
    columns = (
        DocumentColumn(_("Kind"), "words"), DocumentColumn(_("File or link"), "words"),
        DocumentColumn(_("Added by"), "words"), DocumentColumn(_("When"), "words"),
    )  # fmt: skip
    rows = tuple(
        Row((evidence_kind(one.kind), one.name, actor_name(project, one.made_by), fmt.date_time(one.made_at)))
        for one in proof.evidence
    )
    return DocumentTable(_("Evidence"), columns, rows, "" if rows else _("No file or link has been added yet."))


def _decisions(project: Project, proof: EventProof) -> Points:
    """Returns the corrections and decisions that hold."""
    points = [
        _("Corrected by {who}, {when}: {event}").format(
            who=actor_name(project, one.made_by), when=fmt.date_time(one.made_at), event=event_name(project, one.truth)
        )
        for one in proof.detail.corrections
        if one.holds
    ]
    points += [
        _("Decision by {who}, {when}").format(who=actor_name(project, one.made_by), when=fmt.date_time(one.made_at))
        for one in proof.detail.decisions
        if one.revoked_at is None
    ]
    return Points(tuple(points))


def rows_csv(proof: EventProof) -> bytes:
    """Returns the rows of the files that state an event, as CSV: attendances with the pseudonym of their person,
    numbers of people, and the rows of the same sheets that do not count, with the reason. It holds no name."""
    frame = pd.DataFrame(sorted(_rows(proof), key=lambda row: (row[7], row[1], row[2], row[4], row[3])), columns=ROWS)
    return files.write("rows", frame, "csv")


def _rows(proof: EventProof) -> Iterator[tuple[CellValue, ...]]:
    for line in proof.attendances:
        yield line.file, line.sheet, line.row, line.column, "person", 1, line.person, line.upload
    for one in proof.detail.statements:
        for entry in one.entries:
            fate = f"in_addition: {entry.additional}" if entry.additional else "heads"
            yield one.file, one.sheet, entry.row, entry.column, fate, entry.people, "", one.upload
    for upload, file, sheet in {(one.upload, one.file, one.sheet) for one in proof.detail.statements}:
        if remarks := proof.remarks.get(upload):
            for row in remarks.uncounted:
                if row.sheet == sheet:
                    yield file, sheet, row.row, row.column, str(row.reason), 0, "", upload
            for rejected in remarks.rejected:
                if rejected.sheet == sheet:
                    yield file, sheet, rejected.row, rejected.column, "rejected", 0, "", upload
