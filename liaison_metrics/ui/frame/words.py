"""Words for what pages name, and words from files where Streamlit would read them as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.services.intake.questions.event_questions import EventQuestion
from liaison_metrics.services.labels import label
from liaison_metrics.sheets.words.answers import ATTENDANCE, LATER, LEFT_OUT, way_out
from liaison_metrics.sheets.words.dates import DateOrder
from liaison_metrics.texts import _

_SYNTAX = re.compile(r"[\\`*_\[\]<>#~|$&!^{}]")
"""Signs with a meaning in Markdown, wherever they stand."""

_AT_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
"""What begins a list or a heading."""

_REPLACED = re.compile(r"(?i)(:|@|www(?=\.)|[-=~](?=[->=])|<(?=[-=]))(?=\S)")
"""Where links, e-mail addresses, emoji, icons and arrows are made after Markdown was read. A backslash does not stop
that; a sign that nobody sees does."""

WORD_JOINER = "\u2060"


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EVENTS = re.compile(rf"(?P<titles>.*) \((?P<day>{_DAY.pattern}), (?P<city>\w+)\)", re.DOTALL)
"""Titles, day and city, as answers about events name them."""

KINDS = frozenset(kind.value for kind in VocabularyKind)


def meaning_words(meaning: str) -> str:
    """Returns the label of a column meaning."""
    known = {
        **meanings(),
        "age": _("Age (not used)"),
        "organisation": _("Organisation (not used)"),
        "residence": _("Place of residence (not used)"),
        "consent": _("Consent (not used)"),
        "notes": _("Notes (not used)"),
        "number": _("Row number"),
        "time": _("Time of day"),
        "end_date": _("Event end date"),
        "beside": _("People in addition"),
        "joined": _("Join time"),
        "registered": _("Registered"),
    }
    return known.get(meaning, known["unused"])


def meanings() -> dict[str, str]:
    """Returns the labels of the meanings that a person can give a column, in the order to offer them."""
    return {
        "unused": _("not used"),
        "name": _("Name"),
        "given_name": _("First name"),
        "family_name": _("Family name"),
        "email": _("E-mail address"),
        "phone": _("Phone number"),
        "birth_date": _("Date of birth"),
        "birth_year": _("Year of birth"),
        "gender": _("Gender"),
        "community": _("Community"),
        "group": _("Group"),
        "role": _("Participant or staff"),
        "present": _("Attended or not"),
        "date": _("Event date"),
        "city": _("Event city"),
        "activity": _("Activity"),
        "title": _("Event title"),
        "people": _("Number of people"),
        "session": _("Attendance at one session"),
        "signature": _("Signature"),
        "total": _("Total"),
    }


LANGUAGE_NAMES = {"en": "English", "it": "Italiano", "de": "Deutsch", "da": "Dansk", "el": "Ελληνικά"}
"""The languages of what partners download and print, each by its own name."""


def kind_words(kind: str) -> str:
    """Returns the label of what an answer is about."""
    return {
        "community": _("Community"),
        "group": _("Group"),
        "gender": _("Gender"),
        "city": _("City"),
        "activity": _("Activity"),
        "role": _("Role"),
        "present": _("Mark"),
        "birth": _("Date of birth"),
        "date": _("Date"),
        "date_order": _("Date order"),
        "total": _("Total"),
        "same_event": _("Same event"),
        "headcount": _("Headcount"),
        "headcount_and_list": _("Headcount and list"),
        "correction": _("Correction of upload"),
        "additional": _("Additional people"),
        "column": _("Column"),
        "header_row": _("Header row"),
        "sheet": _("Sheet"),
        "rows": _("Rows that were not read"),
        "row": _("Row"),
        "day": _("Date"),
        "heading": _("Heading"),
        "reason": _("Not counted"),
        "blank": _("Without a mark"),
        "other_cities": _("Other partners’ cities"),
        "sheet_code": _("Code of the sign-in sheet"),
        "cell": _("Corrected cell"),
    }.get(kind, kind)


def about_words(project: Project, kind: str, value: str) -> str:
    """Returns what an answer is about: a word of a sheet, or the titles of events with their day and city."""
    event = _EVENTS.fullmatch(value) if kind in (EventQuestion.SAME_EVENT, EventQuestion.ADDITIONAL) else None
    if event is None:
        return value
    day, city = fmt.day(date.fromisoformat(event["day"])), label(project, "city", event["city"])
    return f"{event['titles']} ({day}, {city})"


def code_words(project: Project, kind: str, code: str) -> str:
    """Returns the label of an answer."""
    if kind == "column":
        return meaning_words(code)
    if kind == "cell":
        return code
    if code == NOT_STATED:
        return _("not stated")
    if kind in ("role", "heading") and code in ("staff", "participant"):
        return _("staff (not counted)") if code == "staff" else _("participant")
    if kind in KINDS and code != LEFT_OUT:
        return label(project, kind, code)
    if kind in ("date", "birth", "day") and _DAY.fullmatch(code):
        return fmt.day(date.fromisoformat(code))
    if kind == "sheet_code" and code in ("code", "sheet"):
        return _("the event of the code") if code == "code" else _("what the sheet says")
    fixed = {
        LEFT_OUT: _("left out") if kind == "sheet" else _("leave these rows out"),
        LATER: _("decide later"),
        ATTENDANCE: _("people who were there"),
        "right": _("the number is correct"),
        "present": _("attended"),
        "absent": _("did not attend"),
        "rows": _("the rows are correct"),
        "stated": _("the total is correct"),
        "person": _("a person who was there"),
        "nobody": _("not a person"),
        "staff": _("staff (not counted)"),
        "event": _("another event"),
        "note": _("only a remark"),
        "counted": _("they were there"),
        "not_counted": _("they don’t count"),
        "same": _("the same"),
        "different": _("different"),
        "covered": _("different events, the number covers both"),
        "including": _("including the people on the list"),
        "in_addition": _("in addition to the people on the list"),
        "replaces": _("yes, it replaces it"),
        "keep": _("no, keep both"),
        "only_own": _("only your own cities"),
        "all": _("all cities"),
        DateOrder.DAY_FIRST.value: _("day first"),
        DateOrder.MONTH_FIRST.value: _("month first"),
    }
    return fixed.get(code, code)


def word_options(
    project: Project, kind: str, suggestions: Iterable[str], more: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Returns the answers to a question about a word, with their labels: what it is likely to mean, then the ways out
    (and *more* of them), so that nobody has to look for them, then the project's other words by the alphabet."""
    label_of = partial(code_words, project, kind)
    options = {code: label_of(code) for code in suggestions if code not in (NOT_STATED, LEFT_OUT)}
    if way_out(kind) == NOT_STATED:
        options[NOT_STATED] = _("not stated")
    options |= {LEFT_OUT: label_of(LEFT_OUT), **more}
    rest = project.codes(VocabularyKind(kind)) if kind in KINDS - {VocabularyKind.ROLE.value} else []
    others = {code: label_of(code) for code in rest if code not in options}
    return options | dict(sorted(others.items(), key=lambda one: fmt.sort_key(one[1])))


def plain(text: str) -> str:
    """Returns Markdown that shows *text* as it is: no picture, link, colour, formula or emoji."""
    line = _REPLACED.sub(rf"\1{WORD_JOINER}", " ".join(text.split()))
    return _AT_START.sub(lambda start: f"{start[1]}{start[2][:-1]}\\{start[2][-1]}", _SYNTAX.sub(r"\\\g<0>", line))
