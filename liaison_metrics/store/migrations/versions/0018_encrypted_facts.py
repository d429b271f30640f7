"""Forms of names and years of birth are encrypted: by the program, once it has the key (see readable_facts)"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    if connection.scalar(sa.text("SELECT count(*) FROM name_form")):
        op.execute("CREATE TABLE readable_name_form AS SELECT name, tokens, latin, encoding FROM name_form")
    op.drop_table("name_form")
    op.create_table(
        "name_form",
        sa.Column("name", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("form", sa.LargeBinary(), nullable=False),
    )
    if connection.scalar(sa.text("SELECT count(*) FROM attendance")):
        op.execute("CREATE TABLE readable_birth AS SELECT id, name, birth_year FROM attendance")
    op.add_column("attendance", sa.Column("born", sa.String(), nullable=False, server_default=""))
    op.drop_column("attendance", "birth_year")
