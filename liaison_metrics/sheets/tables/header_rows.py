"""Headers that repeat on a further page. Days that stand over a header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, takewhile
from typing import Protocol

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.tables.row_profiles import RowProfile, is_label_with_number
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.tables.text_lines import is_page_line
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import EVENT, PERSONAL, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.titles.labelled_values import label_meaning
from liaison_metrics.sheets.words.phrases.titles.pages import before_continuation
from liaison_metrics.sheets.words.presence import counts_who_came, says_absent, says_present
from liaison_metrics.sheets.words.vocabulary import Vocabulary

LABELLED = re.compile(r"[:：]\s*$|[^:]{3,}[:：]\s+\S")

_PAGE_BEHIND = re.compile(r"(.+?)[\s,;]*[-–—|,;(]\s*([^\W\d]+\.?\s*\d{1,2}\b[^)]{0,12})\)?\s*")
"""A title with more behind it, in which a number follows a word."""

_MOST_DETAILS = 4
"""A line that states an event's day has at most so many cells."""

_NEAR = 8
"""So many rows below a header show whether a column has marks."""

_LABEL_AND_VALUE = 2
"""Cells of a row that states a detail."""

_LONGEST_HEADER = 4
"""Words of a header that has a number."""

_FEWEST_COLUMNS = 2
_ROWS_BELOW = 2
"""So many rows below a header show what its columns hold."""


_SAMPLE = 20
"""Rows below a header that show what its columns hold, where people without a mark may stand among them."""

_FEWEST_NAMES = 5
"""So many full names, one below the other, are a list."""

_MOST_HEADERS = 12
_MOSTLY = 0.8
"""Share of the cells below a header that hold what the column is of. Totals and remarks stand in the others."""

_NAMES_OF_EVENTS = frozenset({"title", "activity"})
"""Meanings of labels before the name of an event."""

_OF_NUMBERS = frozenset({"people", "total", "present", "signature", "number", "date"})
"""Meanings of headers that may name the event, too ("Participants in the workshop")."""

Heads = Sequence[list[int]]


class HeaderFinder(Protocol):
    """What is known of the rows of a sheet in which headers were found."""

    grid: Grid
    vocabulary: Vocabulary
    profile: Callable[..., RowProfile]

    def text_start(self, first: int, head: int) -> int:
        """Returns the row where the text that belongs to a header begins."""

    def names_people(self, rows: list[int]) -> bool:
        """Returns whether header rows have a column that identifies people."""


def states_day_of(finder: HeaderFinder, above: int, row: int) -> bool:
    """Returns whether the row above a header row says on which day the people below came, perhaps with the topic beside
    it. A day over one column of several is a session; no session stands over a column that identifies people. Nor does
    one behind a topic, over a column that has a header of its own or no marks."""
    cells = finder.profile(above).cells
    days = [at for at, kind, text in cells if kind == "date" or len(find_dates(text)) == 1]
    below = {at: text for at, _kind, text in finder.profile(row).cells}
    if len(days) != 1 or len(cells) > _MOST_DETAILS:
        return False
    if cells[0][0] == days[0]:
        return meaning_of(below.get(days[0], "")) in PERSONAL | {"number"}
    near = range(row + 1, min(row + 1 + _NEAR, len(finder.grid.rows)))
    people = takewhile(lambda line: finder.profile(line).cells, near)
    return bool(below.get(days[0])) or not any(cell_text(finder.grid, line, days[0]) for line in people)


def without_repeats(heads: Heads, finder: HeaderFinder) -> tuple[list[list[int]], list[int]]:
    """Returns the headers that begin a table, and the rows of those that only repeat the header of people above.

    The title of the sheet may repeat with it, or that of the list above with a word that it goes on. Another line of
    text above a header may be about another event, so it begins a table. Without any text above, the header of numbers
    may repeat as well.
    """
    kept, again = list(heads[:1]), list[int]()
    of_list = first = range(heads[0][0] if heads else 0)
    for rows in heads[1:]:
        last = kept[-1]
        above = range(finder.text_start(max(again[-1:] + last) + 1, rows[0]), rows[0])
        said = {_without_page(text) for text in _texts(finder, first)}
        lines = [(row, text) for row in above for text in _texts(finder, [row])]
        numbered = any(is_page_line(text) or _without_page(text) != text for _row, text in lines)
        lines = [(row, text) for row, text in lines if not (numbered and is_total(text))]  # "carried forward: 9"
        goes_on = {row for row, text in lines if _goes_on(text, _texts(finder, of_list), numbered=numbered)}
        paged = all(is_page_line(text) or _without_page(text) in said or row in goes_on for row, text in lines)
        pairs = zip(rows, last, strict=False)
        same = len(rows) == len(last) and all(_heads(finder, row) == _heads(finder, one) for row, one in pairs)
        if same and paged and (finder.names_people(rows) or not lines):
            again += [*sorted(goes_on), *_title_of_part(finder, rows[0]), *rows]
        else:
            kept.append(rows)
            of_list = above
    return kept, again


