"""Reports of online meetings: a row a join."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.corpus import words
from tests.corpus.files import Rows, text_file
from tests.corpus.made import Made, shape
from tests.corpus.truth import Truth
from tests.corpus.world import Event, Person, World

Joins = list[tuple[Person, datetime, datetime]]


def joins(w: World, event: Event, truth: Truth, fields: set[str]) -> Joins:
    """Who came and went when; some drop out and come back."""
    start = datetime(event.day.year, event.day.month, event.day.day, 17)
    found: Joins = []
    for person in w.people(w.rng.randrange(9, 14), event.city):
        truth.saw(person, event, fields)
        came = start + timedelta(minutes=w.rng.randrange(12), seconds=w.rng.randrange(60))
        for _ in range(w.rng.choice((1, 1, 1, 2, 3))):
            left = came + timedelta(minutes=w.rng.randrange(5, 25), seconds=w.rng.randrange(60))
            found.append((person, came, left))
            came = left + timedelta(minutes=2)
    return found


def _online(w: World) -> Event:
    return w.event(activity=w.rng.choice(("info_session", "stakeholder_forum", "oep_training")))


def _minutes(came: datetime, left: datetime) -> int:
    return int((left - came).total_seconds() // 60)


def us_time(moment: datetime) -> str:
    return f"{moment:%m/%d/%Y %I:%M:%S %p}"


@shape
def zoom_with_meeting(w: World) -> Made:
    event, truth = _online(w), Truth()
    rows: Rows = [["Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants"]]
    found = joins(w, event, truth, {"name", "email"})
    start = datetime(event.day.year, event.day.month, event.day.day, 16, 58)
    rows.append(
        [
            "912 3456 7890",
            event.title,
            us_time(start),
            us_time(start + timedelta(minutes=95)),
            "office@example.org",
            95,
            len(truth.seen),
        ]
    )
    rows += [
        [],
        [
            "Name (Original Name)",
            "User Email",
            "Join Time",
            "Leave Time",
            "Duration (Minutes)",
            "Guest",
            "Recording Consent",
        ],
    ]
    rows += [
        [p.name, p.email, us_time(came), us_time(left), _minutes(came, left), "Yes", ""] for p, came, left in found
    ]
    return Made(
        "participants_91234567890.csv",
        text_file(rows, "utf-8-sig"),
        truth,
        {"activity": event.activity, "city": event.city},
    )


@shape
def zoom_without_meeting(w: World) -> Made:
    event, truth = _online(w), Truth()
    rows: Rows = [
        [
            "Name (Original Name)",
            "User Email",
            "Join Time",
            "Leave Time",
            "Duration (Minutes)",
            "Guest",
            "In Waiting Room",
        ]
    ]
    for p, came, left in joins(w, event, truth, {"name", "email"}):
        rows.append([p.name, p.email, us_time(came), us_time(left), _minutes(came, left), "Yes", "No"])
    return Made(
        "participants_81111.csv", text_file(rows, "utf-8"), truth, {"activity": event.activity, "city": event.city}
    )


@shape
def zoom_names_only(w: World) -> Made:
    """Unique participants: names and minutes, no times; most have no address."""
    event, truth = _online(w), Truth()
    rows: Rows = [["Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"]]
    for person in w.people(11, event.city):
        truth.saw(person, event, {"name"})
        rows.append([person.name, "", w.rng.randrange(5, 90), "Yes"])
    return Made(
        "participants_82222.csv",
        text_file(rows),
        truth,
        {"activity": event.activity, "city": event.city, "date": event.day.isoformat()},
    )


@shape
def zoom_topic_says(w: World) -> Made:
    """Newer headers; the topic of the meeting carries activity and city."""
    event, truth = _online(w), Truth()
    rows: Rows = [
        ["Topic", "ID", "Host name", "Host email", "Duration (minutes)", "Start time", "End time", "Participants"]
    ]
    start = datetime(event.day.year, event.day.month, event.day.day, 17)
    title = f"{words.ACTIVITIES[event.activity]['en'][0]} {words.CITIES[event.city]['en'][0]}"
    rows.append(
        [
            title,
            "833 3333 3333",
            "Office",
            "office@example.org",
            61,
            us_time(start),
            us_time(start + timedelta(minutes=61)),
            12,
        ]
    )
    rows += [
        [],
        [
            "Name (original name)",
            "Email",
            "Join time",
            "Leave time",
            "Duration (minutes)",
            "Guest",
            "Recording disclaimer response",
            "In waiting room",
        ],
    ]
    for p, came, left in joins(w, event, truth, {"name", "email"}):
        rows.append([p.name, p.email, us_time(came), us_time(left), _minutes(came, left), "Yes", "OK", "No"])
    return Made("participants_83333333333.csv", text_file(rows), truth)


@shape
def zoom_in_iso_days(w: World) -> Made:
    """An account set to European dates."""
    event, truth = _online(w), Truth()
    rows: Rows = [["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"]]
    for p, came, left in joins(w, event, truth, {"name", "email"}):
        rows.append(
            [p.name, p.email, f"{came:%Y-%m-%d %H:%M:%S}", f"{left:%Y-%m-%d %H:%M:%S}", _minutes(came, left), "Yes"]
        )
    return Made("participants_84444.csv", text_file(rows), truth, {"activity": event.activity, "city": event.city})


def _teams_time(moment: datetime) -> str:
    return f"{moment.month}/{moment.day}/{moment:%y}, {moment:%I:%M:%S %p}".replace(", 0", ", ")


@shape
def teams_summary(w: World) -> Made:
    """The newer report: a summary, the participants, and what each did, in one tabbed file."""
    event, truth = _online(w), Truth()
    found = joins(w, event, truth, {"name", "email"})
    start = datetime(event.day.year, event.day.month, event.day.day, 16, 57, 3)
    people = list(dict.fromkeys(person for person, _, _ in found))
    rows: Rows = [["1. Summary"], ["Meeting title", event.title], ["Attended participants", len(people) + 1]]
    rows += [["Start time", _teams_time(start)], ["End time", _teams_time(start + timedelta(minutes=92))]]
    rows += [["Meeting duration", "1h 32m 4s"], ["Average attendance time", "48m 12s"], [], ["2. Participants"]]
    rows.append(["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"])
    rows.append(
        [
            "Project Office",
            _teams_time(start),
            _teams_time(start + timedelta(minutes=92)),
            "1h 32m",
            "office@example.org",
            "office@example.org",
            "Organizer",
        ]
    )
    for person in people:
        mine = [(came, left) for p, came, left in found if p == person]
        rows.append(
            [
                person.name,
                _teams_time(mine[0][0]),
                _teams_time(mine[-1][1]),
                "40m 2s",
                person.email,
                person.email,
                "Attendee",
            ]
        )
    rows += [[], ["3. In-Meeting Activities"], ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"]]
    rows.append(
        [
            "Project Office",
            _teams_time(start),
            _teams_time(start + timedelta(minutes=92)),
            "1h 32m",
            "office@example.org",
            "Organizer",
        ]
    )
    rows += [[p.name, _teams_time(came), _teams_time(left), "12m 5s", p.email, "Attendee"] for p, came, left in found]
    truth.not_counted = {1, 2}
    data = text_file(rows, "utf-16", "\t")
    return Made("Meeting - Attendance report.csv", data, truth, {"activity": event.activity, "city": event.city})


@shape
def teams_joined_and_left(w: World) -> Made:
    """The older report: a row for each joining and each leaving."""
    event, truth = _online(w), Truth()
    rows: Rows = [["Full Name", "User Action", "Timestamp"]]
    for p, came, left in joins(w, event, truth, {"name"}):
        rows.append([p.name, w.rng.choice(("Joined", "Joined", "Joined before")), _teams_old(came)])
        rows.append([p.name, "Left", _teams_old(left)])
    data = text_file(rows, "utf-16", "\t")
    return Made("meetingAttendanceList.csv", data, truth, {"activity": event.activity, "city": event.city})


def _teams_old(moment: datetime) -> str:
    return f"{moment.month}/{moment.day}/{moment.year}, {moment:%I:%M:%S %p}".replace(", 0", ", ")


@shape
def teams_german(w: World) -> Made:
    """The older report of a German computer."""
    event, truth = w.event(w.rng.choice(("graz", "kassel")), "info_session"), Truth()
    rows: Rows = [["Vollständiger Name", "Benutzeraktion", "Zeitstempel"]]
    for p, came, left in joins(w, event, truth, {"name"}):
        rows.append([p.name, "Beigetreten", f"{came.day}.{came.month}.{came.year}, {came:%H:%M:%S}"])
        rows.append([p.name, "Verlassen", f"{left.day}.{left.month}.{left.year}, {left:%H:%M:%S}"])
    data = text_file(rows, "utf-16", "\t")
    return Made("meetingAttendanceList (1).csv", data, truth, {"activity": event.activity, "city": event.city})
