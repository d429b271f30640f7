"""Resolves the event of each row: from its own cells, from a cell above that applies to it, or from the context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from operator import itemgetter

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY, holds_venues
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.other_days import first_day, listed_days
from liaison_metrics.sheets.events.session_dates import divide_one_event
from liaison_metrics.sheets.model import Cell, Reading, SourceEvent
from liaison_metrics.sheets.remarks import ReaderRemarks, ambiguous_date, invalid_date, outside_project, unknown_word
from liaison_metrics.sheets.tables.row_profiles import filled_down_columns
from liaison_metrics.sheets.words.cells import is_name_like, is_not_stated, text_of
from liaison_metrics.sheets.words.date_parts import only_year
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import EVENT, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.titles.crafts import (
    is_about_job_interviews,
    is_header_of_topics,
    topic_behind_class,
)
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_DATE_PARTS = re.compile(r"\d[\w.\-/ ]*\d{2,4}")
_STATED = ("activity", "city", "date", "title")


class EventBook:
    """The events of a reading, each once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._numbers: dict[tuple[str, str, date, str], int] = {}

    def number(self, activity: str, city: str, day: date, title: str) -> int:
        """Returns the event's index in the reading and adds the event if it is new."""
        key = (activity, city, day, title)
        if key not in self._numbers:
            self._numbers[key] = len(self.reading.events)
            self.reading.events.append(SourceEvent(*key))
        return self._numbers[key]


class UnresolvedEvent(Exception):
    """A row's event can't be resolved. ``kind`` and ``value`` are the missing detail and its text, ``why`` reason and
    fix."""

    def __init__(self, kind: str, value: str, why: tuple[str, str]) -> None:
        self.kind, self.value, self.why = kind, value, why


