"""The text of the report on an indicator in a period, with placeholders for figures.

A placeholder such as ``{reached}`` becomes the figure of the report when the report is made. An issued report keeps its
files, so its text and its figures stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.errors import Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.figures.narrative.notes import checked_text
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.narrative import report_texts as stored
from liaison_metrics.texts import _

LONGEST_TEXT = 5000
"""Characters: about a page and a half, as long as portals let an answer be."""

PLACEHOLDERS = ("reached", "target", "share", "left", "identified", "unidentified", "attendances", "plan", "as_of")
"""The placeholders that a text can have, in braces."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class ReportText:
    """The text on an indicator (code), who wrote it (actor's code) and when."""

    indicator: str
    text: str
    made_by: str
    made_at: datetime


@requires(Action.REPORT_TEXT_READ)
def report_texts(workspace: Workspace, period: Quarter, actor: Actor) -> Mapping[str, ReportText]:
    """Returns the texts of a period with their placeholders, by indicator (code). Raises NotAllowed."""
    check(actor, Action.REPORT_TEXT_READ)
    return _read(workspace, period)


@requires(Action.REPORT_PUBLISHED)
def texts_to_report(workspace: Workspace, period: Quarter, actor: Actor) -> Mapping[str, ReportText]:
    """Returns the texts of a period for the report on the whole project. Raises NotAllowed where the actor may not have
    it."""
    check(actor, Action.REPORT_PUBLISHED, Resource.figures(workspace.project, None))
    return _read(workspace, period)


@requires(Action.REPORT_TEXT_CHANGE)
def keep_report_text(workspace: Workspace, indicator: str, period: Quarter, text: str, actor: Actor) -> None:
    """Stores the text on an indicator (code) in a period in place of the one before; an empty text removes it.

    Raises WrongEntry for a placeholder that does not exist or a text that is too long, KeyError for an unknown
    indicator, and NotAllowed.
    """
    check(actor, Action.REPORT_TEXT_CHANGE)
    code, kept = workspace.project.indicator(indicator).code, ""
    if text.strip():
        kept = checked_text(text, LONGEST_TEXT)
        check_placeholders(kept)
    with workspace.store.writing() as connection:
        before = stored.read_texts(connection, period.code).get(code)
        stored.keep_text(connection, code, period.code, kept, actor.code)
        about = f"{code} {period.code}"
        entry = AuditEntry(
            AuditAction.REPORT_TEXT_CHANGE, AuditKind.REPORT_TEXT, about,
            {"characters": len(before["text"]) if before else 0}, {"characters": len(kept)},
        )  # fmt: skip
        record(connection, workspace, actor, entry)


def check_placeholders(text: str) -> None:
    """Raises WrongEntry where a text has a placeholder that does not exist."""
    for found in _PLACEHOLDER.finditer(text):
        if found[1] not in PLACEHOLDERS:
            raise WrongEntry(
                _("There is no placeholder “{wrong}”.").format(wrong=found[0]),
                hint=_("These exist: {placeholders}.").format(placeholders=placeholder_words()),
                place=Place(column=_("Text")),
            )


def placeholder_words() -> str:
    """Returns all placeholders as they are written."""
    return ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)


def filled(text: str, figures: Mapping[str, str]) -> str:
    """Returns a text with figures, given by the names of placeholders, in place of the placeholders."""
    return _PLACEHOLDER.sub(lambda found: figures.get(found[1], found[0]), text)


def _read(workspace: Workspace, period: Quarter) -> Mapping[str, ReportText]:
    with workspace.store.reading() as connection:
        rows = stored.read_texts(connection, period.code)
    return {code: ReportText(code, row["text"], row["made_by"], row["made_at"]) for code, row in rows.items()}
