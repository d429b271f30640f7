"""Rows of a sheet of numbers that count no people who were there, among rows that do: things, money, time, and people
who were invited, registered, expected or absent ("Women 12 | Men 9 | Flyers 200 | Registered 30")."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, combinations, takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import CountedColumns, Division, find_counted
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import is_written_as_name
from liaison_metrics.sheets.headcounts.sums import is_total_row, numbers_in_row
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import count_line
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import has_total, is_class, number_of, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import is_planned, normal, number_words, people_words, tools
from liaison_metrics.sheets.words.people import additional_code, statements_of
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.prose.expected import counts_nobody_there, is_of_registered
from liaison_metrics.sheets.words.phrases.prose.groups import is_group
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team, is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent
from liaison_metrics.sheets.words.presence import names_people, names_registration
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP, VocabularyKind.ACTIVITY)

_OF_EVENTS = frozenset({"date", "city", "activity"})
"""Meanings of columns that say of what event a row is."""

_NAMED = frozenset({"title", "name", "session", "organisation", "instructor", "time"})
"""Meanings of headers whose words name lessons, stands or persons: "Chairs" may be a workshop there."""

_FEWEST_ROWS = 2
"""A row has to stand among others."""

_MOST_COLUMNS = 6
"""Of more columns, some may add up to a number by chance."""

_BESIDE = ("", "unused", "people", "present", "number", "time")
"""Meanings of columns that may count further people of the same event."""

_DETAILS = frozenset({"city", "venue", "time", "instructor", "title", "notes", "residence", "session"})
"""Meanings of headers of what is said of each day in a row."""

_SHORTEST_WORD = 4
"""Shorter words of a label name nothing."""

_MOSTLY = 0.5
"""If more of the rows name who came, the others do as well."""


def rows_beside_people(
    table: Table, columns: Sequence[Column], rows: Collection[int], totals: Collection[int], vocabulary: Vocabulary
) -> dict[int, Reason]:
    """Returns what those of the *rows* are that count no further people: of things or of people who did not come, of
    people among those of other rows, or words about each column."""
    things = dict.fromkeys(rows_of_nobody(table, columns, rows, totals, vocabulary), Reason.NO_PEOPLE)
    others = [row for row in rows if row not in things]
    details = dict.fromkeys(rows_of_details(table, find_counted(columns).all, others), Reason.NO_NUMBER)
    return things | details | dict.fromkeys(rows_noted_as_parts(table, others, vocabulary), Reason.PART)


def rows_of_nobody(
    table: Table, columns: Sequence[Column], rows: Collection[int], totals: Collection[int], vocabulary: Vocabulary
) -> set[int]:
    """Returns those of the *rows* whose labels say that their numbers are of no people who were there, if others are of
    people, and no total of the sheet includes them."""
    labels = _labels(table, columns, rows)
    if _are_visitors(labels.values(), vocabulary):
        return set()
    others = {row for row, label in labels.items() if _counts_nobody(label, vocabulary)}
    others |= _beyond_stated_total(table, labels, vocabulary)
    people = set(labels) - others
    known = {row for row in people if _names_people(labels[row], vocabulary)}
    if not others or not people or (not known and _are_of_places(columns, table)):
        return set()
    if all(additional_code(labels[row]) for row in people):  # walk-ins come in addition to those who had registered
        others = {row for row in others if not is_of_registered(labels[row])}
    return others if not _are_in_total(table, sorted({*rows, *totals}), others) else set()


def columns_in_total(table: Table, columns: Sequence[Column], counted: CountedColumns) -> CountedColumns:
    """Returns the columns of people with those that count further people of the same event, if a total of the sheet
    states the sum of them, and of no others ("Visitors a.m. 65 | Visitors p.m. 104", "in all 169")."""
    first = counted.divisions[0].columns if len(counted.divisions) == 1 and not counted.additional else []
    if len(first) != 1 or first[0].date or first[0].codes or first[0].age_band or counted.divisions[0].rest:
        return counted
    beside = [c for c in columns if c is not first[0] and _may_count_people(c)]
    told = [(row, table.grid.rows[row]) for row in table.rows]
    wide = [row for row, cells in told if len(numbers_in_row(cells)) > 1]
    rows = [cells for row, cells in told if row <= max(wide, default=-1) and not _is_of_total(cells)]
    sums = {c.at: sum(number_of(c.value(cells)) or 0 for cells in rows) for c in (*first, *beside)}
    own = sums[first[0].at]
    below = (numbers_in_row(cells) or _numbers_in_text(cells) for row, cells in told if wide and row > wide[-1])
    stated = {numbers[0] for numbers in below if len(numbers) == 1 and numbers[0] > own}
    if len(rows) < _FEWEST_ROWS or not stated or not own or len(beside) >= _MOST_COLUMNS:
        return counted
    fitting = [
        parts
        for size in range(1, len(beside) + 1)
        for parts in combinations(beside, size)
        if own + sum(sums[c.at] for c in parts) in stated and all(sums[c.at] for c in parts)
    ]
    if len(fitting) != 1:
        return counted
    parts = sorted([*first, *fitting[0]], key=lambda c: c.at)
    return CountedColumns([Division(parts)], beside=parts)


def rows_of_details(table: Table, counted: Sequence[Column], rows: Collection[int]) -> set[int]:
    """Returns those of the *rows* that say in words, under several numbers of people, where or when each was and who
    led it ("Place | Old town | Harbour"): above all numbers, or behind a header for that."""
    values = {row: [text for c in counted if (text := c.text(table.grid.rows[row]))] for row in rows}
    first = min((row for row, texts in values.items() if any(map(number_of, texts))), default=0)
    found: set[int] = set()
    for row, texts in values.items():
        own = [text for value in table.own_cells(row)[: counted[0].at] if (text := text_of(value))] if counted else []
        said = len(texts) > 1 and all(number_of(text) is None and any(map(str.isalpha, text)) for text in texts)
        said = said and not any(normal(text) in number_words() for text in texts)  # "nine"
        plain = row < first and not any(map(str.isdigit, "".join(texts)))
        if said and (plain or any(meaning_of(label) in _DETAILS for label in own[-1:])):
            found.add(row)
    return found


def rows_noted_as_parts(table: Table, rows: Collection[int], vocabulary: Vocabulary) -> set[int]:
    """Returns those of the *rows* whose numbers are, as a line of the sheet says, among those of the people above ("the
    vaccinations are among them")."""
    lines = [texts[0] for row in table.rows if len(texts := [*filter(None, map(text_of, table.grid.rows[row]))]) == 1]
    notes = [form for line in lines if has_phrase(form := f" {normal(line)} ", tools("of_whom") | tools("among_those"))]
    found: set[int] = set()
    for row in sorted(rows)[_FEWEST_ROWS:] if notes else ():
        label = next((text for value in table.own_cells(row) if (text := text_of(value))), "")
        known = any(vocabulary.exact(kind, label) for kind in _KINDS) or _names_people(label, vocabulary)
        words = tuple(word for word in normal(label).split() if len(word) >= _SHORTEST_WORD)
        told = bool(words) and any(word.startswith(words) for form in notes for word in form.split())
        if told and not known and any(map(number_of, table.own_cells(row))):
            found.add(row)
    return found


def _may_count_people(column: Column) -> bool:
    free = column.meaning in _BESIDE and not (column.date or column.codes or column.age_band or column.partial)
    told = is_of_things(column.header) or is_of_team(column.header) or counts_absent(column.header)
    return free and column.is_numeric and not (told or is_planned(column.header) or names_registration(column.header))


def _is_of_total(cells: Sequence[Cell]) -> bool:
    label = next((text for value in cells if number_of(value) is None and (text := text_of(value))), "")
    return is_total_row(cells) or has_total(label)


def _numbers_in_text(cells: Sequence[Cell]) -> list[int]:
    """Returns the numbers of people in a line of text ("In all 169 visitors")."""
    return [one.people for value in cells if isinstance(value, str) for one in statements_of(text_of(value))]


def _labels(table: Table, columns: Sequence[Column], rows: Collection[int]) -> Mapping[int, str]:
    """Returns the labels of rows that have numbers. Nothing if their words name events, stands or persons."""
    of_events = {c.at for c in columns if c.meaning in _OF_EVENTS}
    named = {c.at for c in columns if meaning_of(c.header) in _NAMED or _heads_places(c.header)}
    found: dict[int, str] = {}
    for row in rows:
        cells = table.grid.rows[row]
        texts = [(at, text) for at, value in enumerate(cells) if (text := text_of(value)) and number_of(value) is None]
        if len(texts) == sum(map(bool, map(text_of, cells))):
            continue
        if not texts or texts[0][0] in named or of_events.intersection(at for at, _text in texts):
            return {}
        found[row] = texts[0][1]
    return found if len(found) >= _FEWEST_ROWS else {}


def _beyond_stated_total(table: Table, labels: Mapping[int, str], vocabulary: Vocabulary) -> set[int]:
    """Returns the rows below those that name people and add up to what a line above the table states: they are about
    something else ("Took part: 18", then 9 + 6 + 3, then "Tea lights 7")."""
    lines = (count_line(row, table.grid.rows[row]) for row in table.context_rows)
    stated = {line.people for line in lines if line}
    order = sorted(labels)
    named = list(takewhile(lambda row: _names_people(labels[row], vocabulary), order))
    rest = order[len(named) :]
    if len(named) < _FEWEST_ROWS or any(_names_people(labels[row], vocabulary) for row in rest):
        return set()
    numbers = [[n for value in table.grid.rows[row] if (n := number_of(value)) is not None] for row in named]
    return set(rest) if all(numbers) and sum(row[0] for row in numbers) in stated else set()


def _heads_places(header: str) -> bool:
    return any(word.startswith(tuple(tools("stands"))) for word in normal(header).split())


def _counts_nobody(label: str, vocabulary: Vocabulary) -> bool:
    known = any(vocabulary.exact(kind, label) for kind in _KINDS) or age_band_of(label) is not None
    return not known and not _names_class(label) and counts_nobody_there(label)


def _names_class(label: str) -> bool:
    """Whether a label begins with the name of one class ("Class 4a of the school")."""
    words = label.split()
    return any(map(is_class, (" ".join(words[:2]), words[0])))


def _are_visitors(labels: Collection[str], vocabulary: Vocabulary) -> bool:
    """Whether rows name who came: most of them full names, classes and other groups. "Anna Wine" is no thing there."""
    known = {
        one for one in labels if any(vocabulary.exact(kind, one) for kind in _KINDS) or age_band_of(one) is not None
    }
    others = set(labels) - known
    named = {one for one in others if is_written_as_name(one) and not _speaks_of_people(one)}
    groups = {one for one in others - named if _names_class(one) or is_group(one)}
    return len(named) >= _FEWEST_ROWS and len(named | groups) > _MOSTLY * len(labels)


def _speaks_of_people(label: str) -> bool:
    return any(map(names_people, normal(label).split()))


def _names_people(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label says that its number is of people."""
    form = normal(label)
    words = form.split()
    known = people_words("minors") | tools("adults") | tools("gender_heading") | people_words("present")
    if any(vocabulary.exact(kind, label) for kind in _KINDS) or age_band_of(label) is not None:
        return True
    return any(map(names_people, words)) or has_phrase(form, known | tools("parts_of_people"))


def _are_of_places(columns: Sequence[Column], table: Table) -> bool:
    """Whether the header of the numbers says that they are of people, so that labels may name where these were."""
    people = people_words("people") | people_words("present")
    return any(not people.isdisjoint(normal(column.header).split()) for column in columns if column.is_numeric)


def _are_in_total(table: Table, rows: Sequence[int], others: Collection[int]) -> bool:
    """Whether a row is the sum of all rows above it, with *others*: who wrote it took all of them for people."""
    for at in table.columns:
        told = [(row, number) for row in rows if (number := _number(table.grid.rows[row], at)) is not None]
        sums = accumulate(number for _row, number in told)
        included = accumulate((row in others for row, _number in told), max)
        before = zip(sums, included, strict=True)
        for (above, inside), (_row, number) in zip(before, told[1:], strict=False):
            if inside and number and number == above:
                return True
    return False


def _number(cells: Sequence[Cell], at: int) -> int | None:
    return number_of(cells[at]) if at < len(cells) else None
