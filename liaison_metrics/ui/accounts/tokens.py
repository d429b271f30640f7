"""The access tokens of all accounts, which a coordinator can revoke."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.own.access_tokens import AccessToken, all_tokens, revoke_token
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.accounts.listing import role_words
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note


def show_tokens(workspace: Workspace, accounts: Sequence[Account], actor: Actor) -> None:
    """Shows the valid access tokens of all accounts, each with a button to revoke it. Shows nothing if there are
    none."""
    tokens = [one for one in all_tokens(workspace, actor) if not one.is_over]
    if not tokens:
        return
    emails = {account.number: account.email for account in accounts}
    heading = ngettext("{n} access token", "{n} access tokens", len(tokens)).format(n=fmt.number(len(tokens)))
    with st.expander(heading):
        for one in tokens:
            with st.container(horizontal=True, vertical_alignment="center", key=f"token-{one.number}-line"):
                st.text(_words(one, emails.get(one.account, "")))
                if st.button(_("Revoke"), key=f"token-{one.number}-revoke"):
                    _revoke(workspace, one, actor)


def _words(token: AccessToken, email: str) -> str:
    until = _("valid until {day}").format(day=fmt.day(token.expires_at.date()))
    used = _("last used {ago}").format(ago=fmt.ago(token.used_at)) if token.used_at else _("never used")
    return " · ".join((token.name, email, role_words(token.role), until, used))


def _revoke(workspace: Workspace, token: AccessToken, actor: Actor) -> None:
    try:
        revoke_token(workspace, token.number, actor)
    except LiaisonError as error:
        html_block(f"token-{token.number}-error", error_note(error))
        return
    flash(_("The access token was revoked. It works no more."))
    st.rerun()
