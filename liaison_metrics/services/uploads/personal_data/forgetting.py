"""Forgetting a person: their attendances lose all identifiers, their rows are blacked out in the kept files, and what
else holds their details is changed. All of it in one transaction, or nothing.

No figure changes. The rows of the person get one random address in place of all identifiers (``domain.forgotten``), so
they stay one person. Before the transaction ends, all people are worked out anew and compared with those before: if
anybody's rows were joined or divided otherwise, nothing is stored.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from liaison_metrics.domain.forgotten import address_of
from liaison_metrics.domain.index.evidence_places import event_of_sources
from liaison_metrics.domain.people.decisions import evidence_of
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.errors import StoreError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.intake.workbooks.written_person import Blackout
from liaison_metrics.services.uploads.personal_data import files
from liaison_metrics.services.uploads.personal_data.finding import FoundPerson, TypedPerson
from liaison_metrics.services.uploads.personal_data.planning import ForgettingPlan, names_in_cities, plan_forgetting
from liaison_metrics.services.uploads.personal_data.receipts import Forgotten, Receipt, receipt_text
from liaison_metrics.services.uploads.statements.holdings import (
    as_text,
    from_text,
    identity_digests,
    without_digests,
)
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.decided_people import keys_of_events
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records import forgotten as store_forgotten
from liaison_metrics.store.records.encrypted_words import change_words
from liaison_metrics.store.records.events import evidence
from liaison_metrics.store.records.narrative.statements import change_accepted
from liaison_metrics.store.records.person_decisions import remove_decisions_about
from liaison_metrics.store.records.uploads import originals
from liaison_metrics.store.records.uploads import waiting as store_waiting
from liaison_metrics.texts import _

_TRIES = 3
"""How often forgetting is planned again because somebody changed the store meanwhile."""


@requires(Action.PERSON_FORGET)
def forget(workspace: Workspace, typed: TypedPerson, actor: Actor) -> Receipt:
    """Forgets a person; returns the receipt. Raises what ``plan_forgetting`` raises."""
    check(actor, Action.PERSON_FORGET)
    for _try in range(_TRIES):
        plan = plan_forgetting(workspace, typed, actor)
        with workspace.store.writing() as connection:
            if stored.revision(connection) == plan.revision:
                receipt = _carry_out(connection, workspace, plan, actor)
                break
    else:
        raise StoreError(_("Others are changing the store."), hint=_("Nothing was changed. Try again."))
    with suppress(StoreError):  # somebody who reads keeps it a while longer: the next writer empties it
        workspace.store.forget_journal()
    return receipt


def _carry_out(connection: Connection, workspace: Workspace, plan: ForgettingPlan, actor: Actor) -> Receipt:
    encryption = Encryption(workspace.secret)
    number = _remove_identifiers(connection, workspace, plan)
    for file in plan.files:
        content = encryption.encrypt_file(file.content, file.checksum)
        originals.keep(connection, file.upload, content)
        store_forgotten.keep_digest(connection, file.upload, file.digest)
    _forget_in_statements(connection, workspace, plan)
    words = change_words(connection, encryption, plan.blackout.text)
    waiting = _remove_waiting(connection, workspace, plan.blackout)
    done = Forgotten(
        plan.person.attendances, plan.person.events, plan.person.uploads,
        tuple((file.upload, file.rows) for file in plan.files),
        tuple(file.upload for file in plan.files if not file.reads_the_same),
        tuple(one for one in plan.person.uploads if not originals.keeps(connection, one)), words, waiting,
        _evidence_files(workspace, plan.person),
    )  # fmt: skip
    made_at = datetime.now(UTC)
    receipt = Receipt(number, made_at, receipt_text(workspace, number, made_at, done))
    store_forgotten.keep_receipt(connection, number, encryption.encrypt(receipt.text))
    stored.move_revision(connection)
    after = {
        "attendances": done.attendances, "events": done.events, "uploads": len(done.uploads),
        "files": len(done.files), "rows": plan.rows_in_files, "to_look_at": len(done.to_look_at),
        "receipt": receipt.digest,
    }  # fmt: skip
    record(connection, workspace, actor, AuditEntry(AuditAction.PERSON_FORGET, AuditKind.PERSON, number, after=after))
    return receipt


def _remove_identifiers(connection: Connection, workspace: Workspace, plan: ForgettingPlan) -> int:
    """Removes the identifiers of a person's attendances, and stores what recognises the person; returns its number.

    Raises StoreError where other people's rows would be joined or divided otherwise.
    """
    encryption, encoder = Encryption(workspace.secret), Encoder(workspace.people_secret)
    before = people_of(connection, workspace)
    years = _years(workspace, plan.person)
    address = encoder.address(address_of(plan.traces.token))
    remove_decisions_about(connection, encryption, _evidence(workspace, plan.person))
    store_forgotten.remove_identifiers(connection, dict.fromkeys(years, address), years)
    number = store_forgotten.add(connection, store_forgotten.encrypted_traces(plan.traces, encryption))
    if people_of(connection, workspace) == before:
        return number
    shared = (name for (name, _city), is_shared in names_in_cities(workspace, plan.person).items() if is_shared)
    traces = replace(plan.traces, contested=frozenset(shared))
    store_forgotten.keep_traces(connection, number, store_forgotten.encrypted_traces(traces, encryption))
    if people_of(connection, workspace) == before:
        return number
    raise StoreError(
        _("Figures would change, so nothing was done."),
        hint=_("Decide which rows are of the same person, then try again."),
    )


def _forget_in_statements(connection: Connection, workspace: Workspace, plan: ForgettingPlan) -> None:
    """Removes the person's digests from what accepted statements hold: their rows stay known by their numbers."""
    encryption, numbers = Encryption(workspace.secret), set(_years(workspace, plan.person))
    digests = {
        digest for one in plan.traces.identities for digest in identity_digests(workspace.people_secret, one._asdict())
    }

    def change(accepted: str) -> str:
        text = encryption.decrypt(accepted)
        return encryption.encrypt(as_text(without_digests(from_text(text), numbers, digests))) if text else accepted

    change_accepted(connection, change)


