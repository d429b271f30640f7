"""Courses: people down, sessions across, a mark where somebody came."""

from __future__ import annotations

from datetime import date, timedelta

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Cell, Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape, text
from tests.corpus.register import header, word
from tests.corpus.truth import Truth
from tests.corpus.world import Event, Person, World


def course(w: World, count: int = 5, city: str = "", activity: str = "") -> list[Event]:
    """Weekly sessions within one year; one of them is after the twelfth."""
    city = city or w.city()
    first = date(w.rng.choice((2020, 2021)), w.rng.randrange(4, 9), w.rng.randrange(1, 8))
    activity = activity or w.rng.choice(("skill_transfer_workshop", "oep_training", "school_lab"))
    return [w.event(city, activity, first + timedelta(days=7 * number)) for number in range(count)]


def marks(
    w: World,
    truth: Truth,
    events: list[Event],
    person: Person,
    fields: set[str],
    present: str | int = "X",
    absent: str | int = "",
) -> list[Cell]:
    """A person's marks, noted in the truth; somebody without any does not count. Marks of absence may be taken for
    people who do not count, or for nothing."""
    came = [w.rng.random() < 0.7 for _ in events]
    if absent != "" and not any(came):
        came[0] = True
    for event, there in zip(events, came, strict=True):
        if there:
            truth.saw(person, event, fields)
    if absent != "":
        assert truth.not_counted is not None
        truth.not_counted = {0, max(truth.not_counted) + came.count(False)}
    elif not any(came):
        truth.absent()
    return [present if there else absent for there in came]


def title(w: World, event: Event, language: str) -> Rows:
    return [
        [header(w, "activity", language), word(w, words.ACTIVITIES, event.activity, language)],
        [header(w, "city", language), word(w, words.CITIES, event.city, language)],
        [],
    ]


def _matrix(
    w: World, language: str, style: str, present: str | int, absent: str | int = "", city: str = ""
) -> tuple[Rows, Truth]:
    truth = Truth()
    events = course(w, w.rng.randrange(4, 7), city)
    top = [header(w, one, language) for one in ("name", "email", "community")]
    rows = title(w, events[0], language)
    rows.append([*top, *(written(event.day, style, language) for event in events)])
    for person in w.people(9, events[0].city):
        word_of = word(w, words.COMMUNITIES, person.community, language)
        rows.append(
            [
                person.name,
                person.email,
                word_of,
                *marks(w, truth, events, person, {"name", "email", "community"}, present, absent),
            ]
        )
    return rows, truth


@shape
def crosses(w: World) -> Made:
    language = w.rng.choice(words.LANGUAGES)
    rows, truth = _matrix(w, language, w.rng.choice(("d/m/y", "d.m.y", "y-m-d")), w.rng.choice(("X", "x", "✓")))
    return anyfile(w, "course", rows, truth, language)


@shape
def ones(w: World) -> Made:
    """Numbers as marks, and real dates as headers."""
    rows, truth = _matrix(w, "en", "date", 1)
    return book(w, "ones", [Sheet("Course", rows)], truth)


@shape
def ones_and_noughts(w: World) -> Made:
    rows, truth = _matrix(w, "it", "d/m/y", 1, 0, "palermo")
    return anyfile(w, "zeri", rows, truth, "it")


@shape
def yes_and_no(w: World) -> Made:
    language = w.rng.choice(("it", "de", "da", "el"))
    yes, no = words.HEADERS["present"][language][0], words.HEADERS["absent"][language][0]
    rows, truth = _matrix(w, language, "d.m.y", yes, no)
    return anyfile(w, "ja nein", rows, truth, language)


@shape
def present_or_absent(w: World) -> Made:
    """P and A, weekdays in front of the dates."""
    rows, truth = _matrix(w, "en", "weekday d.m.y", "P", "A")
    return anyfile(w, "P or A", rows, truth)


@shape
def sessions_with_days(w: World) -> Made:
    """ "Session 1 (04/10)": the year stands in the title."""
    truth = Truth()
    language = w.rng.choice(("en", "it", "de"))
    events = course(w, 5)
    places = word(w, words.CITIES, events[0].city, language)
    style = "d.m." if language == "de" else "d/m"
    label = words.HEADERS["session"][language][0]
    rows: Rows = [[f"{word(w, words.ACTIVITIES, events[0].activity, language)} – {places} {events[0].day.year}"], []]
    rows.append(
        [
            "Nr.",
            header(w, "family", language),
            header(w, "given", language),
            header(w, "phone", language),
            *(f"{label} {number} ({written(event.day, style, language)})" for number, event in enumerate(events, 1)),
        ]
    )
    for number, person in enumerate(w.people(10, events[0].city), 1):
        rows.append(
            [number, person.family, person.given, person.phone, *marks(w, truth, events, person, {"name", "phone"})]
        )
    return anyfile(w, "sessions", rows, truth, language)


