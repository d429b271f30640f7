"""What partners bring: own nationals, apologies, counts without headers, parts of counts."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import home_language, said
from tests.corpus.truth import Truth
from tests.corpus.world import Event, World

_HOME = {
    "palermo": ("Nazionalità", "Italiana"),
    "graz": ("Staatsangehörigkeit", "Österreich"),
    "vejle": ("Oprindelsesland", "Danmark"),
    "athens": ("Χώρα καταγωγής", "Ελλάδα"),
    "kassel": ("Herkunftsland", "Deutschland"),
}
_NAME = {"it": "Nome e cognome", "de": "Name", "da": "Navn", "el": "Ονοματεπώνυμο"}
_APOLOGIES = {"it": "Assenti giustificati:", "de": "Entschuldigt:", "da": "Afbud:", "el": "Απόντες:"}


def _title(event: Event, language: str) -> str:
    activity, city = said(event, language)
    return f"{activity}, {city}, {written(event.day, 'long', language)}"


@shape
def nationals_at_home(w: World) -> Made:
    """A column of nationalities, where the country's own people are the locals."""
    event = w.event()
    language = home_language(event)
    header, own = _HOME[event.city]
    truth, rows = Truth(), [[_title(event, language)], ["Nr.", _NAME[language], "E-mail", header]]
    for number, person in enumerate(w.people(9, event.city, ("local", "syrian", "nigerian", "pakistani")), 1):
        word = own if person.community == "local" else words.COUNTRIES[person.community][language][0]
        rows.append([str(number), person.name, person.email, word])
        truth.saw(person, event, ("name", "email", "community"))
    return anyfile(w, "nationals", [list(row) for row in rows], truth, language)


@shape
def apologies_below(w: World) -> Made:
    """Minutes: who was there, and under a heading who sent apologies."""
    event = w.event(activity="committee_meeting")
    language = home_language(event)
    truth = Truth()
    rows: Rows = [[_title(event, language)], [], [_NAME[language], "E-mail"]]
    people = w.people(8, event.city)
    for person in people[:6]:
        rows.append([person.name, person.email])
        truth.saw(person, event, ("name", "email"))
    rows.append([_APOLOGIES[language]])
    rows += [[person.name, person.email] for person in people[6:]]
    truth.absent(2)
    return anyfile(w, "minutes", rows, truth, language)


@shape
def numbered_names(w: World) -> Made:
    """A letter's list: a title, and names with their numbers."""
    event = w.event()
    language = home_language(event)
    truth = Truth()
    rows: Rows = [[_title(event, language)], []]
    for number, person in enumerate(w.people(7, event.city), 1):
        rows.append([f"{number}. {person.name}"])
        truth.saw(person, event, ("name",))
    return book(w, "letter", [Sheet("1", rows)], truth)


@shape
def communities_and_numbers(w: World) -> Made:
    """Communities with a number beside each, under a title and no header."""
    event = w.event(activity="project_fair")
    language = home_language(event)
    truth = Truth()
    rows: Rows = [[_title(event, language)], []]
    for code in w.rng.sample(sorted(words.COMMUNITIES), 5):
        people = w.rng.randrange(2, 60)
        rows.append([words.COMMUNITIES[code][language][0], people])
        truth.counted(event, people, community=code)
    return book(w, "counted", [Sheet("1", rows)], truth)


@shape
def communities_by_gender(w: World) -> Made:
    """A cross table with an empty corner and sums on both sides."""
    event = w.event(activity="project_fair")
    language = home_language(event)
    truth = Truth()
    genders = ("female", "male")
    total = words.HEADERS["total"][language][0]
    heads = [words.GENDERS[gender][language][0] for gender in genders]
    rows: Rows = [[_title(event, language)], ["", *heads, total]]
    sums = [0, 0]
    for code in w.rng.sample(sorted(words.COMMUNITIES), 4):
        numbers = [w.rng.randrange(1, 40) for _ in genders]
        rows.append([words.COMMUNITIES[code][language][0], *numbers, sum(numbers)])
        sums = [a + b for a, b in zip(sums, numbers, strict=True)]
        for gender, people in zip(genders, numbers, strict=True):
            truth.counted(event, people, community=code, gender=gender)
    rows.append([total, *sums, sum(sums)])
    return book(w, "by gender", [Sheet("1", rows)], truth)


