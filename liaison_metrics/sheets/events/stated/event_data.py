"""What a sheet states of its event beside people: venue, organisers, how it was held, and the countries of its people.

Labels above the list say it ("Venue: Red House"), and a column of countries.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from liaison_metrics.domain.events.data import NOTHING_STATED, EventData
from liaison_metrics.sheets.model import AttendanceRow, Reading
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import country_codes, is_country_code, normal, peoples, tools

LONGEST_TEXT = 2_000
"""Characters of a text about an event."""

_LABELLED = re.compile(r"^\s*([^:：]{2,50}?)\s*[:：]\s*(\S.*)$", re.S)
_LINK = re.compile(r"^(?:https?://|www\.)\S+$", re.I)


def note_event_data(table: Table, reading: Reading, attendances: int, headcounts: int) -> None:
    """Notes what a table's sheet states of its event, if the table tells of one only, and from which countries the
    people of each event came. The table's rows are those of the reading from the numbers *attendances* and *headcounts*
    on."""
    rows, sheet = reading.attendances[attendances:], table.grid.name
    events = {row.event for row in rows} | {row.event for row in reading.headcounts[headcounts:]}
    found: dict[int, EventData] = {}
    if len(events) == 1 and (labelled := _labelled(table)):
        found = dict.fromkeys(events, labelled)
    for event, people in _countries(table, rows).items():
        by_number = sorted(people.items(), key=lambda one: (-one[1], one[0]))
        found[event] = replace(found.get(event, NOTHING_STATED), countries=tuple(by_number))
    for event, data in found.items():
        before = reading.event_data.get((event, sheet), NOTHING_STATED)
        reading.event_data[event, sheet] = data.with_changes(before.changes_from(NOTHING_STATED))


def country_of(text: str) -> str:
    """Returns the code of a country by its name, its people or its code; "" if it is none."""
    word = text.strip()
    if is_country_code(word.upper()):
        return word.upper()
    return country_codes().get(word.upper(), "") or peoples().get(normal(word), "")


def _labelled(table: Table) -> EventData:
    """Returns what labels above a table say; the first of each label counts."""
    said: dict[str, str] = {}
    for label, value in _pairs(table):
        meaning = _labels().get(normal(label), "")
        if meaning == "format":
            value = format_of(value)
        elif meaning == "link" and not _LINK.match(value):
            continue
        if meaning and value:
            said.setdefault(meaning, value[:LONGEST_TEXT])
    return NOTHING_STATED.with_changes(said)


def _pairs(table: Table) -> Iterator[tuple[str, str]]:
    """Yields the labels above a table with their values: in one cell, or in the cell behind the label."""
    for row in table.context_rows:
        texts = [text_of(value) for value in table.grid.rows[row]]
        for at, text in enumerate(texts):
            if found := _LABELLED.match(text):
                yield found[1], found[2].strip()
            elif text and normal(text.rstrip(":：")) in _labels():
                following = next((value for value in texts[at + 1 :] if value), "")
                if following and (_LINK.match(following) or not _LABELLED.match(following)):
                    yield text.rstrip(":："), following


def format_of(text: str) -> str:
    """Returns how an event was held, by a word for it; "" if the text says none or several."""
    form = f" {normal(text)} "
    found = {kind for word, kind in _formats().items() if f" {word} " in form}
    if "hybrid" in found or len(found) > 1:
        return "hybrid"
    return found.pop() if found else ""


def _countries(table: Table, rows: Iterable[AttendanceRow]) -> Mapping[int, Counter[str]]:
    """Returns how many people of each event came from which country, each once, by the column of countries."""
    at = next((at for at in table.columns if _is_of_countries(table.header_texts(at))), None)
    found: dict[int, Counter[str]] = {}
    seen: set[tuple[object, ...]] = set()
    for row in rows if at is not None else ():
        cells = table.grid.rows[row.row - 1] if row.row <= len(table.grid.rows) else ()
        code = country_of(text_of(cells[at])) if at is not None and at < len(cells) else ""
        person = (row.event, normal(row.name or ""), row.email, row.phone) if row.name or row.email else (row.row,)
        if code and person not in seen:
            seen.add(person)
            found.setdefault(row.event, Counter())[code] += 1
    return found


def _is_of_countries(headers: Iterable[str]) -> bool:
    return any(normal(text) in tools("country") for text in headers)


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    return tomllib.loads(files(__package__).joinpath("event_data.toml").read_text(encoding="utf-8"))


@cache
def _labels() -> Mapping[str, str]:
    """Returns the meanings of labels, by their normal forms."""
    return {normal(w): kind for kind, by in _words()["labels"].items() for words in by.values() for w in words}


@cache
def _formats() -> Mapping[str, str]:
    return {normal(w): kind for kind, by in _words()["formats"].items() for words in by.values() for w in words}
