"""What EU programmes ask for of events: as sheets state it, and as people say"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("event_mention", sa.Column("data", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "event_data_edit",
        sa.Column("id", number, primary_key=True),
        sa.Column("stated_activity", sa.String(), nullable=False),
        sa.Column("stated_city", sa.String(), nullable=False),
        sa.Column("stated_date", sa.Date(), nullable=False),
        sa.Column("stated_title_key", sa.String(), nullable=False),
        sa.Column("data", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
    )
