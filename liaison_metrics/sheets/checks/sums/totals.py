"""Checks the sheet's own sums: a number beside a total word ties with something that was counted, or it asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import ROWS, STATED, Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.sums.larger_totals import larger_totals
from liaison_metrics.sheets.checks.sums.some_of_all import some_of_all
from liaison_metrics.sheets.checks.sums.sums_of_blocks import sums_of_blocks
from liaison_metrics.sheets.checks.thresholds import NEAR_SUM, SAMPLE
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import labelled_numbers
from liaison_metrics.sheets.headcounts.beside_lists.named_and_others import divided_totals
from liaison_metrics.sheets.model import COMPANIONS, Cell, NotCountedReason
from liaison_metrics.sheets.rows.marking.marks import is_about_people, sums_up_kind, tells_hours
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import amount_of, is_total, names_currency, number_of, starts_total_row
from liaison_metrics.sheets.words.lists import evidence, header_starts, normal, people_words
from liaison_metrics.sheets.words.people import (
    PRESENT,
    TOTAL,
    PeopleStatement,
    statements_among,
)
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.prose.expected import names_things
from liaison_metrics.sheets.words.vocabulary import Vocabulary
from liaison_metrics.texts import ngettext

_LONGEST_MARK = 3
"""Marks such as "x" say that one person was there."""

_ORDINAL = re.compile(r"\d+[.)]\s")
"""The number of a section ("2. Participants")."""


def totals_that_do_not_tie(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a total around a list that is no sum of anything in it."""
    if not table.attendances:
        return
    events = {one.event for one in table.attendances}
    everybody = sum(one.event in events for one in table.reading.attendances)  # also those of a list beside it
    stated = [
        (row, statement)
        for row in (*table.lines_above(), *table.lost, *table.lines_below())
        if table.fates.heads.get(row, len(table.fates.counted)) <= len(table.fates.counted)
        for statement in statements_among(own_cells(table, row))
        if statement.kind in (PRESENT, TOTAL) and not _ORDINAL.match(table.text(row, statement.at[0]))
    ]
    stated += [
        *_divided(table),
        *_in_the_margin(table),
        *_nearly_summed(table),
        *larger_totals(table),
        *some_of_all(table),
    ]
    if not stated:
        return
    larger = {one.people for one in table.headcounts if not one.additional and one.people > everybody}
    sums = numbers_of_list(table) | larger  # that total counts already, on whichever row
    absent = sum(why is NotCountedReason.ABSENT for why in table.fates.not_counted.values())
    listed = len(table.fates.counted) + len(table.fates.not_counted)
    for row, statement in stated:
        people = statement.people
        there = absent > 0 and statement.kind == PRESENT and says_they_were_there(table.texts(row))
        contradicted = there and people > listed - absent
        at = statement.at[1]
        parts = at in _margin(table)  # they are no numbers of the people beside them
        if (not parts and people in _sums_above(table, row, at)) or _is_beside(table, at) or at in sessions_of(table):
            continue
        if _is_of_money(table, at) or any(map(names_things, _labels_in(table, row))):
            continue
        heads = (one for one in table.reading.headcounts if (one.sheet, one.row) == (table.sheet, row))
        own = sum(one.people for one in heads if one.additional)  # "8 in all, 3 did not sign"
        of_some = {people, people - own} & sums or people in _of_kinds(table, row, known.vocabulary)
        if not contradicted and (of_some or people in sums_of_blocks(table, row) or _divides_all(table, row, at, sums)):
            continue
        if contradicted or not any(people in _running(table, row, start) for start in (0, _start(table, row))):
            yield total_doubt(table, row, people, table.people)
            return


def _labels_in(table: CheckedTable, row: int) -> list[str]:
    """Returns the words of a row before its numbers."""
    return [text.rstrip("0123456789 :") for text in table.texts(row) if any(map(str.isalpha, text))]


def _is_of_money(table: CheckedTable, at: int) -> bool:
    """Whether a header says that the numbers below it are amounts of money ("Fee €")."""
    return any(names_currency(one.header) for one in table.read.columns if one.at == at)


def _divides_all(table: CheckedTable, row: int, at: int, sums: Collection[int]) -> bool:
    """Whether a number is one of several that divide all people of the list ("w 11, m 9", perhaps with their sum behind
    them), or is that of the marks above it."""
    numbers = {one.at: people for one in table.read.columns if (people := number_of(table.cell(row, one.at)))}
    *parts, whole = numbers.values() or (0,)
    if len(parts) > 1 and whole == sum(parts):
        return whole in sums
    all_rows = {*table.counted, *table.fates.not_counted} & set(table.rows)  # perhaps a mark for having registered
    marked = {sum(bool(table.text(above, at)) for above in rows if above < row) for rows in (table.counted, all_rows)}
    return (len(parts) > 0 and sum(numbers.values()) in sums) or numbers.get(at) in marked


