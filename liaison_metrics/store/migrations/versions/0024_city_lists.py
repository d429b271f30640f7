"""Committees and their members, communities of cities, and skills"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

    def made() -> tuple[sa.Column[str], sa.Column[object]]:
        return (
            sa.Column("made_by", sa.String(), nullable=False),
            sa.Column("made_at", sa.DateTime(), nullable=False),
        )

    op.create_table(
        "committee",
        sa.Column("id", number, primary_key=True),
        sa.Column("city", sa.String(), nullable=False, index=True, unique=True),
        sa.Column("set_up", sa.Date(), nullable=False),
        *made(),
    )
    op.create_table(
        "committee_member",
        sa.Column("id", number, primary_key=True),
        sa.Column("city", sa.String(), nullable=False, index=True),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        *made(),
    )
    op.create_table(
        "mapped_community",
        sa.Column("id", number, primary_key=True),
        sa.Column("city", sa.String(), nullable=False, index=True),
        sa.Column("community", sa.String(), nullable=False),
        sa.Column("size", sa.Integer()),
        sa.Column("year", sa.Integer()),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("associations", sa.String(), nullable=False),
        *made(),
    )
    op.create_table(
        "skill",
        sa.Column("id", number, primary_key=True),
        sa.Column("city", sa.String(), nullable=False, index=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("community", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("event_id", sa.BigInteger()),
        *made(),
    )
