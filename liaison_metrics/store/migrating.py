"""Bringing a store to its newest form, with Alembic."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from liaison_metrics.store.engine import MIGRATIONS


def migrate(connection: Connection) -> None:
    """Makes the tables, or changes them step by step, until they are as this program needs them."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
