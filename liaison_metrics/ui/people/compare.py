"""Two people side by side: what each attendance states, what speaks for one person, and the buttons to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.people import deciding, readable, review
from liaison_metrics.services.people.readable import ReadableRow
from liaison_metrics.services.people.review import PersonPair, SeenPerson
from liaison_metrics.texts import _
from liaison_metrics.ui.events.actions import effects_table, run
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, error_note, joined
from liaison_metrics.ui.people.request import PeopleRequest
from liaison_metrics.ui.people.undoing import undo_of_new

KEYS = {PersonDecisionKind.SAME: "S", PersonDecisionKind.DIFFERENT: "D", PersonDecisionKind.LATER: "L"}
"""The key on the keyboard for each answer."""

TYPES: Mapping[PersonDecisionKind, Literal["primary", "secondary"]] = {
    PersonDecisionKind.SAME: "primary",
    PersonDecisionKind.DIFFERENT: "secondary",
    PersonDecisionKind.LATER: "secondary",
}

_PROPERTIES = ("community", "group", "gender", "age_band")
_TEXT = "people-text"


def show(
    page_request: PageRequest, request: PeopleRequest, pairs: Sequence[PersonPair], actor: Actor | None
) -> None:  # fmt: skip
    """Shows the pair that the address asks for, and the buttons to decide about it. Nothing without pairs."""
    if not pairs:
        return
    workspace, at = page_request.workspace, request.chosen(pairs)
    pair = pairs[at]
    names = (pair.a, pair.b)
    reader = page_request.actor
    seen = cached_by_store(("people_seen", names), page_request, lambda: review.seen(workspace, names, reader))
    texts = _texts(page_request, names)
    html_block("pair", _card(workspace.project, request, pairs, at, seen, texts))
    effects = cached_by_store(
        ("people_effect", names), page_request,
        lambda: deciding.preview_decision(workspace, [names], PersonDecisionKind.SAME, reader),
    )  # fmt: skip
    if actor is not None:
        with st.container(horizontal=True, key="people_answers"):
            for kind, words in _answers().items():
                if st.button(words, key=f"people-{kind.value}", shortcut=KEYS[kind], type=TYPES[kind]):
                    work = partial(deciding.decide, workspace, [names], kind, actor)
                    run(work, _done(kind, names), leave="pair", undo=undo_of_new(workspace, actor))
            st.button(_("Show the rows’ text"), key="people-show-text", on_click=_ask_text, args=(names,))
        st.caption(_("Keys: S same person, D different people, L later. Who looks at the text is recorded."))
    html_block(
        "pair-effect",
        Markup('<section class="card stack" aria-label="{}"><h2>{}</h2>{}</section>').format(
            _("Effect on each target"), _("Effect on each target"),
            effects_table(workspace.project, [(_("If the same person"), effects)]),
        ),
    )  # fmt: skip


def _answers() -> dict[PersonDecisionKind, str]:
    return {
        PersonDecisionKind.SAME: _("Same person"),
        PersonDecisionKind.DIFFERENT: _("Different people"),
        PersonDecisionKind.LATER: _("Later"),
    }


def _done(kind: PersonDecisionKind, names: tuple[str, str]) -> str:
    words = {
        PersonDecisionKind.SAME: _("{a} and {b} are one person now."),
        PersonDecisionKind.DIFFERENT: _("{a} and {b} are different people now."),
        PersonDecisionKind.LATER: _("{a} and {b} are at the end of the list now."),
    }[kind]
    return words.format(a=names[0], b=names[1])


def _ask_text(names: tuple[str, str]) -> None:
    st.session_state[_TEXT] = names


def _texts(page_request: PageRequest, names: tuple[str, str]) -> Mapping[int, ReadableRow]:
    """Returns the text of the rows for the run that asked for it; the next run shows none."""
    if st.session_state.pop(_TEXT, None) != names:
        return {}
    try:
        return readable.readable_rows(page_request.workspace, names, page_request.actor)
    except LiaisonError as error:
        html_block("people-text-error", error_note(error))
        return {}


def _card(
    project: Project, request: PeopleRequest, pairs: Sequence[PersonPair], at: int, seen: Sequence[SeenPerson],
    texts: Mapping[int, ReadableRow],
) -> Markup:  # fmt: skip
    pair = pairs[at]
    heading = _("Is this the same person?")
    place = _("Pair {n} of {all}").format(n=fmt.number(at + 1), all=fmt.number(len(pairs)))
    differing = {kind for kind in _PROPERTIES if getattr(seen[0], kind) != getattr(seen[1], kind)}
    sides = joined(_side(project, person, differing, texts) for person in seen)
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2><p class="small">{}{}</p></div>'
        '<p><strong class="score">{}</strong> <span class="muted">{}</span></p><div class="sides">{}</div></section>'
    ).format(
        heading, heading, place, _neighbours(request, pairs, at), _("Score {n}").format(n=fmt.decimal(pair.score, 2)),
        ", ".join(pair.why), sides,
    )  # fmt: skip


def _neighbours(request: PeopleRequest, pairs: Sequence[PersonPair], at: int) -> Markup:
    links = [
        Markup(' · <a data-go href="{}" data-at="{}">{}</a>').format(request.with_pair(pairs[to]).link, name, words)
        for to, name, words in ((at - 1, "previous", _("Previous")), (at + 1, "next", _("Next")))
        if 0 <= to < len(pairs)
    ]
    return joined(links)


def _side(project: Project, person: SeenPerson, differing: set[str], texts: Mapping[int, ReadableRow]) -> Markup:
    known = joined(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(
            words, Markup("<strong>{}</strong>").format(value) if kind in differing else value
        )
        for kind, words in _names_of_properties().items()
        if (value := label(project, kind, getattr(person, kind)))
    )
    rows = joined(
        Markup('<li><span class="strong">{}</span> · {} · {}<br><span class="muted small">{}</span>{}</li>').format(
            event_name(project, event), fmt.day(event.date), label(project, "city", event.city),
            _("{file}, {sheet}, row {row}").format(file=source.file, sheet=source.sheet, row=source.row),
            _text(texts[number]) if number in texts else NOTHING,
        )
        for number, event, source in person.attendances
    )  # fmt: skip
    return Markup(
        '<section aria-label="{}"><h3>{}</h3><dl class="facts">{}</dl><ul class="plain">{}</ul></section>'
    ).format(person.pseudonym, person.pseudonym, known, rows)


def _names_of_properties() -> dict[str, str]:
    return {"community": _("Community"), "group": _("Group"), "gender": _("Gender"), "age_band": _("Age band")}


def _text(row: ReadableRow) -> Markup:
    words = " · ".join(row.cells) or _("The file is not kept.")
    return Markup('<br><q class="original">{}</q>').format(words)
