"""Cells that say how many came, and also that somebody of the team did, or how many had registered; or that work the
number out, divide it, or say more of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from math import prod

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import number_of, part_of
from liaison_metrics.sheets.words.lists import (
    additional_words,
    headers,
    is_planned,
    normal,
    people_words,
    tools,
    values,
    vocabulary_forms,
)
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.numbers import numbers_said, people_by_kind

_LONGEST_TEXT = 120
"""A longer text is a sentence."""

_AND_TEAM = re.compile(
    r"(\d{1,4})\s*[(,;]?\s*([^\W\d]+(?:[. ]+[^\W\d]+)?\.?|\+|&)\s*(\d{1,3})\s+([^\W\d][^\d()]*?)\s*\)?"
)
"""A number, and how many of others were among or beside them ("26 (incl. 2 staff)")."""

_AND_SOMEBODY = re.compile(r"(\d{1,4})\s*[(,;]?\s*([^\W\d]+|\+|&)\s*((?:[^\W\d]+[ .]*){1,4})\)?")
"""A number, and somebody beside them ("9 + course leader")."""

_LONGEST_ARTICLE = 5
_LONGEST_MARK = 2
"""So short signs of absence stand alone in a cell."""

_LONG = 7
"""Shorter words without their last letter are others."""

_SUM = re.compile(r"(\d{1,4})((?:\s*\+\s*\d{1,4})+)")
_PRODUCT = re.compile(r"(\d{1,2})\s*(?:[^\W\d]+\s*)?(?:[x×*·]|[aàá])\s*(\d{1,3})(?:\s*[^\W\d]+)?", re.I)
_RESULT = re.compile(r"([^=]*\d[^=]*)=\s*(\d{1,5})\s*([^\d=]*)")
"""Numbers, and what they come to ("18 W / 12 M = 30", "2 buses x 15 = 30 people")."""

_WHOLE_FIRST = re.compile(r"(\d{1,5})\s*[^\d=]*=\s*(\d[^=]*)")
_WITH_ASIDE = re.compile(r"(\d{1,5}\s*[^\d(\[,;]*?)\s*(?:[(\[]([^()\[\]]+)[)\]]|(?:[,;]|\s[-–—])\s*([^\d()]+))")
_WITH_NOUN = re.compile(r"(\d{1,5})\s+([^\d()]+)")
_IN_DIGITS = re.compile(r"([^\d()=:]+)[(=:]\s*(\d{1,4})\s*\)?")
"""A number in words, and once more in digits ("thirty (30)")."""

_BY_GENDER = (
    re.compile(r"(?P<n>\d{1,4})\s*(?P<g>[^\W\d]{1,4})\.?\s*(?:[,;/+&]|[^\W\d]{1,3})?\s*(?P<n2>\d{1,4})\s*(?P<g2>[^\W\d]{1,4})\.?"),
    re.compile(r"(?P<g>[^\W\d]{1,4})\s*[.:=]?\s*(?P<n>\d{1,4})\s*[,;/+&]?\s*(?P<g2>[^\W\d]{1,4})\s*[.:=]?\s*(?P<n2>\d{1,4})"),
)  # fmt: skip
_LETTERS = ("wm", "fm", "du", "km", "γα", "κα", "pd", "gb", "mj", "mb", "wj", "dh")
"""Letters for women or girls, and for men or boys."""

_REMARK = re.compile(r"(?<=\))|[,;.]\s|\s[-–—]\s")
"""Before a remark behind a number and a part of it."""

_REMARK_BETWEEN = re.compile(r"(\d{1,4})\s*[-–—,;:]?\s*([^\d()]+?)\s*(\([^()]+\))")
"""A remark between a number and a part of it ("22, many new (13 women)")."""

_NUMBER = re.compile(r"(?<![\d.,:])\d{1,4}(?![\d:]|[.,]\d)")
_CLAUSE = re.compile(r"[(),;/|]|\s[–—-]\s")
"""Between what a cell says of those who came, and of those who had registered."""


@lru_cache(maxsize=10_000)
def people_beside_others(text: str) -> int:
    """Returns the people who came, of a text that says also who of the team did ("11 + 1 trainer", "9 + tutor"), or how
    many had registered ("11 (15 had registered)", "11 of 15 registered"); 0 if it says anything else."""
    if len(text) > _LONGEST_TEXT or not any(map(str.isdigit, text)):
        return 0
    return _beside_several_of_team(text) or _beside_one_of_team(text.strip()) or _of_registered(text)


def without_remark(value: Cell) -> Cell:
    """Returns a cell without the remark behind a number and a part of it, if that says no more of how many came ("22
    (13 women) - many new": "22 (13 women)")."""
    if not isinstance(value, str) or not value[:1].isdecimal() or len(value) > _LONGEST_TEXT:
        return value
    if (between := _REMARK_BETWEEN.fullmatch(value.strip())) and not _says_otherwise(between[2]):
        return f"{between[1]} {between[3]}" if part_of(f"{between[1]} {between[3]}") else value
    for found in _REMARK.finditer(value):
        said, remark = value[: found.start()].strip(), value[found.end() :]
        if (part_of(said) or _with_aside(said)) and not any(map(str.isdigit, remark)) and not _says_otherwise(remark):
            return said if any(map(str.isalpha, remark)) else value
    return value


@lru_cache(maxsize=10_000)
def people_of_cell(text: str) -> int:
    """Returns the people of a cell under a header for people that works their number out ("10 + 20", "18 f, 12 m",
    "2 buses x 15 = 30"), or says it twice ("thirty (30)", "30 (18 women, 12 men)"), or more of it ("30 (see list)");
    0 if it says anything else."""
    text = text.strip(" .!")
    if len(text) > _LONGEST_TEXT or not any(map(str.isdigit, text)):
        return 0
    if found := _SUM.fullmatch(text):
        return sum(map(int, _NUMBER.findall(text)))
    if found := _RESULT.fullmatch(text):
        numbers, whole = list(map(int, _NUMBER.findall(found[1]))), int(found[2])
        ties = len(numbers) > 1 and whole in (sum(numbers), prod(numbers))
        return whole if ties and not _says_otherwise(f"{found[1]} {found[3]}") else 0
    if found := _WHOLE_FIRST.fullmatch(text):
        tie = sum(map(int, _NUMBER.findall(found[2]))) == int(found[1])
        return int(found[1]) if tie and not _says_otherwise(text) else 0
    if found := _PRODUCT.fullmatch(text):
        return 0 if _says_otherwise(text) else int(found[1]) * int(found[2])
    told = _of_genders(text) or _said_twice(text) or _with_aside(text) or _of_all(text) or _of_people(text)
    said = text if told else str(without_remark(text))
    return told or ((number_of(said) or _with_aside(said)) if said != text else 0)


def _of_genders(text: str) -> int:
    """Returns the people of two numbers, one with a letter or a short form for women, the other with one for men."""
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _BY_GENDER)), None)
    if found is None:
        return 0
    first, second = normal(found["g"]), normal(found["g2"])
    codes = {code for code, forms in vocabulary_forms()["gender"].items() if first in forms or second in forms}
    told = len(codes) > 1 or {first + second, second + first}.intersection(_LETTERS)
    return int(found["n"]) + int(found["n2"]) if told else 0