def people_of(connection: Connection, workspace: Workspace) -> tuple[list[int], list[int]]:
    """Returns the ids of all attendances, and for each the first attendance of its person (its own for nobody's)."""
    state = workspace.new_index(connection).state
    rows, persons = state.register.log.rows, state.register.persons.part
    first: dict[int, int] = {}
    ids = rows.id.tolist()
    return ids, [
        first.setdefault(person, at) if person != NOBODY else at
        for at, person in zip(ids, persons.tolist(), strict=True)
    ]


def _evidence(workspace: Workspace, person: FoundPerson) -> set[int]:
    """Returns by what decisions about the person are kept."""
    with workspace.snapshot() as (state, _connection):
        columns = state.register.log.rows.stated()
        events = keys_of_events(state.calendar.sources.facts.values())
        return {evidence_of(columns, at, events[int(columns.event[at])]) for at in person.rows.tolist()}


def _evidence_files(workspace: Workspace, person: FoundPerson) -> tuple[tuple[int, date, str], ...]:
    """Returns the evidence files of the person's events, each with the event's day and city."""
    with workspace.snapshot() as (state, connection):
        calendar, sources = state.calendar, state.register.log.rows.stated().event[person.rows].tolist()
        events, found = {calendar.event_of[source] for source in sources}, []
        for file, named in evidence.read_places(connection).items():
            event = event_of_sources(calendar, named)
            if event in events:
                fact = calendar.derived[event].fact
                found.append((file, fact.date, fact.city))
        return tuple(sorted(found))


def _years(workspace: Workspace, person: FoundPerson) -> dict[int, int]:
    """Returns the year of birth of each of a person's attendances by id. Where a decision joined rows of several years,
    the one that counts stays."""
    with workspace.snapshot() as (state, _connection):
        rows = state.register.log.rows
        years = dict(zip(rows.id[person.rows].tolist(), rows.birth_year[person.rows].tolist(), strict=True))
        if len({*years.values()} - {0}) > 1:
            counts = int(state.traits.birth_year[state.register.persons.part[person.rows[0]]])
            years = {number: year if year == counts else 0 for number, year in years.items()}
        return years


def _remove_waiting(connection: Connection, workspace: Workspace, blackout: Blackout) -> int:
    """Removes the sheets that wait to be imported and name the person; returns how many. Whoever added one still has
    it, and importing it later removes the person's identifiers."""
    encryption = Encryption(workspace.secret)
    found = []
    for row in store_waiting.all_sheets(connection):
        data = encryption.decrypt_file(bytes(row["content"]), row["checksum"])
        if data is None or files.names_person(encryption.decrypt(row["file"]), data, blackout):
            found.append(row["id"])
    store_waiting.remove_sheets(connection, found)
    return len(found)
