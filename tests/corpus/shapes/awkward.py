"""Sheets in which something is wrong or open: rows that must be rejected, and what only a person can say."""

from __future__ import annotations

from datetime import date

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Cell, Rows
from tests.corpus.made import Made, anyfile, shape, text
from tests.corpus.register import Manner, Register
from tests.corpus.truth import Truth
from tests.corpus.world import World

FIELDS = ("date", "city", "activity", "name", "email", "community")


def sound(w: World, manner: Manner, fields: tuple[str, ...] = FIELDS, city: str = "", people: int = 9) -> Register:
    """A register without faults: one event, its day after the twelfth."""
    register = Register(w, manner, fields)
    event = w.event(city or w.city(), day=w.day(late=True))
    for person in w.people(people, event.city):
        register.add(person, event)
    return register


def spoil(w: World, register: Register, **cells: Cell) -> None:
    """A row with faulty cells, somewhere among the others; it must be rejected."""
    event = w.event("graz", "info_session", date(2021, 3, 25))
    register.write(w.person("graz"), event, **cells)
    row = register.rows.pop()
    register.rows.insert(w.rng.randrange(2, len(register.rows)), row)
    register.truth.reject()


def _made(w: World, register: Register, stem: str) -> Made:
    return anyfile(w, stem, [register.header(), *register.rows], register.truth, register.manner.language)


@shape
def impossible_days(w: World) -> Made:
    register = sound(w, Manner("de", "d.m.y"))
    for wrong in ("31.02.2021", "30.02.2021", "31.04.2021"):
        spoil(w, register, date=wrong)
    return _made(w, register, "unmöglich")


@shape
def outside_the_period(w: World) -> Made:
    register = sound(w, Manner("en", "y-m-d"))
    for outside in ("2019-11-05", "2023-06-01", "2022-04-03", "2020-02-02"):
        spoil(w, register, date=outside)
    return _made(w, register, "outside")


@shape
def unknown_cities(w: World) -> Made:
    register = sound(w, Manner("en", "y-m-d"))
    for city in ("Helsinki", "Porto"):
        spoil(w, register, city=city)
    register.truth.asked.append({"city"})
    return _made(w, register, "elsewhere")


@shape
def unknown_activities(w: World) -> Made:
    register = sound(w, Manner("it", "d/m/y"))
    spoil(w, register, activity="Torneo di scacchi")
    register.truth.asked.append({"activity"})
    return _made(w, register, "scacchi")


@shape
def words_for_days(w: World) -> Made:
    """What stands in the column of dates is no date."""
    register = sound(w, Manner("en", "y-m-d"))
    for wrong in ("tbc", "2021-13-45"):
        spoil(w, register, date=wrong)
    return _made(w, register, "tbc")


@shape
def unknown_communities(w: World) -> Made:
    """Words that are near to one of the project's and mean another people: no guess."""
    register = sound(w, Manner("en", "y-m-d"))
    event = w.event()
    for strange in w.rng.sample(
        (
            "Algerian",
            "Serbian",
            "Moroccan",
            "Kurdish",
            "Romanian",
            "Iranian",
            "Armenian",
            "Indian",
            "Ghanaian",
            "Russian",
        ),
        3,
    ):
        for person in w.people(2, event.city):
            register.write(person, event, community=strange)
            register.truth.saw(person, event, ("name", "email"))
    register.truth.asked.append({"community"})
    return _made(w, register, "others")


@shape
def unknown_nationalities(w: World) -> Made:
    """Countries next door to the project's."""
    register = Register(w, Manner("it", "d/m/y"), ("date", "city", "activity", "name", "email", "nationality"))
    event = w.event("palermo", day=w.day(late=True))
    for person in w.migrants(7, "palermo"):
        register.add(person, event)
    for strange in w.rng.sample(("Algeria", "Serbia", "Marocco", "India", "Romania", "Ghana", "Perù"), 2):
        person = w.person("palermo")
        register.write(person, event, nationality=strange)
        register.truth.saw(person, event, ("name", "email"))
    register.truth.asked.append({"community", "nationality"})
    return _made(w, register, "paesi")


