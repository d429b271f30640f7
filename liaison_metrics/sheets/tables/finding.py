"""Finds the tables of a sheet: header rows, data rows and the rows of text above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.days.next_events import after_sums_of_list, is_in_block_of_event
from liaison_metrics.sheets.tables.days.numbered_sessions import (
    heads_counts,
    heads_days,
    heads_marks,
    numbered_sessions,
    numbers_rows_below,
    stand_over_marks,
    stand_over_numbers,
)
from liaison_metrics.sheets.tables.header_rows import (
    LABELLED,
    fits_values_below,
    heads_answers,
    is_narrow_header,
    labels_day,
    names_day,
    repeats_header,
    states_day_of,
    without_repeats,
)
from liaison_metrics.sheets.tables.headerless import find_headerless_table, headers_by_contrast, single_column_header
from liaison_metrics.sheets.tables.lists.beside.marked_blocks import tables_of_names_beside
from liaison_metrics.sheets.tables.lists.listed_in_cells import listed_people_tables
from liaison_metrics.sheets.tables.lists.pasted_lists import pasted_list_tables
from liaison_metrics.sheets.tables.lists.side_by_side import parts_of_table, tables_under_days
from liaison_metrics.sheets.tables.row_profiles import RowProfiler, has_address_or_stamp, is_within_data, titles_table
from liaison_metrics.sheets.tables.table import FIRST_HEADER, Table, cell_text
from liaison_metrics.sheets.tables.text_lines import after_called_off, is_dated_title, is_page_line, is_prose
from liaison_metrics.sheets.tables.tied_counts import tied_count_tables
from liaison_metrics.sheets.words.cells import is_total, text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import EVENT, PERSONAL, is_header_word, is_part_of_header, meaning_of
from liaison_metrics.sheets.words.lists import normal, values
from liaison_metrics.sheets.words.phrases.titles.moments import names_moment, plain_words
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_TEXT = 200
_FIRST_CELLS = 60  # so many show whether a row may be a header, however wide it is
_FEWEST_HEADERS = 2
_EXPLANATION = re.compile(r"\([^()]*\)")  # what stands below a header and says more of it ("(block letters)")
_ANSWERED = frozenset(("date", "city", "activity", "community", "group", "gender", "role", "present", "joined"))


def find_tables(grid: Grid, vocabulary: Vocabulary, header_row: int | None = None) -> list[Table]:
    """Returns the tables of a sheet, top to bottom; none if no header is found. *header_row* is the row number of the
    only table's header, if a person gave it."""
    if found := pasted_list_tables(grid) or ([] if header_row else tied_count_tables(grid, vocabulary)):
        return found
    finder = _TableFinder(grid, vocabulary)
    above = grid.rows[header_row - 1 : header_row] if header_row and header_row > 0 else []
    given = any(text_of(value) for cells in above for value in cells)
    listed = [] if given else listed_people_tables(grid)
    heads, again = without_repeats([[header_row - 1]] if header_row and given else finder.header_rows(), finder)
    if not any(map(finder.names_people, heads)) and (listed := listed or tables_of_names_beside(grid)):
        return listed
    tables, start = list[Table](), 0
    for position, rows in enumerate(heads):
        following = heads[position + 1][0] if position + 1 < len(heads) else None
        end = len(grid.rows) if following is None else finder.text_start(rows[-1] + 1, following)
        data = [row for row in range(rows[-1] + 1, end) if row not in again]
        empty = not any(text_of(value) for row in data for value in grid.rows[row])
        if empty and (is_prose(grid.rows[rows[-1]]) if following is None else not finder.names_people(rows)):
            continue  # sentences, or labels and values above the next table
        alone = sum(bool(text_of(value)) for value in grid.rows[rows[0]]) == 1  # title and only header
        over, parts = parts_of_table(grid, rows, data)
        context = list(range(after_called_off(grid, start, rows[0]), rows[0] + (over or alone)))
        for part, columns in parts:
            sessions = dict.fromkeys(finder.numbered(rows[-1]), "session")
            pages = [row for row in again if rows[-1] < row < end]
            tables.append(Table(part, rows[over:], data, columns, context, sessions, pages, following))
        start = end
    return tables or list(filter(None, [find_headerless_table(grid, vocabulary)]))