@shape
def total_of_whom_women(w: World) -> Made:
    """How many came, and how many of them were women and newcomers."""
    language = w.rng.choice(("en", "it", "de", "da"))
    heads = {
        "en": ("Date", "City", "Activity", "Total participants", "of which women", "of which new"),
        "it": ("Data", "Città", "Attività", "Totale partecipanti", "di cui donne", "di cui nuovi"),
        "de": ("Datum", "Ort", "Aktivität", "Teilnehmende gesamt", "davon Frauen", "davon neu"),
        "da": ("Dato", "By", "Aktivitet", "Antal deltagere", "heraf kvinder", "heraf nye"),
    }[language]
    truth, rows = Truth(), [list(heads)]
    for event in (w.event(), w.event(), w.event()):
        people = w.rng.randrange(10, 90)
        women, new = w.rng.randrange(1, people), w.rng.randrange(1, people)
        activity, city = said(event, language)
        rows.append([written(event.day, "d.m.y", language), city, activity, str(people), str(women), str(new)])
        truth.counted(event, women, gender="female")
        truth.counted(event, people - women)
    return anyfile(w, "totals", [list(row) for row in rows], truth, language)


@shape
def women_in_the_cell(w: World) -> Made:
    """The part of the women in the same cell as the number of all."""
    truth = Truth()
    rows: Rows = [["Date", "City", "Activity", "Participants"]]
    for event in (w.event(), w.event(), w.event()):
        people = w.rng.randrange(10, 90)
        women = w.rng.randrange(1, people)
        activity, city = said(event)
        form = w.rng.choice(("{}, of whom {} women", "{} ({} women)"))
        rows.append([written(event.day, "long", "en"), city, activity, form.format(people, women)])
        truth.counted(event, women, gender="female")
        truth.counted(event, people - women)
    return anyfile(w, "in the cell", rows, truth)


@shape
def school_classes(w: World) -> Made:
    """Two small tables of classes, each under its title, whose headers no list of words has."""
    truth = Truth()
    rows: Rows = []
    for event in (w.event("kassel", "school_lab"), w.event("kassel", "school_lab")):
        rows += [[_title(event, "de")], ["Klasse", "Schüler/innen", "Lehrkräfte"]]
        for name in ("7a", "8b"):
            people = w.rng.randrange(12, 28)
            rows.append([name, people, w.rng.randrange(1, 3)])
            truth.counted(event, people)
        rows.append([])
    return book(w, "Klassen", [Sheet("1", rows)], truth)


@shape
def present_on_either_day(w: World) -> Made:
    """A conference of two days: who was there on one of them was there."""
    event = w.event(activity="final_conference")
    activity, city = said(event)
    truth = Truth()
    rows: Rows = [["Activity", activity], ["City", city], ["Date", written(event.day, "long", "en")], []]
    rows.append(["First name", "Surname", "E-mail", "Attended day 1", "Attended day 2"])
    for person, days in zip(w.people(8, event.city), ("yy", "yn", "ny", "nn") * 2, strict=True):
        rows.append([person.given, person.family, person.email, *({"y": "Yes", "n": "No"}[day] for day in days)])
        if "y" in days:
            truth.saw(person, event, ("given", "family", "email"))
        else:
            truth.absent()
    return anyfile(w, "conference", rows, truth)


@shape
def unclear_authorities(w: World) -> Made:
    """Words that may mean a local authority or a public institution are asked about."""
    event = w.event()
    activity, city = said(event)
    unclear = w.rng.choice(("Public authority", "Behörde", "Myndighed", "Autorità pubblica", "Δημόσια αρχή"))
    truth = Truth(asked=[{"group"}])
    rows: Rows = [["Date", "City", "Activity", "Name", "E-mail", "Type of organisation"]]
    for person, group in zip(w.people(6, event.city), ("school", "", "migrant_association") * 2, strict=True):
        word = words.GROUPS[group]["en"][0] if group else unclear
        rows.append([written(event.day, "y-m-d", "en"), city, activity, person.name, person.email, word])
        truth.saw(person, event, ("name", "email"))
        if group:
            truth.seen[-1] = type(truth.seen[-1])(truth.seen[-1].event, person.name, person.email, group=group)
    return anyfile(w, "authorities", rows, truth)


@shape
def about_so_many(w: World) -> Made:
    """A number that is roughly told is a count, and so is the least that came; a range is none."""
    truth = Truth()
    rows: Rows = [["Event", "Date", "City", "Attendance"]]
    forms = ("about {}", "{} people", "{}+", "{}-95")
    for event, form in zip([w.event() for _form in forms], forms, strict=True):
        people = w.rng.randrange(20, 90)
        activity, city = said(event)
        rows.append([activity, written(event.day, "long", "en"), city, form.format(people)])
        if form != "{}-95":
            truth.counted(event, people)
        else:
            truth.reject()
    return anyfile(w, "about", rows, truth)
