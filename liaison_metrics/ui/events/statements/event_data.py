"""What EU programmes ask for of an event, on its page: what is stated, and the form that changes it."""

from __future__ import annotations

import hashlib
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.data import EventData, EventFormat
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events.describing import (
    DescribedEvent,
    countries_in,
    describe,
    format_label,
    survey_label,
)
from liaison_metrics.services.events.details import EventDetail
from liaison_metrics.services.intake.manual_entry import MOST_PEOPLE
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, error_note, joined


def described_card(project: Project, found: DescribedEvent) -> Markup:
    """Returns what is stated of an event, and who changed it last."""
    data = found.data
    told: list[tuple[str, str | Markup]] = [
        (_("In person or online"), format_label(data.format)),
        (_("Venue"), data.venue),
        (_("Organisers"), data.organisers),
        (_("Description"), data.description),
        (_("Programme"), _link(data.link)),
        (_("Participants by country"), _countries(data)),
        (_("Survey of participants"), survey_label(data)),
    ]  # fmt: skip
    nothing = Markup('<span class="muted">{}</span>').format(_("not stated"))
    row = Markup('<tr><th scope="row" class="text">{}</th><td class="text">{}</td></tr>')
    rows = joined(row.format(name, text or nothing) for name, text in told)
    by = NOTHING
    if found.made_at is not None:
        words = _("Changed by {who}, {when}. The files stay as they are.")
        by = Markup('<p class="muted small">{}</p>').format(
            words.format(who=actor_name(project, found.made_by), when=fmt.date_time(found.made_at))
        )
    return Markup(
        '<section class="card" aria-label="{}"><h2>{}</h2><table><tbody>{}</tbody></table>{}</section>'
    ).format(_("For the funder"), _("For the funder"), rows, by)


def _link(text: str) -> str | Markup:
    if not text.startswith(("https://", "http://")):
        return text
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(text, text)


def _countries(data: EventData) -> str:
    return ", ".join(f"{fmt.country(code)} {number}" for code, number in data.countries)


def described_form(workspace: Workspace, actor: Actor, detail: EventDetail, found: DescribedEvent) -> None:
    """Shows the form that changes what is stated of an event, to whoever may."""
    number, data = detail.event.number, found.data
    if not allows(actor, Action.EVENT_DESCRIBE, Resource.event(workspace.project, detail.event.fact.city)):
        return
    # Keep what is typed until the data change.
    key = f"{number}-{hashlib.blake2b(data.as_json().encode(), digest_size=6).hexdigest()}"
    with st.expander(_("Add or change what the funder asks for")), st.form(f"describe-{key}", border=False):
        left, right = st.columns(2)
        with left:
            codes = ["", *EventFormat]
            format_ = st.selectbox(
                _("In person or online"), codes, index=codes.index(data.format) if data.format in codes else 0,
                format_func=lambda code: format_label(code) or _("not stated"), key=f"describe-format-{key}",
            )  # fmt: skip
            venue = st.text_input(_("Venue"), data.venue, key=f"describe-venue-{key}")
            organisers = st.text_input(_("Organisers"), data.organisers, key=f"describe-organisers-{key}")
            link = st.text_input(_("Web address of the programme"), data.link, key=f"describe-link-{key}")
        with right:
            countries = st.text_input(
                _("Participants by country"), _countries(data), key=f"describe-countries-{key}",
                help=_("Countries with the number of people who came from there, such as: Austria 12, Italy 3."),
            )  # fmt: skip
            answers = st.number_input(
                _("Answers to the survey of participants"), 0, MOST_PEOPLE, data.survey_answers, 1,
                key=f"describe-answers-{key}",
            )  # fmt: skip
            good = st.number_input(
                _("Of these, good or very good"), 0, MOST_PEOPLE, data.survey_good, 1, key=f"describe-good-{key}"
            )
        description = st.text_area(_("Description"), data.description, key=f"describe-description-{key}")
        submitted = st.form_submit_button(_("Save"), type="primary")
    if not submitted:
        return
    try:
        by_country = countries_in(countries)
    except WrongEntry as error:
        html_block("describe-wrong", error_note(error))
        return
    new = EventData(format_, venue, description, link, organisers, by_country, answers, good)
    run(
        partial(describe, workspace, number, new, actor), _("Saved."),
        undo=lambda before: partial(describe, workspace, number, before, actor),
    )  # fmt: skip
