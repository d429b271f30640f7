"""What can be said about how a sheet is laid out: each choice has it read again at once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from liaison_metrics.sheets.model import Grid, ReadTable
from liaison_metrics.sheets.words.answers import LEFT_OUT, UNUSED, Answer
from liaison_metrics.sheets.words.cells import letter
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.words import meaning_words, meanings
from liaison_metrics.ui.upload.drafts import Draft

_MOST_COLUMNS = 60
_LONGEST_HEADER = 60


def form(draft: Draft, grid: Grid, tables: Sequence[ReadTable], *, alone: bool) -> None:
    """Draws the fields of one sheet: whether it is left out, which row heads it, what each column holds. *alone* is the
    only sheet of a file."""
    key = f"draft-{draft.number}-{grid.name}"
    left_out = draft.said("sheet", grid.name) == LEFT_OUT
    if not alone:
        _hold(f"{key}-out", left_out)
        st.checkbox(_("Leave this sheet out"), key=f"{key}-out", on_change=_leave_out, args=(draft, grid.name, key))
    if left_out:
        return
    told = draft.said("header_row", "", grid.name)
    heads = [table.header_row for table in tables if table.header_row]
    _hold(f"{key}-head", int(told) if told else heads[0] if heads else None)
    st.number_input(
        _("Row of the headers"), 1, max(1, len(grid.rows)), key=f"{key}-head", width=220,
        help=_("The row with words such as Name, E-mail, Community."), placeholder=_("none was found"),
        on_change=_head, args=(draft, grid.name, key),
    )  # fmt: skip
    _columns(draft, tables, key)


def _columns(draft: Draft, tables: Sequence[ReadTable], key: str) -> None:
    read = {column.header or letter(column.at): column.meaning for table in tables for column in table.columns}
    with st.container(horizontal=True):
        for position, (header, meaning) in enumerate(list(read.items())[:_MOST_COLUMNS]):
            said = None if draft.is_current else draft.said("column", header)
            now = said or meaning or UNUSED
            offered = meanings() if now in meanings() else {now: meaning_words(now), **meanings()}
            name = f"{key}-column-{position}"
            _hold(name, now)
            st.selectbox(
                header if len(header) <= _LONGEST_HEADER else header[:_LONGEST_HEADER] + "…",
                list(offered), format_func=offered.__getitem__, key=name, width=240,
                on_change=_mean, args=(draft, header, name),
            )  # fmt: skip


def _hold(key: str, value: object) -> None:
    """Has a field show how the sheet is read now, whatever was chosen in it before."""
    if key not in st.session_state or st.session_state[key] != value:  # else what is being typed would be lost
        st.session_state[key] = value


def _leave_out(draft: Draft, sheet: str, key: str) -> None:
    draft.say([Answer("sheet", sheet, LEFT_OUT if st.session_state[f"{key}-out"] else "")])


def _head(draft: Draft, sheet: str, key: str) -> None:
    row = st.session_state[f"{key}-head"]
    draft.say([Answer("header_row", "", str(row) if row else "", sheet)])


def _mean(draft: Draft, header: str, key: str) -> None:
    draft.say([Answer("column", header, st.session_state[key])])
