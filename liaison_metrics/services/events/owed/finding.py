"""What each partner owes: events without a sheet, open questions, rejected rows, events to check, deliverables,
evidence and statements that the sheets of a quarter are complete.

Nothing of it is stored: it follows from plans, uploads and decisions, so an upload that fills an event closes what was
owed by itself. Another kind is another function in ``_FINDERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, today
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.events import checks, planned
from liaison_metrics.services.events.evidence.listing import missing_evidence
from liaison_metrics.services.events.work_plan.deliverables import deliverables
from liaison_metrics.services.uploads import UploadSummary, latest
from liaison_metrics.services.uploads.statements.stating import StatementState, statements
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import uploads as stored
from liaison_metrics.texts import _, ngettext


class OwedKind(StrEnum):
    """What is missing."""

    SHEET = "sheet"
    """A planned event's day has passed, and no sheet has come."""

    QUESTION = "question"
    """Rows of an upload wait for an answer."""

    REJECTED = "rejected"
    """Rows of an upload were rejected, and nobody has corrected them."""

    EVENT_TO_CHECK = "event_to_check"
    """Somebody has to say whether sheets tell of one event or of several."""

    DELIVERABLE = "deliverable"
    """A deliverable is past its due date and not published."""

    EVIDENCE = "evidence"
    """A past event lacks evidence that the project file asks for."""

    STATEMENT = "statement"
    """A quarter ended, and nobody stated that its sheets are complete, or the statement was returned."""


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that a partner (code) owes: where, since which day, and for how many ``days``.

    ``count`` is how many rows of an upload it is about, events to check, or kinds of evidence, else 1; ``number`` is
    that of the upload, event or planned event, else 0, ``code`` that of a deliverable or quarter. ``title`` is the
    event's, the deliverable's or the quarter's, or the name of the uploaded file. ``activity`` and ``city`` are codes,
    "" where there is not one.
    """

    partner: str
    kind: OwedKind
    activity: str
    city: str
    date: date
    title: str
    days: int
    count: int = 1
    number: int = 0
    code: str = ""


def owed_words(kind: OwedKind, count: int) -> str:
    """Returns what is missing, such as “3 rejected rows”."""
    words = {
        OwedKind.SHEET: _("no sheet"),
        OwedKind.QUESTION: ngettext("{n} row waits for an answer", "{n} rows wait for an answer", count),
        OwedKind.REJECTED: ngettext("{n} rejected row", "{n} rejected rows", count),
        OwedKind.EVENT_TO_CHECK: _("{n} events that may be the same"),
        OwedKind.DELIVERABLE: _("deliverable not published"),
        OwedKind.EVIDENCE: ngettext("{n} kind of evidence", "{n} kinds of evidence", count),
        OwedKind.STATEMENT: _("statement that the sheets are complete"),
    }
    return words[kind].format(n=fmt.number(count))


@requires(Action.OWED_READ)
def owed(workspace: Workspace, actor: Actor, partner: str | None = None, as_of: date | None = None) -> list[Owed]:
    """Returns what the partners (or one, by its code) owe by a day (today by default), as far as the actor may see it:
    by partner in the order of the project file, then what has been missing longest. Raises NotAllowed where the actor
    may not see that partner's."""
    if partner is not None:
        check(actor, Action.OWED_READ, Resource.owed(partner))
    day = as_of or today()
    order = [one.code for one in workspace.project.partners]
    with workspace.snapshot():
        found = [one for find in _FINDERS for one in find(workspace, actor, day)]
    shown = [
        one
        for one in found
        if partner in (None, one.partner) and allows(actor, Action.OWED_READ, Resource.owed(one.partner))
    ]
    return sorted(shown, key=lambda one: (order.index(one.partner), -one.days, one.kind, one.number, one.code))


def _sheets(workspace: Workspace, actor: Actor, day: date) -> Iterator[Owed]:
    for plan in planned.planned(workspace, actor):
        if plan.held is None and plan.date < day:
            whose = workspace.project.city(plan.city).partner
            days = (day - plan.date).days
            yield Owed(whose, OwedKind.SHEET, plan.activity, plan.city, plan.date, plan.title, days, number=plan.number)


