"""Accounts, their sessions and one-time links, and failed attempts to sign in"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("disabled_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "account_city",
        _account(nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account_id", "city"),
    )
    _of_account(
        "account_session",
        sa.Column("browser", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
    )
    _of_account(
        "one_time_link",
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
    )
    op.create_table(
        "failed_sign_in",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_failed_sign_in_about", "failed_sign_in", ["about"], unique=False)


def _account(*, nullable: bool) -> sa.Column[int]:
    return sa.Column("account_id", NUMBER, nullable=nullable)


def _of_account(name: str, *columns: sa.Column[Any]) -> None:
    """Makes a table of secrets of accounts, each found by the digest of its token."""
    op.create_table(
        name,
        sa.Column("id", NUMBER, nullable=False),
        _account(nullable=name == "one_time_link"),
        sa.Column("token", sa.String(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token"),
    )
    op.create_index(f"ix_{name}_account_id", name, ["account_id"], unique=False)
