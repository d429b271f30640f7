"""Headcounts as statements: companions, additional people, which sheet states which event, decisions about events"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COMPANIONS = """
SELECT headcount.id, headcount.people, attendance.id
FROM headcount JOIN attendance ON attendance.upload_id = headcount.upload_id
AND attendance.event_id = headcount.event_id AND attendance.sheet = headcount.sheet
AND attendance."row" = headcount."row" WHERE headcount."column" = ''
"""
"""People whom a row of a list stands for beside its person were stored as a headcount of the same row."""

MENTIONS = """
INSERT INTO event_mention (upload_id, event_id, sheet, listed)
SELECT DISTINCT upload_id, event_id, sheet, {listed} FROM {table}
"""


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("attendance", sa.Column("companions", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("issued_report", sa.Column("counting_rules", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("upload", sa.Column("completes", sa.BigInteger(), nullable=True))
    op.add_column("headcount", sa.Column("age_band", sa.String(), nullable=True))
    op.add_column("headcount", sa.Column("additional", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "event_mention",
        sa.Column("id", number, primary_key=True),
        sa.Column("upload_id", number, sa.ForeignKey("upload.id", ondelete="CASCADE"), nullable=False),
        sa.Column("event_id", number, sa.ForeignKey("event.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_event_mention_upload_id", "event_mention", ["upload_id"])
    op.create_index("ix_event_mention_event_id", "event_mention", ["event_id"])
    op.create_table(
        "event_decision",
        sa.Column("id", number, primary_key=True),
        sa.Column("act", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("stated_activity", sa.String(), nullable=False),
        sa.Column("stated_city", sa.String(), nullable=False),
        sa.Column("stated_date", sa.Date(), nullable=False),
        sa.Column("stated_title_key", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_event_decision_act", "event_decision", ["act"])
    _move_companions()
    connection = op.get_bind()
    connection.execute(sa.text(MENTIONS.format(table="attendance", listed="true")))
    connection.execute(sa.text(MENTIONS.format(table="headcount", listed="false")))


def _move_companions() -> None:
    connection = op.get_bind()
    for headcount, people, attendance in connection.execute(sa.text(COMPANIONS)).all():
        values = {"people": people, "attendance": attendance, "headcount": headcount}
        connection.execute(sa.text("UPDATE attendance SET companions = :people WHERE id = :attendance"), values)
        connection.execute(sa.text("DELETE FROM headcount WHERE id = :headcount"), values)