def _rows(workspace: Workspace, actor: Actor, day: date) -> Iterator[Owed]:
    with workspace.snapshot() as (_index, connection):
        uploads = latest(workspace, undone=False, actor=actor)
        waiting, corrected = stored.waiting_rows(connection), stored.corrected_uploads(connection)
    for upload in uploads:
        partner, rejected = debtor(workspace.project, upload), 0 if upload.id in corrected else upload.rejected
        since, city = upload.imported_at.date(), upload.cities[0] if len(upload.cities) == 1 else ""
        for kind, rows in ((OwedKind.QUESTION, waiting.get(upload.id, 0)), (OwedKind.REJECTED, rejected)):
            if rows and since <= day:
                yield Owed(partner, kind, "", city, since, upload.file, (day - since).days, rows, upload.id)


def debtor(project: Project, upload: UploadSummary) -> str:
    """Returns the partner (code) that has to settle an upload: whose sheet it is, who uploaded it or the partner of all
    its cities; else the partner that coordinates the project."""
    partners = [partner.code for partner in project.partners]
    of_cities = {project.city(city).partner for city in upload.cities}
    candidates = (upload.partner, upload.made_by, *(of_cities if len(of_cities) == 1 else ()))
    return next((code for code in candidates if code in partners), _coordinating(project))


def _coordinating(project: Project) -> str:
    return next((one.code for one in project.partners if one.coordinator), project.partners[0].code)


def _events_to_check(workspace: Workspace, actor: Actor, day: date) -> Iterator[Owed]:
    for group in checks.groups(workspace, actor):
        fact = group.events[0].fact
        if fact.date <= day:
            yield Owed(
                workspace.project.city(fact.city).partner, OwedKind.EVENT_TO_CHECK, fact.activity, fact.city, fact.date,
                fact.title, (day - fact.date).days, len(group.events), fact.id,
            )  # fmt: skip


def _deliverables(workspace: Workspace, actor: Actor, day: date) -> Iterator[Owed]:
    for one in deliverables(workspace, actor) if actor else ():
        days, due = one.days_late(day), one.entry.due
        if days and due:
            owner = one.entry.owner or _coordinating(workspace.project)
            yield Owed(owner, OwedKind.DELIVERABLE, "", "", due, one.title, days, code=one.entry.code)


def _evidence(workspace: Workspace, actor: Actor, day: date) -> Iterator[Owed]:
    for one in missing_evidence(workspace, actor, day):
        fact = one.fact
        yield Owed(
            workspace.project.city(fact.city).partner, OwedKind.EVIDENCE, fact.activity, fact.city, fact.date,
            fact.title, (day - fact.date).days, len(one.kinds), fact.id,
        )  # fmt: skip


def _statements(workspace: Workspace, actor: Actor, day: date) -> Iterator[Owed]:
    project = workspace.project
    for one in statements(workspace, actor, day) if project.quarterly_statements else ():
        if one.state in (StatementState.MISSING, StatementState.RETURNED):
            since, title = min(one.period.last, project.end), fmt.quarter(one.period.code)
            days = (day - since).days
            yield Owed(one.partner, OwedKind.STATEMENT, "", "", since, title, days, code=one.period.code)


_FINDERS: tuple[Callable[[Workspace, Actor, date], Iterator[Owed]], ...] = (
    _sheets, _rows, _events_to_check, _deliverables, _evidence, _statements,
)  # fmt: skip


def uploads_of(project: Project, uploads: Sequence[UploadSummary], code: str) -> list[UploadSummary]:
    """Returns a partner's uploads: its own, those that others uploaded for it, and those that the coordinator uploaded
    about nothing but its cities."""
    cities = {city.code for city in project.cities if city.partner == code}
    partners = {partner.code for partner in project.partners}

    def belongs(upload: UploadSummary) -> bool:
        if code in (upload.partner, upload.made_by):
            return True
        nobodys = upload.partner not in partners and upload.made_by not in partners
        return nobodys and bool(upload.cities) and cities >= set(upload.cities)

    return [one for one in uploads if belongs(one)]
