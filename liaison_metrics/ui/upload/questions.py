"""The questions on a sheet, all in one round: how many rows each is about, what every answer counts, and what happens
while it is open."""

from __future__ import annotations

import hashlib
from functools import partial

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.services.answers import saved as service
from liaison_metrics.services.intake import FileReport
from liaison_metrics.services.intake.questions.other_cities import ALL, ONLY_OWN, OTHER_CITIES
from liaison_metrics.services.labels import every_answer_words, figures_words
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Question
from liaison_metrics.sheets.words.answers import LEFT_OUT, Answer
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.texts import _, language, ngettext
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, joined, titled
from liaison_metrics.ui.frame.words import KINDS, code_words, plain
from liaison_metrics.ui.history.rejected import row_numbers
from liaison_metrics.ui.upload import remembered
from liaison_metrics.ui.upload.queue.draft import UploadDraft

_NEW = "+new"

_ABOUT_ROWS = frozenset({"activity", "city", "role", "present"})
"""Kinds of questions about a word without whose meaning its rows cannot be counted."""

_MOST_ASKED = 40
"""Questions shown at once. A sheet with more has a column that was misread, and that is asked about first."""

_MOST_BUTTONS = 5
"""With more options, a list that opens takes less room than buttons."""


def show(workspace: Workspace, actor: Actor, draft: UploadDraft, report: FileReport) -> None:
    """Shows the questions to answer now, and the answers applied so far."""
    with st.container():
        if report.questions:
            _questions(workspace, actor, draft, report)
    remembered.show(workspace, actor, draft, report)


@st.fragment
def _questions(workspace: Workspace, actor: Actor, draft: UploadDraft, report: FileReport) -> None:
    asked, key = [*report.questions, *report.questions_to_come], f"draft-{draft.number}"
    now = asked[:_MOST_ASKED]
    words = ngettext("{n} question", "{n} questions", len(asked)).format(n=fmt.number(len(asked)))
    notes = []
    if any(question.blocking for question in now):
        notes.append(_("Questions marked ● are required."))
    if more := len(asked) - len(now):
        waiting = ngettext("{n} more question after these.", "{n} more questions after these.", more)
        notes.append(waiting.format(n=fmt.number(more)))
    html_block(
        f"{key}-questions", titled(words, joined(Markup('<p class="muted small">{}</p>').format(one) for one in notes))
    )
    answers = [_ask(workspace.project, actor, question, _key(key, question)) for question in now]
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
    words = ("● " if question.blocking else "") + plain(question.asked + _where(question))
    if alike := every_answer_words(question):
        words += " " + alike
    if question.kind in ("date", "birth"):
        answer = _ask_day(project, question, words, key)
    else:
        answer = _ask_code(project, actor, question, words, key)
    if consequence := _if_left_open(question):
        st.caption(plain(consequence))
    return answer


def _if_left_open(question: Question) -> str:
    """Returns what happens while nobody answers a question."""
    if question.preset:
        return ""
    if question.kind == OTHER_CITIES:
        return _("Until you answer, only the events in your own cities are imported.")
    if question.blocking:
        return _("Until you answer, nothing on “{sheet}” is imported.").format(sheet=question.sheet)
    if question.way_out == NOT_STATED:
        return _("If you leave it open, these people count as “not stated”.")
    if question.kind in _ABOUT_ROWS:
        return _("Until you answer, these rows are not imported.")
    return ""


def _ask_code(project: Project, actor: Actor, question: Question, words: str, key: str) -> Answer | None:
    options = _options(project, actor, question)
    labels = {code: plain(text + _counted(question, code)) for code, text in options.items()}
    preset = list(options).index(question.preset) if question.preset in options else None
    if len(options) <= _MOST_BUTTONS:
        code = st.radio(words, list(options), index=preset, format_func=labels.__getitem__, key=key)
    else:
        code = st.selectbox(
            words, list(options), index=preset, format_func=labels.__getitem__, key=key, placeholder=_("Choose …")
        )
    if code == _NEW:
        new = st.text_input(_("Name of the new community"), question.value, key=f"{key}-new", max_chars=60)
        return Answer.to(question, _NEW + new)
    return Answer.to(question, code) if code else None


def _ask_day(project: Project, question: Question, words: str, key: str) -> Answer | None:
    """Asks for a day, or whether nobody knows it."""
    is_event = question.kind == "date"
    day = st.date_input(
        words + _counted(question, ""), value=None, format="DD/MM/YYYY", key=key,
        min_value=project.start if is_event else project.start.replace(year=1900), max_value=project.end,
    )  # fmt: skip
    unknown = code_words(project, question.kind, question.way_out) + _counted(question, question.way_out)
    if day is None and st.checkbox(unknown, key=f"{key}-unknown"):
        return Answer.to(question, question.way_out)
    return Answer.to(question, day.isoformat()) if day else None


def _counted(question: Question, code: str) -> str:
    """Returns what the file counts for with an answer, "" if nobody knows or every answer counts the same."""
    figures = question.figures_with(code)
    if figures is None or code == _NEW or every_answer_words(question):
        return ""
    return ": " + figures_words(figures)


def _where(question: Question) -> str:
    if not question.rows:
        return ""
    count = len(set(question.rows))
    words = ngettext("({n} row: {sheet}, {rows})", "({n} rows: {sheet}, {rows})", count)
    return " " + words.format(n=fmt.number(count), sheet=question.sheet, rows=row_numbers(sorted(set(question.rows))))


def _options(project: Project, actor: Actor, question: Question) -> dict[str, str]:
    kind = question.kind
    if kind == "date_order":
        options = {order.value: _in_order(project, question.value, order) for order in DateOrder}
        return options | {LEFT_OUT: code_words(project, kind, LEFT_OUT)}
    if kind == OTHER_CITIES:
        own = [project.label(VocabularyKind.CITY, city, language()) for city in sorted(actor.cities)]
        words = {ONLY_OWN: _("Import only {cities}").format(cities=fmt.names(own)), ALL: _("Import all")}
        return {code: words[code] for code in question.codes}
    about_word = kind in KINDS - {VocabularyKind.ROLE}
    rest = sorted(project.codes(VocabularyKind(kind)), key=partial(code_words, project, kind)) if about_word else []
    ways_out = (LEFT_OUT,) if question.value and (about_word or kind in _ABOUT_ROWS) else ()
    codes = dict.fromkeys((*question.suggestions, *rest, *question.codes, *ways_out))
    options = {code: code_words(project, kind, code) for code in codes if code not in (NOT_STATED, LEFT_OUT)}
    if question.way_out == NOT_STATED:
        options[NOT_STATED] = _("not stated")
    if LEFT_OUT in codes:
        options[LEFT_OUT] = code_words(project, kind, LEFT_OUT)
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
