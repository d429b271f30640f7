"""Leaves out numbers of people who didn't come ("4 people | came: no") or are of the team, of people whom other rows
count ("most at once", the same people by gender), and of things ("leaflets handed out")."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import Division
from liaison_metrics.sheets.headcounts.sums import numbers_in_row
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, NotCountedReason, NotCountedRow, Reading
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import has_total, is_total, number_of, text_of
from liaison_metrics.sheets.words.headers import is_about_those_present, meaning_of
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.found import has_phrase, phrases_in
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.titles.helpers import is_of_team_beside, says_not_counted
from liaison_metrics.sheets.words.presence import says_absent, says_present
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_MARKED = 3
"""Where so many numbers have a mark, one without says that nobody came; one or two marks may be of something else."""

_FEWEST_PARTS = 2
"""Any number is the sum of itself."""

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)

_LONGEST_STAGE = 3
"""Words of a label for those who registered or came; longer ones say more."""

_FEWEST_ALIKE = 3
"""Fewer rows may be filled alike by chance."""

_ITEM = re.compile(r"[A-Za-z]?\d{1,2}[a-z]?[.)]?")
"""The number of an item in a form."""

_FEWEST_HOURS = 2
"""One number has no fullest hour."""


def rows_left_out(
    table: Table, columns: Sequence[Column], rows: Iterable[int], reading: Reading, entries: SheetEntries
) -> set[int]:
    """Returns those of the rows whose numbers are of people who didn't come, or of the team, or whom other rows count,
    or are of things, and notes them as such."""
    stages = _rows_of_other_stages(table, sorted(rows := set(rows)))
    entries.enter_all(stages, Reason.NO_PEOPLE)
    rows -= stages
    aside = {at for at in rows if says_not_counted(_label(table.grid.rows[at]))}
    others = aside | _last_rows(table, sorted(rows - aside), lambda label: _counts_things(label) or _counts_team(label))
    team = aside | {at for at in others if _counts_team(_label(table.grid.rows[at]))}
    _enter_not_counted(table, team, NotCountedReason.STAFF, reading)
    entries.enter_all(team, Reason.STAFF_BY_ROW)
    entries.enter_all(things := others - team, Reason.NO_PEOPLE)
    rows -= others
    again = _last_rows(table, sorted(rows), _is_of_fullest_moment)
    entries.enter_all(again, Reason.STATED_AGAIN)
    return stages | team | things | again | _absent_rows(table, columns, rows - again, reading, entries)


def _rows_of_other_stages(table: Table, rows: Sequence[int]) -> set[int]:
    """Returns the rows that are neither of people present nor of others beside them, where one says how many were there
    and another how many of the same people had registered or stayed away ("Registered: 110", "Attended: 87")."""
    labels = {at: _label(table.grid.rows[at]) for at in rows}
    away = {at for at, label in labels.items() if _is_of_those_away(label)}
    there = {at for at, label in labels.items() if at not in away and meaning_of(label) == "present"}
    if not (away and there):
        return set()
    also = {at for at, label in labels.items() if is_about_those_present(label) or additional_code(label)}
    return set(rows) - there - (also - away)


def _is_of_those_away(label: str) -> bool:
    form = normal(label)
    short = len(form.split()) <= _LONGEST_STAGE and not any(map(str.isdigit, form))
    return short and (meaning_of(label) == "registered" or says_who_does_not_count(form)) and not _counts_team(label)


def _last_rows(table: Table, rows: Sequence[int], are: Callable[[str], bool]) -> set[int]:
    """Returns the last rows if their labels say that their numbers are of something else than the rows above, such as
    the fullest hour: these are of hours, days or parts with numbers, or end with a total."""
    labels = {at: _label(table.grid.rows[at]) for at in rows}
    found: set[int] = set()
    for at in reversed(rows):
        if labels[at] and (_goes_on_counting(table.grid.rows[at]) or not are(labels[at])):
            break
        found |= {at} if labels[at] else set()
    above = [at for at in rows if at not in found]
    if not found or len(above) < _FEWEST_HOURS:
        return set()
    numbered = 2 * sum(_is_numbered(table.grid.rows[at]) for at in above) > len(above)
    lines = [table.grid.rows[at] for at in table.rows if above[-1] < at < min(found)]
    ended = any(is_total(text := text_of(value)) or has_total(text) for cells in lines for value in cells)
    apart = _sums_up_block(table, above[-1]) or _stand_apart(table, above, min(found))
    return found if numbered or ended or apart else set()


def _sums_up_block(table: Table, at: int) -> bool:
    """Whether a row states the sum of the numbers right above it, in whatever words."""
    stated = numbers_in_row(table.grid.rows[at])
    told = 0
    for parts, row in enumerate(range(at - 1, -1, -1), 1):
        numbers = numbers_in_row(table.grid.rows[row])
        if len(numbers) != 1 or len(stated) != 1:
            return False
        told += numbers[0]
        if parts >= _FEWEST_PARTS and told == stated[0]:
            return True
    return False


def _stand_apart(table: Table, above: Sequence[int], first: int) -> bool:
    """Whether rows from the *first* on go on below an empty row, or are filled otherwise than those above."""
    filled = [{at for at, value in enumerate(table.grid.rows[row]) if text_of(value)} for row in (*above, first)]
    alike = len(above) >= _FEWEST_ALIKE and all(places == filled[0] for places in filled[:-1])
    return alike and (first > above[-1] + 1 or filled[-1] != filled[0])


def _label(cells: Sequence[Cell]) -> str:
    """Returns the first text of a row that is neither a number nor that of an item ("C7")."""
    texts = (text for value in cells if number_of(value) is None and (text := text_of(value)))
    return next((text for text in texts if not _ITEM.fullmatch(text)), "")


def _is_numbered(cells: Sequence[Cell]) -> bool:
    """Whether a row begins with an hour, a day or a number."""
    first = next((text for value in cells if (text := text_of(value))), "")
    return any(map(str.isdigit, first))


def _goes_on_counting(cells: Sequence[Cell]) -> bool:
    """Whether a row begins with a number of its own, as the rooms or hours above it do ("3 | Photo | 12")."""
    first = next((value for value in cells if text_of(value)), None)
    return number_of(first) is not None


def _is_of_fullest_moment(label: str) -> bool:
    said = f" {normal(label)} "
    phrases = phrases_in(said, evidence("fullest_moment"))
    for phrase in phrases:
        said = said.replace(f" {phrase} ", " ")
    known = people_words("fillers") | people_words("people") | people_words("present") | people_words("about")
    return bool(phrases) and all(word in known or not word.isalpha() for word in said.split())


def _counts_things(label: str) -> bool:
    """Whether a label is of things that people got or used, and neither of people nor of a numbered part."""
    said, words = f" {normal(label)} ", normal(label).split()
    kinds = people_words("minors") | tools("adults") | tools("gender_heading")
    people = people_words("people") | people_words("present")
    named = has_phrase(said, evidence("no_things") | evidence("given_out"))
    named = named and not has_phrase(said, tools("tickets"))  # who has one may have come
    return named and not any(map(str.isdigit, said)) and not people.intersection(words) and words[0] not in kinds


def _counts_team(label: str) -> bool:
    """Whether a label is of the team ("Helpers of the club"), or says that its number doesn't count."""
    said, words = f" {normal(label)} ", normal(label).split()
    team = tools("team") | values("staff") | evidence("helpers")
    named = not team.isdisjoint(words) or is_of_team_beside(label)
    return named or has_phrase(said, tools("not_counted"))


