"""Running an action on Events, and the effect of actions on each indicator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events import checks, corrections
from liaison_metrics.services.events.history import Correction, Decision, decided
from liaison_metrics.services.figures.preview import Effect
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.address import drop
from liaison_metrics.ui.frame.flash import FlashAction, finished, flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, joined, table_of

UndoOf = Callable[[Any], Callable[[], object] | None]
"""What undoes an action, by its result."""


def undo_of_new(workspace: Workspace, actor: Actor) -> UndoOf:
    """Returns what undoes the corrections and decisions that the actor makes from now on."""
    before = _in_use(workspace, actor)

    def undo(_result: object) -> Callable[[], object] | None:
        new = [one for key, one in _in_use(workspace, actor).items() if key not in before and one.made_by == actor.code]
        return partial(_undo_all, workspace, new, actor) if new else None

    return undo


def _in_use(workspace: Workspace, actor: Actor) -> dict[tuple[bool, int], Correction | Decision]:
    all_corrections, all_decisions = decided(workspace, actor)
    found: list[Correction | Decision] = [one for one in all_corrections if one.holds]
    found += [one for one in all_decisions if one.revoked_at is None]
    return {(isinstance(one, Decision), one.number): one for one in found}


def _undo_all(workspace: Workspace, made: Sequence[Correction | Decision], actor: Actor) -> None:
    for one in made:
        service = checks.undo if isinstance(one, Decision) else corrections.undo
        service(workspace, one.number, actor)


def _take_back(undo: Callable[[], object]) -> None:
    undo()
    watch.wrote()
    flash(_("Undone."))


def run(work: Callable[[], object], done: str, leave: str = "", undo: UndoOf | None = None) -> None:
    """Runs an action, flashes *done* with its effect and reruns the page; shows the error where it fails.

    *leave* is the parameter of the address that is dropped afterwards, *undo* gives what the message offers to undo.
    """
    try:
        effects = work()
    except LiaisonError as error:
        html_block("event-error", error_note(error))
        return

    def keep_message() -> None:
        if leave:
            drop(leave)
        words = f"{done} {_effects_text(effects)}".strip() if isinstance(effects, tuple) else done
        back = undo(effects) if undo else None
        flash(words, FlashAction(_("Undo"), partial(_take_back, back)) if back else None)

    finished(keep_message)
    watch.wrote()
    st.rerun()


def _effects_text(effects: Sequence[Effect]) -> str:
    moved = [
        _("{indicator}: {change}, now {n} of {target}").format(
            indicator=one.indicator, change=fmt.change(one.change), n=fmt.number(one.after),
            target=fmt.number(one.target),
        )
        for one in effects
        if one.change
    ]  # fmt: skip
    return fmt.clauses(moved) + "." if moved else _("No figures changed.")


def effects_table(project: Project, answers: Sequence[tuple[str, Sequence[Effect]]]) -> Markup:
    """Returns, for each indicator, the figure now and after each answer, which is given by its words and effect."""
    titles = {one.code: one.title for one in project.indicators}
    rows = joined(
        Markup(
            '<tr><th scope="row">{}<br><span class="muted apart">{}</span></th><td class="n">{}</td>{}</tr>'
        ).format(
            of_each[0].indicator, titles[of_each[0].indicator], fmt.number(of_each[0].before),
            joined(map(_figure, of_each)),
        )
        for of_each in zip(*(effects for _words, effects in answers), strict=True)
    )  # fmt: skip
    heads = (_("Now"), *(words for words, _effects in answers))
    table = table_of(_("Effect on each indicator"), (_("Indicator"),), heads, rows)
    return Markup('<div class="part">{}</div>').format(table)  # on a narrow page without titles, so that it fits


def _figure(effect: Effect) -> Markup:
    return Markup('<td class="n">{} <span class="muted">{}</span></td>').format(
        fmt.number(effect.after), fmt.change(effect.change)
    )
