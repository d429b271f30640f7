"""The audit record, chained by digests"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0011"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("account", sa.BigInteger(), nullable=True),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("role", "partner", "action", "kind", "about", "before", "after", "digest")
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_audit_entry_made_at", "audit_entry", ["made_at"], unique=False)
    op.create_table(
        "audit_end",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
