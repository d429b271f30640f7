"""Files that prove events, and how many rows of a sheet are signed"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "evidence_file",
        sa.Column("id", number, primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "evidence_event",
        sa.Column("id", number, primary_key=True),
        sa.Column("file_id", number, sa.ForeignKey("evidence_file.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("stated_activity", sa.String(), nullable=False),
        sa.Column("stated_city", sa.String(), nullable=False),
        sa.Column("stated_date", sa.Date(), nullable=False),
        sa.Column("stated_title_key", sa.String(), nullable=False),
    )
    op.add_column("event_mention", sa.Column("signed", sa.Integer(), nullable=True))
    op.add_column("event_mention", sa.Column("signed_of", sa.Integer(), nullable=True))
