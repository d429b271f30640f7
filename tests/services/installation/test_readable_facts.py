"""Forms of names and years of birth of an older store are encrypted when it is opened, and figures stay."""

from __future__ import annotations

import struct
from hashlib import blake2b
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, create_engine, inspect, text

from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.figures import attendances, indicators
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.database import migrating
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.records.attendances import ATTENDANCE, names_in, records_of, selected
from liaison_metrics.store.records.audit import AuditChain
from liaison_metrics.store.records.name_forms import read_name_forms
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet

# One address: whether these are two people or one depends on the forms of their names, and on their years.
NAMES = ("Amina Haddad", "Amina Hadad", "Lena Moser")
LIST = sheet(*(row(name, email="office@example.org", born="1984") for name in NAMES))
_KEPT = ("sheet", "column", "community", "group", "gender", "companions")
MORE = sheet(row("Aminah Haddad", email="office@example.org", born="1984", title="Second"))


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=database_url, project_file=PROJECT_FILE, secret_key_file=tmp_path / "secret.key")


def test_an_older_store_is_encrypted_when_it_is_opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_workspace(settings)
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    before = figures(workspace)
    lines = attendances(workspace, actor=COORDINATOR)
    with workspace.store.writing() as connection:
        _make_readable(connection, workspace.secret)
    workspace.close()
    opened = open_workspace(settings)
    assert figures(opened) == before and attendances(opened, actor=COORDINATOR) == lines
    with opened.store.reading() as connection:
        assert not {"readable_name_form", "readable_birth", "earlier_attendance"} & set(
            inspect(connection).get_table_names()
        )
        assert len(read_name_forms(connection, names_in(connection).tolist())) == len(NAMES)
    import_file(opened, "more.csv", MORE, actor=COORDINATOR)
    assert figures(opened) == before, "she is known again by the form of her name"
    opened.close()


def test_nothing_readable_is_left_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "liaison.db"
    settings = Settings(
        database_url=f"sqlite:///{file}", project_file=PROJECT_FILE, secret_key_file=tmp_path / "secret.key"
    )
    workspace = open_workspace(settings)
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    with workspace.store.writing() as connection:
        _make_readable(connection, workspace.secret)
    workspace.close()
    form = Encoder(workspace.secret).name_form(NAMES[0])
    assert form.encoding in file.read_bytes()
    open_workspace(settings).close()
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("liaison.db*"))
    assert form.encoding not in stored and struct.pack("<q", min(form.tokens)) not in stored


def test_the_migration_keeps_them_for_it(empty_database_url: str) -> None:
    """A store of the version before: what it holds of names and years is in the tables that are then encrypted."""
    url = Settings(database_url=empty_database_url).url
    engine = create_engine(url)
    with engine.begin() as connection:
        migrating.migrate(connection, "0017")
        connection.execute(
            text("INSERT INTO name_form (name, tokens, latin, encoding) VALUES (5, :some, :some, :some)"),
            {"some": struct.pack("<q", 9)},
        )
    engine.dispose()
    store = open_store(url)
    with store.reading() as connection:
        assert connection.execute(text("SELECT name FROM readable_name_form")).all() == [(5,)]
        left = set(inspect(connection).get_table_names())
        assert left.isdisjoint({"readable_birth", "earlier_attendance"}), "there were no attendances"
    store.close()


def figures(workspace: Workspace) -> list[tuple[int, int]]:
    return [(one.reach.identified, one.reach.floor) for one in indicators(workspace, actor=COORDINATOR)]


def test_a_store_of_the_version_before_goes_on(settings: Settings) -> None:
    """Its years were encrypted in blocks, its forms under the digests of their names, and its audit record had
    checksums."""
    workspace = open_workspace(settings)
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    lines, before = attendances(workspace, actor=COORDINATOR), figures(workspace)
    with workspace.store.writing() as connection:
        _make_earlier(connection, workspace.secret)
        entry = {"action": "upload.import", "kind": "upload", "about": "1", "before": "", "after": '{"checksum": "ab"}'}
        AuditChain(workspace.secret).append(connection, {"account": None, "role": "", "partner": "", **entry})
    workspace.close()
    opened = open_workspace(settings)
    assert figures(opened) == before and attendances(opened, actor=COORDINATOR) == lines
    with opened.store.reading() as connection:
        assert AuditChain(opened.secret).first_break(connection) is None
        assert all("checksum" not in line for line in connection.scalars(text("SELECT after FROM audit_entry")))
    import_file(opened, "more.csv", MORE, actor=COORDINATOR)
    assert figures(opened) == before, "she is known again by the form of her name"
    opened.close()


