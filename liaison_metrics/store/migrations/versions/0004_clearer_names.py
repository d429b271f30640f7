"""Clearer names of tables and columns"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Renaming in place keeps all rows, on both databases, without copying the table.
    op.execute("ALTER TABLE change RENAME COLUMN came TO added")
    op.drop_index("ix_fetch_upload_id", "fetch")
    op.rename_table("fetch", "original_download")
    op.create_index("ix_original_download_upload_id", "original_download", ["upload_id"], unique=False)
    op.rename_table("new_word", "added_community")
    with op.batch_alter_table("added_community") as added_community:
        added_community.drop_column("kind")  # only communities were ever added
