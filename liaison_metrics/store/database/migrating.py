"""Migrating a store to the newest schema version, with Alembic."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent.parent / "migrations"


def migrate(connection: Connection, version: str = "head") -> None:
    """Creates or changes the tables, step by step, up to a schema version."""
    # Alembic takes an eighth of a second to load, and most starts of the program migrate nothing.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def schema_versions() -> list[str]:
    """Returns all schema versions, the newest last. Each migration names the version that it follows."""
    followers = {}
    for path in (MIGRATIONS / "versions").glob("[0-9]*.py"):
        text = path.read_text(encoding="utf-8")
        followers[_assigned(text, "down_revision")] = _assigned(text, "revision")
    versions, version = [], followers.get("None")
    while version is not None:
        versions.append(version)
        version = followers.get(version)
    return versions


def _assigned(text: str, name: str) -> str:
    found = re.search(rf'^{name} = "?(\w+)"?$', text, re.MULTILINE)
    return found[1] if found else ""


def newest_version() -> str:
    """Returns the schema version that this program works on."""
    return schema_versions()[-1]
