"""The results of imports: the card of a file, its rejected rows and questions, and the list of latest uploads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.index.checks import EventPair
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.intake import FileReport, FileStatus
from liaison_metrics.services.intake.outcome import EventInFile
from liaison_metrics.services.intake.questions.event_questions import EventQuestion
from liaison_metrics.services.labels import event_name, label, separate_hint, taken_as_same_words
from liaison_metrics.services.labels.event_counts import count_words
from liaison_metrics.services.uploads import OpenQuestion, UploadRemarks, UploadSummary
from liaison_metrics.sheets.model import Question
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, Head, HeadCell, joined, lines_table, note, table_of, titled
from liaison_metrics.ui.frame.words import code_words
from liaison_metrics.ui.history.rejected import (
    MOST,
    corrected_cells,
    further,
    reason_words,
    rejected_rows,
    uncounted_rows,
    uncounted_rows_of,
)

NO_BREAK_SPACE = "\u00a0"


def status_words(status: str) -> tuple[str, str]:
    """Returns the label of an import's status, and a CSS class."""
    return {
        FileStatus.IMPORTED: (_("✔ Imported"), "good"),
        FileStatus.PARTLY: (_("◐ Partly imported"), "late"),
        FileStatus.NEEDS_MAPPING: (_("? Needs your answers"), "late"),
        FileStatus.ALREADY_IMPORTED: (_("= Already uploaded, nothing changed"), "muted"),
        FileStatus.REFUSED: (_("✕ Refused, nothing changed"), "bad"),
    }[FileStatus(status)]


def report_card(project: Project, report: FileReport) -> Markup:
    """Returns the result of the import of one file."""
    words, kind = status_words(report.status)
    parts = [
        Markup('<div class="row"><h2>{}</h2><span class="strong {}">{}</span></div>').format(report.file, kind, words)
    ]
    if report.message:
        refused = report.status is FileStatus.REFUSED
        parts.append(note(f"{report.message} {report.hint}".strip(), "refused" if refused else ""))
    if report.rows_read:
        parts.append(rows_line(report))
    if report.events:
        parts.append(events_table(project, report, linked=report.upload is not None))
    parts.append(checks_note(project, report))
    # Whether events are the same is asked on Events from now on.
    others = [question for question in report.open_questions if question.kind != EventQuestion.SAME_EVENT]
    parts += [rejected_rows(report.wrong, len(report.wrong)), _questions(project, others)]
    parts.append(uncounted_rows_of(report))
    if report.status in (FileStatus.IMPORTED, FileStatus.PARTLY):
        parts.append(Markup('<p><a data-go href="./?" data-at="targets">{}</a></p>').format(_("See targets")))
    return Markup('<section class="stack" aria-label="{}">{}</section>').format(report.file, joined(parts))


def rows_line(report: FileReport) -> Markup:
    """Returns one line with the number of rows read, and of each kind that occurs."""
    why = Counter(reason_words(row.reason.value) for row in report.not_counted)
    reasons = ", ".join(f"{fmt.number(n)} {reason}" for reason, n in why.items())
    people = ngettext("{n} person", "{n} people", report.headcount).format(n=fmt.number(report.headcount))
    counted = [
        (report.rows_read, ngettext("{n} row read", "{n} rows read", report.rows_read)),
        (report.attendances, ngettext("{n} attendance", "{n} attendances", report.attendances)),
        (
            report.headcount_rows,
            ngettext("{n} headcount ({people})", "{n} headcounts ({people})", report.headcount_rows),
        ),
        (
            len(report.not_counted),
            ngettext("{n} not counted ({reasons})", "{n} not counted ({reasons})", len(report.not_counted)),
        ),
        (report.repeated, ngettext("{n} repeated", "{n} repeated", report.repeated)),
        (
            report.forgotten,
            ngettext(
                "{n} of a person who asked to be forgotten", "{n} of people who asked to be forgotten", report.forgotten
            ),
        ),
        (
            report.without_consent,
            ngettext(
                "{n} without consent to data processing",
                "{n} without consent to data processing",
                report.without_consent,
            ),
        ),
        (len(report.waiting), _("{n} waiting for an answer")),
        (len(report.wrong), _("{n} rejected")),
        (
            report.already_known,
            ngettext(
                "{n} already known from other sheets", "{n} already known from other sheets", report.already_known
            ),
        ),
    ]
    words = [text.format(n=fmt.number(n), people=people, reasons=reasons) for n, text in counted if n]
    return Markup('<p class="muted small">{}</p>').format(" · ".join(words))


