"""Events to check: the list, and the events of one check side by side with the effect of each answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.headcounts import EventCount
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events import checks
from liaison_metrics.services.events.checks import CheckGroup, EventAnswer
from liaison_metrics.services.events.details import EventDetail
from liaison_metrics.services.figures.preview import Effect
from liaison_metrics.services.labels import event_name
from liaison_metrics.services.labels.event_counts import count_words
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import effects_table, run, undo_of_new
from liaison_metrics.ui.events.page import EventsRequest, event_words, find_detail
from liaison_metrics.ui.events.statements.sheets import statement_list
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import joined, table_of


def card(project: Project, request: EventsRequest, groups: Sequence[CheckGroup]) -> Markup:
    """Returns the list of events to check, each line with a link to compare them."""
    pairs = sum(group.pairs for group in groups)
    heading = ngettext("{n} pair of events to check", "{n} pairs of events to check", pairs).format(n=fmt.number(pairs))
    words = _(
        "Different sheets report events for the same activity, city and day under different titles. They may be one "
        "event. Until somebody decides they are counted together, so that nobody is counted twice."
    )
    heads = (_("Events"), _("Date"), _("City"), _("Compare"))
    figures = (_("counted now"), _("if different"))
    rows = joined(_line(project, request, group) for group in groups)
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2></div>'
        '<p class="muted small text">{}</p>{}</section>'
    ).format(_("Events to check"), heading, words, table_of(_("Events to check"), heads, figures, rows))


def _line(project: Project, request: EventsRequest, group: CheckGroup) -> Markup:
    fact = group.events[0].fact
    titles = joined(
        (
            Markup('{} <span class="muted">{}</span>').format(event_name(project, event.fact), count_words(count))
            for event, count in zip(group.events, group.counts, strict=True)
        ),
        "<br>",
    )
    return Markup(
        '<tr><th scope="row" class="text">{}</th><td class="nowrap">{}</td><td>{}</td>'
        '<td><a data-go href="{}" data-at="check-{}" aria-label="{}">{}</a></td>'
        '<td class="n">{}</td><td class="n">{}</td></tr>'
    ).format(
        titles, fmt.day(fact.date), event_words(project, fact)[1], request.with_check(fact.id).link, fact.id,
        _("Compare {titles}").format(titles=_titles(project, group)), _("Compare"), fmt.number(group.together),
        fmt.number(group.apart),
    )  # fmt: skip


def _titles(project: Project, group: CheckGroup) -> str:
    return fmt.names([_("“{title}”").format(title=event_name(project, event.fact)) for event in group.events])


def several_form(page_request: PageRequest, actor: Actor, groups: Sequence[CheckGroup]) -> None:
    """Shows the form that gives one answer to several checks at once, to those who may decide at least two."""
    project = page_request.workspace.project
    own = {group.numbers: group for group in groups if _may_decide(project, actor, group)}
    if len(own) < 2:
        return
    with st.expander(_("Decide several at once")):
        chosen = st.multiselect(
            _("Events to check"), list(own), format_func=lambda numbers: _choice(project, own[numbers]),
            placeholder=_("Choose …"), key="check-several",
        )  # fmt: skip
        if not chosen:
            return
        answers = (EventAnswer.SAME, EventAnswer.DIFFERENT)
        _answer(page_request, actor, chosen, answers)


def _choice(project: Project, group: CheckGroup) -> str:
    day, city, _activity = event_words(project, group.events[0].fact)
    return " · ".join((_titles(project, group), day, city))


def show(page_request: PageRequest, request: EventsRequest, group: CheckGroup, actor: Actor | None) -> None:
    """Shows the events of a check side by side, the effect of each answer, and the buttons to give one."""
    project = page_request.workspace.project
    shown = [
        (detail, count)
        for number, count in zip(group.numbers, group.counts, strict=True)
        if (detail := find_detail(page_request, number))
    ]
    html_block("check", comparison(project, request, group, shown))
    chosen = [detail.event.number for detail, _count in shown]
    with st.container():
        if len(chosen) > 2:
            titles = {event.number: event_name(project, event.fact) for event in group.events}
            chosen = st.multiselect(
                _("Your answer is about"), chosen, default=chosen, format_func=titles.__getitem__, key="check-chosen"
            )
    with st.container():
        if len(chosen) < 2:
            st.caption(_("Choose at least two events."))
        elif actor is None:
            _show_effects(page_request, [chosen], tuple(EventAnswer))
            st.caption(_("Choose your organisation above to decide."))
        elif not _may_decide(project, actor, group):
            _show_effects(page_request, [chosen], tuple(EventAnswer))
            st.caption(_("These events are in another partner’s city. That partner or the coordinator decides."))
        else:
            _answer(page_request, actor, [tuple(chosen)], tuple(EventAnswer))


def _may_decide(project: Project, actor: Actor | None, group: CheckGroup) -> bool:
    return allows(actor, Action.EVENT_DECIDE, Resource.event(project, group.city))


def _answer(
    page_request: PageRequest, actor: Actor, groups: Sequence[Sequence[int]], answers: Sequence[EventAnswer]
) -> None:
    """Shows the effect of each answer about the events of some groups, and a button for each."""
    _show_effects(page_request, groups, answers)
    many = max(map(len, groups)) > 2
    with st.container(horizontal=True):
        for answer in answers:
            if st.button(answer_words(answer, many=many), key=f"check-{answer.value}-{len(groups) > 1}"):
                work = partial(checks.decide_several, page_request.workspace, groups, answer, actor)
                undo = undo_of_new(page_request.workspace, actor)
                run(work, _("Saved. You can undo it under “Decisions”."), leave="check", undo=undo)


def _show_effects(page_request: PageRequest, groups: Sequence[Sequence[int]], answers: Sequence[EventAnswer]) -> None:
    many = max(map(len, groups)) > 2
    effects = [(answer_words(answer, many=many), _effects(page_request, groups, answer)) for answer in answers]
    table = effects_table(page_request.workspace.project, effects)
    items = joined(Markup("<li><strong>{}</strong>: {}</li>").format(*words) for words in _meanings(answers, many))
    html_block(
        f"check-effects-{len(groups) > 1}",
        Markup('<section class="card stack" aria-label="{}"><h2>{}</h2>{}<ul class="small">{}</ul></section>').format(
            _("Effect of each answer"), _("Effect of each answer"), table, items
        ),
    )  # fmt: skip


def _effects(page_request: PageRequest, groups: Sequence[Sequence[int]], answer: EventAnswer) -> tuple[Effect, ...]:
    what = ("answer", answer, tuple(map(tuple, groups)))
    workspace, reader = page_request.workspace, page_request.actor
    return cached_by_store(what, page_request, lambda: checks.preview_answer(workspace, groups, answer, reader))


def answer_words(answer: EventAnswer, *, many: bool) -> str:
    """Returns the label of an answer; *many* says that it is about more than two events."""
    return {
        EventAnswer.SAME: _("All of these are one") if many else _("Same event"),
        EventAnswer.DIFFERENT: _("Different events"),
        EventAnswer.COVERED: _("The number covers all of these"),
    }[answer]


def _meanings(answers: Sequence[EventAnswer], many: bool) -> list[tuple[str, str]]:
    words = {
        EventAnswer.SAME: _("one event. The largest number counts. It keeps the details of the event with the list."),
        EventAnswer.DIFFERENT: _("each event counts by itself."),
        EventAnswer.COVERED: _("different events, but the largest number that one sheet states is for all of them."),
    }  # fmt: skip
    return [(answer_words(answer, many=many), words[answer]) for answer in answers]


def comparison(
    project: Project, request: EventsRequest, group: CheckGroup, shown: Sequence[tuple[EventDetail, EventCount]]
) -> Markup:
    """Returns the events of a check side by side: the people of each by itself, and the sheets that state it."""
    heading = _("Are these the same event?") if len(shown) <= 2 else _("Are these one event?")
    words = _("People counted until somebody decides: {together}. If all are different events: {apart}.").format(
        together=fmt.number(group.together), apart=fmt.number(group.apart)
    )
    sides = joined(
        Markup(
            '<section aria-label="{}"><h3><a data-go href="{}" data-at="event-{}">{}</a></h3>'
            '<p class="strong">{}</p>{}</section>'
        ).format(
            event_name(project, detail.event.fact), request.with_event(detail.event.number).link, detail.event.number,
            event_name(project, detail.event.fact), count_words(count), statement_list(project, detail),
        )
        for detail, count in shown
    )  # fmt: skip
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2>'
        '<a data-go class="small" href="{}" data-at="close">{}</a></div><p>{}<br>{}</p>'
        '<div class="sides">{}</div></section>'
    ).format(
        heading, heading, request.with_event(None).link, _("All events"),
        " · ".join(event_words(project, group.events[0].fact)), words, sides,
    )  # fmt: skip
