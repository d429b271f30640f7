"""What Work plan shows first: what is missing in each city, then each activity and piece of work by city."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.promised import PlannedWork, WorkPiece
from liaison_metrics.domain.work_plan import ActivityCount, WorkState
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events.work_plan.activities import ActivityPlan
from liaison_metrics.services.events.work_plan.deliverables import DeliverableRecord
from liaison_metrics.services.events.work_plan.pieces import Place, cities_of
from liaison_metrics.services.events.work_plan.words import (
    held_words,
    missing_words,
    piece_state_words,
    to_come_words,
)
from liaison_metrics.services.labels import label
from liaison_metrics.texts import ENGLISH, _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, joined, note, table_of
from liaison_metrics.ui.work_plan.deliverables import deliverable_state

SIGNS = {"done": "✓", "late": "▲", "open": "○"}
"""Shapes beside the words of a cell, so that its meaning does not depend on colour."""

_CLASSES = {"done": "good", "late": "late", "open": "muted"}


@dataclass(frozen=True, slots=True)
class PlanContent:
    """What the page shows: activities, states of pieces of work, deliverables, and who reads."""

    plan: ActivityPlan
    states: Mapping[Place, WorkState]
    deliverables: Sequence[DeliverableRecord]
    reader: Actor


def missing_card(project: Project, content: PlanContent) -> Markup:
    """Returns what is missing in each city and of the deliverables, or that nothing is."""
    lines = [
        (label(project, "city", city.code), list(_missing_in(project, content, city.code))) for city in project.cities
    ]
    lines.append((_("Deliverables"), list(_late(content.deliverables, content.plan.day))))
    told = [(name, missing) for name, missing in lines if missing]
    if not told:
        return note(_("Nothing is missing: every planned event has a sheet, and no deliverable is late."), "done")
    rows = joined(
        Markup('<tr><th scope="row">{}</th><td class="told">{}</td></tr>').format(name, fmt.clauses(missing))
        for name, missing in told
    )
    heads = (_("Where"), _("What is missing"))
    return Markup('<section class="card"><div class="row"><h2>{}</h2></div>{}</section>').format(
        _("What is missing"), table_of(_("What is missing"), heads, (), rows)
    )


def _missing_in(project: Project, content: PlanContent, city: str) -> Iterator[str]:
    nothing = []
    for activity in project.activities:
        count, name = content.plan.counts[activity, city], label(project, "activity", activity)
        if count.none_planned:
            nothing.append(name)
        for words in missing_words(count):
            yield f"{name}: {words}"
    pieces = [piece for work in project.planned_work for piece in work.pieces]
    nothing += [
        piece.title for piece in pieces if content.states.get((piece.code, city)) is WorkState.NOT_STARTED
    ]  # fmt: skip
    if nothing:
        yield _("not started: {names}").format(names=", ".join(nothing))


def _late(deliverables: Sequence[DeliverableRecord], day: date) -> Iterator[str]:
    for one in deliverables:
        days = one.days_late(day)
        if days:
            words = ngettext("{code} is {n} day late", "{code} is {n} days late", days)
            yield words.format(code=one.entry.code, n=fmt.number(days))
        elif not one.entry.due:
            yield _("{code} has no due date").format(code=one.entry.code)


def activities_card(project: Project, content: PlanContent) -> Markup:
    """Returns the table of all activities and pieces of work: a column for each city, and one for the whole project."""
    cities = [label(project, "city", city.code) for city in project.cities]
    heads: list[str | HeadCell] = [_("Activity"), *cities, HeadCell(_("All cities"), "apart")]
    rows = joined(
        Markup('<tr class="group"><th scope="rowgroup" colspan="{}"><h3>{}</h3></th></tr>{}').format(
            len(heads), work.title, joined(_work_rows(project, content, work))
        )
        for work in works_of(project)
    )
    explained = _("Held of planned, the people who came (each once), and what is missing.")
    if content.plan.people is None:
        explained = _("Held of planned, and what is missing. People are in the issued reports.")
    return Markup(
        '<section class="card" id="activities"><div class="row"><h2>{}</h2></div><p class="muted small">{}</p>{}'
        '<p class="small muted">{}</p></section>'
    ).format(
        _("Activities"), explained, table_of(_("Activities by city"), heads, (), rows, "plan compact"),
        joined((Markup('<span class="{}">{} {}</span>').format(_CLASSES[kind], SIGNS[kind], words)
               for kind, words in (("done", _("all held")), ("late", _("something is missing")),
                                   ("open", _("to come, or under way")))), " · "),
    )  # fmt: skip


def works_of(project: Project) -> list[PlannedWork]:
    """Returns the work items with what belongs to them, each activity under the last that names it; activities that
    none names come last."""
    last = {activity: work.title for work in project.planned_work for activity in work.activities}
    found = []
    for work in project.planned_work:
        own = tuple(activity for activity in work.activities if last[activity] == work.title)
        if own or work.pieces or work.deliverables:
            found.append(work.model_copy(update={"activities": own}))
    others = tuple(activity for activity in project.activities if activity not in last)
    if others:
        found.append(PlannedWork(titles=((ENGLISH, _("Other activities")),), texts=((ENGLISH, ""),), activities=others))
    return found


def _work_rows(project: Project, content: PlanContent, work: PlannedWork) -> Iterator[Markup]:
    for piece in work.pieces:
        yield _piece_row(project, content, piece)
    for activity in work.activities:
        counts = content.plan.of(activity)
        cells = joined(_count_cell(project, content.plan, count) for count in counts)
        held, planned = sum(one.held for one in counts), sum(one.planned for one in counts)
        people = content.plan.reached(activity)
        total = (
            _("{held} of {planned}") if held < planned else ngettext("{held} held", "{held} held", held) if held else ""
        )
        yield Markup('<tr><th scope="row" class="text">{}</th>{}<td class="apart">{}{}</td></tr>').format(
            label(project, "activity", activity), cells,
            total.format(held=fmt.number(held), planned=fmt.number(planned)), _people(people if held else None),
        )  # fmt: skip
    own = [one for one in content.deliverables if one.entry.code in work.deliverables]
    for one in own:
        yield Markup(
            '<tr><th scope="row" class="text"><a data-go href="?deliverable={}" data-at="work-{}">{} {}</a></th>'
            '<td colspan="{}">{}</td></tr>'
        ).format(
            one.entry.code, one.entry.code, one.entry.code, one.title, len(project.cities) + 1,
            deliverable_state(one, content.plan.day),
        )  # fmt: skip


def _count_cell(project: Project, plan: ActivityPlan, count: ActivityCount) -> Markup:
    words = held_words(count)
    if not words:
        return Markup("<td></td>")
    missing = missing_words(count)
    kind = "late" if missing or count.none_planned else "done" if not count.to_come else "open"
    more = [Markup('<span class="late">{}</span>').format(one) for one in missing]
    more += [Markup('<span class="muted">{}</span>').format(to_come_words(count))] if count.to_come else []
    return _cell(label(project, "city", count.city), kind, words, joined(
        [_people(plan.reached(count.activity, count.city) if count.held else None),
         *(Markup("<br>{}").format(one) for one in more)]
    ))  # fmt: skip


def _people(people: int | None) -> Markup:
    if people is None:
        return NOTHING
    words = ngettext("{n} person", "{n} people", people).format(n=fmt.number(people))
    return Markup('<br><span class="muted">{}</span>').format(words)


def _piece_row(project: Project, content: PlanContent, piece: WorkPiece) -> Markup:
    cities = cities_of(project, piece)
    cells = joined(_piece_cell(project, content, (piece.code, city)) for city in cities)
    whole = Markup('<td class="apart"></td>')
    if cities == [""]:
        cells, whole = Markup('<td colspan="{}" class="apart"></td>').format(len(project.cities)), cells
    return Markup('<tr><th scope="row" class="text">{}</th>{}{}</tr>').format(piece.title, cells, whole)


def _piece_cell(project: Project, content: PlanContent, place: Place) -> Markup:
    state = content.states[place]
    words = Markup("{}").format(piece_state_words(state))
    if allows(content.reader, Action.WORK_CHANGE, Resource.work(place[1])):
        words = Markup('<a data-go href="?piece={}&amp;place={}" data-at="piece-{}-{}">{}</a>').format(
            *place, *place, words
        )
    kind = {WorkState.PUBLISHED: "done", WorkState.NOT_STARTED: "late"}.get(state, "open")
    where = label(project, "city", place[1]) if place[1] else _("All cities")
    return _cell(where, kind, words, NOTHING)


def _cell(city: str, kind: str, words: str | Markup, more: Markup) -> Markup:
    return Markup(
        '<td><span class="narrow-only">{} </span><span class="{}" aria-hidden="true">{}</span> {}{}</td>'
    ).format(city, _CLASSES[kind], SIGNS[kind], words, more)
