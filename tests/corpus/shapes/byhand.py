"""Lists as hands write them: companions and titles beside names, ditto marks, codes of events, tables on their side."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import Manner, Register, header, home_language
from tests.corpus.shapes.titled import block, listed
from tests.corpus.truth import Truth
from tests.corpus.world import Event, World


@shape
def companions_behind_names(w: World) -> Made:
    """Who came with children says how many, and nobody says who they are."""
    event = w.event()
    language = home_language(event)
    ways = {
        "en": "{} + {} children",
        "it": "{} e {} figli",
        "de": "{} und {} Kinder",
        "da": "{} + {} børn",
        "el": "{} και {} παιδιά",
    }
    register = Register(w, Manner(language), ("number", "name", "community"))
    for at, person in enumerate(w.people(9, event.city)):
        more = 1 + at % 3
        if at % 3 == 1:
            register.add(person, event, name=ways[language].format(person.name, more))
            register.truth.counted(event, more, community=person.community)
        else:
            register.add(person, event)
    rows: Rows = [*block(w, event, language, "d.m.y"), [], register.header(), *register.rows]
    return anyfile(w, "famiglie", rows, register.truth, language)


@shape
def titles_and_roles_in_the_name(w: World) -> Made:
    event = w.event()
    language = home_language(event)
    titles = {"en": "Dr ", "it": "Dott.ssa ", "de": "Prof. Dr. ", "da": "Hr. ", "el": "κ. "}[language]
    trainer = {"en": "trainer", "it": "formatrice", "de": "Trainerin", "da": "underviser", "el": "εκπαιδευτής"}[
        language
    ]
    register = Register(w, Manner(language), ("number", "name", "email", "community"))
    for at, person in enumerate(w.people(10, event.city)):
        if at == 4:
            register.write(person, event, name=f"{person.name} ({trainer})")
            register.truth.absent()
        else:
            register.add(person, event, name=titles + person.name if at % 3 == 0 else person.name)
    rows: Rows = [*block(w, event, language, "d.m.y"), [], register.header(), *register.rows]
    return anyfile(w, "elenco", rows, register.truth, language)


@shape
def ditto_marks(w: World) -> Made:
    """Day, place and activity stand once for each event; under them are marks that say the same again."""
    register = Register(w, Manner("en", "d.m.y"), ("date", "city", "activity", "name", "community"))
    mark = w.rng.choice(('"', "ditto", "〃"))
    for event in (w.event(), w.event(), w.event()):
        for at, person in enumerate(w.people(4, event.city)):
            again = dict.fromkeys(("date", "city", "activity"), mark) if at else {}
            register.add(person, event, **again)
    return anyfile(w, "ditto", [register.header(), *register.rows], register.truth)


@shape
def events_by_code(w: World) -> Made:
    """A sheet of events with their codes, and a list of people that says the code alone."""
    events: list[tuple[str, Event]] = [(f"WS-{number:02}", w.event(day=w.day(late=True))) for number in (1, 2, 3)]
    told: Rows = [["Code", "Activity", "Date", "City"]]
    told += [[code, words.ACTIVITIES[e.activity]["en"][0], e.day, words.CITIES[e.city]["en"][0]] for code, e in events]
    register = Register(w, Manner("en"), ("name", "email", "gender", "community"))
    codes = []
    for code, event in events:
        for person in w.people(5, event.city):
            register.add(person, event)
            codes.append(code)
    people: Rows = [["Code", *register.header()]]
    people += [[code, *row] for code, row in zip(codes, register.rows, strict=True)]
    sheets = [Sheet("Events", told), Sheet("People", people)]
    return book(w, "by code", sheets if w.rng.random() < 0.5 else sheets[::-1], register.truth)


@shape
def people_across_by_their_words(w: World) -> Made:
    """A person a column: name, community, gender and year of birth under each other."""
    event = w.event()
    register = listed(w, event, Manner("en"), ("name", "community", "gender", "birth_year"), 6)
    columns = [["Name", "Community", "Gender", "Year of birth"], *register.rows]
    across: Rows = [list(row) for row in zip(*columns, strict=True)]
    return anyfile(w, "across", [*block(w, event, "en", "long", one_cell=True), [], *across], register.truth)


@shape
def days_down_people_across(w: World) -> Made:
    city = w.city()
    days = sorted(w.day(late=True) for _ in range(4))
    events = [w.event(city, "oep_training", day) for day in days]
    people, truth = w.people(6, city), Truth()
    rows: Rows = [["Organisational Empowerment Programme training"], [f"City: {words.CITIES[city]['en'][0]}"], []]
    rows.append(["Date", *(person.name for person in people)])
    for at, event in enumerate(events):
        there = [(at + place) % 4 != 0 for place in range(len(people))]
        rows.append([written(event.day, "d/m/y", "en"), *("x" if came else "" for came in there)])
        for person, came in zip(people, there, strict=True):
            if came:
                truth.saw(person, event, ("name",))
    return anyfile(w, "diary", rows, truth)


@shape
def days_over_activities(w: World) -> Made:
    """A course: its days in one row, what was done on each in the row under it, then who came."""
    city = w.city()
    days = sorted(w.day(late=True) for _ in range(3))
    events = [
        w.event(city, kind, day)
        for kind, day in zip(("focus_group", "oep_training", "info_session"), days, strict=True)
    ]
    people, truth = w.people(7, city), Truth()
    top = [words.ACTIVITIES[event.activity]["en"][0] for event in events]
    rows: Rows = [
        [f"City: {words.CITIES[city]['en'][0]}"],
        [],
        ["", "", *days],
        ["Name", header(w, "community", "en"), *top],
    ]
    for place, person in enumerate(people):
        there = [(at + place) % 3 != 0 for at in range(len(events))]
        rows.append(
            [person.name, words.COMMUNITIES[person.community]["en"][0], *("✓" if came else "" for came in there)]
        )
        for event, came in zip(events, there, strict=True):
            if came:
                truth.saw(person, event, ("name", "community"))
    return book(w, "course", [Sheet("Course", rows)], truth)
