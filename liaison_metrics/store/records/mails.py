"""Which reminders and digests were sent, and when."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select

from liaison_metrics.store import tables

MAIL = tables.SentMailTable.__table__  # type: ignore[attr-defined]


def add_mail(connection: Connection, partner: str, items: int, sent_by: str) -> int:
    """Stores that a mail is sent now; returns its number."""
    values = {"partner": partner, "items": items, "sent_by": sent_by, "sent_at": datetime.now(UTC)}
    return int(connection.scalar(insert(MAIL).values(values).returning(MAIL.c.id)) or 0)


def remove_mail(connection: Connection, number: int) -> None:
    """Removes a mail that was not sent after all."""
    connection.execute(delete(MAIL).where(MAIL.c.id == number))


def last_mails(connection: Connection) -> dict[str, datetime]:
    """Returns when the last mail was sent, by partner (code; "" for the digest)."""
    query = select(MAIL.c.partner, func.max(MAIL.c.sent_at).label("sent_at")).group_by(MAIL.c.partner)
    return {row.partner: row.sent_at for row in connection.execute(query)}
