"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.texts import _

NEEDS_A_PERSON = 1
"""The exit status where something was rejected, is to be decided, or failed a check."""

AsJson = Annotated[bool, typer.Option("--json", help=_("Write the result as JSON, for another program."))]


def parse_day(text: str) -> date:
    """Returns the day of an option. Raises BadParameter for anything but an ISO date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(_("“{day}” isn’t a date. Write it as 2021-12-31.").format(day=text)) from None


AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=parse_day,
        metavar="YYYY-MM-DD",
        show_default=False,
        help=_("Count events up to this day (default: today, at the latest the project's last day)."),
    ),
]
"""The option --as-of."""


def known_code(project: Project, option: str, code: str | None, allowed: list[str]) -> str | None:
    """Returns the code of an option. Raises BadParameter where it is not one of those allowed."""
    if code is not None and code not in allowed:
        raise typer.BadParameter(
            _("{project} doesn’t have “{code}”. Choose one of: {allowed}").format(
                code=code, project=project.acronym, allowed=", ".join(allowed)
            ),
            param_hint=option,
        )
    return code


def command_line_actor() -> Actor:
    """Returns the actor of every command: the coordinator. Whoever can run commands on this machine can read the store
    and its key anyway."""
    return COORDINATOR
