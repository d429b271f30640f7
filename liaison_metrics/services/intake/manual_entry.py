"""An event and how many came, entered by hand: written as a sheet, and brought like any other.

So it has its upload, its original and its place in the history, and is undone like a file.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, requires
from liaison_metrics.services.intake.importing import import_file
from liaison_metrics.services.intake.options import Options
from liaison_metrics.services.intake.outcome import FileReport, FileStatus
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.events import counts_as, key_of
from liaison_metrics.store.uploads import read_uploads
from liaison_metrics.texts import _, language, ngettext

MOST_PEOPLE = 100_000
"""More than any event of a project has in one line: such a number is a slip of the hand."""

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
    """An event, activity and city as codes of the project, and how many people came whom nobody listed."""

    activity: str
    city: str
    date: date
    title: str = ""
    lines: tuple[HandLine, ...] = ()

    @property
    def people(self) -> int:
        """All people of the entry."""
        return sum(line.people for line in self.lines)


@dataclass(frozen=True, slots=True)
class ManualEntry:
    """What a standing upload states of an event: the people whom it did not list. ``replaceable`` where it says nothing
    else and the party may change it, so that an entry can take its place."""

    upload: int
    file: str
    people: int
    replaceable: bool


def problems(project: Project, entry: HandEntry) -> list[WrongEntry]:
    """Returns what is wrong with an entry, field by field; nothing where it can be stored."""
    return list(_problems(project, entry))


def event_problems(project: Project, event: EventFact) -> Iterator[WrongEntry]:
    """Yields what is wrong with an event's data, field by field."""
    for kind, code, field in (
        (VocabularyKind.ACTIVITY, event.activity, _("Activity")),
        (VocabularyKind.CITY, event.city, _("City")),
    ):
        if code not in project.codes(kind):
            yield _wrong(field, _("Choose one of the list."), _("{field} is missing.").format(field=field))
    if not project.start <= event.date <= project.end:
        outside = _("{day} is outside the project period ({start} to {end}).").format(
            day=event.date.isoformat(), start=project.start.isoformat(), end=project.end.isoformat()
        )
        yield _wrong(_("Date"), _("Correct the date; an event that is none of the project's does not count."), outside)
    if len(event.title) > LONGEST_TITLE:
        yield _wrong(
            _("Title"), _("Shorten it to {n} characters.").format(n=LONGEST_TITLE), _("The title is too long.")
        )


def _problems(project: Project, entry: HandEntry) -> Iterator[WrongEntry]:
    yield from event_problems(project, EventFact(0, entry.activity, entry.city, entry.date, entry.title))
    for line in entry.lines:
        for kind, code in ((VocabularyKind.COMMUNITY, line.community), (VocabularyKind.GENDER, line.gender)):
            if code != NOT_STATED and code not in project.codes(kind):
                unknown = _("“{word}” is unknown to the project.").format(word=code)
                yield _wrong(_("People"), _("Choose one of the list."), unknown)
        if not 0 <= line.people <= MOST_PEOPLE:
            number = _("{n} is no number of people that came.").format(n=line.people)
            yield _wrong(_("People"), _("Enter how many came: 0 or more."), number)
    if (entry.lines and all(line.people == 0 for line in entry.lines)) or not entry.lines:
        yield _wrong(_("People"), _("Enter how many came."), _("The entry has no people."))


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
    found = problems(workspace.project, entry)
    if found:
        raise found[0]
    others = [one for one in statements(workspace, entry, actor) if one.upload != replaces]
    file, data = sheet_of(workspace.project, entry)
    report = import_file(workspace, file, data, Options(replaces=replaces), actor=actor, dry_run=dry_run)
    if report.status is FileStatus.ALREADY_IMPORTED:
        report.message = _("Exactly this was entered before, as upload {number}.").format(number=report.upload)
        report.hint = _("Nothing was changed.")
    elif others:
        report.message, report.hint = _beside(others)
    return report


def statements(workspace: Workspace, entry: HandEntry, actor: Actor) -> list[ManualEntry]:
    """Returns what standing uploads state of the entry's event beside lists of people, the earliest first."""
    if workspace.demonstration():
        return []  # made-up data make room for the first real statement
    stating = EventFact(0, entry.activity, entry.city, entry.date, _title(entry))
    with workspace.snapshot() as (state, connection):
        key = key_of(counts_as(connection, stating))
        stated: Counter[int] = Counter()
        for fact in state.calendar.events.facts:
            if key_of(fact) == key:
                for upload, kinds in state.statements.get(fact.id, {}).items():
                    stated[upload] += sum(people for kind, people in kinds.items() if not kind.listed)
        rows = {number: read_uploads(connection, number=number)[0] for number in sorted(+stated)}
    return [
        ManualEntry(
            number, row["file"], stated[number],
            row["attendances"] == 0
            and row["headcount"] == stated[number]
            and allows(actor, Action.UPLOAD_REPLACE, Resource.upload(row["made_by"])),
        )
        for number, row in rows.items()
    ]  # fmt: skip


def _beside(others: list[ManualEntry]) -> tuple[str, str]:
    """Returns what to say where other uploads state people of the same event (counting.md: of one kind of people the
    statements of an upload add up, of several uploads the larger one holds)."""
    said = [
        ngettext(
            "Upload {number} ({file}) states {n} person at this event already.",
            "Upload {number} ({file}) states {n} people at this event already.",
            one.people,
        ).format(number=one.upload, file=one.file, n=one.people)
        for one in others
    ]
    said.append(_("Of the same community and gender the larger number counts; different ones add up."))
    replaceable = [str(one.upload) for one in others if one.replaceable]
    hint = _("If this entry corrects it, let it replace upload {number}.") if replaceable else ""
    return " ".join(said), hint.format(number=", ".join(replaceable))


def sheet_of(project: Project, entry: HandEntry) -> tuple[str, bytes]:
    """Returns an entry as a CSV sheet, its name and content, in the words of the language in use."""
    words = language()

    def label(kind: VocabularyKind, code: str) -> str:
        return "" if code == NOT_STATED else project.label(kind, code, words)

    people: Counter[tuple[str, str]] = Counter()
    for line in entry.lines:
        people[line.community, line.gender] += line.people
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
            for (community, gender), number in sorted(people.items())
            if number
        ),
    ])  # fmt: skip
    name = _("Entered by hand {date} {city}").format(
        date=entry.date.isoformat(), city=label(VocabularyKind.CITY, entry.city)
    )
    return f"{name}.csv", text.getvalue().encode("utf-8-sig")


def _title(entry: HandEntry) -> str:
    """Returns the title on one line, without signs at its start by which a spreadsheet would take it for a formula."""
    return " ".join(entry.title.split()).lstrip(_STARTS_A_FORMULA)


def _wrong(field: str, hint: str, message: str) -> WrongEntry:
    return WrongEntry(message, hint=hint, place=Place(column=field))
