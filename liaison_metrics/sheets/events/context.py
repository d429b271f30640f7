"""Reads event details from text around a table: the rows above it, the sheet name, the file name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.other_days import about_the_event, either_day, is_about_another_day, tells_when_made
from liaison_metrics.sheets.events.stated.left_open import line_of_cities
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.date_parts import day_in_name, only_day, only_school_year, states_months, years_in
from liaison_metrics.sheets.words.dates import StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import EVENT, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.numbers import people_of_value
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by
from liaison_metrics.sheets.words.phrases.titles.labelled_values import (
    LABEL,
    date_behind,
    heads_title,
    holds_value,
    is_function,
    label_meaning,
    pairs_in,
    stands_beside_title,
    titles_event,
)
from liaison_metrics.sheets.words.phrases.titles.places import without_places
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_DETAILS = EVENT | {"residence", "session", "time", "end_date", "people", "organisation"}
"""Meanings of labels whose values describe an event."""

_OF_TITLES = frozenset(("activity", "title", "session", "group", "unused"))
"""What a title that names an activity may begin with, as a label."""

_NAMES_EVENT = ("activity", "title")
"""Labels of these may have the year of the days in their value ("Course | Sewing 2021")."""
_OF_TEXTS = ("session", "unused", "time", "organisation", "group", "project")
_OF_PEOPLE = ("group", "organisation", "people", "unused")
_BEFORE_TOPIC = re.compile(r":\s|[“„«\"]")
_LONGEST_LINE, _LONGEST_LABEL, _LONGEST_NAME = 300, 4, 6
_COURSE_NUMBER = re.compile(r"\d{2,}[./-]\d[\d./-]*")
_BARE_YEAR = re.compile(r"(?:^|:)\s*20\d{2}\s*$")
"""A year alone or after a label."""


class EventContextReader:
    """Reads event details from rows of text."""

    def __init__(self, vocabulary: Vocabulary, period: tuple[date, date]) -> None:
        self.vocabulary, self.period = vocabulary, period

    def of_rows(
        self, grid: Grid, rows: Iterable[int], columns: range | None = None, *, labels_only: bool = False
    ) -> EventContext:
        """Returns the event details in some rows of a sheet. Labelled values take precedence over free text. Afterwards
        ``labelled_rows`` are the rows with a label and its value."""
        self.labelled: dict[str, object] = {}
        self.labelled_rows: set[int] = set()
        self.unknown: dict[str, str] = {}
        self.free, self.told, self.years = list[str](), list[str](), list[str]()
        self.people_at, rows = (0, ""), list(rows)
        used: set[tuple[int, int]] = set()
        for position, row in enumerate(rows):
            cells = [
                (at, value)
                for at, value in enumerate(grid.rows[row])
                if text_of(value) and (columns is None or at in columns) and (row, at) not in used
            ]
            below = grid.rows[rows[position + 1]] if position + 1 < len(rows) else ()
            if self._labels_above_values(cells, below):
                used |= {(rows[position + 1], at) for at, _value in cells}
                for at, value in cells:
                    self._take_labelled(text_of(value), below[at], row)
                    self.labelled_rows.add(rows[position + 1])
            else:
                self._row(cells, row)
        self.free = [] if labels_only else self.free
        return self._context()

    def _labels_above_values(self, cells: list[tuple[int, Cell]], below: Iterable[Cell]) -> bool:
        """Whether a row holds only labels and the row below their values."""
        under = list(below)
        known = [at for at, value in cells if isinstance(value, str) and self._is_label(value)]
        colons = {text_of(value).endswith((":", "：")) for _at, value in cells}
        return (
            len(known) >= 2
            and len(colons) == 1  # "Partner: | Association" is a label with its value
            and len(known) >= 0.6 * len(cells)
            and all(at < len(under) for at, _value in cells)
            and not any(isinstance(value, str) and self._begins_with_label(value) for value in under)
            and any(text_of(under[at]) for at in known)
        )

    def _is_label(self, text: str) -> bool:
        return bool(label_meaning(text)) and not (find_dates(text) or holds_value(text.rstrip(":： "), self.vocabulary))

    def _begins_with_label(self, text: str) -> bool:
        pair = LABEL.match(text)
        return self._is_label(text) or (pair is not None and bool(label_meaning(pair[1])))

    def _row(self, cells: list[tuple[int, Cell]], row: int) -> None:
        position = 0
        while position < len(cells):
            _at, value = cells[position]
            text = text_of(value)
            self.years += [text] if _BARE_YEAR.search(text) else []
            following = cells[position + 1][1] if position + 1 < len(cells) else None
            several = pairs_in(text) if isinstance(value, str) else []
            pair = LABEL.match(text) if isinstance(value, str) else None
            if len(several) > 1 or (several and pair and len(normal(pair[1]).split()) > 4):
                self.free.append(text)
                for label, said in several:
                    self._take_labelled(label, said, row)
            elif pair and self._is_label_and_value(pair[1], pair[2]):
                self._take_labelled(pair[1], pair[2], row)
            elif isinstance(value, str) and following is not None and self._is_label_of_next(text, following):
                self._take_labelled(text, following, row)
                position += 1
            elif find_dates(text) or not (text.endswith(":") and len(text.split()) <= _LONGEST_LABEL):
                self._take_free_text(value, text)
            position += 1

    def _is_label_and_value(self, label: str, value: str) -> bool:
        if not label_meaning(label) or find_dates(label) or self._is_title(label):
            return False
        return not titles_event(label, value) and not self._titles_named_event(label, value)

    def _titles_named_event(self, label: str, text: str) -> bool:
        """Whether a text behind a word for people names an event ("Guest list: info session in Graz")."""
        of_people = heads_title(label) or label_meaning(label) == "name"
        return of_people and bool(self.vocabulary.inside(VocabularyKind.ACTIVITY, text)) and number_of(text) is None

    def _is_title(self, text: str) -> bool:
        """Whether a text before a colon names the event ("Skills exchange workshop: sewing") or its city."""
        named = len(text.split()) > 1 and self.vocabulary.inside(VocabularyKind.ACTIVITY, text)
        titled = meaning_of(text) in _OF_TITLES or heads_title(text)  # "Attendance – OEP training"
        titled = titled or self.vocabulary.exact(VocabularyKind.ACTIVITY, text) is not None  # "OEP training: campaigns"
        return bool(named and titled) or bool(self.vocabulary.inside(VocabularyKind.CITY, text))

    def _is_label_of_next(self, text: str, following: Cell) -> bool:
        if titles_event(text, following) or self._titles_named_event(text, text_of(following)):
            return False
        if text.endswith((":", "：")) or is_header_word(text):
            return bool(label_meaning(text)) and not self.vocabulary.exact(VocabularyKind.ACTIVITY, text)
        named = any(self.vocabulary.inside(kind, text) for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY))
        return len(text.split()) <= _LONGEST_LABEL and bool(label_meaning(text)) and not (named or find_dates(text))

    def _take_free_text(self, value: Cell, text: str) -> None:
        line = about_the_event(value, self.vocabulary) if isinstance(value, str) else ""
        if line and "___" not in text:
            if either_day(line):
                self.unknown.setdefault("date", text)
            self.free += [one for one in line.splitlines() if one.strip() and len(one) <= _LONGEST_LINE]
        elif not isinstance(value, str) and (stated := read_date(value)):
            self.labelled.setdefault("loose date", stated)

    def _take_labelled(self, label: str, value: Cell, row: int) -> None:
        meaning, text = label_meaning(label), text_of(value)
        self.told += [text] if meaning in ("activity", "session") else []  # "Meeting | Info session in Graz"
        self.years += [label, text] if meaning in _NAMES_EVENT and not find_dates(text) else [label]
        if is_about_another_day(label) and meaning in ("date", "session", "end_date", "", "title"):
            return
        if meaning in _DETAILS:
            self.labelled_rows.add(row)
        if meaning in ("city", "residence", "date"):  # "OEP course – place: Vejle"
            self.free += [label] if self.vocabulary.inside(VocabularyKind.ACTIVITY, label) else []
        if meaning in ("session", "time", "end_date", "birth_date") and (day := read_date(value)):
            if meaning == "time" and day.year and not tells_when_made(label):  # "Zeit: 8. Dezember 2021, 9 Uhr"
                self.labelled.setdefault("loose date", day)
            meaning = "date" if meaning == "session" else ""
        if meaning == "date":
            stated = None if either_day(text) else date_behind(label, value)
            if stated:
                self.labelled.setdefault("date", stated)
                self.free += [text] if read_date(value) is None else []  # "27.01.2022 - Palermo"
            elif states_months(text):
                self.years.append(text)
            elif text:
                self.unknown.setdefault("date", text)
        elif meaning in ("city", "residence"):
            known = self._take_code(VocabularyKind.CITY, text)
            self.told += [text] if known else []  # "Place | OEP training at the school of Vejle"
            if text and not known and normal(label) in tools("city_label"):
                self.unknown.setdefault("city", text)
        elif meaning == "activity":
            if not self._take_code(VocabularyKind.ACTIVITY, text) and text:
                self.unknown.setdefault("activity", text)
        elif meaning == "title" and ("title" in self.labelled or _COURSE_NUMBER.fullmatch(text)):
            self.free.append(text)  # the number of a course, or a second title
        elif meaning == "title":
            self.labelled["title"] = text
            self.free += [label] if self.vocabulary.inside(VocabularyKind.ACTIVITY, label) else []
        elif isinstance(value, str) and (
            meaning in _OF_TEXTS or stands_beside_title(label, text) or is_function(meaning, text, self.vocabulary)
        ):
            self.free.append(text)
        elif meaning in _OF_PEOPLE and not isinstance(value, str) and not tells_when_made(label) and read_date(value):
            self.labelled.setdefault("loose date", read_date(value))  # "Group A | 5 Feb 2022"
        elif meaning == "people" and (people := people_of_value(value)) and told_by(label) is not Told.OTHERS:
            if "people" not in self.labelled:
                self.people_at = (row + 1, label)
            self.labelled.setdefault("people", people)

    def _take_code(self, kind: VocabularyKind, text: str) -> bool:
        """Takes the city or activity behind its label. The text is read again if it says more ("OEP, Vejle")."""
        code = self.vocabulary.code(kind, text)
        if code:
            self.labelled.setdefault(kind.value, code)
        city = kind is VocabularyKind.ACTIVITY and self.vocabulary.inside(VocabularyKind.CITY, text)
        self.free += [text] if text and (not code or find_dates(text) or city) else []
        return code is not None

    def _context(self) -> EventContext:
        said = self.labelled
        title = str(said.get("title", ""))
        texts = [title, *self.free]
        activity = said.get("activity") or self._single_code(VocabularyKind.ACTIVITY, texts)
        dated = [text for text in texts if not either_day(text)]
        stated = said.get("date") or self._single_date(dated) or said.get("loose date") or only_day(dated)
        told = ["", *self.told] if stated else []  # none of them is the title
        activity = activity or self._single_code(VocabularyKind.ACTIVITY, told)
        city = said.get("city") or self._single_code(VocabularyKind.CITY, texts)
        city = city or self._single_code(VocabularyKind.CITY, told)
        unknown = {"city": line} if (line := line_of_cities(texts, self.vocabulary)) else {}
        unknown |= self.unknown
        for kind, found in (("activity", activity), ("city", city), ("date", stated)):
            if found:
                unknown.pop(kind, None)
        return EventContext(
            activity=str(activity) if activity else None,
            city=str(city) if city else None,
            date=stated if isinstance(stated, StatedDate) else None,
            title=title,
            people=said.get("people") if isinstance(said.get("people"), int) else None,  # type: ignore[arg-type]
            people_at=self.people_at,
            year=self.only_year([*texts, *self.years]),
            school_year=only_school_year([*texts, *self.years]),
            unknown=unknown,
        )

    def _single_code(self, kind: VocabularyKind, texts: list[str]) -> str | None:
        """Returns the one code the texts name; None if they name several."""
        told = without_places([(text, codes) for text in texts if (codes := self._codes_in(kind, text))], kind)
        if told and texts[0] and self.vocabulary.inside(kind, texts[0]):
            told = told[:1]  # the event's own title takes precedence
        if told:
            return _only_code([codes for _, codes in told]) or _only_code([c for text, c in told if find_dates(text)])
        short = [text for text in texts if kind is VocabularyKind.ACTIVITY and len(text.split()) <= _LONGEST_NAME]
        return next((code for text in short if (code := self.vocabulary.code(kind, text))), None)

    def _codes_in(self, kind: VocabularyKind, text: str) -> set[str]:
        """Returns the codes that a text names: what stands before a colon or a quotation is the event, what follows is
        its topic ("Info session: the city committee and you")."""
        codes = self.vocabulary.inside(kind, text)
        event = self.vocabulary.inside(kind, _BEFORE_TOPIC.split(text, maxsplit=1)[0]) if len(codes) > 1 else codes
        return event if len(event) == 1 else codes

    def _single_date(self, texts: list[str]) -> StatedDate | None:
        found: list[StatedDate] = []
        for text in texts:
            dates = find_dates(text)
            if {d.in_order(None) or d.pair for d in dates} and self._is_project_time(dates):
                continue
            found += dates
        return found[0] if found and (len({(d.day, d.pair, d.year) for d in found}) == 1 or len(found) == 2) else None

    def _is_project_time(self, dates: list[StatedDate]) -> bool:
        start, end = self.period
        days = {d.day for d in dates if d.day} | {date(d.year, d.pair[1], d.pair[0]) for d in dates if _is_day(d)}
        return {start, end} <= days

    def of_name(self, name: str) -> EventContext:
        """Returns the unambiguous event details in the name of a sheet or a file."""
        dates = [stated for text in _date_texts(name) if (stated := read_date(text)) and (stated.day or stated.year)]
        words = re.sub(r"[_\-.]+", " ", name)
        activities, cities = (
            self.vocabulary.inside(kind, words) for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY)
        )
        dates = dates or find_dates(words)
        open_ended = bool(either_day(words))
        return EventContext(
            activity=activities.pop() if len(activities) == 1 else None,
            city=cities.pop() if len(cities) == 1 else None,
            date=None if open_ended else dates[0] if len(dates) == 1 else None if dates else day_in_name(name),
            year=self.only_year([name.replace("_", " ")]),
            school_year=only_school_year([name.replace("_", " ")]),
            unknown={"date": name} if open_ended else {},
        )

    def only_year(self, texts: Iterable[str]) -> int:
        """Returns the only year of the project that the texts name, 0 if there is none or several."""
        years = {year for text in texts for year in years_in(text)}
        inside = [year for year in years if self.period[0].year <= year <= self.period[1].year]
        return inside[0] if len(inside) == 1 else 0


def _only_code(found: Sequence[set[str]]) -> str | None:
    """Returns the only code that texts name, or that all of them name ("Fair Committee", "LIAISON fair")."""
    together, common = set().union(*found), set.intersection(*found) if found else set()
    return together.pop() if len(together) == 1 else common.pop() if len(common) == 1 else None


def _is_day(stated: StatedDate) -> bool:
    try:
        date(stated.year, stated.pair[1], stated.pair[0])
    except ValueError:
        return False
    return True


def _date_texts(name: str) -> list[str]:
    return re.findall(
        r"(?<!\d)(?:20\d{2}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_.]\d{1,2}[-_.](?:20)?\d{2})(?!\d)", name.replace("_", "-")
    )
