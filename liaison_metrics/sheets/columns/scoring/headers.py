"""Rules about what a column's header says, and whether its values fit that."""

from __future__ import annotations

import re

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.rule import SAID, ColumnRule, Condition, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, Manner, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, topics, values, words_of_events

MOSTLY = 0.8
"""If so many values are of one kind, the others are exceptions."""

HALF = 0.5

FEW = 0.2
"""Fewer values of a kind may be there by chance."""

SEVERAL = 3
"""Fewer values show no habit."""
_OF_KIND = ("community", "group", "activity")
"""Meanings whose values are words of the project."""

_SHAPED = {
    "phone": ("phone",), "gender": ("gender", "number"), "email": ("email",), "role": ("role",),
    **dict.fromkeys(NAMES, ("name",)), "birth_date": ("date", "number"),
    "present": ("mark", "presence word", "clock", "stamp", "time", "number"),
}  # fmt: skip
"""Meanings whose values look alike in all sheets, and the kinds of values that they have."""

_PARTS = re.compile(r"[/|\n(),–]")
"""Between the parts of a header."""

_REPEATED = 2
"""Words of groups come so many times on average. Few given names do."""

_ANSWERED = (*NAMES, "title", "city", "people")
"""Meanings whose values are never yes and no."""
_FIXED = ("email", "phone", "community", "group", "gender", "city", "activity", "role")
"""Meanings that are kinds of values too."""


def _manner(manner: Manner) -> Condition:
    return lambda c, _s: bool(c.said) and c.manner is manner


def _are_other_things(c: Column, _s: Surroundings) -> bool:
    return c.said in _OF_KIND and c.filled > 0 and c.share(c.said) < HALF


def _have_other_shape(c: Column, _s: Surroundings) -> bool:
    kinds = _SHAPED.get(c.said, ())
    return bool(kinds) and c.filled >= SEVERAL and all(c.share(kind) < FEW for kind in kinds)


def are_days_of_a_log(c: Column, s: Surroundings) -> bool:
    """Returns whether a column under a word for registrations ("Booked for") has the only days of a log of events."""
    others = [one for one in s.columns if one is not c]
    alone = c.said == "registered" and not any(one.said in NAMES or one.share("date") >= FEW for one in others)
    return alone and any(one.share("activity") >= MOSTLY for one in others)


def _are_dated_events(c: Column, _s: Surroundings) -> bool:
    """Whether a header mentions an event, and each value has a day and more ("7 October, Red Room")."""
    named = c.said == "" and c.date is None and c.share("dated") >= MOSTLY > c.share("date")
    return named and not words_of_events().isdisjoint(normal(c.header).split())


def are_days_of_sessions(c: Column, s: Surroundings) -> bool:
    """Returns whether days stand under a header for sessions. In a list of people, 2.3 is a module."""
    modules = c.share("part of course") >= MAJORITY and any(one.said in PERSONAL for one in s.columns)
    return c.said == "session" and c.share("date") >= MAJORITY and not modules


def names_participants(header: str) -> bool:
    """Returns whether a header has two words for people, one of them for participants ("Player / parent")."""
    parts = [normal(part) for part in header.split("/")]
    return len(parts) > 1 and not values("participant").isdisjoint(parts)


def _repeat(c: Column, _s: Surroundings) -> bool:
    return c.said in NAMES and c.filled > SEVERAL and c.distinct * SEVERAL <= c.filled


def _number_nationalities(c: Column, s: Surroundings) -> bool:
    numbers = [one.said for one in s.columns if one.share("number") >= MAJORITY]
    return c.share("number") >= MAJORITY and "people" in numbers and any(one.said == "date" for one in s.columns)


def _are_on_shift(c: Column, s: Surroundings) -> bool:
    """Whether a header names a shift, beside numbers of people: the names are of those who counted them."""
    on_shift = any(topics().get(word) == "roster" for word in normal(c.header).split())
    return on_shift and any(one.said == "people" and one.share("number") >= MAJORITY for one in s.columns)


def _say_yes_or_no(c: Column, _s: Surroundings) -> bool:
    counts = c.said == "people" and c.share("number") >= FEW
    return c.said in _ANSWERED and c.share("mark") >= MOSTLY and not (counts or c.date)


