"""The tidy tables of a report. They have the columns of the other tables, and some of their own.

The report fills in the rows: it alone knows which numbers are suppressed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from liaison_metrics.exports.frames.events import EventRow
from liaison_metrics.exports.frames.indicators import IndicatorRow
from liaison_metrics.exports.frames.rows import frame_of


@dataclass(frozen=True, kw_only=True)
class ReportIndicatorRow(IndicatorRow):
    """One figure of a report. ``mark`` says why *reached* is missing, or of how many hidden lines it is the sum."""

    mark: str


@dataclass(frozen=True, kw_only=True)
class ReportEventRow(EventRow):
    """One event of a report, with its number there."""

    number: int


@dataclass(frozen=True, kw_only=True)
class StrandRow:
    """People in one strand and country. ``mark`` is that of ``ReportIndicatorRow``."""

    strand: str
    country: str | None
    breakdown: str
    code: str
    label: str
    reached: int | None
    identified: int | None
    unidentified: int | None
    as_of: datetime.date
    mark: str


@dataclass(frozen=True, kw_only=True)
class CommitteeRow:
    """The committee of a city."""

    city: str
    set_up: str
    present: str
    missing: str
    meetings: int


@dataclass(frozen=True, kw_only=True)
class ObjectiveRow:
    """Something that serves an objective, and how far it is."""

    objective: str
    text: str
    kind: str
    code: str
    state: str
    reached: int | None
    planned: int | None


@dataclass(frozen=True, kw_only=True)
class CommunityRow:
    """A community of a city."""

    city: str
    community: str
    people: int | None
    year: int | None
    source: str
    associations: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class SkillCountRow:
    """The skills of a city in numbers."""

    city: str
    offered: int
    sought: int
    found: int


@dataclass(frozen=True, kw_only=True)
class SkillRow:
    """A skill, and who offers or seeks it."""

    city: str
    skill: str
    side: str
    community: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class SkillMatchRow:
    """Who could teach whom."""

    skill: str
    city: str
    community: str
    organisation: str
    teacher_city: str
    teacher_community: str
    teacher_organisation: str


@dataclass(frozen=True, kw_only=True)
class NarrativeRow:
    """A text or note of a report, and what it is about."""

    kind: str
    about: str
    code: str
    label: str
    date: str
    city: str
    text: str


def report_indicators(rows: Iterable[ReportIndicatorRow]) -> pd.DataFrame:
    """Returns the indicators of a report: the columns of ``frames.indicators``, and

    ======  =====  =================================================================================
    column  dtype  meaning
    ======  =====  =================================================================================
    mark    str    folded_5 if *reached* is the sum of 5 lines whose own numbers are hidden; if *reached*
                   is missing, why: not_published, not_stated or not_applicable; otherwise empty
    ======  =====  =================================================================================

    *reached*, *identified* and *unidentified* are missing where the report does not show them.
    """
    return frame_of(ReportIndicatorRow, rows)


def report_events(rows: Iterable[ReportEventRow]) -> pd.DataFrame:
    """Returns the events of a report: the number of each event in the report, then the columns of ``frames.events``.

    ======  =====  ==================================
    column  dtype  meaning
    ======  =====  ==================================
    number  int64  number in the report, from 1
    ======  =====  ==================================

    The partner stands with its name, not its code.
    """
    frame = frame_of(ReportEventRow, rows)
    frame.insert(0, "number", frame.pop("number"))
    return frame


def report_strands(rows: Iterable[StrandRow]) -> pd.DataFrame:
    """Returns the people of a report by strand, country and gender.

    ============  =============  ================================================================
    column        dtype          meaning
    ============  =============  ================================================================
    strand        str            code of the strand, or total
    country       str            ISO 3166 code of the country, or total; missing if not stated
    breakdown     str            total or gender
    code          str            code of the gender; empty for the total
    label         str            label of the line in the language of the report
    reached       Int64          people: identified + unidentified
    identified    Int64          people recognised by name, e-mail or phone number
    unidentified  Int64          people listed without such details, additional or beyond the list
    as_of         datetime64[s]  last day whose events count
    mark          str            as in ``report_indicators``
    ============  =============  ================================================================
    """
    return frame_of(StrandRow, rows)


def report_committees(rows: Iterable[CommitteeRow]) -> pd.DataFrame:
    """Returns the committees of a report. Nobody is named.

    ========  =====  ===============================================================
    column    dtype  meaning
    ========  =====  ===============================================================
    city      str    code of the city
    set_up    str    ISO date on which it was set up; empty if not stated
    present   str    codes of the promised groups that have a member, with spaces
    missing   str    codes of the promised groups that have none
    meetings  int64  meetings held, by attendance sheets
    ========  =====  ===============================================================
    """
    return frame_of(CommitteeRow, rows)


def report_objectives(rows: Iterable[ObjectiveRow]) -> pd.DataFrame:
    """Returns what serves each objective of a report, and how far it is.

    =========  =====  ==================================================================================
    column     dtype  meaning
    =========  =====  ==================================================================================
    objective  str    code of the objective
    text       str    the objective
    kind       str    activity, deliverable or indicator
    code       str    code of what serves it
    state      str    of a deliverable: not_started, in_work, in_review or published; otherwise empty
    reached    Int64  events held, or people reached; missing for a deliverable
    planned    Int64  events planned, or the target; missing for a deliverable
    =========  =====  ==================================================================================
    """
    return frame_of(ObjectiveRow, rows)


def report_communities(rows: Iterable[CommunityRow]) -> pd.DataFrame:
    """Returns the communities of a report. A report for publication has no source and no associations.

    ============  =====  ==============================================================

    column        dtype  meaning
    ============  =====  =====================================================================
    city          str    code of the city
    community     str    code of the community
    people        Int64  people of it who live there; missing if not stated or not published
    year          Int64  year of that number; missing if not stated
    source        str    where the number is from; empty if not stated or not published
    associations  str    its associations; empty if not stated or not published
    mark          str    why *people* is missing: hidden or not_stated; otherwise empty
    ============  =====  =====================================================================
    """
    return frame_of(CommunityRow, rows)


def report_skill_counts(rows: Iterable[SkillCountRow]) -> pd.DataFrame:
    """Returns the skills of each city in numbers.

    =======  =====  =============================================================
    column   dtype  meaning
    =======  =====  =============================================================
    city     str    code of the city
    offered  int64  skills offered
    sought   int64  skills sought
    found    int64  skills sought that somebody in any of the cities offers
    =======  =====  =============================================================
    """
    return frame_of(SkillCountRow, rows)


def report_skills(rows: Iterable[SkillRow]) -> pd.DataFrame:
    """Returns the skills of an exact report; one for publication names nobody.

    ============  =====  =======================================================
    column        dtype  meaning
    ============  =====  =======================================================
    city          str    code of the city
    skill         str    the skill
    side          str    offered or sought
    community     str    code of the community whose it is; empty for none
    organisation  str    name of the organisation whose it is; empty for none
    ============  =====  =======================================================
    """
    return frame_of(SkillRow, rows)


def report_skill_matches(rows: Iterable[SkillMatchRow]) -> pd.DataFrame:
    """Returns who could teach whom, in an exact report.

    ====================  =====  ==============================================
    column                dtype  meaning
    ====================  =====  ==============================================
    skill                 str    the skill that is sought
    city                  str    code of the city of those who seek it
    community             str    code of their community; empty for none
    organisation          str    name of their organisation; empty for none
    teacher_city          str    code of the city of those who offer it
    teacher_community     str    code of their community; empty for none
    teacher_organisation  str    name of their organisation; empty for none
    ====================  =====  ==============================================
    """
    return frame_of(SkillMatchRow, rows)


def report_narrative(rows: Iterable[NarrativeRow]) -> pd.DataFrame:
    """Returns the texts and notes of a report.

    ======  =====  =========================================================
    column  dtype  meaning
    ======  =====  =========================================================
    kind    str    text (of the report) or note
    about   str    indicator, month, partner or event
    code    str    code of the indicator or partner, or the month; empty for an event
    label   str    what it is about, in the language of the report
    date    str    ISO date of the event; otherwise empty
    city    str    code of the event's city; otherwise empty
    text    str    the text, with the report's figures
    ======  =====  =========================================================
    """
    return frame_of(NarrativeRow, rows)