def _absent_rows(
    table: Table, columns: Sequence[Column], rows: Iterable[int], reading: Reading, entries: SheetEntries
) -> set[int]:
    """Returns those of the rows that a column of who came marks as absent, and notes them as not counted. An empty cell
    says so where at least a few others have a mark, and none says that somebody was absent."""
    numbers = [at for at in rows if any(number_of(value) is not None for value in table.grid.rows[at])]
    found: set[int] = set()
    for column in columns:
        texts = {at: text for at in numbers if (text := column.text(table.grid.rows[at]))}
        there = sum(map(says_present, texts.values()))
        away = {at for at, text in texts.items() if says_absent(text)}
        if column.meaning == "present" and not column.is_numeric and there and there + len(away) == len(texts):
            found |= away if away or there < _FEWEST_MARKED else set(numbers).difference(texts)
    entries.enter_all(found, Reason.ABSENT_BY_ROW)
    _enter_not_counted(table, found, NotCountedReason.ABSENT, reading)
    return found


def leave_out_team(sheet: str, row: int, reading: Reading, entries: SheetEntries) -> bool:
    """Notes a row, counted from 1, as one of the team alone. Returns True."""
    reading.rows_read += 1
    reading.not_counted.append(NotCountedRow(sheet, row, NotCountedReason.STAFF))
    entries.enter(row, Reason.STAFF_BY_ROW)
    return True


def _enter_not_counted(table: Table, rows: Collection[int], reason: NotCountedReason, reading: Reading) -> None:
    reading.rows_read += len(rows)
    reading.not_counted += [NotCountedRow(table.grid.name, at + 1, reason) for at in sorted(rows)]


def rows_divided_again(
    rows: Sequence[Sequence[Cell]],
    data: Sequence[int],
    totals: Collection[int],
    divisions: Sequence[Division],
    vocabulary: Vocabulary,
) -> list[int]:
    """Returns the rows of later blocks that divide the same people once more ("The same visitors by gender"): they fill
    fewer cells, or divide them by another kind under a header of their own, and add up to those of the first block. If
    the header itself names the same people, the block of more people holds."""
    first, *later = _blocks(rows, data)
    own = [rows[row] for row in first if row not in totals]
    columns = [c for division in divisions[:1] for c in ([division.rest] if division.rest else division.columns)]
    people = sum(number_of(column.value(cells)) or 0 for cells in own for column in columns)
    usual = min((_filled(cells) for cells in own if numbers_in_row(cells)), default=0)
    found: list[int] = []
    named = [(people, first)]
    for block in later:
        parts = [rows[row] for row in block if row not in totals]
        numbers = [number for cells in parts for number in numbers_in_row(cells)]
        head = [] if numbers_in_row(rows[block[0]]) else rows[block[0]]
        others = _kinds(parts, vocabulary) - _kinds(own, vocabulary)
        fewer = all(_filled(rows[row]) < usual for row in block)
        apart = bool(head) and (bool(others) or _heads_parts(head))
        if len(numbers) < _FEWEST_PARTS or not people:
            continue
        if (fewer or apart) and sum(numbers) == people:
            found += block
        elif apart and _names_same_people(head, by_kind=bool(others)):
            named.append((sum(numbers), block))
    most = max(named, key=lambda one: one[0])[1]
    return sorted([*found, *(row for _people, block in named if block is not most for row in block)])


