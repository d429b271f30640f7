"""Labels with their values in lines around a table, and titles that look like labels."""

from __future__ import annotations

import re

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.vocabulary import Vocabulary

LABEL = re.compile(
    r"^\s*([^:]{2,60}?)\s*(?:(?<!\d)[:：]|[:：](?!\d\d\b)|(?<=[^\W\d])[?;\u037e](?=\s*\d[^;?]*$))\s*(\S.*)$", re.S
)
"""A label with its value in one text; of a question, with a number ("How many participants? 17")."""

_LABEL_WITHIN = re.compile(r"(?:(?<=[\s|;,–-])|^)([^\W\d_]+(?: [^\W\d_]+){0,2}?)\s*[:：]\s+")

FROM_TO = re.compile(r"\d{1,2}\s*[-–]\s*\d{1,2}")
"""Hours from and to, which read like a day and a month."""

_COUNTED = re.compile(r"\s*\d+\s+[^\W\d]")
"""A text that itself says how many."""

_ENDS_WITH_NUMBER = re.compile(r"(?<![\d.:/-])\d{1,4}\s*$")

_COUNTS = frozenset(("people", "total", "number"))
_LISTS = frozenset(("name", "signature", "present"))


def is_over_people(label: str) -> bool:
    """Returns whether a text may be a title over people, or numbers of them ("Guest list", "Visitors"): not "Name" or
    "Signature", whose values are about one person."""
    said = label_meaning(label)
    return said in _COUNTS or (said in _LISTS and not is_header_word(label.strip().rstrip(":：")))


def heads_title(label: str) -> bool:
    """Returns whether a text may be a title over people, or one of those who registered, came or signed."""
    return is_over_people(label) or label_meaning(label) in ("registered", "present", "signature")


def stands_beside_title(label: str, text: str) -> bool:
    """Returns whether a text beside such a title says who holds the event, or where ("Sign-in", "School of Graz")."""
    return heads_title(label) and label_meaning(label) not in _COUNTS and not find_dates(text)


def titles_event(label: str, value: Cell) -> bool:
    """Returns whether a title over people stands before the day of the event ("Visitors' register", "22 May 2021"):
    it is no label of this value."""
    if not is_over_people(label):
        return False
    return read_date(value) is not None or (isinstance(value, str) and bool(find_dates(value)))


def label_meaning(label: str) -> str:
    """Returns what a label says of its value, "" if it isn't known."""
    form = normal(label)
    if form in tools("meeting_start"):
        return "date"
    if form in tools("meeting_title"):
        return "title"
    meaning = meaning_of(label.strip().rstrip(":："))
    return "" if meaning == "people" and _COUNTED.match(label) else meaning  # "21 people came: 12 Syrians"


def date_behind(label: str, value: Cell) -> StatedDate | None:
    """Returns the date behind a label; "10-12" behind a label for when it begins is hours."""
    text = text_of(value)
    if FROM_TO.fullmatch(text) and meaning_of(label) != "date":
        return None
    return read_date(value) or next(iter(find_dates(text)), None)


def holds_value(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a text is, or has, the value of a label, and is no label itself: a sign behind a label, or the
    name of an activity or a city, perhaps with an address ("Graz, street of the Poles 3")."""
    place, comma, street = text.partition(",")
    placed = bool(comma) and (any(map(str.isdigit, street)) or bool(vocabulary.exact(VocabularyKind.CITY, place)))
    named = vocabulary.inside(VocabularyKind.ACTIVITY, text) or vocabulary.inside(VocabularyKind.CITY, text)
    return ":" in text or placed or bool(named)


def pairs_in(text: str) -> list[tuple[str, str]]:
    """Returns labels and values of a text with several ("Luogo: Palermo Data: 12/06/2021")."""
    found = [match for match in _LABEL_WITHIN.finditer(text) if label_meaning(match[1])]
    found = [match for match in found if not _ENDS_WITH_NUMBER.search(text[: match.start()])]  # "10 people: 6 Syrians"
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [
        (m[1], value) for m, end in zip(found, ends, strict=False) if (value := text[m.end() : end].strip(" ,;|–-"))
    ]


def is_function(meaning: str, text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a label that elsewhere asks for a role stands before an activity, perhaps with more behind it
    ("Function: School lab (LIAISON), room 2")."""
    return meaning == "role" and bool(vocabulary.exact(VocabularyKind.ACTIVITY, re.split(r"[(,;]", text)[0].strip()))
