"""Notes in which each event is a few lines with a label and its value ("Date: …", "Pupils present: 22")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, people_words, tools
from liaison_metrics.sheets.words.phrases.absence import says_called_off
from liaison_metrics.sheets.words.phrases.numbers import is_part, people_by_kind
from liaison_metrics.sheets.words.phrases.titles.helpers import counts_team, is_of_team_beside
from liaison_metrics.sheets.words.phrases.titles.labelled_values import FROM_TO, label_meaning
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_LABELLED = re.compile(r"([^:：]{2,40}?)\s*[:：]\s*(.*)", re.S)
_BETWEEN = re.compile(r"[;,\n]")
"""Between the names of people in one cell."""

_FEWEST_EVENTS = 2
"""A single block with a number of people may be the cover of a list."""

_MOST_ROWS = 2_000
_PAIR = 2
_NUMBER = "number of people"
_MAY_NAME_ACTIVITY = ("", "title", "session", "group", "unused", "role", "project")
"""Meanings of labels whose value may be the activity ("What", "Event", "Type")."""

_DETAILS = ("date", "activity", "city", "title")


def gather_labelled_events(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with a row for each event in place of its lines, if it has several blocks of lines that each say
    how many people came. The header stands in the first line of the first block."""
    if len(grid.rows) > _MOST_ROWS or any(sum(map(bool, map(text_of, cells))) > _PAIR for cells in grid.rows):
        return grid
    blocks = [block for block in _blocks(grid) if len(block) >= _PAIR]
    found = {block.start: _event_in(grid.rows[block.start : block.stop], vocabulary) for block in blocks}
    events = {start: event for start, event in found.items() if event.counts or event.called_off}
    apart = sum(bool(event.details) for event in events.values())  # others divide the people of one event
    if min(len(events), apart) < _FEWEST_EVENTS or any(event.lists_people for event in events.values()):
        return grid
    _name_counts_alike(list(events.values()))
    counts = list(dict.fromkeys(label for event in events.values() for label in event.counts))
    details = [meaning for meaning in _DETAILS if any(meaning in event.details for event in events.values())]
    heads = counts if len(counts) > 1 or meaning_of(counts[0]) == "people" else [_NUMBER]
    first = min(events)
    span = range(first, max(block.stop for block in blocks if block.start in events))
    rows: list[Sequence[Cell]] = [[] if row in span else cells for row, cells in enumerate(grid.rows)]
    for start, event in events.items():
        told = [event.details.get(meaning, "") for meaning in details]
        said = event.called_off or "; ".join(event.notes)
        own = [*told, *(event.counts.get(label, "") for label in counts), said]
        rows[start if start != first else start + 1] = own
    labels = {meaning: label for event in events.values() for meaning, label in event.labels.items()}
    rows[first] = [*(labels.get(meaning, meaning) for meaning in details), *heads, "notes"]
    return replace(grid, rows=rows, gathered=span)


@dataclass(slots=True)
class _LabelledEvent:
    """An event in a block of lines: its details and their labels by meaning, its numbers by label, and notes, or the
    words that say that it was called off."""

    details: dict[str, Cell] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    counts: dict[str, Cell] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    called_off: str = ""
    lists_people: bool = False


def _blocks(grid: Grid) -> Iterator[range]:
    """Yields the runs of filled rows between blank ones."""
    start = None
    for row, cells in enumerate([*grid.rows, []]):
        if any(map(text_of, cells)):
            start = row if start is None else start
        elif start is not None and row not in grid.emptied:
            yield range(start, row)
            start = None


def _name_counts_alike(events: Sequence[_LabelledEvent]) -> None:
    """Gives the number of all people of each event the same label, if each has one."""
    wholes = [[label for label in event.counts if _counts_all(label)] for event in events if event.counts]
    labels = {label for whole in wholes for label in whole}
    if len(labels) < _FEWEST_EVENTS or any(len(whole) != 1 for whole in wholes):
        return
    name = wholes[0][0]
    for event in events:
        event.counts = {name if label in labels else label: value for label, value in event.counts.items()}


