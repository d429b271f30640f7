"""Where people put what an event is: in one row, in one cell, at the bottom, in the middle of a sentence."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import Manner, Register, header, home_language, word
from tests.corpus.shapes.titled import listed
from tests.corpus.world import Event, World


def _said(w: World, event: Event, language: str, style: str = "d.m.y") -> tuple[str, str, str]:
    """Activity, city and day in words."""
    activity = word(w, words.ACTIVITIES, event.activity, language)
    return activity, word(w, words.CITIES, event.city, language), str(written(event.day, style, language))


def _made(w: World, stem: str, above: Rows, register: Register, below: Rows | None = None) -> Made:
    rows: Rows = [*above, register.header(), *register.rows, *(below or [])]
    return anyfile(w, stem, rows, register.truth, register.manner.language)


@shape
def labels_in_one_row(w: World) -> Made:
    """Date, place and activity beside each other in one row."""
    event = w.event()
    language = home_language(event)
    register = listed(
        w, event, Manner(language, loose=True), ("number", "name", "email", "gender", "community", "group"), 10
    )
    activity, place, day = _said(w, event, language)
    label = {one: header(w, one, language) for one in ("date", "city", "activity")}
    above: Rows = [[label["date"] + ":", day, label["city"] + ":", place], [label["activity"] + ":", activity], []]
    return _made(w, "one row", above, register)


@shape
def labels_in_one_cell(w: World) -> Made:
    """All in one cell, with bars or dashes between."""
    event = w.event()
    language = home_language(event)
    register = listed(w, event, Manner(language), ("name", "phone", "gender", "community"), 10)
    activity, place, day = _said(w, event, language, "long")
    label = {one: words.HEADERS[one][language][0] for one in ("date", "city", "activity")}
    bar = w.rng.choice((" | ", " – ", "; "))
    line = bar.join((f"{label['activity']}: {activity}", f"{label['city']}: {place}", f"{label['date']}: {day}"))
    return _made(w, "one cell", [[line], []], register)


@shape
def place_and_day_below(w: World) -> Made:
    """As under a letter: the place and the day at the bottom, the activity on top."""
    event = w.event()
    language = home_language(event)
    register = listed(w, event, Manner(language), ("number", "family", "given", "email", "community"), 10)
    activity, place, day = _said(w, event, language, "long")
    signed = words.HEADERS["signed_by"][language][0]
    return _made(w, "signed", [[activity.upper()], []], register, [[], [f"{place}, {day}", "", signed]])


@shape
def activity_within_the_title(w: World) -> Made:
    """The event's own title has the activity in it: "Skill-transfer workshop no. 3: Cooking together"."""
    event = w.event()
    language = home_language(event)
    register = listed(w, event, Manner(language, loose=True), ("name", "email", "gender", "community"), 10)
    activity, place, day = _said(w, event, language)
    title = w.rng.choice(
        (f"{activity} no. 3: {event.title}", f"“{event.title}” – {activity}", f"{activity} {place} 12")
    )
    label = {one: words.HEADERS[one][language][0] for one in ("date", "city", "title")}
    above: Rows = [[label["title"], title], [label["date"], day], [label["city"], place], []]
    return _made(w, "title", above, register)


@shape
def prose(w: World) -> Made:
    """A whole sentence in the language of the place."""
    event = w.event()
    language = home_language(event)
    activity, place, day = _said(w, event, language, "long")
    sentences = {
        "it": f"Elenco dei partecipanti all'evento «{activity}» svoltosi a {place} il {day}",
        "de": f"Liste der Teilnehmenden der Veranstaltung „{activity}“ in {place} am {day}",
        "da": f"Liste over deltagere i {activity} i {place} den {day}",
        "el": f"Λίστα συμμετεχόντων: {activity}, {place}, {day}",
    }
    register = listed(w, event, Manner(language), ("number", "name", "email", "community"), 10)
    return _made(w, "prose", [[sentences[language]], []], register)


@shape
def american_day_in_the_title(w: World) -> Made:
    """A day that can be read one way only, because it is after the twelfth; births in the same order."""
    event = w.event(day=w.day(late=True))
    register = listed(w, event, Manner("en", birth="m/d/y"), ("name", "email", "birth", "community"), 12)
    activity, place, day = _said(w, event, "en", "m/d/y")
    return _made(w, "american", [[activity], [f"Place: {place}"], [f"Date: {day}"], []], register)


@shape
def two_days_two_columns(w: World) -> Made:
    """A training of two days: two columns of signatures, the days as their headers, initials as marks."""
    city = w.city()
    register = Register(w, Manner("en"), ("number", "name", "email", "community"))
    events = [w.event(city, "oep_training") for _ in range(2)]
    rows: Rows = [["Organisational Empowerment Programme training", "", words.CITIES[city]["en"][0]], []]
    rows.append([*register.header(), *(f"Signature {written(event.day, 'd.m.y', 'en')}" for event in events)])
    for number, person in enumerate(w.people(9, city)):
        register.write(person, events[0])
        initials = f"{person.given[0]}.{person.family[0]}."
        came = (number % 4 != 1, number % 3 != 0)
        rows.append([*register.rows[-1], *(initials if there else "" for there in came)])
        for event, there in zip(events, came, strict=True):
            if there:
                register.truth.saw(person, event, register.fields)
        if not any(came):
            register.truth.absent()
    return anyfile(w, "two days", rows, register.truth)


@shape
def unlisted_below(w: World) -> Made:
    """A list of names on one sheet; a second sheet with one line: how many more came to the same event."""
    event = w.event(activity="project_fair")
    register = listed(w, event, Manner("en"), ("name", "email", "community"), 9)
    activity, place, day = _said(w, event, "en", "long")
    above: Rows = [["Activity", activity], ["City", place], ["Date", day], []]
    others = w.rng.randrange(20, 80)
    more: Rows = [["Activity", "City", "Date", "Number of participants"], [activity, place, day, others]]
    register.truth.counted(event, others)
    names = Sheet("Registered", [*above, register.header(), *register.rows])
    return book(w, "fair with others", [names, Sheet("Not registered", more)], register.truth)