def _are_posts_elsewhere(c: Column, _s: Surroundings) -> bool:
    """Whether a header asks for the post in an organisation of the person's own."""
    words, posts = set(normal(c.header).split()), tools("capacity") | tools("office")
    return c.said in ("role", "group") and bool(words & posts and words & tools("own_organisation"))


def _are_organisations(c: Column, _s: Surroundings) -> bool:
    if c.said != "group" or not c.filled or c.share("group"):
        return False
    return normal(c.header) in tools("capacity") or (c.distinct > HALF * c.filled and c.filled > SEVERAL)


def _are_no_dates(c: Column, _s: Surroundings) -> bool:
    dated = c.share("date") >= 0.3 or c.share("number") >= MAJORITY or c.share("dated") >= HALF
    if c.said == "date" and c.manner is Manner.PHRASE and c.share("small") >= HALF:
        return True  # "dates kg"
    return c.said == "date" and c.filled > 0 and not dated


def _are_school_forms(c: Column, _s: Surroundings) -> bool:
    if c.said in ("birth_year", "birth_date") and c.share("ordinal") >= 0.9:
        return True  # "II", "3°": years of a course
    known = c.said == "birth_year" or (c.said == "birth_date" and c.share("number") >= 0.9)
    return c.share("small") >= 0.9 and known


def _stands_under_day(c: Column, _s: Surroundings) -> bool:
    counted = c.share("mark") >= MAJORITY or c.share("number") >= MAJORITY
    return c.date is not None and (counted or not c.filled) and c.said != "signature"


def _are_communities_too(c: Column, _s: Surroundings) -> bool:
    """Whether a header names organisations and communities, and some values are communities."""
    parts = {meaning_of(part.strip()) for part in _PARTS.split(c.header)}
    return c.said == "organisation" and "community" in parts and c.share("community") > FEW


def _are_topics_too(c: Column, _s: Surroundings) -> bool:
    """Whether a header names topics and places of events, and few values name a city."""
    parts = {meaning_of(part.strip()) for part in _PARTS.split(c.header)}
    return c.said == "city" and "title" in parts and c.filled > 0 and c.share("city") < HALF


def holds_classes(c: Column) -> bool:
    """Returns whether the values under a header are classes, or under one for the class of somebody's child, words that
    come again and again as those for its groups do."""
    if c.share("class") >= MAJORITY:
        return True
    repeats = _REPEATED * c.distinct <= c.filled and not c.share("full names")
    return c.said in NAMES and repeats and _may_be_class(c)


def _may_be_class(c: Column) -> bool:
    """Whether a header for a group, or for somebody's child, may be that of classes."""
    return c.said == "group" or (c.said in NAMES and bool(tools("school_class") & set(normal(c.header).split())))


