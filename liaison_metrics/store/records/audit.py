"""The audit record as a chain: each line holds a keyed digest of itself and of the line before.

Whoever can write to the database but does not have the secret key can neither change nor remove a line unnoticed. The
one thing that does not show is a whole older copy of the database put in place of the newer one.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from hashlib import blake2b

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

ENTRY = tables.AuditEntryTable.__table__  # type: ignore[attr-defined]
END = tables.AuditEndTable.__table__  # type: ignore[attr-defined]

_COLUMNS = ("id", "made_at", "account", "role", "partner", "action", "kind", "about", "before", "after")


class Break(Enum):
    """How the chain can be broken."""

    CHANGED = "changed"
    """A line was changed, or the one before it."""

    REMOVED = "removed"
    """A line is missing."""

    END_REMOVED = "end_removed"
    """The last lines are missing."""


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """Where the chain breaks: the number of the first line that is wrong, and how."""

    number: int
    how: Break


class AuditChain:
    """Appends lines to the record and checks it, with a key made from the secret key."""

    def __init__(self, secret: bytes) -> None:
        self._key = blake2b(secret, digest_size=32, person=b"audit").digest()

    def append(self, connection: Connection, values: Row) -> int:
        """Adds a line (account, role, partner, action, kind, about, before, after); returns its number.

        The connection is a writing one: writers take turns, so no two lines follow the same one.
        """
        last = connection.execute(select(ENTRY.c.id, ENTRY.c.digest).order_by(ENTRY.c.id.desc()).limit(1)).first()
        end = connection.scalar(select(END.c.last))
        # After lines were removed at the end, the next one leaves a gap, so that the loss goes on to show.
        number = max(last.id if last else 0, end or 0) + 1
        line = {**values, "id": number, "made_at": datetime.now(UTC)}
        digest = self._digest(line, last.digest if last else "")
        connection.execute(insert(ENTRY).values(**line, digest=digest))
        new_end = {"last": number, "digest": self._end_digest(number, digest)}
        if end is None:
            connection.execute(insert(END).values(id=1, **new_end))
        else:
            connection.execute(update(END).values(**new_end))
        return number

    def first_break(self, connection: Connection) -> BrokenChain | None:
        """Returns where the chain breaks first, None where it holds."""
        number, before = 0, ""
        for row in connection.execution_options(yield_per=1000).execute(select(ENTRY).order_by(ENTRY.c.id)):
            line = dict(row._mapping)
            if line["id"] != number + 1:
                return BrokenChain(number + 1, Break.REMOVED)
            if not hmac.compare_digest(line["digest"].encode(), self._digest(line, before).encode()):
                return BrokenChain(line["id"], Break.CHANGED)
            number, before = line["id"], line["digest"]
        end = connection.execute(select(END)).first()
        if end is None and number == 0:
            return None
        if end is None or end.last != number or end.digest != self._end_digest(number, before):
            return BrokenChain(number + 1, Break.END_REMOVED)
        return None

    def rewrite(self, connection: Connection, old: AuditChain, change: Callable[[Row], Row]) -> None:
        """Chains the lines anew with this key, after *change*, as far as they are unbroken under the *old* one: a break
        goes on to show. The connection is a writing one."""
        number, before, old_before = 0, "", ""
        lines = [dict(row._mapping) for row in connection.execute(select(ENTRY).order_by(ENTRY.c.id))]
        for line in lines:
            if line["id"] != number + 1 or line["digest"] != old._digest(line, old_before):
                return
            number, old_before, changed = line["id"], line["digest"], change(line)
            before = self._digest(changed, before)
            values = {**changed, "digest": before}
            connection.execute(update(ENTRY).where(ENTRY.c.id == number).values(values))
        end = connection.execute(select(END)).first()
        if end is not None and end.last == number and end.digest == old._end_digest(number, old_before):
            connection.execute(update(END).values(digest=self._end_digest(number, before)))

    def _digest(self, line: Row, before: str) -> str:
        values = [line[name] for name in _COLUMNS]
        values[1] = line["made_at"].isoformat()
        return self._keyed(json.dumps([*values, before]))

    def _end_digest(self, number: int, digest: str) -> str:
        return self._keyed(json.dumps(["end", number, digest]))

    def _keyed(self, text: str) -> str:
        return blake2b(text.encode(), digest_size=32, key=self._key).hexdigest()


def read_entries(
    connection: Connection, conditions: Sequence[ColumnElement[bool]] = (), most: int | None = None
) -> tuple[int, list[Row]]:
    """Returns how many lines match, and the latest of them (at most *most*; None: all)."""
    total = connection.scalar(select(func.count()).select_from(ENTRY).where(*conditions)) or 0
    query = select(ENTRY).where(*conditions).order_by(ENTRY.c.id.desc()).limit(most)
    return total, [dict(row._mapping) for row in connection.execute(query)]


def count(connection: Connection) -> int:
    """Returns the number of lines."""
    return connection.scalar(select(func.count()).select_from(ENTRY)) or 0


def accounts_in(connection: Connection) -> list[int]:
    """Returns the numbers of all accounts that acted."""
    return list(connection.scalars(select(ENTRY.c.account).where(ENTRY.c.account.is_not(None)).distinct()))
