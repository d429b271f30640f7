"""The questions on a sheet, all in one round: how many rows each is about, what every answer counts, and what happens
while it is open."""

from __future__ import annotations

import hashlib

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.services.answers import saved as service
from liaison_metrics.services.answers.asked import ABOUT_WORDS, AskedQuestion, ask, asked_questions
from liaison_metrics.services.answers.saved import SheetShape
from liaison_metrics.services.intake import FileReport
from liaison_metrics.services.intake.questions.other_cities import ALL, ONLY_OWN, OTHER_CITIES
from liaison_metrics.services.labels import every_answer_words, figures_words
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Question
from liaison_metrics.sheets.words.answers import LEFT_OUT, Answer
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.texts import _, language, ngettext
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, joined, titled
from liaison_metrics.ui.frame.words import KINDS, code_words, plain, word_options
from liaison_metrics.ui.history.rejected import row_numbers
from liaison_metrics.ui.upload import remembered
from liaison_metrics.ui.upload.queue.draft import UploadDraft

_NEW = "+new"
_ASK = "+ask"

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
    every, key = [*report.questions, *report.questions_to_come], f"draft-{draft.number}"
    now = every[:_MOST_ASKED]
    words = ngettext("{n} question", "{n} questions", len(every)).format(n=fmt.number(len(every)))
    notes = []
    if any(question.blocking for question in now):
        notes.append(_("Questions marked ● are required."))
    if more := len(every) - len(now):
        further = ngettext("{n} more question after these.", "{n} more questions after these.", more)
        notes.append(further.format(n=fmt.number(more)))
    html_block(
        f"{key}-questions", titled(words, joined(Markup('<p class="muted small">{}</p>').format(one) for one in notes))
    )
    shape = SheetShape(draft.options.hints.partner or actor.partner, report.signature)
    waiting = {
        (one.kind, one.value): one
        for one in asked_questions(workspace, actor)
        if one.is_open and one.partner == shape.partner and report.signature
    }
    answers = [
        _ask(workspace.project, actor, question, _key(key, question), waiting.get((question.kind, question.value)))
        for question in now
    ]
    if st.button(_("Apply"), type="primary", key=f"{key}-answer"):
        try:
            to_ask = [question for question, answer in zip(now, answers, strict=True) if answer and answer.code == _ASK]
            if to_ask:
                ask(workspace, shape, draft.file, to_ask, actor)
                watch.wrote()
            given = [answer for answer in answers if answer is not None and answer.code != _ASK]
            if given:
                draft.add_answers([_resolved(workspace, actor, answer) for answer in given])
        except LiaisonError as error:
            html_block(f"{key}-not-understood", error_note(error))
            return
        st.rerun()


def _key(draft: str, question: Question) -> str:
    """Returns the key of a question's field. It is stable, so a choice stays while other questions come and go."""
    about = hashlib.blake2b(f"{question.kind}\0{question.value}\0{question.sheet}".encode(), digest_size=6)
    return f"{draft}-{about.hexdigest()}"


def _ask(project: Project, actor: Actor, question: Question, key: str, waiting: AskedQuestion | None) -> Answer | None:
    words = ("● " if question.blocking else "") + plain(question.asked + _where(question))
    if alike := every_answer_words(question):
        words += " " + alike
    if question.kind in ("date", "birth"):
        answer = _ask_day(project, question, words, key)
    else:
        may_ask = not actor.is_coordinator and bool(question.value) and question.kind in ABOUT_WORDS and not waiting
        answer = _ask_code(question, _options(project, actor, question, may_ask=may_ask), words, key)
    asked_when = _("You asked the coordinator {ago}.").format(ago=fmt.ago(waiting.asked_at)) if waiting else ""
    if consequence := " ".join(filter(None, [asked_when, _if_left_open(question)])):
        st.caption(plain(consequence))
    return answer


def _if_left_open(question: Question) -> str:
    """Returns what happens while nobody answers a question."""
    if question.preset and question.preset != NOT_STATED:
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


def _ask_code(question: Question, options: dict[str, str], words: str, key: str) -> Answer | None:
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
        words + _counted(question, ""), value=None, format=fmt.date_field(), key=key,
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


def _options(project: Project, actor: Actor, question: Question, *, may_ask: bool) -> dict[str, str]:
    kind = question.kind
    if kind == "date_order":
        options = {order.value: _in_order(project, question.value, order) for order in DateOrder}
        return options | {LEFT_OUT: code_words(project, kind, LEFT_OUT)}
    if kind == OTHER_CITIES:
        own = [project.label(VocabularyKind.CITY, city, language()) for city in sorted(actor.cities)]
        words = {ONLY_OWN: _("Import only {cities}").format(cities=fmt.names(own)), ALL: _("Import all")}
        return {code: words[code] for code in question.codes}
    if question.value and kind in ABOUT_WORDS:
        ask_somebody = {_ASK: _("ask the coordinator")} if may_ask else {}
        options = word_options(project, kind, question.suggestions, ask_somebody)
    else:
        codes = dict.fromkeys((*question.suggestions, *(project.codes(VocabularyKind(kind)) if kind in KINDS else ())))
        options = {code: code_words(project, kind, code) for code in (*codes, *question.codes)}
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
