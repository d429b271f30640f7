"""Notes beside figures, texts for the report, and statements that the sheets of a quarter are complete"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
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
        "note",
        sa.Column("id", number, primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("in_report", sa.Boolean(), nullable=False),
        *made(),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "note_event",
        sa.Column("id", number, primary_key=True),
        sa.Column("note_id", number, sa.ForeignKey("note.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("stated_activity", sa.String(), nullable=False),
        sa.Column("stated_city", sa.String(), nullable=False),
        sa.Column("stated_date", sa.Date(), nullable=False),
        sa.Column("stated_title_key", sa.String(), nullable=False),
    )
    op.create_table(
        "report_text",
        sa.Column("id", number, primary_key=True),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        *made(),
        sa.UniqueConstraint("indicator", "period", name="one_text_of_a_period"),
    )
    op.create_table(
        "statement",
        sa.Column("id", number, primary_key=True),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        *made(),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime()),
        sa.Column("accepted", sa.String(), nullable=False),
        sa.UniqueConstraint("partner", "period", name="one_statement_of_a_period"),
    )
