"""The effect of all sheets on the desk: one button before their import, and what they changed afterwards."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.figures.preview import Effect
from liaison_metrics.services.intake import FileStatus
from liaison_metrics.services.uploads.together import effect_of
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import focusable, joined
from liaison_metrics.ui.frame.words import plain
from liaison_metrics.ui.history.effects import effects_list
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue


def show_all_drafts(request: PageRequest, actor: Actor, queue: UploadQueue) -> None:
    """Shows the button that imports all sheets that are ready, with their effect together, and the one that removes all
    sheets."""
    if len(queue.drafts) < 2:
        return
    workspace, ready = request.workspace, queue.to_import
    finished = all(draft.result for draft in queue.drafts)
    known = len(ready) > 1 and bool(queue.together)
    if len(ready) > 1:  # from the start, so that the focus of the keyboard can stay at its heading
        name = f"together-{queue.attention}" if queue.comes_together else ""
        html_block("all-together", _before(workspace.project, queue.together, len(ready), name))
    with st.container(horizontal=True):
        words = ngettext("Import {n} sheet", "Import {n} sheets", len(ready)).format(n=fmt.number(len(ready)))
        if known:
            words += " · " + _change_words(_main(queue.together))
        if len(ready) > 1 and st.button(plain(words), type="primary", key="import-all"):
            queue.import_drafts(workspace, actor, ready)
            st.rerun()
        if st.button(_("Close all") if finished else _("Remove all"), key="remove-all"):
            for draft in list(queue.drafts):
                queue.remove(draft)
            st.rerun()


def show_imported(request: PageRequest, actor: Actor, queue: UploadQueue) -> None:
    """Shows what the sheets on the desk that were imported changed together, for as long as they are shown."""
    done = (FileStatus.IMPORTED, FileStatus.PARTLY)
    numbers = [one.result.upload for one in queue.drafts if one.result and one.result.status in done]
    found = (uploads.find(request.workspace, number, actor) for number in numbers if number is not None)
    active = tuple(one.id for one in found if one is not None and not one.undone_at)
    if not active:
        return
    effects = cached_by_store(
        ("imported", active), request, lambda: effect_of(request.workspace, active, request.actor)
    )  # fmt: skip
    html_block("imported-together", _after(request.workspace.project, effects, len(active), queue.attention))


def _main(effects: Sequence[Effect]) -> Effect:
    """Returns the effect that a button names: on the first indicator that changes."""
    return next((one for one in effects if one.change), effects[0])


def _change_words(effect: Effect) -> str:
    return _("{indicator} {change} → {after} of {target}").format(
        indicator=effect.indicator, change=fmt.change(effect.change), after=fmt.number(effect.after),
        target=fmt.number(effect.target),
    )  # fmt: skip


def _before(project: Project, effects: Sequence[Effect], count: int, name: str) -> Markup:
    heading = ngettext("{n} sheet together", "{n} sheets together", count).format(n=fmt.number(count))
    why = _("Someone on several of them counts once, so this can be less than the sum of the sheets.")
    return Markup(
        '<section class="card stack" aria-label="{}"><h2{}>{}</h2>{}<p class="muted small">{}</p></section>'
    ).format(heading, focusable(name), heading, effects_list(project, effects), why)


def _after(project: Project, effects: Sequence[Effect], count: int, attention: str) -> Markup:
    heading = ngettext("Imported {n} sheet", "Imported {n} sheets", count).format(n=fmt.number(count))
    now = [
        _("{indicator} is now {after} of {target} ({change})").format(
            indicator=one.indicator, after=fmt.number(one.after), target=fmt.number(one.target),
            change=fmt.change(one.change),
        )
        for one in effects
    ]  # fmt: skip
    sentence = f"{heading}. {'. '.join(now)}."
    name = attention if attention.startswith("imported-") else ""
    return Markup(
        '<section class="note done" aria-label="{}" data-tell="{}"><p class="strong"{}>✔ {}</p>'
        '<ul class="plain">{}</ul></section>'
    ).format(heading, sentence, focusable(name), heading, joined(Markup("<li>{}</li>").format(one) for one in now))
