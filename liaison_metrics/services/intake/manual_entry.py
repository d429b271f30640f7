"""Headcounts of an event, entered by hand. They are written as a sheet and imported like any other.

So a manual entry has an upload, an original and a place in the history, and can be undone like a file.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from liaison_metrics.domain.events.grouping import DayEvents
from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.intake.importing import import_file, preview_import
from liaison_metrics.services.intake.options import Options
from liaison_metrics.services.intake.outcome import FileReport, FileStatus
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store.uploads import UPLOAD, read_uploads
from liaison_metrics.texts import _, language, ngettext

MOST_PEOPLE = 100_000
"""The largest number in one line. A larger one is a typing error: no event has so many people."""

LONGEST_TITLE = 200
_STARTS_A_FORMULA = "=+-@ \t"


@dataclass(frozen=True, slots=True)
class HandLine:
    """People of one community and one gender (codes, or ``not_stated``)."""

    people: int
    community: str = NOT_STATED
    gender: str = NOT_STATED


@dataclass(frozen=True, slots=True)
class HandEntry:
    """An event (activity and city are codes of the project) and its headcounts."""

    activity: str
    city: str
    date: date
    title: str = ""
    lines: tuple[HandLine, ...] = ()

    @property
    def people(self) -> int:
        """The number of people in all lines."""
        return sum(line.people for line in self.lines)


@dataclass(frozen=True, slots=True)
class HeadcountStatement:
    """The headcount of an event in an active upload. ``replaceable`` if the upload contains nothing else and the actor
    may replace it, so that an entry can replace it."""

    upload: int
    file: str
    people: int
    replaceable: bool


def problems(project: Project, entry: HandEntry) -> list[WrongEntry]:
    """Returns the errors of an entry, field by field; none if it is valid."""
    return list(_problems(project, entry))


def event_problems(project: Project, event: EventFact) -> Iterator[WrongEntry]:
    """Yields the errors of an event's data, field by field."""
    for kind, code, field in (
        (VocabularyKind.ACTIVITY, event.activity, _("Activity")),
        (VocabularyKind.CITY, event.city, _("City")),
    ):
        if code not in project.codes(kind):
            yield _wrong(field, _("Choose one from the list."), _("{field} is missing.").format(field=field))
    if not project.start <= event.date <= project.end:
        outside = _("{day} is outside the project period ({start} to {end}).").format(
            day=event.date.isoformat(), start=project.start.isoformat(), end=project.end.isoformat()
        )
        yield _wrong(_("Date"), _("Correct the date. Events outside the project do not count."), outside)
    if len(event.title) > LONGEST_TITLE:
        yield _wrong(
            _("Title"), _("Shorten it to {n} characters.").format(n=LONGEST_TITLE), _("The title is too long.")
        )


def _problems(project: Project, entry: HandEntry) -> Iterator[WrongEntry]:
    yield from event_problems(project, EventFact(0, entry.activity, entry.city, entry.date, entry.title))
    for line in entry.lines:
        for kind, code in ((VocabularyKind.COMMUNITY, line.community), (VocabularyKind.GENDER, line.gender)):
            if code != NOT_STATED and code not in project.codes(kind):
                unknown = _("The project has no “{word}”.").format(word=code)
                yield _wrong(_("People"), _("Choose one from the list."), unknown)
        if not 0 <= line.people <= MOST_PEOPLE:
            number = _("{n} is not a valid number of people.").format(n=line.people)
            yield _wrong(_("People"), _("Enter the number of people: 0 or more."), number)
    if (entry.lines and all(line.people == 0 for line in entry.lines)) or not entry.lines:
        yield _wrong(_("People"), _("Enter the number of people."), _("The entry has no people."))


@requires(Action.UPLOAD_IMPORT)
def import_entry(
    workspace: Workspace,
    entry: HandEntry,
    actor: Actor,
    *,
    dry_run: bool = False,
    replaces: int | None = None,
) -> FileReport:
    """Brings an entry as a sheet, like any file; returns what became of it, and in ``message`` and ``hint`` what other
    uploads state of the same event.

    With *replaces* it takes the place of that upload. Raises WrongEntry for the first of its ``problems``,
    UnknownUpload where the upload to replace is not active, and NotAllowed where it belongs to another partner.
    """
    for problem in problems(workspace.project, entry):
        raise problem
    others = [one for one in statements(workspace, entry, actor) if one.upload != replaces]
    file, data = sheet_of(workspace.project, entry)
    run = preview_import if dry_run else import_file
    unlikely = (number for number in _people(entry).values() if number > workspace.project.largest_target)
    confirmed = tuple(Answer("headcount", str(number), "right") for number in unlikely)  # no question: it was typed in
    report = run(workspace, file, data, Options(answers=confirmed, replaces=replaces), actor=actor)
    if report.status is FileStatus.ALREADY_IMPORTED:
        message = _("The same was entered before, as upload {number}.").format(number=report.upload)
        return replace(report, message=message, hint=_("Nothing changed."))
    if others:
        message, hint = _remarks_on(others)
        return replace(report, message=message, hint=hint)
    return report


