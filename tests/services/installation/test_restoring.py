"""A restored store is the one that was backed up, on either database; a spoilt backup is refused and alters nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_metrics.errors import BackupError, LiaisonError, WrongKey
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.installation.making import Backup, make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.intake import FileStatus, import_file
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.database import migrating
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.installation.copying import parts
from liaison_metrics.store.installation.encrypted_stream import HEADER, MAGIC, store_of
from tests.services.conftest import Fresh, row, sheet
from tests.services.figures import all_exports, all_figures
from tests.services.installation.conftest import ISSUED, ORIGINAL, OtherDatabase, settings_of

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_restored_store_is_the_same_and_goes_on(
    filled: Workspace, kind: str, other_database: OtherDatabase, tmp_path: Path
) -> None:
    made = make_backup(filled, tmp_path / "a.backup", COORDINATOR)
    settings = settings_of(other_database(kind), tmp_path / "secret.key")
    restored = restore_backup(settings, made.path, COORDINATOR)
    assert restored.figures["IND1"]["reached"] == 21 and not restored.figures_differ
    again = open_workspace(settings)
    assert all_figures(again) == all_figures(filled) and all_exports(again) == all_exports(filled)
    assert uploads.original(again, 1, COORDINATOR) == ("grüße.csv", ORIGINAL)
    assert archive.files_of(again, 1, actor=COORDINATOR) == ISSUED
    assert archive.all_reports(again, actor=COORDINATOR) == archive.all_reports(filled, actor=COORDINATOR)
    assert [account.email for account in managing.all_accounts(again, COORDINATOR)] == ["funder@example.org"]
    with again.store.reading() as connection:
        assert connection.execute(text("SELECT * FROM one_time_link")).all() == [], "nobody gets in by an old link"
    same = import_file(again, "again.csv", ORIGINAL, actor=COORDINATOR)
    assert same.status is FileStatus.ALREADY_IMPORTED
    longer = ORIGINAL + sheet(row("Cem Halost")).split(b"\n", 1)[1]
    assert import_file(again, "longer.csv", longer, actor=COORDINATOR).upload == 4, "no number is given twice"
    uploads.redo(again, 3, COORDINATOR)
    again.close()


def test_a_backup_can_be_restored_into_a_store_that_was_only_created(filled: Workspace, tmp_path: Path) -> None:
    made = make_backup(filled, tmp_path / "a.backup", COORDINATOR)
    url = f"sqlite:///{tmp_path / 'created.db'}"
    running = open_workspace(settings_of(url, tmp_path / "another.key"))
    restored = restore_backup(settings_of(url, tmp_path / "secret.key"), made.path, COORDINATOR)
    assert not restored.figures_differ
    with pytest.raises(WrongKey, match="while the program was running"):
        import_file(running, "a.csv", sheet(row("Ida Holm")), actor=COORDINATOR)
    running.close()
    with pytest.raises(WrongKey, match="is not the key"):
        open_workspace(settings_of(url, tmp_path / "another.key"))


def test_a_store_with_data_is_left_as_it_is(filled: Workspace, fresh: Fresh, tmp_path: Path) -> None:
    made = make_backup(filled, tmp_path / "a.backup", COORDINATOR)
    other = fresh()
    import_file(other, "a.csv", sheet(row("Ida Holm")), actor=COORDINATOR)
    before = contents(other)
    with pytest.raises(BackupError, match="is not empty"):
        restore_backup(other.settings, made.path, COORDINATOR)
    assert contents(other) == before


def test_without_its_key_a_backup_tells_nothing(filled: Workspace, tmp_path: Path) -> None:
    made = make_backup(filled, tmp_path / "a.backup", COORDINATOR)
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    other = tmp_path / "other.key"
    with pytest.raises(WrongKey, match="cannot be used"):
        restore_backup(settings_of(url, other), made.path, COORDINATOR)
    other.write_text("ab" * 32)
    with pytest.raises(BackupError, match="another secret key"):
        restore_backup(settings_of(url, other), made.path, COORDINATOR)
    assert not (tmp_path / "restored.db").exists()
    _leads_to_no_other_file(made.path, tmp_path)
    data = made.path.read_bytes()
    assert filled.secret not in data and filled.secret.hex().encode() not in data and b"vejle" not in data


def _leads_to_no_other_file(backup: Path, folder: Path) -> None:
    """The id of the store becomes the name of its key file. It stands in the header before all that is checked."""
    changed = bytearray(backup.read_bytes())
    changed[len(MAGIC) : len(MAGIC) + 16] = b"../../other\0\0\0\0\0"
    (folder / "b.backup").write_bytes(changed)
    with pytest.raises(BackupError, match="not a backup"), (folder / "b.backup").open("rb") as file:
        store_of(file)


@pytest.fixture
def small(fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backup:
    """A backup in many pieces."""
    monkeypatch.setattr("liaison_metrics.store.installation.encrypted_stream.PIECE", 500)
    workspace = fresh()
    import_file(workspace, "a.csv", ORIGINAL, actor=COORDINATOR)
    return make_backup(workspace, tmp_path / "small.backup", COORDINATOR)


def test_a_backup_that_was_cut_or_changed_is_refused(small: Backup, tmp_path: Path) -> None:
    whole = small.path.read_bytes()
    pieces = [whole[at : at + 516] for at in range(HEADER, len(whole), 516)]
    assert len(pieces) > 5
    chance = random.Random(11)
    spoilt = [
        b"", whole[:10], whole[:HEADER], whole[:-1], whole + b"x", whole + pieces[-1],
        whole[:HEADER] + b"".join(pieces[:-1]), whole[:HEADER] + b"".join(pieces[1:]),
        whole[:HEADER] + b"".join([pieces[1], pieces[0], *pieces[2:]]),
    ]  # fmt: skip
    spoilt += [whole[: chance.randrange(len(whole))] for _ in range(40)]
    for _ in range(60):
        at, flipped = chance.randrange(len(whole)), 1 << chance.randrange(8)
        spoilt.append(whole[:at] + bytes([whole[at] ^ flipped]) + whole[at + 1 :])
    restored = tmp_path / "restored.db"
    for data in spoilt:
        assert data != whole
        small.path.write_bytes(data)
        with pytest.raises(LiaisonError):
            restore_backup(settings_of(f"sqlite:///{restored}", Path(small.key_place)), small.path, COORDINATOR)
        assert not restored.exists()
    small.path.write_bytes(whole)
    assert not restore_backup(
        settings_of(f"sqlite:///{restored}", Path(small.key_place)), small.path, COORDINATOR
    ).figures_differ


def test_a_backup_that_changes_between_checking_and_reading_is_not_restored(
    small: Backup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = small.path.read_bytes()

    def cut_then_open(url: object) -> object:
        small.path.write_bytes(whole[:-100])
        return open_store(url)  # type: ignore[arg-type]

    monkeypatch.setattr("liaison_metrics.services.installation.restoring.open_store", cut_then_open)
    settings = settings_of(f"sqlite:///{tmp_path / 'restored.db'}", Path(small.key_place))
    with pytest.raises(BackupError, match="damaged"):
        restore_backup(settings, small.path, COORDINATOR)
    monkeypatch.undo()
    workspace = open_workspace(settings)
    assert workspace.is_empty() and workspace.revision() == 0
    workspace.close()


def test_a_backup_of_another_version_of_the_program(
    small: Backup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older schema is created again and migrated; the newest is taken for an older one. A newer one is refused."""
    settings = settings_of(f"sqlite:///{tmp_path / 'restored.db'}", Path(small.key_place))
    with monkeypatch.context() as older:
        older.setattr("liaison_metrics.store.installation.copying.newest_version", lambda: "later")
        assert not restore_backup(settings, small.path, COORDINATOR).figures_differ
    versions = migrating.schema_versions()[:-1]
    monkeypatch.setattr("liaison_metrics.services.installation.manifest.schema_versions", lambda: versions)
    with pytest.raises(BackupError, match="newer version"):
        restore_backup(settings, small.path, COORDINATOR)


def contents(workspace: Workspace) -> list[tuple[str, bytes]]:
    """All that a store contains."""
    with workspace.store.reading() as connection:
        return [(part.name, part.data) for part in parts(connection)]
