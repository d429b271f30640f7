"""Attendances are encrypted, and rows lie in no order: by the program, once it has the key (see readable_facts)"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    last = _last_number(connection)
    if connection.scalar(sa.text("SELECT count(*) FROM upload")):
        op.execute("CREATE TABLE earlier_attendance AS SELECT * FROM attendance")
        op.execute("CREATE TABLE earlier_name_form AS SELECT name, form FROM name_form")
    op.drop_table("name_form")
    op.create_table(
        "name_form",
        sa.Column("place", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("form", sa.LargeBinary(), nullable=False),
    )
    op.drop_table("attendance")
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "attendance",
        sa.Column("id", number, primary_key=True, autoincrement=False),
        sa.Column("upload_id", number, sa.ForeignKey("upload.id", ondelete="CASCADE"), nullable=False),
        sa.Column("event_id", number, sa.ForeignKey("event.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("community", sa.String()),
        sa.Column("group", sa.String()),
        sa.Column("gender", sa.String()),
        sa.Column("companions", sa.Integer(), nullable=False, server_default="0"),
    )
    for column in ("upload_id", "event_id"):
        op.create_index(f"ix_attendance_{column}", "attendance", [column])
    op.drop_column("original", "size")
    op.add_column("installation", sa.Column("people_key", sa.String(), nullable=False, server_default=""))
    numbered = sa.Column("attendances_numbered", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("installation", numbered)
    # Checksums, signatures and columns are encrypted from now on, as names are: what there is, is to be encrypted.
    changed = sa.text("UPDATE installation SET attendances_numbered = :last, names_encrypted = false")
    connection.execute(changed, {"last": last})


def _last_number(connection: sa.Connection) -> int:
    """Returns the last number that an attendance got, which may be gone."""
    if connection.dialect.name == "sqlite":
        return connection.scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'attendance'")) or 0
    sequence = connection.scalar(sa.text("SELECT pg_get_serial_sequence('attendance', 'id')"))
    return connection.scalar(sa.text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")) or 0
