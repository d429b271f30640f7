"""Calendars: words that state city and activity, events that come again, and what is no calendar."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.events.calendars import read_calendar
from liaison_metrics.sheets.events.plans import PlannedRow
from liaison_metrics.sheets.model import Hints


def calendar(*events: str) -> bytes:
    """A calendar with the given lines of each event."""
    parts = [f"BEGIN:VEVENT\nDTSTAMP:20210101T000000Z\n{one}\nEND:VEVENT" for one in events]
    lines = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test", *parts, "END:VCALENDAR", ""])
    return lines.replace("\n", "\r\n").encode()


def read(project: Project, *events: str, hints: Hints | None = None) -> list[PlannedRow]:
    """What is read of a calendar."""
    return read_calendar("calendar.ics", calendar(*events), project, hints or Hints())


def days(rows: list[PlannedRow]) -> list[date]:
    """The days of the events read."""
    return [one.event.date for one in rows if one.event]


def test_summary_location_and_categories_state_the_event(project: Project) -> None:
    (one,) = read(project, "UID:1\nDTSTART:20210504T160000Z\nSUMMARY:Tee im Hof\nLOCATION:Rathaus\\, 8010 Graz\n"
                  "CATEGORIES:Infoveranstaltung")  # fmt: skip
    assert one.event is not None and one.key
    assert (one.event.activity, one.event.city, one.event.title) == ("info_session", "graz", "Tee im Hof")
    unnamed = "UID:2\nDTSTART;VALUE=DATE:20210505\nSUMMARY:Song"
    assert days(read(project, unnamed, hints=Hints("info_session", "vejle"))) == [date(2021, 5, 5)]
    (missing,) = read(project, unnamed, hints=Hints(city="vejle"))
    assert missing.event is None and missing.why[0] == "“Song” names no activity."


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/Vienna:20210511T233000", [4, 18]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20210512T000000Z", [4, 11]),
        ("RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20210508T000000Z", [4, 6]),
        ("RRULE:FREQ=SECONDLY", [4]),
        ("", [4]),
    ],
)
def test_an_event_that_comes_again_is_planned_for_each_day(project: Project, rule: str, expected: list[int]) -> None:
    text = f"UID:1\nDTSTART;TZID=Europe/Vienna:20210504T233000\nSUMMARY:Info session Graz\n{rule}".strip()
    found = read(project, text)
    assert [one.day for one in days(found)] == expected
    assert len({one.key for one in found}) == len(expected)


def test_a_rule_without_an_end_stops_with_the_project(project: Project) -> None:
    found = days(read(project, "UID:1\nDTSTART;VALUE=DATE:20210504\nSUMMARY:Info session Graz\nRRULE:FREQ=DAILY"))
    assert found[-1] <= project.end and len(found) > 300
    never = "UID:1\nDTSTART;VALUE=DATE:20210504\nSUMMARY:Info session Graz\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"
    assert days(read(project, never)) == []


def test_what_lies_outside_the_project_is_left_out_and_what_was_cancelled_says_so(project: Project) -> None:
    cancelled = "UID:2\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20210504\nSUMMARY:Info session Graz"
    found = read(project, "UID:1\nDTSTART;VALUE=DATE:19990504\nSUMMARY:Info session Graz", cancelled)
    assert [one.cancelled for one in found] == [True]
    (dateless,) = read(project, "UID:3\nSUMMARY:Info session Graz")
    assert dateless.why[0] == "“Info session Graz” has no date."


def test_what_is_no_calendar_is_refused(project: Project) -> None:
    for data in (b"Date,City\n2021-05-04,Graz\n", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"):
        with pytest.raises(RefusedFile):
            read_calendar("x.ics", data, project, Hints())
