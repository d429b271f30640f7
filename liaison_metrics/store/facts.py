"""Reading facts from the store as the columns that counting works on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, select

from liaison_metrics.domain.facts import (
    AttendanceColumns,
    Codebook,
    Codebooks,
    EventFact,
    Facts,
    HeadcountFact,
    NameForm,
)
from liaison_metrics.store import tables
from liaison_metrics.store.events import true_events

_ATTENDANCE = tables.AttendanceTable.__table__  # type: ignore[attr-defined]
_HEADCOUNT = tables.HeadcountTable.__table__  # type: ignore[attr-defined]
_EVENT = tables.EventTable.__table__  # type: ignore[attr-defined]
_NAME_FORM = tables.NameFormTable.__table__  # type: ignore[attr-defined]

IN_ONE_QUERY = 500
"""How many values one query may contain: within the limits of every supported database."""

ROWS_AT_A_TIME = 1000
"""How many rows to fetch at a time: a million at once took 1.5 times as long and three times the memory."""

_NUMBERS: Mapping[str, type[np.signedinteger[Any]]] = {
    **dict.fromkeys(("id", "upload_id", "event_id", "name", "email", "phone", "birth"), np.int64),
    "birth_year": np.int16,
}
_WORDS = ("community", "group", "gender")


def read_facts(connection: Connection, codebooks: Codebooks, uploads: Sequence[int] | None = None) -> Facts:
    """Returns the facts of some uploads (None: all). New codes are added to *codebooks*.

    Corrections of events are applied, and merged events have one id.
    """
    true = true_events(connection)
    events = {fact.id: fact for stated in _events(connection, uploads) for fact in [true.get(stated.id, stated)]}
    return Facts(
        attendances=at_true_events(_attendances(connection, codebooks, uploads), true),
        headcounts=[_at_true_event(fact, true) for fact in _headcounts(connection, codebooks, uploads)],
        events=list(events.values()),
    )


def at_true_events(columns: AttendanceColumns, true: Mapping[int, EventFact]) -> AttendanceColumns:
    """Returns attendances with the ids of their corrected events."""
    if not true or not len(columns):
        return columns
    stated = np.array(sorted(true), dtype=np.int64)
    counted = np.array([true[number].id for number in stated.tolist()], dtype=np.int64)
    at = np.minimum(np.searchsorted(stated, columns.event), len(stated) - 1)
    return replace(columns, event=np.where(stated[at] == columns.event, counted[at], columns.event))


def _at_true_event(fact: HeadcountFact, true: Mapping[int, EventFact]) -> HeadcountFact:
    return replace(fact, event=true[fact.event].id) if fact.event in true else fact


def read_attendances_of_events(
    connection: Connection, codebooks: Codebooks, events: Sequence[int]
) -> AttendanceColumns:
    """Returns the attendances of all uploads at some events and at the events merged with them."""
    true = true_events(connection)
    batches = _batches(_all_stated(events, true))
    queries = (_attendance_columns().where(_ATTENDANCE.c.event_id.in_(some)) for some in batches)
    return at_true_events(_as_columns(connection, queries, codebooks), true)


def read_headcounts_of_events(
    connection: Connection, codebooks: Codebooks, events: Sequence[int]
) -> list[HeadcountFact]:
    """Returns the headcounts of all uploads at some events and at the events merged with them."""
    true = true_events(connection)
    return [
        _at_true_event(fact, true)
        for some in _batches(_all_stated(events, true))
        for fact in _as_headcounts(connection, _headcount_columns().where(_HEADCOUNT.c.event_id.in_(some)), codebooks)
    ]


def _all_stated(events: Sequence[int], true: Mapping[int, EventFact]) -> list[int]:
    """Returns the ids of all source events of some events, which are given by any of their ids."""
    counted = {true[event].id if event in true else event for event in events}
    return sorted(counted | set(events) | {stated for stated, fact in true.items() if fact.id in counted})


def read_name_forms(connection: Connection, names: Sequence[int]) -> dict[int, NameForm]:
    """Returns the forms in which names are compared, by the names' digests."""
    forms: dict[int, NameForm] = {}
    for some in _batches(sorted(set(names))):
        query = select(_NAME_FORM.c.name, _NAME_FORM.c.tokens, _NAME_FORM.c.encoding)
        for name, tokens, encoding in connection.execute(query.where(_NAME_FORM.c.name.in_(some))):
            forms[name] = NameForm(frozenset(np.frombuffer(tokens, dtype="<i8").tolist()), bytes(encoding))
    return forms


@dataclass(frozen=True, slots=True)
class Source:
    """Where an attendance comes from: upload, file, sheet, row and (in a session matrix) column."""

    upload: int
    file: str
    sheet: str
    row: int
    column: str


def read_sources(connection: Connection, attendances: Sequence[int]) -> Mapping[int, Source]:
    """Returns the source of each attendance by its id."""
    upload = tables.UploadTable.__table__  # type: ignore[attr-defined]
    query = select(
        _ATTENDANCE.c.id, _ATTENDANCE.c.upload_id, upload.c.file, _ATTENDANCE.c.sheet, _ATTENDANCE.c.row,
        _ATTENDANCE.c.column,
    ).join(upload, upload.c.id == _ATTENDANCE.c.upload_id)  # fmt: skip
    queries = (query.where(_ATTENDANCE.c.id.in_(some)) for some in _batches(sorted(attendances)))
    return {row[0]: Source(*row[1:]) for one in queries for row in connection.execute(one).all()}


