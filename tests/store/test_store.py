"""The store on both databases: facts come and go in one piece, the revision moves, readers see one state."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, make_url, select, text
from sqlmodel import SQLModel

from liaison_metrics.domain.facts import Codebooks, EventFact, NameForm
from liaison_metrics.errors import StoreError
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store import engine
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.database import migrating
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.facts import read_attendances_of_events, read_facts, read_sources
from liaison_metrics.store.records.attendances import columns_of
from liaison_metrics.store.records.name_forms import read_name_forms
from liaison_metrics.store.tables.fact_encryption import FactEncryption

WORKSHOP = EventFact(0, "skill_transfer_workshop", "graz", date(2021, 5, 4), "Bread and words")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(Settings(database_url=database_url).url)
    opened.encrypt_facts_with(FactEncryption(b"k" * 32))
    yield opened
    opened.close()


def name_form(number: int) -> NameForm:
    return NameForm(frozenset({number, -number - 5}), b"\x01\x02", frozenset({number}) if number else None)


def an_upload(file: str, events: list[int], people: int) -> stored.UploadFacts:
    """An upload of *people* attendances, spread over events, and one headcount."""
    place = {"sheet": "Sheet1", "column": ""}
    return stored.UploadFacts(
        upload={
            "file": file, "checksum": file, "facts_digest": file, "imported_at": datetime.now(UTC),
            "status": "imported", "rows_read": people + 1, "attendances": people, "headcount": 7,
            "headcount_rows": 1, "not_counted": 1, "repeated": 0, "already_known": 0, "rejected": 1,
        },
        attendances=columns_of([
            {
                **place, "event_id": events[n % len(events)], "row": n + 2,
                "name": -(n + 1), "email": 0, "phone": 2**62, "birth": 0,
                "birth_year": 1990, "community": "syrian", "group": None, "gender": "female", "companions": 0,
            }
            for n in range(people)
        ]),
        headcounts=[
            {
                **place, "event_id": events[0], "row": 99, "people": 7,
                "community": "local", "group": None, "gender": None, "age_band": None, "additional": "",
            }
        ],
        mentions=[{"event_id": event, "sheet": "Sheet1", "listed": True} for event in events],
        uncounted=[{**place, "row": 50, "reason": "staff"}],
        rejected=[{**place, "row": 51, "value": "2021-02-30", "reason": "No such day.", "fix": "Correct it."}],
        questions=[
            {**place, "kind": "community", "value": "Bangla", "suggestions": ["bangladeshi"], "text": "?", "rows": [3]}
        ],
        names={-(n + 1): name_form(n) for n in range(people)},
    )  # fmt: skip


def save(store: Store, file: str, people: int = 3) -> int:
    with store.writing() as connection:
        events = stored.ensure_events(connection, [(WORKSHOP, "bread and words")])
        return stored.save_upload(connection, an_upload(file, events, people))


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    with store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    assert differences == []


def test_facts_come_back_as_they_were(store: Store) -> None:
    first, second = save(store, "a.csv"), save(store, "b.csv", people=2)
    books = Codebooks()
    with store.reading() as connection:
        every = read_facts(connection, books)
        one = read_facts(connection, books, [second])
        forms = read_name_forms(connection, [-1, -2, 12345])
        sources = read_sources(connection, every.attendances.id.tolist())
        at_event = read_attendances_of_events(connection, books, [every.events[0].id])
    assert every.attendances.upload.tolist() == [first] * 3 + [second] * 2
    assert one.attendances.name.tolist() == [-1, -2] and one.attendances.phone.tolist() == [2**62] * 2
    assert books.community.code(int(one.attendances.community[0])) == "syrian"
    assert books.gender.code(int(one.attendances.gender[0])) == "female"
    assert [(h.upload, h.people) for h in every.headcounts] == [(first, 7), (second, 7)]
    assert [e.title for e in every.events] == [e.title for e in one.events] == ["Bread and words"]
    assert forms == {-1: name_form(0), -2: name_form(1)}
    assert [forms[name].latin for name in (-1, -2)] == [None, frozenset({1})]
    assert sources[int(every.attendances.id[0])].row == 2
    assert at_event.id.tolist() == every.attendances.id.tolist()


def test_an_undone_upload_leaves_nothing_but_its_history(store: Store) -> None:
    upload = save(store, "a.csv")
    with store.writing() as connection:
        stored.remove_facts(connection, [upload])
    with store.reading() as connection:
        for table in SQLModel.metadata.tables.values():
            kept = {"installation", "change", "upload", "alembic_version"}
            count = connection.scalar(select(func.count()).select_from(table))
            assert (count == 0) != (table.name in kept), table.name
        assert stored.active_uploads(connection) == []
        assert stored.read_uploads(connection)[0]["undone_at"] is not None


def test_numbers_of_uploads_are_not_given_twice(store: Store) -> None:
    first = save(store, "a.csv")
    with store.writing() as connection:
        stored.clear_demonstration(connection)
    assert save(store, "b.csv") > first


def test_the_revision_moves_with_every_change_and_says_what_changed(store: Store) -> None:
    first = save(store, "a.csv")
    second = save(store, "b.csv")
    with store.reading() as connection:
        known = stored.revision(connection)
    with store.writing() as connection:
        stored.remove_facts(connection, [first])
    with store.reading() as connection:
        assert stored.revision(connection) > known
        assert stored.changes_since(connection, 0) == [(first, True), (second, True), (first, False)]
        assert stored.changes_since(connection, known) == [(first, False)]


def test_a_failing_transaction_and_a_dry_run_leave_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        stored.ensure_events(connection, [(WORKSHOP, "x")])
        raise ZeroDivisionError
    with store.writing(keep=False) as connection:
        stored.save_upload(connection, an_upload("a.csv", stored.ensure_events(connection, [(WORKSHOP, "x")]), 2))
    with store.reading() as connection:
        assert stored.revision(connection) == 0
        assert connection.scalar(text("SELECT count(*) FROM event")) == 0


def test_writers_take_turns_and_none_is_lost(store: Store) -> None:
    threads = [threading.Thread(target=save, args=(store, f"{n}.csv", 5)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as connection:
        assert stored.revision(connection) == 8
        assert connection.scalar(text("SELECT count(*) FROM attendance")) == 40
        assert connection.scalar(text("SELECT count(*) FROM event")) == 1


def test_a_reader_sees_one_state(store: Store) -> None:
    save(store, "a.csv")
    with store.reading() as connection:
        before = stored.revision(connection)
        save(store, "b.csv")
        assert stored.revision(connection) == before
        assert len(read_facts(connection, Codebooks()).attendances) == 3


def test_readers_within_readers_need_no_second_connection(store: Store) -> None:
    everybody = threading.Barrier(readers := store.engine.pool.size() + 1, timeout=20)  # type: ignore[attr-defined]
    counted: list[object] = []

    def read() -> None:
        with store.reading() as outer:
            everybody.wait()  # all of them hold a connection now
            with store.reading() as inner, store.reading_apart() as apart:
                assert inner is outer and apart is not outer
                counted.append(inner.scalar(text("SELECT count(*) FROM upload")))
            counted.append(outer.scalar(text("SELECT count(*) FROM upload")))

    threads = [threading.Thread(target=read, daemon=True) for _reader in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert counted == [0] * 2 * readers


def test_the_schema_versions_are_those_that_alembic_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrating.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert migrating.schema_versions()[::-1] == [one.revision for one in script.walk_revisions()]
    assert migrating.newest_version() == script.get_current_head()


def test_no_statement_is_prepared_for_a_session(store: Store) -> None:
    """A pooler such as pgbouncer may give the next transaction another session."""
    with store.reading() as connection:
        if connection.dialect.name == "postgresql":
            assert connection.connection.dbapi_connection.prepare_threshold is None  # type: ignore[union-attr]


def test_a_store_of_a_newer_program_is_left_alone(database_url: str) -> None:
    url = Settings(database_url=database_url).url
    store = open_store(url)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer version"):
        open_store(url)


def test_what_cannot_be_opened_is_said_without_password() -> None:
    with pytest.raises(StoreError) as caught:
        open_store(make_url("postgresql+psycopg://me:hush@127.0.0.1:1/none?connect_timeout=1"))
    assert "hush" not in str(caught.value)


def test_who_waits_too_long_for_another_program_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    url = make_url(f"sqlite:///{tmp_path / 'busy.db'}")
    one, other = open_store(url), open_store(url)
    with one.writing(), pytest.raises(StoreError, match="too long"), other.writing():
        pass
    one.close()
    other.close()
