"""What headings between the rows of a list say of the people below them, and which lines name the organisation that
the people below come from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.rows.marking.sections.lines_over_people import (
    continues_list,
    heads_people_who_came,
    tells_they_came,
)
from liaison_metrics.sheets.rows.marking.sections.section_words import (
    heads_part_of_event,
    is_gender_heading,
    line_reason,
    section_reason,
)
from liaison_metrics.sheets.rows.row_words import is_total_row
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.phrases.origins.headings import community_in_heading
from liaison_metrics.sheets.words.phrases.titles.team.voices import heads_voice_or_team, leads_part
from liaison_metrics.sheets.words.presence import says_present, says_time
from liaison_metrics.sheets.words.vocabulary import Vocabulary


class Above(NamedTuple):
    """What the headings above a row say of the person in it."""

    community: str | None = None
    gender: str | None = None
    country: str = ""
    """A country whose people have no community of their own in the project, unless they are at home in the city."""


class HeadingRule(NamedTuple):
    """Which lines head people, and what such a heading makes of its own row. ``fires`` and ``silent`` are lines that
    do, and lines that don't; a test reads each of them within a list."""

    name: str
    reason: Reason
    heads: Callable[[str], bool]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


HEADINGS = (
    HeadingRule(
        "absent people", Reason.ABSENT_HEADING, lambda text: section_reason(text) is NotCountedReason.ABSENT,
        ("Apologies:", "Entschuldigt", "Assenti", "Afbud", "Απόντες", "Waiting list",
         "Απόντες (και από τα δύο τμήματα)", "Apologies (both groups)", "Entschuldigt (per Mail)",
         "Had said yes but did not come:", "Hatten zugesagt, kamen aber nicht:", "Havde sagt ja, men kom ikke:",
         "Avevano detto di sì ma non sono venuti:", "Είχαν πει ναι αλλά δεν ήρθαν:"),
        ("Non registrati ma venuti:", "Krank Maria", "Abs", "Present", "Women", "Absalom Seck (Graz)"),
    ),
    HeadingRule(
        "team", Reason.STAFF_HEADING, lambda text: line_reason(text) is NotCountedReason.STAFF,
        ("Projektteam", "Trainers", "Staff di progetto", "Helfer innen und Team", "Undervisere", "Facilitator:",
         "Frivillige (tælles ikke med)", "Helfende (zählen nicht)", "Trainer/innen", "Trainers (2)", "Formatori/trici",
         "Volontari (non contano)", "Crew (not counted)"),
        ("Trainer Anna Neri", "Leiter", "Team participants", "Participants"),
    ),
    HeadingRule(
        "people who count", Reason.PEOPLE_HEADING, lambda text: section_reason(text) == "",
        ("Participants", "Present", "Teilnehmende", "Deltagere", "Partecipanti", "Walk-ins:",
         "Aggiunti in loco", "Vor Ort angemeldet", "Tilmeldt på stedet", "Εγγραφές επί τόπου",
         "Arrivati senza iscrizione:", "Ohne Anmeldung gekommen", "Kom uden tilmelding:", "Χωρίς εγγραφή",
         "Latecomers", "Kinder", "Young people"),
        ("Apologies", "Staff", "Presente Maria"),
    ),
    HeadingRule(
        "part of the event", Reason.PEOPLE_HEADING, heads_part_of_event,
        ("Sessione pomeriggio", "Afternoon 14:00-17:00", "Part II", "Vormittagssitzung", "Group 2", "Tisch B",
         "Team 3"),
        ("Sera", "Anna Abend", "Del Monte", "Block"),
    ),
    HeadingRule(
        "gender", Reason.GENDER_HEADING, is_gender_heading,
        ("Women", "Frauen (12)", "Donne", "Mænd", "Γυναίκες"),
        ("Donna", "Women trainers", "Mann"),
    ),
    HeadingRule(
        "people who came", Reason.PEOPLE_HEADING, heads_people_who_came,
        ("Not registered, but came", "2. Gruppe", "Frauengruppe", "Dalla parrocchia vicina", "Nye i dag", "Klasse 4b",
         "Fulgte med via Zoom", "Γονείς που συμμετείχαν", "Ragazzi del centro diurno", "Second bus"),
        ("Registered", "Cameron Diaz", "Dalla Costa", "Gruppenleitung", "Interested people", "Next group",
         "Trainers from the school", "Kom Yusuf", "Venuti Anna"),
    ),
)  # fmt: skip
"""What lines head people. A community alone in a line heads them too where no column states communities, and a line
with the details of another event begins that event (``EventResolver.take_heading``)."""

_ABSENT, _TEAM, _PEOPLE, _PART, _GENDER, _CAME = HEADINGS
_BY_HEADING = {NotCountedReason.ABSENT: Reason.ABSENT_BY_HEADING, NotCountedReason.STAFF: Reason.STAFF_BY_HEADING}
_BY_ROW = {NotCountedReason.ABSENT: Reason.ABSENT_BY_ROW, NotCountedReason.STAFF: Reason.STAFF_BY_ROW}
_BY_SHEET = {NotCountedReason.ABSENT: Reason.ABSENT_BY_SHEET, NotCountedReason.STAFF: Reason.STAFF_BY_SHEET}


