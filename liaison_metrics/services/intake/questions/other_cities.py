"""Events in other partners' cities: nobody counts them for another partner without being asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import AnswerFigures, AttendanceRow, HeadcountRow, Question, Reading
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import language, ngettext

OTHER_CITIES = "other_cities"
"""The kind of the question."""

ONLY_OWN, ALL = "only_own", "all"
"""Its answers: import only the events in the actor's cities, or all of them."""

_Row = TypeVar("_Row", AttendanceRow, HeadcountRow)


@dataclass(frozen=True, slots=True)
class OtherCities:
    """The events of a file in cities that are not the actor's. ``events`` are their indexes in the reading, ``cities``
    their cities. ``may_import``: the actor may import them all the same."""

    events: frozenset[int]
    cities: tuple[str, ...]
    may_import: bool

    def question(self, project: Project, reading: Reading) -> Question:
        """Returns the question whether to import these events too."""
        own = sorted({event.city for event in reading.events} - set(self.cities))
        if own:
            words = ngettext(
                "{n} of the {all} events in this file is in another partner’s city ({cities}).",
                "{n} of the {all} events in this file are in other partners’ cities ({cities}).",
                len(self.events),
            )
        else:
            words = ngettext(
                "The event in this file is in another partner’s city ({cities}).",
                "All {all} events in this file are in other partners’ cities ({cities}).",
                len(self.events),
            )
        text = words.format(
            n=fmt.number(len(self.events)), all=fmt.number(len(reading.events)), cities=_names(project, self.cities)
        )
        codes = (*((ONLY_OWN,) if own else ()), *((ALL,) if self.may_import else ()))
        people = _people(reading, self.events)
        figures = (
            AnswerFigures(ONLY_OWN, _people(reading, range(len(reading.events))) - people,
                          events=len(reading.events) - len(self.events)),
            AnswerFigures(ALL, _people(reading, range(len(reading.events))), events=len(reading.events)),
        )  # fmt: skip
        return Question(
            OTHER_CITIES, "", codes, text, blocking=True, people=people,
            figures=tuple(one for one in figures if one.code in codes), way_out=codes[0],
        )  # fmt: skip


def other_cities(project: Project, reading: Reading, actor: Actor) -> OtherCities | None:
    """Returns the events of a file that are in other partners' cities, None if there are none.

    A partner that signed in may import those of its own cities only. Where nobody signs in, the one person of the
    machine may import the sheets of all partners.
    """
    known: dict[str, bool] = {}
    for event in reading.events:
        if event.city not in known:
            known[event.city] = allows(actor, Action.EVENT_UPLOAD, Resource.event(project, event.city))
    cities = tuple(sorted(city for city, own in known.items() if not own))
    if not cities:
        return None
    events = frozenset(at for at, event in enumerate(reading.events) if event.city in cities)
    return OtherCities(events, cities, may_import=actor.account is None)


def answered(answers: Iterable[Answer]) -> str:
    """Returns the last answer to the question, "" if there is none."""
    return next((one.code for one in reversed(list(answers)) if one.kind == OTHER_CITIES), "")


def without(reading: Reading, events: Collection[int], *, asked: bool) -> Reading:
    """Returns a reading without some events, given by their indexes. *asked*: their rows wait for an answer."""
    kept = [at for at in range(len(reading.events)) if at not in events]
    position = {at: new for new, at in enumerate(kept)}
    attendances, headcounts = _of(reading.attendances, position), _of(reading.headcounts, position)
    left = len(reading.attendances) + len(reading.headcounts) - len(attendances) - len(headcounts)
    facts: list[AttendanceRow | HeadcountRow] = [*reading.attendances, *reading.headcounts]
    staying = {(row.sheet, row.row) for row in facts if row.event not in events}
    reason = Reason.OTHER_CITIES_ASKED if asked else Reason.OTHER_CITIES
    reasons: defaultdict[str, dict[int, Reason]] = defaultdict(dict)
    for row in facts:
        if row.event in events and (row.sheet, row.row) not in staying:
            reasons[row.sheet][row.row] = reason
    return replace(
        reading, events=[reading.events[at] for at in kept], attendances=attendances, headcounts=headcounts,
        rows_read=reading.rows_read - left, ledger=reading.ledger.with_reasons(reasons),
        event_data={(position[at], sheet): data for (at, sheet), data in reading.event_data.items() if at in position},
    )  # fmt: skip


def _of(rows: Iterable[_Row], position: dict[int, int]) -> list[_Row]:
    return [replace(row, event=position[row.event]) for row in rows if row.event in position]


def _people(reading: Reading, events: Collection[int]) -> int:
    """Returns how many attendances and stated people are of some events."""
    listed = sum(row.event in events for row in reading.attendances)
    return listed + sum(row.people for row in reading.headcounts if row.event in events)


def _names(project: Project, cities: Iterable[str]) -> str:
    return fmt.names([project.label(VocabularyKind.CITY, city, language()) for city in cities])
