"""Accounts: for coordinators, where everybody signs in: invite, change, disable, hand over links."""

import streamlit as st

from liaison_metrics.services.accounts import managing
from liaison_metrics.texts import _
from liaison_metrics.ui.accounts import page
from liaison_metrics.ui.accounts.handed_over import show_link
from liaison_metrics.ui.accounts.listing import accounts_card
from liaison_metrics.ui.accounts.tokens import show_tokens
from liaison_metrics.ui.frame.actor import current_actor, needs_accounts
from liaison_metrics.ui.frame.filters import number_in
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.frame.shell import current_request

workspace = current_request().workspace
html_block("head", page_head(_("Accounts"), _("Who may sign in, and as what.")))
actor = current_actor()
if actor is None or not needs_accounts():
    html_block("none", note(_("Nobody needs to sign in on this machine.")))
    st.stop()
accounts = managing.all_accounts(workspace, actor)
show_flash()
show_link(workspace)
page.show_invitation(workspace, actor)
chosen = number_in(st.query_params.to_dict(), "account")
for account in accounts:
    if account.number == chosen:
        page.show_account(workspace, account, actor)
html_block("accounts", accounts_card(workspace.project, accounts))
show_tokens(workspace, accounts, actor)
