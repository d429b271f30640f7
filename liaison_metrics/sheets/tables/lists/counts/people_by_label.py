"""People counted part by part under nothing but a header for people: its column of labels has no header of its own."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.phrases.ages import age_band_of, are_hours
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 200
_FEWEST_PARTS = 2
_OF_PEOPLE = ("people", "present")
_LABELS = {VocabularyKind.COMMUNITY: "community", VocabularyKind.GENDER: "gender", VocabularyKind.GROUP: "group"}


def people_by_label(grid: Grid, vocabulary: Vocabulary) -> Table | None:
    """Returns the table of a sheet in which one header, for people, stands over the only numbers, and a label beside
    each of them says which people they are: by the hour, by age. None if there is none."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return None
    for head, cells in enumerate(grid.rows):
        heads = [at for at, value in enumerate(cells) if text_of(value)]
        if len(heads) != 1 or heads[0] == 0 or meaning_of(text_of(cells[heads[0]])) not in _OF_PEOPLE:
            continue
        number = heads[0]
        label = next((at for at, value in enumerate(_below(grid, head)) if text_of(value)), number)
        rows = _counted_rows(grid, head, label, number)
        labels = [text for row in rows if not is_total(text := text_of(grid.rows[row][label]))]
        if label >= number or len(labels) < _FEWEST_PARTS or len(set(labels)) < len(labels):
            continue
        known = {label: meaning_of_labels(labels, vocabulary), number: "people"}
        return Table(grid, [head], rows, range(number + 1), list(range(head)), known)
    return None


def _below(grid: Grid, head: int) -> Sequence[Cell]:
    return grid.rows[head + 1] if head + 1 < len(grid.rows) else ()


def _counted_rows(grid: Grid, head: int, label: int, number: int) -> list[int]:
    """Returns the rows below a header with a label and a number each, and nothing else."""
    found: list[int] = []
    for row in range(head + 1, len(grid.rows)):
        cells = grid.rows[row]
        filled = [at for at, value in enumerate(cells) if text_of(value)]
        if filled != [label, number] or not isinstance(cells[label], str) or _is_no_count(cells[number]):
            break
        found.append(row)
    return found


def _is_no_count(value: Cell) -> bool:
    people = number_of(value) if read_date(value) is None else None
    return people is None or people < 0


def meaning_of_labels(labels: Sequence[str], vocabulary: Vocabulary) -> str:
    """Returns the meaning of a column of labels, which say who the people beside them are."""
    if all(read_date(one) is not None for one in labels):
        return "date"
    if not are_hours(labels) and all(age_band_of(one) is not None for one in labels):
        return "age"
    kinds = (name for kind, name in _LABELS.items() if all(vocabulary.exact(kind, one) for one in labels))
    return next(kinds, "unused")
