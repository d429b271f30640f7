"""Reads a calendar (ICS, RFC 5545): its events as a plan, those that come again once for each day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.events.plans import PlannedRow
from liaison_metrics.sheets.model import Hints, SourceEvent
from liaison_metrics.sheets.words.vocabulary import Vocabulary, vocabulary_of
from liaison_metrics.texts import _

MOST_TIMES = 400
"""How often an event comes again at most: daily for more than a year."""

_RULES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
"""How events come again. What comes every hour or second is no event for people."""

LARGEST_CALENDAR = 5_000_000
"""Bytes of a calendar. Ten thousand events are half of it."""


def read_calendar(file: str, data: bytes, project: Project, hints: Hints) -> list[PlannedRow]:
    """Returns the events of a calendar within the project's time. Its words state city and activity; *hints* give what
    they do not. Raises RefusedFile for a file that is no calendar."""
    if len(data) > LARGEST_CALENDAR:
        raise RefusedFile(
            _("{file} is too large for a calendar.").format(file=file),
            hint=_("Export a shorter time from your calendar."), place=Place(file=file),
        )  # fmt: skip
    try:
        calendars = Calendar.from_ical(data, multiple=True)
        found = [one for calendar in calendars for one in calendar.walk("VEVENT")]
        if not calendars:
            raise ValueError("no calendar")
    except (ValueError, KeyError, IndexError) as error:
        raise RefusedFile(
            _("{file} is not a calendar.").format(file=file),
            hint=_("Export it from your calendar as iCalendar (.ics)."), place=Place(file=file),
        ) from error  # fmt: skip
    vocabulary = vocabulary_of(project)
    return [
        row
        for number, event in enumerate(found, 1)
        for row in _rows(number, event, vocabulary, hints)
        if row.event is None or project.start <= row.event.date <= project.end
    ]


def _rows(number: int, event: Component, vocabulary: Vocabulary, hints: Hints) -> Iterator[PlannedRow]:
    title = " ".join(str(event.get("SUMMARY", "")).split())
    texts = [str(event.get(name, "")) for name in ("CATEGORIES", "SUMMARY", "LOCATION", "DESCRIPTION")]
    categories = event.get("CATEGORIES")
    texts[0] = " ".join(str(one) for one in getattr(categories, "cats", ()))
    activity = _stated(vocabulary, VocabularyKind.ACTIVITY, texts) or hints.activity
    city = _stated(vocabulary, VocabularyKind.CITY, [texts[2], texts[1], texts[3]]) or hints.city
    uid, cancelled = str(event.get("UID", "")), str(event.get("STATUS", "")).upper() == "CANCELLED"
    if _start(event) is None:
        yield PlannedRow(number, None, why=(_("“{title}” has no date.").format(title=title), _("Give it a date.")))
        return
    if activity is None or city is None:
        what = _("“{title}” names no activity.") if activity is None else _("“{title}” names no city.")
        yield PlannedRow(number, None, why=(what.format(title=title), _("Choose one for events that name none.")))
        return
    recurrence = getattr(event.get("RECURRENCE-ID"), "dt", None)
    for day in _days(event, vocabulary.project.end):
        # An event that comes again has the same UID each time; one that is moved keeps the day on which it was due.
        due = _day(recurrence) if isinstance(recurrence, date) else day if "RRULE" in event else ""
        key = hashlib.sha256(f"{uid}\n{due}".encode()).hexdigest() if uid else ""
        yield PlannedRow(number, SourceEvent(activity, city, day, title), key=key, cancelled=cancelled)


def _stated(vocabulary: Vocabulary, kind: VocabularyKind, texts: list[str]) -> str | None:
    """Returns the code that the first text with exactly one of a kind names."""
    for text in texts:
        inside = vocabulary.inside(kind, text) if text else set()
        if len(inside) == 1:
            return inside.pop()
    return None


def _start(event: Component) -> date | None:
    """Returns the day or the time at which an event begins, None for one without."""
    start = getattr(event.get("DTSTART"), "dt", None)
    return start if isinstance(start, date) else None


def _days(event: Component, last: date) -> Iterator[date]:
    """Yields the days of an event until the last day of the project: a rule without an end would never finish."""
    start, rule = _start(event), event.get("RRULE")
    if start is None:
        return
    if rule is None or rule.get("FREQ", [""])[0] not in _RULES:
        yield _day(start)
        return
    begin = start if isinstance(start, datetime) else datetime.combine(start, time())
    rule, end = rule.copy(), datetime.combine(last, time.max, begin.tzinfo)
    for until in rule.pop("UNTIL", []):
        end = min(end, _end(until, begin))
    most = min([MOST_TIMES, *map(int, rule.pop("COUNT", []))])
    left_out = {_day(one.dt) for dates in _listed(event.get("EXDATE")) for one in dates.dts}
    times = rrulestr(rule.to_ical().decode(), dtstart=begin)
    for moment in islice(times.replace(until=end), most):
        if moment.date() not in left_out:
            yield moment.date()


def _end(until: date, begin: datetime) -> datetime:
    """Returns the last moment of a rule in the time zone of its event; a day is meant with its evening."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max, begin.tzinfo)
    if until.tzinfo and begin.tzinfo:
        return until.astimezone(begin.tzinfo)
    return until.replace(tzinfo=begin.tzinfo)


def _day(value: date) -> date:
    """Returns the day of a date or of a time, in its own time zone."""
    return value.date() if isinstance(value, datetime) else value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