def _said_twice(text: str) -> int:
    """Returns a number that stands in words, and then in digits."""
    found = _IN_DIGITS.fullmatch(text)
    return int(found[2]) if found and int(found[2]) in numbers_said(found[1]) else 0


def _with_aside(text: str) -> int:
    """Returns a number behind which brackets divide the same people, or say more of it without any number."""
    found = _WITH_ASIDE.fullmatch(text)
    whole = people_by_kind(found[1].strip()) if found else 0
    aside = (found[2] or found[3]) if found else ""
    if not whole or _says_otherwise(aside):
        return 0
    parts = list(map(int, _NUMBER.findall(aside)))
    return whole if not parts or (len(parts) > 1 and sum(parts) == whole) else 0


def _of_all(text: str) -> int:
    """Returns the people who came of so many who were expected, or of so many places ("30 of 40")."""
    found = _out_of().fullmatch(text)
    return int(found[1]) if found and int(found[1]) <= int(found[2]) else 0


def _of_people(text: str) -> int:
    """Returns a number of people of whom the text says more without any number ("30 people on the list")."""
    found = _WITH_NOUN.fullmatch(text)
    words = normal(found[2]).split() if found else []
    heads = [" ".join(words[:end]) for end in range(1, len(words) + 1)]
    named = not _present().union(people_words("people")).isdisjoint(heads)
    return int(found[1]) if found and named and not _says_otherwise(found[2]) else 0


