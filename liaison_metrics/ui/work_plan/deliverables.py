"""Deliverables on Work plan: the list, and one with its versions and signatories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.events.work_plan.deliverables import DeliverableRecord
from liaison_metrics.services.events.work_plan.words import state_words
from liaison_metrics.services.labels import actor_name
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, joined, lines_table, table_of

_SIGNS = {
    WorkState.NOT_STARTED: "○", WorkState.IN_WORK: "◔", WorkState.IN_REVIEW: "◑", WorkState.PUBLISHED: "✓",
}  # fmt: skip


def deliverables_card(project: Project, deliverables: Sequence[DeliverableRecord], day: date) -> Markup:
    """Returns the list of deliverables: whose each is, when it is due, and how far it is."""
    heads = (
        _("Deliverable"), HeadCell(_("Owner"), "apart"), _("Due"), _("State"), HeadCell(_("Latest version"), "apart"),
    )  # fmt: skip
    rows = joined(_row(project, one, day) for one in deliverables)
    return Markup('<section class="card" id="deliverables"><div class="row"><h2>{}</h2></div>{}</section>').format(
        _("Deliverables"), table_of(_("Deliverables"), heads, (), rows, "compact")
    )


def _row(project: Project, one: DeliverableRecord, day: date) -> Markup:
    entry, latest = one.entry, one.versions[-1] if one.versions else None
    return Markup(
        '<tr><th scope="row" class="text"><a data-go href="?deliverable={}" data-at="deliverable-{}">{} {}</a></th>'
        '<td class="apart">{}</td><td class="nowrap">{}</td><td>{}</td><td class="apart">{}</td></tr>'
    ).format(
        entry.code, entry.code, entry.code, one.title, owner_words(project, entry.owner),
        fmt.day(entry.due) if entry.due else _("no due date"), deliverable_state(one, day),
        _("{version}, {day}").format(version=latest.version, day=fmt.day(latest.date)) if latest else "",
    )  # fmt: skip


def deliverable_state(one: DeliverableRecord, day: date) -> Markup:
    """Returns how far a deliverable is, and for how long it has been late on a *day*."""
    state, late = one.entry.state, one.days_late(day)
    kind = "late" if late else "good" if state is WorkState.PUBLISHED else "muted"
    words = ngettext("{n} day late", "{n} days late", late).format(n=fmt.number(late)) if late else ""
    return Markup('<span class="{}" aria-hidden="true">{}</span> {}{}').format(
        kind, "▲" if late else _SIGNS[state], state_words(state),
        Markup(', <span class="late">{}</span>').format(words) if words else NOTHING,
    )  # fmt: skip


def owner_words(project: Project, owner: str) -> str:
    """Returns the name of the partner (code) that owns a deliverable."""
    return actor_name(project, owner) if owner else _("nobody yet")


def detail_card(project: Project, one: DeliverableRecord, day: date) -> Markup:
    """Returns a deliverable with its facts, versions and signatories."""
    entry = one.entry
    facts = [
        (_("State"), deliverable_state(one, day)), (_("Owner"), owner_words(project, entry.owner)),
        (_("Due"), fmt.day(entry.due) if entry.due else _("no due date")),
    ]  # fmt: skip
    if entry.link:
        link = Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(entry.link, _("Open the page"))
        facts.append((_("Link"), link))
    return Markup(
        '<section class="card stack"><div class="row"><h2>{} {}</h2><a data-go href="?" data-at="all">{}</a></div>'
        '<dl class="facts">{}</dl>{}{}</section>'
    ).format(
        entry.code, one.title, _("All of the work plan"),
        joined(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*fact) for fact in facts),
        _versions(one), _signatories(one),
    )  # fmt: skip


def _versions(one: DeliverableRecord) -> Markup:
    if not one.versions:
        return Markup('<p class="muted">{}</p>').format(_("No version yet."))
    rows = [
        (version.version, fmt.day(version.date), version.file or (_("kept") if version.has_file else ""), version.note)
        for version in reversed(one.versions)
    ]
    return lines_table(_("Versions"), (_("Version"), _("Date"), _("File"), _("Note")), (), rows)


def _signatories(one: DeliverableRecord) -> Markup:
    if not one.signatories:
        return NOTHING
    rows = [(signed.organisation, signed.name, fmt.day(signed.date)) for signed in one.signatories]
    return lines_table(_("Signatories"), (_("Signed by"), _("Name"), _("Date")), (), rows)
