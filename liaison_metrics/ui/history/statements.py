"""Statements: how far each partner's is for each quarter, the forms, and what changed after one was accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.services.uploads.statements.corrections import CorrectionKind, PeriodCorrection
from liaison_metrics.services.uploads.statements.stating import (
    LONGEST_COMMENT,
    Statement,
    StatementState,
    accept_statement,
    make_statement,
    return_statement,
    state_words,
)
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, joined, note, stacked, table_of

Changes = Mapping[tuple[str, Quarter], Sequence[PeriodCorrection]]
"""What changed of accepted quarters, by partner (code) and quarter."""

MOST_LISTED = 200
"""Lines of one list: what is longer is a new sheet, and its upload shows it better."""


def statements_cards(project: Project, found: Sequence[Statement], changes: Changes, chosen: tuple[str, str]) -> Markup:
    """Returns a card for each quarter, the latest first. *chosen* is the partner and the quarter (codes) whose changes
    are listed."""
    if not found:
        return note(_("No quarter of the project has ended yet."), "info")
    periods = list(dict.fromkeys(one.period for one in found))
    begun = {one.period for one in found if one.state is not StatementState.MISSING} | {periods[0]}
    cards = (_card(project, one, found, changes, chosen) for one in periods if one in begun)
    return stacked(*cards, _not_begun([one for one in periods if one not in begun]))


def _not_begun(periods: Sequence[Quarter]) -> Markup:
    """Returns the quarters of which nobody stated anything, nothing without any."""
    if not periods:
        return NOTHING
    words = _("Nothing stated yet: {quarters}.").format(quarters=", ".join(fmt.quarter(one.code) for one in periods))
    return Markup('<section class="card" aria-label="{}"><p class="muted">{}</p></section>').format(
        _("Quarters without a statement"), words
    )


def _card(
    project: Project, period: Quarter, found: Sequence[Statement], changes: Changes, chosen: tuple[str, str]
) -> Markup:
    own = [one for one in found if one.period == period]
    heading = fmt.quarter(period.code)
    rows = joined(_line(project, one, changes.get((one.partner, period), ())) for one in own)
    heads = (_("Partner"), _("State"), HeadCell(_("By"), "apart"))
    table = table_of(heading, heads, (_("changes since"),), rows, "compact")
    accepted = sum(one.state is StatementState.ACCEPTED for one in own)
    words = _("{n} of {all} accepted").format(n=fmt.number(accepted), all=fmt.number(len(own)))
    partner, code = chosen
    listed = changes.get((partner, period), ()) if code == period.code else ()
    return Markup(
        '<section class="card" aria-label="{}" data-at="quarter-{}"><div class="row"><h2>{}</h2><span class="muted">{}'
        "</span></div>{}{}</section>"
    ).format(heading, period.code, heading, words, table, _changes(project, partner, listed))


def _line(project: Project, one: Statement, changed: Sequence[PeriodCorrection]) -> Markup:
    signs = {
        StatementState.MISSING: ("▢", "muted"), StatementState.STATED: ("●", ""),
        StatementState.ACCEPTED: ("✔", "good"), StatementState.RETURNED: ("▼", "late"),
    }  # fmt: skip
    sign, kind = signs[one.state]
    comment = Markup('<span class="remark"><span>{}</span></span>').format(one.comment) if one.comment else NOTHING
    count: str | Markup = fmt.number(len(changed)) if one.is_compared else "–"
    if changed:
        count = Markup('<a data-go href="statements?partner={}&amp;period={}" data-at="changes-{}-{}">{}</a>').format(
            one.partner, one.period.code, one.partner, one.period.code, fmt.number(len(changed))
        )
    return Markup(
        '<tr><th scope="row" class="text">{}</th><td class="text"><span class="{}"><span aria-hidden="true">{}</span> '
        '{}</span>{}</td><td class="text apart">{}</td><td class="n lead">{}</td></tr>'
    ).format(actor_name(project, one.partner), kind, sign, state_words(one.state), comment, _by(project, one), count)


def _by(project: Project, one: Statement) -> str:
    by, when = (one.decided_by, one.decided_at) if one.decided_at else (one.made_by, one.made_at)
    if when is None:
        return ""
    return _("{name}, {day}").format(name=actor_name(project, by), day=fmt.day(when.date()))


def _changes(project: Project, partner: str, changed: Sequence[PeriodCorrection]) -> Markup:
    """Returns the list of what changed of a quarter after its statement was accepted; nothing without any."""
    if not changed:
        return NOTHING
    rows = joined(_change(project, one) for one in changed[:MOST_LISTED])
    title = _("{partner}: changes since it was accepted").format(partner=actor_name(project, partner))
    heads = (_("Change"), _("Who"), _("Event"), HeadCell(_("Upload no."), "apart"))
    more = NOTHING
    if len(changed) > MOST_LISTED:
        words = _("The first {n} of {all} changes.").format(n=fmt.number(MOST_LISTED), all=fmt.number(len(changed)))
        more = Markup('<p class="muted small">{}</p>').format(words)
    return Markup("<h3>{}</h3>{}{}").format(title, table_of(title, heads, (_("people"),), rows, "compact"), more)


def _change(project: Project, one: PeriodCorrection) -> Markup:
    who = one.person or (_("a person") if one.upload else _("people whom nobody identified"))
    added = one.kind is CorrectionKind.ADDED
    upload: str | Markup = ""
    if one.upload:
        upload = Markup('<a data-go href="history?upload={}">{}</a>').format(one.upload, one.upload)
    event = (label(project, "activity", one.activity), label(project, "city", one.city), fmt.day(one.date))
    return Markup(
        '<tr><td class="{}">{}</td><th scope="row" class="text">{}</th><td class="text">{}</td><td class="apart">{}'
        '</td><td class="n lead">{}</td></tr>'
    ).format(
        "good" if added else "late", _("added") if added else _("removed"), who, " · ".join(event), upload,
        fmt.number(one.people),
    )  # fmt: skip


def statement_forms(workspace: Workspace, actor: Actor, found: Sequence[Statement], chosen: tuple[str, str]) -> None:
    """Shows the forms for what the actor may do: state that sheets are complete, accept or return a statement."""
    may = [one for one in found if allows(actor, Action.STATEMENT_MAKE, Resource.owed(one.partner))]
    to_make = [one for one in may if one.state in (StatementState.MISSING, StatementState.RETURNED)]
    if to_make:
        with st.expander(_("State that sheets are complete"), expanded=not actor.is_coordinator):
            _make(workspace, actor, to_make, chosen)
    decides = allows(actor, Action.STATEMENT_DECIDE)
    to_decide = [one for one in found if decides and one.state in (StatementState.STATED, StatementState.ACCEPTED)]
    if to_decide:
        waiting = sum(one.state is StatementState.STATED for one in to_decide)
        words = ngettext("Accept or return ({n} waits)", "Accept or return ({n} wait)", waiting)
        with st.expander(words.format(n=fmt.number(waiting)), expanded=waiting > 0):
            _decide(workspace, actor, sorted(to_decide, key=lambda one: one.state is StatementState.ACCEPTED))


def _named(project: Project, one: Statement) -> str:
    words = _("{partner}, {quarter}: {state}")
    return words.format(
        partner=actor_name(project, one.partner), quarter=fmt.quarter(one.period.code), state=state_words(one.state)
    )


def _make(workspace: Workspace, actor: Actor, to_make: Sequence[Statement], chosen: tuple[str, str]) -> None:
    asked = next((n for n, one in enumerate(to_make) if (one.partner, one.period.code) == chosen), None)
    key = "-".join((str(len(to_make)), *chosen))
    at = st.selectbox(
        _("Quarter"), range(len(to_make)), index=asked, format_func=lambda n: _named(workspace.project, to_make[n]),
        placeholder=_("Choose …"), key=f"statement-{key}",
    )  # fmt: skip
    st.caption(_("You state: every event of this quarter has its sheet, and the sheets are complete."))
    clicked = st.button(_("State that they are complete"), type="primary", disabled=at is None, key="make-statement")
    if clicked and at is not None:
        one = to_make[at]
        run(lambda: make_statement(workspace, one.partner, one.period, actor), _("Stated. The coordinator accepts it."))


def _decide(workspace: Workspace, actor: Actor, to_decide: Sequence[Statement]) -> None:
    key = f"{len(to_decide)}-{sum(one.state is StatementState.STATED for one in to_decide)}"
    at = st.selectbox(
        _("Statement"), range(len(to_decide)), format_func=lambda n: _named(workspace.project, to_decide[n]),
        key=f"decide-{key}",
    )  # fmt: skip
    one = to_decide[at or 0]
    comment = st.text_input(_("Comment, if you return it"), max_chars=LONGEST_COMMENT, key=f"decide-comment-{key}-{at}")
    with st.container(horizontal=True):
        stated = one.state is StatementState.STATED
        accepted = st.button(_("Accept"), type="primary", disabled=not stated, key="accept-statement")
        returned = st.button(_("Return"), key="return-statement")
    if accepted:
        run(lambda: accept_statement(workspace, one.partner, one.period, actor), _("Accepted."))
    if returned:
        run(lambda: return_statement(workspace, one.partner, one.period, comment, actor), _("Returned."))
