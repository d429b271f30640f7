"""People in the register of a house who came for something else than an event that others came for ("plumber")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column, counted_texts
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.events.event_resolution import EventResolver, UnresolvedEvent, reject_unresolved
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, NotCountedReason, NotCountedRow, Reading
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.answers import LEFT_OUT
from liaison_metrics.sheets.words.lists import normal, tools, words_of_events
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_OF_NOTHING = ("", "unused", "notes", "title")
"""Meanings of columns that may hold the reasons for a visit."""

_BRACKETS = re.compile(r"\([^)]*\)")
_SHORTEST_WORD = 4
"""Shorter words for events begin or end many others."""


def take_unresolved(
    unresolved: UnresolvedEvent, resolver: EventResolver, reading: Reading, remarks: ReaderRemarks, place: Place
) -> None:
    """Takes the row of somebody whose event can't be resolved. Who visited a house for something else wasn't there,
    unless somebody says which event that was; other rows are rejected."""
    sheet, row = place.sheet or "", place.row or 0
    reason = resolver.columns.get(VocabularyKind.ACTIVITY.value)
    if unresolved.kind != VocabularyKind.ACTIVITY or not _is_other_visit(reason, unresolved.value, resolver.vocabulary):
        reject_unresolved(unresolved, remarks, sheet, row, resolver.columns)
        return
    reading.not_counted.append(NotCountedRow(sheet, row, NotCountedReason.ABSENT))
    remarks.entries.of_sheet(sheet).enter(row, Reason.ABSENT_BY_ROW)
    remarks.presume(unresolved.kind, unresolved.value, place, LEFT_OUT)


class OtherVisits:
    """Knows who came to a house for something else, by a column of reasons of which most name the event of the list or
    the project."""

    def __init__(
        self, table: Table, columns: Sequence[Column], resolver: EventResolver, remarks: ReaderRemarks
    ) -> None:
        self._sheet, self._remarks, self._vocabulary = table.grid.name, remarks, resolver.vocabulary
        said = [c for c in columns if c.meaning in _OF_NOTHING and c.filled and _heads_reasons(c)]
        self._reasons = said[0] if len(said) == 1 else None
        texts = counted_texts(table, self._reasons) if self._reasons else Counter[str]()
        named = {text for text in texts if _names_event(text, resolver)}
        prevails = any(2 * texts[text] > texts.total() for text in named)  # else everybody has a reason of their own
        self._others = frozenset(texts.keys() - named) if prevails else frozenset()
        self._timed = any(column.share("time") >= MAJORITY for column in columns)

    def why_not_counted(self, row: int, cells: Sequence[Cell]) -> NotCountedReason | None:
        """Returns why somebody doesn't count who came for something else, None for others. Where no times tell that
        visitors came and went, or the reason may be an event, it is asked about."""
        text = self._reasons.text(cells) if self._reasons and self._others else ""
        if not text or text not in self._others or (said := self._vocabulary.answers.mark(text)):
            return None
        place = Place(sheet=self._sheet, row=row, column=self._reasons.header if self._reasons else "")
        if said is None and (not self._timed or _may_be_event(text, self._vocabulary)):
            self._remarks.ask("present", text, place)
        elif said is None:
            self._remarks.presume("present", text, place, "absent")
        return NotCountedReason.ABSENT


def _names_event(text: str, resolver: EventResolver) -> bool:
    """Whether a reason names the project, an activity, or the event of the list by words of its title."""
    words = set(normal(text).split())
    title = {word for word in normal(resolver.context.title).split() if len(word) >= _SHORTEST_WORD}
    long = {word for word in words if len(word) >= _SHORTEST_WORD}
    named = normal(resolver.project.acronym) in words or (bool(long) and long <= title)
    return named or bool(resolver.vocabulary.inside(VocabularyKind.ACTIVITY, text))


def _is_other_visit(column: Column | None, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text in a column of reasons for a visit, of which some name an activity, names no event at all."""
    told = column is not None and _heads_reasons(column) and column.share("activity") > 0
    return told and bool(text) and not _may_be_event(text, vocabulary)


def _heads_reasons(column: Column) -> bool:
    return normal(_BRACKETS.sub(" ", column.header)) in tools("visit_reasons")


def _may_be_event(text: str, vocabulary: Vocabulary) -> bool:
    events = tuple(word for word in words_of_events() if len(word) >= _SHORTEST_WORD)
    gathers = any(word.startswith(events) or word.endswith(events) for word in normal(text).split())
    return gathers or bool(vocabulary.suggestions(VocabularyKind.ACTIVITY, text))