class _TableFinder:
    def __init__(self, grid: Grid, vocabulary: Vocabulary) -> None:
        self.grid, self.vocabulary = grid, vocabulary
        self.profiler = RowProfiler(grid, vocabulary)
        self.profile = self.profiler.profile
        self.answered_headers = cache(self._answered_headers)

    def header_rows(self) -> list[list[int]]:
        heads: list[list[int]] = []
        row, count = 0, len(self.grid.rows)
        while row < (count if heads else min(count, FIRST_HEADER)):
            new = not heads or self._may_start_table(heads[-1][-1], row)
            if new and self._is_header(row) and (heads or not is_within_data(self.grid, row)):
                rows = [row]
                over = self._is_group_header(row - 1, row) or repeats_header(self.grid, heads, row)
                if over and (not heads or heads[-1][-1] < row - 1):
                    rows.insert(0, row - 1)
                most = 1 if heads and self.grid.rows[row] == self.grid.rows[heads[-1][-1]] else 3  # below it is data
                while rows[-1] + 1 < count and len(rows) < most and self._continues_header(rows[0], rows[-1] + 1):
                    rows.append(rows[-1] + 1)
                heads.append(rows)
                row = rows[-1]
            row += 1
        return heads or single_column_header(self.grid) or headers_by_contrast(self.grid, self.vocabulary)

    def _may_start_table(self, head: int, row: int) -> bool:
        """Whether a row below a header may be another header rather than data."""
        may_be = (again := self.grid.rows[row] == self.grid.rows[head]) or self._may_be_header(head, row)
        data = may_be and ((not again and self._answers_header(head, row)) or self.profiler.repeats_nearby_rows(row))
        return may_be and not (data or self.profiler.names_one(head, row) or self.profiler.repeats_list(head, row))

    def _may_be_header(self, head: int, row: int) -> bool:
        """Quick check for the many rows below a header: rules most of them out by their first cells."""
        cells = self.grid.rows[row]
        if has_address_or_stamp(cells) or len(list(islice(self._answered(head, row), 2))) > 1:
            return False
        told = [value for value in cells if value not in (None, "")][:_FIRST_CELLS]
        if not all(isinstance(value, str | date) for value in told):
            return False
        texts = [value for value in told if isinstance(value, str) and not value[:1].isdigit()]
        others = [text for text in texts if not is_header_word(text)]
        known, words = len(texts) - len(others), len(told) - len(texts)
        missing = max(0, max(2, 3 - known) - words)
        named = (text for text in others if any(self._is_word(kind, text) for kind in ("community", "gender")))
        return known >= 2 or missing == len(list(islice(named, missing)))

    def _is_data(self, head: int, row: int) -> bool:
        """Whether a row states an event's date and place under the headers above. No header row does."""
        asked = zip(self.grid.rows[head], self.grid.rows[row], strict=False)
        stated = {(meaning_of(text_of(header)), value) for header, value in asked if text_of(value)}
        dated = any(meaning == "date" and read_date(value) is not None for meaning, value in stated)
        placed = any(meaning in ("city", "activity") and self._is_word(meaning, text_of(v)) for meaning, v in stated)
        return dated and placed

    def _answers_header(self, head: int, row: int) -> bool:
        """Whether a row fits the header above in two columns, or says when somebody joined. It is then a data row even
        if all its cells are words, such as a participant without a name."""
        cells, answers = self.grid.rows[row], list(self._answered(head, row))
        above = self.grid.rows[row - 1] if row - 1 > head else ()
        known = {at for at, _meaning in self.answered_headers(head)}
        more = sum(
            at not in known and self._answers("present", one) and self._answers("present", cells[at])
            for at, one in enumerate(above[: len(cells)])
        )
        return len(answers) + more >= 2 or "joined" in answers

    def _answered(self, head: int, row: int) -> Iterator[str]:
        """Returns the meanings of the columns in which a row fits the header above."""
        cells = self.grid.rows[row]
        told = ((at, meaning) for at, meaning in self.answered_headers(head) if at < len(cells) and text_of(cells[at]))
        return (meaning for at, meaning in told if self._answers(meaning, cells[at]))

    def _answered_headers(self, head: int) -> list[tuple[int, str]]:
        """Returns the columns of a header row, with their meanings, whose cells can show that a row is of data."""
        meanings = enumerate(map(self._header_meaning, self.grid.rows[head]))
        return [(at, meaning) for at, meaning in meanings if meaning in _ANSWERED]

    def _header_meaning(self, header: Cell) -> str:
        meaning = "present" if read_date(header) is not None else meaning_of(text_of(header))
        return "present" if meaning == "session" else meaning

    def _answers(self, meaning: str, value: Cell) -> bool:
        if meaning in ("date", "joined"):
            return read_date(value) is not None or (meaning == "joined" and bool(find_dates(text_of(value))))
        if meaning == "present":
            return any(normal(text_of(value)) in values(kind) for kind in ("present", "absent"))
        return self._is_word(meaning, text_of(value))

    def _is_word(self, meaning: str, text: str) -> bool:
        return self.vocabulary.exact(VocabularyKind(meaning), text) is not None

    def _is_header(self, row: int) -> bool:
        profile = self.profile(row)
        if labels_day(profile):
            return False
        headers, words, dates = (profile.count(kind) for kind in ("header", "word", "date"))
        filled = len(profile.cells)
        if (
            headers == 1
            and (words >= 2 or dates >= 2)
            and filled
            and (profile.cells[0][0] > 0 or dates == filled - 2)
            and is_total(profile.cells[-1][2])
        ):
            if dates == filled - 2:  # the days of a cross table between what its rows are about and their sum
                return True
            headers, filled = 0, filled - 1  # total column of a cross table
        known = filled >= 2 and profile.count("header")
        marked = known and (self.numbered(row) or heads_marks(self.grid, row))
        if marked or (dates and heads_days(self.grid, row)) or (known and tables_under_days(self.grid, row - 1, row)):
            return True
        if filled < 2 or profile.count("value") or any(len(text) > _MOST_TEXT for _at, _kind, text in profile.cells):
            return False
        if headers == 0:
            over, others = heads_counts(self.grid, row), filled - words - dates
            return (words >= 3 or dates >= 2) and others <= 1 + over and (over or profile.cells[0][0] > 0)
        genders = {self.vocabulary.exact(VocabularyKind.GENDER, text) for _at, _kind, text in profile.cells} - {None}
        if headers == 1:
            return (dates >= 2 or words >= 2 or len(genders) >= 2) and profile.cells[0][1] == "header"
        if filled == 2:
            return is_narrow_header(self, row)
        if not profile.has_adjacent_headers and any(text.endswith(":") for _at, _kind, text in profile.cells):
            return False
        if not profile.has_adjacent_headers and (words or dates):
            return profile.has_adjacent("date") or profile.has_adjacent("word")
        framed = profile.has_adjacent_headers or headers >= 3 or self._is_numbered_list(row)
        framed = framed or fits_values_below(self.grid, row)
        return headers >= 2 and headers >= 0.5 * (filled - headers - words - dates) and framed

    def _is_numbered_list(self, row: int) -> bool:
        """Whether a row begins with a header for numbers, and the rows below it are numbered."""
        at, kind, text = self.profile(row).cells[0]
        return kind == "header" and meaning_of(text) == "number" and numbers_rows_below(self.grid, row, at)

    def numbered(self, row: int) -> dict[int, int]:
        """Returns the columns of a header row that only number sessions, and those numbers."""
        return numbered_sessions(self.grid, row) if self.profile(row).count("header") else {}

    def _is_group_header(self, above: int, row: int) -> bool:
        """Whether the row above a header row groups its columns or holds its session dates."""
        if above < 0:
            return False
        profile, below = self.profile(above), self.profile(row)
        if sum(not is_page_line(text) for _at, _kind, text in profile.cells) < 2 or profile.count("value"):
            return heads_answers(profile.cells, below.cells)
        activities = sum(self._is_word("activity", text) for _at, _kind, text in profile.cells)
        if activities >= 2 and below.count("date") >= 2:
            return True
        if states_day_of(self, above, row) or labels_day(profile) or titles_table(profile, below, self.vocabulary):
            return False
        if profile.count("header") >= _FEWEST_HEADERS and self._divides_header(above, row):
            return True
        if profile.count("date") >= 2 or profile.count("word") >= 2:
            return profile.cells[0][0] > below.cells[0][0] or profile.count("header") > 0
        plain = not profile.count("header") and not any(LABELLED.search(text) for _at, _kind, text in profile.cells)
        return plain and profile.cells[-1][0] - profile.cells[0][0] >= len(profile.cells) and not names_day(profile)

    def _continues_header(self, top: int, row: int) -> bool:
        """Whether a row continues the header above: it holds headers, dates, genders or communities."""
        profile = self.profile(row)
        if not profile.cells or profile.count("value") or self._is_data(top, row):
            return False
        if self._divides_header(top, row):
            return not profile.marks_days_of(self.profile(top))
        if self.profiler.repeats_nearby_rows(row) or profile.marks_days_of(self.profile(top)):
            return False
        first, heads = self.profile(top), [cell for at in range(top, row) for cell in self.profile(at).cells]
        genders = [self.vocabulary.exact(VocabularyKind.GENDER, text) for _at, _kind, text in profile.cells]
        gender = sum(code is not None for code in genders) if len(set(genders) - {None}) > 1 else 0
        known = profile.count("header", "date", "word") + gender
        spread = {at for at, kind, _text in first.cells if kind in ("date", "word")}
        named = {at for at, _kind, text in heads if meaning_of(text) in PERSONAL}
        people = any(at not in spread and meaning_of(text) in PERSONAL for at, _kind, text in profile.cells)
        if people and len(spread) == len(first.cells) >= 2 and spread <= {at for at, _kind, _text in profile.cells}:
            return True  # session dates above session topics, beside the people
        if any(at in named and kind != "header" for at, kind, _text in profile.cells):
            return False
        if profile.cells and all(at in spread for at, _kind, _text in profile.cells) and profile.count("text") >= 2:
            return all(len(text) > 2 for _at, _kind, text in profile.cells)
        wide = len(profile.cells) >= 2 and known >= 0.7 * len(profile.cells)
        return wide and (
            profile.count("date") >= 2 or gender >= 2 or profile.count("word") >= 2 or profile.count("header") >= 2
        )

    def _divides_header(self, top: int, row: int) -> bool:
        """Whether a row divides headers above that span several columns (days into mornings and afternoons, presence
        into yes and no); it may repeat the others."""
        above = {at: text for at, _kind, text in self.profile(top).cells}
        told = [(at, text) for at, _kind, text in self.profile(row).cells if above.get(at) != text]
        cells = [(at, text) for at, text in told if at not in above or not _EXPLANATION.fullmatch(text)]
        first = min(above, default=0)
        spanned = {at for at, _text in cells if at > first and above.get(at) in (None, above.get(at - 1))}
        parted = {at for at, text in above.items() if is_part_of_header(text) or meaning_of(text) == "session"}
        under = spanned | parted | {at for at in above if at + 1 in spanned}
        texts = [text for _at, text in cells]
        if not spanned or not all(at in under for at, _text in cells):
            return False
        known = all(
            meaning_of(t) or is_part_of_header(t) or names_moment(plain_words(t)) or (len(t) > 1 and texts.count(t) > 1)
            for t in texts
        )
        columns = [at for at, _text in cells]
        return known or stand_over_marks(self.grid, row, columns) or stand_over_numbers(self.grid, row, columns)

    def text_start(self, first: int, head: int) -> int:
        """Returns the row where the text that belongs to the next header begins."""
        row = head
        while row > first and self._is_free_text(row - 1, first, over_header=row == head):
            row -= 1
        row = after_sums_of_list(self, row, head) if row > first else row
        while row < head and not self.profile(row).cells:
            row += 1
        return row

    def _is_free_text(self, row: int, after: int, *, over_header: bool) -> bool:
        if len((profile := self.profile(row)).cells) <= 1 or is_in_block_of_event(self, row, after):
            return True
        first = profile.cells[0][2]
        if over_header and states_day_of(self, row, row + 1):
            before = cell_text(self.grid, row - 1, profile.cells[0][0]) if row else ""
            return read_date(before) is None and meaning_of(before) != "date"  # no row of a list with a day in each
        if is_dated_title([text for _at, _kind, text in profile.cells]) and not (row and self.profile(row - 1).cells):
            return True  # the title of the next block, after a blank row
        labelled = profile.cells[0][1] == "header" and profile.count("header") <= len(profile.cells) / 2
        labelled &= not (is_total(first) and row and self.profile(row - 1).cells)  # it ends the table above
        labelled = labelled or first.endswith(":") or (len(profile.cells) == 2 and meaning_of(first) in EVENT)
        return len(profile.cells) <= 4 and labelled

    def names_people(self, rows: list[int]) -> bool:
        """Returns whether these header rows have a column that identifies people."""
        return any(meaning_of(text) in PERSONAL for row in rows for _at, _kind, text in self.profile(row).cells)
