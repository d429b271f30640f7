"""Upload without a file: a form for an event with its headcount, and links to the template."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.intake import FileReport, FileStatus
from liaison_metrics.services.intake.manual_entry import (
    LONGEST_TITLE,
    MOST_PEOPLE,
    HandEntry,
    HandLine,
    import_entry,
    problems,
    statements,
)
from liaison_metrics.services.labels import label
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import joined, note
from liaison_metrics.ui.frame.words import LANGUAGE_NAMES
from liaison_metrics.ui.history.effects import preview_card

_KEY = "manual_entry"


@dataclass(slots=True)
class _FormState:
    """The form's state between two runs. A new ``round`` empties its fields."""

    round: int = 0
    lines: int = 1
    message: str = ""


def form(request: PageRequest, actor: Actor) -> None:
    """Shows the fields of an event and its headcount, the preview, and the button that saves it."""
    workspace = request.workspace
    state: _FormState = st.session_state.setdefault(_KEY, _FormState())
    if state.message:
        html_block("byhand-message", note(state.message, "done"))
    entry = _entry(workspace.project, actor, state)
    if entry is None:
        st.caption(_("Fill in activity, city, date and number of people to see the effect."))
        return
    state.message = ""  # keep it until the next event: saving reruns every page at once
    errors = problems(workspace.project, entry)
    for number, one in enumerate(errors):
        html_block(f"byhand-wrong-{number}", note(f"{one.place.column}: {one.message} {one.hint}", "refused"))
    if errors:
        return
    replaces = _replaces(workspace, actor, entry, state)
    report = cached_by_store(
        ("entry", entry, actor, replaces), request,
        lambda: import_entry(workspace, entry, actor, dry_run=True, replaces=replaces),
    )  # fmt: skip
    html_block("byhand-preview", preview_card(workspace.project, report))
    known = report.status is FileStatus.ALREADY_IMPORTED
    if st.button(_("Save event"), type="primary", disabled=known, key="byhand-enter"):
        _store(state, import_entry(workspace, entry, actor, replaces=replaces))
        st.rerun()


def _store(state: _FormState, report: FileReport) -> None:
    watch.wrote()
    stored = report.status in (FileStatus.IMPORTED, FileStatus.PARTLY)
    said = ngettext(
        "{file} saved as upload {number}: {n} person (headcount).",
        "{file} saved as upload {number}: {n} people (headcount).", report.headcount,
    )  # fmt: skip
    words = said if stored else "{message}"
    state.message = words.format(
        file=report.file, number=report.upload, n=fmt.number(report.headcount), message=report.message
    )
    state.round, state.lines = state.round + 1, 1


def _entry(project: Project, actor: Actor, state: _FormState) -> HandEntry | None:
    """Shows the fields; returns the entry, None while it is incomplete."""
    own = [city.code for city in project.cities if city.code in actor.cities]
    left, right = st.columns(2)
    with left:
        activity = _choice(project, _("Activity"), VocabularyKind.ACTIVITY, state)
        day = st.date_input(
            _("Date"), value=None, min_value=project.start, max_value=project.end, format=fmt.date_field(),
            key=f"byhand-date-{state.round}",
        )  # fmt: skip
    with right:
        city = _choice(project, _("City"), VocabularyKind.CITY, state, own[0] if len(own) == 1 else None)
        title = st.text_input(_("Title"), max_chars=LONGEST_TITLE, key=f"byhand-title-{state.round}")
    lines = [line for number in range(state.lines) if (line := _line(project, state, number)) is not None]
    if st.button(_("Add a row"), key="byhand-more"):
        state.lines += 1
        st.rerun()
    if not (activity and city and day and lines):
        return None
    return HandEntry(activity, city, day, title, tuple(lines))


def _choice(
    project: Project, name: str, kind: VocabularyKind, state: _FormState, chosen: str | None = None
) -> str | None:
    codes = project.codes(kind)
    return st.selectbox(
        name,
        codes,
        index=codes.index(chosen) if chosen else None,
        format_func=lambda code: label(project, kind, code),
        placeholder=_("Choose …"),
        key=f"byhand-{kind.value}-{state.round}",
    )


def _line(project: Project, state: _FormState, number: int) -> HandLine | None:
    """Shows the fields of one row: community, gender, people. Returns it, None without a number of people."""

    def name(field: str) -> str:
        return _("{field}, row {n}").format(field=field, n=number + 1) if number else field

    columns = st.columns([3, 2, 2])
    with columns[0]:
        community = _code_field(project, name(_("Community")), VocabularyKind.COMMUNITY, f"{number}-{state.round}")
    with columns[1]:
        gender = _code_field(project, name(_("Gender")), VocabularyKind.GENDER, f"{number}-{state.round}")
    with columns[2]:
        people = st.number_input(
            name(_("People")), min_value=0, max_value=MOST_PEOPLE, value=None, step=1,
            key=f"byhand-people-{number}-{state.round}",
            help=_("Everyone who was there, including the people on an attendance list."),
        )  # fmt: skip
    return HandLine(int(people), community, gender) if people else None


def _code_field(project: Project, name: str, kind: VocabularyKind, key: str) -> str:
    codes = [NOT_STATED, *(code for code in project.codes(kind) if code != NOT_STATED)]
    return st.selectbox(
        name, codes, format_func=lambda code: label(project, kind.value, code), key=f"byhand-{kind.value}-{key}"
    )


def _replaces(workspace: Workspace, actor: Actor, entry: HandEntry, state: _FormState) -> int | None:
    """Asks whether the entry replaces an upload of the same event and nothing else."""
    replaceable = {one.upload: one for one in statements(workspace, entry, actor) if one.replaceable}
    if not replaceable:
        return None
    return st.selectbox(
        _("Replaces"),
        list(replaceable),
        index=None,
        format_func=lambda number: ngettext(
            "upload {number}: {n} person ({file})", "upload {number}: {n} people ({file})", replaceable[number].people
        ).format(number=number, n=fmt.number(replaceable[number].people), file=replaceable[number].file),
        placeholder=_("No, keep both (nobody is counted twice)"),
        key=f"byhand-replaces-{state.round}",
    )


def template_links() -> Markup:
    """Returns the links to the template workbook, one per language."""
    links = (
        Markup('<a href="template.xlsx?language={}" download lang="{}" data-at="template-{}">{}</a>').format(
            code, code, code, name
        )
        for code, name in LANGUAGE_NAMES.items()
    )
    return Markup('<p class="small">{} {}</p>').format(_("Excel template with drop-down lists:"), joined(links, " · "))