def _says_otherwise(text: str) -> bool:
    """Whether a text says that people did not come or only may, or are not the only ones."""
    form = normal(text)
    words = form.split()
    known = (
        tools("registered")
        | tools("not")
        | _additional()
        | {one for one in values("absent") if len(one) > _LONGEST_MARK}
    )
    of_team = not _team().isdisjoint(words)
    registered = any(headers().get(word) == "registered" or word.startswith(_stems()) for word in words)
    other = (
        not known.isdisjoint(words) or is_planned(text) or registered or has_phrase(form, people_words("called_off"))
    )
    return other or of_team


def _beside_several_of_team(text: str) -> int:
    """Returns the people of a text that says how many of the team were among them, or came beside them, without the
    team ("26 (incl. 2 staff)", "11 + 1 trainer"); 0 if it says anything else."""
    found = _AND_TEAM.fullmatch(text.strip())
    if found is None:
        return 0
    form = normal(found[4])
    within = any(f"{normal(found[2])} ".startswith(f"{p} ") for p in tools("of_whom"))
    if form not in _team() or not (within or found[2].strip() in ("+", "&") or normal(found[2]) in _beside()):
        return 0
    people, staff = int(found[1]), int(found[3])
    return (people - staff if staff < people else 0) if within else people


def _beside_one_of_team(text: str) -> int:
    """Returns the people beside whom a text names somebody of the team by the post alone."""
    found = _AND_SOMEBODY.fullmatch(text)
    if found is None or not (found[2] in ("+", "&") or normal(found[2]) in _beside()):
        return 0
    words = normal(found[3]).split()
    posts = [" ".join(words), " ".join(words[1:])] if len(words[0]) <= _LONGEST_ARTICLE else [" ".join(words)]
    return int(found[1]) if any(post in _team() | tools("leads_lessons") for post in posts) else 0


def _of_registered(text: str) -> int:
    """Returns the people who came, of a text that also tells how many had registered."""
    parts = [part for part in map(str.strip, _CLAUSE.split(text)) if part]
    if len(parts) == 1 and (of := _of().fullmatch(normal(parts[0]))):
        parts = [of[1], of[2]]
    numbers = [_NUMBER.findall(part) for part in parts]
    words = [[word for word in normal(part).split() if not word.isdecimal()] for part in parts]
    if [len(found) for found in numbers] != [1, 1]:
        return 0
    registered = [_tells_registered(said) for said in words]
    if sum(registered) != 1:
        return 0
    came = registered.index(False)
    told = set(words[came]) <= people_words("people") | _present()
    bare = came == 0 or bool(_present().intersection(words[came]))
    return int(numbers[came][0]) if told and bare else 0


def _tells_registered(words: Sequence[str]) -> bool:
    """Whether words are of people who had registered, and of nothing else that some of them did."""
    known = [word for word in words if headers().get(word) == "registered" or word.startswith(_stems())]
    others = tools("not") | values("withheld") | _present() | people_words("and")
    return bool(known) and others.isdisjoint(words) and not _additional().intersection(words)


@cache
def _of() -> re.Pattern[str]:
    """Returns a pattern of "11 of 15 registered", with both parts in groups."""
    between = "|".join(sorted(map(re.escape, tools("out_of")), key=len, reverse=True))
    return re.compile(rf"(\d{{1,4}})\s+(?:{between})\s+(\d{{1,4}}\s+.+)", re.I)


@cache
def _out_of() -> re.Pattern[str]:
    """Returns a pattern of "30 of 40 places", with both numbers in groups."""
    between = "|".join(sorted(map(re.escape, tools("out_of")), key=len, reverse=True))
    return re.compile(rf"(\d{{1,4}})(?:\s+[^\W\d]+)?\s+(?:{between})\s+(\d{{1,4}})(?:\s+[^\W\d]+)?", re.I)


@cache
def _stems() -> tuple[str, ...]:
    """Returns the words for having registered without their endings ("angemeldeten")."""
    return tuple(word[:-1] for word in tools("registered") if len(word) >= _LONG and " " not in word)


@cache
def _team() -> frozenset[str]:
    return values("staff") | tools("staff_heading") | tools("team")


@cache
def _present() -> frozenset[str]:
    return people_words("present") | values("present")


@cache
def _additional() -> frozenset[str]:
    """Returns the single words of people in addition that are words for nothing else."""
    return frozenset(word for word, code in additional_words().items() if code in ("plus", "others", "walk_ins"))


@cache
def _beside() -> frozenset[str]:
    return people_words("and") | {word for word, code in additional_words().items() if code == "plus"}
