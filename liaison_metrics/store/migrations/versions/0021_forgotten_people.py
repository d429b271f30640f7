"""Forgotten people, and the deletion of all personal data at the end of the retention time"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "forgotten_person",
        sa.Column("id", number, primary_key=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("traces", sa.String(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
    )
    op.create_table(
        "purge",
        sa.Column("id", number, primary_key=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("deleted", sa.JSON(), nullable=False),
    )
