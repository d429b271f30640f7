"""Another secret key: everything is encrypted anew, figures and decisions stay, whenever it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, MetaData, String, select, text
from sqlmodel import SQLModel

from liaison_metrics.errors import UnknownPerson, WrongKey
from liaison_metrics.exports import frames
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.factors.authenticator import purpose_of_secret
from liaison_metrics.services.answers import saved
from liaison_metrics.services.events.evidence.keeping import open_evidence
from liaison_metrics.services.events.work_plan import deliverables, versions
from liaison_metrics.services.installation import rotating
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.installation.rotating import lost_files, rotate_key
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.workspace.audit.reading import AuditFilter, entries
from liaison_metrics.services.workspace.audit.recording import AuditAction
from liaison_metrics.services.workspace.key_file import next_key_file
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.access import factors
from liaison_metrics.store.encryption import Encryption, NameEncryption
from liaison_metrics.store.installation.rotating import WORDS
from liaison_metrics.store.installation.stored_names import name_columns
from liaison_metrics.store.records.audit import AuditChain
from liaison_metrics.store.tables.fact_encryption import FactEncryption
from tests.conftest import PROJECT_FILE, ROOT
from tests.services.installation.conftest import ORIGINAL, fill, settings_of

READABLE = {
    "account": {"email", "role", "partner", "password", "provider_subject"}, "account_city": {"city"},
    "account_session": {"token", "browser"}, "one_time_link": {"token", "purpose"}, "failed_sign_in": {"about"},
    "audit_entry": {"role", "partner", "action", "kind", "about", "before", "after", "digest"},
    "audit_end": {"digest"}, "added_community": {"code", "label"},
    "event_correction": {
        "stated_activity", "stated_city", "stated_title_key", "activity", "city", "title", "made_by",
    },
    "evidence_file": {"kind", "form", "made_by"},
    "evidence_event": {"stated_activity", "stated_city", "stated_title_key"},
    "event_data_edit": {"stated_activity", "stated_city", "stated_title_key", "made_by"},
    "event_decision": {"kind", "stated_activity", "stated_city", "stated_title_key", "made_by"},
    "planned_event": {"activity", "city", "title", "made_by"}, "event": {"activity", "city", "title", "title_key"},
    "waiting_sheet": {"owner", "partner"}, "asked_question": {"partner", "kind", "asked_by", "code", "settled_by"},
    "recovery_code": {"code"}, "passkey": {"credential", "public_key", "name"}, "used_sign_in_step": {"token"},
    "attendance": {"community", "group", "gender"},
    "headcount": {"community", "group", "gender", "age_band", "additional"},
    "installation": {"store_id", "key_check"},
    "upload": {"format", "partner", "status", "made_by"}, "uncounted_row": {"reason"}, "open_question": {"kind"},
    "original_download": {"made_by"}, "answer": {"partner", "kind", "code", "made_by"},
    "issued_report": {"made_by", "name", "city", "digest", "withdrawn_by"}, "issued_form": {"file", "content"},
    "share_link": {"token", "name", "shows", "password", "site"}, "access_token": {"token", "name", "role"},
    "work_state": {"piece", "city", "state", "made_by"}, "deliverable": {"code", "owner", "state", "made_by"},
    "deliverable_version": {"deliverable", "version", "made_by"}, "signatory": {"deliverable", "made_by"},
}  # fmt: skip
"""Columns that hold neither what a sheet says of a person nor a secret. ``token`` is the digest of a random one."""

OTHERWISE = {
    "attendance": {"record"}, "name_form": {"form"}, "original": {"content"}, "waiting_sheet": {"content"},
    "second_factor": {"secret"}, "installation": {"people_key"}, "deliverable_file": {"content"},
    "evidence_file": {"content"},
}  # fmt: skip


class Killed(BaseException):
    """Stops whatever runs, as nothing in the program expects it."""


@pytest.fixture
def store(filled: Workspace) -> Workspace:
    """A store with something of everything that is encrypted."""
    boss = managing.AccountEntry("boss@example.org", Role.COORDINATOR)
    managing.add_with_password(filled, boss, "a long pass phrase 17", COORDINATOR)
    with filled.store.writing() as connection:
        secret = Encryption(filled.secret).encrypt_secret("JBSWY3DPEHPK3PXP", purpose_of_secret(1))
        factors.set_factor(connection, 1, secret, 0)
    return filled


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Workspace]:
    """The same on SQLite alone."""
    workspace = open_workspace(settings_of(f"sqlite:///{tmp_path / 'store' / 'liaison.db'}", tmp_path / "secret.key"))
    fill(workspace)
    yield workspace
    workspace.close()


def shown(workspace: Workspace) -> list[object]:
    """What a change of the key must not change."""
    with workspace.store.reading() as connection:
        assert AuditChain(workspace.secret).first_break(connection) is None
    return [
        [(one.code, one.reach) for one in figures.indicators(workspace, actor=COORDINATOR)],
        frames.attendances(workspace, actor=COORDINATOR).to_dict("records"),
        frames.events(workspace, actor=COORDINATOR).to_dict("records"),
        [(one.value, one.code) for one in saved.saved_answers(workspace, actor=COORDINATOR)],
        [(one.file, one.checksum, one.undone_at) for one in uploads.latest(workspace, actor=COORDINATOR)],
        uploads.original(workspace, 1, COORDINATOR),
        deliverables.deliverables(workspace, COORDINATOR),
        versions.open_version(workspace, 1, COORDINATOR),
        open_evidence(workspace, 1, COORDINATOR),
    ]


def readable_with(workspace: Workspace, secret: bytes) -> list[str]:
    """The columns of which some value can be decrypted with a key."""
    names, words, facts = NameEncryption(secret), Encryption(secret), FactEncryption(secret)
    schema = MetaData()
    schema.reflect(workspace.store.engine)
    found = set()
    with workspace.store.reading() as connection:
        checksums = [
            names.decrypt(one)
            for table in ("upload", "evidence_file")
            for one in connection.scalars(select(schema.tables[table].c.checksum))
        ]
        for table in schema.sorted_tables:
            for one in connection.execute(select(table)).mappings():
                for column, value in one.items():
                    if (
                        isinstance(value, str)
                        and value
                        and (
                            names.is_encrypted(value)
                            or words.decrypt(value)
                            or words.decrypt_secret(value, "people key") is not None
                            or words.decrypt_secret(value, purpose_of_secret(1)) is not None
                        )
                    ):
                        found.add(f"{table.name}.{column}")
                    if (
                        isinstance(value, bytes)
                        and len(value) > 100
                        and (
                            facts.decrypt_form(value)
                            or any(words.decrypt_file(value, c) is not None for c in checksums)
                        )
                    ):
                        found.add(f"{table.name}.{column}")
    return sorted(found)


def test_everything_is_encrypted_anew_and_nothing_changes(store: Workspace, tmp_path: Path) -> None:
    before, old = shown(store), store.secret
    read = readable_with(store, old)
    assert {
        "original.content",
        "evidence_file.content",
        "evidence_file.file",
        "name_form.form",
        "answer.value",
        "upload.file",
        "attendance.sheet",
        "second_factor.secret",
    } <= set(read)
    assert lost_files(store, COORDINATOR) == []
    rotated = rotate_key(store, COORDINATOR)
    assert store.secret != old and rotated.path == store.key_file and Path(rotated.before).read_text() == old.hex()
    assert shown(store) == before and readable_with(store, old) == []
    assert set(readable_with(store, store.secret)) == {*read, "installation.people_key"}
    _count, [line] = entries(store, COORDINATOR, AuditFilter(action=AuditAction.KEY_ROTATE))
    assert (line.kind, line.before, line.after) == ("project", "", "")
    again = open_workspace(store.settings)
    assert shown(again) == before
    report = import_file(again, "again.csv", ORIGINAL + b"\n", actor=COORDINATOR)
    assert report.already_known == report.attendances, "everybody is known again"
    rotate_key(again, COORDINATOR)
    assert import_file(again, "third.csv", ORIGINAL + b"\n\n", actor=COORDINATOR).already_known == report.attendances
    again.close()


def test_older_and_newer_backups_open_with_their_keys(local: Workspace, tmp_path: Path) -> None:
    older = make_backup(local, tmp_path / "older.backup", COORDINATOR)
    rotated = rotate_key(local, COORDINATOR)
    newer = make_backup(local, tmp_path / "newer.backup", COORDINATOR)
    for backup, key in ((older, Path(rotated.before)), (newer, rotated.path)):
        settings = settings_of(f"sqlite:///{tmp_path / backup.path.stem}.db", key)
        assert not restore_backup(settings, backup.path, COORDINATOR).figures_differ
        restored = open_workspace(settings)
        assert shown(restored) == shown(local)
        restored.close()


@pytest.mark.parametrize("at", ["encrypt_anew", "put_in_place"])
def test_whoever_is_stopped_goes_on(store: Workspace, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    before, old = shown(store), store.secret
    real: Callable[..., object] = getattr(rotating, at)

    def killed(*arguments: object) -> None:
        if at == "encrypt_anew":
            real(*arguments)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(rotating, at, killed)
        with pytest.raises(Killed):
            rotate_key(store, COORDINATOR)
    assert store.key_file.read_text() == old.hex() and next_key_file(store.key_file).exists()
    again = open_workspace(store.settings)
    assert (again.secret == old) == (at == "encrypt_anew") and shown(again) == before
    rotate_key(again, COORDINATOR)
    assert again.secret != old and shown(again) == before and readable_with(again, old) == []
    again.close()


ROTATE = """
import os, signal, sys
from sqlalchemy import Engine, event
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.installation.rotating import rotate_key
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace

