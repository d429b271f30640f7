"""Answers, originals, corrections of events, planned events"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("upload", schema=None) as upload:
        upload.add_column(sa.Column("made_by", sa.String(), nullable=False, server_default=""))
        upload.add_column(sa.Column("signature", sa.String(), nullable=False, server_default=""))
        upload.add_column(sa.Column("replaces", sa.BigInteger(), nullable=True))
        upload.add_column(sa.Column("options", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "original",
        sa.Column("upload_id", NUMBER, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("upload_id"),
    )
    op.create_table(
        "fetch",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("upload_id", NUMBER, nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_fetch_upload_id", "fetch", ["upload_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", NUMBER, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("partner", "signature", "kind", "value", "code")),
        *_made(),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_answer_signature", "answer", ["signature"], unique=False)
    op.create_table(
        "event_correction",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("stated_activity", sa.String(), nullable=False),
        sa.Column("stated_city", sa.String(), nullable=False),
        sa.Column("stated_date", sa.Date(), nullable=False),
        sa.Column("stated_title_key", sa.String(), nullable=False),
        *_event(),
        *_made(),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "planned_event",
        sa.Column("id", NUMBER, nullable=False),
        *_event(),
        sa.Column("expected", sa.Integer(), nullable=False),
        *_made(),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "new_word",
        sa.Column("id", NUMBER, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "code", "label")),
        *_made(),
        sa.PrimaryKeyConstraint("id"),
    )


def _made() -> list[sa.Column[Any]]:
    return [sa.Column("made_by", sa.String(), nullable=False), sa.Column("made_at", sa.DateTime(), nullable=False)]


def _event() -> list[sa.Column[Any]]:
    words = [sa.Column(name, sa.String(), nullable=False) for name in ("activity", "city", "title")]
    return [*words, sa.Column("date", sa.Date(), nullable=False)]
