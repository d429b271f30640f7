"""Tables that spreadsheets make easy: ticks as truth values, totals first, a sheet a city."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import said
from tests.corpus.shapes.headcounts import SOME, crowd
from tests.corpus.shapes.matrices import course, marks
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def truth_values(w: World) -> Made:
    """Check boxes of a spreadsheet: TRUE and FALSE."""
    truth, events = Truth(), course(w, 4)
    rows: Rows = [[*said(events[0])], [], ["Name", "E-mail", *(written(event.day, "d.m.y", "en") for event in events)]]
    for person in w.people(8, events[0].city):
        mine = marks(w, truth, events, person, {"name", "email"}, "yes", "no")
        rows.append([person.name, person.email, *(mark == "yes" for mark in mine)])
    return anyfile(w, "boxes", rows, truth)


@shape
def boxes(w: World) -> Made:
    """☑ and ☐."""
    truth, events = Truth(), course(w, 4)
    rows: Rows = [[*said(events[0])], [], ["Name", "E-mail", *(written(event.day, "y-m-d", "en") for event in events)]]
    for person in w.people(8, events[0].city):
        rows.append([person.name, person.email, *marks(w, truth, events, person, {"name", "email"}, "☑", "☐")])
    return book(w, "boxes", [Sheet("Course", rows)], truth)


@shape
def matrix_with_shares(w: World) -> Made:
    """How many times and how many per cent at the right; how many came below."""
    truth, events = Truth(), course(w, 5)
    rows: Rows = [["Activity", said(events[0])[0]], ["City", said(events[0])[1]], []]
    rows.append(
        ["N.", "Name", "Gender", *(written(event.day, "d.m.yy", "en") for event in events), "Sessions attended", "%"]
    )
    people = w.people(8, events[0].city)
    columns: list[int] = [0] * 5
    for number, person in enumerate(people, 1):
        mine = marks(w, truth, events, person, {"name", "gender"})
        columns = [before + (mark == "X") for before, mark in zip(columns, mine, strict=True)]
        rows.append(
            [
                number,
                person.name,
                words.GENDERS[person.gender]["en"][1],
                *mine,
                mine.count("X"),
                f"{mine.count('X') * 20}%",
            ]
        )
    rows.append(["", "Present", "", *columns, sum(columns), ""])
    return anyfile(w, "shares", rows, truth)


@shape
def total_first(w: World) -> Made:
    """The total stands before its parts; noughts are dashes."""
    truth, across = Truth(), w.rng.sample(SOME, 4)
    rows: Rows = [["Date", "City", "Activity", "Total", *(words.COMMUNITIES[one]["en"][0] for one in across)]]
    for _ in range(4):
        event = crowd(w)
        mine = [w.rng.choice((0, *range(2, 40))) for _ in across]
        activity, place = said(event)
        rows.append(
            [written(event.day, "d.m.y", "en"), place, activity, sum(mine), *(people or "-" for people in mine)]
        )
        for community, people in zip(across, mine, strict=True):
            if people:
                truth.counted(event, people, community=community)
    return anyfile(w, "total first", rows, truth)


@shape
def sheet_a_city(w: World) -> Made:
    """Counts on a sheet a city: days down, communities across."""
    truth, sheets = Truth(), []
    for city in ("palermo", "graz", "athens"):
        across = w.rng.sample(SOME, 3)
        rows: Rows = [["Date", "Activity", *(words.COMMUNITIES[one]["en"][0] for one in across)]]
        for _ in range(3):
            event = crowd(w, city)
            mine = [w.rng.randrange(1, 40) for _ in across]
            rows.append([written(event.day, "date", "en"), said(event)[0], *mine])
            for community, people in zip(across, mine, strict=True):
                truth.counted(event, people, community=community)
        sheets.append(Sheet(words.CITIES[city]["en"][0], rows))
    return book(w, "by city", sheets, truth)


@shape
def kinds_down_cities_across(w: World) -> Made:
    """Activities down, cities across, one day above."""
    truth, day = Truth(), w.day(late=True)
    rows: Rows = [
        ["European day of dialogue"],
        ["Date:", written(day, "long", "en")],
        [],
        ["Activity", *(words.CITIES[city]["en"][0] for city in words.CITIES), "Total"],
    ]
    for activity in ("project_fair", "school_lab", "awareness_campaign"):
        mine = [w.rng.randrange(1, 60) for _ in words.CITIES]
        rows.append([words.ACTIVITIES[activity]["en"][0], *mine, sum(mine)])
        for city, people in zip(words.CITIES, mine, strict=True):
            truth.counted(w.event(city, activity, day), people)
    return anyfile(w, "one day", rows, truth)


@shape
def marks_with_excuses(w: World) -> Made:
    """Cells of a matrix that say why somebody was not there."""
    truth, events = Truth(), course(w, 4, "kassel")
    rows: Rows = [
        [*said(events[0], "de")],
        [],
        ["Nachname", "Vorname", "E-Mail", *(written(event.day, "d.m.y", "de") for event in events)],
    ]
    for person in w.people(8, "kassel"):
        mine = marks(w, truth, events, person, {"name", "email"}, "x", "krank")
        rows.append(
            [
                person.family,
                person.given,
                person.email,
                *(w.rng.choice(("krank", "entsch.", "abw.")) if mark == "krank" else mark for mark in mine),
            ]
        )
    return anyfile(w, "Kurs", rows, truth, "de")


@shape
def names_twice_in_a_matrix(w: World) -> Made:
    """Sessions of two activities, the day and the activity in one header."""
    truth, city = Truth(), w.city()
    events = [w.event(city, activity) for activity in ("focus_group", "focus_group", "info_session")]
    top = [f"{said(event)[0]} {written(event.day, 'd.m.y', 'en')}" for event in events]
    rows: Rows = [[f"Activities in {said(events[0])[1]}"], [], ["Full name", "E-mail", "Community", *top]]
    for person in w.people(8, city):
        mine = marks(w, truth, events, person, {"name", "email", "community"})
        rows.append([person.name, person.email, words.COMMUNITIES[person.community]["en"][0], *mine])
    return anyfile(w, "activities", rows, truth)


@shape
def people_across(w: World) -> Made:
    """A form on its side: a column a person, what is asked down the rows."""
    event, truth = w.event(), Truth()
    people = w.people(6, event.city)
    activity, place = said(event)
    rows: Rows = [["Activity", activity], ["City", place], ["Date", written(event.day, "long", "en")], []]
    rows.append(["Name", *(person.name for person in people)])
    rows.append(["E-mail", *(person.email for person in people)])
    rows.append(["Community", *(words.COMMUNITIES[person.community]["en"][0] for person in people)])
    rows.append(["Gender", *(words.GENDERS[person.gender]["en"][0] for person in people)])
    for person in people:
        truth.saw(person, event, {"name", "email", "community", "gender"})
    return anyfile(w, "sideways", rows, truth)