class Sections:
    """The parts of a list: remembers what the last headings said."""

    def __init__(self, reason: NotCountedReason | None = None, teams: frozenset[str] = frozenset()) -> None:
        """*reason* is why the people of the whole list don't count, if its sheet says so. *teams* are the lines over
        teams that take part."""
        self._teams, self._in_parts = teams, False
        self.reason = reason
        self.above = Above()
        self._by = _BY_SHEET
        self._community_of_event = False
        self._grouped = False

    def take(self, texts: Sequence[str], usual: int, vocabulary: Vocabulary, *, by_community: bool) -> Reason | None:
        """Takes a row's *texts* if they are a heading over people, and returns what they are; None if they are none.
        *usual*: how many cells other rows fill. *by_community*: a community alone in a line is a heading."""
        if len(texts) == 1 and (section := self._section(texts[0])) is not None:
            self.reason, self._by = section or None, _BY_HEADING
            self.above = self.above._replace(gender=None)
            return {NotCountedReason.ABSENT: _ABSENT, NotCountedReason.STAFF: _TEAM, "": _PEOPLE}[section].reason
        if usual > 1 and _PART.heads(texts[0]) and all(map(says_time, texts[1:])):
            self.reason = None
            return _PART.reason
        if len(texts) > 1:
            return None
        if _GENDER.heads(texts[0]):
            gender = vocabulary.exact(VocabularyKind.GENDER, texts[0].rstrip("0123456789() :"))
            self.above = self.above._replace(gender=gender)
            return _GENDER.reason
        if by_community and self._take_community(texts[0], vocabulary):
            return Reason.COMMUNITY_HEADING
        return self._take_people(texts[0], vocabulary) if usual > 1 else None

    def _section(self, text: str) -> NotCountedReason | Literal[""] | None:
        """Returns what a line says of the people below it. Below voices and teams, words for one who leads them head
        people, too."""
        if text in self._teams or heads_voice_or_team(text):
            self._in_parts = True
            return ""
        if self._in_parts and leads_part(text):
            return NotCountedReason.STAFF
        return line_reason(text)

    def _take_people(self, text: str, vocabulary: Vocabulary) -> Reason | None:
        """Takes a line over people who came. One that only names a group of them may be over absent people, too."""
        of_event = vocabulary.inside(VocabularyKind.ACTIVITY, text) or find_dates(text)
        if of_event or not _CAME.heads(text):
            return None
        if continues_list(text):
            return _CAME.reason
        named = self.reason is NotCountedReason.ABSENT and not (tells_they_came(text) or self._grouped)
        self._grouped = self._grouped or self.reason is None
        self.reason = self.reason if named else None
        self.above = self.above._replace(gender=None)
        return _CAME.reason

    def _take_community(self, text: str, vocabulary: Vocabulary) -> bool:
        community, country = community_in_heading(text, vocabulary)
        if community or country:
            self.above = self.above._replace(community=community, country=country)
        return bool(community or country)

    def begin_event(self, *, of_community: bool = False) -> None:
        """Ends the parts of people who don't count: the list of another event begins. *of_community*: its heading says
        of which community its people are; else they aren't of that which such a heading named before."""
        self.reason = None
        self.above = self.above._replace(gender=None)
        if self._community_of_event and not of_community:
            self.above = self.above._replace(community=None, country="")
        self._community_of_event = of_community

    def because(self, reason: NotCountedReason) -> Reason:
        """Returns what says that a person doesn't count for this *reason*: a heading, the sheet, or the row itself."""
        return self._by[reason] if self.reason is reason else _BY_ROW[reason]


_FEWEST_PARTS = 2
"""One line alone may be somebody of whom only the name is known."""

_CELLS_OF_A_PERSON = 2
"""A row of a person has a name and something else."""


