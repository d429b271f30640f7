"""Random worlds: true people at true events, and sheets that state the truth or less of them, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.events.decisions import EventDecision, EventDecisionKind, EventDecisions, key_of
from liaison_metrics.domain.facts import EventFact, EventMention, Facts, HeadcountFact
from liaison_metrics.domain.index import IndexChange, IndexState, LiveIndex
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import DIMENSIONS, breakdown, curve, reach
from tests.examples import share_of
from tests.unit.domain.people.made_up import Stated, columns, forms
from tests.unit.domain.reach.worlds import BOOKS

DAY = date(2021, 5, 4)
TITLES = {"Cooking": ("Cooking", "Cooking (1)", "Kochkurs", ""), "Sewing": ("Sewing", "Sewing circle", "Nähen", "")}
"""The true events of a day, and what sheets call them."""

EVENTS = {title: number for number, title in enumerate(sum(TITLES.values(), ()), 1)}


@dataclass(frozen=True)
class Sheet:
    """What one sheet states of one event: a list of people, or numbers by one kind."""

    event: str
    title: str
    people: tuple[int, ...] = ()
    anonymous: int = 0
    by: str = ""


def fact(title: str) -> EventFact:
    return EventFact(EVENTS[title], "skill_transfer_workshop", "graz", DAY, title)


def stated_by(sheet: Sheet, number: int) -> Facts:
    """Returns the facts of a sheet as one upload: a list names some people and leaves others without identifier."""
    event = EVENTS[sheet.title]
    if not sheet.by:
        rows = [
            Stated("", f"{sheet.event}{who}@example.org", community=who % 3, gender=who % 2, event=event, upload=number)
            for who in sheet.people
        ]
        rows += [Stated(event=event, upload=number)] * sheet.anonymous
        ids = range(number * 100, number * 100 + len(rows))
        mentions = [EventMention(event, number, "", True)] if rows else []
        return Facts(columns(rows, ids), [], [fact(sheet.title)], mentions)
    parts = {
        "total": [(len(sheet.people), 0, 0)],
        "hours": [(len(sheet.people) // 2, 0, 0), (len(sheet.people) - len(sheet.people) // 2, 0, 0)],
        "gender": [(sum(who % 2 == code for who in sheet.people), 0, code or -1) for code in (0, 1)],
        "community": [(sum(who % 3 == code for who in sheet.people), code or -1, 0) for code in (0, 1, 2)],
    }[sheet.by]
    counts = [HeadcountFact(number, event, n, community, 0, gender) for n, community, gender in parts]
    return Facts(Facts.none().attendances, counts, [fact(sheet.title)], [EventMention(event, number, "", False)])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[str, int], list[Sheet]]:
    """Returns how many people were at each event, and sheets about them."""
    true = {title: draw(st.integers(0, 8)) for title in TITLES}
    sheets = []
    for _number in range(draw(st.integers(1, 5))):
        event = draw(st.sampled_from(sorted(TITLES)))
        someone = tuple(sorted(draw(st.sets(st.integers(1, true[event]))) if true[event] else ()))
        by = draw(st.sampled_from(["", "", "total", "hours", "gender", "community"]))
        if by:
            sheets.append(Sheet(event, draw(st.sampled_from(TITLES[event])), someone, by=by))
        else:
            # Whoever writes a list knows the event's title; who is not named in it has a row without identifier.
            unnamed = draw(st.integers(0, true[event] - len(someone)))
            sheets.append(Sheet(event, event, someone, unnamed))
    return true, sheets


def index_of(sheets: Sequence[Sheet], numbers: Sequence[int] | None = None) -> LiveIndex:
    index = LiveIndex(Facts.none(), BOOKS, forms)
    for number, sheet in zip(numbers or range(1, len(sheets) + 1), sheets, strict=True):
        index.refresh(IndexChange(stated_by(sheet, number)))
    return index


def figures(state: IndexState, project: Project) -> list[object]:
    found: list[object] = [reach(state, project, None), curve(state, project, None)]
    found += [breakdown(state, project, None, dimension) for dimension in DIMENSIONS]
    found.append(sorted((e.fact.title, e.sources, state.count_of(e.fact.id)) for e in state.calendar.derived.values()))
    found.append(sorted(pair for day in state.calendar.days.values() for pair in day.checks))
    return found


@given(worlds())
@settings(max_examples=share_of(200))
def test_there_are_never_more_people_than_were_there(project: Project, world: tuple[dict, list[Sheet]]) -> None:
    true, sheets = world
    state = index_of(sheets).state
    mentioned = {sheet.event for sheet in sheets}
    assert reach(state, project, None).reached <= sum(true[event] for event in mentioned)


@given(worlds(), st.randoms())
@settings(max_examples=share_of(100))
def test_the_order_of_sheets_does_not_matter(project: Project, world: tuple[dict, list[Sheet]], random) -> None:
    sheets = world[1]
    numbers = random.sample(range(1, len(sheets) + 1), len(sheets))
    order = sorted(range(len(sheets)), key=numbers.__getitem__)
    shuffled = index_of([sheets[at] for at in order], [numbers[at] for at in order])
    assert figures(index_of(sheets).state, project) == figures(shuffled.state, project)


@given(worlds(), st.data())
@settings(max_examples=share_of(100))
def test_undo_and_again_leave_the_figures(project: Project, world: tuple[dict, list[Sheet]], data) -> None:
    sheets = world[1]
    index = index_of(sheets)
    before = figures(index.state, project)
    again = data.draw(st.sampled_from(sheets))
    index.refresh(IndexChange(stated_by(again, 90)))
    assert figures(index.state, project)[:2] == before[:2]
    index.refresh(IndexChange(removed=[90]))
    assert figures(index.state, project) == before
    gone = data.draw(st.integers(1, len(sheets)))
    without = [sheet for number, sheet in enumerate(sheets, 1) if number != gone]
    fresh = index_of(without, [number for number in range(1, len(sheets) + 1) if number != gone])
    index.refresh(IndexChange(removed=[gone]))
    assert figures(index.state, project)[:9] == figures(fresh.state, project)[:9]


@given(worlds(), st.data())
@settings(max_examples=share_of(60))
def test_a_decision_changes_the_index_step_by_step_as_from_scratch(
    project: Project, world: tuple[dict, list[Sheet]], data
) -> None:
    index = index_of(world[1])
    kind = data.draw(st.sampled_from([k for k in EventDecisionKind if k is not EventDecisionKind.ADDED_UP]))
    titles = data.draw(st.lists(st.sampled_from(sorted(EVENTS)), min_size=2, max_size=3, unique=True))
    decision = EventDecision(1, kind, tuple(frozenset([key_of(fact(title))]) for title in titles))
    before = figures(index.state, project)
    decided = index.refresh(IndexChange(events=EventDecisions({}, (decision,))))
    fresh = LiveIndex(Facts.none(), BOOKS, forms, events=EventDecisions({}, (decision,)))
    for number, sheet in enumerate(world[1], 1):
        fresh.refresh(IndexChange(stated_by(sheet, number)))
    assert figures(decided, project) == figures(fresh.state, project)
    assert figures(index.refresh(IndexChange(events=EventDecisions())), project) == before


# ---- by example ----------------------------------------------------------------------------------


def at(title: str, people: int, by: str = "total", event: str = "Cooking") -> Sheet:
    return Sheet(event, title, tuple(range(1, people + 1)), by=by)


@pytest.mark.parametrize(
    ("sheets", "people", "events"),
    [
        ([at("Cooking", 3, ""), at("Cooking", 5)], 5, 1),
        ([at("Cooking", 16), at("Cooking", 16, "gender")], 16, 1),
        ([at("Cooking", 2, ""), at("", 5)], 5, 1),
        ([at("Cooking", 2, ""), at("Cooking (1)", 5)], 5, 1),
        ([at("Cooking", 2, ""), at("Kochkurs", 5)], 5, 2),
        ([at("Cooking", 4, ""), at("Sewing", 3, "", "Sewing"), at("", 9)], 9, 3),
    ],
)
def test_sheets_about_one_event(project: Project, sheets: list[Sheet], people: int, events: int) -> None:
    for order in (sheets, sheets[::-1]):
        state = index_of(order).state
        assert reach(state, project, None).reached == people
        assert len(state.calendar.derived) == events


def test_of_a_series_the_largest_event_counts(project: Project) -> None:
    index = LiveIndex(Facts.none(), BOOKS, forms)
    days = [
        replace(fact("Cooking"), id=number, date=date(2021, 5, number), title=f"Session {number}")
        for number in (1, 2, 3)
    ]
    for number, (event, people) in enumerate(zip(days, (5, 9, 7), strict=True), 1):
        counts = [HeadcountFact(number, event.id, people, 0, 0, 0)]
        mentions = [EventMention(event.id, number, "", False)]
        index.refresh(IndexChange(Facts(Facts.none().attendances, counts, [event], mentions)))
    assert reach(index.state, project, None).reached == 21
    series = EventDecision(1, EventDecisionKind.SERIES, tuple(frozenset([key_of(day)]) for day in days))
    state = index.refresh(IndexChange(events=EventDecisions({}, (series,))))
    found = reach(state, project, None)
    assert (found.reached, found.attendances) == (9, 21)
    assert [point.reached for point in curve(state, project, None)] == [5, 9, 9]
    assert sum(line.reached for line in breakdown(state, project, None, "community").lines) == 9
    assert index.refresh(IndexChange(events=EventDecisions())).content.series.tolist() == [0, 0, 0]
