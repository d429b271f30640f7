"""What lines above a list leave open of its event, and what else says it: two days with "or" between them, several
cities for one number of people, or a workshop that is at another activity's place or about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.other_days import either_day
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.titles.crafts import CRAFTS
from liaison_metrics.sheets.words.phrases.titles.labelled_values import LABEL, label_meaning
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_CITIES = 3
"""A joint event is of at most so many cities."""


def as_said(context: EventContext, table: Table, hints: Hints, vocabulary: Vocabulary) -> EventContext:
    """Returns what the rows above a table state, on the day and of the activity that the person said where they leave
    these open."""
    context = on_the_day_said(context, table, hints.date, vocabulary)
    return of_the_activity_said(context, table, hints.activity, vocabulary)


def on_the_day_said(context: EventContext, table: Table, said: date | None, vocabulary: Vocabulary) -> EventContext:
    """Returns what the rows above a table state, on the day that the person said if it is one of several there, or
    that was answered where the rows don't tell it."""
    open_ended = context.unknown.get("date", "")
    if told := vocabulary.answers.day("date", open_ended) if open_ended else None:
        return replace(context, date=told)
    if said and said.day in (either_day(open_ended) or ()):
        return replace(context, date=StatedDate(day=said, year=said.year))
    if said is None or context.date is None or context.date.day == said:
        return context
    texts = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    days = [stated.in_order(DateOrder.DAY_FIRST) for text in texts for stated in find_dates(text)]
    return replace(context, date=StatedDate(day=said, year=said.year)) if said in days else context


def of_the_activity_said(context: EventContext, table: Table, said: str | None, vocabulary: Vocabulary) -> EventContext:
    """Returns what the rows above a table state, as the workshop that the person said if these name another activity
    only in texts that say "workshop" too: as its place or topic ("Grundschule West - Workshop", "Workshop: our
    fair"). Or as any activity that the person said if these only name one at another time ("Meeting before the
    fair")."""
    found = context.activity
    if said is None or found in (None, said):
        return context
    texts = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    told = [text for text in texts if found in vocabulary.inside(VocabularyKind.ACTIVITY, text)]
    beside = told and all(said == CRAFTS and vocabulary.lessons.stands_beside(str(found), text) for text in told)
    another_time = told and not any(found in vocabulary.inside(VocabularyKind.ACTIVITY, _own(text)) for text in told)
    return replace(context, activity=said) if beside or another_time else context


def _own(text: str) -> str:
    """Returns a text up to a word that puts what follows at another time ("Meeting", of "Meeting before the fair")."""
    words = text.split()
    at = (place for place, word in enumerate(words) if place and normal(word) in tools("before_or_after"))
    return " ".join(words[: next(at, len(words))])


def line_of_cities(texts: Iterable[str], vocabulary: Vocabulary) -> str:
    """Returns the first text that names several cities of the project ("Joint online session, Palermo and Athens"), ""
    if none does. A text that names more than three is about the project."""
    named = ((text, len(vocabulary.inside(VocabularyKind.CITY, text))) for text in texts)
    return next((text for text, cities in named if 1 < cities <= _MOST_CITIES), "")


def city_of_organiser(texts: Iterable[str], vocabulary: Vocabulary) -> str | None:
    """Returns the only city that lines name behind a label for who holds the event ("Veranstalter: Stadt Kassel")."""
    told = [found[2] for text in texts if (found := LABEL.match(text)) and label_meaning(found[1]) == "partner"]
    cities = {city for text in told for city in vocabulary.inside(VocabularyKind.CITY, text)}
    return cities.pop() if len(cities) == 1 else None


def in_the_city_said(context: EventContext, said: Iterable[str | None], vocabulary: Vocabulary) -> EventContext:
    """Returns a context with the first of the cities *said* elsewhere that is one of several in its line."""
    line = "" if context.city else context.unknown.get("city", "")
    named = vocabulary.inside(VocabularyKind.CITY, line) if line else set()
    return replace(context, city=next((city for city in said if city in named), None)) if named else context
