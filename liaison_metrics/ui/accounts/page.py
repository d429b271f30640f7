"""The content of Accounts: invite somebody, change or disable an account, hand over a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.account import Account, AccountState
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui import address
from liaison_metrics.ui.accounts.handed_over import hand_over
from liaison_metrics.ui.accounts.listing import role_words, state_words
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note

_ROUND = "account_round"
"""Counts invitations, so that the fields are empty again after each."""


def show_invitation(workspace: Workspace, actor: Actor) -> None:
    """Shows the fields for a new account, and invites its owner."""
    key = f"invite-{st.session_state.get(_ROUND, 0)}"
    with st.expander(_("Invite somebody")):
        email = st.text_input(_("E-mail address"), key=f"{key}-email", autocomplete="off")
        entry = _entry(workspace.project, key, AccountEntry(email, Role.PARTNER))
        if not st.button(_("Make the invitation"), type="primary", key=f"{key}-do"):
            return

        def invite() -> None:
            hand_over(managing.invite(workspace, entry, actor), email.strip().lower())
            st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1

        _run(invite, "", key)


def show_account(workspace: Workspace, account: Account, actor: Actor) -> None:
    """Shows an account with what can be changed about it."""
    key, number = f"account-{account.number}", account.number
    with st.container(border=True, key=f"{key}-card"):
        html_block(f"{key}-head", Markup("<h2>{}</h2><p>{}</p>").format(account.email, state_words(account)))
        before = AccountEntry(account.email, account.role, tuple(sorted(account.cities)), account.partner)
        entry = _entry(workspace.project, key, before)
        with st.container(horizontal=True):
            if st.button(_("Save changes"), type="primary", key=f"{key}-save"):
                _run(lambda: managing.change(workspace, number, entry, actor), _("The account was changed."), key)
            if account.state is not AccountState.DISABLED and st.button(_("New link"), key=f"{key}-link"):
                _run(lambda: hand_over(managing.reset_link(workspace, number, actor), account.email), "", key)
            if (account.second_factor or account.passkeys) and st.button(
                _("Remove second factor"), key=f"{key}-factor"
            ):
                done = _("The second factor was removed. The password alone signs in now.")
                _run(lambda: managing.remove_factors(workspace, number, actor), done, key)
            if account.state is AccountState.DISABLED:
                if st.button(_("Enable"), key=f"{key}-enable"):
                    _run(lambda: managing.enable(workspace, number, actor), _("The account was enabled."), key)
            elif st.button(_("Disable"), key=f"{key}-disable"):
                done = _("The account was disabled, and its owner is signed out.")
                _run(lambda: managing.disable(workspace, number, actor), done, key)
            if st.button(_("Close"), type="tertiary", key=f"{key}-close"):
                address.drop("account")
                st.rerun()


def _entry(project: Project, key: str, before: AccountEntry) -> AccountEntry:
    """Shows the fields of an account; returns what they say."""
    roles = list(Role)
    role = st.selectbox(
        _("Role"), roles, index=roles.index(before.role), format_func=role_words, key=f"{key}-role", width=400
    )  # fmt: skip
    if role is not Role.PARTNER:
        return AccountEntry(before.email, role)
    known = [city.code for city in project.cities]
    cities: Sequence[str] = st.multiselect(
        _("Cities"), known, default=[city for city in before.cities if city in known], key=f"{key}-cities", width=400,
        format_func=lambda code: label(project, "city", code), placeholder=_("Choose …"),
    )  # fmt: skip
    partners = [partner.code for partner in project.partners]
    partner = st.selectbox(
        _("Organisation"), partners, index=partners.index(before.partner) if before.partner in partners else None,
        format_func=lambda code: actor_name(project, code), placeholder=_("That of the first city"),
        key=f"{key}-partner", width=400,
    )  # fmt: skip
    return AccountEntry(before.email, role, tuple(cities), partner or "")


def _run(work: Callable[[], object], success: str, key: str) -> None:
    """Runs an action and draws the page again, or shows the error."""
    try:
        work()
    except LiaisonError as error:
        html_block(f"{key}-error", error_note(error))
        return
    if success:
        flash(success)
    st.rerun()
