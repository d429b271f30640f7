"""The form that plans several events at once: pasted cells, a sheet or a calendar, each line shown before it is
added."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.plans.adding import LineState, PlanLine, add_lines, read_lines
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, joined, note, table_of

SUFFIXES = ["ics", "xlsx", "xls", "ods", "csv", "tsv", "txt"]
MOST_SHOWN = 100
"""Lines of a plan that are shown before it is added; wrong ones come first."""


def several_form(workspace: Workspace, actor: Actor) -> None:
    """Shows the fields for a plan, what becomes of each line, and the button that adds them."""
    project = workspace.project
    html_block(
        "feed",
        Markup('<p class="small">{} <a href="calendar/events.ics">{}</a></p>').format(
            _("Planned events as a calendar, for your calendar program:"), _("Calendar (ICS)")
        ),
    )
    with st.expander(_("Plan several events")):
        st.caption(_("Paste cells from a spreadsheet, or add a sheet or a calendar (.ics): one event in each line."))
        pasted = st.text_area(_("Pasted cells"), key="plan-pasted", height=120)
        file = st.file_uploader(_("Sheet or calendar"), SUFFIXES, key="plan-file")
        left, right = st.columns(2)
        own = [city.code for city in project.cities if city.code in actor.cities]
        with left:
            activity = _choice(project, _("Activity, where it is not stated"), VocabularyKind.ACTIVITY)
        with right:
            city = _choice(project, _("City, where it is not stated"), VocabularyKind.CITY, own)
        name = file.name if file else _("Pasted cells") + ".csv"
        data = file.getvalue() if file else pasted.encode()
        if not data.strip():
            return
        try:
            lines = read_lines(workspace, name, data, Hints(activity=activity, city=city), actor)
        except LiaisonError as error:
            html_block("plan-refused", error_note(error))
            return
        html_block("plan-lines", lines_card(project, lines))
        _add(workspace, actor, lines)


def _add(workspace: Workspace, actor: Actor, lines: Sequence[PlanLine]) -> None:
    used = [one for one in lines if one.state not in (LineState.KNOWN, LineState.WRONG)]
    words = ngettext("Add {n} event to the plan", "Add {n} events to the plan", len(used))
    if st.button(words.format(n=fmt.number(len(used))), type="primary", disabled=not used, key="plan-several"):

        def undo(added: list[int]) -> partial[None] | None:
            only_new = all(one.state is LineState.NEW for one in used)
            return partial(_remove_all, workspace, added, actor) if only_new else None

        run(partial(add_lines, workspace, used, actor), _("Plan saved."), undo=undo)


def _remove_all(workspace: Workspace, numbers: Sequence[int], actor: Actor) -> None:
    for number in numbers:
        planned.remove(workspace, number, actor)


def _choice(project: Project, name: str, kind: VocabularyKind, own: Sequence[str] = ()) -> str | None:
    codes = project.codes(kind)
    return st.selectbox(
        name, codes, index=codes.index(own[0]) if len(own) == 1 else None,
        format_func=lambda code: label(project, kind, code), placeholder=_("Choose …"), key=f"plan-several-{kind}",
    )  # fmt: skip


def lines_card(project: Project, lines: Sequence[PlanLine]) -> Markup:
    """Returns the lines of a plan and what becomes of each, the wrong ones first."""
    if not lines:
        return note(_("No event was found. Each line needs a date, an activity and a city."), "refused")
    ordered = sorted(lines, key=lambda one: one.state is not LineState.WRONG)[:MOST_SHOWN]
    heads = (_("Row"), _("Event"), _("Date"), _("City"), _("What happens"))
    rows = joined(_line(project, one) for one in ordered)
    count = ngettext("{n} line", "{n} lines", len(lines)).format(n=fmt.number(len(lines)))
    return Markup("<p>{}</p>{}").format(count, table_of(_("Lines of the plan"), heads, (_("expected"),), rows))


def _line(project: Project, one: PlanLine) -> Markup:
    event = one.event
    words = {
        LineState.NEW: _("is added"), LineState.MOVED: _("is changed"), LineState.CANCELLED: _("is removed: cancelled"),
        LineState.KNOWN: _("planned already"),
    }  # fmt: skip
    what = words.get(one.state) or " ".join(one.why)
    return Markup(
        '<tr><td class="nowrap">{}</td><td class="text">{}</td><td class="nowrap">{}</td><td>{}</td>'
        '<td class="text {}">{}</td><td class="n">{}</td></tr>'
    ).format(
        fmt.number(one.row), event_name(project, event) if event else "", fmt.day(event.date) if event else "",
        label(project, "city", event.city) if event else "", "late" if one.state is LineState.WRONG else "", what,
        fmt.number(one.expected) if one.expected else "",
    )  # fmt: skip
