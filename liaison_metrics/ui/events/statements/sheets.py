"""What each sheet states of an event, which number counts, and why."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import Place
from liaison_metrics.services.events.details import EventDetail, HeadcountEntry, SheetStatement
from liaison_metrics.services.labels import (
    actor_name,
    additional_words,
    dimension_name,
    event_name,
    label,
    signed_words,
)
from liaison_metrics.services.labels.event_counts import count_words
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, folded, joined, note, stacked, table_of

FEW_ENTRIES = 6
"""Headcount rows of a sheet that are shown at once; a click counter can have hundreds."""


def people_words(detail: EventDetail) -> str:
    """Returns the people of an event as a sum, with the files and rows that state the number that counts."""
    return count_words(detail.event.count, [_place(one) for one in detail.statements if one.in_use])


def _place(one: SheetStatement) -> Place:
    rows = {entry.row for entry in one.entries}
    return Place(one.file, one.sheet, rows.pop() if len(rows) == 1 else None)


def joined_note(joined_events: Sequence[EventFact]) -> Markup:
    """Returns the note on source events that count as this one though their titles differ, nothing without any."""
    if not joined_events:
        return NOTHING
    titles = [_("“{title}”").format(title=fact.title) for fact in joined_events if fact.title]
    sentences = []
    if titles:
        sentences.append(
            ngettext(
                "{titles} counts as this event, because the titles are nearly the same.",
                "{titles} count as this event, because the titles are nearly the same.", len(titles),
            ).format(titles=fmt.names(titles))
        )  # fmt: skip
    if len(titles) < len(joined_events):
        sentences.append(_("A sheet that gives no title counts as this event, because no other event fits."))
    return note(" ".join(sentences))


def statements_card(project: Project, detail: EventDetail) -> Markup:
    """Returns the sheets that state an event: what each states, in which rows, and whether its number counts."""
    heading = _("What each sheet says")
    several = len({fact.title for fact in detail.event.stated}) > 1 or detail.event.corrected
    heads = [_("File"), _("Headcounts"), _("Use")] + ([_("In the file")] if several else []) + [_("Uploaded")]
    rows = joined(_row(project, detail, one, several) for one in detail.statements)
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}</section>').format(
        heading, heading, table_of(heading, heads, (_("people listed"), _("headcount")), rows, "compact")
    )


def _row(project: Project, detail: EventDetail, one: SheetStatement, several: bool) -> Markup:
    sheet = Markup('<br><span class="muted">{}</span>').format(_sheet(one)) if _sheet(one) else NOTHING
    return Markup(
        '<tr><th scope="row" class="file"><a data-go href="history?upload={}" data-at="upload-{}-{}-{}">{}</a>{}</th>'
        '<td class="text">{}</td><td class="text">{}</td>{}<td class="nowrap">{}<br><span class="muted">{}</span></td>'
        '<td class="n" data-label="{}">{}</td><td class="n" data-label="{}">{}</td></tr>'
    ).format(
        one.upload, one.upload, one.stated.id, one.sheet, one.file, sheet, entry_lines(project, one.entries),
        joined(map(Markup.escape, use_words(detail, one)), "<br>"),
        Markup('<td class="text">{}</td>').format(_stated(project, detail, one.stated)) if several else NOTHING,
        actor_name(project, one.made_by), fmt.date_time(one.imported_at),
        _("people listed"), _number(one.listed), _("headcount"), _number(one.states),
    )  # fmt: skip


def _number(people: int) -> str:
    return fmt.number(people) if people else ""


def _sheet(one: SheetStatement) -> str:
    """Returns the name of the sheet in a workbook; a text file has one sheet, which is named like the file."""
    return "" if one.file.startswith(one.sheet) else one.sheet


def _stated(project: Project, detail: EventDetail, fact: EventFact) -> str:
    """Returns the title in the file, with the other details where they were corrected."""
    truth, words = detail.event.fact, [event_name(project, fact)]
    if (fact.date, fact.city, fact.activity) != (truth.date, truth.city, truth.activity):
        words += [fmt.day(fact.date), label(project, "city", fact.city), label(project, "activity", fact.activity)]
    return " · ".join(words)


def use_words(detail: EventDetail, one: SheetStatement) -> list[str]:
    """Returns how the people whom a sheet states are counted, and why."""
    words = []
    if one.listed:
        words.append(_("list: each person counts once"))
    if one.signed_of is not None:
        words.append(signed_words((one.signed or 0, one.signed_of)))
    if one.in_use:
        words.append(_("in use: the largest number"))
    elif one.states and detail.event.to_check:
        words.append(_("to check: may be the number of another event"))
    elif one.states and one.states < detail.event.count.stated:
        words.append(_("not used: another sheet states more"))
    elif one.states:
        words.append(_("not used: the lists already have as many people"))
    if one.divides and one.in_use | bool(detail.event.count.unlisted):
        kinds = fmt.names([fmt.noun(dimension_name(kind)) for kind in one.divides])
        words.append(_("divides by {kinds}").format(kinds=kinds))
    added = sum(entry.people for entry in one.entries if entry.additional)
    if added:
        words.append(
            ngettext("{n} in addition to the list", "{n} in addition to the list", added).format(n=fmt.number(added))
        )
    return words


def entry_lines(project: Project, entries: Sequence[HeadcountEntry]) -> Markup:
    """Returns the headcounts of one sheet with their rows; those of a long sheet are collapsed."""
    lines = [Markup.escape(_entry(project, entry)) for entry in entries]
    if len(lines) <= FEW_ENTRIES:
        return joined(lines, "<br>")
    more = len(lines) - FEW_ENTRIES
    words = ngettext("{n} more row", "{n} more rows", more).format(n=fmt.number(more))
    return stacked(joined(lines[:FEW_ENTRIES], "<br>"), folded(words, joined(lines[FEW_ENTRIES:], "<br>")))


def _entry(project: Project, entry: HeadcountEntry) -> str:
    people = ngettext("{n} person", "{n} people", entry.people).format(n=fmt.number(entry.people))
    codes = (
        ("community", entry.community), ("group", entry.group), ("gender", entry.gender), ("age_band", entry.age_band),
    )  # fmt: skip
    kinds = [label(project, dimension, code) for dimension, code in codes if code]
    if entry.additional:
        kinds.append(_("in addition: {words}").format(words=additional_words(entry.additional)))
    text = _("row {row}: {people}").format(row=fmt.number(entry.row), people=people)
    return f"{text} ({', '.join(kinds)})" if kinds else text


def statement_list(project: Project, detail: EventDetail) -> Markup:
    """Returns the sheets that state an event as a short list."""
    return Markup('<ul class="sheets">{}</ul>').format(
        joined(
            Markup("<li><strong>{}</strong>{}<br>{}</li>").format(
                one.file, Markup(' <span class="muted">{}</span>').format(_sheet(one)),
                joined(_parts(project, one), "<br>"),
            )
            for one in detail.statements
        )
    )  # fmt: skip


def _parts(project: Project, one: SheetStatement) -> list[Markup]:
    parts = []
    if one.listed:
        words = ngettext("lists {n} person", "lists {n} people", one.listed).format(n=fmt.number(one.listed))
        parts.append(Markup.escape(words))
    if one.entries:
        parts.append(entry_lines(project, one.entries))
    return parts