@shape
def unknown_groups(w: World) -> Made:
    register = sound(w, Manner("en", "y-m-d"), (*FIELDS, "group"))
    event = w.event()
    for person in w.people(2, event.city):
        register.write(person, event, group="Football club")
        register.truth.saw(person, event, FIELDS)
    register.truth.asked.append({"group"})
    return _made(w, register, "club")


@shape
def two_ways_to_read_days(w: World) -> Made:
    """An English sheet whose dates are right both ways: nothing may be counted before somebody says."""
    city = w.rng.choice(("vejle", "athens"))
    register = Register(w, Manner("en", "d/m/y"), FIELDS)
    for month in (3, 5):
        event = w.event(city, day=date(2021, month, w.rng.choice((4, 6, 7, 8))))
        for person in w.people(5, city):
            register.write(person, event)
    register.truth = Truth(not_counted=None, rejected=None, asked=[{"date_order", "date"}])
    return text(w, "either way", [register.header(), *register.rows], register.truth)


@shape
def no_activity_anywhere(w: World) -> Made:
    register = sound(w, Manner("en", "y-m-d"), ("date", "city", "name", "email", "community"))
    register.truth = Truth(not_counted=None, rejected=None, asked=[{"activity"}])
    return _made(w, register, "what")


@shape
def no_city_anywhere(w: World) -> Made:
    register = sound(w, Manner("en", "y-m-d"), ("date", "activity", "name", "email", "community"))
    register.truth = Truth(not_counted=None, rejected=None, asked=[{"city"}])
    return _made(w, register, "where")


@shape
def no_day_anywhere(w: World) -> Made:
    register = sound(w, Manner("en", "y-m-d"), ("city", "activity", "name", "email", "community"))
    register.truth = Truth(not_counted=None, rejected=None, asked=[{"date"}])
    return _made(w, register, "when")


@shape
def bad_day_in_a_matrix(w: World) -> Made:
    """A session outside the period: its marks are rejected, the others count."""
    truth = Truth()
    events = [w.event("graz", "skill_transfer_workshop", day) for day in (date(2022, 3, 17), date(2022, 3, 24))]
    rows: Rows = [["Aktivität", words.ACTIVITIES["skill_transfer_workshop"]["de"][0]], ["Ort", "Graz"], []]
    rows.append(["Name", "E-Mail", *(written(event.day, "d.m.y", "de") for event in events), "14.04.2022"])
    late = 0
    for number, person in enumerate(w.people(6, "graz")):
        came = number % 3 != 1
        late += came
        rows.append([person.name, person.email, "X", "X" if number % 2 else "", "X" if came else ""])
        truth.saw(person, events[0], {"name", "email"})
        if number % 2:
            truth.saw(person, events[1], {"name", "email"})
    truth.rejected = {late, 1}
    return anyfile(w, "zu spät", rows, truth, "de")


@shape
def missing_cells(w: World) -> Made:
    """Cells that people left empty: no address, no birth, no community; they count all the same."""
    register = Register(
        w, Manner("en", "y-m-d", "y-m-d"), ("date", "city", "activity", "name", "email", "birth", "community", "gender")
    )
    event = w.event()
    for person in w.people(12, event.city):
        left = set(w.rng.sample(("email", "birth", "community", "gender"), w.rng.randrange(3)))
        register.write(person, event, **dict.fromkeys(left, ""))
        register.truth.saw(person, event, set(register.fields) - left)
    return _made(w, register, "gaps")


@shape
def not_stated_words(w: World) -> Made:
    """People who would rather not say, in the many ways of not saying."""
    register = Register(w, Manner("en", "y-m-d"), ("date", "city", "activity", "name", "email", "community", "gender"))
    event = w.event()
    for person in w.people(10, event.city):
        if w.rng.random() < 0.4:
            register.write(
                person,
                event,
                community=w.rng.choice(("-", "n/a", "Not stated", "?", "prefer not to say")),
                gender=w.rng.choice(("-", "Prefer not to say", "n/a")),
            )
            register.truth.saw(person, event, ("name", "email"))
        else:
            register.add(person, event)
    return _made(w, register, "rather not")
