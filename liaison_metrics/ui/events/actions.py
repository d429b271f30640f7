"""Running an action on Events, and the effect of actions on each indicator."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.preview import Effect
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.texts import _
from liaison_metrics.ui.address import drop
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, joined, table_of


def run(work: Callable[[], object], done: str, leave: str = "") -> None:
    """Runs an action, flashes *done* with its effect and reruns the page; shows the error where it fails.

    *leave* is the parameter of the address that is dropped afterwards.
    """
    try:
        effects = work()
    except LiaisonError as error:
        html_block("event-error", error_note(error))
        return
    watch.wrote()
    flash(f"{done} {_effects_text(effects)}".strip() if isinstance(effects, tuple) else done)
    if leave:
        drop(leave)
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
    return "; ".join(moved) + "." if moved else _("No figures changed.")


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
