"""Reading facts from the store as the columns that counting works on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from liaison_metrics.domain.events.statements import UNKNOWN
from liaison_metrics.domain.facts import (
    AttendanceColumns,
    Codebook,
    Codebooks,
    EventFact,
    EventMention,
    Facts,
    HeadcountFact,
)
from liaison_metrics.domain.project import NOT_STATED
from liaison_metrics.domain.reach.ages import BANDS_BY_NUMBER
from liaison_metrics.store import tables
from liaison_metrics.store.records.attendances import ATTENDANCE, fetched, records_of, selected
from liaison_metrics.store.records.name_forms import IN_ONE_QUERY, batches
from liaison_metrics.store.tables.fact_encryption import facts_of

_HEADCOUNT = tables.HeadcountTable.__table__  # type: ignore[attr-defined]
_UPLOAD = tables.UploadTable.__table__  # type: ignore[attr-defined]
_EVENT = tables.EventTable.__table__  # type: ignore[attr-defined]
_MENTION = tables.EventMentionTable.__table__  # type: ignore[attr-defined]

_WORDS = ("community", "group", "gender")

# The queries that bring the index up to date are made once: making one takes longer than asking it.
_CHOSEN: BindParameter[Any] = bindparam("chosen", expanding=True)


def read_facts(connection: Connection, codebooks: Codebooks, uploads: Sequence[int] | None = None) -> Facts:
    """Returns the facts of some uploads (None: all), at the events that files state. New codes are added to
    *codebooks*."""
    return Facts(
        attendances=_attendances(connection, codebooks, uploads),
        headcounts=_headcounts(connection, codebooks, uploads),
        events=_events(connection, uploads),
        mentions=_mentions(connection, uploads),
    )


def read_attendances_of_events(
    connection: Connection, codebooks: Codebooks, events: Sequence[int]
) -> AttendanceColumns:
    """Returns the attendances of all uploads at some source events."""
    query = _attendance_columns().where(ATTENDANCE.c.event_id.in_(_CHOSEN))
    return _as_columns(connection, query, batches(sorted(set(events))), codebooks)


def read_headcounts_of_events(
    connection: Connection, codebooks: Codebooks, events: Sequence[int]
) -> list[HeadcountFact]:
    """Returns the headcounts of all uploads at some source events."""
    query = _headcount_columns().where(_HEADCOUNT.c.event_id.in_(_CHOSEN))
    return _as_headcounts(connection, query, batches(sorted(set(events))), codebooks)


@dataclass(frozen=True, slots=True)
class Source:
    """Where an attendance comes from: upload, file, sheet, row and (in a session matrix) column."""

    upload: int
    file: str
    sheet: str
    row: int
    column: str


def read_sources(connection: Connection, attendances: Sequence[int]) -> Mapping[int, Source]:
    """Returns the source of each attendance by its number."""
    ids = facts_of(connection.dialect).ids(np.array(sorted(attendances), dtype=np.int64)).tolist()
    query = selected(_UPLOAD.c.file, ATTENDANCE.c.sheet, ATTENDANCE.c.column)
    query = query.join(_UPLOAD, _UPLOAD.c.id == ATTENDANCE.c.upload_id)
    found: dict[int, Source] = {}
    for some in batches(ids):
        rows = connection.execute(query.where(ATTENDANCE.c.id.in_(some))).all()
        if not rows:
            continue
        records = records_of(connection, rows)
        for (_id, upload, _event, _record, file, sheet, column), number, row in zip(
            rows, records["number"].tolist(), records["row"].tolist(), strict=True
        ):
            found[number] = Source(upload, file, sheet, row, column)
    return found


def read_sources_of_headcounts(connection: Connection, upload: int) -> list[tuple[int, Source]]:
    """Returns the event and the source of each headcount of an upload, in the order of the file."""
    of = tables.UploadTable.__table__  # type: ignore[attr-defined]
    query = select(
        _HEADCOUNT.c.event_id, of.c.id, of.c.file, _HEADCOUNT.c.sheet, _HEADCOUNT.c.row, _HEADCOUNT.c.column
    ).join(of, of.c.id == _HEADCOUNT.c.upload_id)
    found = connection.execute(query.where(of.c.id == upload).order_by(_HEADCOUNT.c.id))
    return [(event, Source(*place)) for event, *place in found]


@cache
def _attendance_columns() -> Select[Any]:
    return selected(*(ATTENDANCE.c[name] for name in (*_WORDS, "companions")))


@cache
def _attendances_of_uploads() -> Select[Any]:
    return _attendance_columns().where(ATTENDANCE.c.upload_id.in_(_CHOSEN))


def _attendances(connection: Connection, codebooks: Codebooks, uploads: Sequence[int] | None) -> AttendanceColumns:
    if uploads is None:
        return _as_columns(connection, _attendance_columns(), [None], codebooks)
    return _as_columns(connection, _attendances_of_uploads(), batches(sorted(uploads)), codebooks)


def _as_columns(
    connection: Connection, query: Select[Any], chosen: Iterable[list[int] | None], codebooks: Codebooks
) -> AttendanceColumns:
    """Returns the attendances that a query selects for each of the *chosen* numbers, ordered by number."""
    books = (codebooks.community, codebooks.group, codebooks.gender)
    read = [
        _columns(connection, rows, books)
        for some in chosen
        for rows in fetched(connection, query, None if some is None else {"chosen": some})
    ]
    if not read:
        return Facts.none().attendances
    columns = [np.concatenate(parts) for parts in zip(*read, strict=True)]
    in_order = np.argsort(columns[0], kind="stable")
    identity, upload, event, *others = (column[in_order] for column in columns)
    # Rows are numbered in the order in which they were read, so the number also orders the rows of an upload over all
    # sheets.
    return AttendanceColumns(identity, upload, event, identity, *others)


def _columns(connection: Connection, rows: list[tuple[Any, ...]], books: Iterable[Codebook]) -> list[NDArray[Any]]:
    """Returns some rows of attendances as columns."""
    records = records_of(connection, rows)
    _ids, uploads, events, _records, *words, companions = zip(*rows, strict=True)
    return [
        records["number"], np.array(uploads, dtype=np.int64), np.array(events, dtype=np.int64),
        *(records[name] for name in ("name", "email", "phone", "birth", "birth_year")),
        *(
            np.fromiter(map({code: book.number(code) for code in dict.fromkeys(column)}.__getitem__, column), np.int16)
            for column, book in zip(words, books, strict=True)
        ),
        np.array(companions, dtype=np.int16),
    ]  # fmt: skip


@cache
def _headcount_columns() -> Select[Any]:
    names = ("upload_id", "event_id", "people", *_WORDS, "age_band", "sheet", "additional")
    columns = [_HEADCOUNT.c[name] for name in names]
    joined = _HEADCOUNT.join(_UPLOAD, _UPLOAD.c.id == _HEADCOUNT.c.upload_id)
    return select(*columns, _UPLOAD.c.completes).select_from(joined).order_by(_HEADCOUNT.c.id)


@cache
def _headcounts_of_uploads() -> Select[Any]:
    return _headcount_columns().where(_HEADCOUNT.c.upload_id.in_(_CHOSEN))


def _headcounts(connection: Connection, codebooks: Codebooks, uploads: Sequence[int] | None) -> list[HeadcountFact]:
    if uploads is None:
        return _as_headcounts(connection, _headcount_columns(), [None], codebooks)
    return _as_headcounts(connection, _headcounts_of_uploads(), batches(sorted(uploads)), codebooks)


def _as_headcounts(
    connection: Connection, query: Select[Any], chosen: Iterable[list[int] | None], codebooks: Codebooks
) -> list[HeadcountFact]:
    """Returns the headcounts that a query selects for each of the *chosen* numbers."""
    books = (codebooks.community, codebooks.group, codebooks.gender)
    found = []
    rows = (row for some in chosen for row in connection.execute(query, None if some is None else {"chosen": some}))
    for upload, event, people, *codes, age_band, sheet, additional, completes in rows:
        community, group, gender = (stated_number(book, code) for book, code in zip(books, codes, strict=True))
        band = band_number_of(age_band)
        found.append(
            HeadcountFact(
                upload, event, people, community, group, gender, band, sheet, additional, completes or 0
            )
        )  # fmt: skip
    return found


def band_number_of(age_band: str | None) -> int:
    """Returns the number of an age band in a headcount, ``UNKNOWN`` where the sheet says that it does not know."""
    return UNKNOWN if age_band == NOT_STATED else BANDS_BY_NUMBER.index(age_band) if age_band else 0


def stated_number(book: Codebook, code: str | None) -> int:
    """Returns the number of a code in a headcount: ``UNKNOWN`` where the sheet says that it does not know."""
    return UNKNOWN if code == NOT_STATED else book.number(code)


@cache
def _event_columns() -> Select[Any]:
    return select(_EVENT.c.id, _EVENT.c.activity, _EVENT.c.city, _EVENT.c.date, _EVENT.c.title).order_by(_EVENT.c.id)


@cache
def _events_of_uploads() -> Select[Any]:
    """Returns the query of the events that some uploads state."""
    stated = select(_MENTION.c.event_id).where(_MENTION.c.upload_id.in_(_CHOSEN))
    return _event_columns().where(_EVENT.c.id.in_(stated))


def _events(connection: Connection, uploads: Sequence[int] | None) -> list[EventFact]:
    if uploads is None:
        return [EventFact(*row) for row in connection.execute(_event_columns())]
    found = {
        row[0]: EventFact(*row)
        for some in batches(sorted(uploads))
        for row in connection.execute(_events_of_uploads(), {"chosen": some})
    }
    return [found[number] for number in sorted(found)]


def read_events_of_days(connection: Connection, days: Collection[date]) -> tuple[list[EventFact], list[EventMention]]:
    """Returns the source events that files state on some days, and which sheets state them."""
    events: list[EventFact] = []
    mentions: list[EventMention] = []
    columns = (_EVENT.c.id, _EVENT.c.activity, _EVENT.c.city, _EVENT.c.date, _EVENT.c.title)
    ordered = sorted(days)
    for start in range(0, len(ordered), IN_ONE_QUERY):
        on_these = _EVENT.c.date.in_(ordered[start : start + IN_ONE_QUERY])
        events += [EventFact(*row) for row in connection.execute(select(*columns).where(on_these))]
        query = _mention_columns().join(_EVENT, _EVENT.c.id == _MENTION.c.event_id).where(on_these)
        mentions += [EventMention(*row) for row in connection.execute(query)]
    return events, mentions


def _mentions(connection: Connection, uploads: Sequence[int] | None) -> list[EventMention]:
    if uploads is None:
        return [EventMention(*row) for row in connection.execute(_mention_columns())]
    return [
        EventMention(*row)
        for some in batches(sorted(uploads))
        for row in connection.execute(_mentions_of_uploads(), {"chosen": some})
    ]


@cache
def _mention_columns() -> Select[Any]:
    columns = (_MENTION.c.event_id, _MENTION.c.upload_id, _MENTION.c.sheet, _MENTION.c.listed)
    completes = func.coalesce(_UPLOAD.c.completes, 0)
    return select(*columns, completes).select_from(_MENTION.join(_UPLOAD, _UPLOAD.c.id == _MENTION.c.upload_id))


@cache
def _mentions_of_uploads() -> Select[Any]:
    return _mention_columns().where(_MENTION.c.upload_id.in_(_CHOSEN))
