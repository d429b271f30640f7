"""Accounts know whom the sign-in provider means"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("account", sa.Column("provider_subject", sa.String(), nullable=True))
    op.create_index("ix_account_provider_subject", "account", ["provider_subject"], unique=True)
