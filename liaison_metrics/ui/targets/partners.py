"""The partners: what each uploaded last, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events.owed.partners import PartnerState
from liaison_metrics.services.figures.narrative.notes import Note, NoteKind, about
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, joined
from liaison_metrics.ui.report.notes import note_lines


def partners_card(project: Project, partners: Sequence[PartnerState], notes: Sequence[Note] = ()) -> Markup:
    """Returns a line for each partner with the notes on it, nothing for readers who see none."""
    if not partners:
        return NOTHING
    heading = _("Partners")
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2>{}</h2><a class="small" data-go href="upload?" '
        'data-at="upload">{}</a></div><ul class="plainlist small">{}</ul></section>'
    ).format(heading, heading, _("Upload a sheet"), joined(_line(project, one, notes) for one in partners))


def _line(project: Project, one: PartnerState, notes: Sequence[Note]) -> Markup:
    cities = ", ".join(label(project, "city", code) for code in one.cities)
    who = Markup("<strong>{}</strong> {}").format(cities or actor_name(project, one.partner), "")
    if cities:
        who = Markup('<strong>{}</strong> <span class="muted">{}</span>').format(
            cities, actor_name(project, one.partner)
        )
    mine = note_lines(project, about(notes, NoteKind.PARTNER, one.partner))
    return Markup("<li>{} · {}{}{}</li>").format(who, _last(one), joined(_open(one)), mine)


def _last(one: PartnerState) -> Markup:
    if one.last is None:
        return Markup('<span class="late">{}</span>').format(_("never uploaded"))
    file = Markup('<a data-go href="history?upload={}" data-at="partner-{}">{}</a>').format(
        one.last.id, one.partner, one.last.file
    )
    return Markup('{} <span class="nowrap">{}</span>').format(file, fmt.ago(one.last.imported_at))


def _open(one: PartnerState) -> Iterator[Markup]:
    found = (
        (one.without_sheet, ngettext("{n} event without a sheet", "{n} events without a sheet", one.without_sheet)),
        (one.waiting, ngettext("{n} row waits for an answer", "{n} rows wait for an answer", one.waiting)),
        (one.rejected, ngettext("{n} rejected row", "{n} rejected rows", one.rejected)),
    )
    for place, (count, words) in enumerate(found):
        if count:
            yield Markup(' · <a class="late" data-go href="owed?partner={}" data-at="owed-{}-{}">{}</a>').format(
                one.partner, one.partner, place, words.format(n=fmt.number(count))
            )