def read_sources_of_headcounts(connection: Connection, upload: int) -> list[tuple[int, Source]]:
    """Returns the event and the source of each headcount of an upload, in the order of the file."""
    of = tables.UploadTable.__table__  # type: ignore[attr-defined]
    query = select(
        _HEADCOUNT.c.event_id, of.c.id, of.c.file, _HEADCOUNT.c.sheet, _HEADCOUNT.c.row, _HEADCOUNT.c.column
    ).join(of, of.c.id == _HEADCOUNT.c.upload_id)
    true = true_events(connection)
    found = connection.execute(query.where(of.c.id == upload).order_by(_HEADCOUNT.c.id))
    return [(true[event].id if event in true else event, Source(*place)) for event, *place in found]


def _attendance_columns() -> Select[Any]:
    return select(*(_ATTENDANCE.c[name] for name in (*_NUMBERS, *_WORDS))).order_by(_ATTENDANCE.c.id)


def _attendances(connection: Connection, codebooks: Codebooks, uploads: Sequence[int] | None) -> AttendanceColumns:
    query = _attendance_columns()
    if uploads is None:
        return _as_columns(connection, [query], codebooks)
    queries = (query.where(_ATTENDANCE.c.upload_id.in_(some)) for some in _batches(sorted(uploads)))
    return _as_columns(connection, queries, codebooks)


def _as_columns(connection: Connection, queries: Iterable[Select[Any]], codebooks: Codebooks) -> AttendanceColumns:
    """Returns the attendances that some queries select, ordered by id."""
    books = (codebooks.community, codebooks.group, codebooks.gender)
    read = [_columns(rows, books) for query in queries for rows in _rows(connection, query)]
    if not read:
        return Facts.none().attendances
    columns = [np.concatenate(parts) for parts in zip(*read, strict=True)]
    in_order = np.argsort(columns[0], kind="stable")
    identity, upload, event, *others = (column[in_order] for column in columns)
    # Rows are stored in the order in which they were read, so the id also orders the rows of an upload over all sheets.
    return AttendanceColumns(identity, upload, event, identity, *others)


def _columns(rows: list[tuple[Any, ...]], books: Iterable[Codebook]) -> list[NDArray[Any]]:
    """Returns some rows of attendances as columns."""
    columns = list(zip(*rows, strict=True))
    numbers, words = columns[: len(_NUMBERS)], columns[len(_NUMBERS) :]
    return [
        *(np.array(column, dtype=kind) for column, kind in zip(numbers, _NUMBERS.values(), strict=True)),
        *(
            np.fromiter(map({code: book.number(code) for code in dict.fromkeys(column)}.__getitem__, column), np.int16)
            for column, book in zip(words, books, strict=True)
        ),
    ]


def _rows(connection: Connection, query: Select[Any]) -> Iterator[list[tuple[Any, ...]]]:
    # The driver's own cursor returns plain tuples: for a million rows SQLAlchemy's row objects would cost too much.
    compiled = query.compile(connection, compile_kwargs={"render_postcompile": True})
    parameters = compiled.params
    if compiled.positiontup is not None:
        parameters = tuple(parameters[name] for name in compiled.positiontup)
    cursor = connection.connection.cursor()
    try:
        cursor.execute(str(compiled), parameters)
        while rows := cursor.fetchmany(ROWS_AT_A_TIME):
            yield rows  # type: ignore[misc]
    finally:
        cursor.close()


def _headcount_columns() -> Select[Any]:
    names = ("upload_id", "event_id", "people", *_WORDS)
    return select(*(_HEADCOUNT.c[name] for name in names)).order_by(_HEADCOUNT.c.id)


def _headcounts(connection: Connection, codebooks: Codebooks, uploads: Sequence[int] | None) -> list[HeadcountFact]:
    if uploads is None:
        return _as_headcounts(connection, _headcount_columns(), codebooks)
    return [
        fact
        for some in _batches(sorted(uploads))
        for fact in _as_headcounts(connection, _headcount_columns().where(_HEADCOUNT.c.upload_id.in_(some)), codebooks)
    ]


def _as_headcounts(connection: Connection, query: Select[Any], codebooks: Codebooks) -> list[HeadcountFact]:
    return [
        HeadcountFact(
            upload, event, people,
            codebooks.community.number(community), codebooks.group.number(group), codebooks.gender.number(gender),
        )
        for upload, event, people, community, group, gender in connection.execute(query)
    ]  # fmt: skip


def _events(connection: Connection, uploads: Sequence[int] | None) -> list[EventFact]:
    query = select(_EVENT.c.id, _EVENT.c.activity, _EVENT.c.city, _EVENT.c.date, _EVENT.c.title).order_by(_EVENT.c.id)
    if uploads is None:
        return [EventFact(*row) for row in connection.execute(query)]
    found: set[int] = set()
    for some in _batches(sorted(uploads)):
        for fact in (_ATTENDANCE, _HEADCOUNT):
            named = select(fact.c.event_id).where(fact.c.upload_id.in_(some)).distinct()
            found.update(connection.scalars(named))
    return [
        EventFact(*row)
        for some in _batches(sorted(found))
        for row in connection.execute(query.where(_EVENT.c.id.in_(some)))
    ]


def _batches(values: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(values)
    while batch := list(islice(rest, IN_ONE_QUERY)):
        yield batch