HEADER_RULES = (
    ColumnRule(
        "layout", (SAID,), W.layout, lambda c, _s: bool(c.said) and c.manner is None, "the layout says it",
        fires=("=notes: Zorb",), silent=("Name: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "header word", (SAID,), W.word, _manner(Manner.WORD), "the header says it",
        fires=("Name: Anna Beck, Ben Ott", "Gemeinschaft:"),
        silent=("Zorb: Anna Beck", "Date of the fair: 2021-03-03"),
    ),
    ColumnRule(
        "part of the header", (SAID,), W.part, _manner(Manner.PART), "a part of the header says it",
        fires=("Name / Nome: Anna Beck", "Notes / Note: late"), silent=("Name: Anna Beck",),
    ),
    ColumnRule(
        "first word of the header", (SAID,), W.part, _manner(Manner.FIRST), "the header's first word says it",
        fires=("Date of the focus group: 2021-03-03", "City of the focus group: Zorb"), silent=("Name: Anna Beck",),
    ),
    ColumnRule(
        "typo in the header", (SAID,), W.part, _manner(Manner.TYPO), "the header nearly says it",
        fires=("Comunity: local", "Comunity: Zorb"), silent=("Community: local",),
    ),
    ColumnRule(
        "phrase in the header", (SAID,), W.phrase, _manner(Manner.PHRASE), "the header mentions it",
        fires=("Please tell us your full name: Anna Beck", "Please tell us your full name:"),
        silent=("Full name: Anna Beck",),
    ),
    ColumnRule(
        "typos in the header", (SAID,), W.typos, _manner(Manner.TYPOS), "the header nearly says it",
        fires=("Natoinalitty: local", "Natoinalitty:"), silent=("Nationality: local",),
    ),
    ColumnRule(
        "values fit", (SAID,), W.fit, lambda c, _s: c.said in _FIXED and c.filled > 0, "the values fit",
        fires=("Community: local, syrian", "City: Zorb, Gorb | Location: Graz, Zorb"),
        silent=("Community:", "Zorb: Graz"), of=SAID,
    ),
    ColumnRule(
        "dates fit", (SAID,), W.fit, lambda c, _s: c.said in ("date", "birth_date"), "the values fit",
        fires=("Date: 3.3.2021, tba | Datum: 3.3.2021, 4.3.2021, 5.3.2021, tba",), silent=("Zorb: 2021-03-03",),
        of="date",
    ),
    ColumnRule(
        "names fit", (SAID,), W.fit, lambda c, _s: c.said in NAMES, "the values fit",
        fires=("Name: Anna Beck, A-1, A-2 | Full name: Anna Beck, Ben Ott, Carl Rau",), silent=("Zorb: Anna Beck",),
        of="name",
    ),
    ColumnRule(
        "nothing stands under it", (SAID,), -W.better, lambda c, _s: not c.filled, "it has no values",
        fires=("Date: | Datum: 44258",), silent=("Date: 2021-03-03",),
    ),
    ColumnRule(
        "other words", (SAID,), W.doubtful, _are_other_things, "few values fit",
        fires=("Community: Anna, Ben, Carl", "Group: male, female"),
        silent=("Community: local, Zorb", "City: Zorb, Gorb"),
    ),
    ColumnRule(
        "another shape", (SAID,), W.doubtful, _have_other_shape, "few values fit",
        fires=("Phone: Graz, Graz, Vejle",), silent=("Phone: 0660 1234567, -, -", "Gender: 1, 2, 1"),
    ),
    ColumnRule(
        "letters of presence", ("present",), W.word,
        lambda c, _s: c.said == "present" and c.manner is Manner.WORD and c.share("gender") >= MOSTLY > c.share("mark"),
        "the letters may say who came",
        fires=("Mødt: M, F, M, M",), silent=("Gender: M, F, M, M", "Present: x, x, -"),
    ),
    ColumnRule(
        "numbers under a typo", ("session",), W.impossible,
        lambda c, _s: c.manner is Manner.TYPOS and c.share("number") >= MOSTLY and c.date is None,
        "the values are numbers",
        fires=("Lektoinenn: 1, 0, 3",), silent=("Lektoinenn: x, x", "Lektionen: 1, 0, 1"),
    ),
    ColumnRule(
        "yes or no", (SAID,), W.impossible, _say_yes_or_no, "the values say yes or no",
        fires=("Show my name on the list: yes, no, yes", "Number of people: x, x"),
        silent=("Name: Anna Beck, yes", "Present: yes, no"),
    ),
    ColumnRule(
        "yes or no about it", ("unused",), W.aside, _say_yes_or_no, "the values say yes or no",
        fires=("Show my name on the list: yes, no, yes",), silent=("Name: Anna Beck",),
    ),
    ColumnRule(
        "numbers are no names", NAMES, W.impossible, lambda c, _s: c.share("number") >= MAJORITY,
        "the values are numbers",
        fires=("Names: 3, 5, 2",), silent=("Name: Anna Beck, 5",),
    ),
    ColumnRule(
        "numbers of nationalities", ("community",), W.impossible, _number_nationalities, "the values are numbers",
        fires=("Nationalities: 3, 5 | Date: 2021-05-17, 2021-05-18 | People: 12, 15",), silent=("Nationality: 3",),
    ),
    ColumnRule(
        "roles are no names", NAMES, W.impossible,
        lambda c, _s: c.manner is Manner.PHRASE and c.share("role") >= MOSTLY, "the values are roles",
        fires=("Delegate type: participant, trainer, participant",), silent=("Delegate: participant, trainer",),
    ),
    ColumnRule(
        "those on shift", NAMES, W.impossible, _are_on_shift, "another column says who came",
        fires=("Volunteer name, shift: Ida, Ugo, Eva | Visitors: 12, 15, 9",),
        silent=("Volunteer name, shift: Ida, Ugo, Eva", "Name: Ida, Ugo, Eva | Visitors: 12, 15, 9"),
    ),
    ColumnRule(
        "the same names", NAMES, W.doubtful, _repeat, "the same few names repeat",
        fires=(
            "Contact name: Ugo Berg, Ugo Berg, Ugo Berg, Ugo Berg | Who took part: Anna Beck, Ben Ott, Carl Rau",
        ),
        silent=("Name: Anna Beck, Ben Ott, Carl Rau, Anna Beck",),
    ),
    ColumnRule(
        "numbers under a name", ("unused",), W.aside, lambda c, _s: c.said in NAMES and c.share("number") >= MAJORITY,
        "the values are numbers",
        fires=("Names: 3, 5, 2",), silent=("Number: 3, 5, 2",),
    ),
    ColumnRule(
        "no dates", (SAID,), W.impossible, _are_no_dates, "no value is a date",
        fires=("Date: Anna, Ben", "Dates kg: 1, 2, 1"), silent=("Date: 3.3.2021, tba", "Date:", "Datum: 44258"),
    ),
    ColumnRule(
        "school forms", (SAID,), W.impossible, _are_school_forms, "the numbers are too small",
        fires=("Year of birth: 5, 7, 6", "Anno: II, I, III", "Anno: 2°, 1°"),
        silent=("Year of birth: 1990, 1985", "Anno: 1990, II"),
    ),
    ColumnRule(
        "names of organisations", ("group",), W.impossible, _are_organisations, "the values name organisations",
        fires=("Group: Zorb, Gorb, Dorb, Worb",), silent=("Group: Zorb, Zorb, Zorb, Zorb",),
    ),
    ColumnRule(
        "posts elsewhere", ("role", "group"), W.impossible, _are_posts_elsewhere, "it is a post in an organisation",
        fires=("Ιδιότητα στον σύλλογο: Πρόεδρος, Γραμματέας",), silent=("Role: chair, treasurer", "Group: School"),
    ),
    ColumnRule(
        "classes in a school", ("group", *NAMES), W.impossible,
        lambda c, _s: _may_be_class(c) and holds_classes(c), "the values are classes",
        fires=("Group: 3a, 4b", "Child in class: 3a, 4b", "Barn i klasse: Bier, Mus, Mus, Bier, Mus, Bier"),
        silent=("Group: Zorb, Gorb", "Name: A1, A2", "Child (class): Lea, Tom, Ida, Lea"),
    ),
    ColumnRule(
        "ages under a group", ("age",), W.instead,
        lambda c, _s: c.said == "group" and c.share("ages") >= MAJORITY, "the values are ages",
        fires=("Group: under 20, 20-30",), silent=("Group: School, under 20", "Zorb: under 20, 20-30"),
    ),
    ColumnRule(
        "communities or organisations", ("community",), W.instead, _are_communities_too, "some values are communities",
        fires=("Community / association: syrian, Caritas",),
        silent=("Community / association: Zorb, Caritas", "Association: syrian, Caritas"),
    ),
    ColumnRule(
        "topics or places", ("title",), W.instead, _are_topics_too, "few values fit",
        fires=("Topic / place: Zorb, Gorb, Graz town hall", "Thema / Ort: Zorb, Gorb"),
        silent=("Topic / place: Graz, Vejle", "Place: Zorb, Gorb"),
    ),
    ColumnRule(
        "events with their days", ("title",), W.clear, _are_dated_events, "the values are days",
        fires=("Which meeting?: 3 March 2021 Room A, 10 March 2021 Room B",),
        silent=("Zorb: 3 March 2021 Room A, 10 March 2021 Room B", "Which meeting?: Room A, Room B"),
    ),
    ColumnRule(
        "under a day", (SAID,), W.impossible, _stands_under_day, "the marks are for a day",
        fires=("Attendance 3.3.2021: x, x",), silent=("Attendance: x, x", "Signature 3.3.2021: x"),
    ),
)  # fmt: skip
"""Evidence from the header, and for and against it from the values. The order doesn't matter."""