@requires(Action.EVENT_READ)
def statements(workspace: Workspace, entry: HandEntry, actor: Actor) -> list[HeadcountStatement]:
    """Returns the headcounts that active uploads state for the entry's event, the earliest upload first. Raises
    NotAllowed where it is in another partner's city."""
    check(actor, Action.EVENT_READ, Resource.event(workspace.project, entry.city))
    if workspace.demonstration():
        return []  # the first real upload replaces demonstration data
    event = EventFact(0, entry.activity, entry.city, entry.date, _title(entry))
    with workspace.snapshot() as (state, connection):
        calendar = state.calendar
        truth, _order = calendar.sources.decisions.truth(event)
        same_day = calendar.days.get((truth.activity, truth.city, truth.date), DayEvents(())).events
        stated: Counter[int] = Counter()
        for held in same_day:
            if title_key(held.fact.title) == title_key(truth.title) and held.fact.id in state.counted:
                for statement in state.counted[held.fact.id].evidence.statements:
                    stated[statement.upload] = max(stated[statement.upload], statement.stated)
        rows = {row["id"]: row for row in read_uploads(connection, conditions=[UPLOAD.c.id.in_(sorted(+stated))])}
    return [
        HeadcountStatement(
            number, row["file"], stated[number],
            row["attendances"] == 0
            and row["headcount"] == stated[number]
            and allows(actor, Action.UPLOAD_REPLACE, Resource.upload(row["made_by"])),
        )
        for number, row in sorted(rows.items())
    ]  # fmt: skip


def _remarks_on(others: list[HeadcountStatement]) -> tuple[str, str]:
    """Returns message and hint about other uploads with headcounts of the same event, of which the largest total
    counts (counting.md, "Headcounts")."""
    sentences = [
        ngettext(
            "Upload {number} ({file}) already has {n} person at this event.",
            "Upload {number} ({file}) already has {n} people at this event.",
            one.people,
        ).format(number=one.upload, file=one.file, n=one.people)
        for one in others
    ]
    sentences.append(_("The larger total counts: the entries are not added up."))
    replaceable = [str(one.upload) for one in others if one.replaceable]
    hint = _("If this entry corrects it, replace upload {number}.") if replaceable else ""
    return " ".join(sentences), hint.format(number=", ".join(replaceable))


def sheet_of(project: Project, entry: HandEntry) -> tuple[str, bytes]:
    """Returns the name and content of a CSV sheet with the entry, with labels in the current language."""
    words = language()

    def label(kind: VocabularyKind, code: str) -> str:
        # "Not stated", too: an empty label beside the sum of the other numbers would make the row their total.
        return project.label(kind, code, words)

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([
        ("Activity", label(VocabularyKind.ACTIVITY, entry.activity)),
        ("City", label(VocabularyKind.CITY, entry.city)),
        ("Date", entry.date.isoformat()),
        ("Event", _title(entry)),
        (),
        ("Community", "Gender", "Participants"),
        *(
            (label(VocabularyKind.COMMUNITY, community), label(VocabularyKind.GENDER, gender), number)
            for (community, gender), number in sorted(_people(entry).items())
            if number
        ),
    ])  # fmt: skip
    name = _("Entered by hand {date} {city}").format(
        date=entry.date.isoformat(), city=label(VocabularyKind.CITY, entry.city)
    )
    return f"{name}.csv", text.getvalue().encode("utf-8-sig")


def _people(entry: HandEntry) -> Counter[tuple[str, str]]:
    people: Counter[tuple[str, str]] = Counter()
    for line in entry.lines:
        people[line.community, line.gender] += line.people
    return people


def _title(entry: HandEntry) -> str:
    """Returns the title on one line, without characters at its start that make a spreadsheet read it as a formula."""
    return " ".join(entry.title.split()).lstrip(_STARTS_A_FORMULA)


def _wrong(field: str, hint: str, message: str) -> WrongEntry:
    return WrongEntry(message, hint=hint, place=Place(column=field))
