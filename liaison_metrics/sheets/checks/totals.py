"""Checks the sheet's own sums: a number beside a total word ties with something that was counted, or it asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.columns import header_starts
from liaison_metrics.sheets.checks.doubts import ROWS, STATED, Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import FEWEST_SUMMED, LARGER_THAN_PARTS, MOST_MORE, NEAR_SUM
from liaison_metrics.sheets.headcounts.named_and_others import divided_totals
from liaison_metrics.sheets.headcounts.sums import is_known_label
from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.words.answers import COUNTED, NOBODY
from liaison_metrics.sheets.words.cells import is_total, number_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import additional_words, normal, people_words
from liaison_metrics.sheets.words.people import (
    PRESENT,
    TOTAL,
    PeopleStatement,
    says_who_does_not_count,
    statements_among,
)
from liaison_metrics.sheets.words.vocabulary import Vocabulary
from liaison_metrics.texts import _, ngettext

_FEWEST_WORDS, _MOST_WORDS = 2, 8
"""How many words a line has that adds people: a number and a word for them. Longer ones are sentences."""

_MOST_CELLS = 2
"""A comma in a line of a text begins another cell."""

_ORDINAL = re.compile(r"\d+[.)]\s")
"""The number of a section ("2. Participants")."""


def totals_that_do_not_tie(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a total around a list that is no sum of anything in it."""
    if not table.attendances:
        return
    stated = [
        (row, statement)
        for row in (*table.lines_above(), *table.lost, *table.lines_below())
        if table.fates.heads.get(row, len(table.fates.counted)) <= len(table.fates.counted)
        for statement in statements_among(table.grid.rows[row - 1])
        if statement.kind in (PRESENT, TOTAL) and not _ORDINAL.match(table.text(row, statement.at[0]))
    ]
    stated += _divided(table)
    if not stated:
        return
    sums = _sums(table)
    absent = sum(why is NotCountedReason.ABSENT for why in table.fates.not_counted.values())
    listed = len(table.fates.counted) + len(table.fates.not_counted)
    for row, statement in stated:
        people = statement.people
        there = absent > 0 and statement.kind == PRESENT and _says_they_were_there(table.texts(row))
        contradicted = there and people > listed - absent
        if people in _sums_above(table, row, statement.at[1]) or _is_beside(table, statement.at[1]):
            continue
        if not contradicted and (people in sums or people in _of_kinds(table, row, known.vocabulary)):
            continue
        if contradicted or not any(people in _running(table, row, start) for start in (0, _start(table, row))):
            text = ngettext(
                "Row {row} gives a total of {people}, but the list has {listed} person. Which is right?",
                "Row {row} gives a total of {people}, but the list has {listed} people. Which is right?",
                table.people,
            )
            codes = (ROWS, STATED) if len(table.events) == 1 else (ROWS,)
            yield Doubt(
                "total", str(people), codes,
                text.format(row=row, people=fmt.number(people), listed=fmt.number(table.people)),
                people_or(table.people, people), abs(table.people - people), table.sheet, tuple(table.counted),
                blocking=True,
            )  # fmt: skip
            return


def _divided(table: CheckedTable) -> Iterator[tuple[int, PeopleStatement]]:
    """Yields the totals that a line divides, with its row. The list may lack those who were absent, or of the team."""
    for row in (*table.lines_above(), *table.lost, *table.lines_below()):
        for divided in divided_totals(table.grid.rows[row - 1]) if row not in table.fates.heads else ():
            left_out = says_who_does_not_count(divided.words) and divided.ties_with(_sums(table))
            if not left_out:
                yield row, divided.total


