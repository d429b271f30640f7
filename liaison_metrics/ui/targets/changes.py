"""What changed the chosen figure since a moment, by upload."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.labels import label
from liaison_metrics.services.uploads import RecentChanges, UploadChange
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import NOTHING, joined

FEW = 4
"""The uploads that are shown, so that the card stays as high as the gap beside it."""

DAYS: Mapping[str, int] = {"day": 1, "week": 7, "month": 30}
"""How many days a period goes back, to the beginning of that day."""


def period_of(filters: Filters, last_visit: datetime | None) -> str:
    """Returns the chosen period; without a choice the last visit, or else a week."""
    if filters.period == "visit" or not filters.period:
        return "visit" if last_visit else "week"
    return filters.period


def beginning(period: str, last_visit: datetime | None, now: datetime | None = None) -> datetime:
    """Returns when a period begins."""
    if period == "visit" and last_visit:
        return last_visit
    day = (now or datetime.now(UTC)).astimezone().date() - timedelta(days=DAYS.get(period, DAYS["week"]))
    return datetime.combine(day, time.min).astimezone()


def changes_card(project: Project, filters: Filters, changes: RecentChanges, last_visit: datetime | None) -> Markup:
    """Returns what changed: the sum, the latest uploads with what each added, and the choice of the period."""
    heading = _("What changed")
    moved = [one for one in changes.named if one.change]
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2>{}</h2>{}</div><p data-says>{}</p>'
        '<ul class="plainlist small">{}{}{}</ul></section>'
    ).format(
        heading, heading, _periods(filters, last_visit), _sum_words(filters, changes),
        joined(_line(project, one) for one in moved[:FEW]), _others(changes, moved), _undone(changes),
    )  # fmt: skip


def _sum_words(filters: Filters, changes: RecentChanges) -> Markup:
    since = _since_words(changes.since)
    if not changes.new_uploads:
        return Markup("{}").format(_("No new uploads since {when}.").format(when=since))
    uploads = ngettext("{n} new upload", "{n} new uploads", changes.new_uploads)
    words = _("{indicator}: {change} since {when}, by {uploads}.")
    return Markup("<strong>{}</strong>").format(
        words.format(
            indicator=filters.indicator, change=fmt.change(changes.change), when=since,
            uploads=uploads.format(n=fmt.number(changes.new_uploads)),
        )
    )  # fmt: skip


def _since_words(since: datetime) -> str:
    local = since.astimezone()
    return fmt.day(local.date()) if local.time() == time.min else fmt.date_time(since)


def _line(project: Project, one: UploadChange) -> Markup:
    cities = ", ".join(label(project, "city", code) for code in one.upload.cities)
    return Markup(
        '<li><b class="n">{}</b> {} <a data-go href="history?upload={}" data-at="changed-{}">{}</a> '
        '<span class="muted nowrap">{}</span></li>'
    ).format(
        fmt.change(one.change), cities, one.upload.id, one.upload.id, one.upload.file, fmt.ago(one.upload.imported_at)
    )


def _others(changes: RecentChanges, moved: list[UploadChange]) -> Markup:
    shown = moved[:FEW]
    uploads = changes.new_uploads - len(shown)
    if not uploads:
        return NOTHING
    words = ngettext("{n} other upload", "{n} other uploads", uploads).format(n=fmt.number(uploads))
    change = changes.change - sum(one.change for one in shown)
    return Markup('<li><b class="n">{}</b> {}</li>').format(fmt.change(change), words)


def _undone(changes: RecentChanges) -> Markup:
    if not changes.undone:
        return NOTHING
    links = (
        Markup('<a data-go href="history?upload={}" data-at="undone-{}">{}</a>').format(one.id, one.id, one.file)
        for one in changes.undone[:FEW]
    )
    return Markup('<li class="muted">{} {}</li>').format(_("Undone:"), joined(links, ", "))


def _periods(filters: Filters, last_visit: datetime | None) -> Markup:
    words = {"day": _("Day"), "week": _("Week"), "month": _("Month")}
    if last_visit:
        words = {"visit": _("Since my last visit"), **words}
    current = period_of(filters, last_visit)
    links = (
        Markup('<a data-go="period" href="{}" data-at="period-{}"{}>{}</a>').format(
            filters.showing(period=period).link, period,
            Markup(' aria-current="true"') if period == current else NOTHING, word,
        )
        for period, word in words.items()
    )  # fmt: skip
    return Markup('<nav class="choice few" aria-label="{}">{}</nav>').format(_("Period"), joined(links))
