"""The work plan: states of pieces of work, deliverables with their versions and files, and signatories"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

    def made() -> list[sa.Column[object]]:
        return [
            sa.Column("made_by", sa.String(), nullable=False),
            sa.Column("made_at", sa.DateTime(), nullable=False),
        ]

    op.create_table(
        "work_state",
        sa.Column("id", number, primary_key=True),
        sa.Column("piece", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        *made(),
        sa.UniqueConstraint("piece", "city", name="one_state_of_a_piece"),
    )
    op.create_table(
        "deliverable",
        sa.Column("id", number, primary_key=True),
        sa.Column("code", sa.String(), nullable=False, unique=True, index=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        *made(),
    )
    op.create_table(
        "deliverable_version",
        sa.Column("id", number, primary_key=True),
        sa.Column("deliverable", sa.String(), nullable=False, index=True),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        *made(),
    )
    op.create_table(
        "deliverable_file",
        sa.Column("version_id", number, sa.ForeignKey("deliverable_version.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "signatory",
        sa.Column("id", number, primary_key=True),
        sa.Column("deliverable", sa.String(), nullable=False, index=True),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        *made(),
    )
