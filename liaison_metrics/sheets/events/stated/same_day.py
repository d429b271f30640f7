"""Events of one activity, city and day that two sheets of a file tell apart by what their titles are about, and tables
of one sheet that divide the people of one event or list parts of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_SAYS_WHO_CAME = frozenset({"present", "joined", "session", "signature", "date"})
"""Meanings of columns without which a list is another one than that above it: of those who only registered, say."""

_LABEL_AND_NUMBER = 2
_NEAR = 0.1
"""Two counts of the same people differ by a few."""

_FEWEST_PARTS = 2

_QUOTED = re.compile(r"[„“”\"«‹]\s*([^„“”\"«»‹›]{3,60}?)\s*[“”\"»›]")
"""What an event is about, as titles write it."""


_NUMBER = re.compile(
    r"""\s*(?:(?P<first>\d{1,2})(?:\.|st|nd|rd|th|[°º]|ος|ο|η)\s+(?P<of>[^\d:;(]{4,60}?)(?=\s*(?:[:;,(„“”"«]|\s[–—-]\s|$))
    |(?P<words>[^\d:;(]{4,60}?)(?:\s+(?:[Nn]r?|[Nn]o)\.?|\s*[#°])?\s*(?P<number>\d{1,2})
     (?=\s*(?:[:.;,(„“”"«–—-](?!\d)|$)|\s+[^\W\d])
    |(?P<before>[^\d:;(]{4,60}?)\s+(?P<letter>[A-F])(?=:\s|\s[–—-]\s))""",
    re.X,
)
"""An activity with its number or letter at the beginning of a title ("Workshop 1: Wood", "2. Workshop: Bread",
"Laboratorio n. 2", "Workshop B: Bread")."""

_LONGEST_TITLE = 80
"""Longer lines say more than what an event is."""


class _Numbered(NamedTuple):
    words: str
    number: int
    title: str


def tell_events_apart(
    tables: Sequence[Table], contexts: Sequence[EventContext | None], vocabulary: Vocabulary
) -> list[EventContext | None]:
    """Returns the contexts, with titles where sheets are about the same activity, city and day but quote another topic
    above their tables, or number their events. Sheets that quote the same topic, or none, stay one event."""
    contexts = _with_numbers(tables, contexts, vocabulary)
    topics = [
        _topic(table) if context and not context.title else "" for table, context in zip(tables, contexts, strict=True)
    ]
    sheets: dict[object, dict[str, str]] = defaultdict(dict)
    for table, context, topic in zip(tables, contexts, topics, strict=True):
        if context and topic:
            sheets[_event(context)].setdefault(table.grid.name, topic)
    found: list[EventContext | None] = []
    for context, topic in zip(contexts, topics, strict=True):
        differ = context is not None and topic and len(set(map(normal, sheets[_event(context)].values()))) > 1
        found.append(replace(context, title=topic) if context and differ else context)
    return found


def _event(context: EventContext) -> tuple[object, ...]:
    return context.activity, context.city, context.date


def _with_numbers(
    tables: Sequence[Table], contexts: Sequence[EventContext | None], vocabulary: Vocabulary
) -> list[EventContext | None]:
    """Returns the contexts, with titles where the sheets, or blocks of a sheet, about an activity, city and day begin
    with the same words for an activity and the next number ("Workshop 1: Wood", "Workshop 2: Bread"). A table without
    such a title belongs to that above it."""
    above: dict[str, _Numbered] = {}
    told: dict[object, dict[int, _Numbered | None]] = defaultdict(dict)
    for at, (table, context) in enumerate(zip(tables, contexts, strict=True)):
        if context and context.date:
            own = None if context.title else _numbered(table, vocabulary) or above.get(table.grid.name)
            told[_event(context)][at] = own
            above |= {table.grid.name: own} if own else {}
    found = list(contexts)
    for parts in told.values():
        titles = {one.number: one.title for one in reversed(parts.values()) if one}
        alike = None not in parts.values() and len({one.words for one in parts.values() if one}) == 1
        if alike and len(titles) > 1 and sorted(titles) == list(range(1, len(titles) + 1)):
            for at, one in parts.items():
                context = found[at]
                found[at] = replace(context, title=titles[one.number]) if context and one else context
    return found


def _numbered(table: Table, vocabulary: Vocabulary) -> _Numbered | None:
    """Returns the only title above a table that names an activity and then its number."""
    lines = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    titles = {line: match for line in lines if (match := _NUMBER.match(line))}
    named = [one for line, match in titles.items() if (one := _read_number(line, match, vocabulary))]
    return named[0] if len(named) == 1 else None


def _read_number(line: str, match: re.Match[str], vocabulary: Vocabulary) -> _Numbered | None:
    words = normal(match["of"] or match["words"] or match["before"])
    number = int(match["first"] or match["number"] or ord(match["letter"] or "@") - ord("@"))
    title = line[:_LONGEST_TITLE].strip()
    return _Numbered(words, number, title) if _ends_in_activity(words.split(), vocabulary) else None


def _ends_in_activity(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the last word belongs to one for an activity: "group" in "Workshop, group 2" does not."""
    named, before = (vocabulary.inside(VocabularyKind.ACTIVITY, " ".join(part)) for part in (words, words[:-1]))
    return bool(words) and (words[-1].startswith(tuple(tools("craft_lessons"))) or (bool(named) and named != before))


def _topic(table: Table) -> str:
    """Returns what a line above a table quotes, "" if no line or several do."""
    lines = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    quoted = {found[1] for line in lines for found in _QUOTED.finditer(line)}
    return quoted.pop() if len(quoted) == 1 else ""


def divides_same_people(table: Table, others: Iterable[Table], vocabulary: Vocabulary) -> bool:
    """Returns whether a table divides as many people as another one on its sheet, or nearly as many, by something else
    ("Women 83, Men 59" and "up to 25: 61, older: 81"), or as many as the list above it has: both are about one
    event."""
    own = _division(table, vocabulary)
    beside = [other for other in others if other.grid is table.grid] if own else []
    found = [_division(other, vocabulary) for other in beside]
    if any(own and other and _are_near(own.people, other.people) and own.kind != other.kind for other in found):
        return True
    listed = _people_listed(beside[-1]) if beside and not found[-1] else 0
    return own is not None and bool(own.kind and listed) and _are_near(own.people, listed)


def goes_on(before: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Returns whether a list has the headers of the one above it on its sheet: the parts of one list. A column without
    a header, such as that of a sum below, is none of them. Where people signed in both, one column more or less makes
    no other list, unless it says who came."""
    heads, again = ([one for one in side if one.header] or side for side in (before, columns))
    forms, repeated = ([normal(one.header) for one in side] for side in (heads, again))
    if forms == repeated:
        return True
    apart = set(forms) ^ set(repeated)
    both = [one.meaning for one in (*heads, *again) if normal(one.header) not in apart]
    other = {one.meaning for one in (*heads, *again) if normal(one.header) in apart}
    nested = set(forms) < set(repeated) or set(repeated) < set(forms)
    return nested and len(apart) == 1 and "signature" in both and not other & _SAYS_WHO_CAME


def _people_listed(table: Table) -> int:
    """Returns how many rows of a list are about somebody: not only a line of text, nor a total."""
    rows = ([text for value in table.own_cells(row) if (text := text_of(value))] for row in table.rows)
    return sum(len(texts) > 1 and not is_total(texts[0]) for texts in rows)


def _are_near(one: int, other: int) -> bool:
    return abs(one - other) <= _NEAR * max(one, other)


_NOBODY = ("-", "–", "—")


class _Division(NamedTuple):
    kind: str
    people: int


def _division(table: Table, vocabulary: Vocabulary) -> _Division | None:
    """Returns by what a table of labels with a number each, or with some and their sum, divides people, "" if that is
    unknown, and how many; None if it holds anything else."""
    heads = list(table.last_headers())
    genders = all(vocabulary.exact(VocabularyKind.GENDER, head) for head in heads[1:])
    rows = (_in_one_number(_without_numbering(table.grid.rows[row]), heads, genders=genders) for row in table.rows)
    parts: list[tuple[str, int]] = []
    for cells in filter(None, rows):
        people = 0 if text_of(cells[-1]) in _NOBODY else number_of(cells[-1])
        several = len(cells) > _LABEL_AND_NUMBER and not _sums_up(cells)
        if several or len(cells) < _LABEL_AND_NUMBER or people is None or number_of(cells[0]) is not None:
            if len(cells) == 1:
                continue  # a line of text
            return None
        told = sum(number for _label, number in parts)
        if len(parts) >= _FEWEST_PARTS and people == told and not _kind_of(text_of(cells[0]), vocabulary):
            break  # "all day"
        if not is_total(text_of(cells[0])):
            parts.append((text_of(cells[0]), people))
    if len(parts) < _FEWEST_PARTS:
        return None
    kinds = Counter(_kind_of(label, vocabulary) for label, _people in parts)
    kind, times = kinds.most_common(1)[0]
    if kind == "age" and any(meaning_of(header) == "time" for header in table.last_headers()):
        kind = ""  # "10-11" is an hour
    return _Division(kind if 2 * times > len(parts) else "", sum(people for _label, people in parts))


def _in_one_number(cells: list[Cell], heads: Sequence[str], *, genders: bool) -> list[Cell]:
    """Returns a row's label with one number: without parts of it ("of whom children"), or the sum of *genders*."""
    parts = heads[_LABEL_AND_NUMBER:]
    if parts and all(map(is_part, parts)):
        return cells[:_LABEL_AND_NUMBER]
    numbers = [number for value in cells[1:] if (number := number_of(value)) is not None]
    several = genders and parts and len(cells) == len(heads) == len(numbers) + 1
    return [cells[0], sum(numbers)] if several else cells


def _without_numbering(cells: Sequence[Cell]) -> list[Cell]:
    """Returns the filled cells of a row, without the number of the row and a percentage."""
    filled = [value for value in cells if (text := text_of(value)) and not text.endswith("%")]
    numbered = len(filled) > _LABEL_AND_NUMBER and number_of(filled[0]) is not None and number_of(filled[1]) is None
    return filled[1:] if numbered else filled


def _sums_up(cells: Sequence[Cell]) -> bool:
    """Whether the last cell of a row sums up those behind its label."""
    *parts, whole = [number_of(value) for value in cells[1:]]
    told = [part for part in parts if part is not None]
    return len(told) == len(parts) and sum(told) == whole


def _kind_of(label: str, vocabulary: Vocabulary) -> str:
    known = (VocabularyKind.GENDER, VocabularyKind.COMMUNITY, VocabularyKind.GROUP)
    kind = next((kind.value for kind in known if vocabulary.exact(kind, label)), "")
    return kind or ("age" if age_band_of(label) else "")
