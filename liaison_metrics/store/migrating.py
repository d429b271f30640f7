"""Bringing a store to its newest form, with Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    """Makes the tables, or changes them step by step, until they are as this program needs them."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


MIGRATIONS = Path(__file__).parent / "migrations"


def forms() -> list[str]:
    """Returns all forms that a store had, the newest last: the names of the migrations' files begin with them."""
    return sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def newest_form() -> str:
    """Returns the form of the store that this program works on."""
    return forms()[-1]
