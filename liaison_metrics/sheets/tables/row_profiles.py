"""Row profiles: what kind of content each cell of a row has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.words.cells import is_class, is_email, is_phone, number_of, text_of
from liaison_metrics.sheets.words.date_parts import is_part_of_a_day
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import EVENT, NAMES, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.titles.labelled_values import LABEL, label_meaning
from liaison_metrics.sheets.words.presence import is_absence_mark, says_absent, says_present, says_signed
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_AROUND = 60
"""So many rows above and below show what the rows of a list repeat."""

_OF_PEOPLE = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP, VocabularyKind.ROLE,
              VocabularyKind.CITY)  # fmt: skip
_PARTICIPANTS = frozenset(("name", "people"))
"""Meanings of words for participants ("Student", "pupils")."""

_NEAR = 12
"""So many rows above and below show whether a row is one of a list."""

_DETAILS = EVENT | {"instructor", "partner", "organisation", "project", "time"}
"""What labels with values say of an event."""

_STAMP = re.compile(r"\d[ T,]\s*\d{1,2}[:.]\d{2}[:.]\d{2}(?!\d)")
"""A time to the second."""

_FEWEST_NAMED = 3
"""A title and a line below it may read as two names."""

_REPEATED = 3
"""Lines of text above a table hardly have the same text so often."""


def has_address_or_stamp(cells: Sequence[Cell]) -> bool:
    """Returns whether a row has an e-mail address or a time to the second, as no header has."""
    try:
        texts = "\0".join(cells)  # type: ignore[arg-type]  # cells of a text file are texts: fast
    except TypeError:
        texts = "\0".join([value for value in cells if type(value) is str])
    return "@" in texts or _STAMP.search(texts) is not None


@dataclass(frozen=True, slots=True)
class RowProfile:
    """The content of a row's cells as (position, kind, text). Kinds: header, date, word, value, text."""

    cells: tuple[tuple[int, str, str], ...]

    def count(self, *kinds: str) -> int:
        """Returns how many cells are of these kinds."""
        return sum(kind in kinds for _at, kind, _text in self.cells)

    def has_adjacent(self, wanted: str) -> bool:
        """Whether two adjacent cells are of this kind."""
        kinds = [kind for _at, kind, _text in self.cells]
        return any(a == b == wanted for a, b in pairwise(kinds))

    @property
    def has_adjacent_headers(self) -> bool:
        """Whether two headers are adjacent, as in a header row and not in a row of labels and values."""
        kinds = [kind for _at, kind, _text in self.cells]
        return any(a == b == "header" for a, b in pairwise(kinds))

    def marks_days_of(self, header: RowProfile) -> bool:
        """Returns whether the row says under each of a header's days if somebody was there: no row of headers does."""
        days = {at for at, kind, _text in header.cells if kind == "date"}
        marks = [text for at, _kind, text in self.cells if at in days]
        return len(marks) > 1 and self.cells[0][0] not in days and all(says_present(t) or says_absent(t) for t in marks)


def titles_table(above: RowProfile, below: RowProfile, vocabulary: Vocabulary) -> bool:
    """Returns whether the row *above* a header row is a title in several cells: it begins over the first column, names
    an activity there, or one city, and heads nothing ("Info sessions of the union", "Athens", "spring 2021"): no days,
    and neither an activity nor a known word stands in another cell."""
    first, *others = [text for _at, _kind, text in above.cells]
    if above.cells[0][0] > below.cells[0][0] or below.count("date") or any(map(meaning_of, (first, *others))):
        return False
    cities = [text for text in (first, *others) if vocabulary.exact(VocabularyKind.CITY, text)]
    if len(cities) > 1 or any(map(vocabulary.lesson, others)):
        return False
    named, beside = (
        any(vocabulary.inside(VocabularyKind.ACTIVITY, text) for text in texts) for texts in ([first], others)
    )
    return (named or len(cities) == 1) and not beside


