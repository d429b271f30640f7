"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("upload_id", sa.BigInteger(), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("revision"),
    )
    op.create_table(
        "event",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("activity", "city", "date", "title_key"),
    )
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "name_form",
        sa.Column("name", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tokens", sa.LargeBinary(), nullable=False),
        sa.Column("encoding", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "upload",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("facts_digest", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("attendances", sa.Integer(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=False),
        sa.Column("headcount_rows", sa.Integer(), nullable=False),
        sa.Column("not_counted", sa.Integer(), nullable=False),
        sa.Column("repeated", sa.Integer(), nullable=False),
        sa.Column("already_known", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("upload", schema=None) as batch_op:
        batch_op.create_index("ix_upload_checksum", ["checksum"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("upload_id", NUMBER, nullable=False),
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("name", sa.BigInteger(), nullable=False),
        sa.Column("email", sa.BigInteger(), nullable=False),
        sa.Column("phone", sa.BigInteger(), nullable=False),
        sa.Column("birth", sa.BigInteger(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("community", sa.String(), nullable=True),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("gender", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index("ix_attendance_event_id", ["event_id"], unique=False)
        batch_op.create_index("ix_attendance_upload_id", ["upload_id"], unique=False)

    op.create_table(
        "headcount",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("upload_id", NUMBER, nullable=False),
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("community", sa.String(), nullable=True),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("gender", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.create_index("ix_headcount_event_id", ["event_id"], unique=False)
        batch_op.create_index("ix_headcount_upload_id", ["upload_id"], unique=False)

    op.create_table(
        "open_question",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("upload_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("suggestions", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("open_question", schema=None) as batch_op:
        batch_op.create_index("ix_open_question_upload_id", ["upload_id"], unique=False)

    op.create_table(
        "rejected_row",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("upload_id", NUMBER, nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("fix", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rejected_row", schema=None) as batch_op:
        batch_op.create_index("ix_rejected_row_upload_id", ["upload_id"], unique=False)

    op.create_table(
        "uncounted_row",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("upload_id", NUMBER, nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("uncounted_row", schema=None) as batch_op:
        batch_op.create_index("ix_uncounted_row_upload_id", ["upload_id"], unique=False)
    op.execute("INSERT INTO installation (id, revision, demonstration) VALUES (1, 0, false)")
