"""A one-time link that a coordinator hands over: shown once, to copy or to send by mail."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.errors import InvalidLink
from liaison_metrics.services.accounts.links import open_link
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.address import server_address
from liaison_metrics.ui.frame.html import html_block

_KEY = "account_link"


@dataclass(frozen=True, slots=True)
class _LinkToShow:
    token: str
    email: str


def hand_over(token: str, email: str) -> None:
    """Sets the link that the page shows next."""
    st.session_state[_KEY] = _LinkToShow(token, email)


def show_link(workspace: Workspace) -> None:
    """Shows the link that was made last, until the coordinator is done with it or it was used."""
    shown: _LinkToShow | None = st.session_state.get(_KEY)
    if shown is None:
        return
    try:
        until = open_link(workspace, shown.token).expires_at
    except InvalidLink:
        del st.session_state[_KEY]
        return
    url = f"{server_address(workspace.settings.public_url)}/link/{shown.token}"
    with st.container(border=True, key="account_link_card"):
        html_block("link-head", _heading(shown.email, fmt.date_time(until)))
        st.code(url, language=None, wrap_lines=True)
        html_block("link-mail", _mail(workspace.project.acronym, shown.email, url))
        if st.button(_("Done"), key="link-done"):
            del st.session_state[_KEY]
            st.rerun()


def _heading(email: str, until: str) -> Markup:
    return Markup('<h2>{}</h2><p class="muted small">{}</p>').format(
        _("Link for {email}").format(email=email),
        _("Hand it over yourself: by mail, chat or phone. It works once, until {when}, and is shown only now.").format(
            when=until
        ),
    )


def _mail(acronym: str, email: str, url: str) -> Markup:
    subject = _("Your access to {project}").format(project=acronym)
    text = _("Open this link and choose a password. It works once: {url}").format(url=url)
    address = f"mailto:{quote(email, safe='@')}?subject={quote(subject)}&body={quote(text)}"
    return Markup('<p><a href="{}">{}</a></p>').format(address, _("Write an e-mail with this link"))
