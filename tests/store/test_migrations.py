"""Migrations keep the data of an older store, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.answers import added_communities, name_community
from liaison_metrics.store.database import migrating
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.records.uploads.originals import log_download, read_downloads
from liaison_metrics.store.uploads import changes_since, move_revision, read_uploads

NOON = "2021-05-04 12:00:00"

OLD_DATA = (
    "INSERT INTO upload (id, file, checksum, facts_digest, format, partner, imported_at, status, rows_read,"
    " attendances, headcount, headcount_rows, not_counted, repeated, already_known, rejected, made_by, signature,"
    f" options) VALUES (7, 'graz.csv', 'c', 'f', '', '', '{NOON}', 'imported', 1, 1, 0, 0, 0, 0, 0, 0, '', '', '')",
    "INSERT INTO change (revision, upload_id, came) VALUES (1, 6, true), (2, 6, false), (3, 7, true)",
    "UPDATE installation SET revision = 3",
    f"INSERT INTO \"fetch\" (upload_id, made_by, made_at) VALUES (7, 'coordinator', '{NOON}')",
    "INSERT INTO new_word (kind, code, label, made_by, made_at)"
    f" VALUES ('community', 'roma', 'Roma', 'coordinator', '{NOON}')",
)


@pytest.fixture
def old_engine(empty_database_url: str) -> Iterator[Engine]:
    """A database of the schema version before tables and columns got clearer names, with data."""
    engine = create_engine(Settings(database_url=empty_database_url).url)
    with engine.begin() as connection:
        migrating.migrate(connection, "0003")
        for statement in OLD_DATA:
            connection.execute(text(statement))
    yield engine
    engine.dispose()


def test_renamed_tables_and_columns_keep_their_data(old_engine: Engine) -> None:
    store = open_store(old_engine.url)
    with store.reading() as connection:
        assert changes_since(connection, 0) == [(6, True), (6, False), (7, True)]
        assert added_communities(connection) == {"roma": {"en": "Roma"}}
        (download,) = read_downloads(connection, 7)
        assert download["made_by"] == "coordinator" and download["made_at"].isoformat() == "2021-05-04T12:00:00+00:00"
        tables = inspect(connection)
        assert {"fetch", "new_word"}.isdisjoint(tables.get_table_names())
        assert [index["name"] for index in tables.get_indexes("original_download")] == [
            "ix_original_download_upload_id"
        ]
    with store.writing() as connection:  # new rows get numbers of their own after the old ones
        log_download(connection, 7, "oikos")
        name_community(connection, "kurdish", ("en", "Kurdish"), "coordinator")
        move_revision(connection, [7], added=False)
    with store.reading() as connection:
        assert [row["made_by"] for row in read_downloads(connection, 7)] == ["oikos", "coordinator"]
        assert list(added_communities(connection)) == ["roma", "kurdish"]
        assert changes_since(connection, 3) == [(0, True), (7, False)]
        assert read_uploads(connection)[0]["file"] == "graz.csv"
    store.close()


def test_a_migrated_store_is_not_migrated_again(old_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(old_engine.url).close()
    monkeypatch.setattr("liaison_metrics.store.engine.migrate", None)
    open_store(old_engine.url).close()
