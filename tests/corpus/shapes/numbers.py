"""Numbers of people among other numbers, and courses whose days stand elsewhere."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet, text_file
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.shapes.headcounts import crowd
from tests.corpus.shapes.matrices import course, marks
from tests.corpus.shapes.online import joins, us_time
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def of_whom_women(w: World) -> Made:
    """A total, and of whom women and men."""
    language, top = w.rng.choice((
        ("it", ["Data", "Luogo", "Attività", "Totale partecipanti", "di cui donne", "di cui uomini"]),
        ("en", ["Date", "City", "Activity", "Total participants", "of whom women", "of whom men"]),
        ("de", ["Datum", "Ort", "Aktivität", "Teilnehmende gesamt", "davon Frauen", "davon Männer"]),
    ))  # fmt: skip
    truth, rows = Truth(), Rows([[*top]])
    for _ in range(4):
        event, women, men = crowd(w), w.rng.randrange(1, 40), w.rng.randrange(1, 40)
        rows.append(
            [
                written(event.day, "d.m.y", language),
                words.CITIES[event.city][language][0],
                words.ACTIVITIES[event.activity][language][0],
                women + men,
                women,
                men,
            ]
        )
        truth.counted(event, women, gender="female")
        truth.counted(event, men, gender="male")
    return anyfile(w, "of whom", rows, truth, language)


@shape
def children_and_adults(w: World) -> Made:
    """Columns by age that add up to a total."""
    truth, rows = Truth(), Rows([["Date", "City", "Activity", "Children", "Adults", "Total"]])
    for _ in range(4):
        event, young, old = crowd(w), w.rng.randrange(1, 40), w.rng.randrange(1, 40)
        rows.append(
            [
                written(event.day, "y-m-d", "en"),
                words.CITIES[event.city]["en"][0],
                words.ACTIVITIES[event.activity]["en"][0],
                young,
                old,
                young + old,
            ]
        )
        truth.counted(event, young + old)
    return anyfile(w, "ages", rows, truth)


@shape
def other_numbers(w: World) -> Made:
    """Hours, leaflets and euros beside the number of people."""
    truth, rows = (
        Truth(),
        Rows(
            [
                [
                    "Date",
                    "City",
                    "Activity",
                    "Duration (h)",
                    "Leaflets distributed",
                    "Number of participants",
                    "Cost (€)",
                    "Partner",
                ]
            ]
        ),
    )
    for _ in range(5):
        event, people = crowd(w), w.rng.randrange(5, 90)
        rows.append(
            [
                written(event.day, "d.m.y", "en"),
                words.CITIES[event.city]["en"][0],
                words.ACTIVITIES[event.activity]["en"][0],
                w.rng.choice((1.5, 2, 3)),
                w.rng.randrange(50, 400),
                people,
                w.rng.randrange(100, 900),
                "CESIE",
            ]
        )
        truth.counted(event, people)
    return anyfile(w, "report", rows, truth)


@shape
def communities_and_gender_down(w: World) -> Made:
    """Communities down; women, men and a total across; one event above."""
    truth, event = Truth(), crowd(w)
    rows: Rows = [
        [words.ACTIVITIES[event.activity]["de"][0]],
        [f"{words.CITIES[event.city]['de'][0]}, {written(event.day, 'd.m.y', 'de')}"],
        [],
        ["Gemeinschaft", "Frauen", "Männer", "Gesamt"],
    ]
    for community in ("local", "syrian", "afghan", "turkish"):
        women, men = w.rng.randrange(1, 30), w.rng.randrange(1, 30)
        rows.append([words.COMMUNITIES[community]["de"][0], women, men, women + men])
        truth.counted(event, women, community=community, gender="female")
        truth.counted(event, men, community=community, gender="male")
    rows.append(["Gesamt", *(sum(int(str(row[place])) for row in rows[4:]) for place in (1, 2, 3))])
    return anyfile(w, "nach Gemeinschaft", rows, truth, "de")


@shape
def one_line_of_counts(w: World) -> Made:
    """Label and value all the way down: what, where, when, how many."""
    truth, event, people = Truth(), crowd(w), w.rng.randrange(20, 200)
    rows: Rows = [
        ["Report on an event"],
        ["Activity", words.ACTIVITIES[event.activity]["en"][0]],
        ["City", words.CITIES[event.city]["en"][0]],
        ["Date", written(event.day, "long", "en")],
        ["Number of participants", people],
        ["Remarks", "good weather"],
    ]
    truth.counted(event, people)
    return anyfile(w, "report", rows, truth)


@shape
def hours_as_marks(w: World) -> Made:
    """Hours that each person was there; nought or nothing is absence."""
    truth, events = Truth(), course(w, 4)
    rows: Rows = [
        [words.ACTIVITIES[events[0].activity]["en"][0]],
        [words.CITIES[events[0].city]["en"][0]],
        ["Hours attended"],
        [],
    ]
    rows.append(["Name", "E-mail", *(written(event.day, "d.m.y", "en") for event in events)])
    for person in w.people(8, events[0].city):
        mine = marks(w, truth, events, person, {"name", "email"})
        rows.append([person.name, person.email, *(w.rng.choice((2, 1.5, 3)) if mark else "" for mark in mine)])
    return book(w, "hours", [Sheet("Hours", rows)], truth)


@shape
def days_under_months(w: World) -> Made:
    """Months above, days below, the year in the title."""
    truth, events = Truth(), course(w, 6)
    title = f"{words.ACTIVITIES[events[0].activity]['en'][0]}, {words.CITIES[events[0].city]['en'][0]}, {events[0].day.year}"
    months = [words.MONTHS["en"][event.day.month - 1] for event in events]
    above = [month if number == 0 or month != months[number - 1] else "" for number, month in enumerate(months)]
    rows: Rows = [[title], [], ["", "", *above], ["Name", "Community", *(event.day.day for event in events)]]
    for person in w.people(9, events[0].city):
        mine = marks(w, truth, events, person, {"name", "community"})
        rows.append([person.name, words.COMMUNITIES[person.community]["en"][0], *mine])
    return book(w, "months", [Sheet("Course", rows)], truth)


@shape
def days_in_a_legend(w: World) -> Made:
    """Numbered sessions; which day each was stands above."""
    truth, events = Truth(), course(w, 4)
    rows: Rows = [
        ["Activity", words.ACTIVITIES[events[0].activity]["en"][0]],
        ["City", words.CITIES[events[0].city]["en"][0]],
    ]
    rows += [[f"Session {number}", written(event.day, "long", "en")] for number, event in enumerate(events, 1)]
    rows += [[], ["Name", "E-mail", "Session 1", "Session 2", "Session 3", "Session 4"]]
    for person in w.people(9, events[0].city):
        rows.append([person.name, person.email, *marks(w, truth, events, person, {"name", "email"})])
    return anyfile(w, "legend", rows, truth)


@shape
def present_and_excused(w: World) -> Made:
    """Letters with a legend: A anwesend, E entschuldigt, F fehlt."""
    truth, events = Truth(), course(w, 4, "kassel")
    rows: Rows = [
        [words.ACTIVITIES[events[0].activity]["de"][0], "Kassel"],
        ["A = anwesend, E = entschuldigt, F = fehlt"],
        [],
    ]
    rows.append(["Name", "Vorname", "E-Mail", *(written(event.day, "d.m.y", "de") for event in events)])
    for person in w.people(9, "kassel"):
        mine = marks(w, truth, events, person, {"name", "email"}, "A", "F")
        rows.append(
            [person.family, person.given, person.email, *(w.rng.choice("EF") if mark == "F" else mark for mark in mine)]
        )
    return anyfile(w, "Kurs", rows, truth, "de")


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
