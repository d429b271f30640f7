"""Rules about what the values of a column say, alone or against its header."""

from __future__ import annotations

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.attendance import tells_states
from liaison_metrics.sheets.columns.scoring.headers import FEW, HALF, MOSTLY, are_days_of_a_log, are_days_of_sessions
from liaison_metrics.sheets.columns.scoring.rule import SAID, ColumnRule, Condition, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.headers import EVENT, NAMES, PERSONAL, Manner, is_about_others
from liaison_metrics.sheets.words.lists import normal, tools

_NEARLY_ALL = 0.9
_CLEARLY = 0.7
"""From this share of known words on, a column without a known header holds them. Other columns mention a few."""

_MOST_ACTIVITIES = 12
"""A column with more different activities has titles of events, which mention activities."""

_FEW_NAMES = 3
"""So few names may all be of one person."""

_NAMED_EVENTS, _WHOM = ("title", "session", "partner", "project"), ("group", "community", "city")
_DIVIDE = ("community", "gender")


def _are(kind: str, least: float) -> Condition:
    """Whether the values are of a kind, and no numbers, but labels of numbers of nobody; a day may head others."""

    def holds(c: Column, _s: Surroundings) -> bool:
        people = 1 - c.share("of nobody") * (kind in _DIVIDE and c.share(kind) * c.filled > 1)
        return c.share(kind) >= least * people > 0 and c.share("number") < HALF and (c.date is None or bool(c.said))

    return holds


def _are_activities(c: Column, s: Surroundings) -> bool:
    """Whether the values are activities; some may only say "workshop" and its topic."""
    return _are("activity", FEW if c.share("activity") + c.share("lesson") >= _CLEARLY else _CLEARLY)(c, s)


def _are_genders(c: Column, s: Surroundings) -> bool:
    return _are("gender", 1 if c.share("letter") > HALF else MOSTLY)(c, s) and c.share("mark") <= HALF  # "W, K, T": tea


def _are_roles(c: Column, _s: Surroundings) -> bool:
    enough = FEW if c.said == "group" else 1.0 if c.said == "role" else _CLEARLY
    if tells_states(c) or (c.share("group") >= enough and not c.share("staff")):
        return False  # "attended" is a state; students and teachers are groups
    return c.share("role") >= MAJORITY and c.distinct > 1 and not _is_about_job(c.header) and c.date is None


def _are_days(c: Column, _s: Surroundings) -> bool:
    planned = c.share("event date") >= _NEARLY_ALL * c.share("date")
    return c.share("date") >= MOSTLY > c.share("clock") and planned and c.date is None


def _are_births(c: Column, _s: Surroundings) -> bool:
    planned = c.date is not None or c.share("event date") >= _NEARLY_ALL * c.share("date") or c.share("running code")
    return not planned and c.share("date") >= MOSTLY > max(c.share("clock"), c.share("no year"))  # "3/4": three of four


def _are_times_of_sending(c: Column, _s: Surroundings) -> bool:
    unplanned = c.share("clock") >= MOSTLY and (c.share("stamp") >= FEW or c.distinct > 1)
    return c.share("date") >= MOSTLY and unplanned and c.date is None


def _are_emails(c: Column, _s: Surroundings) -> bool:
    others = c.said == "unused" and is_about_others(normal(c.header))
    return c.share("email") >= MAJORITY and not others


def _are_days_of_beginning(c: Column, s: Surroundings) -> bool:
    begins = normal(c.header) in tools("meeting_start") or (c.said == "time" and c.header) or are_days_of_a_log(c, s)
    planned = c.share("stamp") < FEW and (c.share("clock") < MOSTLY or c.distinct == 1)  # a spreadsheet adds seconds
    dated = c.share("date") >= MOSTLY and c.share("event date") >= _NEARLY_ALL * c.share("date") and c.date is None
    return bool(begins) and planned and dated


def _list_days(c: Column, _s: Surroundings) -> bool:
    listed = c.share("days") >= _NEARLY_ALL and bool(c.share("several days"))
    return listed and c.said in ("present", "session", "activity", "title", "") and c.date is None


def _are_activities_attended(c: Column, _s: Surroundings) -> bool:
    return c.said == "present" and c.share("activity") >= _NEARLY_ALL and c.share("presence word") < 0.1


def _name_activities(c: Column, _s: Surroundings) -> bool:
    few = c.distinct < _MOST_ACTIVITIES
    return c.said in _NAMED_EVENTS and c.share("activity") >= _NEARLY_ALL and few


