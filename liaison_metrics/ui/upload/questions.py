"""The questions on a sheet, and the answers given before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services import answers as service
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.services.intake import FileReport
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Question
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, joined, titled
from liaison_metrics.ui.frame.words import KINDS, about_words, code_words, kind_words, plain
from liaison_metrics.ui.upload.queue import UploadDraft

MAX_QUESTIONS = 40
"""Questions shown at once."""

_NEW = "+new"
_MAY_BE_UNSTATED = (VocabularyKind.COMMUNITY.value, VocabularyKind.GROUP.value, VocabularyKind.GENDER.value)


def show(workspace: Workspace, actor: Actor, draft: UploadDraft, report: FileReport) -> None:
    """Shows the questions of a sheet, required ones first, and the answers applied so far."""
    with st.container():
        if report.questions:
            _questions(workspace, actor, draft, report.questions)
    given = [*report.recalled, *draft.options.answers]
    if given:
        _previous_answers(workspace.project, draft, report, given)


@st.fragment
def _questions(workspace: Workspace, actor: Actor, draft: UploadDraft, questions: Sequence[Question]) -> None:
    count = len(questions)
    key = f"draft-{draft.number}"
    words = ngettext("{n} question", "{n} questions", count).format(n=fmt.number(count))
    notes = []
    if any(question.blocking for question in questions):
        notes.append(_("Questions marked ● are required."))
    if count > MAX_QUESTIONS:
        notes.append(_("Showing the first {n}; the rest follow.").format(n=MAX_QUESTIONS))
    html_block(
        f"{key}-questions", titled(words, joined(Markup('<p class="muted small">{}</p>').format(one) for one in notes))
    )
    answers = [_ask(workspace.project, actor, question, _key(key, question)) for question in questions[:MAX_QUESTIONS]]
    if st.button(_("Apply"), type="primary", key=f"{key}-answer"):
        try:
            draft.add_answers([_resolved(workspace, actor, answer) for answer in answers if answer is not None])
        except LiaisonError as error:
            html_block(f"{key}-not-understood", error_note(error))
            return
        st.rerun()


def _key(draft: str, question: Question) -> str:
    """Returns the key of a question's field. It is stable, so a choice stays while other questions come and go."""
    about = hashlib.blake2b(f"{question.kind}\0{question.value}\0{question.sheet}".encode(), digest_size=6)
    return f"{draft}-{about.hexdigest()}"


def _ask(project: Project, actor: Actor, question: Question, key: str) -> Answer | None:
    kind, value, sheet = question.kind, question.value, "" if question.value else question.sheet
    words = ("● " if question.blocking else "") + plain(question.text + _where(question))
    if kind in ("date", "birth"):
        day = st.date_input(
            words, value=None, format="DD/MM/YYYY", key=key,
            min_value=project.start if kind == "date" else project.start.replace(year=1900),
            max_value=project.end,
        )  # fmt: skip
        if kind == "birth" and day is None and st.checkbox(_("not stated"), key=f"{key}-unknown"):
            return Answer(kind, value, NOT_STATED, sheet)
        return Answer(kind, value, day.isoformat(), sheet) if day else None
    options = _options(project, actor, question)
    code = st.selectbox(
        words,
        list(options),
        index=list(options).index(question.preset) if question.preset in options else None,
        format_func=options.__getitem__,
        key=key,
        placeholder=_("Choose …"),
    )
    if code == _NEW:
        new = st.text_input(_("Name of the new community"), value, key=f"{key}-new", max_chars=60)
        return Answer(kind, value, _NEW + new, sheet)
    return Answer(kind, value, code, sheet) if code else None


def _where(question: Question) -> str:
    if not question.rows:
        return ""
    rows = ", ".join(map(str, question.rows[:5])) + ("…" if len(question.rows) > 5 else "")
    return " " + _("({sheet}, row {rows})").format(sheet=question.sheet, rows=rows)


def _options(project: Project, actor: Actor, question: Question) -> dict[str, str]:
    kind = question.kind
    if kind == "date_order":
        return {order.value: _in_order(project, question.value, order) for order in DateOrder}
    if kind == "present":
        return {code: code_words(project, kind, code) for code in ("present", "absent")}
    if kind == "role":
        return {code: code_words(project, kind, code) for code in ("participant", "staff")}
    if kind == "total":
        options = {"rows": _("the rows are correct, the total is wrong"), "stated": _("the total is correct")}
        return {code: words for code, words in options.items() if code in (question.suggestions or ("rows",))}
    likely = list(question.suggestions)
    rest = [code for code in project.codes(VocabularyKind(kind)) if code not in likely] if kind in KINDS else []
    options = {code: code_words(project, kind, code) for code in [*likely, *rest] if code != NOT_STATED}
    if kind in _MAY_BE_UNSTATED:
        options[NOT_STATED] = _("not stated")
    if kind == VocabularyKind.COMMUNITY.value and allows(actor, Action.COMMUNITY_ADD):
        options[_NEW] = _("Add a new community …")
    return options


def _in_order(project: Project, value: str, order: DateOrder) -> str:
    stated = read_date(value)
    day = stated.in_order(order) if stated else None
    return fmt.day(day) if day else code_words(project, "date_order", order.value)


def _resolved(workspace: Workspace, actor: Actor, answer: Answer) -> Answer:
    if not answer.code.startswith(_NEW):
        return answer
    code = service.add_community(workspace, answer.code.removeprefix(_NEW), actor)
    return Answer(answer.kind, answer.value, code, answer.sheet)


def _previous_answers(project: Project, draft: UploadDraft, report: FileReport, given: Sequence[Answer]) -> None:
    own = {(one.kind, one.value, one.sheet) for one in draft.options.answers}
    latest = {(one.kind, one.value, one.sheet): one for one in given}
    last = {about: one for about, one in latest.items() if one.code}
    if not last:
        return
    before = sum(about not in own for about in last)
    words = ngettext("{n} answer applied", "{n} answers applied", len(last)).format(n=len(last))
    with st.expander(words + (" " + _("({n} remembered)").format(n=before) if before else "")):
        for position, (about, answer) in enumerate(last.items()):
            with st.container(horizontal=True, vertical_alignment="center", key=f"given-{draft.number}-{position}"):
                text = _("{kind} “{word}”: {meaning}").format(
                    kind=kind_words(answer.kind), word=about_words(project, answer.kind, answer.value) or answer.sheet,
                    meaning=code_words(project, answer.kind, answer.code),
                )  # fmt: skip
                st.text(text + ("" if about in own else " · " + _("remembered")))
                if st.button(_("Change"), type="tertiary", key=f"ungiven-{draft.number}-{position}"):
                    if about in own:
                        draft.remove_answer(answer)
                    else:
                        draft.add_answers([Answer(answer.kind, answer.value, "", answer.sheet)])
                    st.rerun()
