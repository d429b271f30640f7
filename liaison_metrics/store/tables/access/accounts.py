"""Accounts: who may sign in, their sessions, their one-time links, and failed attempts to sign in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, number


class AccountTable(SQLModel, table=True):
    """Somebody who may sign in. ``email`` is in lower case, ``partner`` is the code of a partner's organisation,
    ``password`` an argon2id hash ("" before one is chosen), ``provider_subject`` a keyed digest of whom the sign-in
    provider means (None: it was not asked yet), ``language`` the code of what its owner chose ("": none yet)."""

    __tablename__ = "account"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    email: str = Field(sa_column=Column(String, nullable=False, unique=True))
    role: str
    partner: str = ""
    password: str = ""
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    disabled_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    signed_in_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    provider_subject: str | None = Field(default=None, unique=True, index=True)
    language: str = ""


class AccountCityTable(SQLModel, table=True):
    """A city that a partner's account works in."""

    __tablename__ = "account_city"

    account_id: int = Field(sa_column=foreign_key("account", part_of_key=True))
    city: str = Field(primary_key=True)


class SessionTable(SQLModel, table=True):
    """A session of an account in one browser. The token itself is only in the browser's cookie."""

    __tablename__ = "account_session"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    account_id: int = Field(sa_column=foreign_key("account"))
    token: str = Field(sa_column=Column(String, nullable=False, unique=True))
    browser: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    seen_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class OneTimeLinkTable(SQLModel, table=True):
    """A link that lets the owner of an account choose a password, once. ``purpose`` is a ``LinkPurpose``; the link that
    makes the first account has none yet."""

    __tablename__ = "one_time_link"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    account_id: int | None = Field(default=None, sa_column=foreign_key("account", needed=False))
    token: str = Field(sa_column=Column(String, nullable=False, unique=True))
    purpose: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    used_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class FailedSignInTable(SQLModel, table=True):
    """A failed attempt to sign in. ``about`` is a keyed digest of the account and whether the browser is a known one,
    or of the network address, so that the table tells nobody who was tried or who tried."""

    __tablename__ = "failed_sign_in"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    about: str = Field(index=True)
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class AccountVisitTable(SQLModel, table=True):
    """When an account last looked at the figures, and when its visit before the present one ended (None: it is the
    first)."""

    __tablename__ = "account_visit"

    account_id: int = Field(sa_column=foreign_key("account", part_of_key=True))
    seen_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    before_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
