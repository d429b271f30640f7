"""Registers: one row an attendance, with date, city and activity in columns."""

from __future__ import annotations

from tests.corpus import dates
from tests.corpus.files import Sheet
from tests.corpus.made import Made, anyfile, book, shape, text
from tests.corpus.register import Manner, Register
from tests.corpus.truth import Truth
from tests.corpus.world import World

WHERE = ("date", "city", "activity")


def filled(w: World, manner: Manner, fields: tuple[str, ...], city: str, events: int = 3, people: int = 7) -> Register:
    """A register of some events; the first is after the twelfth of a month, which settles the order of dates."""
    register = Register(w, manner, fields)
    crowd = w.migrants(people + 4, city) if "nationality" in fields else w.people(people + 4, city)
    for number in range(events):
        event = w.event(city, day=w.day(late=number == 0))
        for person in w.rng.sample(crowd, people):
            register.add(person, event)
    return register


def _made(w: World, register: Register, stem: str, **args: str) -> Made:
    rows = [register.header(), *register.rows]
    return anyfile(w, stem, rows, register.truth, register.manner.language, **args)


def _country(w: World, city: str, language: str, stem: str) -> Made:
    fields = (*WHERE, "title", "name", "email", "birth", "gender", "community", "group")
    style = w.rng.choice(dates.NUMERIC)
    return _made(w, filled(w, Manner(language, style, style, loose=True), fields, city), stem)


@shape
def register_english(w: World) -> Made:
    return _country(w, "athens", "en", "register")


@shape
def register_italian(w: World) -> Made:
    return _country(w, "palermo", "it", "registro presenze")


@shape
def register_german(w: World) -> Made:
    return _country(w, "graz", "de", "Teilnehmer")


@shape
def register_danish(w: World) -> Made:
    return _country(w, "vejle", "da", "deltagere")


@shape
def register_greek(w: World) -> Made:
    return _country(w, "athens", "el", "παρουσίες")


@shape
def nationalities(w: World) -> Made:
    """Countries under a header of nationality or origin."""
    city = w.city()
    language = w.rng.choice(("en", "it", "de", "da", "el"))
    fields = ("number", "given", "family", "phone", "nationality", "gender", *WHERE)
    return _made(w, filled(w, Manner(language, "d.m.y"), fields, city), "list")


@shape
def surname_first(w: World) -> Made:
    """SURNAME Given or Surname, Given in one column."""
    city = w.city()
    manner = Manner(w.rng.choice(("en", "it", "de")), "y-m-d", name=w.rng.choice(("capitals", "comma")), loose=True)
    return _made(w, filled(w, manner, ("name", "community", "birth_year", *WHERE), city), "names")


@shape
def ages(w: World) -> Made:
    """Ages instead of births, and a column of signatures that says nothing."""
    city = w.city()
    language = w.rng.choice(("en", "it", "de", "da", "el"))
    fields = ("number", "date", "activity", "city", "name", "age", "gender", "community", "signature")
    return _made(w, filled(w, Manner(language, "d.m.y", loose=True), fields, city), "signed")


@shape
def month_first(w: World) -> Made:
    """An American computer: month first, which a day after the twelfth in another row settles."""
    city = w.city()
    return _made(
        w, filled(w, Manner("en", "m/d/y", "m/d/y"), (*WHERE, "name", "email", "birth", "community"), city), "us"
    )


@shape
def serial_days(w: World) -> Made:
    """Dates as the numbers behind them."""
    city = w.city()
    fields = (*WHERE, "name", "email", "birth", "gender", "community")
    register = filled(w, Manner("en", "serial", "serial"), fields, city)
    if w.rng.random() < 0.5:
        return text(w, "export", [register.header(), *register.rows], register.truth)
    return book(w, "export", [Sheet("Data", [register.header(), *register.rows])], register.truth, "xlsx")


@shape
def dates_in_words(w: World) -> Made:
    """Dates with the month as a word, weekdays in front."""
    city = w.city()
    language = w.rng.choice(("en", "it", "de", "da", "el"))
    manner = Manner(language, w.rng.choice(dates.WORDY), "long", loose=True)
    return _made(w, filled(w, manner, (*WHERE, "name", "phone", "birth", "community", "group"), city), "words")


@shape
def dates_with_times(w: World) -> Made:
    """A time behind each date."""
    city = w.city()
    style = w.rng.choice(("time", "iso time", "datetime"))
    register = filled(w, Manner("en", style, "y-m-d"), (*WHERE, "given", "family", "email", "birth", "community"), city)
    rows = [register.header(), *register.rows]
    if style == "datetime":
        return book(w, "times", [Sheet("Register", rows)], register.truth)
    return text(w, "times", rows, register.truth)


