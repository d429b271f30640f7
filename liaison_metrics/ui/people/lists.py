"""The list of pairs who may be one person, and deciding about many at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.labels import label
from liaison_metrics.services.people import deciding
from liaison_metrics.services.people.review import MOST_CERTAIN, PersonPair
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import effects_table, run
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, joined, more_lines, table_of
from liaison_metrics.ui.people.request import PeopleRequest
from liaison_metrics.ui.people.undoing import undo_of_new

LEAST_SURE = 0.95
"""The score that is offered for deciding many pairs at once: of 1,000 such pairs of the test data, 998 are right."""


def list_card(project: Project, request: PeopleRequest, pairs: Sequence[PersonPair]) -> Markup:
    """Returns the list of pairs, each with a link to compare them."""
    heading = ngettext("{n} pair", "{n} pairs", len(pairs)).format(n=fmt.number(len(pairs)))
    shown = pairs[: request.filters.lines]
    rows = joined(_line(project, request, pair) for pair in shown)
    unlikely = _("People with one name in one city and different births are listed last. The rules tell them apart.")
    remark = NOTHING if all(pair.likely for pair in pairs) else Markup('<p class="muted small">{}</p>').format(unlikely)
    heads = (_("People"), _("Why"), _("City"), _("Compare"))
    table = table_of(_("Pairs to decide"), heads, (_("Score"),), rows, "compact")
    return Markup('<section class="card stack" aria-label="{}"><h2>{}</h2>{}{}{}</section>').format(
        _("Pairs to decide"), heading, remark, table, more_lines(request.filters, len(pairs))
    )


def _line(project: Project, request: PeopleRequest, pair: PersonPair) -> Markup:
    cities = fmt.names([label(project, "city", city) for city in sorted(pair.cities)])
    why = ", ".join(pair.why) + (f" · {_('later')}" if pair.later else "")
    return Markup(
        '<tr><th scope="row" class="nowrap">{}<br>{}</th><td class="text">{}</td><td>{}</td>'
        '<td><a data-go href="{}" data-at="pair-{}" aria-label="{}">{}</a></td><td class="n lead">{}</td></tr>'
    ).format(
        pair.a, pair.b, why, cities, request.with_pair(pair).link, pair.a + pair.b,
        _("Compare {a} and {b}").format(a=pair.a, b=pair.b), _("Compare"), fmt.decimal(pair.score, 2),
    )  # fmt: skip


def many_form(page_request: PageRequest, actor: Actor, pairs: Sequence[PersonPair]) -> None:
    """Shows the form that says of all pairs above a score that they are the same person."""
    if sum(pair.likely for pair in pairs) < 2:
        return
    with st.expander(_("Decide several at once")):
        least = st.slider(_("Score of at least"), 0.5, MOST_CERTAIN, LEAST_SURE, 0.01, key="people-least")
        chosen = [(pair.a, pair.b) for pair in pairs if pair.score >= least and not pair.later]
        if not chosen:
            st.caption(_("No pair has this score."))
            return
        words = ngettext("{n} pair: same person", "{n} pairs: same person", len(chosen)).format(
            n=fmt.number(len(chosen))
        )
        workspace = page_request.workspace
        effects = cached_by_store(
            ("people_many", tuple(chosen)), page_request,
            lambda: deciding.preview_decision(workspace, chosen, PersonDecisionKind.SAME, page_request.actor),
        )  # fmt: skip
        table = effects_table(workspace.project, [(_("After"), effects)])
        html_block("people-many-effect", Markup('<div class="card">{}</div>').format(table))
        if st.button(words, key="people-many"):
            work = partial(deciding.decide, workspace, chosen, PersonDecisionKind.SAME, actor)
            run(work, _("Saved."), leave="pair", undo=undo_of_new(workspace, actor))