def total_doubt(table: CheckedTable, row: int, people: int, listed: int) -> Doubt:
    """Returns the question whether a stated number, or that of those listed, is right."""
    text = ngettext(
        "Row {row} gives a total of {people}, but the list has {listed} person. Which is right?",
        "Row {row} gives a total of {people}, but the list has {listed} people. Which is right?",
        listed,
    )
    asked = text.format(row=row, people=fmt.number(people), listed=fmt.number(listed))
    stated = table.people + people - listed
    codes = (ROWS, STATED) if len(table.events) == 1 else (ROWS,)
    return Doubt(
        "total", str(stated), codes, asked, people_or(table.people, stated), abs(people - listed), table.sheet,
        tuple(table.counted), blocking=True,
    )  # fmt: skip


def sums_under_columns(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a sum below the marks of a session, or below the numbers of those who came along, that is not as many
    as stand above it."""
    counting = [] if table.events and len(table.events) > 1 else _of_companions(table)
    for row in (row for row in table.lost if table.attendances):
        if not any(heads_sum(text) for text in table.texts(row)) or any(map(tells_hours, table.texts(row))):
            continue
        for at, header in sessions_of(table).items():
            people, marked = number_of(table.cell(row, at)), _marked(table, row, header, at)
            if people and people not in marked:
                yield total_doubt(table, row, people, marked[0])
                return
        for at in counting:
            people, sums = number_of(table.cell(row, at)), _sums_above(table, row, at)
            if people and not {people} & (sums | numbers_of_list(table) | _sums_in_part(table, row, at)):
                yield total_doubt(table, row, people, max(sums))
                return


def heads_sum(text: str) -> bool:
    """Whether a text labels sums of people who were there."""
    told = len(text) > _LONGEST_MARK and (is_about_people(text) or sums_up_kind(text))
    return told or is_total(text) or starts_total_row(text)


def sessions_of(table: CheckedTable) -> dict[int, str]:
    """Returns the columns in which the sheet marks who came to a session, if it has several, with their headers."""
    marked = {row.column for row in table.attendances if row.column}
    found = {column.at: column.header for column in table.read.columns if column.header in marked}
    return found if len(found) > 1 else {}


def _marked(table: CheckedTable, row: int, header: str, at: int) -> list[int]:
    """Returns how many people were at a session by the rows above: all of them, also beside the list; then what else a
    right sum may state: without those, with people who don't count, of a part of the list, of those who stayed away."""
    more = sum(heads.people for heads in table.headcounts if heads.column == header and heads.row < row)
    rows = [one.row for one in table.attendances if one.column == header and one.row < row]
    left_out = [
        one.row for one in table.reading.not_counted
        if one.sheet == table.sheet and one.row in table.rows and one.row < row and one.column == header
    ]  # fmt: skip
    filled = [above for above in table.counted if above < row and table.text(above, at)]
    found = [len(rows) + more]
    for start in (0, _start(table, row)):
        there = sum(above > start for above in rows)
        staff = there + sum(above > start for above in left_out)
        cells = sum(above > start for above in filled)
        everybody = sum(above > start for above in {*table.counted, *table.fates.not_counted} if above < row)
        found += [there, there + more, staff, staff + more, cells, cells + more, everybody - there]
        if any(number_of(table.cell(line, at)) == there for line in table.lost if start < line < row):
            found.append(everybody)  # a row above says how many of them were there
    return found


def _of_companions(table: CheckedTable) -> list[int]:
    """Returns the columns whose numbers count people who came with those of the list."""
    beside = {heads.row for heads in table.headcounts if heads.additional == COMPANIONS}
    return [
        column.at for column in table.read.columns
        if beside and column.meaning in ("people", "total", UNUSED, "")
        and all(number_of(table.cell(row, column.at)) is not None for row in beside)
    ]  # fmt: skip


def _sums_in_part(table: CheckedTable, row: int, at: int) -> set[int]:
    """Returns the sums of the numbers in one column of the part of the list that ends at a row, or of the list above
    it: alone, and with the people whom these numbers are of."""
    found: set[int] = set()
    for start in (0, _start(table, row)):
        people = [above for above in {*table.counted, *table.fates.not_counted} if start < above < row]
        together = sum(number_of(table.cell(above, at)) or 0 for above in people)
        found |= {together, len(people), together + len(people)}
    return found


def own_cells(table: CheckedTable, row: int) -> list[Cell]:
    """Returns the cells of a row; those of the table alone if another one stands beside it."""
    cells = list(table.grid.rows[row - 1])
    if row not in table.rows or not table.stands_beside_another:
        return cells
    own = {column.at for column in table.read.columns}
    return [value if at in own else None for at, value in enumerate(cells)]


def _margin(table: CheckedTable) -> set[int]:
    """Returns the columns without a header, right of those with one."""
    last = max((column.at for column in table.read.columns if column.header), default=-1)
    return {column.at for column in table.read.columns if column.at > last >= 0}


def _in_the_margin(table: CheckedTable) -> Iterator[tuple[int, PeopleStatement]]:
    """Yields the totals that stand beside people, in columns without a header."""
    places = _margin(table)
    for row in table.counted[:SAMPLE] if places else ():
        cells = [value if at in places else None for at, value in enumerate(table.grid.rows[row - 1])]
        yield from ((row, one) for one in statements_among(cells) if one.kind in (PRESENT, TOTAL))


def _nearly_summed(table: CheckedTable) -> Iterator[tuple[int, PeopleStatement]]:
    """Yields the sums of a list beside others, or of all lists, that a row below people states behind words of its own
    ("Total table 1", "Both classes") and that are about as many as the list has."""
    for row in (*table.lost, *table.lines_below()):
        cells = own_cells(table, row)
        for one in labelled_numbers(cells) if not statements_among(cells) else ():
            words = f" {normal(one.label)} "
            of_all = has_phrase(words, evidence("all_parts"))
            near = min(abs(one.people - people) for people in numbers_of_list(table)) <= max(1, NEAR_SUM * table.people)
            if near and (of_all or (table.stands_beside_another and starts_total_row(one.label))):
                yield row, PeopleStatement(one.people, TOTAL, (one.at, one.at))


def _divided(table: CheckedTable) -> Iterator[tuple[int, PeopleStatement]]:
    """Yields the totals that a line divides, with its row. The list may lack those who were absent, or of the team."""
    for row in (*table.lines_above(), *table.lost, *table.lines_below()):
        for divided in divided_totals(table.grid.rows[row - 1]) if row not in table.fates.heads else ():
            left_out = says_who_does_not_count(divided.words) and divided.ties_with(numbers_of_list(table))
            if not left_out:
                yield row, divided.total


def says_they_were_there(texts: Sequence[str]) -> bool:
    """Returns whether a line with a number says of its people that they were there, not only that they take part."""
    said = f" {normal(' '.join(texts))} "
    return has_phrase(said, people_words("present"))


def numbers_of_list(table: CheckedTable) -> set[int]:
    """Returns the numbers of people that a right total may state."""
    rows = table.attendances
    listed = len(table.counted) + sum(row in table.rows for row in table.fates.not_counted)
    everyone = listed + sum(row in table.rows for row in table.fates.rejected)
    companions = sum(row.people for row in table.headcounts)
    names = len({row.name or row.email or row.row for row in rows})
    left_out = {table.name(row) for row in table.fates.not_counted if row in table.rows} - {row.name for row in rows}
    sheet = len(table.fates.counted)
    plain = {
        sheet, sheet + len(table.fates.not_counted), len(rows), len(table.counted), listed, everyone, names,
        names + len(left_out), len(table.reading.attendances),
    }  # fmt: skip
    by_part = (Counter(getattr(row, field) for row in rows) for field in ("event", "column"))
    sums = (number + people for number in plain for people in (companions, companions + added_around(table)))
    return {*plain, *sums, *(n for found in by_part for n in found.values())}


def added_around(table: CheckedTable) -> int:
    """Returns how many people lines around a table add to those whom it lists."""
    around = {*table.lines_above(), *table.lines_below()}
    heads = (one for one in table.reading.headcounts if one.sheet == table.sheet and one.row in around)
    return sum(one.people for one in heads if one.additional)


def _of_kinds(table: CheckedTable, row: int, vocabulary: Vocabulary) -> set[int]:
    """Returns how many people have a community, gender or group that a row names. A total that names none is of all
    people, even if it happens to equal the number of some."""
    texts = [text for text in table.texts(row) if any(map(str.isalpha, text))]
    return {
        sum(getattr(person, kind.value) == code for person in table.attendances)
        for kind in (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)
        for text in texts
        for code in vocabulary.inside(kind, text)
    }


def _sums_above(table: CheckedTable, row: int, at: int) -> set[int]:
    """Returns the sums of the numbers in one column above a row: of the people who count, and of all."""
    counted = {above: number_of(table.cell(above, at)) or 0 for above in table.counted if above < row}
    others = (above for above in table.fates.not_counted if above < row and above not in counted)
    together = sum(counted.values())
    return {together, together + sum(number_of(table.cell(above, at)) or 0 for above in others)}


def _is_beside(table: CheckedTable, at: int) -> bool:
    """Whether a total stands under a header of numbers that are no people at the event, as of children in care, or
    below amounts of money."""
    if any(amount_of(table.cell(row, at)) is not None for row in table.counted[:SAMPLE]):
        return True
    return any(column.at == at and header_starts(column.header, "beside_event") for column in table.read.columns)


def _running(table: CheckedTable, row: int, start: int) -> set[int]:
    """Returns how many rows count, and how many name somebody, between two rows."""
    within = [at for at in table.rows if start < at < row]
    counted = sum(at in table.fates.counted for at in within)
    staff = sum(at in table.fates.not_counted for at in within)
    return {counted, counted + staff} if counted else set()


def _start(table: CheckedTable, row: int) -> int:
    return max((line for line in table.lost if line < row), default=0)
