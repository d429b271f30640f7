"""Importing a list from a sheet: each row is shown with what becomes of it, then all are added, or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import Place, WrongEntry
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.access.refusals import refusal
from liaison_metrics.services.events.work_plan.lists.changes import Entry, ListChanges, ListKind
from liaison_metrics.services.events.work_plan.lists.sheets import ListRow
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from liaison_metrics.texts import _


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    KNOWN = "known"
    """The list has it already."""

    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class ReadRow(Generic[Entry]):
    """A row of a sheet: its number, the entry that it states (None: it can't be told), and what becomes of it. ``why``
    are the message and the hint about a wrong one, ``column`` the head of the column that is wrong."""

    row: int
    entry: Entry | None
    state: RowState
    column: str = ""
    why: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class ListReader(Generic[Entry]):
    """How the rows of one list are read: what an entry is made of, and by what two are the same."""

    kind: ListKind[Any]
    entry_of: Callable[[ListRow], Entry]
    key_of: Callable[[Entry], Hashable]


def read_entries(
    project: Project, rows: Iterable[ListRow], reader: ListReader[Entry], standing: Collection[Entry], actor: Actor
) -> list[ReadRow[Entry]]:
    """Returns what becomes of each row, where *standing* are the entries that the list has."""
    known = {reader.key_of(one) for one in standing}
    found: list[ReadRow[Entry]] = []
    for row in rows:
        try:
            entry = reader.entry_of(row)
        except WrongEntry as error:
            found.append(_wrong(row, None, error))
            continue
        problem = next(iter(reader.kind.problems(project, entry)), None)
        if problem is None and not allows(actor, reader.kind.action, Resource.work(entry.city)):
            message, hint = refusal(reader.kind.action)
            problem = WrongEntry(message, hint=hint, place=Place(column=row.heads.get("city", "")))
        if problem is not None:
            found.append(_wrong(row, entry, problem))
            continue
        key = reader.key_of(entry)
        found.append(ReadRow(row.row, entry, RowState.KNOWN if key in known else RowState.NEW))
        known.add(key)
    return found


def _wrong(row: ListRow, entry: Entry | None, error: WrongEntry) -> ReadRow[Entry]:
    return ReadRow(row.row, entry, RowState.WRONG, error.place.column, (error.message, error.hint))


def changes_of(rows: Sequence[ReadRow[Entry]]) -> ListChanges[Entry]:
    """Returns the new entries as changes. Raises WrongEntry, with row and column, if any row is wrong: all are added,
    or none."""
    for row in rows:
        if row.state is RowState.WRONG:
            raise WrongEntry(
                _("Row {row}: {message}").format(row=fmt.number(row.row), message=row.why[0]), hint=row.why[1],
                place=Place(row=row.row, column=row.column),
            )  # fmt: skip
    return ListChanges([row.entry for row in rows if row.state is RowState.NEW and row.entry is not None])


def code_in(project: Project, row: ListRow, column: str, default: str = "") -> str:
    """Returns the code of the word in a cell of the column "city", "group" or "community"; *default* for an empty cell.
    Raises WrongEntry for an unknown word."""
    text = row.text(column)
    if not text:
        return default
    code = vocabulary_of(project).code(VocabularyKind(column), text)
    if code is None:
        raise row.wrong(
            column, _("Use a word of the project, such as “{word}”.").format(word=_example(project, column))
        )
    return code


def _example(project: Project, column: str) -> str:
    kind = VocabularyKind(column)
    return project.label(kind, project.codes(kind)[0])
