"""Reminders and the weekly digest on Owed: to copy, to open in the mail program, or to send."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events.owed.digest import WeeklyDigest, digest_text, send_digest
from liaison_metrics.services.events.owed.reminding import Reminder, send_reminder
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, error_note
from liaison_metrics.ui.frame.words import plain


def reminder_form(workspace: Workspace, actor: Actor, reminder: Reminder) -> None:
    """Shows the reminder of a partner, in its language: to copy, to open in the mail program and, where a mail server
    is set, to send."""
    name = actor_name(workspace.project, reminder.partner)
    with st.expander(_("Remind {name}").format(name=plain(name))):
        st.caption(_("In the partner’s language. Copy it, open it in your mail program, or send it."))
        st.code(f"{reminder.subject}\n\n{reminder.text}", language=None, wrap_lines=True)
        html_block(f"mailto-{reminder.partner}", _mail_links(workspace.project, reminder))
        if not workspace.settings.smtp_host or not reminder.recipients:
            return
        free = reminder.may_be_sent(datetime.now(UTC))
        if st.button(_("Send by e-mail"), key=f"send-{reminder.partner}", disabled=not free):
            _send(lambda: send_reminder(workspace, reminder.partner, actor), _("Reminder sent to {name}."), name)


def _mail_links(project: Project, reminder: Reminder) -> Markup:
    link = Markup('<a href="{}" lang="{}" data-at="mailto-{}">{}</a>').format(
        reminder.mailto, reminder.language or "en", reminder.partner, _("Open in the mail program")
    )
    told = _("To: {addresses}").format(addresses=", ".join(reminder.recipients)) if reminder.recipients else ""
    sent = NOTHING
    if reminder.last_sent:
        words = _("Last sent {ago}. A partner gets at most one a week.").format(ago=fmt.ago(reminder.last_sent))
        sent = Markup('<br><span class="muted">{}</span>').format(words)
    return Markup('<p class="small">{}<br>{}{}</p>').format(link, told, sent)


def digest_form(workspace: Workspace, actor: Actor, digest: WeeklyDigest) -> None:
    """Shows the weekly digest: to copy and, where a mail server is set, to send to the coordinators."""
    with st.expander(_("Weekly digest")):
        st.caption(_("What came, what moved and what is owed: the last seven days."))
        st.code(digest_text(workspace, digest, actor), language=None, wrap_lines=True)
        if workspace.settings.smtp_host and st.button(_("Send to the coordinators"), key="send-digest"):
            _send(lambda: send_digest(workspace, actor), _("Digest sent."), "")


def _send(work: Callable[[], object], done: str, name: str) -> None:
    try:
        with st.spinner(_("Sending")):
            work()
    except LiaisonError as error:
        html_block("mail-error", error_note(error))
        return
    watch.wrote()
    flash(done.format(name=name))
    st.rerun()
