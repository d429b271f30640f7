"""What coordinators do for participants: give out a person's data, or delete them; and what the retention time ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.uploads.personal_data.disclosing import PersonFile, disclose
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.planning import ForgettingPlan, plan_forgetting
from liaison_metrics.services.uploads.personal_data.receipts import receipts
from liaison_metrics.services.uploads.personal_data.retention import Retention, preview_purge, purge
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, note

_PLAN, _FILE, _ROUND = "forgetting_plan", "person_file", "rights_round"
"""Where a session keeps what was found, the file about a person, and how often the fields were emptied."""

_EARLIEST_BIRTH = date(1900, 1, 1)


def show_rights(workspace: Workspace, actor: Actor) -> None:
    """Shows the fields that say who is meant, what is found, and the two things to do."""
    html_block("rights", Markup("<h2>{}</h2><p>{}</p>").format(
        _("A participant asks"),
        _("Type what you know. It is compared and then dropped: it is neither stored nor recorded."),
    ))  # fmt: skip
    key = f"rights-{st.session_state.get(_ROUND, 0)}"
    with st.form(key, border=False):
        typed = _fields(key)
        with st.container(horizontal=True):
            look = st.form_submit_button(_("Show what would be deleted"))
            give = st.form_submit_button(_("Make a file with the person’s data"))
    if look:
        st.session_state.pop(_FILE, None)
        _run(lambda: _keep(_PLAN, (typed, plan_forgetting(workspace, typed, actor))))
    if give:
        st.session_state.pop(_PLAN, None)
        _run(lambda: _keep(_FILE, disclose(workspace, typed, actor)))
    _offer_file(workspace)
    _offer_forgetting(workspace, actor)


def _fields(key: str) -> TypedPerson:
    with st.container(horizontal=True):
        email = st.text_input(_("E-mail address"), key=f"{key}-email", autocomplete="off", width=280)
        phone = st.text_input(_("Phone number"), key=f"{key}-phone", autocomplete="off", width=200)
        name = st.text_input(_("Full name"), key=f"{key}-name", autocomplete="off", width=280)
        birth = st.date_input(
            _("Birth date"),
            value=None,
            min_value=_EARLIEST_BIRTH,
            key=f"{key}-birth",
            format=fmt.date_field(),
            width=180,
        )
    return TypedPerson(email, phone, name, birth if isinstance(birth, date) else None)


def _keep(name: str, value: object) -> None:
    st.session_state[name] = value


def _offer_file(workspace: Workspace) -> None:
    found: PersonFile | None = st.session_state.get(_FILE)
    if found is None:
        return
    count = len(found.attendances)
    words = ngettext("{n} attendance is in the file.", "{n} attendances are in the file.", count)
    html_block("person-file", note(words.format(n=fmt.number(count)), "done"))
    name = f"{workspace.project.acronym}-person"
    with st.container(horizontal=True):
        st.download_button(
            _("Download to read"), found.as_html(), f"{name}.html", "text/html", key="person-html", on_click=_empty
        )
        st.download_button(
            _("Download as JSON"), found.as_json(), f"{name}.json", "application/json", key="person-json",
            on_click=_empty,
        )  # fmt: skip


def _offer_forgetting(workspace: Workspace, actor: Actor) -> None:
    kept: tuple[TypedPerson, ForgettingPlan] | None = st.session_state.get(_PLAN)
    if kept is None:
        return
    typed, plan = kept
    person = plan.person
    found = (
        ngettext("{n} attendance", "{n} attendances", person.attendances).format(n=fmt.number(person.attendances)),
        ngettext("{n} event", "{n} events", person.events).format(n=fmt.number(person.events)),
        ngettext("{n} upload", "{n} uploads", len(person.uploads)).format(n=fmt.number(len(person.uploads))),
        ngettext("{n} row in files", "{n} rows in files", plan.rows_in_files).format(n=fmt.number(plan.rows_in_files)),
    )
    html_block("plan", note(_("Found: {what}. Figures will not change.").format(what=", ".join(found))))
    with st.container(horizontal=True):
        if st.button(_("Delete this person’s data"), type="primary", key="forget"):
            _run(lambda: _forget(workspace, typed, actor))
        if st.button(_("Cancel"), type="tertiary", key="forget-cancel"):
            _empty()
            st.rerun()


def _forget(workspace: Workspace, typed: TypedPerson, actor: Actor) -> None:
    receipt = forget(workspace, typed, actor)
    _empty()
    flash(_("Deleted. Receipt no. {number} is below.").format(number=receipt.number))
    st.rerun()


def _empty() -> None:
    """Drops what was typed and found."""
    st.session_state.pop(_PLAN, None)
    st.session_state.pop(_FILE, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def show_receipts(workspace: Workspace, actor: Actor) -> None:
    """Shows the receipts about people who were forgotten, to download."""
    found = receipts(workspace, actor)
    if not found:
        return
    with st.expander(_("Receipts ({n})").format(n=fmt.number(len(found)))):
        for one in found:
            words = _("No. {number}, {when}").format(number=one.number, when=fmt.date_time(one.made_at))
            st.download_button(
                words, one.text, one.file, "text/plain", key=f"receipt-{one.number}", on_click="ignore"
            )  # fmt: skip


def show_purge(workspace: Workspace, found: Retention, actor: Actor) -> None:
    """Shows what the end of the retention time deletes, and the button that does it once it is due."""
    if not found.is_due:
        return
    counted = preview_purge(workspace, actor)
    words = _(
        "Attendances that lose their identifiers: {attendances}. Files that are deleted: {originals}. Figures stay."
    ).format(attendances=fmt.number(counted["attendances"]), originals=fmt.number(counted["originals"]))
    html_block("purge", note(words))
    sure = st.checkbox(_("I know that this cannot be undone."), key="purge-sure")
    if st.button(_("Delete all personal data"), type="primary", disabled=not sure, key="purge-do"):
        _run(lambda: _purge(workspace, actor))


def _purge(workspace: Workspace, actor: Actor) -> None:
    purge(workspace, actor)
    flash(_("All personal data were deleted. The figures stay."))
    st.rerun()


def _run(work: Callable[[], object]) -> None:
    """Runs an action, or shows the error."""
    try:
        work()
    except LiaisonError as error:
        html_block("rights-error", error_note(error))
