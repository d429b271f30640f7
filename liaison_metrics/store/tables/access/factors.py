"""What somebody signs in with beside a password: second factors, recovery codes, passkeys."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, LargeBinary, String
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, number


class SecondFactorTable(SQLModel, table=True):
    """The authenticator app of an account: its encrypted secret, and the time step of the last code that was used."""

    __tablename__ = "second_factor"

    account_id: int = Field(sa_column=foreign_key("account", part_of_key=True))
    secret: str
    last_step: int = Field(sa_column=Column(BigInteger, nullable=False))
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class RecoveryCodeTable(SQLModel, table=True):
    """An unused recovery code of an account, as a digest."""

    __tablename__ = "recovery_code"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    account_id: int = Field(sa_column=foreign_key("account"))
    code: str


class PasskeyTable(SQLModel, table=True):
    """A passkey of an account. ``uses`` is the authenticator's own counter; many always say 0."""

    __tablename__ = "passkey"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    account_id: int = Field(sa_column=foreign_key("account"))
    credential: str = Field(sa_column=Column(String, nullable=False, unique=True))
    public_key: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    uses: int = Field(sa_column=Column(BigInteger, nullable=False))
    name: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    used_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class UsedSignInStepTable(SQLModel, table=True):
    """The digest of a step of a sign-in that was completed, so that it works once. Old rows are deleted."""

    __tablename__ = "used_sign_in_step"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    token: str = Field(sa_column=Column(String, nullable=False, unique=True))
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
