"""Storing and removing the facts of uploads, always all of an upload, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from liaison_metrics.domain.facts import EventFact, Int64s, NameForm
from liaison_metrics.store import tables
from liaison_metrics.store.records.attendances import (
    ATTENDANCE,
    columns_of,
    encrypted_columns,
    execute_many,
    names_in,
    rows_of,
    take_numbers,
)
from liaison_metrics.store.records.name_forms import remove_unused_forms, save_name_forms
from liaison_metrics.store.tables.columns import EncryptedName, names_of


def _table(model: type[Any]) -> Table:
    table: Table = model.__table__
    return table


INSTALLATION = _table(tables.InstallationTable)
CHANGE = _table(tables.ChangeTable)
UPLOAD = _table(tables.UploadTable)
EVENT = _table(tables.EventTable)
HEADCOUNT = _table(tables.HeadcountTable)
UNCOUNTED = _table(tables.UncountedRowTable)
REJECTED = _table(tables.RejectedRowTable)
QUESTION = _table(tables.OpenQuestionTable)
CORRECTION = _table(tables.EventCorrectionTable)
MENTION = _table(tables.EventMentionTable)
DECISION = _table(tables.EventDecisionTable)
PERSON_DECISION = _table(tables.PersonDecisionTable)

Row = dict[str, Any]

EVERYTHING = 0
"""In place of an upload's number in the table of changes: the change may affect the facts of all uploads."""

EVENT_DECISIONS = -2
"""In place of an upload's number in the table of changes: somebody decided something about events."""

PERSON_DECISIONS = -3
"""In place of an upload's number in the table of changes: somebody decided something about persons."""

NO_FIGURE = -1
"""In place of an upload's number in the table of changes: pages show the change, but it affects no figure."""


# Asked on every run of a page. Made once: making them takes longer than asking.
_REVISION = select(INSTALLATION.c.revision)
_CHANGES_SINCE = (
    select(CHANGE.c.upload_id, CHANGE.c.added)
    .where(CHANGE.c.revision > bindparam("known"), CHANGE.c.upload_id != NO_FIGURE)
    .order_by(CHANGE.c.revision)
)


@dataclass(slots=True)
class UploadFacts:
    """All rows to store for one upload, the attendances by their columns. Its number is added when they are stored."""

    upload: Row
    attendances: Mapping[str, Sequence[Any]]
    headcounts: Sequence[Row] = ()
    mentions: Sequence[Row] = ()
    uncounted: Sequence[Row] = ()
    rejected: Sequence[Row] = ()
    questions: Sequence[Row] = ()
    names: Mapping[int, NameForm] = field(default_factory=dict)


def revision(connection: Connection) -> int:
    """Returns the store's revision, which grows with every committed change."""
    return int(connection.scalar(_REVISION) or 0)


def holds_demonstration(connection: Connection) -> bool:
    """Returns whether the store holds demonstration data."""
    return bool(connection.scalar(select(INSTALLATION.c.demonstration)))


def mark_demonstration(connection: Connection, demonstration: bool) -> None:
    """Records whether the store holds demonstration data."""
    connection.execute(update(INSTALLATION).values(demonstration=demonstration))


def changes_since(connection: Connection, known: int) -> list[tuple[int, bool]]:
    """Returns the changes after revision *known* that affect figures, in order: the upload (or EVERYTHING,
    EVENT_DECISIONS or PERSON_DECISIONS), and whether its facts were added (or removed)."""
    return [(upload, added) for upload, added in connection.execute(_CHANGES_SINCE, {"known": known})]


def ensure_events(connection: Connection, stated: Iterable[tuple[EventFact, str]]) -> list[int]:
    """Returns the ids of source events, given with their title keys, in order. New events are added."""
    keyed = [((event.activity, event.city, event.date, title_key), event.title) for event, title_key in stated]
    if not keyed:
        return []
    key = (EVENT.c.activity, EVENT.c.city, EVENT.c.date, EVENT.c.title_key)
    days = [day for (_activity, _city, day, _title_key), _title in keyed]
    near = select(EVENT.c.id, *key).where(EVENT.c.date.between(min(days), max(days)))
    ids = {tuple(stored): int(number) for number, *stored in connection.execute(near)}
    new: dict[tuple[Any, ...], str] = {}
    for one, title in keyed:
        if one not in ids:
            new.setdefault(one, title)
    if new:
        rows = [
            dict(zip(("activity", "city", "date", "title_key"), one, strict=True)) | {"title": title}
            for one, title in new.items()
        ]
        added = connection.scalars(insert(EVENT).returning(EVENT.c.id, sort_by_parameter_order=True), rows)
        ids |= zip(new, map(int, added), strict=True)
    return [ids[one] for one, _title in keyed]


