"""Reports of calls and surveys in which rows belong together."""

from __future__ import annotations

from tests.corpus.files import Rows, Sheet, text_file
from tests.corpus.made import Made, book, shape
from tests.corpus.shapes.online import joins, us_time
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def webinar_report(w: World) -> Made:
    """The attendee report of a webinar: hosts, then who registered and who came."""
    event, truth = w.event(activity="info_session"), Truth()
    found = joins(w, event, truth, {"name", "email"})
    rows: Rows = [
        ["Attendee Report"],
        ["Topic", "Webinar ID", "Actual Start Time", "Actual Duration (minutes)", "# Registered", "Unique Viewers"],
    ]
    rows.append([event.title, "844 0000 1111", us_time(found[0][1]), 92, 20, len(truth.seen)])
    rows += [
        ["Host Details"],
        [
            "Attended",
            "User Name (Original Name)",
            "Email",
            "Join Time",
            "Leave Time",
            "Time in Session (minutes)",
            "Is Guest",
        ],
    ]
    rows += [
        ["Yes", "Project Office", "office@example.org", us_time(found[0][1]), us_time(found[-1][2]), 92, "No"],
        ["Attendee Details"],
    ]
    rows.append(
        [
            "Attended",
            "User Name (Original Name)",
            "First Name",
            "Last Name",
            "Email",
            "Registration Time",
            "Approval Status",
            "Join Time",
            "Leave Time",
            "Time in Session (minutes)",
            "Is Guest",
        ]
    )
    for p, came, left in found:
        rows.append(
            [
                "Yes",
                p.name,
                p.given,
                p.family,
                p.email,
                us_time(came),
                "approved",
                us_time(came),
                us_time(left),
                20,
                "Yes",
            ]
        )
    for p in w.people(4, event.city):
        rows.append(
            ["No", p.name, p.given, p.family, p.email, us_time(found[0][1]), "approved", "--", "--", "--", "--"]
        )
    truth.not_counted = {4, 5}
    return Made("attendee_84400001111.csv", text_file(rows), truth, {"activity": event.activity, "city": event.city})


@shape
def meet_report(w: World) -> Made:
    """Who was in a video call, with durations in words."""
    event, truth = w.event(), Truth()
    rows: Rows = [["First name", "Last name", "Email", "Duration", "Time joined", "Time exited"]]
    for p in w.people(10, event.city):
        rows.append([p.given, p.family, p.email, f"{w.rng.randrange(20, 59)} min", "5:02 PM", "6:00 PM"])
        truth.saw(p, event, {"given", "family", "email"})
    return Made(
        "attendance report.csv",
        text_file(rows),
        truth,
        {"activity": event.activity, "city": event.city, "date": event.day.isoformat()},
    )


@shape
def kobo_repeat_group(w: World) -> Made:
    """A survey of events with the people of each on a second sheet, tied by an index."""
    truth = Truth()
    parents: Rows = [["start", "end", "event_date", "city", "activity", "_id", "_uuid", "_submission_time", "_index"]]
    people: Rows = [
        [
            "full_name",
            "email",
            "gender",
            "community",
            "_index",
            "_parent_table_name",
            "_parent_index",
            "_submission__id",
        ]
    ]
    for number in (1, 2, 3):
        event = w.event()
        parents.append(
            [
                "",
                "",
                event.day.isoformat(),
                event.city,
                event.activity,
                500 + number,
                f"u{number}",
                f"{event.day.isoformat()}T20:00:00",
                number,
            ]
        )
        for p in w.people(5, event.city):
            people.append([p.name, p.email, p.gender, p.community, len(people), "event", number, 500 + number])
            truth.saw(p, event, {"name", "email", "gender", "community"})
    return book(w, "survey_-_all_versions", [Sheet("event", parents), Sheet("participants", people)], truth, "xlsx")


@shape
def several_days_in_a_cell(w: World) -> Made:
    """A form in which people tick all the meetings that they came to."""
    truth = Truth()
    events = [w.event("graz", "skill_transfer_workshop", w.day(late=True)) for _ in range(3)]
    rows: Rows = [["Zeitstempel", "Name", "E-Mail", "An welchen Terminen haben Sie teilgenommen?"]]
    for p in w.people(9, "graz"):
        came = sorted(w.rng.sample(events, w.rng.randrange(1, 4)), key=lambda event: event.day)
        rows.append(["01.04.2022 10:00:00", p.name, p.email, ", ".join(f"{event.day:%d.%m.%Y}" for event in came)])
        for event in came:
            truth.saw(p, event, {"name", "email"})
    return Made(
        "Termine (Antworten).csv",
        text_file(rows, "utf-8"),
        truth,
        {"activity": "skill_transfer_workshop", "city": "graz"},
    )
