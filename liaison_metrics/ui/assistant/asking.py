"""What only a person can say about a sheet: the questions, and the answers given before."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from liaison_metrics import answers as service
from liaison_metrics import format as fmt
from liaison_metrics.intake import FileReport
from liaison_metrics.parties import Party
from liaison_metrics.project import NOT_STATED, Kind, Project
from liaison_metrics.sheets.answers import Answer
from liaison_metrics.sheets.dates import DateOrder, read_date
from liaison_metrics.sheets.model import Question
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.assistant.drafts import Draft
from liaison_metrics.ui.assistant.words import KINDS, code_words, kind_words
from liaison_metrics.workspace import Workspace

MOST = 40
"""Questions that are asked at once."""

_NEW = "+new"
_WITHOUT_STATEMENT = (Kind.COMMUNITY.value, Kind.GROUP.value, Kind.GENDER.value, "birth")


def draw(workspace: Workspace, party: Party, draft: Draft, report: FileReport) -> None:
    """Draws the questions of a sheet, those first without which nothing of it counts, and what was said before."""
    if report.questions:
        _questions(workspace, party, draft, report.questions)
    given = [*report.recalled, *draft.options.answers]
    if given:
        _given(workspace.project, draft, report, given)


def _questions(workspace: Workspace, party: Party, draft: Draft, questions: Sequence[Question]) -> None:
    count = len(questions)
    st.markdown("**" + ngettext("{n} question", "{n} questions", count).format(n=fmt.number(count)) + "**")
    if any(question.blocking for question in questions):
        st.caption(_("Those marked with ● must be answered before anything of their sheet can count."))
    key = f"draft-{draft.number}-{len(draft.options.answers)}"
    told: list[Answer] = []
    with st.form(f"{key}-questions", border=False):
        for position, question in enumerate(questions[:MOST]):
            answer = _ask(workspace.project, party, question, f"{key}-{position}")
            if answer is not None:
                told.append(answer)
        if count > MOST:
            st.caption(_("The others are asked after these."))
        sent = st.form_submit_button(_("Use these answers"), type="primary")
    if sent and told:
        draft.say([_settled(workspace, party, answer) for answer in told])
        st.rerun()


def _ask(project: Project, party: Party, question: Question, key: str) -> Answer | None:
    kind, value, sheet = question.kind, question.value, "" if question.value else question.sheet
    words = ("● " if question.blocking else "") + question.text + _where(question)
    if kind in ("date", "birth"):
        day = st.date_input(
            words, value=None, format="DD/MM/YYYY", key=key,
            min_value=project.start if kind == "date" else project.start.replace(year=1900),
            max_value=project.end,
        )  # fmt: skip
        return Answer(kind, value, day.isoformat(), sheet) if day else None
    options = _options(project, party, question)
    code = st.selectbox(
        words, list(options), index=None, format_func=options.__getitem__, key=key, placeholder=_("no answer yet")
    )
    if code == _NEW or (_NEW in options and code is None):
        new = st.text_input(_("New community for “{word}”").format(word=value), key=f"{key}-new")
        if new.strip():
            return Answer(kind, value, _NEW + new, sheet)
    return Answer(kind, value, code, sheet) if code and code != _NEW else None


def _where(question: Question) -> str:
    if not question.rows:
        return ""
    rows = ", ".join(map(str, question.rows[:5])) + ("…" if len(question.rows) > 5 else "")
    return " " + _("({sheet}, row {rows})").format(sheet=question.sheet, rows=rows)


def _options(project: Project, party: Party, question: Question) -> dict[str, str]:
    kind = question.kind
    if kind == "date_order":
        return {order.value: _in_order(question.value, order) for order in DateOrder}
    if kind == "present":
        return {code: code_words(project, kind, code) for code in ("present", "absent")}
    if kind == "role":
        return {code: code_words(project, kind, code) for code in ("participant", "staff")}
    if kind == "total":
        return {"rows": _("the rows are right, the total is not")}
    likely = list(question.suggestions)
    rest = [code for code in project.codes(Kind(kind)) if code not in likely] if kind in KINDS else []
    options = {code: code_words(project, kind, code) for code in [*likely, *rest] if code != NOT_STATED}
    if kind in _WITHOUT_STATEMENT:
        options[NOT_STATED] = _("not stated")
    if kind == Kind.COMMUNITY.value and party.is_coordinator:
        options[_NEW] = _("a new community …")
    return options


def _in_order(value: str, order: DateOrder) -> str:
    stated = read_date(value)
    day = stated.in_order(order) if stated else None
    return fmt.day(day) if day else code_words_of(order)


def code_words_of(order: DateOrder) -> str:
    """Returns an order of day and month in words."""
    return _("day first") if order is DateOrder.DAY_FIRST else _("month first")


def _settled(workspace: Workspace, party: Party, answer: Answer) -> Answer:
    if not answer.code.startswith(_NEW):
        return answer
    code = service.add_community(workspace, answer.code.removeprefix(_NEW), party)
    return Answer(answer.kind, answer.value, code, answer.sheet)


def _given(project: Project, draft: Draft, report: FileReport, given: Sequence[Answer]) -> None:
    own = {(one.kind, one.value, one.sheet) for one in draft.options.answers}
    last = {(one.kind, one.value, one.sheet): one for one in given if one.code}
    before = sum(about not in own for about in last)
    words = ngettext("{n} answer is used", "{n} answers are used", len(last)).format(n=len(last))
    with st.expander(words + (", " + _("{n} as last time").format(n=before) if before else "")):
        for position, (about, answer) in enumerate(last.items()):
            with st.container(horizontal=True, vertical_alignment="center", key=f"given-{draft.number}-{position}"):
                text = _("{kind} “{word}”: {meaning}").format(
                    kind=kind_words(answer.kind), word=answer.value or answer.sheet,
                    meaning=code_words(project, answer.kind, answer.code),
                )  # fmt: skip
                st.text(text + ("" if about in own else " · " + _("answered as last time")))
                if st.button(_("Change"), type="tertiary", key=f"ungiven-{draft.number}-{position}"):
                    if about in own:
                        draft.unsay(answer)
                    else:
                        draft.say([Answer(answer.kind, answer.value, "", answer.sheet)])
                    st.rerun()
