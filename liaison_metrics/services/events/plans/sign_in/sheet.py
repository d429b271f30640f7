"""The sign-in sheet of a planned event: what stands on it, in the language of the partner."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import ceil
from typing import Any

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import UnknownEvent
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.intake.workbooks.coded_events import code_of_planned
from liaison_metrics.services.labels import funding_words
from liaison_metrics.services.uploads.personal_data.documents import controller
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.events import read_planned
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LANGUAGES = ("en", "it", "de", "da", "el")
"""The languages of sign-in sheets."""

COLUMNS = ("number", "name", "organisation", "community", "gender", "birth_year", "email", "consent", "signature")
"""The columns of the list, by what they mean."""

_FIRST_PAGE, _FURTHER_PAGE = 15, 23
"""Lines that fit on a printed page, so that the last one is full."""

_MOST_LINES = 300
_IF_UNKNOWN = 30
"""People for whom there is room where nobody said how many are expected."""

_WALK_INS = 1.25
"""Lines for each person expected: every fourth comes without having said so."""


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """What stands on a sign-in sheet: the project's line, its title, labels with what they say of the event, the
    funding texts, the notice about data, the headers of the columns (in the order of ``COLUMNS``) and how many empty
    lines follow. ``code`` is by which the sheet is recognised when it comes back; ``keep`` asks to keep it. ``page``
    contains {page} and {pages}. ``choices`` are the words to choose from, by column."""

    language: str
    project: str
    title: str
    facts: tuple[tuple[str, str], ...]
    code: tuple[str, str]
    keep: str
    funding: tuple[str, ...]
    notice: str
    headers: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    lines: int
    page: str
    day: date
    file: str


@requires(Action.SIGN_IN_SHEET_MAKE)
def sign_in_sheet(workspace: Workspace, number: int, language: str, actor: Actor) -> SignInSheet:
    """Returns the sign-in sheet of a planned event, by its number, in a language ("" for that of the city's partner;
    English if there is none in it).

    Raises UnknownEvent where no such event is planned, and NotAllowed where it is in another partner's city.
    """
    with workspace.store.reading() as connection:
        row = next((row for row in read_planned(connection) if row["id"] == number), None)
    if row is None:
        raise UnknownEvent(_("That planned event no longer exists."), hint=_("Reload the page."))
    check(actor, Action.SIGN_IN_SHEET_MAKE, Resource.event(workspace.project, row["city"]))
    language = language or partner_language(workspace.project, row["city"])
    return _sheet(workspace, row, language if language in LANGUAGES else "en")


def partner_language(project: Project, city: str) -> str:
    """Returns the language of the partner of a city (code), English if it has none here."""
    partner = project.city(city).partner
    found = next((one.language for one in project.partners if one.code == partner), "")
    return found if found in LANGUAGES else "en"


def _sheet(workspace: Workspace, row: Row, language: str) -> SignInSheet:
    project, words, day = workspace.project, _words()[language], row["date"]
    activity, city = (
        project.label(kind, row[kind.value], language) for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY)
    )
    labels = words["labels"]
    facts = {"title": row["title"], "activity": activity, "date": day.isoformat(), "city": city}
    return SignInSheet(
        language=language,
        project=f"{project.acronym} – {project.title}",
        title=words["title"],
        facts=tuple((labels[name], text) for name, text in facts.items() if text),
        code=(labels["code"], code_of_planned(workspace, row)),
        keep=words["keep"],
        funding=funding_words(project, language),
        notice=_notice(project, words["notice"]),
        headers=tuple(words["headers"][name] for name in COLUMNS),
        choices={
            kind.value: tuple(project.label(kind, code, language) for code in project.codes(kind))
            for kind in (VocabularyKind.COMMUNITY, VocabularyKind.GENDER)
        },
        lines=_lines(row["expected"] or _IF_UNKNOWN),
        page=words["page"],
        day=day,
        file=" ".join((project.acronym, words["file"], day.isoformat(), city)),
    )


def _lines(expected: int) -> int:
    """Returns the empty lines for so many people expected, and for others who come: full pages."""
    wanted = min(_MOST_LINES, expected * _WALK_INS)
    return _FIRST_PAGE + _FURTHER_PAGE * ceil(max(0, wanted - _FIRST_PAGE) / _FURTHER_PAGE)


def _notice(project: Project, lines: list[str]) -> str:
    rule = project.data_protection
    told = (line for line in lines if rule.contact or "{contact}" not in line)
    words = {"controller": controller(project), "contact": rule.contact, "years": rule.years}
    return " ".join(line.format_map(words) for line in told)


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
