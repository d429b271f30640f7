"""The texts and notes of a report: texts with its own figures in place of placeholders, and what each note is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.domain.project import Project
from liaison_metrics.reports.model import Event, Report, ReportIndicator
from liaison_metrics.reports.words import shown
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.figures.narrative.notes import Note, NoteKind, report_notes
from liaison_metrics.services.figures.narrative.report_texts import filled, texts_to_report
from liaison_metrics.services.labels import actor_name, event_name, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class NarrativeLine:
    """A text (``is_note`` is false) or note of a report: the kind of thing that it is about, its code ("" for an
    event) and label; day and city (code) of an event."""

    is_note: bool
    about: str
    code: str
    label: str
    text: str
    date: date | None = None
    city: str = ""

    @property
    def kind_words(self) -> str:
        """Returns whether it is a text or a note, in words."""
        return _("Note") if self.is_note else _("Text")


@requires(Action.REPORT_PUBLISHED)
def with_narrative(workspace: Workspace, report: Report, actor: Actor) -> Report:
    """Returns the report with the notes that are marked for it and, if it is on the whole project, the texts of the
    quarter of its day, with its figures in them. Raises NotAllowed."""
    texts = {}
    if not report.scope.chosen:
        found = texts_to_report(workspace, Quarter.of(report.as_of), actor)
        texts = {
            one.code: filled(found[one.code].text, _figures(report, one))
            for one in report.indicators
            if one.code in found
        }
    return replace(report, texts=texts, notes=tuple(report_notes(workspace, report.scope, actor)))


def _figures(report: Report, one: ReportIndicator) -> dict[str, str]:
    reached = one.people.reached
    known = reached if isinstance(reached, int) else None
    return {
        "reached": shown(reached), "target": fmt.number(one.target),
        "share": shown(reached) if known is None else fmt.share(known, one.target),
        "left": shown(reached) if known is None else fmt.number(max(0, one.target - known)),
        "identified": shown(one.people.identified), "unidentified": shown(one.people.unidentified),
        "attendances": fmt.number(one.attendances), "plan": shown(one.plan), "as_of": fmt.day(report.as_of),
    }  # fmt: skip


def narrative_lines(report: Report) -> Iterator[NarrativeLine]:
    """Yields the texts of a report in the order of its indicators, then its notes: on indicators, months, partners and
    events."""
    for one in report.indicators:
        if text := report.texts.get(one.code):
            yield NarrativeLine(False, NoteKind.INDICATOR, one.code, f"{one.code} · {one.title}", text)
    order = (NoteKind.INDICATOR, NoteKind.MONTH, NoteKind.PARTNER, NoteKind.EVENT)
    for note in sorted(report.notes, key=lambda note: order.index(note.subject.kind)):
        about, event = note.subject, note.event
        code, day, city = ("", event.date, event.city) if event else (about.code, None, "")
        yield NarrativeLine(True, about.kind, code, subject_words(report.project, note), note.text, day, city)


def subject_words(project: Project, note: Note) -> str:
    """Returns what a note is about, in words."""
    kind, code, event = note.subject.kind, note.subject.code, note.event
    if event is not None:
        return f"{event_name(project, event)}, {fmt.day(event.date)}, {label(project, 'city', event.city)}"
    if kind is NoteKind.MONTH:
        return fmt.month(code)
    return actor_name(project, code) if kind is NoteKind.PARTNER else code


def notes_on(report: Report, event: Event) -> list[str]:
    """Returns the notes on an event of a report."""
    title = event.title if isinstance(event.title, str) else ""
    mine = (event.activity.code, event.city.code, event.date, title)
    found = ((one, one.event) for one in report.notes)
    return [one.text for one, fact in found if fact and (fact.activity, fact.city, fact.date, fact.title) == mine]
