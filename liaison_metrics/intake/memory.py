"""What a partner said of a sheet holds for the next one with the same headers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from liaison_metrics.parties import Party
from liaison_metrics.sealing import Seal
from liaison_metrics.sheets.answers import Answer
from liaison_metrics.store import answers as stored

OF_ONE_EVENT = frozenset({"date", "activity", "city", "birth", "total"})
"""Kinds whose answers to what a sheet does not say, or says of one row, hold for that file alone."""


def recalled(connection: Connection, seal: Seal, partner: str, signature: str) -> list[Answer]:
    """Returns what the partner said of sheets of that shape before, the earliest first."""
    if not signature:
        return []
    rows = stored.standing(connection, partner, signature)
    return [Answer(row["kind"], seal.open(row["value"]), row["code"]) for row in rows]


def remember(
    connection: Connection, seal: Seal, party: Party, partner: str, signature: str, given: Sequence[Answer]
) -> None:
    """Keeps answers for the partner's next sheet of that shape; one about the same word takes the place of the
    earlier, and one without a code only takes it back."""
    if not signature:
        return
    held = {(row["kind"], seal.open(row["value"])): row for row in stored.standing(connection, partner, signature)}
    new = {(one.kind, one.value): one.code for one in given if _holds_again(one)}
    changed = {about: code for about, code in new.items() if about not in held or held[about]["code"] != code}
    stored.revoke(connection, [held[about]["id"] for about in changed if about in held])
    stored.remember(
        connection,
        [
            {"partner": partner, "signature": signature, "kind": kind, "value": seal.close(value), "code": code}
            for (kind, value), code in changed.items()
            if code
        ],
        party.code,
    )


def _holds_again(answer: Answer) -> bool:
    about_one_event = answer.kind in OF_ONE_EVENT and (not answer.value or answer.kind in ("date", "birth", "total"))
    return not about_one_event
