"""Why figures changed from one issued report to another, or to today.

The difference is explained as a list of changes that add up to it: decisions (uploads undone, events corrected, people
merged or separated), a later or earlier day, each new upload with the rows that brought new people, and decisions made
after the later report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics.domain import reach
from liaison_metrics.domain.events import COUNTING_RULES
from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.index import IndexChange, IndexState, LiveIndex
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.uploads import UploadSummary, latest
from liaison_metrics.services.workspace.decided_people import DecidedPeople
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.events import read_corrections, read_decisions, read_event_decisions
from liaison_metrics.store.facts import Source, read_facts, read_sources, read_sources_of_headcounts
from liaison_metrics.store.records.name_forms import read_name_forms
from liaison_metrics.store.records.person_decisions import person_decision_times
from liaison_metrics.store.uploads import active_uploads

__all__ = ["ChangeReason", "FigureChange", "ReportBasis", "Source", "current_basis", "explain_changes"]


@dataclass(frozen=True, slots=True)
class ReportBasis:
    """What the figures of a report are based on.

    ``as_of``: the last day counted; ``city``: its code (None: all cities); ``uploads``: the numbers of the active
    uploads; ``reached``: people reached by indicator code; ``issued_at``: when it was issued (None: today's figures);
    ``counting_rules``: the version of the counting rules.
    """

    as_of: date
    city: str | None
    uploads: frozenset[int]
    reached: Mapping[str, int]
    issued_at: datetime | None = None
    counting_rules: int = COUNTING_RULES


class ChangeReason(StrEnum):
    """Why a figure changed."""

    RULES = "rules"
    """The counting rules changed since the earlier report was issued."""

    DECISIONS = "decisions"
    """Uploads undone, events corrected, people merged or separated, since the earlier report."""

    LATER_DAY = "later_day"
    """The later report counts up to a later day."""

    EARLIER_DAY = "earlier_day"
    """The later report counts up to an earlier day."""

    UPLOAD = "upload"
    """A new upload, or a restored one."""

    LATER_DECISIONS = "later_decisions"
    """Uploads undone, events corrected, people merged or separated, after the later report was issued."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One reason why figures changed, and by how many people it changed each indicator.

    ``change``: people by indicator code. For an upload: ``upload``, its ``rows`` with people who are new to an
    indicator, the places of its ``headcounts``, and whether it was ``restored`` since the earlier report. For
    decisions: the ``undone`` uploads that the later report does not include; those ``undone_later``, which it includes
    but which have been undone since, so that their rows are gone; and the number of ``corrections`` made or undone.
    """

    reason: ChangeReason
    change: Mapping[str, int]
    upload: UploadSummary | None = None
    undone: tuple[UploadSummary, ...] = ()
    undone_later: tuple[UploadSummary, ...] = ()
    corrections: int = 0
    rows: tuple[Source, ...] = ()
    headcounts: tuple[Source, ...] = ()
    restored: bool = False


@requires(Action.FIGURES_READ)
def current_basis(workspace: Workspace, city: str | None, as_of: date | None = None, *, actor: Actor) -> ReportBasis:
    """Returns what a report made now is based on: for a city (None: all) up to a day (None: today). Raises
    NotAllowed."""
    check_figures(workspace.project, Scope(city=city), actor)
    day = workspace.project.as_of(as_of)
    with workspace.snapshot() as (index, connection):
        active = frozenset(active_uploads(connection))
        return ReportBasis(day, city, active, _reached(index, workspace.project, Scope(city=city, until=day)))


@requires(Action.REPORT_COMPARE)
def explain_changes(workspace: Workspace, before: ReportBasis, after: ReportBasis, actor: Actor) -> list[FigureChange]:
    """Returns why the figures of *after* differ from those of *before*, which must be about the same city. For each
    indicator the changes add up to the difference. Only uploads are listed where they changed no figure.

    The rows of undone uploads are gone. So where decisions after the later report affect what both reports include,
    they cannot be told from decisions between the reports, and both become one change. Raises NotAllowed.
    """
    check(actor, Action.REPORT_COMPARE)
    uploads = {upload.id: upload for upload in latest(workspace, actor=actor)}
    with workspace.snapshot() as (_index, connection):
        active = frozenset(active_uploads(connection))
        replay = _Replay(workspace, connection, sorted(before.uploads & after.uploads & active), before)
        older = before.counting_rules < after.counting_rules == COUNTING_RULES
        rules = _rules_change(workspace, connection, before, active) if older else None
        if rules:
            replay.reached = {code: people + rules.change[code] for code, people in replay.reached.items()}
        decisions = FigureChange(
            ChangeReason.DECISIONS,
            replay.change_to_day(before.as_of),
            undone=_summaries(uploads, before.uploads - after.uploads),
            corrections=_count_corrections(connection, before.issued_at, after.issued_at),
        )
        is_later = after.as_of >= before.as_of
        day = FigureChange(
            ChangeReason.LATER_DAY if is_later else ChangeReason.EARLIER_DAY, replay.change_to_day(after.as_of)
        )
        new = [uploads[number] for number in sorted((after.uploads - before.uploads) & active)]
        added = [_upload_change(replay, upload, before, after.as_of) for upload in new]
        later_decisions = FigureChange(
            ChangeReason.LATER_DECISIONS,
            replay.change_to(after.reached),
            undone_later=_summaries(uploads, after.uploads - active),
            corrections=0 if after.issued_at is None else _count_corrections(connection, after.issued_at, None),
        )
    both_old = before.counting_rules == after.counting_rules != COUNTING_RULES
    if both_old or later_decisions.corrections or (before.uploads & after.uploads) - active:
        changes = [_together(decisions, later_decisions), day, *added]
    else:
        changes = [decisions, day, *added, later_decisions]
    changes = [rules, *changes] if rules else changes
    return [change for change in changes if change.upload or any(change.change.values())]


def _rules_change(
    workspace: Workspace, connection: Connection, before: ReportBasis, active: frozenset[int]
) -> FigureChange | None:
    """Returns how other counting rules change the figures of a report, by counting its uploads anew as they were
    decided about then; None where an upload has been undone since, so that its rows are gone."""
    if not before.uploads <= active:
        return None
    then = _Replay(workspace, connection, sorted(before.uploads), before, before.issued_at)
    return FigureChange(ChangeReason.RULES, then.change_to_day(before.as_of))


def _summaries(uploads: Mapping[int, UploadSummary], numbers: Iterable[int]) -> tuple[UploadSummary, ...]:
    return tuple(uploads[number] for number in sorted(numbers) if number in uploads)


def _upload_change(replay: _Replay, upload: UploadSummary, before: ReportBasis, day: date) -> FigureChange:
    replay.add(upload.id)
    rows, headcounts = replay.rows_of_new_people(upload.id, day), replay.headcounts(upload.id, day)
    restored = before.issued_at is not None and upload.imported_at < before.issued_at
    return FigureChange(
        ChangeReason.UPLOAD, replay.change_to_day(day), upload, rows=rows, headcounts=headcounts, restored=restored
    )


def _together(decisions: FigureChange, later: FigureChange) -> FigureChange:
    return replace(
        decisions,
        change={code: people + later.change[code] for code, people in decisions.change.items()},
        undone_later=later.undone_later,
        corrections=decisions.corrections + later.corrections,
    )


def _count_corrections(connection: Connection, since: datetime | None, until: datetime | None) -> int:
    """Returns how often corrections of events, or decisions about events or people, were made or undone after *since*
    and up to *until* (None: no limit)."""
    rows = [*read_corrections(connection), *(row for _decision, row in read_decisions(connection))]
    rows += person_decision_times(connection)
    moments = {row[name] for row in rows for name in ("made_at", "revoked_at")} - {None}
    return sum((since is None or since < moment) and (until is None or moment <= until) for moment in moments)


class _Replay:
    """Adds uploads one by one to an index of its own, and tells how each step changes the figures."""

    def __init__(
        self,
        workspace: Workspace,
        connection: Connection,
        uploads: Sequence[int],
        start: ReportBasis,
        decided_by: datetime | None = None,
    ) -> None:
        self.workspace, self.connection, self.city = workspace, connection, start.city
        facts = read_facts(connection, workspace.codebooks, uploads)
        decisions = read_event_decisions(connection, decided_by)
        self.people = DecidedPeople()
        self.people.read(connection, workspace.secret, decided_by)
        same_or_not = self.people.among(facts)
        self.live = LiveIndex(facts, workspace.codebooks, self._name_forms, same_or_not, events=decisions)
        self.reached = dict(start.reached)

    def add(self, upload: int) -> None:
        """Adds the facts of an upload."""
        change = IndexChange(read_facts(self.connection, self.workspace.codebooks, [upload]))
        self.live.refresh(self.people.in_change(self.live.state, change))

    def change_to(self, reached: Mapping[str, int]) -> dict[str, int]:
        """Returns the change of each indicator to the given figures, and goes on from them."""
        change = {code: people - self.reached.get(code, 0) for code, people in reached.items()}
        self.reached = dict(reached)
        return change

    def change_to_day(self, day: date) -> dict[str, int]:
        """Returns the change of each indicator to the figures of the added uploads up to a day."""
        return self.change_to(_reached(self.live.state, self.workspace.project, self._scope(day)))

    def rows_of_new_people(self, upload: int, day: date) -> tuple[Source, ...]:
        """Returns the rows of an upload with people whom no upload before it adds to an indicator up to a day."""
        rows = self.live.state.rows_of_new_people(upload, self.workspace.project, self._scope(day))
        sources = read_sources(self.connection, rows)
        return tuple(sources[row] for row in rows)

    def headcounts(self, upload: int, day: date) -> tuple[Source, ...]:
        """Returns the places of an upload's headcounts at events that count up to a day."""
        events = set(self._events_that_count(day))
        stated = read_sources_of_headcounts(self.connection, upload)
        event_of = self.live.state.calendar.event_of
        return tuple(source for event, source in stated if event_of.get(event) in events)

    def _events_that_count(self, day: date) -> Iterator[int]:
        for indicator in self.workspace.project.indicators:
            for figures in reach.event_figures(self.live.state, self.workspace.project, indicator, self._scope(day)):
                yield figures.event.id

    def _scope(self, day: date) -> Scope:
        return Scope(city=self.city, until=day)

    def _name_forms(self, names: Sequence[int]) -> Mapping[int, NameForm]:
        return read_name_forms(self.connection, names)


def _reached(index: IndexState, project: Project, scope: Scope) -> dict[str, int]:
    return {indicator.code: reach.reach(index, project, indicator, scope).reached for indicator in project.indicators}
