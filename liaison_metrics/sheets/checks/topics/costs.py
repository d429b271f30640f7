"""Tells tables of what things cost, who supplied them and what was sold: their numbers of things stand under headers
as plain as those of people. Only what stands beside them tells that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.sheets.checks.topics.topic_words import MONEY, is_about_people_there, titles_of, topic_of_header
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import CURRENCY, names_currency, text_of, without_currency
from liaison_metrics.sheets.words.headers import PERSONAL, Manner, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools

_OF_MONEY = (MONEY, "invoices", "suppliers")

_AMOUNT = re.compile(
    rf"{CURRENCY}?\s*-?\d{{1,3}}(?:[., ]?\d{{3}})*[.,]\d{{2}}\s*{CURRENCY}?|-?\d+\s*{CURRENCY}|{CURRENCY}\s*\d+",
    re.I,
)
"""An amount of money: with cents, or with its currency."""

_ROWS = 50
"""So many rows show what a column holds."""

_CLEAR = (Manner.WORD, Manner.PART, Manner.FIRST)
_EVENTS = ("activity", "title", "session", "instructor")
_OF_PRESENCE = ("present", "signature", "joined", "session")


def counts_things(table: Table, columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Returns whether plain numbers ("Number", "Anzahl") are of things: each row says what was paid, and neither that
    it is an event nor whose the number is."""
    paid = [column for column in columns if column.filled and _is_of_money(table, column)]
    others = [column for column in columns if column.filled and column not in (*counted, *paid)]
    if not counted or not all(_is_plain(column.header) for column in counted):
        return False
    if any(map(_tells_of_events, others)) or any(map(is_about_people_there, others)):
        return False
    return bool(paid) and (any(column not in paid for column in counted) or len(paid) > 1)


def is_of_payments(table: Table, columns: Sequence[Column], counted: Sequence[Column], tables: Sequence[Table]) -> bool:
    """Returns whether a table on a sheet of its own, with no title but of costs, says what somebody was paid, while
    another sheet of the file lists people, or how many things were bought, while another lists or counts people: a
    workbook in which a project keeps everything. No such table says who came."""
    if not all(_is_title_of_costs(table, text) for text in titles_of(table)):
        return False
    if _says_who_came(columns) or any(map(_tells_of_events, columns)):
        return False
    others = [other for other in tables if other.grid.name != table.grid.name]
    paid = is_named_after_pay(table, columns) or any(_is_of_money(table, one) for one in columns)
    if paid and any(map(_lists_people, others)):
        return True
    return _is_of_goods(table, columns, counted) and any(_lists_people(one) or _counts_people(one) for one in others)


def _is_title_of_costs(table: Table, text: str) -> bool:
    """Whether a title says no more than the name of its sheet, or that it is about money."""
    form = normal(text)
    return form == normal(table.grid.name) or set(form.split()) <= tools("foreign") | tools("pay_sheets")


def _is_of_goods(table: Table, columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Whether a sheet is named after things ("Material"), and its numbers are plain and of no day, hour or people."""
    others = [column for column in columns if column.filled and column not in counted]
    if tools("goods_sheets").isdisjoint(normal(table.grid.name).split()):
        return False
    timed = any(one.meaning in ("date", "time") or one.share("date") or one.share("clock") for one in others)
    plain = all(_is_plain(column.header) for column in counted)
    return plain and not timed and not any(map(is_about_people_there, others)) and not lists_people(columns)


def is_named_after_pay(table: Table, columns: Sequence[Column]) -> bool:
    """Returns whether the name of a sheet says that it is about what people are paid ("Fees", "Travel claims"), and no
    column says who came: a signed list may be named after the claim that it goes with."""
    return not tools("pay_sheets").isdisjoint(normal(table.grid.name).split()) and not _says_who_came(columns)


def _says_who_came(columns: Sequence[Column]) -> bool:
    return any(column.meaning in _OF_PRESENCE for column in columns)


def _lists_people(table: Table) -> bool:
    headers = list(table.last_headers())
    return not any(map(names_currency, headers)) and bool(PERSONAL.intersection(map(meaning_of, headers)))


def _counts_people(table: Table) -> bool:
    """Whether a header says that the numbers below it are of people."""
    return any(meaning_of(text) == "people" and not _is_plain(text) for text in table.last_headers())


def _is_plain(header: str) -> bool:
    """Whether a header says no more of its numbers than that they are numbers, or amounts of money."""
    words = [word for word in normal(without_currency(header)).split() if not word.isdigit()]
    return bool(header) and all(word in tools("plain_number") or word in tools("foreign") for word in words)


def _tells_of_events(column: Column) -> bool:
    named = column.said in _EVENTS and column.manner in _CLEAR
    return named or column.share("activity") >= MAJORITY or column.share("city") >= MAJORITY


def _is_of_money(table: Table, column: Column) -> bool:
    """Whether a header is about money or those who are paid, or the values are amounts of money."""
    if topic_of_header(column) in _OF_MONEY or names_currency(column.header):
        return True
    if column.meaning in ("date", "time") or column.share("date") >= MAJORITY:
        return False
    found = [value for row in table.rows[:_ROWS] if text_of(value := column.value(table.grid.rows[row]))]
    amounts = sum(
        (isinstance(value, float) and not value.is_integer()) or bool(_AMOUNT.fullmatch(text_of(value)))
        for value in found
    )
    return bool(found) and amounts >= MAJORITY * len(found) and any(_has_cents(text_of(value)) for value in found)


def _has_cents(text: str) -> bool:
    return bool(re.search(r"[.,]\d{2}(?!\d)", text)) or bool(re.search(CURRENCY, text, re.I))