def _are_of_people_under_title(c: Column, s: Surroundings) -> bool:
    """Whether the word for a title is of people: their forms of address, or as what each of them came."""
    if c.said != "title":
        return False
    roles = c.share("role") >= MOSTLY and any(one.said in NAMES for one in s.columns)
    return c.share("gender") >= MOSTLY or (roles and _are_roles(c, s))


def _are_origins(c: Column, _s: Surroundings) -> bool:
    return c.said == "city" and c.share("community") >= MOSTLY and not c.share("city")


def _are_places_of_birth(c: Column, _s: Surroundings) -> bool:
    others = max(c.share(kind) for kind in ("community", "group", "gender", "activity"))
    return c.said == "community" and c.share("city") >= HALF > c.share("community") and c.share("city") > others


def _are_places_elsewhere(c: Column, s: Surroundings) -> bool:
    """Whether a header of several words only mentions a place, in a list of people, and most values are no cities of
    the project: it asks where they are from."""
    people = any(one.said in PERSONAL for one in s.columns)
    mentions = c.said == "city" and c.manner is Manner.PHRASE and c.distinct > 1
    others = max(c.share(kind) for kind in ("community", "group", "activity", "mark"))
    return people and mentions and c.share("city") < HALF and not others


def _are_people_named(c: Column, _s: Surroundings) -> bool:
    others = max(c.share(kind) for kind in ("number", "mark", "rough"))
    differ = 2 * c.distinct >= c.filled or c.filled <= _FEW_NAMES  # "online", "at the desk" is how people registered
    return c.said in ("people", "registered") and c.share("name") >= MOSTLY and others < FEW and differ


def _are_birth_dates(c: Column, _s: Surroundings) -> bool:
    return c.said == "date" and min(c.share("date"), c.share("birth")) >= _NEARLY_ALL


def _are_years_of_life(c: Column, s: Surroundings) -> bool:
    """Whether a header mentions a day, and the values of a list of people are years, also before the project: since
    when each is in a country or a job. A list that says which event each row is of may have the years of these."""
    years = c.share("year") >= _NEARLY_ALL and c.share("earlier year") > 0 and c.distinct > 1
    others = {one.said for one in s.columns if one is not c}
    return years and c.said == "date" and c.manner is not Manner.WORD and bool(others & PERSONAL) and not others & EVENT


def _counts_known_people(c: Column, _s: Surroundings) -> bool:
    counted = bool(c.codes or c.country) and c.share("number") >= MAJORITY
    return counted and c.said in ("unused", "city", "residence", "community")


def _is_about_job(header: str) -> bool:
    """Whether a header asks for the person's post in an organisation of their own, not for a role at the event."""
    return bool(set(normal(header).split()) & tools("own_organisation"))


def _only_few_have_one(c: Column, s: Surroundings) -> bool:
    marked = c.share("presence word") >= MOSTLY
    return marked and not c.header and 2 * c.filled < s.rows


