"""No name, e-mail address or phone number stands readable anywhere but in the file that a partner keeps."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from sqlalchemy import MetaData, select

from liaison_metrics.exports import files
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import row, sheet
from tests.services.figures import TABLES

HEADER = "Date,City,Activity,Event,Full name,Email,Phone,Community\n"
WHERE = "2021-05-04,Graz,Skill-transfer workshop,Bread"
PERSONAL = ("xanthippa", "quendelberg", "zwetschgo", "0664998877", "664998877", "66499887")
SHEET = (
    HEADER
    + f"{WHERE},Xanthippa Quendelberg,xanthippa@zwetschgo.example,0664 998877,Syrian\n"
    + f"{WHERE},QUENDELBERG Xanthippa,XANTHIPPA@ZWETSCHGO.EXAMPLE,+43 664 998877,Syrian\n"
    + "2021-02-30,Graz,Skill-transfer workshop,Bread,Xanthippa Quendelberg,x@zwetschgo.example,,Syrian\n"
).encode()
SHIFTED = (
    HEADER + f"{WHERE},,,,Xanthippa Quendelberg\n{WHERE},,,,x@zwetschgo.example\n" + f"{WHERE},,,,Syrian\n" * 5
).encode()


def readable(content: bytes) -> list[str]:
    """Which of the personal words can be read in some bytes, in any of the usual ways of writing them."""
    lower = content.lower()
    return [
        word for word in PERSONAL for encoding in ("utf-8", "utf-16-le", "utf-16-be") if word.encode(encoding) in lower
    ]


def test_nothing_readable_in_the_store_its_logs_and_its_exports(
    workspace: Workspace, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    number = import_file(workspace, "people.csv", SHEET, actor=COORDINATOR).upload
    assert number == 1 and import_file(workspace, "shifted.csv", SHIFTED, actor=COORDINATOR).upload == 2
    assert _stored(workspace) == []
    for table, made in TABLES.items():
        for form in ("csv", "json", "parquet"):
            assert readable(files.write(table, made(workspace, actor=COORDINATOR), form)) == []
    uploads.undo(workspace, number, COORDINATOR)
    assert _stored(workspace) == []
    assert _in_files(tmp_path) == []
    assert readable(caplog.text.encode()) == []


def test_a_failing_statement_does_not_tell_its_values(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from liaison_metrics.store import uploads as stored

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(stored, "move_revision", broken)
    with pytest.raises(RuntimeError) as caught:
        import_file(workspace, "people.csv", SHEET, actor=COORDINATOR)
    assert readable(repr(caught.value).encode()) == []
    assert workspace.revision() == 0 and uploads.latest(workspace, actor=COORDINATOR) == []


def test_the_same_person_is_known_again_without_being_readable(workspace: Workspace) -> None:
    import_file(workspace, "people.csv", SHEET, actor=COORDINATOR)
    again = sheet(
        row("Quendelberg, Xanthippa".replace(",", ""), email="xanthippa@zwetschgo.example", date="2021-06-01")
    )
    import_file(workspace, "again.csv", again, actor=COORDINATOR)
    assert workspace.index().people == 1


def _stored(workspace: Workspace) -> list[str]:
    tables = MetaData()
    tables.reflect(workspace.store.engine)
    with workspace.store.reading() as connection:
        rows = [str(tuple(r)) for table in tables.sorted_tables for r in connection.execute(select(table))]
    return readable("\n".join(rows).encode())


def _in_files(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [word for path in files for word in readable(path.read_bytes())]
