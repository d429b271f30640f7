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
