"""Why a figure is not what it was: from one issued report to another, or to today, step by step down to the rows.

The steps add up: what was undone, corrected or decided since; what a later day adds; then each upload that came, in
order, with the people whom it brought beside those before it; last what happened after the later report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics.domain import reach
from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.index import IndexState, LiveIndex
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.uploads import UploadSummary, latest
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.events import read_corrections
from liaison_metrics.store.facts import Source, read_facts, read_name_forms, read_sources, read_sources_of_headcounts
from liaison_metrics.store.uploads import standing_uploads

__all__ = ["Cause", "Source", "Standing", "Step", "now", "steps"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a report stood on: the day, the city (None: all), the uploads, how many each indicator had reached, and the
    ``moment`` when it was issued (None: today)."""

    as_of: date
    city: str | None
    uploads: frozenset[int]
    reached: Mapping[str, int]
    moment: datetime | None = None


class Cause(StrEnum):
    """Why a figure moved."""

    DECISIONS = "decisions"
    """Uploads undone, events corrected, people joined or told apart, since the earlier report."""

    DAYS = "days"
    """The later report counts later days."""

    EARLIER_DAY = "earlier_day"
    """The later report counts up to an earlier day."""

    UPLOAD = "upload"
    """A sheet came."""

    AFTERWARDS = "afterwards"
    """What was undone, corrected or decided after the later report was issued."""


@dataclass(frozen=True, slots=True)
class Step:
    """One reason and by how many people it moved each indicator, by code. ``upload`` is set where a sheet came;
    ``rows`` are then the rows of people who are new to one of the indicators, ``headcounts`` the places where people
    whom nobody listed are stated. It is ``back`` where it was undone when the earlier report was issued.

    ``undone`` are the uploads that the later report does not hold any more, ``lost`` those that it held and that are
    undone by now: their rows are not there to be looked at. ``corrections`` counts those made or taken back of events.
    """

    cause: Cause
    change: Mapping[str, int]
    upload: UploadSummary | None = None
    undone: tuple[UploadSummary, ...] = ()
    lost: tuple[UploadSummary, ...] = ()
    corrections: int = 0
    rows: tuple[Source, ...] = ()
    headcounts: tuple[Source, ...] = ()
    back: bool = False


def now(workspace: Workspace, city: str | None, as_of: date | None = None) -> Standing:
    """Returns what a report of today stands on."""
    day = workspace.project.as_of(as_of)
    with workspace.snapshot() as (index, connection):
        standing = frozenset(standing_uploads(connection))
        return Standing(day, city, standing, _reached(index, workspace.project, Scope(city=city, until=day)))


def steps(workspace: Workspace, before: Standing, after: Standing) -> list[Step]:
    """Returns why the figures of *after* are not those of *before*; the changes of each indicator add up to the
    difference. Steps that moved nothing are left out, but for uploads. Both are about the same city.

    What changed after the later report in what both count cannot be told from what changed between them, since the
    rows of then are gone: it is one step with it, and cancels out.
    """
    uploads = {one.id: one for one in latest(workspace)}

    def named(numbers: Iterable[int]) -> tuple[UploadSummary, ...]:
        return tuple(uploads[number] for number in sorted(numbers) if number in uploads)

    with workspace.snapshot() as (_index, connection):
        standing = set(standing_uploads(connection))
        walk = _Walk(workspace, connection, sorted(before.uploads & after.uploads & standing), before)
        decided = Step(
            Cause.DECISIONS,
            walk.to_here(before.as_of),
            undone=named(before.uploads - after.uploads),
            corrections=_corrections(connection, before.moment, after.moment),
        )
        later = after.as_of >= before.as_of
        found = [Step(Cause.DAYS if later else Cause.EARLIER_DAY, walk.to_here(after.as_of))]
        for number in sorted((after.uploads - before.uploads) & standing):
            walk.bring(number)
            rows, headcounts = walk.rows(number, after.as_of), walk.headcounts(number, after.as_of)
            change, upload = walk.to_here(after.as_of), uploads[number]
            back = before.moment is not None and upload.imported_at < before.moment
            found.append(Step(Cause.UPLOAD, change, upload, rows=rows, headcounts=headcounts, back=back))
        since = 0 if after.moment is None else _corrections(connection, after.moment, None)
        afterwards = Step(
            Cause.AFTERWARDS, walk.to(after.reached), lost=named(after.uploads - standing), corrections=since
        )
    if since or (before.uploads & after.uploads) - standing:
        together = {code: people + afterwards.change[code] for code, people in decided.change.items()}
        corrections = decided.corrections + since
        found.insert(0, replace(decided, change=together, lost=afterwards.lost, corrections=corrections))
    else:
        found = [decided, *found, afterwards]
    return [one for one in found if one.upload or any(one.change.values())]


def _corrections(connection: Connection, since: datetime | None, until: datetime | None) -> int:
    """Returns how often events were corrected, or a correction was taken back, after one moment and up to another."""
    moments = {row[name] for row in read_corrections(connection) for name in ("made_at", "revoked_at")} - {None}
    return sum((since is None or since < one) and (until is None or one <= until) for one in moments)


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

    def bring(self, upload: int) -> None:
        """Brings an upload."""
        self.live.refresh(read_facts(self.connection, self.workspace.codebooks, [upload]))

    def rows(self, upload: int, day: date) -> tuple[Source, ...]:
        """Returns an upload's rows of people whom no upload before it brought to an indicator by a day."""
        project, scope = self.workspace.project, Scope(city=self.city, until=day)
        rows = self.live.state.rows_of_new_people(upload, project, scope)
        sources = read_sources(self.connection, rows)
        return tuple(sources[row] for row in rows)

    def headcounts(self, upload: int, day: date) -> tuple[Source, ...]:
        """Returns where an upload states people whom nobody listed, at events that count by a day."""
        project, scope = self.workspace.project, Scope(city=self.city, until=day)
        found = (reach.event_figures(self.live.state, project, one, scope) for one in project.indicators)
        events = {figures.event.id for some in found for figures in some}
        stated = read_sources_of_headcounts(self.connection, upload)
        return tuple(place for event, place in stated if event in events)


def _reached(index: IndexState, project: Project, scope: Scope) -> dict[str, int]:
    return {one.code: reach.reach(index, project, one, scope).reached for one in project.indicators}
