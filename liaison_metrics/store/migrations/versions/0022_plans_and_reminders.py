"""Planned events of calendars, and the reminders and digests that were sent"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("planned_event", sa.Column("key", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "sent_mail",
        sa.Column("id", number, primary_key=True),
        sa.Column("partner", sa.String(), nullable=False, index=True),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
    )
