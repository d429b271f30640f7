"""The attendances of participants as a table, with the row of the file that states each of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.exports.frames.rows import frame_of
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.workspace.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class AttendanceTableRow:
    """One attendance of one participant."""

    person: str
    activity: str
    city: str
    date: datetime.date
    title: str
    community: str
    group: str
    gender: str
    age_band: str
    upload: int
    file: str
    sheet: str
    row: int


@requires(Action.ROWS_READ)
def attendances(
    workspace: Workspace,
    indicator: str | None = None,
    scope: Scope | None = None,
    event: int | None = None,
    *,
    actor: Actor,
) -> pd.DataFrame:
    """Returns one row for each attendance of a participant. Headcounts are not included: they have no rows of people.

    ==========  =============  ==================================================================
    column      dtype          meaning
    ==========  =============  ==================================================================
    person      str            pseudonym, the same in all events; empty for unidentified people
    activity    str            code of the activity type
    city        str            code of the city
    date        datetime64[s]  day of the event
    title       str            title of the event; may be empty
    community   str            code of the community
    group       str            code of the group; may be empty
    gender      str            code of the gender
    age_band    str            age on the day of the event, in years, as a band such as 18-29
    upload      int64          number of the upload that states the attendance first
    file        str            name of its file
    sheet       str            name of the sheet in the file
    row         int64          row number in the sheet, from 1
    ==========  =============  ==================================================================

    *indicator* keeps the attendances that count towards an indicator (by its code), *scope* those in a part of the
    project, *event* those of one event (by its number). It has the attendances in the cities whose attendances the
    actor may see. Raises NotAllowed where the scope or the event is in another city.
    """
    lines = figures.attendances(workspace, indicator, scope, event, actor=actor)
    return frame_of(AttendanceTableRow, map(_row, lines))


@requires(Action.ROWS_READ)
def attendances_in_chunks(
    workspace: Workspace,
    indicator: str | None = None,
    scope: Scope | None = None,
    event: int | None = None,
    *,
    actor: Actor,
) -> Iterator[pd.DataFrame]:
    """Returns the rows of ``attendances`` in small frames, so that a million of them fit in memory.

    All chunks show the state at the first one, even if the data change meanwhile. There is always at least one frame.
    Raises what ``attendances`` raises, before the first chunk.
    """
    return _chunks(figures.attendances_in_parts(workspace, indicator, scope, event, actor=actor))


def _chunks(parts: Iterator[list[figures.AttendanceLine]]) -> Iterator[pd.DataFrame]:
    empty = True
    for lines in parts:
        empty = False
        yield frame_of(AttendanceTableRow, map(_row, lines))
    if empty:
        yield frame_of(AttendanceTableRow, ())


def _row(line: figures.AttendanceLine) -> AttendanceTableRow:
    return AttendanceTableRow(
        person=line.person,
        activity=line.activity,
        city=line.city,
        date=line.date,
        title=line.title,
        community=line.community,
        group=line.group,
        gender=line.gender,
        age_band=line.age_band,
        upload=line.upload,
        file=line.file,
        sheet=line.sheet,
        row=line.row,
    )