def events_table(project: Project, report: FileReport, *, linked: bool = False) -> Markup:
    """Returns the events of a file, earliest first, with the people of each as it counts with other files; *linked*
    adds links to the pages of the events, which are in the store."""
    ordered = sorted(report.events, key=lambda one: (one.date, one.city, one.title))
    rows = [
        (
            fmt.day(one.date), _event(project, one, linked=linked), label(project, "activity", one.activity),
            label(project, "city", one.city), fmt.number(one.attendances), fmt.number(one.headcount),
        )
        for one in ordered[:MOST]
    ]  # fmt: skip
    heads = (_("Date"), _("Event"), _("Activity"), _("City"))
    table = lines_table(_("Events in {file}").format(file=report.file), heads, (_("attendances"), _("headcount")), rows)
    return table + further(len(report.events))


def _event(project: Project, one: EventInFile, *, linked: bool) -> Markup:
    """Returns an event's title, how many people it has and why, and the titles that were taken as the same event."""
    title: str | Markup = event_name(project, one)
    if linked:
        title = Markup('<a data-go href="events?event={}" data-at="event-{}">{}</a>').format(
            one.number, one.number, title
        )
    words = Markup('{}<br><span class="muted">{}</span>').format(title, count_words(one.count, one.stated_by))
    if not one.near:
        return Markup('<div class="told">{}</div>').format(words)
    return Markup('<div class="told">{}<br><span class="late">{}</span> {}</div>').format(
        words, taken_as_same_words(one.near), separate_hint()
    )


def checks_note(project: Project, report: FileReport) -> Markup:
    """Returns the events of a file that may be the same as others, with both figures; nothing without any."""
    if not report.checks:
        return NOTHING
    count = len(report.checks)
    heading = ngettext("{n} pair of events to check", "{n} pairs of events to check", count).format(n=fmt.number(count))
    items = joined(_check(project, pair) for pair in report.checks[:MOST])
    link = Markup('<p class="small"><a data-go href="events?" data-at="checks">{}</a></p>').format(
        _("Decide on Events")
    )
    return titled(heading, Markup('<ul class="sheets">{}</ul>').format(items) + further(count) + link)


def _check(project: Project, pair: EventPair) -> Markup:
    sides = [
        _("“{title}” ({people})").format(title=event_name(project, event), people=count_words(count))
        for event, count in zip((pair.a, pair.b), pair.counts, strict=True)
    ]
    where = " · ".join((fmt.day(pair.a.date), label(project, "city", pair.a.city)))
    asked = _("{a} and {b} may be the same event.").format(a=sides[0], b=sides[1])
    counted = _("Counted as {together} until somebody decides; {apart} if they are different events.").format(
        together=fmt.number(pair.together), apart=fmt.number(pair.apart)
    )
    return Markup('<li>{} <span class="muted">{}</span><br>{}</li>').format(asked, where, counted)


def _questions(project: Project, questions: Sequence[Question | OpenQuestion]) -> Markup:
    if not questions:
        return NOTHING
    items = []
    for one in questions[:MOST]:
        words = one.text or _("What is “{value}”?").format(value=one.value)
        rows = ", ".join(map(str, one.rows[:8]))
        where = _("{sheet}, row {rows}").format(sheet=one.sheet, rows=rows) if rows else one.sheet
        likely = ", ".join(code_words(project, one.kind, code) for code in one.suggestions)
        meant = _("Suggestions: {suggestions}").format(suggestions=likely) if likely else ""
        items.append(
            Markup('<li>{} <span class="muted">{}</span><br><span class="muted">{}</span></li>').format(
                words, where, meant
            )
        )
    return titled(_("Questions"), Markup('<ul class="sheets">{}</ul>').format(joined(items)) + further(len(questions)))


