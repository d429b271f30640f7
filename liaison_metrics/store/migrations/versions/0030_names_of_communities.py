"""Added communities have names in several languages"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("added_community", sa.Column("language", sa.String(), nullable=False, server_default="en"))
