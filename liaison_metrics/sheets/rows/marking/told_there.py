"""What a text in the place of a mark says in words of its own: that somebody was there, perhaps for a part of the time,
or stayed away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.absence import proxy_of, speaks_of_coming, tells_absence
from liaison_metrics.sheets.words.phrases.found import begins_like, without_beginnings
from liaison_metrics.sheets.words.phrases.remarks.outcomes import tells_outcome
from liaison_metrics.sheets.words.phrases.similar import SimilarWords
from liaison_metrics.sheets.words.presence import LONGEST_INITIALS, says_absent, says_present, tells_reason

_SHARE = re.compile(r"(\d{1,3})\s?%")
"""The share of an event at which somebody was there ("100 %")."""

_MOSTLY_MARKS = 0.5
"""If fewer cells are marks, the others may say something else of people ("Status": "in work")."""

_SHORTEST_WORD = 3
"""Shorter words for presence ("da", "si") mean something else among others."""

_LONGEST_SIGN = 3
"""Such a short word ("out") may say of a register's people that they were away."""

_SHORTEST_MISSPELT = 6
"""In shorter words, one slip makes another word."""


def told_among_marks(column: Column, text: str, person: Sequence[Cell]) -> bool | None:
    """Returns what words say in a column of which most cells are marks or tell of meetings that were held, or what they
    say of a door; None if they say nothing clear, or may be a signature: they have words of the cells beside them,
    which say who the *person* is."""
    if column.meaning == "present" and _tells_passage(column, text):
        return True
    outcomes = column.share("held") >= _MOSTLY_MARKS
    if outcomes and (held := tells_outcome(text)) is not None:
        return held
    if column.meaning != "present" or (column.share("mark") < _MOSTLY_MARKS and not outcomes):
        return None
    if any(set(normal(text).split()).intersection(normal(text_of(value)).split()) for value in person):
        return None
    return tells_whether_there(text)


@lru_cache(maxsize=10_000)
def tells_whether_there(text: str) -> bool | None:
    """Returns whether words where others have marks say that the person was there ("stayed till the break", "en halv
    time"), or stayed away ("never answered"). None if they say neither, both, or are known as a whole."""
    form = normal(text)
    if share := _SHARE.fullmatch(text.strip()):
        return int(share[1]) > 0
    if _is_something_else(text, form):
        return None
    rest, away = without_beginnings(form, "stayed_off")
    rest, there = without_beginnings(rest, "been_in")
    there = there or any(word in values("present") for word in rest.split() if len(word) >= _SHORTEST_WORD)
    there = there or _left_at_a_time(form)
    part_of = without_beginnings(rest, "part_of_time")[1]
    if without_beginnings(form, "would_have")[1] and tools("stays").isdisjoint(form.split()):
        return None if part_of else False
    if not away and part_of and without_beginnings(rest, "missed_some")[1]:
        return True  # "missed the first hour"
    if away or (tells_reason(text) and not part_of):
        return None if there or part_of or any(map(speaks_of_coming, rest.split())) else False
    if part_of or there:
        return _comes(rest.split(), denied_part=part_of and _denies_part(rest), there=there)
    return _as_slip(form)


def _tells_passage(column: Column, text: str) -> bool:
    """Whether a word says of somebody that they went in at a door, or in again or out, as others went in ("entry",
    "re-entry", "uscita"). Where nobody goes in, who "left" may have left the course."""
    form = normal(text)
    out = form in tools("goings") and len(form) > _LONGEST_SIGN and column.share("coming") > 0
    return not says_absent(text) and (out or form in tools("comings") | tools("comings_again"))


def _is_something_else(text: str, form: str) -> bool:
    """Whether a text is known as a whole, is a question, or may be initials, a way of travelling, or a word for who the
    person is ("child")."""
    known = form in values("present") or (says_absent(text) and tools("not").isdisjoint(form.split()))
    initials = len(form) <= LONGEST_INITIALS and not text.islower()
    other = form in people_words("minors") | evidence("one_child") | tools("means_of_transport")
    return known or initials or other or "?" in text or not form


def _left_at_a_time(form: str) -> bool:
    """Whether somebody went at a time of day, as only those do who were there ("left for her shift at 7")."""
    words = form.split()
    return any(map(str.isdigit, words)) and not tools("goings").isdisjoint(words)


def _comes(words: list[str], *, denied_part: bool, there: bool) -> bool | None:
    """Returns true for words of being there that nothing takes back: a "not" does, unless it stands before the time
    ("not until the end"), and so does a message that somebody sent then ("rang in the break")."""
    if tools("not").isdisjoint(words) or denied_part:
        return True if there or evidence("sent_word").isdisjoint(words) else None
    return None


def _denies_part(form: str) -> bool:
    """Whether a "not" stands before words for a part of the time, perhaps behind another word, or beside one for
    staying: who didn't stay had come."""
    words = form.split()
    denied = [at for at, word in enumerate(words) if word in tools("not")]
    behind = [
        " ".join(words[at + more :]) for at in denied for more in (1, 2) if not _comes_at(words[at + 1 : at + more])
    ]
    return not tools("stays").isdisjoint(words) or any(begins_like(rest, "part_of_time") for rest in behind)


def _comes_at(words: list[str]) -> bool:
    return any(speaks_of_coming(word) or word in values("present") for word in words)


def _as_slip(form: str) -> bool | None:
    """Returns what a word says that is one slip away from words of presence, or of absence, and not from both."""
    if len(form) < _SHORTEST_MISSPELT or " " in form or not form.isalpha():
        return None
    near = {said for said, words in _words().items() if words.within(form, 1)}
    return near.pop() if len(near) == 1 else None


@cache
def _words() -> dict[bool, SimilarWords]:
    def long(kind: str, other: str) -> SimilarWords:
        words = values(kind) - values(other)
        return SimilarWords(word for word in words if len(word) >= _SHORTEST_MISSPELT and " " not in word)

    return {True: long("present", "absent"), False: long("absent", "present")}


def is_represented(table: Table, text: str, row: int) -> bool | None:
    """Returns whether a text in the place of a mark says that somebody stayed away and is represented: by nobody named,
    or by another of the list. False if the holder isn't listed, and so may have come instead, or if a single word may
    also be of somebody who holds a proxy: it is not where others came "in person". None if the text isn't about
    proxies, or says that the holder came."""
    holder = proxy_of(text)
    if holder is None or any(map(says_present, text.split(",")[1:])):
        return None  # "proxy: Ann Lee, present"
    others = [table.grid.rows[other] for other in table.rows if other != row - 1]
    if not holder or tells_absence(holder):  # "proxy, not present"
        in_person = (normal(text_of(value)) in tools("in_person") for cells in others for value in cells)
        return " " in normal(text) or any(in_person)
    said = [{word for value in cells for word in normal(text_of(value)).split()} for cells in others]
    return any(words.issuperset(holder.split()) for words in said)