def _title_of_part(finder: HeaderFinder, row: int) -> list[int]:
    """Returns the row right above a header that repeats, if it stands apart from the people above and has fewer cells
    than they: the title of a part, with something beside it ("Table 2", "interpreter: none")."""
    if row < _FEWEST_COLUMNS or finder.profile(row - 2).cells:
        return []
    texts = _texts(finder, [row - 1])
    return [row - 1] if 1 < len(texts) < len(_texts(finder, [row])) and any(map(LABELLED.search, texts)) else []


def _texts(finder: HeaderFinder, rows: Iterable[int]) -> list[str]:
    return [text for row in rows for _at, _kind, text in finder.profile(row).cells]


def _goes_on(text: str, titles: Sequence[str], *, numbered: bool) -> bool:
    """Whether a line says that a list goes on, after the number of a page or with a title that stands above it."""
    title = before_continuation(text)
    if title is None or is_page_line(text):
        return False
    return numbered or not title or any(f" {normal(title)} " in f" {normal(one)} " for one in titles)


def heads_answers(above: Sequence[tuple[int, str, str]], below: Sequence[tuple[int, str, str]]) -> bool:
    """Returns whether the only cell above a header row asks who was there, over a yes and a no."""
    if len(above) != 1 or meaning_of(above[0][2]) != "present":
        return False
    answers = [normal(text) for at, _kind, text in below if above[0][0] <= at <= above[0][0] + 1]
    return len(answers) > 1 and says_present(answers[0]) and says_absent(answers[1])


def repeats_header(grid: Grid, heads: Heads, row: int) -> bool:
    """Returns whether a row and the one above it are the last header, of two rows, once more."""
    head = heads[-1] if heads else []
    return len(head) > 1 and all(grid.rows[row - at] == grid.rows[head[-1] - at] for at in (0, 1))


def _without_page(text: str) -> str:
    """Returns a title without the number of the page behind it ("Forum, 3 May 2021 – page 2 of 3")."""
    found = _PAGE_BEHIND.fullmatch(text)
    return found[1].rstrip() if found and is_page_line(found[2]) else text


def _heads(finder: HeaderFinder, row: int) -> list[tuple[int, str]]:
    return [(at, normal(text)) for at, _kind, text in finder.profile(row).cells]


def is_narrow_header(finder: HeaderFinder, row: int) -> bool:
    """Returns whether two cells are headers, not a label and its value ("Event | Workshop")."""
    texts = [text for _at, _kind, text in finder.profile(row).cells]
    labelled = any(LABELLED.search(text) for text in texts) or is_long_value(texts[-1])
    if finder.profile(row).count("header") < 2 or labelled or len({meaning_of(text) for text in texts}) < 2:
        return False
    if any(finder.vocabulary.exact(VocabularyKind.ACTIVITY, text) for text in texts[1:]):
        return False
    if _names_event(finder.vocabulary, texts[-1]):
        near = range(row + 1, min(row + _MOST_DETAILS, len(finder.grid.rows)))
        titled = any(finder.profile(at).count("header") > 1 and finder.names_people([at]) for at in near)
        if titled or meaning_of(texts[0]) in _NAMES_OF_EVENTS:  # "List of participants | Info session for parents"
            return False
    if _is_among_details(finder, row):
        return False
    near = range(row + 1, min(row + 3, len(finder.grid.rows)))
    following = [below for below in map(finder.profile, near) if below.cells]
    counts = meaning_of(texts[-1]) == "people" and all(map(is_label_with_number, following))  # "locale", 38
    labels = (
        (label_meaning(f.cells[0][2]) in EVENT and not counts_community(finder.vocabulary, f)) or f.count("header") >= 3
        for f in following
        if not counts
    )
    return bool(following) and not any(labels)


def _names_event(vocabulary: Vocabulary, text: str) -> bool:
    """Whether a text has an activity among other words and heads no column ("Info session for language teachers")."""
    heads = is_header_word(text) or meaning_of(text) in _OF_NUMBERS
    return not heads and bool(vocabulary.inside(VocabularyKind.ACTIVITY, text))


def _is_among_details(finder: HeaderFinder, row: int) -> bool:
    """Whether a label with its value goes on with those of the event above it ("Where", "Graz, Ring Street 3"; "Minutes
    by", "A. Beck (staff)"): few rows of its kind stand below, then a header of people after a blank row."""
    grid, places = finder.grid, _filled(finder.grid, row)
    if not row or _filled(grid, row - 1) != places or finder.names_people([row]):
        return False
    above = finder.profile(row - 1)
    if not (labels_day(above) or meaning_of(above.cells[0][2]) in EVENT or find_dates(above.cells[-1][2])):
        return False
    end = next((at for at in range(row, len(grid.rows)) if _filled(grid, at) != places), row)
    if end - row > _MOST_DETAILS or end == len(grid.rows) or _filled(grid, end):
        return False
    below = (at for at in range(end, len(grid.rows)) if _filled(grid, at))
    head = next(below, None)
    return head is not None and finder.profile(head).count("header") > 0 and finder.names_people([head])


