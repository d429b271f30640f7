"""Whoever has the database alone reads no name, also with some names known and all names guessed."""

from __future__ import annotations

import hashlib
import logging
import re
import sqlite3
import tempfile
from pathlib import Path

import pytest

from liaison_metrics.exports import files
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from tests.attack.measure import MOST_READ, results
from tests.attack.world import made_up
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet
from tests.services.figures import TABLES

ONE = row("Xanthippa Quendelberg", email="x@zwetschgo.example", born="1984")


def values_of(path: Path) -> list[bytes]:
    """Every value of a database, as bytes."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in names for row in connection.execute(f'SELECT * FROM "{name}"')]
    # Numbers are of one size.
    return [
        value if isinstance(value, bytes) else (f"{value:20}" if isinstance(value, int) else str(value)).encode()
        for one in rows
        for value in one
    ]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    url, key = f"sqlite:///{tmp_path / 'store' / 'liaison.db'}", tmp_path / "key" / "secret.key"
    return Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=key)


def test_a_stolen_store_and_what_is_made_of_it_tell_no_name(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The same attack reads most names where the forms of names are readable: it works when it can."""
    caplog.set_level(logging.DEBUG)
    places = {name: tmp_path / name for name in ("store", "backups", "exports", "temporary", "cache")}
    for name in ("backups", "exports", "temporary", "cache"):
        places[name].mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(places["cache"]))
    monkeypatch.setattr(tempfile, "tempdir", str(places["temporary"]))
    world = made_up(300, 25)
    workspace = open_workspace(settings)
    found = results(workspace, places["store"] / "liaison.db", world, 150)
    alone, digests, forms = found.values()
    assert alone.share <= MOST_READ and alone.in_part <= 0.05 * alone.others
    assert forms.share > 0.3 and forms.in_part > 0.8 * forms.others
    assert digests.in_part > 2 * alone.in_part, "equal digests and sorted lists tell families"

    make_backup(workspace, places["backups"], COORDINATOR)
    for table, made in TABLES.items():
        for form in ("csv", "xlsx", "parquet"):
            content = files.write(table, made(workspace, actor=COORDINATOR), form)
            (places["exports"] / f"{table}.{form}").write_bytes(content)
    workspace.close()
    # Words of five letters or more: others stand in any file by chance.
    words = {word.encode() for who in world.people for word in who.name if len(word) > 4}
    words |= {who.email.encode() for who in world.people}
    assert words & _words(",".join(who.family for who in world.people).encode()), "it finds what is readable"
    for path in (path for place in places.values() for path in place.rglob("*") if path.is_file()):
        assert not words & _words(path.read_bytes()), path.name
    assert not words & _words(caplog.text.encode())


def test_a_guessed_sheet_gives_no_value_of_the_database(settings: Settings) -> None:
    """Plain digests of files, headers or facts would tell whoever guesses them whether the guess is right."""
    workspace = open_workspace(settings)
    data = sheet(ONE)
    import_file(workspace, "one.csv", data, actor=COORDINATOR)
    workspace.close()
    values = values_of(Path(str(settings.url.database)))
    for guess in (data, b"Xanthippa Quendelberg", b"xanthippa quendelberg", b"quendelberg xanthippa", b"one.csv"):
        for digest in (hashlib.sha256(guess), hashlib.sha1(guess), hashlib.md5(guess), *_blake2b(guess)):
            told = (digest.digest(), digest.hexdigest().encode())
            assert not any(one in value for one in told for value in values), digest.name


def test_sizes_tell_nothing_of_a_name(tmp_path: Path) -> None:
    """Two stores that differ in the length of one name, and of its file, have values of the same lengths."""
    seen = []
    for name in ("Li Wu", "Maximiliana Hohenwarter"):
        folder = tmp_path / name
        url = f"sqlite:///{folder / 'liaison.db'}"
        key = folder / "keys" / "secret.key"
        workspace = open_workspace(Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=key))
        wrong = row(name, date="2021-02-30")
        import_file(workspace, f"{name}.csv", sheet(row(name), wrong), actor=COORDINATOR)
        workspace.close()
        seen.append([len(value) for value in values_of(folder / "liaison.db")])
    assert seen[0] == seen[1]


def _blake2b(data: bytes) -> list[hashlib._Hash]:
    return [hashlib.blake2b(data, digest_size=size) for size in (8, 12, 16, 32, 64)]  # type: ignore[misc]


def _words(content: bytes) -> set[bytes]:
    """Returns what may be a word or an address, in the usual ways of writing them."""
    texts = (content, content.replace(b"\0", b""))
    return {word for text in texts for word in re.findall(rb"[A-Za-z0-9.@]{5,}", text)}
