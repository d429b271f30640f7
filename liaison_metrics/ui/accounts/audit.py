"""The content of Audit: filters, the latest lines of the record, and the record as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.exports import files
from liaison_metrics.exports.frames.audit import audit
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.workspace.audit.reading import AuditFilter, AuditLine, entries
from liaison_metrics.services.workspace.audit.recording import (
    AuditAction,
    AuditEntry,
    AuditKind,
    record_alone,
)
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext, pgettext
from liaison_metrics.ui.accounts.audit_values import recorded_words
from liaison_metrics.ui.accounts.audit_words import action_words, kind_words
from liaison_metrics.ui.accounts.listing import role_words
from liaison_metrics.ui.frame.language import later
from liaison_metrics.ui.frame.parts import joined, lines_table

MOST_LINES = 500
"""Lines shown at once. The file has all of them."""

Emails = Mapping[int, str]
"""The e-mail address of each account, by its number."""


def ask_filter(accounts: Iterable[int], emails: Emails) -> AuditFilter:
    """Shows the filters, and returns what was chosen."""
    with st.container(horizontal=True):
        who = st.selectbox(
            _("Who"), list(accounts), index=None, placeholder=pgettext("persons", "All"), key="audit-who", width=280,
            format_func=lambda number: emails.get(number, _("account {number}").format(number=number)),
        )  # fmt: skip
        action = st.selectbox(
            _("What"), list(AuditAction), index=None, placeholder=pgettext("actions", "All"),
            key="audit-what", width=280, format_func=lambda one: action_words(one.value),
        )  # fmt: skip
        since = st.date_input(_("From"), value=None, key="audit-since", format=fmt.date_field(), width=180)
        until = st.date_input(_("To"), value=None, key="audit-until", format=fmt.date_field(), width=180)
    return AuditFilter(who, action, since, until)


def offer_file(workspace: Workspace, actor: Actor, wanted: AuditFilter) -> None:
    """Shows the button that downloads all matching lines, which is recorded as well."""

    def make() -> bytes:
        query = {name: str(value) for name, value in asdict(wanted).items() if value}
        _total, lines = entries(workspace, actor, wanted)
        exported = AuditEntry(AuditAction.TABLE_EXPORT, AuditKind.TABLE, "audit.csv", after={"filters": query})
        record_alone(workspace, actor, exported)
        return files.write("audit", audit(lines), "csv")

    name = f"{workspace.project.acronym}-audit.csv"
    st.download_button(_("Download as CSV"), later(make), name, "text/csv", key="audit-file", on_click="ignore")


def audit_card(project: Project, total: int, lines: Sequence[AuditLine], emails: Emails) -> Markup:
    """Returns the latest lines, *total* of which match."""
    heading = ngettext("{n} line", "{n} lines", total).format(n=fmt.number(total))
    heads = (_("No."), _("When"), _("Who"), _("What"), _("On"), _("Before"), _("After"))
    rows = (
        (
            fmt.number(one.number), fmt.date_time(one.made_at), _who(project, one, emails), action_words(one.action),
            " ".join(filter(None, (kind_words(one.kind), one.about))), recorded_words(project, one.before),
            recorded_words(project, one.after),
        )
        for one in lines
    )  # fmt: skip
    table = lines_table(heading, heads, (), rows) if lines else Markup("<p>{}</p>").format(_("No lines match."))
    more = _("Showing the latest {n}. The file has all of them.").format(n=fmt.number(len(lines)))
    note = joined([Markup('<p class="muted small">{}</p>').format(more)] if len(lines) < total else [])
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}{}</section>').format(
        heading, heading, table, note
    )


def _who(project: Project, line: AuditLine, emails: Emails) -> str:
    if not line.role:
        return _("nobody signed in")
    role = actor_name(project, line.partner) if line.partner else role_words(Role(line.role))
    if line.account is None:
        return role
    email = emails.get(line.account, _("account {number}").format(number=line.account))
    return _("{email} ({role})").format(email=email, role=role)
