"""What an import would change, before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.figures.preview import Effect, Preview
from liaison_metrics.services.intake import FileReport, FileStatus
from liaison_metrics.services.intake.outcome import SheetState
from liaison_metrics.services.intake.questions.event_questions import EventQuestion
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import focusable, joined, note
from liaison_metrics.ui.history.results import checks_note, events_table, rows_line, status_words


def preview_card(project: Project, report: FileReport, focus: str = "") -> Markup:
    """Returns the preview of a sheet: the file, its people, its effect on each target, and its events. *focus* names
    the heading where it gets the focus of the keyboard."""
    status, kind = sheet_state_words(report)
    parts = [
        Markup('<div class="row" data-tell="{}"><h2{}>{}</h2><span class="strong {}">{}</span></div>').format(
            f"{report.file}: {status}", focusable(focus), report.file, kind, status
        )
    ]
    if report.message:
        bad = report.status in (FileStatus.REFUSED, FileStatus.NEEDS_MAPPING)
        parts.append(note(f"{report.message} {report.hint}".strip(), "refused" if bad else ""))
    if report.preview:
        parts.append(_people(report, report.preview))
        parts.append(effects_list(project, report.preview.effects))
    elif report.rows_read:
        parts.append(rows_line(report))
    if report.events:
        parts.append(events_table(project, report))
    if not any(question.kind == EventQuestion.SAME_EVENT for question in report.questions):
        parts.append(checks_note(project, report))
    return Markup('<div class="stack">{}</div>').format(joined(parts))


def sheet_state_words(report: FileReport) -> tuple[str, str]:
    """Returns what a sheet needs before all of it can be imported, and a CSS class."""
    if report.status is FileStatus.ALREADY_IMPORTED:
        return status_words(report.status)
    asked, wrong = len(report.open_questions) + len(report.questions_to_come), len(report.wrong)
    errors = ngettext("{n} row has errors", "{n} rows have errors", wrong).format(n=fmt.number(wrong)) if wrong else ""
    if report.state is SheetState.NEEDS_ANSWER:
        words = ngettext("? Needs an answer", "? Needs {n} answers", asked).format(n=fmt.number(asked))
        return " · ".join(filter(None, [words, errors])), "late"
    if report.status is FileStatus.REFUSED:
        return _("✕ Can’t be imported"), "bad"
    if report.state is SheetState.HAS_ERRORS:
        return f"✕ {errors}", "bad"
    return _("✔ Ready to import"), "good"


def progress_card(file: str, *, importing: bool) -> Markup:
    """Returns the head of the card while a sheet is being read or imported."""
    words = _("Importing …") if importing else _("Reading …")
    return Markup('<div class="row"><h2>{}</h2><span class="muted">{}</span></div>').format(file, words)


def _people(report: FileReport, preview: Preview) -> Markup:
    sentences = []
    if preview.people:
        people = ngettext("{n} person", "{n} people", preview.people).format(n=fmt.number(preview.people))
        new = fmt.number(preview.people - preview.known)
        sentences.append(
            _("{people}: {new} new, {known} already in the project.").format(
                people=people, new=new, known=fmt.number(preview.known)
            )
        )
    if report.headcount or preview.unidentified:
        sentences.append(_("Unidentified people: {change}.").format(change=fmt.change(preview.unidentified)))
    if not sentences:
        sentences.append(_("Nobody in this sheet can be counted."))
    return Markup('<div><p class="strong">{}</p>{}</div>').format(" ".join(sentences), rows_line(report))


def effects_list(project: Project, effects: Sequence[Effect]) -> Markup:
    """Returns the change of each indicator and its new figure."""
    titles = {one.code: one.title for one in project.indicators}
    return Markup('<dl class="facts effects">{}</dl>').format(
        joined(
            Markup('<div><dt>{}<br>{}</dt><dd>{} → {} <span class="muted small">{}</span></dd></div>').format(
                one.indicator, titles[one.indicator], fmt.change(one.change), fmt.number(one.after),
                _("of {target}").format(target=fmt.number(one.target)),
            )
            for one in effects
        )
    )  # fmt: skip


def undo_effect_text(project: Project, effects: Sequence[Effect]) -> str:
    """Returns a sentence on what undoing an upload removes from each indicator."""
    moved = [
        ngettext("{n} person from {indicator}", "{n} people from {indicator}", -one.change).format(
            n=fmt.number(-one.change), indicator=one.indicator
        )
        for one in effects
        if one.change
    ]
    return _("This removes {people}.").format(people=fmt.names(moved)) if moved else _("No figures change.")
