"""Reads the people in the rows of one table: names, contacts, dates of birth, communities. Each distinct cell value is
read once, because long sheets repeat most values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_resolution import EventResolver
from liaison_metrics.sheets.model import AttendanceRow, Cell
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.rows.headings import Above
from liaison_metrics.sheets.rows.marking.brought import BroughtPeople, may_name_companions
from liaison_metrics.sheets.rows.marking.marks import MarkReader, tick_columns
from liaison_metrics.sheets.rows.shared_rows import rows_with_community, shared_rows, stated_text
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import gender_of_letter, is_email, is_name_like, is_not_stated, is_phone
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.lists import country_codes, normal
from liaison_metrics.sheets.words.names import (
    accompanying_count,
    name_and_address,
    names_several_people,
    real_name,
    text_beside_name,
    without_others,
)
from liaison_metrics.sheets.words.phrases.origins import understood
from liaison_metrics.sheets.words.phrases.origins.descriptions import code_in_phrase, country_in_phrase

_WORDS = (VocabularyKind.COMMUNITY, VocabularyKind.GROUP, VocabularyKind.GENDER)
_Key = TypeVar("_Key", str, Cell)
_Value = TypeVar("_Value")
_Birth = tuple[date | None, int | None]
_SAYS_WHAT_NOT_WHO = ("community", "group", "gender", "role")
_BESIDE_NAMES = ("notes", "signature", "present")
_BIRTHS = ("birth_date", "birth_year")
_UNKNOWN_BIRTH: _Birth = (None, None)


class PersonReader:
    """Reads the person in each row of one table. A *position* is a row's index among the table's data rows."""

    def __init__(
        self,
        table: Table,
        columns: Sequence[Column],
        marks: MarkReader,
        remarks: ReaderRemarks,
        resolver: EventResolver,
    ) -> None:
        self.table, self.marks, self.remarks, self.resolver = table, marks, remarks, resolver
        self.vocabulary, self.order = resolver.vocabulary, resolver.order
        self.columns = {column.meaning: column for column in columns if column.meaning}
        self._ticks = {
            kind: found
            for kind in _WORDS
            if kind.value not in self.columns and len(found := tick_columns(columns, kind)) > 1
        }
        self._unknown = [column for column in columns if may_name_companions(column)]
        self._asked: dict[int, list[tuple[str, str]]] = {}
        self._countries, self._no_communities = list[str](), understood.NoCommunities()

    def prepare(self, data: Sequence[int]) -> None:
        """Reads the columns for the rows at the positions *data* of the grid."""
        self.texts = {meaning: self._cleaned(column, data) for meaning, column in self.columns.items()}
        self._shared, unclear = shared_rows(self.columns, [self.table.grid.rows[number] for number in data])
        self.any_shared = bool(self._shared)
        for position, (first, *_others) in self._shared.items():
            for meaning, text in first.items():
                self.texts[meaning][position] = stated_text(text)
        self._nothing: list[None] = [None] * len(data)
        self._names = self._read_names()
        self._emails = self._read_addresses()
        self._phones = self._contacts("phone", "0123456789")
        self._births = self._read_births(len(data))
        said, self._groups, self._genders = map(self._read_words, _WORDS)
        stated = rows_with_community(self.columns, self.texts.get("community", ()), said, self._names)
        self._communities = [said[row] for row in stated]
        self._countries = [self._countries[row] for row in stated] if self._countries else []
        self._misplaced = self._find_misplaced()
        remarks = [self.texts.get(meaning, ()) for meaning in _BESIDE_NAMES]
        self._brought = BroughtPeople(remarks, [self._cleaned(column, data) for column in self._unknown])
        self._several |= unclear

    def text(self, meaning: str, position: int) -> str:
        """Returns a cell's text, "" if the table has no such column or the cell states nothing."""
        return texts[position] if (texts := self.texts.get(meaning)) else ""

    def names_several(self, position: int) -> bool:
        """Returns whether the row stands for several people, without saying who each of them is."""
        return position in self._several

    @property
    def any_accompanied(self) -> bool:
        """Whether any name or remark tells of accompanying people."""
        return bool(self._accompanying) or self._brought.any

    def accompanying(self, position: int) -> int:
        """Returns how many unnamed people the row's name includes, or else its remark or its mark."""
        named = max(self._accompanying.get(self.text(meaning, position), 0) for meaning in NAMES)
        return named or self._brought.number(position)

    def misplaced(self, position: int) -> str:
        """Returns the header of a value that belongs in another column, "" if there is none."""
        return self._misplaced.get(position, "")

    def others(self, first: AttendanceRow, position: int) -> list[AttendanceRow]:
        """Returns the attendances of the further people of a row, given that of its first one; usually none."""
        return [self._another(first, said, position) for said in self._shared.get(position, ())[1:]]

    def _another(self, first: AttendanceRow, said: Mapping[str, str], position: int) -> AttendanceRow:
        """Returns the attendance of another person of a row. What the row says of all holds for everybody."""
        name = said.get("name") or " ".join(filter(None, (said.get("given_name"), said.get("family_name"))))
        birth, year = next((self._birth(text) for kind in _BIRTHS if (text := said.get(kind))), _UNKNOWN_BIRTH)
        community, group, gender = (self._word_of_another(kind, first, said, position) for kind in _WORDS)
        return replace(
            first, name=real_name(name), email=said.get("email") or None, phone=said.get("phone") or None,
            birth=birth, birth_year=year, community=community, group=group, gender=gender,
        )  # fmt: skip

    def _word_of_another(
        self, kind: VocabularyKind, first: AttendanceRow, said: Mapping[str, str], position: int
    ) -> str | None:
        text = said.get(kind.value, "")
        if not text or text == self.text(kind.value, position):
            return {"community": first.community, "group": first.group, "gender": first.gender}[kind.value]
        if (code := self.vocabulary.code(kind, text)) is None and kind is VocabularyKind.COMMUNITY:
            code = self.vocabulary.local_community(self.vocabulary.country(text), self.resolver.event(first.event).city)
        if code is None and not is_not_stated(text):
            self._ask_about(kind.value, text, first.event, first.row)
        return code

    def attendance(self, event: int, row: int, position: int, column: str, above: Above) -> AttendanceRow:
        """Returns a person's attendance, and asks about unknown words in the row. *above* is what headings say."""
        for meaning, text in self._asked.get(position, ()) if self._asked else ():
            self._ask_about(meaning, text, event, row)
        birth, year = self._births[position]
        community, group, gender = self._communities[position], self._groups[position], self._genders[position]
        if self._ticks:
            said = zip((community, group, gender), _WORDS, strict=True)
            community, group, gender = (code or self._ticked(kind, row) for code, kind in said)
        if not community and self._countries and (country := self._countries[position]):
            community = self._local_community(country, position, event, row)
        if not community and above.community != NOT_STATED and not self.text("community", position):
            city = self.resolver.event(event).city
            community = above.community or self.vocabulary.local_community(above.country, city)
        if not gender and not self.text("gender", position):
            gender = above.gender
        return AttendanceRow(
            event, self.table.grid.name, row, column, self._names[position], self._emails[position],
            self._phones[position], birth, year, community, group, gender,
        )  # fmt: skip

    def _local_community(self, country: str, position: int, event: int, row: int) -> str | None:
        """Returns the local community for people of the event's own country; asks about other nationalities."""
        community = self.vocabulary.local_community(country, self.resolver.event(event).city)
        if community is None and "community" in self.columns:
            self._ask_about("community", self.text("community", position), event, row)
        return community

    def _ask_about(self, meaning: str, text: str, event: int, row: int) -> None:
        """Asks about an unknown word, unless it is understood to say nothing that the project wants to know."""
        kind = "birth" if "birth" in meaning else meaning
        if self._no_communities.says_nothing(kind, text):
            return
        of_group = kind == "group" and not understood.changes_figures(text, self.resolver.event(event), self.vocabulary)
        presumed = of_group or (kind == "community" and text in self._no_communities.likely)
        ask = self.remarks.presume if presumed else self.remarks.ask
        ask(kind, text, Place(sheet=self.table.grid.name, row=row, column=self.columns[meaning].header))

    def _cleaned(self, column: Column, data: Sequence[int]) -> list[str]:
        texts = {cell: stated_text(cell) for cell in self.table.different_cells(column.at)}
        cells = self.table.cells(column.at)
        if len(data) < len(cells):
            found = dict(zip(self.table.rows, cells, strict=True))
            cells = [found[number] for number in data]
        return [texts[cell] for cell in cells]

    def _read_names(self) -> Sequence[str | None]:
        texts = self.texts.get("name")
        parts = [
            _each(found, without_others)
            for meaning in ("given_name", "family_name")
            if (found := self.texts.get(meaning))
        ]
        self._accompanying = {
            text: number
            for meaning in NAMES
            for text in set(self.texts.get(meaning, ()))
            if (number := accompanying_count(text))
        }
        if parts:
            joined = [" ".join(filter(None, said)) for said in zip(*parts, strict=True)]
            texts = [text or other for text, other in zip(texts, joined, strict=True)] if texts else joined
        self._several: set[int] = set()
        self._asides: Mapping[str, str] = {}
        if not texts and any(name_and_address(text)[1] for text in set(self.texts.get("email", ()))):
            return _each(self.texts["email"], lambda text: real_name(text) if name_and_address(text)[1] else None)
        if not texts:
            return self._nothing
        different = set(texts)
        more = [text for text in different if not text.replace(" ", "").isalpha()]  # skip plain words: nearly all names
        self._asides = {text: remark for text in more if (remark := text_beside_name(text))}
        twos = {text for text in different if names_several_people(text)}
        self._several = {position for position, text in enumerate(self.texts.get("name", ())) if twos and text in twos}
        return _each(texts, lambda text: real_name(text) if text else None)

    def _contacts(self, meaning: str, signs: str) -> Sequence[str | None]:
        """Returns e-mail addresses or phone numbers. Text without any of *signs* ("none", "no phone") is dropped."""
        if not (texts := self.texts.get(meaning)):
            return self._nothing
        return _each(texts, lambda text: text if any(sign in text for sign in signs) else None)

    def _read_addresses(self) -> Sequence[str | None]:
        """Returns e-mail addresses, also those beside a name in one cell ("Mara Testa <mara@example.org>")."""
        if texts := self.texts.get("email"):
            return _each(texts, lambda text: name_and_address(text)[1] or (text if "@" in text else None))
        names = self.texts.get("name", ())
        beside = any("@" in text for text in names)
        return _each(names, lambda text: name_and_address(text)[1] or None) if beside else self._nothing

    def _read_words(self, kind: VocabularyKind) -> Sequence[str | None]:
        texts = self.texts.get(kind.value)
        if not texts and kind is VocabularyKind.COMMUNITY and self._asides:
            asides = [self._asides.get(name, "") for name in self.texts.get("name", ())]
            self._countries = [self.vocabulary.country(aside) for aside in asides]
            return [self.vocabulary.exact(kind, aside) for aside in asides] or self._nothing
        if not texts:
            return self._nothing
        letters = {normal(text) for text in set(texts)} if kind is VocabularyKind.GENDER else set()
        look_up = self.vocabulary.look_up(kind, texts)
        codes = _each(texts, lambda one: self._code(kind, one, gender_of_letter(one, letters, look_up(kind, one))))
        known = any(code not in (None, NOT_STATED) for code in codes)
        if kind is VocabularyKind.GROUP and (not known or meaning_of(self.columns["group"].header) == "organisation"):
            codes = [code or NOT_STATED for code in codes]  # names of organisations, or a column of other words
        if any(unknown := [code is None for code in codes]) and kind is VocabularyKind.COMMUNITY:
            countries = _each(texts, self._country)
            self._countries = [country if asks else "" for country, asks in zip(countries, unknown, strict=True)]
            unknown = [asks and not country for asks, country in zip(unknown, self._countries, strict=True)]
            self._no_communities = understood.none_among({*texts}, self.columns["community"].header, self.vocabulary)
        self._ask(kind.value, texts, unknown)
        return [None if code == NOT_STATED else code for code in codes]

    def _code(self, kind: VocabularyKind, text: str, known: str | None) -> str | None:
        return known or code_in_phrase(kind, text, self.vocabulary) if text else NOT_STATED

    def _country(self, text: str) -> str:
        return self.vocabulary.country(country_codes().get(text, text)) or country_in_phrase(text, self.vocabulary)

    def _find_misplaced(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for meaning in _SAYS_WHAT_NOT_WHO:
            texts = self.texts.get(meaning, ())
            contacts = {text for text in set(texts) if is_email(text) or is_phone(text)}
            if contacts:
                header = self.columns[meaning].header
                found |= {at: header for at, text in enumerate(texts) if text in contacts}
        names, communities = self.texts.get("name", ()), self.texts.get("community", ())
        exact, near = self.vocabulary.exact, self.vocabulary.look_up(VocabularyKind.COMMUNITY, communities)
        unknown = {text for text in set(communities) if is_name_like(text) and not near(VocabularyKind.COMMUNITY, text)}
        for at, (name, community) in enumerate(zip(names, communities, strict=False)) if unknown else ():
            if community in unknown and exact(VocabularyKind.COMMUNITY, name):
                found[at] = self.columns["name"].header
        return found

    def _ask(self, meaning: str, texts: Sequence[str], unknown: Sequence[bool]) -> None:
        for position, asks in enumerate(unknown):
            if asks:
                self._asked.setdefault(position, []).append((meaning, texts[position]))

    def _ticked(self, kind: VocabularyKind, row: int) -> str | None:
        """Returns the code of the column the row ticks, among columns headed by words of a kind."""
        columns = self._ticks.get(kind)
        if not columns:
            return None
        cells = self.table.grid.rows[row - 1]
        ticked = {c.codes[kind] for c in columns if self.marks.present(c.text(cells))}
        return ticked.pop() if len(ticked) == 1 else None

    def _read_births(self, rows: int) -> Sequence[_Birth]:
        """Returns each row's date and year of birth, from the date column if filled, else from the year column."""
        births: Sequence[_Birth] = [_UNKNOWN_BIRTH] * rows
        for meaning in ("birth_year", "birth_date"):
            if texts := self.texts.get(meaning):
                read = _each(texts, lambda text: self._birth(text) if text else None)
                self._ask(meaning, texts, [birth == _UNKNOWN_BIRTH for birth in read])
                births = [birth or before for birth, before in zip(read, births, strict=True)]
        return births

    def _birth(self, text: str) -> _Birth:
        this_year = self.vocabulary.project.end.year
        told = self.vocabulary.answers.day("birth", text)
        if told:
            return told.day, told.year
        if re.fullmatch(r"(19|20)\d{2}(\.0)?", text):
            year = int(float(text))
            return (None, year) if year <= this_year else _UNKNOWN_BIRTH
        stated = read_date(text, serials=True)
        if stated is None or stated.impossible:
            return _UNKNOWN_BIRTH
        day = stated.in_order(self.order)
        if day and day.year > this_year:  # “04/05/62” isn't in the future
            day = day.replace(year=day.year - 100)
        known = day.year if day else stated.year
        return (day, known) if 1900 <= known <= this_year else _UNKNOWN_BIRTH


def _each(values: Sequence[_Key], read: Callable[[_Key], _Value]) -> list[_Value]:
    """Returns *read* applied to each value, called once per distinct value."""
    memo = {value: read(value) for value in set(values)}
    return list(map(memo.__getitem__, values))
