"""Reads lists of people: one row per person, at the row's event or at the sessions it marks."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_high, mode

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.examples import example_rows
from liaison_metrics.sheets.columns.sessions import session_columns
from liaison_metrics.sheets.events.event_resolution import EventResolver, UnresolvedEvent
from liaison_metrics.sheets.events.stated.other_visits import OtherVisits, take_unresolved
from liaison_metrics.sheets.events.text_rows import names_dated_event
from liaison_metrics.sheets.headcounts.accompanying_people import AccompanyingPeople, accompanying
from liaison_metrics.sheets.headcounts.beside_lists.list_statements import ListStatements
from liaison_metrics.sheets.headcounts.beside_lists.notes_beside import columns_of_notes
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import (
    COMPANIONS,
    AttendanceRow,
    Cell,
    HeadcountRow,
    NotCountedReason,
    NotCountedRow,
    Reading,
)
from liaison_metrics.sheets.remarks import ReaderRemarks, misplaced_cell, several_people
from liaison_metrics.sheets.rows.foot_lines import FootLines
from liaison_metrics.sheets.rows.headings import Sections, line_right_above, organisation_headings, without_posts
from liaison_metrics.sheets.rows.likeness import RowLikeness
from liaison_metrics.sheets.rows.marking.marks import MarkReader, SessionSums, label_beside_marks, with_signatures
from liaison_metrics.sheets.rows.marking.matrix_feet import MatrixFoot
from liaison_metrics.sheets.rows.marking.numbered_rows import is_party, numbered_people, stands_for_people
from liaison_metrics.sheets.rows.marking.sections.named_teams import teams_in
from liaison_metrics.sheets.rows.persons import PersonReader
from liaison_metrics.sheets.rows.presence import PresenceReader
from liaison_metrics.sheets.rows.row_words import ListLine, reason_of_line
from liaison_metrics.sheets.rows.thresholds import FIRST_ROWS, MOST_CELLS_OF_A_HEADING
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import is_page_line, is_sentence, is_signature, line_reason, numbers_page
from liaison_metrics.sheets.words.cells import is_phone, text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.names import is_person
from liaison_metrics.texts import _

_IDENTITY, _SOMEBODY = (*NAMES, "email", "phone"), (is_person, stands_for_people, is_phone)
_TOLD = ("community", "gender", "group", "birth_date", "birth_year", "age")


class RegisterReader:
    """Reads the people of one table into a reading."""

    def __init__(
        self, table: Table, columns: Sequence[Column], resolver: EventResolver, reading: Reading, remarks: ReaderRemarks
    ) -> None:
        self.table, self.resolver, self.reading, self.remarks = table, resolver, reading, remarks
        self.vocabulary, self.sheet = resolver.vocabulary, table.grid.name
        self._organisations = organisation_headings(table, columns, self.vocabulary)
        self._margin = columns_of_notes(columns, [table.grid.rows[row] for row in table.rows])
        columns = [c for c in without_posts(columns, table, self._organisations) if c.at not in self._margin]
        self.columns = {column.meaning: column for column in columns if column.meaning}
        self.sessions = session_columns(columns)
        self._all_columns = columns
        self._signed = {c.at for c in columns if c.meaning in ("signature", "present")} | {c.at for c in self.sessions}
        self._may_have_accompanying, self._accompanying = False, AccompanyingPeople(columns, [])
        self._entries = remarks.entries.of_sheet(self.sheet)
        self._visits = OtherVisits(table, columns, resolver, remarks)
        self._header, self._usual, self._sections, self._sums = list[str](), 0, Sections(), SessionSums()
        self._marks = MarkReader(table, self.sessions, self.vocabulary.answers)
        self._people = PersonReader(table, columns, self._marks, remarks, resolver)
        self._text = self._people.text
        self._presence = PresenceReader(table, columns, self._people, remarks)
        self._statements = ListStatements(table, columns, resolver, reading).with_notes(self._margin)

    def read(self, reason: NotCountedReason | None = None) -> None:
        """Reads all rows of the table. *reason* says why its people don't count, if they don't."""
        self._sections = Sections(reason, teams_in(self.table, self.vocabulary))
        self._take_heading_above()
        rows, within = self.table.grid.rows, self._slice()
        header = rows[self.table.headers[-1]] if self.table.headers else []
        self._header = list(filter(None, map(text_of, header[within])))
        data = [number for number in self.table.rows if any(rows[number][within])]
        self._entries.enter_all(set(self.table.rows).difference(data), Reason.BESIDE_TABLE)
        if examples := example_rows(self.table, self._all_columns, data):
            self._entries.enter_all(examples, Reason.EXAMPLE)
            data = [number for number in data if number not in examples]
        filled = sorted(self._filled(rows[number]) for number in data[:FIRST_ROWS])
        self._usual = max(median_high(filled), mode(reversed(filled))) if filled else 0
        self._likeness = RowLikeness(self.table, self._all_columns, data)
        matrix_foot = MatrixFoot(self.table, self._all_columns, data, self._marks, self._sums)
        self._in_sequence = matrix_foot.in_sequence
        foot = FootLines(self.table, self._all_columns, data, self._likeness)
        self._people.prepare(data)
        numbered = numbered_people(self.table, self._all_columns, data)
        footers = self._statements.footers_among(data)
        self._accompanying = accompanying(self.table, self._all_columns, data, footers)
        self._may_have_accompanying = self._accompanying.any or self._people.any_accompanied
        self.resolver.prepare([rows[number] for number in data])
        ended, before, admitted = False, data[0] - 1 if data else 0, self.vocabulary.answers.rows(self.sheet) | numbered
        for position, number in enumerate(data):
            apart = number > before + 1 and number not in self.table.grid.gathered
            ended = ended or (apart and self._usual > 1 and self._filled(rows[number]) == 1)
            before = number
            if number in self._organisations:
                ended = self._statements.closed = False
                self._entries.enter(number + 1, Reason.PEOPLE_HEADING)
            elif why := matrix_foot.reason_of(number):
                self._entries.enter(number + 1, why)
            elif number + 1 not in numbered and (stated := self._statements.take(number)):
                ended = ended or stated in (Reason.ADDS_UP, Reason.STATED_AGAIN)
                if stated is not Reason.NUMBER:  # what counts is entered at the end
                    self._entries.enter(number + 1, stated)
            elif number + 1 not in admitted and (
                why := self._why_no_person(rows[number], position, ended) or foot.reason_of(number)
            ):
                self._statements.closed |= why is Reason.TOTAL_WORD
                ended = why is Reason.TOTAL_WORD or (ended and why is not Reason.PEOPLE_HEADING)
                self._statements.open_part(why)
                self._entries.enter(number + 1, why)
            else:
                if self._statements.closed:
                    self._statements.open()
                self._person(rows[number], number + 1, position)
        self._statements.take_list_notes()
        self.reading.attendances = with_signatures(self.table, self._all_columns, self.reading.attendances)

    def _take_heading_above(self) -> None:
        """Takes the line right above the header as a heading over its people, in a sheet of several lists."""
        above, texts = line_right_above(self.table, self._slice())
        if texts and (heading := self._heading_over_people(texts)):
            self._entries.enter(above + 1, heading)

    def _filled(self, cells: Sequence[Cell]) -> int:
        return sum(map(bool, map(text_of, cells[self._slice()])))

    def _slice(self) -> slice:
        return slice(self.table.columns.start, self.table.columns.stop)

    def _why_no_person(self, cells: Sequence[Cell], position: int, ended: bool) -> Reason | None:
        """Returns why a row lists no person (total, repeated header, heading, note), None if it does."""
        if "@" in self._text("email", position) or self._presence.excuses(cells):
            return None
        within = enumerate(cells[self._slice()], self.table.columns.start)
        filled = [(at, text) for at, value in within if (text := text_of(value))]
        texts = [text for at, text in filled if at not in self._margin] or [text for _at, text in filled]
        if not texts or numbers_page(texts):
            return Reason.PAGE if texts else Reason.BESIDE_TABLE  # before anything reads "Page 1/5" as a day
        similar = self._likeness.is_similar(cells)
        alike = similar and self._likeness.outweighs_words
        if line := reason_of_line(self._as_line(cells, texts, similar=similar), alike=alike):
            return line
        if len(texts) <= MOST_CELLS_OF_A_HEADING and (heading := self._heading_over_people(texts)):
            dated = heading is Reason.COMMUNITY_HEADING and find_dates(texts[0])
            return Reason.EVENT_HEADING if dated and self._begins_event(texts, of_community=True) else heading
        if len(texts) <= 3 and all(self.resolver.is_event_word(text) for text in texts) and self._begins_event(texts):
            return Reason.EVENT_HEADING
        identity = [text for meaning in _IDENTITY if (text := self._text(meaning, position))]
        told = any(self._text(meaning, position) for meaning in _TOLD)
        if not identity:
            return self._without_identity(cells, texts, told)
        if len(texts) == 1 and (len(self.columns) > 1 or self.sessions or not self._text("name", position)):
            return self._only_text(texts[0], position, ended)
        if alike:
            return None
        if len(identity) == 1 and identity[0][0].isdigit() and read_date(identity[0]):
            return Reason.NOT_UNDERSTOOD  # a day in the place of a name
        if self._usual == 1 and is_sentence(identity[0]):
            return self._free_text(identity[0])
        if ended and len(texts) <= self._usual / 2 and not (is_person(identity[0]) and self._likeness.repeats(cells)):
            return line_reason(texts, Reason.TEXT_BELOW)
        known = any(is_one(identity[0]) for is_one in _SOMEBODY) or self._presence.is_of_the_team(cells)
        known = known or is_party(identity[0], sized=self._accompanying.states(cells))
        if len(identity) == 1 and not known and not told and not self.sessions and self._text("name", position):
            return self._free_text(identity[0])
        return None

    def _begins_event(self, texts: Sequence[Cell], *, of_community: bool = False) -> bool:
        """Takes a heading's event details; they end a section of people who don't count. Returns whether it had any."""
        if begins := self.resolver.take_heading(texts):
            self._sections.begin_event(of_community=of_community)
        return begins

    def _heading_over_people(self, texts: Sequence[str]) -> Reason | None:
        if all(text in self._header for text in texts[1:]):
            texts = texts[:1]  # a heading that repeats the headers of the other columns
        return self._sections.take(texts, self._usual, self.vocabulary, by_community="community" not in self.columns)

    def _as_line(self, cells: Sequence[Cell], texts: list[str], *, similar: bool) -> ListLine:
        unsigned = texts
        if self._signed:
            within = enumerate(cells[self._slice()], self.table.columns.start)
            unsigned = [text for at, value in within if at not in self._signed and (text := text_of(value))]
        of_list = ("number" in self.columns, bool(self.sessions))
        return ListLine(texts, unsigned, self._header, self._usual, similar, *of_list)

    def _without_identity(self, cells: Sequence[Cell], texts: list[str], told: bool) -> Reason | None:
        if any(map(is_page_line, texts)):
            return Reason.PAGE
        marked = any(column.text(cells) for column in self.sessions)
        if marked or (told and not (self.sessions and len(texts) == 1)):  # a line of text has no marks
            return line_reason(texts, Reason.TEXT_BETWEEN) if len(texts) == 1 and len(texts[0]) > 40 else None
        names = [c for m in NAMES if (c := self.columns.get(m))]
        if len(texts) > 1 and any(any(map(str.isalnum, c.text(cells))) for c in names):
            return None  # an unnamed person ("N.N.")
        if self._presence.marks_unnamed_person(cells):
            return None
        loose = [value for value in cells[self._slice()] if text_of(value)]
        if len(loose) <= 3 and self._begins_event(loose):
            return Reason.EVENT_HEADING
        if len(texts) == 1 and texts[0].rstrip(".)").isdecimal():
            return Reason.NUMBER_ALONE
        return line_reason(texts, Reason.NO_PERSON)

    def _only_text(self, text: str, position: int, ended: bool) -> Reason | None:
        """Returns what a row's only text is: None for a name, else a heading or a note."""
        if not is_person(text) or names_dated_event(text, self.vocabulary):
            return self._free_text(text)
        known = self.vocabulary.exact(VocabularyKind.CITY, text) or self.vocabulary.exact(VocabularyKind.ACTIVITY, text)
        if (known or not self._text("name", position)) and self._begins_event([text]):
            return Reason.EVENT_HEADING
        return line_reason([text], Reason.TEXT_BELOW) if is_signature(text) or ended else None

    def _free_text(self, text: str) -> Reason:
        return Reason.EVENT_HEADING if self._begins_event([text]) else line_reason([text], Reason.TEXT_BETWEEN)

    def _person(self, cells: Sequence[Cell], row: int, position: int) -> None:
        self.resolver.stated(cells)  # also of an event whose first person was absent
        if self.sessions:
            self._session_row(cells, row, position)
            return
        (reading := self.reading).rows_read += 1
        # Check this first: a row that doesn't count needs no correction.
        reason = self._presence.why_not_counted(row, position, self._sections.reason)
        reason = reason or self._accompanying.why_not_counted(cells) or self._visits.why_not_counted(row, cells)
        if reason and not self.vocabulary.answers.counts_anyway(reason, self.sheet):
            reading.not_counted.append(NotCountedRow(self.sheet, row, reason))
            self._entries.enter(row, self._sections.because(reason))
            return
        if self._people.names_several(position) and not self._accompanying.states(cells):
            self.remarks.reject(self.sheet, row, self.columns["name"].header, "", several_people())
            return
        if self._may_have_accompanying and self._accompanying.number_of_row(cells) is None:
            self.remarks.reject(self.sheet, row, self._accompanying.header, "", several_people())
            return
        if header := self._people.misplaced(position):
            self.remarks.reject(self.sheet, row, header, "", misplaced_cell(header))
            return
        beside = self._accompanying.number_of_row
        more = (beside(cells) or self._people.accompanying(position)) if self._may_have_accompanying else 0
        days = self.resolver.split_days(cells)
        reading.rows_read += len(days) - 1
        for on in days:
            try:
                event = self.resolver.event_of(on)
            except UnresolvedEvent as unresolved:
                take_unresolved(unresolved, self.resolver, self.reading, self.remarks, Place(sheet=self.sheet, row=row))
                continue
            found = self._people.attendance(event, row, position, "", self._sections.above)
            named = self._add(found, position)
            if more > named:
                reading.rows_read += 1
                who = (more - named, "", found.community, found.group)
                reading.headcounts.append(HeadcountRow(event, self.sheet, row, *who, additional=COMPANIONS))

    def _add(self, first: AttendanceRow, position: int) -> int:
        """Adds the attendances of the people whom a row names. Returns how many there are beside the first."""
        others = self._people.others(first, position) if self._people.any_shared else []
        self.reading.attendances += [first, *others]
        self.reading.rows_read += len(others)
        return len(others)

    def _session_row(self, cells: Sequence[Cell], row: int, position: int) -> None:
        """Reads a row of a session matrix: each mark is an attendance. Somebody without a mark wasn't there."""
        marks = [(c, c.text(cells)) for c in self.sessions]
        present = [(c, t) for c, t in marks if t and not self._marks.absent(t, signed=c.meaning == "signature")]
        described = any(self._text(meaning, position) for meaning in ("email", "phone", *_TOLD))
        label = " ".join(text for meaning in NAMES if (text := self._text(meaning, position)))
        beside = None if label else label_beside_marks(cells[: self._slice().stop], {c.at for c in self.sessions})
        label, described = (label, described) if beside is None else (beside, False)
        described |= row - 1 in self._in_sequence
        if not described and self._sums.adds_up(present, label, self._statements.beside_sessions):
            self._entries.enter(row, Reason.ADDS_UP)
            return
        reason = self._presence.why_not_counted_in_sessions(row, position, self._sections.reason, came=bool(present))
        marked = (c.at for c, t in present if c.meaning == "signature" or self._marks.present(t))
        self._sums.add(marked, counts=reason is None)
        if reason:
            by_marks = reason is NotCountedReason.ABSENT and not present
            self._entries.enter(row, Reason.ABSENT_BY_MARKS if by_marks else self._sections.because(reason))
            for header in [column.header for column, _text in present] or [""]:
                self.reading.rows_read += 1
                self.reading.not_counted.append(NotCountedRow(self.sheet, row, reason, header))
            return
        there: set[int] = set()  # somebody who came in the morning and in the afternoon came to one event
        for column, text in present:
            self.reading.rows_read += 1
            if column.meaning != "signature" and not self._marks.present(text):
                self._unknown_mark(row, column, text)
                continue
            try:
                event = self.resolver.event_of(cells, column)
            except UnresolvedEvent as unresolved:
                value = column.header if unresolved.kind == "date" else unresolved.value
                self.remarks.reject(self.sheet, row, column.header, value, unresolved.why)
                continue
            if event in there:
                self.reading.rows_read -= 1
                continue
            there.add(event)
            found = self._people.attendance(event, row, position, column.header, self._sections.above)
            self._add(found, position)

    def _unknown_mark(self, row: int, column: Column, text: str) -> None:
        self.remarks.ask("present", text, Place(sheet=self.sheet, row=row, column=column.header))
        why = (_("Unknown mark: “{value}”.").format(value=text), _("Enter x if the person was there."))
        self.remarks.reject(self.sheet, row, column.header, text, why)
