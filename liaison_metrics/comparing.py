"""Why a figure is not what it was: from one issued report to another, or to today, step by step down to the rows.

The steps add up: what was undone, corrected or decided since; what a later day adds; then each upload that came, in
order, with the people whom it brought beside those before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics import reach
from liaison_metrics.facts import NameForm
from liaison_metrics.index import IndexState, LiveIndex
from liaison_metrics.project import Project
from liaison_metrics.reach.scope import Scope
from liaison_metrics.store.facts import Source, read_facts, read_name_forms, read_sources
from liaison_metrics.uploads import UploadSummary, latest
from liaison_metrics.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """What a report stood on: the day, the city (None: all), the uploads, and how many each indicator had reached."""

    as_of: date
    city: str | None
    uploads: frozenset[int]
    reached: Mapping[str, int]


class Cause(StrEnum):
    """Why a figure moved."""

    DECISIONS = "decisions"
    """Uploads undone, events corrected, people joined or told apart, since the earlier report."""

    DAYS = "days"
    """The later report counts later days."""

    UPLOAD = "upload"
    """A sheet came."""

    AFTERWARDS = "afterwards"
    """What was undone, corrected or decided after the later report was issued."""


@dataclass(frozen=True, slots=True)
class Step:
    """One reason and by how many people it moved each indicator, by code. ``upload`` is set where a sheet came,
    ``undone`` names those that went; ``rows`` are the rows of people whom nobody had stated before."""

    cause: Cause
    change: Mapping[str, int]
    upload: UploadSummary | None = None
    undone: tuple[UploadSummary, ...] = ()
    rows: tuple[Source, ...] = ()


def now(workspace: Workspace, city: str | None, as_of: date | None = None) -> Standing:
    """Returns what a report of today stands on."""
    day = workspace.project.as_of(as_of)
    with workspace.one_moment() as (index, _connection):
        standing = frozenset(one.id for one in latest(workspace, undone=False))
        return Standing(day, city, standing, _reached(index, workspace.project, Scope(city=city, until=day)))


def steps(workspace: Workspace, before: Standing, after: Standing) -> list[Step]:
    """Returns why the figures of *after* are not those of *before*; the changes of each indicator add up to the
    difference. Steps that moved nothing are left out, but for uploads. Both are about the same city."""
    uploads = {one.id: one for one in latest(workspace)}
    standing = {number for number, one in uploads.items() if not one.undone_at}
    with workspace.one_moment() as (_index, connection):
        walk = _Walk(workspace, connection, sorted(before.uploads & standing), before)
        gone = tuple(uploads[number] for number in sorted(before.uploads - standing) if number in uploads)
        found = [Step(Cause.DECISIONS, walk.to_here(before.as_of), undone=gone)]
        found.append(Step(Cause.DAYS, walk.to_here(after.as_of)))
        for number in sorted((after.uploads - before.uploads) & standing):
            rows = walk.bring(number)
            found.append(Step(Cause.UPLOAD, walk.to_here(after.as_of), uploads[number], rows=rows))
        found.append(Step(Cause.AFTERWARDS, walk.to(after.reached)))
    return [one for one in found if one.upload or any(one.change.values())]


class _Walk:
    """Goes from one standing to another by bringing uploads into an index of its own."""

    def __init__(self, workspace: Workspace, connection: Connection, uploads: Sequence[int], before: Standing) -> None:
        self.workspace, self.connection, self.city = workspace, connection, before.city
        facts = read_facts(connection, workspace.codebooks, uploads)
        self.live = LiveIndex(facts, workspace.codebooks, self._names)
        self.reached = dict(before.reached)

    def _names(self, names: Sequence[int]) -> Mapping[int, NameForm]:
        return read_name_forms(self.connection, names)

    def to(self, reached: Mapping[str, int]) -> dict[str, int]:
        """Returns by how many people each indicator moves to what was reached."""
        change = {code: people - self.reached.get(code, 0) for code, people in reached.items()}
        self.reached = dict(reached)
        return change

    def to_here(self, day: date) -> dict[str, int]:
        """Returns by how many people each indicator moves to what the uploads brought so far give on a day."""
        return self.to(_reached(self.live.state, self.workspace.project, Scope(city=self.city, until=day)))

    def bring(self, upload: int) -> tuple[Source, ...]:
        """Brings an upload; returns the rows of the people whom none before it states."""
        state = self.live.refresh(read_facts(self.connection, self.workspace.codebooks, [upload]))
        return tuple(read_sources(self.connection, state.rows_of_new_people(upload)).values())


def _reached(index: IndexState, project: Project, scope: Scope) -> dict[str, int]:
    return {one.code: reach.reach(index, project, one, scope).reached for one in project.indicators}
