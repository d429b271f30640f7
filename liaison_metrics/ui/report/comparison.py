"""Why figures changed between two reports: uploads, corrections and duplicates, down to the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.services.issued_reports.archive import IssuedReport
from liaison_metrics.services.issued_reports.comparison import ChangeReason, FigureChange, Source
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, folded, joined


def comparison_card(before: IssuedReport, after: IssuedReport | None, changes: Sequence[FigureChange]) -> Markup:
    """Returns the change of each figure since a report, up to another or (None) to today, with reasons and rows."""
    heading = _("Changes since report {number} “{name}”").format(number=before.number, name=before.name)
    if after:
        heading = _("Changes from report {number} “{name}” to report {other}").format(
            number=before.number, name=before.name, other=after.number
        )
    sums = {code: sum(change.change.get(code, 0) for change in changes) for code in before.figures}
    rendered = joined(map(_change, changes))
    if not changes:
        rendered = Markup('<p class="muted">{}</p>').format(_("Nothing has changed."))
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2></div>{}{}</section>'
    ).format(heading, heading, _figures(before, sums), rendered)


def _figures(before: IssuedReport, sums: Mapping[str, int]) -> Markup:
    return Markup('<dl class="facts">{}</dl>').format(
        joined(
            Markup('<div><dt>{}</dt><dd class="{}">{}</dd></div>').format(
                f"{code}: {fmt.number(before.figures[code])} → {fmt.number(before.figures[code] + moved)}",
                "bad" if moved < 0 else "",
                _moved(moved),
            )
            for code, moved in sums.items()
        )
    )


def _moved(people: int) -> str:
    return (
        ngettext("▼ {n} fewer", "▼ {n} fewer", -people).format(n=fmt.number(-people))
        if people < 0
        else fmt.change(people)
    )


def _change(change: FigureChange) -> Markup:
    moves = joined(
        (
            Markup('<span class="nowrap {}">{}</span>').format("bad" if people < 0 else "", f"{code} {_moved(people)}")
            for code, people in change.change.items()
            if people
        ),
        " · ",
    )
    return Markup('<div class="step"><h3>{}</h3><p>{}</p><p class="muted small">{}</p>{}</div>').format(
        _title(change), moves or _("no change"), _reason(change), _rows(change)
    )


def _title(change: FigureChange) -> Markup | str:
    if change.upload is not None:
        return Markup('<a data-go href="history?upload={}" data-at="step-{}">{}</a>').format(
            change.upload.id, change.upload.id, change.upload.file
        )
    return {
        ChangeReason.RULES: _("Counting rules changed"),
        ChangeReason.DECISIONS: _("Undone or corrected since"),
        ChangeReason.LATER_DAY: _("Later events"),
        ChangeReason.EARLIER_DAY: _("Earlier last day"),
        ChangeReason.LATER_DECISIONS: _("Undone or corrected after the later report"),
    }[change.reason]


def _reason(change: FigureChange) -> str:
    down = any(people < 0 for people in change.change.values())
    if change.upload is not None:
        words = _("Upload {number}, {moment}.")
        if change.restored:
            words = _("Upload {number}, {moment}. It was undone when the earlier report was issued, and redone since.")
        uploaded = words.format(number=change.upload.id, moment=fmt.date_time(change.upload.imported_at))
        shows = _("It revealed duplicates, or changed who is counted.")
        return f"{uploaded} {shows}" if down else uploaded
    if change.reason is ChangeReason.RULES:
        return _("The same uploads, counted by the rules that apply now. The issued report stays as it is.")
    if change.reason is ChangeReason.LATER_DAY:
        return _("The later report includes events up to a later day.")
    if change.reason is ChangeReason.EARLIER_DAY:
        return _("The later report only includes events up to an earlier day.")
    return " ".join(_changes(change))


def _changes(change: FigureChange) -> Iterator[str]:
    """Yields sentences on what was undone and corrected."""
    if change.undone:
        yield _("Undone: {files}.").format(files=_files(change.undone))
    if change.corrections:
        yield ngettext(
            "{n} event correction was made or undone.",
            "{n} event corrections were made or undone.",
            change.corrections,
        ).format(n=fmt.number(change.corrections))
    if change.undone_later:
        yield _("Undone after the later report, so the rows are no longer available: {files}.").format(
            files=_files(change.undone_later)
        )
    if not (change.undone or change.corrections or change.undone_later):
        yield _("Duplicates were joined, or people joined by mistake were separated.")


def _files(uploads: Sequence[UploadSummary]) -> str:
    return fmt.names([_("{file} (upload {n})").format(file=one.file, n=one.id) for one in uploads])


def _rows(change: FigureChange) -> Markup:
    people, headcounts = len(change.rows), len(change.headcounts)
    new = ngettext("{n} row with a new person", "{n} rows with new people", people).format(n=fmt.number(people))
    counted = ngettext("{n} headcount", "{n} headcounts", headcounts).format(n=fmt.number(headcounts))
    return _places(new, change.rows) + _places(counted, change.headcounts)


def _places(words: str, rows: Sequence[Source]) -> Markup:
    if not rows:
        return NOTHING
    where = sorted((row.sheet, row.row) for row in rows)
    lines = joined(
        Markup("<li>{}: {}</li>").format(sheet, ", ".join(_ranges(row for _sheet, row in rows)))
        for sheet, rows in groupby(where, key=lambda one: one[0])
    )
    return folded(words, Markup('<ul class="small muted">{}</ul>').format(lines))


def _ranges(rows: Iterable[int]) -> Iterator[str]:
    """Yields ascending row numbers, consecutive ones as a range: 2–5, 9."""
    numbered = enumerate(dict.fromkeys(rows))
    for _start, run in groupby(numbered, key=lambda one: one[1] - one[0]):
        numbers = [row for _place, row in run]
        yield f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