def _event_in(lines: Sequence[Sequence[Cell]], vocabulary: Vocabulary) -> _LabelledEvent:
    event = _LabelledEvent()
    for cells in filter(None, lines):
        label, value = _label_of_line([value for value in cells if text_of(value)])
        meaning = _meaning_in_block(label, text_of(value), vocabulary)
        stated = read_date(value) or next(iter(find_dates(f"{label} {text_of(value)}")), None)
        stated = None if meaning != "date" and FROM_TO.fullmatch(text_of(value)) else stated
        if _counts_people(label, value) or (event.counts and _divides_people(label, value)):
            event.counts[label] = value
        elif event.details and says_called_off(text_of(value)):
            event.called_off = text_of(value)
        elif meaning in _DETAILS and text_of(value):
            _take_detail(event, meaning, label, value, vocabulary)
        elif not stated and not text_of(value) and (label_meaning(label) or not any(map(str.isalpha, label))):
            continue  # a label without its value, the number of a block
        elif stated or not text_of(value):
            event.details.setdefault("title", label)
            if stated:
                event.details.setdefault("date", stated.day or text_of(value) or label)
        else:
            event.lists_people |= _is_of_people(label) and len(_BETWEEN.findall(text_of(value))) > 1
            event.notes.append(f"{label}: {text_of(value)}")
    return event


def _meaning_in_block(label: str, value: str, vocabulary: Vocabulary) -> str:
    """Returns the meaning of a label; under one of any words, a value may name the activity or the city."""
    meaning = meaning_of(label)
    if meaning in ("date", "activity", "city") or not value:
        return meaning
    if vocabulary.exact(VocabularyKind.CITY, value):
        return VocabularyKind.CITY.value
    named = (
        vocabulary.code(VocabularyKind.ACTIVITY, value) or len(vocabulary.inside(VocabularyKind.ACTIVITY, value)) == 1
    )
    return VocabularyKind.ACTIVITY.value if named and meaning in _MAY_NAME_ACTIVITY else meaning


def _take_detail(event: _LabelledEvent, meaning: str, label: str, value: Cell, vocabulary: Vocabulary) -> None:
    """Takes a detail of an event; of two places, the one that is a city of the project."""
    known = event.details.get(meaning)
    city = meaning == VocabularyKind.CITY.value and vocabulary.inside(VocabularyKind.CITY, text_of(value))
    if known is None or (city and not vocabulary.inside(VocabularyKind.CITY, text_of(known))):
        event.details[meaning], event.labels[meaning] = value, label


def _label_of_line(told: Sequence[Cell]) -> tuple[str, Cell]:
    """Returns the label of a line and its value, in one cell or in two; a heading has no value."""
    found = _LABELLED.fullmatch(text_of(told[0])) if len(told) == 1 else None
    if found:
        return found[1].strip(), found[2]
    return text_of(told[0]).rstrip(":： "), told[1] if len(told) > 1 else None


def _counts_people(label: str, value: Cell) -> bool:
    """Whether a label is of people, and its value says how many."""
    counted = _is_of_people(label) and not is_of_team_beside(label)
    return counted and (number_of(value) is not None or people_by_kind(text_of(value)) > 0)


def _divides_people(label: str, value: Cell) -> bool:
    """Whether a line says how many of the people above it are of a kind ("of whom Syrian: 4")."""
    return is_part(label) and number_of(value) is not None and not counts_team(label)


def _counts_all(label: str) -> bool:
    """Whether a label is of all people of an event, not of women, children or others among them."""
    kinds = tools("parts_of_people") | tools("gender_heading") | people_words("minors") | tools("adults")
    return not is_part(label) and kinds.isdisjoint(normal(label).split())


def _is_of_people(label: str) -> bool:
    nouns = people_words("people") | people_words("present") | tools("parts_of_people") | tools("gender_heading")
    return meaning_of(label) in ("people", "present") or bool(set(normal(label).split()) & nouns)