def _make_earlier(connection: Connection, secret: bytes) -> None:
    """Puts the facts of a store where the migration puts those of the version before."""
    _make_readable(connection, secret)
    connection.execute(text("DROP TABLE readable_name_form"))
    connection.execute(text("DROP TABLE readable_birth"))
    binary = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    connection.execute(text(f"CREATE TABLE earlier_name_form (name BIGINT, form {binary})"))
    forms, encoder = AESGCM(_key(secret, b"forms of names")), Encoder(secret)
    for name in NAMES:
        form = encoder.name_form(name)
        latin = sorted(form.latin or ())
        plain = struct.pack("<HHH", len(form.tokens), len(latin), len(form.encoding))
        plain += struct.pack(f"<{len(form.tokens)}q", *sorted(form.tokens)) + struct.pack(f"<{len(latin)}q", *latin)
        plain = (plain + form.encoding).ljust(512, b"\0")
        digest = encoder.identity(name, None, None, None, None, "AT").name
        encrypted = bytes(12) + forms.encrypt(bytes(12), plain, struct.pack("<q", digest))
        connection.execute(
            text("INSERT INTO earlier_name_form VALUES (:name, :form)"), {"name": digest, "form": encrypted}
        )
    year = Cipher(algorithms.AES(_key(secret, b"years of birth")), modes.ECB()).encryptor()
    block = year.update(struct.pack("<H", 1984) + bytes(14)) + year.finalize()
    connection.execute(text("UPDATE earlier_attendance SET born = :born"), {"born": block.hex()})


def _key(secret: bytes, kind: bytes) -> bytes:
    return blake2b(secret, digest_size=32, person=kind).digest()


def _make_readable(connection: Connection, secret: bytes) -> None:
    """Puts the facts of a store where the migrations put those of an older one."""
    encoder = Encoder(secret)
    binary = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    connection.execute(
        text(f"CREATE TABLE readable_name_form (name BIGINT, tokens {binary}, latin {binary}, encoding {binary})")
    )
    connection.execute(text(
        "CREATE TABLE earlier_attendance (id BIGINT, upload_id BIGINT, event_id BIGINT, sheet VARCHAR, row INTEGER,"
        ' "column" VARCHAR, name BIGINT, email BIGINT, phone BIGINT, birth BIGINT, born VARCHAR, community VARCHAR,'
        ' "group" VARCHAR, gender VARCHAR, companions INTEGER)'
    ))  # fmt: skip
    rows = connection.execute(selected(*(ATTENDANCE.c[name] for name in _KEPT))).all()
    for (_id, upload, event, _record, *kept), record in zip(rows, records_of(connection, rows), strict=True):
        values = dict(zip(_KEPT, kept, strict=True)) | {"id": int(record["number"]), "upload_id": upload}
        values |= {name: int(record[name]) for name in ("row", "name", "email", "phone", "birth")}
        columns = ", ".join(f'"{name}"' for name in (*values, "event_id", "born"))
        marks = ", ".join(f":{name}" for name in (*values, "event_id", "born"))
        statement = text(f"INSERT INTO earlier_attendance ({columns}) VALUES ({marks})")
        connection.execute(statement, values | {"event_id": event, "born": ""})
    connection.execute(
        text("CREATE TABLE readable_birth AS SELECT id, name, 1984 AS birth_year FROM earlier_attendance")
    )
    connection.execute(text("DELETE FROM attendance"))
    for name in NAMES:
        form = encoder.name_form(name)
        digest = encoder.identity(name, None, None, None, None, "AT").name
        tokens, latin = (struct.pack(f"<{len(one)}q", *sorted(one)) for one in (form.tokens, form.latin or ()))
        connection.execute(
            text("INSERT INTO readable_name_form VALUES (:name, :tokens, :latin, :encoding)"),
            {"name": digest, "tokens": tokens, "latin": latin, "encoding": form.encoding},
        )
    connection.execute(text("DELETE FROM name_form"))
