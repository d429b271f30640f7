"""Sheets as the offices of the north and the coordinator keep them."""

# ruff: noqa: E501  (rows are as wide as they are)

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import Manner, Register, absent_word, said
from tests.corpus.shapes.headcounts import crowd
from tests.corpus.shapes.matrices import course, marks
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def graz_workbook(w: World) -> Made:
    """An overview of the events with their numbers of people on the first sheet; the lists of the same people follow."""
    truth, sheets = Truth(), []
    overview: Rows = [["Nr.", "Datum", "Ort", "Aktivität", "Teilnehmende"]]
    for number in (1, 2, 3):
        event = w.event("graz")
        register = Register(w, Manner("de"), ("name", "email", "gender", "community"), truth)
        for person in w.people(6, "graz"):
            register.add(person, event)
        activity, place = said(event, "de")
        day = written(event.day, "d.m.y", "de")
        overview.append([number, day, place, activity, 6])
        sheets.append(
            Sheet(
                f"TN {number}",
                [["Aktivität", activity], ["Datum", day], ["Ort", place], [], register.header(), *register.rows],
            )
        )
    return book(w, "Mappe", [Sheet("Übersicht", overview), *sheets], truth)


@shape
def vejle_course(w: World) -> Made:
    """A course with marks, names apart, a year of birth and a community; headers with weekday and day without year."""
    truth, events = Truth(), course(w, 5, "vejle", "skill_transfer_workshop")
    rows: Rows = [[f"Færdighedsworkshop, Vejle, efterår {events[0].day.year}"], []]
    days = [f"{words.WEEKDAYS['da'][event.day.weekday()][:3]} {event.day.day}/{event.day.month}" for event in events]
    rows.append(["Fornavn", "Efternavn", "Fødselsår", "Fællesskab", *days])
    for person in w.people(9, "vejle"):
        mine = marks(w, truth, events, person, {"name", "birth_year", "community"})
        rows.append(
            [person.given, person.family, person.birth.year, words.COMMUNITIES[person.community]["da"][0], *mine]
        )
    return anyfile(w, "forløb", rows, truth, "da")


@shape
def vejle_apologies(w: World) -> Made:
    """Who sent apologies stands below the list under a heading."""
    event = w.event("vejle")
    register = Register(w, Manner("da"), ("name", "email", "community", "presence"))
    for number, person in enumerate(w.people(12, "vejle")):
        if number > 8:
            register.write(person, event, presence=absent_word(w, "da"))
            register.truth.absent()
        else:
            register.add(person, event, presence="ja")
    activity, place = said(event, "da")
    rows: Rows = [
        ["Arrangement", "Fællesspisning"],
        ["Aktivitet", activity],
        ["By", place],
        ["Dato", written(event.day, "long", "da")],
        [],
    ]
    return anyfile(w, "afbud", [*rows, ["Navn", "E-mail", "Fællesskab", "Mødt?"], *register.rows], register.truth, "da")


@shape
def kassel_register(w: World) -> Made:
    """Organisation and its type both, a street and a postcode, a column of consent with "ja"."""
    register = Register(
        w, Manner("de", "d.m.y", "d.m.y"), ("date", "city", "activity", "name", "email", "birth", "group")
    )
    rows: Rows = [
        [
            "Datum",
            "Veranstaltungsort",
            "Aktivität",
            "Name, Vorname",
            "E-Mail",
            "Geb.-Datum",
            "Art der Organisation",
            "Name der Organisation",
            "Straße",
            "PLZ",
            "Wohnort",
            "Einwilligung",
        ]
    ]
    for event in (w.event("kassel"), w.event("kassel")):
        for person in w.people(6, "kassel"):
            register.add(person, event, name=f"{person.family}, {person.given}")
            rows.append([*register.rows[-1], "Verein am Ort", "Hauptstraße 1", "34117", "Baunatal", "ja"])
    return anyfile(w, "Register", rows, register.truth, "de")


@shape
def coordinator_counts(w: World) -> Made:
    """Partner, place, start and end, number of people and a link, all activities of the quarter."""
    truth = Truth()
    rows: Rows = [
        ["Dissemination report Q3"],
        [],
        [
            "Partner",
            "Type of activity",
            "Title",
            "Location",
            "Date",
            "Start",
            "End",
            "Number of people reached",
            "Link",
        ],
    ]
    for _ in range(5):
        event, people = crowd(w), w.rng.randrange(5, 90)
        activity, place = said(event)
        rows.append(
            [
                "CESIE",
                activity,
                event.title,
                place,
                written(event.day, "long", "en"),
                "17:00",
                "19:00",
                people,
                "https://example.org/news",
            ]
        )
        truth.counted(event, people)
    return anyfile(w, "dissemination", rows, truth)


@shape
def old_list_in_two_columns(w: World) -> Made:
    """Names in two pairs of columns beside each other to save paper, one event."""
    event, truth = w.event("graz"), Truth()
    people = w.people(12, "graz")
    activity, place = said(event, "de")
    rows: Rows = [
        [f"{activity}, {place}, {written(event.day, 'd.m.y', 'de')}"],
        [],
        ["Nr.", "Name", "E-Mail", "", "Nr.", "Name", "E-Mail"],
    ]
    for number in range(6):
        left, right = people[number], people[number + 6]
        rows.append([number + 1, left.name, left.email, "", number + 7, right.name, right.email])
    for person in people:
        truth.saw(person, event, {"name", "email"})
    return book(w, "Liste", [Sheet("Liste", rows)], truth)


@shape
def quoted_semicolons(w: World) -> Made:
    """Every cell in quotes, semicolons and commas within them."""
    event = w.event("kassel")
    register = Register(w, Manner("de", "d.m.y"), ("date", "city", "activity", "name", "email", "notes"))
    for person in w.people(8, "kassel"):
        register.add(person, event, name=f"{person.family}, {person.given}", notes="kam spät; ging früh, winkte")
    rows = [register.header(), *register.rows]
    lines = (";".join('"' + str(cell) + '"' for cell in row) for row in rows)
    return Made("export.csv", "\r\n".join(lines).encode("utf-8"), register.truth)
