"""What lets somebody see figures without signing in: share links and access tokens. Both are kept as digests."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, String
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, number


class ShareLinkTable(SQLModel, table=True):
    """A link to a page. ``shows`` is a ``SharedPage``, ``password`` an argon2id hash ("" for none), ``site`` the origin
    that may embed the page ("" none, "*" any), ``account`` whoever made it."""

    __tablename__ = "share_link"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    token: str = Field(sa_column=Column(String, nullable=False, unique=True))
    name: str
    shows: str
    password: str
    site: str
    account: int | None = Field(default=None, sa_type=BigInteger)
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class AccessTokenTable(SQLModel, table=True):
    """A token with which another program downloads tables as an account, with the view of ``role``."""

    __tablename__ = "access_token"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    account_id: int = Field(sa_column=foreign_key("account"))
    token: str = Field(sa_column=Column(String, nullable=False, unique=True))
    name: str
    role: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    used_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
