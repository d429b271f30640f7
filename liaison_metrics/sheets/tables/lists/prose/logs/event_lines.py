"""Logs of events in lines of text, each with the day, the kind of event and how many people came, perhaps by community
("- 3 May 2021: School lab: 21 people: 12 Syrians, 9 locals"). They become a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.prose.family_names import with_commas_again
from liaison_metrics.sheets.tables.lists.prose.logs.told_events import day_as_written
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import LEAD
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.phrases.prose.dividing_lines import community_of, dividing_line
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 400
"""A longer sheet is a register."""

_FEWEST_LINES = 2
_AROUND = " :,;–—-|/("


@dataclass(slots=True)
class _Logged:
    """An event of a line: its day as written, what it was, how many people came, and how many of each community."""

    row: int
    day: str
    activity: str
    people: int
    communities: dict[str, int] = field(default_factory=dict)


def gather_event_lines(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with a table of the events that its lines tell of; the same sheet if a line with a day doesn't
    say what took place, or how many people came, or if other lines stand among them."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    whole = with_commas_again(grid)
    texts = [", ".join(text for value in cells if (text := text_of(value))) for cells in whole.rows]
    dated = [row for row, text in enumerate(texts) if text and find_dates(text)]
    if len(dated) < _FEWEST_LINES or dated[0] == 0 or texts[dated[0] - 1]:
        return grid
    if any(text for row, text in enumerate(texts) if dated[0] <= row <= dated[-1] and row not in dated):
        return grid
    events = [one for row in dated if (one := _event_in(row, texts[row], vocabulary))]
    if len(events) < len(dated):
        return grid
    codes = sorted({code for one in events for code in one.communities})
    labels = [_label(code, vocabulary) for code in codes]
    rows: list[Sequence[Cell]] = list(whole.rows)
    rows[dated[0] - 1] = ["Date", "Activity", "Participants", *labels]
    for one in events:
        rows[one.row] = [one.day, one.activity, one.people, *(one.communities.get(code) for code in codes)]
    return replace(whole, rows=rows)


def _event_in(row: int, text: str, vocabulary: Vocabulary) -> _Logged | None:
    """Returns the event of a line, None if the line leaves anything open."""
    plain = LEAD.sub("", text)
    plain = plain if find_dates(plain) == find_dates(text) else text  # "3. Mai" is no third event
    days = {stated.day for stated in find_dates(plain)}
    day = day_as_written(plain) if len(days) == 1 else ""
    if not day:
        return None
    line = dividing_line(row, plain.replace(day, " ", 1), vocabulary)
    if len(line.others) != 1 or not line.counts_people:
        return None
    people = line.others[0]
    communities: dict[str, int] = {}
    for part in line.parts:
        code = community_of(part.words, vocabulary, "")
        communities[code] = communities.get(code, 0) + part.people
    if communities and sum(communities.values()) != people:
        return None
    what = line.text.partition(str(people))[0].strip(_AROUND)
    if len(vocabulary.inside(VocabularyKind.ACTIVITY, what)) != 1:
        return None
    return _Logged(row, day, what, people, communities)


def _label(code: str, vocabulary: Vocabulary) -> str:
    return vocabulary.project.label(VocabularyKind.COMMUNITY, code, "en")
