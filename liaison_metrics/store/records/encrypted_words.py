"""Words from partners' files that are stored encrypted outside of the files, changed all at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from sqlalchemy import Column, Connection, delete, select, update
from sqlmodel import SQLModel

from liaison_metrics.store.answers import ANSWER
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.events.event_data import EDIT
from liaison_metrics.store.records.narrative.notes import remove_all_notes
from liaison_metrics.store.records.narrative.report_texts import remove_all_texts
from liaison_metrics.store.records.narrative.statements import remove_accepted
from liaison_metrics.store.records.uploads import waiting
from liaison_metrics.store.tables.columns import EncryptedName
from liaison_metrics.store.uploads import MENTION, QUESTION, REJECTED, UPLOAD

WORDS: tuple[Column[str], ...] = (
    UPLOAD.c.options, REJECTED.c.value, REJECTED.c.reason, QUESTION.c.value, QUESTION.c.text, ANSWER.c.value,
    waiting.QUESTION.c.file, waiting.QUESTION.c.value, waiting.QUESTION.c.text, MENTION.c.data, EDIT.c.data,
)  # fmt: skip
"""The columns of words, each encrypted by ``Encryption``."""


NO_NAMES = frozenset({
    ("deliverable", "link"), ("deliverable_version", "file"), ("deliverable_version", "checksum"), ("skill", "skill"),
})  # fmt: skip
"""Columns, by table, that hold nobody's name and stay when personal data are deleted."""


def change_words(connection: Connection, encryption: Encryption, change: Callable[[str], str]) -> int:
    """Changes all words, and the names of files and sheets. Returns how many became others."""
    changed = 0
    for column in WORDS:
        number = column.table.c.id
        for at, stored in connection.execute(select(number, column).where(column != "")).all():
            word = encryption.decrypt(stored)
            if (new := change(word)) != word:
                connection.execute(
                    update(column.table).where(number == at).values({column.name: encryption.encrypt(new)})
                )
                changed += 1
    return changed + sum(_change_names(connection, column, change) for column in _names())


def remove_words(connection: Connection) -> None:
    """Removes all words: rejected cells, questions, answers, the sheets that wait, how files were read, notes and texts
    for the report, and what is stated of events beside people, which can name organisers."""
    for table in (REJECTED, QUESTION, ANSWER, waiting.QUESTION, waiting.SHEET):
        connection.execute(delete(table))
    connection.execute(update(UPLOAD).values(options="", checksum="", facts_digest=""))
    connection.execute(update(MENTION).values(data=""))
    connection.execute(delete(EDIT))
    remove_all_notes(connection)
    remove_all_texts(connection)
    remove_accepted(connection)


def number_names(connection: Connection) -> None:
    """Replaces the names of files, sheets, columns, members and signatories, and other texts that can name somebody, by
    numbers. Equal ones stay equal."""
    numbers: dict[str, int] = {}
    apart = secrets.token_hex(4)  # so that no new name is one of those that are still to be replaced

    def numbered(name: str) -> str:
        return f"{apart}-{numbers.setdefault(name, len(numbers) + 1)}"

    for column in _names():
        if (column.table.name, column.name) not in NO_NAMES:
            _change_names(connection, column, numbered)


def _names() -> list[Column[str]]:
    tables = SQLModel.metadata.sorted_tables
    return [column for table in tables for column in table.c if isinstance(column.type, EncryptedName)]


def _change_names(connection: Connection, column: Column[str], change: Callable[[str], str]) -> int:
    changed = 0
    for name in connection.scalars(select(column).distinct()).all():
        if name and (new := change(name)) != name:
            connection.execute(update(column.table).where(column == name).values({column.name: new}))
            changed += 1
    return changed
