"""Share links, for coordinators: make one, hand it over once, see which are valid, revoke them."""

from __future__ import annotations

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.issued_reports import share_links
from liaison_metrics.services.issued_reports.share_links import ANY_SITE, NewShareLink, SharedPage, ShareLink
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.address import server_address
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note

_KEY = "share_link_made"
DAYS = (7, 30, 90, 365)


def show(workspace: Workspace, actor: Actor) -> None:
    """Shows the links in a part of the page that opens on click."""
    with st.expander(_("Share links"), expanded=_KEY in st.session_state):
        st.text(
            _("Somebody with a link sees one page, without an account: the latest published report, or the targets.")
        )
        _show_made(workspace)
        _ask(workspace, actor)
        for link in share_links.all_links(workspace, actor):
            if not link.is_over:
                _show_link(workspace, link, actor)


def _show_made(workspace: Workspace) -> None:
    token: str | None = st.session_state.get(_KEY)
    if token is None:
        return
    with st.container(border=True, key="share_made"):
        st.text(_("Copy the link now. It is not shown again."))
        address = f"{server_address(workspace.settings.public_url)}/share/{token}"
        st.code(address, language=None, wrap_lines=True)
        st.text(_("To embed the page:"))
        st.code(f'<iframe src="{address}" width="100%" height="700"></iframe>', language="html", wrap_lines=True)
        if st.button(_("Done"), key="share-done"):
            del st.session_state[_KEY]
            st.rerun()


def _ask(workspace: Workspace, actor: Actor) -> None:
    with st.form("share", border=False):
        name = st.text_input(_("Who it is for"), max_chars=share_links.LONGEST_NAME, key="share-name")
        with st.container(horizontal=True):
            shows = st.selectbox(
                _("It shows"), list(SharedPage), index=0, format_func=_page_words, key="share-shows", width=280
            )
            days = st.selectbox(_("Valid for"), DAYS, index=1, format_func=_days_words, key="share-days", width=180)
            password = st.text_input(_("Password (optional)"), type="password", key="share-password", width=280)
        site = st.text_input(
            _("Site that may embed it (optional)"), placeholder="https://www.example.org", key="share-site",
            help=_("Its address without a path, or * for any site."),
        )  # fmt: skip
        if st.form_submit_button(_("Make link")):
            new = NewShareLink(name, shows or SharedPage.REPORT, days, password, site.strip())
            _make(workspace, new, actor)


def _make(workspace: Workspace, new: NewShareLink, actor: Actor) -> None:
    try:
        st.session_state[_KEY] = share_links.make_link(workspace, new, actor)
    except LiaisonError as error:
        html_block("share_error", error_note(error))
        return
    st.rerun()


def _show_link(workspace: Workspace, link: ShareLink, actor: Actor) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"share-{link.number}"):
        words = [link.name, _page_words(link.shows), _("until {when}").format(when=fmt.date_time(link.expires_at))]
        if link.has_password:
            words.append(_("with a password"))
        if link.site:
            embedded = _("embedded by any site") if link.site == ANY_SITE else _("embedded by {site}")
            words.append(embedded.format(site=link.site))
        st.text(" · ".join(words))
        if st.button(_("Revoke"), type="tertiary", key=f"share-revoke-{link.number}"):
            share_links.revoke_link(workspace, link.number, actor)
            st.rerun()


def _page_words(page: SharedPage) -> str:
    return _("Latest published report") if page is SharedPage.REPORT else _("Targets: totals and cities")


def _days_words(days: int) -> str:
    return ngettext("{n} day", "{n} days", days).format(n=days)
