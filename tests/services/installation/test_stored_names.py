"""Names of files and sheets are encrypted in the store, and readable to whoever may see them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import MetaData, String, create_engine, select, text, type_coerce

from liaison_metrics.exports import frames
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import details, listing
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.uploads import UploadChoice
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.encryption import NameEncryption
from liaison_metrics.store.installation import stored_names
from liaison_metrics.store.installation.stored_names import name_columns
from tests.conftest import PROJECT_FILE
from tests.services.conftest import HEADER, row

FILE, SHEET = "Xanthippa Quendelberg.xlsx", "Quendelberg 4. Mai"
ROWS = (row("Ana Korba"), row("Ana Korba"), row("Bo Lund", date="2021-02-30"), row("Cem Halost", title="Songs"))


def book(*rows: str) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as made:
        sheet = made.add_worksheet(SHEET)
        for number, line in enumerate((HEADER, *rows)):
            sheet.write_row(number, 0, line.split(","))
    return content.getvalue()


def readable(workspace: Workspace) -> list[str]:
    """Which rows of the database hold the names."""
    schema = MetaData()
    schema.reflect(workspace.store.engine)
    with workspace.store.reading() as connection:
        rows = [str(tuple(r)) for table in schema.sorted_tables for r in connection.execute(select(table))]
    return [one for one in rows if "quendelberg" in one.casefold()]


def stored(workspace: Workspace) -> set[str]:
    with workspace.store.reading() as connection:
        return {
            one for column in name_columns() for one in connection.scalars(select(type_coerce(column, String)))
        }  # fmt: skip


def as_before(workspace: Workspace) -> None:
    """Makes the names of a store readable, as older versions kept them."""
    with workspace.store.writing() as connection:
        for column in name_columns():
            for name in set(connection.scalars(select(column))):
                statement = f'UPDATE {column.table.name} SET "{column.name}" = :name'
                connection.execute(text(f"{statement} WHERE \"{column.name}\" <> ''"), {"name": name})
        connection.execute(text("UPDATE installation SET names_encrypted = false"))


def reopened(workspace: Workspace) -> Workspace:
    return open_workspace(workspace.settings)


def test_nothing_of_the_names_is_readable_and_all_is_shown(workspace: Workspace) -> None:
    import_file(workspace, FILE, book(*ROWS), actor=COORDINATOR)
    assert readable(workspace) == [] and len(stored(workspace)) == 8
    [upload] = uploads.latest(workspace, actor=COORDINATOR)
    assert upload.file == FILE
    remarks = uploads.remarks(workspace, 1, actor=COORDINATOR)
    assert {one.sheet for one in (*remarks.uncounted, *remarks.rejected)} == {SHEET}
    lines = figures.attendances(workspace, actor=COORDINATOR)
    assert {(one.file, one.sheet) for one in lines} == {(FILE, SHEET)}
    exported = frames.attendances(workspace, actor=COORDINATOR)
    assert set(exported["file"]) == {FILE} and set(exported["sheet"]) == {SHEET}
    event = listing.all_events(workspace, actor=COORDINATOR)[0]
    [statement] = details.find(workspace, event.number, COORDINATOR).statements
    assert (statement.file, statement.sheet) == (FILE, SHEET) and statement.listed
    assert uploads.original(workspace, 1, COORDINATOR)[0] == FILE


@pytest.mark.parametrize(
    ("words", "found"), [("QUENDEL", 1), ("berg.xls", 1), ("grün", 1), ("GRÜN", 1), ("2", 1), ("2021", 0), ("%", 0)]
)
def test_a_part_of_the_name_finds_the_upload(fresh: Callable[[], Workspace], words: str, found: int) -> None:
    workspace = fresh()
    import_file(workspace, FILE, book(ROWS[0]), actor=COORDINATOR)
    import_file(workspace, "Grüne Woche.xlsx", book(ROWS[3]), actor=COORDINATOR)
    history = uploads.history(workspace, 1, UploadChoice(words=words), actor=COORDINATOR)
    assert history.total == len(history.latest) == found
    assert uploads.history(workspace, 1, UploadChoice(words="e"), actor=COORDINATOR).total == 2


def test_names_of_an_older_store_are_encrypted_at_the_first_start(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file(workspace, FILE, book(*ROWS), actor=COORDINATOR)
    encrypted = stored(workspace)
    before = figures.attendances(workspace, actor=COORDINATOR)
    as_before(workspace)
    assert readable(workspace) and figures.attendances(workspace, actor=COORDINATOR) == before
    plain = stored(workspace)

    def killed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(stored_names, "update", killed)  # in the middle of the first column
        with pytest.raises(KeyboardInterrupt):
            reopened(workspace)
    assert stored(workspace) == plain, "interrupted: nothing changed"
    again = reopened(workspace)
    assert readable(again) == [] and stored(again) == encrypted
    assert figures.attendances(again, actor=COORDINATOR) == before
    assert uploads.latest(again, actor=COORDINATOR)[0].file == FILE
    again.close()
    monkeypatch.setattr(stored_names, "_encrypt", killed)  # done once
    reopened(workspace).close()


def test_what_is_encrypted_already_is_not_encrypted_again(fresh: Callable[[], Workspace]) -> None:
    workspace = fresh()
    import_file(workspace, FILE, book(*ROWS), actor=COORDINATOR)
    encrypted = stored(workspace)
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE installation SET names_encrypted = false"))
    assert stored(reopened(workspace)) == encrypted


def test_a_backup_has_the_names_as_they_are_stored(fresh: Callable[[], Workspace], tmp_path: Path) -> None:
    workspace = fresh()
    import_file(workspace, FILE, book(*ROWS), actor=COORDINATOR)
    backup = make_backup(workspace, tmp_path / "copy.backup", COORDINATOR)
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    settings = Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=workspace.key_file)
    restore_backup(settings, backup.path, COORDINATOR)
    restored = open_workspace(settings)
    assert stored(restored) == stored(workspace) and readable(restored) == []
    assert uploads.latest(restored, actor=COORDINATOR)[0].file == FILE
    restored.close()


def test_a_new_store_has_nothing_to_encrypt(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    open_workspace(Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=tmp_path / "key")).close()
    with create_engine(url).connect() as connection:
        assert connection.scalar(text("SELECT names_encrypted FROM installation")) == 1


def test_one_name_is_one_text_and_another_key_reads_nothing() -> None:
    names, other = NameEncryption(b"k" * 32), NameEncryption(b"l" * 32)
    token = names.encrypt(FILE)
    assert names.encrypt(FILE) == token != names.encrypt(SHEET) and names.decrypt(token) == FILE
    assert names.is_encrypted(token) and not other.is_encrypted(token) and other.decrypt(token) == token
    assert names.encrypt("") == names.decrypt("") == "" and names.decrypt("list.csv") == "list.csv"
