"""Courses whose days or marks have to be worked out."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import said
from tests.corpus.shapes.matrices import course, marks
from tests.corpus.truth import Truth
from tests.corpus.world import World


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
    title = ", ".join((*said(events[0]), str(events[0].day.year)))
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