class EventResolver:
    """Resolves the event of each row of one table."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        events: EventBook,
        context: EventContext,
        columns: Sequence[Column],
        order: DateOrder | None,
    ) -> None:
        self.vocabulary, self.project, self.events, self.order = vocabulary, vocabulary.project, events, order
        self.context = context
        self.columns = {column.meaning: column for column in columns if column.meaning in EVENT}
        home = self.columns.get("city")
        if home and context.city and meaning_of(home.header) == "residence":
            del self.columns["city"]  # the city people live in
        if home and context.city and not home.share("city") and normal(home.header) not in tools("city_header"):
            self.columns.pop("city", None)  # rooms and venues in the city that the title states
        listed = lists_people(columns) and not any(column.share("several names") >= MAJORITY for column in columns)
        self._lists_people = listed
        self._programme = bool(context.activity) and divide_one_event(columns)
        if context.date and not self._states_event_day(self.columns.get("date"), listed):
            self.columns.pop("date", None)  # when people joined, booked or paid
        stated = self.columns.get("activity")
        described = context.activity or (stated and stated.share("dated") >= MAJORITY)
        if stated and described and not stated.share("activity") and stated.filled > 1:
            del self.columns["activity"]  # a description, not an activity
            self.columns.setdefault("title", stated)
        self._place_columns()
        self._above: dict[str, Cell] = {}
        self._stated_above: tuple[Cell, ...] = (None,) * len(_STATED)
        self._filled_down: frozenset[str] = frozenset()
        self._lists_days = True
        self._known: dict[tuple[object, ...], int | UnresolvedEvent] = {}

    def _place_columns(self) -> None:
        self._places = [column.at for column in self.columns.values()]
        self._last = max(self._places, default=-1)
        self._take = itemgetter(*self._places) if len(self._places) > 1 else None

    def _states_event_day(self, column: Column | None, listed: bool) -> bool:
        """Whether a column's dates are better evidence than the date around the table. Of people, they may say when
        each of them did something; beside numbers, days that differ are when people were counted."""
        if column is None or not column.header:
            return True
        meaning = meaning_of(column.header)
        if column.share("stamp") >= MAJORITY and listed:
            return self.context.only_file_dated and meaning == "date"
        begins = meaning == "time" or normal(column.header) in tools("meeting_start")
        if meaning in ("date", "session") or begins or (not listed and column.distinct > 1):
            return True
        return self.context.only_file_dated and not meaning

    def event(self, number: int) -> SourceEvent:
        """Returns the event at an index of the reading."""
        return self.events.reading.events[number]

    def prepare(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Finds the columns whose cells also apply to the empty cells below them: those filled only in the first row of
        each event. Where rows repeat the value, an empty cell is one that somebody forgot."""
        home = self.columns.get("city")
        living = self._lists_people and self.context.date is not None and "date" not in self.columns
        city = self.context.city
        if home and city and holds_venues(home, rows, city, self.vocabulary, of_people=living):
            del self.columns["city"]
            self._place_columns()
        column = self.columns.get("date")
        self._lists_days = column is not None and any(map(listed_days, set(map(column.value, rows))))
        whole = self._last < min(map(len, rows), default=0)
        if whole and all(all(map(itemgetter(at), rows)) for at in self._places):
            return  # no empty cells to fill
        filled_down = filled_down_columns(
            [[cells[at] if at < len(cells) else None for at in self._places] for cells in rows]
        )
        self._filled_down = frozenset(meaning for at, meaning in enumerate(self.columns) if at in filled_down)

    def missing(self) -> list[str]:
        """Returns which of "activity", "city" and "date" neither the table nor its context states."""
        said = {"activity": self.context.activity, "city": self.context.city, "date": self.context.date}
        if any(column.share("dated") > 0.5 for column in self.columns.values()):
            said["date"] = said["date"] or StatedDate(year=1)
        return [
            kind
            for kind, value in said.items()
            if not value and not ((c := self.columns.get(kind)) and c.filled)
            and not any(column.share(kind) > 0.5 and kind != "date" for column in self.columns.values())
        ]  # fmt: skip

    def take_heading(self, texts: Sequence[Cell]) -> bool:
        """Applies a heading's event details to the rows below it. Returns whether it had any."""
        said = self._event_data(texts)
        for meaning, value in said.items():
            self._remember(meaning, value)
        return bool(said)

    def is_event_word(self, text: str) -> bool:
        """Returns whether a text is exactly a date, a city or an activity."""
        exact = any(self.vocabulary.exact(kind, text) for kind in (VocabularyKind.CITY, VocabularyKind.ACTIVITY))
        return exact or read_date(text) is not None

    def kinds_in_headings(self, rows: Sequence[Sequence[Cell]]) -> set[str]:
        """Returns which of "activity", "city" and "date" headings between the rows state."""
        found: set[str] = set()
        for cells in rows:
            texts = [value for value in cells if text_of(value)]
            alone = len(texts) == 1 and not is_name_like(text_of(texts[0])) and "__" not in text_of(texts[0])
            if alone or (0 < len(texts) <= 3 and all(self.is_event_word(text_of(value)) for value in texts)):
                found |= self._event_data(texts).keys()
        return found

    def _event_data(self, texts: Sequence[Cell]) -> dict[str, Cell]:
        said: dict[str, Cell] = {}
        for value in texts:
            text = text_of(value)
            dates = find_dates(text) if isinstance(value, str) else []
            if read_date(value) is not None:
                said["date"] = value
            elif len(dates) == 1:
                said["date"] = next((part for part in _DATE_PARTS.findall(text) if read_date(part)), None)
            for kind in (VocabularyKind.CITY, VocabularyKind.ACTIVITY):
                inside = self.vocabulary.inside(kind, text) if isinstance(value, str) else set()
                if len(inside) == 1:
                    said[kind.value] = inside.pop()
        return {meaning: value for meaning, value in said.items() if value is not None}

    def split_days(self, cells: Sequence[Cell]) -> list[Sequence[Cell]]:
        """Returns a row once for each date in its date cell ("12.06., 13.06.2021"); usually once."""
        column = self.columns.get("date")
        parts = listed_days(column.value(cells)) if column and self._lists_days else []
        if column is None or not parts:
            return [cells]
        return [[*cells[: column.at], part, *cells[column.at + 1 :]] for part in parts]

    def event_of(self, cells: Sequence[Cell], column: Column | None = None) -> int:
        """Returns the index of a row's event. *column* is the session or cross table column being read, whose header
        may state the date, city or activity. Raises UnresolvedEvent if a detail is missing or unknown."""
        stated = self.stated(cells)
        key = (stated, self._stated_above, column.at if column else -1)
        known = self._known.get(key)
        if known is None:
            try:
                told = {m: cell for m, cell in zip(self.columns, stated, strict=True) if text_of(cell)}
                above = {} if self.context.settled else self._above
                known = self._resolve([told.get(meaning) or above.get(meaning) for meaning in _STATED], column)
            except UnresolvedEvent as unresolved:
                known = unresolved
            self._known[key] = known
        if isinstance(known, UnresolvedEvent):
            raise known
        return known

    def stated(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """Returns what a row says of its event, and remembers what also holds for the rows below it."""
        if self._take and not self._filled_down and len(cells) > self._last:
            stated: tuple[Cell, ...] = self._take(cells)  # fast path for long lists
            return stated
        return tuple(self._cell(meaning, cells) for meaning in self.columns)

    def _cell(self, meaning: str, cells: Sequence[Cell]) -> Cell:
        column = self.columns[meaning]
        value = column.value(cells)
        if not text_of(value):
            return None
        if meaning in self._filled_down:
            self._remember(meaning, value)
        return value

    def _remember(self, meaning: str, value: Cell) -> None:
        """Applies an event's detail to the rows below."""
        self._above[meaning] = value
        self._stated_above = tuple(self._above.get(one) for one in _STATED)

    def _resolve(self, stated: Sequence[Cell], column: Column | None) -> int:
        activity_cell, city_cell, date_cell, title_cell = stated
        session = column.date if column else None
        if column:
            activity_cell = (not self._programme and column.codes.get(VocabularyKind.ACTIVITY)) or activity_cell
            city_cell = column.codes.get(VocabularyKind.CITY) or city_cell
        title = text_of(title_cell) or self.context.title
        together = " – ".join(text_of(cell) for cell in (title_cell, activity_cell, date_cell) if isinstance(cell, str))
        activity = self._resolve_code(
            VocabularyKind.ACTIVITY, activity_cell, self.context.activity, text_of(title_cell)
        )
        city = self._resolve_code(VocabularyKind.CITY, city_cell, self.context.city, together)
        inside = [day for cell in (title_cell, city_cell, activity_cell) for day in find_dates(text_of(cell))]
        day = self._resolve_day(date_cell, session or (inside[0] if inside and not text_of(date_cell) else None))
        if not self.project.start <= day <= self.project.end:
            value = text_of(date_cell) if session is None and text_of(date_cell) else day.isoformat()
            raise UnresolvedEvent("date", value, outside_project(day, self.project))
        return self.events.number(activity, city, day, title)

    def _resolve_code(self, kind: VocabularyKind, cell: Cell, around: str | None, title: str) -> str:
        text, inside = text_of(cell), self.vocabulary.inside(kind, title) if title else set()
        only = next(iter(inside)) if len(inside) == 1 else None
        if text and not is_not_stated(text):
            code = self.vocabulary.code(kind, text)
            if around and kind is VocabularyKind.ACTIVITY and topic_behind_class(text) and self._is_topic(text, {code}):
                return around
            if not code and kind is VocabularyKind.ACTIVITY:
                moved = self.vocabulary.inside(VocabularyKind.CITY, text) or "@" in text  # a cell of another column
                code = self.vocabulary.lesson(text, around) or (None if moved else only)
            if not code:
                raise UnresolvedEvent(kind.value, text, unknown_word(kind, text, self.project))
            return code
        if around and inside and self._is_topic(title, inside):
            return around
        if only or around:
            return only or str(around)
        raise UnresolvedEvent(kind.value, "", unknown_word(kind, "", self.project))

    def _is_topic(self, title: str, inside: AbstractSet[str | None]) -> bool:
        """Whether the activity *inside* a title is what a lesson is about: behind the class that had it, in a column of
        topics, or for a job."""
        behind = topic_behind_class(title)
        if behind:
            return not self.vocabulary.exact(VocabularyKind.ACTIVITY, behind)
        column = self.columns.get("title")
        of_topics = column is not None and is_header_of_topics(column.header)
        of_topics = of_topics and not self.vocabulary.exact(VocabularyKind.ACTIVITY, title)
        return inside == {"interview"} and (of_topics or is_about_job_interviews(title))

    def lacks_year(self, column: Column) -> bool:
        """Returns whether the day over a column has no year, and neither the sheet nor the period tells it."""
        stated = column.date
        return stated is not None and not (stated.year or stated.impossible) and not self._year_of(stated)

    def _year_of(self, stated: StatedDate) -> int:
        """Returns the year of a day that states none; 0 if several are possible."""
        period = (self.project.start, self.project.end)
        return self.context.year_of(stated, self.order) or only_year(stated, self.order, period)

    def _resolve_day(self, cell: Cell, session: StatedDate | None) -> date:
        stated, text = session, ""
        if stated is None and text_of(cell):
            text = text_of(cell)
            told = self.vocabulary.answers.day("date", text)
            stated = told or read_date(cell, serials=True) or first_day(text)
            if stated is None:
                raise UnresolvedEvent("date", text, invalid_date(text))
        stated = stated or self.context.date
        if stated is None:
            raise UnresolvedEvent("date", "", invalid_date(""))
        if stated.impossible:
            raise UnresolvedEvent("date", text, invalid_date(text))
        day = stated.in_order(self.order, self._year_of(stated))
        if day is None:
            raise UnresolvedEvent("date", text, ambiguous_date(text) if stated.ambiguous else invalid_date(text))
        return day


def reject_unresolved(
    unresolved: UnresolvedEvent, remarks: ReaderRemarks, sheet: str, row: int, columns: dict[str, Column]
) -> None:
    """Rejects a row whose event can't be resolved and asks about an unknown city or activity."""
    header = columns[unresolved.kind].header if unresolved.kind in columns else ""
    remarks.reject(sheet, row, header, unresolved.value, unresolved.why)
    if unresolved.kind in (VocabularyKind.CITY.value, VocabularyKind.ACTIVITY.value) and unresolved.value:
        remarks.ask(unresolved.kind, unresolved.value, Place(sheet=sheet, row=row, column=header))
