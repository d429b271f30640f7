"""Names in Latin letters"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Stored names cannot be read, so their words in Latin letters stay unknown: such names are compared as they were
    # until all uploads that state them are undone and imported again.
    op.add_column("name_form", sa.Column("latin", sa.LargeBinary(), nullable=True))
