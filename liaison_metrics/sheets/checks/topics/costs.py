"""Tells tables of what things cost, who supplied them and what was sold: their numbers of things stand under headers
as plain as those of people. Only what stands beside them tells that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

from liaison_metrics.sheets.checks.topics.topic_words import (
    MONEY,
    is_about_people_there,
    names_people_met,
    titles_of,
    topic_of_header,
)
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import CURRENCY, money_of, names_currency, text_of, without_currency
from liaison_metrics.sheets.words.headers import PERSONAL, Manner, meaning_of
from liaison_metrics.sheets.words.lists import evidence, is_actual, normal, tools
from liaison_metrics.sheets.words.phrases.ages import are_hours
from liaison_metrics.sheets.words.phrases.prose.things import is_of_things, speak_of_things
from liaison_metrics.sheets.words.phrases.titles.documents import says_of_attendance
from liaison_metrics.sheets.words.presence import names_people

_OF_MONEY = (MONEY, "invoices", "suppliers")

_AMOUNT = re.compile(
    rf"{CURRENCY}?\s*-?\d{{1,3}}(?:[., ]?\d{{3}})*[.,]\d{{2}}\s*{CURRENCY}?|-?\d+\s*{CURRENCY}|{CURRENCY}\s*\d+",
    re.I,
)
"""An amount of money: with cents, or with its currency."""

_FEWEST_PRODUCTS = 2
"""So many rows in which a price times a number is an amount are no chance."""

_LONGEST_TITLE = 16
"""Longer texts are notes, which mention papers."""

_SHORT_TITLE = 4
"""A title of more words may end with the paper that it goes with ("Attendance beside our last invoice")."""

_ROWS = 50
"""So many rows show what a column holds."""

_CLEAR = (Manner.WORD, Manner.PART, Manner.FIRST)
_EVENTS = ("activity", "title", "session", "instructor")
_OF_PRESENCE = ("present", "signature", "joined", "session")


def counts_things(table: Table, columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Returns whether numbers are of things: those of a paper with which something is sold, or plain ones ("Number",
    "Anzahl") where each row says what was paid, and neither that it is an event nor whose the number is."""
    if counted and (_is_sold(table, columns, counted) or _is_priced(table, columns)):
        return True
    paid = [column for column in columns if column.filled and _is_of_money(table, column)]
    others = [column for column in columns if column.filled and column not in (*counted, *paid)]
    if not counted or not all(_is_plain(column.header) for column in counted):
        return False
    if any(map(_tells_of_events, others)) or any(map(is_about_people_there, others)):
        return False
    return bool(paid) and (any(column not in paid for column in counted) or len(paid) > 1)


def is_actual_of_things(table: Table, columns: Sequence[Column], counted: Column) -> bool:
    """Returns whether the header of numbers says that they are what really was, and of no people, and a line above or
    the sheet's name speaks of money, hours or things ("Budget 2021", "Volunteer hours"); or they sum up things."""
    if _is_sum_of_things(columns, counted):
        return True
    if not is_actual(counted.header) or any(map(names_people, normal(counted.header).split())):
        return False
    return speak_of_things((table.grid.name, *titles_of(table)))


def _is_sum_of_things(columns: Sequence[Column], counted: Column) -> bool:
    """Whether numbers that are a sum are of things ("Printed flyers"), or stand under nothing but a word for a total
    beside others that are all of things ("Coffee", "Tea", "Together")."""
    if counted.meaning == "total" and _counts_no_seats(counted):
        return True
    parts = [column for column in columns if column.is_numeric and column.header and column is not counted]
    parts = [column for column in parts if column.meaning != "date"]
    if are_hours([column.header for column in parts]):
        return False
    plain = counted.meaning == "total" and not any(map(names_people, normal(counted.header).split()))
    return plain and len(parts) > 1 and all(map(_counts_no_seats, parts))


def _counts_no_seats(column: Column) -> bool:
    """Whether a header is of things, and not of the tables at which people sit ("Italian table"), or of hours."""
    words = normal(column.header).split()
    seats = any(word.startswith(tuple(tools("stands"))) for word in words)
    return is_of_things(column.header) and not seats and not any(map(str.isdigit, column.header))


def table_of_number(grid: Grid, row: int, people: int) -> Table:
    """Returns a table of the only number of a sheet of text, in a row counted from 1. Of the rows above it those are
    kept that say that the sheet is an invoice, a delivery note …: its number is of nobody who came."""
    texts = [[text for value in cells if (text := text_of(value))] for cells in grid.rows[: row - 1]]
    papers = [at for at, said in enumerate(texts) if _is_trade_paper(said)]
    above: list[list[Cell]] = [[*texts[at]] if at in papers else [None] for at in range(row - 1)]
    return Table(Grid(grid.name, [*above, [people]]), [], [row - 1], range(1), papers)


def _is_trade_paper(texts: Sequence[str]) -> bool:
    """Whether one of the titles of a sheet says that it is an invoice, a delivery note …."""
    return _name_paper(texts, "trade_papers") and not says_of_attendance(texts)


def _is_sold(table: Table, columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Whether a title says that a table is an invoice, an offer, a delivery note …, whatever its numbers are called."""
    titles = [*titles_of(table), table.grid.name]
    if _is_trade_paper(titles):
        return True
    if not _name_paper(titles, "trade_words") or any(names_people_met(one.header) for one in counted):
        return False
    filled = [column for column in columns if column.filled]
    paid = any(_is_of_money(table, column) for column in filled) and not any(map(_tells_of_events, filled))
    return paid or bool(_products(table, filled))


def _name_paper(titles: Sequence[str], words: str) -> bool:
    """Whether one of the texts begins with the name of a paper, or is short and ends with it."""
    forms = [form for text in titles if len((form := normal(text)).split()) <= _LONGEST_TITLE]
    named = evidence(words)
    return any(
        f"{form} ".startswith(f"{phrase} ") or (len(form.split()) <= _SHORT_TITLE and form.endswith(f" {phrase}"))
        for form in forms
        for phrase in named
    )


def _is_priced(table: Table, columns: Sequence[Column]) -> bool:
    """Whether a number times a price is an amount of money in the rows of a table: what was ordered for so many people.
    Who came may have paid at the door."""
    numbers = [column for column in columns if column.filled and column.is_numeric]
    others = [column for column in columns if column.filled and column not in numbers]
    met = any(names_people_met(one.header) for one in numbers)
    if met or any(_holds_events(one) or is_about_people_there(one) for one in others):
        return False
    return any(any(_is_of_money(table, one) for one in found) for found in _products(table, numbers))


def _products(table: Table, columns: Sequence[Column]) -> list[tuple[Column, ...]]:
    """Returns the columns of which one is the product of two others."""
    numbers = [column for column in columns if column.is_numeric]
    return [found for found in permutations(numbers, 3) if found[0].at < found[1].at and _multiplies(table, found)]


def _multiplies(table: Table, factors: tuple[Column, ...]) -> bool:
    """Whether the third number is the product of the first two in all rows that have the three."""
    rows = [[money_of(column.value(table.grid.rows[row])) for column in factors] for row in table.rows[:_ROWS]]
    whole = [(first, second, third) for first, second, third in rows if first and second and third]
    tied = [abs(first * second - third) < 0.01 for first, second, third in whole if first != 1 != second]
    return len(tied) >= _FEWEST_PRODUCTS and all(tied)


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


def _holds_events(column: Column) -> bool:
    """Whether the values of a column are of events: "Description" may head goods as well."""
    return column.meaning == "date" or any(column.share(kind) >= MAJORITY for kind in ("activity", "city", "date"))


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
