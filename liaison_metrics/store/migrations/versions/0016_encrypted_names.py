"""The names of files and sheets are encrypted: by the program, once it has the key"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("installation", sa.Column("names_encrypted", sa.Boolean(), nullable=False, server_default=sa.false()))
    # A new store has no names yet.
    installation, upload = sa.table("installation", sa.column("names_encrypted")), sa.table("upload", sa.column("id"))
    op.execute(installation.update().values(names_encrypted=~sa.exists(sa.select(upload.c.id))))
