"""Second factors, recovery codes and passkeys of accounts, and the steps of a sign-in that were completed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

FACTOR = tables.SecondFactorTable.__table__  # type: ignore[attr-defined]
CODE = tables.RecoveryCodeTable.__table__  # type: ignore[attr-defined]
PASSKEY = tables.PasskeyTable.__table__  # type: ignore[attr-defined]
STEP = tables.UsedSignInStepTable.__table__  # type: ignore[attr-defined]


def read_factor(connection: Connection, account: int) -> Row | None:
    """Returns the second factor of an account: ``secret`` (encrypted), ``last_step``, ``made_at``."""
    row = connection.execute(select(FACTOR).where(FACTOR.c.account_id == account)).first()
    return None if row is None else dict(row._mapping)


def set_factor(connection: Connection, account: int, secret: str, step: int) -> None:
    """Sets the second factor of an account, after a code of a time step was used."""
    connection.execute(delete(FACTOR).where(FACTOR.c.account_id == account))
    values = {"account_id": account, "secret": secret, "last_step": step, "made_at": datetime.now(UTC)}
    connection.execute(insert(FACTOR).values(**values))


def use_step(connection: Connection, account: int, step: int) -> bool:
    """Records that the code of a time step was used; returns False where it, or a later one, was used before."""
    unused = (FACTOR.c.account_id == account) & (FACTOR.c.last_step < step)
    return connection.execute(update(FACTOR).where(unused).values(last_step=step)).rowcount == 1


def remove_factor(connection: Connection, account: int) -> None:
    """Removes the second factor of an account and its recovery codes."""
    connection.execute(delete(FACTOR).where(FACTOR.c.account_id == account))
    set_recovery_codes(connection, account, ())


def set_recovery_codes(connection: Connection, account: int, codes: Iterable[str]) -> None:
    """Replaces the recovery codes of an account; *codes* are digests."""
    connection.execute(delete(CODE).where(CODE.c.account_id == account))
    if values := [{"account_id": account, "code": code} for code in codes]:
        connection.execute(insert(CODE), values)


def use_recovery_code(connection: Connection, account: int, code: str) -> bool:
    """Uses up a recovery code by its digest; returns whether there was one."""
    one = (CODE.c.account_id == account) & (CODE.c.code == code)
    return connection.execute(delete(CODE).where(one)).rowcount == 1


def count_recovery_codes(connection: Connection, account: int) -> int:
    """Returns how many recovery codes of an account are unused."""
    query = select(func.count()).select_from(CODE).where(CODE.c.account_id == account)
    return connection.scalar(query) or 0


def add_passkey(connection: Connection, account: int, values: Row) -> bool:
    """Adds a passkey (credential, public_key, uses, name); returns False where the credential is known already."""
    if read_passkey(connection, values["credential"]) is not None:
        return False
    connection.execute(insert(PASSKEY).values(account_id=account, made_at=datetime.now(UTC), **values))
    return True


def read_passkey(connection: Connection, credential: str) -> Row | None:
    """Returns the passkey of a credential."""
    row = connection.execute(select(PASSKEY).where(PASSKEY.c.credential == credential)).first()
    return None if row is None else dict(row._mapping)


def read_passkeys(connection: Connection, account: int) -> list[Row]:
    """Returns the passkeys of an account, the oldest first."""
    query = select(PASSKEY).where(PASSKEY.c.account_id == account).order_by(PASSKEY.c.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def use_passkey(connection: Connection, number: int, uses: int) -> None:
    """Records that a passkey was used, with its own counter."""
    connection.execute(update(PASSKEY).where(PASSKEY.c.id == number).values(uses=uses, used_at=datetime.now(UTC)))


def remove_passkeys(connection: Connection, account: int, number: int | None = None) -> int:
    """Removes a passkey of an account by its number, or all of them (None); returns how many."""
    query = delete(PASSKEY).where(PASSKEY.c.account_id == account)
    if number is not None:
        query = query.where(PASSKEY.c.id == number)
    return connection.execute(query).rowcount


def use_sign_in_step(connection: Connection, token: str, older: datetime) -> bool:
    """Records by the digest of its token that a step of a sign-in was completed, and forgets older ones; returns False
    where it was completed before."""
    connection.execute(delete(STEP).where(STEP.c.made_at < older))
    if connection.scalar(select(STEP.c.id).where(STEP.c.token == token)) is not None:
        return False
    connection.execute(insert(STEP).values(token=token, made_at=datetime.now(UTC)))
    return True
