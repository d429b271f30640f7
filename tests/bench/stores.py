"""A made-up world in a real store, and uploads that come to it."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from liaison_metrics.domain.facts import Codebook, EventFact
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.records.attendances import columns_of
from liaison_metrics.store.tables.fact_encryption import RECORD, facts_of
from tests.bench.world import World

_COUNTS = (
    "rows_read", "attendances", "headcount", "headcount_rows", "not_counted", "repeated", "already_known", "rejected",
)  # fmt: skip


def fill(settings: Settings, world: World) -> None:
    """Writes a world into a new store, in the shortest way there is."""
    store = open_workspace(settings).store  # it has a key, which the facts are encrypted with
    encryption = facts_of(store.engine.dialect)
    facts, books = world.facts, world.codebooks
    cursor = (raw := store.engine.raw_connection()).cursor()
    cursor.execute("BEGIN")
    uploads = sorted({*facts.attendances.upload.tolist(), *(fact.upload for fact in facts.headcounts)})
    cursor.executemany(
        "INSERT INTO upload (id, file, checksum, facts_digest, format, partner, imported_at, status,"
        f" {', '.join(_COUNTS)}) VALUES (?, 'made_up.csv', '', '', 'csv', '', '2022-01-01 00:00:00', 'imported'"
        f"{', 0' * len(_COUNTS)})",
        [(upload,) for upload in uploads],
    )
    cursor.executemany(
        "INSERT INTO event (id, activity, city, date, title, title_key) VALUES (?, ?, ?, ?, ?, ?)",
        [(e.id, e.activity, e.city, e.date.isoformat(), e.title, e.title) for e in facts.events],
    )
    found = facts.attendances
    records = np.zeros(len(found), dtype=RECORD)
    records["number"], records["row"] = found.id, 2
    for name in ("name", "email", "phone", "birth", "birth_year"):
        records[name] = getattr(found, name)
    encrypted = encryption.encrypt_records(records, found.upload, found.event)
    numbers = [column.tolist() for column in (encryption.ids(found.id), found.upload, found.event)]
    words = [
        _codes(book, getattr(facts.attendances, name))
        for name, book in (("community", books.community), ("group", books.group), ("gender", books.gender))
    ]
    cursor.executemany(
        "INSERT INTO attendance (id, upload_id, event_id, record, community, "
        ' "group", gender, sheet, "column", companions)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, 'Sheet1', '', 0)",
        sorted(zip(*numbers, encrypted, *words, strict=True)),
    )
    cursor.execute("UPDATE installation SET attendances_numbered = ?", (len(found),))
    cursor.executemany(
        'INSERT INTO headcount (upload_id, event_id, sheet, row, "column", people, community, additional)'
        " VALUES (?, ?, 'Sheet1', 2, '', ?, ?, '')",
        [(h.upload, h.event, h.people, books.community.code(h.community)) for h in facts.headcounts],
    )
    cursor.executemany(
        "INSERT INTO event_mention (upload_id, event_id, sheet, listed) VALUES (?, ?, 'Sheet1', ?)",
        [(mention.upload, mention.event, mention.listed) for mention in facts.mentions],
    )
    names = np.unique(facts.attendances.name[facts.attendances.name != 0]).tolist()
    cursor.executemany(
        "INSERT INTO name_form (place, form) VALUES (?, ?)",
        (
            (encryption.place_of_form(name), encryption.encrypt_form(name, form))
            for name, form in world.forms(names).items()
        ),
    )
    cursor.execute("COMMIT")
    raw.close()
    store.close()


def _codes(book: Codebook, numbers: np.ndarray) -> list[str | None]:
    codes: list[str | None] = [None, *book.codes[1:]]
    return [codes[number] for number in numbers.tolist()]


def bring(workspace: Workspace, world: World, people: int, turn: int) -> None:
    """Saves an upload about some people of the world at an event of their own."""
    columns, model = world.facts.attendances, world.facts.events[turn]
    chosen = np.random.default_rng(turn).choice(len(columns), people, replace=False)
    names = ("name", "email", "phone", "birth", "birth_year")
    people_there = zip(*(getattr(columns, name)[chosen].tolist() for name in names), strict=True)
    upload = {
        "file": f"more_{turn}.csv", "checksum": "", "facts_digest": "", "format": "csv", "partner": "",
        "imported_at": datetime.now(UTC), "status": "imported", **dict.fromkeys(_COUNTS, 0),
    }  # fmt: skip
    with workspace.store.writing() as connection:
        event = EventFact(0, model.activity, model.city, model.date, f"Another {turn}")
        place = {"event_id": stored.ensure_events(connection, [(event, event.title)])[0], "sheet": "Sheet1", "row": 2}
        said = {"column": "", "community": "local", "group": None, "gender": None, "companions": 0}
        rows = [place | said | dict(zip(names, one, strict=True)) for one in people_there]
        mentions = [{"event_id": place["event_id"], "sheet": "Sheet1", "listed": True}]
        facts = stored.UploadFacts(upload=upload, attendances=columns_of(rows), mentions=mentions)
        stored.save_upload(connection, facts)
