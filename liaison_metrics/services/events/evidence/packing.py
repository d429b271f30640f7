"""What an audit pack takes from the store: which events, by choice or by lot, and the files that prove them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from liaison_metrics.domain.events.decisions import key_of
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.errors import LostOriginal, UnknownEvidence, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.events.evidence.keeping import content_of
from liaison_metrics.services.events.evidence.listing import evidence_of_events
from liaison_metrics.services.events.listing import event_number, readable_cities, stated_events
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.uploads import originals
from liaison_metrics.store.uploads import read_uploads
from liaison_metrics.texts import _

MOST_PACKED = 100
"""Events in one pack. Auditors draw samples; their pages are held in memory while the files are written."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Which events an audit pack is about: some by their numbers, or (without any) so many by lot, of those of a city
    and an activity (codes; None: of all) up to a day."""

    events: tuple[int, ...] = ()
    size: int = 0
    seed: int = 0
    city: str | None = None
    activity: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The events of an audit pack, the earliest first, and how many there were to draw from."""

    draw: Draw
    facts: tuple[EventFact, ...]
    population: int


@dataclass(frozen=True, slots=True)
class PackedFiles:
    """The files of an audit pack: uploads and evidence by their numbers."""

    uploads: tuple[int, ...]
    evidence: tuple[int, ...]


@requires(Action.AUDIT_PACK_MAKE)
def drawn_events(workspace: Workspace, draw: Draw, actor: Actor, until: date) -> Drawn:
    """Returns the events of an audit pack.

    By lot, those come whose digest with the seed is smallest: the same seed gives the same events, whatever was
    uploaded first, and anybody can check it. Raises UnknownEvent, WrongEntry where there is nothing to draw or too
    much, and NotAllowed where an event, or the city, is another partner's.
    """
    cities = readable_cities(workspace.project, actor)
    if not cities:
        check(actor, Action.AUDIT_PACK_MAKE, Resource.event(workspace.project, workspace.project.cities[0].code))
    with workspace.snapshot() as (index, _connection):
        calendar = index.calendar
        if draw.events:
            numbers = dict.fromkeys(event_number(index, number) for number in draw.events)
            facts = [calendar.derived[number].fact for number in numbers]
            population = len(facts)
        else:
            if draw.city is not None:
                check(actor, Action.AUDIT_PACK_MAKE, Resource.event(workspace.project, draw.city))
            facts = [fact for fact in stated_events(index) if fact.city in cities]
            facts = [fact for fact in facts if fact.date <= until and _is_wanted(draw, fact)]
            population = len(facts)
            facts = sorted(facts, key=lambda fact: _lot(draw.seed, fact))[: draw.size]
    for fact in facts:
        check(actor, Action.AUDIT_PACK_MAKE, Resource.event(workspace.project, fact.city))
    if not facts:
        raise WrongEntry(_("No event matches."), hint=_("Choose events, or a sample of at least one."))
    if len(facts) > MOST_PACKED:
        raise WrongEntry(
            _("An audit pack holds at most {n} events.").format(n=MOST_PACKED), hint=_("Choose fewer events.")
        )
    return Drawn(draw, tuple(sorted(facts, key=lambda fact: (fact.date, key_of(fact)))), population)


def _is_wanted(draw: Draw, fact: EventFact) -> bool:
    return draw.city in (None, fact.city) and draw.activity in (None, fact.activity)


def _lot(seed: int, fact: EventFact) -> str:
    """Returns the digest by which an event is drawn, of the seed and of what the event is."""
    activity, city, day, title = key_of(fact)
    return hashlib.sha256(f"{seed}\n{activity}\n{city}\n{day.isoformat()}\n{title}".encode()).hexdigest()


@requires(Action.ORIGINAL_DOWNLOAD)
def openable_uploads(workspace: Workspace, uploads: Sequence[int], actor: Actor) -> list[int]:
    """Returns those of some uploads whose original the actor may open."""
    with workspace.snapshot() as (_index, connection):
        makers = {row["id"]: row["made_by"] for row in read_uploads(connection)}
    return [one for one in uploads if allows(actor, Action.ORIGINAL_DOWNLOAD, Resource.upload(makers[one]))]


@requires(Action.AUDIT_PACK_MAKE)
def packed_files(
    workspace: Workspace, drawn: Drawn, files: PackedFiles, actor: Actor
) -> Iterator[tuple[str, int, bytes | None]]:
    """Records that an audit pack is made, and returns its files one at a time: "upload" or "evidence", the number, and
    the content (None where it is not kept, or was removed meanwhile). Only one file is in memory.

    Raises NotAllowed where an event is in another partner's city. Originals that the actor may not open, and evidence
    of other events, are left out.
    """
    for fact in drawn.facts:
        check(actor, Action.AUDIT_PACK_MAKE, Resource.event(workspace.project, fact.city))
    uploads = openable_uploads(workspace, files.uploads, actor)
    theirs = evidence_of_events(workspace, [fact.id for fact in drawn.facts], actor)
    evidence = sorted({one.number for kept in theirs.values() for one in kept} & {*files.evidence})
    after = {
        "events": [fact.id for fact in drawn.facts], "population": drawn.population, "size": drawn.draw.size,
        "seed": drawn.draw.seed, "city": drawn.draw.city or "", "activity": drawn.draw.activity or "",
        "uploads": uploads, "evidence": evidence,
    }  # fmt: skip
    with workspace.store.writing() as connection:
        for upload in uploads:
            originals.log_download(connection, upload, actor.code)
        record(connection, workspace, actor, AuditEntry(AuditAction.AUDIT_PACK_MAKE, AuditKind.EVENT, after=after))
    return _contents(workspace, uploads, evidence)


def _contents(
    workspace: Workspace, uploads: Sequence[int], evidence: Sequence[int]
) -> Iterator[tuple[str, int, bytes | None]]:
    with workspace.detached_snapshot() as (_index, connection):
        for upload in uploads:
            try:
                yield "upload", upload, kept_file(connection, workspace.secret, upload)
            except LostOriginal:
                yield "upload", upload, None
        for file in evidence:
            try:
                yield "evidence", file, content_of(connection, workspace, file)
            except UnknownEvidence:
                yield "evidence", file, None
