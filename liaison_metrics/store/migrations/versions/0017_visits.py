"""When an account last looked at the figures, and the end of its visit before"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "account_visit",
        sa.Column("account_id", number, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("before_at", sa.DateTime(), nullable=True),
    )
