"""Forgotten people: their rows without identifiers, what recognises them later, and the end of the retention time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import numpy as np
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.forgotten import Traces
from liaison_metrics.domain.people.encoding import Identity
from liaison_metrics.store import tables
from liaison_metrics.store.answers import ANSWER
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.attendances import ATTENDANCE, records_of, selected
from liaison_metrics.store.records.events import evidence
from liaison_metrics.store.records.name_forms import NAME_FORM, batches, remove_unused_forms
from liaison_metrics.store.records.uploads import waiting
from liaison_metrics.store.records.uploads.originals import ORIGINAL
from liaison_metrics.store.tables.fact_encryption import facts_of
from liaison_metrics.store.uploads import PERSON_DECISION, REJECTED, UPLOAD, Row, move_revision

FORGOTTEN = tables.ForgottenPersonTable.__table__  # type: ignore[attr-defined]
PURGE = tables.PurgeTable.__table__  # type: ignore[attr-defined]


def remove_identifiers(connection: Connection, instead: Mapping[int, int], years: Mapping[int, int]) -> None:
    """Removes the identifiers of attendances, given by their numbers. Each gets the digest of a meaningless address
    (*instead*), and the year of birth that *years* has (0: none). Name forms that nobody uses any more go."""
    encryption = facts_of(connection.dialect)
    change = update(ATTENDANCE).where(ATTENDANCE.c.id == bindparam("place")).values(record=bindparam("anew"))
    names = []
    for some in batches(encryption.ids(np.array(sorted(instead), dtype=np.int64)).tolist()):
        rows = connection.execute(selected().where(ATTENDANCE.c.id.in_(some))).all()
        if not rows:
            continue
        records = records_of(connection, rows).copy()
        names.append(np.unique(records["name"]))
        numbers = records["number"].tolist()
        for identifier in ("name", "phone", "birth"):
            records[identifier] = 0
        records["email"] = [instead[number] for number in numbers]
        records["birth_year"] = [years.get(number, 0) for number in numbers]
        uploads, events = (np.array([row[at] for row in rows], dtype=np.int64) for at in (1, 2))
        encrypted = encryption.encrypt_records(records, uploads, events)
        values = [{"place": row[0], "anew": record} for row, record in zip(rows, encrypted, strict=True)]
        connection.execute(change, values)
    if names:
        remove_unused_forms(connection, np.unique(np.concatenate(names)))


def add(connection: Connection, traces: str, receipt: str = "") -> int:
    """Stores what recognises a forgotten person (encrypted); returns its number."""
    values = {"made_at": datetime.now(UTC), "traces": traces, "receipt": receipt}
    return int(connection.scalar(insert(FORGOTTEN).values(values).returning(FORGOTTEN.c.id)) or 0)


def keep_receipt(connection: Connection, number: int, receipt: str) -> None:
    """Stores the receipt (encrypted) about a forgotten person."""
    connection.execute(update(FORGOTTEN).where(FORGOTTEN.c.id == number).values(receipt=receipt))


def keep_traces(connection: Connection, number: int, traces: str) -> None:
    """Stores other traces (encrypted) of a forgotten person."""
    connection.execute(update(FORGOTTEN).where(FORGOTTEN.c.id == number).values(traces=traces))


def keep_digest(connection: Connection, upload: int, digest: str) -> None:
    """Stores the digest of what an upload's file states now."""
    connection.execute(update(UPLOAD).where(UPLOAD.c.id == upload).values(facts_digest=digest))


def read_forgotten(connection: Connection) -> list[Row]:
    """Returns the forgotten people, the earliest first: number, time, and what is encrypted."""
    return [dict(row._mapping) for row in connection.execute(select(FORGOTTEN).order_by(FORGOTTEN.c.id))]


def count_personal_data(connection: Connection) -> dict[str, int]:
    """Returns how many attendances, name forms, original files, decisions about people, answers, remarks and evidence
    files there are."""
    counted = {
        "attendances": ATTENDANCE, "name_forms": NAME_FORM, "originals": ORIGINAL, "decisions": PERSON_DECISION,
        "answers": ANSWER, "remarks": REJECTED, "waiting_sheets": waiting.SHEET,
        "evidence_files": evidence.EVIDENCE,
    }  # fmt: skip
    return {name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in counted.items()}


def remove_personal_data(connection: Connection) -> None:
    """Removes name forms, original files, evidence files, decisions about people, and what recognises forgotten
    people."""
    for table in (NAME_FORM, ORIGINAL, PERSON_DECISION):
        connection.execute(delete(table))
    evidence.remove_all(connection)
    connection.execute(update(FORGOTTEN).values(traces=""))
    move_revision(connection)


def record_purge(connection: Connection, made_by: str, deleted: Mapping[str, int]) -> None:
    """Records that all personal data were deleted, and how many of what."""
    connection.execute(insert(PURGE).values(made_at=datetime.now(UTC), made_by=made_by, deleted=dict(deleted)))


def read_purge(connection: Connection) -> Row | None:
    """Returns when and by whom all personal data were deleted, and how many of what; None if they were not."""
    row = connection.execute(select(PURGE).order_by(PURGE.c.id.desc()).limit(1)).first()
    return dict(row._mapping) if row else None


_PADDED_TO = 16_384
"""Characters: more than twenty different rows of a person need. Longer traces are padded to a multiple of it, so that
the database alone tells no more than how many people were forgotten."""


def encrypted_traces(traces: Traces, encryption: Encryption) -> str:
    """Returns what recognises a forgotten person, encrypted."""
    text = json.dumps({
        "token": traces.token, "identities": sorted(map(list, traces.identities)),
        "forms": [[name, *_form_as_json(form)] for name, form in sorted(traces.forms.items())],
        "in_city": sorted(map(list, traces.in_city)), "contested": sorted(traces.contested),
    })  # fmt: skip
    return encryption.encrypt(text + " " * (-len(text) % _PADDED_TO))


def read_traces(connection: Connection, encryption: Encryption) -> list[Traces]:
    """Returns what recognises the forgotten people of a store, the earliest first."""
    texts = (encryption.decrypt(row["traces"]) for row in read_forgotten(connection))
    return [_from_json(json.loads(text)) for text in texts if text]


def _form_as_json(form: NameForm) -> list[object]:
    latin = None if form.latin is None else sorted(form.latin)
    return [sorted(form.tokens), form.encoding.hex(), latin, list(map(sorted, form.letter_pairs))]


def _form(tokens: list[int], encoding: str, latin: list[int] | None, pairs: list[list[int]]) -> NameForm:
    known = None if latin is None else frozenset(latin)
    return NameForm(frozenset(tokens), bytes.fromhex(encoding), known, tuple(map(frozenset, pairs)))


def _from_json(found: dict[str, Any]) -> Traces:
    return Traces(
        found["token"],
        frozenset(Identity(*one) for one in found["identities"]),
        {name: _form(*form) for name, *form in found["forms"]},
        frozenset((name, city) for name, city in found["in_city"]),
        frozenset(found["contested"]),
    )
