"""Understands statements of numbers of people: "Total participants: 30", "plus 5 walk-ins", "of which 5 guests"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import is_total, names_currency, number_of, text_of
from liaison_metrics.sheets.words.lists import (
    additional_words,
    alternatives,
    evidence,
    headers,
    normal,
    number_words,
    people_words,
    tools,
    words_of_additional,
)
from liaison_metrics.sheets.words.names import is_placeholder
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count, tells_how_they_came
from liaison_metrics.sheets.words.phrases.days.times_of_day import without_time, without_time_in_label
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.phrases.numbers import (
    counts_everybody,
    labelled_count,
    length_of_whom,
    may_state_number,
    people_by_kind,
    total_by_kind,
    with_total_in_full,
    without_team,
)
from liaison_metrics.sheets.words.phrases.others import names_people, split_at_numbers, without_withheld_names
from liaison_metrics.sheets.words.phrases.prose.counted_people import people_beside_others, people_of_cell
from liaison_metrics.sheets.words.phrases.prose.other_numbers import names_year

PART = "part"
"""The kind of a statement that only divides people stated elsewhere ("of which 5 walk-ins")."""

TOTAL = "total"
"""The kind of a bare total: of whatever the table lists."""

PRESENT = ""
"""The kind of a statement that so many people were there."""

WEAK_CODES = frozenset({"others", "guests", "children"})
"""Codes whose words are parts of a division where the sheet divides the people ("Syrian, Afghan, others")."""

_CODES = ("walk_ins", "not_registered", "late", "children", "guests", "others", "plus")
"""The codes of additional people, the most specific first."""

BESIDE_LIST = ("walk_ins", "not_registered")
"""Codes of people of whom no list has the names, whatever label stands before them."""

_LONGEST = 120
MOST_CELLS = 8
"""A row that only states numbers of people has at most so many cells."""

_PLUS = re.compile(r"(?:(?<=\s)|^|(?<=\d))\+\s*(?=\d)|^\s*\+\s*(?=[^\W\d])")
_BULLET = re.compile(r"^\s*[-–—•*·]\s+(?=[^\W\d])")
_THOUSANDS = re.compile(r"(?<=\d)[.,' \xa0](?=\d{3}(?!\d))")
_ASIDE = re.compile(r"\([^()\d]*\)")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*\d[^()\[\]]*)[)\]]")
_WITHIN = re.compile(r"\d\s*[(\[]\s*\d")  # in brackets: a part, unless words say that it comes in addition

_CLAUSE = re.compile(rf",?\s{alternatives('who')}\s[^\d]+$", re.I)
"""A clause about the people before it."""

_QUALIFIED = re.compile(r"(?<=[^\W\d]),(?=\D*$)")
"""A comma after which only words follow: they say more about the people before it."""

_LABEL_AND_NUMBER = re.compile(r"[^\d:]+:\s*\d+\s*")
"""A label of several parts with a single number behind it."""

_LABEL_WITH_ASIDE = re.compile(r"([^\d:]+\([^()\d]*\))\s*:\s*(\d{1,4})")
"""A label in which brackets say more of those whom the number counts ("Without a badge (not on this list): 4")."""

_CLASS = re.compile(r"\d{1,2}[^\W\d_]|[^\W\d_]\d")  # a class of a school: "3d", "β2"

_PART_OF_SCHOOL = re.compile(r"\b\d{1,2}\s?[.\-/]?\s?[^\W\d_](?!\w)")  # a class in a label: "7.A", "2 b"
_LABEL = re.compile(r"^[^\d:]{3,40}:\s*")
_LABELLED = re.compile(r"[:=(\[]|^\D*\+")


@dataclass(frozen=True, slots=True)
class PeopleStatement:
    """A number of people as a text states it. ``kind`` is a code of additional people, ``PRESENT``, ``TOTAL`` or
    ``PART``; ``at`` the columns of label and number. ``explicit``: the text itself says that they come in addition;
    ``of_moment``: it says no more than when or where they were there ("13 on the day")."""

    people: int
    kind: str
    at: tuple[int, int] = (0, 0)
    explicit: bool = False
    of_moment: bool = False

    @property
    def is_additional(self) -> bool:
        """Whether these people are in addition to others."""
        return self.kind not in (PRESENT, TOTAL, PART)


def row_statements(cells: Sequence[Cell]) -> list[PeopleStatement]:
    """Returns the statements of a row that holds nothing else: texts, or labels each with a number after it."""
    filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
    if not filled or len(filled) > MOST_CELLS:
        return []
    found: list[PeopleStatement] = []
    position = 0
    while position < len(filled):
        stated, used = _at(filled, position)
        if not stated:
            return []
        found += stated
        position += used
    return found


def statements_among(cells: Sequence[Cell]) -> list[PeopleStatement]:
    """Returns the statements in a row of text, which may hold other text too."""
    filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
    found: list[PeopleStatement] = []
    position = 0
    while position < len(filled):
        stated, used = _at(filled, position)
        value = filled[position][1]
        found += stated or (statements_inside(text_of(value)) if isinstance(value, str) else ())
        position += used
    return found


def statements_inside(text: str) -> tuple[PeopleStatement, ...]:
    """Returns the additional people that a title or note names, alone or in brackets ("Cooking (plus 5 walk-ins)")."""
    if not any(map(str.isdigit, text)):
        return ()
    stated = next(filter(None, map(statements_of, (text, *_BRACKETS.findall(text)))), ())
    return tuple(one for one in stated if one.is_additional and one.explicit)


def _at(filled: Sequence[tuple[int, Cell]], position: int) -> tuple[list[PeopleStatement], int]:
    """Returns the statements that begin at a cell, and how many cells they take."""
    at, value = filled[position]
    if not isinstance(value, str):
        return [], 1
    text = text_of(value)
    if position + 1 < len(filled) and number_of(filled[position + 1][1]) is not None:
        text = _PART_OF_SCHOOL.sub("", without_time(text))  # "Total 7.A | 15"
    if stated := statements_of(text):
        return [replace(one, at=(at, at)) for one in stated], 1
    if position + 1 < len(filled) and not any(map(str.isdigit, text)):
        beside, people = filled[position + 1][0], number_of(filled[position + 1][1])
        if people and people > 0 and counts_everybody(text):
            return [PeopleStatement(people, PRESENT, (at, beside))], 2
        if people is not None and people > 0 and (stated := _labelled(text.rstrip(": "), people)):
            return [replace(one, at=(at, beside)) for one in stated], 2
    return [], 1


def _labelled(label: str, people: int) -> tuple[PeopleStatement, ...]:
    """Returns what a label and the number behind it state, also of people of whom a clause says more ("Late arrivals
    who signed nothing")."""
    if stated := statements_of(f"{label}: {people}"):
        return stated
    clause = _CLAUSE.search(label)
    if clause is None or says_who_does_not_count(normal(clause.group())):
        return ()
    stated = statements_of(f"{label[: clause.start()]}: {people}")
    return stated if all(one.is_additional and one.explicit for one in stated) else ()


@lru_cache(maxsize=50_000)
def statements_of(text: str) -> tuple[PeopleStatement, ...]:
    """Returns the statements a text consists of, none if it holds anything else. A clause about additional people
    changes nothing ("plus 3 walk-ins who did not leave a name"), unless it says that they were absent or staff."""
    if not may_state_number(normal(text)) or names_year(text):
        return ()  # nearly all names
    text = without_team(with_total_in_full(without_time_in_label(text)).rstrip(" .!"))
    if people := labelled_count(text) or people_beside_others(_LABEL.sub("", text)):
        return (PeopleStatement(people, PRESENT),)
    if (aside := _LABEL_WITH_ASIDE.fullmatch(text)) and (code := additional_code(aside[1])) in BESIDE_LIST:
        return (PeopleStatement(int(aside[2]), code, explicit=True),)
    if stated := _statements_of(text):
        return stated
    if people := total_by_kind(text):
        return (PeopleStatement(people, TOTAL),)
    if bullet := _BULLET.match(text):
        stated = statements_of(text[bullet.end() :])
        return stated if all(one.is_additional and one.explicit for one in stated) else ()
    first, _space, rest = text.partition(" ")
    if normal(first) in people_words("and") and (rest[:1].isdecimal() or normal(rest).split(" ")[0] in number_words()):
        return statements_of(f"+ {rest}")  # "and 4 people who left no name"
    clause = _CLAUSE.search(text) if any(map(str.isdigit, text)) else None
    if clause is None or says_who_does_not_count(normal(clause.group())):
        return ()
    stated = _statements_of(text[: clause.start()])
    return stated if stated and all(one.is_additional and one.explicit for one in stated) else ()


def _statements_of(text: str) -> tuple[PeopleStatement, ...]:
    if len(text) > _LONGEST or (is_placeholder(text) and not _LABELLED.search(text) and not text[:1].isdigit()):
        return ()
    plain = _ASIDE.sub(" ", _THOUSANDS.sub("", _PLUS.sub(" plus ", text)))
    head = _statement(normal(plain[: comma.start()]).split()) if (comma := _QUALIFIED.search(plain)) else None
    summed = head is not None and head.kind == PRESENT and _names_sum(plain[: comma.start() if comma else 0])
    plain = _QUALIFIED.sub(" ", plain)
    plain = plain.replace(",", " ") if _LABEL_AND_NUMBER.fullmatch(plain) else plain
    found = [
        _statement(words)
        for part in re.split(r"[,;()\[\]|/]", plain)
        if part.strip()
        for words in split_at_numbers(normal(part).split())
    ]
    if not all([*found, found]):
        return ()
    if head and summed and any(one.kind in BESIDE_LIST for one in found if one):
        return (head,)  # "In total we were 17, some did not sign"
    whole = next((one.people for one in found if one and one.kind == PRESENT), 0) if _WITHIN.search(text) else 0
    return tuple(
        replace(one, kind=PART) if one.kind in WEAK_CODES and not one.explicit and one.people < whole else one
        for one in found
        if one
    )


def counts_with_additional(text: str) -> tuple[PeopleStatement, ...]:
    """Returns the people of a cell under a header for people that also names additional ones ("30 + 5 walk-ins")."""
    if people := people_of_cell(text) or (people_by_kind(text) if "+" in text else 0):
        return (PeopleStatement(people, PRESENT),)
    number = re.match(r"\s*(\d{1,6})\s*(?=\D)", text)
    rest = statements_of(text[number.end() :].strip(" ,;")) if number else ()
    if number and rest and all(one.is_additional or one.kind == PART for one in rest):
        return (PeopleStatement(int(number[1]), PRESENT), *rest)
    if (stated := statements_of(text)) and stated[0].kind in (PRESENT, TOTAL):
        return stated
    return (PeopleStatement(people, PRESENT),) if (people := people_by_kind(text)) else ()


@lru_cache(maxsize=50_000)
def additional_code(text: str) -> str:
    """Returns the code of a label or header for additional people ("Walk-ins"), "" if it is no such label."""
    told = "+" in text or not words_of_additional().isdisjoint(normal(text).split())
    if not told or len(text) > _LONGEST or any(map(str.isdigit, text)) or is_total(text) or names_currency(text):
        return ""  # nearly all names
    plain = re.sub(r"^\s*\+", "plus ", without_withheld_names(with_total_in_full(text)))
    whole, words = normal(plain).split(), normal(_ASIDE.sub(" ", plain)).split()
    return "" if length_of_whom(words) else _code(words) or (_code(whole) if words and words != whole else "")


def _statement(words: list[str]) -> PeopleStatement | None:
    if any(_CLASS.fullmatch(word) for word in words):  # "3 more pupils of class 3d"
        words = [word for word in words if not _CLASS.fullmatch(word) and word not in tools("school_class")]
    numbers = [place for place, word in enumerate(words) if word.isdecimal() and len(word) < 7]
    people = int(words[numbers[0]]) if len(numbers) == 1 else 0
    if not numbers:
        said = number_words().keys() & set(without_phrases(words, people_words("no_numbers")))  # "came to the door"
        numbers = [place for place, word in enumerate(words) if word in said]
        people = number_words()[words[numbers[0]]] if len(numbers) == 1 else 0
        if people and not _code([word for word in words if word not in number_words()]):
            return None
    if len(numbers) != 1 or not people:
        return None
    rest = [*words[: numbers[0]], *words[numbers[0] + 1 :]]
    if length_of_whom(rest):
        return PeopleStatement(people, PART)
    if _is_all_with_others(rest) or _is_all_there(rest):
        return PeopleStatement(people, PRESENT)
    if code := _code(rest):
        moment = frozenset[str]().union(tools("at_that_moment"), *map(people_words, ("fillers", "people", "present")))
        explicit = code not in WEAK_CODES or _says_plus(rest)
        return PeopleStatement(people, code, explicit=explicit, of_moment=not without_phrases(rest, moment))
    beside = without_phrases(rest, people_words("total"))
    nouns = without_phrases(beside, people_words("people") | people_words("present"))
    if not rest or without_phrases(nouns, people_words("fillers")):
        return PeopleStatement(people, PRESENT) if headers().get(" ".join(rest)) == "people" else None
    if nouns != beside:
        return PeopleStatement(people, PRESENT)
    return PeopleStatement(people, TOTAL) if beside != rest else None


def _is_all_with_others(words: Sequence[str]) -> bool:
    """Whether a label is of all people together with children or guests ("Total, with children")."""
    plain = [word for word in words if word not in tools("together_with")]
    of_all = without_phrases(plain, people_words("total") | people_words("present")) != plain
    return len(plain) < len(words) and of_all and _code(plain) in WEAK_CODES and not _says_plus(words)


def _is_all_there(words: Sequence[str]) -> bool:
    """Whether words say how many children or guests took part in all ("In total 22 children took part")."""
    found = all(without_phrases(words, people_words(kind)) != list(words) for kind in ("total", "present"))
    return found and _code(words) in WEAK_CODES and not _says_plus(words)


def _names_sum(text: str) -> bool:
    return without_phrases(words := normal(text).split(), people_words("total")) != words


def _says_plus(words: Sequence[str]) -> bool:
    return without_phrases(words, {one for one, code in additional_words().items() if code == "plus"}) != list(words)


def _code(words: Sequence[str]) -> str:
    """Returns the most specific code of a label's words if they say nothing else."""
    found: set[str] = set()
    if (apart := without_phrases(words, tools("at_that_moment"))) != without_phrases(apart, people_words("total")):
        words = apart  # "Total on the day" adds nobody; Italian "all'ingresso" is no total
    rest = without_phrases(words, additional_words(), found)
    plain = frozenset[str]().union(*map(people_words, ("fillers", "people", "present", "total", "about")))
    codes = {additional_words()[phrase] for phrase in found}
    plain |= tools("gender_heading") if codes - WEAK_CODES else frozenset()  # "+ 3 women": "other women" may be a part
    plain |= tools("came_along") if "plus" in codes else frozenset()  # "+ 1 colleague"
    beside = not codes.isdisjoint(BESIDE_LIST)  # "came in without a booking"
    plain |= {word for word in rest if beside and word.startswith(tuple(evidence("coming")))}
    others = without_phrases(rest, plain)
    along = "plus" in codes and tools("teaching_staff").isdisjoint(others)  # "+ 4 mothers"
    known = not others or (beside and tells_how_they_came(words, others)) or (along and names_people(" ".join(others)))
    return min(codes, key=_CODES.index) if codes and known else ""
