"""The events of a file beside those of the store: which event each counts as, and who is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from liaison_metrics.domain.events.decisions import EventDecisions, NewEventDecision
from liaison_metrics.domain.facts import EventFact, EventMention
from liaison_metrics.domain.index.calendar import Calendar, SourceEvents
from liaison_metrics.domain.reach.events import EventBooks
from liaison_metrics.services.intake.questions.event_questions import decided
from liaison_metrics.services.workspace.workspace import PREVIEW
from liaison_metrics.sheets.model import Reading
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store.facts import read_events_of_days
from liaison_metrics.store.uploads import Row


@dataclass(frozen=True, slots=True)
class FileEvents:
    """The source events of a file (``facts``, in the reading's order), which sheet states which, the calendar of their
    days with them, and what answers ``decided`` about them."""

    facts: Sequence[EventFact]
    mentions: Sequence[EventMention]
    calendar: Calendar
    decided: Sequence[NewEventDecision] = ()

    @property
    def ids(self) -> list[int]:
        """The ids of the source events, in the reading's order."""
        return [fact.id for fact in self.facts]

    @property
    def events(self) -> set[int]:
        """The ids of the events that they count as."""
        return {self.calendar.event_of[fact.id] for fact in self.facts}

    @property
    def completes(self) -> int:
        """The upload whose rejected rows the file has, corrected; 0 for none."""
        return self.mentions[0].completes if self.mentions else 0

    def mention_rows(self, data: Mapping[tuple[int, str], str]) -> list[Row]:
        """Returns the rows to store that say which sheet states which event, each with what it states of it beside
        people, encrypted: *data* has that by the event's index in the reading and the sheet."""
        at = {fact.id: at for at, fact in enumerate(self.facts)}
        return [
            {"event_id": one.event, "sheet": one.sheet, "listed": one.listed, "signed": one.signed,
             "signed_of": one.signed_of,
             "data": data.get((at[one.event], one.sheet), "")}
            for one in self.mentions
        ]  # fmt: skip

    def sources(self) -> list[int]:
        """Returns the ids of all source events on which the people of the file's events depend."""
        groups = (ids for ids in self.calendar.together if not ids.isdisjoint(self.events))
        events = self.events.union(*groups)
        return sorted(source for event in events for source in self.calendar.derived[event].sources)


def file_events(
    connection: Connection,
    facts: Sequence[EventFact],
    mentions: Sequence[EventMention],
    decisions: EventDecisions,
    answers: Iterable[Answer] = (),
) -> FileEvents:
    """Returns the events of a file beside those of the store. *facts* are the reading's events with their ids in the
    store, *mentions* say which sheet of the file states which, *decisions* are those that hold before the *answers*."""
    days = {fact.date for fact in facts} | {decisions.truth(fact)[0].date for fact in facts}
    days |= {key[2] for key, correction in decisions.corrections.items() if correction.truth.date in days}
    stored, stored_mentions = read_events_of_days(connection, days)
    known = SourceEvents({}, {}, decisions)
    sources, _changed = known.after(_each(stored, facts), [*stored_mentions, *mentions], (), None)
    calendar = Calendar.of(sources, EventBooks())
    new = decided(calendar, answers)
    if new:
        sources = replace(sources, decisions=decisions.followed_by(new))
        calendar = Calendar.of(sources, EventBooks())
    return FileEvents(facts, mentions, calendar, new)


def _each(stored: Iterable[EventFact], facts: Collection[EventFact]) -> list[EventFact]:
    return list(({fact.id: fact for fact in facts} | {fact.id: fact for fact in stored}).values())


def mentions_in(reading: Reading, facts: Sequence[EventFact], completes: int = 0) -> list[EventMention]:
    """Returns which sheet of a file states which of its events. *completes* is the upload whose rejected rows the file
    has, corrected."""
    counted = {(row.event, row.sheet): False for row in reading.headcounts}
    listed = {(row.event, row.sheet): True for row in reading.attendances}
    signed: dict[tuple[int, str], dict[int, bool]] = {}
    for row in reading.attendances:
        if row.signed is not None:
            signed.setdefault((row.event, row.sheet), {})[row.row] = row.signed
    return [
        EventMention(facts[at].id, PREVIEW, sheet, lists, completes, *_signed(signed.get((at, sheet))))
        for (at, sheet), lists in {**counted, **listed}.items()
    ]


def _signed(rows: Mapping[int, bool] | None) -> tuple[int | None, int | None]:
    """Returns how many rows are signed, and how many there are."""
    return (sum(rows.values()), len(rows)) if rows else (None, None)