class RowProfiler:
    """Profiles the rows of one sheet, each once."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary) -> None:
        self.grid, self.vocabulary = grid, vocabulary
        self._profiles: dict[int, RowProfile] = {}

    def profile(self, row: int) -> RowProfile:
        """Returns the profile of the row at a position in the grid."""
        if row not in self._profiles:
            cells = [(at, value, text) for at, value in enumerate(self.grid.rows[row]) if (text := text_of(value))]
            kinds = [self._kind(value) for _at, value, _text in cells]
            if kinds and kinds[0] == "word" and meaning_of(cells[0][2]) == "number":
                kinds[0] = "header"  # "Nr" numbers the rows; further on, it can say that nothing is stated ("n.r.")
            if len(cells) > 1:  # alone, "Who came?" is a line above people
                asks = tools("asks_who") | tools("asks_where")
                kinds = [
                    "header" if normal(text) in asks else kind for (_, _, text), kind in zip(cells, kinds, strict=True)
                ]
            known = [text for (_at, _value, text), kind in zip(cells, kinds, strict=True) if kind == "header"]
            if kinds[:1] == ["text"] and _are_signatures(known):
                kinds = ["text" if kind == "header" else kind for kind in kinds]
            self._profiles[row] = RowProfile(
                tuple((at, kind, text) for (at, _value, text), kind in zip(cells, kinds, strict=True))
            )
        return self._profiles[row]

    def repeats_nearby_rows(self, row: int) -> bool:
        """Returns whether nearby rows have the same words in the same columns. Data rows do; header rows don't."""
        near = range(max(0, row - 3), min(row + 4, len(self.grid.rows)))
        stated = self._stated_in_data([other for other in near if other != row])
        own = {(at, text) for at, kind, text in self.profile(row).cells if kind in ("header", "word", "date")}
        return bool(own & stated) and len(own & stated) >= 0.3 * len(own)

    def names_one(self, head: int, row: int) -> bool:
        """Returns whether a row has a full name under a header of names, and no word of headers there: its other words
        are what somebody is ("Coordinator", "community"). It stands right below the header, or a row that has such a
        name and something beside it."""
        above = self.grid.rows[row - 1]
        places = [at for at, value in enumerate(self.grid.rows[head]) if meaning_of(text_of(value)) in NAMES]
        if row != head + 1:
            beside = sum(bool(text_of(value)) for value in above) > 1
            places = [at for at in places if beside and _is_somebody(self.grid, row - 1, at)]
        return any(_is_somebody(self.grid, row, at) for at in places)

    def repeats_list(self, head: int, row: int) -> bool:
        """Returns whether a row within a list has words of headers that further rows of the list have in the same
        columns ("delegate", "NO"), so that it is one of them: most of its words, or one if it has a day where the row
        above has one, or if most rows of the list have that word."""
        if self._has_word_of_most(head, row):
            return True
        if row + 1 >= len(self.grid.rows) or not (self.profile(row - 1).cells and self.profile(row + 1).cells):
            return False
        own = {(at, text) for at, kind, text in self.profile(row).cells if kind == "header"}
        around = range(max(head + 1, row - _AROUND), min(row + _AROUND, len(self.grid.rows)))
        stated = self._stated_in_data([other for other in around if self.grid.rows[other] != self.grid.rows[row]])
        said = own & stated
        return bool(own) and (2 * len(said) > len(own) or (bool(said) and row - 1 > head and self._is_dated_alike(row)))

    def _has_word_of_most(self, head: int, row: int) -> bool:
        """Whether a row of a list without gaps has a word of headers where most of its rows have the same ("present"):
        headers of several lists without rows between them stand over other rows."""
        words = {at: text for at, kind, text in self.profile(row).cells if kind == "header"}
        above, below = range(row, max(head, row - _AROUND), -1), range(row + 1, len(self.grid.rows))[:_AROUND]
        run = [self.grid.rows[at] for side in (above, below) for at in takewhile(self._is_filled, side)]
        alike = (sum(text_of(cells[at]) == text for cells in run if at < len(cells)) for at, text in words.items())
        return len(run) > _REPEATED and any(2 * rows > len(run) for rows in alike)

    def _is_filled(self, row: int) -> bool:
        return any(value not in (None, "") for value in self.grid.rows[row])

    def _is_dated_alike(self, row: int) -> bool:
        """Whether a row and the one above it have a day in the same column, and one fills all columns of the other."""
        own, above = self.profile(row).cells, self.profile(row - 1).cells
        days, others = ({at for at, kind, _text in cells if kind == "date"} for cells in (own, above))
        places, filled = ({at for at, *_rest in cells} for cells in (own, above))
        return bool(days & others) and (places <= filled or filled <= places)

    def _stated_in_data(self, rows: Sequence[int]) -> set[tuple[int, str]]:
        """Returns the texts, with their columns, of those rows in which headers don't prevail."""
        data = (profile for row in rows if 2 * (profile := self.profile(row)).count("header") <= len(profile.cells))
        return {(at, text) for profile in data for at, _kind, text in profile.cells}

    def _kind(self, value: Cell) -> str:
        if read_date(value) is not None:
            return "date"
        if not isinstance(value, str):
            return "value"
        text = text_of(value)
        if is_part_of_a_day(text):
            return "date"
        if is_email(text) or is_phone(text) or text.replace(".", "").replace(",", "").isdigit():
            return "value"
        known = any(self.vocabulary.exact(kind, text) for kind in (VocabularyKind.COMMUNITY, VocabularyKind.CITY))
        if known or self.vocabulary.country(text):
            return "word"
        if len(text) > 2 and self.vocabulary.exact(VocabularyKind.GENDER, text):
            return "word"
        if self.vocabulary.exact(VocabularyKind.ACTIVITY, text) or len(self._event_words(text)) == 2:
            return "text"
        return "header" if meaning_of(text) and not _states_detail(text) else "text"

    def _event_words(self, text: str) -> set[VocabularyKind]:
        """Returns which of activity and city a longer text names, as event titles do."""
        return {
            kind
            for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY)
            if " " in text and self.vocabulary.inside(kind, text)
        }


