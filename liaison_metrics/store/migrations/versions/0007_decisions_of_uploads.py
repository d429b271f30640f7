"""Decisions about events that an upload's answers brought hold as long as the upload is active"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("event_correction", "event_decision"):
        op.add_column(table, sa.Column("upload_id", sa.BigInteger(), nullable=True))
