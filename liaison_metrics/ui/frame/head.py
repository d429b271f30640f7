"""The head of a page: title, scope and last day, filter fields and active filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.labels import dimension_name, every, final_words, label, scope_words
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters, codes_of
from liaison_metrics.ui.frame.parts import NOTHING, Linkable, joined, note

FEW_FIELDS = 4
"""Up to this many fields are as wide as their text; more are laid out in equal columns."""


def scope_line(project: Project, filters: Filters, day: date) -> str:
    """Returns the line under a page's title: scope, last day, and how much of the project's time has elapsed; of final
    figures, that they are."""
    if project.is_final(day):
        return f"{scope_words(project, filters.chosen)} · {final_words(project)}"
    days, length = max(0, (day - project.start).days), (project.end - project.start).days
    elapsed = _("{share} of project time elapsed").format(share=fmt.share(days, length))
    scope = scope_words(project, filters.chosen)
    return _("{scope} · events up to {day} · {elapsed}").format(scope=scope, day=fmt.day(day), elapsed=elapsed)


def live_sign(project: Project, last: UploadSummary | None) -> Markup:
    """Returns the sign that the page updates live, with the time and cities of the latest upload."""
    words = _("live")
    if last is not None:
        where = ", ".join(label(project, "city", code) for code in last.cities)
        words = _("live · last upload {ago}").format(ago=fmt.ago(last.imported_at)) + (f", {where}" if where else "")
    return Markup(
        '<span class="live"><span class="on"><span aria-hidden="true">●</span> {}</span>'
        '<span class="off"><span aria-hidden="true">○</span> {}</span></span>'
    ).format(words, _("not connected, retrying"))


def page_head(title: str, line: str, aside: Markup = NOTHING) -> Markup:
    """Returns a page's title and the line under it. The title gets the focus of a link that is gone (announce.js)."""
    return Markup(
        '<header class="row"><div><h1 tabindex="-1" data-at="title">{}</h1><p class="muted">{}</p></div>'
        "<div>{}</div></header>"
    ).format(title, line, aside)


def active_filters(project: Project, filters: Filters) -> Markup:
    """Returns a chip for each active filter, which removes it on click, and a note on filters that are not used."""
    chips = [
        _chip(f"{dimension_name(d)} – {label(project, d, code)}", filters.choosing(**{d: ""}))
        for d, code in filters.chosen.items()
    ]
    if filters.as_of:
        chips.append(_chip(_("Up to {day}").format(day=fmt.day(filters.as_of)), filters.showing(as_of=None)))
    row = NOTHING
    if chips:
        row = Markup('<div class="chips" role="group" aria-label="{}">{}</div>').format(
            _("Active filters"), joined(chips)
        )
    for keys, text in (
        (filters.ignored, _("This link contains filters we don’t recognise ({names}). They were ignored.")),
        (filters.refused, _("You can’t use these filters here: {names}. They were ignored.")),
    ):
        if keys:
            row += note(text.format(names=", ".join(map(_filter_name, keys))))
    return row


def _filter_name(key: str) -> str:
    names = {
        "indicator": _("Indicator"), "as_of": _("Date"), "rows": _("Rows"), "columns": _("Columns"),
        "event": _("Event"), "lines": _("Lines"), "state": _("State"), "period": _("Period"), "details": _("Details"),
        "words": _("Words"), "lang": _("Language"),
    }  # fmt: skip
    return fmt.noun(names.get(key) or dimension_name(key))


def _chip(words: str, without: Filters) -> Markup:
    return Markup('<a class="chip" data-go href="{}" aria-label="{}">{} <span aria-hidden="true">✕</span></a>').format(
        without.link, _("Remove filter: {filter}").format(filter=words), words
    )


def fields(project: Project, filters: Filters, dimensions: tuple[str, ...]) -> Markup:
    """Returns a field for each dimension that the reader may use and one for the last day; a choice takes effect at
    once."""
    usable = [dimension for dimension in dimensions if dimension in filters.dimensions]
    rendered = [_dimension_field(project, filters, dimension) for dimension in usable]
    rendered.append(day_field(project, filters, filters.showing(as_of=None, event=None)))
    return Markup('<div class="fields{}" role="group" aria-label="{}">{}</div>').format(
        " many" if len(rendered) > FEW_FIELDS else "", _("Filters"), joined(rendered)
    )


def day_field(project: Project, filters: Filters, base: Linkable) -> Markup:
    """Returns the field for the last day; choosing one opens *base* with the day added."""
    return Markup(
        '<div><label for="field-as_of">{}</label><input type="date" id="field-as_of" name="as_of" value="{}" '
        'min="{}" max="{}" data-base="{}" data-at="as_of"></div>'
    ).format(_("Events up to"), filters.as_of or "", project.start, project.end, base.link)


def _dimension_field(project: Project, filters: Filters, dimension: str) -> Markup:
    words = {"": every(dimension)} | {code: label(project, dimension, code) for code in codes_of(project, dimension)}
    base = filters.choosing(**{dimension: ""})
    return choice_field(dimension_name(dimension), dimension, filters.chosen_in(dimension), base, words)


def search_field(name: str, words: str, base: Linkable) -> Markup:
    """Returns the field to search for words; they open *base* with ``words=…`` added."""
    return Markup(
        '<div><label for="field-words">{}</label><input type="search" id="field-words" name="words" value="{}" '
        'data-base="{}" data-at="words" autocomplete="off"></div>'
    ).format(name, words, base.link)


def choice_field(name: str, key: str, current: str, base: Linkable, words: Mapping[str, str]) -> Markup:
    """Returns a field that offers codes by their labels (*words*); a choice opens *base* with ``key=code`` added."""
    options = (
        Markup('<option value="{}"{}>{}</option>').format(
            code, Markup(" selected") if code == current else NOTHING, word
        )
        for code, word in words.items()
    )
    return Markup(
        '<div><label for="field-{}">{}</label>'
        '<select id="field-{}" name="{}" data-base="{}" data-at="{}">{}</select></div>'
    ).format(key, name, key, key, base.link, key, joined(options))