def uploads_card(project: Project, uploads: Sequence[UploadSummary], actor: Actor | None) -> Markup:
    """Returns the latest uploads with their figures and an undo link for those who may, and a link to the history."""
    heading = _("Latest uploads")
    heads = (_("File"), _("Undo"), _("City"), _("Uploaded"), _("State"))
    others = (_("headcount"), _("not counted"), _("already known"), _("rejected"))
    figures: list[Head] = [_("attendances"), *(HeadCell(words, "apart") for words in others)]
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2>{}</h2>'
        '<a class="small" data-go href="history?" data-at="all">{}</a></div>{}</section>'
    ).format(
        heading, heading, _("Full history"),
        table_of(heading, heads, figures, joined(_upload(project, one, actor) for one in uploads), "compact"),
    )  # fmt: skip


def _upload(project: Project, one: UploadSummary, actor: Actor | None) -> Markup:
    words, kind = state_words(one)
    return Markup(
        '<tr><th scope="row" class="text"><a data-go href="history?upload={}" data-at="upload-{}">{}</a>'
        '</th><td>{}</td><td>{}</td><td class="nowrap">{}</td><td class="nowrap {}">{}</td>{}</tr>'
    ).format(
        one.id, one.id, one.file, undo_link(one, actor), ", ".join(label(project, "city", code) for code in one.cities),
        fmt.ago(one.imported_at), kind, words,
        people_cell(one)
        + joined(Markup('<td class="n apart">{}</td>').format(fmt.number(n)) for n in figures_of(one)[1:]),
    )  # fmt: skip


def people_cell(one: UploadSummary, kind: str = "") -> Markup:
    """Returns the cell with an upload's attendances; on a narrow page, without columns beside it, the headcount of a
    sheet that lists nobody."""
    return Markup(
        '<td class="n lead {}"><span class="wide-only">{}</span><span class="narrow-only">{}</span></td>'
    ).format(kind, fmt.number(one.attendances), fmt.number(one.attendances or one.headcount))


def figures_of(one: UploadSummary) -> tuple[int, ...]:
    """Returns attendances, headcount, and the rows not counted, already known and rejected."""
    return one.attendances, one.headcount, one.uncounted, one.already_known, one.rejected


def state_words(one: UploadSummary) -> tuple[str, str]:
    """Returns the label of an upload's state, and a CSS class."""
    if one.undone_at:
        words, kind = _("↩ Undone {ago}").format(ago=fmt.ago(one.undone_at)), "muted"
    else:
        words, kind = status_words(one.status)
    return words.replace(" ", NO_BREAK_SPACE, 1), kind  # keep the symbol and the first word on one line


def undo_link(one: UploadSummary, actor: Actor | None) -> Markup:
    """Returns the undo link of an upload, nothing if the actor may not undo it. Without an actor it is offered."""
    if one.undone_at or not (actor is None or allows(actor, Action.UPLOAD_UNDO, Resource.upload(one.made_by))):
        return NOTHING
    return Markup('<a data-go href="?undo={}" data-at="undo-{}" data-to="upload" aria-label="{}">{}</a>').format(
        one.id, one.id, _("Undo {file}").format(file=one.file), _("Undo")
    )


def remarks_card(project: Project, upload: UploadSummary, remarks: UploadRemarks) -> Markup:
    """Returns the remarks on an upload's rows."""
    parts = [
        rejected_rows(remarks.rejected, upload.rejected),
        _questions(project, remarks.questions),
        uncounted_rows(remarks.uncounted, upload.uncounted),
        corrected_cells(remarks.corrections),
    ]
    content = joined(parts) or Markup('<p class="muted">{}</p>').format(
        _("This upload no longer counts.")
        if upload.undone_at
        else _("Every row was counted. No rejected rows, no questions.")
    )
    return Markup(
        '<section class="card stack" aria-label="{}" data-place="upload"><div class="row"><h2>{}</h2>'
        '<a data-go class="small" href="?" data-at="close">{}</a></div>{}</section>'
    ).format(_("Remarks on {file}").format(file=upload.file), upload.file, _("Close"), content)
