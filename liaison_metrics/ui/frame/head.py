"""The head of a page: its title, what of the project is shown and up to when, and the filters in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED, Project
from liaison_metrics.services import labels
from liaison_metrics.services.labels import dimension_name
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.texts import _, language
from liaison_metrics.ui.frame.filters import Filters, codes_of
from liaison_metrics.ui.frame.parts import NOTHING, joined, note

FEW_FIELDS = 4
"""So many fields stand side by side as wide as their words; more of them stand in columns of one width."""


def label(project: Project, dimension: str, code: str) -> str:
    """Returns what a code of a dimension is called on a page."""
    if code == NOT_STATED:
        return _("Not stated")
    return fmt.month(code) if dimension == "month" else labels.label(project, dimension, code, language())


def scope_words(project: Project, filters: Filters) -> str:
    """Returns the part of the project that is shown, in words: "all cities", or what was chosen."""
    chosen = [label(project, d, code) for d, code in filters.chosen.items() if d != "city"]
    city = filters.chosen_in("city")
    return " · ".join([label(project, "city", city) if city else _("all cities"), *chosen])


def scope_line(project: Project, filters: Filters, day: date) -> str:
    """Returns the line under a page's title: what is shown, up to when, and how far the project is."""
    passed = (day - project.start) / (project.end - project.start)
    return _("{scope} · events up to {day} · {share} of the project’s time has passed").format(
        scope=scope_words(project, filters),
        day=fmt.day(day),
        share=fmt.share(round(1000 * min(1.0, max(0.0, passed))), 1000),
    )


def live_sign(project: Project, last: UploadSummary | None) -> Markup:
    """Returns the sign that the page follows the store, with the sheet that came last."""
    words = _("live")
    if last is not None:
        where = ", ".join(label(project, "city", code) for code in last.cities)
        words = _("live · last sheet {ago}").format(ago=fmt.ago(last.imported_at)) + (f", {where}" if where else "")
    return Markup(
        '<span class="live"><span class="on"><span aria-hidden="true">●</span> {}</span>'
        '<span class="off"><span aria-hidden="true">○</span> {}</span></span>'
    ).format(words, _("not connected, trying again"))


class Linkable(Protocol):
    """A question of a page, as a link asks it."""

    @property
    def link(self) -> str:
        """The address of the question."""


def page_head(title: str, line: str, aside: Markup = NOTHING) -> Markup:
    """Returns a page's title and the line under it."""
    return Markup('<header class="row"><div><h1>{}</h1><p class="muted">{}</p></div><div>{}</div></header>').format(
        title, line, aside
    )


def active_filters(project: Project, filters: Filters) -> Markup:
    """Returns a chip for each filter, a click on which drops it, and a word on what the address had wrong."""
    chips = [
        _chip(f"{dimension_name(d)}: {label(project, d, code)}", filters.choosing(**{d: ""}))
        for d, code in filters.chosen.items()
    ]
    if filters.as_of:
        chips.append(_chip(_("Up to {day}").format(day=fmt.day(filters.as_of)), filters.showing(as_of=None)))
    row = NOTHING
    if chips:
        row = Markup('<div class="chips" role="group" aria-label="{}">{}</div>').format(
            _("Filters in force"), joined(chips)
        )
    if not filters.ignored:
        return row
    wrong = _("The address asks for something that this project does not have: {keys}. It is left out.")
    return row + note(wrong.format(keys=", ".join(filters.ignored)))


def _chip(words: str, without: Filters) -> Markup:
    return Markup('<a class="chip" data-go href="{}" aria-label="{}">{} <span aria-hidden="true">✕</span></a>').format(
        without.link, _("Drop the filter {filter}").format(filter=words), words
    )


def fields(project: Project, filters: Filters, dimensions: tuple[str, ...]) -> Markup:
    """Returns a field for each dimension and one for the day; a choice in one is asked for at once."""
    rendered = [_dimension_field(project, filters, dimension) for dimension in dimensions]
    rendered.append(day_field(project, filters, filters.showing(as_of=None, event=None)))
    return Markup('<div class="fields{}" role="group" aria-label="{}">{}</div>').format(
        " many" if len(rendered) > FEW_FIELDS else "", _("Filters"), joined(rendered)
    )


def day_field(project: Project, filters: Filters, base: Linkable) -> Markup:
    """Returns a field for the day up to which events count; choosing one asks *base* with the day added."""
    return Markup(
        '<div><label for="field-as_of">{}</label><input type="date" id="field-as_of" name="as_of" value="{}" '
        'min="{}" max="{}" data-base="{}" data-at="as_of"></div>'
    ).format(_("Events up to"), filters.as_of or "", project.start, project.end, base.link)


def _dimension_field(project: Project, filters: Filters, dimension: str) -> Markup:
    words = {"": _("all")} | {code: label(project, dimension, code) for code in codes_of(project, dimension)}
    base = filters.choosing(**{dimension: ""})
    return choice_field(dimension_name(dimension), dimension, filters.chosen_in(dimension), base, words)


def choice_field(name: str, key: str, current: str, base: Linkable, words: Mapping[str, str]) -> Markup:
    """Returns a field that offers codes by their *words*; choosing one asks *base* with ``key=code`` added."""
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
