"""Sheets that somebody added and has not imported yet. They survive a reload and a lost connection.

They are kept encrypted in the store, for whoever added them alone: an account, or the role in use on a machine where
nobody signs in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, open_to_anybody, requires
from liaison_metrics.services.access.refusals import refusal
from liaison_metrics.services.intake import Options
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.uploads import waiting as stored

KEPT_FOR = timedelta(days=7)
"""How long a sheet waits: over a weekend and a few days of leave. It holds names, so not longer."""


@dataclass(frozen=True, slots=True)
class WaitingSheet:
    """A sheet that waits: its number, its file, and the options chosen for it so far."""

    number: int
    file: str
    data: bytes
    options: Options
    added_at: datetime


@requires(Action.UPLOAD_IMPORT)
def keep(workspace: Workspace, file: str, data: bytes, options: Options, actor: Actor) -> int:
    """Keeps a sheet until it is imported or removed, ``KEPT_FOR`` at most. Returns its number. Raises NotAllowed."""
    partner = options.hints.partner or (actor.partner if actor else "")
    check(actor, Action.UPLOAD_IMPORT, Resource.sheets(partner))
    encryption, checksum = Encryption(workspace.secret), hashlib.sha256(data).hexdigest()
    sheet = {
        "owner": _owner(actor), "partner": partner, "file": encryption.encrypt(file), "checksum": checksum,
        "content": encryption.encrypt_file(data, checksum), "options": encryption.encrypt(_as_json(options)),
    }  # fmt: skip
    with workspace.store.writing() as connection:
        return stored.add_sheet(connection, sheet)


@requires(Action.UPLOAD_IMPORT)
def change_options(workspace: Workspace, number: int, options: Options, actor: Actor) -> None:
    """Keeps other options for a sheet that waits. Raises NotAllowed for somebody else's."""
    with workspace.store.writing() as connection:
        _check_owner(connection, number, actor)
        encrypted = Encryption(workspace.secret).encrypt(_as_json(options))
        stored.change_sheet(connection, number, {"options": encrypted})


@requires(Action.UPLOAD_IMPORT)
def waiting_sheets(workspace: Workspace, actor: Actor) -> list[WaitingSheet]:
    """Returns the actor's sheets that wait, the earliest first. Those that another key encrypted are left out."""
    if not allows(actor, Action.UPLOAD_IMPORT, Resource.sheets(actor.partner if actor else "")):
        return []
    encryption = Encryption(workspace.secret)
    with workspace.store.reading() as connection:
        rows = stored.read_sheets(connection, _owner(actor))
    opened = ((row, encryption.decrypt_file(bytes(row["content"]), row["checksum"])) for row in rows)
    return [
        WaitingSheet(
            row["id"], encryption.decrypt(row["file"]), data, _from_json(encryption.decrypt(row["options"])),
            row["added_at"],
        )
        for row, data in opened
        if data is not None
    ]  # fmt: skip


@requires(Action.UPLOAD_IMPORT)
def remove(workspace: Workspace, numbers: Sequence[int], actor: Actor) -> None:
    """Removes sheets that wait. Raises NotAllowed for somebody else's."""
    with workspace.store.writing() as connection:
        for number in numbers:
            _check_owner(connection, number, actor)
        stored.remove_sheets(connection, numbers)


@open_to_anybody("the time says that they have to go")
def remove_old(workspace: Workspace, now: datetime) -> int:
    """Removes the sheets that have waited for longer than ``KEPT_FOR``. Returns how many."""
    with workspace.store.reading() as connection:
        if not stored.has_sheets_before(connection, now - KEPT_FOR):
            return 0
    with workspace.store.writing() as connection:
        return stored.remove_sheets_before(connection, now - KEPT_FOR)


def _owner(actor: Actor) -> str:
    return f"account:{actor.account}" if actor.account is not None else f"machine:{actor.code}"


def _check_owner(connection: Connection, number: int, actor: Actor) -> None:
    """Raises NotAllowed for a sheet of somebody else. A sheet that is gone is nobody's."""
    row = stored.owner_of_sheet(connection, number)
    check(actor, Action.UPLOAD_IMPORT, Resource.sheets(row["partner"] if row else actor.partner if actor else ""))
    if row and row["owner"] != _owner(actor):
        message, hint = refusal(Action.UPLOAD_IMPORT)
        raise NotAllowed(message, hint=hint)


def _as_json(options: Options) -> str:
    return json.dumps({"read_with": options.as_json(), "replaces": options.replaces, "whole": options.whole})


def _from_json(text: str) -> Options:
    if not text:
        return Options()
    said: dict[str, Any] = json.loads(text)
    return replace(Options.from_json(said["read_with"]), replaces=said["replaces"], whole=said["whole"])
