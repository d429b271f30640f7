"""The question about a table that looks like something else than attendance."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.checks.topics.topic_words import MONEY
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.headcounts.sums import is_total_row
from liaison_metrics.sheets.model import Question, Reading, SourceEvent
from liaison_metrics.sheets.tables.lists.counts.by_hour.tied_columns import who_came
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of
from liaison_metrics.sheets.words.dates import DateOrder
from liaison_metrics.sheets.words.phrases.prose.things import is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by
from liaison_metrics.texts import _

_OF_OTHERS = frozenset({"plans", "roster", "tasks", "travel", "stock", "seating", "suppliers", "contacts", "catering",
                        "keys", "residents", "subscribers", "invoices", MONEY})  # fmt: skip
"""Topics of tables that list or count nobody who came, if nothing in them says of which event they are."""


def count_who_came_in(table: Table, columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Returns whether one of the numbers of people is of those who came in, as the others, of those who went out and
    of those inside, bear out row by row."""
    several = [column for column in columns if column.is_numeric]
    rows = [row for row in (table.grid.rows[row] for row in table.rows) if not is_total_row(row)]
    told = [[number_of(column.value(row)) for column in several] for row in rows]
    whole = [[number or 0 for number in numbers] for numbers in told if any(one is not None for one in numbers)]
    numbers = {column.at: said for column, said in zip(several, zip(*whole, strict=True), strict=False)}
    return who_came([*numbers], numbers) in {column.at for column in counted}


def is_beside_events(topic: str, context: EventContext, missing: Sequence[str], reading: Reading) -> bool:
    """Returns whether a table that isn't about attendance says nothing of an event, of which *missing* is unknown,
    while others of the file say who came; or is about the event of which they say it."""
    if topic not in _OF_OTHERS or not (reading.attendances or reading.headcounts):
        return False
    return {"activity", "date"} <= {*missing} or any(_is_of(context, event) for event in reading.events)


def _is_of(context: EventContext, event: SourceEvent) -> bool:
    """Whether a table with a day is about an event."""
    days = {context.date.in_order(order, event.date.year) for order in DateOrder} if context.date else set()
    return event.date in days and context.activity in (None, event.activity) and context.city in (None, event.city)


def counts_others_beside(
    counted: Sequence[Column], context: EventContext, missing: Sequence[str], reading: Reading
) -> bool:
    """Returns whether numbers are of things, or of nobody who came, and of no event, while other tables say who
    came."""
    things = (is_of_things(one.header) or told_by(one.header) is Told.OTHERS for one in counted)
    return all(things) and {"activity", "date"} <= {*missing} and is_beside_events(MONEY, context, missing, reading)


def topic_question(topic: str) -> str:
    """Returns the question about a table of a topic."""
    return _("This looks like {kind}. Are these people who were at the event?").format(kind=_kinds()[topic])


def topic_asked(question: Question) -> str:
    """Returns the topic of the table that a question is about, "" if it is about something else."""
    if question.kind != "sheet" or not question.blocking or question.preset:
        return ""
    return next((topic for topic in _kinds() if question.text == topic_question(topic)), "")


def _kinds() -> dict[str, str]:
    """Returns the topics in the words of a question."""
    return {
        "invoices": _("a list of invoices or fees"),
        "suppliers": _("a list of suppliers"),
        "grades": _("a list of marks at school"),
        "stock": _("a list of things"),
        "evaluation": _("an evaluation"),
        "plans": _("a plan"),
        "catering": _("an order of meals"),
        "applications": _("a list of applications"),
        "subscribers": _("a list of subscribers or clicks"),
        "contacts": _("a list of contacts"),
        "members": _("a list of members"),
        "residents": _("figures about residents"),
        "travel": _("a list of journeys"),
        "roster": _("a plan of shifts"),
        "keys": _("a list of things handed out"),
        "waiting": _("a waiting list"),
        "tasks": _("a list of tasks"),
        "invitations": _("a list of people who were invited"),
        "seating": _("a plan of seats or rooms"),
        "consent": _("a list of consent forms"),
        "chat": _("a chat"),
        "polls": _("a poll about days"),
        "registrations": _("a list of people who registered"),
        "codes": _("answers in codes"),
        MONEY: _("a table about money, goods or work"),
    }