def rows_beside_kinds(
    table: Table, data: Sequence[int], totals: Collection[int], labels: Sequence[Column], vocabulary: Vocabulary
) -> tuple[set[int], set[int]]:
    """Returns the rows with numbers, no *totals*, that are under none of the kinds by which a column says that the
    others divide the people ("Gender", "Age"), and so are no further people: first those of all people, then those of a
    kind that nobody knows, of the team and of absent people. *labels* are the columns of labels."""
    rows = table.grid.rows
    kinds = {row: kind for column in labels for row, kind in column.kinds.items()}
    if not kinds and not table.headers:
        everybody, beside = _rows_beside_parts(rows, data, vocabulary)
        return everybody, beside.difference(totals)
    own = [row for row in data if row not in totals] if kinds else []
    others = [row for row in own if not kinds.get(row) and numbers_in_row(rows[row])]
    again = {row for row in others if row in kinds or says_who_does_not_count(_head(rows[row]))}
    return {row for row in others if not is_part(_label(rows[row]))} - again, again


def _rows_beside_parts(
    rows: Sequence[Sequence[Cell]], data: Sequence[int], vocabulary: Vocabulary
) -> tuple[set[int], set[int]]:
    """Returns the row of all people in a form without a header ("Participants: 21 | Women: 12 | Men: 9"), which states
    what the rows of genders or communities add up to, or says that it is of people; then those of anything else
    ("Volunteers: 3", "Costs: 230"). Nothing if no row is of all people."""
    numbers = {row: told[0] for row in data if len(told := numbers_in_row(rows[row])) == 1}
    heads = {row: _head(rows[row]) for row in numbers}
    parts = [{row for row, head in heads.items() if vocabulary.exact(kind, head)} for kind in _KINDS]
    sums = {sum(numbers[row] for row in part) for part in parts if len(part) >= _FEWEST_PARTS}
    others = [
        row for row, head in heads.items()
        if not any(row in part for part in parts) and not additional_code(head) and not is_part(_label(rows[row]))
    ]  # fmt: skip
    named = [row for row in others if meaning_of(heads[row]) == "people"]
    whole = named[:1] if len(named) == 1 else [row for row in others if numbers[row] in sums]
    if not sums or len(whole) != 1:
        return set(), set()
    return set(whole), set(others).difference(whole)


def _blocks(rows: Sequence[Sequence[Cell]], data: Sequence[int]) -> list[Sequence[int]]:
    """Returns the rows between empty ones, and those from a header of parts on."""

    def begins(at: int) -> bool:
        return data[at] > data[at - 1] + 1 or (not numbers_in_row(rows[data[at]]) and _heads_parts(rows[data[at]]))

    starts = [0, *filter(begins, range(1, len(data))), len(data)]
    return [data[start:end] for start, end in pairwise(starts)]


def _heads_parts(cells: Sequence[Cell]) -> bool:
    """Whether a row heads parts of those above by its first words ("Of whom", "Davon | Anzahl"), or names the same."""
    known = (f"{_head(cells)} ".startswith(f"{one} ") for one in tools("of_whom"))
    return any(known) or _says_same(cells)


def _says_same(cells: Sequence[Cell]) -> bool:
    return has_phrase(_head(cells), evidence("same_people"))


def _names_same_people(cells: Sequence[Cell], *, by_kind: bool) -> bool:
    """Whether a row names the same people, not only the same lesson or stand: its words or the parts below say so."""
    words = set(_head(cells).split())
    return _says_same(cells) and (by_kind or not words.isdisjoint(people_words("people") | people_words("present")))


def _head(cells: Sequence[Cell]) -> str:
    return normal(next(filter(None, map(text_of, cells)), ""))


def _kinds(rows: Sequence[Sequence[Cell]], vocabulary: Vocabulary) -> set[str]:
    """Returns by what the first words of rows divide people."""
    labels = [next(filter(None, map(text_of, cells)), "") for cells in rows]
    genders = {"gender" for label in labels if normal(label) in tools("gender_heading")}
    known = {kind.value for label in labels for kind in _KINDS if vocabulary.exact(kind, label)}
    return genders | known | {"age_band" for label in labels if age_band_of(label) is not None}


def _filled(cells: Sequence[Cell]) -> int:
    return sum(bool(text_of(value)) for value in cells)
