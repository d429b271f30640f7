"""Days, places and words that are not what they seem."""

from __future__ import annotations

from datetime import date

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet, text_file
from tests.corpus.made import Made, anyfile, book, shape, text
from tests.corpus.register import Manner, Register, said
from tests.corpus.shapes.registers import WHERE, filled
from tests.corpus.shapes.titled import listed
from tests.corpus.truth import Truth
from tests.corpus.world import World

PEOPLE = ("number", "name", "email", "gender", "community")


@shape
def period_of_the_project(w: World) -> Made:
    """The project's own period stands above; the event's day has its label."""
    event = w.event()
    register = listed(w, event, Manner("en"), PEOPLE, 9)
    activity, place = said(event)
    rows: Rows = [
        ["LIAISON project, 03.02.2020 – 02.04.2022"],
        ["Activity", activity],
        ["Venue", place],
        ["Date", written(event.day, "d.m.y", "en")],
        [],
    ]
    return anyfile(w, "period", [*rows, register.header(), *register.rows], register.truth)


@shape
def day_of_printing(w: World) -> Made:
    """When the list was printed is not when the event was."""
    event = w.event("kassel")
    register = listed(w, event, Manner("de"), PEOPLE, 9)
    activity, place = said(event, "de")
    rows: Rows = [
        ["Anwesenheitsliste", "", "Stand: 01.02.2022"],
        ["Veranstaltung:", activity],
        ["Ort:", place],
        ["Datum:", written(event.day, "d.m.y", "de")],
        [],
    ]
    rows += [register.header(), *register.rows, [], ["Ausgedruckt am 15.02.2022"]]
    return anyfile(w, "gedruckt", rows, register.truth, "de")


@shape
def address_of_the_office(w: World) -> Made:
    """The partner's own address names another city than the event's."""
    event = w.event("graz")
    register = listed(w, event, Manner("en"), PEOPLE, 9)
    activity, place = said(event)
    rows: Rows = [
        ["CESIE, via Roma 94, 90133 Palermo, Italy"],
        ["Activity:", activity],
        ["City:", place],
        ["Date:", written(event.day, "long", "en")],
        [],
    ]
    return anyfile(w, "office", [*rows, register.header(), *register.rows], register.truth)


@shape
def place_and_day_in_one_label(w: World) -> Made:
    event = w.event("palermo")
    register = listed(w, event, Manner("it"), PEOPLE, 9)
    activity, place = said(event, "it")
    rows: Rows = [
        ["Tipologia di attività:", activity],
        ["Luogo e data:", f"{place}, {written(event.day, 'd/m/y', 'it')}"],
        [],
    ]
    return anyfile(w, "luogo e data", [*rows, register.header(), *register.rows], register.truth, "it")


@shape
def sections_of_communities(w: World) -> Made:
    """People under the name of their community, which is no column."""
    event = w.event()
    register = Register(w, Manner("en"), ("number", "name", "email"))
    activity, place = said(event)
    rows: Rows = [
        ["Activity", activity],
        ["City", place],
        ["Date", written(event.day, "d.m.y", "en")],
        [],
        register.header(),
    ]
    for community in ("syrian", "somali", "local"):
        rows.append([words.COMMUNITIES[community]["en"][-1]])
        for person in w.people(4, event.city, (community,)):
            register.write(person, event)
            rows.append(register.rows[-1])
            register.truth.saw(person, event, (*register.fields, "community"))
    return anyfile(w, "by community", rows, register.truth)


@shape
def only_addresses(w: World) -> Made:
    """No names at all, only e-mail addresses, one column."""
    event, truth = w.event(), Truth()
    rows: Rows = [["E-mail"]]
    for person in w.people(9, event.city):
        rows.append([person.email])
        truth.saw(person, event, ("email",))
    return text(w, "mails", rows, truth, "en", activity=event.activity, city=event.city, date=event.day.isoformat())


@shape
def only_names(w: World) -> Made:
    """One column of names under one header."""
    event, truth = w.event("vejle"), Truth()
    rows: Rows = [["Deltagere"]]
    for person in w.people(9, event.city):
        rows.append([person.name])
        truth.saw(person, event, ("name",))
    data = text_file(rows, "utf-8")
    return Made(
        "navne.csv", data, truth, {"activity": event.activity, "city": event.city, "date": event.day.isoformat()}
    )


@shape
def pipes(w: World) -> Made:
    """Bars between the cells, and a line break within a quoted one."""
    register = filled(w, Manner("en", "y-m-d"), (*WHERE, "name", "email", "community", "notes"), w.city())
    register.rows[2][-1] = "came late,\nleft early"
    return Made("bars.csv", text_file([register.header(), *register.rows], "utf-8", "|"), register.truth)