url, project, key = sys.argv[1:]
workspace = open_workspace(Settings(database_url=url, project_file=project, secret_key_file=key))

def look(_connection, _cursor, statement, *_rest):
    if statement.startswith("DELETE FROM name_form"):
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", look)
rotate_key(workspace, COORDINATOR)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_kill_in_the_middle_changes_nothing(store: Workspace, database_url: str) -> None:
    before, old = shown(store), store.secret
    process = subprocess.run(
        [sys.executable, "-c", ROTATE, database_url, str(PROJECT_FILE), str(store.key_file)],
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.returncode == -signal.SIGKILL
    assert shown(store) == before and next_key_file(store.key_file).exists()
    rotate_key(store, COORDINATOR)
    assert shown(store) == before and readable_with(store, old) == []


def test_a_running_program_stops_at_another_key(local: Workspace) -> None:
    other = open_workspace(local.settings)
    rotate_key(other, COORDINATOR)
    with pytest.raises(WrongKey, match="while the program was running"):
        local.index()
    other.close()


def test_what_is_lost_is_said_and_the_rest_goes_on(local: Workspace) -> None:
    with local.store.writing() as connection:
        connection.execute(text("DELETE FROM original WHERE upload_id = 2"))
    rows = frames.attendances(local, actor=COORDINATOR).to_dict("records")
    assert lost_files(local, COORDINATOR) == [2]
    rotate_key(local, COORDINATOR)
    assert lost_files(local, COORDINATOR) == [2]
    assert frames.attendances(local, actor=COORDINATOR).to_dict("records") == rows


def test_a_forgotten_person_stays_forgotten(local: Workspace) -> None:
    typed = TypedPerson(email="p1@example.org")
    forget(local, typed, COORDINATOR)
    before = figures.indicators(local, actor=COORDINATOR)
    rotate_key(local, COORDINATOR)
    import_file(local, "again.csv", ORIGINAL + b"\n", actor=COORDINATOR)
    assert [one.reach.identified for one in figures.indicators(local, actor=COORDINATOR)] == [
        one.reach.identified for one in before
    ]
    with pytest.raises(UnknownPerson):
        forget(local, typed, COORDINATOR)


def test_a_broken_audit_record_stays_broken(local: Workspace) -> None:
    with local.store.writing() as connection:
        connection.execute(text("UPDATE audit_entry SET role = 'funder' WHERE id = 2"))
    rotate_key(local, COORDINATOR)
    with local.store.reading() as connection:
        broken = AuditChain(local.secret).first_break(connection)
    assert broken is not None and broken.number == 2


def test_another_place_for_the_new_key(local: Workspace, tmp_path: Path) -> None:
    old, place = local.secret, tmp_path / "elsewhere" / "new.key"
    present = local.key_file
    assert rotate_key(local, COORDINATOR, place).path == place
    assert present.read_text() == old.hex() and local.secret.hex() == place.read_text()
    with pytest.raises(WrongKey, match="is not the key"):
        open_workspace(local.settings)
    with pytest.raises(WrongKey, match="has already"):
        rotate_key(local, COORDINATOR, place)


def test_every_column_of_text_is_known_to_be_encrypted_or_not() -> None:
    """A new column: name it here, and encrypt it anew in ``store/installation/rotating.py`` if it is encrypted."""
    unknown = []
    encrypted = {(one.table.name, one.name) for one in name_columns()}
    encrypted |= {(table, name) for table, names in WORDS.items() for name in names}
    for table in SQLModel.metadata.sorted_tables:
        for column in table.c:
            known = column.name in READABLE.get(table.name, set()) | OTHERWISE.get(table.name, set())
            known |= (table.name, column.name) in encrypted
            if isinstance(column.type, (String, LargeBinary)) and not known:
                unknown.append(f"{table.name}.{column.name}")
    assert unknown == []