@shape
def many_cities(w: World) -> Made:
    """The coordinator's master list: all cities and activities, real date cells."""
    register = Register(
        w,
        Manner("en", "date", "date", loose=True),
        ("number", *WHERE, "name", "email", "birth", "gender", "community", "group", "notes"),
    )
    for city in ("palermo", "graz", "vejle", "athens", "kassel"):
        event = w.event(city)
        for person in w.people(5, city):
            register.add(person, event)
    rows = [register.header(), *register.rows]
    return book(w, "master list", [Sheet("All events", rows)], register.truth)


@shape
def slips(w: World) -> Made:
    """Words with a slip or two where only one word is near."""
    register = Register(w, Manner("en", "y-m-d"), (*WHERE, "name", "email", "gender", "community", "group"))
    slipped = {
        "tunisian": "Tunisan", "muslim": "muslim comunity", "bangladeshi": "Bangladehsi", "senegalese": "Senegalees",
        "pakistani": "Pakisani", "ukrainian": "Ukranian", "bosnian": "Bosnain", "afghan": "Afgan", "syrian": "Syriian",
    }  # fmt: skip
    event = w.event("graz", "skill_transfer_workshop")
    for community, slip in slipped.items():
        for person in w.people(w.rng.randrange(1, 3), "graz", (community,)):
            register.add(
                person,
                event,
                community=slip,
                activity=w.rng.choice(("Skill transfer worksop", "Skil-transfer workshop")),
            )
    fair = w.event("graz", "project_fair")
    for person in w.people(4, "graz"):
        register.add(
            person,
            fair,
            activity="LIASON fair",
            group={"community_member": "Comunity member"}.get(person.group, person.group.replace("_", " ")),
        )
    return _made(w, register, "slips")


@shape
def twice_listed(w: World) -> Made:
    """Some people stand twice in the list of one event; blank lines between the events."""
    register = Register(w, Manner("it", "d/m/y", "d/m/y"), (*WHERE, "name", "email", "birth", "community"))
    for number in range(3):
        event = w.event("palermo", day=w.day(late=number == 0))
        crowd = w.people(7, "palermo")
        for person in [*crowd, *w.rng.sample(crowd, 2)]:
            register.add(person, event)
        register.rows.append([""] * len(register.fields))
    return _made(w, register, "iscritti")


@shape
def own_codes(w: World) -> Made:
    """A database's export: snake case headers and codes instead of words."""
    truth = Truth()
    rows: list[list[object]] = [
        [
            "event_date",
            "city",
            "activity_type",
            "full_name",
            "email_address",
            "birth_date",
            "gender",
            "community",
            "stakeholder_group",
        ]
    ]
    for _ in range(3):
        event = w.event()
        for person in w.people(6, event.city):
            rows.append(
                [
                    event.day.isoformat(),
                    event.city,
                    event.activity,
                    person.name,
                    person.email,
                    person.birth.isoformat(),
                    person.gender,
                    person.community,
                    person.group,
                ]
            )
            truth.saw(person, event, {"name", "email", "birth", "gender", "community", "group"})
    return text(w, "export_2021", rows, truth)  # type: ignore[arg-type]


@shape
def short_years(w: World) -> Made:
    """Days without leading noughts, years of two digits."""
    city = w.rng.choice(("graz", "kassel"))
    fields = (*WHERE, "family", "given", "birth_year", "gender", "community")
    return _made(w, filled(w, Manner("de", "d.m.yy", loose=True), fields, city), "kurz")


@shape
def two_languages(w: World) -> Made:
    """Headers in two languages at once, as in a form for everybody."""
    register = filled(
        w,
        Manner("it", "d/m/y", "d/m/y", loose=True),
        (*WHERE, "given", "family", "email", "birth", "gender", "nationality"),
        "palermo",
    )
    header = [
        "Data / Date",
        "Città / City",
        "Attività / Activity",
        "Nome / First name",
        "Cognome / Surname",
        "E-mail / Email",
        "Data di nascita / Date of birth",
        "Genere / Gender",
        "Nazionalità / Nationality",
    ]
    return anyfile(w, "bilingue", [header, *register.rows], register.truth, "it")  # type: ignore[list-item]


@shape
def nameless(w: World) -> Made:
    """A list without names: each row is a person with community, gender and year of birth."""
    city = w.city()
    register = Register(w, Manner("en", "y-m-d"), ("number", *WHERE, "gender", "birth_year", "community"))
    event = w.event(city)
    for person in w.people(9, city):
        register.add(person, event)
    return _made(w, register, "anonymous")