@shape
def city_with_a_slip(w: World) -> Made:
    register = Register(w, Manner("en", "y-m-d"), (*WHERE, "name", "email"))
    for city, slip in (("palermo", "Palemo"), ("athens", "Atehns"), ("kassel", "Kasel"), ("graz", "GRAZ (AT)")):
        event = w.event(city)
        for person in w.people(3, city):
            register.add(person, event, city=slip)
    return anyfile(w, "cities", [register.header(), *register.rows], register.truth)


@shape
def typed_wrong(w: World) -> Made:
    """Years with a digit too few or too many."""
    register = filled(w, Manner("en", "y-m-d"), (*WHERE, "name", "email"), w.city(), 2, 5)
    for wrong in ("20221-03-01", "0000-00-00", "2012-05-14", "1021-05-14"):
        event = w.event()
        register.write(w.person(event.city), event, date=wrong)
        register.truth.reject()
    return anyfile(w, "typed", [register.header(), *register.rows], register.truth)


@shape
def whole_event_too_late(w: World) -> Made:
    """The day in the title is after the project: every row is rejected."""
    event = w.event(day=date(2022, 5, 17))
    register = Register(w, Manner("en"), PEOPLE)
    for person in w.people(6, event.city):
        register.write(person, event)
        register.truth.reject()
    activity, place = said(event)
    rows: Rows = [["Activity", activity], ["City", place], ["Date", "17 May 2022"], []]
    return anyfile(w, "late", [*rows, register.header(), *register.rows], register.truth)


@shape
def impossible_day_in_the_title(w: World) -> Made:
    """31 June: nothing may be counted."""
    register = listed(w, w.event(), Manner("en"), PEOPLE, 6)
    rows: Rows = [["Activity", "Info-session"], ["City", "Graz"], ["Date", "31.06.2021"], []]
    rows += [register.header(), *register.rows]
    truth = Truth(not_counted=None, rejected=None)
    return anyfile(w, "june", rows, truth)


@shape
def counts_that_are_none(w: World) -> Made:
    """A word or a negative number where the people should be."""
    truth, rows = Truth(), Rows([["Date", "City", "Activity", "Community", "Participants"]])
    for cell in (12, "many", 7, -5, 30):
        event = w.event(activity="project_fair")
        activity, place = said(event)
        rows.append([written(event.day, "y-m-d", "en"), place, activity, "Local", cell])
        if isinstance(cell, int) and cell > 0:
            truth.counted(event, cell, community="local")
        else:
            truth.reject()
    return anyfile(w, "many", rows, truth)


@shape
def counts_without_a_day(w: World) -> Made:
    """Numbers of events whose day nobody wrote down: a question, no figures."""
    rows: Rows = [["City", "Activity", "Participants"]]
    for city in ("Graz", "Vejle", "Athens"):
        rows.append([city, "LIAISON fair", w.rng.randrange(10, 90)])
    return anyfile(w, "no day", rows, Truth(not_counted=None, rejected=None, asked=[{"date"}]))


@shape
def mistyped_in_the_title(w: World) -> Made:
    """Slips in the labels and the words above the table."""
    event = w.event("graz", "skill_transfer_workshop")
    register = listed(w, event, Manner("en"), PEOPLE, 8)
    rows: Rows = [
        ["Activty:", "Skill transfer worksop"],
        ["Citty:", "Graz"],
        ["Datte:", written(event.day, "long", "en")],
        [],
    ]
    return anyfile(w, "slips above", [*rows, register.header(), *register.rows], register.truth)


@shape
def moved_headers(w: World) -> Made:
    """Headers with a slip, in capitals, with dots, stars and numbers."""
    register = filled(
        w, Manner("en", "y-m-d", "y-m-d"), (*WHERE, "name", "email", "birth", "gender", "community"), w.city()
    )
    top = ["DATE:", "city *", "Actvity", "Full nmae", "e-mial", "Date of brith", "Gendre", "Comunity (see list)"]
    return anyfile(w, "slips in headers", [[*top], *register.rows], register.truth)


@shape
def formulas_below(w: World) -> Made:
    """Totals as formulas that no program has worked out yet."""
    event = w.event()
    register = listed(w, event, Manner("en"), PEOPLE, 8)
    activity, place = said(event)
    rows: Rows = [["Activity", activity], ["City", place], ["Date", event.day], [], register.header(), *register.rows]
    rows.append(["Total", "=COUNTA(B6:B13)"])
    return book(w, "formulas", [Sheet("List", rows)], register.truth, "xlsx")
