"""The fields that adjust how a sheet is read. Each change triggers a new preview."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from liaison_metrics.sheets.model import Grid, ReadTable
from liaison_metrics.sheets.words.answers import LEFT_OUT, UNUSED, Answer
from liaison_metrics.sheets.words.cells import letter
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.words import meaning_words, meanings, plain
from liaison_metrics.ui.upload.queue.draft import UploadDraft

_MOST_COLUMNS = 60
_LONGEST_HEADER = 60


def layout_form(draft: UploadDraft, grid: Grid, tables: Sequence[ReadTable], *, alone: bool) -> None:
    """Shows the fields of one sheet: skip it, header row, meaning of each column.

    *alone* says that it is the only sheet of the file.
    """
    key = f"draft-{draft.number}-{grid.name}"
    left_out = draft.answer_to("sheet", grid.name) == LEFT_OUT
    if not alone:
        _set_value(f"{key}-out", left_out)
        st.checkbox(_("Skip this sheet"), key=f"{key}-out", on_change=_leave_out, args=(draft, grid.name, key))
    if left_out:
        return
    answer = draft.answer_to("header_row", "", grid.name)
    heads = [table.header_row for table in tables if table.header_row]
    _set_value(f"{key}-head", int(answer) if answer else heads[0] if heads else None)
    st.number_input(
        _("Header row"), 1, max(1, len(grid.rows)), key=f"{key}-head", width=220,
        help=_("The row with headers such as Name, E-mail or Community."), placeholder=_("Not found"),
        on_change=_set_header, args=(draft, grid.name, key),
    )  # fmt: skip
    _columns(draft, tables, key)


def _columns(draft: UploadDraft, tables: Sequence[ReadTable], key: str) -> None:
    read = {column.header or letter(column.at): column.meaning for table in tables for column in table.columns}
    with st.container(horizontal=True):
        for position, (header, meaning) in enumerate(list(read.items())[:_MOST_COLUMNS]):
            answer = None if draft.is_current else draft.answer_to("column", header)
            now = answer or meaning or UNUSED
            offered = meanings() if now in meanings() else {now: meaning_words(now), **meanings()}
            name = f"{key}-column-{position}"
            _set_value(name, now)
            st.selectbox(
                plain(header if len(header) <= _LONGEST_HEADER else header[:_LONGEST_HEADER] + "…"),
                list(offered), format_func=offered.__getitem__, key=name, width=240,
                on_change=_set_meaning, args=(draft, header, name),
            )  # fmt: skip


def _set_value(key: str, value: object) -> None:
    """Sets a field to how the sheet is read now."""
    if (
        key not in st.session_state or st.session_state[key] != value
    ):  # writing the same value would discard what is being typed
        st.session_state[key] = value


def _leave_out(draft: UploadDraft, sheet: str, key: str) -> None:
    draft.add_answers([Answer("sheet", sheet, LEFT_OUT if st.session_state[f"{key}-out"] else "")])


def _set_header(draft: UploadDraft, sheet: str, key: str) -> None:
    row = st.session_state[f"{key}-head"]
    draft.add_answers([Answer("header_row", "", str(row) if row else "", sheet)])


def _set_meaning(draft: UploadDraft, header: str, key: str) -> None:
    draft.add_answers([Answer("column", header, st.session_state[key])])
