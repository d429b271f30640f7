"""Planning several events: nothing twice, moved and cancelled by the calendar, and the calendar of the plan itself."""

from __future__ import annotations

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.plans.adding import LineState, add_lines, read_lines
from liaison_metrics.services.events.plans.feed import feed
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from tests.actors import partner
from tests.services.conftest import Fresh
from tests.unit.sheets.test_calendars import calendar

COMPASS = partner("compass")
SHEET = (
    b"Date,City,Activity,Title,Expected\n2021-05-04,Graz,Info session,Tea,20\n2021-05-05,Vejle,Info session,Song,9\n"
)
MAY = "UID:1\nDTSTART;VALUE=DATE:{day}\nSUMMARY:Tea\nLOCATION:Graz\nCATEGORIES:Info session"


def put(workspace: Workspace, name: str, data: bytes) -> list[LineState]:
    """Adds a plan as the coordinator; what became of its lines."""
    lines = read_lines(workspace, name, data, Hints(), COORDINATOR)
    add_lines(workspace, lines, COORDINATOR)
    return [one.state for one in lines]


def days(workspace: Workspace) -> list[tuple[str, int]]:
    """The days of planned events, and the people expected."""
    return [(one.date.isoformat(), one.expected) for one in planned.planned(workspace, COORDINATOR)]


def test_a_plan_is_added_once_and_recorded(fresh: Fresh) -> None:
    workspace = fresh()
    assert put(workspace, "plan.csv", SHEET) == [LineState.NEW] * 2
    assert put(workspace, "plan.csv", SHEET) == [LineState.KNOWN] * 2
    assert days(workspace) == [("2021-05-04", 20), ("2021-05-05", 9)]
    _total, lines = entries(workspace, COORDINATOR)
    assert [one.action for one in lines] == ["event.plan"] * 2 and "Tea" not in lines[0].after


def test_a_partner_plans_in_its_own_cities_alone(fresh: Fresh) -> None:
    workspace = fresh()
    lines = read_lines(workspace, "plan.csv", SHEET, Hints(), COMPASS)
    assert [one.state for one in lines] == [LineState.NEW, LineState.WRONG]
    assert lines[1].why[0] == "This event is in another partner’s city."
    assert len(add_lines(workspace, lines, COMPASS)) == 1


def test_a_later_calendar_moves_and_cancels_its_events(fresh: Fresh) -> None:
    workspace = fresh()
    assert put(workspace, "a.ics", calendar(MAY.format(day="20210504"))) == [LineState.NEW]
    renamed = MAY.format(day="20210504").replace("Tea", "Coffee")
    assert put(workspace, "a.ics", calendar(renamed)) == [LineState.MOVED]
    assert [one.title for one in planned.planned(workspace, COORDINATOR)] == ["Coffee"]
    cancelled = renamed + "\nSTATUS:CANCELLED"
    assert put(workspace, "a.ics", calendar(cancelled)) == [LineState.CANCELLED]
    assert days(workspace) == [] and put(workspace, "a.ics", calendar(cancelled)) == []


def test_a_single_event_moves_to_another_day(fresh: Fresh) -> None:
    workspace = fresh()
    put(workspace, "a.ics", calendar(MAY.format(day="20210504")))
    assert put(workspace, "a.ics", calendar(MAY.format(day="20210506"))) == [LineState.MOVED]
    assert days(workspace) == [("2021-05-06", 0)]


def test_the_calendar_of_the_plan_is_read_as_the_plan(fresh: Fresh) -> None:
    workspace = fresh()
    put(workspace, "plan.csv", SHEET)
    written = feed(workspace, COORDINATOR)
    assert b"SUMMARY:Tea" in written and b"LOCATION:Graz" in written and b"20 expected" in written
    assert put(workspace, "own.ics", written) == [LineState.KNOWN] * 2
    assert feed(workspace, COMPASS).count(b"BEGIN:VEVENT") == 1, "its own city alone"
