"""What a line of the audit record says was there before and after, in words. Files keep the codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.access.actors import Role
from liaison_metrics.services.events.work_plan.words import state_words
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.texts import _, pgettext
from liaison_metrics.ui.accounts.listing import role_words


def recorded_words(project: Project, text: str) -> str:
    """Returns recorded values, given as JSON, in words: "City: Graz, Date: 14 Feb 2022". What has no words, such as a
    checksum, stays as it was recorded."""
    values: dict[str, object] = json.loads(text) if text else {}
    names = _names()
    return ", ".join(f"{names.get(name, name)}: {_value(project, name, value)}" for name, value in values.items())


def _value(project: Project, name: str, value: object) -> str:
    if isinstance(value, list):
        return fmt.names([_value(project, name, one) for one in value])
    if isinstance(value, bool):
        return _("yes") if value else pgettext("audit", "no")
    if isinstance(value, int):
        return fmt.number(value)
    code = str(value)
    words = _words_of(project).get(name)
    try:
        return words(code) if words and code else code
    except ValueError:  # recorded by another version of the program
        return code


def _words_of(project: Project) -> dict[str, Callable[[str], str]]:
    """Returns what puts the values of a name into words; each raises ValueError for a text that it does not know."""
    city = partial(label, project, VocabularyKind.CITY)
    partner = partial(actor_name, project)
    return {
        "activity": partial(label, project, VocabularyKind.ACTIVITY),
        "city": city, "cities": city,
        "partner": partner, "owner": partner,
        "role": lambda code: role_words(Role(code)),
        "state": lambda code: state_words(WorkState(code)),
        "date": _day, "due": _day, "as_of": _day,
        "expires_at": lambda text: fmt.date_time(datetime.fromisoformat(text)),
        "expected": lambda text: fmt.number(int(text)),
    }  # fmt: skip


def _day(text: str) -> str:
    return fmt.day(date.fromisoformat(text))


def _names() -> dict[str, str]:
    return {
        "activity": _("Activity"), "city": _("City"), "cities": _("Cities"), "date": _("Date"),
        "partner": _("Partner"), "owner": _("Owner"), "role": _("Role"), "state": _("State"), "due": _("Due"),
        "attendances": _("Attendances"), "headcount": _("Headcount"), "not_counted": _("Not counted"),
        "expected": _("Expected"), "events": _("Events"), "people": _("People"), "rows": _("Rows"),
        "file": _("File"), "files": _("Files"), "link": _("Link"), "version": _("Version"), "title": _("Title"),
        "kind": _("Kind"), "language": _("Language"), "purpose": _("Purpose"), "filters": _("Filters"),
        "answer": _("Answer"),
    }  # fmt: skip
