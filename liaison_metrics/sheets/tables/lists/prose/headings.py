"""Lines of minutes that stand above or before people: labels, headings and the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.tables.lists.prose.labels import ends_as_label, kind_of
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import LEAD, is_led, people_in
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.vocabulary import Vocabulary

SURE = ("present", "absent")
"""Kinds of labels below which every line with a bullet is somebody."""

_LONGEST_LABEL = 60
_MOST_WORDS = 5
"""A label without a colon has at most so many words: a longer line is a sentence."""

_LABELLED = re.compile(r"([^:：]{3,60}[:：])\s+(\S.*)", re.S)


def label_in(told: Sequence[str]) -> tuple[str, Sequence[str]] | None:
    """Returns the label of a line and what stands beside it, None if the line has none."""
    text = told[0]
    if LEAD.match(text):
        return None
    if ends_as_label(text):
        return text, told[1:]
    if len(told) == 1 and (inside := _LABELLED.fullmatch(text)) and inside[1].count("(") == inside[1].count(")"):
        return inside[1], [inside[2]]
    short = len(text) <= _LONGEST_LABEL and len(text.split()) <= _MOST_WORDS and not find_dates(text)
    return (text, told[1:]) if short and kind_of(text) not in (None, "other") else None


def heading_in(
    told: Sequence[str], below: Sequence[Sequence[str]], vocabulary: Vocabulary, *, titled: bool
) -> tuple[str, Sequence[str]] | None:
    """Returns a line of one text above people that doesn't name anybody, None if it is none. *titled*: only a line with
    a bullet names somebody here."""
    text = told[0]
    heads = len(told) == 1 and len(text.split()) <= _MOST_WORDS and not find_dates(text) and not LEAD.match(text)
    if not heads or not any(below) or titles_event(below[0], vocabulary) or (titled and not is_led(below[0])):
        return None
    return (text, ()) if people_in(below[0], one_each=True) and people_in(told, one_each=True) is None else None


def end_of_title(rows: Sequence[Sequence[str]]) -> int:
    """Returns the row of the first word for those present or absent if bullets or numbers lead the people below it,
    otherwise 0: lines above it without a bullet are the title."""
    labels = (row for row, told in enumerate(rows) if told and (found := label_in(told)) and kind_of(found[0]) in SURE)
    first = next(labels, 0)
    below = next((told for told in rows[first + 1 :] if told), [])
    return first if below and is_led(below) else 0


def titles_event(told: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Returns whether a line without a bullet, a number or a label tells of the meeting: its day, or its kind."""
    if not any(told) or is_led(told) or any(map(ends_as_label, told)) or label_in(told):
        return False
    return any(find_dates(text) or vocabulary.inside(VocabularyKind.ACTIVITY, text) for text in told)
