"""What headings between the rows of a list say of the people below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.rows.row_words import heads_part_of_event, is_gender_heading, section_reason
from liaison_metrics.sheets.words.presence import says_time
from liaison_metrics.sheets.words.vocabulary import Vocabulary


class Above(NamedTuple):
    """What the headings above a row say of the person in it."""

    community: str | None = None
    gender: str | None = None


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
        ("Apologies:", "Entschuldigt", "Assenti", "Afbud", "Απόντες", "Waiting list"),
        ("Krank Maria", "Abs", "Present", "Women"),
    ),
    HeadingRule(
        "team", Reason.STAFF_HEADING, lambda text: section_reason(text) is NotCountedReason.STAFF,
        ("Projektteam", "Trainers", "Staff di progetto", "Helfer innen und Team", "Undervisere", "Facilitator:"),
        ("Trainer Anna Neri", "Leiter", "Team participants", "Participants"),
    ),
    HeadingRule(
        "people who count", Reason.PEOPLE_HEADING, lambda text: section_reason(text) == "",
        ("Participants", "Present", "Teilnehmende", "Deltagere", "Partecipanti"),
        ("Apologies", "Staff", "Presente Maria"),
    ),
    HeadingRule(
        "part of the event", Reason.PEOPLE_HEADING, heads_part_of_event,
        ("Sessione pomeriggio", "Afternoon 14:00-17:00", "Part II", "Vormittagssitzung"),
        ("Sera", "Anna Abend", "Del Monte", "Block"),
    ),
    HeadingRule(
        "gender", Reason.GENDER_HEADING, is_gender_heading,
        ("Women", "Frauen (12)", "Donne", "Mænd", "Γυναίκες"),
        ("Donna", "Women trainers", "Mann"),
    ),
)  # fmt: skip
"""What lines head people. A community alone in a line heads them too where no column states communities, and a line
with the details of another event begins that event (``EventResolver.take_heading``)."""

_ABSENT, _TEAM, _PEOPLE, _PART, _GENDER = HEADINGS
_BY_HEADING = {NotCountedReason.ABSENT: Reason.ABSENT_BY_HEADING, NotCountedReason.STAFF: Reason.STAFF_BY_HEADING}
_BY_ROW = {NotCountedReason.ABSENT: Reason.ABSENT_BY_ROW, NotCountedReason.STAFF: Reason.STAFF_BY_ROW}
_BY_SHEET = {NotCountedReason.ABSENT: Reason.ABSENT_BY_SHEET, NotCountedReason.STAFF: Reason.STAFF_BY_SHEET}


class Sections:
    """The parts of a list: remembers what the last headings said."""

    def __init__(self, reason: NotCountedReason | None = None) -> None:
        """*reason* is why the people of the whole list don't count, if its sheet says so."""
        self.reason = reason
        self.above = Above()
        self._by = _BY_SHEET

    def take(self, texts: Sequence[str], usual: int, vocabulary: Vocabulary, *, by_community: bool) -> Reason | None:
        """Takes a row's *texts* if they are a heading over people, and returns what they are; None if they are none.
        *usual*: how many cells other rows fill. *by_community*: a community alone in a line is a heading."""
        if len(texts) == 1 and (section := section_reason(texts[0])) is not None:
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
        community = vocabulary.exact(VocabularyKind.COMMUNITY, texts[0]) if by_community else None
        if community:
            self.above = self.above._replace(community=community)
        return Reason.COMMUNITY_HEADING if community else None

    def begin_event(self) -> None:
        """Ends the parts of people who don't count: the list of another event begins."""
        self.reason = None
        self.above = self.above._replace(gender=None)

    def because(self, reason: NotCountedReason) -> Reason:
        """Returns what says that a person doesn't count for this *reason*: a heading, the sheet, or the row itself."""
        return self._by[reason] if self.reason is reason else _BY_ROW[reason]
