"""The store has an id, a check value of its key, and the time of its last backup"""

from secrets import token_hex

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("store_id", "key_check"):
        op.add_column("installation", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("installation", sa.Column("backup_at", sa.DateTime(), nullable=True))
    installation = sa.table("installation", sa.column("store_id"))
    op.execute(installation.update().values(store_id=token_hex(8)))