VALUE_RULES = (
    ColumnRule(
        "e-mail addresses", ("email",), W.plain, _are_emails, "the values are e-mail addresses",
        fires=("Zorb: a@x.org, b@x.org", "Name: a@x.org"), silent=("Emergency contact: a@x.org", "Zorb: Graz"),
    ),
    ColumnRule(
        "phone numbers", ("phone",), W.clear + .06, _are("phone", _CLEARLY), "the values are phone numbers",
        fires=("Zorb: +43 660 1234567",), silent=("Zorb: Graz",),
    ),
    ColumnRule(
        "genders", ("gender",), W.clear + .05, _are_genders, "the values are genders",
        fires=("Zorb: female, male",), silent=("Zorb: Graz", "Zorb: 1, 2", "Zorb: W, W, M, M, W, T"),
    ),
    ColumnRule(
        "communities", ("community",), W.clear + .04, _are("community", _CLEARLY), "the values are communities",
        fires=("Zorb: local, syrian",), silent=("Zorb: local, Anna",),
    ),
    ColumnRule(
        "cities", ("city",), W.clear + .03, _are("city", MOSTLY), "the values are the project's cities",
        fires=("Zorb: Graz, Vejle",), silent=("Zorb: Graz, Anna",),
    ),
    ColumnRule(
        "activities", ("activity",), W.clear + .02, _are_activities, "the values are activities",
        fires=("Zorb: Focus group", "Zorb: Focus group, workshop ORTO, workshop Buch"), silent=("Zorb: Graz",),
    ),
    ColumnRule(
        "titles of events", ("activity",), W.fit,
        lambda c, _s: min(c.share("activity"), max(map(c.share, _WHOM))) >= _CLEARLY, "the values name activities",
        fires=("Zorb: Info session for public institutions",), silent=("Zorb: Local authority, Focus group",),
    ),
    ColumnRule(
        "groups", ("group",), W.clear + .01, _are("group", _CLEARLY), "the values are groups",
        fires=("Zorb: Local authority, Migrant association",), silent=("Zorb: Graz",),
    ),
    ColumnRule(
        "roles", ("role",), W.clear, _are_roles, "the values are roles",
        fires=("Zorb: trainer, participant",),
        silent=("Zorb: trainer, trainer", "Role in your association: trainer, participant",
                "You are: resident, resident, teacher", "Member status: attended, registered, no show",
                "Group: local authority, participant, participant"),
    ),
    ColumnRule(
        "a remark about a few", ("notes",), W.clear, _only_few_have_one, "few rows have a value",
        fires=(": present | Name: Anna Beck, Ben Ott, Carl Rau",), silent=("Zorb: present, absent",),
    ),
    ColumnRule(
        "days", ("date",), W.clear - .02, _are_days, "the values are days in the project period",
        fires=("Zorb: 2021-03-03, 2021-03-04",), silent=("Zorb: 1980-03-03",),
    ),
    ColumnRule(
        "dates of birth", ("birth_date",), W.clear - .02, _are_births, "the values are dates before the project",
        fires=("Zorb: 1980-03-03, 1985-03-04",),
        silent=("Zorb: 2021-03-03", "Zorb: 3/4, 2/4, 4/4", "Zorb: 3.2-01, 3.2-02, 3.2-03, 3.2-04"),
    ),
    ColumnRule(
        "times of sending", ("unused",), W.clear - .02, _are_times_of_sending, "the values say when a form was sent",
        fires=("Zorb: 2021-03-03 10:07:12",), silent=("Zorb: 2021-03-03",),
    ),
    ColumnRule(
        "people under a title", ("title",), W.impossible, _are_of_people_under_title, "it is a person's title",
        fires=("Title: female, male", "Title: trainer, participant | Name: Anna Beck, Ben Ott"),
        silent=("Title: Opening", "Title: Opening, Closing | Name: Anna Beck, Ben Ott"),
    ),
    ColumnRule(
        "ways of getting there", ("present", "session", "city", "activity"), W.impossible,
        lambda c, _s: c.share("transport") >= MOSTLY, "the values say how people got there",
        fires=("Came by: bike, on foot, bus", "Ankunft: Fahrrad, Bus, zu Fuß", "Arrivo: a piedi, bici, autobus"),
        silent=("Came: yes, no, yes", "Present: x, bus, x, x, x, x"),
    ),
    ColumnRule(
        "activities that people attended", ("present",), W.impossible, _are_activities_attended,
        "the values are activities",
        fires=("Attended: Focus group, Focus group",), silent=("Attended: yes, no",),
    ),
    ColumnRule(
        "sessions in cities", ("session",), W.impossible,
        lambda c, _s: max(c.share("city") - .3, c.share("date")) >= MAJORITY, "the values are cities or days",
        fires=("Session: Graz, Graz",), silent=("Session: A, B",),
    ),
    ColumnRule(
        "days of sessions", ("date",), W.instead, are_days_of_sessions, "the values are days",
        fires=("Session: 2021-03-03, 2021-03-04, Zorb", "Session: 2.3, 9.3"),
        silent=("Session: A", "Modul: 2.3, 3.1 | Name: Anna Beck, Ben Ott", "Lesson: 1.2 | Name: Ida Bo, Ugo Riva"),
    ),
    ColumnRule(
        "origins", ("city",), W.impossible, _are_origins, "the values are communities",
        fires=("City: Syria, Syria",), silent=("City: Syria, Graz",),
    ),
    ColumnRule(
        "people by name", ("name",), W.instead, _are_people_named, "the values are names",
        fires=("Participants: Anna Beck, Ben Ott", "Invited: Anna Beck, Ben Ott"),
        silent=("Participants: 12, 15", "Participants: twelve, fifteen", "Invited: yes, no",
                "Registered: Online, Desk, Online, Online, Desk | Name: Ida Bo, Ugo Riva, Al Ree, Mo Tan, Bea Ott"),
    ),
    ColumnRule(
        "days on which events begin", ("date",), W.instead, _are_days_of_beginning, "the values are days",
        fires=("Beginn: 2021-03-03 18:00, 2021-03-04 17:30", "Tidspunkt: 2021-03-03 18:00, 2021-03-04 17:30",
               "Booked for: 2021-03-03, 2021-03-04 | Assignment: Focus group, Info session"),
        silent=("Beginn: 18:00, 17:30", "Start: 2021-03-03 10:07, 2021-03-03 10:09",
                "Booked: 2021-03-03, 2021-03-04 | Date: 2021-03-08, 2021-03-09 | Activity: Focus group, Info session"),
    ),
    ColumnRule(
        "lists of days", ("date",), W.instead, _list_days, "the values are lists of days",
        fires=("Sessions attended: 03.03.2021; 04.03.2021",), silent=("Sessions attended: 03.03.2021",),
    ),
    ColumnRule(
        "roles of those who came", ("role",), W.instead,
        lambda c, s: c.said == "unused" and _are_roles(c, s) and c.share("role") >= MOSTLY, "the values are roles",
        fires=("Ticket: trainer, participant",), silent=("Ticket: 12, 13",),
    ),
    ColumnRule(
        "people of a community", (SAID,), W.impossible, _counts_known_people, "the numbers are of people",
        fires=("Locale: 12, 15",), silent=("Zorb: 1, 2",),
    ),
    ColumnRule(
        "dates of birth under a date", ("birth_date",), W.instead + W.fit, _are_birth_dates,
        "the dates lie before the project",
        fires=("Date: 1980-03-03",), silent=("Date: 2021-03-03",),
    ),
    ColumnRule(
        "years of life", ("date",), W.impossible, _are_years_of_life, "the values are years",
        fires=(
            "Since when here: 2019, 2006 | Name: Anna Beck, Ben Ott", "Da quando qui: 2015, 2020 | Nome: Ida B, Al Ree",
            "seit wann hier: 2019, 2006 | Name: Anna Beck, Ben Ott", "Από πότε εδώ: 2019, 2006 | Όνομα: Ida Bo, Al Ree",
            "Siden hvornår: 2019, 2006 | Navn: Anna Beck, Ben Ott",
        ),
        silent=(
            "Date: 2019, 2021 | Name: Anna Beck, Ben Ott", "Since when: 2021, 2020 | Name: Anna Beck, Ben Ott",
            "Since when: 2019, 2021 | People: 12, 15", "On date: 2019, 2021 | Name: Ida Bo, Al Ree | City: Graz, Graz",
        ),
    ),
    ColumnRule(
        "cities of residence", ("city",), W.part + W.better * 2,
        lambda c, _s: c.said == "residence" and c.share("city") >= MAJORITY, "the values are the project's cities",
        fires=("Residence: Graz",), silent=("Residence: Zorb",),
    ),
    ColumnRule(
        "places of birth", ("residence",), W.instead, _are_places_of_birth, "the values are cities",
        fires=("Nationality: Graz, Vejle",), silent=("Nationality: local",),
    ),
    ColumnRule(
        "places of people's lives", ("residence",), W.instead, _are_places_elsewhere, "the values are cities",
        fires=("Where did you go to school?: Herat, Graz, Ankara, Oslo | Name: Anna Beck, Ben Ott, Ida Rau, Ugo Holm",
               "Hvor gik du i skole?: Herat, Vejle, Oslo, Bari | Navn: Anna Beck, Ben Ott, Ida Rau, Ugo Holm"),
        silent=("Where did you come in?: Graz, Graz, Kassel, Oslo | Name: Anna Beck, Ben Ott, Ida Rau, Ugo Holm",
                "City: Herat, Graz, Ankara, Oslo | Name: Anna Beck, Ben Ott, Ida Rau, Ugo Holm",
                "Where did you meet?: Herat, Graz, Ankara, Oslo | People: 4, 5, 6, 7"),
    ),
    ColumnRule(
        "groups under an organisation", ("group",), W.instead,
        lambda c, _s: c.said == "organisation" and c.share("group") >= MOSTLY, "the values are groups",
        fires=("Organisation: Local authority, Migrant association",), silent=("Organisation: Zorb",),
    ),
    ColumnRule(
        "activities under a name of events", ("activity",), W.instead + W.better, _name_activities,
        "the values are activities",
        fires=("Title: Focus group",), silent=("Title: Opening",),
    ),
    ColumnRule(
        "titles that name activities", ("title",), W.instead,
        lambda c, s: c.said != "title" and _name_activities(c, s), "the values are activities",
        fires=("Session: Focus group | Activity: Focus group",), silent=("Session: Opening",),
    ),
)  # fmt: skip
"""Evidence from the values. The order doesn't matter."""
