"""Marks of a session matrix: what a sheet says that they mean, and how many cells of a column under a day are marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.tables.days.own_names import NamesInRow
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import legend_of, mark_key
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import NAMES, Manner
from liaison_metrics.sheets.words.lists import header_starts, headers, normal, tools, values
from liaison_metrics.sheets.words.phrases.titles.coming import tells_coming
from liaison_metrics.sheets.words.phrases.titles.moments import tells_way
from liaison_metrics.sheets.words.presence import (
    ABSENT_SIGNS,
    heads_absence,
    says_absent,
    says_present,
    says_signed,
    says_time,
)

_OWN_SIGNATURES = 0.5
"""If at least this share of a column signs for the person beside it, it is no column of firms ("Firma")."""

_LONGEST_SIGN = 3
_OFTEN = 3
"""A short text that stands this often under the days is a mark. If nobody says what it means, it is asked about."""

_OWN_HANDED, _LONGEST_HANDED = 0.5, 3
"""To at least this share of a list badges are handed out, in so many words ("badge picked up")."""

_SAMPLE = 300
"""So many signatures show whether people sign with their names."""

_FEWEST_CODES, _MOST_CODES = 2, 4
"""So many different codes for who was there: present, absent, late, excused."""

TIMES = ("time", "unused", "joined")
"""Meanings of "Arrival" and "Departure" under a day."""
_LINES_BELOW = 16
"""A legend may stand so many lines before the end of a table, above totals, a signature and who paid for it."""


def find_session_marks(columns: Sequence[Column], table: Table) -> None:
    """Sets, for each column under a day, the share of its cells that are marks of any kind: signs, words, times of
    arrival, initials, letters of the legend; and the share of known marks and of initials alone."""
    days = [column for column in columns if column.date is not None and column.filled]
    for column in (one for one in columns if one.filled and one.date is None and one.said == "session"):
        counted = table.different_cells(column.at).items()
        said = sum(times for value, times in counted if says_whether_there(text_of(value)))
        column.shares["session mark"] = said / sum(times for value, times in counted if text_of(value))
    if not days:
        return
    legend = explained_marks(table, days)
    rows = [table.grid.rows[number] for number in table.rows]
    texts = [[column.text(cells) for cells in rows] for column in days]
    times = Counter(chain.from_iterable(texts))
    short = (text for text in times if 0 < len(text) <= _LONGEST_SIGN and not text.isdecimal())
    often = {text for text in short if times[text] >= _OFTEN}
    known_marks = {text for text in times if text and _is_known_mark(text, legend)}
    beside = sorted(set(table.columns).difference(column.at for column in days))
    named = [NamesInRow([cells[at] for at in beside if at < len(cells)]) for cells in rows]
    for column, told in zip(days, texts, strict=True):
        filled = [(text, names) for text, names in zip(told, named, strict=True) if text]
        known = [text in known_marks for text, _names in filled]
        own = [names.have_initials(text) for text, names in filled]
        marks = (a or b or text in often for a, b, (text, _names) in zip(known, own, filled, strict=True))
        for kind, found in (("known mark", known), ("initials", own), ("session mark", list(marks))):
            column.shares[kind] = sum(found) / len(filled) if filled else 0.0


def find_signatures(columns: Sequence[Column], table: Table) -> None:
    """Sets, for each column under a word for signing, the share of its cells that sign for the person of the row: they
    have the person's initials, or a word of the name ("signed Huber"). Where most do, the words beside that for signing
    only say whose signatures these are ("Firma allievo"), or when and why they signed ("Signed on arrival")."""
    named = [column for column in columns if column.said in NAMES]
    for column in columns if named else ():
        mentioned = column.said != "signature" and _mentions_signing(column)
        beside = [one.at for one in named if one is not column]
        if not (mentioned or column.said == "signature") or not column.filled or not beside:
            continue
        told = [(text, cells) for row in table.rows[:_SAMPLE] if (text := column.text(cells := table.grid.rows[row]))]
        own = (NamesInRow([cells[at] for at in beside if at < len(cells)]).sign(text) for text, cells in told)
        column.shares["own name"] = sum(own) / len(told) if told else 0.0
        if mentioned and column.share("own name") >= _OWN_SIGNATURES:
            column.said, column.manner = "signature", Manner.PHRASE


def _mentions_signing(column: Column) -> bool:
    """Whether a header that says nothing surely has a word for signing, perhaps abbreviated, or mentions a time, the
    people or their names beside it. In a list of consents, people signed something else."""
    if column.said and column.manner in (None, Manner.WORD):
        return column.said == "unused" and header_starts(column.header, "signing")
    known = not column.said and any(headers().get(word) == "signature" for word in normal(column.header).split())
    return known or (column.said != "consent" and header_starts(column.header, "signing"))


def _is_known_mark(text: str, legend: dict[str, bool]) -> bool:
    return mark_key(text) in legend or says_whether_there(text) or says_time(text)


def says_whether_there(text: str) -> bool:
    """Returns whether a cell under a session says that somebody was there, signed or was absent."""
    return says_present(text) or says_absent(text) or says_signed(text) or tells_way(text)


def read_legend(table: Table) -> dict[str, bool]:
    """Returns what letters and signs mean according to the sheet ("A = anwesend, - = nicht da"): present or not."""
    said: dict[str, bool] = {}
    for row in [*table.context_rows, *table.headers, *table.rows[-_LINES_BELOW:]]:
        said |= legend_of(table.grid.rows[row])
    return said


def explained_marks(table: Table, sessions: Sequence[Column]) -> dict[str, bool]:
    """Returns what letters, signs and words under sessions mean according to the sheet: by its legend; or because they
    hold one word and nothing else, and it says that badges were handed out ("collected"), or the numbers in a row below
    it for those present are those of its cells at each session."""
    legend = read_legend(table)
    texts = [[c.text(table.grid.rows[row]) for c in sessions] for row in table.rows]
    told = {text for cells in texts for text in cells if text and not text.isdecimal()}
    only = {mark_key(text) for text in told if not _denies(text)}
    if len(only) != 1 or not only.isdisjoint(legend):
        return legend
    (mark,) = only
    given = tools("handed_out") | tools("picked_up")
    often = sum(map(any, texts)) >= _OWN_HANDED * len(texts)  # few of them may have withdrawn ("ritirato")
    handed = often and bool(given.intersection(mark.split())) and len(mark.split()) <= _LONGEST_HANDED
    handed = handed and _names_badges(table, mark)
    sums = [row for at, row in enumerate(table.rows) if at >= _OFTEN and _adds_up(texts, at)]
    beside = [text_of(value) for row in sums for value in table.own_cells(row)]
    came = any(says_present(text) or tells_coming(text) for text in beside) and not says_whether_there(mark)
    return legend | {mark: True} if handed or (came and mark not in tools("registered")) else legend


def _names_badges(table: Table, mark: str) -> bool:
    """Whether a mark, a header, a line above or the name of the sheet names what people wear when they are there."""
    rows = (*table.context_rows, *table.headers)
    texts = (mark, table.grid.name, *(text_of(value) for row in rows for value in table.grid.rows[row]))
    words = {word for text in texts for word in normal(text).split() if len(word) > _LONGEST_SIGN}
    return any(word in tools("badge_words") and headers().get(word) not in NAMES for word in words)


def _denies(text: str) -> bool:
    """Whether a mark only denies what the others say ("non ritirato", "no", "-")."""
    words = {*normal(text).split()}
    return ABSENT_SIGNS.issuperset(text) or bool(words & tools("not")) or normal(text) in tools("no")


def _adds_up(texts: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a row has the number of the cells above it that hold a word, at each of several sessions."""
    sums = [str(sum(1 for cells in texts[:at] if cells[session])) for session in range(len(texts[at]))]
    return len(sums) > 1 and sums == list(texts[at]) and {*sums} != {"0"}


def is_of_absence(column: Column, columns: Sequence[Column]) -> bool:
    """Returns whether a mark in a column means that the person was absent: by its header, or because a header of
    presence or of a day is divided into yes and no, and this is "no"."""
    if heads_absence(column.header):
        return True
    group, _space, word = column.header.rpartition(" ")
    if not (column.meaning == "present" or column.date):
        return False
    if normal(word) not in tools("no") and normal(word) not in values("absent"):
        return False
    beside = (other.header.rpartition(" ") for other in columns if other is not column)
    return any(header == group and normal(last) in values("present") for header, _space, last in beside)


def repeats_few_letters(texts: Counter[str]) -> bool:
    """Returns whether a column has the same few letters or short words again and again, which may be codes for who was
    there ("M", "F" for "mødt" and "fraværende"). Initials differ from person to person."""
    few = _FEWEST_CODES <= len(texts) <= _MOST_CODES and texts.total() >= _OFTEN * len(texts) - 1
    return few and all(len(text) <= _LONGEST_SIGN and text.isalpha() for text in texts)
