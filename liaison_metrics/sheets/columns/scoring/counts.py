"""Rules about tables of numbers of people: which column counts them, and which says how they are divided."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.header_parts import names_only_people, without_count
from liaison_metrics.sheets.columns.scoring.attendance import counts_actual_people, counts_by_the_hour, counts_nobody
from liaison_metrics.sheets.columns.scoring.headers import holds_classes
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.value_shares import MAJORITY, tells_kinds
from liaison_metrics.sheets.words.headers import (
    EVENT,
    NAMES,
    PERSONAL,
    counts_adults,
    includes_oneself,
    is_of_companions,
)
from liaison_metrics.sheets.words.lists import is_planned, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.presence import counts_who_came, names_people

DESCRIBED = frozenset(("community", "gender", "group", "birth_date", "birth_year", "age", "role"))
"""Meanings of columns that describe a person."""

_OF_ONE_PERSON = DESCRIBED - {"community", "group"} | {"present", "signature"}
"""Meanings of columns that say something of a single person. Numbers of people are divided by the others too."""

_NO_GUESTS = frozenset(("instructor", "number", "date", "time"))
"""What numbers beside those of guests may be about."""

_OF_ROWS = frozenset(("date", "time", "activity"))
"""Meanings of columns that tell apart the events, or the hours of one, at which people were counted."""

_FEWEST_FAMILIES = 2
"""A single row shows no habit."""

_SOME = 0.3
"""From this share of known communities on, the words beside numbers divide the people."""

_SEVERAL_ROWS = 5
"""So many numbers in order before all else are those of the rows: numbers of people are hardly ever in order."""

_MANY_ROWS = 8
"""So many numbers in order are those of the rows, also under a word for people."""


def has_counts(columns: Sequence[Column]) -> bool:
    """Returns whether a table has numbers of people."""
    return any(
        c.meaning in ("people", "total") or ((c.codes or c.date) and c.share("number") >= MAJORITY)
        for c in columns
        if c.meaning not in DESCRIBED
    )


def _divides_counts(c: Column, s: Surroundings) -> bool:
    """Whether a table of counts has no communities but a column in which some words are known."""
    known = c.meaning or c.codes or c.share("community") < _SOME
    if known or any(one.meaning in PERSONAL | {"community"} for one in s.columns):
        return False
    return not any(one.is_of_community for one in s.columns) and any(
        one.share("number") >= MAJORITY for one in s.columns
    )


def _are_only_numbers(c: Column, s: Surroundings) -> bool:
    """Whether a column "N" has the only numbers beside communities or genders, perhaps of several events, and no names
    under any header."""
    others = {one.meaning for one in s.columns if one.meaning} - EVENT - {"number"}
    numbers = c.meaning == "number" and c.filled > 1 and not c.share("row number")
    return (
        numbers
        and bool(others)
        and others <= {"community", "gender", "group"}
        and not any(one.codes or (one.meaning != "community" and one.share("full names")) for one in s.columns)
    )


def _counts_participants(c: Column, s: Surroundings) -> bool:
    """Whether numbers stand under a word for participants ("Teilnehmer") or for delegates who weren't only registered,
    and nothing describes or names each of them: they are so many people, not the numbers that people have."""
    if c.said not in NAMES or c.share("row number") or max(c.share("number"), c.share("rough")) < MAJORITY:
        return False
    others = {one.meaning for one in s.columns if one is not c and one.filled}
    words = set(normal(c.header).split())
    sent = words & tools("delegates") and not (words & tools("registered") or is_planned(c.header))
    return bool(words & people_words("people") or sent) and not others & (PERSONAL | _OF_ONE_PERSON)


def _counts_only_guests(c: Column, s: Surroundings) -> bool:
    """Whether a table counts guests, and beside them nobody but the team, and names nobody: all who came are guests.
    What they cost counts nobody."""
    guests = additional_code(c.header) == "guests" and normal(without_count(c.header)) in values("participant")
    numeric = max(c.share("number"), c.share("rough")) >= MAJORITY and not c.share("row number")
    if not (numeric and (guests or counts_by_the_hour(c, s))):
        return False
    others = [one for one in s.columns if one is not c and one.filled]
    numbers = (one for one in others if one.share("number") >= MAJORITY)
    alone = all((one.said in _NO_GUESTS or counts_nobody(one)) and not (one.codes or one.date) for one in numbers)
    return alone and not {one.meaning for one in others if not tells_kinds(one)} & (PERSONAL | _OF_ONE_PERSON)


def _counts_only_these(c: Column, s: Surroundings) -> bool:
    """Whether the only numbers of people in a table stand under a plain word for people ("Antal børn"), each beside a
    day, an activity or an hour, and nobody is named: all who were counted are of this kind."""
    numeric = max(c.share("number"), c.share("rough")) >= MAJORITY and not c.share("row number")
    if c.said in NAMES or not (numeric and names_only_people(c.header)):
        return False
    others = [one for one in s.columns if one is not c and one.filled]
    meanings = {one.meaning for one in others}
    numbers = [one for one in others if one.share("number") >= MAJORITY and one.meaning not in _OF_ROWS]
    return bool(meanings & _OF_ROWS) and not numbers and not meanings & (PERSONAL | _OF_ONE_PERSON)


def _counts_who_came(c: Column, s: Surroundings) -> bool:
    """Whether the only numbers of those who came stand in a table that names nobody, whatever was counted beside them
    (who registered, badges that were printed)."""
    others = {one.meaning for one in s.columns if one is not c and one.filled and not names_kinds(one, s)}
    came = [one for one in s.columns if _holds_those_who_came(one) or counts_actual_people(one, s)]
    return len(came) == 1 and came[0] is c and not others & (PERSONAL | _OF_ONE_PERSON - {"present"})


def _holds_those_who_came(c: Column) -> bool:
    numbers = max(c.share("number"), c.share("rough")) >= MAJORITY and not c.share("row number")
    several = c.share("number") == 1 and c.distinct > 1 and any(map(names_people, normal(c.header).split()))
    marks = c.share("mark") >= MAJORITY and not several  # "Interviewees present": 1, 1, 2, 1
    return numbers and not (marks or c.codes.keys() - {VocabularyKind.ACTIVITY} or c.date) and counts_who_came(c.header)


def names_kinds(c: Column, s: Surroundings) -> bool:
    """Returns whether a column says of which people the numbers beside it are ("Delegates by sector")."""
    first, *rest = normal(c.header).split()[:2] or [""]
    by = bool(rest) and rest[0] in tools("divided_by") and names_people(first)
    return by and any(_holds_those_who_came(one) for one in s.columns)


def _names_families(c: Column, s: Surroundings) -> bool:
    """Whether the contact persons of a table are those of families, of whom it says how many came: nobody else is
    named, the table is about one event, and they have a community, are of a family, were there themselves or are among
    those counted."""
    if c.said != "instructor" or not c.share("full names") or c.filled < _FEWEST_FAMILIES:
        return False
    others = {one.meaning for one in s.columns if one is not c and one.filled}
    numbers = [one for one in s.columns if one is not c and _may_count(one)]
    classes = any(one.partial and _holds_those_who_came(one) for one in s.columns)  # "of whom here"
    if not numbers or others & {*NAMES, *EVENT} or classes:
        return False
    among_them = any(includes_oneself(normal(one.header)) and one.share("number") >= MAJORITY for one in numbers)
    described = bool(others & {"community", "present"}) and (not others & PERSONAL or "present" in others)
    return among_them or described or bool(_is_of_family(c) and others & PERSONAL)


def _is_of_family(c: Column) -> bool:
    return not tools("households").isdisjoint(normal(c.header).split())


def _are_parents_alone(c: Column, s: Surroundings) -> bool:
    """Whether the only full names of a table are those of parents, as at an evening for them."""
    if c.said != "unused" or not _is_of_family(c) or c.share("full names") < MAJORITY or c.filled < _FEWEST_FAMILIES:
        return False
    others = (one for one in s.columns if one is not c and not holds_classes(one))
    return not any(one.said in NAMES or one.share("full names") >= MAJORITY for one in others)


def _may_count(c: Column) -> bool:
    form = normal(c.header)
    return is_of_companions(form) or includes_oneself(form) or counts_adults(form) or c.meaning in ("people", "total")


def _includes_contact(c: Column, _s: Surroundings) -> bool:
    numeric = max(c.share("number"), c.share("rough")) >= MAJORITY
    return c.said == "instructor" and numeric and includes_oneself(normal(c.header))


def _count_who_joined(c: Column, s: Surroundings) -> bool:
    """Whether numbers, and no times, stand under a word for joining in a table that lists nobody."""
    listed = any(one.said in PERSONAL for one in s.columns)
    return c.said == "joined" and c.share("number") >= MAJORITY and not (listed or c.share("time") or c.share("clock"))


def _are_row_numbers(c: Column, s: Surroundings) -> bool:
    of_people = c.said == "people" and c.filled >= (_SEVERAL_ROWS if _leads(c, s) else _MANY_ROWS)
    return bool(c.share("row number")) and (c.said in ("", "activity", "session") or of_people)


def _leads(c: Column, s: Surroundings) -> bool:
    """Whether a column is the first, filled in each row or beside names, and no row has a day of its own."""
    filled = [one for one in s.columns if one.filled]
    dated = any(one.share("date") >= MAJORITY and one.distinct == one.filled for one in filled)
    whole = any(one.said in NAMES for one in filled) or all(c.filled >= one.filled for one in filled)
    return whole and not dated and all(c.at <= one.at for one in filled)


def _may_be_row_numbers(c: Column, s: Surroundings) -> bool:
    few = c.said == "people" and c.filled < _SEVERAL_ROWS
    return bool(c.share("row number")) and few and _leads(c, s)


ROW_NUMBER_RULES = (
    ColumnRule(
        "row numbers", ("number",), W.instead, _are_row_numbers, "the values number the rows",
        fires=(
            "Zorb: 1, 2, 3, 4", "Visitor: 1, 2, 3, 4, 5", "Visitor: 1, 2, 3, 4, 5, 6, 7, 8, 9",
        ),
        silent=("Zorb: 2, 3, 4", "People: 1, 2, 3, 4"),
    ),
    ColumnRule(
        "few numbers of rows or people", ("number",), W.word + W.better / 2, _may_be_row_numbers,
        "the values number the rows",
        fires=("Visitor: 1, 2, 3, 4 | Community: local, syrian, local, afghan",),
        silent=("People: 1, 3, 2", "Community: local, syrian, afghan | People: 1, 2, 3"),
    ),
)  # fmt: skip
"""Evidence that numbers are those of the rows, and no numbers of people. The order doesn't matter."""

