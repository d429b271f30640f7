"""To which event a file belongs that somebody added to an event: a function of the source events that it names.

A file names source events as decisions do, by what sheets state, so it stays with its event when a sheet is undone,
uploaded again or replaced, and when the event is corrected or merged. Where it names several, the first that a sheet
states decides, so that an event that is separated again takes its own files along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_metrics.domain.events.decisions import EventKey, key_of
from liaison_metrics.domain.events.titles import near, title_key
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index.calendar import Calendar

NamedSources = Sequence[tuple[EventKey, int | None]]
"""Source events, the most important first: the key of each, and its id, None where no upload has it."""


def event_of_sources(calendar: Calendar, named: NamedSources) -> int | None:
    """Returns the event (its own id) to which a file belongs that names these source events. None: no sheet states any
    of them any more, nor an event of that day with the same data or, alone, a near title."""
    for _key, source in named:
        own = calendar.event_of.get(source) if source is not None else None
        if own is not None and calendar.is_stated(own):
            return own
    truths = [truth_of(calendar, key) for key, _source in named]
    for truth in truths:
        same = [number for number, fact in _stated_that_day(calendar, truth) if key_of(fact) == key_of(truth)]
        if same:
            return same[0]
    for truth in truths:
        like = [n for n, fact in _stated_that_day(calendar, truth) if near(title_key(fact.title), truth.title)]
        if len(like) == 1:
            return like[0]
    return None


def truth_of(calendar: Calendar, key: EventKey) -> EventFact:
    """Returns a source event as it counts by itself, by its key. Without a correction, its title is in normal form."""
    return calendar.sources.decisions.truth(EventFact(0, *key))[0]


def _stated_that_day(calendar: Calendar, truth: EventFact) -> Iterable[tuple[int, EventFact]]:
    day = calendar.days.get((truth.activity, truth.city, truth.date))
    return [(one.fact.id, one.fact) for one in day.events if calendar.is_stated(one.fact.id)] if day else []
