"""Editing a list in place, and importing one from a sheet: each page gives the columns and what a line means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Generic

import pandas as pd
import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events.work_plan.lists.changes import Entry, ListChanges
from liaison_metrics.services.events.work_plan.lists.importing import ReadRow, RowState
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, joined, note, table_of

SHEETS = ["xlsx", "xls", "ods", "csv", "tsv", "txt"]
MOST_SHOWN = 100
"""Rows of a sheet that are shown before they are added; wrong ones come first."""

_NUMBER = "number"


@dataclass(frozen=True, slots=True)
class ListForm(Generic[Entry]):
    """A list on a page: its key, its columns with how each is edited, how an entry becomes a line, and a line an entry.
    ``words_of`` gives what identifies an entry in the preview of a sheet."""

    key: str
    columns: Mapping[str, Any]
    line_of: Callable[[Entry], Mapping[str, object]]
    entry_of: Callable[[Mapping[str, Any]], Entry]
    words_of: Callable[[Entry], Sequence[str]]


@dataclass(frozen=True, slots=True)
class SheetImport(Generic[Entry]):
    """How rows of a sheet are read (file name, content, city of rows that state none) and added, and what the sheet
    needs, in words."""

    read: Callable[[str, bytes, str], list[ReadRow[Entry]]]
    add: Callable[[Sequence[ReadRow[Entry]]], int]
    needs: str


def own_cities(project: Project, action: Action, actor: Actor) -> list[str]:
    """Returns the cities (codes) whose lists the actor may change."""
    codes = project.codes(VocabularyKind.CITY)
    return [code for code in codes if allows(actor, action, Resource.work(code))]


def choice_column(project: Project, name: str, kind: VocabularyKind, codes: Sequence[str] = ()) -> Any:
    """Returns a column that offers codes of the project by their labels; by default all of the kind."""
    return st.column_config.SelectboxColumn(
        name, options=list(codes or project.codes(kind)), format_func=lambda code: label(project, kind, str(code))
    )


def edit_list(
    form: ListForm[Entry], entries: Iterable[tuple[int, Entry]], save: Callable[[ListChanges[Entry]], object]
) -> None:
    """Shows entries, each with its number, as a table to change in place, with one button that saves all changes."""
    shown = dict(entries)
    lines = [{_NUMBER: number} | dict(form.line_of(entry)) for number, entry in shown.items()]
    names = [_NUMBER, *form.columns]
    frame = pd.DataFrame(lines, columns=names).astype({_NUMBER: "Int64"})
    texts = dict.fromkeys(form.columns, "object")
    with st.form(f"{form.key}-form", border=False):
        edited = st.data_editor(
            frame.astype(texts), num_rows="dynamic", hide_index=True, key=f"{form.key}-table",
            column_config={_NUMBER: None, **form.columns},
        )  # fmt: skip
        st.caption(_("Change cells, add lines at the end, or select lines and delete them. Then save."))
        submitted = st.form_submit_button(_("Save"), type="primary")
    if submitted:
        run(partial(save, changes_between(shown, edited.to_dict("records"), form.entry_of)), _("Saved."))


def changes_between(
    shown: Mapping[int, Entry], lines: Sequence[Mapping[Any, Any]], entry_of: Callable[[Mapping[str, Any]], Entry]
) -> ListChanges[Entry]:
    """Returns what edited lines change of the entries that were shown. A line without a number is a new one, unless all
    its cells are empty."""
    added, changed, kept = list[Entry](), dict[int, Entry](), set[int]()
    for line in lines:
        cells = {str(name): None if pd.isna(value) else value for name, value in line.items()}
        number = cells.pop(_NUMBER, None)
        if number is not None:
            kept.add(int(number))
            entry = entry_of(cells)
            if entry != shown[int(number)]:
                changed[int(number)] = entry
        elif any(value not in (None, "") for value in cells.values()):
            added.append(entry_of(cells))
    return ListChanges(added, changed, shown.keys() - kept)


def day_of(value: object) -> date | None:
    """Returns the day of an edited cell."""
    return None if value is None else pd.Timestamp(str(value)).date()


def import_form(form: ListForm[Entry], project: Project, cities: Sequence[str], sheet: SheetImport[Entry]) -> None:
    """Shows the fields for a sheet, what becomes of each of its rows, and the button that adds them."""
    st.caption(sheet.needs)
    file = st.file_uploader(_("File"), SHEETS, key=f"{form.key}-file")
    city = st.selectbox(
        _("City, where it is not stated"), cities, index=0 if len(cities) == 1 else None,
        format_func=lambda code: label(project, "city", code), placeholder=_("Choose …"), key=f"{form.key}-city",
    )  # fmt: skip
    if file is None:
        return
    try:
        rows = sheet.read(file.name, file.getvalue(), city or "")
    except LiaisonError as error:
        html_block(f"{form.key}-refused", error_note(error))
        return
    html_block(f"{form.key}-rows", rows_card(form, rows))
    new = [one for one in rows if one.state is RowState.NEW]
    wrong = any(one.state is RowState.WRONG for one in rows)
    words = ngettext("Add {n} line", "Add {n} lines", len(new)).format(n=fmt.number(len(new)))
    if st.button(words, type="primary", disabled=wrong or not new, key=f"{form.key}-add"):
        run(lambda: sheet.add(rows), _("Added from the sheet."))


def rows_card(form: ListForm[Entry], rows: Sequence[ReadRow[Entry]]) -> Markup:
    """Returns what becomes of the rows of a sheet, the wrong ones first."""
    wrong = sum(one.state is RowState.WRONG for one in rows)
    if not rows:
        return note(_("The sheet has no rows."), "refused")
    told = note(
        ngettext(
            "{n} row can’t be read, so nothing can be added. Correct the sheet and add it again.",
            "{n} rows can’t be read, so nothing can be added. Correct the sheet and add it again.", wrong,
        ).format(n=fmt.number(wrong)), "refused",
    ) if wrong else Markup("")  # fmt: skip
    ordered = sorted(rows, key=lambda one: one.state is not RowState.WRONG)[:MOST_SHOWN]
    heads = (_("Row"), _("Line"), _("What happens"))
    table = table_of(_("Rows of the sheet"), heads, (), joined(_row(form, one) for one in ordered))
    return Markup("{}<p>{}</p>{}").format(
        told, ngettext("{n} row", "{n} rows", len(rows)).format(n=fmt.number(len(rows))), table
    )


def _row(form: ListForm[Entry], one: ReadRow[Entry]) -> Markup:
    words = {RowState.NEW: _("is added"), RowState.KNOWN: _("is in the list already")}
    place = _("Column “{column}”:").format(column=one.column) if one.column else ""
    return Markup(
        '<tr><td class="nowrap">{}</td><td class="text">{}</td><td class="text {}">{}</td></tr>'
    ).format(
        fmt.number(one.row), " · ".join(filter(None, form.words_of(one.entry))) if one.entry else "",
        "late" if one.state is RowState.WRONG else "",
        words.get(one.state) or " ".join(filter(None, (place, *one.why))),
    )  # fmt: skip
