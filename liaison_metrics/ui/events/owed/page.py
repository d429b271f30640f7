"""The lists of Owed: for each partner what is missing, and where it can be settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events.owed.finding import Owed, OwedKind, owed_words
from liaison_metrics.services.labels import actor_name, event_name, label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.filters import MANY_LINES, Filters
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, joined, lines_shown, more_lines, note, table_of

_CURRENT = Markup(' aria-current="true"')


@dataclass(frozen=True, slots=True)
class WholeList:
    """The page with all that one partner (code) owes."""

    partner: str

    @property
    def link(self) -> str:
        """Returns its address."""
        return f"?partner={self.partner}&lines={MANY_LINES}"


def nothing_owed(*, planned: bool) -> Markup:
    """Returns a note that nothing is missing; unless events are *planned*, how events without a sheet get here."""
    if planned:
        return note(_("Nothing is owed: every past event has a sheet, and no question is open."), "done")
    return note(
        _("Nothing is owed. Plan events on the Events page: those without a sheet after their day appear here."), "info"
    )


def partner_card(project: Project, filters: Filters, partner: str, items: Sequence[Owed]) -> Markup:
    """Returns what a partner (code) owes, each line with a link to where it can be settled."""
    cities = ", ".join(label(project, "city", city.code) for city in project.cities if city.partner == partner)
    count = ngettext("{n} item", "{n} items", len(items)).format(n=fmt.number(len(items)))
    rows = joined(_line(project, one) for one in items[: lines_shown(filters, len(items))])
    heads = (_("Missing"), _("Event or file"), HeadCell(_("City"), "apart"), HeadCell(_("Since"), "apart"))
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2>{} <span class="muted">{}</span></h2>'
        "<span>{}</span></div>{}{}</section>"
    ).format(
        actor_name(project, partner), actor_name(project, partner), cities, count,
        table_of(actor_name(project, partner), heads, (_("days"),), rows, "compact"),
        more_lines(filters, len(items), WholeList(partner)),
    )  # fmt: skip


def _line(project: Project, one: Owed) -> Markup:
    place = label(project, "city", one.city) if one.city else ""
    what = event_name(project, one) if one.activity else one.title
    return Markup(
        '<tr><td class="late text">{}</td><th scope="row" class="text">'
        '<a data-go href="{}" data-at="owed-{}-{}-{}">{}</a></th>'
        '<td class="apart">{}</td><td class="nowrap apart">{}</td><td class="n lead">{}'
        '<span class="narrow-only"> {}</span></td></tr>'
    ).format(
        owed_words(one.kind, one.count), _settled_at(one), one.kind, one.code or one.number, one.date.isoformat(), what,
        place,
        fmt.day(one.date), fmt.number(one.days), ngettext("day", "days", one.days),
    )  # fmt: skip


def _settled_at(one: Owed) -> str:
    """Returns the address of the page where something can be settled."""
    if one.kind is OwedKind.SHEET:
        return f"upload?plan={one.number}"
    if one.kind is OwedKind.DELIVERABLE:
        return f"work_plan?deliverable={one.code}"
    if one.kind is OwedKind.STATEMENT:
        return f"statements?partner={one.partner}&period={one.code}"
    if one.kind is OwedKind.EVIDENCE:
        return f"events?event={one.number}"
    return f"events?check={one.number}" if one.kind is OwedKind.EVENT_TO_CHECK else f"history?upload={one.number}"


def partner_choice(project: Project, codes: Sequence[str], chosen: str) -> Markup:
    """Returns links to what each partner owes and to all of them, nothing where there is only one."""
    if len(codes) < 2:
        return NOTHING
    links = [("", _("All partners")), *((code, actor_name(project, code)) for code in codes)]
    return Markup('<nav class="small" aria-label="{}"><p>{}</p></nav>').format(
        _("Partners"),
        joined(
            (
                Markup('<a data-go="partner" href="?partner={}" data-at="partner-{}"{}>{}</a>').format(
                    code, code, *((_CURRENT, Markup("<strong>{}</strong>").format(name)) if code == chosen
                                  else (NOTHING, name)),
                )
                for code, name in links
            ),
            " · ",
        ),
    )  # fmt: skip
