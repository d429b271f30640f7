"""The work plan: how many events are promised, planned and held, and what is missing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.work_plan import ActivityCount, activity_counts, fills

DAY = date(2021, 6, 1)
WORKSHOP, FORUM = "skill_transfer_workshop", "stakeholder_forum"


def event(days: int, city: str = "graz", title: str = "", activity: str = WORKSHOP) -> EventFact:
    return EventFact(0, activity, city, DAY + timedelta(days=days), title)


def promising(project: Project, **planned: object) -> Project:
    """The project, which promises so many workshops."""
    works = tuple(
        work.model_copy(update={"planned": planned}) if WORKSHOP in work.activities else work
        for work in project.planned_work
    )
    return project.model_copy(update={"planned_work": works})


def count(project: Project, plans: list[EventFact], held: list[EventFact], city: str = "graz") -> ActivityCount:
    return activity_counts(project, plans, held, DAY)[WORKSHOP, city]


def test_planned_events_are_held_once_a_sheet_tells_of_them(project: Project) -> None:
    plans = [event(-9, title="Bread"), event(-5, title="Songs"), event(0), event(7)]
    found = count(promising(project, **{WORKSHOP: 6}), plans, [event(-9, title="bread"), event(-2)])
    assert (found.promised, found.planned, found.held) == (6, 6, 2)
    assert (found.no_sheet, found.to_come, found.not_planned) == (1, 2, 1)


def test_more_than_was_promised_is_not_missing(project: Project) -> None:
    found = count(promising(project, **{WORKSHOP: {"graz": 1}}), [], [event(-1), event(-2)])
    assert (found.planned, found.held, found.not_planned) == (2, 2, 0)
    elsewhere = count(promising(project, **{WORKSHOP: {"graz": 1}}), [], [], "vejle")
    assert (elsewhere.promised, elsewhere.none_planned) == (0, False), "the file names other cities"


def test_nothing_promised_planned_or_held_is_missing(project: Project) -> None:
    assert count(project, [], []).none_planned
    assert not count(project, [event(3)], []).none_planned
    assert not count(project, [], [event(-3)]).none_planned


def test_a_single_event_is_missing_once(project: Project) -> None:
    def missing(held: list[EventFact]) -> list[str]:
        counts = activity_counts(project, [], held, DAY)
        return [city for (activity, city), one in counts.items() if activity == "final_conference" and one.none_planned]

    assert missing([]) == ["palermo"]
    assert missing([event(-1, "vejle", activity="final_conference")]) == []


def test_later_events_are_not_held_yet(project: Project) -> None:
    assert count(project, [event(5)], [event(5)]).to_come == 1
    assert count(project, [event(5)], [event(5)]).held == 0


def test_titles_agree_where_both_have_one() -> None:
    assert fills(event(0), event(0, title="Bread")) and fills(event(0, title="Bread"), event(0))
    assert fills(event(0, title="Bread & words"), event(0, title="bread words"))
    assert not fills(event(0, title="Bread"), event(0, title="Songs"))


EVENTS = st.lists(
    st.builds(
        event, st.integers(-3, 3), st.sampled_from(["graz", "vejle"]), st.sampled_from(["", "Bread", "Songs"]),
        st.sampled_from([WORKSHOP, FORUM]),
    ),
    max_size=6,
)  # fmt: skip


@given(EVENTS, EVENTS, st.none() | st.integers(0, 5))
def test_every_planned_event_is_held_without_a_sheet_to_come_or_not_dated(
    project: Project, plans: list[EventFact], held: list[EventFact], promised: int | None
) -> None:
    promises = project if promised is None else promising(project, **{WORKSHOP: promised})
    counts = activity_counts(promises, plans, held, DAY)
    assert sum(one.held for one in counts.values()) == sum(one.date <= DAY for one in held)
    assert sum(one.no_sheet + one.to_come for one in counts.values()) <= len(plans)
    for one in counts.values():
        assert one.planned == one.held + one.no_sheet + one.to_come + one.not_planned
        assert one.not_planned >= 0 and one.planned >= (one.promised or 0)
        assert not (one.none_planned and one.held)
    more = activity_counts(promises, plans, [*held, *(plan for plan in plans if plan.date <= DAY)], DAY)
    assert all(one.no_sheet == 0 for one in more.values()), "every sheet came"
