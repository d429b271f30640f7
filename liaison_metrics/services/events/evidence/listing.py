"""What is kept to prove events, and what of it is missing that the project file asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index.evidence_places import event_of_sources, truth_of
from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.events.listing import readable_cities, stated_events
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.events import evidence as stored
from liaison_metrics.store.uploads import Row


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """A file or link without its content: ``name`` is the file's or the link's address, ``digest`` the SHA-256 digest
    of the content, ``made_by`` the code of who added it."""

    number: int
    kind: EvidenceKind
    form: str
    name: str
    digest: str
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class LeftEvidence:
    """A file or link whose event no sheet states any more, and the event as it was."""

    kept: KeptEvidence
    fact: EventFact


@dataclass(frozen=True, slots=True)
class MissingEvidence:
    """A past event, and the kinds of evidence that the project file asks for and nobody added."""

    fact: EventFact
    kinds: tuple[EvidenceKind, ...]


@requires(Action.EVIDENCE_READ)
def evidence_of_event(workspace: Workspace, event: int, actor: Actor) -> tuple[KeptEvidence, ...]:
    """Returns what is kept to prove an event (by the number of any of its source events), the earliest first; nothing
    where there is no such event. Raises NotAllowed where it is in another partner's city."""
    with workspace.snapshot() as (index, _connection):
        own = index.calendar.event_of.get(event)
        return () if own is None else evidence_of_events(workspace, [own], actor)[own]


@requires(Action.EVIDENCE_READ)
def evidence_of_events(
    workspace: Workspace, events: Collection[int], actor: Actor
) -> Mapping[int, tuple[KeptEvidence, ...]]:
    """Returns what is kept to prove each of some events, by their own numbers, the earliest first. Raises NotAllowed
    where one is in another partner's city."""
    with workspace.snapshot() as (index, connection):
        calendar = index.calendar
        for event in events:
            city = calendar.derived[event].fact.city
            check(actor, Action.EVIDENCE_READ, Resource.event(workspace.project, city))
        places = stored.read_places(connection)
        event_of = {file: event_of_sources(calendar, named) for file, named in places.items()}
        mine = [file for file, event in event_of.items() if event in events]
        files = [_kept(row) for row in stored.read_files(connection, mine)] if mine else []
    return {event: tuple(one for one in files if event_of[one.number] == event) for event in events}


@requires(Action.EVIDENCE_READ)
def left_evidence(workspace: Workspace, actor: Actor) -> list[LeftEvidence]:
    """Returns the files and links whose event no sheet states any more, in the cities whose events the actor may
    see."""
    cities, found = readable_cities(workspace.project, actor), []
    with workspace.snapshot() as (index, connection):
        for file, named in stored.read_places(connection).items():
            fact = truth_of(index.calendar, named[0][0])
            if fact.city in cities and event_of_sources(index.calendar, named) is None:
                found.append((file, fact))
        rows = {row["id"]: row for row in stored.read_files(connection, [file for file, _fact in found])}
    return [LeftEvidence(_kept(rows[file]), fact) for file, fact in found]


@requires(Action.EVIDENCE_KINDS_READ)
def evidence_kinds(workspace: Workspace, actor: Actor) -> Mapping[int, tuple[EvidenceKind, ...]]:
    """Returns which kinds of evidence each event has (by its own number), in the order of ``EvidenceKind``: no name and
    no number of files. Events without any are left out. Raises NotAllowed."""
    check(actor, Action.EVIDENCE_KINDS_READ)
    with workspace.snapshot() as (index, connection):
        kinds = {file: EvidenceKind(kind) for file, kind in stored.read_kinds(connection).items()}
        found: dict[int, set[EvidenceKind]] = {}
        for file, named in stored.read_places(connection).items() if kinds else ():
            event = event_of_sources(index.calendar, named)
            if event is not None:
                found.setdefault(event, set()).add(kinds[file])
    return {event: in_order(of_event) for event, of_event in found.items()}


@requires(Action.EVIDENCE_READ)
def missing_evidence(workspace: Workspace, actor: Actor, until: date) -> list[MissingEvidence]:
    """Returns the events before a day that lack evidence that the project file asks for, the earliest first, in the
    cities whose events the actor may see."""
    project = workspace.project
    if not (project.evidence or any(project.evidence_of.values())):
        return []
    cities, kept = readable_cities(project, actor), evidence_kinds(workspace, actor)
    found = []
    with workspace.snapshot() as (index, _connection):
        for fact in stated_events(index):
            lacking = missing_kinds(project.evidence_asked(fact.activity), kept.get(fact.id, ()))
            if lacking and fact.date < until and fact.city in cities:
                found.append(MissingEvidence(fact, lacking))
    return found


def missing_kinds(asked: Iterable[EvidenceKind], kept: Iterable[EvidenceKind]) -> tuple[EvidenceKind, ...]:
    """Returns the kinds that are asked for and not kept."""
    return in_order(set(asked) - set(kept))


def in_order(kinds: Iterable[EvidenceKind]) -> tuple[EvidenceKind, ...]:
    """Returns kinds in the order of ``EvidenceKind``, each once."""
    wanted = set(kinds)
    return tuple(kind for kind in EvidenceKind if kind in wanted)


def may_change_evidence(workspace: Workspace, city: str, actor: Actor | None) -> bool:
    """Returns whether somebody may add and remove evidence of events in a city (code)."""
    return allows(actor, Action.EVIDENCE_CHANGE, Resource.event(workspace.project, city))


def _kept(row: Row) -> KeptEvidence:
    return KeptEvidence(
        row["id"], EvidenceKind(row["kind"]), row["form"], row["file"], row["checksum"], row["made_by"], row["made_at"]
    )