COUNT_RULES = (
    ColumnRule(
        "words beside counts", ("community",), W.aside, _divides_counts, "some values are communities",
        fires=("Zorb: Syrian, Afghan, Gorb | Zahl: 3, 5, 2",),
        silent=("Zorb: Syrian, Afghan, Gorb | Name: Anna Beck, Ben Ott, Carl Rau",),
    ),
    ColumnRule(
        "only numbers", ("people",), W.instead + W.fit, _are_only_numbers, "they are the only numbers",
        fires=(
            "N: 12, 15 | Community: local, syrian",
            "N.: 12, 15 | Data: 2021-03-03, 2021-03-03 | Città: Palermo, Palermo | Comunità: locale, siriana",
        ),
        silent=("N: 1, 2, 3 | Community: local, syrian, afghan", "N: 7, 9 | Name: Anna Beck, Ben Ott | Gender: f, m"),
    ),
    ColumnRule(
        "numbers of participants", ("people",), W.instead, _counts_participants, "the values are numbers of people",
        fires=(
            "Teilnehmer: 12, about 30, 9 | Datum: 2021-03-03, 2021-03-04, 2021-03-05",
            "Delegates admitted: 4, 5, 3 | Organisation: Zorb, Gorb, Morb",
        ),
        silent=(
            "Delegati iscritti: 4, 5, 3 | Ente: Zorb, Gorb, Morb", "Teilnehmer: 1, 2, 3 | Datum: 2021-03-03",
            "Teilnehmer: 12, 17 | Geschlecht: female, male",
        ),
    ),
    ColumnRule(
        "numbers who joined", ("people",), W.instead, _count_who_joined, "the values are numbers of people",
        fires=("Deltog: 13, 8, 35 | Dato: 2021-03-03, 2021-03-04, 2021-03-05", "Joined: 12, 15 | City: Graz, Graz"),
        silent=("Joined: 10:05, 10:07", "Joined: 12, 15 | Name: Anna Beck, Ben Ott"),
    ),
    ColumnRule(
        "numbers of guests", ("people",), W.plain, _counts_only_guests, "nobody else was counted",
        fires=(
            "Gäste: 8, 12, 9 | Datum: 2021-03-03, 2021-03-04, 2021-03-05 | Gastgeber: 1, 2, 1",
            "Antal gæster: 22, 14 | Dag: 2021-03-03, 2021-03-04 | Udgift kr.: 3800, 0",
            "Gæster: 30, 50, 8 | Alder: 0-17, 18-60, 61-99", "Gæster: 30, 50 | Køn: kvinde, mand",
            "Gezählt: 22, 14, 9 | Uhrzeit: 10-11, 11-12, 12-13 | Flyer: 9, 3, 4 | Personal: 2, 1, 2",
        ),
        silent=(
            "Gäste: 1, 2, 1 | Name: Anna Beck, Ben Ott, Carl Rau", "Gäste: 8, 12 | Mitglieder: 20, 22",
            "Anzahl Gäste: 8, 12 | Zorb: 20, 22", "Gæster: 1, 2, 1 | Alder: 34, 41, 34",
        ),
    ),
    ColumnRule(
        "only numbers of people", ("people",), W.plain, _counts_only_these, "nobody else was counted",
        fires=(
            "Antal børn: 16, 22, 9 | Dato: 2021-03-03, 2021-03-04, 2021-03-05", "Neue Gäste: 21, 34 | Uhrzeit: 10, 12",
            "Nye gæster ind ad døren: 14, 33, 41 | Klokken: 10-11, 11-12, 12-13",
            "Αριθμός παιδιών: 16, 22 | Ημερομηνία: 2021-03-03, 2021-03-04 | Σχόλια: βροχή, ήλιος",
        ),
        silent=(
            "Antal børn: 2, 1 | Navn: Anna Beck, Ben Ott",
            "Kinder: 12, 9 | Begleitung: 3, 4 | Tag: 2021-03-03, 2021-03-04",
            "Kinder: 2, 1, 2 | Straße: Hauptplatz, Ring, Lend", "Kinderwagen: 12, 9 | Datum: 2021-03-03, 2021-03-04",
        ),
    ),
    ColumnRule(
        "numbers of those who came", ("people",), W.instead, _counts_who_came, "the values are numbers of people",
        fires=(
            "Παιδιά που ήρθαν: 20, 18, 13 | Ημερομηνία: 2021-03-03, 2021-03-04, 2021-03-05",
            "Actually attended: 13, 14, 8 | Registered: 15, 14, 9", "Badge ritirati: 22, 31, 17 | Badge: 27, 34, 17",
            "Heraf til stede: 21, 23, 22 | Elever i klassen: 24, 23, 26", "Gäste Eingang: 61, 95 | Uhrzeit: 10, 12",
            "Present: about 30, 25, 12",
            "Actual: 13, 9 | Planned: 12, 11 | Date: 2021-03-03, 2021-03-04 | Activity: Focus group, School lab",
        ),
        silent=(
            "Came by bus: 3, 5, 2 | Participants: 12, 15, 9", "Bambini presenti: 2, 1, 2 | Nome: Anna Beck, Ben Ott",
            "Kinder anwesend: 12, 9 | Eltern anwesend: 3, 4", "Present: 1, 1, 1 | Community: local, syrian, local",
            "Present: 1, 0, 1", "Actual: 13, 9 | Planned: 12, 11 | Date: 2021-03-03, 2021-03-04",
        ),
    ),
    ColumnRule(
        "kinds of people", NAMES, W.impossible, names_kinds, "another column says who came",
        fires=("Delegates by sector: Press, Schools | Badges collected: 12, 19",),
        silent=("Delegates by sector: Anna Beck, Ben Ott", "Delegate: Anna Beck, Ben Ott | Attended: 1, 1"),
    ),
    ColumnRule(
        "contact persons of families", ("name",), W.instead, _names_families, "each row is a family",
        fires=(
            "Contact person: Anna Beck, Ben Ott, Carl Rau | Community: local, syrian, local | Adults: 2, 1, 2",
            "Kontaktperson: Anna Beck, Ben Ott, Carl Rau | Antal i alt (inkl. dig selv): 3, 2, 4",
        ),
        silent=(
            "Contact person: Anna Beck, Ben Ott, Carl Rau | Date: 2021-03-03 | People: 12, 15, 9",
            "Teacher: Anna Beck, Ben Ott, Carl Rau | Enrolled: 24, 23, 25 | of whom present: 22, 23, 21",
            "Contact person: Anna Beck, Ben Ott, Carl Rau | Phone: 0660 1234567, 0660 1234568, 0660 1234569",
        ),
    ),
    ColumnRule(
        "parents alone", ("name",), W.instead, _are_parents_alone, "nobody else is named",
        fires=("Parent: Anna Beck, Ben Ott, Carl Rau | Child in class: 3a, 4b, 3a", "Genitore: Anna Beck, Ben Ott"),
        silent=("Name: Eva Beck, Tom Ott, Lea Rau | Parent: Anna Beck, Ben Ott, Carl Rau", "Parent: yes, no, yes"),
    ),
    ColumnRule(
        "people with their contact person", ("people",), W.instead, _includes_contact, "the values are numbers",
        fires=("I alt inkl. kontaktperson: 4, 2, 5",), silent=("Trainers: 2, 1",),
    ),
)  # fmt: skip
"""Evidence in tables of numbers. The order doesn't matter."""
