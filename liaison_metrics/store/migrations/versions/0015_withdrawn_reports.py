"""Issued reports can be withdrawn, or replaced by another"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("issued_report", sa.Column("withdrawn_at", sa.DateTime(), nullable=True))
    op.add_column("issued_report", sa.Column("withdrawn_by", sa.String(), nullable=False, server_default=""))
    op.add_column("issued_report", sa.Column("replaced_by", sa.Integer(), nullable=True))
