"""The words of a reminder, in the language of the partner. Each language is a file in ``texts``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from liaison_metrics.domain.project import Partner, Project, VocabularyKind
from liaison_metrics.services.events.owed.finding import Owed, OwedKind
from liaison_metrics.services.events.planned import PlannedEvent

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))

MOST_LISTED = 25
"""Lines of a reminder. A longer list is read on the page, to which it links."""


def subject_of(project: Project, partner: Partner, count: int) -> str:
    """Returns the subject of a reminder of so many items."""
    words = _words(partner.language)["subject"]
    return words.format(project=project.acronym, partner=partner.name, n=count)


@dataclass(frozen=True, slots=True)
class ReminderContent:
    """What a reminder to a partner lists: the items, the link to all of them ("" for none), the planned events to come,
    and the address of a sign-in sheet up to the number of its planned event ("" where it is not known)."""

    items: Sequence[Owed]
    link: str
    coming: Sequence[PlannedEvent] = ()
    sheet: str = ""


def text_of(project: Project, partner: Partner, content: ReminderContent, most: int = MOST_LISTED) -> str:
    """Returns the text of a reminder: at most so many items and events to come, each with its sign-in sheet."""
    words, items = _words(partner.language), content.items
    lines = [_item(project, partner.language, one, content.sheet) for one in items[:most]]
    lines += [words["more"].format(n=len(items) - most)] if len(items) > most else []
    sheets = any(one.kind is OwedKind.SHEET for one in items)
    coming = [_coming(project, partner.language, one, content.sheet) for one in content.coming[:most]]
    parts = [
        words["greeting"].format(partner=partner.name), words["intro"], "\n".join(lines),
        words["link"].format(link=content.link) if content.link else "", words["question_line"] if sheets else "",
        "\n".join([words["coming"], *coming]) if coming and content.sheet else "",
        words["closing"].format(project=project.acronym),
    ]  # fmt: skip
    return "\n\n".join(filter(None, parts))


def _item(project: Project, language: str, one: Owed, sheet: str) -> str:
    line = f"- {_line(project, language, one)}"
    if one.kind is not OwedKind.SHEET or not sheet:
        return line
    return f"{line}\n  {_words(language)['sign_in'].format(link=f'{sheet}{one.number}')}"


def _line(project: Project, language: str, one: Owed) -> str:
    words = _words(language)
    city = project.label(VocabularyKind.CITY, one.city, language) if one.city else ""
    activity = project.label(VocabularyKind.ACTIVITY, one.activity, language) if one.activity else ""
    return words[one.kind.value].format(
        event=one.title or activity, file=one.title, city=city, date=_day(words, one.date), n=one.count
    )


def _coming(project: Project, language: str, one: PlannedEvent, sheet: str) -> str:
    words = _words(language)
    event = one.title or project.label(VocabularyKind.ACTIVITY, one.activity, language)
    city = project.label(VocabularyKind.CITY, one.city, language)
    line = words["coming_line"].format(event=event, city=city, date=_day(words, one.date))
    return f"- {line}\n  {words['sign_in'].format(link=f'{sheet}{one.number}')}"


def _day(words: Mapping[str, str], day: date) -> str:
    return words["date"].format(day=day.day, month=day.month, year=day.year)


@cache
def _words(language: str) -> Mapping[str, str]:
    path = FOLDER / f"{language if language in LANGUAGES else 'en'}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
