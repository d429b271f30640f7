"""Rules about tables of numbers of people: which column counts them, and which says how they are divided."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL
from liaison_metrics.sheets.words.lists import normal, people_words

DESCRIBED = frozenset(("community", "gender", "group", "birth_date", "birth_year", "age", "role"))
"""Meanings of columns that describe a person."""


_OF_ONE_PERSON = DESCRIBED - {"community", "group"} | {"present", "signature"}
"""Meanings of columns that say something of a single person. Numbers of people are divided by the others too."""


_SOME = 0.3
"""From this share of known communities on, the words beside numbers divide the people."""


def has_counts(columns: Sequence[Column]) -> bool:
    """Returns whether a table has numbers of people."""
    return any(
        c.meaning in ("people", "total") or ((c.codes or c.date) and c.share("number") >= MAJORITY)
        for c in columns
        if c.meaning not in DESCRIBED
    )


def _divides_counts(c: Column, s: Surroundings) -> bool:
    """Whether a table of counts has no communities but a column in which some words are known."""
    if (
        c.meaning
        or c.codes
        or c.share("community") < _SOME
        or any(one.meaning in PERSONAL | {"community"} for one in s.columns)
    ):
        return False
    return not any(one.is_of_community for one in s.columns) and any(
        one.share("number") >= MAJORITY for one in s.columns
    )


def _are_only_numbers(c: Column, s: Surroundings) -> bool:
    """Whether a column "N" has the only numbers beside communities."""
    known = {one.meaning for one in s.columns if one.meaning} == {"community", "number"}
    numbers = c.meaning == "number" and c.filled > 1 and not c.share("row number")
    return known and numbers and not any(one.codes for one in s.columns)


def _counts_participants(c: Column, s: Surroundings) -> bool:
    """Whether numbers stand under a word for participants ("Teilnehmer"), and nothing describes or names each of them:
    they are so many people, not the numbers that people have."""
    said = (
        c.said in NAMES and bool(set(normal(c.header).split()) & people_words("people")) and not c.share("row number")
    )
    counted = max(c.share("number"), c.share("rough")) >= MAJORITY
    others = {one.meaning for one in s.columns if one is not c and one.filled}
    return said and counted and not others & (PERSONAL | _OF_ONE_PERSON)


COUNT_RULES = (
    ColumnRule(
        "words beside counts", ("community",), W.aside, _divides_counts, "some values are communities",
        fires=("Zorb: Syrian, Afghan, Gorb | Zahl: 3, 5, 2",),
        silent=("Zorb: Syrian, Afghan, Gorb | Name: Anna Beck, Ben Ott, Carl Rau",),
    ),
    ColumnRule(
        "only numbers", ("people",), W.instead + W.fit, _are_only_numbers, "they are the only numbers",
        fires=("N: 12, 15 | Community: local, syrian",), silent=("N: 1, 2, 3 | Community: local, syrian, afghan",),
    ),
    ColumnRule(
        "numbers of participants", ("people",), W.instead, _counts_participants, "the values are numbers of people",
        fires=("Teilnehmer: 12, about 30, 9 | Datum: 2021-03-03, 2021-03-04, 2021-03-05",),
        silent=("Teilnehmer: 1, 2, 3 | Datum: 2021-03-03", "Teilnehmer: 12, 17 | Geschlecht: female, male"),
    ),
)  # fmt: skip
"""Evidence in tables of numbers. The order doesn't matter."""
