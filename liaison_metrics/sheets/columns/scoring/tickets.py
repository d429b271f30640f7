"""Rules about exports of sold tickets: each ticket was scanned at the door or not, and its order has a state."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.arriving import tells_who_came
from liaison_metrics.sheets.columns.scoring.headers import FEW, HALF, MOSTLY
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.words.headers import NAMES, tells_arrival
from liaison_metrics.sheets.words.lists import normal, tools

_FEWEST = 2
"""As many columns about tickets and orders show that a tool exported the list."""


def lists_tickets(columns: Sequence[Column]) -> bool:
    """Returns whether columns are about tickets and orders."""
    stems = tuple(tools("ticket_stems"))
    return sum(any(word.startswith(stems) for word in normal(column.header).split()) for column in columns) >= _FEWEST


def _was_scanned(c: Column, s: Surroundings) -> bool:
    """Whether a column says yes or no of each ticket under a word for the scan."""
    words = normal(c.header).split()
    scanned = tells_arrival(c.header) or any(word.startswith(tuple(tools("used_ticket"))) for word in words)
    marked = c.share("mark") >= MOSTLY and c.share("clock") < HALF
    return scanned and marked and lists_tickets(s.columns)


def _is_state(c: Column) -> bool:
    return bool(set(normal(c.header).split()) & tools("status"))


def _tells_state_beside_scan(c: Column, s: Surroundings) -> bool:
    """Whether a column holds the state of an order or ticket, and another says who was let in, or it has no word for
    that."""
    if c.said != "present" or not _is_state(c) or not lists_tickets(s.columns):
        return False
    others = [one for one in s.columns if one is not c and one.filled]
    beside = any(_was_scanned(one, s) or tells_arrival(one.header) for one in others)
    return beside or c.share("presence word") < FEW


def _tells_use(c: Column, s: Surroundings) -> bool:
    """Whether the state of most tickets is that they were used, or not, and no column says more of that."""
    told = c.share("presence word") + c.share("mark") >= MOSTLY
    if c.said == "present" or not _is_state(c) or not told or not lists_tickets(s.columns):
        return False
    return not any(one.filled and tells_arrival(one.header) for one in s.columns if one is not c)


def _numbers_tickets(c: Column, s: Surroundings) -> bool:
    first = normal(c.header).split()[:1]
    return c.said != "phone" and any(word.startswith(tuple(tools("ticket_stems"))) for word in first)


def _are_kinds_of_tickets(c: Column, s: Surroundings) -> bool:
    kinds = normal(c.header) in tools("ticket_alone") and not c.share("activity")
    return c.said == "activity" and kinds and (lists_tickets(s.columns) or _lists_guests(c, s))


def _lists_guests(c: Column, s: Surroundings) -> bool:
    """Whether a list of names says who came, and states no day: a column of types is then no activity."""
    said = {one.said for one in s.columns if one.filled}
    came = (one for one in s.columns if one.said in ("present", "signature") or tells_who_came(one.header))
    marked = any(one.share("mark") >= MOSTLY for one in came)
    return marked and not c.share("lesson") and bool(said & {*NAMES}) and "date" not in said


TICKET_RULES = (
    ColumnRule(
        "scanned tickets", ("present",), W.instead, _was_scanned, "it says whose ticket was scanned",
        fires=("Scanned: yes, no | Ticket no.: 1, 2 | Order: A, B", "Scannet: Ja, Nej | Billetnr.: 1, 2 | Ordre: A, B"),
        silent=("Scanned: yes, no | Name: Anna Beck, Ben Ott", "Paid: yes, no | Ticket no.: 1, 2 | Order: A, B"),
    ),
    ColumnRule(
        "state of a ticket", ("present",), W.impossible, _tells_state_beside_scan, "another column says who came",
        fires=("Status: valid, refunded | Scanned: yes, no | Ticket no.: 1, 2 | Order: A, B",),
        silent=("Status: present, absent | Name: Anna Beck", "Status: present, absent | Ticket: 1, 2 | Order: A, B"),
    ),
    ColumnRule(
        "used tickets", ("present",), W.instead, _tells_use, "it says whose ticket was used",
        fires=("Ticketstatus: used, unused | Ticket no.: 1, 2 | Order: A, B",),
        silent=("Ticketstatus: used, unused | Name: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "kinds of tickets", ("activity",), W.impossible, _are_kinds_of_tickets, "it says what kind of ticket it is",
        fires=(
            "Tipologia: Intero, Ridotto | Biglietto: 1, 2 | Ordine: A, B",
            "Typ: Bürgerin, Gast | Name: Anna Beck, Ben Ott | anwesend: ja, nein",
        ),
        silent=("Tipologia: Intero, Ridotto | Name: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "numbers of tickets", ("phone",), W.impossible, _numbers_tickets, "they are numbers of tickets",
        fires=("Billetnr.: 77120-001, 77120-002",), silent=("Phone: 77120-001, 77120-002",),
    ),
)  # fmt: skip
