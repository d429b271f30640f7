"""Checks the last number of a table of numbers: it may be the sum of those above it, with a mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import FEWEST_SUMMED, LARGER_THAN_PARTS, NEAR_SUM
from liaison_metrics.sheets.headcounts.sums import is_known_label
from liaison_metrics.sheets.words.answers import COUNTED, NOBODY
from liaison_metrics.sheets.words.cells import has_total, is_total, number_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.people import PRESENT, statements_of
from liaison_metrics.sheets.words.vocabulary import Vocabulary
from liaison_metrics.texts import _

_FEW_BELOW = 3
"""More numbers below a total are of another part of the sheet."""


def counts_near_their_sum(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about the last number of a table under an unknown word if it is about as large as those above it together:
    it may be their sum, with a mistake. So it may be if all others are of hours or classes."""
    heads = [row for row in table.rows if table.fates.heads[row]]
    if table.attendances or len(heads) <= FEWEST_SUMMED:
        return
    row, above = heads[-1], heads[:-1]
    ends = [line for line in table.lost if line < row and _ends_rows(table.texts(line))]
    if ends and (below := _lines_below_all(table, ends[-1], heads)):
        together = sum(table.fates.heads[line] for line in heads if line < ends[-1])
        labels_of = {line: [text for text in table.texts(line) if number_of(text) is None] for line in below}
        unknown = (line for line in below if not _says_whose(labels_of[line], known.vocabulary))
        yield from (_further_people(table, line, together) for line in unknown)
        return
    above = [line for line in above if line > max(ends, default=0)]
    people, together = table.fates.heads[row], sum(table.fates.heads[line] for line in above)
    labels = [text for text in table.texts(row) if number_of(text) is None]
    if len(above) < FEWEST_SUMMED or not labels or _says_whose(labels, known.vocabulary):
        return
    if _sums_up_below(table, row, people + together) or _is_no_sum(table, row, above):
        return
    numbered = [_has_digits(table.texts(line)[0]) for line in above]
    largest = max(table.fates.heads[line] for line in above)
    near = abs(people - together) <= NEAR_SUM * together and people > LARGER_THAN_PARTS * largest
    goes_on = _has_digits(labels[0]) or _has_digits(table.texts(row)[0])
    odd = all(numbered) and len(above) > FEWEST_SUMMED and not goes_on
    if odd or (near and not (any(numbered) and goes_on)):
        yield _further_people(table, row, together)


def _further_people(table: CheckedTable, row: int, together: int) -> Doubt:
    people = table.fates.heads[row]
    text = _("Row {row} gives {people} people, and the rows above it {sum} together. Are these further people?")
    return Doubt(
        "row", f"{table.sheet}!{row}", (COUNTED, NOBODY),
        text.format(row=row, people=fmt.number(people), sum=fmt.number(together)),
        people_or(table.people, table.people - people), people, table.sheet, (row,),
    )  # fmt: skip


def _lines_below_all(table: CheckedTable, end: int, heads: Sequence[int]) -> list[int]:
    """Returns the lines with a number below a total that gives the sum of all numbers above it, if they are few: they
    may be of the same people again."""
    above, below = [row for row in heads if row < end], [row for row in heads if row > end]
    together = sum(table.fates.heads[row] for row in above)
    added = {one.row for one in table.headcounts if one.additional}
    few = len(below) <= min(_FEW_BELOW, len(above) - 1) and added.isdisjoint(below)
    return below if few and together in {number_of(text) for text in table.texts(end)} else []


def _sums_up_below(table: CheckedTable, row: int, people: int) -> bool:
    """Whether a line below a row gives so many people, in whatever words: the row's are among them."""
    below = [line for line in (*table.lost, *table.lines_below()) if line > row]
    texts = [text for line in below for text in table.texts(line)]
    told = any(one.people == people and one.kind in ("", PRESENT) for text in texts for one in statements_of(text))
    return told or people in map(number_of, texts)


def _is_no_sum(table: CheckedTable, row: int, above: Sequence[int]) -> bool:
    """Whether another column has a number in this row and in all those above it that is far from their sum, as the last
    of several numbers of places or classes is, and no sum."""
    for at, own in enumerate(map(number_of, table.grid.rows[row - 1])):
        others = [number for line in above if (number := number_of(table.cell(line, at)))]
        if own and len(others) == len(above) and own <= max(others):
            return True
    return False


def _ends_rows(texts: Sequence[str]) -> bool:
    return any(is_total(text) or has_total(text) for text in texts)


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