def save_upload(connection: Connection, facts: UploadFacts, number: int | None = None) -> int:
    """Stores an upload with all its facts; returns its number. With *number* the facts are those of that undone upload,
    which becomes active again."""
    if number is None:
        upload = int(connection.scalar(insert(UPLOAD).values(**facts.upload).returning(UPLOAD.c.id)) or 0)
    else:
        upload = number
        columns = {name: value for name, value in facts.upload.items() if name != "imported_at"}
        connection.execute(update(UPLOAD).where(UPLOAD.c.id == upload).values(**columns, undone_at=None))
    save_name_forms(connection, facts.names)
    if count := len(facts.attendances.get("row", ())):
        numbers = take_numbers(connection, count)
        _insert_many(connection, ATTENDANCE, encrypted_columns(connection, upload, numbers, facts.attendances))
    for table, table_rows in (
        (HEADCOUNT, facts.headcounts),
        (MENTION, facts.mentions),
        (UNCOUNTED, facts.uncounted),
        (REJECTED, facts.rejected),
        (QUESTION, facts.questions),
    ):
        if table_rows:
            _insert_many(connection, table, {**columns_of(table_rows), "upload_id": [upload] * len(table_rows)})
    move_revision(connection, [*_with_decisions(connection), upload], added=True)
    return upload