class _Delegation:
    """A line with the rows of people below it, and the sum under them if there is one."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.people: list[int] = []
        self.total: int | None = None


def organisation_headings(table: Table, columns: Sequence[Column], vocabulary: Vocabulary) -> frozenset[int]:
    """Returns the rows (counted from 0) that name the organisation of the people below them, or say how many of them
    came; none unless the whole list is divided so: each line stands over people, and under each part stands their sum,
    or most lines name organisations. Lines that speak of a team or of absent people are none."""
    names = [column for column in columns if column.meaning in NAMES]
    parts = _parts_of_list(table, names) if names else []
    if len(parts) < _FEWEST_PARTS or not all(part.people for part in parts):
        return frozenset()
    lines = ["".join(map(text_of, table.grid.rows[part.line])) for part in parts]
    apart = values("staff") | tools("team") | tools("staff_heading") | values("absent")
    if all(any(community_in_heading(line, vocabulary)) for line in lines):
        return frozenset()
    if any(section_reason(line) is not None or apart.intersection(normal(line).split()) for line in lines):
        return frozenset()
    named = sum(_names_organisation(line, vocabulary) for line in lines)
    if all(_adds_up(part, table, columns) for part in parts) or 2 * named > len(lines) or _begin_alike(lines):
        sums = {part.total for part in parts if part.total is not None}
        told = {row: [text for value in table.grid.rows[row] if (text := text_of(value))] for row in sums}
        return frozenset(part.line for part in parts).union(row for row in sums if not is_total_row(told[row]))
    return frozenset()


def without_posts(columns: Sequence[Column], table: Table, headings: frozenset[int]) -> Sequence[Column]:
    """Returns the columns of a list, without those of people's posts in the organisations that head its parts."""
    lines = ["".join(map(text_of, table.grid.rows[row])) for row in headings]
    if not lines or _begin_alike(lines):  # "Stadtteil Nord", "Stadtteil West" employ nobody
        return columns
    return [column for column in columns if not _is_post(column)]


def _is_post(column: Column) -> bool:
    """Whether a column holds people's posts in their organisation and not roles at the event."""
    return column.meaning == "role" and bool(tools("office").intersection(normal(column.header).split()))


def _parts_of_list(table: Table, names: Sequence[Column]) -> list[_Delegation]:
    """Returns the parts of a list that begins with a line and whose lines are followed by people; none if it is
    divided in another way."""
    parts: list[_Delegation] = []
    for row in table.rows:
        cells = table.grid.rows[row]
        texts = [text for value in cells if (text := text_of(value))]
        if not texts:
            continue
        line = "".join(map(text_of, table.grid.rows[parts[-1].line])) if parts and parts[-1].people else ""
        summed = is_total_row(texts) or _sums_up(texts, line)
        if summed or tools("sums").intersection(normal(texts[0]).split()[:1]):
            if parts and parts[-1].people and parts[-1].total is None:
                parts[-1].total = row
        elif len(texts) == 1 and any(column.text(cells) for column in names):
            parts.append(_Delegation(row))
        elif len(texts) >= _CELLS_OF_A_PERSON and parts and parts[-1].total is None:
            parts[-1].people.append(row)
        else:
            return []
    while parts and not parts[-1].people:
        parts.pop()  # lines under the list
    return parts


def _sums_up(texts: Sequence[str], line: str) -> bool:
    """Whether a row has nothing but a number of the people below a *line* or of all who were there ("Town hall: 4
    present", "Participants present | 12")."""
    label, numbers = texts[0], texts[1:] or re.findall(r"\d+", texts[0])
    named = bool(line) and f" {normal(line)} " in f" {normal(label)} " and normal(label) != normal(line)
    of_people = len(texts) > 1 and meaning_of(label) in ("people", "present")
    return len(numbers) == 1 and numbers[0].isdecimal() and (named or of_people)


def _adds_up(part: _Delegation, table: Table, columns: Sequence[Column]) -> bool:
    """Whether the row under a part states how many people it has, perhaps with those who came along."""
    if part.total is None:
        return False
    rows = [table.grid.rows[row] for row in part.people]
    along = {sum(int(number_of(c.value(cells)) or 0) for cells in rows) for c in columns if c.is_numeric}
    came = {
        sum(says_present(c.text(cells)) for cells in rows)
        for c in columns
        if c.meaning == "present" or c.share("mark") >= MAJORITY
    }
    texts = " ".join(map(text_of, table.grid.rows[part.total]))
    stated = set(map(int, re.findall(r"(?<!\S)\d{1,4}(?!\S)", texts)))
    return bool(stated & {len(rows), *came, *(len(rows) + more for more in along)})


def _begin_alike(lines: Sequence[str]) -> bool:
    """Whether different lines without a number have the same first word ("Stadtteil Nord", "Stadtteil West")."""
    words = [normal(line).split() for line in lines]
    plain = all(map(str.isalpha, "".join(lines).replace(" ", "").replace("-", ""))) and all(len(w) > 1 for w in words)
    return plain and len({said[0] for said in words}) == 1 < len(set(lines))


def _names_organisation(line: str, vocabulary: Vocabulary) -> bool:
    words = set(normal(line).split())
    return bool(words & (tools("institution") | tools("own_organisation"))) or bool(
        vocabulary.inside(VocabularyKind.GROUP, line)
    )


def line_right_above(table: Table, own: slice) -> tuple[int, list[str]]:
    """Returns the row right above a table's header and its texts, in its *own* columns if it has any there. None if the
    table is the first of its sheet and no other stands beside or below it."""
    rows = table.grid.rows
    above = next((row for row in reversed(table.context_rows) if any(map(text_of, rows[row]))), None)
    if above is None:
        return 0, []
    within, whole = (list(filter(None, map(text_of, part))) for part in (rows[above][own], rows[above]))
    of_several = table.next_header or table.context_rows[0] or within != whole
    return (above, within or whole) if of_several else (above, [])
