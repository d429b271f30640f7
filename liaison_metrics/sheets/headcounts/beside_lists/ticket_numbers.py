"""Numbers of tickets beside people: how many somebody took, and how many of them were used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import names_currency, number_of, text_of
from liaison_metrics.sheets.words.lists import normal, tools

_OF_AN_ORDER = ("email", "phone", "number", "unused", "")
"""Meanings of columns that can hold what the tickets of one order share."""

MOST_TICKETS = 20
"""Larger numbers say which ticket somebody has."""


def counts_used_tickets(used: Column, taken: Column) -> bool:
    """Returns whether the header of a column says how many tickets were used at the door, of those that another one
    says were *taken*."""
    words, others = normal(used.header).split(), normal(taken.header).split()
    of_tickets = any(word.startswith(tuple(tools("ticket_stems"))) for word in (*words, *others))
    scanned = any(word.startswith(tuple(tools("used_ticket"))) for word in words)
    return of_tickets and scanned and not any(word.startswith(tuple(tools("used_ticket"))) for word in others)


def counts_tickets(column: Column, rows: Sequence[Sequence[Cell]], *, of_orders: bool) -> bool:
    """Returns whether a column says how many tickets somebody took, not which. In a list *of orders*, a quantity is
    of them."""
    form = normal(column.header)
    if form not in tools("tickets") and not (of_orders and form in tools("quantity")):
        return False
    numbers = [number for cells in rows if (number := number_of(column.value(cells))) is not None]
    return max(numbers, default=0) <= MOST_TICKETS and numbers != list(range(1, len(numbers) + 1))


def counts_fares(header: str, above: Iterable[str], headers: Iterable[str]) -> bool:
    """Returns whether tickets stand beside amounts of money under a title of expenses: those for a bus that are paid
    back to people, and no people. *above* are the texts above the table, *headers* those of its columns."""
    stems = tuple(tools("ticket_stems"))
    if not any(word.startswith(stems) for word in normal(header).split()):
        return False
    paid_back = any(not tools("pay_sheets").isdisjoint(normal(text).split()) for text in above)
    return paid_back and any(map(names_currency, headers))


def without_fares(table: Table, columns: Sequence[Column]) -> list[Column]:
    """Returns the columns of a table without those of tickets for the way."""
    above = [table.grid.name, *(text_of(value) for row in table.context_rows for value in table.grid.rows[row])]
    headers = [column.header for column in columns]
    return [column for column in columns if not counts_fares(column.header, above, headers)]


def are_of_orders(tickets: Column, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bool:
    """Returns whether rows that share a contact or a number are as many as the tickets that each of them states."""
    several = [(cells, number) for cells in rows if (number := number_of(tickets.value(cells))) and number > 1]
    for column in columns:
        if column is tickets or column.meaning not in _OF_AN_ORDER:
            continue
        times = Counter(text for cells in rows if any(map(str.isalnum, text := column.text(cells))))
        if several and all(times[column.text(cells)] == number for cells, number in several):
            return True
    return False
