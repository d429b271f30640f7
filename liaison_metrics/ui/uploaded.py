"""What became of files: a card for each that was just brought, and the list of all uploads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.intake import FileReport, FileStatus
from liaison_metrics.project import Kind, Project
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.head import label
from liaison_metrics.ui.parts import NOTHING, joined, lines_table, note, table_of
from liaison_metrics.uploads import Remarks, UploadSummary


def status_words(status: str) -> tuple[str, str]:
    """Returns what became of a file in words, and the kind of news."""
    return {
        FileStatus.IMPORTED: (_("✔ imported"), "good"),
        FileStatus.PARTLY: (_("◐ imported in part"), "late"),
        FileStatus.NEEDS_MAPPING: (_("? waits for an answer"), "late"),
        FileStatus.ALREADY_IMPORTED: (_("= was here already, nothing changed"), "muted"),
        FileStatus.REFUSED: (_("✕ refused, nothing changed"), "bad"),
    }[FileStatus(status)]


def reason_words(reason: str) -> str:
    """Returns why a row does not count."""
    words = {"staff": _("staff"), "absent": _("absent"), "repeated": _("the same person again")}
    return words.get(reason, reason)


def meaning_words(meaning: str) -> str:
    """Returns what the reader took a column for."""
    words = {
        "name": _("name"), "given_name": _("given name"), "family_name": _("family name"), "email": _("e-mail address"),
        "phone": _("phone number"), "birth_date": _("date of birth"), "birth_year": _("year of birth"), "age": _("age"),
        "gender": _("gender"), "community": _("community"), "group": _("stakeholder group"), "role": _("role"),
        "organisation": _("organisation, not used"), "present": _("presence"), "joined": _("registration"),
        "date": _("date of the event"), "end_date": _("last day of the event"), "city": _("city"),
        "residence": _("place of residence, not used"), "activity": _("activity"), "title": _("title of the event"),
        "people": _("headcount"), "total": _("total"), "session": _("session"), "mark": _("presence"),
        "number": _("number of the row"), "signature": _("signature"), "consent": _("consent, not used"),
        "partner": _("partner"),
    }  # fmt: skip
    return words.get(meaning, _("not used"))


def report_card(project: Project, report: FileReport) -> Markup:
    """Returns what became of a file that was just brought."""
    words, kind = status_words(report.status)
    parts = [
        Markup('<div class="row"><h2>{}</h2><span class="strong {}">{}</span></div>').format(report.file, kind, words)
    ]
    if report.message:
        parts.append(note(f"{report.message} {report.hint}".strip(), "refused"))
    if report.rows_read:
        parts.append(_facts(report))
    if report.events:
        parts.append(_events(project, report))
    uncounted = [(row.sheet, row.row, row.column, row.reason.value) for row in report.not_counted]
    rejected = [(r.sheet, r.row, r.column, r.value, r.reason, r.fix) for r in report.rejected]
    questions = [(q.kind, q.value, q.suggestions, q.text, q.sheet, q.rows) for q in report.questions]
    parts += [_rejected(rejected), _questions(project, questions), _uncounted(uncounted), _understood(report)]
    return Markup('<section class="card stack" aria-label="{}">{}</section>').format(report.file, joined(parts))


def rows_of(project: Project, report: FileReport) -> Markup:
    """Returns what a sheet holds: its figures, its events, and its rows that do not count or are rejected."""
    uncounted = [(row.sheet, row.row, row.column, row.reason.value) for row in report.not_counted]
    rejected = [(r.sheet, r.row, r.column, r.value, r.reason, r.fix) for r in report.rejected]
    parts = [_facts(report) if report.rows_read else NOTHING, _events(project, report) if report.events else NOTHING]
    return Markup('<div class="stack">{}</div>').format(joined([*parts, _rejected(rejected), _uncounted(uncounted)]))


def _facts(report: FileReport) -> Markup:
    why = Counter(reason_words(row.reason.value) for row in report.not_counted)
    reasons = ", ".join(f"{fmt.number(n)} {reason}" for reason, n in why.items())
    rows = ngettext("in {n} row", "in {n} rows", report.headcount_rows).format(n=fmt.number(report.headcount_rows))
    headcount_rows = f" ({rows})" if report.headcount_rows else ""
    facts = [
        (_("rows read"), report.rows_read),
        (_("attendances counted"), report.attendances),
        (_("unidentified headcount") + headcount_rows, report.headcount),
        (_("not counted") + (f" ({reasons})" if reasons else ""), len(report.not_counted)),
        (_("repeated"), report.repeated),
        (_("rejected"), len(report.rejected)),
        (_("known from other sheets"), report.already_known),
    ]
    return Markup('<dl class="facts">{}</dl>').format(
        joined(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(word, fmt.number(n)) for word, n in facts)
    )


def _events(project: Project, report: FileReport) -> Markup:
    rows = [
        (
            fmt.day(one.date), one.title or _("without a title"), label(project, "activity", one.activity),
            label(project, "city", one.city), fmt.number(one.attendances), fmt.number(one.headcount),
        )
        for one in sorted(report.events, key=lambda one: (one.date, one.city, one.title))
    ]  # fmt: skip
    heads = (_("Date"), _("Event"), _("Activity"), _("City"))
    return lines_table(_("Events in {file}").format(file=report.file), heads, (_("attendances"), _("headcount")), rows)


def _rejected(rows: Sequence[tuple[str, int, str, str, str, str]]) -> Markup:
    if not rows:
        return NOTHING
    heads = (_("Sheet"), _("Row"), _("Column"), _("Found"), _("Why it is rejected"), _("How to fix it"))
    drawn = [(sheet, str(row), column, value, reason, fix) for sheet, row, column, value, reason, fix in rows]
    return _titled(_("Rejected rows"), lines_table(_("Rejected rows"), heads, (), drawn))


def _questions(project: Project, asked: Sequence[tuple[str, str, Sequence[str], str, str, Sequence[int]]]) -> Markup:
    if not asked:
        return NOTHING
    items = []
    for kind, value, suggestions, text, sheet, rows in asked:
        words = text or _("What is “{value}”?").format(value=value)
        where = _("{sheet}, row {rows}").format(sheet=sheet, rows=", ".join(map(str, rows[:8]))) if rows else sheet
        likely = ", ".join(_suggestion(project, kind, code) for code in suggestions)
        meant = _("Perhaps: {suggestions}").format(suggestions=likely) if likely else ""
        items.append(
            Markup('<li>{} <span class="muted">{}</span><br><span class="muted">{}</span></li>').format(
                words, where, meant
            )
        )
    return _titled(_("Questions"), Markup('<ul class="sheets">{}</ul>').format(joined(items)))


def _suggestion(project: Project, kind: str, code: str) -> str:
    return project.label(Kind(kind), code) if kind in {one.value for one in Kind} else code


def _uncounted(rows: Sequence[tuple[str, int, str, str]]) -> Markup:
    if not rows:
        return NOTHING
    drawn = [(sheet, str(row), column, reason_words(reason)) for sheet, row, column, reason in rows]
    table = lines_table(_("Rows that do not count"), (_("Sheet"), _("Row"), _("Column"), _("Why")), (), drawn)
    return _folded(_("Rows that do not count ({n})").format(n=fmt.number(len(rows))), table)


def _understood(report: FileReport) -> Markup:
    rows = [
        (table.sheet, str(table.header_row), column.header, meaning_words(column.meaning))
        for table in report.tables
        for column in table.columns
    ]
    left_out = [(table.sheet, str(row), "", reason) for table in report.tables for row, reason in table.left_out]
    if not rows and not left_out:
        return NOTHING
    heads = (_("Sheet"), _("Row"), _("Header"), _("Read as"))
    return _folded(_("How the sheet was read"), lines_table(_("How the sheet was read"), heads, (), rows + left_out))


def _titled(heading: str, body: Markup) -> Markup:
    return Markup("<div><h3>{}</h3>{}</div>").format(heading, body)


def _folded(summary: str, body: Markup) -> Markup:
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, body)


def uploads_card(project: Project, found: Sequence[UploadSummary], *, more: bool) -> Markup:
    """Returns a list of uploads, each with what it brought and the way to take it back; *more* leads to all."""
    heading = _("Latest uploads") if more else _("All uploads")
    way = Markup('<p class="small"><a data-go href="history?" data-at="all">{}</a></p>').format(_("The whole history"))
    heads = (_("File"), _("Take back"), _("City"), _("Came"), _("State"))
    figures = (_("attendances"), _("headcount"), _("not counted"), _("known"), _("rejected"))
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}{}</section>').format(
        heading,
        heading,
        table_of(heading, heads, figures, joined(_upload(project, one) for one in found)),
        way if more else NOTHING,
    )


def _upload(project: Project, one: UploadSummary) -> Markup:
    words, kind = status_words(one.status)
    undo = Markup('<a data-go href="?undo={}" data-at="undo-{}" data-to="asked" aria-label="{}">{}</a>').format(
        one.id, one.id, _("Undo {file}").format(file=one.file), _("Undo")
    )
    if one.undone_at:
        words, kind, undo = _("↩ undone {ago}").format(ago=fmt.ago(one.undone_at)), "muted", NOTHING
    figures = (one.attendances, one.headcount, one.not_counted + one.repeated, one.already_known, one.rejected)
    return Markup(
        '<tr><th scope="row" class="text"><a data-go href="?upload={}" data-at="upload-{}" data-to="asked">{}</a>'
        '</th><td>{}</td><td>{}</td><td class="nowrap">{}</td><td class="{}">{}</td>{}</tr>'
    ).format(
        one.id, one.id, one.file, undo, ", ".join(label(project, "city", code) for code in one.cities),
        fmt.ago(one.imported_at), kind, words,
        joined(Markup('<td class="n">{}</td>').format(fmt.number(n)) for n in figures),
    )  # fmt: skip


def remarks_card(project: Project, upload: UploadSummary, remarks: Remarks) -> Markup:
    """Returns what was said of an upload's rows when it came."""
    rejected = [(r.sheet, r.row, r.column, r.value, r.reason, r.fix) for r in remarks.rejected]
    questions = [(q.kind, q.value, q.suggestions, q.text, q.sheet, q.rows) for q in remarks.questions]
    uncounted = [(row.sheet, row.row, row.column, row.reason) for row in remarks.uncounted]
    parts = [_rejected(rejected), _questions(project, questions), _uncounted(uncounted)]
    said = joined(parts) or Markup('<p class="muted">{}</p>').format(
        _("Every row of this file counted; nothing was rejected or asked.")
    )
    return Markup(
        '<section class="card stack" aria-label="{}" data-place="asked"><div class="row"><h2>{}</h2>'
        '<a data-go class="small" href="?" data-at="close">{}</a></div>{}</section>'
    ).format(_("Remarks on {file}").format(file=upload.file), upload.file, _("Close"), said)


def undo_question(project: Project, upload: UploadSummary) -> Markup:
    """Returns what undoing an upload takes away."""
    cities = fmt.names([label(project, "city", code) for code in upload.cities])
    return Markup('<h2 data-place="asked">{}</h2><p>{}</p><p class="muted small">{}</p>').format(
        _("Undo {file}?").format(file=upload.file),
        _(
            "This takes away its {n} attendances and its headcount of {h} ({cities}), as if it had never been brought."
        ).format(n=fmt.number(upload.attendances), h=fmt.number(upload.headcount), cities=cities or _("no city")),
        _("Other files keep what they say themselves. The file can be brought again at any time."),
    )