@shape
def days_under_sessions(w: World) -> Made:
    """A header over two rows: the number of the session, the day under it."""
    truth = Truth()
    events = course(w, 4)
    rows = title(w, events[0], "en")
    rows.append(["", "", "", "Session 1", "Session 2", "Session 3", "Session 4"])
    rows.append(["Name", "E-mail", "Gender", *(written(event.day, "d/m/y", "en") for event in events)])
    for person in w.people(9, events[0].city):
        gender = words.GENDERS[person.gender]["en"][1]
        rows.append([person.name, person.email, gender, *marks(w, truth, events, person, {"name", "email", "gender"})])
    return anyfile(w, "two rows of sessions", rows, truth)


@shape
def matrix_with_totals(w: World) -> Made:
    """How often somebody came stands at the right, how many came at the bottom."""
    truth = Truth()
    events = course(w, 5)
    rows = title(w, events[0], "en")
    rows.append(["No.", "Full name", "Community", *(written(event.day, "d.m.y", "en") for event in events), "Total"])
    people = []
    for number, person in enumerate(w.people(9, events[0].city), 1):
        mine = marks(w, truth, events, person, {"name", "community"})
        people.append(mine)
        rows.append([number, person.name, words.COMMUNITIES[person.community]["en"][0], *mine, mine.count("X")])
    sums = [sum(mine[place] == "X" for mine in people) for place in range(5)]
    rows.append(["", "Total", "", *sums, sum(sums)])
    return anyfile(w, "with totals", rows, truth)


@shape
def long_days_across(w: World) -> Made:
    """Headers such as "Montag, 4. Oktober 2021"."""
    truth = Truth()
    language = w.rng.choice(("it", "de", "da", "el"))
    city = {"it": "palermo", "de": "kassel", "da": "vejle", "el": "athens"}[language]
    events = course(w, 4, city)
    rows = title(w, events[0], language)
    rows.append(
        [
            header(w, "name", language),
            header(w, "group", language),
            *(written(event.day, "weekday long", language) for event in events),
        ]
    )
    for person in w.people(9, city):
        group = word(w, words.GROUPS, person.group, language)
        rows.append([person.name, group, *marks(w, truth, events, person, {"name", "group"}, "x")])
    return anyfile(w, "weekdays", rows, truth, language)


@shape
def activities_across(w: World) -> Made:
    """Each column another activity, its day in the row below."""
    truth = Truth()
    city = w.city()
    events = [w.event(city, activity, w.day(late=True)) for activity in ("info_session", "focus_group", "project_fair")]
    place = word(w, words.CITIES, city, "en")
    rows: Rows = [
        [f"Participation in {place}"],
        [],
        ["", "", *(words.ACTIVITIES[event.activity]["en"][0] for event in events)],
    ]
    rows.append(["Full name", "Email", *(written(event.day, "d/m/y", "en") for event in events)])
    for person in w.people(8, city):
        rows.append([person.name, person.email, *marks(w, truth, events, person, {"name", "email"})])
    return anyfile(w, "activities", rows, truth)


@shape
def day_by_day(w: World) -> Made:
    """A row a person and day, with a word for who came and who did not."""
    truth = Truth()
    events = course(w, 3)
    rows: Rows = [["Date", "City", "Activity", "Name", "Community", "Present"]]
    crowd = w.people(6, events[0].city)
    for event in events:
        for person in crowd:
            there = w.rng.random() < 0.75
            rows.append(
                [
                    written(event.day, "d.m.y", "en"),
                    words.CITIES[event.city]["en"][0],
                    words.ACTIVITIES[event.activity]["en"][1],
                    person.name,
                    words.COMMUNITIES[person.community]["en"][0],
                    "present" if there else "absent",
                ]
            )
            if there:
                truth.saw(person, event, {"name", "community"})
            else:
                truth.absent()
    return text(w, "long form", rows, truth)