def _insert_many(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Inserts rows, given by their columns."""
    as_they_are = (EncryptedName, LargeBinary)
    others = [table.c[name] for name in columns if not isinstance(table.c[name].type, as_they_are)]
    if any(column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for column in others):
        connection.execute(insert(table), rows_of(columns))
        return
    if names := names_of(connection.dialect):
        for name in [name for name in columns if isinstance(table.c[name].type, EncryptedName)]:
            encrypted = {value: names.encrypt(value) for value in set(columns[name])}
            columns = {**columns, name: [encrypted[value] for value in columns[name]]}
    execute_many(connection, insert(table), columns)


def remove_facts(connection: Connection, uploads: Sequence[int], elsewhere: Int64s | None = None) -> None:
    """Removes all facts of uploads, and the events and name forms that only they used. The uploads stay in the history
    as undone. *elsewhere* are the digests of the names in all other uploads, for whoever knows them: to find them in
    the store, all of it is decrypted."""
    names = names_in(connection, uploads)
    for table in (ATTENDANCE, HEADCOUNT, MENTION, UNCOUNTED, REJECTED, QUESTION):
        connection.execute(delete(table).where(table.c.upload_id.in_(uploads)))
    unused = ~exists().where(ATTENDANCE.c.event_id == EVENT.c.id) & ~exists().where(HEADCOUNT.c.event_id == EVENT.c.id)
    connection.execute(delete(EVENT).where(unused))
    remove_unused_forms(connection, names, elsewhere)
    connection.execute(update(UPLOAD).where(UPLOAD.c.id.in_(uploads)).values(undone_at=datetime.now(UTC)))
    move_revision(connection, [*_with_decisions(connection), *uploads], added=False)


def _with_decisions(connection: Connection) -> list[int]:
    """Returns EVENT_DECISIONS if some of them hold only while an upload is active."""
    of_uploads = (exists().where(table.c.upload_id.is_not(None)) for table in (CORRECTION, DECISION))
    return [EVENT_DECISIONS] if any(connection.scalar(select(one)) for one in of_uploads) else []


def clear_demonstration(connection: Connection) -> None:
    """Removes all demonstration data, including its history."""
    remove_facts(connection, active_uploads(connection))
    connection.execute(delete(UPLOAD))
    connection.execute(delete(CORRECTION))
    connection.execute(delete(DECISION))
    connection.execute(delete(PERSON_DECISION))
    mark_demonstration(connection, False)


def active_uploads(connection: Connection) -> list[int]:
    """Returns the numbers of the active uploads: those that are not undone."""
    return list(connection.scalars(select(UPLOAD.c.id).where(UPLOAD.c.undone_at.is_(None)).order_by(UPLOAD.c.id)))


def same_upload(connection: Connection, checksum: str, facts_digest: str) -> int | None:
    """Returns the active upload of the same file with the same facts, or None."""
    query = select(func.min(UPLOAD.c.id)).where(
        UPLOAD.c.checksum == checksum, UPLOAD.c.facts_digest == facts_digest, UPLOAD.c.undone_at.is_(None)
    )
    number: int | None = connection.scalar(query)
    return number


def uploads_of_partner(connection: Connection, partner: str) -> list[int]:
    """Returns the active uploads of a partner's sheets."""
    query = select(UPLOAD.c.id).where(UPLOAD.c.undone_at.is_(None) & (UPLOAD.c.partner == partner))
    return list(connection.scalars(query))


def uploads_with_rejected_rows(connection: Connection, partner: str) -> list[tuple[int, str]]:
    """Returns the active uploads of a partner's sheets that have rejected rows, and their files, the latest first."""
    rejected = (UPLOAD.c.rejected > 0) & UPLOAD.c.undone_at.is_(None) & (UPLOAD.c.partner == partner)
    query = select(UPLOAD.c.id, UPLOAD.c.file).where(rejected).order_by(UPLOAD.c.id.desc())
    return [(upload, file) for upload, file in connection.execute(query)]


def files_of_shape(connection: Connection, signatures: Collection[str]) -> dict[str, str]:
    """Returns for each header signature the name of the latest file that has it."""
    query = select(UPLOAD.c.signature, UPLOAD.c.file).where(UPLOAD.c.signature.in_(signatures)).order_by(UPLOAD.c.id)
    return {row.signature: row.file for row in connection.execute(query)}


def read_uploads(
    connection: Connection,
    number: int | None = None,
    limit: int | None = None,
    *,
    undone: bool = True,
    made_by: Collection[str] | None = None,
    conditions: Sequence[ColumnElement[bool]] = (),
) -> list[Row]:
    """Returns uploads, the latest first: the columns of each, the codes of its ``cities`` and the number of unanswered
    ``questions``. *number* selects one upload, *made_by* those of some actors."""
    query = select(UPLOAD).where(*conditions).order_by(UPLOAD.c.id.desc())
    query = query if made_by is None else query.where(UPLOAD.c.made_by.in_(made_by))
    query = query.where(UPLOAD.c.id == number) if number is not None else query
    query = query if undone else query.where(UPLOAD.c.undone_at.is_(None))
    uploads = [dict(row._mapping) for row in connection.execute(query.limit(limit) if limit else query)]
    numbers = [upload["id"] for upload in uploads]
    cities: dict[int, set[str]] = {}
    for fact in (ATTENDANCE, HEADCOUNT):
        named = (
            select(fact.c.upload_id, EVENT.c.city)
            .join(EVENT, EVENT.c.id == fact.c.event_id)
            .where(fact.c.upload_id.in_(numbers))
            .distinct()
        )
        for upload, city in connection.execute(named):
            cities.setdefault(upload, set()).add(city)
    counts = select(QUESTION.c.upload_id, func.count().label("open")).where(QUESTION.c.upload_id.in_(numbers))
    questions = {row.upload_id: row.open for row in connection.execute(counts.group_by(QUESTION.c.upload_id))}
    return [
        upload | {"cities": tuple(sorted(cities.get(upload["id"], ()))), "questions": questions.get(upload["id"], 0)}
        for upload in uploads
    ]


def uploads_since(connection: Connection, moment: datetime) -> list[Row]:
    """Returns the active uploads that were imported after a moment, the latest first."""
    return read_uploads(connection, undone=False, conditions=[UPLOAD.c.imported_at > moment])


def undone_since(connection: Connection, moment: datetime) -> list[Row]:
    """Returns the uploads from before a moment that were undone after it, the latest first."""
    return read_uploads(connection, conditions=[UPLOAD.c.imported_at <= moment, UPLOAD.c.undone_at > moment])


def waiting_rows(connection: Connection) -> dict[int, int]:
    """Returns how many rows wait for an answer, by upload."""
    waiting: dict[int, set[tuple[str, int]]] = {}
    for upload, sheet, rows in connection.execute(select(QUESTION.c.upload_id, QUESTION.c.sheet, QUESTION.c.rows)):
        waiting.setdefault(upload, set()).update((sheet, row) for row in rows)
    return {upload: len(rows) for upload, rows in waiting.items()}


def corrected_uploads(connection: Connection) -> set[int]:
    """Returns the uploads whose rejected rows another active upload has, corrected."""
    query = select(UPLOAD.c.completes).where(UPLOAD.c.completes.is_not(None), UPLOAD.c.undone_at.is_(None))
    return set(connection.scalars(query))


def read_remarks(
    connection: Connection, upload: int, most: int | None = None
) -> tuple[list[Row], list[Row], list[Row]]:
    """Returns an upload's uncounted rows, rejected rows and unanswered questions, in the order of the file; of each the
    first *most* (None: all)."""

    def of(table: Table) -> list[Row]:
        query = select(table).where(table.c.upload_id == upload).order_by(table.c.id).limit(most)
        return [dict(row._mapping) for row in connection.execute(query)]

    return of(UNCOUNTED), of(REJECTED), of(QUESTION)


def move_revision(connection: Connection, uploads: Sequence[int] = (EVERYTHING,), *, added: bool = True) -> None:
    """Advances the revision once for each upload whose facts were added or removed; by default once, for a change that
    may affect all figures."""
    for upload in uploads:
        advance = update(INSTALLATION).values(revision=INSTALLATION.c.revision + 1).returning(INSTALLATION.c.revision)
        number = connection.scalar(advance)
        connection.execute(insert(CHANGE).values(revision=number, upload_id=upload, added=added))