def is_within_data(grid: Grid, row: int) -> bool:
    """Returns whether a row without headers above is one of a list, even if its words are headers (somebody called Gast
    or Land): it has the same text in a column as the rows right above and below it, or several rows above it have a
    text that rows below it repeat in the same column. So is a row with a full name below others
    ("Amal Barakat | teacher | facilitator")."""
    if goes_on_with_names(grid, row):
        return True
    if not 0 < row < len(grid.rows) - 1:
        return False
    columns = zip(*grid.rows[row - 1 : row + 2], strict=False)
    if any(text_of(own) and above == own == below for above, own, below in columns):
        return True
    above = _texts_by_place(grid.rows[max(0, row - _NEAR) : row])
    below = _texts_by_place(grid.rows[row + 1 : row + 1 + _NEAR])
    return any(above[place] >= _REPEATED and below[place] for place in above.keys() & below.keys())


def goes_on_with_names(grid: Grid, row: int) -> bool:
    """Returns whether a row has a full name in a column in which each of the rows right above it has one, too, and
    something beside it."""
    rows = grid.rows[max(0, row - _FEWEST_NAMED) : row + 1]
    named = [{at for at, value in enumerate(cells) if _is_a_name(text_of(value))} for cells in rows]
    beside = all(sum(map(bool, map(text_of, cells))) > 1 for cells in rows)
    return len(rows) > _FEWEST_NAMED and beside and bool(set[int].intersection(*named))


def _is_a_name(text: str) -> bool:
    return is_full_name(text) and not is_header_word(text)


def _texts_by_place(rows: Sequence[Sequence[Cell]]) -> Counter[tuple[int, Cell]]:
    """Returns how many rows have a text in each column but the first, in which labels may repeat."""
    return Counter(
        (at, value) for cells in rows for at, value in enumerate(cells) if at and isinstance(value, str) and value
    )


def _states_detail(text: str) -> bool:
    """Whether a text is a label of an event with its value ("Partner: Bridge Association"), and heads no column."""
    pair = LABEL.match(text)
    return pair is not None and label_meaning(pair[1]) in _DETAILS and "/" not in pair[2]


def _are_signatures(texts: Sequence[str]) -> bool:
    """Whether several cells, all that are header words, only say that a person signed ("Anna Beck | firma | firma")."""
    return len(texts) > 1 and len(set(texts)) == 1 and says_signed(texts[0])


def is_label_with_number(profile: RowProfile) -> bool:
    """Returns whether a row is a label and a number beside it ("Syrian", 12)."""
    return [number_of(text) is None for _at, _kind, text in profile.cells] == [True, False]


def filled_down_columns(rows: Sequence[Sequence[Cell]]) -> set[int]:
    """Returns the positions, among the event columns' cells, of those that also apply to the empty cells below."""
    lines = [[text_of(cell) for cell in cells] for cells in rows]
    if not lines or not any(lines[0]):
        return set()
    found = set()
    repeated = any(a == b and any(a) for a, b in pairwise(lines))
    for position in range(len(lines[0])):
        told = [line[position] for line in lines]
        gaps = [line for line in lines if not line[position]]
        apart = all(a != b for a, b in pairwise(text for text in told if text))
        whole = not repeated and not any(any(line) for line in gaps)
        if gaps and told[0] and (apart or whole):
            found.add(position)
    return found


def says_of_people(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a text beside a name says something of the person: a contact, a day, where they belong, or that
    they are one of the participants."""
    if not text:
        return False
    if "@" in text or is_phone(text) or read_date(text) is not None:
        return True
    if is_class(text) and not text.isdecimal():  # plain numbers may be grades
        return True
    known = any(vocabulary.exact(kind, text) for kind in _OF_PEOPLE) or vocabulary.country(text)
    return bool(known) or meaning_of(text) in _PARTICIPANTS or says_present(text) or is_absence_mark(text)


def _is_somebody(grid: Grid, row: int, at: int) -> bool:
    text = cell_text(grid, row, at)
    return is_full_name(text) and not any(map(is_header_word, (text, *text.split())))
