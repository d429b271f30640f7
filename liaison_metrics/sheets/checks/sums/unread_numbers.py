"""Lines around a list with a number of people that the reader neither used nor knows to be of something else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import Doubt
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.sums.told import doubt_about_others, rows_not_counted
from liaison_metrics.sheets.checks.sums.totals import added_around, numbers_of_list, total_doubt
from liaison_metrics.sheets.headcounts.beside_lists.told_people import told_in_row
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.prose.languages import Language, likely_languages
from liaison_metrics.sheets.words.phrases.prose.other_numbers import without_other_numbers
from liaison_metrics.sheets.words.phrases.prose.told import ToldNumber
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_CELLS, _MOST_PEOPLE = 2, 999
_NEAR, _BOTH = 3, 2
_LONGEST_LINE = 25
"""So many words may a line have: longer ones are reports."""

_PART = re.compile(r"[,;]\s+")
_NUMBERED = frozenset({"n", "nr", "no", "num", "αρ", "αριθ", "art"})
"""Words before the number of a letter or a law."""

_NUMBER = re.compile(r"\d{1,3}")
_HOURS = re.compile(r"(?<!\d)\d{1,2}\s?[-–]\s?\d{1,2}(?!\d)")


def numbers_nobody_read(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a number of people in a line beside a list of one event that counts for nothing: more people than the
    list has, or people whom the line adds to it or says to stand on no list."""
    if not table.attendances or len(table.events) != 1:
        return
    known_numbers = numbers_of_list(table) | {one.people for one in table.headcounts}
    added = added_around(table)
    known_numbers |= {one + added for one in known_numbers}
    listed = {len(table.counted), len(table.counted) + len(table.fates.not_counted)}
    for row in rows_not_counted(table):
        cells = [text for value in table.grid.rows[row - 1] if (text := text_of(value))]
        if not 0 < len(cells) <= _MOST_CELLS or told_in_row(table.grid.rows[row - 1]):
            continue  # another check compares what sentences tell with the list
        if row < min(table.counted, default=0) and _says_where_or_when(cells, known.vocabulary):
            continue
        if (more := _more_than_signed(" ".join(cells), listed)) and more not in known_numbers:
            yield total_doubt(table, row, more, table.people)
            return
        for one in _people_in(": ".join(cells)):
            if one.people in known_numbers:
                continue
            if one.kind == "total" and one.people > table.people:
                yield total_doubt(table, row, one.people, table.people)
                return
            if one.kind == "more":
                yield doubt_about_others(table, row, one)
                return


def _more_than_signed(line: str, listed: Collection[int]) -> int:
    """Returns the larger one of the two numbers of a line whose other one is that of a list, beside a word for it ("5
    signatures, 22 heads"), 0 if it says nothing of the kind, or who was expected or stayed away."""
    words = normal(line).split()
    places = [at for at, word in enumerate(words) if _NUMBER.fullmatch(word)]
    if len(places) != _BOTH or len(words) > _LONGEST_LINE or says_who_does_not_count(" ".join(words)):
        return 0
    fewer, more = sorted((int(words[at]), at) for at in places)
    beside = {*words[max(0, fewer[1] - 1) : fewer[1] + _BOTH]}
    others = tools("registered") | evidence("no_things")
    known = fewer[0] in listed and more[0] > max(listed) and not values("of_lists").isdisjoint(beside)
    return more[0] if known and others.isdisjoint(words) else 0


def _says_where_or_when(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a line names a city, a day or hours: its other number is of a street or a room ("Vejle, Vestergade
    15")."""
    placed = any(vocabulary.inside(VocabularyKind.CITY, text) or _HOURS.search(text) for text in texts)
    return placed or any(read_date(text) or find_dates(text) for text in texts)


def _people_in(line: str) -> Iterator[ToldNumber]:
    """Yields the numbers of people in a line that says nothing of who was expected, stayed away or led the event, and
    of no other things."""
    parts = [normal(part) for part in _PART.split(without_other_numbers(line))]
    words = " ".join(parts).split()
    language = next(iter(likely_languages(words)), None)
    form = " ".join(words)
    numbers = language.numbers if language else {}
    counting = [any(word.isdecimal() or word in numbers for word in part.split()) for part in parts]
    counted = " ".join(part for part, counts in zip(parts, counting, strict=True) if counts)
    if language is None or len(words) > _LONGEST_LINE or says_who_does_not_count(counted):
        return
    apart = any(language.begins("not", part) for part, counts in zip(parts, counting, strict=True) if not counts)
    unnamed = language.has("of_names", form) and language.has("withheld", form)
    unlisted = language.has("unlisted", form) or unnamed or apart  # "Not on Facebook, just came by: 3"
    rest = language.patterns["unlisted"].sub(" ", form)
    if any(language.has(kind, rest) for kind in ("aside", "elsewhere", "part", "team")) or _counts_things(words):
        return
    for at, word in enumerate(words):
        people = int(word) if _NUMBER.fullmatch(word) else language.numbers.get(word, 0)
        if word.startswith("0") or not 1 < people <= _MOST_PEOPLE:
            continue
        if at and (language.begins("links", words[at - 1]) or words[at - 1] in _NUMBERED):
            continue  # "for 20 people", "circular no. 41"
        near = " ".join(words[max(0, at - _NEAR) : at + _NEAR + 1])
        more = unlisted or language.has("more", near) or language.has("also", near)
        if _is_of_people(language, words, at, near):
            yield ToldNumber(people, "more" if more else "total", firm=False)
            return


def _is_of_people(language: Language, words: list[str], at: int, near: str) -> bool:
    """Whether people, or those who came, are near a number: a noun right behind it, or a label that says so."""
    if language.has("units", " ".join(words[at + 1 : at + 1 + _NEAR])):
        return True
    last = at == len(words) - 1
    told = " ".join(words) if last else near
    return language.has("came", told) or (last and language.has("units", told))


def _counts_things(words: list[str]) -> bool:
    things = evidence("no_things")
    return any(word in things for word in words)
