"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from liaison_metrics.domain.project import Project
from liaison_metrics.texts import _

AsJson = Annotated[bool, typer.Option("--json", help=_("Write the result as JSON, for another program."))]


def a_day(words: str) -> date:
    """Returns the day that an option names. Raises BadParameter for what is no day."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter(_("“{day}” is no day; write it as 2021-12-31.").format(day=words)) from None


AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=a_day,
        metavar="YYYY-MM-DD",
        show_default=False,
        help=_("Count events up to this day (default: today, at the latest the project's last day)."),
    ),
]
"""A day as the person writes it."""


def known_code(project: Project, option: str, code: str | None, allowed: list[str]) -> str | None:
    """Returns a code that an option names, if it is one of those allowed. Raises BadParameter otherwise."""
    if code is not None and code not in allowed:
        raise typer.BadParameter(
            _("“{code}” is not known to {project}; allowed: {allowed}").format(
                code=code, project=project.acronym, allowed=", ".join(allowed)
            ),
            param_hint=option,
        )
    return code