def lines_of_more_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a line below people that adds a number to them and was not understood ("+ 3 neighbours")."""
    if not table.attendances or len(table.events) != 1:
        return
    for row in (*table.lost, *table.lines_below()):
        texts = table.texts(row)
        more = _more_in(texts[0]) if 0 < len(texts) <= _MOST_CELLS and row not in table.fates.heads else 0
        if more and more == sum(one.people for one in table.headcounts if one.additional):
            continue  # the sum of those who came along with the people of the list
        if more and all(one.is_additional for one in statements_among(table.grid.rows[row - 1])):
            together = table.people + more
            text = _("“{line}” in row {row} seems to add people to the list. Were they there too?")
            yield Doubt(
                "total", str(together), (ROWS, STATED), text.format(line=texts[0], row=row),
                people_or(table.people, together), more, table.sheet, tuple(table.counted), blocking=True,
            )  # fmt: skip
            return


def _more_in(text: str) -> int:
    """Returns the number of people that a line adds to those above it, 0 if it adds none."""
    words = normal(text).split()
    adds = text.startswith("+") or (bool(words) and words[0] in people_words("and") | set(additional_words()))
    numbers = [int(word) for word in words if word.isdecimal()]
    if not adds or len(numbers) != 1 or len(words) < _FEWEST_WORDS or len(words) > _MOST_WORDS:
        return 0
    return numbers[0] if numbers[0] <= MOST_MORE else 0


def _says_they_were_there(texts: Sequence[str]) -> bool:
    """Whether a line with a number says of its people that they were there, not only that they take part."""
    said = f" {normal(' '.join(texts))} "
    return any(f" {phrase} " in said for phrase in people_words("present"))


def counts_near_their_sum(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about the last number of a table under an unknown word if it is about as large as those above it together:
    it may be their sum, with a mistake. So it may be if all others are of hours or classes."""
    heads = [row for row in table.rows if table.fates.heads[row]]
    if table.attendances or len(heads) <= FEWEST_SUMMED:
        return
    row, above = heads[-1], heads[:-1]
    ends = [line for line in table.lost if line < row and any(map(is_total, table.texts(line)))]
    above = [line for line in above if line > max(ends, default=0)]
    people, together = table.fates.heads[row], sum(table.fates.heads[line] for line in above)
    labels = [text for text in table.texts(row) if number_of(text) is None]
    if len(above) < FEWEST_SUMMED or not labels or _says_whose(labels, known.vocabulary):
        return
    numbered = [_has_digits(table.texts(line)[0]) for line in above]
    largest = max(table.fates.heads[line] for line in above)
    near = abs(people - together) <= NEAR_SUM * together and people > LARGER_THAN_PARTS * largest
    odd = all(numbered) and len(above) > FEWEST_SUMMED and not _has_digits(labels[0])
    if odd or (near and not (any(numbered) and _has_digits(labels[0]))):
        text = _("Row {row} gives {people} people, and the rows above it {sum} together. Are these further people?")
        yield Doubt(
            "row", f"{table.sheet}!{row}", (COUNTED, NOBODY),
            text.format(row=row, people=fmt.number(people), sum=fmt.number(together)),
            people_or(table.people, table.people - people), people, table.sheet, (row,),
        )  # fmt: skip


def _says_whose(labels: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a label says whose a number is: that of a community, an age, an event or a day."""
    event = (VocabularyKind.ACTIVITY, VocabularyKind.CITY)
    return any(
        is_known_label(text, vocabulary) or read_date(text) or any(vocabulary.inside(kind, text) for kind in event)
        for text in labels
    )


def _has_digits(text: str) -> bool:
    """Whether a label has digits, as those of classes and hours do."""
    return any(map(str.isdigit, text))


def _sums(table: CheckedTable) -> set[int]:
    """Returns the numbers of people that a right total may state."""
    rows = table.attendances
    listed = len(table.counted) + sum(row in table.rows for row in table.fates.not_counted)
    everyone = listed + sum(row in table.rows for row in table.fates.rejected)
    companions = sum(row.people for row in table.headcounts)
    names = len({row.name or row.email or row.row for row in rows})
    left_out = {table.name(row) for row in table.fates.not_counted if row in table.rows} - {row.name for row in rows}
    sheet = len(table.fates.counted)
    plain = {
        sheet,
        sheet + len(table.fates.not_counted),
        len(rows),
        len(table.counted),
        listed,
        everyone,
        names,
        names + len(left_out),
        len(table.reading.attendances),
    }
    by_part = (Counter(getattr(row, field) for row in rows) for field in ("event", "column"))
    return {*plain, *(number + companions for number in plain), *(n for found in by_part for n in found.values())}


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
    """Whether a total stands under a header of numbers that are no people at the event, as of children in care."""
    return any(column.at == at and header_starts(column.header, "beside_event") for column in table.read.columns)


def _running(table: CheckedTable, row: int, start: int) -> set[int]:
    """Returns how many rows count, and how many name somebody, between two rows."""
    within = [at for at in table.rows if start < at < row]
    counted = sum(at in table.fates.counted for at in within)
    staff = sum(at in table.fates.not_counted for at in within)
    return {counted, counted + staff} if counted else set()


def _start(table: CheckedTable, row: int) -> int:
    return max((line for line in table.lost if line < row), default=0)
