"""Decides which people count: no staff, and nobody whom a heading, remark, status or mark says to be absent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column, counted_texts
from liaison_metrics.sheets.columns.session_marks import read_legend
from liaison_metrics.sheets.model import Cell, NotCountedReason
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.rows.marking.marks import lists_certificates, needs_explanation, tells_how_there
from liaison_metrics.sheets.rows.marking.noted import (
    REMARKED,
    columns_of_reasons,
    excused_beside_names,
    may_lack_something,
    noted_absence,
    rows_there,
    says_recorded,
    says_stayed_away,
    tells_who_stayed_away,
)
from liaison_metrics.sheets.rows.marking.online.panels import panel_of
from liaison_metrics.sheets.rows.marking.online.waiting_rooms import rows_waiting
from liaison_metrics.sheets.rows.marking.presence_columns import PresenceColumns, codes_each_row
from liaison_metrics.sheets.rows.marking.told_there import is_represented, told_among_marks
from liaison_metrics.sheets.rows.marking.walk_ins import rows_beside_marks
from liaison_metrics.sheets.rows.persons import PersonReader
from liaison_metrics.sheets.rows.team import TeamWords
from liaison_metrics.sheets.rows.thresholds import MARKED_SHARE, MOST_STATUSES
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import mark_key
from liaison_metrics.sheets.words.cells import is_class, is_not_stated, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.phrases.absence import denies_certificate, tells_absence
from liaison_metrics.sheets.words.phrases.others import people_beside_mark
from liaison_metrics.sheets.words.phrases.remarks.consent import gives_no_name
from liaison_metrics.sheets.words.phrases.titles.documents import names_waiting_list
from liaison_metrics.sheets.words.phrases.titles.team.event_work import takes_part
from liaison_metrics.sheets.words.presence import (
    ABSENT_SIGNS,
    is_unsigned,
    says_absent,
    says_present,
    says_time,
    says_whether_came,
    tells_reason,
)

_OF_NOTHING = ("", "unused")
"""Meanings of columns that may hold the codes of tickets."""


class PresenceReader:
    """Decides whether a row of one table counts."""

    def __init__(self, table: Table, columns: Sequence[Column], people: PersonReader, remarks: ReaderRemarks) -> None:
        self.table, self.people, self.remarks, self.vocabulary = table, people, remarks, people.vocabulary
        self._of = PresenceColumns(table, columns, people.columns, people.vocabulary.answers)
        self._column, self._days, self._statuses = self._of.column, self._of.days, self._of.statuses
        self._beside_marks = rows_beside_marks(table, [column for days in self._days for column in days])
        self._unsaid = [c for c in columns if c.filled and (c.meaning == "role" or not (c.meaning or c.header))]
        self._remarks = [c for c in columns if c.meaning == "notes" or tells_who_stayed_away(table, c)]
        self._reasons = columns_of_reasons(table, columns, self._remarks)
        self._there = rows_there(table, columns)
        self._team = TeamWords(table, columns, self.vocabulary, people.resolver.context.activity)
        self._online = any(c.meaning == "joined" or normal(c.header) in tools("joined") for c in columns)
        lines = [list(filter(None, map(text_of, table.grid.rows[row]))) for row in table.context_rows[-2:]]
        above = {normal(line[0]) for line in lines if len(line) == 1}  # "Host" beside a name tells who of them it is
        self._hosts = bool(above & tools("hosts"))
        self._panel = panel_of(table, above, self.vocabulary.project)
        self._of_certificates = lists_certificates(table, columns, self._column)
        self._legend = read_legend(table) if self._of.is_explained else {}
        self._tickets = [c for c in columns if c.meaning in _OF_NOTHING and codes_each_row(table, c)]
        self._names = next((people.columns[kind] for kind in NAMES if kind in people.columns), None)
        named = counted_texts(table, self._names) if self._names and not self._column else {}
        self._excused = excused_beside_names(named)
        self._waiting = rows_waiting(table, columns)
        told = (self._excused, self._hosts, self._panel, self._team.any, self._remarks, self._statuses, self._waiting)
        self._anybody_may_not_count = any((*told, self._days, self._unsaid))

    def excuses(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row says behind a name that somebody was absent."""
        return self._names is not None and self._names.text(cells) in self._excused

    def why_not_counted(
        self, row: int, position: int, heading: NotCountedReason | None = None
    ) -> NotCountedReason | None:
        """Returns why a row doesn't count, None if it does: by the *heading* above, or the first of ``WHO_COUNTS`` that
        says so. Asks about unknown roles and marks."""
        if heading:
            return heading
        if not self._anybody_may_not_count:
            return None
        return next((rule.reason for rule in WHO_COUNTS if rule.says(self, row, position)), None)

    def why_not_counted_in_sessions(
        self, row: int, position: int, heading: NotCountedReason | None, *, came: bool
    ) -> NotCountedReason | None:
        """Returns the same for a row of a session matrix, where the marks say who *came*."""
        if heading is NotCountedReason.STAFF or self.is_staff(row, position):
            return NotCountedReason.STAFF
        return heading or (None if came else NotCountedReason.ABSENT)

    def says_absent_in_remark(self, row: int) -> bool:
        """Returns whether a remark, also beside the name ("Anna Beck (ill)"), says that the person was absent. A column
        of who came decides alone, unless it only has the initials of people whom nothing else names."""
        if self.excuses(self.table.grid.rows[row - 1]):
            return True
        alone = row - 1 in self._there or (self._column is not None and not self._of.identifies)
        noted = not alone and any(self._is_noted_absent(column, row) for column in self._remarks)
        return noted or (not alone and any(tells_absence(self._mark(column, row)) for column in self._unsaid))

    def says_cancelled(self, row: int) -> bool:
        """Returns whether a status or an answer to an invitation says that the person didn't come."""
        return any(self._has_cancelled(column, row) for column in self._statuses)

    def is_marked_absent(self, row: int) -> bool:
        """Returns whether marks, signatures or times say that the person wasn't there: on all days of an event."""
        if row - 1 in self._waiting | self._beside_marks:
            return row - 1 in self._waiting
        return any(all(self._is_absent(column, row) for column in days) for days in self._days)

    def _has_cancelled(self, column: Column, row: int) -> bool:
        """Whether a status, or an answer to an invitation, says that the person didn't come. Asks what "no" means for a
        registration: people who come without one are in such lists too."""
        text, header = self._mark(column, row), normal(column.header)
        if not (form := normal(text)) or is_not_stated(text):
            return False
        if header in tools("absence_header"):
            return form not in tools("no")
        came = any(says_present(self._mark(one, row)) for days in self._days for one in days)
        if form in tools("cancelled") and not (came and names_waiting_list(form)):  # who waited may get a place
            said = self.vocabulary.answers.mark(text)
            if said is None and came:
                self._ask(text, column, row)
            return not said
        if header in tools("intent") and not came:
            said = self.vocabulary.answers.mark(text)
            return says_absent(text) if said is None else not said
        if column.meaning == "registered" and form in tools("no") and not self._days:
            self._ask(text, column, row)
            return self.vocabulary.answers.mark(text) is False
        return False

    def is_of_the_team(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row has a word for the team beside a name, or in a column of its own."""
        return self._team.any and self._team.in_row(cells)

    def marks_unnamed_person(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row without a name has a number, as people have, and a mark of presence or a remark that
        the person gave no name ("only made a cross, didn't want to give her name"); or a ticket of its own, and a mark:
        those who came with the buyer of several."""
        marked = any(says_present(column.text(cells)) for days in self._days for column in days)
        if self._tickets and any(column.text(cells) for column in self._tickets):
            times = (column.text(cells) for days in self._days for column in days)
            return marked or any(says_time(text) or read_date(text) is not None for text in times)
        number = self.people.columns.get("number")
        if number is None or not number.text(cells).rstrip(".)").isdecimal():
            return False
        said = (text for at, value in enumerate(cells) if at != number.at and (text := text_of(value)))
        return marked or any(map(gives_no_name, said))

    def is_staff(self, row: int, position: int) -> bool:
        """Returns whether the row's person is staff."""
        text = self.people.text("role", position)
        if self._panel and self._panel.is_of_team(*(self.people.text(kind, position) for kind in ("name", "email"))):
            return True
        if not text or self._hosts:
            return self._hosts or self._team.in_row(self.table.grid.rows[row - 1])
        if normal(text) in self._team.speakers or (self._online and normal(text) in tools("default_roles")):
            return False
        if self._team.comes_with_pupils(text):
            return True
        if takes_part(text) and not self.vocabulary.is_staff(text):
            return False
        staff = self._team.teaches_here(text) or (self.vocabulary.is_staff(text) and not self._team.is_on_board(text))
        open_ = staff is None or text.endswith(")") or self._team.holds_post(text)
        if open_ and self._team.in_row(self.table.grid.rows[row - 1]):
            return True
        if staff is None and self._team.may_be_of_team(text) and not is_class(text) and not tells_absence(text):
            role = self.people.columns["role"].header
            self.remarks.ask("role", text, Place(sheet=self.table.grid.name, row=row, column=role))
        return bool(staff)

    def _is_noted_absent(self, notes: Column, row: int) -> bool:
        """Whether a remark says that the person was absent. Asks about one that may say so."""
        text = self._mark(notes, row)
        if not text or says_recorded(text, self.people.resolver.context.activity) or may_lack_something(text, notes):
            return False
        if notes.meaning not in REMARKED:
            return says_stayed_away(text, notes)
        noted = notes.at in self._reasons or noted_absence(text, self.table.grid.rows[row - 1])
        said = self.vocabulary.answers.mark(text) if noted is None else not noted
        if said is None:
            self._ask(text, notes, row)
        return said is False

    def _ask(self, text: str, column: Column, row: int) -> None:
        self.remarks.ask("present", text, Place(sheet=self.table.grid.name, row=row, column=column.header))

    def _mark(self, column: Column, row: int) -> str:
        return column.text(self.table.grid.rows[row - 1])

    def _is_absent(self, column: Column, row: int) -> bool:
        text = self._mark(column, row)
        if mark := people_beside_mark(text):
            text, _more = mark
        if not text.strip("_.… "):  # perhaps a line to sign on
            return self._of.blank_is_absent[column.at]
        form = normal(text)
        said = self.vocabulary.answers.mark(text)
        proxy = None if said is not None or column.at in self._of.of_absence else is_represented(self.table, text, row)
        if proxy is not None:
            if not proxy:
                self._ask(text, column, row)
            return proxy
        if column.meaning == "signature" and said is None:
            marked = self._of.blank_is_absent[column.at]
            if column.at in self._of.worded and (form in values("absent") or form in tools("no")):
                return True
            if self._of.says_unsigned(column, text):
                return True
            return (marked and (ABSENT_SIGNS.issuperset(text) or tells_reason(text))) or is_unsigned(text)
        if column.at in self._of.of_absence:
            unsaid = is_not_stated(text) and self._legend.get(mark_key(text)) is not False
            return form not in tools("no") and not unsaid
        said = self._legend.get(mark_key(text)) if said is None else said
        if said is not None:
            return not said
        if says_recorded(text, self.people.resolver.context.activity):
            return False
        if self._of.leaves_open(column, text) or self._of.tells_away(column, text):
            return True
        if form in tools("registered") or (_is_of_states(column) and self._takes_part(text)):
            # registered only: absent if others were marked as present
            return self._of.blank_is_absent[column.at]
        person = self.table.grid.rows[row - 1][: column.at]
        told = None if column.at in self._of.initialled else told_among_marks(column, text, person)
        came = says_whether_came(text) if told is None else told
        if came is None and column.at in self._of.initialled and not (says_present(text) or says_absent(text)):
            return False
        if told is None and self._needs_explanation(column, text, row):
            self._ask(text, column, row)
            return column.at in self._of.dashed
        if (says_absent(text) or came is not None) and not denies_certificate(form):
            return not came
        if tells_reason(text):
            return True
        letter = len(text) == 1 and text.isalpha() and column.share("mark") >= 0.5
        if says_present(text) or (column.share("name") < 0.5 and not letter and column.at not in self._of.coded):
            return False
        words = set(form.split())
        if words & values("absent") and not denies_certificate(form):
            return True
        if self._of_certificates or words & tools("handed_out") or tells_how_there(text):
            return False
        if not words & values("present") and column.distinct <= 6 and len(self._days) == 1:
            self._ask(text, column, row)
        return False

    def _takes_part(self, text: str) -> bool:
        """Whether a text is a word for participants, and none for those who came ("presente (dalle 11)")."""
        return not says_present(text) and not says_whether_came(text) and self.vocabulary.is_staff(text) is False

    def _needs_explanation(self, column: Column, text: str, row: int) -> bool:
        """Whether only a person can say what a text means: a dash where nobody has a mark, a word where most have."""
        if column.at in self._of.dashed:
            return ABSENT_SIGNS.issuperset(text)
        few = column.share("mark") >= MARKED_SHARE and column.distinct <= MOST_STATUSES
        person = self.table.grid.rows[row - 1][: column.at]
        return few and self._of.blank_is_absent[column.at] and needs_explanation(text, person)


def _is_of_states(column: Column) -> bool:
    """Whether a column is headed by a word for a status, where "participant" is one before "checked in"."""
    return bool(set(normal(column.header).split()) & tools("status"))


class PresenceRule(NamedTuple):
    """What says that somebody doesn't count. ``fires`` and ``silent`` are a column's header, what it says of the others
    and what it says of one person, who then doesn't count, or does; a test reads each of them as a list."""

    name: str
    reason: NotCountedReason
    says: Callable[[PresenceReader, int, int], bool]
    fires: tuple[tuple[str, str, str], ...]
    silent: tuple[tuple[str, str, str], ...]


WHO_COUNTS = (
    PresenceRule(
        "role", NotCountedReason.STAFF, lambda reader, row, position: reader.is_staff(row, position),
        (("Role", "Participant", "Trainer"), ("Klasse", "9.a", "Facilitator"), ("Notes", "", "formatrice")),
        (("Role", "Participant", "Speaker"), ("Organisation", "Arci", "Trainer"), ("Notes", "", "late")),
    ),
    PresenceRule(
        "remark", NotCountedReason.ABSENT, lambda reader, row, _position: reader.says_absent_in_remark(row),
        (("Notes", "", "did not come"), ("Bemerkung", "", "entschuldigt, Grippe"), ("Note", "", "assente")),
        (("Notes", "", "came late"), ("Bemerkung", "", "Abendessen abgesagt"), ("Note", "", "vegetariana")),
    ),
    PresenceRule(
        "status", NotCountedReason.ABSENT, lambda reader, row, _position: reader.says_cancelled(row),
        (("Status", "paid", "cancelled"), ("Stato", "confermato", "annullato"), ("Ordrestatus", "Aktiv", "Annulleret")),
        (("Status", "paid", "booked"), ("Stato", "confermato", "pagato"), ("Newsletter", "yes", "no")),
    ),
    PresenceRule(
        "mark", NotCountedReason.ABSENT, lambda reader, row, _position: reader.is_marked_absent(row),
        (("Present", "x", ""), ("Anwesend", "ja", "nein"), ("Firma", "A.N.", "-"), ("Παρουσία", "ναι", "απών"),
         ("Timer", "3", "0"), ("Stunden", "2,5", "0"), ("Ore", "3", "0")),
        (("Present", "x", "17:10"), ("Timer", "3", "1"), ("Ore", "18:00", "18:00"), ("Anwesend", "ja", "online"),
         ("Firma", "A.N.", "B.C.")),
    ),
)  # fmt: skip
"""What says that somebody doesn't count, besides the headings above. The team comes first: it may be marked too."""