def counts_community(vocabulary: Vocabulary, profile: RowProfile) -> bool:
    """Returns whether a row is a community's word, also one that labels places ("Locale"), and a number beside it."""
    return is_label_with_number(profile) and vocabulary.exact(VocabularyKind.COMMUNITY, profile.cells[0][2]) is not None


def states_detail(grid: Grid, row: int) -> bool:
    """Returns whether a row is a label with its value ("Visitors", "about 50"): the value has a number, or the row
    above or below states a detail of the event in the same columns."""
    places = _filled(grid, row)
    if len(places) != _LABEL_AND_VALUE:
        return False
    if any(map(str.isdigit, text_of(grid.rows[row][places[1]]))):
        return True
    near = (at for at in (row - 1, row + 1) if 0 <= at < len(grid.rows) and _filled(grid, at) == places)
    return any(meaning_of(text_of(grid.rows[at][places[0]])) in EVENT for at in near)


def is_unknown_header(grid: Grid, row: int, at: int) -> bool:
    """Returns whether the row right above people whose names stand in a column is a header of words that nobody knows:
    it fills the same columns, with one word over the names, and has no digit."""
    if row < 0 or len(_filled(grid, row)) < _FEWEST_COLUMNS or _filled(grid, row) != _filled(grid, row + 1):
        return False
    texts = [cell_text(grid, row, column) for column in _filled(grid, row)]
    over = cell_text(grid, row, at)
    return len(over.split()) == 1 and ":" not in over and not any(c.isdigit() for text in texts for c in text)


def is_long_value(text: str) -> bool:
    """Returns whether a text beside a label is a sentence with a number, and no header."""
    return len(text.split()) > _LONGEST_HEADER and any(map(str.isdigit, text))


def _filled(grid: Grid, row: int) -> list[int]:
    return [at for at, value in enumerate(grid.rows[row]) if text_of(value)]


def fits_values_below(grid: Grid, row: int) -> bool:
    """Returns whether a row is a header by the rows right below: days stand below one of its known words, and numbers
    below its word for numbers of people."""
    below = [cells for cells in grid.rows[row + 1 : row + 1 + _ROWS_BELOW] if any(map(text_of, cells))]
    told = {at: text for at, value in enumerate(grid.rows[row]) if (text := text_of(value)) and is_header_word(text)}
    columns = {at: [cells[at] for cells in below if at < len(cells)] for at in told}
    whole = {at: values for at, values in columns.items() if len(values) == _ROWS_BELOW}
    days = any(all(read_date(value) is not None for value in values) for values in whole.values())
    counts = (values for at, values in whole.items() if meaning_of(told[at]) in ("people", "total"))
    return days and any(all(number_of(value) is not None for value in values) for values in counts)


def labels_day(profile: RowProfile) -> bool:
    """Returns whether a row has a label for the day and its only day beside it, perhaps with a title ("OEP day",
    "Date:", "23/01/2021"), and no header of people: it states an event."""
    if profile.count("date") != 1 or any(meaning_of(text) in PERSONAL for _at, _kind, text in profile.cells):
        return False
    return any(
        meaning_of(label) == "date" and kind == "date" and read_date(label) is None
        for (_at, _label, label), (_beside, kind, _text) in pairwise(profile.cells)
    )


def names_day(profile: RowProfile) -> bool:
    """Returns whether a row of text has words around a day in one of its last cells ("am 03.05.2021"): a title."""
    texts = [text for _at, _kind, text in profile.cells[1:] if read_date(text) is None or not text[:1].isdigit()]
    return sum(" " in text and len(find_dates(text)) == 1 for text in texts) == 1


def header_of_names_and_marks(grid: Grid, last: int) -> list[list[int]]:
    """Returns the first row, before the *last*, that heads full names in one column and, under a word for coming or
    signing, marks in another, whatever its other headers say; none if no row does."""
    for row in range(min(len(grid.rows) - _FEWEST_NAMES, last)):
        heads = {at: text for at, value in enumerate(grid.rows[row]) if (text := text_of(value))}
        if not 1 < len(heads) <= _MOST_HEADERS or any(map(LABELLED.search, heads.values())):
            continue
        told = [at for at, text in heads.items() if _says_who_came(text)]
        if not any(_mostly(_below(grid, row, at), lambda text: says_present(text) or says_absent(text)) for at in told):
            continue
        named = [at for at in heads if at not in told and _mostly(_below(grid, row, at), is_full_name)]
        if len(named) == 1 and not is_full_name(heads[named[0]]):
            return [[row]]
    return []


def _says_who_came(header: str) -> bool:
    return meaning_of(header) in ("present", "signature") or (" " in header and counts_who_came(header))


def _below(grid: Grid, row: int, at: int) -> list[str]:
    """Returns what stands in a column below a row, up to the first empty row."""
    filled = takewhile(lambda cells: any(map(text_of, cells)), grid.rows[row + 1 : row + 1 + _SAMPLE])
    return [text for cells in filled if (text := text_of(cells[at]) if at < len(cells) else "")]


def _mostly(texts: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return len(texts) >= _FEWEST_NAMES and sum(map(holds, texts)) >= _MOSTLY * len(texts)
