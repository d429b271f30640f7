"""Deliverables on Work plan: the list, and one with its versions and signatories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.events.work_plan.deliverables import DeliverableRecord
from liaison_metrics.services.events.work_plan.importing import ReadDeliverable
from liaison_metrics.services.events.work_plan.words import state_words
from liaison_metrics.services.labels import actor_name
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, joined, lines_table, note, table_of

_SIGNS = {
    WorkState.NOT_STARTED: "○", WorkState.IN_WORK: "◔", WorkState.IN_REVIEW: "◑", WorkState.PUBLISHED: "✓",
}  # fmt: skip


def deliverables_card(
    project: Project, deliverables: Sequence[DeliverableRecord], day: date, *, may_import: bool
) -> Markup:
    """Returns the list of deliverables: whose each is, when it is due, and how far it is; *may_import* adds the link to
    the import from a sheet."""
    link = Markup('<a data-go href="?list=1" data-at="list">{}</a>').format(_("Import from a sheet"))
    heads = (
        _("Deliverable"), HeadCell(_("Owner"), "apart"), _("Due"), _("State"), HeadCell(_("Latest version"), "apart"),
    )  # fmt: skip
    rows = joined(_row(project, one, day) for one in deliverables)
    return Markup('<section class="card" id="deliverables"><div class="row"><h2>{}</h2>{}</div>{}</section>').format(
        _("Deliverables"), link if may_import else NOTHING, table_of(_("Deliverables"), heads, (), rows, "compact")
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
    return lines_table(_("Signatories"), (_("Signed by"), _("Full name"), _("Date")), (), rows)


def list_lines(project: Project, lines: Sequence[ReadDeliverable]) -> Markup:
    """Returns the lines of a list and what becomes of each, the wrong ones first."""
    if not lines:
        return note(
            _("No deliverable was found. The list needs a header such as code, owner, due date, state."), "refused"
        )
    rows = joined(_list_line(project, one) for one in sorted(lines, key=lambda one: one.entry is not None))
    heads = (_("Row"), _("Deliverable"), _("Owner"), _("Due"), _("State"), _("What happens"))
    return table_of(_("Lines of the list"), heads, (), rows)


def _list_line(project: Project, one: ReadDeliverable) -> Markup:
    entry = one.entry
    if entry is None:
        words = " ".join(filter(None, (f"{one.column}:" if one.column else "", *one.why)))
        cells = Markup('<td colspan="4"></td><td class="text late">{}</td>').format(words)
    else:
        cells = Markup("<td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>").format(
            entry.code, owner_words(project, entry.owner), fmt.day(entry.due) if entry.due else "",
            state_words(entry.state), _("is changed") if one.changed else _("stays as it is"),
        )  # fmt: skip
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(fmt.number(one.row), cells)
