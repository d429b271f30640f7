"""Which source events of one day are one event (counting.md, "One event")."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest

from liaison_metrics.domain.events.decisions import (
    NO_EVENT_DECISIONS,
    EventCorrectionFact,
    EventDecision,
    EventDecisionKind,
    EventDecisions,
    key_of,
)
from liaison_metrics.domain.events.grouping import DayEvents, EventSource, events_of_day
from liaison_metrics.domain.facts import EventFact

DAY = date(2021, 5, 4)


def fact(number: int, title: str) -> EventFact:
    return EventFact(number, "skill_transfer_workshop", "graz", DAY, title)


def source(
    number: int,
    title: str,
    lists: Sequence[int] = (),
    logs: Sequence[int] = (),
    decisions: EventDecisions | None = None,
) -> EventSource:
    stated = fact(number, title)
    truth, order = (decisions or NO_EVENT_DECISIONS).truth(stated)
    listing = frozenset((upload, "") for upload in lists)
    return EventSource(stated, truth, order, listing | {(upload, "") for upload in logs}, listing)


def grouped(sources: Sequence[EventSource], decisions: EventDecisions = NO_EVENT_DECISIONS) -> DayEvents:
    """Returns the events, the same in any order of the sources."""
    found = {repr(events_of_day(order, decisions)) for order in permutations(sources)}
    assert len(found) == 1
    return events_of_day(sources, decisions)


def parts(day: DayEvents) -> set[tuple[int, ...]]:
    return {event.sources for event in day.events}


def test_a_near_title_is_one_event_where_one_side_has_only_headcounts() -> None:
    day = grouped([source(1, "Cooking together", lists=[1]), source(2, "Cooking Together (1)", logs=[2])])
    assert parts(day) == {(1, 2)}
    assert day.events[0].fact.title == "Cooking together"
    assert day.events[0].near == ("Cooking Together (1)",)
    assert not day.checks


def test_two_lists_with_near_titles_are_two_events() -> None:
    day = grouped([source(1, "Cooking together", lists=[1]), source(2, "Cooking together again", lists=[2])])
    assert (parts(day), day.checks) == ({(1,), (2,)}, ())


def test_without_a_title_it_is_the_only_other_event_of_the_day() -> None:
    assert parts(grouped([source(1, "Cooking together", lists=[1]), source(2, "", logs=[2])])) == {(1, 2)}
    assert parts(grouped([source(1, "Cooking together", lists=[1]), source(2, "", lists=[2])])) == {(1, 2)}


def test_without_a_title_and_with_two_candidates_it_is_to_be_checked() -> None:
    day = grouped([source(1, "Cooking", lists=[1]), source(2, "Sewing", lists=[2]), source(3, "", logs=[3])])
    assert (parts(day), day.checks) == ({(1,), (2,), (3,)}, ((1, 3), (2, 3)))


def test_what_one_sheet_tells_apart_is_apart() -> None:
    day = grouped([source(1, "Cooking", logs=[1]), source(2, "Cooking (2)", logs=[1]), source(3, "", logs=[1])])
    assert (parts(day), day.checks) == ({(1,), (2,), (3,)}, ())


def test_a_title_near_to_two_that_one_sheet_tells_apart_joins_none_of_them() -> None:
    day = grouped(
        [source(1, "Cooking (1)", logs=[1]), source(2, "Cooking (2)", logs=[1]), source(3, "Cooking", lists=[2])]
    )
    assert (parts(day), day.checks) == ({(1,), (2,), (3,)}, ((1, 3), (2, 3)))


def test_titles_whose_numbers_differ_are_not_to_be_checked() -> None:
    day = grouped([source(1, "Workshop 1", lists=[1]), source(2, "Workshop 2", logs=[2])])
    assert (parts(day), day.checks) == ({(1,), (2,)}, ())


def test_other_titles_are_to_be_checked_where_one_side_has_only_headcounts() -> None:
    sources = [source(1, "Cooking", lists=[1]), source(2, "Kochkurs", logs=[2]), source(3, "Sewing", lists=[3])]
    assert grouped(sources).checks == ((1, 2), (2, 3))


def test_an_undone_sheet_is_no_candidate() -> None:
    day = grouped([source(1, "Cooking", lists=[1]), source(2, "Sewing"), source(3, "", logs=[3])])
    assert parts(day) == {(1, 3), (2,)}


# ---- decisions -----------------------------------------------------------------------------------


def decision(kind: EventDecisionKind, order: int, *titles: str) -> EventDecision:
    return EventDecision(order, kind, tuple(frozenset([key_of(fact(0, title))]) for title in titles))


def corrected(titles: Sequence[str], truth: str, order: int) -> dict:
    return {key_of(fact(0, title)): EventCorrectionFact(order, fact(0, truth)) for title in titles}


def test_separated_events_are_neither_joined_nor_to_be_checked() -> None:
    decisions = EventDecisions({}, (decision(EventDecisionKind.SEPARATE, 1, "Cooking", "Cooking (1)"),))
    day = grouped([source(1, "Cooking", lists=[1]), source(2, "Cooking (1)", logs=[2])], decisions)
    assert (parts(day), day.checks) == ({(1,), (2,)}, ())


def test_merged_events_are_one_until_a_later_decision_separates_them() -> None:
    merged = EventDecisions(corrected(["Kochkurs", "Cooking"], "Cooking", 1))

    def sources(decisions: EventDecisions) -> list[EventSource]:
        return [source(1, "Cooking", [1], decisions=decisions), source(2, "Kochkurs", [2], decisions=decisions)]

    assert parts(grouped(sources(merged), merged)) == {(1, 2)}
    apart = decision(EventDecisionKind.SEPARATE, 2, "Cooking", "Kochkurs")
    separated = EventDecisions(merged.corrections, (apart,))
    assert parts(grouped(sources(separated), separated)) == {(1,), (2,)}
    earlier = EventDecisions(corrected(["Kochkurs", "Cooking"], "Cooking", 3), (apart,))
    assert parts(grouped(sources(earlier), earlier)) == {(1, 2)}


def test_events_that_one_number_covers_are_not_to_be_checked_any_more() -> None:
    decisions = EventDecisions({}, (decision(EventDecisionKind.COVERED, 1, "Cooking", "Sewing", "Open day"),))
    sources = [source(1, "Cooking", [1]), source(2, "Sewing", [2]), source(3, "Open day", logs=[3])]
    day = grouped(sources, decisions)
    assert (day.checks, day.covered) == ((), (frozenset([1, 2, 3]),))


@pytest.mark.parametrize("order", [0, 2])
def test_the_later_of_two_decisions_about_one_number_for_several_events_holds(order: int) -> None:
    covered = decision(EventDecisionKind.COVERED, 1, "Cooking", "Sewing")
    apart = decision(EventDecisionKind.SEPARATE, order, "Cooking", "Sewing")
    sources = [source(1, "Cooking", [1]), source(2, "Sewing", logs=[2])]
    day = grouped(sources, EventDecisions({}, (covered, apart)))
    assert (day.checks, day.covered) == ((), () if order > 1 else (frozenset([1, 2]),))


@pytest.mark.parametrize("title", ["", "Cooking"])
def test_one_source_event_is_one_event(title: str) -> None:
    assert parts(grouped([source(1, title, lists=[1])])) == {(1,)}
