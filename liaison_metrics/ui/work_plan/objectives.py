"""The page Objectives: the results chain as a picture and, on a narrow page, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows_somewhere
from liaison_metrics.services.events.work_plan.objectives import ObjectiveProgress, held_events_words, reached_words
from liaison_metrics.services.events.work_plan.words import state_words
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.parts import NOTHING, joined, note
from liaison_metrics.ui.work_plan.results_chain import STYLES, Chain, ChainBox, chain_picture


def objectives_card(project: Project, objectives: Sequence[ObjectiveProgress], actor: Actor) -> Markup:
    """Returns the results chain of all objectives, with links to the pages that the actor may open."""
    if not objectives:
        return note(_("The project file names no objectives."), "info")
    chains = [_chain(project, one, actor) for one in objectives]
    heads = _heads()
    words = _("Results chain: activities, deliverables and indicators that serve each objective, with links")
    told = NOTHING
    if not any(column for chain in chains for column in chain.columns[:-1]):
        told = note(_("The project file does not say yet what serves the objectives."), "info")
    return Markup('{}{}<section class="card" aria-label="{}">{}<div class="chain-list">{}</div></section>').format(
        STYLES, told, _("Results chain"), chain_picture(chains, heads, words),
        joined(_list(chain, heads) for chain in chains),
    )  # fmt: skip


def _heads() -> tuple[str, ...]:
    return _("Activities"), _("Deliverables"), _("Indicators"), _("Objective")


def _chain(project: Project, one: ObjectiveProgress, actor: Actor) -> Chain:
    events = "events?activity={}" if allows_somewhere(actor, Action.EVENT_READ) else "work_plan?"
    activities = (
        ChainBox(label(project, "activity", by.code), held_events_words(by), events.format(by.code))
        for by in one.activities
    )
    deliverables = (
        ChainBox(f"{by.code} · {by.title}", state_words(by.state), f"work_plan?deliverable={by.code}")
        for by in one.deliverables
    )
    indicators = (
        ChainBox(f"{by.code} · {by.title}", reached_words(by), f"./?indicator={by.code}") for by in one.indicators
    )
    return Chain(tuple(activities), tuple(deliverables), tuple(indicators), ChainBox(one.text))


def _list(chain: Chain, heads: Sequence[str]) -> Markup:
    parts = joined(
        Markup('<p class="muted small">{}</p><ul>{}</ul>').format(head, joined(map(_item, column)))
        for head, column in zip(heads[:-1], chain.columns[:-1], strict=True)
        if column
    )
    return Markup("<h2>{}</h2>{}").format(chain.objective.words, parts)


def _item(box: ChainBox) -> Markup:
    return Markup('<li><a data-go href="{}">{}</a> · {}</li>').format(box.link, box.words, box.state)
